"""The logistics of an event as the checks look at them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import Connection, or_, select

from planner.model.agenda import Item
from planner.model.logistics import Dish as DishRow
from planner.model.logistics import Gift as GiftRow
from planner.model.logistics import Invitation as InvitationRow
from planner.model.logistics import Journey as JourneyRow
from planner.model.logistics import Lodging as LodgingRow
from planner.model.logistics import Ride as RideRow
from planner.model.logistics import Rider, Vehicle
from planner.model.participation import Delegation, Participation
from planner.rules.checks.logistics_facts import Dish, Gift, Invitation, Journey, Lodging, Logistics, Ride
from planner.rules.times import Moment, minutes_utc


def logistics(db: Connection, event_id: int, elsewhere: Collection[int]) -> Logistics:
    """Return the logistics of an event, with the rides of items elsewhere and all gifts to its people."""
    return Logistics(
        _rides(db, event_id, elsewhere), _journeys(db, event_id), _lodgings(db, event_id),
        _gifts(db, event_id), _dishes(db, event_id), _invitations(db, event_id),
    )  # fmt: skip


def _rides(db: Connection, event_id: int, elsewhere: Collection[int]) -> tuple[Ride, ...]:
    here = or_(Item.event_id == event_id, Item.id.in_(list(elsewhere)))
    riders: dict[int, set[int]] = defaultdict(set)
    query = select(Rider.ride_id, Rider.participation_id).join(RideRow, RideRow.id == Rider.ride_id)
    for row in db.execute(query.join(Item, Item.id == RideRow.item_id).where(here)):
        riders[row.ride_id].add(row.participation_id)
    rides = (
        select(RideRow.id, RideRow.item_id, Vehicle.id.label("vehicle"), Vehicle.name, Vehicle.driver)
        .join(Vehicle, Vehicle.id == RideRow.vehicle_id)
        .join(Item, Item.id == RideRow.item_id)
        .where(here)
        .order_by(RideRow.id)
    )
    return tuple(
        Ride(row.id, row.item_id, row.vehicle, row.name, row.driver, frozenset(riders.get(row.id, ())))
        for row in db.execute(rides)
    )


def _of_members(columns: tuple[Any, ...], row: Any, event_id: int) -> Any:
    return (
        select(*columns)
        .join(Participation, Participation.id == row.participation_id)
        .join(Delegation, Delegation.id == Participation.delegation_id)
        .where(Delegation.event_id == event_id)
        .order_by(row.id)
    )


def _journeys(db: Connection, event_id: int) -> tuple[Journey, ...]:
    one = JourneyRow
    columns = (
        one.id, one.participation_id, one.direction, one.number, one.leaves_day, one.leaves, one.leaves_zone,
        one.arrives_day, one.arrives, one.arrives_zone, one.met_by, one.vehicle_id,
    )  # fmt: skip
    found = []
    for row in db.execute(_of_members(columns, one, event_id)).all():
        arrives = row.direction == "arrival"
        day, minute, zone = (
            (row.arrives_day, row.arrives, row.arrives_zone)
            if arrives
            else (row.leaves_day, row.leaves, row.leaves_zone)
        )
        met = bool(row.met_by) or row.vehicle_id is not None
        at = _at(day, minute, zone)
        found.append(Journey(row.id, row.participation_id, arrives, row.number, at, day, minute, met))
    return tuple(found)


def _at(day: date | None, minute: int | None, zone: str) -> int | None:
    return None if day is None or minute is None else minutes_utc(Moment(day, minute, zone))


def _lodgings(db: Connection, event_id: int) -> tuple[Lodging, ...]:
    one = LodgingRow
    columns = (
        one.id, one.participation_id, one.from_day, one.to_day, one.early, one.shares_with_id, one.payer,
    )  # fmt: skip
    return tuple(Lodging(*row) for row in db.execute(_of_members(columns, one, event_id)).all())


def _gifts(db: Connection, event_id: int) -> tuple[Gift, ...]:
    one = GiftRow
    people = (
        select(Participation.person_id)
        .join(Delegation, Delegation.id == Participation.delegation_id)
        .where(Delegation.event_id == event_id, Participation.person_id.is_not(None))
    )
    query = select(
        one.id, one.person_id, one.title, one.value, one.currency, one.marks, one.from_us, one.event_id
    ).where(or_(one.event_id == event_id, one.person_id.in_(people)))  # fmt: skip
    return tuple(
        Gift(row.id, row.person_id, row.title, row.value, row.currency, tuple(row.marks), row.from_us,
             row.event_id != event_id)
        for row in db.execute(query.order_by(one.id))
    )  # fmt: skip


def _dishes(db: Connection, event_id: int) -> tuple[Dish, ...]:
    one = DishRow
    query = select(one.id, one.item_id, one.title, one.marks).join(Item, Item.id == one.item_id)
    rows = db.execute(query.where(Item.event_id == event_id).order_by(one.position, one.id))
    return tuple(Dish(row.id, row.item_id, row.title, tuple(row.marks)) for row in rows)


def _invitations(db: Connection, event_id: int) -> tuple[Invitation, ...]:
    one = InvitationRow
    query = select(one.id, one.item_id, one.participation_id, one.state, one.sent_on, one.answered_on)
    rows = db.execute(query.join(Item, Item.id == one.item_id).where(Item.event_id == event_id).order_by(one.id))
    return tuple(Invitation(*row) for row in rows)
