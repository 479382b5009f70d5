"""What is to be done for the visit: the handbook's tasks, those before the eve of the meeting done; all invented."""

from __future__ import annotations

from typing import Any

from planner.app import Planner
from planner.operations import preparation
from planner.queries.agenda import programme
from planner.queries.preparation import task_rows
from planner.rules.preparation import WorkCalendar, due_day
from planner.sample.registers import Known
from planner.sample.visit import FIRST

DONE_BEFORE = -10
"""The tenth working day before the visit is the eve of the meeting: what was due before is done, but for `LEFT`."""
LEFT = ("estimate", "registration")
OWN = (
    ("Согласовать с пресс-службой список фотографий для акта подписания", -4, "пресс-служба", True),
    ("Узнать в гостинице, можно ли ранний завтрак 24 апреля", -6, "", False),
)


def build(planner: Planner, known: Known, event: int) -> None:
    """Fill in the tasks of the visit, add the office's own, and tick what was done by the eve."""
    planner.execute(preparation.fill_tasks, event)
    signing = next(item.id for item in planner.read(programme, event).items if item.kind == "signing")
    for title, offset, owner, at_signing in OWN:
        values: dict[str, Any] = {"item_id": signing} if at_signing else {"person_id": known.people["petrova"]}
        planner.execute(preparation.add_task, event, title, offset=offset, owner=owner, **values)
    tasks = planner.read(task_rows, event)
    for row in tasks:
        if row.offset is not None and row.offset < DONE_BEFORE and row.code not in LEFT:
            planner.execute(preparation.tick_task, row.id, done_on=due_day(FIRST, row.offset, WorkCalendar()))
    codes = {row.code: row.id for row in tasks}
    for code, who, note in NAMED:
        planner.execute(preparation.edit_task, codes[code], person_id=known.people[who], note=note)


NAMED = (
    ("programme-2", "petrova", "гости просят перенести прогулку на вечер"),
    ("briefs", "sokolov", ""),
    ("interpreter-brief", "petrova", "глоссарий по теплоснабжению у департамента"),
    ("speeches", "belova", ""),
)
