"""What an erasure reaches, shown before it happens: issued versions that name somebody or bear private data."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from planner.model.events import Event
from planner.model.office import Change, ChangeRow
from planner.model.papers import Blob, IssuedPaper, PaperHolder
from planner.model.participation import Participation
from planner.model.people import Person, PersonName
from planner.queries.events import EventRow, event_row
from planner.rules.erasure import NOTHING, Called, bears_private_data, mentions, names_somebody


class KeptVersion(NamedTuple):
    """An issued version whose bytes are kept. `at` is UTC, ISO 8601; what `holders` have nothing here reaches."""

    id: int
    paper: str
    edition: str
    number: int
    at: str
    holders: tuple[str, ...] = ()


class KeptOf(NamedTuple):
    """The versions of one event that are in question; `over` tells that they may be removed."""

    event: EventRow
    over: bool
    versions: tuple[KeptVersion, ...]


class Reach(NamedTuple):
    """What erasing somebody reaches: names as they stand now, places in delegations, versions by event."""

    names: tuple[str, ...]
    places: int
    events: tuple[KeptOf, ...]


def versions_naming(db: Connection, person_id: int, *, today: date) -> Reach:
    """Return what names a person: every issued version that does, by event."""
    now = tuple(dict.fromkeys(
        " ".join(filter(None, row)) for row in db.execute(
            select(PersonName.given, PersonName.patronymic, PersonName.surname)
            .where(PersonName.person_id == person_id).order_by(PersonName.id)
        )
    ))  # fmt: skip
    called = {name for one in _with_merged(db, person_id) for name in _names(db, one)}
    places = db.execute(
        select(func.count()).select_from(Participation).where(Participation.person_id == person_id)
    ).scalar_one()
    ids = _with_merged(db, person_id)

    def is_named(row: Any) -> bool:
        if any(one.person_id == person_id or mentions(one.name, called) for one in _holders(db, row.id)):
            return True
        return names_somebody(json.loads(zlib.decompress(row.content)).get("data"), called, ids)

    return Reach(now, int(places), tuple(_events(db, today, is_named)))


def private_versions(db: Connection, event_id: int, *, today: date) -> KeptOf | None:
    """Return the issued versions of an event that bear private data and are kept, or None where there are none."""
    found = _events(db, today, lambda row: bears_private_data(row.paper, row.edition), event_id=event_id)
    return next(found, None)


def _names(db: Connection, person_id: int) -> set[Called]:
    """Return every name an entry ever had here, as the journal has it."""
    images = select(ChangeRow.before, ChangeRow.after).where(
        ChangeRow.table == PersonName.__tablename__, _is_about(person_id)
    )
    found = (json.loads(image) for pair in db.execute(images) for image in pair if image)
    named = {Called(one["surname"], one["given"], one["patronymic"]) for one in found if one["person_id"] == person_id}
    return {name for name in named if name.surname or name.given}


def _with_merged(db: Connection, person_id: int) -> frozenset[int]:
    """Return a person with all entries that were merged into this one, as an erasure reaches them."""
    found, waiting = {person_id}, [person_id]
    while waiting:
        one = waiting.pop()
        is_it = (ChangeRow.table == Person.__tablename__) & (ChangeRow.row_id == one)
        merges = (
            select(ChangeRow.number).join(Change, Change.number == ChangeRow.number)
            .where(Change.origin == "merge_people", Change.state.in_(("done", "fixed")), Change.kind == "do")
            .where(is_it | _is_about(one))
        )  # fmt: skip
        gone = select(ChangeRow.row_id).where(
            ChangeRow.number.in_(merges), ChangeRow.table == Person.__tablename__, ChangeRow.after.is_(None)
        )
        fresh = set(db.scalars(gone)) - found
        found |= fresh
        waiting += fresh
    return frozenset(found)


def _is_about(person_id: int) -> Any:
    words = f'"person_id":{person_id},'
    return ChangeRow.before.contains(words) | ChangeRow.after.contains(words)


def _events(
    db: Connection, today: date, wanted: Callable[[Any], bool], *, event_id: int | None = None
) -> Iterator[KeptOf]:
    query = (
        select(IssuedPaper.id, IssuedPaper.event_id, IssuedPaper.paper, IssuedPaper.edition, IssuedPaper.number,
               IssuedPaper.at, Blob.content)
        .join(Blob, Blob.sha256 == IssuedPaper.frozen)
        .where(IssuedPaper.frozen != NOTHING)
        .order_by(IssuedPaper.paper, IssuedPaper.edition, IssuedPaper.number)
    )  # fmt: skip
    if event_id is not None:
        query = query.where(IssuedPaper.event_id == event_id)
    found: dict[int, list[KeptVersion]] = {}
    for row in db.execute(query).all():
        if wanted(row):
            names = tuple(dict.fromkeys(one.name for one in _holders(db, row.id) if not one.taken_at))
            kept = KeptVersion(row.id, row.paper, row.edition, row.number, row.at, names)
            found.setdefault(row.event_id, []).append(kept)
    columns = (Event.id, Event.kind, Event.title, Event.short_title, Event.from_day, Event.to_day, Event.languages,
               Event.state)  # fmt: skip
    events = select(*columns).where(Event.id.in_(sorted(found))).order_by(Event.to_day.desc(), Event.id.desc())
    for event in db.execute(events):
        yield KeptOf(event_row(event), event.to_day < today, tuple(found[event.id]))


def _holders(db: Connection, issued_paper_id: int) -> list[Any]:
    query = select(PaperHolder.person_id, PaperHolder.name, PaperHolder.taken_at)
    return list(db.execute(query.where(PaperHolder.issued_paper_id == issued_paper_id).order_by(PaperHolder.copy)))
