"""The programme of an event: its days as a timeline or as a list, both to be worked in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planner.rules.findings import Finding
from ui.agenda import plan as plans
from ui.agenda import sheet as sheets
from ui.agenda.columns import Across, Columns, columns_of
from ui.agenda.day_tabs import DayTab
from ui.agenda.day_view import day_of, waiting
from ui.agenda.day_work import DayWork
from ui.agenda.edits import ItemEdits
from ui.agenda.gestures import Gestures
from ui.agenda.item_table import ItemTable
from ui.agenda.lines import lines_of
from ui.agenda.more_views import RUN, add_views
from ui.agenda.own_views import OwnViews
from ui.agenda.page_bar import LIST, ROOMS, TIMELINE, PageBar
from ui.agenda.plan import ALL_DAYS, POOL, Plan, View
from ui.agenda.pool_strip import PoolStrip
from ui.agenda.retime_bar import RetimeBar
from ui.agenda.timeline import Timeline
from ui.agenda.typed_places import named_places
from ui.agenda.words import day_label
from ui.common.empty_state import EmptyState
from ui.common.labels import Muted
from ui.common.page import Action, EventPageView
from ui.common.paper_entries import PROGRAMME
from ui.context import Context
from ui.translate import follow_language, t, tn

if TYPE_CHECKING:
    from ui.agenda.tracks import TracksPopup

OF_ONE_DAY = frozenset({ROOMS, RUN})
"""The ways to look that never show all days at once."""
SAID_FOR = 10_000
"""Milliseconds for which a remark stands."""


class MoreView(Protocol):
    """One more way to look at a programme, as the page shows it: see `ProgrammePage.add_view`."""

    def show_plan(self, plan: Plan, day: date, view: View, reasons: Mapping[int, str]) -> None:
        """Show a day of a plan, `ALL_DAYS` or `POOL`."""


class ProgrammePage(EventPageView):
    """The tab. Attributes: `bar`, `timeline`, `pool`, `retime`, `list`, `tracks`, `edits`.

    `plan`, `day`, `chosen` and `columns` are what is shown.
    """

    tables = frozenset({
        "event", "item", "item_track", "track", "track_member", "attendance", "venue", "room", "route",
        "delegation", "participation", "person_name", "post",
    })  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.edits = ItemEdits(context, self)
        self.plan: Plan | None = None
        self._reasons: dict[int, str] = {}
        self.day: date | None = None
        self.chosen: int | None = None
        self.wanted: int | None = None
        self._new_plan = True
        self._setting = False
        self._mode, self._view = TIMELINE, View.WORKING
        self._more: dict[str, Callable[[], QWidget]] = {}
        self._made: dict[str, QWidget] = {}
        self.bar = PageBar(self)
        self.retime = RetimeBar(self)
        self.timeline = Timeline(self)
        self.pool = PoolStrip(self)
        self._said = Muted("", self, wrap=True)
        self._said.hide()
        self._quiet = QTimer(self, singleShot=True, interval=SAID_FOR)
        self._quiet.timeout.connect(self._said.hide)
        self.columns = Columns(Across.TRACKS, ())
        self.list = ItemTable(self)
        self.empty = EmptyState(parent=self)
        self._stack = QStackedWidget(self)
        self._days = self._day_side()
        for view in (self._days, self.list, self.empty):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addWidget(self._said)
        column.addWidget(self._stack, 1)
        self._connect()
        self.works = DayWork(self)
        self.gestures = Gestures(self)
        self.own_views = OwnViews(self)
        add_views(self)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.empty.set_words(
            t("No programme yet"),
            t("Add what happens on each day: meetings, meals, transfers. The programme of stay is printed from it."),
            "" if self.context.read_only else t("Add the first item"),
            "" if self.context.read_only else t("Type them as a list"),
        )
        if self.plan is not None:
            self.show_all()

    @cached_property
    def tracks(self) -> TracksPopup:
        """The panel of tracks, made when it is first wanted: the programme need not wait for its fields."""
        from ui.agenda.tracks import TracksPopup

        panel = TracksPopup(self.context, self)
        if self.plan is not None:
            panel.show_tracks(self.event_id, self.plan.programme.tracks, self.plan.event.languages)
        return panel

    def add_view(self, mode: str, name: str, make: Callable[[], QWidget]) -> None:
        """Offer one more way to look at the programme; `make` returns its `MoreView`, `name` is a catalog id."""
        self._more[mode] = make
        self.bar.offer(mode, name)

    def _view_of(self, mode: str) -> QWidget | None:
        """Return the further view of a mode, made when it is first looked at."""
        if mode in self._more and mode not in self._made:
            self._made[mode] = self._more[mode]()
            self._stack.addWidget(self._made[mode])
        return self._made.get(mode)

    def _day_side(self) -> QWidget:
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.retime)
        column.addWidget(self.timeline, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.pool, 1)
        foot.addStretch(0)
        for button in (self.bar.follow, self.bar.work):
            foot.addWidget(button)
        column.addLayout(foot)
        return side

    def remark(self, words: str) -> None:
        """Say something in a line above the programme for a while."""
        self._said.setText(words)
        self._said.setVisible(bool(words))
        if words:
            self._quiet.start()

    def show_timeline(self) -> bool:
        """Turn from the list to the timeline; tell whether there is a day to be shown on it."""
        if self._mode not in (TIMELINE, ROOMS):
            self.bar.mode.set_value(TIMELINE)
            self.choose_mode(TIMELINE)
        return self._stack.currentWidget() is self._days

    def main_action(self) -> Action:
        """Lead to the programme of stay on paper."""
        return Action(t("Print programme…"), lambda: self.context.show("paper", PROGRAMME))

    def set_event(self, event_id: int) -> None:
        """Show another event, at its first day."""
        if event_id != self.event_id:
            self.plan, self.day, self.chosen, self._reasons = None, None, None, {}
            self._new_plan = True
            self.edits.plan = None
            self.works.leave()
            self.remark("")
            if self._view.member_id:
                self.choose_view(View.WORKING)
        super().set_event(event_id)
        self.own_views.set_event(event_id)

    def refresh(self) -> None:
        """Read the programme and what the checks say of it."""
        if self.event_id:
            self.context.read(self, "plan", self._show_plan, plans.read_plan, self.event_id)
            if self.plan is not None:  # what the checks stand on takes a while to import: the first plan comes before
                self._read_findings()

    def _read_findings(self) -> None:
        today = self.context.today()
        self.context.read(self, "findings", self._show_findings, sheets.read_all_findings, self.event_id, today)

    # --- What is shown

    def _show_plan(self, plan: Plan) -> None:
        if plan.event.id != self.event_id:
            return
        before, self.plan = self.plan, plan
        self.edits.plan = plan
        self._follow_chosen(before, plan)
        self.show_all(fresh_day=self._new_plan)
        self._new_plan = False
        if self._view.member_id:
            self.remark(self.own_views.remark())
        if self.wanted is not None:
            wanted, self.wanted = self.wanted, None
            self.go_to(wanted)
        if self.chosen is not None and plan.item(self.chosen) is None:
            self._choose(self.list.selected_id() if self._stack.currentWidget() is self.list else None)
        if before is None:
            self.context.in_turn(self, self._read_findings)

    def _follow_chosen(self, before: Plan | None, plan: Plan) -> None:
        """Go along with the chosen item when it was moved to another day."""
        old, new = (one.day_of(self.chosen) if one is not None else None for one in (before, plan))
        if old is not None and new is not None and old != new and old == self.day:
            self.day = new

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        reasons = plans.conflicts(findings)
        if reasons != self._reasons:
            self._reasons = reasons
            self._show_day()

    def show_all(self, *, fresh_day: bool = False) -> None:
        assert self.plan is not None
        tabs = self._tabs(self.plan)
        there = [tab.day for tab in tabs]
        if self.day not in there:
            self.day = self._first_day(there)
            fresh_day = True
        self.bar.set_days(tabs, self.day or there[0])
        self.bar.set_track_count(len(self.plan.programme.tracks))
        self.bar.set_read_only(self.context.read_only is not None)
        if "tracks" in self.__dict__:
            self.tracks.show_tracks(self.event_id, self.plan.programme.tracks, self.plan.event.languages)
        self._show_day(fresh_day=fresh_day)

    def _show_day(self, *, fresh_day: bool = False) -> None:
        """Show the day in the view chosen; what that does to the selection of a view is not the person's choice."""
        plan, day = self.plan, self.day
        if plan is None or day is None:
            return
        read_only = self.context.read_only is not None
        self.timeline.set_read_only(read_only)
        self.list.set_read_only(read_only)
        self._setting = True
        if not plan.programme.items and self._mode in (TIMELINE, ROOMS):
            self._stack.setCurrentWidget(self.empty)
        elif (more := self._view_of(self._mode)) is not None:
            cast(MoreView, more).show_plan(plan, day, self._view, self._reasons)
            self._stack.setCurrentWidget(more)
        elif self._mode == LIST or day == POOL:
            self.list.model_of_items.places = tuple(dict.fromkeys(one.name for one in named_places(plan)))
            self.list.set_lines(lines_of(plan, day, self._view, self._reasons), plan.event.languages)
            if self.chosen is None or plan.item(self.chosen) is not None:
                self.list.select(self.chosen)
            self._stack.setCurrentWidget(self.list)
        else:
            self._show_timeline(plan, day, read_only=read_only, fresh=fresh_day)
        self._setting = False

    def _show_timeline(self, plan: Plan, day: date, *, read_only: bool, fresh: bool) -> None:
        across = Across.DAYS if day == ALL_DAYS else Across.ROOMS if self._mode == ROOMS else Across.TRACKS
        self.columns = columns_of(plan, across)
        shown = day_of(plan, day, self._view, self._reasons, columns=self.columns, read_only=read_only)
        self.timeline.spans = across is Across.TRACKS
        self.timeline.set_day(*shown, fresh=fresh)
        if self.chosen not in self.timeline.chosen():
            self.timeline.select(self.chosen, scroll=False)
        self.pool.show_items(waiting(plan, self._view), read_only=read_only)
        self._stack.setCurrentWidget(self._days)
        self.works.renew()

    def _tabs(self, plan: Plan) -> list[DayTab]:
        tabs = []
        if self._mode not in OF_ONE_DAY:
            count = len([item for item in plan.programme.top() if plans.is_for(item, self._view, plan)])
            tabs.append(DayTab(ALL_DAYS, t("All days"), tn("{n} item", "{n} items", count)))
        held = plans.by_day(plan, self._view)
        for day in plans.days(plan):
            items = [item for item, _when in held.get(day, ())]
            remark = tn("{n} item", "{n} items", len(items))
            if character := plans.character(items):
                remark = f"{character} · {remark}"
            tabs.append(DayTab(day, day_label(day), remark))
        waiting = plans.pool(plan, self._view)
        if waiting:
            tabs.append(DayTab(POOL, t("Without a time"), tn("{n} item", "{n} items", len(waiting))))
        return tabs

    def _first_day(self, there: list[date]) -> date:
        """Return the day to begin with: today during the event, else the first with items, else the first."""
        today = self.context.today()
        if self.day is None and today in there:
            return today
        assert self.plan is not None
        own = [day for day in there if day not in (ALL_DAYS, POOL)]
        held = plans.by_day(self.plan, self._view)
        return next((day for day in own if day in held), own[0])

    # --- Where one is

    def _choose_day(self, day: date) -> None:
        self.day = day
        self._show_day(fresh_day=True)

    def choose_mode(self, mode: str) -> None:
        self._mode = mode
        if self.plan is None:
            return
        if mode in (TIMELINE, *OF_ONE_DAY) and self.day == ALL_DAYS:
            chosen = self.plan.item(self.chosen)
            self.day = chosen.day if chosen is not None and chosen.day else None
        self.show_all(fresh_day=True)
        (self.list if mode == LIST else self._made.get(mode, self.timeline)).setFocus()

    def _choose_view(self, wanted: View | str) -> None:
        if (view := self.own_views.choose(wanted)) is not None:
            self.choose_view(view)

    def choose_view(self, view: View) -> None:
        """Look at the programme of other readers, or of one person."""
        self._view = view
        self.bar.view.set_value(view)
        if self.plan is not None:
            self.show_all()
        self.remark(self.own_views.remark())

    def view(self) -> View:
        """Return whose programme is looked at."""
        return self._view

    def go_to(self, item_id: int) -> None:
        """Show an item on its day."""
        if self.plan is None or (item := self.plan.item(item_id)) is None:
            self.wanted = item_id
            return
        top = self.plan.top(item)
        self.chosen = item_id
        if not plans.is_for(top, self._view, self.plan):
            self._view = View.WORKING
            self.bar.view.set_value(View.WORKING)
        day = self.plan.day_of(item_id)
        if self.day not in (day, ALL_DAYS):
            self.day = day
            self.show_all(fresh_day=True)
        else:
            self._show_day()
        self._setting = True
        self.timeline.select(top.id if item is top else None)
        self._setting = False

    def _selected_elsewhere(self, kind: str, thing_id: int) -> None:
        if kind == "item" and thing_id != self.chosen:
            self.go_to(thing_id)

    def _choose(self, item_id: int | None) -> None:
        """Follow what was chosen in a view."""
        if item_id == self.chosen or self._setting:
            return
        self.chosen = item_id
        if item_id is None:
            self.context.select("event", self.event_id)
        else:
            self.context.select("item", item_id)

    def _connect(self) -> None:
        self.bar.day_chosen.connect(self._choose_day)
        self.bar.mode_chosen.connect(self.choose_mode)
        self.bar.view_chosen.connect(self._choose_view)
        self.bar.tracks_wanted.connect(lambda: self.tracks.open_under(self.bar.tracks))
        self.timeline.selected.connect(self._choose)
        self.list.selected.connect(self._choose)
        self.context.selected.connect(self._selected_elsewhere)
