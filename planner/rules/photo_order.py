"""Who stands where in a photograph, in a receiving line, at an entrance (handbook 3.8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from planner.rules.head_table import offsets
from planner.rules.kinds import Side
from planner.rules.places import Chart, PlanKind, Room, Seat, Sitter, in_room, key

PhotoStyle = Literal["block", "interleaved"]

_PITCH, _ROW = 62, 80
_BARE = Room(1, 1, doors=())


def photograph(guests: int, hosts: int, *, style: PhotoStyle = "interleaved", rows: int = 1, others: int = 0) -> Chart:
    """Return the places of a photograph, seen by the camera. The guest stands at the host's right: our left.

    Block: guests outwards at the left, hosts at the right. Interleaved: the sides alternate from the middle. In
    several rows the first, seated, has the highest ranks; others stand behind in order, right and left in turn.
    """
    total = guests + hosts + others
    in_front = -(-total // rows) if rows else total
    front = min(total, in_front + (rows > 1 and in_front % 2))  # a pair in the middle: the front row is even
    if rows == 1:
        order = _block(guests, hosts + others) if style == "block" else _interleaved(total)
    else:
        half = front // 2
        order = _block(half, front - half) if style == "block" else _interleaved(front)
    seats = [_standing(1, offset, honour, side) for honour, (offset, side) in enumerate(order, 1)]
    left, row = total - len(seats), 2
    while left > 0:
        count = min(left, front)
        for offset in offsets(count):
            seats.append(_standing(row, offset, len(seats) + 1, None, shift=0 if count % 2 else 0.5))
        left, row = left - count, row + 1
    keys = [[seat.key for seat in seats if seat.part == f"row{number}"] for number in range(1, row)]
    in_row = [sorted(each, key=lambda name: int(name.rsplit(":", 1)[1])) for each in keys]
    return in_room(PlanKind.PHOTO, seats, [], _BARE, mixed=True, in_row=in_row)


def receiving_line(people: int) -> Chart:
    """Return a receiving line: host, guest of honour, then the others, from the one who is met first."""
    seats = [
        Seat(
            key=f"line:{number}", part="line", offset=-number, x=number * _PITCH, y=0, facing=180, honour=number,
            number=number, side={1: Side.HOST, 2: Side.GUEST}.get(number),
        )
        for number in range(1, people + 1)
    ]  # fmt: skip
    return in_room(PlanKind.RECEIVING_LINE, seats, [], _BARE, mixed=True, in_row=[[seat.key for seat in seats]])


def line_order(people: Sequence[Sitter]) -> list[int]:
    """Return a receiving line in order: host, guest of honour, their spouses, then the others by rank."""
    principals = [p for p in (_first(people, Side.HOST), _first(people, Side.GUEST)) if p is not None]
    partners = [p for one in principals for p in people if p.partner == one.id or one.partner == p.id]
    return _once([*principals, *partners, *people])


def entrance(people: Sequence[Sitter]) -> list[tuple[int, ...]]:
    """Return who comes in, one group after another: members from the lowest, principals last and together.

    Of the principals the guest, named second, walks at the host's right.
    """
    principals = [p for p in (_first(people, Side.HOST), _first(people, Side.GUEST)) if p is not None]
    last = tuple(p.id for p in principals)
    groups: list[tuple[int, ...]] = [(p.id,) for p in reversed(people) if p.id not in last]
    return [*groups, last] if last else groups


def leaving(people: Sequence[Sitter]) -> list[tuple[int, ...]]:
    """Return who leaves: principals first, then the members from the highest."""
    return entrance(people)[::-1]


def speeches(people: Sequence[Sitter], *, highest_last: bool = False) -> list[int]:
    """Return who speaks when: the host welcomes, the guest replies, then the others by rank.

    Some open great events with the highest last (profile).
    """
    first = [p for p in (_first(people, Side.HOST), _first(people, Side.GUEST)) if p is not None]
    rest = [p for p in people if p not in first]
    return _once([*first, *(reversed(rest) if highest_last else rest)])


def toasts(people: Sequence[Sitter]) -> list[int]:
    """Return the order of toasts: the host first, the guest replies."""
    return speeches(people)


def _first(people: Iterable[Sitter], side: Side) -> Sitter | None:
    return next((p for p in people if p.side is side and not (p.interpreter or p.driver or p.assistant)), None)


def _once(people: Iterable[Sitter]) -> list[int]:
    return list(dict.fromkeys(p.id for p in people))


def _block(guests: int, hosts: int) -> Iterator[tuple[int, Side | None]]:
    """Yield (offset, side): the host at 0, guests at the host's own right, hosts at the left."""
    for distance in range(max(guests, hosts)):
        if distance < hosts:
            yield -distance, Side.HOST
        if distance < guests:
            yield distance + 1, Side.GUEST


def _interleaved(total: int) -> Iterator[tuple[int, Side | None]]:
    """Yield (offset, side) outwards from the pair in the middle, the sides alternating."""
    count = 0
    for distance in range(total):
        ours, theirs = (Side.GUEST, Side.HOST) if distance % 2 else (Side.HOST, Side.GUEST)
        places = [(distance + 1, theirs), (-distance, ours)]
        for place in reversed(places) if distance == 0 else places:
            if count < total:
                count += 1
                yield place


def _standing(row: int, offset: int, honour: int, side: Side | None, *, shift: float = 0) -> Seat:
    middle = -0.5 if row == 1 else shift
    return Seat(
        key=key(f"row{row}", offset), part=f"row{row}", offset=offset, x=-(offset + middle) * _PITCH, y=-row * _ROW,
        facing=180, honour=honour, number=honour, side=side, second_row=row > 1,
    )  # fmt: skip
