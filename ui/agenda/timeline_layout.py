"""Where everything on the timeline stands: minutes to pixels, tracks to columns, overlaps to lanes. No painting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ui.agenda.timeline_items import DAY, TimelineItem

GAP = 5
"""Pixels between the boxes of neighbouring tracks."""


class Box(NamedTuple):
    """A rectangle of an item in the day's own coordinates (x from the first track, y from midnight)."""

    item: TimelineItem
    left: int
    top: int
    width: int
    height: int

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies in it."""
        return self.left <= x < self.left + self.width and self.top <= y < self.top + self.height


class Scale(NamedTuple):
    """The measures of a timeline: pixels per hour, width of a track, and the least height of a box."""

    hour: float
    track_width: float
    tracks: int
    least_height: int

    def y(self, minute: float) -> int:
        """Return where a minute is."""
        return round(minute * self.hour / 60)

    def minute(self, y: float) -> float:
        """Return the minute at a height."""
        return y * 60 / self.hour

    def x(self, track: float) -> int:
        """Return the left edge of a track."""
        return round(track * self.track_width)

    def track(self, x: float) -> int:
        """Return the track at a place, the nearest one outside of them."""
        return min(max(int(x // self.track_width), 0), max(self.tracks - 1, 0))

    def shown_end(self, item: TimelineItem) -> float:
        """Return the minute where the item's box ends; short ones take the least height."""
        return max(item.end, item.start + self.least_height * 60 / self.hour)


def boxes(items: Sequence[TimelineItem], scale: Scale) -> list[Box]:
    """Return the boxes of all items, from the top down.

    Items that overlap in a track share its width, each in a lane of its own; an item of several tracks is
    one box over those neighbours where it is alone, and a box of its own in each of the others. What is inside
    another stands in the box of that one, below its title.
    """
    outer = [item for item in items if not item.inside]
    lanes = _lanes(outer, scale)
    made: list[Box] = []
    for item in outer:
        top = scale.y(item.start)
        height = max(scale.y(item.end) - top, scale.least_height) - 1
        for first, last in _runs(item, lanes):
            lane, count = lanes[first, item.id]
            left = scale.x(first) + GAP // 2 + 1
            width = (scale.x(last + 1) - scale.x(first) - GAP) / count
            made.append(Box(item, left + round(lane * width), top, round(width) - (2 if count > 1 else 0), height))
    if len(outer) < len(items):
        made += _inner([item for item in items if item.inside], made, scale)
    made.sort(key=lambda box: (box.top, box.left))
    return made


INSET = 10
"""Pixels by which what is inside another is set in."""


def _inner(items: Sequence[TimelineItem], outer: Sequence[Box], scale: Scale) -> list[Box]:
    """Return the boxes of what is inside others; those that overlap share the width."""
    around = {box.item.id: box for box in reversed(outer)}
    by_parent: dict[int, list[TimelineItem]] = {}
    for item in sorted(items, key=lambda one: (one.start, -one.end, one.id)):
        if item.inside in around:
            by_parent.setdefault(item.inside, []).append(item)
    made: list[Box] = []
    for parent, inside in by_parent.items():
        box = around[parent]
        lanes: Lanes = {}
        _lanes_of_track(0, inside, scale._replace(least_height=1), lanes)
        at = _heights(inside, box, scale)
        for item in inside:
            lane, count = lanes[0, item.id]
            width = (box.width - INSET - 3) / count
            top = at[item.start]
            height = max(at[item.end] - top, 4) - 1
            made.append(Box(item, box.left + INSET + round(lane * width), top, round(width) - 1, height))
    return made


def _heights(inside: Sequence[TimelineItem], box: Box, scale: Scale) -> dict[int, int]:
    """Return where each beginning and end inside a box stands: below its title, and at least a line apart.

    They stand at their minutes where that leaves room for the words; what the title and short ones take is taken from
    pauses and long ones after them. Where even that is too little, all shrink alike.
    """
    top = box.top + scale.least_height
    bottom = max(box.top + box.height + 1, *(scale.y(item.end) for item in inside))
    begins: dict[int, int] = {}
    for item in inside:
        if item.start < item.end:
            begins[item.end] = max(begins.get(item.end, item.start), item.start)
    at: dict[int, int] = {}
    lowest = top
    for minute in sorted({minute for item in inside for minute in (item.start, item.end)}):
        begin = begins.get(minute, minute)
        needed = at[begin] + scale.least_height if begin < minute else lowest
        lowest = at[minute] = max(scale.y(minute), needed, lowest)
    if lowest > bottom > top:
        first, last = min(at), max(at)
        return {minute: top + round((minute - first) * (bottom - top) / max(last - first, 1)) for minute in at}
    return at


Lanes = dict[tuple[int, int], tuple[int, int]]
"""By track and id of an item: its lane there, and how many lanes share the width."""


def _runs(item: TimelineItem, lanes: Lanes) -> list[tuple[int, int]]:
    """Return first and last track of each box: neighbours are joined where the item is alone."""
    runs: list[tuple[int, int]] = []
    for track in sorted(set(item.tracks)):
        alone = lanes[track, item.id][1] == 1
        if alone and runs and runs[-1][1] == track - 1 and lanes[runs[-1][0], item.id][1] == 1:
            runs[-1] = (runs[-1][0], track)
        else:
            runs.append((track, track))
    return runs


def _lanes(items: Sequence[TimelineItem], scale: Scale) -> Lanes:
    by_track: dict[int, list[TimelineItem]] = {}
    for item in sorted(items, key=lambda one: (one.start, -scale.shown_end(one), one.id)):
        for track in set(item.tracks):
            by_track.setdefault(track, []).append(item)
    lanes: Lanes = {}
    for track, inside in by_track.items():
        _lanes_of_track(track, inside, scale, lanes)
    return lanes


def _lanes_of_track(track: int, items: Sequence[TimelineItem], scale: Scale, lanes: Lanes) -> None:
    """Give each item of a track, in order of time, the first lane that is free; a pause ends the sharing."""
    ends: list[float] = []
    together: list[tuple[int, int]] = []

    def close() -> None:
        for one, lane in together:
            lanes[track, one] = (lane, len(ends))

    for item in items:
        if together and item.start >= max(ends):
            close()
            ends, together = [], []
        lane = next((number for number, end in enumerate(ends) if end <= item.start), len(ends))
        if lane == len(ends):
            ends.append(0.0)
        ends[lane] = scale.shown_end(item)
        together.append((item.id, lane))
    close()


class Place(NamedTuple):
    """Where an item would stand: its minutes, and by how many tracks it moves."""

    start: int
    end: int
    track_delta: int = 0


def moved(item: TimelineItem, minutes: float, tracks: int, *, step: int, track_count: int) -> Place:
    """Return the place of an item moved by some minutes and tracks; its start lands on a multiple of the step."""
    start = snapped(item.start + minutes, step) if minutes else item.start
    start = min(max(start, 0), DAY - 1)
    low, high = min(item.tracks, default=0), max(item.tracks, default=0)
    tracks = min(max(tracks, -low), track_count - 1 - high)
    return Place(start, start + item.end - item.start, tracks)


def resized(item: TimelineItem, minutes: float, *, top: bool, step: int) -> Place:
    """Return the place of an item whose upper or lower edge moved; it keeps at least one step of length."""
    if top:
        return Place(max(min(snapped(item.start + minutes, step), item.end - step), 0), item.end)
    return Place(item.start, max(snapped(item.end + minutes, step), item.start + step))


def snapped(minute: float, step: int) -> int:
    """Return the nearest multiple of the step."""
    return round(minute / step) * step


def stepped(minute: int, direction: int, step: int) -> int:
    """Return the next multiple of the step in a direction."""
    if direction > 0:
        return (minute // step + 1) * step
    return -((-minute) // step + 1) * step
