"""Matching hosts to guests by level and field, and what a visit owes the one before it (handbook 3.3)."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

PAIR_GAP = 2
"""Levels apart from which a pair is warned of (W-20)."""
BALANCE = 2
"""How many of one side may stand against one of the other (W-21)."""
FAR = 1000
"""How far apart somebody without a rank is from everybody else."""
LOAD = 8
"""Guests one liaison officer can look after (W-31)."""


class Candidate(NamedTuple):
    """Somebody to be matched; `level` None is unranked, `field` what the post is about ("education")."""

    id: int
    level: int | None = None
    field: str = ""


class Pair(NamedTuple):
    """A guest and the host who answers to the rank; `delta` is the host's level less the guest's, below 0 is higher."""

    guest: int
    host: int | None
    delta: int | None = None
    pinned: bool = False
    same_field: bool = False


def match(
    guests: Sequence[Candidate], hosts: Sequence[Candidate], pinned: Mapping[int, int] | None = None
) -> tuple[Pair, ...]:
    """Return a counterpart for each guest, both sides given in order of precedence.

    Each guest takes the first free host with the smallest difference of level: of those one of the same field, then
    one of the same or a higher level, then one whose field no other guest waits for. What a person pinned is kept.
    """
    by_guest = {one.id: one for one in guests}
    by_host = {one.id: one for one in hosts}
    fixed = {guest: host for guest, host in (pinned or {}).items() if guest in by_guest and host in by_host}
    free = _Free([one for one in hosts if one.id not in fixed.values()])
    waiting = Counter(one.field for one in guests if one.field and one.id not in fixed)
    found = []
    for guest in guests:
        if guest.id in fixed:
            found.append(_pair(guest, by_host[fixed[guest.id]], pinned=True))
            continue
        waiting[guest.field] -= 1
        host = free.take(guest, waiting)
        found.append(_pair(guest, by_host[host], pinned=False) if host is not None else Pair(guest.id, None))
    return tuple(found)


def gap(pair: Pair) -> int:
    """Return how many levels a pair is apart; 0 where a rank is not known."""
    return abs(pair.delta or 0)


def is_wide(pair: Pair, limit: int = PAIR_GAP) -> bool:
    """Tell whether a pair is too far apart (W-20). One level above is a courtesy, two are a signal."""
    return gap(pair) >= limit


def imbalance(guests: int, hosts: int, limit: int = BALANCE) -> bool:
    """Tell whether one side is more than so many times the other (W-21)."""
    few, many = sorted((guests, hosts))
    return few > 0 and many > limit * few


def overloaded(loads: Mapping[int, int], limit: int = LOAD) -> list[int]:
    """Return the liaison officers who look after too many (W-31), the most loaded first."""
    return sorted((one for one, load in loads.items() if load > limit), key=lambda one: (-loads[one], one))


class Change(StrEnum):
    """How a reception compares with the one before."""

    SAME = "same"
    HIGHER = "higher"
    LOWER = "lower"
    LONGER = "longer"
    SHORTER = "shorter"


class Reception(NamedTuple):
    """At what level a delegation was received, and for how many days; levels count down from 1."""

    guest_level: int | None
    host_level: int | None
    days: int


def reciprocity(now: Reception, last: Reception) -> tuple[Change, ...]:
    """Compare a reception with the last one (W-57).

    What counts is how far the host stands below the guest, so that a higher guest is owed a higher host.
    """
    found = []
    here, there = _distance(now), _distance(last)
    if here is not None and there is not None:
        found.append(Change.SAME if here == there else Change.HIGHER if here < there else Change.LOWER)
    if now.days != last.days:
        found.append(Change.LONGER if now.days > last.days else Change.SHORTER)
    return tuple(found)


def _distance(one: Reception) -> int | None:
    if one.guest_level is None or one.host_level is None:
        return None
    return one.host_level - one.guest_level


def _pair(guest: Candidate, host: Candidate, *, pinned: bool) -> Pair:
    delta = None if guest.level is None or host.level is None else host.level - guest.level
    return Pair(guest.id, host.id, delta, pinned, bool(guest.field) and guest.field == host.field)


def _lower(level: int | None, guest: Candidate) -> bool:
    return level is not None and guest.level is not None and level > guest.level


class _Free:
    """The hosts nobody has taken, by level and field, so that a conference of thousands is matched at once."""

    def __init__(self, hosts: Sequence[Candidate]) -> None:
        self._by_level: dict[int | None, dict[str, deque[tuple[int, int]]]] = defaultdict(dict)
        for place, host in enumerate(hosts):
            self._by_level[host.level].setdefault(host.field, deque()).append((place, host.id))

    def take(self, guest: Candidate, waiting: Mapping[str, int]) -> int | None:
        """Take the host who suits a guest best, or None where nobody is left."""
        for levels in self._nearest(guest.level):
            choices = [
                ((not field or field != guest.field, _lower(level, guest), waiting[field] > 0, queue[0]), level, field)
                for level in levels
                for field, queue in self._by_level[level].items()
            ]
            _suits, level, field = min(choices, key=lambda choice: choice[0])
            return self._pop(level, field)
        return None

    def _nearest(self, level: int | None) -> list[list[int | None]]:
        """Return the levels that still have hosts, those of one distance together, the nearest first."""
        groups: dict[int, list[int | None]] = defaultdict(list)
        for one in self._by_level:
            groups[0 if one == level else FAR if one is None or level is None else abs(one - level)].append(one)
        return [groups[distance] for distance in sorted(groups)]

    def _pop(self, level: int | None, field: str) -> int:
        fields = self._by_level[level]
        _place, host = fields[field].popleft()
        if not fields[field]:
            del fields[field]
        if not fields:
            del self._by_level[level]
        return host
