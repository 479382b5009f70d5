"""The programme: items added, moved, resized, placed, and who takes part in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from planner.errors import BadInput
from planner.model.agenda import Attendance, Item, ItemTrack, Track
from planner.model.events import Event
from planner.model.participation import Delegation, Participation
from planner.model.venues import Room, Venue
from planner.operations import fields
from planner.operations.item_times import ITEM_FIELDS, begin_at, distance, length_of, settle, shift_part
from planner.operations.registry import Work, operation
from planner.rules.kinds import Audience, Role, Side
from planner.rules.text import EMPTY, Text

EVERYONE = (Audience.GUEST.value, Audience.WORKING.value)


@operation("Add “{title}”")
def add_item(
    work: Work, event_id: int, title: Text, *, parent_id: int | None = None, note: Text = EMPTY, **values: Any
) -> int:
    """Add an item (`ITEM_FIELDS`) to the programme, or below another; return its id.

    Without a zone it takes the host's; with an end before its start it ends on the next day.
    """
    event = work.get(Event, event_id)
    if parent_id is not None and work.get(Item, parent_id).event_id != event_id:
        raise BadInput("An item and its parts belong to one event.")
    siblings = work.find(Item, event_id=event_id, parent_id=parent_id)
    item = work.add(Item(event_id=event_id, parent_id=parent_id, title=title, note=note, position=len(siblings)))
    given = {"start_zone": event.host_zone, "end_zone": event.host_zone, "audience": list(EVERYONE), **values}
    fields.put(item, given, ITEM_FIELDS)
    settle(item)
    work.values["title"] = title.first(*event.languages)
    return item.id


@operation("Edit “{title}”")
def edit_item(work: Work, item_id: int, **values: Any) -> None:
    """Set fields of an item (`ITEM_FIELDS`)."""
    item = work.get(Item, item_id)
    fields.put(item, values, ITEM_FIELDS)
    settle(item)
    work.values["title"] = item.title.first()


@operation("Move “{title}” to {time}")
def move_item(work: Work, item_id: int, day: date | None, start: int | None) -> None:
    """Move an item with its length and its parts; without a day or start it goes to the pool."""
    item = work.get(Item, item_id)
    moved = length_of(item)
    by = distance(item, day, start)
    begin_at(item, day, start, moved)
    if by is not None:
        for part in work.find(Item, parent_id=item_id):
            shift_part(part, by)
    settle(item)
    work.values["title"] = item.title.first()
    work.values["time"] = "" if start is None else f"{start // 60:02}:{start % 60:02}"


@operation("Resize “{title}”")
def resize_item(work: Work, item_id: int, start: int, end: int) -> None:
    """Set start and end of an item on its day, in wall minutes; an end before the start is on the next day."""
    item = work.get(Item, item_id)
    if item.day is None:
        raise BadInput("An item without a day has no length. Give it a day first.")
    fields.put(item, {"start": start, "end": end, "end_day": item.day}, ITEM_FIELDS)
    settle(item)
    work.values["title"] = item.title.first()


@operation("Copy “{title}”")
def copy_item(work: Work, item_id: int, day: date | None, start: int | None) -> int:
    """Copy an item with place, tracks and people to another time; return the copy's id."""
    item = work.get(Item, item_id)
    values = {key: getattr(item, key) for key in ITEM_FIELDS if key != "position"}
    texts = {"title": item.title, "note": item.note, "venue_id": item.venue_id, "room_id": item.room_id}
    copy = work.add(
        Item(event_id=item.event_id, parent_id=item.parent_id, position=item.position + 1, **texts, **values)
    )
    begin_at(copy, day, start, length_of(item))
    settle(copy)
    for track in work.find(ItemTrack, item_id=item_id):
        work.add(ItemTrack(item_id=copy.id, track_id=track.track_id))
    for one in work.find(Attendance, item_id=item_id):
        work.add(Attendance(item_id=copy.id, role=one.role, side=one.side, delegation_id=one.delegation_id,
                            track_id=one.track_id, participation_id=one.participation_id))  # fmt: skip
    work.values["title"] = item.title.first()
    return copy.id


@operation("Remove “{title}”")
def remove_item(work: Work, item_id: int) -> None:
    """Remove an item with its parts."""
    item = work.get(Item, item_id)
    work.values["title"] = item.title.first()
    work.remove(item)


@operation("Set the place of “{title}”")
def place_item(work: Work, item_id: int, *, venue_id: int | None, room_id: int | None = None) -> None:
    """Set the venue, or a room of it; a room brings its venue along."""
    item = work.get(Item, item_id)
    if room_id is not None:
        venue_id = work.get(Room, room_id).venue_id
    elif venue_id is not None:
        work.get(Venue, venue_id)
    item.venue_id, item.room_id = venue_id, room_id
    work.values["title"] = item.title.first()


@operation("Reorder “{title}”")
def reorder_item(work: Work, item_id: int, position: int) -> None:
    """Move a part among its siblings, counted from 0."""
    item = work.get(Item, item_id)
    siblings = sorted(
        (one for one in work.find(Item, event_id=item.event_id, parent_id=item.parent_id) if one.id != item_id),
        key=lambda one: (one.position, one.id),
    )
    siblings.insert(min(max(position, 0), len(siblings)), item)
    for place, one in enumerate(siblings):
        if one.position != place:
            one.position = place
    work.values["title"] = item.title.first()


@operation("Add the track “{title}”")
def add_track(work: Work, event_id: int, title: Text) -> int:
    """Add a parallel strand to an event; return its id."""
    work.get(Event, event_id)
    work.values["title"] = title.first()
    return work.add(Track(event_id=event_id, title=title, position=len(work.find(Track, event_id=event_id)))).id


@operation("Remove the track “{title}”")
def remove_track(work: Work, track_id: int) -> None:
    """Remove a track; its items then concern everybody."""
    track = work.get(Track, track_id)
    work.values["title"] = track.title.first()
    work.remove(track)


@operation("Set the tracks of “{title}”")
def set_tracks(work: Work, item_id: int, track_ids: Sequence[int]) -> None:
    """Say which tracks an item concerns; none means everybody."""
    item = work.get(Item, item_id)
    wanted = set(track_ids)
    for row in work.find(ItemTrack, item_id=item_id):
        if row.track_id in wanted:
            wanted.discard(row.track_id)
        else:
            work.remove(row)
    for track_id in sorted(wanted):
        if work.get(Track, track_id).event_id != item.event_id:
            raise BadInput("A track and its items belong to one event.")
        work.add(ItemTrack(item_id=item_id, track_id=track_id))
    work.values["title"] = item.title.first()


@operation("Add people to “{title}”")
def add_attendance(
    work: Work, item_id: int, *, role: str = Role.TAKES_PART.value, side: str = "", delegation_id: int | None = None,
    track_id: int | None = None, participation_id: int | None = None,
) -> int:  # fmt: skip
    """Say who takes part in an item: exactly one of a side, delegation, track or member. Return the id."""
    item = work.get(Item, item_id)
    named = [side or None, delegation_id, track_id, participation_id]
    if sum(one is not None for one in named) != 1:
        raise BadInput("Name one side, delegation, track or person.")
    _require_of_event(work, item.event_id, delegation_id, participation_id)
    who = {"side": Side(side).value if side else "", "delegation_id": delegation_id, "track_id": track_id,
           "participation_id": participation_id}  # fmt: skip
    found = work.find(Attendance, item_id=item_id, **who)
    row = found[0] if found else work.add(Attendance(item_id=item_id, **who))
    fields.put(row, {"role": role}, {"role": fields.one_of(Role)})
    work.values["title"] = item.title.first()
    return row.id


@operation("Take people off “{title}”")
def remove_attendance(work: Work, attendance_id: int) -> None:
    """Take a side, delegation, track or member off an item."""
    row = work.get(Attendance, attendance_id)
    work.values["title"] = work.get(Item, row.item_id).title.first()
    work.remove(row)


def _require_of_event(work: Work, event_id: int, delegation_id: int | None, participation_id: int | None) -> None:
    if participation_id is not None:
        delegation_id = work.get(Participation, participation_id).delegation_id
    if delegation_id is not None and work.get(Delegation, delegation_id).event_id != event_id:
        raise BadInput("Only those of the same event can take part in its items.")
