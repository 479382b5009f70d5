"""The delegations of an event, each in order of precedence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from functools import partial
from sys import intern
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from planner.documents.data import NameData
from planner.language.collation import sort_key
from planner.model.events import Event
from planner.model.participation import Delegation, Participation
from planner.queries.profiles import EventProfile, event_profile
from planner.queries.standings import Ranks, ranks_of
from planner.queries.who import Who, in_parts, organisations_on, who_is
from planner.rules.kinds import Capacity, Side
from planner.rules.precedence import Standing, merged, order
from planner.rules.profiles import ProtocolProfile
from planner.rules.states_order import by_alphabet, by_eu_order, from_lot
from planner.rules.text import EMPTY, Language, Text

SIDE_ORDER = {Side.GUEST: 0, Side.HOST: 1, Side.INVITED: 2, Side.STAFF: 3}

OWN = frozenset({Side.HOST, Side.STAFF})
"""The sides whose people are the host's own."""


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
    spouse_of: int | None = None
    replaces: int | None = None

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
    spouse_of: int | None
    replaces: int | None


class EventOrder(NamedTuple):
    """The delegations of an event with what their order was made from: the ranks of their people, and the profile."""

    rows: tuple[DelegationRow, ...]
    chosen: EventProfile
    ranks: Ranks

    @property
    def profile(self) -> ProtocolProfile:
        """The profile that holds."""
        return self.chosen.profile

    def in_order(self, side: Side | None = None) -> list[int]:
        """Return the participations of a side, or of all, in the one order of seats, photographs, cars and cards."""
        rows = [row for row in self.rows if side is None or row.side is side]
        return merged([self.standings(row.id) for row in rows], self.profile)

    def standings(self, delegation_id: int) -> tuple[Standing, ...]:
        """Return what decided the places of a delegation; made anew, for those of 10,000 people take 3 MB to keep."""
        row = next((row for row in self.rows if row.id == delegation_id), None)
        if row is None:
            return ()
        return tuple(
            self.ranks.standing(
                one.id, one.capacity, one.who, own=row.side in OWN, own_order=one.own_order, pin=one.pin,
                spouse_of=one.spouse_of,
            )
            for one in row.members
        )  # fmt: skip


def delegations(db: Connection, event_id: int) -> tuple[DelegationRow, ...]:
    """Return the delegations of an event, guests first, then by states or by their own position."""
    return event_order(db, event_id).rows


def event_order(db: Connection, event_id: int) -> EventOrder:
    """Return the delegations of an event, each in order of precedence, and what the order was made from."""
    event = db.execute(select(Event.from_day, Event.languages).where(Event.id == event_id)).one()
    chosen = event_profile(db, event_id)
    people = who_is(db, event.from_day, event_id=event_id, list_order=chosen.profile.list_name_order)
    ranks = ranks_of(db, event_id, event.from_day, event.languages[0] if event.languages else "en", chosen.profile)
    units = organisations_on(db, event.from_day)
    places = _places(db, event_id)
    rows = []
    for row in db.execute(select(Delegation).where(Delegation.event_id == event_id)):
        unit = units.get(row.organisation_id) if row.organisation_id else None
        side = Side(row.side)
        kept = places.pop(row.id, [])  # its room is for the members of the next
        standings = _standings(kept, people, ranks, own=side in OWN)
        members = _members(row.id, kept, people, order(standings, chosen.profile))
        rows.append(DelegationRow(
            row.id, side, row.heading, row.name, row.organisation_id,
            unit.name if unit else EMPTY, unit.country if unit else "", row.position, members,
        ))  # fmt: skip
    return EventOrder(_in_order(rows, chosen), chosen, ranks)


def _in_order(rows: list[DelegationRow], chosen: EventProfile) -> tuple[DelegationRow, ...]:
    """Sort by side, then by states where the event says so, then by the delegations' own position."""
    states = state_order({row.country for row in rows if row.country}, chosen) if "states" in chosen.protocol else []
    places = {code: place for place, code in enumerate(states)}
    last = len(places)
    return tuple(
        sorted(rows, key=lambda row: (SIDE_ORDER[row.side], places.get(row.country, last), row.position, row.id))
    )


def state_order(codes: Collection[str], chosen: EventProfile) -> list[str]:
    """Return states in the order of the profile's alphabet, or of the event's own, from its lot."""
    choice: dict[str, Any] = chosen.protocol.get("states") or {}
    lot = choice.get("lot")
    language = choice.get("language") or chosen.profile.states_language
    if language == "own" or (chosen.profile.states_order == "eu" and not choice.get("language")):
        return from_lot(by_eu_order(codes), lot)
    # Babel's names of countries are read for such an event only, not with each list.
    from planner.language.countries import country_name

    names = {code: country_name(code, language) for code in codes}
    return by_alphabet(names, partial(sort_key, language=language), lot=lot)


def _places(db: Connection, event_id: int) -> dict[int, list[_Place]]:
    found: dict[int, list[_Place]] = defaultdict(list)
    query = select(
        Participation.id, Participation.delegation_id, Participation.person_id, Participation.capacity,
        Participation.state, Participation.post_title, Participation.pin, Participation.own_order, Participation.note,
        Participation.spouse_of_id, Participation.replaces_id,
    ).join(Delegation, Delegation.id == Participation.delegation_id)  # fmt: skip
    capacities = {capacity.value: capacity for capacity in Capacity}
    rows = in_parts(db.execute(query.where(Delegation.event_id == event_id)))
    for row_id, delegation_id, person_id, capacity, state, *rest in rows:
        found[delegation_id].append(_Place(row_id, person_id, capacities[capacity], intern(state), *rest))
    return found


def _standings(
    places: list[_Place], people: dict[int, Who], ranks: Ranks, *, own: bool
) -> tuple[Standing, ...]:
    return tuple(
        ranks.standing(
            place.id, place.capacity, people[place.person_id] if place.person_id else None, own=own,
            own_order=place.own_order, pin=place.pin, spouse_of=place.spouse_of,
        )
        for place in places
    )  # fmt: skip


def _members(
    delegation_id: int, places: list[_Place], people: dict[int, Who], ordered: list[int]
) -> tuple[MemberRow, ...]:
    by_id = {place.id: place for place in places}
    members = []
    for number, row_id in enumerate(ordered, 1):
        _, person_id, capacity, state, post_title, pin, own_order, note, spouse_of, replaces = by_id[row_id]
        who = people[person_id] if person_id else None
        members.append(MemberRow(
            row_id, delegation_id, number, capacity, state, who, post_title, pin, own_order, note, spouse_of, replaces,
        ))  # fmt: skip
    return tuple(members)
