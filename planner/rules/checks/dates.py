"""Times and days that do not fit: hours of a venue, arrivals, weekdays, agendas (W-09 to W-14, W-16, W-77)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from planner.rules.checks.engine import Scope, asks, hints, rule, stops
from planner.rules.checks.facts import Facts, Item
from planner.rules.checks.logistics_facts import Journey
from planner.rules.checks.mending import later, move, shorten
from planner.rules.checks.views import TRAVEL, Family, Strand, guests, several, things, wall, when
from planner.rules.findings import Finding, Thing, mark
from planner.rules.kinds import ItemKind, ItemState, Role
from planner.rules.text import Text
from planner.rules.times import DAY, clock

CLOSED = mark("{venue} is closed on this weekday: “{title}” {time}. Choose another day or place.")
OUTSIDE_HOURS = mark("{venue} is open from {opens} to {closes}, but “{title}” is at {time}. Move it.")
NOT_THERE_YET = mark("{who} arrives at {at}, after “{title}” {time}. Move it, or let somebody else go.")
GONE_ALREADY = mark("{who} leaves at {at}, before “{title}” {time} is over. Move it, or let somebody else go.")
NO_ROOM_YET = mark("{who} arrives at {at}; rooms are ready from {ready}. Book the night before, or an early check-in.")
SHORT_BEFORE_FLIGHT = mark(
    "From the end of “{first}” to the departure at {at} there are {minutes} minutes; {needed} are needed. Shorten it."
)
OUTSIDE_EVENT = mark("“{title}” is on {day}, outside the days of the event. Move it, or change the days of the event.")
WRONG_WEEKDAY = mark("“{text}” names a weekday that {day} is not. Correct one of them.")
OTHER_MONTH = mark("“{text}” names {day}, which is not a day of the event. Correct it.")
AGENDA_TOO_LONG = mark("The agenda of “{title}” takes {minutes} minutes; there are {there}. Shorten a topic.")
NOT_DOUBLED = mark(
    "“{title}” is interpreted one after the other: {minutes} minutes of speech take twice as long; there are {there}."
)
DARK = mark("The sun sets at {sunset}, before “{title}” {time} is over. Begin earlier, or see to the light.")
NO_TIME = mark("{who} speaks on “{title}”, which has no time. Give it one, or minutes.")
NO_SPEAKER = mark("Nobody is named to speak on {title}. Name the speaker.")


_DIGIT = re.compile(r"\d")


@rule("W-09", scope=Scope.FAMILY, reads=("places",))
def venue_is_closed(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-09: an item when its venue is closed; a venue without hours is taken to be open."""
    item = family.item
    venue = facts.places.venues.get(item.venue_id or 0)
    if venue is None or not venue.hours or item.span is None or item.day is None or item.parent_id is not None:
        return
    start, end = wall(item)
    hours = [(opens, closes) for weekday, opens, closes in venue.hours if weekday == item.day.weekday()]
    values = {"venue": facts.said(venue.name), "title": facts.said(item.title), "time": when(item)}
    if not hours:
        yield stops("W-09", things(item), CLOSED, **values)
    elif not any(opens <= start and end <= closes for opens, closes in hours):
        opens, closes = min(hours, key=lambda one: abs(one[0] - start))
        by = later(opens - start) if start < opens else -later(end - closes)
        fixes = (*move(facts, item, by), *(shorten(facts, item, end - closes) if start >= opens else ()))
        yield stops(
            "W-09", things(item), OUTSIDE_HOURS, fixes, **values, opens=clock(opens), closes=clock(closes % DAY)
        )


@rule("W-10", scope=Scope.EVENT, reads=("items", "logistics", "members"))
def not_there(facts: Facts) -> Iterator[Finding]:
    """W-10: somebody meant by an item before the arrival or after the departure that was entered."""
    for arrives in (True, False):
        found: dict[tuple[int, int], list[Journey]] = defaultdict(list)
        for journey in facts.logistics.journeys:
            member = facts.members.get(journey.member_id)
            if journey.at is None or journey.arrives != arrives or member is None or member.person is None:
                continue
            for item in facts.items.values():
                if item.span is None or item.kind in TRAVEL or member.person.id not in item.people:
                    continue
                if item.span.start < journey.at if arrives else item.span.end > journey.at:
                    found[item.id, journey.at].append(journey)
        for (item_id, _at), journeys in found.items():
            item = facts.items[item_id]
            members = [facts.members[one.member_id] for one in journeys]
            values = {
                "who": several(one.called(*facts.event.languages) for one in members), "at": _moment(journeys[0]),
                "title": facts.said(item.title), "time": when(item),
            }  # fmt: skip
            about = (*things(item), *(Thing("member", one.id) for one in members))
            yield stops("W-10", about, NOT_THERE_YET if arrives else GONE_ALREADY, **values)


@rule("W-11", scope=Scope.EVENT, reads=("logistics", "members"))
def room_not_ready(facts: Facts) -> Iterator[Finding]:
    """W-11: an arrival before the rooms are ready, and neither the night before nor an early check-in was booked."""
    arrivals = {one.member_id: one for one in facts.logistics.journeys if one.arrives and one.minute is not None}
    early: dict[tuple[date, int], list[int]] = defaultdict(list)
    for lodging in facts.logistics.lodgings:
        journey = arrivals.get(lodging.member_id)
        if journey is None or lodging.early or journey.day is None or journey.minute is None:
            continue
        there = journey.minute + facts.limits.after_landing_minutes  # in the hotel, not at the airport
        if lodging.from_day == journey.day and there < facts.limits.check_in_hour * 60:
            early[journey.day, journey.minute].append(lodging.member_id)
    for (_day, minute), members in early.items():
        names = [facts.members[one].called(*facts.event.languages) for one in members if one in facts.members]
        values = {"who": several(names), "at": clock(minute), "ready": clock(facts.limits.check_in_hour * 60)}
        yield asks("W-11", tuple(Thing("member", one) for one in members), NO_ROOM_YET, **values)


@rule("W-12", scope=Scope.STRAND, reads=("calendar",))
def short_before_flight(facts: Facts, strand: Strand) -> Iterator[Finding]:
    """W-12: too little time from the last item to the departure; more is needed to leave the country."""
    abroad = strand.delegation.country and strand.delegation.country not in facts.calendar.host
    needed = facts.limits.before_flight_abroad_minutes if abroad else facts.limits.before_flight_minutes
    if not guests(strand):
        return
    for first, second in strand.neighbours():
        if second.kind is not ItemKind.DEPARTURE or first.kind in TRAVEL or first.span is None or second.span is None:
            continue
        there = second.span.start - first.span.end
        if there < needed:
            values = {"first": facts.said(first.title), "at": clock(second.start or 0)}
            fixes = tuple(shorten(facts, first, later(needed - there)))
            values |= {"minutes": str(there), "needed": str(needed)}
            yield asks("W-12", things(first, second), SHORT_BEFORE_FLIGHT, fixes, **values)


@rule("W-13", scope=Scope.FAMILY)
def wrong_date(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-13: an item outside the days of the event, or a text with a weekday its date is not."""
    item, event = family.item, facts.event
    about = things(item)
    outside = item.day is not None and not event.from_day <= item.day <= event.to_day
    if outside and item.state is not ItemState.CANCELLED and item.kind not in TRAVEL:
        yield stops("W-13", about, OUTSIDE_EVENT, title=facts.said(item.title), day=item.day)
    yield from _weekdays(facts, item.title, about)
    yield from _weekdays(facts, item.note, about)


@rule("W-13", scope=Scope.EVENT)
def wrong_date_of_event(facts: Facts) -> Iterator[Finding]:
    """W-13: a title or heading with a weekday its date is not, or of other days than the event's."""
    event = facts.event
    for one in event.texts:
        about = (Thing(*one.thing),)
        wrong = list(_weekdays(facts, one.text, about))
        yield from wrong
        if wrong or one.table not in ("event", "paper_heading"):
            continue
        for language, wording in one.text.wordings.items():
            for day, _weekday in facts.knows.dates_in(wording.text, language, event.from_day.year):
                if not event.from_day <= day <= event.to_day and day.year == event.from_day.year:
                    yield stops("W-13", about, OTHER_MONTH, text=wording.text, day=day)
                    break


@rule("W-14", scope=Scope.FAMILY)
def agenda_too_long(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-14: topics that take longer than their item, the doubling of what is interpreted consecutively included."""
    item = family.item
    if not family.parts or item.span is None or item.span.end == item.span.start:
        return
    if item.kind in (ItemKind.PLENARY, ItemKind.SESSION):
        return
    there = item.span.end - item.span.start
    topics = [part for part in family.parts if part.kind is ItemKind.TOPIC and part.minutes]
    total = sum(part.minutes or 0 for part in topics)
    spoken = sum(part.minutes or 0 for part in topics if any(one.role is Role.SPEAKER for one in part.attends))
    values = {"title": facts.said(item.title), "there": str(there)}
    if total > there:
        yield asks("W-14", things(item), AGENDA_TOO_LONG, **values, minutes=str(total))
    elif item.interpretation == "consecutive" and total + spoken > there:
        yield asks("W-14", things(item), NOT_DOUBLED, **values, minutes=str(spoken))


@rule("W-16", scope=Scope.FAMILY, reads=("calendar",))
def after_sunset(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-16: something out of doors that lasts beyond sunset."""
    item = family.item
    if not item.outdoor or item.span is None or item.day is None:
        return
    sunset = facts.calendar.sun.get(item.day, (None, None, None))[2]
    if sunset is not None and wall(item)[1] > sunset:
        values = {"sunset": clock(sunset), "title": facts.said(item.title), "time": when(item)}
        fixes = tuple(move(facts, item, -later(wall(item)[1] - sunset)))
        yield hints("W-16", things(item), DARK, fixes, **values)


@rule("W-77", scope=Scope.FAMILY, reads=("members",))
def talk_without_time(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-77: a talk without a time, or without a speaker in a session where others have one."""
    speakers = {part.id: _speakers(part) for part in (family.item, *family.parts) if part.kind is ItemKind.TALK}
    some = any(speakers.values())
    without: list[Item] = []
    for part in family.parts:
        if part.kind is not ItemKind.TALK:
            continue
        names = [facts.members[one].called(*facts.event.languages) for one in speakers[part.id] if one in facts.members]
        if names and part.start is None and part.minutes is None:
            yield asks("W-77", things(part), NO_TIME, who=several(names), title=facts.said(part.title))
        elif some and not part.attends:
            without.append(part)
    if without:
        titles = several(facts.said(part.title).quoted() for part in without)
        yield asks("W-77", things(*without), NO_SPEAKER, title=titles)


def _speakers(item: Item) -> list[int]:
    return [one.member_id for one in item.attends if one.role is Role.SPEAKER and one.member_id is not None]


def _weekdays(facts: Facts, words: Text, about: tuple[Thing, ...]) -> Iterator[Finding]:
    for language, wording in words.wordings.items():
        if not _DIGIT.search(wording.text):
            continue
        for day, weekday in facts.knows.dates_in(wording.text, language, facts.event.from_day.year):
            if weekday is not None and day.weekday() != weekday:
                yield stops("W-13", about, WRONG_WEEKDAY, text=wording.text, day=day)
                return


def _moment(journey: Journey) -> str:
    return clock(journey.minute or 0)
