"""What the office's calendar shows of a span of days, gathered on a reader in one go."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, NamedTuple

from planner.checks.event_calendar import own_days
from planner.checks.feasts import feast_days
from planner.checks.preparation import NextStep, next_steps
from planner.documents.person_data import NameData
from planner.exchange.busy_times import BusyFile, read_busy_file
from planner.queries.calendar import (
    BusySource,
    busy_sources,
    busy_spans,
    calendar_window,
    office_countries,
    office_days,
    principals,
)
from planner.queries.events import EventRow, events
from planner.queries.office_settings import office_setting
from planner.queries.who import who_is
from planner.rules.busy import BusySpan
from planner.rules.calendar import FeastDay
from planner.rules.kinds import EventState
from planner.rules.text import Language


class CalendarFacts(NamedTuple):
    """Everything that falls on a span of days; `names` are those of the principals by id, `zone` is the office's.

    `tasks` are those still to be done at all events.
    """

    since: date
    until: date
    events: tuple[EventRow, ...]
    days: tuple[FeastDay, ...]
    busy: tuple[BusySpan, ...]
    names: dict[int, dict[Language, NameData]]
    sources: tuple[BusySource, ...]
    countries: tuple[str, ...]
    zone: str
    tasks: tuple[NextStep, ...] = ()


def calendar_facts(db: Any, since: date, until: date, today: date) -> CalendarFacts:
    """Return what the calendar shows from one day to another."""
    countries = office_countries(db)
    people = principals(db)
    held = [
        row
        for row in events(db)
        if row.from_day <= until and since <= row.to_day and row.state is not EventState.CANCELLED
    ]
    around = timedelta(days=20)
    own = own_days(office_days(db), since - around, until + around)
    foreign = tuple(dict.fromkeys([*countries, *(one.country for one in own if one.country)]))
    city = office_setting(db, "office.city", {})
    return CalendarFacts(
        since, until, tuple(held), feast_days(foreign, since, until, own), busy_spans(db, people, since, until),
        {person: who.names for person, who in who_is(db, since, people=people).items()}, busy_sources(db),
        countries, str(city.get("zone", "UTC")), _tasks(db, since, until, today),
    )  # fmt: skip


def _tasks(db: Any, since: date, until: date, today: date) -> tuple[NextStep, ...]:
    """Return what is still to be done on these days, at every event that is not called off."""
    found = next_steps(db, today, days=(until - today).days)
    return tuple(one for one in found if one.task.step.due is not None and since <= one.task.step.due <= until)


def read_file(db: Any, path: str, today: date) -> BusyFile:
    """Read a calendar file for the span in which the office has anything to plan."""
    since, until = calendar_window(db, today)
    zone = office_setting(db, "office.city", {}).get("zone", "UTC")
    return read_busy_file(path, since=since, until=until, zone=str(zone))
