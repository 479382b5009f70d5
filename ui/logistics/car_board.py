"""The cars of a movement as cards in their order: people dragged from seat to seat, or carried by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from ui import theme
from ui.common.carried_person import PERSON, person_in
from ui.logistics.car_paint import paint_card
from ui.logistics.car_places import CarShown, Slot

WIDTH, GAP = 232, 12
STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}

Place = tuple[int, int]
"""A car and a line in it, both counted from 0."""


class CarBoard(QWidget):
    """Attributes: `cars`, `chosen` (a place or None), `carried` (the place somebody is taken from).

    Signals: `slot_chosen(Slot)`; `dropped(person, ride, seat)`; `out_wanted(person)`, out of the car; `asked(ride,
    seat)`, somebody for a free seat; `car_moved(ride, by)`, to another place in the order.
    """

    slot_chosen = Signal(object)
    dropped = Signal(int, int, str)
    out_wanted = Signal(int)
    asked = Signal(int, str)
    car_moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cars: tuple[CarShown, ...] = ()
        self.chosen: Place | None = None
        self.carried: Place | None = None
        self.target: Place | None = None
        self.read_only = False
        self._pressed: QPointF | None = None
        self._mouse = QPointF()
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_cars(self, cars: Sequence[CarShown]) -> None:
        """Show these cars; the person chosen stays so wherever sitting now."""
        if tuple(cars) == self.cars:
            return
        before = self.slot(self.chosen)
        self.cars = tuple(cars)
        self.carried = self.target = None
        self.chosen = self._find(before)
        self._measure()
        self.update()

    def slot(self, place: Place | None) -> Slot | None:
        """Return the line at a place."""
        if place is None or place[0] >= len(self.cars) or place[1] >= len(self.cars[place[0]].slots):
            return None
        return self.cars[place[0]].slots[place[1]]

    def choose(self, place: Place | None) -> None:
        """Choose a line."""
        if place != self.chosen:
            self.chosen = place
            slot = self.slot(place)
            if slot is not None:
                self.setAccessibleDescription(f"{self.cars[place[0]].name}, {slot.label}, {slot.name}" if place else "")
                self.slot_chosen.emit(slot)
            self.update()

    def place_of(self, person: int) -> Place | None:
        """Return where somebody sits."""
        for car, shown in enumerate(self.cars):
            for line, slot in enumerate(shown.slots):
                if slot.person == person:
                    return car, line
        return None

    # --- Where things are

    def card_area(self, car: int) -> QRect:
        """Return where a card is drawn."""
        columns, width = self._columns()
        row = car // columns
        top = sum(self._row_height(one, columns) + theme.px(GAP) for one in range(row))
        return QRect((car % columns) * (width + theme.px(GAP)), top, width, self._card_height(car))

    def line_area(self, place: Place) -> QRect:
        """Return where a line of a car is drawn."""
        card = self.card_area(place[0])
        height = line_height()
        return QRect(card.left() + 1, card.top() + head_height() + place[1] * height, card.width() - 2, height)

    def place_at(self, point: QPointF) -> Place | None:
        """Return the line under a point; on the rest of a card its last line."""
        for car, shown in enumerate(self.cars):
            if self.card_area(car).contains(point.toPoint()):
                for line in range(len(shown.slots)):
                    if self.line_area((car, line)).contains(point.toPoint()):
                        return car, line
                return (car, len(shown.slots) - 1) if shown.slots else None
        return None

    def _columns(self) -> tuple[int, int]:
        """Return how many cards stand side by side, and how wide each is."""
        gap = theme.px(GAP)
        columns = max((self.width() + gap) // (theme.px(WIDTH) + gap), 1)
        columns = min(columns, max(len(self.cars), 1))
        return columns, min((self.width() - (columns - 1) * gap) // columns, theme.px(WIDTH * 3 // 2))

    def _card_height(self, car: int) -> int:
        return head_height() + len(self.cars[car].slots) * line_height() + theme.px(6)

    def _row_height(self, row: int, columns: int) -> int:
        cars = range(row * columns, min((row + 1) * columns, len(self.cars)))
        return max((self._card_height(car) for car in cars), default=0)

    def _measure(self) -> None:
        columns, _width = self._columns()
        rows = -(-len(self.cars) // columns)
        height = sum(self._row_height(row, columns) + theme.px(GAP) for row in range(rows))
        self.setMinimumHeight(max(height, theme.px(60)))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for the room of two cards."""
        return QSize(theme.px(2 * WIDTH + GAP), self.minimumHeight())

    def _find(self, before: Slot | None) -> Place | None:
        if before is None:
            return None
        if before.person is not None:
            return self.place_of(before.person)
        same = (
            (car, line)
            for car, shown in enumerate(self.cars)
            for line, slot in enumerate(shown.slots)
            if (slot.ride, slot.seat) == (before.ride, before.seat)
        )
        return next(same, None)

    # --- The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a line."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() is Qt.MouseButton.LeftButton:
            self.choose(self.place_at(event.position()))
            self._pressed = event.position()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask who shall have a free seat."""
        self._ask(self.place_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry who was taken hold of."""
        slot = self.slot(self.chosen)
        if self._pressed is None or self.read_only or slot is None or slot.person is None:
            return
        far = (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if far and self.carried is None:
            self.carried = self.chosen
        if self.carried is not None:
            self.target = self.place_at(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: onto a seat, or out of the cars beside them."""
        pressed, self._pressed = self._pressed, None
        if pressed is None or self.carried is None:
            return
        place = self.place_at(event.position())
        slot = self.slot(self.carried)
        if place is None and slot is not None and slot.person is not None:
            self.carried = self.target = None
            self.out_wanted.emit(slot.person)
        else:
            self._set_down(place)
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take people only."""
        if event.mimeData().hasFormat(PERSON) and not self.read_only:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where somebody would sit."""
        self.target = self.place_at(event.position())
        self.update()
        event.setAccepted(self.target is not None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Seat who was dragged here from the list."""
        place, self.target = self.place_at(event.position()), None
        self.update()
        slot = self.slot(place)
        if slot is not None and (person := person_in(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.dropped.emit(person, slot.ride, slot.seat)

    # --- The keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose; Enter or Space picks up and sets down, or asks who shall have a free seat.

        Delete takes somebody out, Esc gives up, Ctrl+←→ puts the car elsewhere in the motorcade.
        """
        key, control = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        slot = self.slot(self.chosen)
        if key is Qt.Key.Key_Escape and self.carried is not None:
            self.carried = self.target = None
            self.update()
        elif control and key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and slot is not None and not self.read_only:
            self.car_moved.emit(slot.ride, STEPS[key][0])
        elif key in STEPS and not control:
            self._step(*STEPS[key])
        elif self.read_only or slot is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._pick_up_or_set_down(slot)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and slot.person is not None:
            self.out_wanted.emit(slot.person)
        else:
            super().keyPressEvent(event)

    def _pick_up_or_set_down(self, slot: Slot) -> None:
        if self.carried is not None:
            self._set_down(self.target or self.chosen)
        elif slot.person is not None:
            self.carried = self.target = self.chosen
            self.update()
        else:
            self._ask(self.chosen)

    def _ask(self, place: Place | None) -> None:
        slot = self.slot(place)
        if slot is not None and slot.person is None and not self.read_only:
            self.asked.emit(slot.ride, slot.seat)

    def _set_down(self, place: Place | None) -> None:
        carried, onto = self.slot(self.carried), self.slot(place)
        moved = place != self.carried
        self.carried = self.target = None
        self.update()
        if carried is not None and carried.person is not None and onto is not None and moved:
            self.dropped.emit(carried.person, onto.ride, onto.seat)

    def _step(self, across: int, down: int) -> None:
        """Go to the nearest line in a direction; somebody picked up goes along."""
        places = [(car, line) for car, shown in enumerate(self.cars) for line in range(len(shown.slots))]
        now = self.target if self.carried is not None else self.chosen
        if not places or now is None or now not in places:
            if places:
                self.choose(places[0])
            return
        here = self.line_area(now).center()
        best, least = None, 10.0**9
        for one in places:
            there = self.line_area(one).center() - here
            ahead = there.x() * across + there.y() * down
            beside = abs(there.x() * down) + abs(there.y() * across)
            if ahead > 1 and ahead + 2 * beside < least:
                best, least = one, ahead + 2 * beside
        if best is None:
            return
        if self.carried is not None:
            self.target = best
            self.update()
        else:
            self.choose(best)

    # --- Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for car, shown in enumerate(self.cars):
            lines = [self.line_area((car, line)) for line in range(len(shown.slots))]
            marks = tuple(
                one[1] if one is not None and one[0] == car else -1 for one in (self.chosen, self.carried, self.target)
            )
            paint_card(painter, self.card_area(car), lines, shown, marks, focus=self.hasFocus())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cards anew."""
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()


def head_height() -> int:
    """Return the height of a card's heading: name and remark."""
    return QFontMetrics(theme.font()).height() + QFontMetrics(theme.font(theme.SMALL)).height() + theme.px(18)


def line_height() -> int:
    """Return the height of a line: the seat over the name."""
    return QFontMetrics(theme.font()).height() + theme.px(10)
