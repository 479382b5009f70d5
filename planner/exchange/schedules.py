"""Programmes of conferences from files of other software: schedule.xml, schedule.json, and the JSON of COSCUP."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from planner.errors import ImportRefused
from planner.exchange.reading import Limits, ask_reader, content_of
from planner.exchange.schedule_draft import NO_RECORDS, Reader, Sheet, cleaned
from planner.exchange.schedule_json import read_json
from planner.exchange.schedule_languages import Tags
from planner.exchange.schedule_xml import read_xml
from planner.language.catalog import mark
from planner.rules.kinds import NameOrder
from planner.rules.person_record import ImportedName, Problem, Rejection
from planner.rules.schedule import Schedule, Speaker, Talk
from planner.rules.text import Language

LIMITS = Limits(
    too_large=mark("This file is larger than {limit} MB. A schedule without its attachments is smaller."),
    too_slow=mark("Reading this file took longer than {seconds} seconds, so it was stopped. Divide it into several."),
    too_greedy=mark("This file cannot be read within safe bounds. Export the schedule again."),
)


def read_schedule(
    path: str | os.PathLike[str],
    *,
    languages: Sequence[Language],
    language: Language | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Schedule:
    """Read a schedule in a child process with limits; raise `ImportRefused` in words.

    `languages` are the event's, whose tags the words get; `language` is that of words whose file names none.
    """
    name, data = content_of(path, LIMITS)
    options = {"kind": "schedule", "languages": list(languages), "language": language}
    return schedule_from_json(ask_reader(data, options, cancelled, LIMITS)["schedule"])._replace(source_name=name)


def parse_schedule(data: bytes, languages: Sequence[Language], language: Language | None = None) -> Schedule:
    """Return the schedule in these bytes; called in the child process, where a file may do no harm."""
    sheet = read_xml(data) if _is_xml(data) else read_json(data)
    if not sheet.drafts:
        raise ImportRefused(NO_RECORDS)
    tags = Tags(sheet.drafts, languages, language)
    reader = Reader(sheet)
    found = [reader.read(draft) for draft in sheet.drafts]
    speakers = {key: one for key, names in sheet.speakers.items() if (one := tags.speaker(names)) is not None}
    talks = tuple(_tagged(talk, tags, speakers) for talk in found if isinstance(talk, Talk))
    return Schedule(
        talks,
        {key: tags.words(names) for key, names in _used(sheet.rooms, [talk.room for talk in talks]).items()},
        {key: tags.words(names) for key, names in _used(sheet.tracks, [talk.track for talk in talks]).items()},
        _used(speakers, [key for talk in talks for key in talk.speakers]),
        _about(sheet, "title", tags), _about(sheet, "venue", tags) or _about(sheet, "city", tags),
        sheet.conference.get("time_zone_name", ""), sheet.counted,
        tuple(one for one in found if isinstance(one, Rejection)), (*sheet.problems, *reader.problems),
    )  # fmt: skip


def _is_xml(data: bytes) -> bool:
    start = data[:400].decode(json.detect_encoding(data[:400]), "ignore")
    return start.lstrip("\ufeff \t\r\n").startswith("<")


def _tagged(talk: Talk, tags: Tags, speakers: Mapping[str, Speaker]) -> Talk:
    known = tuple(key for key in talk.speakers if key in speakers)
    return talk._replace(title=tags.words(talk.title), note=tags.words(talk.note), speakers=known)


def _used(named: Mapping[str, Any], keys: Sequence[str]) -> dict[str, Any]:
    used = set(keys)
    return {key: value for key, value in named.items() if key in used}


def _about(sheet: Sheet, key: str, tags: Tags) -> dict[Language, str]:
    words = cleaned(sheet.conference.get(key, ""))
    return {tags.own: words} if words else {}


def schedule_to_json(schedule: Schedule) -> dict[str, Any]:
    """Return the form in which the reading child hands a schedule over."""
    found = schedule._asdict()
    found["talks"] = [
        {**talk._asdict(), "day": talk.day.isoformat(), "programme_day": talk.programme_day.isoformat()}
        for talk in schedule.talks
    ]
    found["speakers"] = {key: list(one) for key, one in schedule.speakers.items()}
    found["rejected"] = [(one.line, one.reason, dict(one.values)) for one in schedule.rejected]
    found["problems"] = [(one.line, one.message, dict(one.values), one.fatal) for one in schedule.problems]
    return found


def schedule_from_json(data: Mapping[str, Any]) -> Schedule:
    """Read what `schedule_to_json` wrote."""
    return Schedule(**{
        **data,
        "talks": tuple(_talk(one) for one in data["talks"]),
        "speakers": {key: _speaker(*one) for key, one in data["speakers"].items()},
        "rejected": tuple(Rejection(*one) for one in data["rejected"]),
        "problems": tuple(Problem(*one) for one in data["problems"]),
    })  # fmt: skip


def _talk(data: Mapping[str, Any]) -> Talk:
    day, under = date.fromisoformat(data["day"]), date.fromisoformat(data["programme_day"])
    return Talk(**{**data, "day": day, "programme_day": under, "speakers": tuple(data["speakers"])})


def _speaker(names: Mapping[str, list[str]], orders: Mapping[str, str], note: str) -> Speaker:
    return Speaker(
        {tag: ImportedName(*name) for tag, name in names.items()},
        {tag: NameOrder(order) for tag, order in orders.items()},
        note,
    )
