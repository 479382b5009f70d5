"""The card of what is to be done next for an event: five tasks that can be ticked, and the way to all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.checks.preparation import PlannedTask
from planner.rules.preparation import TaskState
from ui import theme
from ui.common.buttons import Link
from ui.common.card import Card
from ui.common.labels import Caption, PlainLabel
from ui.common.pill import Pill
from ui.common.task_words import away_word, due_word, owner_word, pill_word, task_title
from ui.translate import t, tn

MOST = 5
"""Tasks on the card."""
NARROW = 320
"""Pixels of a row below which its state stands under the words."""


class StepRow(QFrame):
    """A task on the card. Signals: `ticked(id)`."""

    ticked = Signal(int)

    def __init__(self, task: PlannedTask, today: date, parent: QWidget, *, writable: bool, last: bool) -> None:
        super().__init__(parent)
        self.task_id = task.row.id
        self.setProperty("kind", "" if last else "row")
        self.box = QCheckBox(self)
        self.box.setAccessibleName(f"{task_title(task.row)}, {due_word(task, today)}")
        self.box.setEnabled(writable)
        self.box.clicked.connect(lambda _on: self.ticked.emit(self.task_id))
        self.title = PlainLabel(task_title(task.row), self, wrap=True)
        owner = Caption(" · ".join(filter(None, (due_word(task, today), owner_word(task.row)))), self, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(owner)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(5), 0, theme.px(5))
        row.setSpacing(8)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._row, self._words = row, words
        pill, away = pill_word(task), away_word(task)
        self.state: QWidget | None = Pill(*pill, self) if pill else Caption(away, self) if away else None
        if self.state is not None:
            row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the state under the words where beside it they would break after each word."""
        super().resizeEvent(event)
        if self.state is None:
            return
        narrow = event.size().width() < theme.px(NARROW)
        source, target = (self._row, self._words) if narrow else (self._words, self._row)
        if source.indexOf(self.state) >= 0:
            source.removeWidget(self.state)
            side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0)
            target.addWidget(self.state, 0, side | Qt.AlignmentFlag.AlignTop)


class NextSteps(Card):
    """Attributes: `steps`, the rows shown; `every`, the link to all tasks. Signals: `ticked(id)`, `every_wanted()`."""

    ticked = Signal(int)
    every_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.steps: list[StepRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._body.addLayout(self._list)
        self.every = Link("", self, clicked=self.every_wanted.emit)
        self._body.addWidget(self.every, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(False)

    def show_tasks(self, tasks: Sequence[PlannedTask], today: date, *, writable: bool) -> None:
        """Show the first of the tasks that are open; without any the card is not there."""
        still = [one for one in tasks if one.is_open]
        late = sum(one.step.state is TaskState.LATE and not one.step.late_start for one in still)
        self.setVisible(bool(still))
        self.set_heading(t("Next steps"), tn("{n} late", "{n} late", late) if late else "")
        self.every.set_text(tn("{n} task to be done", "All {n} tasks to be done", len(still)))
        # The words change with the interface's language, and a tick refused must come off its box again.
        self._rebuild_steps(still[:MOST], today, writable=writable)

    def _rebuild_steps(self, tasks: Sequence[PlannedTask], today: date, *, writable: bool) -> None:
        focused = next((place for place, row in enumerate(self.steps) if row.box.hasFocus()), -1)
        for row in self.steps:
            with QSignalBlocker(row.box):
                self._list.removeWidget(row)
                row.hide()
                row.deleteLater()
        self.steps = []
        for place, task in enumerate(tasks):
            row = StepRow(task, today, self, writable=writable, last=place == len(tasks) - 1)
            row.ticked.connect(self.ticked)
            self.steps.append(row)
            self._list.addWidget(row)
        if focused >= 0 and self.steps:  # Space, Space: the keyboard stays in the list
            self.steps[min(focused, len(self.steps) - 1)].box.setFocus(Qt.FocusReason.OtherFocusReason)
