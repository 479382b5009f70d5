"""Precedence (handbook 3.1, 3.2): the one order of every list, seating, photograph, entrance and card.

Head, deputy, members; then level, class, guests before own, date, organisation's age, surname; a pin wins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from heapq import merge
from itertools import pairwise
from typing import Any, NamedTuple

from planner.rules.kinds import Capacity
from planner.rules.profiles import ProtocolProfile

TIERS = {
    Capacity.HEAD: 0,
    Capacity.DEPUTY_HEAD: 1,
    Capacity.MEMBER: 2,
    Capacity.ADVISER: 3,
    Capacity.AIDE: 4,
    Capacity.INTERPRETER: 5,
    Capacity.PRESS: 6,
    Capacity.SECURITY: 7,
    Capacity.DRIVER: 7,
}
"""Tiers of a delegation, the head first."""

ACCOMPANYING = frozenset({Capacity.AIDE, Capacity.INTERPRETER, Capacity.PRESS, Capacity.SECURITY, Capacity.DRIVER})
"""Listed last, below a rule (handbook 2.4)."""

CONSULAR = ("consul-general", "consul", "vice-consul", "consular-agent")
"""Classes of consular heads, the highest first (VCCR article 9)."""

_WITHIN_LEVEL = {"nuncio": 0, "ambassador": 0, "envoy": 0, "charge": 1}  # envoys and chargés share a level
UNRANKED = 1000.0
ACTING, FORMER, HONORARY = 0.5, 0.75, 0.5
NEVER = 10**10
"""Later than any minute since the year 1."""
_DAY = 1440


class Standing(NamedTuple):
    """What decides somebody's place.

    `level` 1 is the highest, None unranked (last of the tier); an acting holder stands half a level lower, a former
    one (`left_on`) below all who serve. `minute` is of `rank_date`. `surname_key` is the collation key of the surname
    in the event's first language, so that the lists in all languages show one order. `own` tells the host's people
    from guests. `sent` is the place in the list of the sending side, where that decides. `pin` is a 1-based place.
    `id` makes the order total.
    """

    id: int
    capacity: Capacity
    level: int | None = None
    acting: bool = False
    rank_date: date | None = None
    surname_key: str = ""
    own_order: int = 0
    pin: int | None = None
    minute: int | None = None
    rank_class: str = ""
    honorary: bool = False
    own: bool = False
    left_on: date | None = None
    founded_on: date | None = None
    born: date | None = None
    spouse_of: int | None = None


class Rule(StrEnum):
    """Why somebody stands where they stand."""

    PIN = "pin"
    ALONE = "alone"
    SPOUSE = "spouse"
    CAPACITY = "capacity"
    UNRANKED = "unranked"
    ACTING_HEAD = "acting-head"
    ACTING = "acting"
    FORMER = "former"
    LEVEL = "level"
    NUNCIO = "nuncio"
    HONORARY = "honorary"
    CLASS = "class"
    GUEST_FIRST = "guest-first"
    SENDING_SIDE = "sending-side"
    LEFT_ON = "left-on"
    DATE = "date"
    HOUR = "hour"
    NO_DATE = "no-date"
    FOUNDED = "founded"
    AGE = "age"
    SURNAME = "surname"
    OWN_ORDER = "own-order"


class Reason(NamedTuple):
    """Why somebody stands at `place`: the rule that parts them from `other`, whom they stand after or before.

    `mine` and `theirs` are what the rule compared; of a pin, `mine` is the place precedence would give.
    """

    rule: Rule
    place: int
    other: int | None = None
    after: bool = True
    mine: Any = None
    theirs: Any = None


class Move(NamedTuple):
    """Somebody whose place a change moves; places count from 1."""

    id: int
    before: int
    after: int


Key = tuple[Any, ...]
DEFAULT = ProtocolProfile()


def order(standings: Sequence[Standing], profile: ProtocolProfile = DEFAULT) -> list[int]:
    """Return the ids in order of precedence; pinned ones stand where they are pinned."""
    keys = _keys(standings, profile)
    free = [s.id for s in sorted((s for s in standings if s.pin is None), key=lambda s: keys[s.id])]
    pinned = sorted((s for s in standings if s.pin is not None), key=lambda s: (s.pin or 0, keys[s.id]))
    for standing in pinned:
        assert standing.pin is not None
        free.insert(min(max(standing.pin - 1, 0), len(free)), standing.id)
    return free


def merged(groups: Sequence[Sequence[Standing]], profile: ProtocolProfile = DEFAULT) -> list[int]:
    """Return one order of several delegations, as for a photograph; within each its own order, with its pins, holds."""
    keys = _keys([standing for group in groups for standing in group], profile)
    return list(merge(*(order(group, profile) for group in groups), key=keys.__getitem__))


def unranked(standings: Sequence[Standing], profile: ProtocolProfile = DEFAULT) -> list[int]:
    """Return the ids of those who should have a rank and have none (W-23)."""
    counted = [s for s in standings if s.capacity not in ACCOMPANYING and s.spouse_of is None]
    return [s.id for s in counted if _level(s, profile.class_levels) == UNRANKED]


def moves(before: Sequence[int], after: Sequence[int]) -> tuple[Move, ...]:
    """Return who stands at another place after a change, in the new order."""
    places = {one: place for place, one in enumerate(before, 1)}
    return tuple(Move(one, places[one], place) for place, one in enumerate(after, 1) if places.get(one, place) != place)


def speeches(standings: Sequence[Standing], way: str, profile: ProtocolProfile = DEFAULT) -> list[int]:
    """Return who speaks when (handbook 3.8): not the order of precedence.

    `way` is "host-first" (the host welcomes, the guest replies, others by rank), "guest-first", "descending" by rank,
    or "highest-last" (the host opens, then upwards).
    """
    ranked = order([standing._replace(pin=None) for standing in standings], profile)
    if way == "descending":
        return ranked
    own = {standing.id for standing in standings if standing.own}
    host = next((one for one in ranked if one in own), None)
    guest = next((one for one in ranked if one not in own), None)
    if way == "highest-last":
        return [*filter(None, [host]), *reversed([one for one in ranked if one != host])]
    first = [host, guest] if way == "host-first" else [guest, host]
    return [*filter(None, first), *(one for one in ranked if one not in first)]


def explain(standings: Sequence[Standing], profile: ProtocolProfile = DEFAULT) -> dict[int, Reason]:
    """Say of each place why: the rule that parts somebody from the neighbour above, or of the first from the next."""
    keys, by_id = _keys(standings, profile), {standing.id: standing for standing in standings}
    shown = order(standings, profile)
    natural = {one: place for place, one in enumerate(sorted(shown, key=keys.__getitem__), 1)}
    free = [one for one in shown if by_id[one].pin is None]
    neighbours = {one: (before, True) for before, one in pairwise(free)}
    if len(free) > 1:
        neighbours[free[0]] = (free[1], False)
    found = {}
    for place, one in enumerate(shown, 1):
        if by_id[one].pin is not None:
            found[one] = Reason(Rule.PIN, place, mine=natural[one])
        elif one not in neighbours:
            found[one] = Reason(Rule.ALONE, place)
        else:
            other, after = neighbours[one]
            found[one] = _reason(by_id[one], by_id[other], keys, place, after=after)
    return found


def _keys(standings: Sequence[Standing], profile: ProtocolProfile) -> dict[int, Key]:
    levels, sent, guests_first = profile.class_levels, profile.order_within == "sending-side", profile.guests_first
    nuncio = -1 if profile.nuncio_first else 0
    keys = {s.id: _key(s, levels, nuncio, sent=sent, guests_first=guests_first) for s in standings}
    # Of each the rank they have by themselves: two who name one another must not depend on who is read first.
    by_themselves = dict(keys)
    for spouse in standings:
        partner = by_themselves.get(spouse.spouse_of) if spouse.spouse_of is not None else None
        if partner is None:
            continue
        own = by_themselves[spouse.id]
        # The partner's rank, unless an own post is higher; where officials keep their own, unless there is one at all.
        keeps = own[1] < UNRANKED if profile.spouse_rank == "unless-official" else own[1:3] < partner[1:3]
        if not keeps:
            keys[spouse.id] = (*partner[:-2], 1, spouse.id)
    return keys


def _key(s: Standing, levels: Mapping[str, int], nuncio: int, *, sent: bool, guests_first: bool) -> Key:
    since = s.left_on if s.left_on is not None else s.rank_date
    minutes = NEVER
    if since is not None:
        minutes = since.toordinal() * _DAY + (_DAY - 1 if s.minute is None else s.minute)
    return (
        TIERS[s.capacity],
        _level(s, levels),
        _place_of_class(s, levels, nuncio) if s.rank_class else 0,
        s.own if guests_first else False,
        s.own_order if sent and not s.own and s.capacity not in (Capacity.HEAD, Capacity.DEPUTY_HEAD) else 0,
        minutes,
        s.founded_on.toordinal() if s.founded_on is not None else NEVER,
        s.born.toordinal() if s.born is not None else NEVER,
        s.surname_key,
        s.own_order,
        s.id,
        0,
        s.id,
    )


def _level(s: Standing, levels: Mapping[str, int]) -> float:
    level = s.level if s.level is not None else levels.get(s.rank_class)
    if level is None:
        return UNRANKED
    if s.left_on is not None:
        return level + FORMER
    if not s.acting:
        return level
    # Acting heads of posts follow all heads (VCCR article 16.4), not only those of their own class.
    return (max(level, *(levels[one] for one in CONSULAR)) if s.rank_class in CONSULAR else level) + ACTING


def _place_of_class(s: Standing, levels: Mapping[str, int], nuncio: int) -> float:
    """Return the place of a class within the level: 0 where the level is the class's own."""
    usual = levels.get(s.rank_class)
    if usual is None:
        return 0
    place = _WITHIN_LEVEL.get(s.rank_class, 0) + max(0, usual - (usual if s.level is None else s.level))
    if s.rank_class == "nuncio":
        place += nuncio
    return place + (HONORARY if s.honorary else 0)


def _reason(mine: Standing, other: Standing, keys: Mapping[int, Key], place: int, *, after: bool) -> Reason:
    own, theirs = keys[mine.id], keys[other.id]
    if own[-2] and mine.spouse_of == other.id:
        return Reason(Rule.SPOUSE, place, other.id, after)
    part = next(number for number, pair in enumerate(zip(own, theirs, strict=True)) if pair[0] != pair[1])
    lower = mine if after else other
    if part == 1:
        rule, here, there = _rule_of_level(lower, keys), own[1], theirs[1]
    elif part == 2:
        rule, here, there = _rule_of_class(mine, other), mine.rank_class, other.rank_class
    elif part == 5:
        rule, here, there = _rule_of_date(mine, other)
    else:
        rule = _PARTS[part]
        here, there = _compared(rule, mine), _compared(rule, other)
    return Reason(rule, place, other.id, after, here, there)


_PARTS = {
    0: Rule.CAPACITY, 3: Rule.GUEST_FIRST, 4: Rule.SENDING_SIDE, 6: Rule.FOUNDED, 7: Rule.AGE, 8: Rule.SURNAME,
    9: Rule.OWN_ORDER, 10: Rule.OWN_ORDER, 11: Rule.SPOUSE, 12: Rule.OWN_ORDER,
}  # fmt: skip


def _rule_of_level(lower: Standing, keys: Mapping[int, Key]) -> Rule:
    level = keys[lower.id][1]
    if level == UNRANKED:
        return Rule.UNRANKED
    if level % 1 == FORMER:
        return Rule.FORMER
    if level % 1 == ACTING:
        return Rule.ACTING_HEAD if lower.rank_class in CONSULAR else Rule.ACTING
    return Rule.LEVEL


def _rule_of_class(mine: Standing, other: Standing) -> Rule:
    if "nuncio" in (mine.rank_class, other.rank_class):
        return Rule.NUNCIO
    return Rule.HONORARY if mine.honorary != other.honorary and mine.rank_class == other.rank_class else Rule.CLASS


def _rule_of_date(mine: Standing, other: Standing) -> tuple[Rule, Any, Any]:
    if mine.left_on is not None and other.left_on is not None:
        return Rule.LEFT_ON, mine.left_on, other.left_on
    if mine.rank_date is None or other.rank_date is None:
        return Rule.NO_DATE, mine.rank_date, other.rank_date
    if mine.rank_date == other.rank_date:
        return Rule.HOUR, mine.minute, other.minute
    return Rule.DATE, mine.rank_date, other.rank_date


def _compared(rule: Rule, of: Standing) -> Any:
    return {
        Rule.CAPACITY: of.capacity, Rule.GUEST_FIRST: of.own, Rule.SENDING_SIDE: of.own_order,
        Rule.FOUNDED: of.founded_on, Rule.OWN_ORDER: of.own_order,
    }.get(rule)  # fmt: skip
