"""Level for level: counterparts, balance, reciprocity (W-19 to W-21, W-57)."""

from __future__ import annotations

from collections.abc import Iterator

from planner.rules.checks.engine import Scope, asks, hints, rule
from planner.rules.checks.facts import Facts, Item
from planner.rules.checks.people_facts import Member
from planner.rules.checks.views import TALKS, Family, things
from planner.rules.counterparts import Candidate, Change, Reception, gap, imbalance, is_wide, match, reciprocity
from planner.rules.findings import Finding, Thing, mark
from planner.rules.kinds import Capacity, Side

NO_EQUAL = mark("At “{title}” nobody of ours is of the rank of {who}. Let somebody higher take part.")
WIDE_GAP = mark("At “{title}” {guest} and {host} are {count} levels apart. Choose another counterpart.")
OUT_OF_BALANCE = mark("At “{title}” {guests} sit opposite {hosts}. Even out the sides.")
LOWER_THAN_LAST = mark("{who} is received at a lower level than at “{title}”. Is that meant?")
SHORTER_THAN_LAST = mark("This visit is shorter than “{title}” ({days} days). Is that meant?")

_MAIN = frozenset({Capacity.HEAD, Capacity.DEPUTY_HEAD, Capacity.MEMBER})


@rule("W-19", "W-20", scope=Scope.FAMILY, reads=("members", "pairs"))
def level_for_level(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-19, W-20: the guests' head without an equal, and counterparts too far apart; unranked ones are not judged."""
    item = family.item
    if item.kind not in TALKS or item.span is None or item.parent_id is not None:
        return
    hosts = _taking_part(facts, item, Side.HOST)
    guests = _taking_part(facts, item, Side.GUEST) if hosts else []
    ranked, able = [one for one in guests if one.level is not None], [one for one in hosts if one.level is not None]
    if not ranked or not able or len(able) < len(hosts):
        return
    head = next((one for one in ranked if one.capacity is Capacity.HEAD), None)
    best = min(one.level or 0 for one in able)
    if head is not None and head.level is not None and best > head.level:
        about = (*things(item), Thing("member", head.id))
        yield asks("W-19", about, NO_EQUAL, title=facts.said(item.title), who=_name(facts, head))
    pinned = dict(facts.pairs)
    candidates = [[Candidate(one.id, one.level, one.field) for one in side] for side in (ranked, able)]
    for pair in match(candidates[0], candidates[1], pinned):
        if pair.host is None or (head is not None and pair.guest == head.id and (pair.delta or 0) > 0):
            continue
        limit = facts.limits.level_gap
        if limit and is_wide(pair, limit) and _chosen(facts, item, pair.guest, pair.host):
            names = {"guest": _name(facts, facts.members[pair.guest]), "host": _name(facts, facts.members[pair.host])}
            about = (*things(item), Thing("member", pair.guest), Thing("member", pair.host))
            # A host one level above is a courtesy, two are a signal that may be meant.
            say = hints if (pair.delta or 0) < 0 else asks
            yield say("W-20", about, WIDE_GAP, title=facts.said(item.title), **names, count=str(gap(pair)))


@rule("W-21", scope=Scope.FAMILY, reads=("members",))
def out_of_balance(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-21: one side of a talk more than twice the other; guests and those invited sit on one side of the table."""
    item = family.item
    if item.kind not in TALKS or item.span is None or item.parent_id is not None:
        return
    members = facts.members
    sides = [members[one].side for one in item.members]
    hosts, guests = sides.count(Side.HOST), sides.count(Side.GUEST) + sides.count(Side.INVITED)
    enough = min(guests, hosts) > 1  # one alone is who presides; the others are not entered yet
    if facts.limits.side_balance and enough and imbalance(guests, hosts, facts.limits.side_balance):
        values = {"guests": str(guests), "hosts": str(hosts)}
        yield hints("W-21", things(item), OUT_OF_BALANCE, title=facts.said(item.title), **values)


@rule("W-57", scope=Scope.EVENT, reads=("members", "last"))
def less_than_last_time(facts: Facts) -> Iterator[Finding]:
    """W-57: received at a lower level, or for fewer days, than the same guests were the last time."""
    last = facts.last
    if last is None:
        return
    heads = {side: _head(facts, side) for side in (Side.GUEST, Side.HOST)}
    guest, host = heads[Side.GUEST], heads[Side.HOST]
    days = (facts.event.to_day - facts.event.from_day).days + 1
    now = Reception(guest.level if guest else None, host.level if host else None, days)
    changes = reciprocity(now, Reception(last.guest_level, last.host_level, last.days))
    about, title = (Thing("event", facts.event.id),), facts.said(last.title)
    if Change.LOWER in changes and guest is not None:
        yield asks("W-57", about, LOWER_THAN_LAST, who=_name(facts, guest), title=title)
    if Change.SHORTER in changes:
        yield asks("W-57", about, SHORTER_THAN_LAST, title=title, days=str(last.days))


def _chosen(facts: Facts, item: Item, guest: int, host: int) -> bool:
    """Tell whether this pair was chosen: both are heads, or somebody pinned it or named both for the item."""
    if (guest, host) in facts.pairs or all(facts.members[one].capacity is Capacity.HEAD for one in (guest, host)):
        return True
    named = {one.member_id for one in item.attends}
    return guest in named and host in named


def _head(facts: Facts, side: Side) -> Member | None:
    found = (one for one in facts.members.values() if one.side is side and one.coming and one.capacity is Capacity.HEAD)
    return min(found, key=lambda one: one.level or 99, default=None)


def _taking_part(facts: Facts, item: Item, side: Side) -> list[Member]:
    members = facts.members
    there = [member for one in item.members if (member := members[one]).side is side]
    main = (one for one in there if one.capacity in _MAIN and one.person is not None)
    return sorted(main, key=lambda one: one.id)


def _name(facts: Facts, member: Member) -> str:
    return member.called(*facts.event.languages)
