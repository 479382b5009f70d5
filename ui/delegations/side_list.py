"""One column of the delegations tab: a list in which members are chosen, moved and taken out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui import theme
from ui.delegations.line_delegate import LineDelegate
from ui.delegations.lines import EmptyLine, HeadingLine, Line, MemberLine, RuleLine

MIME = "application/x-delegation-member"
ROOT = QModelIndex()


class Target(NamedTuple):
    """Where a member would be put: before the place (counted from 1) of a delegation; `y` is where a line is drawn."""

    delegation_id: int
    place: int
    y: int


class LineModel(QAbstractListModel):
    """The lines of a column; members can be dragged."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a line for screen readers; the delegate draws from the lines themselves."""
        if index.isValid() and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(self.lines[index.row()])
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Members are dragged, headings only chosen, the rest neither."""
        base = Qt.ItemFlag.ItemIsEnabled
        line = self.lines[index.row()] if index.isValid() else None
        if isinstance(line, MemberLine):
            return base | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        return base | Qt.ItemFlag.ItemIsSelectable if isinstance(line, HeadingLine) else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the id of the member that is dragged, and the name for other programs."""
        data = QMimeData()
        line = self.lines[indexes[0].row()] if indexes else None
        if isinstance(line, MemberLine):
            data.setData(MIME, QByteArray(str(line.member_id).encode()))
            data.setText(line.name)
        return data

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines, telling the view as little as it can."""
        before, after = self.lines, list(lines)
        if before == after:
            return
        if len(before) != len(after):
            self.beginResetModel()
            self.lines = after
            self.endResetModel()
            return
        self.lines = after
        self.dataChanged.emit(self.index(0), self.index(len(after) - 1))
        self.layoutChanged.emit()


class SideList(QListView):
    """Signals: `chosen(kind, id)` ("member" or "delegation"); `moved(member_id, delegation_id, place)`, the place it
    shall have; `shifted(member_id, step)` by Ctrl+↑ and Ctrl+↓; `removal_wanted(kind, id)` by Delete;
    `opened(kind, id)` by Enter or a double click; `left(step)` by ← and →.
    """

    chosen = Signal(str, int)
    moved = Signal(int, int, int)
    shifted = Signal(int, int)
    removal_wanted = Signal(str, int)
    opened = Signal(str, int)
    left = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LineModel(self)
        self._quiet = False
        self._target: Target | None = None
        self.setModel(self.lines)
        self._delegate = LineDelegate(self, lambda row: self.lines.lines[row])
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self.setTabKeyNavigation(False)
        self.selectionModel().currentChanged.connect(self._current_moved)
        self.clicked.connect(lambda _index: self._tell())
        self.doubleClicked.connect(lambda _index: self._tell_opened())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the one chosen and the scroll position stay."""
        known, scroll = self.current_thing(), self.verticalScrollBar().value()
        self._quiet = True
        self.lines.set_lines(lines)
        self.select_thing(*known)
        self._quiet = False
        self.verticalScrollBar().setValue(scroll)

    def set_read_only(self, read_only: bool) -> None:
        """Let lines be chosen, but not moved."""
        self.setDragEnabled(not read_only)
        self.setAcceptDrops(not read_only)

    def current_thing(self) -> tuple[str, int]:
        """Return the kind and id of what is chosen here, or ("", 0)."""
        index = self.currentIndex()
        if not index.isValid() or not self.selectionModel().isSelected(index):
            return ("", 0)
        return thing_of(self.lines.lines[index.row()])

    def select_thing(self, kind: str, thing_id: int) -> bool:
        """Choose something if it is in this column, else nothing; nobody is told."""
        quiet, self._quiet = self._quiet, True
        row = next((place for place, line in enumerate(self.lines.lines) if thing_of(line) == (kind, thing_id)), -1)
        found = row >= 0 and bool(kind)
        if found:
            self.setCurrentIndex(self.lines.index(row))
            self.scrollTo(self.lines.index(row))
        else:
            self.selectionModel().clear()
        self._quiet = quiet
        return found

    def target_at(self, position: QPoint) -> Target | None:
        """Return where a member let go here would be put."""
        index = self.indexAt(position)
        lines = self.lines.lines
        if not index.isValid():
            if not lines:
                return None
            last = lines[-1]
            place = last.place + 1 if isinstance(last, MemberLine) else 1
            return Target(last.delegation_id, place, self.visualRect(self.lines.index(len(lines) - 1)).bottom())
        line, area = lines[index.row()], self.visualRect(index)
        if isinstance(line, MemberLine):
            below = position.y() > area.center().y()
            return Target(line.delegation_id, line.place + below, area.bottom() if below else area.top())
        if isinstance(line, RuleLine):
            before = lines[index.row() - 1]
            return Target(line.delegation_id, before.place + 1 if isinstance(before, MemberLine) else 1, area.top())
        return Target(line.delegation_id, 1, area.bottom() if not isinstance(line, EmptyLine) else area.top())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where the member would stand."""
        self._target = self.target_at(event.position().toPoint()) if event.mimeData().hasFormat(MIME) else None
        event.setAccepted(self._target is not None)
        self.viewport().update()

    def dragEnterEvent(self, event: QDragMoveEvent) -> None:
        """Take members only."""
        event.setAccepted(event.mimeData().hasFormat(MIME))

    def dragLeaveEvent(self, event: QEvent) -> None:
        """Show no place any more."""
        self._target = None
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put the member where it was let go."""
        target = self.target_at(event.position().toPoint())
        self._target = None
        self.viewport().update()
        if target is None or not event.mimeData().hasFormat(MIME):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)  # the rows are drawn anew from the office, not moved by the view
        event.accept()
        self.moved.emit(int(bytes(event.mimeData().data(MIME).data())), target.delegation_id, target.place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by Ctrl+↑↓, go to the neighbour column by ← →, open by Enter, take out by Delete."""
        kind, thing_id = self.current_thing()
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and kind == "member":
            self.shifted.emit(thing_id, -1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.left.emit(-1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and kind:
            self.opened.emit(kind, thing_id)
        elif key == Qt.Key.Key_Delete and kind:
            self.removal_wanted.emit(kind, thing_id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first line when nothing is chosen yet."""
        super().focusInEvent(event)
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.OtherFocusReason)
        if not self.currentIndex().isValid() and self.lines.lines and event.reason() in reasons:
            self.setCurrentIndex(self.lines.index(min(1, len(self.lines.lines) - 1)))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew for another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and hasattr(self, "_delegate"):
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, and where a dragged member would stand."""
        super().paintEvent(event)
        if self._target is not None:
            painter = QPainter(self.viewport())
            painter.fillRect(4, self._target.y - 1, self.viewport().width() - 8, 3, theme.colour("link"))

    def _current_moved(self) -> None:
        if not self._quiet:
            self._tell()

    def _tell(self) -> None:
        kind, thing_id = self.current_thing()
        if kind:
            self.chosen.emit(kind, thing_id)

    def _tell_opened(self) -> None:
        kind, thing_id = self.current_thing()
        if kind:
            self.opened.emit(kind, thing_id)


def thing_of(line: Line) -> tuple[str, int]:
    """Return the kind and id a line stands for, or ("", 0)."""
    if isinstance(line, MemberLine):
        return ("member", line.member_id)
    return ("delegation", line.delegation_id) if isinstance(line, HeadingLine) else ("", 0)


def spoken(line: Line) -> str:
    """Return a line as a screen reader says it."""
    if isinstance(line, MemberLine):
        number, positions = str(line.number or ""), [words for words, _missing in line.positions]
        words = (number, line.name, line.second, *positions, *(pill.text for pill in line.pills))
        return ", ".join(filter(None, words))
    if isinstance(line, HeadingLine):
        return ", ".join(word for word in (line.title, line.organisation, line.remark) if word)
    return line.words


