"""A gesture of the mouse or of held keys on the timeline: what is dragged, and where it would come to stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from PySide6.QtCore import QPoint, QPointF, QRect

from ui.agenda import timeline_layout as layout
from ui.agenda.timeline_items import TimelineItem
from ui.agenda.timeline_layout import Box, Place, Scale

MOVE, COPY, TOP, BOTTOM, LEFT, RIGHT, BAND, KEYS = "move", "copy", "top", "bottom", "left", "right", "band", "keys"
EDGE = 6
"""Pixels at the upper and lower end of a box, and half of them at its sides, that change its size."""


class Drag(NamedTuple):
    """A gesture under way: its kind, the box it is about, where it began (in the day), what would stand where.

    `shifts` tells that what follows goes along, `target` is something outside of the timeline that it is held over,
    `click` what is to be done if it ends where it began.
    """

    kind: str
    box: Box | None
    origin: QPointF
    places: Mapping[int, Place] = {}
    begun: bool = False
    shifts: bool = False
    target: object | None = None
    click: str = ""
    tracks: tuple[int, ...] = ()


class DropTargets(Protocol):
    """What lies around the timeline and takes items: days, the pool."""

    def over(self, point: QPoint) -> object | None:
        """Return what is at a point of the screen, and show that it would take them."""

    def leave(self) -> None:
        """Show that nothing is held over them any more."""


def part_of_box(box: Box, point: QPointF, *, sideways: bool) -> str:
    """Return which part of a box a point of the day is on; its sides count only where they can be dragged."""
    below, beside = point.y() - box.top, point.x() - box.left
    edge = min(EDGE, box.height // 4)
    if below >= box.height - edge:
        return BOTTOM
    if below < edge:
        return TOP
    if sideways and box.width - beside <= EDGE // 2:
        return RIGHT
    return LEFT if sideways and beside < EDGE // 2 else MOVE


def dragged(
    drag: Drag, point: QPointF, items: Mapping[int, TimelineItem], chosen: Iterable[int], *, scale: Scale, step: int
) -> Drag:
    """Return a gesture with the pointer at another place of the day."""
    if drag.box is None:
        return drag._replace(begun=True)
    item = items.get(drag.box.item.id, drag.box.item)
    minutes = scale.minute(point.y() - drag.origin.y())
    if drag.kind in (TOP, BOTTOM):
        place = layout.resized(item, minutes, top=drag.kind == TOP, step=step)
        return drag._replace(places={item.id: place}, begun=True)
    if drag.kind in (LEFT, RIGHT):
        wanted = spanned(item.tracks, scale.track(point.x()), left=drag.kind == LEFT)
        return drag._replace(tracks=wanted, begun=True)
    over = 0 if item.inside else scale.track(point.x()) - scale.track(drag.origin.x())
    places = together(item, minutes, over, items, chosen, step=step, track_count=scale.tracks)
    return drag._replace(places=places, begun=True)


def together(
    item: TimelineItem, minutes: float, tracks: int, items: Mapping[int, TimelineItem], chosen: Iterable[int], *,
    step: int, track_count: int,
) -> dict[int, Place]:  # fmt: skip
    """Return where an item, and all chosen with it, would stand; the item lands on the grid, the others keep theirs."""
    place = layout.moved(item, minutes, tracks, step=step, track_count=track_count)
    places = {item.id: place}
    by = place.start - item.start
    for one in chosen:
        other = items.get(one)
        if other is not None and one != item.id and not other.fixed and other.inside not in places:
            places[one] = layout.moved(other, by, place.track_delta, step=1, track_count=track_count)
    return places


def spanned(tracks: tuple[int, ...], to: int, *, left: bool) -> tuple[int, ...]:
    """Return the tracks of an item whose side edge is dragged to a track."""
    low, high = min(tracks, default=0), max(tracks, default=0)
    low, high = (min(to, high), high) if left else (low, max(to, low))
    return tuple(range(low, high + 1))


def in_band(boxes: Iterable[Box], start: QPointF, end: QPointF) -> list[int]:
    """Return the items whose boxes touch the band between two points of the day."""
    area = band(start, end)
    touched = (box for box in boxes if area.intersects(QRect(box.left, box.top, box.width, box.height)))
    return list(dict.fromkeys(box.item.id for box in touched if not box.item.fixed))


def band(start: QPointF, end: QPointF) -> QRect:
    """Return the rectangle between two points."""
    return QRect(start.toPoint(), end.toPoint()).normalized()
