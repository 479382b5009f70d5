"""What the gestures and keys of the programme write: each gesture is one step to undo."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count
from typing import Any

from PySide6.QtCore import QObject

from planner.app import Changes
from planner.operations import agenda, texts
from planner.queries.agenda import ItemRow
from planner.rules.kinds import ItemKind
from planner.rules.text import EMPTY, Text
from planner.rules.times import DAY, shift
from ui.agenda.plan import USUAL, Plan, own_time, when
from ui.context import Context

_GESTURES = count(1)
Done = Callable[[Changes], object]


class ItemEdits:
    """Writes to the programme shown. Minutes are those of the host's clock, from midnight of a day.

    Attributes: `plan`, kept up to date by the page.
    """

    def __init__(self, context: Context, owner: QObject) -> None:
        self._context, self._owner = context, owner
        self._plan: Plan | None = None
        self._sent: dict[int, tuple[date, int]] = {}

    @property
    def plan(self) -> Plan | None:
        """Return the plan last read."""
        return self._plan

    @plan.setter
    def plan(self, plan: Plan | None) -> None:
        self._plan, self._sent = plan, {}

    def add(self, title: Text = EMPTY, *, day: date | None, start: int | None = None, end: int | None = None,
            tracks: tuple[int, ...] = (), place: tuple[int | None, int | None] | None = None,
            done: Done | None = None) -> None:  # fmt: skip
        """Add an item; one without an end takes the usual hour. `place` are ids of a venue and a room."""
        if self.plan is None:
            return
        values: dict[str, Any] = {"kind": ItemKind.OTHER.value}
        if day is not None and start is not None:
            first, minute = shift(day, start, 0)
            last = None if end == start else (start + USUAL if end is None else end) % DAY
            values |= {"day": first, "start": minute, "end": last}
        wanted = self._track_ids(tracks)
        merge = _gesture() if wanted or place else ""

        def settle(changes: Changes) -> None:
            if wanted:
                self._context.run(self._owner, agenda.set_tracks, changes.result, wanted, merge=merge)
            if place:
                self._context.run(self._owner, agenda.place_item, changes.result, venue_id=place[0], room_id=place[1],
                                  merge=merge)  # fmt: skip
            if done is not None:
                done(changes)

        self._context.run(self._owner, agenda.add_item, self.plan.event.id, title, done=settle, merge=merge, **values)

    def move(self, item_id: int, day: date, start: int, tracks: int = 0) -> None:
        """Move an item to a minute of a day, and over some tracks."""
        item = self._item(item_id)
        if item is None:
            return
        span = when(item, self._zone())
        wanted = self._moved_tracks(item, tracks)
        merge = _gesture() if wanted is not None else f"item:{item_id}:move"
        if span is None or (span.day, span.start) != (day, start):
            self._context.run(self._owner, agenda.move_item, item_id, *self._own(item, day, start), merge=merge)
        if wanted is not None:
            self._context.run(self._owner, agenda.set_tracks, item_id, wanted, merge=merge)

    def step(self, item_id: int, minutes: int) -> None:
        """Move an item by some minutes, to the next multiple of them."""
        item = self._item(item_id)
        span = when(item, self._zone()) if item else None
        if span is not None:
            day, now = self._sent.get(item_id, (span.day, span.start))
            size = abs(minutes)
            start = now // size * size + minutes if minutes > 0 else -(-now // size) * size + minutes
            self.move(item_id, day, start)
            self._sent[item_id] = (day, start)

    def resize(self, item_id: int, day: date, start: int, end: int) -> None:
        """Set start and end of an item."""
        item = self._item(item_id)
        if item is None:
            return
        first, own = self._own(item, day, start)
        if first == item.day:
            last = (own + end - start) % DAY
            self._context.run(self._owner, agenda.resize_item, item_id, own, last, merge=f"item:{item_id}:resize")
        else:
            self._context.run(self._owner, agenda.edit_item, item_id, day=first, start=own, end_day=None,
                              end=(own + end - start) % DAY, merge=f"item:{item_id}:resize")  # fmt: skip

    def set_times(self, item_id: int, day: date, start: int | None, end: int | None) -> None:
        """Set the times typed for an item; no start puts it into the pool, no end keeps its length.

        An end at the start makes it a moment.
        """
        item = self._item(item_id)
        if item is None:
            return
        if start is None:
            if item.start is not None:
                self._context.run(self._owner, agenda.move_item, item_id, None, None)
        elif end is None:
            self.move(item_id, day, start)
        elif end == start:  # a moment: an arrival, a departure
            first, own = self._own(item, day, start)
            self._context.run(self._owner, agenda.edit_item, item_id, day=first, start=own, end=None, end_day=None)
        else:
            self.resize(item_id, day, start, end if end > start else end + DAY)

    def set_minutes(self, item_id: int, minutes: int | None) -> None:
        """Set the planned length of a topic or talk."""
        self._context.run(self._owner, agenda.edit_item, item_id, minutes=minutes)

    def copy(self, item_id: int, day: date, start: int, tracks: int = 0, done: Done | None = None) -> None:
        """Copy an item to a minute of a day, and over some tracks."""
        item = self._item(item_id)
        if item is None:
            return
        wanted = self._moved_tracks(item, tracks)
        merge = _gesture() if wanted is not None else ""

        def place(changes: Changes) -> None:
            if wanted is not None:
                self._context.run(self._owner, agenda.set_tracks, changes.result, wanted, merge=merge)
            if done is not None:
                done(changes)

        there = self._own(item, day, start)
        self._context.run(self._owner, agenda.copy_item, item_id, *there, done=place, merge=merge)

    def duplicate(self, item_id: int, done: Done | None = None) -> None:
        """Copy an item after itself."""
        item = self._item(item_id)
        span = when(item, self._zone()) if item else None
        if span is not None:
            self.copy(item_id, span.day, span.end if span.end > span.start else span.start + 5, done=done)
        elif item is not None:
            self._context.run(self._owner, agenda.copy_item, item_id, None, None, done=done)

    def remove(self, item_id: int) -> None:
        """Remove an item with its parts."""
        self._context.run(self._owner, agenda.remove_item, item_id)

    def write_title(self, item_id: int, tag: str, words: str) -> None:
        """Write the title in one language."""
        merge = f"item:{item_id}:title:{tag}"
        self._context.run(
            self._owner, texts.write_text, "item", item_id, "title", language=tag, words=words, merge=merge
        )

    def reorder(self, item_id: int, by: int) -> None:
        """Move a part among its siblings."""
        item = self._item(item_id)
        if item is None or self.plan is None or item.parent_id is None:
            return
        siblings = [part.id for part in self.plan.programme.parts(item.parent_id)]
        place = siblings.index(item_id) + by
        if 0 <= place < len(siblings):
            self._context.run(self._owner, agenda.reorder_item, item_id, place)

    def _item(self, item_id: int) -> ItemRow | None:
        return self.plan.item(item_id) if self.plan else None

    def _zone(self) -> str:
        return self.plan.event.host_zone if self.plan else "UTC"

    def _own(self, item: ItemRow, day: date, start: int) -> tuple[date, int]:
        """Turn a minute of the host's clock into the item's own day and wall minute."""
        return own_time(self.plan, item, day, start) if self.plan is not None else (day, start)

    def _track_ids(self, places: tuple[int, ...]) -> list[int]:
        tracks = self.plan.programme.tracks if self.plan else ()
        return [tracks[place].id for place in places if place < len(tracks)]

    def _moved_tracks(self, item: ItemRow, by: int) -> list[int] | None:
        if not by or self.plan is None:
            return None
        places = {track.id: place for place, track in enumerate(self.plan.programme.tracks)}
        moved = tuple(places[one] + by for one in item.track_ids if one in places)
        return self._track_ids(moved) if moved else None


def _gesture() -> str:
    return f"gesture:{next(_GESTURES)}"
