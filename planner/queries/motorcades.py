"""The cars of an event's movements: who rides in which, who has no car, and who would by rank (2.13, 3.8)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from planner.model.agenda import Item
from planner.model.logistics import Ride, Rider
from planner.queries.agenda import ItemRow, programme
from planner.queries.delegations import event_order
from planner.queries.events import EventPage, event_page
from planner.queries.logistics import PlaceRow, VehicleRow, places, vehicles
from planner.queries.once import once
from planner.queries.taking_part import groups_of, named_by
from planner.rules import motorcade
from planner.rules.kinds import Capacity, ItemKind, ItemState, Role, Side
from planner.rules.taking_part import MEMBER, Groups, present
from planner.rules.text import Text

WAYS = frozenset({ItemKind.MOVEMENT, ItemKind.ARRIVAL, ItemKind.DEPARTURE})
"""The kinds of items that usually have cars."""
SERVING = frozenset({Capacity.SECURITY, Capacity.DRIVER, Capacity.PRESS})
"""The capacities of those who ride in front of the head's car or last."""


class RiderRow(NamedTuple):
    """Somebody on a seat of a ride; `seat` is "" for any."""

    id: int
    ride_id: int
    participation_id: int
    seat: str


class RideRow(NamedTuple):
    """A vehicle in its place; without one the place waits for it."""

    id: int
    item_id: int
    vehicle: VehicleRow | None
    position: int
    flag: str
    radio: str
    note: str
    riders: tuple[RiderRow, ...]


class MovementRow(NamedTuple):
    """A movement: its cars in order, and who takes part in it."""

    id: int
    title: Text
    day: date | None
    start: int | None
    rides: tuple[RideRow, ...]
    people: frozenset[int]

    def riders(self) -> dict[int, RiderRow]:
        """Return who has a car, by place in a delegation."""
        return {one.participation_id: one for ride in self.rides for one in ride.riders}


class Motorcades(NamedTuple):
    """The movements of an event. `rear_left` is the profile's custom of the first place behind on the left."""

    event: EventPage
    people: tuple[PlaceRow, ...]
    movements: tuple[MovementRow, ...]
    vehicles: tuple[VehicleRow, ...]
    rear_left: bool = False

    def filled(self, movement: MovementRow) -> tuple[motorcade.Ridden, ...]:
        """Return the seats that those who have no car get by rank."""
        cars = [
            motorcade.Vehicle(one.id, one.vehicle.kind, one.vehicle.seats, bool(one.flag))
            for one in movement.rides
            if one.vehicle is not None
        ]
        seated = [motorcade.Ridden(one.ride_id, one.participation_id, one.seat) for one in movement.riders().values()]
        coming = [_rider(one) for one in self.people if one.id in movement.people]
        return motorcade.fill(cars, coming, seated=seated, rear_left=self.rear_left)

    def seats(self, ride: RideRow) -> tuple[str, ...]:
        """Return the keys of a ride's seats in order of honour."""
        if ride.vehicle is None:
            return ()
        return motorcade.seat_keys(ride.vehicle.kind, ride.vehicle.seats, rear_left=self.rear_left)


def motorcades(db: Connection, event_id: int) -> Motorcades:
    """Return the movements of an event with their cars; any other item that has cars is one too."""
    order, plan = once(db, event_order, event_id), programme(db, event_id)
    known = {one.id: one for one in vehicles(db)}
    rides, there = _rides(db, event_id, known), groups_of(order.rows, plan.tracks)
    movements = [
        MovementRow(item.id, item.title, item.day, item.start, tuple(rides.get(item.id, ())),
                    taking_part(there, item))
        for item in plan.items
        if item.id in rides or (item.kind in WAYS and item.state is not ItemState.CANCELLED and item.parent_id is None)
    ]  # fmt: skip
    return Motorcades(
        event_page(db, event_id), places(order.rows), tuple(movements), tuple(known.values()),
        order.profile.car == "rear-left",
    )  # fmt: skip


def taking_part(there: Groups, item: ItemRow) -> frozenset[int]:
    """Return the places of those who take part in an item; where nobody in particular is put down, of all who come."""
    named = named_by(item, there)
    found = frozenset(int(who.id) for who in present(there, named) if who.kind == MEMBER)
    if found and any(role is Role.TAKES_PART for role in named.values()):
        return found
    return found | {int(who.id) for who in there.parent if who.kind == MEMBER and who not in there.absent}


def _rides(db: Connection, event_id: int, known: Mapping[int, VehicleRow]) -> dict[int, list[RideRow]]:
    riders: dict[int, list[RiderRow]] = defaultdict(list)
    query = select(Rider.id, Rider.ride_id, Rider.participation_id, Rider.seat).join(Ride, Ride.id == Rider.ride_id)
    query = query.join(Item, Item.id == Ride.item_id).where(Item.event_id == event_id).order_by(Rider.id)
    for row in db.execute(query):
        riders[row[1]].append(RiderRow(*row))
    found: dict[int, list[RideRow]] = defaultdict(list)
    rides = select(Ride.__table__).join(Item, Item.id == Ride.item_id).where(Item.event_id == event_id)
    for row in db.execute(rides.order_by(Ride.position, Ride.id)):
        found[row.item_id].append(RideRow(
            row.id, row.item_id, known.get(row.vehicle_id or 0), row.position, row.flag, row.radio, row.note,
            tuple(riders.get(row.id, ())),
        ))  # fmt: skip
    return found


def _rider(one: PlaceRow) -> motorcade.Rider:
    serves = one.capacity in SERVING or one.side is Side.STAFF
    return motorcade.Rider(
        one.id, one.side, one.capacity is Capacity.HEAD, one.capacity is Capacity.INTERPRETER, serves
    )
