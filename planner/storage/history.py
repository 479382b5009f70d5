"""Undo and redo: the author's own last step, taken back or repeated from its row images."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Table, bindparam, delete, select, update
from sqlalchemy.orm import Session

from planner.errors import NothingToUndo, PlannerError, StaleUndo
from planner.model.base import Base
from planner.model.office import Change, Office
from planner.storage.bulk import insert_rows
from planner.storage.images import Image, as_images, dumps, loads
from planner.storage.journal import Entry, Pair, Written, images_of, record

CHUNK = 500


def undo(session: Session, office: Office, *, author: str, now: datetime) -> tuple[int, Written]:
    """Take back the author's last step. Raise NothingToUndo or StaleUndo in words; then nothing is changed."""
    last = session.execute(
        select(Change.step, Change.state, Change.label, Change.values)
        .where(Change.author == author, Change.kind == "do", Change.state.in_(("done", "fixed")))
        .order_by(Change.number.desc())
        .limit(1)
    ).one_or_none()
    if last is None:
        raise NothingToUndo("There is nothing to undo.")
    if last.state == "fixed":
        called = str(PlannerError(last.label, **last.values))
        raise NothingToUndo("The last step, “{label}”, cannot be taken back.", label=called)
    return _turn(session, office, _Turn("undo", last.step, author, now))


def redo(session: Session, office: Office, *, author: str, now: datetime) -> tuple[int, Written]:
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


def _turn(session: Session, office: Office, turn: _Turn) -> tuple[int, Written]:
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


def apply_images(session: Session, images: Written) -> None:
    """Bring each row from its first image to its second; raise StaleUndo if one is not as the first says."""
    by_table: dict[str, dict[int, Pair]] = defaultdict(dict)
    for (table, row_id), pair in images.items():
        by_table[table][row_id] = pair
    for name, rows in by_table.items():
        _verify(session, Base.metadata.tables[name], rows)
    for name, rows in by_table.items():
        _write(session, Base.metadata.tables[name], rows)


def _verify(session: Session, table: Table, rows: Mapping[int, Pair]) -> None:
    current = _read(session, as_images(table), list(rows))
    for row_id, (before, _) in rows.items():
        if not _is_as(current.get(row_id), before):
            raise StaleUndo("This step cannot be taken back: the same {thing} was changed after it.", thing=table.name)


def _is_as(current: Image | None, said: str | None) -> bool:
    """Tell whether a row is as its image says; the same words prove it, other words may still mean the same."""
    if current is None or said is None:
        return current is None and said is None
    return dumps(current) == said or bool(current == loads(said))


def _read(session: Session, table: Table, ids: list[int]) -> dict[int, Image]:
    found: dict[int, Image] = {}
    names = [column.name for column in table.columns]
    for start in range(0, len(ids), CHUNK):
        query = select(table).where(table.c.id.in_(ids[start : start + CHUNK]))
        for row in session.connection().execute(query).all():
            image = dict(zip(names, row, strict=True))
            found[image["id"]] = image
    return found


def _write(session: Session, table: Table, rows: Mapping[int, Pair]) -> None:
    gone = [{"row_id": row_id} for row_id, (_, after) in rows.items() if after is None]
    changed = [loads(after) for before, after in rows.values() if before is not None and after is not None]
    new = [loads(after) for before, after in rows.values() if before is None and after is not None]
    connection, table = session.connection(), as_images(table)
    if gone:
        connection.execute(delete(table).where(table.c.id == bindparam("row_id")), gone)
    for image in changed:  # "id" would be ambiguous as a parameter of an UPDATE
        image["row_id"] = image.pop("id")
    if changed:
        connection.execute(update(table).where(table.c.id == bindparam("row_id")), changed)
    insert_rows(connection, table, new)
