"""Seats in a car, a minibus and a coach (handbook 3.8). The front of the vehicle is above on the plan."""

from __future__ import annotations

from typing import Literal

from planner.rules.kinds import Side
from planner.rules.places import Chart, Furniture, PlanKind, Room, Seat, SeatUse, in_room

Kerb = Literal["right", "left"]

_ACROSS, _ROW = 65, 90
_PLACES = {"F": (1, 0), "D": (-1, 0), "RR": (1, 1), "RM": (0, 1), "RL": (-1, 1)}  # right-hand traffic: driver at left
_ROOM = Room(1, 1, doors=())


def car(
    *,
    owner_drives: bool = False,
    left_hand_traffic: bool = False,
    kerb: Kerb | None = None,
    rear_middle: bool = False,
) -> Chart:
    """Return the seats of a car: RR, RL, F(ront), RM (rear middle) and D(river).

    With a chauffeur the guest sits behind on the right, the host behind on the left, the interpreter in front (C1);
    beside an owner who drives the first place is in front (C2). Left-hand traffic is the mirror (C3). Where the
    kerb is on the other side than usual the guest uses that door, and the order behind changes.
    """
    kerbside = "left" if left_hand_traffic else "right"
    behind = ["RR", "RL"] if (kerb or kerbside) == "right" else ["RL", "RR"]
    order = ["F", *behind] if owner_drives else [*behind, "F"]
    if rear_middle:
        order.append("RM")
    sides = {} if owner_drives else {behind[0]: Side.GUEST, behind[1]: Side.HOST}
    uses = {"D": SeatUse.DRIVER}
    if not owner_drives:
        uses["F"] = SeatUse.INTERPRETER
    seats = []
    for honour, name in enumerate([*order, "D"], 1):
        across, row = _PLACES[name]
        if left_hand_traffic and row == 0:
            across = -across
        seats.append(
            Seat(
                key=name, part="car", offset=across, x=across * _ACROSS, y=row * _ROW, facing=0, honour=honour,
                number=honour if name != "D" else 0, side=sides.get(name), use=uses.get(name, SeatUse.ANYBODY),
            )
        )  # fmt: skip
    rows = [["D", "F"], ["RL", *(["RM"] if rear_middle else []), "RR"]]
    body = Furniture("car", 0, _ROW / 2, 3 * _ACROSS + 20, 3.6 * _ROW)
    return in_room(PlanKind.CAR, seats, [body], _ROOM, mixed=True, in_row=rows)


def minibus(rows: int = 4, right: int = 2, left: int = 1, *, left_hand_traffic: bool = False) -> Chart:
    """Return a minibus: the first row's right seat is the first, then the left, then the rows behind."""
    return _bus(PlanKind.MINIBUS, rows, right, left, left_hand_traffic=left_hand_traffic)


def coach(rows: int = 12, right: int = 2, left: int = 2, *, left_hand_traffic: bool = False) -> Chart:
    """Return a coach: the right front row first, from the window to the aisle."""
    return _bus(PlanKind.COACH, rows, right, left, left_hand_traffic=left_hand_traffic)


def _bus(kind: PlanKind, rows: int, right: int, left: int, *, left_hand_traffic: bool) -> Chart:
    seats: list[Seat] = []
    sides = [("right", right, 1), ("left", left, -1)]
    if left_hand_traffic:
        sides = [("left", right, -1), ("right", left, 1)]
    widest = max(right, left)
    for row in range(1, rows + 1):
        for name, count, sign in sides:
            for place in range(1, count + 1):  # 1 is at the window
                seats.append(
                    Seat(
                        key=f"row{row}:{name}:{place}", part=f"row{row}:{name}", offset=sign * (count + 1 - place),
                        x=sign * (35 + (widest - place + 0.5) * _ACROSS), y=row * _ROW, facing=0,
                        honour=len(seats) + 1, number=len(seats) + 1, second_row=row > 1,
                    )
                )  # fmt: skip
    driver = sides[1][2]
    seats.append(
        Seat(
            key="D", part="driver", offset=0, x=driver * (35 + (widest - 0.5) * _ACROSS), y=0, facing=0,
            honour=len(seats) + 1, use=SeatUse.DRIVER,
        )
    )  # fmt: skip
    parts = dict.fromkeys(seat.part for seat in seats)
    in_row = [[seat.key for seat in seats if seat.part == part] for part in parts]
    body = Furniture(kind.value, 0, rows * _ROW / 2, 2 * widest * _ACROSS + 100, (rows + 1.6) * _ROW)
    return in_room(kind, seats, [body], _ROOM, mixed=True, in_row=in_row)
