"""Importing the programme of a conference, end to end: read a file, preview, apply; for window and command line."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection

from planner.app import Changes, Planner
from planner.exchange.schedules import read_schedule
from planner.language import catalog
from planner.language.catalog import mark
from planner.language.search import fold
from planner.operations.import_schedule import apply_schedule
from planner.queries.events import EventPage, event_page
from planner.queries.import_schedule import known_programme
from planner.rules.kinds import ItemKind
from planner.rules.people_import import Outcome
from planner.rules.person_record import Problem
from planner.rules.schedule import Schedule
from planner.rules.schedule_import import SchedulePreview, compare
from planner.rules.text import Language, Text

SPEAKERS = mark("Speakers")
LEFT_AS_THEY_WERE = mark(
    "The programme has talks of an earlier import that do not stand in this file: {count}. They were left as they "
    "are; look whether they still take place."
)
OUTSIDE = mark("The programme has days outside those of the event ({first} to {last}). Look at the days of the event.")
OTHER_ZONE = mark("The file counts its times in {zone}, the event in {own}. Look at the zone of the event.")
NOT_OF_THE_EVENT = mark(
    "The words were taken for {language}, which the event does not have. Say in which language the file is."
)


class PreparedSchedule(NamedTuple):
    """An import before it is applied: what was read, and what it would do. `speakers` names their delegation."""

    event_id: int
    preview: SchedulePreview
    speakers: Mapping[Language, str]
    problems: tuple[Problem, ...]

    @property
    def schedule(self) -> Schedule:
        """What was read."""
        return self.preview.schedule


def read(
    path: str | os.PathLike[str], page: EventPage, *, language: Language | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Schedule:  # fmt: skip
    """Read a schedule for an event in a child process with limits; raise ImportRefused in words.

    `language` is that of words whose file names none; left out, it is told by the file and the event's languages.
    """
    return read_schedule(path, languages=page.languages, language=language, cancelled=cancelled)


def prepare(db: Connection, event_id: int, schedule: Schedule) -> PreparedSchedule:
    """Compare a schedule with the event; nothing is written."""
    page = event_page(db, event_id)
    speakers = _speakers(page.languages)
    named = {SPEAKERS, *(catalog.text(SPEAKERS, tag) for tag in catalog.languages())}
    known = known_programme(db, event_id, speakers_named=named)
    preview = compare(
        schedule, known, zone=page.host_zone, title=_by_language(page.title), place=_by_language(page.place), fold=fold
    )
    return PreparedSchedule(event_id, preview, speakers, tuple(_problems(preview, page)))


def apply(planner: Planner, prepared: PreparedSchedule, *, origin: object = None) -> Changes:
    """Apply an import as one step; where the programme is as the file says, nothing is written."""
    return planner.execute(
        apply_schedule, prepared.event_id, prepared.preview, source=prepared.schedule.source_name,
        speakers=prepared.speakers, origin=origin,
    )  # fmt: skip


def report(prepared: PreparedSchedule) -> dict[str, Any]:
    """Return the report of an import: rows = new + same + changed + rejected, and each rejection by line or record."""
    preview, counted = prepared.preview, prepared.schedule.counted
    sessions = sum(1 for line in preview.lines if line.item.kind is not ItemKind.TALK)
    return {
        "rows": prepared.schedule.rows,
        **{outcome.value: preview.count(outcome) for outcome in (Outcome.NEW, Outcome.SAME, Outcome.CHANGED)},
        "rejected": len(preview.rejected),
        "sessions": sessions,
        "rooms": len(prepared.schedule.rooms),
        "tracks": len(prepared.schedule.tracks),
        "speakers": len(preview.people),
        "rejections": [{counted: one.line, "reason": str(one)} for one in preview.rejected],
        "problems": [{counted: one.line, "problem": str(one)} for one in prepared.problems],
    }


def _problems(preview: SchedulePreview, page: EventPage) -> list[Problem]:
    schedule = preview.schedule
    found = list(schedule.problems)
    days = schedule.days
    if days and (days[0] < page.from_day or days[-1] > page.to_day):
        span = {"first": page.from_day.isoformat(), "last": page.to_day.isoformat()}
        found.append(Problem(0, OUTSIDE, span))
    zones = sorted({line.item.when.zone for line in preview.lines} - {page.host_zone})
    found += [Problem(0, OTHER_ZONE, {"zone": zone, "own": page.host_zone}) for zone in zones]
    languages = sorted({tag for talk in schedule.talks for tag in talk.title} - set(page.languages))
    found += [Problem(0, NOT_OF_THE_EVENT, {"language": tag}) for tag in languages]
    if preview.left:
        found.append(Problem(0, LEFT_AS_THEY_WERE, {"count": str(preview.left)}))
    return found


def _speakers(languages: tuple[Language, ...]) -> dict[Language, str]:
    """Return what the delegation of speakers is called in the event's languages that have a word for it here."""
    words = {tag: catalog.text(SPEAKERS, tag) for tag in languages}
    own = {tag: said for tag, said in words.items() if said != SPEAKERS or tag.partition("-")[0] == "en"}
    return own or {"en": SPEAKERS}


def _by_language(text: Text) -> dict[Language, str]:
    return {tag: wording.text for tag, wording in text.wordings.items()}
