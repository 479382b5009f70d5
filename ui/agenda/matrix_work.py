"""The matrix by mouse and by key: cells are painted, roles chosen, sides folded."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from planner.rules.kinds import Role
from planner.rules.taking_part import SIDE
from ui import theme
from ui.agenda.matrix_paint import INDENT
from ui.agenda.matrix_view import MatrixView, Place, Stroke
from ui.agenda.matrix_words import column_words, spoken
from ui.agenda.words import capital, choices
from ui.common.labels import plain_tooltip
from ui.translate import t

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
_ARROWS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
_ROLE_LETTERS = ("r", "к")  # one key on both keyboards


class MatrixWork(MatrixView):
    """The matrix to be worked in.

    Signals: `painted(places, on, role or None)`, `line_chosen(who)`, `item_chosen(id)`.

    Mouse: press and drag paints, on from an empty cell and off from a filled one; the right button opens the roles;
    a triangle folds; a head or a name is shown in the inspector. Keys: arrows go, Shift+arrows choose, Space paints
    or clears what is chosen, R opens the roles, + and - (or Ctrl+→ and Ctrl+←) open and fold, Home and End, the page
    keys, Enter shows the item, Escape.
    """

    painted = Signal(object, bool, object)
    line_chosen = Signal(object)
    item_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = False
        self.menu: QMenu | None = None

    def set_read_only(self, read_only: bool) -> None:
        """Let the matrix be looked at only."""
        self._read_only = read_only

    # --- Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to paint, fold, or choose."""
        point = event.position().toPoint()
        place = self.place_at(point)
        if place is not None and event.button() == Qt.MouseButton.RightButton:
            if place not in self.chosen():
                self.choose(place)
            self.open_roles()
        elif event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        elif place is None:
            self._margin_pressed(point)
        elif event.modifiers() & SHIFT:
            self.choose(place, self._anchor)
        else:
            self.choose(place)
            if not self._read_only:
                self._stroke = Stroke(place, on=not self.is_on([place]))
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Paint on."""
        if self._stroke is None:
            return
        point = event.position().toPoint()
        place = self._nearest(point)
        if place is not None and place != self._stroke.to:
            self._stroke = self._stroke._replace(to=place)
            self._go(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Paint for good."""
        stroke, self._stroke = self._stroke, None
        if stroke is not None and event.button() == Qt.MouseButton.LeftButton:
            places = self._between(self._anchor, stroke.to)
            self._anchor = self._current
            self._send(places, on=stroke.on)

    def _margin_pressed(self, point: QPoint) -> None:
        line, column = self.line_at(point), self.column_at(point)
        if line is not None and point.x() < self._left():
            one = self.grid.lines[line]
            self.choose(Place(line, self._current.column))
            if one.folds and point.x() < theme.px(24) + one.depth * theme.px(INDENT):
                self.fold(one.who, folded=one.who not in self.folded)
            else:
                self.line_chosen.emit(one.who)
        elif column is not None:
            self.choose(Place(self._current.line, column))
            self.item_chosen.emit(self.grid.columns[column].item_id)

    def _nearest(self, point: QPoint) -> Place | None:
        """Return the cell at a point, or the nearest one in sight; beyond the edge the next comes into sight."""
        room = self._room()
        x = min(max(point.x(), self._left()), self._left() + room.width() - 1)
        y = min(max(point.y(), self._top()), self._top() + room.height() - 1)
        place = self.place_at(QPoint(x, y))
        if place is None:
            return None
        row = self._shown.index(place.line) + (point.y() > y) - (point.y() < y)
        column = place.column + (point.x() > x) - (point.x() < x)
        return self._bound(row, column)

    def _bound(self, row: int, column: int) -> Place:
        line = self._shown[min(max(row, 0), len(self._shown) - 1)]
        return Place(line, min(max(column, 0), len(self.grid.columns) - 1))

    # --- Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do by key what the mouse does."""
        key, held = Qt.Key(event.key()), event.modifiers()
        if self.current() is None:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and (self._stroke is not None or len(self.chosen()) > 1):
            self._stroke = None
            self.choose(self._current)
        elif (action := self._action(key, held, event.text())) is not None:
            action()
        else:
            super().keyPressEvent(event)

    def _action(self, key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> Callable[[], object] | None:
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and held & CTRL:
            return partial(self._fold_here, folded=key == Qt.Key.Key_Left)
        if (step := self._step(key)) is not None and not held & CTRL:
            return partial(self._walk, *step, extend=bool(held & SHIFT))
        if text in ("+", "-"):
            return partial(self._fold_here, folded=text == "-")
        if key == Qt.Key.Key_Space:
            return self._toggle
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return lambda: self.item_chosen.emit(self.grid.columns[self._current.column].item_id)
        if text.lower() in _ROLE_LETTERS or key == Qt.Key.Key_Menu:
            return self.open_roles
        return None

    def _step(self, key: Qt.Key) -> tuple[int, int] | None:
        page = max(self._room().height() // self._painter.line_height - 1, 1)
        ends = {Qt.Key.Key_Home: (0, -len(self.grid.columns)), Qt.Key.Key_End: (0, len(self.grid.columns)),
                Qt.Key.Key_PageUp: (-page, 0), Qt.Key.Key_PageDown: (page, 0)}  # fmt: skip
        return _ARROWS.get(key) or ends.get(key)

    def _walk(self, down: int, across: int, *, extend: bool) -> None:
        row = self._shown.index(self._current.line)
        there = self._bound(row + down, self._current.column + across)
        self.choose(there, self._anchor if extend else None)

    def _fold_here(self, *, folded: bool) -> None:
        one = self.grid.lines[self._current.line]
        if folded and (not one.folds or one.who in self.folded):
            up = self.grid.there.parent.get(one.who)
            lines = [place for place, line in enumerate(self.grid.lines) if line.who == up]
            if lines:
                self.choose(Place(lines[0], self._current.column))
        elif one.folds:
            self.fold(one.who, folded=folded)

    def _toggle(self) -> None:
        places = self.chosen()
        self._send(places, on=not self.is_on(places))

    # --- Roles

    def open_roles(self) -> None:
        """Open the roles for what is chosen."""
        if self._read_only or self.current() is None:
            return
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = QMenu(self)
        now = {self.grid.cell(*place).role for place in self.chosen()}
        for role, words in choices(Role):
            action = self.menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(now == {role})
            action.triggered.connect(partial(self._give, role))
        self.menu.addSeparator()
        self.menu.addAction(capital(t("does not take part"))).triggered.connect(partial(self._give, None))
        area = self.area_of(self._current)
        self.menu.popup(self.viewport().mapToGlobal(area.bottomLeft()))
        self.menu.setActiveAction(self.menu.actions()[0])

    def _give(self, role: Role | None, _on: bool = False) -> None:
        self._send(self.chosen(), on=role is not None, role=role)

    def _send(self, places: list[Place], *, on: bool, role: Role | None = None) -> None:
        if places and not self._read_only:
            self._sent = dict.fromkeys(places, on)
            self.viewport().update()
            self.painted.emit(places, on, role)

    def forget_sent(self) -> None:
        """Show what the office has, where painting was refused."""
        self._sent = {}
        self.viewport().update()

    # --- Hints

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what is under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            plain_tooltip(self.viewport(), self._hint(event.pos()))
        return bool(super().viewportEvent(event))

    def _hint(self, point: QPoint) -> str:
        place = self.place_at(point)
        if place is not None:
            return spoken(self.grid, *place)
        column = self.column_at(point)
        if column is not None:
            one = self.grid.columns[column]
            return f"{one.time} {one.title}. {column_words(one)}".strip()
        line = self.line_at(point)
        if line is None:
            return ""
        name = self.grid.lines[line]
        return name.label if name.who.kind == SIDE or not name.remark else f"{name.label} · {name.remark}"

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()
