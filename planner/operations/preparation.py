"""What is to be done before an event and after it (handbook 1.2); its days follow the event by themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from planner.errors import BadInput
from planner.language.task_names import task_title
from planner.model.agenda import Item
from planner.model.events import Event
from planner.model.people import Person
from planner.model.preparation import Task
from planner.operations import fields
from planner.operations.order import put_in_order
from planner.operations.registry import Work, operation
from planner.rules.kinds import EventKind, ItemKind, ItemState
from planner.rules.preparation import FARTHEST, Anchor
from planner.rules.shipped_tasks import shipped_for


def _offset(value: Any) -> int:
    if not -FARTHEST <= fields.number(value) <= FARTHEST:
        raise ValueError
    return int(value)


TASK_FIELDS: Mapping[str, fields.Check] = {
    "item_id": fields.optional(fields.number),
    "person_id": fields.optional(fields.number),
    "owner": fields.words,
    "anchor": fields.one_of(Anchor),
    "offset": fields.optional(_offset),
    "due": fields.optional(fields.day),
    "done_on": fields.optional(fields.day),
    "note": fields.words,
}


@operation("Add the task “{title}”")
def add_task(work: Work, event_id: int, title: str, **values: Any) -> int:
    """Add something to be done (`TASK_FIELDS`) after what there is; return its id. Raise BadInput without words."""
    work.get(Event, event_id)
    row = work.add(Task(event_id=event_id, title=_said(title), position=_next(work, event_id)))
    _put(work, row, values)
    return row.id


@operation("Edit the task “{title}”")
def edit_task(work: Work, task_id: int, **values: Any) -> None:
    """Set fields of a task (`TASK_FIELDS`) or its `title`; emptied, one of the handbook has its own again."""
    row = work.get(Task, task_id)
    if "title" in values:
        title = fields.words(values.pop("title")).strip()
        fields.put(row, {"title": title if row.code else _said(title)}, {"title": fields.words})
    _put(work, row, values)


@operation("Remove the task “{title}”")
def remove_task(work: Work, task_id: int) -> None:
    """Remove a task."""
    row = work.get(Task, task_id)
    work.values["title"] = _called(work, row)
    work.remove(row)


@operation("Put the tasks in order")
def order_tasks(work: Work, event_id: int, task_ids: Sequence[int]) -> None:
    """Put the tasks of an event in this order, which holds among those of one day; those not named follow."""
    work.get(Event, event_id)
    put_in_order(work.find(Task, event_id=event_id), task_ids)


@operation("Tick the task “{title}”")
def tick_task(work: Work, task_id: int, *, done_on: date | None) -> None:
    """Write down on which day a task was done; None makes it open again."""
    _put(work, work.get(Task, task_id), {"done_on": done_on})


@operation("Say who sees to “{title}”")
def assign_task(work: Work, task_id: int, words: str) -> None:
    """Write who sees to a task, in the office's own words; a task of the handbook without any has its usual owner."""
    _put(work, work.get(Task, task_id), {"owner": words.strip()})


@operation("Fill in the usual tasks: {count}")
def fill_tasks(work: Work, event_id: int) -> int:
    """Add the handbook's tasks of this kind of event, those that are not there yet; return how many were added."""
    event = work.get(Event, event_id)
    known = {row.code for row in work.find(Task, event_id=event_id)}
    signed = [
        item for item in work.find(Item, event_id=event_id, kind=ItemKind.SIGNING.value)
        if item.state != ItemState.CANCELLED.value
    ]  # fmt: skip
    position, count = _next(work, event_id), 0
    for one, offset in shipped_for(EventKind(event.kind), signing=bool(signed)):
        if one.code in known:
            continue
        item_id = signed[0].id if one.signing and signed else None
        work.add(Task(
            event_id=event_id, item_id=item_id, code=one.code, anchor=one.anchor.value, offset=offset,
            position=position + count,
        ))  # fmt: skip
        count += 1
    work.values["count"] = count
    return count


def _put(work: Work, row: Task, values: Mapping[str, Any]) -> None:
    if (person := values.get("person_id")) is not None:
        work.get(Person, person)
    if (item := values.get("item_id")) is not None and work.get(Item, item).event_id != row.event_id:
        raise BadInput("A task is about an item of its own event.")
    fields.put(row, values, TASK_FIELDS)
    work.values["title"] = _called(work, row)


def _said(title: str) -> str:
    words = fields.words(title).strip()
    if not words:
        raise BadInput("Say what is to be done.")
    return words


def _called(work: Work, row: Task) -> str:
    """Return what a task is called in the history: its own words, else the handbook's in the event's language."""
    languages = work.get(Event, row.event_id).languages
    return task_title(row.code, row.title, languages[0] if languages else "en")


def _next(work: Work, event_id: int) -> int:
    return max((row.position for row in work.find(Task, event_id=event_id)), default=-1) + 1
