"""The long table of a banquet, in the French and in the English manner (handbook 3.7)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planner.rules.kinds import Side
from planner.rules.places import (
    CHAIR,
    PITCH,
    Chart,
    Furniture,
    PlanKind,
    Room,
    Seat,
    ahead,
    beside,
    in_room,
    key,
)

_DEPTH = 120
_REACH = _DEPTH / 2 + CHAIR / 2 + 8


class _Place(NamedTuple):
    """A chair before it knows how many others are more honourable: `ring` is its distance from a host."""

    part: str
    offset: int
    ring: int
    of_hostess: bool


def long_table(
    first_side: int,
    second_side: int,
    *,
    couples: bool = False,
    host_side: str = "facing_door",
    room: Room | None = None,
) -> Chart:
    """Return a table with the hosts in the middle of both long sides (French): side "a" the host's, "b" the co-host's.

    Places of honour: the host's right, the co-host's right, the host's left, the co-host's left, then the next ring
    (B1). With `couples` men and women alternate, from the highest woman at the host's right.
    """
    host_faces = 180.0 if host_side == "facing_door" else 0.0
    counts = {"a": first_side, "b": second_side}
    places = [
        _Place(part, offset, abs(offset), part == "b")
        for ring in range(max(counts.values()) + 1)
        for sign in ((1, -1) if ring else (1,))
        for part, count in counts.items()
        if (offset := sign * ring) in _span(count)
    ]
    seats = []
    for honour, place in enumerate(places, 1):
        facing = host_faces if place.part == "a" else (host_faces + 180) % 360
        x, y = beside(*ahead(0, 0, facing, -_REACH), facing, place.offset - _shift(counts[place.part]))
        ends = _span(counts[place.part])
        seats.append(_seat(place, x, y, facing, honour, end=place.offset in (ends[0], ends[-1]), couples=couples))
    length = max(counts.values()) * PITCH + 20
    rows = [[key(part, offset) for offset in _span(count)] for part, count in counts.items()]
    table = Furniture("banquet-table", 0, 0, length, _DEPTH)
    return in_room(PlanKind.LONG_TABLE, seats, [table], room, mixed=True, in_row=rows)


def english_table(
    right_side: int,
    left_side: int,
    *,
    couples: bool = False,
    host_side: str = "facing_door",
    room: Room | None = None,
) -> Chart:
    """Return a table with the hosts at its two ends (English), `right_side` being the one at the host's right.

    Places of honour as at the French table; from there ranks fall towards the middle.
    """
    host_faces = 180.0 if host_side == "facing_door" else 0.0
    counts = {"right": right_side, "left": left_side}
    length = max(counts.values()) * PITCH + 20
    seats = []
    for honour, place in enumerate(_english_order(counts), 1):
        if place.part in ("host", "cohost"):
            facing = host_faces if place.part == "host" else (host_faces + 180) % 360
            x, y = ahead(0, 0, facing, -(length / 2 + CHAIR / 2 + 8))
        else:
            # At the host's right one looks to the host's left.
            facing = (host_faces + (-90 if place.part == "right" else 90)) % 360
            along = (place.offset - (counts[place.part] + 1) / 2) * PITCH
            x, y = ahead(*ahead(0, 0, facing, -_REACH), host_faces, along)
        seats.append(_seat(place, x, y, facing, honour, end=place.part.endswith("host"), couples=couples))
    ring = [
        "host:0", *(f"right:{n}" for n in range(1, right_side + 1)),
        "cohost:0", *(f"left:{n}" for n in range(left_side, 0, -1)),
    ]  # fmt: skip
    table = Furniture("banquet-table", 0, 0, _DEPTH, length)
    return in_room(PlanKind.ENGLISH_TABLE, seats, [table], room, mixed=True, in_row=[ring], closed=True)


def _english_order(counts: dict[str, int]) -> Iterator[_Place]:
    yield _Place("host", 0, 0, of_hostess=False)
    yield _Place("cohost", 0, 0, of_hostess=True)
    taken: set[tuple[str, int]] = set()
    for ring in range(1, max(counts.values()) + 1):
        # The co-host looks at the host: his right-hand side is the one at her left.
        for part, of_hostess in (("right", False), ("left", True), ("left", False), ("right", True)):
            offset = counts[part] + 1 - ring if of_hostess else ring
            if 1 <= offset <= counts[part] and (part, offset) not in taken:
                taken.add((part, offset))
                yield _Place(part, offset, ring, of_hostess)


def _seat(place: _Place, x: float, y: float, facing: float, honour: int, *, end: bool, couples: bool) -> Seat:
    is_host = place.ring % 2 == 0
    sex = ""
    if couples:
        # Beside the host a woman, beside the hostess a man, and so on in turn.
        sex = "f" if (place.ring % 2 == 1) is not place.of_hostess else "m"
    name = key(place.part, place.offset) if place.part in "ab" or not place.offset else f"{place.part}:{place.offset}"
    return Seat(
        key=name, part=place.part, offset=place.offset, x=x, y=y, facing=facing, honour=honour, number=honour,
        side=Side.HOST if is_host else Side.GUEST, sex=sex, end_seat=end,
    )  # fmt: skip


def _span(count: int) -> Sequence[int]:
    """Return the offsets of a row with its principal in the middle, the odd chair at the right."""
    return range(-((count - 1) // 2), count // 2 + 1)


def _shift(count: int) -> float:
    """Return by how much a row of an even number stands off, so that its middle is the table's."""
    return 0 if count % 2 else 0.5
