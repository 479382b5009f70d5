"""The JSON of COSCUP: sessions, speakers, rooms and session types by id, each named in Chinese and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.exchange.schedule_draft import Draft, Sheet, cleaned, plain
from planner.language.catalog import mark
from planner.rules.person_record import Problem

LANGUAGES = ("zh", "en")

NO_RECORD = mark("It is no record of a talk.")
NO_SUCH_SPEAKER = mark("The speaker {id} is not among the speakers of the file.")


def is_coscup(content: Any) -> bool:
    """Tell this form of JSON from others."""
    return isinstance(content, Mapping) and isinstance(content.get("sessions"), list)


def read_coscup(content: Mapping[str, Any]) -> Sheet:
    """Read the sessions, counted as they stand. What an id stands for may be missing; then the id is its name."""
    sheet = Sheet("record")
    sheet.rooms = _named(content.get("rooms"))
    sheet.tracks = _named(content.get("session_types"))
    sheet.speakers = _named(content.get("speakers"))
    for number, record in enumerate(content["sessions"], 1):
        draft = Draft(number)
        if isinstance(record, Mapping):
            _fill(draft, record, sheet)
        else:
            draft.fault = NO_RECORD
        sheet.add(draft)
    return sheet


def _named(rows: Any) -> dict[str, dict[str, str]]:
    """Return the names by id."""
    found = {}
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, Mapping) and (key := cleaned(plain(row.get("id")))):
            found[key] = _wordings(row, "name")
    return {key: names for key, names in found.items() if names}


def _wordings(row: Mapping[str, Any], field: str) -> dict[str, str]:
    pairs = {tag: row[tag].get(field) for tag in LANGUAGES if isinstance(row.get(tag), Mapping)}
    return {tag: words for tag, value in pairs.items() if (words := cleaned(plain(value)))}


def _fill(draft: Draft, record: Mapping[str, Any], sheet: Sheet) -> None:
    draft.texts = {field: texts for field in ("title", "subtitle") if (texts := _wordings(record, field))}
    draft.words = {key: words for key in ("id", "language", "end") if (words := cleaned(plain(record.get(key))))}
    draft.words["date"] = cleaned(plain(record.get("start")))
    draft.room = cleaned(plain(record.get("room")))
    if draft.room:
        sheet.rooms.setdefault(draft.room, {"": draft.room})
    if (track := cleaned(plain(record.get("type")))) in sheet.tracks:
        draft.texts["track"] = {"": track}
    speakers = record.get("speakers")
    for value in speakers if isinstance(speakers, list) else ():
        key = cleaned(plain(value))
        if key in sheet.speakers:
            draft.speakers.append(key)
        elif key:
            sheet.problems.append(Problem(draft.line, NO_SUCH_SPEAKER, {"id": key}))
