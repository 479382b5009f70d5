"""Fixes of times and places the rules propose; whether they may be offered is told by `after`."""

from __future__ import annotations

from collections.abc import Iterator

from planner.rules.checks.facts import Facts, Item
from planner.rules.checks.views import minutes, wall
from planner.rules.findings import Fix, mark
from planner.rules.times import DAY, clock

SHORTEN = mark("Shorten “{title}” to {time}")
MOVE = mark("Move “{title}” to {time}")
OTHER_ROOM = mark("Take {room}")
STEP = 5
CANDIDATES = 6
"""So many rooms are proposed, of which three at most are offered."""


def shorten(facts: Facts, item: Item, by: int) -> Iterator[Fix]:
    """Yield the fix that lets an item end some minutes earlier, where at least a quarter of an hour is left of it."""
    start, end = wall(item)
    if item.day is None or item.end is None or minutes(item) - by < 15 or item.zone != item.end_zone or end - by >= DAY:
        return
    arguments = {"item_id": item.id, "start": start, "end": end - by}
    yield Fix("resize_item", arguments, SHORTEN, {"title": facts.said(item.title), "time": clock(end - by)})


def move(facts: Facts, item: Item, by: int) -> Iterator[Fix]:
    """Yield the fix that moves an item by some minutes on its day, if it may move."""
    start = (item.start or 0) + by
    if item.day is None or item.start is None or item.hard or not 0 <= start < DAY:
        return
    arguments = {"item_id": item.id, "day": item.day, "start": start}
    yield Fix("move_item", arguments, MOVE, {"title": facts.said(item.title), "time": clock(start)})


def later(minutes_missing: int) -> int:
    """Return so many minutes, rounded up to the grid of five."""
    return -(-minutes_missing // STEP) * STEP


def other_rooms(facts: Facts, item: Item, *, seats: int = 0) -> Iterator[Fix]:
    """Yield the other rooms of the venue that seat so many, the smallest first; which are free is told when tried."""
    here = facts.places.rooms.get(item.room_id or 0)
    if here is None or item.span is None:
        return
    needed = seats or len(item.people)
    rooms = [
        (most, room.id, room)
        for room in facts.places.rooms.values()
        if room.venue_id == here.venue_id
        and room.id != here.id
        and (most := max(room.capacity.values(), default=0)) >= needed
    ]
    for _seats, room_id, room in sorted(rooms)[:CANDIDATES]:
        arguments = {"item_id": item.id, "venue_id": None, "room_id": room_id}
        yield Fix("place_item", arguments, OTHER_ROOM, {"room": facts.said(room.name)})
