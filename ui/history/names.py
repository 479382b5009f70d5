"""What the ids in a step of the history stand for: the step is read with the names of all it refers to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from planner.queries.events import events
from planner.queries.history import FieldChange, step_fields
from planner.queries.members import called as called_members
from planner.queries.organisations import organisations
from planner.queries.venues import venues
from planner.queries.who import who_is
from planner.rules.text import Text
from ui.common.named import first_name, shown
from ui.translate import language

Key = tuple[str, int]


class NamedChanges(NamedTuple):
    """What a step changed, and the names of what it refers to, by kind and id."""

    number: int
    changes: tuple[FieldChange, ...]
    names: Mapping[Key, Text | Any]


KINDS = {
    "person_id": "person",
    "venue_id": "venue",
    "room_id": "room",
    "organisation_id": "organisation",
    "partner_id": "organisation",
    "other_id": "event",
    **dict.fromkeys(("guest_id", "host_id", "officer_id", "participation_id", "spouse_of_id", "replaces_id"), "member"),
}
"""The fields that refer to something with a name of its own."""


def named_step(db: Any, number: int, day: date) -> NamedChanges:
    """Return what a step changed, with the names as of a day."""
    changes = step_fields(db, number)
    wanted: dict[str, set[int]] = {}
    for one in changes:
        if kind := KINDS.get(one.field):
            wanted.setdefault(kind, set()).update(value for value in (one.before, one.after) if isinstance(value, int))
    names: dict[Key, Any] = {}
    if people := wanted.get("person"):
        names |= {("person", who.id): who.names for who in who_is(db, day, people=people).values()}
    if "venue" in wanted or "room" in wanted:
        for venue in venues(db):
            names["venue", venue.id] = venue.name
            names |= {("room", room.id): room.name for room in venue.rooms}
    if "organisation" in wanted:
        names |= {("organisation", row.id): row.name for row in organisations(db)}
    if members := wanted.get("member"):
        names |= {("member", one): found for one, found in called_members(db, members, day).items()}
    if "event" in wanted:
        names |= {("event", row.id): row.title for row in events(db)}
    return NamedChanges(number, changes, names)


def called(names: Mapping[Key, Any], field: str, value: object) -> str:
    """Return what an id in a field stands for; "" where it is gone or stands for nothing with a name."""
    if not isinstance(value, int):
        return ""
    found = names.get((KINDS.get(field, ""), value))
    if found is None:
        return ""
    return shown(found) if isinstance(found, Text) else first_name(found, language())
