"""The journal: each step with its label, author, time, and the images of every row it touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, func, insert, select, update
from sqlalchemy.orm import Session

from planner.model.base import JournalBase
from planner.model.office import Change, ChangePrivate, ChangeRow, Office
from planner.storage.bulk import insert_rows
from planner.storage.hygiene import cleaned
from planner.storage.images import Image, dumps
from planner.storage.unit_of_work import RowKey

PRIVATE_TABLES = frozenset({"person_private"})
SAME_STEP = timedelta(seconds=5)
"""Typing in one field within this time shares one step (architecture 5)."""

_CHANGE_ROW = JournalBase.metadata.tables[ChangeRow.__tablename__]
_CHANGE_PRIVATE = JournalBase.metadata.tables[ChangePrivate.__tablename__]

Images = Mapping[RowKey, tuple[Image | None, Image | None]]
"""What each row was before and is after, by table and id; None where it was not there, or no longer is."""

Pair = tuple[str | None, str | None]
Written = Mapping[RowKey, Pair]
"""The same as JSON, as the journal keeps it; undo takes most of it back without reading it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the journal says of one change, before its number is known."""

    label: str
    values: Mapping[str, Any]
    author: str
    now: datetime
    origin: str = ""
    merge: str = ""
    kind: str = "do"
    target: int | None = None
    undoable: bool = True
    event_id: int | None = None


def written(images: Images) -> Written:
    """Return images as the journal keeps them."""
    return {
        key: (dumps(before) if before else None, dumps(after) if after else None)
        for key, (before, after) in images.items()
    }


def record(session: Session, office: Office, entry: Entry, images: Written) -> int:
    """Write one change and its images; return its number."""
    office.change += 1
    number = office.change
    step = _open_step(session, entry, number) or number
    if entry.kind == "do":
        _drop_undone(session, entry.author)
    state = "done" if entry.kind == "do" and entry.undoable else "fixed"
    session.execute(insert(Change).values(
        number=number, label=entry.label, values=_label_values(entry.values), author=entry.author,
        at=entry.now.isoformat(timespec="milliseconds"), origin=entry.origin, merge=entry.merge, kind=entry.kind,
        target=entry.target, step=step, state=state, event_id=entry.event_id,
    ))  # fmt: skip
    _write_images(session, number, images)
    session.flush()
    return number


def images_of(connection: Connection, numbers: Iterable[int]) -> dict[RowKey, Pair]:
    """Return the net images of these changes as JSON: what each row was before the first and after the last."""
    wanted = list(numbers)
    net: dict[RowKey, Pair] = {}
    for table, row_id, before, after in connection.execute(_image_query(wanted)).all():
        key = (table, row_id)
        net[key] = (net[key][0], after) if key in net else (before, after)
    return {key: pair for key, pair in net.items() if pair[0] != pair[1]}


def _label_values(values: Mapping[str, Any]) -> dict[str, Any]:
    # A file's name is among them, and no name of a file may keep a step from being recorded.
    return {name: cleaned(value) if isinstance(value, str) else value for name, value in values.items()}


def _image_query(numbers: list[int]) -> Any:
    images = func.coalesce(ChangeRow.before, ChangePrivate.before), func.coalesce(ChangeRow.after, ChangePrivate.after)
    same = and_(ChangePrivate.number == ChangeRow.number, ChangePrivate.seq == ChangeRow.seq)
    rows = select(ChangeRow.table, ChangeRow.row_id, *images).outerjoin(ChangePrivate, same)
    return rows.where(ChangeRow.number.in_(numbers)).order_by(ChangeRow.number, ChangeRow.seq)


def _open_step(session: Session, entry: Entry, number: int) -> int | None:
    """Return the step this change continues: same author, same field, the very last change, within 5 s."""
    if not entry.merge or entry.kind != "do":
        return None
    last = session.execute(
        select(Change.step, Change.at, Change.merge, Change.author, Change.state).where(Change.number == number - 1)
    ).one_or_none()
    if last is None or (last.merge, last.author, last.state) != (entry.merge, entry.author, "done"):
        return None
    age = entry.now - datetime.fromisoformat(last.at)
    return int(last.step) if timedelta(0) <= age <= SAME_STEP else None


def _drop_undone(session: Session, author: str) -> None:
    session.execute(update(Change).where(Change.author == author, Change.state == "undone").values(state="dropped"))


def _write_images(session: Session, number: int, images: Written) -> None:
    rows, private = [], []
    for seq, ((table, row_id), (before, after)) in enumerate(images.items()):
        if table in PRIVATE_TABLES:
            private.append({"number": number, "seq": seq, "before_json": before, "after_json": after})
            before = after = None
        rows.append({"number": number, "seq": seq, "table_name": table, "row_id": row_id,
                     "before_json": before, "after_json": after})  # fmt: skip
    connection = session.connection()  # the session itself would make an object of each row
    insert_rows(connection, _CHANGE_ROW, rows)
    insert_rows(connection, _CHANGE_PRIVATE, private)


def last_change_of(connection: Connection, table: str, row_id: int) -> int:
    """Return the number of the change that last touched a row (its conflict token), or 0."""
    found = connection.execute(
        select(func.max(ChangeRow.number)).where(ChangeRow.table == table, ChangeRow.row_id == row_id)
    ).scalar()
    return int(found or 0)
