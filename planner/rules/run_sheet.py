"""The day as it runs: what is going on, how late it is, and when what follows can begin (handbook 2.5)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from planner.rules.ripple import Piece, Ripple, Span, ripple

GRID = 5
"""Minutes to which what follows is re-timed: a programme does not say 14:07."""
FORGOTTEN = 60
"""So many minutes after its planned end, an item that nobody said began is taken to have gone unnoted."""


class Stage(StrEnum):
    """How far an item has come."""

    AHEAD = "ahead"
    RUNNING = "running"
    OVER = "over"


class Running(NamedTuple):
    """An item of the day on one clock, in minutes: planned, and as it really was (None: not yet)."""

    id: int
    start: int
    end: int
    began: int | None = None
    ended: int | None = None
    holds: frozenset[Hashable] = frozenset()
    hard: bool = False

    @property
    def stage(self) -> Stage:
        """How far the item has come."""
        if self.ended is not None:
            return Stage.OVER
        return Stage.AHEAD if self.began is None else Stage.RUNNING

    def late(self, now: int) -> int:
        """Return by how many minutes it is late (negative: early) as far as is known by now; 0 while it may be on time.

        What is over counts by its end, what runs by its start or once its end has passed, what is ahead once it
        should have begun.
        """
        if self.ended is not None:
            return self.ended - self.end
        if self.began is not None:
            return max(self.began - self.start, now - self.end)
        return max(now - self.start, 0)

    def expected(self, now: int) -> Span:
        """Return when it began or will, and ends: what runs keeps its length, and is not over before now."""
        start = max(self.start, now) if self.began is None else self.began
        if self.ended is not None:
            return Span(start, max(self.ended, start))
        return Span(start, max(start + self.end - self.start, now))


class Proposal(NamedTuple):
    """What follows, re-timed: new spans of items ahead, and what the ripple says of anchors and overlaps."""

    places: Mapping[int, Span] = {}
    ripple: Ripple = Ripple()


Needed = Callable[[Piece, Piece], int]


def proposal(day: Sequence[Running], now: int, *, needed: Needed = lambda _before, _after: 0) -> Proposal:
    """Return how what is ahead is to be re-timed, so that nothing begins before what it follows is over.

    Free time is used up first; the ways between places are kept free (`needed` minutes between two pieces); anchors
    stay. What should have begun and has not begins now, unless it is an anchor.
    """
    ordered = sorted(day, key=lambda one: (one.start, one.end, one.id))
    gone = _gone(ordered, now)
    live = [one for one in ordered if one.id not in gone]
    ways = _ways(live, needed)
    lengths = {one.id: one.end - one.start for one in live if one.stage is Stage.AHEAD}
    overdue = {one.id for one in live if one.id in lengths and one.start < now and not _waits(one, live)}
    moved: dict[int, Span] = {}
    for one in live:
        if one.id in overdue:
            moved[one.id] = Span(_up(now), _up(now) + lengths[one.id] + ways[one.id])
        elif one.id not in lengths:
            end = one.expected(now).end
            moved[one.id] = Span(one.start, (_up(end) if end > one.end else one.end) + ways[one.id])
    pieces = [Piece(one.id, one.start, one.end + ways[one.id], one.holds, one.hard) for one in live]
    found = ripple(pieces, moved, keep_gaps=False)
    starts = {one: span.start for one, span in (*found.places.items(), *moved.items()) if one in lengths}
    places = {one: Span(start, start + lengths[one]) for one, start in starts.items()}
    return Proposal(dict(sorted(places.items(), key=lambda entry: (entry[1], entry[0]))), found)


def _gone(ordered: Sequence[Running], now: int) -> set[int]:
    """Return what holds nobody up any more.

    That is what is over, or was passed over, while something after it in the same hands has begun; and what should
    have been over long ago, though nobody noted it.
    """
    gone: set[int] = set()
    busy: set[Hashable] = set()
    for one in reversed(ordered):
        if one.stage is Stage.RUNNING:
            busy |= one.holds
            continue
        forgotten = one.stage is Stage.AHEAD and now >= one.end + FORGOTTEN
        if forgotten or (one.holds and one.holds <= busy):
            gone.add(one.id)
        if one.stage is Stage.OVER:
            busy |= one.holds
    return gone


def _waits(one: Running, live: Sequence[Running]) -> bool:
    """Tell whether an item keeps to its time, or waits for something before it that runs or has yet to begin."""
    return one.hard or any(
        other.id != one.id
        and (other.start, other.end, other.id) < (one.start, one.end, one.id)
        and not other.holds.isdisjoint(one.holds)
        and (other.stage is Stage.RUNNING or (other.stage is Stage.AHEAD and not other.hard))
        for other in live
    )


def _ways(ordered: Sequence[Running], needed: Needed) -> dict[int, int]:
    """Return for each item the minutes of the way from it to what is next in the same hands."""
    pieces = [Piece(one.id, one.start, one.end, one.holds, one.hard) for one in ordered]
    found = {}
    for place, one in enumerate(pieces):
        after = next((other for other in pieces[place + 1 :] if not other.holds.isdisjoint(one.holds)), None)
        found[one.id] = needed(one, after) if after is not None and after.start >= one.end else 0
    return found


def _up(minute: int) -> int:
    return -(-minute // GRID) * GRID
