"""The drawing of a seating plan: room, furniture and seats to scale, as the one who enters sees them (handbook 3.4)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import radians, sin
from typing import NamedTuple

from planner.documents.data import RoomData, SeatData, SeatingData
from planner.documents.figures import Align, At, Box, Face, Figure, Ink, Mark, Pen, Ring, Said, Stroke, Words
from planner.documents.wording import Wordings
from planner.rules.kinds import Side
from planner.rules.places import Furniture, Opening, PlanKind, SeatUse, Shape, Wall, ahead
from planner.rules.text import Text

WIDTH = 4976  # of the text of an A4 page
_HIGHEST = 4300
_LARGEST_SCALE = 10.0  # tenths of a point for a centimetre
_CHAIR_WIDTH, _CHAIR_DEPTH = 69.0, 55.0
_SMALLEST_BOX = 330  # narrower ones hold no name: a dot with the seat's number
_PAD = 8  # between the frame of a seat and its words
_MARGIN = 260  # below the wall with the door: its word
_ABOVE = 70  # the room, below the title
_LINE = 130  # from one line of small words to the next
_LETTER = 51  # about the width of a letter of a name on a seat
_SMALL, _SMALLEST = 92, 90  # nothing printed is smaller than 9 points (handbook 4.8)

_INKS: Mapping[Side | None, Ink] = {Side.GUEST: Ink.GUEST, Side.HOST: Ink.HOST}
_FURNITURE = {
    "negotiating-table": "negotiating_table", "signing-table": "signing_table", "stage": "stage", "lectern": "lectern",
    "head-table": "", "car": "front", "minibus": "front", "coach": "front",
}  # fmt: skip
_VEHICLES = frozenset(("car", "minibus", "coach"))


class Frame(NamedTuple):
    """Where the room stands in the figure, and how many tenths of a point a centimetre is."""

    left: int
    top: int
    scale: float

    def x(self, at: float) -> int:
        """Return a place across the room."""
        return self.left + round(at * self.scale)

    def y(self, at: float) -> int:
        """Return a place down the room."""
        return self.top + round(at * self.scale)

    def length(self, of: float) -> int:
        """Return a length."""
        return round(of * self.scale)


def figure(data: SeatingData, wordings: Sequence[Wordings], *, width: int = WIDTH, height: int = _HIGHEST) -> Figure:
    """Return the plan of a room with everybody in it; each seat bears its number and its people's names."""
    room = data.room
    below = _MARGIN if room.doors or data.kind is PlanKind.PHOTO else 60
    scale = min(width / room.width, (height - below - _ABOVE) / room.depth, _LARGEST_SCALE)
    frame = Frame(round((width - room.width * scale) / 2), _ABOVE, scale)
    marks: list[Mark] = []
    if room.doors:
        marks += _walls(room, frame, wordings)
    marks += [mark for each in data.furniture for mark in _furniture(each, frame, wordings)]
    size = chair_size(data.seats)
    boxed = frame.length(size[0]) >= _SMALLEST_BOX
    behind = _named_behind(data, frame, wordings, size) if boxed else {}
    brief = boxed and _are_brief(data, wordings, frame.length(size[0]) - 2 * _PAD)
    for seat in data.seats:
        if not boxed:
            marks += _dot(seat, frame, wordings)
            continue
        says = () if seat.key in behind else tuple(_surname(seat, wordings)) if brief and seat.person else None
        marks += _seat(seat, frame, wordings, size, says=says)
        if seat.key in behind:
            marks.append(_label(seat, frame, wordings, size, behind[seat.key]))
    if data.kind is PlanKind.PHOTO:
        words = (Said(joined(wordings, "camera"), 94, Face.SANS, Ink.GREY, _SMALLEST),)
        marks.append(Words(0, frame.y(room.depth), width, 150, words))
    if data.sides_apart:
        marks += _side_words(data, frame, wordings, size, behind)
    return Figure(width, frame.y(room.depth) + below, tuple(marks))


def chair_size(seats: Sequence[SeatData]) -> tuple[float, float]:
    """Return width and depth of the seats' boxes, so that none covers another."""
    for hundredths in range(100, 40, -4):
        width, depth = size = _CHAIR_WIDTH * hundredths / 100, _CHAIR_DEPTH * hundredths / 100
        points = [_middle(seat, size) for seat in seats[:80]]
        if not any(abs(x - u) < width + 3 and abs(y - v) < depth + 3 for (x, y), (u, v) in combinations(points, 2)):
            return size
    return _CHAIR_WIDTH * 0.4, _CHAIR_DEPTH * 0.4


def _middle(seat: SeatData, size: tuple[float, float]) -> tuple[float, float]:
    """Return the middle of a seat's box, which keeps off the table where one looks sideways."""
    sideways = abs(sin(radians(seat.facing)))
    return ahead(seat.x, seat.y, seat.facing, -sideways * (size[0] - size[1]) / 2)


def ink_of(seat: SeatData) -> Ink:
    """Return the colour of a seat: the side of who sits there, else whose seat it is."""
    return _INKS.get(seat.member_side or seat.side, Ink.BLACK)


def said_of(seat: SeatData, wordings: Wordings) -> str:
    """Return what stands on a seat: the name, else the post, else for whom the seat is."""
    if seat.person is not None:
        return wordings.short_name(seat.person).replace("\u00a0", " ")
    if seat.position:
        return wordings.line(seat.position).text
    key = {SeatUse.INTERPRETER: "interpreter_seat", SeatUse.DRIVER: "driver_seat"}.get(seat.use, "")
    if key or seat.participation_id:
        return wordings.word(key or "to_be_confirmed")
    return ""


def _are_brief(data: SeatingData, wordings: Sequence[Wordings], room: int) -> bool:
    """Tell whether seats bear surnames alone: all do where one name is too long for its seat and none is twice."""
    people = [seat for seat in data.seats if seat.person is not None]
    names = [said_of(seat, each) for seat in people for each in wordings]
    surnames = [name for seat in people for name in _surname(seat, wordings[:1])]
    return any(_wide(name) > room for name in names) and len(set(surnames)) == len(surnames)


def _wide(name: str) -> int:
    """Return about how long a name on a seat is: points and spaces are narrow."""
    letters = sum(letter.isalnum() for letter in name)
    return letters * _LETTER + (len(name) - letters) * _LETTER // 2


def _surname(seat: SeatData, wordings: Iterable[Wordings]) -> Iterator[str]:
    """Yield the surname alone, for a narrow seat."""
    for each in wordings:
        name = seat.person.names.get(each.language) if seat.person is not None else None
        if name is not None:
            yield name.surname or name.given


def number_of(seat: SeatData, wordings: Iterable[Wordings]) -> str:
    """Return what a seat is called in the list: its number, or the mark of an interpreter in each language."""
    if seat.use is SeatUse.INTERPRETER:
        return " · ".join(dict.fromkeys(each.word("interpreter_mark") for each in wordings))
    return str(seat.number) if seat.number else ""


def joined(wordings: Iterable[Wordings], key: str, **values: object) -> str:
    """Return a word of the papers in all languages: "окна · windows"."""
    return " · ".join(dict.fromkeys(each.word(key, **values) for each in wordings))


def _named_behind(
    data: SeatingData, frame: Frame, wordings: Sequence[Wordings], size: tuple[float, float]
) -> dict[str, int]:
    """Return the seats at a table of two sides whose names are too long for their boxes and stand behind them, each
    with its line, 0 the nearest: two neighbours do not share one.
    """
    if data.kind is not PlanKind.FACING_TABLE:
        return {}
    room = frame.length(size[0]) - 16
    found: dict[str, int] = {}
    last: dict[float, tuple[float, int]] = {}  # by the side of the table: where the one before stands, and its line
    for seat in sorted(data.seats, key=lambda one: one.x):
        longest = max((len(part) for name in _surname(seat, wordings[:1]) for part in name.split()), default=0)
        if seat.facing not in (0, 180) or longest * _LETTER <= room:
            continue
        x, line = last.get(seat.facing, (seat.x - 9 * size[0], 1))
        found[seat.key] = 1 - line if seat.x - x < 2 * size[0] else 0
        last[seat.facing] = seat.x, found[seat.key]
    return found


def _label(
    seat: SeatData, frame: Frame, wordings: Sequence[Wordings], size: tuple[float, float], line: int
) -> Words:
    """Return the name behind a chair, as far from it as its line says."""
    names = dict.fromkeys(filter(None, (said_of(seat, each) for each in wordings)))
    said = tuple(Said(name, _SMALL, Face.SANS, ink_of(seat), _SMALLEST) for name in names)
    width, high = 2 * frame.length(size[0]), _label_height(wordings)
    x, y = frame.x(seat.x) - width // 2, frame.y(_middle(seat, size)[1])
    away = frame.length(size[1]) // 2 + 15 + line * high
    return Words(x, y + away if seat.facing == 0 else y - away - high, width, high, said, instead=(said[:1],))


def _label_height(wordings: Sequence[Wordings]) -> int:
    return 112 * len(wordings) + 10


def _seat(
    seat: SeatData, frame: Frame, wordings: Sequence[Wordings], size: tuple[float, float], *,
    says: tuple[str, ...] | None = None,
) -> Iterator[Mark]:  # fmt: skip
    """Yield a seat with its number and, unless it `says` something else, who sits there in each language."""
    width, height = frame.length(size[0]), frame.length(size[1])
    middle = _middle(seat, size)
    x, y = frame.x(middle[0]) - width // 2, frame.y(middle[1]) - height // 2
    taken = bool(seat.participation_id)
    ink = ink_of(seat) if taken else Ink.GREY
    helper = seat.use is not SeatUse.ANYBODY or not taken
    ink = Ink.GREY if helper else ink
    yield Box(x, y, width, height, Pen(ink, 8, 28 if helper else 0), Ink.PAPER, 70)
    number = number_of(seat, wordings)
    head = (Said(number, 104, Face.SANS_BOLD, ink, _SMALLEST),) if number else ()
    names = dict.fromkeys(filter(None, (said_of(seat, each) for each in wordings) if says is None else says))
    said = (*head, *(Said(name, _SMALL, Face.SANS, ink, _SMALLEST) for name in names))
    alone = (*head, *said[len(head) : len(head) + 1])
    short = tuple(Said(surname, _SMALLEST, Face.SANS, ink) for surname in _surname(seat, wordings[:1]) if names)
    box = (x + _PAD, y + _PAD, width - 2 * _PAD, height - 2 * _PAD)
    if said:
        yield Words(*box, said, instead=(alone, (*head, *short), head))


def _dot(seat: SeatData, frame: Frame, wordings: Sequence[Wordings]) -> Iterator[Mark]:
    radius = max(frame.length(21), 20)
    x, y = frame.x(seat.x), frame.y(seat.y)
    taken = bool(seat.participation_id)
    ink = ink_of(seat) if taken else Ink.GREY
    yield Ring(x, y, radius, Pen(ink, 6, 0 if taken else 16), ink if taken and radius < 75 else Ink.PAPER)
    number = number_of(seat, wordings[:1])
    if radius >= 75 and number:
        said = (Said(number, _SMALLEST, Face.SANS_BOLD, ink),)
        yield Words(x - radius, y - radius, 2 * radius, 2 * radius, said)


def _furniture(each: Furniture, frame: Frame, wordings: Sequence[Wordings]) -> Iterator[Mark]:
    wide, deep = (each.depth, each.width) if each.turn % 180 == 90 else (each.width, each.depth)
    width, height = frame.length(wide), frame.length(deep)
    x, y = frame.x(each.x) - width // 2, frame.y(each.y) - height // 2
    pen, fill = Pen(Ink.BLACK, 7), Ink.BOARD
    if each.shape is Shape.CIRCLE:
        yield Ring(frame.x(each.x), frame.y(each.y), width // 2, pen, fill)
    elif each.shape is Shape.POLYGON:
        yield Stroke(tuple((frame.x(a), frame.y(b)) for a, b in each.points), pen, fill, closed=True)
    else:
        yield Box(x, y, width, height, pen, fill, 420 if each.name in _VEHICLES else 45)
    key = _FURNITURE.get(each.name, "")
    text = each.label or (joined(wordings, key) if key else "")
    if not text or each.name == "flag-line":
        return
    turn = 90 if height > 2 * width and each.name not in _VEHICLES else 0
    along, across = (height, width) if turn else (width, height)
    box = (x + (width - along) // 2 + 20, y + (height - across) // 2 + 20, along - 40, across - 40)
    if each.name in _VEHICLES:
        box = (x + 40, y + 50, width - 80, 130)
    size = min(150, max(_SMALLEST, across // 2)) if each.label else 118
    said = (Said(text, size, Face.SANS_BOLD if each.label else Face.SERIF, Ink.GREY, _SMALLEST),)
    if box[3] >= 108 and box[2] > 60:
        yield Words(*box, said, turn=turn)


def _walls(room: RoomData, frame: Frame, wordings: Sequence[Wordings]) -> Iterator[Mark]:
    pen = Pen(Ink.WALL, 15)
    for wall in Wall:
        for first, last in _solid(room, wall):
            yield Stroke((_on_wall(room, frame, wall, first), _on_wall(room, frame, wall, last)), pen)
    for door in room.doors:
        for end in _ends(room, door):
            yield Stroke(_jamb(room, frame, door.wall, end), pen)
        yield _beside(room, frame, door, joined(wordings, "door"), outside=door.wall is Wall.BOTTOM)
    for window in room.windows:
        one, other = (_on_wall(room, frame, window.wall, end) for end in _ends(room, window))
        yield Stroke((one, other), Pen(Ink.PAPER, 9))
        yield Stroke((one, other), Pen(Ink.GREY, 3))
        yield _beside(room, frame, window, joined(wordings, "windows"))
    if room.camera is not None:
        yield _beside(room, frame, room.camera, joined(wordings, "camera"))
    if room.flags:
        at = room.flags_at or Opening(Wall.TOP, 0.85)
        said = _beside(room, frame, at, " · ".join(dict.fromkeys(_flags(room.flags, each) for each in wordings)))
        if any(window.wall is at.wall is Wall.TOP for window in room.windows):
            said = said._replace(y=said.y + _LINE)  # under the word for the windows, which stands there already
        yield said


def _flags(flags: Iterable[Text], wordings: Wordings) -> str:
    return wordings.word("flags", flags=wordings.separator.join(wordings.line(flag).text for flag in flags))


def _length(room: RoomData, wall: Wall) -> float:
    return room.width if wall in (Wall.TOP, Wall.BOTTOM) else room.depth


def _ends(room: RoomData, opening: Opening) -> tuple[float, float]:
    length = _length(room, opening.wall)
    half = min(opening.width, length) / 2
    middle = min(max(opening.at * length, half), length - half)
    return middle - half, middle + half


def _solid(room: RoomData, wall: Wall) -> Iterator[tuple[float, float]]:
    """Yield the parts of a wall between its doors."""
    start = 0.0
    for first, last in sorted(_ends(room, door) for door in room.doors if door.wall is wall):
        if first > start:
            yield start, first
        start = max(start, last)
    if start < _length(room, wall):
        yield start, _length(room, wall)


def _on_wall(room: RoomData, frame: Frame, wall: Wall, along: float) -> tuple[int, int]:
    if wall in (Wall.TOP, Wall.BOTTOM):
        return frame.x(along), frame.y(0 if wall is Wall.TOP else room.depth)
    return frame.x(0 if wall is Wall.LEFT else room.width), frame.y(along)


def _jamb(room: RoomData, frame: Frame, wall: Wall, along: float) -> tuple[tuple[int, int], tuple[int, int]]:
    x, y = _on_wall(room, frame, wall, along)
    if wall in (Wall.TOP, Wall.BOTTOM):
        return (x, y - 45), (x, y + 45)
    return (x - 45, y), (x + 45, y)


def _beside(room: RoomData, frame: Frame, opening: Opening, text: str, *, outside: bool = False) -> Words:
    """Return words beside an opening, inside the room unless it is the door one enters by."""
    first, last = _ends(room, opening)
    x, y = _on_wall(room, frame, opening.wall, (first + last) / 2)
    width, height, gap = min(2200, frame.length(room.width) - 60), 230, 50
    if opening.wall is Wall.TOP:
        height = 380  # several flags in two languages
    height = _MARGIN - gap - 20 if outside else height
    left, right = frame.x(0) + 40, frame.x(room.width) - 40
    align, top = Align.CENTRE, y - height // 2
    if opening.wall is Wall.TOP:
        top = y + gap
    elif opening.wall is Wall.BOTTOM:
        top = y + gap + 10 if outside else y - gap - height
    x_from = min(max(x - width // 2, left), max(right - width, left))
    if x_from == left and x < left + width // 2 - 200:
        align = Align.LEFT
    elif x_from == right - width and x > right - width // 2 + 200:
        align = Align.RIGHT
    at = At.TOP if opening.wall is Wall.TOP or outside else At.BOTTOM if opening.wall is Wall.BOTTOM else At.MIDDLE
    return Words(x_from, top, width, height, (Said(text, 94, Face.SANS, Ink.GREY, _SMALLEST),), align, at)


def _side_words(
    data: SeatingData, frame: Frame, wordings: Sequence[Wordings], size: tuple[float, float], behind: Mapping[str, int]
) -> Iterator[Words]:
    """Yield the name of each side beside its seats, farther from the table than they are."""
    if data.kind not in (PlanKind.FACING_TABLE, PlanKind.SIGNING, PlanKind.U_TABLE, PlanKind.T_TABLE):
        return
    for side, ink in ((Side.GUEST, Ink.GUEST), (Side.HOST, Ink.HOST)):
        seats = [seat for seat in data.seats if seat.side is side]
        if not seats:
            continue
        below = data.kind is PlanKind.FACING_TABLE and all(seat.facing == 0 for seat in seats)
        across = sum(seat.x for seat in seats) / len(seats)
        if data.kind is PlanKind.FACING_TABLE:
            across = (min(seat.x for seat in seats) + max(seat.x for seat in seats)) / 2
        edge = max(seat.y for seat in seats) if below else min(seat.y for seat in seats)
        if not below and any(seat.facing in (90, 270) for seat in seats):
            edge = min(edge, *(each.y - max(each.width, each.depth) / 2 + size[1] / 2 for each in data.furniture))
        lines = max((behind[seat.key] + 1 for seat in seats if seat.key in behind), default=0)
        labels = lines * _label_height(wordings)
        y = frame.y(edge + size[1] / 2) + 60 + labels if below else frame.y(edge - size[1] / 2) - 60 - 120 - labels
        x = min(max(frame.x(across) - 900, frame.x(0)), frame.x(data.room.width) - 1800)
        said = (Said(joined(wordings, side.value), 96, Face.SANS, ink, _SMALLEST),)
        yield Words(x, y, 1800, 120, said)
