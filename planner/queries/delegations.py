"""The delegations of an event, each in order of precedence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from functools import partial
from sys import intern
from typing import Any, NamedTuple

from planner.documents.person_data import NameData
from planner.errors import NotFound
from planner.language.collation import sort_key
from planner.queries.office_settings import SETTING
from planner.queries.profiles import CHOICE, OFFICE, EventProfile, event_profile
from planner.queries.standings import PARTICULARS, Ranks, ranks_of
from planner.queries.statement import DAY, TEXT, VALUE, Reads, Statement
from planner.queries.who import OF_EVENT, ORGANISATIONS, Who, organisations_on, who_is
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
        places = [(one.id, one.capacity, one.who, one.own_order, one.pin, one.spouse_of) for one in row.members]
        return self.ranks.standings(places, own=row.side in OWN)


def delegations(db: Reads, event_id: int) -> tuple[DelegationRow, ...]:
    """Return the delegations of an event, guests first, then by states or by their own position."""
    return event_order(db, event_id).rows


def event_order(db: Reads, event_id: int) -> EventOrder:
    """Return the delegations of an event, each in order of precedence, and what the order was made from.

    Raise NotFound where the event is gone.
    """
    day, languages = _event(db, event_id)
    chosen = event_profile(db, event_id)
    units = organisations_on(db, day)
    people = who_is(db, day, event_id=event_id, list_order=chosen.profile.list_name_order, units=units)
    ranks = ranks_of(db, event_id, day, languages[0] if languages else "en", chosen.profile)
    places = _places(db, event_id)
    rows = []
    for row_id, kept_side, heading, name, organisation_id, position in _DELEGATIONS.rows(db, event=event_id):
        unit = units.get(organisation_id) if organisation_id else None
        side = Side(kept_side)
        kept = places.pop(row_id, [])  # its room is for the members of the next
        standings = _standings(kept, people, ranks, own=side in OWN)
        members = _members(row_id, kept, people, order(standings, chosen.profile))
        rows.append(DelegationRow(
            row_id, side, heading, name, organisation_id,
            unit.name if unit else EMPTY, unit.country if unit else "", position, members,
        ))  # fmt: skip
    return EventOrder(_in_order(rows, chosen), chosen, ranks)


def asked_of(db: Reads, event_id: int) -> list[tuple[Statement, dict[str, Any]]]:
    """Return what `event_order` will ask and wait for, in its order: a reading can have it answered ahead."""
    day, _languages = _event(db, event_id)
    event = {"event": event_id}
    return [
        (CHOICE, event), (SETTING, {"key": OFFICE}), (_DELEGATIONS, event), (ORGANISATIONS, {}),
        *((statement, event) for statement in OF_EVENT), (PARTICULARS, {**event, "day": day.isoformat()}),
        (_PLACES, event),
    ]  # fmt: skip


def event_languages(db: Reads, event_id: int) -> tuple[Language, ...]:
    """Return the languages of an event, the first first."""
    _day, languages = _event(db, event_id)
    return tuple(languages)


def _event(db: Reads, event_id: int) -> tuple[date, list[Language]]:
    """Return an event's first day and its languages."""
    found = _EVENT.row(db, event=event_id)
    if found is None:
        raise NotFound("There is no event {number}. The command events lists them.", number=event_id)
    day, languages = found
    return day, languages


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


def _places(db: Reads, event_id: int) -> dict[int, list[_Place]]:
    found: dict[int, list[_Place]] = defaultdict(list)
    capacities = {capacity.value: capacity for capacity in Capacity}
    for row_id, delegation_id, person_id, capacity, state, *rest in _PLACES.rows(db, event=event_id):
        found[delegation_id].append(_Place(row_id, person_id, capacities[capacity], intern(state), *rest))
    return found


def _standings(places: list[_Place], people: dict[int, Who], ranks: Ranks, *, own: bool) -> tuple[Standing, ...]:
    who = people.get
    return ranks.standings(
        [(one.id, one.capacity, who(one.person_id or 0), one.own_order, one.pin, one.spouse_of) for one in places],
        own=own,
    )


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


_EVENT = Statement((("e.from_day", DAY), ("e.languages", VALUE)), "FROM event e WHERE e.id = :event")
_DELEGATIONS = Statement(
    ("d.id", "d.side", ("d.heading", TEXT), ("d.name", TEXT), "d.organisation_id", "d.position"),
    "FROM delegation d WHERE d.event_id = :event",
)
_PLACES = Statement(
    ("p.id", "p.delegation_id", "p.person_id", "p.capacity", "p.state", ("p.post_title", TEXT), "p.pin", "p.own_order",
     "p.note", "p.spouse_of_id", "p.replaces_id"),
    "FROM participation p JOIN delegation d ON d.id = p.delegation_id WHERE d.event_id = :event",
)  # fmt: skip
