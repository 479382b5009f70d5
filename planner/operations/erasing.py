"""Erasing a person. It cannot be taken back.

What is erased must not live on in the journal, so this is the one operation that rewrites it: the images of rows
that told of the person are blanked, and the steps they belong to can be neither taken back nor repeated any more.
That something was done, when and by whom, stays. So do places in delegations, without whom they were: what was
counted stays right.
"""

from __future__ import annotations

import zlib
from collections.abc import Collection, Sequence

from sqlalchemy import select

from planner.language.catalog import mark, text
from planner.model.papers import Blob, IssuedPaper, PaperHolder
from planner.model.participation import Liaison, Participation
from planner.model.people import Person, PersonName
from planner.model.preparation import Signatory
from planner.operations.blanking import blank_history
from planner.operations.issued_bytes import drop_blobs, remove_bytes
from planner.operations.registry import operation
from planner.operations.traces import OF_A_PERSON, OF_A_PLACE, traces_of
from planner.rules.erasure import AFTER_ERASURE, Called, mentions
from planner.rules.text import EMPTY
from planner.storage.unit_of_work import UnitOfWork

ERASED = mark("Erased {number}")
"""What stands in the place of a name; the number tells two of them apart."""

LAST = "people.erased"
"""The setting that says when somebody was erased of whom only the history was left."""


@operation("Erase a person", undoable=False)
def erase_person(work: UnitOfWork, person_id: int, *, issued_paper_ids: Sequence[int] = ()) -> None:
    """Erase a person: names, posts, private data, photographs, words, journeys and rooms, here and in the history.

    `issued_paper_ids` are the issued versions whose bytes are removed with them; their events must be over. What
    others typed into notes and texts is not searched. Of somebody who was removed from the register before, only the
    history is left, and is blanked.
    """
    told = traces_of(work, person_id)
    is_gone = work.session.get(Person, person_id) is None and len(told.keys) > 1
    places = work.find(Participation, person_id=person_id)
    remove_bytes(work, issued_paper_ids, AFTER_ERASURE)
    if not is_gone:
        person = work.get(Person, person_id)
        _remove_what_tells(work, person_id, [place.id for place in places])
        _blank(work, person, places)
    _rename_holders(work, person_id, told.names)
    work.session.flush()
    touched = told.keys | {key for key in work.images if key[0] != IssuedPaper.__tablename__}
    blank_history(work, touched, told.names)
    drop_blobs(work, told.photographs - _still_drawn(work, told.photographs))
    if is_gone and not work.images:
        work.put_setting(LAST, work.now.isoformat(timespec="seconds"))  # so that the step stands in the history


def erased_name(person_id: int, language: str) -> str:
    """Return what stands in the place of an erased person's name."""
    return text(ERASED, language, number=str(person_id))


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
