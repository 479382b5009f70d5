"""The ways between places: how long they take by the venues' table, and what there is time for (handbook 5.4, W-02)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

Ways = Mapping[tuple[int, int], "Way"]
"""The ways between venues, by the two ends; see `table`."""

FACTOR, EXTRA = 1.25, 10
"""A transfer is planned with a quarter more than the way takes, and ten minutes (handbook 6)."""
STEP = 5


class Way(NamedTuple):
    """A way of the venues' table."""

    minutes: int
    mode: str = "car"


class Visit(NamedTuple):
    """An item as the ways see it. `movement` ones are ways themselves; without a venue one is wherever one was."""

    id: int
    start: int
    end: int
    holds: frozenset[Hashable]
    venue: int | None = None
    movement: bool = False


class Leg(NamedTuple):
    """A way from one item's place to the next one's. `way` is None where the table does not know it.

    `transfer` is the item that is this way already, if there is one. `holds` are the tracks that go it.
    """

    before: int
    after: int
    venues: tuple[int, int]
    departure: int
    arrival: int
    way: Way | None
    transfer: int | None
    holds: tuple[Hashable, ...]

    @property
    def available(self) -> int:
        """Minutes there are for it."""
        return self.arrival - self.departure

    @property
    def missing(self) -> int:
        """Minutes by which the next item begins before the earliest arrival."""
        return max(0, self.way.minutes - self.available) if self.way else 0


def table(routes: Iterable[tuple[int, int, str, int]]) -> dict[tuple[int, int], Way]:
    """Return the ways of rows (from, to, mode, minutes) by their ends; the first of several stands.

    A way holds for both directions unless the way back has a row of its own.
    """
    found: dict[tuple[int, int], Way] = {}
    back: dict[tuple[int, int], Way] = {}
    for start, end, mode, minutes in routes:
        found.setdefault((start, end), Way(minutes, mode))
        back.setdefault((end, start), Way(minutes, mode))
    return back | found


def planned(minutes: int, *, factor: float = FACTOR, extra: int = EXTRA) -> int:
    """Return the minutes to plan for a way of some minutes, in steps of five."""
    exact = minutes * factor + extra
    return int(-(-exact // STEP) * STEP)


def legs(visits: Sequence[Visit], ways: Ways) -> list[Leg]:
    """Return the ways between neighbours at different venues, one for all the tracks that go it together."""
    by_thing: dict[Hashable, list[Visit]] = {}
    for one in sorted(visits, key=lambda one: (one.start, one.end, one.id)):
        for thing in one.holds:
            by_thing.setdefault(thing, []).append(one)
    found: dict[tuple[int | None, ...], tuple[Leg, list[Hashable]]] = {}
    for thing, inside in by_thing.items():
        for leg in _legs_of(inside, ways):
            key = (leg.venues[0], leg.departure, leg.after, leg.transfer)
            found.setdefault(key, (leg, []))[1].append(thing)
    return [leg._replace(holds=tuple(things)) for leg, things in found.values()]


def _legs_of(visits: Sequence[Visit], ways: Ways) -> list[Leg]:
    found: list[Leg] = []
    before: Visit | None = None
    transfer: Visit | None = None
    for one in visits:
        if one.movement:
            transfer = one
            continue
        if one.venue is None:
            continue
        if before is not None and before.venue is not None and before.venue != one.venue and one.start >= before.end:
            venues = (before.venue, one.venue)
            departure = transfer.start if transfer else before.end
            there = transfer.id if transfer else None
            found.append(Leg(before.id, one.id, venues, departure, one.start, ways.get(venues), there, ()))
        if before is None or one.end >= before.end or before.venue != one.venue:
            before, transfer = one, None
    return found


def needed_between(
    before: int | None, after: int | None, ways: Ways, *, same_place: int = 0, factor: float = FACTOR,
    extra: int = EXTRA,
) -> int:  # fmt: skip
    """Return the minutes needed between two items at these venues; an unknown way takes the usual pause."""
    if before is None or after is None or before == after:
        return same_place
    way = ways.get((before, after))
    return max(same_place, planned(way.minutes, factor=factor, extra=extra)) if way else same_place


def departure_for(leg: Leg, *, minutes: int | None = None) -> tuple[int, int]:
    """Return start and end of a movement added for a leg: it arrives with the usual reserve, never before it can leave.

    `minutes` are those of the way where the table does not know it.
    """
    length = minutes if minutes is not None else (leg.way.minutes if leg.way else max(leg.available, 0))
    start = leg.arrival - (planned(length) if leg.way or minutes is not None else length)
    start = max(start // STEP * STEP, leg.departure)
    return start, start + length
