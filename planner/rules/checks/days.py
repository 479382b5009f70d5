"""The load of a day: gaps, meals, hours, rest, anchors (W-05 to W-08, W-15)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from planner.rules.agenda import gaps
from planner.rules.calendar import FeastDay
from planner.rules.checks.engine import Scope, asks, hints, rule
from planner.rules.checks.facts import Facts, Item
from planner.rules.checks.mending import later, move, shorten
from planner.rules.checks.views import (
    MEALS,
    REST,
    TALKS,
    TRAVEL,
    Strand,
    guests,
    things,
    wall,
)
from planner.rules.findings import Finding, Fix, mark
from planner.rules.kinds import Capacity, EventState, ItemKind
from planner.rules.text import text
from planner.rules.times import DAY, Interval, clock

NOTHING_BETWEEN = mark(
    "The guests have nothing from {start} to {end}, between “{first}” and “{second}”. Fill it, or call it free time."
)
FREE_TIME = mark("Add free time {start}–{end}")
NO_MEAL = mark("{day}: nothing to eat between 12:00 and 15:00. Add a lunch.")
LONG_WITHOUT_FOOD = mark("{day}: from {start} to {end} there is nothing to eat. Add a meal, or a coffee break.")
LUNCH = mark("Add lunch {start}–{end}")
TOO_MUCH = mark("{day}: the programme fills {hours} hours; {most} are enough. Move or drop something.")
TALKS_IN_A_ROW = mark("{count} talks follow one another without a break, from “{first}” to “{second}”. Add a break.")
SHORT_NIGHT = mark("Between “{first}” and “{second}” there are {hours} hours of rest; {least} are needed. Begin later.")
RIGHT_AFTER_LANDING = mark(
    "“{second}” begins {minutes} minutes after the landing at {time}; way, room and rest take {needed}. Begin later."
)
NO_RESERVE = mark("“{second}” cannot wait, and “{first}” ends {minutes} minutes before it. Leave {needed}.")

FREE_WORDS = text(ru="Свободное время", en="Free time", ky="Бош убакыт")
LUNCH_WORDS = text(ru="Обед", en="Lunch")
NOON, THREE = 12 * 60, 15 * 60
_WORK = frozenset(ItemKind) - TRAVEL - MEALS - REST
_ENDS = frozenset({ItemKind.ARRIVAL, ItemKind.DEPARTURE})
_EASY = REST | _ENDS
_FEEDS = MEALS | {ItemKind.BREAK}


@rule("W-05", scope=Scope.STRAND)
def gap_for_guests(facts: Facts, strand: Strand) -> Iterator[Finding]:
    """W-05: guests with nothing to do, and nobody said that it is free time. Arrival and departure days have ways."""
    if not _planned(facts, strand) or not facts.limits.gap_minutes:
        return
    for items in strand.days():
        spans = {item.id: item.span for item in items if item.span is not None}
        for start, end in gaps(spans.values()):
            if end - start <= facts.limits.gap_minutes:
                continue
            first = max((item for item in items if item.span and item.span.end <= start), key=_end)
            second = min((item for item in items if item.span and item.span.start >= end), key=_start)
            if first.kind is ItemKind.ARRIVAL or second.kind is ItemKind.DEPARTURE:
                continue
            began, ended = wall(first)[1], wall(second)[0]
            values = {
                "start": clock(began % DAY), "end": clock(ended), "first": facts.said(first.title),
                "second": facts.said(second.title),
            }  # fmt: skip
            fixes = _filled(facts, first, began, ended, "free-time") if began < DAY else ()
            yield asks("W-05", things(first, second), NOTHING_BETWEEN, tuple(fixes), **values)


@rule("W-06", scope=Scope.STRAND, reads=("calendar", "members"))
def nothing_to_eat(facts: Facts, strand: Strand) -> Iterator[Finding]:
    """W-06: a day over noon without a meal, or more hours than people go without food; not where somebody fasts."""
    if not _planned(facts, strand):
        return
    fasts = _fasts(facts, strand)
    for items in strand.days():
        kinds = {item.kind for item in items}
        if kinds & _ENDS or any(items[0].day is not None and one.covers(items[0].day) for one in fasts):
            continue
        walls = {item.id: wall(item) for item in items}
        first, last = min(start for start, _ in walls.values()), max(end for _, end in walls.values())
        fed = sorted(walls[item.id] for item in items if item.kind in _FEEDS)
        meals = [walls[item.id] for item in items if item.kind in MEALS]
        values = {"day": items[0].day}
        if first <= NOON and last >= THREE and not any(start < THREE and end > NOON for start, end in meals):
            fixes = tuple(_lunch(facts, items, walls.values()))
            yield asks("W-06", things(items[0], items[-1]), NO_MEAL, fixes, **values)
            continue
        for (_, since), (until, _) in pairwise([(first, first), *fed, (last, last)]):
            if facts.limits.without_food_hours and until - since > facts.limits.without_food_hours * 60:
                times = {"start": clock(since % DAY), "end": clock(until % DAY)}
                yield asks("W-06", things(items[0], items[-1]), LONG_WITHOUT_FOOD, **values, **times)


@rule("W-07", scope=Scope.STRAND)
def too_much_in_a_day(facts: Facts, strand: Strand) -> Iterator[Finding]:
    """W-07: more hours of programme than a day bears, or talk after talk without a break."""
    if not _planned(facts, strand):
        return
    for items in strand.days():
        busy = _busy((one.span.start, one.span.end) for one in items if one.span is not None and one.kind not in _EASY)
        if facts.limits.day_load_hours and busy > facts.limits.day_load_hours * 60:
            values = {"day": items[0].day, "hours": f"{busy / 60:.1f}".removesuffix(".0")}
            most = str(facts.limits.day_load_hours)
            yield asks("W-07", things(items[0], items[-1]), TOO_MUCH, **values, most=most)
        yield from _talks(facts, items)


@rule("W-08", scope=Scope.STRAND, reads=("logistics",))
def too_early(facts: Facts, strand: Strand) -> Iterator[Finding]:
    """W-08: work too soon after the evening before, or after the landing."""
    if not _planned(facts, strand):
        return
    days = list(strand.days())
    for evening, morning in pairwise(days):
        last = max(evening, key=_end)
        rest = _start(morning[0]) - _end(last)
        if last.kind in TRAVEL or morning[0].kind in TRAVEL | REST or rest >= facts.limits.night_rest_hours * 60:
            continue
        values = {"first": facts.said(last.title), "second": facts.said(morning[0].title)}
        hours = {"hours": f"{rest / 60:.1f}".removesuffix(".0"), "least": str(facts.limits.night_rest_hours)}
        fixes = tuple(move(facts, morning[0], later(facts.limits.night_rest_hours * 60 - rest)))
        yield asks("W-08", things(last, morning[0]), SHORT_NIGHT, fixes, **values, **hours)
    yield from _after_landing(facts, strand)


@rule("W-15", scope=Scope.STRAND)
def no_reserve(facts: Facts, strand: Strand) -> Iterator[Finding]:
    """W-15: something that cannot wait, right after something that may run over."""
    needed = facts.limits.before_anchor_minutes
    for first, second in strand.neighbours():
        if not second.hard or second.kind in TRAVEL or first.span is None or second.span is None:
            continue
        if first.kind in TRAVEL | REST or first.span.end == first.span.start:
            continue
        there = second.span.start - first.span.end
        if there < needed:
            values = {"first": facts.said(first.title), "second": facts.said(second.title)}
            fixes = tuple(shorten(facts, first, later(needed - there)))
            yield hints(
                "W-15", things(first, second), NO_RESERVE, fixes, **values, minutes=str(there), needed=str(needed)
            )


def _planned(facts: Facts, strand: Strand) -> bool:
    """Tell whether a strand is of guests, and there is still something to plan."""
    return guests(strand) and facts.event.state not in (EventState.OVER, EventState.CANCELLED)


def _fasts(facts: Facts, strand: Strand) -> list[FeastDay]:
    """Return the fasts on these days that somebody of the delegation keeps."""
    first, last = strand.items[0].day, strand.items[-1].day
    if first is None or last is None:
        return []
    fasts = [one for one in facts.calendar.days if one.feast == "ramadan" and one.meets(first, last)]
    members = facts.members.values() if fasts else ()
    mine = (one.person for one in members if one.delegation_id == strand.delegation.id and one.coming)
    return fasts if any(person is not None and person.private.fasting == "yes" for person in mine) else []


def _after_landing(facts: Facts, strand: Strand) -> Iterator[Finding]:
    needed = facts.limits.after_landing_minutes
    landings = [_end(item) for item in strand.items if item.kind is ItemKind.ARRIVAL]
    landings += [
        journey.at
        for journey in facts.logistics.journeys
        if journey.arrives and journey.at is not None and _of(facts, journey.member_id, strand)
    ]
    for landing in sorted(set(landings)):
        work = next((item for item in strand.items if item.kind in _WORK and _start(item) >= landing), None)
        if work is None or not needed or _start(work) - landing >= needed:
            continue
        there = _start(work) - landing
        values = {"second": facts.said(work.title), "time": clock((wall(work)[0] - there) % DAY)}
        fixes = tuple(move(facts, work, later(needed - there)))
        yield asks("W-08", things(work), RIGHT_AFTER_LANDING, fixes, **values, minutes=str(there), needed=str(needed))


def _of(facts: Facts, member_id: int, strand: Strand) -> bool:
    member = facts.members.get(member_id)
    leads = member is not None and member.capacity in (Capacity.HEAD, Capacity.DEPUTY_HEAD, Capacity.MEMBER)
    return member is not None and leads and member.delegation_id == strand.delegation.id


def _talks(facts: Facts, items: tuple[Item, ...]) -> Iterator[Finding]:
    row: list[Item] = []
    for item in (*items, None):
        follows = item is not None and item.kind in TALKS and (not row or _start(item) - _end(row[-1]) < 15)
        if follows and item is not None:
            row.append(item)
            continue
        if facts.limits.talks_in_a_row and len(row) > facts.limits.talks_in_a_row:
            values = {"count": str(len(row)), "first": facts.said(row[0].title), "second": facts.said(row[-1].title)}
            yield asks("W-07", things(row[0], row[-1]), TALKS_IN_A_ROW, **values)
        row = [item] if item is not None and item.kind in TALKS else []


def _filled(facts: Facts, near: Item, start: int, end: int, kind: str) -> Iterator[Fix]:
    words = FREE_WORDS if kind == "free-time" else LUNCH_WORDS
    title = text(**{tag: words.get(tag) for tag in facts.event.languages if tag.isalpha()})
    if near.day is None or near.zone != facts.event.host_zone or not 0 <= start < end < DAY:
        return
    arguments = {
        "event_id": facts.event.id, "title": title, "day": near.day, "start": start, "end": end, "kind": kind,
    }  # fmt: skip
    label = FREE_TIME if kind == "free-time" else LUNCH
    yield Fix("add_item", arguments, label, {"start": clock(start), "end": clock(end)})


def _lunch(facts: Facts, items: tuple[Item, ...], walls: Iterable[tuple[int, int]]) -> Iterator[Fix]:
    free = [(start, end) for start, end in gaps([Interval(*one) for one in walls]) if end - start >= 60]
    for start, end in free:
        begin = max(start, NOON)
        if begin + 60 <= min(end, THREE):
            yield from _filled(facts, items[0], begin, begin + 60, "meal")
            return


def _busy(spans: Iterable[tuple[int, int]]) -> int:
    total, latest = 0, 0
    for start, end in sorted(spans):
        if end > latest:
            total += end - max(latest, start)
            latest = end
    return total


def _start(item: Item) -> int:
    return item.span.start if item.span else 0


def _end(item: Item) -> int:
    return item.span.end if item.span else 0
