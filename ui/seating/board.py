"""The room drawn to scale: chairs that are chosen, dragged onto one another, pinned and kept free."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip, QWidget

from ui import theme
from ui.common.carried_person import PERSON, person_in
from ui.common.labels import plain_tooltip
from ui.seating.board_paint import BoardPainter
from ui.seating.scale import Frame, Scale, legible_zoom, zoomed_size
from ui.seating.shown import DeskShown, SeatShown

_STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
_ZOOM, _MOST, _LEAST = 1.2, 6.0, 1.0


class Board(QWidget):
    """Shows one plan. Attributes: `chosen`, the key of the seat chosen, "" for none; `carried`, the seat picked up.

    Signals: `seat_chosen(key)`; `dropped(person, key)`, somebody onto a chair; `pin_wanted(key)`;
    `release_wanted(key)`, to let the rules decide again; `free_wanted(key)`, to keep it empty;
    `table_moved(number, x, y)` in centimetres; `zoomed()`.
    """

    seat_chosen = Signal(str)
    dropped = Signal(int, str)
    pin_wanted = Signal(str)
    release_wanted = Signal(str)
    free_wanted = Signal(str)
    table_moved = Signal(int, int, int)
    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: DeskShown | None = None
        self.chosen = ""
        self.carried = ""
        self.target = ""
        self.zoom = 1.0
        self._frame: Frame | None = None
        self.read_only = False
        self._pressed: QPointF | None = None
        self._table: tuple[int, QPointF] | None = None
        self.mouse = QPointF()
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._painter = BoardPainter(self)

    def show_desk(self, shown: DeskShown | None) -> None:
        """Show a plan; the seat chosen stays if it is there, the zoom while it is the same plan."""
        if self.shown is None or shown is None or shown.desk.plan != self.shown.desk.plan:
            self.zoom = _LEAST
        self.shown, self._frame = shown, Frame.of(shown) if shown is not None else None
        if shown is None or self.chosen not in shown.chart.by_key:
            self.chosen = ""
        self.carried = self.target = ""
        self.fit()
        self.update()

    def choose(self, key: str) -> None:
        """Choose a seat."""
        if key != self.chosen:
            self.chosen = key
            self.seat_chosen.emit(key)
            self.update()
        seat = self.seat(key)
        if seat is not None:
            self._bring_into_view(seat)
        self.setAccessibleDescription(f"{seat.number} {seat.name}" if seat else "")

    def seat(self, key: str) -> SeatShown | None:
        """Return what is shown of a seat."""
        seats = self.shown.seats if self.shown else ()
        return next((seat for seat in seats if seat.key == key), None)

    def scale(self) -> Scale:
        """Return how centimetres become pixels now."""
        assert self._frame is not None
        return Scale.fitting(self._frame, self.size(), zoom=self.zoom)

    def seat_at(self, place: QPointF) -> str:
        """Return the seat under a point, or ""."""
        if self.shown is None:
            return ""
        scale = self.scale()
        for seat in self.shown.seats:
            if scale.box(seat).contains(place):
                return seat.key
        return ""

    def sizeHint(self) -> QSize:
        """Return the room a small table needs."""
        return QSize(theme.px(560), theme.px(460))

    # --- The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a seat, or take hold of a table."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() is not Qt.MouseButton.LeftButton or self.shown is None:
            return
        key = self.seat_at(event.position())
        self.choose(key)
        if key:
            self._pressed = event.position()
        elif (number := self._table_at(event.position())) and not self.read_only:
            self._table = (number, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry who was taken hold of."""
        self.mouse = event.position()
        if self._table is not None:
            self.update()
        elif self._pressed is not None and not self.read_only:
            far = (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            seat = self.seat(self.chosen)
            if not self.carried and far and seat is not None and not seat.empty:
                self.carried = self.chosen
            if self.carried:
                self.target = self.seat_at(event.position())
                self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: onto a chair, or of a table at another place."""
        self._pressed = None
        if self._table is not None and self.shown is not None:
            (number, begun), self._table = self._table, None
            moved = self.scale().back(event.position() - begun)
            if moved.manhattanLength() >= 1:
                middle = self._middle_of(number)
                self.table_moved.emit(number, round(middle.x() + moved.x()), round(middle.y() + moved.y()))
        elif self.carried:
            self._let_go(self.seat_at(event.position()))

    def table_drag(self) -> tuple[int, QPointF] | None:
        """Return the table taken hold of and how far it was moved, in pixels."""
        return None if self._table is None else (self._table[0], self.mouse - self._table[1])

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom by Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            event.ignore()

    def set_zoom(self, zoom: float) -> None:
        """Show the room larger than its place; the area around scrolls."""
        self.zoom = min(max(zoom, _LEAST), _MOST)
        self.fit()

    def step_zoom(self, direction: int) -> None:
        """Show the room larger or smaller by a step; the first step from the whole room is to where names are read."""
        zoom = self.zoom * _ZOOM**direction
        area = self._area()
        if direction > 0 and self.zoom == _LEAST and self._frame is not None and area is not None:
            zoom = max(zoom, legible_zoom(self._frame, area.maximumViewportSize()))
        self.set_zoom(zoom)

    def _bring_into_view(self, seat: SeatShown) -> None:
        area = self._area()
        if area is not None and self.zoom > 1:
            box = self.scale().box(seat)
            area.ensureVisible(
                round(box.center().x()), round(box.center().y()), round(box.width()), round(box.height())
            )

    def _area(self) -> QScrollArea | None:
        """Return the area around the board, if it is in one."""
        port = self.parentWidget()
        area = port.parentWidget() if port is not None else None
        return area if isinstance(area, QScrollArea) else None

    def fit(self) -> None:
        """Take the room the zoom needs, in the place there is now."""
        area = self._area()
        if self._frame is None or area is None:
            return
        place = area.maximumViewportSize()
        bar = area.verticalScrollBar().sizeHint().width()
        self.setMinimumSize(QSize(0, 0) if self.zoom == 1 else zoomed_size(self._frame, place, self.zoom, bar=bar))
        self.updateGeometry()
        self.update()
        self.zoomed.emit()

    # --- Dropped from the list

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take people only."""
        if event.mimeData().hasFormat(PERSON) and not self.read_only:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where somebody would sit."""
        self.target = self.seat_at(event.position())
        self.update()
        event.setAccepted(bool(self.target))

    def dropEvent(self, event: QDropEvent) -> None:
        """Seat who was dragged here from the list."""
        key, self.target = self.seat_at(event.position()), ""
        self.update()
        if key and (person := person_in(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.dropped.emit(person, key)

    # --- The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose; Enter or Space picks up and sets down; P pins, Delete releases, F keeps free, Esc gives up."""
        key, control = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _STEPS:
            self._step(*_STEPS[key])
        elif control and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0):
            direction = {Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}.get(key, 1)
            self.step_zoom(direction) if direction else self.set_zoom(_LEAST)
        elif not self._act(key):
            super().keyPressEvent(event)

    def _act(self, key: Qt.Key) -> bool:
        if key is Qt.Key.Key_Escape and self.carried:
            self.carried = self.target = ""
            self.update()
            return True
        if not self.chosen or self.read_only:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick_up_or_set_down()
        elif key is Qt.Key.Key_P:
            self.pin_wanted.emit(self.chosen)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.release_wanted.emit(self.chosen)
        elif key is Qt.Key.Key_F:
            self.free_wanted.emit(self.chosen)
        else:
            return False
        return True

    def _pick_up_or_set_down(self) -> None:
        if self.carried:
            self._let_go(self.target or self.chosen)
            return
        seat = self.seat(self.chosen)
        if seat is not None and not seat.empty:
            self.carried = self.target = self.chosen
            self.update()

    def _let_go(self, key: str) -> None:
        carried, self.carried, self.target = self.seat(self.carried), "", ""
        self.update()
        if carried is not None and carried.person is not None and key and key != carried.key:
            self.chosen = key
            self.dropped.emit(carried.person, key)

    def _step(self, across: int, down: int) -> None:
        """Go to the nearest seat in a direction; somebody picked up goes along."""
        if self.shown is None or not self.shown.seats:
            return
        now = self.seat(self.target or self.chosen)
        if now is None:
            self.choose(self.shown.seats[0].key)
            return
        best, least = None, float("inf")
        for seat in self.shown.seats:
            ahead = (seat.x - now.x) * across + (seat.y - now.y) * down
            beside = abs((seat.x - now.x) * down) + abs((seat.y - now.y) * across)
            if ahead > 1 and (cost := ahead + 2 * beside) < least:
                best, least = seat, cost
        if best is not None and self.carried:
            self.target = best.key
            self.update()
        elif best is not None:
            self.choose(best.key)

    # --- Drawing

    def _table_at(self, place: QPointF) -> int:
        if self.shown is None or not self.shown.desk.tables:
            return 0
        scale = self.scale()
        for table, thing in zip(self.shown.desk.tables, self.shown.chart.furniture, strict=False):
            if scale.furniture(thing).contains(place):
                return table.number
        return 0

    def _middle_of(self, number: int) -> QPointF:
        assert self.shown is not None
        for table, thing in zip(self.shown.desk.tables, self.shown.chart.furniture, strict=False):
            if table.number == number:
                return QPointF(thing.x, thing.y)
        return QPointF()

    def event(self, event: QEvent) -> bool:
        """Say who sits where the mouse is, with the post."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            seat = self.seat(self.seat_at(QPointF(event.pos())))
            words = ", ".join(filter(None, (seat.name, seat.remark))) if seat else ""
            plain_tooltip(self, words)
            if not words:
                QToolTip.hideText()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(self.rect()), theme.colour("panel"))
        if self.shown is not None:
            self._painter.paint(painter, self.shown, self.scale())
