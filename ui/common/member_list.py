"""Numbered rows of people in two languages, as tall as their words: name, post, state (picture "delegations")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.common.member_delegate import MemberDelegate
from ui.common.pill import Tone

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class MemberRow(NamedTuple):
    """A person in a list. `number` is the place in order ("" for none), `name_first` stands in bold before
    `name_second`, the posts under them; `pill` is the state in words and `pill_tone` its weight.
    """

    id: int
    number: str = ""
    name_first: str = ""
    name_second: str = ""
    post_first: str = ""
    post_second: str = ""
    pill: str = ""
    pill_tone: Tone | str = Tone.NEUTRAL


class MemberModel(QAbstractListModel):
    """The rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.members: list[MemberRow] = []

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.members)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return all that a row says, for screen readers and for going to it by typing."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.members[index.row()].name_first
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(str(part) for part in self.members[index.row()][1:7] if part)
        return None

    def flags(self, _index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def replace(self, members: Sequence[MemberRow]) -> None:
        """Show other rows: grow or shrink at the end, and mark what differs."""
        grown = len(members) - len(self.members)
        if grown > 0:
            self.beginInsertRows(ROOT, len(self.members), len(members) - 1)
            self.members = list(members)
            self.endInsertRows()
        elif grown < 0:
            self.beginRemoveRows(ROOT, len(members), len(self.members) - 1)
            self.members = list(members)
            self.endRemoveRows()
        self.members = list(members)
        if members:
            self.dataChanged.emit(self.index(0), self.index(len(members) - 1))


class MemberList(QListView):
    """The list. Signals: `selected(ids)`, `activated_row(id)`, `delete_requested(ids)`, `move_requested(id, step)`
    for Ctrl+↑ and Ctrl+↓ (step -1 or 1).
    """

    selected = Signal(object)
    activated_row = Signal(object)
    delete_requested = Signal(object)
    move_requested = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = MemberModel(self)
        self._quiet = False
        self._told: tuple[int, ...] = ()
        self.setModel(self._model)
        self._delegate = MemberDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.verticalScrollBar().setSingleStep(24)
        self.selectionModel().selectionChanged.connect(lambda *_changes: self._tell())
        self.doubleClicked.connect(lambda index: self.activated_row.emit(self._model.members[index.row()].id))

    def replace_rows(self, members: Sequence[MemberRow]) -> None:
        """Show other people; selection and scroll position follow the ids."""
        if list(members) == self._model.members:
            return
        chosen, current, place = set(self.selected_ids()), self.current_id(), self.verticalScrollBar().value()
        self._quiet = True
        self._model.replace(members)
        self._choose(chosen, current)
        self._quiet = False
        self.verticalScrollBar().setValue(place)
        self._tell()

    def members(self) -> list[MemberRow]:
        """Return the rows shown."""
        return list(self._model.members)

    def member(self, index: Index) -> MemberRow:
        """Return the row at an index."""
        return self._model.members[index.row()]

    def selected_ids(self) -> tuple[int, ...]:
        """Return the ids of the rows chosen, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self._model.members[row].id for row in rows)

    def current_id(self) -> int | None:
        """Return the id of the current row."""
        index = self.currentIndex()
        return self.member(index).id if index.isValid() else None

    def select(self, ids: Sequence[int]) -> None:
        """Choose rows; `selected` is sent if that changes anything."""
        self._quiet = True
        self._choose(set(ids), ids[0] if ids else None)
        self._quiet = False
        self._tell()

    def height_for_all(self) -> int:
        """Return the height that shows all rows without scrolling."""
        return (
            sum(self.sizeHintForIndex(self._model.index(row)).height() for row in range(len(self._model.members))) + 2
        )

    def _choose(self, chosen: set[int], current: int | None) -> None:
        chooser = self.selectionModel()
        chooser.clear()
        for row, member in enumerate(self._model.members):
            if member.id == current:
                chooser.setCurrentIndex(self._model.index(row), chooser.SelectionFlag.NoUpdate)
            if member.id in chosen:
                chooser.select(self._model.index(row), chooser.SelectionFlag.Select)

    def _tell(self) -> None:
        ids = self.selected_ids()
        if not self._quiet and ids != self._told:
            self._told = ids
            self.selected.emit(ids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete asks to delete, Ctrl+↑ and Ctrl+↓ ask for another place in the order."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        current = self.current_id()
        if current is None:
            super().keyPressEvent(event)
        elif step is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.move_requested.emit(current, step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated_row.emit(current)
        elif event.key() == Qt.Key.Key_Delete and self._told:
            self.delete_requested.emit(self._told)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words into lines anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_delegate"):
            self._delegate.retheme()
            self.scheduleDelayedItemsLayout()
