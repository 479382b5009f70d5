"""Verifying an office: the engine's own check, references, and that journal and rows agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.exc import DBAPIError

from planner.model import import_all
from planner.model.base import Base
from planner.model.office import Change, ChangePrivate, ChangeRow, Office
from planner.model.papers import Blob, IssuedPaper
from planner.storage.images import encode_values, loads
from planner.storage.journal import PRIVATE_TABLES


class Fault(NamedTuple):
    """What is wrong: a catalog id and what stands in its braces."""

    message: str
    values: dict[str, object]


def verify(db: Connection) -> list[Fault]:
    """Return what is wrong with an office; an empty list says it is sound."""
    import_all()
    faults = _attempt(_engine_faults, db, "file") if db.dialect.name == "sqlite" else []
    if not faults:
        faults = [*_attempt(_counter_faults, db, "counters"), *_attempt(_journal_faults, db, "history"),
                  *_attempt(_blob_faults, db, "issued papers")]  # fmt: skip
    return faults


def _attempt(check: Callable[[Connection], list[Fault]], db: Connection, part: str) -> list[Fault]:
    """Run a check; what cannot even be read is a fault, too."""
    try:
        return check(db)
    except (DBAPIError, ValueError, LookupError, TypeError, AttributeError):
        return [Fault("The {part} cannot be read.", {"part": part})]


def _engine_faults(db: Connection) -> list[Fault]:
    words = [row[0] for row in db.exec_driver_sql("PRAGMA integrity_check(10)")]
    faults = [Fault("The file is damaged: {detail}", {"detail": str(word)}) for word in words if word != "ok"]
    loose = db.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    return faults + [Fault("A row of {table} refers to one that is not there.", {"table": row[0]}) for row in loose]


def _counter_faults(db: Connection) -> list[Fault]:
    office = db.execute(select(Office.change, Office.next_id)).one()
    highest = max(
        db.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()
        for table in Base.metadata.tables.values()
    )
    count, last = db.execute(select(func.count(), func.coalesce(func.max(Change.number), 0)).select_from(Change)).one()
    faults = []
    if highest >= office.next_id:
        faults.append(
            Fault(
                "The counter of ids stands at {next}, but {highest} is in use.",
                {"next": office.next_id, "highest": highest},
            )
        )
    if (count, last) != (office.change_number, office.change_number):
        faults.append(
            Fault(
                "The history has {count} steps numbered to {last}; it should have {number}.",
                {"count": count, "last": last, "number": office.change_number},
            )
        )
    return faults


def _journal_faults(db: Connection) -> list[Fault]:
    """Each row must be as its last image in the journal says, and every image must be one."""
    faults = list(_unreadable_images(db)) if db.dialect.name == "sqlite" else []
    db.execute(select(Change)).all()
    said = _last_images(db)
    for name, table in Base.metadata.tables.items():
        faults += _attempt(lambda one, t=table: _table_faults(one, t, said.get(t.name, {})), db, name)  # type: ignore[misc]
    return faults


def _unreadable_images(db: Connection) -> Iterator[Fault]:
    for journal in (ChangeRow, ChangePrivate):
        for column in (journal.before, journal.after):
            query = select(func.count()).where(column.is_not(None), func.json_valid(column) == 0)
            if db.execute(query).scalar_one():
                yield Fault("The {part} cannot be read.", {"part": "history"})


def _last_images(db: Connection) -> dict[str, dict[int, str | None]]:
    """Return the last image of each row by table and id."""
    newest = (
        select(ChangeRow.table, ChangeRow.row_id, func.max(ChangeRow.number).label("number"))
        .group_by(ChangeRow.table, ChangeRow.row_id)
        .subquery()
    )
    own = (ChangePrivate.number == ChangeRow.number) & (ChangePrivate.seq == ChangeRow.seq)
    latest = (newest.c.table == ChangeRow.table) & (newest.c.row_id == ChangeRow.row_id)
    query = (
        select(ChangeRow.table, ChangeRow.row_id, ChangeRow.after, ChangePrivate.after)
        .join(newest, latest & (newest.c.number == ChangeRow.number))
        .outerjoin(ChangePrivate, own)
    )
    said: dict[str, dict[int, str | None]] = {}
    for table, row_id, after, private in db.execute(query):
        said.setdefault(table, {})[row_id] = private if table in PRIVATE_TABLES else after
    return said


def _blob_faults(db: Connection) -> list[Fault]:
    """Every issued paper must have its data and its bytes, exactly as they were."""
    from hashlib import sha256  # 4 MB

    wanted = {digest for pair in db.execute(select(IssuedPaper.frozen, IssuedPaper.pdf)) for digest in pair}
    kept = db.execute(select(Blob.sha256, Blob.content)).yield_per(1)
    whole = {digest for digest, content in kept if sha256(content).hexdigest() == digest}
    if wanted <= whole:
        return []
    return [Fault("Of {count} issued papers the bytes are missing or changed.", {"count": len(wanted - whole)})]


def _table_faults(db: Connection, table: Table, said: dict[int, str | None]) -> list[Fault]:
    found = db.execute(select(table)).mappings()
    there = {row["id"]: encode_values(table, {c.name: row[c.key] for c in table.columns}) for row in found}
    wrong = [row_id for row_id, after in said.items() if (loads(after) if after else None) != there.get(row_id)]
    wrong += [row_id for row_id in there if row_id not in said]
    return [
        Fault("Row {row} of {table} is not as the history says.", {"row": row_id, "table": table.name})
        for row_id in sorted(wrong)[:5]
    ]
