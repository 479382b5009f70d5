"""The lines of the list of tasks: headings of phases or weeks, and tasks; which of them are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from planner.checks.preparation import PlannedTask
from planner.rules.preparation import Phase, monday_of
from planner.rules.text import Language
from ui.common.named import shown
from ui.common.pill import Tone
from ui.common.task_words import (
    away_word,
    due_word,
    is_mine,
    offset_word,
    owner_word,
    phase_word,
    pill_word,
    task_title,
    week_word,
)
from ui.translate import t

OPEN, ALL, MINE = "open", "all", "mine"
PHASE, WEEK = "phase", "week"


class GroupLine(NamedTuple):
    """A heading: a phase or a week, and how much of it is done."""

    words: str
    remark: str


class TaskLine(NamedTuple):
    """A task as it is drawn and read aloud; `pill` is a word and its tone."""

    task_id: int
    title: str
    second: str
    due: str
    away: str
    done: bool
    late: bool
    pill: tuple[str, Tone] | None


Line = GroupLine | TaskLine


class Wanted(NamedTuple):
    """What is shown: which tasks, under which headings; `kept` stay, though they were ticked just now."""

    which: str = OPEN
    group: str = PHASE
    author: str = ""
    kept: frozenset[int] = frozenset()

    def takes(self, task: PlannedTask) -> bool:
        """Tell whether a task is shown."""
        if self.which == ALL:
            return True
        is_wanted = task.is_open or task.row.id in self.kept
        return is_wanted and (self.which == OPEN or is_mine(task.row, self.author))


def lines(
    tasks: Iterable[PlannedTask], wanted: Wanted, today: date, languages: tuple[Language, ...]
) -> tuple[Line, ...]:  # fmt: skip
    """Return the lines to show, in order of their days."""
    found: list[Line] = []
    for words, group in _groups(tasks, wanted.group, today):
        shown_ones = [one for one in group if wanted.takes(one)]
        if shown_ones:
            done = sum(not one.is_open for one in group)
            found.append(GroupLine(words, t("{done} of {all} done", done=done, all=len(group))))
            found += [_line(one, today, languages) for one in shown_ones]
    return tuple(found)


def _groups(tasks: Iterable[PlannedTask], group: str, today: date) -> Iterator[tuple[str, list[PlannedTask]]]:
    if group == PHASE:
        for phase, found in groupby(tasks, key=lambda one: one.step.phase):
            yield phase_word(phase), list(found)
        return
    for monday, found in groupby(tasks, key=lambda one: one.step.due and monday_of(one.step.due)):
        yield week_word(monday, today) if monday else phase_word(Phase.UNDATED), list(found)


def _line(task: PlannedTask, today: date, languages: tuple[Language, ...]) -> TaskLine:
    row = task.row
    about = shown(row.item, *languages)
    due, offset = due_word(task, today), offset_word(row)
    return TaskLine(
        row.id, task_title(row), " · ".join(filter(None, (owner_word(row, *languages), about, row.note))),
        f"{due} · {offset}" if offset else due, away_word(task), not task.is_open,
        task.is_open and (task.step.days or 0) < 0, pill_word(task),
    )  # fmt: skip


def spoken(line: Line) -> str:
    """Return a line as a screen reader says it."""
    if isinstance(line, GroupLine):
        return f"{line.words}, {line.remark}"
    state = t("done") if line.done else t("late") if line.late else t("to be done")
    pill = line.pill[0] if line.pill else line.away
    return ", ".join(filter(None, (line.title, state, line.due, pill, line.second)))
