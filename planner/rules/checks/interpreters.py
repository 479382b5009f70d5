"""Between languages: a pair without an interpreter, and one who works alone for too long (W-34, W-35)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from planner.rules.checks.engine import Scope, asks, rule, stops
from planner.rules.checks.facts import Facts, Item
from planner.rules.checks.people_facts import Member
from planner.rules.checks.views import TALKS, Family, things
from planner.rules.findings import Finding, Fix, Thing, mark
from planner.rules.kinds import Capacity, Role, Side

NO_INTERPRETER = mark("“{title}” is to be interpreted, and nobody interprets. Name an interpreter.")
NO_COMMON_LANGUAGE = mark("{guest} and {host} have no language in common at “{title}”, and nobody interprets.")
LET_INTERPRET = mark("Let {who} interpret")
ALONE_TOO_LONG = mark(
    "{who} interprets alone for {minutes} minutes from “{title}” on; {most} are enough without a break."
)


@rule("W-34", scope=Scope.FAMILY, reads=("members",))
def nobody_interprets(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-34: an item marked as interpreted, or heads without a common language, and no interpreter."""
    item = family.item
    if item.span is None or item.parent_id is not None:
        return
    if item.interpretation:
        if not _interpreters(facts, item):
            fixes = tuple(_offers(facts, item))
            yield stops("W-34", things(item), NO_INTERPRETER, fixes, title=facts.said(item.title))
        return
    if item.kind not in TALKS:
        return
    heads = _there(facts, item, Capacity.HEAD)
    guest, host = (next((one for one in heads if one.side is side), None) for side in (Side.GUEST, Side.HOST))
    if guest is None or host is None or guest.person is None or host.person is None:
        return
    theirs, ours = set(guest.person.languages), set(host.person.languages)
    if theirs and ours and theirs.isdisjoint(ours) and not _interpreters(facts, item):
        names = {"guest": _name(facts, guest), "host": _name(facts, host)}
        fixes = tuple(_offers(facts, item))
        yield stops("W-34", things(item), NO_COMMON_LANGUAGE, fixes, **names, title=facts.said(item.title))


@rule("W-35", scope=Scope.EVENT, reads=("items", "members"))
def alone_too_long(facts: Facts) -> Iterator[Finding]:
    """W-35: one interpreter alone, item after item without a break, for longer than anybody can (AIIC, AICE)."""
    alone: dict[int, list[Item]] = defaultdict(list)
    for item in facts.items.values():
        if item.interpretation and item.span is not None and item.parent_id is None:
            found = _interpreters(facts, item)
            if len(found) == 1:
                alone[found[0].id].append(item)
    for member_id, items in alone.items():
        items.sort(key=lambda one: (one.span.start, one.id) if one.span else (0, 0))
        row: list[Item] = []
        for item in items:
            if row and item.span and row[-1].span:
                pause = item.span.start - row[-1].span.end
                if pause >= facts.limits.interpreter_break_minutes:
                    yield from _too_long(facts, member_id, row)
                    row = []
            row.append(item)
        yield from _too_long(facts, member_id, row)


def _too_long(facts: Facts, member_id: int, row: list[Item]) -> Iterator[Finding]:
    spent = sum(item.span.end - item.span.start for item in row if item.span)
    quick = any(item.interpretation in ("simultaneous", "whispered") for item in row)
    most = facts.limits.solo_simultaneous_minutes if quick else facts.limits.solo_consecutive_minutes
    if most and spent > most:
        values = {"who": _name(facts, facts.members[member_id]), "minutes": str(spent), "most": str(most)}
        about = (*things(*row), Thing("member", member_id))
        yield asks("W-35", about, ALONE_TOO_LONG, title=facts.said(row[0].title), **values)


def _interpreters(facts: Facts, item: Item) -> list[Member]:
    """Return who interprets at an item: those named for it, else the interpreters among those who take part."""
    named = [one.member_id for one in item.attends if one.role is Role.INTERPRETER and one.member_id is not None]
    if named:
        return [facts.members[one] for one in named if one in facts.members and facts.members[one].coming]
    return _there(facts, item, Capacity.INTERPRETER)


def _there(facts: Facts, item: Item, capacity: Capacity) -> list[Member]:
    """Return who of those meant comes as what."""
    members = facts.members
    found = [member for one in item.members if (member := members[one]).capacity is capacity]
    return sorted(found, key=lambda one: one.id) if len(found) > 1 else found


def _offers(facts: Facts, item: Item) -> Iterator[Fix]:
    free = [one for one in facts.members.values() if one.capacity is Capacity.INTERPRETER and one.coming and one.person]
    for member in free[:3]:
        arguments = {"item_id": item.id, "participation_id": member.id, "role": Role.INTERPRETER.value}
        yield Fix("add_attendance", arguments, LET_INTERPRET, {"who": _name(facts, member)})


def _name(facts: Facts, member: Member) -> str:
    return member.called(*facts.event.languages)
