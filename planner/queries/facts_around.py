"""The facts around an event the checks look at: other events, places, issued papers, promises, names of places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta

from sqlalchemy import Connection, func, or_, select

from planner.model.agenda import Attendance, ItemTrack
from planner.model.agenda import Item as ItemRow
from planner.model.events import Event
from planner.model.follow_up import Commitment
from planner.model.office import Change
from planner.model.organisations import OrganisationName
from planner.model.papers import IssuedPaper, PaperHolder
from planner.model.participation import Counterpart, Delegation, Liaison, Participation
from planner.model.seating import SeatingPlan
from planner.model.venues import OpeningHours, Route
from planner.model.venues import Room as RoomRow
from planner.model.venues import Venue as VenueRow
from planner.queries.facts import attends_of, item_columns, item_fact, on_tracks, tracks_of
from planner.rules.checks.facts import Issued, Item, Promise, Reception, Renamed
from planner.rules.checks.logistics_facts import Places, Room, Venue
from planner.rules.checks.meant import Meant, index
from planner.rules.checks.people_facts import Care
from planner.rules.checks.people_facts import Delegation as DelegationFact
from planner.rules.erasure import NOTHING, bears_private_data
from planner.rules.kinds import Capacity, EventKind, EventState, Side

SILENT = ("issue_paper", "give_copy", "take_copy_back", "dismiss_finding", "take_back_dismissal")
"""Operations that change nothing a paper shows."""


def elsewhere(db: Connection, event_id: int, since: date, until: date) -> dict[int, Item]:
    """Return the items of other events on these days and a day around them, with the people they mean."""
    first, last = since - timedelta(days=1), until + timedelta(days=1)
    live = (Event.id != event_id) & (Event.state != EventState.CANCELLED.value) & Event.template.is_(False)
    near = live & ItemRow.day.is_not(None) & (ItemRow.day <= last)
    near = near & or_(ItemRow.day >= first, ItemRow.end_day >= first)
    rows = db.execute(select(*item_columns()).join(Event, Event.id == ItemRow.event_id).where(near)).all()
    if not rows:
        return {}
    ids = [row[0] for row in rows]
    attends = attends_of(
        db,
        select(Attendance).join(ItemRow, ItemRow.id == Attendance.item_id).join(Event, Event.id == ItemRow.event_id)
        .where(near),
    )  # fmt: skip
    tracks = tracks_of(
        db,
        select(ItemTrack.item_id, ItemTrack.track_id).join(ItemRow, ItemRow.id == ItemTrack.item_id)
        .join(Event, Event.id == ItemRow.event_id).where(near),
    )  # fmt: skip
    who = {one: _meant(db, one) for one in {row[1] for row in rows}}
    found = (item_fact(row, tuple(tracks.get(row[0], ())), tuple(attends.get(row[0], ()))) for row in rows)
    items = {item.id: who[item.event_id].put_in(item) for item in found}
    assert len(items) == len(ids)
    return items


def _meant(db: Connection, event_id: int) -> Meant:
    query = select(Delegation.id, Delegation.side).where(Delegation.event_id == event_id)
    sides = {row.id: Side(row.side) for row in db.execute(query)}
    one = Participation
    rows = db.execute(
        select(one.id, one.delegation_id, one.person_id).where(
            one.delegation_id.in_(list(sides)), one.state != "declined"
        )
    )
    places = ((row.id, row.delegation_id, sides[row.delegation_id], row.person_id) for row in rows)
    return index(places, sides.items(), on_tracks(db, event_id))


def places(db: Connection) -> Places:
    """Return all venues and rooms, hours and ways; the first of several ways stands."""
    hours: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    query = select(OpeningHours.venue_id, OpeningHours.weekday, OpeningHours.opens, OpeningHours.closes)
    for venue_id, weekday, opens, closes in db.execute(query.order_by(OpeningHours.id)).all():
        hours[venue_id].append((weekday, opens, closes))
    rows = db.execute(select(VenueRow.id, VenueRow.name, VenueRow.address)).all()
    venues = {one: Venue(one, name, address, tuple(hours.get(one, ()))) for one, name, address in rows}
    columns = (RoomRow.id, RoomRow.venue_id, RoomRow.name, RoomRow.capacity, RoomRow.equipment, RoomRow.step_free)
    rooms = {
        one: Room(one, venue, name, capacity, tuple(equipment), step_free)
        for one, venue, name, capacity, equipment, step_free in db.execute(select(*columns)).all()
    }
    ways: dict[tuple[int, int], int] = {}
    routes = select(Route.from_venue_id, Route.to_venue_id, Route.minutes).order_by(Route.id)
    for here, there, minutes in db.execute(routes).all():
        ways.setdefault((here, there), minutes)
    return Places(venues, rooms, ways)


def cares(db: Connection, event_id: int) -> tuple[Care, ...]:
    """Return who looks after whom."""
    query = (
        select(Liaison.officer_id, Liaison.participation_id, Liaison.delegation_id)
        .join(Participation, Participation.id == Liaison.officer_id)
        .join(Delegation, Delegation.id == Participation.delegation_id)
        .where(Delegation.event_id == event_id)
    )
    return tuple(Care(*row) for row in db.execute(query.order_by(Liaison.id)))


def pinned_pairs(db: Connection, event_id: int) -> tuple[tuple[int, int], ...]:
    """Return the counterparts a person chose."""
    query = select(Counterpart.guest_id, Counterpart.host_id).where(
        Counterpart.event_id == event_id, Counterpart.pinned
    )
    return tuple((row.guest_id, row.host_id) for row in db.execute(query.order_by(Counterpart.id)))


def issued_papers(db: Connection, event_id: int) -> tuple[Issued, ...]:
    """Return the last version of each paper that somebody holds, and how many changes of the event came after it."""
    held = select(PaperHolder.issued_paper_id).where(PaperHolder.taken_at == "")
    rows = db.execute(
        select(IssuedPaper.id, IssuedPaper.paper, IssuedPaper.item_id, IssuedPaper.delegation_id, IssuedPaper.edition,
               IssuedPaper.number, IssuedPaper.change)
        .where(IssuedPaper.event_id == event_id, IssuedPaper.id.in_(held)).order_by(IssuedPaper.number)
    ).all()  # fmt: skip
    last = {(row.paper, row.item_id, row.delegation_id, row.edition): row for row in rows}
    found = []
    for row in last.values():
        after = (
            select(func.count()).select_from(Change)
            .where(Change.event_id == event_id, Change.number > row.change_number, Change.origin.not_in(SILENT),
                   Change.state.in_(("done", "fixed")))
        )  # fmt: skip
        found.append(Issued(row.id, row.paper, row.number, int(db.execute(after).scalar_one())))
    return tuple(sorted(found))


def private_kept(db: Connection, event_id: int) -> int:
    """Return how many issued versions of an event bear private data and have their bytes still."""
    query = select(IssuedPaper.paper, IssuedPaper.edition)
    rows = db.execute(query.where(IssuedPaper.event_id == event_id, IssuedPaper.frozen != NOTHING))
    return sum(bears_private_data(row.paper, row.edition) for row in rows)


def plan_ids(db: Connection, event_id: int) -> tuple[int, ...]:
    """Return the ids of the plans of seats of an event; most have none."""
    query = select(SeatingPlan.id).where(SeatingPlan.event_id == event_id)
    return tuple(db.scalars(query.order_by(SeatingPlan.position, SeatingPlan.id)))


def promises(db: Connection, event_id: int) -> tuple[Promise, ...]:
    """Return what was promised at an event."""
    one = Commitment
    query = select(one.id, one.words, one.person_id, one.side, one.due, one.state).where(one.event_id == event_id)
    return tuple(
        Promise(row.id, row.words, row.person_id is not None or bool(row.side), row.due, row.state == "open")
        for row in db.execute(query.order_by(one.position, one.id))
    )


def renamed_places(db: Connection, day: date) -> tuple[Renamed, ...]:
    """Return the names of organisations that have had several, and which of them is valid on a day."""
    name = OrganisationName
    several = select(name.organisation_id).group_by(name.organisation_id).having(func.count() > 1)
    query = select(name.organisation_id, name.name, name.valid_from, name.valid_to)
    rows = db.execute(query.where(name.organisation_id.in_(several)).order_by(name.organisation_id, name.id)).all()
    by_unit: dict[int, list[tuple[Renamed, date]]] = defaultdict(list)
    for unit, words, since, until in rows:
        valid = (since is None or since <= day) and (until is None or day <= until)
        by_unit[unit].append((Renamed(unit, words, valid), since or date.min))
    found = []
    for names in by_unit.values():
        # Of several that hold, the one that began last is in use.
        last = max((since for one, since in names if one.valid), default=None)
        found += [one._replace(valid=one.valid and since == last) for one, since in names]
    return tuple(found)


def last_reception(
    db: Connection, event_id: int, kind: EventKind, before: date, delegations: tuple[DelegationFact, ...]
) -> Reception | None:
    """Return how we received the head delegation's organisation the last time, at an event of the same kind."""
    guest = next((one for one in delegations if one.side is Side.GUEST and one.organisation_id), None)
    host = next((one for one in delegations if one.side is Side.HOST and one.organisation_id), None)
    if guest is None or host is None:
        return None
    query = (
        select(Event.id, Event.title, Event.from_day, Event.to_day)
        .join(Delegation, Delegation.event_id == Event.id)
        .where(
            Event.id != event_id, Event.kind == kind.value, Event.to_day < before, Event.template.is_(False),
            Event.state != EventState.CANCELLED.value, Delegation.side == Side.GUEST.value,
            Delegation.organisation_id == guest.organisation_id,
        )
        .order_by(Event.from_day.desc(), Event.id.desc())
    )  # fmt: skip
    row = db.execute(query).first()
    if row is None:
        return None
    levels = _levels(db, row.id)
    days = (row.to_day - row.from_day).days + 1
    return Reception(row.id, row.title, levels.get(Side.GUEST), levels.get(Side.HOST), days)


def _levels(db: Connection, event_id: int) -> Mapping[Side, int | None]:
    from planner.queries.delegations import event_order

    order = event_order(db, event_id)
    return {
        row.side: order.ranks.level(member.who, order.profile)
        for row in reversed(order.rows)
        for member in row.members
        if member.capacity is Capacity.HEAD and member.state != "declined"
    }
