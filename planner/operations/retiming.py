"""Many items re-timed at once: what follows a moved one, a whole day, a whole event. Each is one step."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from planner.errors import BadInput
from planner.model.agenda import Item, ItemTrack, Track
from planner.model.events import Event
from planner.model.participation import Delegation, Participation
from planner.model.venues import Room, Venue
from planner.operations.agenda import copy_item
from planner.operations.item_times import begin_at, distance, length_of, settle, shift_part
from planner.operations.registry import Work, operation
from planner.rules.times import clock

if TYPE_CHECKING:
    from planner.model.logistics import Journey, Lodging


class Move(NamedTuple):
    """Where an item goes: its own wall minute on a day, or the pool without one.

    `minutes` None keeps its length; `track_ids` None its tracks (an empty tuple means everybody); `place` None its
    venue and room, else these ids.
    """

    item_id: int
    day: date | None
    start: int | None
    minutes: int | None = None
    track_ids: tuple[int, ...] | None = None
    place: tuple[int | None, int | None] | None = None


@operation("Shift “{title}” and what follows")
def shift_items(work: Work, moves: Sequence[Move]) -> None:
    """Put an item (the first of the moves) and what follows it at new times; `rules.ripple` says which."""
    _carry_out(work, moves)


@operation("Move several items: {titles}")
def move_items(work: Work, moves: Sequence[Move]) -> None:
    """Put items at other times, tracks or places together."""
    _carry_out(work, moves)


@operation("Tighten the day: {titles}")
def tighten_items(work: Work, moves: Sequence[Move]) -> None:
    """Close the gaps of a day; `rules.retiming` says how."""
    _carry_out(work, moves)


@operation("Spread the day: {titles}")
def spread_items(work: Work, moves: Sequence[Move]) -> None:
    """Make the pauses of a day equal; `rules.retiming` says how."""
    _carry_out(work, moves)


@operation("Fit the day into a block: {titles}")
def fit_items(work: Work, moves: Sequence[Move]) -> None:
    """Fit a day between two times; `rules.retiming` says how."""
    _carry_out(work, moves)


@operation("Open a gap before {titles}")
def open_gap(work: Work, moves: Sequence[Move]) -> None:
    """Make room in a day; `rules.retiming` says how."""
    _carry_out(work, moves)


@operation("Copy several items: {titles}")
def copy_items(work: Work, moves: Sequence[Move]) -> list[int]:
    """Copy items with place, tracks and people to other times; return the ids of the copies."""
    titles = [work.get(Item, move.item_id).title.first() for move in moves]
    made = []
    for move in moves:
        copy = copy_item(work, move.item_id, move.day, move.start)
        _put(work, work.get(Item, copy), move._replace(item_id=copy))
        made.append(copy)
    work.values.pop("title", None)
    work.values["titles"] = _few(titles)
    return made


@operation("Remove several items: {titles}")
def remove_items(work: Work, item_ids: Sequence[int]) -> None:
    """Remove items with their parts."""
    items = [work.get(Item, item_id) for item_id in dict.fromkeys(item_ids)]
    work.values["titles"] = _few([item.title.first() for item in items])
    wanted = {item.id for item in items}
    for item in items:
        if item.parent_id not in wanted:  # a part goes with the item it belongs to
            work.remove(item)


@operation("Move the event “{title}” to {day}")
def retime_event(work: Work, event_id: int, from_day: date) -> None:
    """Move an event with its programme, journeys and rooms, so that it begins on another day; wall times stay."""
    from planner.model.logistics import Journey, Lodging  # for this alone; the programme is worked on without them

    event = work.get(Event, event_id)
    by = from_day - event.from_day
    work.values["title"], work.values["day"] = event.title.first(*event.languages), _day(from_day)
    if not by:
        return
    event.from_day, event.to_day = event.from_day + by, event.to_day + by
    for item in work.find(Item, event_id=event_id):
        _by_days(item, by, "day", "end_day")
    for delegation in work.find(Delegation, event_id=event_id):
        for member in work.find(Participation, delegation_id=delegation.id):
            for journey in work.find(Journey, participation_id=member.id):
                _by_days(journey, by, "leaves_day", "arrives_day")
            for lodging in work.find(Lodging, participation_id=member.id):
                _by_days(lodging, by, "from_day", "to_day")


@operation("Copy {day} to {other}")
def copy_day(work: Work, event_id: int, day: date, to_day: date) -> list[int]:
    """Copy the items of a day, with parts, places, tracks and people, to another; return the ids of the copies."""
    event = work.get(Event, event_id)
    by = to_day - day
    made = [
        _copy_tree(work, item, by, parent_id=None)
        for item in work.find(Item, event_id=event.id, parent_id=None)
        if item.day == day
    ]
    work.values.pop("title", None)
    work.values["day"], work.values["other"] = _day(day), _day(to_day)
    return made


def _copy_tree(work: Work, item: Item, by: timedelta, *, parent_id: int | None) -> int:
    copy = work.get(Item, copy_item(work, item.id, item.day and item.day + by, item.start))
    _put_copy(copy, item, by, parent_id=parent_id)
    for part in sorted(work.find(Item, parent_id=item.id), key=lambda one: (one.position, one.id)):
        if part.id != copy.id:
            _copy_tree(work, part, by, parent_id=copy.id)
    return copy.id


def _put_copy(copy: Item, item: Item, by: timedelta, *, parent_id: int | None) -> None:
    """Give a copy what copying to a single time does not: its place among the parts, and its exact end."""
    copy.parent_id, copy.position = parent_id, item.position
    copy.end, copy.end_day = item.end, item.end_day and item.end_day + by
    copy.minutes = item.minutes


def _carry_out(work: Work, moves: Sequence[Move]) -> None:
    if not moves:
        raise BadInput("Nothing moves.")
    items = [work.get(Item, move.item_id) for move in moves]
    if len({item.id for item in items}) < len(items) or len({item.event_id for item in items}) > 1:
        raise BadInput("Each item of one event moves once.")
    for item, move in zip(items, moves, strict=True):
        _put(work, item, move)
    work.values["title"] = items[0].title.first()
    work.values["time"] = "" if moves[0].start is None else clock(moves[0].start)
    work.values["titles"] = _few([item.title.first() for item in items])


def _put(work: Work, item: Item, move: Move) -> None:
    length = length_of(item) if move.minutes is None else move.minutes
    by = distance(item, move.day, move.start)
    begin_at(item, move.day, move.start, length)
    for part in work.find(Item, parent_id=item.id) if by else ():
        shift_part(part, by or 0)
    settle(item)
    if move.track_ids is not None:
        _set_tracks(work, item, move.track_ids)
    if move.place is not None:
        _place(work, item, *move.place)


def _set_tracks(work: Work, item: Item, track_ids: Sequence[int]) -> None:
    wanted = dict.fromkeys(track_ids)
    for row in work.find(ItemTrack, item_id=item.id):
        if row.track_id in wanted:
            del wanted[row.track_id]
        else:
            work.remove(row)
    for track_id in wanted:
        if work.get(Track, track_id).event_id != item.event_id:
            raise BadInput("A track and its items belong to one event.")
        work.add(ItemTrack(item_id=item.id, track_id=track_id))


def _place(work: Work, item: Item, venue_id: int | None, room_id: int | None) -> None:
    if room_id is not None:
        venue_id = work.get(Room, room_id).venue_id
    elif venue_id is not None:
        work.get(Venue, venue_id)
    if (item.venue_id, item.room_id) != (venue_id, room_id):
        item.venue_id, item.room_id = venue_id, room_id


def _by_days(row: Item | Journey | Lodging, by: timedelta, *fields: str) -> None:
    for field in fields:
        if (day := getattr(row, field)) is not None:
            setattr(row, field, day + by)


def _day(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def _few(titles: Sequence[str]) -> str:
    """Return the first titles, as the history names them."""
    named = [title for title in titles if title]
    return ", ".join(named[:2]) + (", …" if len(titles) > 2 else "")
