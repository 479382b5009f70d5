"""Which rows were touched since a change, as the journal tells."""

from __future__ import annotations

import json
from collections import defaultdict

from planner.queries.statement import Reads, Statement

OF_ITEMS = frozenset({"attendance", "item_track"})
"""Tables whose rows belong to an item and are looked for by it."""


def change_number(db: Reads) -> int:
    """Return the number of the last change of the state that is read."""
    (row,) = _NUMBER.rows(db)
    return int(row[0])


def state_read(db: Reads) -> tuple[int, str, str]:
    """Return what tells the state that is read from every other: the last change, its time and author."""
    number, at, author = _LAST.row(db) or (0, "", "")
    return (number, at, author)


def touched_since(db: Reads, number: int) -> tuple[dict[str, frozenset[int]], frozenset[int]]:
    """Return the ids of the rows touched after a change, by table, and the items they are or belonged to."""
    ids: dict[str, set[int]] = defaultdict(set)
    items: set[int] = set()
    for table, row_id, *images in _TOUCHED.rows(db, number=number):
        ids[table].add(row_id)
        if table == "item":
            items.add(row_id)
        elif table in OF_ITEMS:
            items.update(int(json.loads(image)["item_id"]) for image in images if image)
    return {table: frozenset(found) for table, found in ids.items()}, frozenset(items)


_NUMBER = Statement(("o.change_number",), "FROM office o")
_LAST = Statement(("c.number", "c.at", "c.author"), "FROM change c ORDER BY c.number DESC LIMIT 1")
_TOUCHED = Statement(
    ("r.table_name", "r.row_id", "r.before_json", "r.after_json"), "FROM change_row r WHERE r.number > :number"
)
