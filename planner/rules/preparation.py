"""What is to be done before an event and after it, and by when (handbook 1.2, 3.11).

A task lies so many working days of the hosts before the event's first day or after its last one, unless somebody
fixed its day. Nothing of that is stored: when the event moves, its tasks move with it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from planner.rules.calendar import NON_WORKING, ONE_DAY, SATURDAY, SUNDAY, DayKind, FeastDay

FARTHEST = 400
"""So many working days from its event a task lies at most."""
_REACH = 2000
"""Days looked at: beyond them a calendar that never works is taken to have none."""


class Anchor(StrEnum):
    """The day of the event a task is counted from."""

    START = "start"
    END = "end"


class TaskState(StrEnum):
    """How a task stands on a day."""

    DONE = "done"
    LATE = "late"
    THIS_WEEK = "this-week"
    AHEAD = "ahead"
    UNDATED = "undated"


class Phase(StrEnum):
    """When in the life of an event a task comes, in order."""

    GROUNDWORK = "groundwork"  # more than six weeks before
    PROGRAMME = "programme"  # to two weeks before
    PAPERS = "papers"
    LAST_WEEK = "last-week"
    EVENT = "event"
    AFTER = "after"
    UNDATED = "undated"


class WorkCalendar(NamedTuple):
    """Which days somebody works: `worked` are days that lie on a weekend or a holiday and are worked all the same."""

    closed: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()
    weekend: frozenset[int] = frozenset({SATURDAY, SUNDAY})

    def works(self, day: date) -> bool:
        """Tell whether a day is worked."""
        return day in self.worked or (day not in self.closed and day.weekday() not in self.weekend)


class Counted(NamedTuple):
    """A task as far as its day goes."""

    id: int
    anchor: str = Anchor.START
    offset: int | None = None
    fixed: date | None = None
    done_on: date | None = None
    position: int = 0


class Step(NamedTuple):
    """A task with its day on a day: `days` are those left (negative: passed), None without a day.

    `late_start` tells that its day had passed before anybody could begin: the event was entered later.
    """

    id: int
    due: date | None
    state: TaskState
    phase: Phase
    late_start: bool = False
    days: int | None = None


class TaskFact(NamedTuple):
    """A task the checks ask for, by its code, and the last day on which it may be done."""

    id: int
    code: str
    last_day: date | None = None
    done: bool = False


class When(NamedTuple):
    """When something is due, as it is written: "T-5", or a day."""

    anchor: str = Anchor.START
    offset: int | None = None
    fixed: date | None = None


def work_calendar(days: Iterable[FeastDay], weekend: Collection[int]) -> WorkCalendar:
    """Return the working days of a country from its calendar, its moved working days among them."""
    days = tuple(days)
    worked = frozenset(day for one in days if one.kind is DayKind.WORKING for day in one.days())
    closed = (one for one in days if one.non_working or one.kind in NON_WORKING)
    return WorkCalendar(frozenset(day for one in closed for day in one.days()) - worked, worked, frozenset(weekend))


def due_day(anchor: date, offset: int, calendar: WorkCalendar) -> date:
    """Return the day so many working days after a day, before it where negative; 0 is the day itself, worked or not."""
    step, left, day = (ONE_DAY if offset > 0 else -ONE_DAY), abs(offset), anchor
    for _ in range(_REACH):
        if not left:
            return day
        day += step
        left -= calendar.works(day)
    return anchor + timedelta(days=offset)


def due_of(task: Counted, since: date, until: date, calendar: WorkCalendar) -> date | None:
    """Return the day of a task of an event on these days: the one fixed, else the one counted, else None."""
    if task.fixed is not None or task.offset is None:
        return task.fixed
    return due_day(until if task.anchor == Anchor.END else since, task.offset, calendar)


def plan(
    tasks: Iterable[Counted], since: date, until: date, calendar: WorkCalendar,
    *, today: date, made_on: date | None = None,
) -> tuple[Step, ...]:  # fmt: skip
    """Return the tasks of an event with their days, in their order: by day, then as they were put.

    `made_on` is when the event was entered; what was due before is a late start, done at once and in its order.
    """
    steps = []
    for task in tasks:
        due = due_of(task, since, until, calendar)
        late_start = due is not None and made_on is not None and task.done_on is None and due < made_on
        steps.append((task.position, Step(
            task.id, due, state_of(due, task.done_on, today), phase_of(due, since, until), late_start,
            None if due is None else (due - today).days,
        )))  # fmt: skip
    return tuple(step for _, step in sorted(steps, key=lambda one: (one[1].due or date.max, one[0], one[1].id)))


def state_of(due: date | None, done_on: date | None, today: date) -> TaskState:
    """Return how a task stands; "this week" ends with its Sunday."""
    if done_on is not None:
        return TaskState.DONE
    if due is None:
        return TaskState.UNDATED
    if due < today:
        return TaskState.LATE
    sunday = today + timedelta(days=SUNDAY - today.weekday())
    return TaskState.THIS_WEEK if due <= sunday else TaskState.AHEAD


def phase_of(due: date | None, since: date, until: date) -> Phase:
    """Return in which phase of an event a day lies."""
    if due is None:
        return Phase.UNDATED
    if due > until:
        return Phase.AFTER
    before = (since - due).days
    steps = ((0, Phase.EVENT), (7, Phase.LAST_WEEK), (14, Phase.PAPERS), (42, Phase.PROGRAMME))
    return next((phase for most, phase in steps if before <= most), Phase.GROUNDWORK)


def monday_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


_OFFSET = re.compile(r"[TtТтДд]\s*(?:([-+–−])\s*(\d{1,3}))?")  # Latin T, Cyrillic Т, and Д for день


def read_offset(words: str) -> When | None:
    """Return what "T-5" or "T+3" means: before the first day, after the last; None where it is no such thing."""
    found = _OFFSET.fullmatch(words.strip())
    if found is None:
        return None
    number = int(found[2] or 0)
    if number > FARTHEST:
        return None
    return When(Anchor.END, number) if found[1] == "+" and number else When(Anchor.START, -number)


def write_offset(anchor: str, offset: int) -> str:
    """Return "T-5"; what is counted from the other end than usual says so by a star, "T+2*"."""
    usual = Anchor.END if offset > 0 else Anchor.START
    return f"T{offset:+d}{'' if anchor == usual or not offset else '*'}" if offset else "T"


def split_offset(words: str) -> tuple[str, When | None]:
    """Part what was typed, "Book the hall T-30", into the task and when it is due."""
    found = re.fullmatch(r"(.+?)[\s,;:]+(\w\s*[-+–−]\s*\d+)", words.strip())
    when = read_offset(found[2]) if found else None
    return (found[1], when) if found and when else (words.strip(), None)
