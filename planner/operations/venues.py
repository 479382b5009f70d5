"""The register of venues: rooms, capacities, opening hours, ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from planner.errors import BadInput
from planner.model.venues import OpeningHours, Room, Route, Venue
from planner.operations import fields
from planner.operations.registry import Work, operation
from planner.rules import places
from planner.rules.kinds import RoomLayout
from planner.rules.text import EMPTY, Text
from planner.rules.times import DAY

VENUE_FIELDS: Mapping[str, fields.Check] = {
    "organisation_id": fields.optional(fields.number),
    "zone": lambda value: value and fields.zone(value),
    "note": fields.words,
}


def _capacity(value: Any) -> dict[str, int]:
    seats = {RoomLayout(layout).value: fields.number(count) for layout, count in dict(value).items()}
    if any(count < 0 for count in seats.values()):
        raise ValueError
    return seats


def _equipment(value: Any) -> list[str]:
    return sorted({fields.words(one) for one in value})


def _outline(value: Any) -> dict[str, Any]:
    """Return measures, doors, windows, camera and flags as a plan keeps them."""
    return places.Room.from_json(value).to_json() if value else {}


ROOM_FIELDS: Mapping[str, fields.Check] = {
    "capacity": _capacity, "position": fields.number, "equipment": _equipment, "outline": _outline,
    "step_free": fields.optional(fields.flag),
}  # fmt: skip


@operation("Add {name}")
def add_venue(work: Work, name: Text, *, address: Text = EMPTY, **values: Any) -> int:
    """Add a venue (`VENUE_FIELDS`); return its id."""
    if not name:
        raise BadInput("A venue needs a name in at least one language.")
    venue = work.add(Venue(name=name, address=address))
    fields.put(venue, values, VENUE_FIELDS)
    work.values["name"] = name.first()
    return venue.id


@operation("Edit {name}")
def edit_venue(work: Work, venue_id: int, **values: Any) -> None:
    """Set fields of a venue (`VENUE_FIELDS`)."""
    venue = work.get(Venue, venue_id)
    fields.put(venue, values, VENUE_FIELDS)
    work.values["name"] = venue.name.first()


@operation("Remove {name}")
def remove_venue(work: Work, venue_id: int) -> None:
    """Remove a venue with its rooms; items there keep their time and lose their place."""
    venue = work.get(Venue, venue_id)
    work.values["name"] = venue.name.first()
    work.remove(venue)


@operation("Add the room {name}")
def add_room(work: Work, venue_id: int, name: Text, **values: Any) -> int:
    """Add a room to a venue; `capacity` maps layouts to seats. Return its id."""
    work.get(Venue, venue_id)
    room = work.add(Room(venue_id=venue_id, name=name, position=len(work.find(Room, venue_id=venue_id))))
    fields.put(room, values, ROOM_FIELDS)
    work.values["name"] = name.first()
    return room.id


@operation("Edit the room {name}")
def edit_room(work: Work, room_id: int, **values: Any) -> None:
    """Set fields of a room (`ROOM_FIELDS`)."""
    room = work.get(Room, room_id)
    fields.put(room, values, ROOM_FIELDS)
    work.values["name"] = room.name.first()


@operation("Remove the room {name}")
def remove_room(work: Work, room_id: int) -> None:
    """Remove a room; items there keep the venue."""
    room = work.get(Room, room_id)
    work.values["name"] = room.name.first()
    work.remove(room)


@operation("Set the opening hours of {name}")
def set_opening_hours(work: Work, venue_id: int, hours: Sequence[tuple[int, int, int]]) -> None:
    """Set when a venue is open: (weekday from Monday 0, opens, closes) in minutes; none means unknown."""
    venue = work.get(Venue, venue_id)
    if any(not (0 <= weekday <= 6 and 0 <= opens < closes <= DAY) for weekday, opens, closes in hours):
        raise BadInput("Opening hours need a weekday, and an opening before the closing.")
    for row in work.find(OpeningHours, venue_id=venue_id):
        work.remove(row)
    for weekday, opens, closes in sorted(set(hours)):
        work.add(OpeningHours(venue_id=venue_id, weekday=weekday, opens=opens, closes=closes))
    work.values["name"] = venue.name.first()


@operation("Set the way to {name}")
def set_route(work: Work, from_venue_id: int, to_venue_id: int, *, minutes: int, mode: str = "car") -> int:
    """Set how many minutes lead from one venue to another; return the id of the row."""
    if from_venue_id == to_venue_id or minutes < 0:
        raise BadInput("A way leads from one venue to another and takes some minutes.")
    work.get(Venue, from_venue_id)
    work.values["name"] = work.get(Venue, to_venue_id).name.first()
    found = work.find(Route, from_venue_id=from_venue_id, to_venue_id=to_venue_id, mode=mode)
    if found:
        found[0].minutes = minutes
        return found[0].id
    route = Route(from_venue_id=from_venue_id, to_venue_id=to_venue_id, mode=mode, minutes=minutes)
    return work.add(route).id


@operation("Remove a way")
def remove_route(work: Work, route_id: int) -> None:
    """Remove a way between two venues."""
    work.remove(work.get(Route, route_id))
