"""What tasks, their owners, days and phases are called on the screen."""

from __future__ import annotations

from datetime import date, timedelta

from planner.checks.preparation import PlannedTask
from planner.language import task_names
from planner.language.catalog import mark
from planner.language.languages import find
from planner.language.search import fold
from planner.queries.preparation import TaskRow
from planner.rules.preparation import Phase, TaskState, write_offset
from planner.rules.text import Language
from ui.common.event_words import day_short
from ui.common.named import first_name
from ui.common.pill import Tone
from ui.translate import language, t, tn

PHASES = {
    Phase.GROUNDWORK: mark("Groundwork"),
    Phase.PROGRAMME: mark("Programme, people, places"),
    Phase.PAPERS: mark("Papers and texts"),
    Phase.LAST_WEEK: mark("The last week"),
    Phase.EVENT: mark("The event itself"),
    Phase.AFTER: mark("Afterwards"),
    Phase.UNDATED: mark("Without a day"),
}
FAR = 99
"""Days away from which their number says nothing more than the day itself."""
SHORTEST = 3
"""Letters of a part of one's name by which a task is found to be one's own."""


def task_title(row: TaskRow) -> str:
    """Return what is to be done: the office's words, else the handbook's in the interface's language."""
    return task_names.task_title(row.code, row.title, language())


def owner_word(row: TaskRow, *languages: Language) -> str:
    """Return who does it: a person by name, else the office's words, else whom the handbook names."""
    if row.names:
        return first_name(row.names, language(), *languages)
    return task_names.task_owner(row.code, row.owner, language())


def is_mine(row: TaskRow, author: str) -> bool:
    """Tell whether a task is somebody's: a part of the author's name stands in its owner's or person's name."""
    parts = {part for part in fold(author).split() if len(part) >= SHORTEST}
    names = [row.owner, *(f"{name.surname} {name.given}" for name in row.names.values())]
    return any(part in fold(name).replace(".", " ").split() for name in names for part in parts)


def weekday_short(day: date) -> str:
    """Return a weekday as briefly as the interface's language writes it."""
    return find(language()).weekdays_short[day.weekday()]


def due_word(task: PlannedTask, today: date) -> str:
    """Return the day of a task with its weekday: "Fri 19 Apr"; the year where it is another one."""
    due = task.step.due
    if due is None:
        return t("no day")
    year = f" {due.year}" if due.year != today.year else ""
    return f"{weekday_short(due)} {day_short(due)}{year}"


def offset_word(row: TaskRow) -> str:
    """Return "T−5" for a day that is counted, "" for one that is fixed."""
    if row.due is not None or row.offset is None:
        return ""
    return write_offset(row.anchor, row.offset).replace("-", "−")


def away_word(task: PlannedTask) -> str:
    """Tell how far the day of a task is away, or when it was done."""
    step, row = task.step, task.row
    if row.done_on is not None:
        return t("done on {day}", day=day_short(row.done_on))
    if step.days is None:
        return ""
    if abs(step.days) > FAR:
        return t("late") if step.days < 0 else ""
    if step.days < 0:
        return tn("{n} day late", "{n} days late", -step.days)
    if step.days == 0:
        return t("today")
    return t("tomorrow") if step.days == 1 else tn("in {n} day", "in {n} days", step.days)


def pill_word(task: PlannedTask) -> tuple[str, Tone] | None:
    """Return the word of a task that needs somebody now, and its tone."""
    step = task.step
    if step.state is TaskState.LATE:
        return (t("late start"), Tone.ATTENTION) if step.late_start else (away_word(task), Tone.STOP)
    if step.state is TaskState.THIS_WEEK:
        return away_word(task), Tone.ATTENTION
    return (away_word(task), Tone.FINE) if step.state is TaskState.DONE else None


def phase_word(phase: Phase) -> str:
    """Return what a phase is called."""
    return t(PHASES[phase])


def week_word(monday: date, today: date) -> str:
    """Return what a week is called: its days, and whether it is this or the next one."""
    sunday = monday + timedelta(days=6)
    days = f"{day_short(monday)} – {day_short(sunday)}" + (f" {sunday.year}" if sunday.year != today.year else "")
    away = (monday - (today - timedelta(days=today.weekday()))).days // 7
    near = {0: t("this week"), 1: t("next week"), -1: t("last week")}.get(away, "")
    return f"{days} · {near}" if near else days

