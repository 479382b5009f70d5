"""What the checks know of places, and of what carries, houses and feeds the delegations."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from planner.rules.text import EMPTY, Text


class Room(NamedTuple):
    """A room of a venue; `step_free` None is unknown."""

    id: int
    venue_id: int
    name: Text = EMPTY
    capacity: Mapping[str, int] = MappingProxyType({})
    equipment: tuple[str, ...] = ()
    step_free: bool | None = None


class Venue(NamedTuple):
    """A venue. `hours` are (weekday, opens, closes); none means unknown."""

    id: int
    name: Text = EMPTY
    address: Text = EMPTY
    hours: tuple[tuple[int, int, int], ...] = ()


class Places(NamedTuple):
    """Venues, rooms, and the ways between venues: (from, to) to minutes."""

    venues: Mapping[int, Venue] = MappingProxyType({})
    rooms: Mapping[int, Room] = MappingProxyType({})
    ways: Mapping[tuple[int, int], int] = MappingProxyType({})


class Ride(NamedTuple):
    """A vehicle in use by an item, of this event or another."""

    id: int
    item_id: int
    vehicle_id: int
    name: str
    driver: str = ""
    riders: frozenset[int] = frozenset()


class Journey(NamedTuple):
    """An arrival or departure: `at` is the UTC minute at the host's end, `day` and `minute` its wall time there."""

    id: int
    member_id: int
    arrives: bool
    number: str = ""
    at: int | None = None
    day: date | None = None
    minute: int | None = None
    met: bool = False


class Lodging(NamedTuple):
    """A room in a hotel."""

    id: int
    member_id: int
    from_day: date | None = None
    to_day: date | None = None
    early: bool = False
    shares_with: int | None = None
    payer: str = ""


class Gift(NamedTuple):
    """A gift; `past` tells that it belongs to an earlier day or another event."""

    id: int
    person_id: int | None
    title: Text = EMPTY
    value: int | None = None
    currency: str = "RUB"
    marks: tuple[str, ...] = ()
    from_us: bool = True
    past: bool = False


class Dish(NamedTuple):
    """A dish of an item's menu."""

    id: int
    item_id: int
    title: Text = EMPTY
    marks: tuple[str, ...] = ()


class Invitation(NamedTuple):
    """An invitation to an item."""

    id: int
    item_id: int
    member_id: int | None
    state: str = "draft"
    sent_on: date | None = None
    answered_on: date | None = None


class Logistics(NamedTuple):
    """What carries, houses and feeds the delegations. `rides` are also those of other events near in time."""

    rides: tuple[Ride, ...] = ()
    journeys: tuple[Journey, ...] = ()
    lodgings: tuple[Lodging, ...] = ()
    gifts: tuple[Gift, ...] = ()
    dishes: tuple[Dish, ...] = ()
    invitations: tuple[Invitation, ...] = ()
