"""The tab of tasks: what is to be done before an event and after it, by when and by whom."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, ClassVar, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from planner.app import Changes
from planner.checks.preparation import EventTasks, PlannedTask, event_tasks
from planner.operations.preparation import add_task, fill_tasks, order_tasks, remove_task, tick_task
from planner.queries.preparation import is_signed
from planner.rules.preparation import TaskState, When, split_offset
from planner.rules.shipped_tasks import shipped_for
from ui import theme
from ui.common.buttons import Button
from ui.common.empty_state import EmptyState
from ui.common.fields import Line
from ui.common.labels import Caption, Muted
from ui.common.moment_fields import parse_day
from ui.common.page import Action, EventPageView
from ui.common.segmented import Segmented
from ui.common.task_words import is_mine
from ui.context import Context
from ui.preparation.lines import ALL, MINE, OPEN, PHASE, WEEK, Wanted, lines
from ui.preparation.signing import SigningCard
from ui.preparation.task_list import TaskList
from ui.translate import follow_language, t, tn

TABLES = frozenset((
    "task", "event", "item", "office_day", "delegation", "participation", "organisation", "person", "person_name",
    "setting",
))  # fmt: skip
"""What the days of tasks, and how they are called, follow from."""
_DAY = re.compile(r"(.+?)[\s,;:]+(\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|\d{4}-\d{2}-\d{2})")


class Prepared(NamedTuple):
    """The tasks of an event, and whether something is signed at it."""

    tasks: EventTasks
    signed: bool


def prepared(db: Any, event_id: int, today: date) -> Prepared:
    """Return what the tab shows of an event."""
    return Prepared(event_tasks(db, event_id, today), is_signed(db, event_id))


class TasksPage(EventPageView):
    """Attributes: `new`, `which`, `group`, `list`, `progress`, `fill`, `empty`, `signing`."""

    tables: ClassVar[frozenset[str]] = TABLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._found: EventTasks | None = None
        self._kept: frozenset[int] = frozenset()
        self.progress = Muted("", self, wrap=True)
        self.new = Line(self)
        self.which, self.group = Segmented(parent=self), Segmented(parent=self)
        self.fill = Button("", self, clicked=self.fill_in)
        self.list = TaskList(self)
        self.nothing = Muted("", self, wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty = EmptyState(parent=self)
        self.signing = SigningCard(context, self)
        self._keys = Caption("", self, wrap=True)
        self._arrange()
        self._connect()
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.new.setPlaceholderText(t("What is to be done, then Enter; “T-5” or a day at the end says by when"))
        self.new.setAccessibleName(t("New task"))
        self.which.setAccessibleName(t("Which tasks are listed"))
        self.group.setAccessibleName(t("How tasks are grouped"))
        self.group.set_choices([(PHASE, t("By phase")), (WEEK, t("By week"))])
        self.list.setAccessibleName(t("Tasks"))
        self._keys.setText(
            t("Space: done or open again · Enter: edit · Ctrl+↑ ↓: order within a day · Delete: remove")
        )
        if self._found is not None:
            self._show(self._found)

    def main_action(self) -> Action | None:
        """Offer to write one more task."""
        return Action(t("New task"), self.write_new)

    def set_event(self, event_id: int) -> None:
        """Show another event; what was ticked at the one before is no longer kept in sight."""
        if event_id != self.event_id:
            self._kept, self._found = frozenset(), None
        super().set_event(event_id)

    def refresh(self) -> None:
        """Read the tasks again."""
        if self.event_id:
            self.context.read(self, "tasks", self._show_prepared, prepared, self.event_id, self.context.today())

    def write_new(self) -> None:
        """Go into the line for a new task."""
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill_in(self) -> None:
        """Add the handbook's tasks of this kind of event."""
        if self.context.read_only is None:
            self.context.run(self, fill_tasks, self.event_id)

    def tick(self, task_id: int) -> None:
        """Mark a task as done today, or as open again; it stays in sight until other tasks are listed."""
        task = self._task(task_id)
        if task is None or self.context.read_only is not None:
            return
        self._kept |= {task_id}
        self.context.run(self, tick_task, task_id, done_on=self.context.today() if task.is_open else None)

    def shift(self, task_id: int, step: int) -> None:
        """Put a task before or behind its neighbour of the same day."""
        tasks = self._found.tasks if self._found else ()
        place = next((n for n, one in enumerate(tasks) if one.row.id == task_id), -1)
        other = place + step
        if place < 0 or not 0 <= other < len(tasks) or self.context.read_only is not None:
            return
        if tasks[place].step.due == tasks[other].step.due:
            ids = [one.row.id for one in tasks]
            ids[place], ids[other] = ids[other], ids[place]
            self.context.run(self, order_tasks, self.event_id, ids)

    def list_tasks(self, which: str) -> None:
        """List the open tasks, all of them, or one's own."""
        self.which.set_value(which)
        self._list_anew()

    def group_by(self, group: str) -> None:
        """Group the tasks by phase or by week."""
        self.group.set_value(group)
        self._list_anew()

    def _list_anew(self) -> None:
        self._kept = frozenset()
        if self._found is not None:
            self._show(self._found)

    def _task(self, task_id: int) -> PlannedTask | None:
        tasks = self._found.tasks if self._found else ()
        return next((one for one in tasks if one.row.id == task_id), None)

    def _show_prepared(self, found: Prepared) -> None:
        page = found.tasks.page
        if page.id == self.event_id:
            self._signing_area.setVisible(found.signed)
            if found.signed:
                self.signing.show_event(page.id, page.languages)
                self.signing.set_read_only(self.context.read_only is not None)
            self._show(found.tasks)

    def _show(self, found: EventTasks) -> None:
        self._found = found
        self._show_counts(found)
        author = self.context.planner.author
        wanted = Wanted(self.which.value() or OPEN, self.group.value() or PHASE, author, self._kept)
        shown = lines(found.tasks, wanted, self.context.today(), found.page.languages)
        self.list.show_lines(shown)
        self._stack.setCurrentWidget(self.empty if not found.tasks else self.list if shown else self.nothing)
        writable = self.context.read_only is None
        for widget in (self.new, self.fill):
            widget.setEnabled(writable)
        for part in (self._tools, self._keys, self.progress):
            part.setVisible(bool(found.tasks))
        usual = len(shipped_for(found.page.kind))
        self.empty.set_words(
            t("Nothing is planned to be done yet"),
            t("Tasks are counted in working days of the hosts from the first day of the event, and move with it."),
            tn("Fill with the usual task", "Fill with the {n} usual tasks", usual) if writable else "",
        )
        self.nothing.setText(
            t("Everything is done.") if wanted.which == OPEN
            else t("No task bears your name ({name}). Name yourself as the owner of a task.", name=author)
        )  # fmt: skip

    def _show_counts(self, found: EventTasks) -> None:
        still = [one for one in found.tasks if one.is_open]
        mine = sum(is_mine(one.row, self.context.planner.author) for one in still)
        self.which.set_choices([
            (OPEN, f"{t('Still open')} {len(still)}"), (ALL, f"{t('All')} {len(found.tasks)}"),
            (MINE, f"{t('Mine')} {mine}"),
        ])  # fmt: skip
        late = sum(one.step.state is TaskState.LATE and not one.step.late_start for one in still)
        hasty = sum(one.step.state is TaskState.LATE and one.step.late_start for one in still)
        week = sum(one.step.state is TaskState.THIS_WEEK for one in still)
        parts = [t("{done} of {all} tasks are done", done=len(found.tasks) - len(still), all=len(found.tasks))]
        parts += [tn("{n} is late", "{n} are late", late)] if late else []
        parts += [tn("{n} due this week", "{n} due this week", week)] if week else []
        if hasty:
            parts.append(
                tn("{n} was due before the event was entered: as soon as possible, in this order",
                   "{n} were due before the event was entered: as soon as possible, in this order", hasty)
            )  # fmt: skip
        self.progress.setText(" · ".join(parts))
        known = {one.row.code for one in found.tasks}
        self.fill.setVisible(any(one.code not in known for one, _ in shipped_for(found.page.kind)))
        self.fill.set_text(t("Add the usual tasks"))

    def _add(self) -> None:
        words = self.new.text().strip()
        if not words or self._found is None or self.context.read_only is not None:
            return
        title, when = read_task(words, self._found.page.from_day)
        given = when or When()
        values: dict[str, Any] = {"anchor": given.anchor, "offset": given.offset, "due": given.fixed}
        self.new.clear()
        self.context.run(self, add_task, self.event_id, title, done=self._added, **values)

    def _added(self, changes: Changes) -> None:
        self.list.select_task(int(changes.result))
        self.context.select("task", int(changes.result))

    def _remove(self, task_id: int) -> None:
        if self.context.read_only is None:
            self.context.run(self, remove_task, task_id)

    def _open(self, task_id: int) -> None:
        """Choose it and put the keyboard into the inspector, where the window shows one."""
        self.context.select("task", task_id)
        for inspector in self.window().findChildren(QWidget, "task inspector"):
            if inspector.isVisible():
                inspector.setFocus(Qt.FocusReason.OtherFocusReason)

    def _selected(self, kind: str, thing_id: int) -> None:
        """Choose in the list what is shown in the inspector, as after a search or a finding."""
        if kind != "task" or thing_id == self.list.current_task():
            return
        if self._found is not None and self._task(thing_id) and thing_id not in self.list.tasks():
            self.list_tasks(ALL)
        self.list.select_task(thing_id)

    def _arrange(self) -> None:
        self._tools = QWidget(self)
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(theme.px(10))
        for choice in (self.which, self.group):
            choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            tools.addWidget(choice)
        tools.addStretch(1)
        tools.addWidget(self.fill)
        above = QWidget(self)
        self._stack = QStackedLayout(above)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing)
        self._stack.addWidget(self.empty)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        for widget in (self.progress, self._tools, self.new):
            self._column.addWidget(widget)
        self._column.addWidget(self._parted(above), 1)
        self._column.addWidget(self._keys)

    def _parted(self, above: QWidget) -> QSplitter:
        """Put the tasks above what is signed, with an edge between them that can be dragged."""
        self._signing_area = QScrollArea(self)
        self._signing_area.setWidget(self.signing)
        self._signing_area.setWidgetResizable(True)
        self._signing_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._signing_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._signing_area.setVisible(False)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setHandleWidth(theme.px(9))
        parts.addWidget(above)
        parts.addWidget(self._signing_area)
        parts.setSizes([3000, 2000])  # shares of the height, until the edge is dragged
        above.setMinimumHeight(theme.px(150))
        parts.setCollapsible(0, False)
        return parts

    def _connect(self) -> None:
        self.new.returnPressed.connect(self._add)
        self.which.edited.connect(self.list_tasks)
        self.group.edited.connect(self.group_by)
        self.empty.step_taken.connect(self.fill_in)
        self.list.chosen.connect(lambda task: self.context.select("task", task))
        self.list.ticked.connect(self.tick)
        self.list.opened.connect(self._open)
        self.list.removal_wanted.connect(self._remove)
        self.list.shifted.connect(self.shift)
        self.list.left_upwards.connect(self.write_new)
        self.context.selected.connect(self._selected)


def read_task(words: str, near: date) -> tuple[str, When | None]:
    """Part what was typed, "Book the hall T-30" or "Book the hall 12.05", into the task and when it is due."""
    title, when = split_offset(words)
    if when is None and (found := _DAY.fullmatch(words)) and (day := parse_day(found[2], near)):
        return found[1], When(fixed=day)
    return title, when


