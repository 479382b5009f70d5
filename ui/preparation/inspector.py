"""The inspector of a task: what, by when, who, about which item of the programme, and whether it is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from planner.checks.preparation import EventTasks, PlannedTask, event_tasks
from planner.errors import NotFound
from planner.language.search import fold
from planner.operations import preparation as operations
from planner.queries.counts import event_of
from planner.queries.preparation import TaskChoices, task_choices
from planner.rules.preparation import When
from planner.rules.shipped_tasks import OWNERS, shipped
from ui.common.buttons import Link
from ui.common.fields import LineField, NoteField
from ui.common.form import FormInspector, side_by_side
from ui.common.labels import Muted
from ui.common.moment_fields import DateField
from ui.common.named import first_name, shown
from ui.common.picker import Offer, ReferenceField
from ui.common.task_words import away_word, due_word, task_title
from ui.context import Context
from ui.preparation.page import TABLES
from ui.preparation.when_field import WhenField
from ui.translate import follow_language, language, t


class TaskSheet(NamedTuple):
    """A task, its event, and what it may be given."""

    task: PlannedTask
    event: EventTasks
    choices: TaskChoices


def read_task_sheet(db: Any, task_id: int, today: date) -> TaskSheet:
    """Return what the inspector shows; raise NotFound in words."""
    event_id = event_of(db, "task", task_id)
    found = event_tasks(db, event_id, today) if event_id else None
    task = next((one for one in found.tasks if one.row.id == task_id), None) if found else None
    if task is None or found is None or event_id is None:
        raise NotFound("This task is no longer there.")
    return TaskSheet(task, found, task_choices(db, event_id))


class TaskInspector(FormInspector):
    """Kind "task"."""

    tables = TABLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("task inspector")
        self._sheet: TaskSheet | None = None
        self.title = NoteField("", self.body, lines=2)
        self.when = WhenField("", self.body, near=context.today())
        self.done_on = DateField("", self.body, near=context.today())
        self.hint = Muted("", self.body, wrap=True)
        self.owner = LineField("", self.body)
        self.person, self.item = ReferenceField("", self.body), ReferenceField("", self.body)
        self.note = NoteField("", self.body, lines=2)
        self.show_item = Link("", self.body, clicked=self._go_to_item)
        self.remove = Link("", self.body, clicked=self._remove)
        self.fields.addWidget(self.title)
        self.fields.addLayout(side_by_side(self.when, self.done_on))
        for widget in (
            self.hint, self.owner, self.person, self.item, self.show_item, self.note, self.remove,
        ):  # fmt: skip
            self.fields.addWidget(widget)
        self._connect()
        self.setFocusProxy(self.title)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.title.set_caption(t("What is to be done"))
        self.when.set_caption(t("Due"))
        self.done_on.set_caption(t("Done on"))
        self.owner.set_caption(t("Who sees to it"))
        self.person.set_words(t("By name"), empty=t("nobody by name"))
        self.item.set_words(t("Item of the programme"), empty=t("the whole event"))
        self.note.set_caption(t("Note"))
        self.show_item.set_text(t("Show the item"))
        self.remove.set_text(t("Remove the task"))
        self.hint.setText(t("“T-5” is five working days before the first day and moves with it; a day stays."))
        if self._sheet is not None:
            self.show_sheet(self._sheet)

    def query(self) -> Callable[..., Any]:
        """Return the query of a task, as of today."""
        today = self.context.today()
        return lambda db, task_id: read_task_sheet(db, task_id, today)

    def show_sheet(self, sheet: TaskSheet) -> None:
        """Show a task."""
        self._sheet = sheet
        row, page = sheet.task.row, sheet.event.page
        day, away = due_word(sheet.task, self.context.today()), away_word(sheet.task)
        self.say(task_title(row), " · ".join(filter(None, (day, away))))
        self.title.set_value(task_title(row))
        self.when.set_near(page.from_day)
        counted = row.due is None and row.offset is not None
        self.when.set_value(When(row.anchor, row.offset, row.due) if row.due or counted else None)
        self.when.set_remark(day if counted else "")
        self.done_on.set_value(row.done_on)
        known = shipped(row.code)
        self.owner.set_value(row.owner)
        self.owner.line.setPlaceholderText(t(known.owner) if known else "")
        self._offer(sheet)
        self.person.set_value(row.person_id)
        self.item.set_value(row.item_id)
        self.show_item.setVisible(row.item_id is not None)
        self.note.set_value(row.note)

    def _offer(self, sheet: TaskSheet) -> None:
        tags = sheet.event.page.languages
        people = [(one.person_id, first_name(one.names, language(), *tags)) for one in sheet.choices.people]
        items = [(item, shown(title, *tags)) for item, title in sheet.choices.items]
        for field, found in ((self.person, people), (self.item, items)):
            field.set_offers([Offer(value, value, label, folded=fold(label)) for value, label in found])
        owners = list(dict.fromkeys([*sheet.choices.owners, *(t(one) for one in OWNERS)]))
        if self.owner.line.completer() is None or self.owner.line.completer().property("owners") != owners:
            completer = QCompleter(owners, self.owner.line)
            completer.setProperty("owners", owners)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.activated.connect(self._assign)
            self.owner.line.setCompleter(completer)

    def _connect(self) -> None:
        self.title.edited.connect(self._name)
        self.when.edited.connect(self._time)
        self.done_on.edited.connect(
            lambda day: self.context.run(self, operations.tick_task, self.thing_id, done_on=day)
        )
        self.owner.edited.connect(self._assign)
        self.person.edited.connect(lambda person: self._edit(person_id=person))
        self.item.edited.connect(lambda item: self._edit(item_id=item))
        self.note.edited.connect(lambda words: self._edit(merge="note", note=words))

    def _name(self, words: str) -> None:
        """Write what is to be done; the handbook's own words are kept as no words of the office."""
        known = shipped(self._sheet.task.row.code) if self._sheet else None
        said = "" if known and words.strip() == t(known.title) else words
        self._edit(merge="title", title=said)

    def _assign(self, words: str) -> None:
        merge = f"task:{self.thing_id}:owner"
        self.context.run(self, operations.assign_task, self.thing_id, words, merge=merge, failed=self._refuse)

    def _time(self, when: When | None) -> None:
        found = when or When()
        self._edit(anchor=found.anchor, offset=found.offset, due=found.fixed)

    def _go_to_item(self) -> None:
        if self._sheet is not None and self._sheet.task.row.item_id is not None:
            self.context.show("item", self._sheet.task.row.item_id)

    def _remove(self) -> None:
        self.context.run(self, operations.remove_task, self.thing_id)

    def _edit(self, *, merge: str = "", **values: Any) -> None:
        name = f"task:{self.thing_id}:{merge}" if merge else ""
        self.context.run(self, operations.edit_task, self.thing_id, merge=name, failed=self._refuse, **values)

    def _refuse(self, error: Any) -> None:
        self.context.failed.emit(error)
        self.mark_stale()
