"""Lanes: what fills whose time, one more way to look at the programme."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from planner.queries.lanes import Lanes, lanes
from ui.agenda.lanes_rows import Sort, lanes_of
from ui.agenda.lanes_view import LanesView
from ui.agenda.plan import ALL_DAYS, POOL, Plan, View, days
from ui.agenda.words import day_label
from ui.common.empty_state import EmptyState
from ui.common.labels import PlainLabel
from ui.common.live_view import LiveView
from ui.common.segmented import Segmented
from ui.context import Context
from ui.translate import follow_language, t, tn


class LanesPage(LiveView):
    """The view. Attributes: `sort`, whose lanes; `view`, the lanes; `said`, how many collide; `empty`."""

    tables = frozenset({
        "event", "item", "item_track", "track_member", "attendance", "delegation", "participation", "person",
        "person_name", "post", "room", "venue", "vehicle", "ride", "busy_time",
    })  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._plan: Plan | None = None
        self._day: date | None = None
        self._facts: Lanes | None = None
        self._event_id = 0
        self.sort = Segmented((), self)
        self.sort.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.said = PlainLabel("", self, elide=True)
        self.view = LanesView(self)
        self.empty = EmptyState(parent=self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        top = QHBoxLayout()
        top.addWidget(self.sort)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        column.addWidget(self.said)
        self.setFocusProxy(self.view)
        self.sort.edited.connect(lambda _sort: self._show())
        self.view.moved.connect(self._say)
        self.view.item_chosen.connect(lambda item_id: self.context.select("item", item_id))
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.sort.setAccessibleName(t("Whose time"))
        self.sort.set_choices([
            (Sort.PEOPLE, t("People")), (Sort.INTERPRETERS, t("Interpreters")), (Sort.ROOMS, t("Rooms")),
            (Sort.VEHICLES, t("Vehicles")),
        ])  # fmt: skip
        self._show()

    def show_plan(self, plan: Plan, day: date, view: View, reasons: Mapping[int, str]) -> None:
        """Show a day of a plan, or all days; what has no time takes nobody's."""
        self._plan, self._day = plan, day
        if plan.event.id != self._event_id:
            self._event_id, self._facts = plan.event.id, None
            self.mark_stale()
        self._show()

    def refresh(self) -> None:
        """Read what occupies everybody."""
        if self._event_id:
            self.context.read(self, "lanes", self._take, lanes, self._event_id)

    def _take(self, facts: Lanes) -> None:
        self._facts = facts
        self._show()

    def _show(self) -> None:
        if self._plan is None or self._day is None or self._facts is None:
            return
        there = days(self._plan) if self._day in (ALL_DAYS, POOL) else [self._day]
        event, sort = self._plan.event, Sort(self.sort.value())
        found = lanes_of(self._facts, sort, there, event.host_zone, event.languages)
        self.view.set_lanes(found, [day_label(day) for day in there])
        if not found:
            self.empty.set_words(*_nothing(sort))
        self._stack.setCurrentWidget(self.view if found else self.empty)

    def _say(self) -> None:
        """Say how many collide, and what the keys are at."""
        lanes = self.view.lanes
        count = sum(1 for lane in lanes if any(bar.conflict for bar in lane.bars))
        self.said.set_role("stop" if count else "muted")
        words = t("Nothing collides.") if lanes else ""
        if count:
            words = tn("{n} is needed in two places at once", "{n} are needed in two places at once", count)
        at = self.view.accessibleDescription()
        self.said.setText(f"{words} · {at}" if at else words)


def _nothing(sort: Sort) -> tuple[str, str]:
    if sort is Sort.ROOMS:
        return t("No rooms yet"), t("Give items a room; here you then see what fills it.")
    if sort is Sort.VEHICLES:
        return t("No vehicles yet"), t("Give movements their vehicles; here you then see when each is on the way.")
    if sort is Sort.INTERPRETERS:
        return t("No interpreters yet"), t("Add interpreters to the delegations, or let somebody interpret an item.")
    return t("Nobody yet"), t("Put people into the delegations; here you then see what fills their days.")
