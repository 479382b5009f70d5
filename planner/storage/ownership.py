"""To which event a change belongs, found from its row images."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from planner.model.base import Base
from planner.storage.images import Image
from planner.storage.journal import Images

PARENTS = {"delegation_id": "delegation", "item_id": "item", "participation_id": "participation"}
"""Columns that lead from a row to one nearer its event."""


def events_of(session: Session, images: Images) -> int | None:
    """Return the one event these rows belong to; None for the registers, the office, or several events."""
    found = {event for (table, row_id), pair in images.items() if (event := _event_of(session, table, row_id, pair))}
    return found.pop() if len(found) == 1 else None


def _event_of(session: Session, table: str, row_id: int, pair: tuple[Image | None, Image | None]) -> int | None:
    if table == "event":
        return row_id
    image = pair[1] or pair[0] or {}
    if "event_id" in image:
        return int(image["event_id"])
    for column, parent in PARENTS.items():
        if (parent_id := image.get(column)) is not None:
            return _event_of_row(session, parent, int(parent_id))
    return None


def _event_of_row(session: Session, table: str, row_id: int) -> int | None:
    columns = Base.metadata.tables[table].c
    up = "event_id" if "event_id" in columns else "delegation_id"
    parent = session.execute(select(columns[up]).where(columns.id == row_id)).scalar()
    if parent is None or up == "event_id":
        return parent
    return _event_of_row(session, "delegation", parent)
