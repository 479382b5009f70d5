"""Photographs: of a person, and of an event."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, select

from planner.documents.set_data import PictureData
from planner.model.papers import Blob
from planner.model.pictures import Picture
from planner.rules.text import Text


class PictureRow(NamedTuple):
    """A photograph. `content` is a JPEG; b"" where the office lacks its bytes, as in a copy made without them."""

    id: int
    width: int
    height: int
    caption: Text
    credit: str
    consent: bool
    sha256: str
    content: bytes = b""


def photograph_of(db: Connection, person_id: int) -> PictureRow | None:
    """Return the photograph of a person, if there is one."""
    found = _pictures(db, Picture.person_id == person_id)
    return found[0] if found else None


def pictures_of_event(db: Connection, event_id: int) -> tuple[PictureRow, ...]:
    """Return the photographs of an event in their order."""
    return _pictures(db, Picture.event_id == event_id)


def described_pictures(
    db: Connection, *, event_id: int | None = None, person_id: int | None = None
) -> tuple[PictureRow, ...]:
    """Return the photographs of an event or a person in their order, without their bytes."""
    where = Picture.event_id == event_id if person_id is None else Picture.person_id == person_id
    query = select(*_COLUMNS).where(where).order_by(Picture.position, Picture.id)
    return tuple(PictureRow(*row) for row in db.execute(query))


def printed_pictures(
    db: Connection, *, event_id: int | None = None, person_id: int | None = None
) -> tuple[PictureData, ...]:
    """Return photographs as papers keep them: by the SHA-256 of their bytes, which stay where they are."""
    return tuple(
        PictureData(one.id, one.caption, one.consent, one.credit, one.sha256, one.width, one.height)
        for one in described_pictures(db, event_id=event_id, person_id=person_id)
    )


_COLUMNS = (
    Picture.id, Picture.width, Picture.height, Picture.caption, Picture.credit, Picture.consent, Picture.content,
)  # fmt: skip


def _pictures(db: Connection, where: ColumnElement[bool]) -> tuple[PictureRow, ...]:
    query = (
        select(*_COLUMNS, Blob.content.label("bytes"))
        .outerjoin(Blob, Blob.sha256 == Picture.content)
        .where(where)
        .order_by(Picture.position, Picture.id)
    )
    return tuple(PictureRow(*row[:7], bytes(row.bytes or b"")) for row in db.execute(query))
