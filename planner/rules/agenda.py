"""Rules of the programme: when an item is, what overlaps, who is meant by a side, delegation or track."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
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
    """Something (a person, a room) taken for a span by an item."""

    what: int
    item: int
    span: Interval


def overlapping_pairs(uses: Iterable[Use]) -> Iterator[tuple[Use, Use]]:
    """Yield each pair of uses of one thing whose spans overlap, the earlier first; sorted, then one sweep."""
    by_what: dict[int, list[Use]] = defaultdict(list)
    for use in uses:
        by_what[use.what].append(use)
    for what in sorted(by_what):
        yield from _overlaps_of_one(sorted(by_what[what], key=lambda use: (use.span.start, use.span.end, use.item)))


def _overlaps_of_one(uses: Sequence[Use]) -> Iterator[tuple[Use, Use]]:
    open_uses: list[Use] = []
    for use in uses:
        open_uses = [earlier for earlier in open_uses if earlier.span.end > use.span.start]
        for earlier in open_uses:
            if earlier.item != use.item and earlier.span.overlaps(use.span):
                yield earlier, use
        open_uses.append(use)


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
