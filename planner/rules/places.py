"""Chairs, tables and rooms: where somebody sits, in centimetres, and which way they look (handbook 3.4).

The plan is drawn for the one who enters: the door is below, x runs to the right, y downwards. A bearing is that of a
compass on this plan: 0 looks up, away from the door, 90 to the right, 180 at the door. Seats keep their offset from
the principal's chair, positive to the sitter's own right; only `beside` turns it into a place on the plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import pairwise
from math import atan2, cos, degrees, radians, sin
from typing import Any, NamedTuple

from planner.rules.kinds import Side

PITCH = 75
"""Centimetres from one chair's middle to the next one's: an elbow each."""

CHAIR = 55
"""How deep a chair with its sitter is."""

_AISLE = 110  # free space kept between furniture and wall
_BARE = 15  # kept around what stands in no room: a car, a photograph
_SMALLEST_ROOM = (560, 460)
_BEHIND = 100  # from one row of chairs to the one behind it
_TURNED_AWAY, _TURNED_TO = 120, 50  # degrees: more than this is with one's back to, less than this is looking at


class PlanKind(StrEnum):
    """What is planned (handbook 3.5-3.11)."""

    FACING_TABLE = "facing-table"
    ROUND = "round"
    MULTILATERAL = "multilateral"
    LONG_TABLE = "long-table"
    ENGLISH_TABLE = "english-table"
    U_TABLE = "u-table"
    T_TABLE = "t-table"
    HEAD_TABLE = "head-table"
    THEATRE = "theatre"
    BANQUET = "banquet"
    CAR = "car"
    MINIBUS = "minibus"
    COACH = "coach"
    PHOTO = "photo"
    RECEIVING_LINE = "receiving-line"
    FLAGS = "flags"
    SIGNING = "signing"


class SeatUse(StrEnum):
    """For whom a seat is."""

    ANYBODY = "anybody"
    INTERPRETER = "interpreter"
    DRIVER = "driver"
    ASSISTANT = "assistant"  # opens, points, blots and swaps at a signing
    KEPT = "kept"  # free for the last minute


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A place somebody takes. `key` stays the same whatever the plan is drawn like.

    `honour` is the order in which ranks take the seats: 1 is the place of honour, of its side where the chart's
    sides sit apart. `number` is what is printed, 0 for none. `side` is whose seat it is, None anybody's.
    """

    key: str
    part: str  # the row, arm, table or block it belongs to: "guest", "bar", "table:3", "row1:left"
    offset: int
    x: float
    y: float
    facing: float
    honour: int
    number: int = 0
    side: Side | None = None
    use: SeatUse = SeatUse.ANYBODY
    sex: str = ""  # "f" or "m" where men and women alternate
    end_seat: bool = False
    second_row: bool = False
    aisle: bool = False


class Shape(StrEnum):
    """How a piece of furniture is drawn."""

    RECTANGLE = "rectangle"
    CIRCLE = "circle"
    POLYGON = "polygon"


class Furniture(NamedTuple):
    """A table, a stage, a car's body. `x`, `y` are its middle, `name` says what it is ("negotiating-table").

    A polygon has its corners in `points`, whatever the middle; `label` is what stands on it as it is ("7").
    """

    name: str
    x: float
    y: float
    width: float
    depth: float
    shape: Shape = Shape.RECTANGLE
    turn: float = 0
    points: tuple[tuple[float, float], ...] = ()
    label: str = ""


class Wall(StrEnum):
    """A wall as the plan shows it; the door one enters by is in the lower one."""

    TOP = "top"
    BOTTOM = "bottom"
    LEFT = "left"
    RIGHT = "right"


class Opening(NamedTuple):
    """A door or window: its middle, as a part of the wall from its left or upper end, and its width."""

    wall: Wall
    at: float = 0.5
    width: float = 90


@dataclass(frozen=True, slots=True)
class Room:
    """A room in centimetres; 0 by 0 is drawn as large as what stands in it needs.

    `sun` says that the windows blind whoever looks at them at that hour; `flags` names them, in any order, or from the
    observer's left to right where they are `flags_own`: then no profile orders them.
    """

    width: float = 0
    depth: float = 0
    doors: tuple[Opening, ...] = (Opening(Wall.BOTTOM),)
    windows: tuple[Opening, ...] = ()
    camera: Opening | None = None
    flags: tuple[str, ...] = ()
    flags_at: Opening | None = None
    sun: bool = False
    flags_own: bool = False

    def point(self, opening: Opening) -> tuple[float, float]:
        """Return where the middle of an opening is."""
        across, along = opening.at * self.width, opening.at * self.depth
        return {
            Wall.TOP: (across, 0.0),
            Wall.BOTTOM: (across, self.depth),
            Wall.LEFT: (0.0, along),
            Wall.RIGHT: (self.width, along),
        }[opening.wall]

    def to_json(self) -> dict[str, Any]:
        """Return the form kept with a plan."""
        return {
            "width": self.width, "depth": self.depth, "sun": self.sun, "flags": list(self.flags),
            "doors": [list(door) for door in self.doors], "windows": [list(window) for window in self.windows],
            "camera": list(self.camera) if self.camera else None,
            "flags_at": list(self.flags_at) if self.flags_at else None,
            **({"flags_own": True} if self.flags_own else {}),
        }  # fmt: skip

    @classmethod
    def from_json(cls, data: Mapping[str, Any] | None) -> Room:
        """Read what `to_json` wrote; what is not there is as in a new room."""
        data = data or {}
        return cls(
            float(data.get("width", 0)), float(data.get("depth", 0)),
            tuple(_opening(each) for each in data.get("doors", [["bottom"]])),
            tuple(_opening(each) for each in data.get("windows", [])),
            _opening(data["camera"]) if data.get("camera") else None, tuple(data.get("flags", ())),
            _opening(data["flags_at"]) if data.get("flags_at") else None, bool(data.get("sun", False)),
            bool(data.get("flags_own", False)),
        )  # fmt: skip


def _opening(data: Sequence[Any]) -> Opening:
    return Opening(Wall(data[0]), *(float(part) for part in data[1:3]))


@dataclass(frozen=True, slots=True)
class Chart:
    """A plan without people. `mixed`: the sides alternate, whose seat it is is a wish; else a side keeps to its own.

    `in_row` lists keys of seats that stand beside one another; a `closed` row has no ends (a round table).
    """

    kind: PlanKind
    seats: tuple[Seat, ...]
    furniture: tuple[Furniture, ...]
    room: Room
    mixed: bool = False
    booth: bool = False  # interpreters are heard from a booth and have no chair
    in_row: tuple[tuple[str, ...], ...] = ()
    closed: bool = False
    by_key: Mapping[str, Seat] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {seat.key: seat for seat in self.seats})

    def neighbours(self) -> dict[str, tuple[str, ...]]:
        """Return the seats beside each seat, its own left first where rows run that way."""
        beside: dict[str, list[str]] = {seat.key: [] for seat in self.seats}
        for row in self.in_row:
            pairs = list(pairwise(row))
            if self.closed and len(row) > 2:
                pairs.append((row[-1], row[0]))
            for one, other in pairs:
                beside[one].append(other)
                beside[other].append(one)
        return {key: tuple(keys) for key, keys in beside.items()}


class Table(NamedTuple):
    """A table of a banquet. Without a place (0, 0) the tables are set out in rows."""

    number: int
    seats: int = 10
    x: float = 0
    y: float = 0
    name: str = ""
    shape: str = "round"


class Sitter(NamedTuple):
    """Somebody to be seated; those given first stand before those given later.

    `needs` are the languages somebody understands, empty where nothing need be looked after.
    """

    id: int
    side: Side | None = None
    interpreter: bool = False
    second_row: bool = False  # aides and experts
    driver: bool = False
    assistant: bool = False
    speaker: bool = False
    partner: int | None = None
    sex: str = ""
    languages: frozenset[str] = frozenset()


def key(part: str, offset: int) -> str:
    """Return the key of a seat by its offset: "guest:0", "bar:-1"."""
    return f"{part}:{offset:+d}" if offset else f"{part}:0"


def turned(facing: float) -> float:
    """Return a bearing between 0 and 360."""
    return round(facing % 360, 1) % 360


def beside(x: float, y: float, facing: float, offset: float, *, pitch: float = PITCH) -> tuple[float, float]:
    """Return where the chair `offset` chairs to the own right of one at x, y stands (handbook 3.4)."""
    angle = radians(facing)
    return round(x + offset * pitch * cos(angle), 1), round(y + offset * pitch * sin(angle), 1)


def ahead(x: float, y: float, facing: float, distance: float) -> tuple[float, float]:
    """Return the point so far in front of somebody; behind them where the distance is negative."""
    angle = radians(facing)
    return round(x + distance * sin(angle), 1), round(y - distance * cos(angle), 1)


def behind(x: float, y: float, facing: float) -> tuple[float, float]:
    """Return where the chair behind one stands."""
    return ahead(x, y, facing, -_BEHIND)


def viewers_left_to_right(seats: Iterable[Seat]) -> list[Seat]:
    """Return seats as the one at the door sees them."""
    return sorted(seats, key=lambda seat: (seat.x, seat.y))


def away_from(seat: Seat, x: float, y: float) -> float:
    """Return by how many degrees somebody looks away from a point: 0 looks at it, 180 has the back to it."""
    bearing = degrees(atan2(x - seat.x, seat.y - y))
    return abs((bearing - seat.facing + 180) % 360 - 180)


def has_back_to(seat: Seat, room: Room, opening: Opening) -> bool:
    """Tell whether somebody sits with the back to a door or a camera."""
    return away_from(seat, *room.point(opening)) > _TURNED_AWAY


def looks_at(seat: Seat, room: Room, opening: Opening) -> bool:
    """Tell whether somebody looks at a window."""
    return away_from(seat, *room.point(opening)) < _TURNED_TO


def in_room(
    kind: PlanKind,
    seats: Sequence[Seat],
    furniture: Sequence[Furniture],
    room: Room | None,
    *,
    mixed: bool = False,
    booth: bool = False,
    in_row: Sequence[Sequence[str]] = (),
    closed: bool = False,
) -> Chart:
    """Put seats and furniture, built round any point, into the middle of a room, which grows where it is too small."""
    room = room or Room()
    left, top, right, bottom = _extent(seats, furniture)
    around = _AISLE if room.doors else _BARE
    width = max(room.width, right - left + 2 * around, 0 if room.width else _SMALLEST_ROOM[0])
    depth = max(room.depth, bottom - top + 2 * around, 0 if room.depth else _SMALLEST_ROOM[1])
    across, along = (width - left - right) / 2, (depth - top - bottom) / 2
    return Chart(
        kind,
        tuple(replace(seat, x=round(seat.x + across, 1), y=round(seat.y + along, 1)) for seat in seats),
        tuple(_moved(each, across, along) for each in furniture),
        replace(room, width=width, depth=depth),
        mixed,
        booth,
        tuple(tuple(row) for row in in_row),
        closed,
    )


def mirrored(chart: Chart) -> Chart:
    """Return the chart with left and right changed: seats, furniture and walls. Who sits beside whom stays."""
    width = chart.room.width
    seats = (replace(s, x=round(width - s.x, 1), facing=turned(-s.facing), offset=-s.offset) for s in chart.seats)
    furniture = (
        each._replace(x=width - each.x, turn=-each.turn, points=tuple((width - x, y) for x, y in each.points))
        for each in chart.furniture
    )
    room = replace(
        chart.room,
        doors=tuple(map(_mirrored, chart.room.doors)),
        windows=tuple(map(_mirrored, chart.room.windows)),
        camera=chart.room.camera and _mirrored(chart.room.camera),
        flags_at=chart.room.flags_at and _mirrored(chart.room.flags_at),
        flags=chart.room.flags[::-1],
    )
    return replace(chart, seats=tuple(seats), furniture=tuple(furniture), room=room)


def _mirrored(opening: Opening) -> Opening:
    if opening.wall in (Wall.TOP, Wall.BOTTOM):
        return opening._replace(at=1 - opening.at)
    return opening._replace(wall=Wall.LEFT if opening.wall is Wall.RIGHT else Wall.RIGHT)


def _extent(seats: Sequence[Seat], furniture: Sequence[Furniture]) -> tuple[float, float, float, float]:
    half = PITCH / 2
    boxes = [(seat.x - half, seat.y - half, seat.x + half, seat.y + half) for seat in seats]
    for each in furniture:
        if each.points:
            across, along = zip(*each.points, strict=True)
            boxes.append((min(across), min(along), max(across), max(along)))
        else:
            wide, deep = (each.depth, each.width) if each.turn % 180 == 90 else (each.width, each.depth)
            boxes.append((each.x - wide / 2, each.y - deep / 2, each.x + wide / 2, each.y + deep / 2))
    if not boxes:
        return 0, 0, 0, 0
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _moved(each: Furniture, across: float, along: float) -> Furniture:
    points = tuple((round(x + across, 1), round(y + along, 1)) for x, y in each.points)
    return each._replace(x=round(each.x + across, 1), y=round(each.y + along, 1), points=points)
