"""What occupies the people, rooms and vehicles of an event, here, at other events and by their calendars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from planner.model.events import Event
from planner.model.logistics import Ride, Vehicle
from planner.model.venues import Room, Venue
from planner.queries.calendar import busy_spans
from planner.queries.delegations import DelegationRow, delegations
from planner.queries.facts import items_of, on_tracks
from planner.queries.facts_around import elsewhere
from planner.rules.checks.facts import Item
from planner.rules.checks.meant import Meant, index
from planner.rules.checks.people_facts import OnTrack
from planner.rules.kinds import ItemState, Role
from planner.rules.taking_part import Taken
from planner.rules.text import EMPTY, Text

PERSON, ROOM, VEHICLE = "person", "room", "vehicle"
"""What a lane is of; a person's lane bears the id of the place in the delegation."""


class Titled(NamedTuple):
    """What an item is called, and its event."""

    title: Text = EMPTY
    event: Text = EMPTY


class Lanes(NamedTuple):
    """The lanes of an event. `uses` name them; `titles` are those of items, `busy` those of times without an item."""

    delegations: tuple[DelegationRow, ...]
    rooms: Mapping[int, tuple[Text, Text]]  # room and venue
    vehicles: Mapping[int, str]
    uses: tuple[Taken, ...]
    titles: Mapping[int, Titled]
    busy: Mapping[Taken, str]
    interpreters: frozenset[int]


def lanes(db: Connection, event_id: int) -> Lanes:
    """Return what occupies the people, rooms and vehicles of an event, also at other events and by their calendars."""
    rows = delegations(db, event_id)
    who = _meant(rows, on_tracks(db, event_id))
    here = {one: who.put_in(item) for one, item in items_of(db, event_id).items()}
    since, until = db.execute(select(Event.from_day, Event.to_day).where(Event.id == event_id)).one()
    others = elsewhere(db, event_id, since, until)
    members: dict[int, list[int]] = {}
    for member, person in who.person.items():
        if person is not None:
            members.setdefault(person, []).append(member)
    uses = [*_of_items(here), *_of_others(others.values(), members, {item.room_id for item in here.values()})]
    uses += _of_rides(db, here, others)
    busy = {
        Taken(PERSON, member, 0, span.start, span.end, outside=True): span.title
        for span in busy_spans(db, list(members), since, until) if not span.all_day
        for member in members[span.person_id]
    }  # fmt: skip
    return Lanes(
        rows, _rooms(db, {one.id for one in uses if one.what == ROOM}), _vehicles(db), (*uses, *busy),
        _titles(db, {**here, **others}), busy, _interpreters(here),
    )  # fmt: skip


def _meant(rows: tuple[DelegationRow, ...], tracks: tuple[OnTrack, ...]) -> Meant:
    coming = (
        (one.id, row.id, row.side, one.who.id if one.who else None)
        for row in rows for one in row.members if one.state != "declined"
    )  # fmt: skip
    return index(coming, ((row.id, row.side) for row in rows), tracks)


def _of_items(items: Mapping[int, Item]) -> Iterator[Taken]:
    """Yield what each item takes; a part takes only whom the item it belongs to does not take already."""
    for item in items.values():
        span = item.span
        if span is None or item.state is ItemState.CANCELLED:
            continue
        around = items.get(item.parent_id or 0)
        held = around if around is not None and around.span is not None else None
        for member in sorted(item.members - (held.members if held else frozenset())):
            yield Taken(PERSON, member, item.id, span.start, span.end)
        if item.room_id is not None and (held is None or held.room_id != item.room_id):
            yield Taken(ROOM, item.room_id, item.id, span.start, span.end)


def _of_others(items: Iterable[Item], members: Mapping[int, list[int]], rooms: set[int | None]) -> Iterator[Taken]:
    for item in items:
        if item.span is None or item.parent_id is not None:
            continue
        for person in sorted(item.people & members.keys()):
            for member in members[person]:
                yield Taken(PERSON, member, item.id, item.span.start, item.span.end, outside=True)
        if item.room_id is not None and item.room_id in rooms:
            yield Taken(ROOM, item.room_id, item.id, item.span.start, item.span.end, outside=True)


def _of_rides(db: Connection, here: Mapping[int, Item], others: Mapping[int, Item]) -> list[Taken]:
    query = select(Ride.vehicle_id, Ride.item_id).where(Ride.vehicle_id.is_not(None)).order_by(Ride.id)
    rides = [(row.vehicle_id, row.item_id) for row in db.execute(query)]
    own = {vehicle for vehicle, item in rides if item in here}
    found = []
    for vehicle, item_id in rides:
        item = here.get(item_id) or others.get(item_id)
        if vehicle in own and item is not None and item.span is not None:
            found.append(Taken(VEHICLE, vehicle, item_id, item.span.start, item.span.end, outside=item_id in others))
    return found


def _rooms(db: Connection, ids: set[int]) -> dict[int, tuple[Text, Text]]:
    query = select(Room.id, Room.name, Venue.name.label("venue")).join(Venue, Venue.id == Room.venue_id)
    return {row.id: (row.name, row.venue) for row in db.execute(query.order_by(Venue.id, Room.position, Room.id))
            if row.id in ids}  # fmt: skip


def _vehicles(db: Connection) -> dict[int, str]:
    rows = db.execute(select(Vehicle.id, Vehicle.name, Vehicle.plate).order_by(Vehicle.name, Vehicle.id))
    return {row.id: " · ".join(part for part in (row.name, row.plate) if part) for row in rows}


def _titles(db: Connection, items: Mapping[int, Item]) -> dict[int, Titled]:
    events: dict[int, Any] = {row.id: row.title for row in db.execute(
        select(Event.id, Event.title).where(Event.id.in_({item.event_id for item in items.values()}))
    )}  # fmt: skip
    return {one: Titled(item.title, events.get(item.event_id, EMPTY)) for one, item in items.items()}


def _interpreters(items: Mapping[int, Item]) -> frozenset[int]:
    return frozenset(
        one.member_id for item in items.values() for one in item.attends
        if one.role is Role.INTERPRETER and one.member_id is not None
    )  # fmt: skip
