"""The history: every step with who and when, and what it changed."""

from __future__ import annotations

from typing import Any, ClassVar, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from planner.language.dates import format_day
from planner.queries.events import events
from planner.queries.history import StepRow, steps
from ui.common.columns import Column
from ui.common.empty_state import EmptyState
from ui.common.event_words import step_words
from ui.common.filter_bar import FilterBar
from ui.common.labels import Heading, Muted
from ui.common.named import shown
from ui.common.page import EventPageView
from ui.common.pill import Tone
from ui.common.row_table import RowTable
from ui.common.segmented import Segmented
from ui.context import Context
from ui.history.names import NamedChanges, named_step
from ui.history.words import change_rows, local_time
from ui.translate import follow_language, language, t, tn

LIMIT = 500
WHERE = 4
"""The place of the column that names the event: of use only for the whole office."""


class StepLine(NamedTuple):
    """A step as a line of the table, its words final."""

    id: int
    step: StepRow
    day: str
    time: str
    words: str
    turn: str
    event: str


class ChangeLine(NamedTuple):
    """One field before and after."""

    id: int
    where: str
    before: str
    after: str


class HistoryPage(EventPageView):
    """The steps of the event chosen, or of the whole office, and under them what the chosen one changed."""

    tables: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._titles: dict[int, str] = {}
        self._asked = 0
        self.bar = FilterBar(parent=self)
        self.scope = Segmented(parent=self)
        self.bar.add_right(self.scope)
        self.table = RowTable(self._columns(), self, fitting=True)
        self.fields = RowTable(self._field_columns(), self, fitting=True)
        self._heading = Heading("", self, elide=True)
        self._remark = Muted("", self, elide=True)
        self._empty = EmptyState(parent=self)
        below = QWidget(self)
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 8, 0, 0)
        for widget in (self._heading, self._remark, self.fields):
            lower.addWidget(widget)
        self._parts = QSplitter(Qt.Orientation.Vertical, self)
        self._parts.addWidget(self.table)
        self._parts.addWidget(below)
        self._parts.setStretchFactor(0, 3)
        self._parts.setStretchFactor(1, 2)
        self._parts.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addWidget(self._parts, 1)
        column.addWidget(self._empty, 1)
        self.table.show_column(WHERE, shown=False)
        self.scope.edited.connect(self._take_scope)
        self.bar.searched.connect(self._search)
        self.table.selected.connect(self._selected)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.bar.set_placeholder(t("Find a step or an author"))
        self.scope.setAccessibleName(t("Whose steps"))
        self.scope.set_choices([("event", t("This event")), ("office", t("Whole office"))])
        self.table.setAccessibleName(t("Steps"))
        self.fields.setAccessibleName(t("What this step changed"))
        self.table.set_columns(self._columns())
        self.fields.set_columns(self._field_columns())
        self._empty.set_words(
            t("Nothing has been done here yet"), t("Every step is kept with its author and time, and can be undone.")
        )
        if self.isVisible():
            self.refresh()

    def _take_scope(self, scope: str) -> None:
        self.table.show_column(WHERE, shown=scope != "event")
        self.refresh()

    def ignores(self, changes: Any) -> bool:
        """Show every change, whatever it touched."""
        return False

    def _look_at(self, changes: Any) -> None:
        self.mark_stale()

    def refresh(self) -> None:
        """Read the steps again."""
        if self.event_id:
            only = self.event_id if self.scope.value() == "event" else None
            self.context.read(self, "steps", self._show, _steps_and_titles, only)

    def _show(self, found: tuple[tuple[StepRow, ...], dict[int, Any]]) -> None:
        rows, titles = found
        self._titles = {number: shown(title) for number, title in titles.items()}
        today = self.context.today()
        self.table.replace_rows([self._line(row, today) for row in rows])
        self._empty.setVisible(not rows)
        self._parts.setVisible(bool(rows))
        count = tn("{n} step", "{n} steps", len(rows))
        self.bar.set_count(t("the last {n} steps", n=LIMIT) if len(rows) == LIMIT else count)
        if rows and not self.table.selected_ids():
            self.table.select([rows[0].number])
        self._selected(self.table.selected_ids())

    def _line(self, row: StepRow, today: Any) -> StepLine:
        at = local_time(row.at)
        day = t("today") if at.date() == today else format_day(at.date(), language(), form="short")
        turn = {"undo": t("undone"), "redo": t("repeated")}.get(row.kind, "")
        if row.kind == "do" and row.state == "undone":
            turn = t("taken back")
        where = self._titles.get(row.event_id or 0, "") or t("Registers")
        return StepLine(row.number, row, day, f"{at:%H:%M}", step_words(row.label, row.values), turn, where)

    def _selected(self, ids: Any) -> None:
        number = self.table.current_id() if ids else None
        line: Any = next((row for row in self.table.rows() if row.id == number), None)
        self._asked = number or 0
        if line is None:
            self._heading.setText("")
            self._remark.setText("")
            self.fields.replace_rows([])
            return
        self._heading.setText(line.words)
        self._remark.setText(f"{line.step.author} · {line.day}, {line.time}" + (f" · {line.turn}" if line.turn else ""))
        self.context.read(self, "fields", self._show_fields, named_step, line.step.number, self.context.today())

    def _show_fields(self, step: NamedChanges) -> None:
        rows = change_rows(step.changes, step.names)
        self.fields.replace_rows([ChangeLine(place, *row) for place, row in enumerate(rows)])

    def _search(self, words: str) -> None:
        found = self.table.search(words)
        self.bar.set_count(tn("{n} step", "{n} steps", found))

    def _columns(self) -> list[Column]:
        return [
            Column("day", t("Day"), lambda row: row.day, 110, sort=lambda row: row.id, muted=True),
            Column("time", t("Time"), lambda row: row.time, 64, sort=lambda row: row.id, muted=True, spare=1),
            Column("author", t("Author"), lambda row: row.step.author, 130, least=80, spare=2),
            Column("turn", "", lambda row: row.turn, 100, pill=lambda row: Tone.NEUTRAL if row.turn else "",
                   spare=3),
            Column("event", t("Where"), lambda row: row.event, 200, muted=True, least=120, spare=4),
            Column("words", t("Step"), lambda row: row.words, 240, least=180),
        ]  # fmt: skip

    def _field_columns(self) -> list[Column]:
        return [
            Column("where", t("What was changed"), lambda row: row.where, 260, muted=True, least=120),
            Column("before", t("Before"), lambda row: row.before, 280, least=110),
            Column("after", t("After"), lambda row: row.after, 280, least=110),
        ]


def _steps_and_titles(db: Any, event_id: int | None) -> tuple[tuple[StepRow, ...], dict[int, Any]]:
    titles = {event.id: event.short_title or event.title for event in events(db)}
    return steps(db, event_id=event_id, limit=LIMIT), titles
