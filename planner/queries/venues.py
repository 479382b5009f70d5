"""Venues with rooms, hours and ways."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from sqlalchemy import Connection, or_, select

from planner.model.venues import OpeningHours, Room, Route, Venue
from planner.rules.text import Text


class RoomRow(NamedTuple):
    """A room; `capacity` maps a layout to seats."""

    id: int
    venue_id: int
    name: Text
    capacity: dict[str, int]


class VenueRow(NamedTuple):
    """A venue with its rooms."""

    id: int
    name: Text
    address: Text
    organisation_id: int | None
    zone: str
    note: str
    rooms: tuple[RoomRow, ...]


class HoursRow(NamedTuple):
    """When a venue is open; weekday 0 is Monday, minutes of the day."""

    weekday: int
    opens: int
    closes: int


class RouteRow(NamedTuple):
    """A way from one venue to another."""

    id: int
    from_venue_id: int
    to_venue_id: int
    mode: str
    minutes: int


def venues(db: Connection) -> tuple[VenueRow, ...]:
    """Return all venues with their rooms."""
    rooms = defaultdict(list)
    for room in db.execute(select(Room.id, Room.venue_id, Room.name, Room.capacity).order_by(Room.position, Room.id)):
        rooms[room.venue_id].append(RoomRow(*room))
    query = select(Venue.id, Venue.name, Venue.address, Venue.organisation_id, Venue.zone, Venue.note).order_by(
        Venue.id
    )
    return tuple(VenueRow(*row, tuple(rooms[row.id])) for row in db.execute(query))


def opening_hours(db: Connection, venue_id: int) -> tuple[HoursRow, ...]:
    """Return when a venue is open; none means unknown."""
    query = select(OpeningHours.weekday, OpeningHours.opens, OpeningHours.closes).where(
        OpeningHours.venue_id == venue_id
    )
    return tuple(HoursRow(*row) for row in db.execute(query.order_by(OpeningHours.weekday, OpeningHours.opens)))


def routes(db: Connection, venue_id: int | None = None) -> tuple[RouteRow, ...]:
    """Return the ways from or to a venue, or all."""
    query = select(Route.id, Route.from_venue_id, Route.to_venue_id, Route.mode, Route.minutes).order_by(Route.id)
    if venue_id is not None:
        query = query.where(or_(Route.from_venue_id == venue_id, Route.to_venue_id == venue_id))
    return tuple(RouteRow(*row) for row in db.execute(query))
