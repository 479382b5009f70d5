"""Taken twice, across all events: people, rooms, interpreters, speakers, vehicles (W-01 to W-04, W-36, W-78)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from planner.rules.checks import mending
from planner.rules.checks.engine import Scope, asks, hints, rule, stops
from planner.rules.checks.facts import Facts, Item
from planner.rules.checks.logistics_facts import Ride
from planner.rules.checks.views import Clash, Strand, several, things, when
from planner.rules.findings import Finding, Fix, Thing, mark
from planner.rules.kinds import Capacity, ItemKind, Role
from planner.rules.times import Interval

IN_TWO_PLACES = mark(
    "{who} is in two places: “{first}” {first_time} and “{second}” {second_time}. Move one, or replace the person."
)
SEVERAL_IN_TWO_PLACES = mark(
    "{who} are in two places: “{first}” {first_time} and “{second}” {second_time}. Move one, or send somebody else."
)
TAKEN_TWICE = mark(
    "{who} is taken twice: “{first}” {first_time} and “{second}” {second_time}. Move one, or choose another room."
)
INTERPRETS_TWICE = mark(
    "{who} interprets in two places: “{first}” {first_time} and “{second}” {second_time}. Find a second interpreter."
)
SPEAKS_TWICE = mark(
    "{who} has parallel duties: “{first}” {first_time} and “{second}” {second_time}. Move one, or find another chair."
)
BUSY_ELSEWHERE = mark("{who} has another appointment, {other}, during “{title}” {time}. Ask which of them stands.")
TAKE_OFF = mark("Take {who} off “{title}”")
TOO_FAR = mark(
    "From “{first}” to “{second}” there are {minutes} minutes; the way takes {way}, plan {needed}. Move one of them."
)
VEHICLE_TWICE = mark("{vehicle} is at two places: “{first}” {first_time} and “{second}” {second_time}. Take another.")
DRIVER_TWICE = mark("The driver {driver} drives twice at once: “{first}” {first_time} and “{second}” {second_time}.")
DRIVES_TOO_LONG = mark("The driver {driver} is on the road for {hours} hours in one day; {most} are allowed.")

_SESSIONS = frozenset({ItemKind.SESSION, ItemKind.TALK, ItemKind.PLENARY})
_DUTIES = frozenset({Role.SPEAKER, Role.MODERATOR, Role.CO_MODERATOR, Role.CHAIR})


@rule("W-01", "W-36", "W-78", scope=Scope.CLASH, reads=("members",))
def one_person_at_two_items(facts: Facts, clash: Clash) -> Iterator[Finding]:
    """W-01, W-36, W-78: people who are meant by two items at once, told apart by what they do there."""
    by_person = {one.person.id: one for one in facts.members.values() if one.person}
    by_code: dict[str, list[int]] = defaultdict(list)
    for person in sorted(clash.people):
        if person in by_person:
            by_code[_code(facts, clash, person, by_person[person].id)].append(person)
    for code, people in by_code.items():
        names = [by_person[one].called(*facts.event.languages) for one in people]
        sentence = {"W-36": INTERPRETS_TWICE, "W-78": SPEAKS_TWICE}.get(code, IN_TWO_PLACES)
        if len(people) > 1 and code == "W-01":
            sentence = SEVERAL_IN_TWO_PLACES
        fixes = _fixes(facts, clash, {by_person[one].id for one in people}, names)
        values = {"who": several(names), "people": str(len(people)), **_pair(facts, clash.first, clash.second)}
        found = asks if code == "W-78" else stops
        yield found(code, things(clash.first, clash.second), sentence, fixes, **values)


@rule("W-01", scope=Scope.EVENT, reads=("busy", "items", "members"))
def busy_elsewhere(facts: Facts) -> Iterator[Finding]:
    """W-01: an item in the hours of an appointment from a calendar kept elsewhere; whole days are only a hint."""
    by_person = {one.person.id: one for one in facts.members.values() if one.person}
    for span in facts.busy:
        member = by_person.get(span.person_id)
        for item in facts.items.values() if member else ():
            if item.span is None or item.parent_id is not None or span.person_id not in item.people or member is None:
                continue
            if span.start < item.span.end and item.span.start < span.end:
                about = (*things(item), Thing("member", member.id))
                values = {"who": member.called(*facts.event.languages), "other": span.title or "—"}
                say = hints if span.all_day or span.tentative else stops
                yield say("W-01", about, BUSY_ELSEWHERE, **values, title=facts.said(item.title), time=when(item))


@rule("W-03", scope=Scope.CLASH, reads=("places", "items"))
def one_room_for_two_items(facts: Facts, clash: Clash) -> Iterator[Finding]:
    """W-03: a room that two items take at once; talks take the room of their session."""
    session = facts.items.get(-clash.room)
    room = facts.places.rooms.get(session.room_id or 0 if session is not None else clash.room)
    if not clash.room or room is None:
        return
    fixes = [*_times(facts, clash)]
    for item in (clash.second, clash.first):
        if item.event_id == facts.event.id:
            fixes += mending.other_rooms(facts, item)
    values = {"who": facts.said(room.name), **_pair(facts, clash.first, clash.second)}
    yield stops("W-03", things(clash.first, clash.second), TAKEN_TWICE, tuple(fixes), **values)


@rule("W-02", scope=Scope.STRAND, reads=("places",))
def way_too_long(facts: Facts, strand: Strand) -> Iterator[Finding]:
    """W-02: less time between two places than the way takes with its reserve. Unknown ways are not guessed."""
    for items in strand.days():
        placed = [item for item in items if item.venue_id is not None and item.kind is not ItemKind.MOVEMENT]
        for first, second in pairwise(placed):
            if first.span is None or second.span is None or second.span.start < first.span.end:
                continue
            way = _way(facts, first, second)
            if way is None:
                continue
            limits, there = facts.limits, second.span.start - first.span.end
            # To the nearest five minutes, in which programmes are planned.
            needed = round((way * limits.transfer_percent / 100 + limits.transfer_extra_minutes) / 5) * 5
            if there < needed:
                missing = mending.later(needed - there)
                fixes = (*mending.shorten(facts, first, missing), *mending.move(facts, second, missing))
                values = {"minutes": str(there), "way": str(way), "needed": str(needed)}
                yield stops("W-02", things(first, second), TOO_FAR, fixes, **values, **_pair(facts, first, second))


@rule("W-04", scope=Scope.EVENT, reads=("logistics", "items", "elsewhere"))
def one_vehicle_for_two_items(facts: Facts) -> Iterator[Finding]:
    """W-04: a vehicle, or a driver, in two places at once, and a driver on the road for too long."""
    rides = [(ride, item) for ride in facts.logistics.rides if (item := _item(facts, ride)) is not None and item.span]
    yield from _twice(facts, rides, by_driver=False)
    yield from _twice(facts, rides, by_driver=True)
    by_driver: dict[tuple[str, object], list[Item]] = defaultdict(list)
    for ride, item in rides:
        if ride.driver:
            by_driver[ride.driver, item.day].append(item)
    most = facts.limits.driver_hours
    for (driver, _day), items in by_driver.items():
        spent = sum(item.span.end - item.span.start for item in items if item.span)
        if most and spent > most * 60 and any(item.id in facts.items for item in items):
            values = {"driver": driver, "hours": str(-(-spent // 60)), "most": str(most)}
            yield stops("W-04", things(*items), DRIVES_TOO_LONG, **values)


def _twice(facts: Facts, rides: list[tuple[Ride, Item]], *, by_driver: bool) -> Iterator[Finding]:
    groups: dict[object, list[tuple[Ride, Item]]] = defaultdict(list)
    for ride, item in rides:
        key = ride.driver if by_driver else ride.vehicle_id
        if key:
            groups[key].append((ride, item))
    for group in groups.values():
        group.sort(key=lambda pair: (_start(pair[1]), pair[1].id))
        for place, (ride, item) in enumerate(group):
            for other_ride, other in group[place + 1 :]:
                if by_driver and ride.vehicle_id == other_ride.vehicle_id:
                    continue
                if item.id == other.id and not by_driver:
                    continue
                if not (_overlap(item, other) and {item.id, other.id} & facts.items.keys()):
                    continue
                sentence = DRIVER_TWICE if by_driver else VEHICLE_TWICE
                values = {"vehicle": ride.name, "driver": ride.driver, **_pair(facts, item, other)}
                yield stops("W-04", things(item, other), sentence, **values)


def _code(facts: Facts, clash: Clash, person: int, member: int) -> str:
    roles = [{one.role for one in item.attends if one.member_id == member} for item in (clash.first, clash.second)]
    here = facts.members[member]
    # An interpreter who goes along with a whole delegation clashes as it does.
    alone = here.capacity is Capacity.INTERPRETER and len(clash.people) == 1
    if alone or any(Role.INTERPRETER in found for found in roles):
        return "W-36"
    sessions = clash.first.kind in _SESSIONS and clash.second.kind in _SESSIONS
    if sessions and all(found & _DUTIES for found in roles):
        return "W-78"
    return "W-01"


def _fixes(facts: Facts, clash: Clash, members: set[int], names: Sequence[str]) -> tuple[Fix, ...]:
    fixes = list(_times(facts, clash))
    if len(members) == 1:
        for item in (clash.second, clash.first):
            if item.event_id != facts.event.id:
                continue
            for one in item.attends:
                if one.member_id in members and len(fixes) < 3:
                    values = {"who": names[0], "title": facts.said(item.title)}
                    fixes.append(Fix("remove_attendance", {"attendance_id": one.id}, TAKE_OFF, values))
    return tuple(fixes[:3])


def _times(facts: Facts, clash: Clash) -> Iterator[Fix]:
    first, second = clash.first, clash.second
    if first.span is None or second.span is None:
        return
    mine = first.event_id == facts.event.id
    if mine and first.span.start < second.span.start:
        yield from mending.shorten(facts, first, first.span.end - second.span.start)
    if second.event_id == facts.event.id:
        yield from mending.move(facts, second, first.span.end - second.span.start)
    elif mine:
        yield from mending.move(facts, first, second.span.end - first.span.start)


def _way(facts: Facts, first: Item, second: Item) -> int | None:
    here, there = first.venue_id or 0, second.venue_id or 0
    if here == there:
        return None
    ways = facts.places.ways
    return ways.get((here, there), ways.get((there, here)))


def _item(facts: Facts, ride: Ride) -> Item | None:
    return facts.items.get(ride.item_id) or facts.elsewhere.get(ride.item_id)


def _start(item: Item) -> int:
    return item.span.start if item.span else 0


def _overlap(one: Item, other: Item) -> bool:
    first, second = one.span or Interval(0, 0), other.span or Interval(0, 0)
    if one.id == other.id:
        return True
    return first.start < second.end and second.start < first.end


def _pair(facts: Facts, first: Item, second: Item) -> dict[str, str]:
    return {
        "first": facts.said(first.title), "second": facts.said(second.title), "first_time": when(first),
        "second_time": when(second),
    }  # fmt: skip
