"""Flags in order, always from the observer's left to right (handbook 3.10)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
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
    """A flag with its level: 1 of a state, 2 of a region, 3 of a city, 4 of an organisation.

    `place` is that of its state in the agreed order of states, for a line of many.
    """

    name: str
    level: int
    own: bool  # of the host's side
    place: int = 0


class Stand(StrEnum):
    """How flags stand: in a line, a pair on the table, or a pair whose poles cross."""

    ROW = "row"
    TABLE = "table"
    CROSSED = "crossed"


class Why(StrEnum):
    """The rule that gave flags their order."""

    BY_HAND = "by-hand"
    RUSSIAN_LAW = "russian-law"
    GUEST_LEFT = "guest-left"
    OWN_LEFT = "own-left"
    MIXED = "mixed"
    CANADIAN = "canadian"
    GUESTS_FIRST = "guests-first"
    OWN_FIRST = "own-first"
    ALPHABET = "alphabet"
    BY_LEVEL = "by-level"


class Custom(NamedTuple):
    """What a profile says of flags, by its own keys: `flag_order`, `two_flags`, `crossed_front`."""

    order: str = "guest-first"
    two_flags: TwoFlags = "guest-left"
    front: Front = "guest"


class Ordered(NamedTuple):
    """Flags from the observer's left to right and the rule they follow, None for a single one.

    `front` is the flag whose pole is in front where a pair crosses.
    """

    flags: tuple[str, ...]
    why: Why | None
    front: str = ""


def in_order(flags: Sequence[Flag], custom: Custom) -> Ordered:
    """Return flags as they stand by a profile, whatever order they are named in (handbook 3.10, 3.12).

    The law of one country orders its own flags alone. Where two sides meet, each keeps to its own half; where many
    states do, the states come first, all lower levels after them.
    """
    named = sorted(flags, key=lambda flag: (flag.level, flag.place))
    own = [flag for flag in named if flag.own]
    guests = [flag for flag in named if not flag.own]
    front = _in_front(own, guests, custom.front)
    if len(named) < 2:
        return Ordered(tuple(flag.name for flag in named), None, front)
    if not own or not guests:
        return Ordered(*_of_one_side(named, custom, foreign=not own), front)
    if custom.order == "canadian":
        return Ordered(_states_first(named, canadian), Why.CANADIAN, front)
    if sum(flag.level == 1 for flag in guests) > 1:
        return Ordered(*_of_many(named, custom), front)
    two_flags = custom.two_flags
    why = Why.MIXED if len(named) > 2 else Why.GUEST_LEFT if two_flags == "guest-left" else Why.OWN_LEFT
    return Ordered(mixed_levels(named, two_flags=two_flags), why, front)


def _of_one_side(named: Sequence[Flag], custom: Custom, *, foreign: bool) -> tuple[tuple[str, ...], Why]:
    names = [flag.name for flag in named]
    if foreign and all(flag.level == 1 for flag in named):
        return tuple(names), Why.ALPHABET
    if custom.order == "russian-law" and not foreign and named[0].level == 1:
        return russian_law(names), Why.RUSSIAN_LAW
    if custom.order == "canadian" and not foreign:
        return canadian(names[0], names[1:]), Why.CANADIAN
    return tuple(names), Why.BY_LEVEL


def _of_many(named: Sequence[Flag], custom: Custom) -> tuple[tuple[str, ...], Why]:
    """Return flags of three states and more. The Russian law says nothing of them, so the habit for two decides."""
    if custom.order == "alphabet":
        return tuple(flag.name for flag in named), Why.ALPHABET
    own_first = custom.order == "own-first" or (custom.order == "russian-law" and custom.two_flags == "own-left")
    ordered = sorted(named, key=lambda flag: (flag.level, flag.own is not own_first, flag.place))
    return tuple(flag.name for flag in ordered), Why.OWN_FIRST if own_first else Why.GUESTS_FIRST


def _states_first(named: Sequence[Flag], ordered: Callable[[str, Sequence[str]], tuple[str, ...]]) -> tuple[str, ...]:
    """Return the states' flags as a rule orders them, one's own given first, and all lower levels after them."""
    own = next((flag.name for flag in named if flag.own and flag.level == 1), "")
    states = [flag.name for flag in named if flag.level == 1 and flag.name != own]
    rest = tuple(flag.name for flag in named if flag.level > 1)
    return (*(ordered(own, states) if own else states), *rest)


def _in_front(own: Sequence[Flag], guests: Sequence[Flag], front: Front) -> str:
    """Return whose pole is in front; among flags of one side it is the highest's."""
    first, second = (guests, own) if front == "guest" else (own, guests)
    return (*(flag.name for flag in (*first, *second)), "")[0]


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
