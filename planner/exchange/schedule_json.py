"""The schedule.json of frab, pretalx and the VOC: the same as the XML, its records counted as they stand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from planner.errors import ImportRefused
from planner.exchange.coscup import is_coscup, read_coscup
from planner.exchange.schedule_draft import Draft, Sheet, by_language, cleaned, plain
from planner.language.catalog import mark

NOT_JSON = mark("This JSON is broken in line {line}, column {column}. Export the schedule again.")
NOT_TEXT = mark("This file is no text that is known here. Export the schedule again as UTF-8.")
OTHER_JSON = mark("This JSON is no schedule: it has neither “schedule” nor “sessions”.")
NO_RECORD = mark("It is no record of a talk.")

_WORDS = ("guid", "code", "id", "slug", "date", "start", "duration", "end", "type", "language")
_ABOUT = ("title", "venue", "city", "day_change", "time_zone_name")


def read_json(data: bytes) -> Sheet:
    """Read a JSON schedule of either kind; raise `ImportRefused` for what is none."""
    try:
        content = json.loads(data.decode(json.detect_encoding(data)).removeprefix("\ufeff"))
    except UnicodeDecodeError as fault:
        raise ImportRefused(NOT_TEXT) from fault
    except json.JSONDecodeError as fault:
        raise ImportRefused(NOT_JSON, line=fault.lineno, column=fault.colno) from fault
    except ValueError as fault:  # a number of thousands of digits
        raise ImportRefused(OTHER_JSON) from fault
    if is_coscup(content):
        return read_coscup(content)
    inner = content.get("schedule", content) if isinstance(content, Mapping) else None
    conference = inner.get("conference") if isinstance(inner, Mapping) else None
    if not isinstance(conference, Mapping):
        raise ImportRefused(OTHER_JSON)
    return _read(conference)


def _read(conference: Mapping[str, Any]) -> Sheet:
    sheet = Sheet("record")
    sheet.conference = {key: words for key in _ABOUT if (words := cleaned(plain(conference.get(key))))}
    for number, (day, room, record) in enumerate(_records(conference), 1):
        draft = Draft(number, room=cleaned(room))
        if isinstance(day, Mapping):
            draft.day, draft.day_start = cleaned(plain(day.get("date"))), cleaned(plain(day.get("day_start")))
        if isinstance(record, Mapping):
            _fill(draft, record, sheet)
        else:
            draft.fault = NO_RECORD
        sheet.add(draft)
    return sheet


def _records(conference: Mapping[str, Any]) -> Iterator[tuple[Any, str, Any]]:
    """Yield each record with the day and the room it stands under."""
    for day in _listed(conference.get("days")):
        rooms = day.get("rooms") if isinstance(day, Mapping) else None
        for room, records in rooms.items() if isinstance(rooms, Mapping) else ():
            for record in _listed(records):
                yield day, room, record


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _fill(draft: Draft, record: Mapping[str, Any], sheet: Sheet) -> None:
    draft.words = {key: words for key in _WORDS if (words := cleaned(plain(record.get(key))))}
    draft.texts = {key: texts for key in ("title", "subtitle", "track") if (texts := by_language(record.get(key)))}
    room = by_language(record.get("room"))
    draft.room = next(iter(room.values()), draft.room)
    if draft.room:
        sheet.rooms.setdefault(draft.room, room or {"": draft.room})
    if track := draft.texts.get("track"):
        sheet.tracks.setdefault(next(iter(track.values())), track)
    for person in _listed(record.get("persons")):
        if isinstance(person, Mapping):
            names = by_language(person.get("public_name") or person.get("name") or person.get("full_public_name"))
            key = next((own for one in ("guid", "code", "id") if (own := cleaned(plain(person.get(one))))), "")
            _add_speaker(draft, sheet, key, names)
        elif names := by_language(person):
            _add_speaker(draft, sheet, "", names)


def _add_speaker(draft: Draft, sheet: Sheet, key: str, names: dict[str, str]) -> None:
    if names:
        key = key or next(iter(names.values()))
        sheet.speakers.setdefault(key, names)
        draft.speakers.append(key)
