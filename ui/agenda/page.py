"""The programme of an event: its days as a timeline or as a list, both to be worked in."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from planner.app import Changes
from planner.checks.event import check_event
from planner.rules.findings import Finding
from planner.rules.text import Text, text
from planner.rules.times import DAY
from ui.agenda import plan as plans
from ui.agenda.day_tabs import DayTab
from ui.agenda.day_view import day_of
from ui.agenda.edits import ItemEdits
from ui.agenda.fresh import fresh
from ui.agenda.item_table import ItemTable
from ui.agenda.lines import lines_of, parse_span
from ui.agenda.page_bar import LIST, TIMELINE, PageBar
from ui.agenda.plan import ALL_DAYS, POOL, Plan, View
from ui.agenda.timeline import Timeline
from ui.agenda.tracks import TracksPopup
from ui.agenda.words import day_label
from ui.common.empty_state import EmptyState
from ui.common.moment_fields import parse_minutes
from ui.common.page import Action, EventPageView
from ui.common.paper_entries import PROGRAMME
from ui.context import Context
from ui.translate import follow_language, t, tn


class ProgrammePage(EventPageView):
    """The tab. Attributes: `bar`, `timeline`, `list`, `tracks`, `edits`."""

    tables = frozenset({
        "event", "item", "item_track", "track", "attendance", "venue", "room", "route",
        "delegation", "participation", "person_name", "post",
    })  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.edits = ItemEdits(context, self)
        self._plan: Plan | None = None
        self._reasons: dict[int, str] = {}
        self._day: date | None = None
        self._chosen: int | None = None
        self._wanted: int | None = None
        self._new_plan = True
        self._mode, self._view = TIMELINE, View.WORKING
        self.bar = PageBar(self)
        self.timeline = Timeline(self)
        self.list = ItemTable(self)
        self.empty = EmptyState(parent=self)
        self.tracks = TracksPopup(context, self)
        self._stack = QStackedWidget(self)
        for view in (self.timeline, self.list, self.empty):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        self._connect()
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.empty.set_words(
            t("No programme yet"),
            t("Add what happens on each day: meetings, meals, transfers. The programme of stay is printed from it."),
            "" if self.context.read_only else t("Add the first item"),
            "" if self.context.read_only else t("Type them as a list"),
        )
        if self._plan is not None:
            self._show_all()

    def main_action(self) -> Action:
        """Lead to the programme of stay on paper."""
        return Action(t("Print programme…"), lambda: self.context.show("paper", PROGRAMME))

    def set_event(self, event_id: int) -> None:
        """Show another event, at its first day."""
        if event_id != self.event_id:
            self._plan, self._day, self._chosen, self._reasons = None, None, None, {}
            self._new_plan = True
            self.edits.plan = None
        super().set_event(event_id)

    def refresh(self) -> None:
        """Read the programme and what the checks say of it."""
        if self.event_id:
            self.context.read(self, "plan", self._show_plan, plans.read_plan, self.event_id)
            self.context.read(self, "findings", self._show_findings, check_event, self.event_id)

    # --- What is shown

    def _show_plan(self, plan: Plan) -> None:
        if plan.event.id != self.event_id:
            return
        self._plan = self.edits.plan = plan
        self._show_all(fresh_day=self._new_plan)
        self._new_plan = False
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self._go_to(wanted)

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        reasons = plans.conflicts(findings)
        if reasons != self._reasons:
            self._reasons = reasons
            self._show_day()

    def _show_all(self, *, fresh_day: bool = False) -> None:
        assert self._plan is not None
        tabs = self._tabs(self._plan)
        there = [tab.day for tab in tabs]
        if self._day not in there:
            self._day = self._first_day(there)
            fresh_day = True
        self.bar.set_days(tabs, self._day or there[0])
        self.bar.set_track_count(len(self._plan.programme.tracks))
        self.bar.set_read_only(self.context.read_only is not None)
        self.tracks.show_tracks(self.event_id, self._plan.programme.tracks, self._plan.event.languages)
        self._show_day(fresh_day=fresh_day)

    def _show_day(self, *, fresh_day: bool = False) -> None:
        plan, day = self._plan, self._day
        if plan is None or day is None:
            return
        read_only = self.context.read_only is not None
        self.timeline.set_read_only(read_only)
        self.list.set_read_only(read_only)
        if not plan.programme.items and self._mode == TIMELINE:
            self._stack.setCurrentWidget(self.empty)
        elif self._mode == LIST or day in (ALL_DAYS, POOL):
            self.list.set_lines(lines_of(plan, day, self._view, self._reasons), plan.event.languages)
            self.list.select(self._chosen)
            self._stack.setCurrentWidget(self.list)
        else:
            self.timeline.set_day(*day_of(plan, day, self._view, self._reasons), fresh=fresh_day)
            self.timeline.select(self._chosen, scroll=False)
            self._stack.setCurrentWidget(self.timeline)

    def _tabs(self, plan: Plan) -> list[DayTab]:
        tabs = []
        if self._mode == LIST:
            count = len([item for item in plan.programme.top() if plans.is_for(item, self._view)])
            tabs.append(DayTab(ALL_DAYS, t("All days"), tn("{n} item", "{n} items", count)))
        for day in plans.days(plan):
            items = [item for item, _when in plans.on_day(plan, day, self._view)]
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
        if self._day is None and today in there:
            return today
        assert self._plan is not None
        own = [day for day in there if day not in (ALL_DAYS, POOL)]
        return next((day for day in own if plans.on_day(self._plan, day, self._view)), own[0])

    # --- Where one is

    def _choose_day(self, day: date) -> None:
        self._day = day
        self._show_day(fresh_day=True)

    def _choose_mode(self, mode: str) -> None:
        self._mode = mode
        if self._plan is None:
            return
        if mode == TIMELINE and self._day == ALL_DAYS:
            chosen = self._plan.item(self._chosen)
            self._day = chosen.day if chosen is not None and chosen.day else None
        self._show_all(fresh_day=True)
        (self.list if mode == LIST else self.timeline).setFocus()

    def _choose_view(self, view: View) -> None:
        self._view = view
        if self._plan is not None:
            self._show_all()

    def _go_to(self, item_id: int) -> None:
        """Show an item on its day."""
        if self._plan is None or (item := self._plan.item(item_id)) is None:
            self._wanted = item_id
            return
        top = item
        while top.parent_id is not None and (parent := self._plan.item(top.parent_id)) is not None:
            top = parent
        self._chosen = item_id
        if not plans.is_for(top, self._view):
            self._view = View.WORKING
            self.bar.view.set_value(View.WORKING)
        span = plans.when(top, self._plan.event.host_zone)
        day = span.day if span else POOL
        if self._day not in (day, ALL_DAYS):
            self._day = day
            self._show_all(fresh_day=True)
        else:
            self._show_day()
        self.timeline.select(item_id if item.parent_id is None else None)

    def _selected_elsewhere(self, kind: str, thing_id: int) -> None:
        if kind == "item" and thing_id != self._chosen:
            self._go_to(thing_id)

    def _choose(self, item_id: int | None) -> None:
        """Follow what was chosen in a view."""
        if item_id == self._chosen:
            return
        self._chosen = item_id
        if item_id is None:
            self.context.select("event", self.event_id)
        else:
            self.context.select("item", item_id)

    # --- What is done

    def _connect(self) -> None:
        bar, timeline, items, edits = self.bar, self.timeline, self.list, self.edits
        bar.day_chosen.connect(self._choose_day)
        bar.mode_chosen.connect(self._choose_mode)
        bar.view_chosen.connect(self._choose_view)
        bar.tracks_wanted.connect(lambda: self.tracks.open_under(bar.tracks))
        bar.item_wanted.connect(self.add_item)
        timeline.selected.connect(self._choose)
        timeline.moved.connect(lambda item, start, _end, by: self._on_day(lambda day: edits.move(item, day, start, by)))
        timeline.resized.connect(lambda item, start, end: self._on_day(lambda day: edits.resize(item, day, start, end)))
        timeline.copied.connect(self._copy)
        timeline.create_requested.connect(self._create)
        timeline.delete_requested.connect(edits.remove)
        timeline.opened.connect(self._open)
        items.selected.connect(self._choose)
        items.stepped.connect(self._step)
        items.delete_requested.connect(edits.remove)
        items.copy_requested.connect(lambda item: edits.duplicate(item, self._select_made))
        items.item_wanted.connect(self._add_typed)
        items.model_of_items.time_typed.connect(self._time_typed)
        items.model_of_items.title_typed.connect(edits.write_title)
        self.empty.step_taken.connect(self.add_item)
        self.empty.other_step_taken.connect(self._type_list)
        self.context.selected.connect(self._selected_elsewhere)

    def add_item(self) -> None:
        """Add an item after the last one of the day and ask for its title in the inspector."""
        if self._plan is None or self.context.read_only is not None:
            return
        day = self._day
        if day == POOL:
            self.edits.add(day=None, done=self._ask_title)
            return
        chosen = self._plan.item(self._chosen)
        if day in (None, ALL_DAYS):
            day = chosen.day if chosen is not None and chosen.day else self._plan.event.from_day
        assert day is not None
        self.edits.add(day=day, start=plans.after_last(self._plan, day), done=self._ask_title)

    def _on_day(self, work: object) -> None:
        if self._day is not None and callable(work):
            work(self._day)

    def _create(self, start: int, track: int) -> None:
        if self._day is not None:
            start = min(start, DAY - 5)
            self.edits.add(day=self._day, start=start, tracks=(track,) if self._has_tracks() else (),
                           done=self._ask_title)  # fmt: skip

    def _has_tracks(self) -> bool:
        return bool(self._plan and self._plan.programme.tracks)

    def _ask_title(self, changes: Changes) -> None:
        fresh(self.context).id = changes.result
        self._select_made(changes)

    def _select_made(self, changes: Changes) -> None:
        self._chosen = changes.result
        self._wanted = changes.result
        self.context.select("item", changes.result)
        if self._plan is not None and self._plan.item(changes.result) is not None:
            self._wanted = None
            self._go_to(changes.result)

    def _open(self, item_id: int) -> None:
        fresh(self.context).id = item_id
        self.context.select("item", item_id)

    def _copy(self, item_id: int, start: int, _end: int, by: int) -> None:
        if self._day is not None:
            self.edits.copy(item_id, self._day, start, by, done=self._select_made)

    def _step(self, item_id: int, minutes: int) -> None:
        item = self._plan.item(item_id) if self._plan else None
        if item is not None and item.parent_id is not None and item.start is None:
            self.edits.reorder(item_id, 1 if minutes > 0 else -1)
        else:
            self.edits.step(item_id, minutes)

    def _time_typed(self, item_id: int, words: str) -> None:
        item = self._plan.item(item_id) if self._plan else None
        if item is None or self._plan is None:
            return
        found = parse_span(words) if words else None
        if item.parent_id is not None and item.start is None and len(words) <= 3:
            self.edits.set_minutes(item_id, parse_minutes(words) if words else None)
        elif not words or found is not None:
            start, end = found or (None, None)
            self.edits.set_times(item_id, self._day_of(item_id), start, end)

    def _day_of(self, item_id: int) -> date:
        """Return the day a typed time is meant for: the item's own, its parent's, else the day looked at."""
        assert self._plan is not None
        item = self._plan.item(item_id)
        while item is not None:
            if span := plans.when(item, self._plan.event.host_zone):
                return span.day
            item = self._plan.item(item.parent_id)
        own = plans.days(self._plan)
        return self._day if self._day in own and self._day is not None else own[0]

    def _add_typed(self, day: date) -> None:
        """Make an item of what was typed into an empty line."""
        draft = self.list.model_of_items.take_draft(day)
        if draft is None or self._plan is None:
            return
        found = parse_span(draft.time) if draft.time else None
        title: Text = text(**{tag.replace("-", "_"): words for tag, words in draft.titles})
        if day == POOL:
            if found is None:
                self.edits.add(title, day=None)
                return
            day = plans.days(self._plan)[0]
        start, end = found or (plans.after_last(self._plan, day), None)
        self.edits.add(title, day=day, start=start, end=end)

    def _type_list(self) -> None:
        self.bar.mode.set_value(LIST)
        self._choose_mode(LIST)
        self.list.type_into(self.list.model_of_items.rowCount() - 1, 0)

