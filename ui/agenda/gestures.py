"""What mouse and keys do on the programme: each gesture becomes one write."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from planner.app import Changes
from planner.operations import agenda
from planner.operations.retiming import shift_items
from planner.rules.ripple import Ripple
from planner.rules.text import Text, Wording
from planner.rules.times import DAY
from ui.agenda import ahead
from ui.agenda import plan as plans
from ui.agenda.around import Around
from ui.agenda.columns import Across, columns_of
from ui.agenda.fresh import fresh
from ui.agenda.lines import parse_span
from ui.agenda.page_bar import LIST
from ui.agenda.plan import ALL_DAYS, POOL
from ui.agenda.timeline_items import TimelineItem
from ui.agenda.timeline_layout import Place
from ui.agenda.together import Together
from ui.agenda.typed_places import meant
from ui.common.moment_fields import parse_minutes
from ui.translate import t

if TYPE_CHECKING:
    from ui.agenda.page import ProgrammePage


class Gestures(QObject):
    """Connects the views of a page with its edits."""

    def __init__(self, page: ProgrammePage) -> None:
        super().__init__(page)
        self._page, self._edits = page, page.edits
        self._together = Together(page.context, page)
        timeline, items = page.timeline, page.list
        page.bar.item_wanted.connect(self.add_item)
        page.empty.step_taken.connect(self.add_item)
        page.empty.other_step_taken.connect(self.type_list)
        timeline.moved.connect(self._move)
        timeline.resized.connect(self._resize)
        timeline.copied.connect(self._copy)
        timeline.create_requested.connect(self._create)
        timeline.dragging.connect(self._look_ahead)
        timeline.moved_together.connect(self._move_together)
        timeline.copied_together.connect(self._copy_together)
        timeline.shifted.connect(self._shift)
        timeline.spanned.connect(self._span)
        timeline.sent.connect(self._send)
        timeline.pooled.connect(lambda ids: self._send(ids, POOL, False))
        timeline.remove_requested.connect(self._together.remove)
        timeline.movement_wanted.connect(self._add_movement)
        timeline.targets = Around(page)
        page.bar.follow_chosen.connect(self._set_follow)
        pool = page.pool
        pool.carried.connect(self._carry)
        pool.dropped.connect(self._drop)
        pool.placed.connect(self._place_waiting)
        pool.removed.connect(self._edits.remove)
        pool.chosen.connect(lambda item_id: page.context.select("item", item_id))
        timeline.delete_requested.connect(self._edits.remove)
        timeline.opened.connect(self._open)
        items.stepped.connect(self._step)
        items.delete_requested.connect(self._edits.remove)
        items.copy_requested.connect(self._duplicate)
        items.item_wanted.connect(self._add_typed)
        items.model_of_items.time_typed.connect(self._time_typed)
        items.model_of_items.title_typed.connect(self._edits.write_title)
        items.model_of_items.place_typed.connect(self._place_typed)
        items.shift_requested.connect(self._shift_line)

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
        """Show the list of all days and begin to type the first empty line; ↓ leads from day to day."""
        self._page.bar.mode.set_value(LIST)
        self._page.choose_mode(LIST)
        self._page.bar.days.choose(ALL_DAYS)
        self._page.list.type_new()

    def _move(self, item_id: int, start: int, end: int, by: int) -> None:
        day = self._own_day(item_id)
        if day is None:
            return
        if by and self._page.columns.across is not Across.TRACKS:
            self._move_together({item_id: Place(start, end, by)})
        else:
            self._edits.move(item_id, day, start, by)

    def _resize(self, item_id: int, start: int, end: int) -> None:
        if (day := self._own_day(item_id)) is not None:
            self._edits.resize(item_id, day, start, end)

    def _copy(self, item_id: int, start: int, end: int, by: int) -> None:
        day, plan = self._own_day(item_id), self._page.plan
        if day is None or plan is None:
            return
        if by and self._page.columns.across is not Across.TRACKS:
            self._copy_together({item_id: Place(start, end, by)})
        else:
            self._edits.copy(item_id, day, start, by, done=self._choose_made)

    def _own_day(self, item_id: int) -> date | None:
        """Return the day whose midnight an item's minutes on the timeline are counted from."""
        plan, day = self._page.plan, self._page.day
        if plan is not None and day == ALL_DAYS:
            return plan.day_of(item_id)
        return day

    # --- Several at once, and what follows

    def _move_together(self, places: dict[int, Place]) -> None:
        if (plan := self._page.plan) is not None and (day := self._page.day) is not None:
            self._together.move(plan, day, self._page.columns, places)

    def _copy_together(self, places: dict[int, Place]) -> None:
        if (plan := self._page.plan) is not None and (day := self._page.day) is not None:
            self._together.copy(plan, day, self._page.columns, places, done=self._choose_first)

    def _set_follow(self, on: bool) -> None:
        self._page.timeline.follow = on

    def _look_ahead(self, item_id: int, _start: int, _end: int) -> None:
        """Show what a drag would do to the rest of the day."""
        timeline = self._page.timeline
        found = self._followers(item_id, timeline.dragged_places()) if timeline.shifting() else None
        plan = self._page.plan
        seen = ahead.shown(plan, found) if found is not None and plan is not None else ahead.Ahead()
        timeline.set_preview(seen.places, seen.stop)

    def _followers(self, item_id: int, places: Mapping[int, Place]) -> Ripple | None:
        plan, day = self._page.plan, self._own_day(item_id)
        days = self._page.columns.across is Across.DAYS
        if plan is None or day is None or (days and any(place.track_delta for place in places.values())):
            return None
        keep = not self._page.works.gaps_first()
        return ahead.follow(plan, day, self._page.columns, places, keep_gaps=keep)

    def _shift(self, places: dict[int, Place]) -> None:
        """Put what was dragged, and what follows it, at their new times: one step."""
        plan, day = self._page.plan, self._page.day
        if plan is None or day is None:
            return
        found = self._followers(next(iter(places)), places)
        along = {one: Place(*span) for one, span in found.places.items()} if found is not None else {}
        self._together.move(plan, day, self._page.columns, places | along, operation=shift_items)

    def _span(self, item_id: int, columns: tuple[int, ...]) -> None:
        wanted = [self._page.columns.all[one].track for one in columns]
        everybody = len(wanted) == len(self._page.columns.all)
        ids = [] if everybody else [one for one in wanted if one is not None]
        self._page.context.run(self._page, agenda.set_tracks, item_id, ids)

    def _send(self, ids: list[int], target: object, copy: bool) -> None:
        """Put items on another day (a date, or -1 and 1 for the neighbours) or into the pool."""
        plan = self._page.plan
        if plan is None or not ids:
            return
        if isinstance(target, int):
            there, now = plans.days(plan), self._own_day(ids[0])
            place = there.index(now) + target if now in there else -1
            target = there[place] if 0 <= place < len(there) else None
        if isinstance(target, date):
            self._together.send(plan, ids, None if target == POOL else target, copy=copy and target != POOL)

    # --- The pool

    def _carry(self, item: TimelineItem, point: QPoint) -> None:
        over_day = self._page.timeline.carry_in(item, point)
        around = self._page.timeline.targets
        if around is not None:
            around.leave() if over_day else around.over(point)

    def _drop(self, item: TimelineItem) -> None:
        plan, there, around = self._page.plan, self._page.timeline.let_go(), self._page.timeline.targets
        target = around.last if isinstance(around, Around) else None
        if around is not None:
            around.leave()
        if plan is None or self._page.day is None:
            return
        if there is not None:
            self._together.take_in(plan, item.id, self._page.day, there[0], self._page.columns, there[1])
        elif isinstance(target, date) and target not in (POOL, ALL_DAYS):
            self._together.send(plan, [item.id], target)

    def _place_waiting(self, item_id: int) -> None:
        """Give an item of the pool a time by key: after the last one of the day."""
        plan, day = self._page.plan, self._page.day
        if plan is not None and day is not None:
            day = plans.days(plan)[0] if day in (ALL_DAYS, POOL) else day
            self._together.send(plan, [item_id], day)
            self._page.timeline.setFocus()
            self._page.context.select("item", item_id)

    def _add_movement(self, before: int, after: int) -> None:
        plan = self._page.plan
        if plan is not None and not self._together.add_movement(plan, before, after, self._choose_made):
            self._page.remark(t("After this item nobody goes to another place, or the way is an item already."))

    def _choose_first(self, changes: Changes) -> None:
        if changes.result:
            self._page.context.select("item", changes.result[0])

    def _duplicate(self, item_id: int) -> None:
        self._edits.duplicate(item_id, self._choose_made)

    def _create(self, start: int, track: int) -> None:
        plan, day, columns = self._page.plan, self._page.day, self._page.columns
        if plan is None or day is None:
            return
        column = columns.all[min(track, len(columns.all) - 1)] if columns.all else None
        tracks = (track,) if column is not None and column.track is not None else ()
        place = column.place if column is not None and columns.across is Across.ROOMS else None
        day = column.day if column is not None and column.day is not None else day
        self._edits.add(day=day, start=min(start, DAY - 5), tracks=tracks, place=place, done=self._ask_title)

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

    def _place_typed(self, item_id: int, words: str) -> None:
        """Put an item where the name says; a name nobody knows changes nothing and is told."""
        place = self._meant(words)
        if place is not None:
            self._page.context.run(self._page, agenda.place_item, item_id, venue_id=place[0], room_id=place[1])

    def _meant(self, words: str) -> tuple[int | None, int | None] | None:
        plan = self._page.plan
        found = meant(plan, words) if plan is not None and words else None
        unknown = bool(words) and found is None
        self._page.remark(t("No venue or room is called “{name}”.", name=words) if unknown else "")
        return found if words else (None, None)

    def _shift_line(self, item_id: int, minutes: int) -> None:
        """Shift an item of the list and what follows it on its day."""
        plan = self._page.plan
        item = plan.item(item_id) if plan is not None else None
        span = plans.when(item, plan.event.host_zone) if plan is not None and item is not None else None
        if plan is None or span is None:
            return
        columns = columns_of(plan, Across.TRACKS)
        places = {item_id: Place(span.start + minutes, span.end + minutes)}
        found = ahead.follow(plan, span.day, columns, places, keep_gaps=not self._page.works.gaps_first())
        places |= {one: Place(*to) for one, to in found.places.items()}
        merge = f"item:{item_id}:shift"
        self._together.move(plan, span.day, columns, places, operation=shift_items, merge=merge)

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
        place = self._meant(draft.place) if draft.place else None
        if day == POOL and found is None:
            self._edits.add(title, day=None, place=place)
            return
        if day == POOL:
            day = plans.days(plan)[0]
        start, end = found or (plans.after_last(plan, day), None)
        self._edits.add(title, day=day, start=start, end=end, place=place)
