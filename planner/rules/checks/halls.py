"""Rooms, equipment, flags and names of places (W-46, W-64 to W-67, W-74)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planner.rules.checks.engine import Scope, asks, hints, rule, stops
from planner.rules.checks.facts import Facts, Flag, Item
from planner.rules.checks.logistics_facts import Room
from planner.rules.checks.mending import other_rooms
from planner.rules.checks.views import Family, several, things
from planner.rules.findings import Finding, Fix, Thing, mark
from planner.rules.kinds import EventState, ItemKind, ItemState
from planner.rules.text import Text

OLD_FLAG = mark("The flag of {country} ({edition}) ended on {day}. Put out the one in force.")
EARLY_FLAG = mark("The flag of {country} ({edition}) is in force only from {day}. Put out the one of the event’s day.")
USE_FLAG = mark("Use the flag of {year}")
OLD_NAME = mark("“{text}” says “{found}”; on the days of the event it is “{known}”. Write that.")
TOO_SMALL = mark("{count} people in {room}, which seats {seats}. Take a larger room, or fewer people.")
TIGHT = mark("{count} people in {room}, which seats {seats}: no reserve is left. Take a larger room if there is one.")
TOO_LARGE = mark("{count} people in {room}, which seats {seats}. A smaller room looks better.")
NO_BOOTH = mark("“{title}” is interpreted simultaneously, and {room} has no booth. Bring one, or take another room.")
STEPS = mark("{who} cannot climb steps, and {room} is not step-free. Take another room, or see to a ramp.")
NO_FLAG = mark("Flags stand at the event, but none of {country}. Add it, or take the others away.")
NO_FLAG_IN_ROOM = mark("{plan}: flags stand there, but none of {country}. Add it, or take the others away.")
TWO_EDITIONS = mark("Two editions of the flag of {country} stand in one place: {editions}. Put out one of them.")
STILL_DRIVEN = mark("“{title}” is cancelled, but {vehicle} is still to drive. Take it off the list.")

_FULL = frozenset({ItemKind.PLENARY, ItemKind.SESSION, ItemKind.RECEPTION})
_ROUND_A_TABLE = frozenset({ItemKind.MEETING, ItemKind.TALKS})
_REGION = re.compile(r"^[\s-]*(?:област|облус|region|oblast)", re.IGNORECASE)


@rule("W-46", scope=Scope.EVENT, reads=("flags",))
def flag_of_other_days(facts: Facts) -> Iterator[Finding]:
    """W-46: a flag of an edition that is not in force on the days of the event."""
    event = facts.event
    for flag in event.flags:
        about = (Thing("event", event.id),)
        fixes = tuple(_right_flags(facts, flag))
        values = {"country": flag.country, "edition": flag.edition}
        if flag.valid_to is not None and flag.valid_to < event.from_day:
            yield stops("W-46", about, OLD_FLAG, fixes, **values, day=flag.valid_to)
        elif flag.valid_from is not None and flag.valid_from > event.to_day:
            yield stops("W-46", about, EARLY_FLAG, fixes, **values, day=flag.valid_from)


@rule("W-46", scope=Scope.FAMILY, reads=("renamed",))
def name_of_other_days(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-46: a text that calls a place by a name it has no more, or not yet."""
    for text in (family.item.title, family.item.note) if facts.renamed else ():
        yield from _old_names(facts, text, things(family.item))


@rule("W-46", scope=Scope.EVENT, reads=("renamed",))
def name_of_other_days_in_headings(facts: Facts) -> Iterator[Finding]:
    """W-46: the same in the event's own texts."""
    for one in facts.event.texts:
        yield from _old_names(facts, one.text, (Thing(*one.thing),))


@rule("W-46", scope=Scope.EVENT, reads=("renamed", "delegations", "members"))
def name_of_other_days_on_lists(facts: Facts) -> Iterator[Finding]:
    """W-46: the same in the headings of delegations and in posts written for this event alone."""
    for delegation in facts.delegations:
        yield from _old_names(facts, delegation.heading, (Thing("delegation", delegation.id),))
    for member in facts.members.values():
        if member.own_title and member.coming:
            yield from _old_names(facts, member.position, (Thing("member", member.id),))


@rule("W-46", scope=Scope.EVENT, reads=("members", "items"))
def surname_of_other_days(facts: Facts) -> Iterator[Finding]:
    """W-46: a text that calls somebody by a surname that is not the person's on the days of the event."""
    old = [
        (member, language, surname)
        for member in facts.members.values() if member.coming and member.person is not None
        for language, surname in member.person.former
    ]  # fmt: skip
    if not old:
        return
    texts = [(one.text, Thing(*one.thing)) for one in facts.event.texts]
    texts += [(text, Thing("item", one.id)) for one in facts.items.values() for text in (one.title, one.note) if text]
    for member, language, surname in old:
        now = member.person.surnames.get(language, "") if member.person else ""
        for text, thing in texts:
            words = text.get(language)
            if surname in words and now and now not in words:
                about = (thing, Thing("member", member.id))
                yield stops("W-46", about, OLD_NAME, text=words, found=surname, known=now)


@rule("W-64", scope=Scope.FAMILY, reads=("places",))
def room_and_people(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-64: more people than seats, no reserve in a hall that fills up, or a hall that will look empty."""
    item = family.item
    room = facts.places.rooms.get(item.room_id or 0)
    if room is None or item.span is None or item.parent_id is not None or not room.capacity:
        return
    people, seats = len(item.people), _seats(item, room)
    values = {"count": str(people), "room": facts.said(room.name), "seats": str(seats)}
    # Before the programme is agreed, the list is not complete.
    agreed = facts.event.state is EventState.AGREED and item.kind is ItemKind.PLENARY and bool(item.whole)
    if people > seats:
        yield stops("W-64", things(item), TOO_SMALL, tuple(other_rooms(facts, item, seats=people)), **values)
    elif item.kind in _FULL and people * (100 + facts.limits.hall_reserve_percent) > seats * 100:
        yield hints("W-64", things(item), TIGHT, tuple(other_rooms(facts, item, seats=people * 2)), **values)
    elif agreed and people * 100 < seats * facts.limits.hall_empty_percent:
        yield hints("W-64", things(item), TOO_LARGE, **values)


@rule("W-65", scope=Scope.FAMILY, reads=("places",))
def no_booth(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-65: simultaneous interpretation in a room whose equipment is known and has no booth."""
    item = family.item
    room = facts.places.rooms.get(item.room_id or 0)
    if item.interpretation != "simultaneous" or item.span is None or room is None or not room.equipment:
        return
    if "booth" not in room.equipment:
        yield asks("W-65", things(item), NO_BOOTH, title=facts.said(item.title), room=facts.said(room.name))


@rule("W-66", scope=Scope.FAMILY, reads=("places", "members"))
def steps(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-66: somebody who needs a way without steps, and a room that is known to have none."""
    item = family.item
    room = facts.places.rooms.get(item.room_id or 0)
    if room is None or room.step_free is not False or item.span is None or item.parent_id is not None:
        return
    there = (facts.members[one] for one in sorted(item.members))
    who = [one for one in there if one.person and one.person.private.access]
    if who:
        about = (*things(item), *(Thing("member", one.id) for one in who))
        names = several(one.called(*facts.event.languages) for one in who)
        yield asks("W-66", about, STEPS, who=names, room=facts.said(room.name))


@rule("W-67", scope=Scope.EVENT, reads=("delegations", "calendar"))
def flag_missing(facts: Facts) -> Iterator[Finding]:
    """W-67: flags of several countries stand somewhere, and one of a delegation is not among them."""
    by_place: dict[str, set[str]] = {}
    for flag in facts.event.flags:
        by_place.setdefault(flag.where, set()).add(flag.country)
    wanted = dict.fromkeys((*facts.calendar.host, *facts.calendar.guest))
    for countries in by_place.values():
        if len(countries) > 1:
            for country in wanted:
                if country not in countries:
                    yield asks("W-67", (Thing("event", facts.event.id),), NO_FLAG, country=country)


@rule("W-67", scope=Scope.EVENT)
def two_editions(facts: Facts) -> Iterator[Finding]:
    """W-67: two editions of one flag in one place."""
    editions: dict[tuple[str, str], set[str]] = {}
    for flag in facts.event.flags:
        editions.setdefault((flag.where, flag.country), set()).add(flag.edition)
    for (_where, country), found in editions.items():
        if len(found) > 1:
            named = several(sorted(found))
            yield asks("W-67", (Thing("event", facts.event.id),), TWO_EDITIONS, country=country, editions=named)


@rule("W-67", scope=Scope.EVENT, reads=("plans", "calendar"))
def flag_missing_in_room(facts: Facts) -> Iterator[Finding]:
    """W-67: flags of several countries on a plan of seats, and one of a delegation is not among them."""
    wanted = dict.fromkeys((*facts.calendar.host, *facts.calendar.guest))
    for plan in facts.plans:
        if len(set(plan.flags)) < 2:
            continue
        for country in wanted:
            if country not in plan.flags:
                about = (Thing("seating", plan.id),)
                yield asks("W-67", about, NO_FLAG_IN_ROOM, country=country, plan=facts.said(plan.title))


@rule("W-74", scope=Scope.EVENT, reads=("items", "logistics"))
def cancelled_but_driven(facts: Facts) -> Iterator[Finding]:
    """W-74: a vehicle for an item that is cancelled."""
    for ride in facts.logistics.rides:
        item = facts.items.get(ride.item_id)
        if item is not None and item.state is ItemState.CANCELLED:
            yield asks("W-74", things(item), STILL_DRIVEN, title=facts.said(item.title), vehicle=ride.name)


def _seats(item: Item, room: Room) -> int:
    if item.kind in _ROUND_A_TABLE and "table" in room.capacity:
        return room.capacity["table"]
    return max(room.capacity.values())


def _right_flags(facts: Facts, flag: Flag) -> Iterator[Fix]:
    day = facts.event.from_day
    for other in facts.flags:
        if other.country != flag.country or other.id == flag.id:
            continue
        if (other.valid_from is None or other.valid_from <= day) and (other.valid_to is None or day <= other.valid_to):
            year = str(other.valid_from.year) if other.valid_from else other.edition
            yield Fix("exchange_flag", {"event_flag_id": flag.out, "flag_id": other.id}, USE_FLAG, {"year": year})


def _old_names(facts: Facts, text: Text, about: tuple[Thing, ...]) -> Iterator[Finding]:
    for old in facts.renamed if text else ():
        if old.valid:
            continue
        new = next((one for one in facts.renamed if one.valid and one.organisation_id == old.organisation_id), None)
        for language, wording in text.wordings.items():
            name, known = old.name.get(language), new.name.get(language) if new else ""
            if not name or not known or name == known or name not in wording.text:
                continue
            rest = wording.text[wording.text.index(name) + len(name) :]
            if not _REGION.match(rest) and known not in wording.text:
                yield stops("W-46", about, OLD_NAME, text=wording.text, found=name, known=known)
