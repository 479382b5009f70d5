"""One column of the delegations tab: a list in which members are chosen, moved and taken out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from ui import theme
from ui.delegations.line_delegate import LineDelegate
from ui.delegations.line_kinds import EmptyLine, Line, PersonLine, RuleLine
from ui.delegations.line_model import MIME, LineModel, thing_of

_MATCH_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Backspace: 0}
LONG = 400
"""Lines from which heights are estimated; shorter lists are measured."""
BATCH = 60
"""Lines measured in one go; the window answers between two."""


class Target(NamedTuple):
    """Where a member would be put: before the place (counted from 1) of a delegation; `y` is where a line is drawn."""

    delegation_id: int
    place: int
    y: int


class SideList(QListView):
    """Signals: `chosen(kind, id)` ("member" or "delegation"); `moved(member_id, delegation_id, place)`, the place it
    shall have; `shifted(kind, id, step)` by Ctrl+↑ and Ctrl+↓; `removal_wanted(kind, id)` by Delete;
    `opened(kind, id)` by Enter or a double click; `left(step)` by ← and →; `matched(member_id, step)` by Alt+↑ and
    Alt+↓, 0 by Alt+Backspace; `why_wanted(member_id, place)` by ?, by the menu and where the mouse rests.
    """

    chosen = Signal(str, int)
    moved = Signal(int, int, int)
    shifted = Signal(str, int, int)
    removal_wanted = Signal(str, int)
    opened = Signal(str, int)
    left = Signal(int)
    matched = Signal(int, int)
    why_wanted = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LineModel(self)
        self._quiet = False
        self._target: Target | None = None
        self.setModel(self.lines)
        self._delegate = LineDelegate(self, lambda: self.lines.lines)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # 10,000 lines of different heights take 3 s to measure
        self.setBatchSize(BATCH)
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
        estimates = len(lines) > LONG
        self._delegate.show_others(estimates=estimates)
        # A batched list paints nothing before its last batch: with estimates, all heights are there at once.
        mode = QListView.LayoutMode.SinglePass if estimates else QListView.LayoutMode.Batched
        self.setLayoutMode(mode)
        # A bar that came with the lines would take room from them, and all would be laid out a second time.
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(bar.ScrollBarAlwaysOn if estimates else bar.ScrollBarAsNeeded)
        if self.lines.set_lines(lines) and estimates and self.isVisible():
            # Now, while this thread has the interpreter: from Qt's own loop each line would ask for it anew, and wait
            # behind whatever is being read or imported.
            self.doItemsLayout()
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
        lines = self.lines.lines if kind else []
        row = next((place for place, line in enumerate(lines) if thing_of(line) == (kind, thing_id)), -1)
        found = row >= 0
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
            place = last.place + 1 if isinstance(last, PersonLine) else 1
            return Target(last.delegation_id, place, self.visualRect(self.lines.index(len(lines) - 1)).bottom())
        line, area = lines[index.row()], self.visualRect(index)
        if isinstance(line, PersonLine):
            below = position.y() > area.center().y()
            return Target(line.delegation_id, line.place + below, area.bottom() if below else area.top())
        if isinstance(line, RuleLine):
            before = lines[index.row() - 1]
            return Target(line.delegation_id, before.place + 1 if isinstance(before, PersonLine) else 1, area.top())
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
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _MATCH_KEYS and kind == "member":
            self.matched.emit(thing_id, _MATCH_KEYS[Qt.Key(key)])
        elif event.text() == "?" and kind == "member":
            self.ask_why()
        elif control and key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and kind:
            self.shifted.emit(kind, thing_id, -1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.left.emit(-1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and kind:
            self.opened.emit(kind, thing_id)
        elif key == Qt.Key.Key_Delete and kind:
            self.removal_wanted.emit(kind, thing_id)
        else:
            super().keyPressEvent(event)

    def ask_why(self) -> None:
        """Ask why the member chosen stands where it stands."""
        kind, thing_id = self.current_thing()
        if kind == "member":
            area = self.visualRect(self.currentIndex())
            self.why_wanted.emit(thing_id, self.viewport().mapToGlobal(area.center()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Say why, where the mouse rests on a member."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            line = self.lines.lines[index.row()] if index.isValid() else None
            if isinstance(line, PersonLine):
                self.why_wanted.emit(line.member_id, event.globalPos())
                return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first line when nothing is chosen yet."""
        super().focusInEvent(event)
        reasons = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.OtherFocusReason)
        if not self.currentIndex().isValid() and self.lines.lines and event.reason() in reasons:
            self.setCurrentIndex(self.lines.index(min(1, len(self.lines.lines) - 1)))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew for another width."""
        self._delegate.set_width(event.size().width())
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
