"""The timeline of a day: time down, tracks across, everything by mouse and by key."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui.agenda import timeline_layout as layout
from ui.agenda.timeline_items import TimelineItem, TimelineLeg, Track
from ui.agenda.timeline_keys import FINE, STEP, arrow, neighbour, place_by_key
from ui.agenda.timeline_layout import Box, Place
from ui.agenda.timeline_view import HOUR, TimelineView

EDGE = 6
"""Pixels at the upper and lower end of a box that resize it."""
DRAG_FROM = 4
"""Pixels the mouse must move before a press becomes a drag."""
_CTRL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class _Drag(NamedTuple):
    """A gesture under way: "move", "copy", "top" or "bottom" of a box, where it began (in the day), where it is."""

    kind: str
    box: Box
    origin: QPointF
    place: Place
    begun: bool = False


class Timeline(TimelineView):
    """Items of one day that can be moved.

    Signals besides `selected(id or None)`; minutes are from midnight of the day shown:
      moved(id, start, end, track_delta), copied(id, start, end, track_delta), resized(id, start, end)
      create_requested(start, track), opened(id), delete_requested(id)
      dragging(id, start, end)   while a drag goes on, so that its consequences can be shown by `set_preview`
      drag_ended()               after a drop or a cancelled drag

    Mouse: drag moves, an edge resizes, Alt copies, Shift steps by one minute, Ctrl+wheel zooms, a double click
    on a free place makes an item. Keys: arrows choose; Ctrl+arrows move; Alt+up and down the lower edge, Ctrl+Alt
    the upper one; Ctrl+D copies after itself; Insert makes an item; Enter opens; Delete; + - 0 zoom; Escape.
    """

    moved = Signal(object, int, int, int)
    copied = Signal(object, int, int, int)
    resized = Signal(object, int, int)
    create_requested = Signal(int, int)
    opened = Signal(object)
    delete_requested = Signal(object)
    dragging = Signal(object, int, int)
    drag_ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._drag: _Drag | None = None
        self._read_only = False
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
        if self._drag is not None and self._drag.box.item.id not in self._items:
            self._end_drag()

    def set_read_only(self, read_only: bool) -> None:
        """Let items be chosen and opened only."""
        self._read_only = read_only

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose an item and begin a gesture."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        box = self._box_at(event.position())
        self.select(box.item.id if box else None, scroll=False)
        if box is not None and not self._read_only and not box.item.fixed:
            kind = "copy" if event.modifiers() & _ALT else self._part(box, event.position())
            place = Place(box.item.start, box.item.end)
            self._drag = _Drag(kind, box, self._to_day(event.position()), place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the gesture, or show by the pointer what a press would do."""
        if self._drag is None:
            box = self._box_at(event.position())
            edge = box is not None and not self._read_only and self._part(box, event.position()) != "move"
            self.viewport().setCursor(Qt.CursorShape.SizeVerCursor if edge else Qt.CursorShape.ArrowCursor)
            return
        drag, point = self._drag, self._to_day(event.position())
        if not drag.begun and (point - drag.origin).manhattanLength() < DRAG_FROM:
            return
        place = self._dragged(drag, point, fine=bool(event.modifiers() & _SHIFT))
        self._drag = drag._replace(place=place, begun=True)
        self.dragging.emit(drag.box.item.id, place.start, place.end)
        self._scroll_at_edges(event.position())
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Carry the gesture out."""
        drag = self._drag
        if drag is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._end_drag()
        if drag.begun:
            self._carry_out(drag.kind, drag.box.item, drag.place)

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
        """Scroll, or zoom with Ctrl around the pointer."""
        if event.modifiers() & _CTRL:
            factor = 1.15 ** (event.angleDelta().y() / 120)
            self.set_zoom(self._hour * factor, around=round(event.position().y()))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do by key what the mouse does."""
        item = self._items.get(self._selected) if self._selected is not None else None
        if event.key() == Qt.Key.Key_Escape and self._drag is not None:
            self._end_drag()
        elif arrow(event) is not None:
            self._arrow_pressed(event, item)
        elif not (self._zoom_key(event) or self._item_key(event, item)):
            super().keyPressEvent(event)

    def _arrow_pressed(self, event: QKeyEvent, item: TimelineItem | None) -> None:
        if event.modifiers() & (_CTRL | _ALT):
            change = place_by_key(item, event, len(self._tracks)) if item and not self._read_only else None
            if item and change:
                self._carry_out("move" if change[0] == "moved" else "bottom", item, change[1])
            return
        found = neighbour(self.items(), item, arrow(event) or (0, 1))
        if found is not None:
            self.select(found.id)

    def _zoom_key(self, event: QKeyEvent) -> bool:
        factor = {Qt.Key.Key_Plus: 1.25, Qt.Key.Key_Equal: 1.25, Qt.Key.Key_Minus: 0.8}.get(Qt.Key(event.key()))
        if factor is not None:
            self.set_zoom(self._hour * factor)
        elif event.key() == Qt.Key.Key_0:
            self.set_zoom(HOUR)
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
        elif key == Qt.Key.Key_Delete and not self._read_only:
            self.delete_requested.emit(item.id)
        elif key == Qt.Key.Key_D and event.modifiers() & _CTRL and not self._read_only:
            self.copied.emit(item.id, item.end, 2 * item.end - item.start, 0)
        else:
            return False
        return True

    def _part(self, box: Box, point: QPointF) -> str:
        """Return which part of a box a point is on."""
        below = self._to_day(point).y() - box.top
        edge = min(EDGE, box.height // 4)
        if below >= box.height - edge:
            return "bottom"
        return "top" if below < edge else "move"

    def _dragged(self, drag: _Drag, point: QPointF, *, fine: bool) -> Place:
        """Return where the item would go with the mouse at this point of the day."""
        minutes = self._scale.minute(point.y() - drag.origin.y())
        step = FINE if fine else STEP
        if drag.kind in ("top", "bottom"):
            return layout.resized(drag.box.item, minutes, top=drag.kind == "top", step=step)
        tracks = self._scale.track(point.x()) - self._scale.track(drag.origin.x())
        return layout.moved(drag.box.item, minutes, tracks, step=step, track_count=len(self._tracks))

    def _carry_out(self, kind: str, item: TimelineItem, place: Place) -> None:
        """Send what was done; the item stands at its new place at once, until the office's answer comes."""
        if kind == "copy":
            self.copied.emit(item.id, *place)
            return
        tracks = tuple(track + place.track_delta for track in item.tracks)
        there = item._replace(start=place.start, end=place.end, tracks=tracks)
        if there == item:
            return
        self._items[item.id] = there
        self._measure()
        self._bring_into_sight(item.id)
        self._describe()
        if kind == "move":
            self.moved.emit(item.id, *place)
        else:
            self.resized.emit(item.id, place.start, place.end)

    def _end_drag(self) -> None:
        self._drag = None
        self._preview, self._stop = {}, None
        self.viewport().update()
        self.drag_ended.emit()

    def _scroll_at_edges(self, point: QPointF) -> None:
        bar = self.verticalScrollBar()
        if point.y() < self._top() + 12:
            bar.setValue(bar.value() - 16)
        elif point.y() > self.viewport().height() - 12:
            bar.setValue(bar.value() + 16)

    def _ghosts(self) -> list[tuple[Box, Place, bool]]:
        """Add the dragged item to what would move."""
        ghosts = super()._ghosts()
        if self._drag is not None and self._drag.begun:
            ghosts.append((self._drag.box, self._drag.place, self._drag.kind == "copy"))
        return ghosts

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the whole words of the item under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            box = self._box_at(QPointF(event.pos()))
            text = f"<span>{escape(self._spoken(box.item))}</span>" if box else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())  # sink-ok: escaped one line above
            return True
        return bool(super().viewportEvent(event))
