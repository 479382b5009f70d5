"""What mouse and keys do on the programme: each gesture becomes one write."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from planner.app import Changes
from planner.rules.text import Text, Wording
from planner.rules.times import DAY
from ui.agenda import plan as plans
from ui.agenda.fresh import fresh
from ui.agenda.lines import parse_span
from ui.agenda.page_bar import LIST
from ui.agenda.plan import ALL_DAYS, POOL
from ui.common.moment_fields import parse_minutes

if TYPE_CHECKING:
    from ui.agenda.page import ProgrammePage


class Gestures(QObject):
    """Connects the views of a page with its edits."""

    def __init__(self, page: ProgrammePage) -> None:
        super().__init__(page)
        self._page, self._edits = page, page.edits
        timeline, items = page.timeline, page.list
        page.bar.item_wanted.connect(self.add_item)
        page.empty.step_taken.connect(self.add_item)
        page.empty.other_step_taken.connect(self.type_list)
        timeline.moved.connect(self._move)
        timeline.resized.connect(self._resize)
        timeline.copied.connect(self._copy)
        timeline.create_requested.connect(self._create)
        timeline.delete_requested.connect(self._edits.remove)
        timeline.opened.connect(self._open)
        items.stepped.connect(self._step)
        items.delete_requested.connect(self._edits.remove)
        items.copy_requested.connect(self._duplicate)
        items.item_wanted.connect(self._add_typed)
        items.model_of_items.time_typed.connect(self._time_typed)
        items.model_of_items.title_typed.connect(self._edits.write_title)

    def add_item(self) -> None:
        """Add an item after the last one of the day and ask for its title in the inspector."""
        plan, day = self._page.plan, self._page.day
        if plan is None or self._page.context.read_only is not None:
            return
        if day == POOL:
            self._edits.add(day=None, done=self._ask_title)
            return
        if day is None or day == ALL_DAYS:
            chosen = plan.item(self._page.chosen)
            day = chosen.day if chosen is not None and chosen.day else plan.event.from_day
        self._edits.add(day=day, start=plans.after_last(plan, day), done=self._ask_title)

    def type_list(self) -> None:
        """Show the list and begin to type its last line."""
        self._page.bar.mode.set_value(LIST)
        self._page.choose_mode(LIST)
        self._page.list.type_into(self._page.list.model_of_items.rowCount() - 1, 0)

    def _move(self, item_id: int, start: int, _end: int, by: int) -> None:
        if self._page.day is not None:
            self._edits.move(item_id, self._page.day, start, by)

    def _resize(self, item_id: int, start: int, end: int) -> None:
        if self._page.day is not None:
            self._edits.resize(item_id, self._page.day, start, end)

    def _copy(self, item_id: int, start: int, _end: int, by: int) -> None:
        if self._page.day is not None:
            self._edits.copy(item_id, self._page.day, start, by, done=self._choose_made)

    def _duplicate(self, item_id: int) -> None:
        self._edits.duplicate(item_id, self._choose_made)

    def _create(self, start: int, track: int) -> None:
        plan, day = self._page.plan, self._page.day
        if plan is not None and day is not None:
            tracks = (track,) if plan.programme.tracks else ()
            self._edits.add(day=day, start=min(start, DAY - 5), tracks=tracks, done=self._ask_title)

    def _open(self, item_id: int) -> None:
        self._page.context.select("item", item_id)
        fresh(self._page.context).ask(item_id)

    def _ask_title(self, changes: Changes) -> None:
        fresh(self._page.context).ask(changes.result)
        self._choose_made(changes)

    def _choose_made(self, changes: Changes) -> None:
        self._page.context.select("item", changes.result)

    def _step(self, item_id: int, minutes: int) -> None:
        item = self._page.plan.item(item_id) if self._page.plan else None
        if item is not None and item.parent_id is not None and item.start is None:
            self._edits.reorder(item_id, 1 if minutes > 0 else -1)
        else:
            self._edits.step(item_id, minutes)

    def _time_typed(self, item_id: int, words: str) -> None:
        """Understand a time, a span, or for a topic its minutes; what is none changes nothing."""
        item = self._page.plan.item(item_id) if self._page.plan else None
        if item is None:
            return
        found = parse_span(words) if words else None
        if item.parent_id is not None and item.start is None and len(words) <= 3:
            self._edits.set_minutes(item_id, parse_minutes(words) if words else None)
        elif not words or found is not None:
            start, end = found or (None, None)
            self._edits.set_times(item_id, self._day_of(item_id), start, end)

    def _day_of(self, item_id: int) -> date:
        """Return the day a typed time is meant for: the item's own, its parent's, else the day looked at."""
        plan = self._page.plan
        assert plan is not None
        item = plan.item(item_id)
        while item is not None:
            if span := plans.when(item, plan.event.host_zone):
                return span.day
            item = plan.item(item.parent_id)
        own, day = plans.days(plan), self._page.day
        return day if day is not None and day in own else own[0]

    def _add_typed(self, day: date) -> None:
        """Make an item of what was typed into an empty line."""
        draft, plan = self._page.list.model_of_items.take_draft(day), self._page.plan
        if draft is None or plan is None:
            return
        found = parse_span(draft.time) if draft.time else None
        title = Text({tag: Wording(words) for tag, words in draft.titles})
        if day == POOL and found is None:
            self._edits.add(title, day=None)
            return
        if day == POOL:
            day = plans.days(plan)[0]
        start, end = found or (plans.after_last(plan, day), None)
        self._edits.add(title, day=day, start=start, end=end)
