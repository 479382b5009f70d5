"""The tasks of events with their days, counted in the working days of the hosts' calendar (handbook 1.2).

Here and not among the queries, since only the checks know the holidays of countries.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from planner.checks.event_calendar import own_days
from planner.checks.feasts import feast_days
from planner.checks.holidays import public_year
from planner.language.feasts import country_days
from planner.queries.calendar import event_countries, office_days
from planner.queries.events import EventPage, EventRow, event_page, events
from planner.queries.preparation import TaskRow, entered_on, open_task_rows, task_rows
from planner.rules.checks.prepared import LAST_DAYS, last_day
from planner.rules.kinds import EventState
from planner.rules.preparation import Step, TaskFact, TaskState, WorkCalendar, due_of, plan, work_calendar

BEFORE, AFTER = timedelta(days=300), timedelta(days=90)
"""So far from an event its tasks reach: T-180 and T+30 in working days, with room for holidays."""
SOON = 14
"""Days ahead that are the next steps of an office."""


class PlannedTask(NamedTuple):
    """A task and how it stands on a day."""

    row: TaskRow
    step: Step

    @property
    def is_open(self) -> bool:
        """Tell whether it is still to be done."""
        return self.step.state is not TaskState.DONE


class EventTasks(NamedTuple):
    """The tasks of an event in order of their days."""

    page: EventPage
    calendar: WorkCalendar
    entered_on: date | None
    tasks: tuple[PlannedTask, ...]


class NextStep(NamedTuple):
    """What is to be done next, at which event."""

    event: EventRow
    task: PlannedTask


def host_calendar(db: Connection, event_id: int, since: date, until: date) -> WorkCalendar:
    """Return the working days of an event's hosts: of their first country, with the office's own days."""
    countries = event_countries(db, event_id).host[:1]
    days = feast_days(countries, since, until, own_days(office_days(db), since, until))
    return work_calendar(days, weekend_of(countries[0] if countries else "", since.year))


def weekend_of(country: str, year: int) -> frozenset[int]:
    """Return the days of the week a country rests; Saturday and Sunday where it is unknown."""
    return frozenset(country_days(country).get("weekend", ())) or public_year(country, year).weekend


def event_tasks(db: Connection, event_id: int, today: date) -> EventTasks:
    """Return the tasks of an event with their days. Raise NotFound in words."""
    return _planned(db, event_page(db, event_id), task_rows(db, event_id), today)


def next_steps(db: Connection, today: date, *, days: int = SOON) -> tuple[NextStep, ...]:
    """Return what is late or due within some days at all events that are not over, the most urgent first."""
    by_event: dict[int, list[TaskRow]] = {}
    for row in open_task_rows(db):
        by_event.setdefault(row.event_id, []).append(row)
    found = []
    for event in events(db):
        if event.id not in by_event or event.state is EventState.CANCELLED:
            continue
        planned = _planned(db, event_page(db, event.id), tuple(by_event[event.id]), today)
        found += [
            NextStep(event, one) for one in planned.tasks if one.step.days is not None and one.step.days <= days
        ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.task.step.due or date.max, one.event.from_day, one.event.id)))


def tasks_watched(db: Connection, event_id: int, since: date, until: date) -> tuple[TaskFact, ...]:
    """Return the tasks of an event that the rules ask for, with the last day on which each may be done."""
    rows = [row for row in task_rows(db, event_id) if row.code in LAST_DAYS]
    if not rows:
        return ()
    calendar = host_calendar(db, event_id, since - BEFORE, until + AFTER)
    found = []
    for row in rows:
        due = due_of(row.counted(), since, until, calendar)
        day = last_day(row.code, due, since, calendar)
        found.append(TaskFact(row.id, row.code, day, row.done_on is not None))
    return tuple(found)


def _planned(db: Connection, page: EventPage, rows: tuple[TaskRow, ...], today: date) -> EventTasks:
    calendar = host_calendar(db, page.id, page.from_day - BEFORE, page.to_day + AFTER)
    made = entered_on(db, page.id, page.host_zone)
    by_id = {row.id: row for row in rows}
    steps = plan(
        (row.counted() for row in rows), page.from_day, page.to_day, calendar, today=today, made_on=made
    )  # fmt: skip
    return EventTasks(page, calendar, made, tuple(PlannedTask(by_id[step.id], step) for step in steps))
