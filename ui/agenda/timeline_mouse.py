"""What the mouse does on the timeline: choose, drag, resize, span, copy, draw a band; and what is carried in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.agenda import timeline_drag as drags
from ui.agenda.timeline_drag import BAND, COPY, LEFT, MOVE, RIGHT, Drag, DropTargets
from ui.agenda.timeline_items import TimelineItem, TimelineLeg, Track
from ui.agenda.timeline_keys import FINE, STEP
from ui.agenda.timeline_layout import Box, Place, snapped
from ui.agenda.timeline_view import TimelineView

DRAG_FROM = 4
"""Pixels the mouse must move before a press becomes a drag."""
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_CURSORS = {
    drags.TOP: Qt.CursorShape.SizeVerCursor, drags.BOTTOM: Qt.CursorShape.SizeVerCursor,
    LEFT: Qt.CursorShape.SizeHorCursor, RIGHT: Qt.CursorShape.SizeHorCursor,
}  # fmt: skip


class TimelineMouse(TimelineView):
    """The gestures of the mouse; see `Timeline` for the signals.

    Attributes: `targets`, what around the timeline takes items; `follow`, whether what follows shifts along unless
    Ctrl is held; `spans`, whether items can be spread over neighbouring columns by their sides.
    """

    moved = Signal(object, int, int, int)
    copied = Signal(object, int, int, int)
    resized = Signal(object, int, int)
    moved_together = Signal(object)
    copied_together = Signal(object)
    shifted = Signal(object)
    spanned = Signal(object, object)
    sent = Signal(object, object, bool)
    create_requested = Signal(int, int)
    movement_wanted = Signal(object, object)
    opened = Signal(object)
    dragging = Signal(object, int, int)
    drag_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._drag: Drag | None = None
        self._guest: tuple[TimelineItem, int, int] | None = None
        self._read_only = False
        self.targets: DropTargets | None = None
        self.follow, self.spans = False, True
        super().__init__(parent)

    def set_day(
        self,
        items: Sequence[TimelineItem],
        legs: Sequence[TimelineLeg] = (),
        tracks: Sequence[Track] = (),
        *,
        fresh: bool = False,
    ) -> None:
        """Show these items; see `TimelineView.set_day`. A drag goes on unless its item is gone."""
        super().set_day(items, legs, tracks, fresh=fresh)
        box = self._drag.box if self._drag is not None else None
        if box is not None and box.item.id not in self._items:
            self._end_drag()

    def set_read_only(self, read_only: bool) -> None:
        """Let items be chosen and opened only."""
        self._read_only = read_only

    def shifting(self) -> bool:
        """Tell whether what follows goes along with the present gesture."""
        return self._drag is not None and self._drag.shifts

    def dragged_places(self) -> Mapping[int, Place]:
        """Return where what is dragged would stand."""
        return self._drag.places if self._drag is not None and self._drag.begun else {}

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose an item and begin a gesture."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        point, held = event.position(), event.modifiers()
        box, place = self._box_at(point), self._to_day(point)
        if box is None:
            leg = self._leg_at(point)
            if not held & CTRL:
                self.select(None, scroll=False)
            self._drag = Drag(BAND, None, place, click="leg" if leg is not None and leg.offer else "")
            return
        click = "toggle" if held & CTRL else "range" if held & SHIFT and self._selected is not None else ""
        if not click and box.item.id not in self.chosen():
            self.select(box.item.id, scroll=False)
        click = click or ("single" if len(self.chosen()) > 1 else "")
        still = self._read_only or box.item.fixed
        kind = COPY if held & ALT else drags.part_of_box(box, place, sideways=self._sideways(box))
        self._drag = Drag("" if still else kind, box, place, click=click)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the gesture, or show by the pointer what a press would do."""
        if self._drag is None:
            self._show_cursor(event.position())
            return
        drag, point = self._drag, self._to_day(event.position())
        if drag.kind == drags.KEYS or (not drag.begun and (point - drag.origin).manhattanLength() < DRAG_FROM):
            return
        if drag.kind == BAND:
            self._drag, self._band = drag._replace(begun=True), drags.band(drag.origin, point)
        elif drag.kind and drag.box is not None:
            self._drag_on(drag, drag.box, event)
        self._scroll_at_edges(event.position())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Carry the gesture out."""
        drag = self._drag
        if drag is None or drag.kind == drags.KEYS or event.button() != Qt.MouseButton.LeftButton:
            return
        if not drag.begun:
            self._end_drag()
            self._click(drag, event.position())
        elif drag.kind == BAND:
            before = self.chosen() if event.modifiers() & CTRL else []
            self._end_drag()
            self.choose([*before, *drags.in_band(self._boxes, drag.origin, self._to_day(event.position()))])
        else:
            self._finish(drag)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open an item, or make one on a free place."""
        box = self._box_at(event.position())
        if box is not None:
            self.opened.emit(box.item.id)
        elif not self._read_only and event.position().y() >= self._top() and event.position().x() >= self._left():
            point = self._to_day(event.position())
            start = int(self._scale.minute(point.y()) // 15 * 15)
            self.create_requested.emit(start, self._scale.track(point.x()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, sideways with Shift, or zoom with Ctrl around the pointer."""
        if event.modifiers() & CTRL:
            factor = 1.15 ** (event.angleDelta().y() / 120)
            self.set_zoom(self._hour * factor, around=round(event.position().y()))
            event.accept()
        elif event.modifiers() & SHIFT and event.angleDelta().y():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - event.angleDelta().y())
            event.accept()
        else:
            super().wheelEvent(event)

    # --- What comes from outside

    def carry_in(self, item: TimelineItem, point: QPoint) -> bool:
        """Show where an item held at a point of the screen would come to stand; tell whether it is over the day."""
        place = QPointF(self.viewport().mapFromGlobal(point))
        below, beside = place.y() >= self._top(), place.x() >= self._left()
        inside = below and beside and self.viewport().rect().contains(place.toPoint())
        there = self._to_day(place)
        start = min(max(snapped(self._scale.minute(there.y()), STEP), 0), 24 * 60 - STEP)
        self._guest = (item, start, self._scale.track(there.x())) if inside else None
        self.viewport().update()
        return inside

    def let_go(self) -> tuple[int, int] | None:
        """Return the start and column at which what is carried in would stand, and show it no more."""
        guest, self._guest = self._guest, None
        self.viewport().update()
        return (guest[1], guest[2]) if guest else None

    # --- The gesture under way

    def _drag_on(self, drag: Drag, box: Box, event: QMouseEvent) -> None:
        if not drag.begun and box.item.id not in self.chosen():
            self.select(box.item.id, scroll=False)
        held = event.modifiers()
        step = FINE if held & SHIFT else STEP
        there = drags.dragged(
            drag, self._to_day(event.position()), self._items, self.chosen(), scale=self._scale, step=step
        )
        shifts = self.follow != bool(held & CTRL) and drag.kind not in (COPY, LEFT, RIGHT)
        target = None
        if self.targets is not None and drag.kind in (MOVE, COPY):
            target = self.targets.over(event.globalPosition().toPoint())
        self._drag = there._replace(shifts=shifts, target=target)
        place = there.places.get(box.item.id)
        if place is not None:
            self.dragging.emit(box.item.id, place.start, place.end)

    def _click(self, drag: Drag, point: QPointF) -> None:
        """Do what a press that was no drag means."""
        item = drag.box.item if drag.box is not None else None
        leg = self._leg_at(point) if drag.click == "leg" else None
        if leg is not None and not self._read_only:
            self.movement_wanted.emit(leg.before, leg.after)
        elif item is None:
            return
        elif drag.click == "toggle":
            there = self.chosen()
            self.choose([one for one in there if one != item.id] if item.id in there else [item.id, *there])
        elif drag.click == "range":
            self.choose(self._between(self._selected, item))
        elif drag.click == "single":
            self.select(item.id, scroll=False)

    def _between(self, first: int | None, last: TimelineItem) -> list[int]:
        """Return the items from one to another in order of time, on the columns of either."""
        begin = self._items.get(first or 0, last)
        low, high = sorted((begin.start, last.start))
        columns = set(begin.tracks) | set(last.tracks)
        ordered = sorted(self._items.values(), key=lambda one: (one.start, one.id))
        inside = [one.id for one in ordered if low <= one.start <= high and columns & set(one.tracks) and not one.fixed]
        return [begin.id, *(one for one in inside if one != begin.id)]

    def _finish(self, drag: Drag) -> None:
        """Let go of what is dragged."""
        preview = dict(self._preview)
        self._end_drag()
        if drag.target is not None:
            self.sent.emit(list(drag.places), drag.target, drag.kind == COPY)
        elif drag.kind in (LEFT, RIGHT) and drag.box is not None:
            if drag.tracks and drag.tracks != drag.box.item.tracks:
                self.spanned.emit(drag.box.item.id, drag.tracks)
        elif drag.kind and drag.box is not None:
            self._carry_out(drag.kind, drag.places, shifts=drag.shifts, preview=preview)

    def _carry_out(
        self, kind: str, places: Mapping[int, Place], *, shifts: bool = False,
        preview: Mapping[int, Place] | None = None,
    ) -> None:  # fmt: skip
        """Send what was done; the items stand at their new places at once, until the office's answer comes."""
        if kind == COPY:
            if len(places) > 1:
                self.copied_together.emit(dict(places))
            else:
                item_id, place = next(iter(places.items()))
                self.copied.emit(item_id, *place)
            return
        there = {one: self._at(self._items[one], place) for one, place in places.items() if one in self._items}
        if all(item == self._items[one] for one, item in there.items()):
            return
        along = {one: self._at(self._items[one], place) for one, place in (preview or {}).items() if one in self._items}
        self._items |= (along if shifts else {}) | there
        self._measure()
        self._bring_into_sight(next(iter(there)))
        self._describe()
        item_id, place = next(iter(places.items()))
        if shifts:
            self.shifted.emit(dict(places))
        elif len(places) > 1:
            self.moved_together.emit(dict(places))
        elif kind in (drags.TOP, drags.BOTTOM):
            self.resized.emit(item_id, place.start, place.end)
        else:
            self.moved.emit(item_id, *place)

    def _at(self, item: TimelineItem, place: Place) -> TimelineItem:
        tracks = tuple(track + place.track_delta for track in item.tracks)
        return item._replace(start=place.start, end=place.end, tracks=tracks)

    def _end_drag(self) -> None:
        self._drag, self._band = None, None
        self._preview, self._stop = {}, None
        if self.targets is not None:
            self.targets.leave()
        self.viewport().update()
        self.drag_ended.emit()

    def _sideways(self, box: Box) -> bool:
        return self.spans and len(self._tracks) > 1 and not box.item.inside

    def _show_cursor(self, point: QPointF) -> None:
        box, shape = self._box_at(point), Qt.CursorShape.ArrowCursor
        if box is not None and not self._read_only and not box.item.fixed:
            part = drags.part_of_box(box, self._to_day(point), sideways=self._sideways(box))
            shape = _CURSORS.get(part, shape)
        elif box is None and (leg := self._leg_at(point)) is not None and leg.offer and not self._read_only:
            shape = Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)

    def _scroll_at_edges(self, point: QPointF) -> None:
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        if point.y() < self._top() + 12:
            down.setValue(down.value() - 16)
        elif point.y() > self.viewport().height() - 12:
            down.setValue(down.value() + 16)
        if point.x() < self._left() + 12:
            across.setValue(across.value() - 16)
        elif point.x() > self.viewport().width() - 12:
            across.setValue(across.value() + 16)

    def _ghosts(self) -> list[tuple[Box, Place, bool]]:
        """Add what is dragged to what would move."""
        ghosts = super()._ghosts()
        drag = self._drag
        if drag is not None and drag.begun and drag.target is None:
            ghosts += [
                (box, drag.places[box.item.id], drag.kind == COPY) for box in self._boxes if box.item.id in drag.places
            ]
            if drag.kind in (LEFT, RIGHT) and drag.box is not None and drag.tracks:
                left, right = self._scale.x(drag.tracks[0]), self._scale.x(drag.tracks[-1] + 1)
                box = drag.box._replace(left=left + 3, width=right - left - 5)
                ghosts.append((box, Place(box.item.start, box.item.end), False))
        if self._guest is not None:
            item, start, track = self._guest
            box = Box(item, self._scale.x(track) + 3, 0, round(self._scale.track_width) - 5, 0)
            ghosts.append((box, Place(start, start + item.end - item.start), False))
        return ghosts

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the whole words of the item under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            box = self._box_at(QPointF(event.pos()))
            text = f"<span>{escape(self._spoken(box.item))}</span>" if box else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())  # sink-ok: escaped one line above
            return True
        return bool(super().viewportEvent(event))
