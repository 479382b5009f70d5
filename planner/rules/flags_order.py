"""Flags in order, always from the observer's left to right (handbook 3.10)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from planner.rules.places import Chart, Furniture, PlanKind, Room, Seat, in_room

TwoFlags = Literal["guest-left", "own-left"]
"""Whose flag is at the observer's left where two states' stand."""

Front = Literal["own", "guest"]


class Crossed(NamedTuple):
    """A crossed pair: the flags as the observer sees them, and whose pole is in front."""

    left: str
    right: str
    front: str


class Flag(NamedTuple):
    """A flag with its level: 1 of a state, 2 of a region, 3 of a city, 4 of an organisation."""

    name: str
    level: int
    own: bool  # of the host's side


def russian_law(flags: Sequence[str]) -> tuple[str, ...]:
    """Return the flags of the Federation, given first, and of regions, cities, organisations in their order.

    Law 1-FKZ, article 8: of two it is at the left, of an odd number in the middle, of an even one left of the
    middle (FL1-FL4). It says nothing of other states' flags. The others fall left and right of it in turn.
    """
    if not flags:
        return ()
    places: list[str | None] = [None] * len(flags)
    middle = (len(flags) - 1) // 2
    places[middle] = flags[0]
    left, right = middle - 1, middle + 1
    to_left = left >= 0
    for flag in flags[1:]:
        if (to_left and left >= 0) or right >= len(flags):
            places[left] = flag
            left -= 1
        else:
            places[right] = flag
            right += 1
        to_left = not to_left
    return tuple(place for place in places if place is not None)


def two_states(guest: str, own: str, *, two_flags: TwoFlags = "guest-left") -> tuple[str, str]:
    """Return the flags of two states: the guest's at the observer's left, or one's own (US, CA, PH)."""
    return (guest, own) if two_flags == "guest-left" else (own, guest)


def canadian(own: str, others: Sequence[str], *, own_again: bool = False) -> tuple[str, ...]:
    """Return one's own flag and the others', given in alphabetical order, as Canada sets them.

    Of three one's own is in the middle, the others left then right; of more it is at the far left, and may stand
    again at the end.
    """
    if len(others) == 2:
        return (others[0], own, others[1])
    return (own, *others, own) if own_again and len(others) > 2 else (own, *others)


def mixed_levels(flags: Sequence[Flag], *, two_flags: TwoFlags = "guest-left") -> tuple[str, ...]:
    """Return the flags of two sides: states in the middle, regions and cities outwards, each on its own side."""
    by_level = sorted(flags, key=lambda flag: flag.level)
    own = [flag.name for flag in by_level if flag.own]
    guests = [flag.name for flag in by_level if not flag.own]
    left, right = (guests, own) if two_flags == "guest-left" else (own, guests)
    return (*reversed(left), *right)


def crossed_pair(guest: str, own: str, *, two_flags: TwoFlags = "guest-left", front: Front = "guest") -> Crossed:
    """Return a crossed pair; in front is the guest's pole (JP) or one's own (CA)."""
    left, right = two_states(guest, own, two_flags=two_flags)
    return Crossed(left, right, guest if front == "guest" else own)


def flag_line(count: int) -> Chart:
    """Return the poles of a line of flags: one each, of the same height, numbered from the observer's left."""
    seats = [
        Seat(
            key=f"flag:{number}", part="flag", offset=-number, x=number * 110, y=0, facing=180, honour=number,
            number=number,
        )
        for number in range(1, count + 1)
    ]  # fmt: skip
    line = Furniture("flag-line", (count + 1) * 55, 60, count * 110, 6)
    return in_room(PlanKind.FLAGS, seats, [line], Room(1, 1, doors=()), mixed=True, in_row=[[s.key for s in seats]])
