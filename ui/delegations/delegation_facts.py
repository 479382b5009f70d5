"""The facts of a delegation that are read, not typed: who comes, and who received whom before."""

from __future__ import annotations

from collections import Counter

from planner.language.catalog import mark
from planner.language.dates import format_range
from planner.queries.counterparts import Record, coming
from planner.queries.delegations import DelegationRow, MemberRow
from planner.queries.members import DelegationSheet
from planner.rules.counterparts import Change
from planner.rules.kinds import Capacity
from ui.common.findings import Fact
from ui.common.named import shown
from ui.common.pill import Tone
from ui.common.words import word
from ui.delegations.protocol import called
from ui.translate import language, t, tn

CHANGES = {
    Change.SAME: mark("now at the same level"),
    Change.HIGHER: mark("now at a higher level"),
    Change.LOWER: mark("now at a lower level"),
    Change.LONGER: mark("now for longer"),
    Change.SHORTER: mark("now for a shorter time"),
}
OWED = (Change.LOWER, Change.SHORTER)


def count_facts(row: DelegationRow) -> list[Fact]:
    """How many come, by capacity, and how many of them as somebody's spouse."""
    members = coming(row)
    counts = Counter(member.capacity for member in members)
    facts = [Fact(f"{word(capacity)}: {counts[capacity]}") for capacity in Capacity if counts[capacity]]
    if spouses := sum(member.spouse_of is not None for member in members):
        facts.append(Fact(t("Spouses among them: {n}", n=spouses)))
    return [Fact(t("{n} in all", n=len(members))), *facts]


def record_facts(sheet: DelegationSheet) -> list[Fact]:
    """Who received whom in earlier events, and how this one compares."""
    return [_fact(one, sheet.event.languages) for one in sheet.record]


def _fact(one: Record, tags: tuple[str, ...]) -> Fact:
    when = format_range(one.event.from_day, one.event.to_day, language())
    title = shown(one.event.short_title or one.event.title, *one.event.languages)
    host = _with_level(one.host, one.reception.host_level, tags)
    guest = _with_level(one.guest, one.reception.guest_level, tags)
    who = t("{host} received {guest}", host=host, guest=guest)
    days = tn("{n} day", "{n} days", one.reception.days)
    changes = ", ".join(t(CHANGES[change]) for change in one.changes)
    words = f"{when} · {title}. {who}; {days}" + (f" — {changes}" if changes else "")
    dot = "" if not one.changes else Tone.ATTENTION if any(change in OWED for change in one.changes) else Tone.FINE
    return Fact(words, dot=dot, link=(str(one.event.id), t("Open")))


def _with_level(member: MemberRow | None, level: int | None, tags: tuple[str, ...]) -> str:
    name = called(member, tags) if member is not None else "—"
    return t("{name} (rank {level})", name=name, level=level) if level is not None else name
