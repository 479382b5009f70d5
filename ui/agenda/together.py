"""Several items written at once: each gesture of several, or of one with its consequences, is one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from planner.app import Changes
from planner.operations import movements, retiming
from planner.operations.retiming import Move
from planner.queries.agenda import ItemRow
from planner.rules import legs as rules
from planner.rules.times import DAY
from ui.agenda.columns import Across, Columns
from ui.agenda.legs import legs_of, table_of
from ui.agenda.plan import USUAL, Plan, after_last, on_day, own_time, when
from ui.agenda.timeline_layout import Place
from ui.context import Context

Done = Callable[[Changes], object]


class Together:
    """Writes of many items. Minutes are those of the host's clock, from midnight of a day."""

    def __init__(self, context: Context, owner: QObject) -> None:
        self._context, self._owner = context, owner

    def move(
        self, plan: Plan, day: date, columns: Columns, places: Mapping[int, Place], *, operation: Any = None,
        merge: str = "", done: Done | None = None,
    ) -> None:  # fmt: skip
        """Put items at places of the day shown, or of other columns; the first is the one that was moved."""
        moves = [self._move(plan, day, columns, one, place) for one, place in places.items()]
        moves = [move for move in moves if move is not None]
        if moves:
            self._run(operation or retiming.move_items, moves, merge=merge, done=done)

    def copy(
        self, plan: Plan, day: date, columns: Columns, places: Mapping[int, Place], *, done: Done | None = None
    ) -> None:
        """Copy items to places of the day shown, or of other columns."""
        self.move(plan, day, columns, places, operation=retiming.copy_items, done=done)

    def send(self, plan: Plan, item_ids: Sequence[int], day: date | None, *, copy: bool = False) -> None:
        """Put items on another day at their time, or into the pool; an item without a time goes after the last."""
        moves = []
        for item_id in item_ids:
            item = plan.item(item_id)
            if item is None:
                continue
            span = when(item, plan.event.host_zone)
            if day is None:
                moves.append(Move(item_id, None, None))
            elif span is None:
                moves.append(Move(item_id, day, after_last(plan, day), item.minutes or USUAL))
            else:
                moves.append(Move(item_id, *own_time(plan, item, day, span.start)))
        if moves:
            self._run(retiming.copy_items if copy else retiming.move_items, moves)

    def take_in(self, plan: Plan, item_id: int, day: date, start: int, columns: Columns, column: int) -> None:
        """Give an item without a time one, in a column of the day."""
        item = plan.item(item_id)
        if item is None:
            return
        there = columns.all[column] if column < len(columns.all) else columns.all[0]
        on_tracks = columns.across is Across.TRACKS and there.track is not None and len(item.track_ids) > 0
        tracks = (there.track,) if on_tracks and there.track is not None else None
        place = there.place if columns.across is Across.ROOMS else None
        move = Move(item_id, there.day or day, start % DAY, item.minutes or USUAL, tracks, place)
        self._run(retiming.move_items, [move])

    def remove(self, item_ids: Sequence[int]) -> None:
        """Remove items."""
        self._run(retiming.remove_items, list(item_ids))

    def add_movement(self, plan: Plan, before: int, after: int, done: Done | None = None) -> bool:
        """Make the way between two items an item; `after` 0 means the next. Tell whether there is such a way."""
        item = plan.item(before)
        span = when(item, plan.event.host_zone) if item is not None else None
        if item is None or span is None:
            return False
        entries = on_day(plan, span.day)
        tracks = {track.id: place for place, track in enumerate(plan.programme.tracks)} or {0: 0}
        columns = {
            one.id: tuple(tracks[track] for track in one.track_ids if track in tracks) or tuple(tracks.values())
            for one, _span in entries
        }
        found = legs_of(entries, columns, table_of(plan.routes))
        leg = next((one for one in found if one.before == before and after in (0, one.after)), None)
        if leg is None or leg.transfer is not None or (goal := plan.item(leg.after)) is None:
            return False
        start, end = rules.departure_for(leg)
        _day, own = own_time(plan, goal, span.day, start)
        mode = leg.way.mode if leg.way else ""
        self._context.run(self._owner, movements.add_movement, before, leg.after, start=own, minutes=end - start,
                          mode=mode, done=done)  # fmt: skip
        return True

    def _move(self, plan: Plan, day: date, columns: Columns, item_id: int, place: Place) -> Move | None:
        item = plan.item(item_id)
        if item is None:
            return None
        here = columns.of(item, day if columns.across is not Across.DAYS else _day_of(plan, item))
        there = columns.all[min(max(here[0] + place.track_delta, 0), len(columns.all) - 1)]
        if columns.across is Across.DAYS:
            day = there.day or day
        tracks = self._tracks(columns, here, place.track_delta, item)
        room = there.place if place.track_delta and columns.across is Across.ROOMS else None
        span = when(item, plan.event.host_zone)
        same_length = span is None or span.end - span.start == place.end - place.start
        minutes = None if same_length else place.end - place.start
        return Move(item_id, *own_time(plan, item, day, place.start), minutes, tracks, room)

    def _tracks(self, columns: Columns, here: Sequence[int], by: int, item: ItemRow) -> tuple[int, ...] | None:
        if not by or columns.across is not Across.TRACKS or not item.track_ids:
            return None
        moved = [columns.all[one + by].track for one in here if 0 <= one + by < len(columns.all)]
        return tuple(one for one in moved if one is not None)

    def _run(self, operation: Any, *args: Any, merge: str = "", done: Done | None = None) -> None:
        self._context.run(self._owner, operation, *args, merge=merge, done=done)


def _day_of(plan: Plan, item: ItemRow) -> date | None:
    span = when(item, plan.event.host_zone)
    return span.day if span else None

