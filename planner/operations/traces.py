"""What ever told of a person, also in the journal: every name, photograph and row, here or gone, and merged entries."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import NamedTuple

from sqlalchemy import or_, select

from planner.model.base import Base
from planner.model.calendar import BusyTime
from planner.model.follow_up import Statement
from planner.model.logistics import Journey, Lodging
from planner.model.office import Change, ChangePrivate, ChangeRow
from planner.model.participation import Participation
from planner.model.people import Person, PersonName, PersonPrivate, Post
from planner.model.pictures import Picture
from planner.operations.blanking import Image
from planner.rules.erasure import Called
from planner.storage.unit_of_work import RowKey, UnitOfWork

OF_A_PERSON: tuple[type[Base], ...] = (PersonName, PersonPrivate, Post, Picture, Statement, BusyTime)
OF_A_PLACE: tuple[type[Base], ...] = (Journey, Lodging)
"""Tables of what belongs to a person, and to somebody's place in a delegation."""


class Traces(NamedTuple):
    """Names somebody ever had, the sums of all photographs, and the rows that told of the person at any time."""

    names: set[Called]
    photographs: set[str]
    keys: set[RowKey]


def traces_of(work: UnitOfWork, person_id: int) -> Traces:
    """Return what ever told of a person, and of the entries that were merged into this one."""
    found = Traces(set(), set(), set())
    owned = [*(model.__tablename__ for model in OF_A_PERSON), Participation.__tablename__]
    for one in _with_merged(work, person_id):
        found.keys.add((Person.__tablename__, one))
        for table, row_id, image in _images_with(work, owned, "person_id", one):
            _note(found, table, row_id, image)
    places = sorted(row_id for table, row_id in found.keys if table == Participation.__tablename__)
    for place in places:
        tables = [model.__tablename__ for model in OF_A_PLACE]
        for table, row_id, image in _images_with(work, tables, "participation_id", place):
            _note(found, table, row_id, image)
    return found


def _note(found: Traces, table: str, row_id: int, image: Image) -> None:
    found.keys.add((table, row_id))
    if table == PersonName.__tablename__ and (image["surname"] or image["given"]):
        found.names.add(Called(image["surname"], image["given"], image["patronymic"]))
    elif table == Picture.__tablename__:
        found.photographs.add(image["content_sha256"])


def _with_merged(work: UnitOfWork, person_id: int) -> set[int]:
    """Return a person with all entries that were merged into this one and are gone for it."""
    found, waiting = {person_id}, [person_id]
    while waiting:
        one = waiting.pop()
        words = f'"person_id":{one},'
        touched = ChangeRow.before.contains(words) | ChangeRow.after.contains(words)
        is_it = (ChangeRow.table == Person.__tablename__) & (ChangeRow.row_id == one)
        merges = (
            select(ChangeRow.number).join(Change, Change.number == ChangeRow.number)
            .where(Change.origin == "merge_people", Change.state.in_(("done", "fixed")), Change.kind == "do")
            .where(is_it | touched)
        )  # fmt: skip
        gone = select(ChangeRow.row_id).where(
            ChangeRow.number.in_(merges), ChangeRow.table == Person.__tablename__, ChangeRow.after.is_(None)
        )
        fresh = set(work.session.scalars(gone)) - found
        found |= fresh
        waiting += sorted(fresh)
    return found


def _images_with(
    work: UnitOfWork, tables: Collection[str], column: str, owner: int
) -> Iterator[tuple[str, int, Image]]:
    """Yield the images of these tables, of any time, in which a column has this value."""
    own = (ChangePrivate.number == ChangeRow.number) & (ChangePrivate.seq == ChangeRow.seq)
    columns = (ChangeRow.before, ChangeRow.after, ChangePrivate.before, ChangePrivate.after)
    words = f'"{column}":{owner}'
    query = (
        select(ChangeRow.table, ChangeRow.row_id, *columns).outerjoin(ChangePrivate, own)
        .where(ChangeRow.table.in_(tables), or_(*(one.contains(words, autoescape=True) for one in columns)))
    )  # fmt: skip
    for table, row_id, *images in work.session.execute(query).all():
        for image in map(json.loads, filter(None, images)):
            if image.get(column) == owner:
                yield table, row_id, image
