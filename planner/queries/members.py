"""One member, and one delegation, with what the inspector shows of them."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, select

from planner.errors import NotFound
from planner.model.participation import Delegation, Participation
from planner.queries.agenda import AttendanceRow, ItemRow, programme
from planner.queries.delegations import DelegationRow, MemberRow, delegations
from planner.queries.events import EventPage, event_page
from planner.queries.people import PersonPage, person_page


class MemberSheet(NamedTuple):
    """A member of a delegation.

    `person` is None while only a post is named; `earlier` counts events that ended before this one began;
    `items` are those the member, the delegation or the side is put down for, in order of time.
    """

    member: MemberRow
    delegation: DelegationRow
    event: EventPage
    person: PersonPage | None
    earlier: int
    items: tuple[ItemRow, ...]


class DelegationSheet(NamedTuple):
    """A delegation and its event."""

    delegation: DelegationRow
    event: EventPage


def member_sheet(db: Connection, participation_id: int) -> MemberSheet:
    """Return one member; raise NotFound in words."""
    query = select(Delegation.event_id).join(Participation, Participation.delegation_id == Delegation.id)
    event_id = db.execute(query.where(Participation.id == participation_id)).scalar()
    if event_id is None:
        raise NotFound("This member is no longer in the delegation.")
    delegation, member = next(
        (row, member) for row in delegations(db, event_id) for member in row.members if member.id == participation_id
    )
    event = event_page(db, event_id)
    person = person_page(db, member.who.id) if member.who else None
    places = person.places if person else ()
    earlier = sum(place.event.to_day < event.from_day for place in places)
    items = programme(db, event_id).items
    own = tuple(item for item in items if any(_concerns(one, member, delegation) for one in item.people))
    return MemberSheet(member, delegation, event, person, earlier, own)


def delegation_sheet(db: Connection, delegation_id: int) -> DelegationSheet:
    """Return one delegation; raise NotFound in words."""
    event_id = db.execute(select(Delegation.event_id).where(Delegation.id == delegation_id)).scalar()
    if event_id is None:
        raise NotFound("This delegation is no longer there.")
    found = next(row for row in delegations(db, event_id) if row.id == delegation_id)
    return DelegationSheet(found, event_page(db, event_id))


def _concerns(attendance: AttendanceRow, member: MemberRow, delegation: DelegationRow) -> bool:
    return (
        attendance.participation_id == member.id
        or attendance.delegation_id == delegation.id
        or (attendance.side is not None and attendance.side is delegation.side)
    )
