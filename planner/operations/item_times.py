"""The times of an item: kept possible, moved with its length and its parts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from planner.model.agenda import Item
from planner.operations import fields
from planner.rules.kinds import ItemKind, ItemState
from planner.rules.times import DAY, shift

FORMS = ("in-person", "online")
"""How a talk is given (handbook 2.3)."""

ITEM_FIELDS: Mapping[str, fields.Check] = {
    "day": fields.optional(fields.day),
    "start": fields.optional(fields.wall_minute),
    "end_day": fields.optional(fields.day),
    "end": fields.optional(fields.wall_minute),
    "start_zone": fields.zone,
    "end_zone": fields.zone,
    "start_fold": fields.number,
    "end_fold": fields.number,
    "hard": fields.flag,
    "minutes": fields.optional(fields.number),
    "kind": fields.one_of(ItemKind),
    "internal_note": fields.words,
    "audience": fields.audiences,
    "state": fields.one_of(ItemState),
    "principal": fields.flag,
    "position": fields.number,
    "mode": fields.words,
    "lead": fields.optional(fields.number),
    "dress": fields.words,
    "interpretation": fields.words,
    "outdoor": fields.flag,
    "alert": fields.words,
    "form": fields.among("", *FORMS),
    "slides": fields.flag,
}
"""What may be set of an item by name."""


def settle(item: Item) -> None:
    """Keep the times of an item possible: an end needs a start, and lies after it, within a day of it."""
    if item.start is None or item.day is None:
        item.end, item.end_day = None, None
        return
    if item.end is None:
        item.end_day = None
        return
    same_zone = item.start_zone == item.end_zone
    if item.end_day is None or item.end_day < item.day:
        item.end_day = item.day
    if item.end_day == item.day and item.end <= item.start and same_zone:
        item.end_day, item.end = shift(item.day, item.end, DAY)


def length_of(item: Item) -> int | None:
    """Return the length of an item in wall minutes."""
    if item.day is None or item.start is None or item.end is None:
        return item.minutes
    return ((item.end_day or item.day) - item.day).days * DAY + item.end - item.start


def begin_at(item: Item, day: date | None, start: int | None, length: int | None) -> None:
    """Put an item at a time with a length; without a day or start it goes to the pool and remembers its length."""
    fields.put(item, {"day": day, "start": start}, ITEM_FIELDS)
    if day is None or start is None or length is None:
        item.end, item.end_day = None, None
        if length is not None:
            item.minutes = length
    else:
        item.end_day, item.end = shift(day, start, length)


def distance(item: Item, day: date | None, start: int | None) -> int | None:
    """Return by how many minutes an item would move; None from or to the pool."""
    if item.day is None or item.start is None or day is None or start is None:
        return None
    return (day - item.day).days * DAY + start - item.start


def shift_part(part: Item, by: int) -> None:
    """Move a part along with the item it belongs to."""
    if part.day is not None and part.start is not None:
        part.day, part.start = shift(part.day, part.start, by)
    if part.end_day is not None and part.end is not None:
        part.end_day, part.end = shift(part.end_day, part.end, by)
