"""Which rows were touched since a change, as the journal tells."""

from __future__ import annotations

import json
from collections import defaultdict

from sqlalchemy import Connection, select

from planner.model.office import Change, ChangeRow, Office

OF_ITEMS = frozenset({"attendance", "item_track"})
"""Tables whose rows belong to an item and are looked for by it."""


def change_number(db: Connection) -> int:
    """Return the number of the last change of the state that is read."""
    return int(db.execute(select(Office.change)).scalar_one())


def state_read(db: Connection) -> tuple[int, str, str]:
    """Return what tells the state that is read from every other: the last change, its time and author."""
    row = db.execute(select(Change.number, Change.at, Change.author).order_by(Change.number.desc()).limit(1)).first()
    return (row.number, row.at, row.author) if row is not None else (0, "", "")


def touched_since(db: Connection, number: int) -> tuple[dict[str, frozenset[int]], frozenset[int]]:
    """Return the ids of the rows touched after a change, by table, and the items they are or belonged to."""
    ids: dict[str, set[int]] = defaultdict(set)
    items: set[int] = set()
    rows = db.execute(
        select(ChangeRow.table, ChangeRow.row_id, ChangeRow.before, ChangeRow.after).where(ChangeRow.number > number)
    ).all()
    for table, row_id, *images in rows:
        ids[table].add(row_id)
        if table == "item":
            items.add(row_id)
        elif table in OF_ITEMS:
            items.update(int(json.loads(image)["item_id"]) for image in images if image)
    return {table: frozenset(found) for table, found in ids.items()}, frozenset(items)
