"""The tab "Logistics" of an event: who arrives how, and who lives where (handbook 2.14, 2.15)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select

from planner.documents.person_data import NameData
from planner.model.logistics import Journey, Lodging, Vehicle
from planner.model.participation import Delegation, Participation
from planner.model.venues import Venue
from planner.queries.delegations import DelegationRow, delegations
from planner.queries.events import EventPage, event_page
from planner.rules.kinds import Capacity, Side
from planner.rules.text import EMPTY, Language, Text
from planner.rules.times import Moment, minutes_utc

_LATEST = 10**12  # minutes: what has no time stands last
MOST_KNOWN = 200
"""Words typed before that are offered again."""


class PlaceRow(NamedTuple):
    """A place in a delegation, in the order of the lists; `person_id` None while only a post is named."""

    id: int
    person_id: int | None
    side: Side
    capacity: Capacity
    names: Mapping[Language, NameData]
    position: Text
    delegation_id: int
    comes: bool


class VehicleRow(NamedTuple):
    """A vehicle of the office."""

    id: int
    name: str
    plate: str
    kind: str
    seats: int
    driver: str
    phone: str


class JourneyRow(NamedTuple):
    """How somebody arrives or departs: wall minutes of both ends, each with its zone."""

    id: int
    participation_id: int
    arrival: bool
    means: str
    number: str
    from_place: str
    to_place: str
    leaves_day: date | None
    leaves: int | None
    leaves_zone: str
    arrives_day: date | None
    arrives: int | None
    arrives_zone: str
    terminal: str
    met_by: str
    vehicle_id: int | None
    sign: Text
    bags: int | None
    note: str


class Travel(NamedTuple):
    """The journeys of an event, arrivals first, each in order of the time in the host's town.

    `known` holds what was typed before in the office, by field, to be offered again.
    """

    event: EventPage
    people: tuple[PlaceRow, ...]
    journeys: tuple[JourneyRow, ...]
    vehicles: tuple[VehicleRow, ...]
    known: Mapping[str, tuple[str, ...]]


class LodgingRow(NamedTuple):
    """Somebody's room."""

    id: int
    participation_id: int
    venue_id: int | None
    room_type: str
    room_number: str
    from_day: date | None
    to_day: date | None
    early: bool
    late: bool
    shares_with_id: int | None
    payer: str
    breakfast: bool
    note: str
    bed: str = ""
    smoking: bool = False

    @property
    def nights(self) -> int | None:
        """How many nights it is taken for."""
        return (self.to_day - self.from_day).days if self.from_day and self.to_day else None


class HotelRow(NamedTuple):
    """A venue that rooms may be in; `used` tells that somebody lived there."""

    id: int
    name: Text
    used: bool


class Rooming(NamedTuple):
    """The rooms of an event in the order of the lists, and the venues, those with guests before first."""

    event: EventPage
    people: tuple[PlaceRow, ...]
    rooms: tuple[LodgingRow, ...]
    hotels: tuple[HotelRow, ...]
    known: Mapping[str, tuple[str, ...]]


def travel(db: Connection, event_id: int) -> Travel:
    """Return who arrives and departs how."""
    people = places(delegations(db, event_id))
    order = {one.id: place for place, one in enumerate(people)}
    rows = [_journey(row) for row in db.execute(of_members(select(Journey.__table__), Journey, event_id))]
    rows.sort(key=lambda one: (not one.arrival, _at_the_host(one), one.number, order.get(one.participation_id, 0)))
    known = _known(db, Journey, ("number", "from_place", "to_place", "terminal", "met_by"))
    return Travel(event_page(db, event_id), people, tuple(rows), vehicles(db), known)


def rooming(db: Connection, event_id: int) -> Rooming:
    """Return who lives where."""
    people = places(delegations(db, event_id))
    order = {one.id: place for place, one in enumerate(people)}
    columns = [getattr(Lodging, name) for name in LodgingRow._fields]
    found = [LodgingRow(*row) for row in db.execute(of_members(select(*columns), Lodging, event_id))]
    found.sort(key=lambda one: (order.get(one.participation_id, 0), one.id))
    used = set(db.scalars(select(Lodging.venue_id).where(Lodging.venue_id.is_not(None))))
    hotels = [HotelRow(row.id, row.name, row.id in used) for row in db.execute(select(Venue.id, Venue.name))]
    hotels.sort(key=lambda one: (not one.used, one.id))
    known = _known(db, Lodging, ("payer",))
    return Rooming(event_page(db, event_id), people, tuple(found), tuple(hotels), known)


def vehicles(db: Connection) -> tuple[VehicleRow, ...]:
    """Return the vehicles of the office by name."""
    columns = [getattr(Vehicle, name) for name in VehicleRow._fields]
    return tuple(VehicleRow(*row) for row in db.execute(select(*columns).order_by(Vehicle.name, Vehicle.id)))


def places(rows: tuple[DelegationRow, ...]) -> tuple[PlaceRow, ...]:
    """Return the places in the delegations of an event, in the order of the lists."""
    return tuple(
        PlaceRow(
            one.id, one.who.id if one.who else None, row.side, one.capacity, one.names, one.position, row.id,
            one.state != "declined",
        )
        for row in rows
        for one in row.members
    )  # fmt: skip


def of_members(query: Select[Any], table: Any, event_id: int) -> Select[Any]:
    """Return a query of what belongs to places in delegations, for one event."""
    joined = query.join(Participation, Participation.id == table.participation_id)
    joined = joined.join(Delegation, Delegation.id == Participation.delegation_id)
    return joined.where(Delegation.event_id == event_id).order_by(table.id)


def _journey(row: Any) -> JourneyRow:
    return JourneyRow(
        row.id, row.participation_id, row.direction == "arrival", row.means, row.number, row.from_place, row.to_place,
        row.leaves_day, row.leaves, row.leaves_zone, row.arrives_day, row.arrives, row.arrives_zone, row.terminal,
        row.met_by, row.vehicle_id, row.sign or EMPTY, row.bags, row.note,
    )  # fmt: skip


def _at_the_host(one: JourneyRow) -> int:
    """Return when a journey touches the host's town, in minutes of UTC."""
    day, minute, zone = (
        (one.arrives_day, one.arrives, one.arrives_zone)
        if one.arrival
        else (one.leaves_day, one.leaves, one.leaves_zone)
    )
    if day is None:
        return _LATEST
    return minutes_utc(Moment(day, minute or 0, zone))


def _known(db: Connection, table: Any, fields: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Return what was typed before into these fields, the latest first."""
    found: dict[str, tuple[str, ...]] = {}
    for field in fields:
        column = getattr(table, field)
        rows = db.scalars(select(column).where(column != "").order_by(table.id.desc()).limit(MOST_KNOWN * 5))
        found[field] = tuple(dict.fromkeys(rows))[:MOST_KNOWN]
    return found
