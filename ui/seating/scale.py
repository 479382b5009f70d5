"""Centimetres of a room as pixels of the board."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSize, QSizeF

from planner.rules.places import PITCH, Chart, Furniture, Opening, Room, Wall
from ui import theme
from ui.seating.shown import DeskShown, SeatShown

CHAIR_WIDTH, CHAIR_DEPTH = PITCH - 3, 56
_NEAR = PITCH * 1.5  # centimetres: chairs farther from one another never touch
_LEAST_CHAIR = 0.45  # of a chair's size, where chairs stand closer than that
_MARGIN = 12  # pixels around the room
_DOOR = {Wall.TOP: 30, Wall.BOTTOM: 30, Wall.LEFT: 58, Wall.RIGHT: 58}  # and outside a wall with a door: its word
_BARE_MARGIN = 20  # centimetres around what has no walls
_AISLE, _WORDS = 45, 80  # centimetres to the wall of a room without measures of its own, and where a word stands there
SMALLEST_BOX = 50
"""Pixels of a chair below which only its number is written."""

_LEGIBLE = 80  # pixels of a chair made large enough for names
_MOST_AT_ONCE = 2.6  # a plan that would have to be larger than so many times its place grows step by step
_LARGEST = 1.6


class Frame(NamedTuple):
    """What is drawn of a plan in centimetres, whether there are walls around it, how large chairs are, where doors."""

    area: QRectF
    walls: bool
    chair: QSizeF
    doors: frozenset[Wall] = frozenset()

    def margins(self) -> QMarginsF:
        """Return the pixels around the area."""
        left, top, right, bottom = (
            theme.px(_DOOR[wall] if wall in self.doors else _MARGIN)
            for wall in (Wall.LEFT, Wall.TOP, Wall.RIGHT, Wall.BOTTOM)
        )
        return QMarginsF(left, top, right, bottom)

    @classmethod
    def of(cls, shown: DeskShown) -> Frame:
        """Return the frame of a plan: its room, or as much of it as is needed where nobody measured the room."""
        chart, own = shown.chart, shown.desk.room
        walls = bool(chart.room.doors or chart.room.windows)
        needed = _extent(chart)
        if not walls:
            return cls(needed.adjusted(-_BARE_MARGIN, -_BARE_MARGIN, _BARE_MARGIN, _BARE_MARGIN), walls, _chair(chart))
        area, whole = _walled(needed, chart.room), QRectF(0, 0, chart.room.width, chart.room.depth)
        if own.width:
            area.setLeft(whole.left())
            area.setRight(whole.right())
        if own.depth:
            area.setTop(whole.top())
            area.setBottom(whole.bottom())
        return cls(area, walls, _chair(chart), frozenset(door.wall for door in chart.room.doors))


class Scale(NamedTuple):
    """One centimetre is `factor` pixels; the place 0, 0 of the room lies at `left`, `top`."""

    factor: float
    left: float
    top: float
    frame: Frame

    @classmethod
    def fitting(cls, frame: Frame, size: QSize, *, zoom: float = 1) -> Scale:
        """Return the scale at which a plan fills a widget."""
        area, around = frame.area, frame.margins()
        factor = min(_fitting(frame, size), _LARGEST * max(zoom, 1) * theme.text_size() / 100)
        free = QRectF(QPointF(0, 0), QSizeF(size)).marginsRemoved(around)
        left = free.center().x() - area.center().x() * factor
        top = free.center().y() - area.center().y() * factor
        return cls(factor, left, top, frame)

    def point(self, x: float, y: float) -> QPointF:
        """Return where a place of the room lies on the board."""
        return QPointF(self.left + x * self.factor, self.top + y * self.factor)

    def opening(self, opening: Opening) -> tuple[float, float]:
        """Return where the middle of an opening is, in centimetres, in the walls as they are drawn."""
        area = self.frame.area
        across, along = area.left() + opening.at * area.width(), area.top() + opening.at * area.height()
        return {
            Wall.TOP: (across, area.top()),
            Wall.BOTTOM: (across, area.bottom()),
            Wall.LEFT: (area.left(), along),
            Wall.RIGHT: (area.right(), along),
        }[opening.wall]

    def back(self, moved: QPointF) -> QPointF:
        """Return a distance on the board in centimetres."""
        return moved / self.factor

    def walls(self) -> QRectF:
        """Return the walls on the board."""
        area = self.frame.area
        return QRectF(self.point(area.left(), area.top()), self.point(area.right(), area.bottom()))

    def box(self, seat: SeatShown) -> QRectF:
        """Return the box of a chair."""
        return self.area(seat.x, seat.y, self.frame.chair.width(), self.frame.chair.height())

    def area(self, x: float, y: float, width: float, depth: float) -> QRectF:
        """Return a rectangle around its middle."""
        place = self.point(x, y)
        wide, high = width * self.factor, depth * self.factor
        return QRectF(place.x() - wide / 2, place.y() - high / 2, wide, high)

    def furniture(self, thing: Furniture) -> QRectF:
        """Return the box of a piece of furniture, as if it stood straight."""
        return self.area(thing.x, thing.y, thing.width, thing.depth)


def legible_zoom(frame: Frame, place: QSize) -> float:
    """Return how much larger than its place a plan must be shown so that names can be read; 1 where that is too far."""
    chair = Scale.fitting(frame, place).factor * frame.chair.width()
    wanted = max(theme.px(_LEGIBLE) / max(chair, 1), 1)
    return wanted if wanted <= _MOST_AT_ONCE else 1


def zoomed_size(frame: Frame, place: QSize, zoom: float, *, bar: int) -> QSize:
    """Return how large the board must be to show a plan so many times larger than its place would.

    `bar` are the pixels a scroll bar takes from the other side, so that one bar does not ask for another.
    """
    factor, around = Scale.fitting(frame, place).factor * zoom, frame.margins()
    wide = round(frame.area.width() * factor + around.left() + around.right())
    high = round(frame.area.height() * factor + around.top() + around.bottom())
    across, along = wide > place.width(), high > place.height() - (bar if wide > place.width() else 0)
    return QSize(max(wide, place.width() - bar * along), max(high, place.height() - bar * across))


def _fitting(frame: Frame, size: QSize) -> float:
    area, around = frame.area, frame.margins()
    wide = max(size.width() - around.left() - around.right(), 50)
    high = max(size.height() - around.top() - around.bottom(), 50)
    return min(wide / max(area.width(), 1), high / max(area.height(), 1))


def _walled(needed: QRectF, room: Room) -> QRectF:
    """Return the walls around what stands in a room; where a word is written inside, they stand farther off."""
    said = {one.wall for one in (*room.windows, *filter(None, (room.camera,)))}
    said |= {Wall.TOP} if room.flags else set()
    left, top, right, bottom = (
        _WORDS if wall in said else _AISLE for wall in (Wall.LEFT, Wall.TOP, Wall.RIGHT, Wall.BOTTOM)
    )
    return needed.adjusted(-left, -top, right, bottom)


def _extent(chart: Chart) -> QRectF:
    """Return what the chairs and furniture of a chart take up."""
    boxes = [QRectF(seat.x - PITCH / 2, seat.y - PITCH / 2, PITCH, PITCH) for seat in chart.seats]
    for one in chart.furniture:
        if one.points:
            across, along = zip(*one.points, strict=True)
            boxes.append(QRectF(QPointF(min(across), min(along)), QPointF(max(across), max(along))))
        else:
            wide, deep = (one.depth, one.width) if abs(one.turn) % 180 == 90 else (one.width, one.depth)
            boxes.append(QRectF(one.x - wide / 2, one.y - deep / 2, wide, deep))
    area = QRectF()
    for box in boxes:
        area = area.united(box)
    return area


def _chair(chart: Chart) -> QSizeF:
    """Return the size at which no chair covers another: three in a car's back have less than three at a table."""
    least = 1.0
    rows: dict[int, list[tuple[float, float]]] = {}
    for seat in chart.seats:
        rows.setdefault(int(seat.y // _NEAR), []).append((seat.x, seat.y))
    for row, seats in rows.items():
        for (x, y), (across, along) in combinations((*seats, *rows.get(row + 1, ())), 2):
            wide, deep = abs(x - across), abs(y - along)
            if wide < _NEAR and deep < _NEAR:
                least = min(least, max((wide - 3) / CHAIR_WIDTH, (deep - 3) / CHAIR_DEPTH))
    least = max(least, _LEAST_CHAIR)
    return QSizeF(CHAIR_WIDTH * least, CHAIR_DEPTH * least)
