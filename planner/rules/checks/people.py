"""Who comes: heads, substitutes, posts, spouses, escorts, names (W-17, W-18, W-23, W-26 to W-32, W-75)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from planner.rules.checks.engine import Scope, asks, hints, rule, stops
from planner.rules.checks.facts import Facts
from planner.rules.checks.people_facts import Delegation, Member
from planner.rules.checks.views import Family, several, things
from planner.rules.counterparts import overloaded
from planner.rules.findings import Finding, Fix, Thing, mark
from planner.rules.kinds import Capacity, ItemState, Role, Side

NO_HEAD = mark("{delegation} has no head. Mark one of its members as the head.")
SEVERAL_HEADS = mark("{delegation} has {count} heads. Leave one; make the others deputies or members.")
MAKE_HEAD = mark("Make {who} the head")
MAKE_DEPUTY = mark("Make {who} the deputy head")
DECLINED_SPEAKS = mark("{who} has declined, but is to speak or preside at “{title}”. Name somebody else.")
TAKE_OFF = mark("Take {who} off “{title}”")
UNRANKED = mark("{delegation}: no rank is entered for {who}, while others have one. Their place is by chance.")
LOWER_SUBSTITUTE = mark("{who} stands in for {other} and ranks lower. Look at the seats, cards and counterparts.")
POST_ENDED = mark("The post of {who} has ended. Enter the new one, or leave the post out.")
POST_OLD = mark("The posts of {who} were confirmed more than {days} days before. Ask whether they still hold them.")
DECEASED = mark("{who} is no longer alive. Take the name off all papers.")
TAKE_OUT = mark("Take {who} out of the delegation")
NO_SPOUSE_PROGRAMME = mark("{who} comes with {other}, but nothing in the programme is for spouses. Plan something.")
NO_OFFICER = mark("Nobody of ours looks after {who}. Name a liaison officer.")
TOO_MANY_GUESTS = mark("{who} looks after {count} guests; {most} are enough. Name another officer.")
SAME_SURNAME = mark("Several people are called {who}. Print initials or given names on cards.")
TOO_MANY_DUTIES = mark("{who} has {count} different duties. Who stands in, if {who} falls ill?")

_MAIN = frozenset({Capacity.HEAD, Capacity.DEPUTY_HEAD, Capacity.MEMBER})
_LEADS = frozenset({Role.CHAIR, Role.SPEAKER, Role.MODERATOR, Role.CO_MODERATOR})


@rule("W-17", scope=Scope.EVENT, reads=("delegations", "members"))
def one_head(facts: Facts) -> Iterator[Finding]:
    """W-17: a guest or host delegation with members has exactly one head."""
    for delegation, members in _by_delegation(facts):
        heads = [member for member in members if member.capacity is Capacity.HEAD]
        if not members or delegation.side not in (Side.GUEST, Side.HOST) or len(heads) == 1:
            continue
        about = (Thing("delegation", delegation.id), *(Thing("member", head.id) for head in heads))
        values = {"delegation": facts.said(delegation.name) or delegation.side.value, "count": str(len(heads))}
        fixes = tuple(_head_fixes(facts, members, heads))
        yield stops("W-17", about, SEVERAL_HEADS if heads else NO_HEAD, fixes, **values)


@rule("W-18", scope=Scope.FAMILY, reads=("members",))
def absent_speaker(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-18: somebody who declined is still to speak, moderate or preside."""
    item = family.item
    if item.state is ItemState.CANCELLED:
        return
    for one in item.attends:
        member = facts.members.get(one.member_id or 0)
        if member is not None and not member.coming and one.role in _LEADS:
            values = {"who": _name(facts, member), "title": facts.said(item.title)}
            fixes = (Fix("remove_attendance", {"attendance_id": one.id}, TAKE_OFF, values),)
            yield asks("W-18", (*things(item), Thing("member", member.id)), DECLINED_SPEAKS, fixes, **values)


@rule("W-23", scope=Scope.EVENT, reads=("delegations", "members"))
def unranked(facts: Facts) -> Iterator[Finding]:
    """W-23: members without a rank in a delegation where most of the others have one."""
    for delegation, members in _by_delegation(facts):
        main = [one for one in members if one.capacity in _MAIN and one.person is not None]
        without = [one for one in main if one.level is None and one.capacity is not Capacity.HEAD]
        having = sum(one.level is not None for one in main)
        if without and 2 * len(without) <= having:
            about = (Thing("delegation", delegation.id), *(Thing("member", one.id) for one in without))
            names = several(_name(facts, one) for one in without)
            yield asks("W-23", about, UNRANKED, who=names, delegation=facts.said(delegation.name))


@rule("W-26", scope=Scope.EVENT, reads=("members",))
def lower_substitute(facts: Facts) -> Iterator[Finding]:
    """W-26: a substitute of lower rank, for whom seats and counterparts were not chosen."""
    for member in facts.members.values():
        other = facts.members.get(member.replaces or 0)
        if other is None or not member.coming or member.level is None or other.level is None:
            continue
        if member.level > other.level:
            about = (Thing("member", member.id), Thing("member", other.id))
            yield asks("W-26", about, LOWER_SUBSTITUTE, who=_name(facts, member), other=_name(facts, other))


@rule("W-28", scope=Scope.EVENT, reads=("members", "today"))
def old_post(facts: Facts) -> Iterator[Finding]:
    """W-28: a post that has ended, or that nobody confirmed for long before the event (or before today)."""
    if facts.event.to_day < (facts.today or facts.event.to_day):
        return
    day = min(facts.today or facts.event.from_day, facts.event.from_day)
    old = []
    for member in _coming(facts):
        person = member.person
        if person is None or member.own_title:
            continue
        if member.post_id is None and person.posts:
            ended = [one for one in person.posts if one.valid_to and one.valid_to < facts.event.from_day]
            if len(ended) == len(person.posts):
                yield asks("W-28", (Thing("member", member.id),), POST_ENDED, who=_name(facts, member))
        post = next((one for one in person.posts if one.id == member.post_id), None)
        limit = facts.limits.post_confirmed_days
        if post and limit and post.confirmed_on and post.confirmed_on < day - timedelta(days=limit):
            old.append(member)
    if old:
        values = {"who": several(_name(facts, one) for one in old), "days": str(facts.limits.post_confirmed_days)}
        yield asks("W-28", tuple(Thing("member", one.id) for one in old), POST_OLD, **values)


@rule("W-29", scope=Scope.EVENT, reads=("members",))
def deceased(facts: Facts) -> Iterator[Finding]:
    """W-29: somebody who died still stands in a delegation."""
    for member in _coming(facts):
        if member.person is not None and member.person.deceased:
            name = _name(facts, member)
            fixes = (Fix("remove_member", {"participation_id": member.id}, TAKE_OUT, {"who": name}),)
            yield stops("W-29", (Thing("member", member.id),), DECEASED, fixes, who=name)


@rule("W-30", scope=Scope.EVENT, reads=("members", "items", "on_tracks"))
def spouse_without_programme(facts: Facts) -> Iterator[Finding]:
    """W-30: a spouse comes, and no item or track names one; what whole delegations do does not count."""
    spouses = [one for one in _coming(facts) if one.spouse_of is not None]
    if not spouses or not facts.items:
        return
    timed = [item for item in facts.items.values() if item.span]
    tracks = {track for item in timed for track in item.tracks}
    named = {one.member_id for item in timed for one in item.attends}
    named |= {one.member_id for one in facts.on_tracks if one.track_id in tracks}
    for spouse in spouses:
        other = facts.members.get(spouse.spouse_of or 0)
        if spouse.id not in named and other is not None:
            values = {"who": _name(facts, spouse), "other": _name(facts, other)}
            yield asks("W-30", (Thing("member", spouse.id),), NO_SPOUSE_PROGRAMME, **values)


@rule("W-31", scope=Scope.EVENT, reads=("members", "cares"))
def nobody_in_charge(facts: Facts) -> Iterator[Finding]:
    """W-31: a head of guests without a liaison officer, or too many for one; once anybody has an officer."""
    if not facts.cares:
        return
    cared = {one.member_id for one in facts.cares}
    whole = {one.delegation_id for one in facts.cares}
    guests = [one for one in _coming(facts) if one.side is Side.GUEST]
    for head in guests:
        if head.capacity is Capacity.HEAD and head.id not in cared and head.delegation_id not in whole:
            yield asks("W-31", (Thing("member", head.id),), NO_OFFICER, who=_name(facts, head))
    load: dict[int, set[int]] = defaultdict(set)
    for care in facts.cares:
        members = (one.id for one in guests if care.delegation_id == one.delegation_id or care.member_id == one.id)
        load[care.officer_id].update(members)
    most = facts.limits.guests_per_officer
    for officer in overloaded({one: len(found) for one, found in load.items()}, most) if most else ():
        if officer in facts.members:
            values = {"who": _name(facts, facts.members[officer]), "count": str(len(load[officer])), "most": str(most)}
            yield asks("W-31", (Thing("member", officer),), TOO_MANY_GUESTS, **values)


@rule("W-32", scope=Scope.EVENT, reads=("members",))
def same_surname(facts: Facts) -> Iterator[Finding]:
    """W-32: people of one surname, said once for all of them."""
    by_surname: dict[str, dict[int, Member]] = defaultdict(dict)
    for member in _coming(facts):
        if member.person is not None:
            surname = next((found for tag in facts.event.languages if (found := member.person.surnames.get(tag))), "")
            by_surname[surname][member.person.id] = member
    shared = {name: found for name, found in by_surname.items() if name and len(found) > 1}
    if shared:
        about = tuple(Thing("member", one.id) for found in shared.values() for one in found.values())
        yield hints("W-32", about, SAME_SURNAME, who=several(sorted(shared)))


@rule("W-75", scope=Scope.EVENT, reads=("members", "items", "cares", "promises"))
def too_many_duties(facts: Facts) -> Iterator[Finding]:
    """W-75: one person on whom too many different duties rest."""
    duties: dict[int, set[str]] = defaultdict(set)
    for item in facts.items.values():
        for one in item.attends:
            if one.member_id is not None and one.role is not Role.TAKES_PART and item.span is not None:
                duties[one.member_id].add(f"{one.role}:{item.kind}")
    for care in facts.cares:
        duties[care.officer_id].add("liaison")
    most = facts.limits.duties_of_one
    for member_id, found in duties.items():
        member = facts.members.get(member_id)
        if most and len(found) > most and member is not None:
            values = {"who": _name(facts, member), "count": str(len(found))}
            yield hints("W-75", (Thing("member", member_id),), TOO_MANY_DUTIES, **values)


def _by_delegation(facts: Facts) -> Iterator[tuple[Delegation, list[Member]]]:
    members: dict[int, list[Member]] = defaultdict(list)
    for member in _coming(facts):
        members[member.delegation_id].append(member)
    for delegation in facts.delegations:
        yield delegation, members[delegation.id]


def _head_fixes(facts: Facts, members: list[Member], heads: list[Member]) -> Iterator[Fix]:
    if not heads:
        main = sorted((one for one in members if one.capacity in _MAIN), key=lambda one: one.place)
        for member in main[:3]:
            arguments = {"participation_id": member.id, "capacity": Capacity.HEAD.value}
            yield Fix("edit_member", arguments, MAKE_HEAD, {"who": _name(facts, member)})
    elif len(heads) == 2:
        for member in sorted(heads, key=lambda one: -one.place):
            arguments = {"participation_id": member.id, "capacity": Capacity.DEPUTY_HEAD.value}
            yield Fix("edit_member", arguments, MAKE_DEPUTY, {"who": _name(facts, member)})


def _coming(facts: Facts) -> Iterator[Member]:
    return (member for member in facts.members.values() if member.coming)


def _name(facts: Facts, member: Member) -> str:
    return member.called(*facts.event.languages)
