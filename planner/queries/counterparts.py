"""Counterparts, liaison officers, head counts, and the record of reciprocity (handbook 3.3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, or_, select
from sqlalchemy.orm import aliased

from planner.model.events import Event
from planner.model.organisations import Partnership
from planner.model.participation import Counterpart, Delegation, Liaison, Participation
from planner.queries.delegations import DelegationRow, EventOrder, MemberRow, event_order
from planner.queries.events import EventRow, event_row
from planner.rules.counterparts import Candidate, Change, Pair, Reception, match, reciprocity
from planner.rules.kinds import EventState, ParticipationState, Side
from planner.rules.precedence import ACCOMPANYING
from planner.rules.text import Text

FACING = {Side.GUEST.value: Side.HOST.value, Side.HOST.value: Side.GUEST.value}
"""The sides that receive one another."""


class LiaisonRow(NamedTuple):
    """Who looks after whom: exactly one of a participation and a delegation is set."""

    id: int
    officer_id: int
    participation_id: int | None
    delegation_id: int | None
    phone: str


class Record(NamedTuple):
    """An earlier reception: who headed the guests, who received them, at what levels, and how it compares with now.

    `theirs` tells that the organisation was on the other side then: nothing is compared.
    """

    event: EventRow
    place: Text
    theirs: bool
    guest: MemberRow | None
    host: MemberRow | None
    reception: Reception
    changes: tuple[Change, ...]


def counterparts(db: Connection, event_id: int) -> tuple[Pair, ...]:
    """Return the counterpart of each guest in order of precedence: pinned ones as kept, the others matched anew."""
    return pairs_of(event_order(db, event_id), pinned_counterparts(db, event_id))


def pinned_counterparts(db: Connection, event_id: int) -> dict[int, int]:
    """Return the hosts a person gave to guests, by guest."""
    query = select(Counterpart.guest_id, Counterpart.host_id).where(Counterpart.event_id == event_id)
    rows = db.execute(query.where(Counterpart.pinned).order_by(Counterpart.id))
    return {row.guest_id: row.host_id for row in rows}


def pairs_of(found: EventOrder, pinned: dict[int, int]) -> tuple[Pair, ...]:
    """Match the sides of an event that was read. Who accompanies, has declined or comes as a spouse is left out."""
    hosts = _candidates(found, Side.HOST)
    return match(_candidates(found, Side.GUEST), hosts, pinned) if hosts else ()


def liaisons(db: Connection, event_id: int) -> tuple[LiaisonRow, ...]:
    """Return who looks after whom at an event."""
    query = (
        select(Liaison.id, Liaison.officer_id, Liaison.participation_id, Liaison.delegation_id, Liaison.phone)
        .join(Participation, Participation.id == Liaison.officer_id)
        .join(Delegation, Delegation.id == Participation.delegation_id)
        .where(Delegation.event_id == event_id)
        .order_by(Liaison.id)
    )
    return tuple(LiaisonRow(*row) for row in db.execute(query))


def loads(rows: Sequence[DelegationRow], found: Sequence[LiaisonRow]) -> dict[int, int]:
    """Return how many each liaison officer looks after; a whole delegation counts by its heads, without the officer."""
    sizes = {row.id: len(coming(row)) for row in rows}
    counts: Counter[int] = Counter()
    for one in found:
        counts[one.officer_id] += 1 if one.delegation_id is None else sizes.get(one.delegation_id, 0)
    return dict(counts)


def coming(row: DelegationRow) -> list[MemberRow]:
    """Return those of a delegation who have not declined."""
    return [member for member in row.members if member.state != ParticipationState.DECLINED]


def record(db: Connection, delegation_id: int) -> tuple[Record, ...]:
    """Return who received whom earlier, this organisation and those it meets now or its partners; the latest first.

    A reception by us is compared with the present one: level of the host against the guest's, and days.
    """
    row = db.execute(
        select(Delegation.event_id, Delegation.organisation_id, Delegation.side, Event.from_day)
        .join(Event, Event.id == Delegation.event_id).where(Delegation.id == delegation_id)
    ).one_or_none()  # fmt: skip
    if row is None or row.organisation_id is None or row.side not in FACING:
        return ()
    now = _reception(event_order(db, row.event_id), _days(db, row.event_id))
    faced = set(db.scalars(select(Delegation.organisation_id).where(
        Delegation.event_id == row.event_id, Delegation.side == FACING[row.side],
        Delegation.organisation_id.is_not(None),
    ))) | _partners(db, row.organisation_id)  # fmt: skip
    return tuple(
        _record(db, event, now, theirs=side != row.side)
        for event, side in _earlier(db, row.organisation_id, faced, row.from_day)
    )


def _earlier(db: Connection, organisation_id: int, faced: set[int | None], before: date) -> list[tuple[EventRow, str]]:
    """Return earlier events in which an organisation stood against one of others, and the side it stood on."""
    other = aliased(Delegation)
    query = (
        select(Event.id, Event.kind, Event.title, Event.short_title, Event.from_day, Event.to_day, Event.languages,
               Event.state, Delegation.side)
        .join(Delegation, Delegation.event_id == Event.id)
        .join(other, other.event_id == Event.id)
        .where(
            Delegation.organisation_id == organisation_id, other.organisation_id.in_(faced), Event.to_day < before,
            Event.state != EventState.CANCELLED.value, Event.template.is_(False),
            Delegation.side.in_(FACING), other.side.in_(FACING), other.side != Delegation.side,
        )
        .order_by(Event.from_day.desc(), Event.id.desc(), Delegation.position)
    )  # fmt: skip
    found: dict[int, tuple[EventRow, str]] = {}
    for one in db.execute(query):
        found.setdefault(one.id, (event_row(one), one.side))
    return list(found.values())


def _partners(db: Connection, organisation_id: int) -> set[int]:
    query = select(Partnership.organisation_id, Partnership.partner_id).where(
        or_(Partnership.organisation_id == organisation_id, Partnership.partner_id == organisation_id)
    )
    return {one for pair in db.execute(query) for one in pair} - {organisation_id}


def _record(db: Connection, event: EventRow, now: Reception, *, theirs: bool) -> Record:
    order = event_order(db, event.id)
    place = db.execute(select(Event.place).where(Event.id == event.id)).scalar_one()
    then = _reception(order, (event.to_day - event.from_day).days + 1)
    changes = () if theirs else reciprocity(now, then)
    return Record(event, place, theirs, _first(order, Side.GUEST), _first(order, Side.HOST), then, changes)


def _reception(order: EventOrder, days: int) -> Reception:
    guest, host = _first(order, Side.GUEST), _first(order, Side.HOST)
    level = order.ranks.level
    return Reception(
        level(guest.who, order.profile) if guest else None, level(host.who, order.profile) if host else None, days
    )


def _days(db: Connection, event_id: int) -> int:
    row = db.execute(select(Event.from_day, Event.to_day).where(Event.id == event_id)).one()
    return int((row.to_day - row.from_day).days) + 1


def _first(order: EventOrder, side: Side) -> MemberRow | None:
    members = {member.id: member for row in order.rows if row.side is side for member in coming(row)}
    return next((members[one] for one in order.in_order(side) if one in members), None)


def _candidates(found: EventOrder, side: Side) -> list[Candidate]:
    members = {
        member.id: member for row in found.rows if row.side is side for member in coming(row)
        if member.capacity not in ACCOMPANYING and member.spouse_of is None
    }  # fmt: skip
    level, field, profile = found.ranks.level, found.ranks.field, found.profile
    return [
        Candidate(one, level(members[one].who, profile), field(members[one].who))
        for one in found.in_order(side) if one in members
    ]  # fmt: skip
