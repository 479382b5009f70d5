"""The day itself: what has begun and what is over, how late it is, and what follows re-timed (handbook 2.5)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planner.operations import run_sheet as operations
from planner.operations.retiming import shift_items
from planner.queries.run_sheet import RunSheet, run_sheet
from planner.rules.ripple import missing_minutes
from planner.rules.run_sheet import Stage
from planner.rules.times import DAY, clock
from ui import theme
from ui.agenda.plan import ALL_DAYS, POOL, Plan, View, days
from ui.agenda.run_mode_fields import RunFields
from ui.agenda.run_mode_lines import (
    RunDay,
    alert_words,
    in_charge,
    is_ahead,
    moves_of,
    now_words,
    proposal_words,
    run_day,
    wall_minute,
)
from ui.common.buttons import Button
from ui.common.columns import Column
from ui.common.empty_state import EmptyState
from ui.common.labels import Heading, Muted, PlainLabel, restyle
from ui.common.live_view import LiveView
from ui.common.row_table import RowTable
from ui.context import Context
from ui.translate import follow_language, t

LEAST_TITLE, CHARGE = 180, 160
TICK = 15_000
"""Milliseconds after which the clock is looked at again."""


def _columns() -> list[Column]:
    return [
        Column("offset", t("From start"), lambda line: line.offset, 84, muted=True, right=True),
        Column("time", t("Planned"), lambda line: line.time, 108, strong=True),
        Column("title", t("Item"), lambda line: line.title, 300, second=lambda line: line.about),
        Column("really", t("Really"), lambda line: line.really, 108),
        Column("late", t("Late"), lambda line: line.late, 116, pill=lambda line: line.tone if line.late else ""),
        Column("expected", t("Then"), lambda line: line.expected, 108),
        Column("charge", t("In charge"), lambda line: line.in_charge, CHARGE, second=lambda line: line.phone),
    ]


class RunTable(RowTable):
    """The list, always in order of time. Signals: `stepped()` by Space, `taken()` by Ctrl+Enter."""

    stepped = Signal()
    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_columns(), parent)
        self.setSelectionMode(RowTable.SelectionMode.SingleSelection)
        self.horizontalHeader().setSectionsClickable(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Show the columns that say something, and share what room is left between item and person in charge."""
        columns, lines = _columns(), self.rows()
        said = {
            column.key for column in columns
            if column.key not in ("offset", "expected", "charge") or any(column.text(line) for line in lines)
        }  # fmt: skip
        room = self.viewport().width()
        for least in ("offset", "charge", "really"):  # what can best be spared where there is no room
            if room - self._wanted(columns, said) < theme.px(LEAST_TITLE):
                said.discard(least)
        for place, column in enumerate(columns):
            self.setColumnHidden(place, column.key not in said)
            self.setColumnWidth(place, theme.px(column.width))
        rest = max(room - self._wanted(columns, said) + (theme.px(CHARGE) if "charge" in said else 0), 0)
        self.setColumnWidth(2, rest * 3 // 5 if "charge" in said else rest)

    def _wanted(self, columns: list[Column], said: set[str]) -> int:
        """Return what all columns but the item's take."""
        return sum(theme.px(column.width) for column in columns if column.key in said and column.key != "title")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width anew."""
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say that something begins or is over by one key."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Space:
            self.stepped.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.taken.emit()
        else:
            super().keyPressEvent(event)


class RunMode(LiveView):
    """The view. Attributes: `table`, `fields`, `step`, `take`, `found` (the day as it stands)."""

    tables = frozenset({
        "event", "item", "item_track", "attendance", "track", "venue", "room", "delegation", "participation",
        "person_name", "person_private", "post", "liaison",
    })  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._plan: Plan | None = None
        self._sheet: RunSheet | None = None
        self._day: date | None = None
        self._chosen: int | None = None
        self.found: RunDay | None = None
        self.clock, self._going = Heading("", self), PlainLabel("", self, elide=True)
        self.alerts = PlainLabel("", self, role="attention", wrap=True)
        self.step = Button("", self, kind="primary", clicked=self.next_step)
        self._bar = QFrame(self)
        self._proposed = PlainLabel("", self._bar, wrap=True)
        self.take = Button("", self._bar, clicked=self.take_proposal)
        self.table = RunTable(self)
        self.fields = RunFields(self)
        self.empty = EmptyState(parent=self)
        self._keys = Muted("", self, elide=True)
        self._lay_out()
        self._connect()
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._clock_moved)
        self._timer.start()
        self.setFocusProxy(self.table)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.table.set_columns(_columns())
        self.take.set_text(t("Re-time what follows"))
        self._keys.setText(t("Space: begun now, then over now · Ctrl+Enter re-times what follows · Enter shows it"))
        self.empty.set_words(t("Nothing on this day"), t("Choose another day, or add what happens on this one."))
        self.tick()

    def show_plan(self, plan: Plan, day: date, view: View, reasons: Mapping[int, str]) -> None:
        """Show a day; of all days, today or the first."""
        self._plan = plan
        there = days(plan)
        if day in (ALL_DAYS, POOL):
            today = self.context.today()
            day = today if today in there else there[0]
        if day != self._day or self._sheet is None or self._sheet.event.id != plan.event.id:
            self._day, self._chosen = day, None
        self.mark_stale()

    def refresh(self) -> None:
        """Read the run sheet of the day."""
        if self._plan is not None:
            self.context.read(self, "sheet", self._take_sheet, run_sheet, self._plan.event.id, self._day)

    def tick(self) -> None:
        """Look at the clock again."""
        if self._plan is not None and self._sheet is not None and self._day is not None:
            self._show(self._plan, self._sheet, self._day)

    def _clock_moved(self) -> None:
        if self.isVisible():
            self.tick()

    def next_step(self) -> None:
        """Say that the item chosen begins, or is over, now."""
        row = self.found.row(self._chosen) if self.found is not None else None
        if row is None or self.found is None or self.found.now is None or self.context.read_only is not None:
            return
        moment = self.context.planner.now()
        if row.began is None:
            self.context.run(self, operations.begin_item, row.id, wall_minute(moment, row.start_zone))
        elif row.ended is None:
            self.context.run(
                self, operations.finish_item, row.id, wall_minute(moment, row.end_zone),
                done=lambda _changes: self._go_on(row.id),
            )  # fmt: skip

    def take_proposal(self) -> None:
        """Put what follows at the times shown: one step."""
        if self._plan is None or self.found is None or self.context.read_only is not None:
            return
        if moves := moves_of(self._plan, self.found):
            self.context.run(self, shift_items, moves)

    def _take_sheet(self, sheet: RunSheet) -> None:
        self._sheet = sheet
        self.tick()

    def _show(self, plan: Plan, sheet: RunSheet, day: date) -> None:
        self.found = found = run_day(plan, sheet, day, self.context.planner.now())
        self._stack.setCurrentIndex(0 if found.rows else 1)
        self.table.replace_rows(found.lines)
        self.table.fit()
        if found.row(self._chosen) is None:
            self._chosen = self._first(found)
        if self._chosen is not None and self.table.selected_ids() != (self._chosen,):
            self.table.select([self._chosen])
        self.clock.setText("" if found.now is None else clock(found.now % DAY))
        self.clock.setVisible(found.now is not None)
        self._going.setText(now_words(plan, found))
        self.alerts.setText(alerts := alert_words(plan, found))
        self.alerts.setVisible(bool(alerts))
        words = proposal_words(plan, found)
        late = missing_minutes(found.proposal.ripple) > 0
        self._bar.setProperty("tone", "stop" if late else "attention")
        restyle(self._bar)
        self._proposed.setText(words)
        self._bar.setVisible(bool(words))
        self.take.setEnabled(bool(found.proposal.places) and self.context.read_only is None)
        self._show_chosen()

    def _first(self, found: RunDay) -> int | None:
        """Return what one would look at: what runs, else what is next, else the first."""
        ids = [line.id for line in found.lines]
        runs = next((line.id for line in found.lines if line.stage is Stage.RUNNING), None)
        return runs or next((one for one in ids if is_ahead(found, one)), next(iter(ids), None))

    def _show_chosen(self) -> None:
        found, plan = self.found, self._plan
        row = found.row(self._chosen) if found is not None else None
        self.fields.setVisible(row is not None)
        read_only = self.context.read_only is not None
        over = row is not None and row.ended is not None
        self.step.set_text(t("Begun now") if row is None or row.began is None else t("Over now"))
        today = found is not None and found.now is not None
        self.step.setEnabled(today and row is not None and not over and not read_only)
        self.fields.set_read_only(read_only)
        if row is not None and plan is not None:
            about = " · ".join(part for part in in_charge(row, *plan.event.languages) if part)
            self.fields.show_row(row, row.title.first(*plan.event.languages) or t("Without a title"), about)

    def _choose(self, ids: tuple[int, ...]) -> None:
        chosen = ids[0] if ids else None
        if chosen == self._chosen or chosen is None:
            return
        self.fields.flush()
        self._chosen = chosen
        self._show_chosen()

    def _go_on(self, item_id: int) -> None:
        """Choose what comes after an item that is over."""
        if self.found is None:
            return
        ids = [line.id for line in self.found.lines]
        place = ids.index(item_id) + 1 if item_id in ids else 0
        after = next((one for one in ids[place:] if is_ahead(self.found, one)), None)
        if after is not None:
            self.table.select([after])
            self._choose((after,))

    def _note_times(self, start: int | None, end: int | None) -> None:
        row = self.found.row(self._chosen) if self.found is not None else None
        if row is not None:
            self.context.run(self, operations.note_times, row.id, start=start, end=end, merge=f"item:{row.id}:noted")

    def _write(self, field: str, words: str) -> None:
        if self._chosen is not None:
            merge = f"item:{self._chosen}:run:{field}"
            self.context.run(self, operations.write_run, self._chosen, field, words, merge=merge)

    def _connect(self) -> None:
        self.table.selected.connect(self._choose)
        self.table.stepped.connect(self.next_step)
        self.table.taken.connect(self.take_proposal)
        self.table.activated_row.connect(lambda item_id: self.context.select("item", item_id))
        self.fields.times_edited.connect(self._note_times)
        self.fields.words_edited.connect(self._write)

    def _lay_out(self) -> None:
        self._bar.setProperty("kind", "bar")
        strip = QHBoxLayout(self._bar)
        strip.setContentsMargins(12, 8, 12, 8)
        strip.setSpacing(12)
        strip.addWidget(self._proposed, 1)
        strip.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.clock)
        top.addWidget(self._going, 1)
        top.addWidget(self.step)
        day = QWidget(self)
        column = QVBoxLayout(day)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.alerts)
        column.addWidget(self._bar)
        column.addWidget(self.table, 1)
        column.addWidget(self.fields)
        column.addWidget(self._keys)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(day)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
