"""Photographs of people and events; the bytes come from `exchange.photographs` and lie outside the journal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from planner.errors import BadInput
from planner.model.events import Event
from planner.model.people import Person, PersonName
from planner.model.pictures import Picture
from planner.operations import fields
from planner.operations.order import put_in_order
from planner.operations.registry import Work, operation

PICTURE_FIELDS: Mapping[str, fields.Check] = {
    "position": fields.number,
    "consent": fields.flag,
    "credit": fields.words,
}
_JPEG = b"\xff\xd8\xff"


@operation("Photograph of {name}")
def set_photograph(work: Work, person_id: int, content: bytes, *, width: int, height: int) -> int:
    """Give a person a photograph in the place of the one before; return its id. Raise BadInput for what is no JPEG."""
    work.get(Person, person_id)
    found = work.find(Picture, person_id=person_id)
    picture = found[0] if found else work.add(Picture(person_id=person_id, content=""))
    _put(work, picture, content, width, height)
    work.values["name"] = _called(work, person_id)
    return picture.id


@operation("Add a photograph of the event")
def add_event_picture(work: Work, event_id: int, content: bytes, *, width: int, height: int) -> int:
    """Add a photograph to an event, after those it has; return its id. Raise BadInput for what is no JPEG."""
    work.get(Event, event_id)
    place = 1 + max((one.position for one in work.find(Picture, event_id=event_id)), default=-1)
    picture = work.add(Picture(event_id=event_id, content="", position=place))
    _put(work, picture, content, width, height)
    return picture.id


@operation("Edit a photograph")
def edit_picture(work: Work, picture_id: int, **values: Any) -> None:
    """Set fields of a photograph (`PICTURE_FIELDS`)."""
    fields.put(work.get(Picture, picture_id), values, PICTURE_FIELDS)


@operation("Put the photographs in order")
def order_pictures(work: Work, event_id: int, picture_ids: Sequence[int]) -> None:
    """Put the photographs of an event in this order; those not named follow as they stood."""
    work.get(Event, event_id)
    put_in_order(work.find(Picture, event_id=event_id), picture_ids)


@operation("Remove a photograph")
def remove_picture(work: Work, picture_id: int) -> None:
    """Remove a photograph."""
    work.remove(work.get(Picture, picture_id))


def _put(work: Work, picture: Picture, content: bytes, width: int, height: int) -> None:
    if not content.startswith(_JPEG):
        raise BadInput("A photograph is kept as JPEG only, without what the camera wrote into it.")
    picture.content, picture.width, picture.height = work.keep(content), width, height


def _called(work: Work, person_id: int) -> str:
    names = work.find(PersonName, person_id=person_id)
    return f"{names[0].given} {names[0].surname}".strip() if names else ""
