"""Undo and redo: the author's own last step, taken back or repeated from its row images."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Table, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from planner.errors import NothingToUndo, StaleUndo
from planner.model.base import Base
from planner.model.office import Change, Office
from planner.storage.images import Image, decode_image, encode_values
from planner.storage.journal import Entry, Images, images_of, record

CHUNK = 500


def undo(session: Session, office: Office, *, author: str, now: datetime) -> tuple[int, Images]:
    """Take back the author's last step. Raise NothingToUndo or StaleUndo in words; then nothing is changed."""
    last = session.execute(
        select(Change.step, Change.state, Change.label)
        .where(Change.author == author, Change.kind == "do", Change.state.in_(("done", "fixed")))
        .order_by(Change.number.desc())
        .limit(1)
    ).one_or_none()
    if last is None:
        raise NothingToUndo("There is nothing to undo.")
    if last.state == "fixed":
        raise NothingToUndo("The last step, “{label}”, cannot be taken back.", label=last.label)
    return _turn(session, office, _Turn("undo", last.step, author, now))


def redo(session: Session, office: Office, *, author: str, now: datetime) -> tuple[int, Images]:
    """Repeat the step the author took back last. Raise NothingToUndo or StaleUndo in words."""
    step = session.execute(
        select(Change.step).where(Change.author == author, Change.state == "undone").order_by(Change.number).limit(1)
    ).scalar()
    if step is None:
        raise NothingToUndo("There is nothing to redo.")
    return _turn(session, office, _Turn("redo", step, author, now))


class _Turn:
    """One undo or redo: its kind, the step, whose, when."""

    def __init__(self, kind: str, step: int, author: str, now: datetime) -> None:
        self.kind, self.step, self.author, self.now = kind, step, author, now


def _turn(session: Session, office: Office, turn: _Turn) -> tuple[int, Images]:
    changes = session.execute(
        select(Change.number, Change.label, Change.values, Change.event_id)
        .where(Change.step == turn.step)
        .order_by(Change.number)
    ).all()
    net = images_of(session.connection(), [change.number for change in changes])
    images = {key: (after, before) for key, (before, after) in net.items()} if turn.kind == "undo" else net
    apply_images(session, images)
    state = "undone" if turn.kind == "undo" else "done"
    session.execute(update(Change).where(Change.step == turn.step, Change.kind == "do").values(state=state))
    first = changes[0]
    entry = Entry(
        label=first.label, values=first.values, author=turn.author, now=turn.now,
        kind=turn.kind, target=turn.step, event_id=first.event_id,
    )  # fmt: skip
    return record(session, office, entry, images), images


def apply_images(session: Session, images: Images) -> None:
    """Bring each row from its first image to its second; raise StaleUndo if one is not as the first says."""
    by_table: dict[str, list[tuple[int, Image | None, Image | None]]] = defaultdict(list)
    for (table, row_id), (before, after) in images.items():
        by_table[table].append((row_id, before, after))
    for name, rows in by_table.items():
        _verify(session, Base.metadata.tables[name], rows)
    for name, rows in by_table.items():
        _write(session, Base.metadata.tables[name], rows)


def _verify(session: Session, table: Table, rows: list[tuple[int, Image | None, Image | None]]) -> None:
    current = _read(session, table, [row_id for row_id, _, _ in rows])
    for row_id, before, _ in rows:
        if current.get(row_id) != before:
            raise StaleUndo("This step cannot be taken back: the same {thing} was changed after it.", thing=table.name)


def _read(session: Session, table: Table, ids: list[int]) -> dict[int, Image]:
    found: dict[int, Image] = {}
    for start in range(0, len(ids), CHUNK):
        query = select(table).where(table.c.id.in_(ids[start : start + CHUNK]))
        for row in session.execute(query).mappings():
            found[row["id"]] = encode_values(table, {c.name: row[c.key] for c in table.columns})
    return found


def _write(session: Session, table: Table, rows: Iterable[tuple[int, Image | None, Image | None]]) -> None:
    gone: list[dict[str, Any]] = []
    changed: list[dict[str, Any]] = []
    new: list[dict[str, Any]] = []
    for row_id, before, after in rows:
        if after is None:
            gone.append({"row_id": row_id})
        elif before is None:
            new.append(decode_image(table, after))
        else:
            changed.append({"row_id": row_id, **decode_image(table, after)})
    connection = session.connection()
    if gone:
        connection.execute(delete(table).where(table.c.id == bindparam("row_id")), gone)
    if changed:
        values: dict[str, Any] = {c.key: bindparam(c.key) for c in table.columns if c.key != "id"}
        # "id" would be ambiguous as a parameter of an UPDATE, hence row_id.
        connection.execute(
            update(table).where(table.c.id == bindparam("row_id")).values(values),
            [{k: v for k, v in row.items() if k != "id"} for row in changed],
        )
    if new:
        connection.execute(insert(table), new)
