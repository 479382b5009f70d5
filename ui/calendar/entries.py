"""What stands in the days of the calendar: events, days that matter, busy times, tasks, in lanes. Plain data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from planner.checks.preparation import NextStep
from planner.queries.events import EventRow
from planner.rules.calendar import DayKind, FeastDay, Status
from planner.rules.preparation import TaskState
from planner.rules.times import zone_named
from ui.calendar.gathered import CalendarFacts
from ui.calendar.words import day_title, remarks
from ui.common.event_words import state_word
from ui.common.named import first_name, shown
from ui.common.task_words import task_title
from ui.translate import language, t, tn

WEEK = 7


class Entry(NamedTuple):
    """One thing in the calendar from a day to a day.

    `kind` is "event", "day", "busy" or "task" (all tasks of an event on a day); `id` is of event, own day or task.

    `mark` tells how sure a day is; `role` is the ground it stands on; `words` are read out and shown in full.
    """

    kind: str
    id: int
    day: date
    to_day: date
    text: str
    words: str
    role: str
    mark: Status | None = None
    quiet: bool = False
    feast: FeastDay | None = None

    def covers(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.day <= day <= self.to_day


class Placed(NamedTuple):
    """An entry in a week: from one column to another, in a lane."""

    entry: Entry
    first: int
    last: int
    lane: int


def entries(facts: CalendarFacts) -> tuple[Entry, ...]:
    """Return everything there is to show, in the order in which it should stand on a day."""
    found = [_event(row) for row in facts.events]
    found += [_day(one) for one in facts.days if one.kind is not DayKind.FAST]
    found += _busy(facts)
    found += [_day(one) for one in facts.days if one.kind is DayKind.FAST]
    found += _tasks(facts)
    return tuple(found)


def placed(shown_entries: Sequence[Entry], monday: date) -> tuple[Placed, ...]:
    """Lay the entries of a week in lanes: none covers another, those of several days stand in one line."""
    taken: list[list[bool]] = []
    found = []
    for one in shown_entries:
        first, last = (one.day - monday).days, (one.to_day - monday).days
        if last < 0 or first >= WEEK:
            continue
        columns = range(max(first, 0), min(last, WEEK - 1) + 1)
        lane = next((n for n, row in enumerate(taken) if not any(row[c] for c in columns)), len(taken))
        if lane == len(taken):
            taken.append([False] * WEEK)
        for column in columns:
            taken[lane][column] = True
        found.append(Placed(one, columns[0], columns[-1], lane))
    return tuple(found)


def on_day(shown_entries: Iterable[Entry], day: date) -> tuple[Entry, ...]:
    """Return what there is on a day."""
    return tuple(one for one in shown_entries if one.covers(day))


def _event(row: EventRow) -> Entry:
    title = shown(row.short_title or row.title, *row.languages)
    return Entry("event", row.id, row.from_day, row.to_day, title, f"{title} · {state_word(row.state)}", "host")


def _day(one: FeastDay) -> Entry:
    title = day_title(one)
    text = f"{one.country} {title}" if one.country else title
    role = "guest" if one.kind is DayKind.MOURNING else "attention" if one.non_working else "invited"
    quiet = one.kind in (DayKind.FAST, DayKind.SHORTENED)
    return Entry(
        "day", one.row_id, one.day, one.to_day, text, f"{title} — {remarks(one)}", role, one.status, quiet, one
    )


def _busy(facts: CalendarFacts) -> list[Entry]:
    zone = zone_named(facts.zone)
    found = []
    for one in facts.busy:
        name = _surname(facts, one.person_id)
        starts = datetime.fromtimestamp(one.start * 60, UTC).astimezone(zone)
        ends = datetime.fromtimestamp(one.end * 60, UTC).astimezone(zone)
        last = (ends - timedelta(minutes=1)).date() if one.end > one.start else starts.date()
        title = one.title or t("private appointment")
        when = t("all day") if one.all_day else f"{starts:%H:%M}–{ends:%H:%M}"
        text = name if one.all_day else f"{starts:%H:%M} {name}"
        words = f"{name}: {when} {title}" + (f" · {t('tentative')}" if one.tentative else "")
        first = starts.date()
        found.append(Entry("busy", one.person_id, first, max(last, first), text, words, "item", quiet=True))
    return found


def _tasks(facts: CalendarFacts) -> list[Entry]:
    """Return the tasks of each event on each day as one entry: thirty lines of one week would hide all else."""
    together: dict[tuple[int, date], list[NextStep]] = {}
    for one in facts.tasks:
        if one.task.step.due is not None:
            together.setdefault((one.event.id, one.task.step.due), []).append(one)
    found = []
    for (_event_id, day), steps in together.items():
        event = steps[0].event
        late = any(one.task.step.state is TaskState.LATE for one in steps)
        titles = [task_title(one.task.row) for one in steps]
        where = shown(event.short_title or event.title, *event.languages)
        text = titles[0] if len(titles) == 1 else tn("{n} task", "{n} tasks", len(titles))
        words = f"{where}: {'; '.join(titles)}" + (f" · {t('late')}" if late else "")
        role = "attention" if late else "fine"
        found.append(Entry("task", steps[0].task.row.id, day, day, f"{text} · {where}", words, role))
    return found


def _surname(facts: CalendarFacts, person_id: int) -> str:
    names = facts.names.get(person_id, {})
    for tag in (language(), *names):
        if tag in names and names[tag].surname:
            return names[tag].surname
    return first_name(names)
