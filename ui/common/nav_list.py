"""A list to choose a page from: groups, a dot of state, a name, and a grey count or date on the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui.common.nav_delegate import NavDelegate
from ui.common.pill import Tone

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class NavEntry(NamedTuple):
    """A line of the list; without a key it is the heading of a group.

    `dot` is the tone of its state ("" for none), `dot_word` says the same in words; `detail` is a second,
    smaller line with a tone of its own.
    """

    label: str
    key: str = ""
    right: str = ""
    dot: Tone | str = ""
    hollow: bool = False
    dot_word: str = ""
    detail: str = ""
    detail_tone: Tone | str = ""


def group(label: str) -> NavEntry:
    """Return the heading of a group."""
    return NavEntry(label)


class NavModel(QAbstractListModel):
    """The entries as rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.entries: list[NavEntry] = []

    def rowCount(self, parent: Index = ROOT) -> int:
        """Return the number of entries and headings."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name, and for screen readers all that the line says."""
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.label
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return ", ".join(part for part in (entry.label, entry.dot_word, entry.right, entry.detail) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if self.entries[index.row()].key:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def replace(self, entries: Sequence[NavEntry]) -> None:
        """Show other entries; when only their words differ, nothing moves."""
        same = [entry.key for entry in entries] == [entry.key for entry in self.entries]
        if same and entries:
            self.entries = list(entries)
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()


class NavList(QListView):
    """The list. Signals: `chosen(key)` when the person goes to another entry; `activated_key(key)` on Enter.

    `boxed` draws it as a white panel with lines between entries, as the list of documents; otherwise
    it lies flat on its ground, as the navigation.
    """

    chosen = Signal(str)
    activated_key = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, boxed: bool = False) -> None:
        super().__init__(parent)
        self._model = NavModel(self)
        self._setting = False
        self._room = 0
        self.setModel(self._model)
        self.setItemDelegate(NavDelegate(self, boxed=boxed))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        if not boxed:
            self.setProperty("kind", "flat")
        self.selectionModel().currentChanged.connect(self._moved)

    def set_entries(self, entries: Sequence[NavEntry]) -> None:
        """Show these entries; the chosen one and the place of the view stay. Nothing is sent."""
        chosen, place = self.current(), self.verticalScrollBar().value()
        self._setting = True
        self._model.replace(entries)
        self.choose(chosen)
        self._setting = False
        self.verticalScrollBar().setValue(place)

    def current(self) -> str:
        """Return the key of the chosen entry, or ""."""
        row = self.currentIndex().row()
        return self._model.entries[row].key if 0 <= row < len(self._model.entries) else ""

    def choose(self, key: str) -> None:
        """Mark an entry without sending anything."""
        before, self._setting = self._setting, True
        row = next((n for n, entry in enumerate(self._model.entries) if key and entry.key == key), -1)
        self.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())
        self._setting = before

    def entry(self, index: Index) -> NavEntry:
        """Return the entry of a row."""
        return self._model.entries[index.row()]

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        if not self._setting and index.isValid() and (key := self.current()):
            self.chosen.emit(key)

    def is_hovered(self, area: QRect) -> bool:
        """Tell whether the mouse is over a part of the list."""
        if not self.underMouse():
            return False  # `viewport()` makes the classes of all widgets there are: 12 ms at the start of the program
        return self.viewport().underMouse() and area.contains(self.viewport().mapFromGlobal(QCursor.pos()))

    def room(self) -> int:
        """Return the width that entries have."""
        return self._room or self.viewport().width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter; arrows pass over headings."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current():
            self.activated_key.emit(self.current())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the names into lines anew."""
        self._room = event.size().width()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()

    def height_for_all(self) -> int:
        """Return the height that shows all entries without scrolling."""
        return sum(self.sizeHintForIndex(self._model.index(row)).height() for row in range(self._model.rowCount())) + 2

    def sizeHint(self) -> QSize:
        """Ask for the width of the navigation of the design."""
        return QSize(232, 300)
