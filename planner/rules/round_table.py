"""Round tables: one host and guests, two sides in turn, states by lot (handbook 3.6).

Seat 0 is the chair's; the others are counted towards the chair's own right, against the clock as seen from above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, radians, sin
from typing import Literal, TypeVar

from planner.rules.kinds import Side
from planner.rules.places import CHAIR, PITCH, Chart, Furniture, PlanKind, Room, Seat, Shape, in_room, turned

State = TypeVar("State")

Direction = Literal["right", "left"]
"""Which way states are counted from the chair: to the chair's own right, or to the left (clockwise from above)."""


def round_table(
    seats: int,
    *,
    two_sides: bool = False,
    host_side: str = "facing_door",
    room: Room | None = None,
) -> Chart:
    """Return a round table of one host, guests right and left of the host in turn (R1).

    With `two_sides` seats at odd distances are the guests', at even ones the hosts', so that nobody sits among
    their own people alone (R2, R3).
    """
    ring = list(ring_of(seats, 0, 0, facing=180 if host_side == "facing_door" else 0))
    chairs = []
    for honour, number in enumerate(outward(seats), 1):
        x, y, facing = ring[number]
        offset = number if number <= seats // 2 else number - seats
        odd = offset % 2 == 1
        side = (Side.GUEST if odd else Side.HOST) if two_sides else (Side.HOST if number == 0 else None)
        chairs.append(
            Seat(
                key=f"round:{number}", part="round", offset=offset, x=x, y=y, facing=facing, honour=honour,
                number=number + 1, side=side,
            )
        )  # fmt: skip
    row = [f"round:{number}" for number in range(seats)]
    return in_room(PlanKind.ROUND, chairs, [table(seats, 0, 0)], room, mixed=True, in_row=[row], closed=True)


def multilateral(
    seats: int, *, direction: Direction = "right", host_side: str = "facing_door", room: Room | None = None
) -> Chart:
    """Return a round table of states: the chair's seat is 0, the others are taken one after another (R4)."""
    ring = list(ring_of(seats, 0, 0, facing=180 if host_side == "facing_door" else 0))
    step = 1 if direction == "right" else -1
    chairs = []
    for number in range(seats):
        x, y, facing = ring[step * number % seats]
        chairs.append(
            Seat(
                key=f"round:{number}", part="round", offset=step * number, x=x, y=y, facing=facing, honour=number + 1,
                number=number, side=Side.HOST if number == 0 else None,
            )
        )  # fmt: skip
    row = [f"round:{number}" for number in range(seats)]
    return in_room(PlanKind.MULTILATERAL, chairs, [table(seats, 0, 0)], room, mixed=True, in_row=[row], closed=True)


def from_lot(states: Sequence[State], drawn: State) -> list[State]:
    """Return states, given in the agreed alphabet, from the one drawn by lot (handbook 3.6, PREC-4)."""
    at = list(states).index(drawn)
    return [*states[at:], *states[:at]]


def outward(seats: int) -> Iterator[int]:
    """Yield the places at a round table as ranks take them: the host's, then its right and left in turn."""
    yield from range(min(seats, 1))
    for distance in range(1, seats // 2 + 1):
        yield distance
        if seats - distance != distance:
            yield seats - distance


def radius(seats: int) -> float:
    """Return the radius of a table at which so many people have an elbow's room."""
    return max(75.0, round(seats * PITCH / (2 * pi) - CHAIR / 2, 1))


def table(seats: int, x: float, y: float, *, label: str = "") -> Furniture:
    """Return the table itself."""
    width = 2 * radius(seats)
    return Furniture("round-table", x, y, width, width, Shape.CIRCLE, label=label)


def ring_of(seats: int, x: float, y: float, *, facing: float = 180) -> Iterator[tuple[float, float, float]]:
    """Yield place and bearing of each chair of a ring; the first looks to `facing`, the next is on its own right."""
    reach = radius(seats) + CHAIR / 2 + 8
    for number in range(seats):
        looks = turned(facing - 360 * number / seats)
        angle = radians(looks)
        yield round(x - reach * sin(angle), 1), round(y + reach * cos(angle), 1), round(looks, 1)
