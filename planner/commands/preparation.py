"""The command that lists what is to be done."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import date
from typing import Any

from planner.app import Planner, open_planner
from planner.checks.preparation import PlannedTask, event_tasks
from planner.language.task_names import task_owner, task_title
from planner.queries.events import events
from planner.rules.kinds import EventState
from planner.rules.preparation import TaskState, write_offset
from planner.rules.text import Language


def list_tasks(chosen: Namespace) -> None:
    """List the tasks of an event, or those still open at all events that are held, with their days."""
    planner = open_planner(chosen.office, read_only=True)
    try:
        today = chosen.as_of or planner.now().astimezone().date()
        found = _of_event(planner, chosen.event, today) if chosen.event else _open(planner, today)
    finally:
        planner.close()
    if chosen.json:
        print(json.dumps([_as_json(event, one, tag) for event, one, tag in found], ensure_ascii=False, indent=1))
        return
    for event, one, tag in found:
        row, step = one.row, one.step
        due = step.due.isoformat() if step.due else "-"
        print(f"{event}\t{row.id}\t{due}\t{_state(one)}\t{_title(one, tag)}\t{_owner(one, tag)}")


def _of_event(planner: Planner, event_id: int, today: date) -> list[tuple[int, PlannedTask, Language]]:
    found = planner.read(event_tasks, event_id, today)
    return [(event_id, one, (*found.page.languages, "en")[0]) for one in found.tasks]


def _open(planner: Planner, today: date) -> list[tuple[int, PlannedTask, Language]]:
    held = [row.id for row in planner.read(events) if row.state is not EventState.CANCELLED]
    found = [line for event in held for line in _of_event(planner, event, today) if line[1].is_open]
    return sorted(found, key=lambda line: (line[1].step.due or date.max, line[0]))


def _title(task: PlannedTask, language: Language) -> str:
    return task_title(task.row.code, task.row.title, language)


def _owner(task: PlannedTask, language: Language) -> str:
    if task.row.names:
        name = task.row.names.get(language) or next(iter(task.row.names.values()))
        return f"{name.surname} {name.given}".strip()
    return task_owner(task.row.code, task.row.owner, language)


def _state(task: PlannedTask) -> str:
    late_start = task.step.late_start and task.step.state is TaskState.LATE
    return "late-start" if late_start else task.step.state.value


def _as_json(event: int, task: PlannedTask, language: Language) -> dict[str, Any]:
    row, step = task.row, task.step
    counted = row.due is None and row.offset is not None
    return {
        "event": event, "id": row.id, "code": row.code, "title": _title(task, language),
        "owner": _owner(task, language), "due": step.due.isoformat() if step.due else None,
        "counted": write_offset(row.anchor, row.offset) if counted and row.offset is not None else None,
        "state": _state(task), "days": step.days, "done_on": row.done_on.isoformat() if row.done_on else None,
        "item": row.item_id, "note": row.note,
    }  # fmt: skip
