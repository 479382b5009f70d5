"""Who takes part: people by items, one more way to look at the programme and to work in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from planner.operations.taking_part import Painted, paint_attendance
from planner.queries.delegations import DelegationRow, delegations
from planner.rules.kinds import Role
from planner.rules.taking_part import DELEGATION, MEMBER, SIDE, Who
from ui.agenda.matrix_grid import folded_at_first, grid_of
from ui.agenda.matrix_view import Place
from ui.agenda.matrix_words import spoken
from ui.agenda.matrix_work import MatrixWork
from ui.agenda.plan import Plan, View
from ui.common.empty_state import EmptyState
from ui.common.labels import Muted
from ui.common.live_view import LiveView
from ui.context import Context
from ui.translate import follow_language, t


class Matrix(LiveView):
    """The view. Attributes: `work`, the matrix itself; `said`, the line below it; `empty`."""

    tables = frozenset({
        "delegation", "participation", "person", "person_name", "post", "organisation", "organisation_name",
    })  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._plan: Plan | None = None
        self._day: date | None = None
        self._view = View.WORKING
        self._rows: Sequence[DelegationRow] | None = None
        self._event_id = 0
        self.work = MatrixWork(self)
        self.said = Muted("", self, elide=True)
        self._keys = Muted("", self, elide=True)
        self.empty = EmptyState(parent=self)
        self._stack = QStackedWidget(self)
        for one in (self.work, self.empty):
            self._stack.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._stack, 1)
        column.addWidget(self.said)
        column.addWidget(self._keys)
        self.setFocusProxy(self.work)
        self.work.moved.connect(self._say)
        self.work.painted.connect(self._paint)
        self.work.item_chosen.connect(lambda item_id: self.context.select("item", item_id))
        self.work.line_chosen.connect(self._choose)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._keys.setText(t("Drag paints · Space puts down or takes off · Shift+arrows choose · R gives a role"))
        self._show()

    def show_plan(self, plan: Plan, day: date, view: View, reasons: Mapping[int, str]) -> None:
        """Show a day of a plan, all days, or what has no time."""
        self._plan, self._day, self._view = plan, day, view
        if plan.event.id != self._event_id:
            self._event_id, self._rows = plan.event.id, None
            self.mark_stale()
        self._show()

    def refresh(self) -> None:
        """Read the delegations, each in order of precedence."""
        if self._event_id:
            self.context.read(self, "people", self._take, delegations, self._event_id)

    def _take(self, rows: tuple[DelegationRow, ...]) -> None:
        if self._rows is None:
            self.work.folded = folded_at_first(rows)
        self._rows = rows
        self._show()

    def _show(self) -> None:
        if self._plan is None or self._day is None or self._rows is None:
            return
        grid = grid_of(self._plan, self._rows, self._day, self._view)
        people = any(line.who.kind == MEMBER for line in grid.lines)
        if not people:
            sentence = t("Put people into the delegations; here you then say who takes part in what.")
            self.empty.set_words(t("Nobody yet"), sentence)
        elif not grid.columns:
            self.empty.set_words(t("Nothing on this day"), t("Choose another day, or add what happens on this one."))
        self.work.set_read_only(self.context.read_only is not None)
        self.work.set_grid(grid)
        there = people and bool(grid.columns)
        self._stack.setCurrentWidget(self.work if there else self.empty)
        for one in (self.said, self._keys):
            one.setVisible(there)
        if self.context.read_only is not None:
            self._keys.hide()

    def _say(self) -> None:
        place = self.work.current()
        self.said.setText(spoken(self.work.grid, *place) if place is not None else "")

    def _paint(self, places: Sequence[Place], on: bool, role: Role | None) -> None:
        grid = self.work.grid
        cells = [painted(grid.lines[line].who, grid.columns[column].item_id) for line, column in places]
        self.context.run(
            self, paint_attendance, cells, on=on, role=role.value if role is not None else "",
            done=lambda changes: None if changes.number else self.work.forget_sent(), failed=self._refused,
        )  # fmt: skip

    def _refused(self, error: Exception) -> None:
        self.work.forget_sent()
        self.context.failed.emit(error)

    def _choose(self, who: Who) -> None:
        if who.kind in (MEMBER, DELEGATION):
            self.context.select("member" if who.kind == MEMBER else "delegation", int(who.id))


def painted(who: Who, item_id: int) -> Painted:
    """Return a cell as the operation takes it."""
    if who.kind == SIDE:
        return Painted(item_id, side=str(who.id))
    if who.kind == DELEGATION:
        return Painted(item_id, delegation_id=int(who.id))
    if who.kind == MEMBER:
        return Painted(item_id, participation_id=int(who.id))
    return Painted(item_id, track_id=int(who.id))
