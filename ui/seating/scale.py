"""Centimetres of a room as pixels of the board."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize

from planner.rules.places import PITCH, Chart, Furniture
from ui import theme
from ui.seating.shown import SeatShown

CHAIR_WIDTH, CHAIR_DEPTH = PITCH - 3, 56
_MARGIN = 30  # pixels around the room, for the word "door" below it
_BARE_MARGIN = 60  # centimetres around what has no walls
SMALLEST_BOX = 58
"""Pixels of a chair below which only its number is written."""


class Scale(NamedTuple):
    """One centimetre is `factor` pixels; the room's upper left corner lies at `left`, `top`."""

    factor: float
    left: float
    top: float
    room: QRectF
    walls: bool

    @classmethod
    def fitting(cls, chart: Chart, size: QSize) -> Scale:
        """Return the scale at which a chart fills a widget."""
        walls = bool(chart.room.doors or chart.room.windows)
        area = QRectF(0, 0, chart.room.width, chart.room.depth) if walls else _extent(chart)
        margin = theme.px(_MARGIN)
        wide, high = max(size.width() - 2 * margin, 50), max(size.height() - 2 * margin, 50)
        most = 1.6 * theme.text_size() / 100
        factor = min(wide / max(area.width(), 1), high / max(area.height(), 1), most)
        left = (size.width() - area.width() * factor) / 2 - area.left() * factor
        top = (size.height() - area.height() * factor) / 2 - area.top() * factor
        return cls(factor, left, top, area, walls)

    def point(self, x: float, y: float) -> QPointF:
        """Return where a place of the room lies on the board."""
        return QPointF(self.left + x * self.factor, self.top + y * self.factor)

    def back(self, moved: QPointF) -> QPointF:
        """Return a distance on the board in centimetres."""
        return moved / self.factor

    def box(self, seat: SeatShown) -> QRectF:
        """Return the box of a chair."""
        return self.area(seat.x, seat.y, CHAIR_WIDTH, CHAIR_DEPTH)

    def area(self, x: float, y: float, width: float, depth: float) -> QRectF:
        """Return a rectangle around its middle."""
        place = self.point(x, y)
        wide, high = width * self.factor, depth * self.factor
        return QRectF(place.x() - wide / 2, place.y() - high / 2, wide, high)

    def furniture(self, thing: Furniture) -> QRectF:
        """Return the box of a piece of furniture, as if it stood straight."""
        return self.area(thing.x, thing.y, thing.width, thing.depth)


def _extent(chart: Chart) -> QRectF:
    """Return what the chairs and furniture of a chart without walls take up."""
    boxes = [QRectF(seat.x - PITCH / 2, seat.y - PITCH / 2, PITCH, PITCH) for seat in chart.seats]
    boxes += [QRectF(one.x - one.width / 2, one.y - one.depth / 2, one.width, one.depth) for one in chart.furniture]
    area = QRectF()
    for box in boxes:
        area = area.united(box)
    return area.adjusted(-_BARE_MARGIN, -_BARE_MARGIN, _BARE_MARGIN, _BARE_MARGIN)
