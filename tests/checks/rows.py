"""Rows of tables that no operation writes yet, put in as one step of the journal, for the tests of the checks."""

from __future__ import annotations

from typing import Any

from planner.app import Planner
from planner.model import calendar, follow_up, logistics, participation, people
from planner.storage.journal import Entry, record, written
from planner.storage.unit_of_work import UnitOfWork

MODELS: dict[str, Any] = {
    "journey": logistics.Journey, "lodging": logistics.Lodging, "vehicle": logistics.Vehicle, "ride": logistics.Ride,
    "dish": logistics.Dish, "gift": logistics.Gift, "invitation": logistics.Invitation, "busy_time": calendar.BusyTime,
    "commitment": follow_up.Commitment, "liaison": participation.Liaison, "person_name": people.PersonName,
}  # fmt: skip


def add_row(planner: Planner, table: str, **values: Any) -> int:
    """Add a row as one step; return its id."""
    with planner.store.writing() as (session, office):
        work = UnitOfWork(session, office, author="A", now=planner.now())
        row = work.add(MODELS[table](**values))
        work.finish()
        entry = Entry(label="Add a row", values={}, author="A", now=work.now)
        record(session, office, entry, written(work.images))
        return int(row.id)
