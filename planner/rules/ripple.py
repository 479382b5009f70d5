"""The ripple: what follows an item moves with it, up to the next hard anchor (handbook 2.5)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple


class Piece(NamedTuple):
    """An item as the ripple sees it: minutes on any one clock, and what it takes.

    `holds` are tracks, people, rooms: pieces that share one of them stand behind one another. A `hard` piece is an
    anchor: it begins when it begins (a flight, a broadcast, a prayer).
    """

    id: int
    start: int
    end: int
    holds: frozenset[Hashable] = frozenset()
    hard: bool = False


class Span(NamedTuple):
    """Where a piece comes to stand."""

    start: int
    end: int


class Why(StrEnum):
    """What ends a shift: an anchor, or something that stays where it is."""

    ANCHOR = "anchor"
    TAKEN = "taken"


class Stop(NamedTuple):
    """Where a shift ends: at this piece, at this minute; `missing` minutes do not fit before it."""

    piece: int
    minute: int
    why: Why = Why.ANCHOR
    missing: int = 0


class Eaten(NamedTuple):
    """Free minutes before a piece that the shift used up."""

    before: int
    minutes: int


class Ripple(NamedTuple):
    """What a shift does: the new time of each later piece that moves, where it stops, what it uses up.

    `clashes` are the pairs that share something and overlap now, but did not before.
    """

    places: Mapping[int, Span] = {}
    stops: tuple[Stop, ...] = ()
    eaten: tuple[Eaten, ...] = ()
    clashes: tuple[tuple[int, int], ...] = ()


class _Push(NamedTuple):
    """What has moved on one thing: by how much, where it ended and ends, and from which minute on it is felt."""

    by: int
    old_end: int
    new_end: int
    felt_from: int


def ripple(pieces: Iterable[Piece], moved: Mapping[int, Span], *, keep_gaps: bool = True) -> Ripple:
    """Return what follows when some pieces are put elsewhere.

    Later pieces that share something with them, or with others that move, move too: by the same minutes where gaps
    are kept, else only as far as they are pushed. Anchors stay; what lies behind one stays with it. Nothing is moved
    past the beginning of an anchor, and lengths are kept. With an earlier time what follows comes along, unless
    something that stays is in the way; without keeping gaps it stays.
    """
    ordered = sorted(pieces, key=lambda one: (one.start, one.end, one.id))
    return _Ripple(ordered, moved, keep_gaps=keep_gaps).run()


class _Ripple:
    """One pass over the day, in order of time."""

    def __init__(self, ordered: Sequence[Piece], moved: Mapping[int, Span], *, keep_gaps: bool) -> None:
        self._ordered, self._moved, self._keep = ordered, moved, keep_gaps
        self._pushes: dict[Hashable, list[_Push]] = {}
        self._before: dict[Hashable, list[tuple[int, Span]]] = {}  # old end and new span
        self._least = min((self._by(one) for one in ordered if one.id in moved), default=0)
        self._places: dict[int, Span] = {}
        self._stops: dict[int, Stop] = {}

    def run(self) -> Ripple:
        """Return the outcome."""
        for one in self._ordered:
            if one.id in self._moved:
                self._push(one, self._moved[one.id], self._felt_from(one))
            else:
                self._follow(one)
            self._pass(one)
        self._keep_order()
        stops = tuple(sorted(self._stops.values(), key=lambda stop: (stop.minute, stop.piece)))
        now = {**self._places, **self._moved}
        return Ripple(self._places, stops, eaten(self._ordered, now), new_clashes(self._ordered, now))

    def _follow(self, one: Piece) -> None:
        felt = [
            push
            for thing in one.holds
            for push in self._pushes.get(thing, ())
            if one.start >= push.felt_from and (self._keep or push.new_end > one.start)
        ]
        if not felt:
            return
        if one.hard:
            self._stop(one)
            return
        by = self._wanted_by(one, felt)
        if by < 0:
            by = self._not_before_others(one, by)
        span = Span(one.start + by, one.end + by)
        if span.start != one.start:
            self._places[one.id] = span
        if self._keep or span.start != one.start:
            self._push(one, span, one.start)

    def _wanted_by(self, one: Piece, felt: Sequence[_Push]) -> int:
        if self._keep:
            return max(push.by for push in felt)
        return max(0, *(push.new_end - max(push.old_end, one.start) for push in felt))

    def _not_before_others(self, one: Piece, by: int) -> int:
        """Return by how much a piece can come earlier: not into what stood before it, not before what began before."""
        floor = one.start + by
        for thing in one.holds:
            for old_end, span in self._before.get(thing, ()):
                floor = max(floor, span.end if old_end <= one.start else span.start)
        if floor > one.start + by:
            self._stops[one.id] = Stop(one.id, min(floor, one.start), Why.TAKEN)
        return min(0, floor - one.start)

    def _stop(self, anchor: Piece) -> None:
        """End the shift at an anchor: whatever it takes is free of the push behind it."""
        missing = 0
        for thing in anchor.holds:
            for push in self._pushes.pop(thing, ()):
                if push.old_end <= anchor.start:
                    missing = max(missing, push.new_end - anchor.start)
        self._stops[anchor.id] = Stop(anchor.id, anchor.start, Why.ANCHOR, missing)

    def _push(self, one: Piece, span: Span, felt_from: int) -> None:
        by = span.end - one.end
        if not by and one.id in self._moved:
            return
        push = _Push(by, one.end, span.end, felt_from)
        for thing in one.holds:
            there = self._pushes.get(thing, [])
            if self._keep:
                there = [other for other in there if other.felt_from > felt_from]
            else:
                there = [other for other in there if other.new_end > one.start]
            self._pushes[thing] = [*there, push]

    def _pass(self, one: Piece) -> None:
        """Remember where a piece stands, as long as something could be pulled into it."""
        if self._least >= 0:
            return
        span = self._moved.get(one.id) or self._places.get(one.id) or Span(one.start, one.end)
        for thing in one.holds:
            there = [entry for entry in self._before.get(thing, ()) if entry[1].end > one.start + self._least]
            self._before[thing] = [*there, (one.end, span)]

    def _felt_from(self, one: Piece) -> int:
        """Return from when on a moved piece is followed: what began in it only if its own start moved."""
        return one.end if self._moved[one.id].start == one.start else min(one.start + 1, one.end)

    def _by(self, one: Piece) -> int:
        return self._moved[one.id].end - one.end

    def _keep_order(self) -> None:
        """Hold what moves later back where it would begin after what was behind it, as an anchor that stays."""
        limits: dict[Hashable, int] = {}
        for _start, together in groupby(reversed(self._ordered), key=lambda one: one.start):
            inside = [one for one in together if one.id not in self._moved]
            for one in inside:
                span, limit = self._places.get(one.id), min((limits[x] for x in one.holds if x in limits), default=None)
                if span is not None and limit is not None and span.start > limit:
                    self._places[one.id] = Span(limit, limit + one.end - one.start)
            for one in inside:
                start = self._places.get(one.id, one).start
                limits.update({thing: min(start, limits.get(thing, start)) for thing in one.holds})


def eaten(ordered: Sequence[Piece], now: Mapping[int, Span]) -> tuple[Eaten, ...]:
    """Return by how much the free time before each piece shrank."""
    old: dict[Hashable, int] = {}
    new: dict[Hashable, int] = {}
    found: list[Eaten] = []
    for one in ordered:
        span = now.get(one.id) or Span(one.start, one.end)
        before = [old[thing] for thing in one.holds if thing in old]
        if before:
            gap = one.start - max(before)
            left = span.start - max(new[thing] for thing in one.holds if thing in new)
            if gap > 0 and max(left, 0) < gap:
                found.append(Eaten(one.id, gap - max(left, 0)))
        for thing in one.holds:
            old[thing] = max(old.get(thing, one.end), one.end)
            new[thing] = max(new.get(thing, span.end), span.end)
    return tuple(found)


def new_clashes(pieces: Sequence[Piece], now: Mapping[int, Span]) -> tuple[tuple[int, int], ...]:
    """Return the pairs of pieces that share something and overlap by their new times, but not by their old ones."""
    if not now:
        return ()
    spans = {one.id: now.get(one.id) or Span(one.start, one.end) for one in pieces}
    ordered = sorted(pieces, key=lambda one: (spans[one.id].start, spans[one.id].end, one.id))
    found: set[tuple[int, int]] = set()
    open_pieces: list[Piece] = []
    for one in ordered:
        span = spans[one.id]
        open_pieces = [other for other in open_pieces if spans[other.id].end > span.start]
        for other in open_pieces:
            moved = one.id in now or other.id in now
            if moved and span.end > span.start and not overlap(one, other) and not one.holds.isdisjoint(other.holds):
                found.add((min(one.id, other.id), max(one.id, other.id)))
        open_pieces.append(one)
    return tuple(sorted(found))


def overlap(one: Piece | Span, other: Piece | Span) -> bool:
    """Tell whether both take time at the same moment; a point takes none."""
    return one.start < other.end and other.start < one.end and one.start < one.end and other.start < other.end


def missing_minutes(found: Ripple) -> int:
    """Return how many minutes are missing at the anchor where most are."""
    return max((stop.missing for stop in found.stops), default=0)
