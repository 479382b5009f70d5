"""What was not prepared in time: briefs, visas and invitations, access lists, slides (W-37, W-60, W-61, W-77).

Each but the last asks for a task of the handbook by its code, and so speaks only where that task was entered. Its last
day is the handbook's; where a short event has the task due later than that, the day it is due.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from planner.rules.checks.engine import Scope, asks, rule
from planner.rules.checks.facts import Facts
from planner.rules.checks.views import Family, several, things
from planner.rules.findings import Finding, Fix, Thing, mark
from planner.rules.kinds import Capacity, EventState, ItemKind, ItemState, Role
from planner.rules.preparation import TaskFact, WorkCalendar, due_day

BRIEF, VISAS, INVITATION, ACCESS = "interpreter-brief", "visas", "invitation", "access"
LAST_DAYS: Mapping[str, int | None] = {BRIEF: -5, VISAS: -20, INVITATION: -20, ACCESS: None}
"""The tasks looked at, and when each must be done: working days before the event, None for its own day."""

NO_BRIEF = mark("{who}: brief, speeches and list of names were to be handed over by {day}. Do it, or tick the task.")
NO_VISAS = mark("The visa support letters were to be sent by {day}. Send them, or tick the task.")
NO_INVITATION = mark("The letter of invitation was to be sent by {day}. Send it, or tick the task.")
NO_ACCESS = mark("The access lists were to be sent to sites and security by {day}. Send them, or tick the task.")
NO_SLIDES = mark("The slides for “{title}” are not here yet, those of other talks are. Ask for them.")
SLIDES = mark("They are here: tick them")
SLIDES_DUE = timedelta(days=2)
"""So long before a talk its slides are to be there."""
TICK = mark("It is done: tick the task")


def last_day(code: str, due: date | None, since: date, calendar: WorkCalendar) -> date | None:
    """Return the last day on which a task of an event may be done; None where nothing is known of one."""
    offset = LAST_DAYS.get(code)
    if offset is None:
        return due
    usual = due_day(since, offset, calendar)
    return max(usual, due) if due is not None else usual


@rule("W-37", scope=Scope.EVENT, reads=("tasks", "members", "today"))
def interpreters_without_brief(facts: Facts) -> Iterator[Finding]:
    """W-37: interpreters come, and their brief was not handed over five working days before."""
    coming = [one for one in facts.members.values() if one.capacity is Capacity.INTERPRETER and one.coming]
    for task in _missed(facts, BRIEF):
        if coming:
            who = several(one.called(*facts.event.languages) for one in coming)
            about = (Thing("task", task.id), *(Thing("member", one.id) for one in coming))
            yield asks("W-37", about, NO_BRIEF, _fixes(facts, task), who=who, day=task.last_day)


@rule("W-60", scope=Scope.EVENT, reads=("tasks", "today"))
def visas_late(facts: Facts) -> Iterator[Finding]:
    """W-60: visa letters or the invitation not sent twenty working days before."""
    for code, message in ((VISAS, NO_VISAS), (INVITATION, NO_INVITATION)):
        for task in _missed(facts, code):
            yield asks("W-60", (Thing("task", task.id),), message, _fixes(facts, task), day=task.last_day)


@rule("W-61", scope=Scope.EVENT, reads=("tasks", "today"))
def access_list_late(facts: Facts) -> Iterator[Finding]:
    """W-61: the access lists not sent by their day."""
    for task in _missed(facts, ACCESS):
        yield asks("W-61", (Thing("task", task.id),), NO_ACCESS, _fixes(facts, task), day=task.last_day)


@rule("W-77", scope=Scope.FAMILY, reads=("today",))
def slides_late(facts: Facts, family: Family) -> Iterator[Finding]:
    """W-77: from two days before, a talk without slides in a session where others have theirs."""
    talks = [one for one in family.parts if one.kind is ItemKind.TALK and one.state is not ItemState.CANCELLED]
    today = facts.today
    if today is None or not any(one.slides for one in talks) or facts.event.state is EventState.CANCELLED:
        return
    for talk in talks:
        day = talk.day or family.item.day
        spoken = any(one.role is Role.SPEAKER for one in talk.attends)
        if spoken and not talk.slides and day is not None and day - SLIDES_DUE <= today <= day:
            fixes = (Fix("edit_item", {"item_id": talk.id, "slides": True}, SLIDES),)
            yield asks("W-77", things(talk), NO_SLIDES, fixes, title=facts.said(talk.title))


def _missed(facts: Facts, code: str) -> Iterator[TaskFact]:
    """Yield the tasks of a code that are open after their last day, while the event still lies ahead."""
    today = facts.today
    if today is None or facts.event.to_day < today or facts.event.state in (EventState.OVER, EventState.CANCELLED):
        return
    for task in facts.tasks:
        if task.code == code and not task.done and task.last_day is not None and task.last_day < today:
            yield task


def _fixes(facts: Facts, task: TaskFact) -> tuple[Fix, ...]:
    return (Fix("tick_task", {"task_id": task.id, "done_on": facts.today}, TICK),)
