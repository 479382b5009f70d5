"""Importing the programme of a conference: a file, what each of its lines would do, and one step to take it over."""

from __future__ import annotations

from collections import Counter
from threading import Event as Flag
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner import schedules
from planner.errors import PlannerError
from planner.language.catalog import mark
from planner.language.dates import format_day, format_time_range
from planner.language.languages import own_name
from planner.operations.import_schedule import apply_schedule
from planner.queries.events import event_page
from planner.rules.people_import import Outcome
from planner.rules.schedule_import import Line
from ui import theme
from ui.common.buttons import Button
from ui.common.columns import Column
from ui.common.empty_state import EmptyState
from ui.common.fields import ChoiceField
from ui.common.fitting import fit_to_screen
from ui.common.labels import Caption, Muted, Title
from ui.common.message_bar import MessageArea
from ui.common.page_stack import PageStack
from ui.common.pill import Tone
from ui.common.progress import ThinProgress
from ui.common.row_table import RowTable
from ui.common.segmented import Segmented
from ui.context import Context
from ui.translate import language, t, tn

KINDS = {
    Outcome.NEW: (mark("New"), Tone.FINE),
    Outcome.CHANGED: (mark("Changed"), Tone.ATTENTION),
    Outcome.SAME: (mark("As it is"), Tone.NEUTRAL),
    Outcome.REJECTED: (mark("Rejected"), Tone.STOP),
}


CHANGES = {
    "title": mark("other title"), "note": mark("other note"), "time": mark("other time"), "place": mark("other place"),
    "session": mark("other session"), "speakers": mark("other speakers"), "tracks": mark("other track"),
    "position": mark("other order"),
}  # fmt: skip
"""What an import changes in an item, by the names `Line.changes` gives."""


class ScheduleRow(NamedTuple):
    """A line of the file on the screen; `id` is its place in the list."""

    id: int
    line: int
    outcome: Outcome
    title: str
    when: str = ""
    what: str = ""


class ScheduleDialog(QDialog):
    """Attributes: `source`, `table`, `kinds`, `words_in` (the language chosen), `apply_button`, `prepared`."""

    def __init__(self, context: Context, event_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self.event_id = context, event_id
        self._path = ""
        self._stop = Flag()
        self._working = False
        self._rows: list[ScheduleRow] = []
        self.prepared: schedules.PreparedSchedule | None = None
        self.setWindowTitle(t("Import a schedule"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAcceptDrops(True)
        self.resize(theme.px(980), theme.px(660))
        self.progress, self.messages = ThinProgress(self), MessageArea(self)
        self.source = EmptyState(
            t("Where is the schedule?"),
            t("A schedule as schedule.xml, schedule.json or COSCUP’s JSON. You can also drop the file here. Nothing "
              "changes before you have seen what each line would do."),
            t("Choose a file…"), parent=self,
        )  # fmt: skip
        self.source.step_taken.connect(self.choose_file)
        self.words_in = ChoiceField(t("Language of the words"), self)
        self.words_in.edited.connect(lambda _tag: self.take_file(self._path))
        self.kinds = Segmented((), self)
        self.kinds.edited.connect(lambda _kind: self._filter())
        self.table = RowTable(_columns(), self, fitting=True)
        self.file, self.problems = Muted("", self, elide=True), Caption("", self, wrap=True)
        self.other_button = Button(t("Another file…"), self, clicked=self.choose_file)
        self.cancel_button = Button(t("Cancel"), self, clicked=self.cancel)
        self.apply_button = Button(t("Import"), self, kind="primary", clicked=self.apply)
        self._stack = PageStack(self)
        self._arrange()
        self._show_page(0)
        context.read(self, "event", self._know, event_page, event_id)

    def choose_file(self) -> None:
        """Let the person choose a file and read it."""
        kinds = t("Schedules") + " (*.xml *.json);;" + t("All files") + " (*)"
        dialog = QFileDialog(self, t("Import a schedule"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take_file(self, path: str) -> None:
        """Read a file in a worker and compare it with the programme; nothing is written."""
        if not path:
            return
        self._path = path
        self._stop.clear()
        self._busy(working=True)
        planner, event_id, tag = self._context.planner, self.event_id, self.words_in.value() or None

        def work() -> schedules.PreparedSchedule:
            page = planner.read(event_page, event_id)
            schedule = schedules.read(path, page, language=tag, cancelled=self._stop.is_set)
            return planner.read(schedules.prepare, event_id, schedule)

        self._context.tasks.read(self, work, self._show, self._refused, key="schedule")

    def apply(self) -> None:
        """Take the schedule over as one step."""
        prepared = self.prepared
        if prepared is None or self._context.read_only is not None:
            return
        self._busy(working=True)
        self._context.run(
            self, apply_schedule, prepared.event_id, prepared.preview, source=prepared.schedule.source_name,
            speakers=prepared.speakers, done=lambda _changes: self.accept(), failed=self._refused,
        )  # fmt: skip

    def cancel(self) -> None:
        """Stop reading, else close."""
        if self._working:
            self._stop.set()
        else:
            self.reject()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file."""
        event.setAccepted(event.mimeData().hasUrls())

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            self.take_file(files[0])
            event.acceptProposedAction()

    def rows(self) -> list[ScheduleRow]:
        """Return all lines, whatever is filtered."""
        return list(self._rows)

    # --- What is shown

    def _know(self, page: Any) -> None:
        tags = [(tag, own_name(tag)) for tag in page.languages]
        self.words_in.set_choices([("", t("As the file says")), *tags])
        self.words_in.set_value("")

    def _show(self, prepared: schedules.PreparedSchedule) -> None:
        self._busy(working=False)
        self.prepared = prepared
        preview, schedule = prepared.preview, prepared.schedule
        lines = [_row(place, line) for place, line in enumerate(preview.lines, 1)]
        rejected = [
            ScheduleRow(len(lines) + place, one.line, Outcome.REJECTED, "", what=t(one.reason, **one.values))
            for place, one in enumerate(preview.rejected, 1)
        ]
        self._rows = [*lines, *rejected]
        counts = Counter(row.outcome for row in self._rows)
        self.kinds.set_choices([
            (None, f"{t('All')} {len(self._rows)}"),
            *((outcome, f"{t(words)} {counts[outcome]}") for outcome, (words, _tone) in KINDS.items()),
        ])  # fmt: skip
        self.kinds.set_value(None)
        self.file.setText(schedule.source_name)
        self.problems.setText("\n".join(t(one.message, **one.values) for one in prepared.problems if not one.line))
        self.problems.setVisible(any(not one.line for one in prepared.problems))
        count = counts[Outcome.NEW] + counts[Outcome.CHANGED]
        words = tn("Import {n} line", "Import {n} lines", count) if count else t("Nothing to import")
        self.apply_button.set_text(words)
        self.apply_button.setEnabled(bool(count) and self._context.read_only is None)
        self._filter()
        self._show_page(1)

    def _filter(self) -> None:
        kind = self.kinds.value()
        self.table.replace_rows([row for row in self._rows if kind is None or row.outcome is kind])

    def _refused(self, error: BaseException) -> None:
        self._busy(working=False)
        if not isinstance(error, PlannerError):
            raise error
        self.messages.info(t(error.message, **error.values))

    def _busy(self, *, working: bool) -> None:
        if working is not self._working:
            self.progress.set_busy(working)
        self._working = working
        for widget in (self.source, self.other_button, self.words_in, self.apply_button):
            widget.setEnabled(not working)

    def _show_page(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        for widget in (self.other_button, self.apply_button):
            widget.setVisible(bool(place))

    def _arrange(self) -> None:
        found = QWidget(self)
        inner = QVBoxLayout(found)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.px(8))
        head = QHBoxLayout()
        head.addWidget(self.file, 1)
        head.addWidget(self.words_in)
        inner.addLayout(head)
        inner.addWidget(self.kinds)
        inner.addWidget(self.table, 1)
        inner.addWidget(self.problems)
        self._stack.addWidget(self.source)
        self._stack.addWidget(found)
        buttons = QHBoxLayout()
        buttons.addWidget(self.other_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.apply_button)
        column = QVBoxLayout()
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(theme.px(8))
        for widget in (Title(t("Import a schedule"), self), self.progress, self.messages):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        fit_to_screen(self, column, buttons)


def _row(place: int, line: Line) -> ScheduleRow:
    item = line.item
    title = next(iter(item.title.values()), "")
    day = format_day(item.when.day, language(), form="day_month")
    when = f"{day}, {format_time_range(item.when.start, item.when.end)}"
    where = " · ".join(filter(None, (item.room, item.track)))
    changes = ", ".join(t(CHANGES[name]) for name in CHANGES if name in line.changes)
    return ScheduleRow(place, item.line, line.outcome, title, when, changes or where)


def _columns() -> list[Column]:
    return [
        Column("line", t("Line"), lambda row: str(row.line or ""), 64, sort=lambda row: row.line, muted=True,
               right=True),
        Column("outcome", t("Outcome"), lambda row: t(KINDS[row.outcome][0]), 120,
               pill=lambda row: KINDS[row.outcome][1]),
        Column("when", t("When"), lambda row: row.when, 190, sort=lambda row: row.id),
        Column("title", t("Title"), lambda row: row.title, 340, strong=True, least=160),
        Column("what", t("Where, or what changes"), lambda row: row.what, 200, muted=True, least=110),
    ]  # fmt: skip
