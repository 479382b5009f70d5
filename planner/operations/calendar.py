"""The office's calendar: its own days, busy times read from files, and greetings put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date
from typing import Any

from planner.errors import BadInput
from planner.model.calendar import BusyTime, OfficeDay
from planner.model.events import Greeting
from planner.model.people import Person
from planner.operations import fields
from planner.operations.registry import Work, operation
from planner.rules.busy import BusyTime as Appointment
from planner.rules.calendar import OWN_KINDS, DayKind
from planner.rules.text import EMPTY, Text

LONGEST = 366
"""Days of the longest own entry."""
MOST = 20_000
"""Busy times of one file: more is no one's calendar."""


def _kind(value: Any) -> str:
    kind = DayKind(value)
    if kind not in OWN_KINDS:
        raise ValueError
    return kind.value


DAY_FIELDS: Mapping[str, fields.Check] = {
    "day": fields.day,
    "to_day": fields.optional(fields.day),
    "kind": _kind,
    "country": fields.country,
    "feast": fields.words,
    "source": fields.words,
    "yearly": fields.flag,
}


@operation("Enter {day} in the calendar")
def add_office_day(work: Work, day: date, *, title: Text = EMPTY, **values: Any) -> int:
    """Enter a day of the office's own (`DAY_FIELDS`): mourning, a decree, an announced feast; return its id."""
    row = work.add(OfficeDay(day=day, title=title))
    fields.put(row, values, DAY_FIELDS)
    _require(row)
    work.values["day"] = _called(row)
    return row.id


@operation("Edit {day} in the calendar")
def edit_office_day(work: Work, office_day_id: int, **values: Any) -> None:
    """Set fields of one of the office's own days."""
    row = work.get(OfficeDay, office_day_id)
    fields.put(row, values, DAY_FIELDS)
    _require(row)
    work.values["day"] = _called(row)


@operation("Remove {day} from the calendar")
def remove_office_day(work: Work, office_day_id: int) -> None:
    """Remove one of the office's own days."""
    row = work.get(OfficeDay, office_day_id)
    work.values["day"] = _called(row)
    work.remove(row)


@operation("Read the busy times from {source}")
def read_busy_times(work: Work, person_id: int, source: str, times: Sequence[Appointment]) -> int:
    """Keep somebody's busy times of one file in place of what was read from it before; return how many there are.

    What is as it was keeps its row, so that reading a file again changes only what changed in it.
    """
    work.get(Person, person_id)
    if not source:
        raise BadInput("Busy times need the name of the file they come from.")
    if len(times) > MOST:
        raise BadInput("{count} busy times are more than one person has. Export a shorter span.", count=len(times))
    old = {(row.uid, row.starts): row for row in work.find(BusyTime, person_id=person_id, source=source)}
    for one in times:
        starts, ends = one.starts.astimezone(UTC).isoformat(), one.ends.astimezone(UTC).isoformat()
        row = old.pop((one.uid, starts), None)
        values = {"ends": ends, "all_day": one.all_day, "title": one.title, "tentative": one.tentative}
        if row is None:
            work.add(BusyTime(person_id=person_id, source=source, uid=one.uid, starts=starts, **values))
            continue
        for name, value in values.items():
            if getattr(row, name) != value:
                setattr(row, name, value)
    for row in old.values():
        work.remove(row)
    work.values["source"] = source
    return len(times)


@operation("Forget the busy times of {source}")
def forget_busy_times(work: Work, person_id: int, source: str) -> None:
    """Take away what was read from one file for somebody."""
    for row in work.find(BusyTime, person_id=person_id, source=source):
        work.remove(row)
    work.values["source"] = source


@operation("Congratulate on the right feast")
def correct_greeting(work: Work, greeting_id: int, feast: str, *, words: Text = EMPTY) -> None:
    """Bind a greeting to the feast that is on its day, with the words for it (W-41); without words they go, unsaid."""
    greeting = work.get(Greeting, greeting_id)
    if not feast:
        raise BadInput("A greeting needs a feast.")
    if greeting.feast != feast:
        greeting.feast = feast
    if greeting.words != words:
        greeting.words = words


def _require(row: OfficeDay) -> None:
    if row.to_day is not None and row.to_day < row.day:
        raise BadInput("The entry ends before it begins: {last} is before {first}.", first=row.day, last=row.to_day)
    if row.to_day is not None and (row.to_day - row.day).days > LONGEST:
        raise BadInput("An entry lasts at most {days} days. Look at the year.", days=LONGEST)


def _called(row: OfficeDay) -> str:
    return row.title.first() or row.day.isoformat()
