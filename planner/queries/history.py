"""The history: steps with label, author, time, and what each changed."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, or_, select

from planner.model.office import Change, ChangeRow


class StepRow(NamedTuple):
    """A step as the history shows it. `kind` is "do", "undo" or "redo"; `state` as in the journal.

    `label` is a catalog id and `values` what stands in its braces; `at` is UTC, ISO 8601.
    """

    number: int
    kind: str
    label: str
    values: dict[str, Any]
    author: str
    at: str
    state: str
    event_id: int | None
    rows: int


class FieldChange(NamedTuple):
    """One field of one row, before and after (typed JSON)."""

    table: str
    row_id: int
    field: str
    before: Any
    after: Any


class Reach(NamedTuple):
    """What undo and redo would do for an author: the label and values of each step, or None."""

    undo: tuple[str, dict[str, Any]] | None
    redo: tuple[str, dict[str, Any]] | None


def steps(db: Connection, *, event_id: int | None = None, limit: int = 500) -> tuple[StepRow, ...]:
    """Return the latest steps, the newest first; of one event with the registers' between them, or all.

    Changes typed into one field within a step are shown as the one step they are undone as.
    """
    counts = select(ChangeRow.number, func.count().label("rows")).group_by(ChangeRow.number).subquery()
    query = (
        select(Change.number, Change.kind, Change.label, Change.values, Change.author, Change.at, Change.state,
               Change.event_id, Change.step, func.coalesce(counts.c.rows, 0).label("rows"))
        .outerjoin(counts, counts.c.number == Change.number)
        .order_by(Change.number.desc()).limit(limit)
    )  # fmt: skip
    if event_id is not None:
        query = query.where(Change.event_id == min(event_id, 2**63 - 1))
    found: dict[int, StepRow] = {}
    for row in db.execute(query):
        if row.step not in found:
            found[row.step] = StepRow(
                row.number, row.kind, row.label, row.label_values, row.author, row.at, row.state, row.event_id, row.rows
            )
    return tuple(found.values())


def step_fields(db: Connection, number: int) -> tuple[FieldChange, ...]:
    """Return what one change changed, field by field; sensitive values are left out."""
    query = select(ChangeRow.table, ChangeRow.row_id, ChangeRow.before, ChangeRow.after).where(
        ChangeRow.number == number
    )
    found: list[FieldChange] = []
    for row in db.execute(query.order_by(ChangeRow.seq)):
        before = json.loads(row.before_json) if row.before_json else {}
        after = json.loads(row.after_json) if row.after_json else {}
        fields = [name for name in (after or before) if name != "id" and before.get(name) != after.get(name)]
        found += [FieldChange(row.table_name, row.row_id, name, before.get(name), after.get(name)) for name in fields]
    return tuple(found)


def reach(db: Connection, author: str) -> Reach:
    """Return what undo and redo would take back or repeat for an author."""
    last = db.execute(
        select(Change.label, Change.values, Change.state)
        .where(Change.author == author, Change.kind == "do", or_(Change.state == "done", Change.state == "fixed"))
        .order_by(Change.number.desc()).limit(1)
    ).one_or_none()  # fmt: skip
    undone = db.execute(
        select(Change.label, Change.values)
        .where(Change.author == author, Change.state == "undone")
        .order_by(Change.number)
        .limit(1)
    ).one_or_none()
    undo = (last.label, last.label_values) if last and last.state == "done" else None
    return Reach(undo, (undone.label, undone.label_values) if undone else None)
