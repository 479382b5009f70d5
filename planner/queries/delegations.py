"""The delegations of an event, each in order of precedence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from planner.documents.data import NameData
from planner.language.collation import sort_key
from planner.model.events import Event
from planner.model.participation import Delegation, Participation
from planner.queries.who import Who, organisations_on, who_is
from planner.rules.kinds import Capacity, Side
from planner.rules.precedence import Standing, order
from planner.rules.text import EMPTY, Language, Text

SIDE_ORDER = {Side.GUEST: 0, Side.HOST: 1, Side.INVITED: 2, Side.STAFF: 3}


class MemberRow(NamedTuple):
    """A place in a delegation. `who` is None while only a post is named. `place` counts from 1."""

    id: int
    delegation_id: int
    place: int
    capacity: Capacity
    state: str
    who: Who | None
    post_title: Text
    pin: int | None
    own_order: int
    note: str

    @property
    def names(self) -> dict[Language, NameData]:
        """The person's names by language; empty without a person."""
        return self.who.names if self.who else {}

    @property
    def position(self) -> Text:
        """The post printed at this event."""
        return self.post_title or (self.who.position if self.who else EMPTY)


class DelegationRow(NamedTuple):
    """A delegation with its members in order of precedence."""

    id: int
    side: Side
    heading: Text
    name: Text
    organisation_id: int | None
    organisation: Text
    country: str
    position: int
    members: tuple[MemberRow, ...]


class _Place(NamedTuple):
    """A place as it is kept."""

    id: int
    person_id: int | None
    capacity: Capacity
    state: str
    post_title: Text
    pin: int | None
    own_order: int
    note: str


def delegations(db: Connection, event_id: int) -> tuple[DelegationRow, ...]:
    """Return the delegations of an event, guests first, then by their own position."""
    event = db.execute(select(Event.from_day, Event.languages).where(Event.id == event_id)).one()
    people = who_is(db, event.from_day, event_id=event_id)
    units = organisations_on(db, event.from_day)
    places = _places(db, event_id)
    rows = []
    for row in db.execute(select(Delegation).where(Delegation.event_id == event_id)):
        unit = units.get(row.organisation_id) if row.organisation_id else None
        members = _members(row.id, places[row.id], people, event.languages[0] if event.languages else "en")
        rows.append(DelegationRow(
            row.id, Side(row.side), row.heading, row.name, row.organisation_id,
            unit.name if unit else EMPTY, unit.country if unit else "", row.position, members,
        ))  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (SIDE_ORDER[row.side], row.position, row.id)))


def _places(db: Connection, event_id: int) -> dict[int, list[_Place]]:
    found: dict[int, list[_Place]] = defaultdict(list)
    query = select(
        Participation.id, Participation.delegation_id, Participation.person_id, Participation.capacity,
        Participation.state, Participation.post_title, Participation.pin, Participation.own_order, Participation.note,
    ).join(Delegation, Delegation.id == Participation.delegation_id)  # fmt: skip
    capacities = {capacity.value: capacity for capacity in Capacity}
    rows: Sequence[Any] = db.execute(query.where(Delegation.event_id == event_id)).all()
    for row_id, delegation_id, person_id, capacity, *rest in rows:
        found[delegation_id].append(_Place(row_id, person_id, capacities[capacity], *rest))
    return found


def _members(
    delegation_id: int, places: list[_Place], people: dict[int, Who], language: Language
) -> tuple[MemberRow, ...]:
    by_id = {place.id: place for place in places}
    standings = [_standing(place, people[place.person_id] if place.person_id else None, language) for place in places]
    members = []
    for number, row_id in enumerate(order(standings), 1):
        _, person_id, capacity, state, post_title, pin, own_order, note = by_id[row_id]
        who = people[person_id] if person_id else None
        members.append(MemberRow(row_id, delegation_id, number, capacity, state, who, post_title, pin, own_order, note))
    return tuple(members)


def _standing(place: _Place, who: Who | None, language: Language) -> Standing:
    if who is None:
        return Standing(place.id, place.capacity, own_order=place.own_order, pin=place.pin)
    name = who.names.get(language) or next(iter(who.names.values()), None)
    surname = sort_key(f"{name.surname}\t{name.given}", language) if name else ""
    return Standing(
        place.id, place.capacity, who.rank_level, who.acting, who.rank_date, surname, place.own_order, place.pin
    )
