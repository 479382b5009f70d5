"""A head table before a hall, and the rows of a theatre (handbook 3.7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from planner.rules.facing_table import Hand
from planner.rules.kinds import Side
from planner.rules.places import CHAIR, PITCH, Chart, Furniture, PlanKind, Room, Seat, SeatUse, in_room, key

NumberOne = Literal["rank", "host", "guest"]
"""Who has the first place of a presidium: the highest of all, the chair (host), or the guest of honour."""

_DEPTH = 70
_REACH = _DEPTH / 2 + CHAIR / 2 + 8
_ROW = 105  # from one row of a hall to the next
_AISLE = 130


def offsets(count: int, *, first: Hand = "R") -> Iterator[int]:
    """Yield the offsets of a row by rank: the middle, then own right and left in turn (handbook 3.7, H1..8).

    Of an even row the first has the chair right of the middle; `first` "L" is the row in a mirror.
    """
    step = (1 if first == "R" else -1) * (1 if count % 2 else -1)
    for number in range(count):
        distance = (number + 1) // 2
        yield distance * (step if number % 2 else -step)


def head_table(
    count: int,
    *,
    first: Hand = "R",
    number_one: NumberOne = "rank",
    lectern: bool = False,
    room: Room | None = None,
) -> Chart:
    """Return a presidium facing the hall; a lectern stands at the chair's right."""
    sides: dict[int, Side | None] = {}
    if number_one != "rank":
        sides = {1: Side.HOST, 2: Side.GUEST} if number_one == "host" else {1: Side.GUEST, 2: Side.HOST}
    hand = 1 if first == "R" else -1
    shift = 0 if count % 2 else hand * 0.5
    seats = [
        Seat(
            key=key("head", offset), part="head", offset=offset, x=-(offset + shift) * PITCH, y=-_REACH, facing=180,
            honour=honour, number=honour, side=sides.get(honour),
        )
        for honour, offset in enumerate(offsets(count, first=first), 1)
    ]  # fmt: skip
    length = count * PITCH + 20
    furniture = [Furniture("head-table", 0, 0, length, _DEPTH)]
    if lectern:
        furniture.append(Furniture("lectern", -(length / 2 + 70), 0, 60, 50))
    row = [seat.key for seat in sorted(seats, key=lambda seat: seat.offset)]
    return in_room(PlanKind.HEAD_TABLE, seats, furniture, room, mixed=True, in_row=[row])


def theatre(
    rows: int,
    per_block: int,
    *,
    first: Hand = "R",
    kept: int = 0,
    interpreters_behind: int = 0,
    room: Room | None = None,
) -> Chart:
    """Return rows of two blocks before a stage; in each ranks fall from the aisle outwards, right and left in turn.

    The right block as one faces the stage is the better one (T1). `kept` chairs at each outer end of a row stay free
    for the last minute; so many chairs of the second row, behind the first, are for interpreters.
    """
    blocks = ("right", "left") if first == "R" else ("left", "right")
    seats: list[Seat] = []
    for row in range(1, rows + 1):
        for place in range(1, per_block + 1):
            for number, block in enumerate(blocks):
                use = SeatUse.KEPT if place > per_block - kept else SeatUse.ANYBODY
                if row == 2 and (place - 1) * 2 + number < interpreters_behind:
                    use = SeatUse.INTERPRETER
                side = 1 if block == "right" else -1
                seats.append(
                    Seat(
                        key=f"row{row}:{block}:{place}", part=f"row{row}:{block}", offset=side * place,
                        x=side * (_AISLE / 2 + (place - 0.5) * PITCH), y=row * _ROW, facing=0, honour=len(seats) + 1,
                        number=len(seats) + 1, use=use, second_row=row > 1, aisle=place == 1,
                        end_seat=place == per_block,
                    )
                )  # fmt: skip
    across = 2 * per_block * PITCH + _AISLE
    stage = Furniture("stage", 0, -40, across * 0.7, 120)
    parts = dict.fromkeys(seat.part for seat in seats)
    in_row = [[seat.key for seat in seats if seat.part == part] for part in parts]
    return in_room(PlanKind.THEATRE, seats, [stage], room, mixed=True, in_row=in_row)
