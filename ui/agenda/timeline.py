"""The timeline of a day: time down, tracks across, everything by mouse and by key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui.agenda import timeline_drag as drags
from ui.agenda.timeline_drag import KEYS, MOVE, Drag
from ui.agenda.timeline_items import TimelineItem
from ui.agenda.timeline_keys import FINE, STEP, arrow, neighbour, place_by_key
from ui.agenda.timeline_layout import stepped
from ui.agenda.timeline_mouse import ALT, CTRL, SHIFT, TimelineMouse
from ui.agenda.timeline_view import HOUR

_ENDS = (Qt.Key.Key_Control, Qt.Key.Key_Shift)
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ZOOMS = {Qt.Key.Key_Plus: 1.25, Qt.Key.Key_Equal: 1.25, Qt.Key.Key_Minus: 0.8}


class Timeline(TimelineMouse):
    """Items of one day that can be moved.

    Signals besides `selected(id or None)`; minutes are from midnight of the day shown:
      moved(id, start, end, track_delta), copied(id, start, end, track_delta), resized(id, start, end)
      moved_together(places), copied_together(places)   of several chosen items, places by id
      shifted(places)            the same with all that follows
      spanned(id, tracks)        an item over other columns
      sent(ids, target, copy)    dropped outside, on one of `targets`; by key on the day before (-1) or after (1)
      pooled(ids)                to wait without a time
      create_requested(start, track), opened(id), delete_requested(id), remove_requested(ids)
      movement_wanted(before, after)  a way between two items is to become an item; after is 0 for whatever is next
      dragging(id, start, end)   while a drag goes on, so that its consequences can be shown by `set_preview`
      drag_ended()               after a drop or a cancelled drag

    Mouse: drag moves, an edge resizes, a side edge spans tracks, Alt copies, Ctrl shifts what follows along, Shift
    steps by one minute, Ctrl+wheel zooms; Ctrl+click and Shift+click choose several, and so does a band drawn from a
    free place, where a double click makes an item. Keys: arrows choose (Shift: several; Ctrl+A all); Ctrl+arrows
    move; Ctrl+Shift+up and down shift what follows, shown until the keys are let go; Ctrl+page keys by one minute;
    Alt+up and down the lower edge, Ctrl+Alt the upper one; Alt+left and right the tracks; Ctrl+Alt+left and right the
    day; Ctrl+Backspace into the pool; Ctrl+D copies after itself; Ctrl+M makes the way after an item an item; Insert
    makes an item; Enter opens; Delete; + - 0 zoom, 9 fits the day; Escape.
    """

    delete_requested = Signal(object)
    remove_requested = Signal(object)
    pooled = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do by key what the mouse does."""
        item = self._items.get(self._selected) if self._selected is not None else None
        if event.key() == Qt.Key.Key_Escape and (self._drag is not None or self._along):
            self._end_drag()
            self.choose(self.chosen()[:1])
        elif arrow(event) is not None:
            self._arrow_pressed(event, item)
        elif not (self._view_key(event) or self._item_key(event, item)):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of what was shifted by keys."""
        if event.key() in _ENDS and not event.isAutoRepeat():
            self._drop_keys()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of what was shifted by keys."""
        self._drop_keys()
        super().focusOutEvent(event)

    def _arrow_pressed(self, event: QKeyEvent, item: TimelineItem | None) -> None:
        held = event.modifiers()
        across, down = arrow(event) or (0, 1)
        if not held & (CTRL | ALT):
            found = neighbour(self.items(), item, (across, down))
            if found is not None and held & SHIFT and not found.fixed:
                self.choose([found.id, *self.chosen()])
                self._lead(found.id)
            elif found is not None:
                self.select(found.id)
        elif item is None or self._read_only or item.fixed:
            return
        elif across and held & ALT and held & CTRL:
            self.sent.emit(self.chosen(), across, False)
        elif across and held & ALT:
            self._span(item, across)
        elif down and not held & ALT and self.follow != bool(held & SHIFT):
            self._shift_by_key(item, down)
        else:
            self._place(item, event)

    def _lead(self, item_id: int) -> None:
        """Make one of the chosen items the one that arrows go on from."""
        along = self.chosen()
        self.select(item_id)
        self._along = {one: None for one in along if one != item_id}
        self.viewport().update()

    def _span(self, item: TimelineItem, across: int) -> None:
        to = max(item.tracks, default=0) + across
        if self.spans and 0 <= to < len(self._tracks) and not item.inside:
            wanted = drags.spanned(item.tracks, to, left=False)
            if wanted != item.tracks:
                self.spanned.emit(item.id, wanted)

    def _place(self, item: TimelineItem, event: QKeyEvent) -> None:
        change = place_by_key(item, event, len(self._tracks))
        if change is None:
            return
        kind, place = change
        if kind == "resized":
            self._carry_out(drags.BOTTOM, {item.id: place})
            return
        tracks = 0 if item.inside else place.track_delta
        self._carry_out(MOVE, self._with_others(item, place.start - item.start, tracks))

    def _with_others(self, item: TimelineItem, by: int, tracks: int) -> dict[int, drags.Place]:
        count = len(self._tracks)
        return drags.together(item, by, tracks, self._items, self.chosen(), step=1, track_count=count)

    def _shift_by_key(self, item: TimelineItem, down: int) -> None:
        """Show where the item and what follows would go; it is done when the keys are let go."""
        drag = self._drag
        if drag is None or drag.kind != KEYS or drag.box is None or drag.box.item.id != item.id:
            self._drop_keys()
            box = next(box for box in self._boxes if box.item.id == item.id)
            drag = Drag(KEYS, box, QPointF())
        now = drag.places.get(item.id)
        start = stepped(item.start if now is None else now.start, down, STEP)
        places = self._with_others(item, start - item.start, 0)
        self._drag = drag._replace(places=places, begun=True, shifts=True)
        self._keep_in_sight(places[item.id])
        self.dragging.emit(item.id, places[item.id].start, places[item.id].end)
        self.viewport().update()

    def _keep_in_sight(self, place: drags.Place) -> None:
        bar, view = self.verticalScrollBar(), self.viewport().height() - self._top()
        top, bottom = self._scale.y(place.start), self._scale.y(place.end)
        if bottom > bar.value() + view:
            bar.setValue(bottom - view + 8)
        if top < bar.value():
            bar.setValue(top - 8)

    def _drop_keys(self) -> None:
        drag = self._drag
        if drag is not None and drag.kind == KEYS:
            self._finish(drag)

    def _view_key(self, event: QKeyEvent) -> bool:
        factor = _ZOOMS.get(Qt.Key(event.key()))
        if factor is not None:
            self.set_zoom(self._hour * factor)
        elif event.key() == Qt.Key.Key_0:
            self.set_zoom(HOUR)
        elif event.key() == Qt.Key.Key_9:
            self.fit_day()
        elif event.key() == Qt.Key.Key_A and event.modifiers() & CTRL:
            self.choose(one.id for one in self._items.values() if not one.fixed and not one.inside)
        else:
            return False
        return True

    def _item_key(self, event: QKeyEvent, item: TimelineItem | None) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Insert and not self._read_only:
            track = min(item.tracks, default=0) if item else 0
            top = int(self._scale.minute(self.verticalScrollBar().value()) // 60 * 60)
            self.create_requested.emit(item.end if item else top, track)
        elif item is None:
            return False
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(item.id)
        elif self._read_only:
            return False
        else:
            return self._writing_key(event, item)
        return True

    def _writing_key(self, event: QKeyEvent, item: TimelineItem) -> bool:
        key, control, chosen = Qt.Key(event.key()), bool(event.modifiers() & CTRL), self.chosen()
        if key == Qt.Key.Key_Delete:
            if len(chosen) > 1:
                self.remove_requested.emit(chosen)
            else:
                self.delete_requested.emit(item.id)
        elif key == Qt.Key.Key_D and control:
            length = max(item.end - item.start, STEP)
            if len(chosen) > 1:
                ends = [self._items[one] for one in chosen]
                length = max(one.end for one in ends) - min(one.start for one in ends)
                self._carry_out(drags.COPY, self._with_others(item, length, 0))
            else:
                self.copied.emit(item.id, item.end, 2 * item.end - item.start, 0)
        elif key == Qt.Key.Key_Backspace and control:
            self.pooled.emit(chosen)
        elif key == Qt.Key.Key_M and control:
            self.movement_wanted.emit(item.id, 0)
        elif key in _PAGES and control and not item.fixed:
            self._carry_out(MOVE, self._with_others(item, _PAGES[key] * FINE, 0))
        else:
            return False
        return True
