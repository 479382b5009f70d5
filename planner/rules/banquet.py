"""A banquet of many tables: where they stand, and who sits at which (handbook 3.6, 3.7; W-24, W-33).

Filling is greedy, then changes two people as long as that bends fewer rules; only what the two tables bend is counted
anew. The sums are those of `seating_score`, by the same weights.
"""

from __future__ import annotations

from collections.abc import Sequence

from planner.rules.banquet_filling import Filling
from planner.rules.kinds import Side
from planner.rules.placement import Pins
from planner.rules.places import (
    PITCH,
    Chart,
    Furniture,
    PlanKind,
    Room,
    Seat,
    Shape,
    Sitter,
    Table,
    ahead,
    beside,
    in_room,
)
from planner.rules.round_table import outward, radius, ring_of, table
from planner.rules.seating_score import Wish

_BETWEEN = 190  # free space between the edges of two tables: two chairs and a waiter
_DEPTH = 80  # of a table that is not round


def tables_in_room(tables: Sequence[Table], *, two_sides: bool = True, room: Room | None = None) -> Chart:
    """Return the chart of a banquet's tables; those without a place are set out in rows, the first one far ahead.

    Seat 0 of a table is its host's, the others are counted towards the host's right. `two_sides` lets guests and
    hosts alternate, as at one round table.
    """
    seats: list[Seat] = []
    furniture: list[Furniture] = []
    rows: list[list[str]] = []
    for each in _set_out(tables):
        part = f"table:{each.number}"
        label = each.name or str(each.number)
        if each.shape == "round":
            furniture.append(table(each.seats, each.x, each.y, label=label))
            places = list(ring_of(each.seats, each.x, each.y))
        else:
            width = _length(each.seats)
            furniture.append(Furniture("banquet-table", each.x, each.y, width, _DEPTH, Shape.RECTANGLE, label=label))
            places = list(_round_the_board(each))
        order = {number: honour for honour, number in enumerate(outward(each.seats), 1)}
        for number, (x, y, facing) in enumerate(places):
            offset = number if number <= each.seats // 2 else number - each.seats
            side = (Side.GUEST if offset % 2 else Side.HOST) if two_sides else None
            seats.append(
                Seat(
                    key=f"{part}:{number}", part=part, offset=offset, x=x, y=y, facing=facing, honour=order[number],
                    number=number + 1, side=side,
                )
            )  # fmt: skip
        rows.append([f"{part}:{number}" for number in range(each.seats)])
    return in_room(PlanKind.BANQUET, seats, furniture, room, mixed=True, in_row=rows, closed=True)


def fill_banquet(
    chart: Chart, people: Sequence[Sitter], *, pins: Pins | None = None, wishes: Sequence[Wish] = (), seed: int = 1
) -> dict[str, int]:
    """Seat people, given in order of precedence, at the tables of a banquet; whoever is pinned stays.

    The same arguments give the same seating.
    """
    filling = Filling(chart, people, pins or {}, wishes)
    filling.fill_greedily()
    filling.improve(seed)
    return filling.placed()


def fill_greedily(
    chart: Chart, people: Sequence[Sitter], *, pins: Pins | None = None, wishes: Sequence[Wish] = ()
) -> dict[str, int]:
    """Seat each in turn where that bends least, and change nobody afterwards: what `fill_banquet` is compared with."""
    filling = Filling(chart, people, pins or {}, wishes)
    filling.fill_greedily()
    return filling.placed()


def _set_out(tables: Sequence[Table]) -> list[Table]:
    """Return tables with their places: those without one in rows, from the left and from the far end."""
    if not tables or any(each.x or each.y for each in tables):
        return list(tables)
    across = max(1, round((len(tables) * 1.3) ** 0.5))
    step = max(2 * radius(each.seats) if each.shape == "round" else _length(each.seats) for each in tables) + _BETWEEN
    return [
        each._replace(x=step * (at % across) or 0.1, y=step * (at // across) or 0.1) for at, each in enumerate(tables)
    ]


def _length(seats: int) -> float:
    return max(2, -(-seats // 2)) * PITCH + 20


def _round_the_board(each: Table) -> list[tuple[float, float, float]]:
    """Return the chairs of a long table, seat 0 in the middle of its far side, then to that one's right round it."""
    far = -(-each.seats // 2)
    near = each.seats - far
    reach = _DEPTH / 2 + 35
    middle = far // 2
    upper = [(*beside(*ahead(each.x, each.y, 180, -reach), 180, n - (far - 1) / 2), 180.0) for n in range(far)]
    lower = [(*beside(*ahead(each.x, each.y, 0, -reach), 0, n - (near - 1) / 2), 0.0) for n in range(near)]
    ring = upper + lower  # own right on the far side runs to the viewer's left, on the near side back again
    return ring[middle:] + ring[:middle]
