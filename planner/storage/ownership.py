"""To which event a change belongs, found from its row images."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.model.base import Base
from planner.storage.journal import Images

PARENTS = {
    "delegation_id": "delegation", "item_id": "item", "participation_id": "participation",
    "issued_paper_id": "issued_paper", "plan_id": "seating_plan", "ride_id": "ride", "officer_id": "participation",
}  # fmt: skip
"""Columns that lead from a row to one nearer its event."""


def events_of(session: Session, images: Images) -> int | None:
    """Return the one event these rows belong to; None for the registers, the office, or several events."""
    found: set[int] = set()
    parents: set[tuple[str, int]] = set()
    for (table, row_id), pair in images.items():
        image = pair[1] or pair[0] or {}
        if table == "event":
            found.add(row_id)
        elif image.get("event_id"):
            found.add(int(image["event_id"]))
        else:
            parents.update((parent, image[column]) for column, parent in PARENTS.items() if image.get(column))
        if len(found) > 1:
            return None
    found |= {event for table, row_id in parents if (event := _event_of_row(session, table, row_id, images))}
    return found.pop() if len(found) == 1 else None


def _event_of_row(session: Session, table: str, row_id: int, images: Images) -> int | None:
    before, after = images.get((table, row_id), (None, None))
    image = after or before
    if image is not None and image.get("event_id"):
        return int(image["event_id"])
    columns = Base.metadata.tables[table].c
    up = next(column for column in ("event_id", *PARENTS) if column in columns)
    parent = session.execute(select(columns[up]).where(columns.id == row_id)).scalar()
    if parent is None or up == "event_id":
        return parent
    return _event_of_row(session, PARENTS[up], parent, images)
