"""Photographs: of a person, and of an event."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, select

from planner.model.papers import Blob
from planner.model.pictures import Picture
from planner.rules.text import Text


class PictureRow(NamedTuple):
    """A photograph. `content` is a JPEG; b"" where the office lacks its bytes, as in a copy made without them."""

    id: int
    width: int
    height: int
    caption: Text
    consent: bool
    content: bytes


def photograph_of(db: Connection, person_id: int) -> PictureRow | None:
    """Return the photograph of a person, if there is one."""
    found = _pictures(db, Picture.person_id == person_id)
    return found[0] if found else None


def pictures_of_event(db: Connection, event_id: int) -> tuple[PictureRow, ...]:
    """Return the photographs of an event in their order."""
    return _pictures(db, Picture.event_id == event_id)


def _pictures(db: Connection, where: object) -> tuple[PictureRow, ...]:
    query = (
        select(Picture.id, Picture.width, Picture.height, Picture.caption, Picture.consent, Blob.content)
        .outerjoin(Blob, Blob.sha256 == Picture.content)
        .where(where)  # type: ignore[arg-type]
        .order_by(Picture.position, Picture.id)
    )
    return tuple(PictureRow(*row[:5], bytes(row.content or b"")) for row in db.execute(query))
