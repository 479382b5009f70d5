"""Rules of the programme: when an item is, what overlaps, who is meant by a side, delegation or track."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from operator import add, sub
from typing import NamedTuple

from planner.rules.times import Interval, Moment, minutes_utc


class Slot(NamedTuple):
    """When an item is: `day` or `start` None for the pool; `end` None for a moment (an arrival)."""

    day: date | None
    start: int | None
    zone: str
    end_day: date | None
    end: int | None
    end_zone: str
    fold: int = 0
    end_fold: int = 0

    def interval(self) -> Interval | None:
        """Return the span in UTC minutes, or None without a time."""
        if self.day is None or self.start is None:
            return None
        start = minutes_utc(Moment(self.day, self.start, self.zone, self.fold))
        if self.end is None:
            return Interval(start, start)
        end = minutes_utc(Moment(self.end_day or self.day, self.end, self.end_zone, self.end_fold))
        return Interval(start, max(start, end))


class Use(NamedTuple):
    """Something (a person, a room) taken by an item from one UTC minute to another, the end not included."""

    what: int
    start: int
    end: int
    item: int


class Busy(NamedTuple):
    """Everybody and everything an item takes at once: ids of persons and rooms, which no two things share."""

    item: int
    start: int
    end: int
    taken: frozenset[int]


def overlapping_pairs(uses: Iterable[Use]) -> Iterator[tuple[Use, Use]]:
    """Yield each pair of uses of one thing by two items at once, the earlier first; sorted, then one sweep.

    Those that begin together keep the order in which they are given. A moment within a span overlaps it.
    """
    rows = list(uses)
    if not rows:
        return
    # Each thing gets a stretch of numbers of its own, so that one number tells thing and minute.
    whats, starts, ends = [use.what for use in rows], [use.start for use in rows], [use.end for use in rows]
    first = min(starts)
    width = max(ends) - first + 1
    place = {what: rank * width - first for rank, what in enumerate(sorted(set(whats)))}
    begins = list(map(add, map(place.__getitem__, whats), starts))
    lengths = list(map(sub, ends, starts))
    latest, pending = -1, list[int]()
    for number in sorted(range(len(rows)), key=begins.__getitem__):
        begin, finish = begins[number], begins[number] + lengths[number]
        if begin >= latest:
            latest, pending = finish, [number]
            continue
        use = rows[number]
        pending = [earlier for earlier in pending if ends[earlier] > use.start]
        for earlier in pending:
            other = rows[earlier]
            if other.start < use.end and other.item != use.item:
                yield other, use
        pending.append(number)
        latest = max(latest, finish)


def clashing(one: Busy, others: Iterable[Busy]) -> list[Busy]:
    """Return what an item, placed like this, would clash with: the same people or rooms at the same time."""
    return [
        other
        for other in others
        if other.start < one.end
        and one.start < other.end
        and other.item != one.item
        and not one.taken.isdisjoint(other.taken)
    ]


def gaps(spans: Iterable[Interval]) -> list[tuple[int, int]]:
    """Return the (start, end) of each stretch between spans in which nothing happens."""
    ordered = sorted(spans, key=lambda span: span.start)
    free: list[tuple[int, int]] = []
    latest = ordered[0].end if ordered else 0
    for _, after in pairwise(ordered):
        if after.start > latest:
            free.append((latest, after.start))
        latest = max(latest, after.end)
    return free
