"""Erasing a person. It cannot be taken back.

What is erased must not live on in the journal, so this is the one operation that rewrites it: the images of rows
that told of the person are blanked, and the steps they belong to can be neither taken back nor repeated any more.
That something was done, when and by whom, stays. So do places in delegations, without whom they were: what was
counted stays right.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import or_, select

from planner.language.catalog import mark, text
from planner.model.base import Base
from planner.model.calendar import BusyTime
from planner.model.follow_up import Statement
from planner.model.logistics import Journey, Lodging
from planner.model.office import ChangePrivate, ChangeRow
from planner.model.papers import Blob, IssuedPaper, PaperHolder
from planner.model.participation import Liaison, Participation
from planner.model.people import Person, PersonName, PersonPrivate, Post
from planner.model.pictures import Picture
from planner.model.preparation import Signatory
from planner.operations.blanking import Image, blank_history
from planner.operations.issued_bytes import drop_blobs, remove_bytes
from planner.operations.registry import operation
from planner.rules.erasure import AFTER_ERASURE, Called, mentions
from planner.rules.text import EMPTY
from planner.storage.unit_of_work import RowKey, UnitOfWork

ERASED = mark("Erased {number}")
"""What stands in the place of a name; the number tells two of them apart."""

OF_A_PERSON: tuple[type[Base], ...] = (PersonName, PersonPrivate, Post, Picture, Statement, BusyTime)
OF_A_PLACE: tuple[type[Base], ...] = (Journey, Lodging)
"""What is removed with the person: tables that belong to a person, and those that belong to a place."""


@operation("Erase a person", undoable=False)
def erase_person(work: UnitOfWork, person_id: int, *, issued_paper_ids: Sequence[int] = ()) -> None:
    """Erase a person: names, posts, private data, photographs, words, journeys and rooms, here and in the history.

    `issued_paper_ids` are the issued versions whose bytes are removed with them; their events must be over. What
    others typed into notes and texts is not searched.
    """
    person = work.get(Person, person_id)
    places = work.find(Participation, person_id=person_id)
    place_ids = [one.id for one in places]
    names, photographs, keys = _past(work, person_id, place_ids)
    remove_bytes(work, issued_paper_ids, AFTER_ERASURE)
    _remove_what_tells(work, person_id, place_ids)
    _blank(work, person, places)
    _rename_holders(work, person_id, names)
    work.session.flush()
    touched = keys | {key for key in work.images if key[0] != IssuedPaper.__tablename__}
    blank_history(work, touched, names)
    drop_blobs(work, photographs - _still_drawn(work, photographs))


def erased_name(person_id: int, language: str) -> str:
    """Return what stands in the place of an erased person's name."""
    return text(ERASED, language, number=str(person_id))


def _past(work: UnitOfWork, person_id: int, places: Collection[int]) -> tuple[set[Called], set[str], set[RowKey]]:
    """Return every name the person ever had here, the sums of all photographs, and the rows that ever told of it."""
    names = {Called(one.surname, one.given, one.patronymic) for one in work.find(PersonName, person_id=person_id)}
    photographs = {one.content for one in work.find(Picture, person_id=person_id)}
    keys: set[RowKey] = {("person", person_id), *(("participation", place) for place in places)}
    owners = [(OF_A_PERSON, "person_id", person_id)] + [(OF_A_PLACE, "participation_id", place) for place in places]
    for models, column, owner in owners:
        tables = [model.__tablename__ for model in models]
        for table, row_id, image in _images_naming(work, tables, f'"{column}":{owner}'):
            if image.get(column) == owner:
                keys.add((table, row_id))
                if table == PersonName.__tablename__:
                    names.add(Called(image["surname"], image["given"], image["patronymic"]))
                elif table == Picture.__tablename__:
                    photographs.add(image["content_sha256"])
    return {name for name in names if name.surname or name.given}, photographs, keys


def _images_naming(work: UnitOfWork, tables: Collection[str], words: str) -> Iterator[tuple[str, int, Image]]:
    own = (ChangePrivate.number == ChangeRow.number) & (ChangePrivate.seq == ChangeRow.seq)
    columns = (ChangeRow.before, ChangeRow.after, ChangePrivate.before, ChangePrivate.after)
    query = (
        select(ChangeRow.table, ChangeRow.row_id, *columns).outerjoin(ChangePrivate, own)
        .where(ChangeRow.table.in_(tables), or_(*(column.contains(words, autoescape=True) for column in columns)))
    )  # fmt: skip
    for table, row_id, *images in work.session.execute(query):
        yield from ((table, row_id, json.loads(image)) for image in images if image)


def _remove_what_tells(work: UnitOfWork, person_id: int, places: Collection[int]) -> None:
    languages = {one.language for one in work.find(PersonName, person_id=person_id)} - {"und-Latn"}
    for model in OF_A_PERSON:
        for row in work.find(model, person_id=person_id):
            work.remove(row)
    for model in OF_A_PLACE:
        for row in work.find_among(model, "participation_id", places):
            work.remove(row)
    for language in sorted(languages) or ["en"]:
        work.add(PersonName(person_id=person_id, language=language, surname=erased_name(person_id, language)))


def _blank(work: UnitOfWork, person: Person, places: Sequence[Participation]) -> None:
    person.note, person.gender, person.languages, person.degree = "", "", [], EMPTY
    for place in places:
        place.note, place.speaks, place.post_title = "", "", EMPTY
    ids = [place.id for place in places]
    for officer in work.find_among(Liaison, "officer_id", ids):
        officer.phone = ""
    for signatory in work.find_among(Signatory, "participation_id", ids):
        signatory.powers = ""


def _rename_holders(work: UnitOfWork, person_id: int, names: Collection[Called]) -> None:
    for holder in work.find(PaperHolder):
        if holder.person_id == person_id or mentions(holder.name, names):
            holder.name = erased_name(person_id, "en")


def _still_drawn(work: UnitOfWork, photographs: Collection[str]) -> set[str]:
    """Return which photographs stand in issued versions that are kept: without them these could not be opened."""
    if not photographs:
        return set()
    frozen = select(Blob.content).join(IssuedPaper, IssuedPaper.frozen == Blob.sha256)
    kept = [zlib.decompress(content) for content in work.session.scalars(frozen) if content]
    return {digest for digest in photographs if any(digest.encode() in one for one in kept)}
