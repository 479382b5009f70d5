"""A day re-timed as a whole: tightened, spread, fitted into a block, opened for a pause. Lengths and order stay."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from planner.rules.ripple import Piece, Ripple, Span, ripple

Needed = Callable[[Piece, Piece], int]
"""The minutes needed between one piece and the next: for a way, for a pause."""

STEP = 5
LEAST = 5
"""No item is shortened below this."""
_PAUSE = 0
"""The id of what is put between when a gap is opened."""


class Retimed(NamedTuple):
    """New times of the pieces that change, and the minutes that do not fit."""

    places: Mapping[int, Span]
    missing: int = 0


def none_needed(_before: Piece, _after: Piece) -> int:
    """No time is needed between items."""
    return 0


def tighten(pieces: Iterable[Piece], needed: Needed = none_needed) -> Retimed:
    """Close the gaps: each piece comes as early as what is before it allows. Anchors and first pieces stay."""
    places: dict[int, Span] = {}
    passed: dict[Hashable, list[tuple[Piece, Span]]] = {}
    for one in _in_order(pieces):
        before = [entry for thing in one.holds for entry in passed.get(thing, ())]
        floor = max((_after(entry, one, needed) for entry in before), default=one.start)
        start = one.start if one.hard else min(one.start, max(floor, 0))
        span = Span(start, start + one.end - one.start)
        if start != one.start:
            places[one.id] = span
        for thing in one.holds:
            passed.setdefault(thing, []).append((one, span))
    return Retimed(places)


def _after(entry: tuple[Piece, Span], one: Piece, needed: Needed) -> int:
    """Return when a piece can begin after another; what overlapped it before only has to begin after it."""
    before, span = entry
    if before.end > one.start:
        return span.start + one.start - before.start
    return span.end + min(needed(before, one), one.start - before.end)


class Cluster(NamedTuple):
    """Pieces that go on at the same time, and so move together."""

    pieces: tuple[Piece, ...]
    start: int
    end: int

    @property
    def hard(self) -> bool:
        """Whether it holds an anchor."""
        return any(one.hard for one in self.pieces)


def clusters(pieces: Iterable[Piece]) -> list[Cluster]:
    """Return the stretches of a day in which something goes on without a pause on any track."""
    found: list[Cluster] = []
    for one in _in_order(pieces):
        if found and one.start < found[-1].end:
            last = found[-1]
            found[-1] = Cluster((*last.pieces, one), last.start, max(last.end, one.end))
        else:
            found.append(Cluster((one,), one.start, one.end))
    return found


def spread(pieces: Iterable[Piece], needed: Needed = none_needed, *, step: int = STEP) -> Retimed:
    """Make the pauses of a day equal, between its first and last pieces and its anchors, in whole steps.

    A pause is never shorter than what is needed in it, as far as there is time.
    """
    groups = clusters(pieces)
    starts = [group.start for group in groups]
    fixed = [place for place, group in enumerate(groups) if place in (0, len(groups) - 1) or group.hard]
    missing = 0
    for first, last in pairwise(fixed):
        inside = groups[first : last + 1]
        pauses, short = _equal(inside, starts[last], needed, step)
        missing = max(missing, short)
        minute = groups[first].end
        for place, pause in enumerate(pauses[:-1], first + 1):
            starts[place] = minute + pause
            minute = starts[place] + groups[place].end - groups[place].start
    return Retimed(_placed(groups, starts), missing)


def _equal(inside: Sequence[Cluster], end: int, needed: Needed, step: int) -> tuple[list[int], int]:
    """Return the pauses between clusters of which the first and the last stay, and what is missing for them."""
    least = [_needed(one, other, needed) for one, other in pairwise(inside)]
    free = end - inside[0].end - sum(group.end - group.start for group in inside[1:-1])
    if sum(least) >= free:
        return _shrunk(least, max(free, 0), step), sum(least) - free
    pauses = _level(least, free)
    return _in_steps(pauses, least, free, step), 0


def _level(least: Sequence[int], free: int) -> list[float]:
    """Share minutes so that all pauses are equal, except those that need more than their share."""
    pauses = [float(one) for one in least]
    wanting = set(range(len(least)))
    while wanting:
        share = (free - sum(least[one] for one in range(len(least)) if one not in wanting)) / len(wanting)
        over = {one for one in wanting if least[one] > share}
        if not over:
            for one in wanting:
                pauses[one] = share
            break
        wanting -= over
    return pauses


def _in_steps(pauses: Sequence[float], least: Sequence[int], free: int, step: int) -> list[int]:
    """Round pauses down to whole steps where what is needed allows; the last one takes what is left over."""
    found: list[int] = []
    used = 0
    for pause, need in zip(pauses[:-1], least[:-1], strict=True):
        whole = int(pause // step * step)
        found.append(whole if whole >= need else int(pause))
        used += found[-1]
    return [*found, free - used]


def _shrunk(least: Sequence[int], free: int, step: int) -> list[int]:
    """Share too few minutes in the proportion in which they are needed."""
    total = sum(least)
    shares = [one * free / total if total else 0.0 for one in least]
    return _in_steps(shares, [0] * len(least), free, step) if least else []


def fit(
    pieces: Iterable[Piece], start: int, end: int, needed: Needed = none_needed, *, shorten: bool = False,
    step: int = STEP,
) -> Retimed:  # fmt: skip
    """Fit a day into a block: from its start on, with pauses that grow or shrink in proportion, to its end.

    With `shorten` what is too long for the block is shortened in proportion, in whole steps; else the minutes that
    do not fit are `missing`. Anchors stay, and so does what stands between them.
    """
    groups = clusters(pieces)
    if not groups:
        return Retimed({})
    if any(group.hard for group in groups):
        return _fit_between(groups, start, end, needed, shorten=shorten, step=step)
    return _fitted(groups, start, end, needed, shorten=shorten, step=step)


def _fit_between(
    groups: Sequence[Cluster], start: int, end: int, needed: Needed, *, shorten: bool, step: int
) -> Retimed:
    """Fit what is before the first anchor and what is after the last one; the anchors and what is between stay."""
    hard = [place for place, group in enumerate(groups) if group.hard]
    first, last = groups[hard[0]], groups[hard[-1]]
    before, after = groups[: hard[0]], groups[hard[-1] + 1 :]
    places: dict[int, Span] = {}
    missing = max(0, start - first.start) + max(0, last.end - end)
    if before:
        until = first.start - _needed(before[-1], first, needed)
        part = _fitted(before, start, min(until, end), needed, shorten=shorten, step=step)
        places.update(part.places)
        missing += part.missing
    if after:
        since = last.end + _needed(last, after[0], needed)
        part = _fitted(after, max(since, start), end, needed, shorten=shorten, step=step)
        places.update(part.places)
        missing += part.missing
    return Retimed(places, missing)


def _fitted(
    groups: Sequence[Cluster], start: int, end: int, needed: Needed, *, shorten: bool, step: int
) -> Retimed:
    least = [_needed(one, other, needed) for one, other in pairwise(groups)]
    now = [max(other.start - one.end, 0) for one, other in pairwise(groups)]
    length = sum(group.end - group.start for group in groups)
    room = end - start - length
    if room < sum(least) and shorten:
        groups = _shortened(groups, end - start - sum(least), step)
        length = sum(group.end - group.start for group in groups)
        room = end - start - length
    missing = max(0, sum(least) - room)
    pauses = least if room <= sum(least) else _grown(least, now, room, step)
    starts, minute = [], start
    for group, pause in zip(groups, [*pauses, 0], strict=True):
        starts.append(minute)
        minute += group.end - group.start + pause
    return Retimed(_placed(groups, starts, always=shorten), missing)


def _grown(least: Sequence[int], now: Sequence[int], room: int, step: int) -> list[int]:
    """Share the free minutes among the pauses in the proportion they have now; equally where there are none."""
    if not least:
        return []
    spare = room - sum(least)
    above = [max(one - need, 0) for one, need in zip(now, least, strict=True)]
    total = sum(above)
    shares = [one * spare / total if total else spare / len(least) for one in above]
    return _in_steps([need + share for need, share in zip(least, shares, strict=True)], least, room, step)


def _shortened(groups: Sequence[Cluster], room: int, step: int) -> list[Cluster]:
    """Return clusters whose pieces are shortened in proportion, so that all of them fit into some minutes."""
    length = sum(group.end - group.start for group in groups)
    if length <= room or length <= 0:
        return list(groups)
    factor = max(room, 0) / length
    found = []
    for group in groups:
        pieces = tuple(_cut(one, group.start, factor, step) for one in group.pieces)
        found.append(Cluster(pieces, group.start, max(one.end for one in pieces)))
    return found


def _cut(one: Piece, origin: int, factor: float, step: int) -> Piece:
    start = origin + int((one.start - origin) * factor // step * step)
    least = min(one.end - one.start, LEAST)
    end = start + max(int((one.end - one.start) * factor // step * step), least)
    return one._replace(start=start, end=end)


def insert_gap(pieces: Iterable[Piece], at: int, minutes: int, holds: Iterable[Hashable] = ()) -> Ripple:
    """Open a pause: what begins at this minute or later, on some things or on all, moves up to the next anchor."""
    inside = list(pieces)
    wanted = frozenset(holds) or frozenset(thing for one in inside for thing in one.holds)
    pause = Piece(_PAUSE, at, at, wanted)
    return ripple([*inside, pause], {_PAUSE: Span(at, at + minutes)})


def _in_order(pieces: Iterable[Piece]) -> list[Piece]:
    return sorted(pieces, key=lambda one: (one.start, one.end, one.id))


def _needed(one: Cluster, other: Cluster, needed: Needed) -> int:
    """Return the minutes needed between clusters: those of the pieces that share something and need most."""
    return max(
        (
            needed(before, after)
            for before in one.pieces
            for after in other.pieces
            if not before.holds.isdisjoint(after.holds)
        ),
        default=0,
    )


def _placed(groups: Sequence[Cluster], starts: Sequence[int], *, always: bool = False) -> dict[int, Span]:
    """Return the new times of the pieces whose clusters begin elsewhere (`always`: of all)."""
    return {
        one.id: Span(one.start + start - group.start, one.end + start - group.start)
        for group, start in zip(groups, starts, strict=True)
        if start != group.start or always
        for one in group.pieces
    }
