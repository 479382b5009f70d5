"""How much each register and each side of an event holds, and to which event something belongs."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, func, select

from planner.model.agenda import Item
from planner.model.organisations import Agreement, Organisation
from planner.model.participation import Delegation, Participation
from planner.model.people import Person
from planner.model.preparation import Task
from planner.model.venues import Venue
from planner.rules.kinds import Side


class Counts(NamedTuple):
    """The rows of each register that are counted at once; phrases are counted by `queries.phrases`."""

    people: int
    organisations: int
    venues: int
    agreements: int


def register_counts(db: Connection) -> Counts:
    """Return how much each register holds."""
    tables = (Person, Organisation, Venue, Agreement)
    return Counts(*(db.execute(select(func.count()).select_from(table)).scalar_one() for table in tables))


def event_of(db: Connection, kind: str, thing_id: int) -> int | None:
    """Return the event of an "item", "delegation", "member" or "task"; None for others and where it is gone."""
    if kind == "item":
        query = select(Item.event_id).where(Item.id == thing_id)
    elif kind == "delegation":
        query = select(Delegation.event_id).where(Delegation.id == thing_id)
    elif kind == "task":
        query = select(Task.event_id).where(Task.id == thing_id)
    elif kind == "member":
        join = Delegation.id == Participation.delegation_id
        query = select(Delegation.event_id).join(Participation, join).where(Participation.id == thing_id)
    else:
        return None
    return db.execute(query).scalar()


def side_counts(db: Connection, event_id: int) -> dict[Side, int]:
    """Return how many places each side of an event has."""
    query = (
        select(Delegation.side, func.count())
        .join(Participation, Participation.delegation_id == Delegation.id)
        .where(Delegation.event_id == event_id)
        .group_by(Delegation.side)
    )
    return {Side(side): count for side, count in db.execute(query)}
