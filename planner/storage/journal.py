"""The journal: each step with its label, author, time, and the images of every row it touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy.orm import Session

from planner.model.office import Change, ChangePrivate, ChangeRow, Office
from planner.storage.images import Image, dumps, loads
from planner.storage.unit_of_work import RowKey

PRIVATE_TABLES = frozenset({"person_private"})
SAME_STEP = timedelta(seconds=5)
"""Typing in one field within this time shares one step (architecture 5)."""

Pair = tuple[Image | None, Image | None]
Images = Mapping[RowKey, Pair]


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


def record(session: Session, office: Office, entry: Entry, images: Images) -> int:
    """Write one change and its images; return its number."""
    office.change += 1
    number = office.change
    step = _open_step(session, entry, number) or number
    if entry.kind == "do":
        _drop_undone(session, entry.author)
    state = "done" if entry.kind == "do" and entry.undoable else "fixed"
    session.execute(insert(Change).values(
        number=number, label=entry.label, values=dict(entry.values), author=entry.author,
        at=entry.now.isoformat(timespec="milliseconds"), origin=entry.origin, merge=entry.merge, kind=entry.kind,
        target=entry.target, step=step, state=state, event_id=entry.event_id,
    ))  # fmt: skip
    _write_images(session, number, images)
    session.flush()
    return number


def images_of(connection: Connection, numbers: Iterable[int]) -> dict[RowKey, Pair]:
    """Return the net images of these changes: what each row was before the first and after the last."""
    wanted = list(numbers)
    net: dict[RowKey, Pair] = {}
    for number, seq, table, row_id, before, after in connection.execute(_image_query(wanted)):
        if table in PRIVATE_TABLES:
            before, after = _private_images(connection, number, seq)
        pair = (loads(before) if before else None, loads(after) if after else None)
        key = (table, row_id)
        net[key] = (net[key][0], pair[1]) if key in net else pair
    return {key: pair for key, pair in net.items() if pair[0] != pair[1]}


def _image_query(numbers: list[int]) -> Any:
    rows = select(ChangeRow.number, ChangeRow.seq, ChangeRow.table, ChangeRow.row_id, ChangeRow.before, ChangeRow.after)
    return rows.where(ChangeRow.number.in_(numbers)).order_by(ChangeRow.number, ChangeRow.seq)


def _private_images(connection: Connection, number: int, seq: int) -> tuple[str | None, str | None]:
    found = connection.execute(
        select(ChangePrivate.before, ChangePrivate.after).where(
            ChangePrivate.number == number, ChangePrivate.seq == seq
        )
    ).one()
    return found[0], found[1]


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


def _write_images(session: Session, number: int, images: Images) -> None:
    rows, private = [], []
    for seq, ((table, row_id), (before, after)) in enumerate(images.items()):
        pair = {"before": dumps(before) if before else None, "after": dumps(after) if after else None}
        hidden = table in PRIVATE_TABLES
        rows.append({"number": number, "seq": seq, "table": table, "row_id": row_id,
                     **({"before": None, "after": None} if hidden else pair)})  # fmt: skip
        if hidden:
            private.append({"number": number, "seq": seq, **pair})
    if rows:
        session.execute(insert(ChangeRow), rows)
    if private:
        session.execute(insert(ChangePrivate), private)


def last_change_of(connection: Connection, table: str, row_id: int) -> int:
    """Return the number of the change that last touched a row (its conflict token), or 0."""
    found = connection.execute(
        select(func.max(ChangeRow.number)).where(ChangeRow.table == table, ChangeRow.row_id == row_id)
    ).scalar()
    return int(found or 0)
