"""Tables like a U (П) and like a T: the heads at the bar, the others on arms or at the stem (handbook 3.7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from planner.rules.kinds import Side
from planner.rules.places import CHAIR, PITCH, Chart, Furniture, PlanKind, Room, Seat, in_room, key

_DEPTH = 80
_REACH = _DEPTH / 2 + CHAIR / 2 + 8
_BAR_FACES = 180  # the open end is at the door

Taken = Iterable[tuple[str, int]]


def u_table(
    *,
    bar: int,
    right: int,
    left: int,
    two_sides: bool = True,
    mediated: bool = False,
    parties: tuple[Side, Side] = (Side.GUEST, Side.INVITED),
    room: Room | None = None,
) -> Chart:
    """Return a U: `bar` chairs at the head, the host in the middle; `right` is the arm at the host's right.

    Two sides: guests from the host's right along that arm, hosts at the left, rank falling with the distance (U1,
    U2). Many: right and left in turn. `mediated`: mediator and host, both of the hosts' side, at the
    bar, the `parties` on the arms.
    """
    counts = {"right": right, "left": left}
    if mediated:
        sides: Mapping[str, Side | None] = dict.fromkeys(("bar+", "bar-"), Side.HOST)
        sides = {**sides, "right": parties[0], "left": parties[1]}
    elif two_sides:
        sides = {"bar+": Side.GUEST, "bar-": Side.HOST, "right": Side.GUEST, "left": Side.HOST}
    else:
        sides = dict.fromkeys(("bar+", "bar-", "right", "left"))
    order = [*_bar(bar), *_outward(counts)]
    width = max(bar * PITCH + 20, 2 * _REACH + 2 * _DEPTH)
    places = {**_bar_places(bar), **_arm_places(counts, width)}
    furniture = [Furniture("head-table", 0, 0, width, _DEPTH)]
    furniture += [_arm(arm, count, width) for arm, count in counts.items() if count]
    rows = [[key("bar", offset) for offset in _span(bar)], *_rows(counts)]
    chart_seats = _seats(order, places, sides)
    return in_room(PlanKind.U_TABLE, chart_seats, furniture, room, mixed=not two_sides and not mediated, in_row=rows)


def t_table(*, bar: int, right: int, left: int, two_sides: bool = True, room: Room | None = None) -> Chart:
    """Return a T: the bar as of a U; at the stem guests at the bar's right, hosts at its left, its foot left empty."""
    counts = {"right": right, "left": left}
    sides: Mapping[str, Side | None] = dict.fromkeys(("bar+", "bar-", "right", "left"))
    if two_sides:
        sides = {"bar+": Side.GUEST, "bar-": Side.HOST, "right": Side.GUEST, "left": Side.HOST}
    order = [*_bar(bar), *_outward(counts)]
    places = dict(_bar_places(bar))
    for arm, count in counts.items():
        # Who looks down the room has the right hand at the viewer's left, where one looks to the right.
        x, facing = (-_REACH, 90.0) if arm == "right" else (_REACH, 270.0)
        places |= {(arm, n): (x, _DEPTH / 2 + (n - 0.5) * PITCH, facing) for n in range(1, count + 1)}
    longest = max(counts.values())
    furniture = [Furniture("head-table", 0, 0, max(bar * PITCH + 20, 3 * _DEPTH), _DEPTH)]
    if longest:
        length = longest * PITCH + 10
        furniture.append(Furniture("stem", 0, _DEPTH / 2 + length / 2, _DEPTH, length))
    rows = [[key("bar", offset) for offset in _span(bar)], *_rows(counts)]
    return in_room(PlanKind.T_TABLE, _seats(order, places, sides), furniture, room, mixed=not two_sides, in_row=rows)


def _bar(count: int) -> Iterator[tuple[str, int]]:
    """Yield the chairs at the bar: the host's, then right and left in turn; the odd chair is at the right."""
    span = _span(count)
    for distance in range(count):
        for offset in (distance, -distance) if distance else (0,):
            if offset in span:
                yield "bar", offset


def _outward(counts: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Yield the chairs of both arms by their distance from the bar, the right one first."""
    for distance in range(1, max(counts.values()) + 1):
        yield from ((arm, distance) for arm, count in counts.items() if distance <= count)


def _rows(counts: Mapping[str, int]) -> list[list[str]]:
    return [[f"{arm}:{distance}" for distance in range(1, count + 1)] for arm, count in counts.items()]


def _span(count: int) -> range:
    return range(-((count - 1) // 2), count // 2 + 1)


def _bar_places(count: int) -> dict[tuple[str, int], tuple[float, float, float]]:
    shift = 0 if count % 2 else 0.5
    # One who looks down the room has the own right at the viewer's left.
    return {("bar", n): (-(n - shift) * PITCH, -_REACH, float(_BAR_FACES)) for n in _span(count)}


def _arm_places(counts: Mapping[str, int], width: float) -> dict[tuple[str, int], tuple[float, float, float]]:
    """Return the chairs outside the arms; the host's right arm is at the viewer's left and looks to the right."""
    places = {}
    for arm, count in counts.items():
        side, facing = (-1, 90.0) if arm == "right" else (1, 270.0)
        x = side * (width / 2 - _DEPTH / 2 + _REACH)
        places.update({(arm, n): (x, (n - 0.5) * PITCH - _DEPTH / 2 + 10, facing) for n in range(1, count + 1)})
    return places


def _arm(arm: str, count: int, width: float) -> Furniture:
    x = (-1 if arm == "right" else 1) * (width / 2 - _DEPTH / 2)
    length = max(count * PITCH - _DEPTH + 20, 20)
    return Furniture("arm", x, _DEPTH / 2 + length / 2, _DEPTH, length)


def _seats(
    order: Taken, places: Mapping[tuple[str, int], tuple[float, float, float]], sides: Mapping[str, Side | None]
) -> list[Seat]:
    seats = []
    counted: Counter[Side | None] = Counter()  # each side has its own first place
    for part, offset in order:
        x, y, facing = places[part, offset]
        part_side = ("bar+" if offset > 0 else "bar-") if part == "bar" else part
        counted[sides[part_side]] += 1
        honour = counted[sides[part_side]]
        seats.append(
            Seat(
                key=key(part, offset) if part == "bar" else f"{part}:{offset}", part=part, offset=offset, x=x, y=y,
                facing=facing, honour=honour, number=honour, side=sides[part_side],
            )
        )  # fmt: skip
    return seats
