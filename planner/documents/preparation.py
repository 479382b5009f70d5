"""Plan of preparation: what is to be done, by whom and by when, month by month (handbook 1.2). Of the office alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from itertools import groupby

from planner.documents import frame
from planner.documents.content import Block, Cell, Content, LeadWidth, Line, Row, Style
from planner.documents.labelled import labelled
from planner.documents.named import facts_line
from planner.documents.set_data import TaskData, TasksData
from planner.documents.typed_once import Once, once
from planner.documents.wording import Wordings, for_languages
from planner.errors import NotPossible
from planner.language.dates import format_day
from planner.language.languages import find
from planner.language.task_names import task_owner, task_title
from planner.rules.kinds import Side
from planner.rules.text import Language


def compose(
    data: TasksData,
    *,
    languages: tuple[Language, ...],
    copy_for: Side | None = None,
    changed: Collection[int] = frozenset(),
) -> Content:
    """Compose the plan; raises `NotPossible` where nothing is planned to be done."""
    wordings = for_languages(frame.in_order(data.event, languages, copy_for))
    if not data.tasks:
        raise NotPossible(
            "Nothing is planned to be done for “{event}” yet. Write its tasks first.",
            event=data.event.title.first(wordings[0].language),
        )
    typed = once(data.event, wordings)
    blocks = [
        Block(month.toordinal() if month else 0, _heading(month, wordings), _rows(found, wordings, typed, changed))
        for month, found in groupby(data.tasks, key=lambda one: one.due and one.due.replace(day=1))
    ]
    titles = [
        frame.title(data.event, data.heading, each, paper="tasks",
                    subtitles=lambda one: [frame.days_of(data.event, one.language)])
        for each in wordings
    ]  # fmt: skip
    return frame.paper(data.event, wordings, titles, blocks, lead=LeadWidth.TIME, working=True)


def _heading(month: date | None, wordings: Sequence[Wordings]) -> tuple[Cell, ...]:
    if month is None:
        return tuple((Line(each.word("pool"), Style.HEADING),) for each in wordings)
    names = [find(each.language).months_nominative[month.month - 1] for each in wordings]
    return tuple((Line(f"{name[:1].upper()}{name[1:]} {month.year}", Style.HEADING),) for name in names)


def _rows(
    tasks: Iterable[TaskData], wordings: Sequence[Wordings], typed: Once, changed: Collection[int]
) -> tuple[Row, ...]:
    return tuple(
        Row(one.id, _lead(one), tuple(_cell(one, each, typed) for each in wordings), changed=one.id in changed)
        for one in tasks
    )


def _lead(task: TaskData) -> Cell:
    if task.due is None:
        return ()
    day = Line(f"{task.due.day:02d}.{task.due.month:02d}", Style.TIME)
    return (day, Line(task.counted, Style.NOTE)) if task.counted else (day,)


def _cell(task: TaskData, wordings: Wordings, typed: Once) -> Cell:
    """Return a task; one of the office's own has its title once, beside it what is known in every language."""
    done = task.done_on is not None
    title = typed.said(task.title, wordings) if task.title else task_title(task.code, "", wordings.language)
    lines = [wordings.plain(title, Style.BODY)] if title or not task.title else []
    owner = typed.said(task.owner, wordings) if task.owner else task_owner(task.code, "", wordings.language)
    who = wordings.text_name(task.person) if task.person else owner
    who = who or ("—" if title and not task.owner else "")
    facts = [labelled(wordings, "owner", who).text] if who else []
    if task.done_on is not None:
        facts.append(f"{wordings.word('state_done')} {format_day(task.done_on, wordings.language, form='short')}")
    if facts:
        lines.append(wordings.plain(" · ".join(facts), Style.NOTE))
    if task.item:
        lines.append(wordings.line(task.item, Style.NOTE))
    if not done:
        lines += facts_line([typed.said(task.note, wordings)], wordings)
    if not title and task.title and lines and lines[0].style is Style.NOTE:
        lines[0] = lines[0]._replace(style=Style.BODY)  # level with the title beside it
    return tuple(lines)
