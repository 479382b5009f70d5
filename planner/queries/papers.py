"""Issued papers: the versions of each, who holds them, what they were made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from planner.errors import NotFound, NotPossible
from planner.model.office import Office
from planner.model.papers import Blob, IssuedPaper, PaperHolder
from planner.queries.once import asked_once
from planner.rules.erasure import AFTER_ERASURE, REMOVED, Removed, removed_in


class PaperKey(NamedTuple):
    """What versions are counted by: each key has version 1, 2, 3 and so on."""

    event_id: int
    paper: str
    item_id: int | None = None
    delegation_id: int | None = None
    edition: str = "guest"


class VersionRow(NamedTuple):
    """An issued version. `at` is UTC, ISO 8601; `held` counts the copies not taken back; `removed` tells that only this
    row is left of it.
    """

    id: int
    key: PaperKey
    number: int
    author: str
    at: str
    reason: str
    override: str
    overridden: Mapping[str, int]
    choice: Mapping[str, Any]
    change: int
    frozen: str
    pdf: str
    held: int
    removed: Removed | None = None


class HolderRow(NamedTuple):
    """An entry of the register of copies; `taken_at` is empty while the copy is out."""

    id: int
    issued_paper_id: int
    copy: int
    name: str
    person_id: int | None
    how: str
    given_at: str
    taken_at: str


@asked_once
def versions(db: Connection, event_id: int) -> tuple[VersionRow, ...]:
    """Return every issued version of an event's papers, by paper and number."""
    rows = map(_version, db.execute(_query().where(IssuedPaper.event_id == event_id)))
    return tuple(sorted(rows, key=lambda row: (row.key.paper, row.key.edition, row.key.item_id or 0,
                                               row.key.delegation_id or 0, row.number)))  # fmt: skip


def versions_of(db: Connection, key: PaperKey) -> tuple[VersionRow, ...]:
    """Return the versions of one paper, the first first."""
    return tuple(row for row in versions(db, key.event_id) if row.key == key)


def last_version(db: Connection, key: PaperKey) -> VersionRow | None:
    """Return the version in force, or None where nothing was issued."""
    return next(reversed(versions_of(db, key)), None)


def version(db: Connection, key: PaperKey, number: int) -> VersionRow:
    """Return one version; raise NotFound in words."""
    for row in versions_of(db, key):
        if row.number == number:
            return row
    raise NotFound("There is no version {number} of this paper. The command versions lists them.", number=number)


def issued(db: Connection, issued_paper_id: int) -> VersionRow:
    """Return a version by the id of its row; raise NotFound in words."""
    row = db.execute(_query().where(IssuedPaper.id == issued_paper_id)).one_or_none()
    if row is None:
        raise NotFound("This version is no longer there.")
    return _version(row)


def holders(db: Connection, issued_paper_id: int) -> tuple[HolderRow, ...]:
    """Return the register of copies of a version, by number; those taken back are in it."""
    query = select(
        PaperHolder.id, PaperHolder.issued_paper_id, PaperHolder.copy, PaperHolder.name, PaperHolder.person_id,
        PaperHolder.how, PaperHolder.given_at, PaperHolder.taken_at,
    ).where(PaperHolder.issued_paper_id == issued_paper_id)  # fmt: skip
    return tuple(HolderRow(*row) for row in db.execute(query.order_by(PaperHolder.copy, PaperHolder.id)))


def blob(db: Connection, digest: str) -> bytes:
    """Return kept bytes by their SHA-256; raise NotFound in words."""
    content = db.execute(select(Blob.content).where(Blob.sha256 == digest)).scalar_one_or_none()
    if content is None:
        raise NotFound("The bytes of this version are not in the office. Restore a backup that has them.")
    return bytes(content)


def require_kept(row: VersionRow) -> None:
    """Raise NotPossible, with the day, where the bytes of a version were removed."""
    if row.removed is None:
        return
    day = datetime.fromisoformat(row.removed.at).date()
    if row.removed.because == AFTER_ERASURE:
        raise NotPossible(
            "Version {number} was removed on {day} after an erasure: that it was issued is kept, what it said is not.",
            number=row.number, day=day,
        )  # fmt: skip
    raise NotPossible(
        "Version {number} was removed on {day}, since it bore private data: that it was issued is kept, what it said "
        "is not.",
        number=row.number, day=day,
    )  # fmt: skip


def change_number(db: Connection) -> int:
    """Return the number of the office's last change in the state this connection reads."""
    return int(db.execute(select(Office.change)).scalar_one())


def _query() -> Any:
    held = (
        select(func.count())
        .where(PaperHolder.issued_paper_id == IssuedPaper.id, PaperHolder.taken_at == "")
        .correlate(IssuedPaper)
        .scalar_subquery()
    )
    return select(
        IssuedPaper.id, IssuedPaper.event_id, IssuedPaper.paper, IssuedPaper.item_id, IssuedPaper.delegation_id,
        IssuedPaper.edition, IssuedPaper.number, IssuedPaper.author, IssuedPaper.at, IssuedPaper.reason,
        IssuedPaper.override, IssuedPaper.overridden, IssuedPaper.choice, IssuedPaper.change, IssuedPaper.frozen,
        IssuedPaper.pdf, held,
    )  # fmt: skip


def _version(row: Any) -> VersionRow:
    found = VersionRow(row[0], PaperKey(*row[1:6]), *row[6:])
    looks = {name: value for name, value in found.choice.items() if name != REMOVED}
    return found._replace(choice=looks, removed=removed_in(found.choice))
