"""Which papers a name touches: the drafts it will stand on, and the issued versions that hold it as it was.

Changing a name changes every draft at once; what was issued stays as it was issued, and the register says in whose
hands the old spelling is.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from planner.model.agenda import Attendance, Item
from planner.model.events import Event
from planner.model.papers import Blob, IssuedPaper, PaperHolder
from planner.model.participation import Delegation, Participation
from planner.model.people import PersonName
from planner.queries.events import EventRow, event_row
from planner.rules.erasure import NOTHING
from planner.rules.text import Language


class DraftRow(NamedTuple):
    """An event on whose papers somebody stands; `speaks` tells that the programme names the person too."""

    event: EventRow
    speaks: bool


class IssuedRow(NamedTuple):
    """An issued version with somebody on it. `spelt` are names as they stand there and no longer in the register."""

    id: int
    event_id: int
    paper: str
    number: int
    at: str
    latest: bool
    spelt: tuple[str, ...]
    holders: tuple[str, ...]


class Touched(NamedTuple):
    """What a name touches: drafts, the latest event first, and issued versions, the latest first."""

    drafts: tuple[DraftRow, ...]
    issued: tuple[IssuedRow, ...]


def touched_papers(db: Connection, person_id: int) -> Touched:
    """Return every paper with this person's name."""
    drafts = _drafts(db, person_id)
    written = {
        (row.language, part)
        for row in db.execute(
            select(PersonName.language, PersonName.surname, PersonName.given, PersonName.patronymic)
            .where(PersonName.person_id == person_id)
        )
        for part in [" ".join(filter(None, row[1:]))]
    }  # fmt: skip
    return Touched(drafts, tuple(_issued(db, person_id, written)))


def _drafts(db: Connection, person_id: int) -> tuple[DraftRow, ...]:
    query = (
        select(Event.id, Event.kind, Event.title, Event.short_title, Event.from_day, Event.to_day, Event.languages,
               Event.state)
        .join(Delegation, Delegation.event_id == Event.id)
        .join(Participation, Participation.delegation_id == Delegation.id)
        .where(Participation.person_id == person_id, Participation.state != "declined", Event.template.is_(False))
        .order_by(Event.from_day.desc(), Event.id.desc())
    )  # fmt: skip
    speaking = set(db.scalars(
        select(Item.event_id)
        .join(Attendance, Attendance.item_id == Item.id)
        .join(Participation, Participation.id == Attendance.participation_id)
        .where(Participation.person_id == person_id)
    ))  # fmt: skip
    rows = {row.id: row for row in db.execute(query)}
    return tuple(DraftRow(event_row(row), row.id in speaking) for row in rows.values())


def _issued(db: Connection, person_id: int, written: set[tuple[Language, str]]) -> Iterator[IssuedRow]:
    """Yield the issued versions with this person, found in what was frozen."""
    events = select(Delegation.event_id).join(Participation, Participation.delegation_id == Delegation.id)
    was_there = events.where(Participation.person_id == person_id)
    held = select(PaperHolder.issued_paper_id).where(PaperHolder.person_id == person_id)
    query = (
        select(IssuedPaper.id, IssuedPaper.event_id, IssuedPaper.paper, IssuedPaper.item_id, IssuedPaper.delegation_id,
               IssuedPaper.edition, IssuedPaper.number, IssuedPaper.at, Blob.content)
        .join(Blob, Blob.sha256 == IssuedPaper.frozen)
        .where(IssuedPaper.event_id.in_(was_there) | IssuedPaper.id.in_(held), IssuedPaper.frozen != NOTHING)
        .order_by(IssuedPaper.at.desc(), IssuedPaper.id.desc())
    )  # fmt: skip
    seen: set[tuple[Any, ...]] = set()
    for row in db.execute(query).all():
        names = set(_names_of(json.loads(zlib.decompress(row.content)).get("data"), person_id))
        key = tuple(row[1:6])
        latest = key not in seen
        seen.add(key)
        if names:
            old = tuple(sorted({name for tag, name in names if (tag, name) not in written}))
            yield IssuedRow(row.id, row.event_id, row.paper, row.number, row.at, latest, old, _holders(db, row.id))


def _holders(db: Connection, issued_paper_id: int) -> tuple[str, ...]:
    query = select(PaperHolder.name).where(
        PaperHolder.issued_paper_id == issued_paper_id, PaperHolder.taken_at == ""
    )
    return tuple(dict.fromkeys(db.scalars(query.order_by(PaperHolder.copy, PaperHolder.id))))


def _names_of(frozen: Any, person_id: int) -> Iterator[tuple[Language, str]]:
    """Yield (language, name) of a person wherever frozen data hold the row with this id and its names."""
    if isinstance(frozen, Mapping):
        names = frozen.get("names")
        if frozen.get("id") == person_id and isinstance(names, Mapping):
            for tag, name in names.items():
                parts = (name.get("surname"), name.get("given"), name.get("patronymic"))
                yield tag, " ".join(part for part in parts if part)
        for value in frozen.values():
            yield from _names_of(value, person_id)
    elif isinstance(frozen, list):
        for value in frozen:
            yield from _names_of(value, person_id)
