"""What the keys do on the timeline: every gesture of the mouse has one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.agenda.timeline_items import TimelineItem
from ui.agenda.timeline_layout import Place, moved, resized, stepped

STEP, FINE = 5, 1
_ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
_CTRL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def arrow(event: QKeyEvent) -> tuple[int, int] | None:
    """Return the direction (tracks, time) of an arrow key."""
    return _ARROWS.get(Qt.Key(event.key()))


def place_by_key(item: TimelineItem, event: QKeyEvent, track_count: int) -> tuple[str, Place] | None:
    """Return what an arrow with Ctrl or Alt makes of an item: "moved" or "resized", and its new place.

    Ctrl moves, Alt moves the lower edge, Ctrl+Alt the upper one; with Alt, Shift makes the step one minute.
    """
    direction = arrow(event)
    held = event.modifiers()
    if direction is None or item.fixed or not held & (_CTRL | _ALT):
        return None
    across, down = direction
    step = FINE if held & _SHIFT and held & _ALT else STEP
    if across:
        place = moved(item, 0, across, step=step, track_count=track_count)
        return ("moved", place) if not held & _ALT and place.track_delta else None
    if not held & _ALT:
        start = stepped(item.start, down, step)
        return "moved", moved(item, start - item.start, 0, step=step, track_count=track_count)
    if held & _CTRL:
        return "resized", resized(item, stepped(item.start, down, step) - item.start, top=True, step=step)
    return "resized", resized(item, stepped(item.end, down, step) - item.end, top=False, step=step)


def neighbour(
    items: Sequence[TimelineItem], current: TimelineItem | None, direction: tuple[int, int]
) -> TimelineItem | None:
    """Return the item an arrow leads to: before or after in time, or the nearest in time one track over."""
    if not items:
        return None
    ordered = sorted(items, key=lambda one: (one.start, min(one.tracks, default=0), one.end, one.id))
    if current is None:
        return ordered[0]
    across, down = direction
    if across:
        return _beside(items, current, across)
    same = [one for one in ordered if set(one.tracks) & set(current.tracks) or one.id == current.id]
    place = next((number for number, one in enumerate(same) if one.id == current.id), 0) + down
    return same[place] if 0 <= place < len(same) else None


def _beside(items: Sequence[TimelineItem], current: TimelineItem, across: int) -> TimelineItem | None:
    edge = max(current.tracks, default=0) if across > 0 else min(current.tracks, default=0)

    def wanted(one: TimelineItem) -> bool:
        return any(track > edge for track in one.tracks) if across > 0 else any(track < edge for track in one.tracks)

    def distance(one: TimelineItem) -> tuple[int, int]:
        nearest = min((abs(track - edge) for track in one.tracks if (track - edge) * across > 0), default=0)
        return nearest, abs(one.start - current.start)

    found = [one for one in items if one.id != current.id and wanted(one)]
    return min(found, key=distance, default=None)
