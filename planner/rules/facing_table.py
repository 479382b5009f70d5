"""The facing table of two delegations, as for talks (handbook 3.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from planner.rules.kinds import Side
from planner.rules.places import (
    CHAIR,
    PITCH,
    Chart,
    Furniture,
    PlanKind,
    Room,
    Seat,
    SeatUse,
    ahead,
    behind,
    beside,
    in_room,
    key,
    turned,
)

Interpreter = Literal["left", "right", "behind", "cn", "none"]
"""Where interpreters sit: "cn" is the guests' at the head's left and the hosts' at the head's right, "none" a booth."""

Hand = Literal["R", "L"]
HostSide = Literal["back_to_door", "facing_door"]

_DEPTH = 120  # of the table
_REACH = _DEPTH / 2 + CHAIR / 2 + 8  # from the middle of the table to that of a chair
_OVERHANG = 20  # of the table beyond the last chair


class Row(NamedTuple):
    """One side of the table: how many chairs there are beside the interpreter, and how ranks take the chairs."""

    side: Side
    chairs: int
    interpreter: int | None  # the offset of the interpreter's chair
    first: Hand
    interpreter_behind: bool = False
    second_row: int = 0


def offsets(count: int, *, taken: int | None = None, first: Hand = "R") -> Iterator[int]:
    """Yield the offsets in the order ranks take them: the head's, then right and left in turn (handbook 3.5).

    Each takes the nearest free chair of that side; `taken` is the interpreter's.
    """
    used = {0, taken}
    if count:
        yield 0
    step = 1 if first == "R" else -1
    for _ in range(count - 1):
        offset = step
        while offset in used:
            offset += 1 if step > 0 else -1
        used.add(offset)
        yield offset
        step = -step


def facing_table(
    *,
    guests: int,
    hosts: int,
    guest_interpreter: bool = False,
    host_interpreter: bool = False,
    interpreter: Interpreter = "left",
    mirror: bool = False,
    first: Hand = "R",
    host_side: HostSide = "back_to_door",
    end_to_door: bool = False,
    second_row_guests: int = 0,
    second_row_hosts: int = 0,
    room: Room | None = None,
) -> Chart:
    """Return the chart of a facing table. Interpreters are not among `guests` and `hosts`.

    `mirror` turns the guests' side round, its interpreter too, so that equal ranks are face to face. With
    `end_to_door` the table's end points at the door and guests sit at the right of those who enter.
    """
    guest_at, host_at = _interpreters(interpreter, mirror=mirror)
    other: Hand = "L" if first == "R" else "R"
    behind_head = interpreter == "behind"
    rows = (
        Row(Side.GUEST, guests, guest_at if guest_interpreter else None, other if mirror else first,
            behind_head and guest_interpreter, second_row_guests),
        Row(Side.HOST, hosts, host_at if host_interpreter else None, other if interpreter == "cn" else first,
            behind_head and host_interpreter, second_row_hosts),
    )  # fmt: skip
    guests_face = 270.0 if end_to_door else 180.0
    if host_side == "facing_door":
        guests_face = turned(guests_face + 180)
    seats = [seat for row in rows for seat in _seats(row, guests_face + (180 if row.side is Side.HOST else 0))]
    in_row = [[seat.key for seat in sorted(_front(seats, row.side), key=lambda s: s.offset)] for row in rows]
    return in_room(
        PlanKind.FACING_TABLE, seats, [_table(seats, guests_face)], room, booth=interpreter == "none", in_row=in_row
    )


def _interpreters(interpreter: Interpreter, *, mirror: bool) -> tuple[int | None, int | None]:
    """Return the offsets of the guests' interpreter and of the hosts'."""
    if interpreter == "cn":
        return -1, 1
    host = {"left": -1, "right": 1}.get(interpreter)
    return (-host if mirror and host is not None else host), host


def _seats(row: Row, facing: float) -> Iterator[Seat]:
    facing = turned(facing)
    x, y = ahead(0, 0, facing, -_REACH)
    name = row.side.value
    taken = list(offsets(row.chairs, taken=row.interpreter, first=row.first))
    ends = {min(taken, default=0), max(taken, default=0)} if len(taken) > 2 else set()

    def seat(name_of_seat: str, at: tuple[float, float], offset: int, honour: int, **more: object) -> Seat:
        return Seat(
            key=name_of_seat, part=name, offset=offset, x=at[0], y=at[1], facing=facing, honour=honour, side=row.side,
            **more,  # type: ignore[arg-type]
        )  # fmt: skip

    for honour, offset in enumerate(taken, 1):
        at = beside(x, y, facing, offset)
        yield seat(key(name, offset), at, offset, honour, number=honour, end_seat=offset in ends)
    if row.interpreter is not None:
        at = beside(x, y, facing, row.interpreter)
        yield seat(f"{name}:interpreter", at, row.interpreter, row.chairs + 1, use=SeatUse.INTERPRETER)
    if row.interpreter_behind:
        at = behind(x, y, facing)
        yield seat(f"{name}:interpreter", at, 0, row.chairs + 1, use=SeatUse.INTERPRETER, second_row=True)
    in_second = offsets(row.second_row + row.interpreter_behind, first=row.first)
    for honour, offset in enumerate(list(in_second)[int(row.interpreter_behind) :], row.chairs + 1):
        at = beside(*behind(x, y, facing), facing, offset)
        yield seat(key(f"{name}:row2", offset), at, offset, honour, number=honour, second_row=True)


def _front(seats: list[Seat], side: Side) -> list[Seat]:
    return [seat for seat in seats if seat.side is side and not seat.second_row]


def _table(seats: list[Seat], guests_face: float) -> Furniture:
    upright = guests_face in (90, 270)
    along = [seat.y if upright else seat.x for seat in seats if not seat.second_row] or [0]
    middle, length = (min(along) + max(along)) / 2, max(along) - min(along) + PITCH + _OVERHANG
    x, y = (0.0, middle) if upright else (middle, 0.0)
    return Furniture("negotiating-table", x, y, length, _DEPTH, turn=90 if upright else 0)
