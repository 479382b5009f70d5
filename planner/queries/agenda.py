"""The programme of an event: items with place, tracks and people, as a tree."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from planner.model.agenda import Attendance, Item, ItemTrack, Track, TrackMember
from planner.model.participation import Delegation, Participation
from planner.model.venues import Room, Venue
from planner.queries.once import asked_once
from planner.rules.agenda import Slot
from planner.rules.kinds import Audience, ItemKind, ItemState, Role, Side
from planner.rules.text import EMPTY, Text


class TrackMemberRow(NamedTuple):
    """Who is on a track: one place, or a whole delegation."""

    id: int
    participation_id: int | None
    delegation_id: int | None


class TrackRow(NamedTuple):
    """A parallel strand, and who is on it; `people` counts those of them who come, each once."""

    id: int
    title: Text
    position: int
    members: tuple[TrackMemberRow, ...] = ()
    people: int = 0


class AttendanceRow(NamedTuple):
    """Who takes part: exactly one of side, delegation, track, member is set."""

    id: int
    item_id: int
    role: Role
    side: Side | None
    delegation_id: int | None
    track_id: int | None
    participation_id: int | None


class ItemRow(NamedTuple):
    """An item; `track_ids` empty means it concerns everybody."""

    id: int
    parent_id: int | None
    position: int
    day: date | None
    start: int | None
    start_zone: str
    end_day: date | None
    end: int | None
    end_zone: str
    start_fold: int
    end_fold: int
    hard: bool
    minutes: int | None
    kind: ItemKind
    title: Text
    note: Text
    internal_note: str
    venue_id: int | None
    room_id: int | None
    venue: Text
    address: Text
    room: Text
    audience: frozenset[Audience]
    state: ItemState
    principal: bool
    track_ids: tuple[int, ...]
    people: tuple[AttendanceRow, ...]
    mode: str = ""
    lead: int | None = None
    alert: str = ""
    form: str = ""
    slides: bool = False

    @property
    def slot(self) -> Slot:
        """When the item is."""
        return Slot(
            self.day, self.start, self.start_zone, self.end_day, self.end, self.end_zone, self.start_fold, self.end_fold
        )


class Programme(NamedTuple):
    """All items in order of time (those of the pool last), and the tracks."""

    items: tuple[ItemRow, ...]
    tracks: tuple[TrackRow, ...]

    def top(self) -> tuple[ItemRow, ...]:
        """Return the items that are no part of another."""
        return tuple(item for item in self.items if item.parent_id is None)

    def parts(self, item_id: int) -> tuple[ItemRow, ...]:
        """Return the parts of an item in order."""
        return tuple(item for item in self.items if item.parent_id == item_id)


@asked_once
def programme(db: Connection, event_id: int) -> Programme:
    """Return the programme of an event."""
    on = defaultdict(list)
    for row in db.execute(
        select(ItemTrack.item_id, ItemTrack.track_id)
        .join(Item, Item.id == ItemTrack.item_id)
        .where(Item.event_id == event_id)
        .order_by(ItemTrack.id)
    ):
        on[row.item_id].append(row.track_id)
    people = _people(db, event_id)
    query = (
        select(Item, Venue.name.label("venue"), Venue.address, Room.name.label("room"))
        .outerjoin(Venue, Venue.id == Item.venue_id)
        .outerjoin(Room, Room.id == Item.room_id)
        .where(Item.event_id == event_id)
    )
    items = [_item(row, tuple(on[row.id]), tuple(people[row.id])) for row in db.execute(query).all()]
    return Programme(tuple(sorted(items, key=in_order)), _tracks(db, event_id))


def in_order(item: ItemRow) -> tuple[Any, ...]:
    """Return the key that sorts items by time, those without one last, parts by their position."""
    if item.parent_id is not None:
        return (1, date.max, 0, item.parent_id, item.position, item.id)
    if item.day is None:
        return (2, date.max, 0, 0, item.position, item.id)
    start = -1 if item.start is None else item.start
    return (0, item.day, start, item.position, 0, item.id)


def _item(row: Any, tracks: tuple[int, ...], people: tuple[AttendanceRow, ...]) -> ItemRow:
    return ItemRow(
        row.id, row.parent_id, row.position, row.day, row.start_minute, row.start_zone, row.end_day, row.end_minute,
        row.end_zone, row.start_fold, row.end_fold, row.hard, row.minutes, ItemKind(row.kind), row.title, row.note,
        row.internal_note, row.venue_id, row.room_id, row.venue or EMPTY, row.address or EMPTY, row.room or EMPTY,
        frozenset(Audience(one) for one in row.audience), ItemState(row.state), row.principal, tracks, people,
        row.mode, row.lead_minutes, row.alert, row.form, row.slides,
    )  # fmt: skip


def _tracks(db: Connection, event_id: int) -> tuple[TrackRow, ...]:
    members: dict[int, list[TrackMemberRow]] = defaultdict(list)
    on = select(TrackMember.track_id, TrackMember.id, TrackMember.participation_id, TrackMember.delegation_id)
    on = on.join(Track, Track.id == TrackMember.track_id).where(Track.event_id == event_id)
    for row in db.execute(on.order_by(TrackMember.id)):
        members[row.track_id].append(TrackMemberRow(row.id, row.participation_id, row.delegation_id))
    query = select(Track.id, Track.title, Track.position).where(Track.event_id == event_id)
    coming = _coming(db, event_id) if members else {}
    return tuple(
        TrackRow(row.id, row.title, row.position, tuple(members[row.id]), _count(members[row.id], coming))
        for row in db.execute(query.order_by(Track.position, Track.id)).all()
    )


def _coming(db: Connection, event_id: int) -> dict[int, int]:
    """Return the delegation of each place of those who come."""
    query = select(Participation.id, Participation.delegation_id).join(
        Delegation, Delegation.id == Participation.delegation_id
    )
    rows = db.execute(query.where(Delegation.event_id == event_id, Participation.state != "declined"))
    return {row.id: row.delegation_id for row in rows}


def _count(members: list[TrackMemberRow], coming: dict[int, int]) -> int:
    whole = {row.delegation_id for row in members}
    named = {row.participation_id for row in members}
    return sum(place in named or delegation in whole for place, delegation in coming.items())


def _people(db: Connection, event_id: int) -> dict[int, list[AttendanceRow]]:
    query = select(
        Attendance.id, Attendance.item_id, Attendance.role, Attendance.side, Attendance.delegation_id,
        Attendance.track_id, Attendance.participation_id,
    ).join(Item, Item.id == Attendance.item_id)  # fmt: skip
    found: dict[int, list[AttendanceRow]] = defaultdict(list)
    roles = {role.value: role for role in Role}
    sides = {side.value: side for side in Side}
    for row_id, item_id, role, side, *one in db.execute(
        query.where(Item.event_id == event_id).order_by(Attendance.id)
    ).all():
        found[item_id].append(AttendanceRow(row_id, item_id, roles[role], sides[side] if side else None, *one))
    return found
