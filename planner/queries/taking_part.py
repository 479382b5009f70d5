"""Who takes part: whom an attendance names, who belongs to whom, and the people of an event one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from sqlalchemy import Connection, select

from planner.documents.person_data import NameData
from planner.model.events import Event
from planner.model.participation import Delegation, Participation
from planner.queries.agenda import AttendanceRow, ItemRow, TrackMemberRow, TrackRow
from planner.queries.delegations import SIDE_ORDER, DelegationRow
from planner.queries.who import who_is
from planner.rules.kinds import Capacity, Role, Side
from planner.rules.taking_part import DELEGATION, MEMBER, SIDE, TRACK, Groups, Who, groups, through_tracks
from planner.rules.text import Language, Text


class PlaceRow(NamedTuple):
    """Somebody's place in a delegation, with the names and post they have on the event's first day."""

    id: int
    delegation_id: int
    side: Side
    capacity: Capacity
    names: Mapping[Language, NameData]
    position: Text


def who_of(row: AttendanceRow) -> Who:
    """Return whom an attendance names."""
    if row.participation_id is not None:
        return Who(MEMBER, row.participation_id)
    if row.delegation_id is not None:
        return Who(DELEGATION, row.delegation_id)
    return Who(TRACK, row.track_id) if row.track_id is not None else Who(SIDE, row.side.value if row.side else "")


def on_track(row: TrackMemberRow) -> Who:
    """Return whom a row of a track's members names."""
    return Who(MEMBER, row.participation_id) if row.participation_id else Who(DELEGATION, row.delegation_id or 0)


def named_by(item: ItemRow, there: Groups) -> dict[Who, Role]:
    """Return who takes part in an item: the tracks it is on, if they have members, and whoever is put down for it."""
    return {**through_tracks(there, item.track_ids), **{who_of(row): row.role for row in item.people}}


def groups_of(rows: Iterable[DelegationRow], tracks: Iterable[TrackRow]) -> Groups:
    """Return who belongs to whom in the delegations, each in order of precedence, and on the tracks of an event."""
    found = tuple(rows)
    return groups(
        ((row.id, row.side) for row in found),
        ((one.id, row.id, one.state != "declined") for row in found for one in row.members),
        ((track.id, on_track(one)) for track in tracks for one in track.members),
    )


def places(db: Connection, event_id: int, *, heads: bool = False) -> tuple[PlaceRow, ...]:
    """Return the people who come to an event, or the heads of its delegations alone, guests first."""
    query = (
        select(Participation.id, Participation.delegation_id, Delegation.side, Participation.capacity,
               Participation.person_id, Participation.post_title)
        .join(Delegation, Delegation.id == Participation.delegation_id)
        .where(Delegation.event_id == event_id, Participation.state != "declined",
               Participation.person_id.is_not(None))
        .order_by(Delegation.position, Delegation.id, Participation.id)
    )  # fmt: skip
    if heads:
        query = query.where(Participation.capacity == Capacity.HEAD.value)
    rows = db.execute(query).all()
    day = db.execute(select(Event.from_day).where(Event.id == event_id)).scalar_one()
    people = who_is(db, day, people={row.person_id for row in rows})
    found = [
        PlaceRow(row.id, row.delegation_id, Side(row.side), Capacity(row.capacity), people[row.person_id].names,
                 row.post_title or people[row.person_id].position)
        for row in rows
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda row: SIDE_ORDER[row.side]))
