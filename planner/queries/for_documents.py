"""What papers are made of, gathered for one event as of its day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from sqlalchemy import Connection, or_, select

from planner.documents.data import (
    CoordinatorData,
    DelegationData,
    EventData,
    HeadingData,
    ItemData,
    PartData,
    ParticipantData,
    ParticipantsData,
    PlaceData,
    ProgrammeData,
)
from planner.errors import NotFound
from planner.model.agenda import Item
from planner.model.logistics import Ride, Vehicle
from planner.model.participation import Liaison
from planner.model.venues import Room
from planner.queries.agenda import AttendanceRow, ItemRow, Programme, TrackRow, programme
from planner.queries.cases import headed_by
from planner.queries.delegations import DelegationRow, MemberRow, delegations
from planner.queries.events import changed_at, event_page, headings
from planner.queries.office_settings import office_name, office_setting
from planner.queries.once import asked_once, once
from planner.queries.profiles import event_profile
from planner.rules.kinds import EventKind, ItemKind, ItemState
from planner.rules.taking_part import seats
from planner.rules.text import EMPTY

NOT_COMING = frozenset({"declined"})
"""States of those who do not stand on a list."""

MEETINGS = frozenset({EventKind.MEETING, EventKind.TALKS, EventKind.COURTESY_CALL, EventKind.SIGNING})
"""Kinds whose list says where and when the one meeting is."""


@asked_once
def event_data(db: Connection, event_id: int) -> EventData:
    """Return what every paper says of its event."""
    page = event_page(db, event_id)
    return EventData(
        page.id, page.kind, page.title, page.place, page.from_day, page.to_day, page.host_zone, page.guest_zone,
        page.languages, page.host_languages or page.languages[:1], page.guest_languages or page.languages[-1:],
        office_name(db), changed_at(db, event_id),
        guest_first_in_host_list=_guests_first(db, event_id),
        initials_gap=bool(office_setting(db, "names.initials_gap", True)),
    )  # fmt: skip


def _guests_first(db: Connection, event_id: int) -> bool:
    """Whether guests stand first in the host's own list: the office's word, else the profile's."""
    said = office_setting(db, "lists.guest_first_in_host_list")
    return event_profile(db, event_id).profile.guest_first_in_host_list if said is None else bool(said)


def programme_data(
    db: Connection, event_id: int, *, paper: str = "programme", item_id: int | None = None
) -> ProgrammeData:
    """Return an event's programme, agenda or running order; `item_id` names the meeting an agenda is of."""
    event = event_data(db, event_id)
    rows = programme(db, event_id)
    _require_item(rows, item_id)
    present = once(db, delegations, event_id)
    gather = _Items(rows, present, _facts(db, event_id))
    items = tuple(gather.item(row) for row in rows.top())
    headed = headed_by(db, present, event.languages) if event.kind is EventKind.VISIT else EMPTY
    return ProgrammeData(
        event, _heading(db, event_id, paper), items, item_id or _principal(rows), headed,
        _coordinators(db, present) if paper == "programme" else (),
    )  # fmt: skip


def participants_data(
    db: Connection, event_id: int, *, delegation_id: int | None = None, item_id: int | None = None
) -> ParticipantsData:
    """Return the list of participants, whole or of one delegation; for a meeting with its place and time."""
    event = event_data(db, event_id)
    rows = once(db, delegations, event_id)
    if delegation_id is not None:
        rows = tuple(row for row in rows if row.id == delegation_id)
        if not rows:
            raise NotFound("The event has no delegation {number}.", number=delegation_id)
    plan = programme(db, event_id)
    _require_item(plan, item_id)
    at = item_id or (_principal(plan) if event.kind in MEETINGS else None)
    gather = _Items(plan, ())
    row = next((one for one in plan.items if one.id == at), None)
    return ParticipantsData(
        event, _heading(db, event_id, "participants"),
        tuple(delegation_data(one) for one in rows), gather.item(row) if row else None,
    )  # fmt: skip


def item_data(db: Connection, event_id: int, item_id: int) -> ItemData | None:
    """Return one item of a programme, None where it is no longer there."""
    plan = programme(db, event_id)
    row = next((one for one in plan.items if one.id == item_id), None)
    return _Items(plan, ()).item(row) if row else None


def _require_item(rows: Programme, item_id: int | None) -> None:
    if item_id is not None and all(item.id != item_id for item in rows.items):
        raise NotFound("The event has no item {number}.", number=item_id)


def _heading(db: Connection, event_id: int, paper: str) -> HeadingData:
    row = headings(db, event_id).get(paper)
    return HeadingData(row.title, row.subtitle) if row else HeadingData()


def _principal(rows: Programme) -> int | None:
    """Return the one item a stand-alone meeting consists of (architecture 4), if there is one."""
    top = [item for item in rows.top() if item.state is not ItemState.CANCELLED]
    meant = [item for item in top if item.principal] or [
        item for item in top if item.kind in (ItemKind.MEETING, ItemKind.TALKS)
    ]
    return meant[0].id if len(meant) == 1 else None


def delegation_data(row: DelegationRow) -> DelegationData:
    """Return a delegation as it stands on a list: without those who do not come."""
    members = tuple(participant_data(member) for member in row.members if member.state not in NOT_COMING)
    return DelegationData(row.id, row.side, row.heading, row.organisation or row.name, members)


def participant_data(row: MemberRow) -> ParticipantData:
    """Return a line of a list."""
    return ParticipantData(row.id, row.capacity, row.who.person() if row.who else None, row.post_title, row.state)


class _Facts(NamedTuple):
    """What only some papers say of an item."""

    dress: str = ""
    interpretation: str = ""
    vehicles: tuple[str, ...] = ()
    seats: int = 0


_NO_FACTS: Mapping[int, _Facts] = MappingProxyType({})


def _facts(db: Connection, event_id: int) -> dict[int, _Facts]:
    """Return what is worn at items, how they are interpreted, their vehicles and how many their room seats, by id."""
    cars: dict[int, list[str]] = defaultdict(list)
    query = select(Ride.item_id, Vehicle.name, Vehicle.plate).join(Vehicle, Vehicle.id == Ride.vehicle_id)
    query = query.join(Item, Item.id == Ride.item_id).where(Item.event_id == event_id)
    query = query.order_by(Ride.item_id, Ride.position, Ride.id)
    for row in db.execute(query):
        cars[row.item_id].append(", ".join(filter(None, (row.name, row.plate.replace(" ", "\u00a0")))))
    told = select(Item.id, Item.kind, Item.dress, Item.interpretation, Room.capacity)
    told = told.outerjoin(Room, Room.id == Item.room_id).where(Item.event_id == event_id, or_(
        Item.dress != "", Item.interpretation != "", Item.room_id.is_not(None), Item.id.in_(list(cars))
    ))  # fmt: skip
    return {
        row.id: _Facts(
            row.dress, row.interpretation, tuple(cars[row.id]), seats(ItemKind(row.kind), row.capacity or {}) or 0
        )
        for row in db.execute(told)
    }


def _coordinators(db: Connection, rows: tuple[DelegationRow, ...]) -> tuple[CoordinatorData, ...]:
    """Return the liaison officers of delegations, each once, in the order of the delegations."""
    people = {one.id: one for row in rows for one in row.members}
    query = select(Liaison.officer_id, Liaison.phone).where(Liaison.delegation_id.in_([row.id for row in rows]))
    found: dict[int, CoordinatorData] = {}
    for row in db.execute(query.order_by(Liaison.id)):
        who = people[row.officer_id].who if row.officer_id in people else None
        if who is not None and (row.officer_id not in found or row.phone):
            found[row.officer_id] = CoordinatorData(who.person(), row.phone)
    return tuple(found.values())


class _Items:
    """Turns rows of the programme into items of a paper, with their people and parts."""

    def __init__(
        self, rows: Programme, delegation_rows: tuple[DelegationRow, ...], facts: Mapping[int, _Facts] = _NO_FACTS
    ) -> None:
        self._facts = facts
        self._parts: dict[int, list[ItemRow]] = {}
        for row in rows.items:
            if row.parent_id is not None:
                self._parts.setdefault(row.parent_id, []).append(row)
        self._tracks: dict[int, TrackRow] = {track.id: track for track in rows.tracks}
        self._delegations = {row.id: row for row in delegation_rows}
        self._members = {member.id: (row, member) for row in delegation_rows for member in row.members}

    def item(self, row: ItemRow) -> ItemData:
        """Return the item with its parts in order."""
        facts = self._facts.get(row.id, _Facts())
        return ItemData(
            row.id, row.day, row.start, row.end, row.end_day, row.start_zone, row.title, row.note, row.kind, row.state,
            row.audience, PlaceData(row.room, row.venue, row.address, facts.seats), row.principal,
            tuple(self._tracks[track].title for track in row.track_ids),
            tuple(self._person(one) for one in row.people),
            tuple(self.item(part) for part in self._parts.get(row.id, ())), row.minutes, row.alert,
            row.internal_note, facts.dress, facts.interpretation, facts.vehicles, row.form, row.slides,
        )  # fmt: skip

    def _person(self, row: AttendanceRow) -> PartData:
        if row.participation_id is not None and row.participation_id in self._members:
            delegation, member = self._members[row.participation_id]
            person = member.who.person() if member.who else None
            if person and member.post_title:
                person = person._replace(position=member.post_title)
            return PartData(row.role, person, delegation.side, EMPTY if person else member.post_title)
        if row.delegation_id is not None and row.delegation_id in self._delegations:
            delegation = self._delegations[row.delegation_id]
            return PartData(row.role, None, delegation.side, delegation.organisation or delegation.name)
        if row.track_id is not None:
            return PartData(row.role, None, None, self._tracks[row.track_id].title)
        return PartData(row.role, None, row.side)
