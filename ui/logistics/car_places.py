"""What the board of cars shows: each car in its place, its seats and who is on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from planner.queries.logistics import PlaceRow
from planner.queries.motorcades import Motorcades, MovementRow, RideRow
from planner.rules.kinds import Capacity
from planner.rules.motorcade import AVOIDED
from planner.rules.text import Language
from ui.common.waiting_list import Waiting
from ui.logistics.words import EDGES, SEATS, name_of, short_name
from ui.translate import t, tn

ALL_SEATS = 8
"""Vehicles with more show the seats taken, and how many are free."""


class Slot(NamedTuple):
    """A line of a car: a seat with who is on it, or room for one more where `person` is None.

    `seat` is "" where any will do; `role` is the colour of the person's side.
    """

    ride: int
    seat: str
    label: str
    person: int | None = None
    name: str = ""
    role: str = ""


class CarShown(NamedTuple):
    """A car: its number in the motorcade, what it is, driver and plate, the flag, its lines."""

    ride: int
    number: int
    name: str
    remark: str
    flag: str
    slots: tuple[Slot, ...]
    full: bool = False  # more sit in it than it has seats


def cars_shown(sheet: Motorcades, movement: MovementRow, tags: tuple[Language, ...]) -> tuple[CarShown, ...]:
    """Return the cars of a movement in their order."""
    people = {one.id: one for one in sheet.people}
    return tuple(_car(sheet, ride, place, people, tags) for place, ride in enumerate(movement.rides, 1))


def waiting_shown(
    sheet: Motorcades, movement: MovementRow, tags: tuple[Language, ...], words: Mapping[Capacity, str]
) -> tuple[Waiting, ...]:
    """Return who takes part in a movement and has no car; `words` are what capacities are called."""
    ridden = movement.riders()
    return tuple(
        Waiting(one.id, name_of(one, tags), words.get(one.capacity, ""), one.side.value)
        for one in sheet.people
        if one.id in movement.people and one.id not in ridden
    )


def seat_words(seat: str) -> str:
    """Return what a seat is called."""
    return t(SEATS[seat]) if seat in SEATS else t("seat {number}", number=seat) if seat else t("any seat")


def _car(
    sheet: Motorcades, ride: RideRow, number: int, people: Mapping[int, PlaceRow], tags: tuple[Language, ...]
) -> CarShown:
    vehicle = ride.vehicle
    name = vehicle.name if vehicle else t("No vehicle yet")
    remark = " · ".join(filter(None, (vehicle.plate, vehicle.driver))) if vehicle else ""
    keys = sheet.seats(ride)
    on = {one.seat: one.participation_id for one in ride.riders if one.seat}
    anywhere = [one.participation_id for one in ride.riders if not one.seat]
    free = len(keys) - len(on) - len(anywhere)
    slots = [_slot(ride.id, key, on.get(key), people, tags) for key in keys if _is_shown(key, keys, on)]
    slots += [_slot(ride.id, key, person, people, tags) for key, person in on.items() if key not in keys]
    slots += [_slot(ride.id, "", person, people, tags) for person in anywhere]
    if len(keys) > ALL_SEATS and free > 0:
        slots.append(Slot(ride.id, "", tn("{n} seat free", "{n} seats free", free)))
    elif not keys:
        slots.append(Slot(ride.id, "", t("luggage") if vehicle else t("any seat")))
    return CarShown(ride.id, number, name, remark, ride.flag, tuple(slots), free < 0 and bool(keys))


def _is_shown(key: str, keys: tuple[str, ...], on: Mapping[str, int]) -> bool:
    """Tell whether a seat has a line: a large vehicle shows those taken, a car its middle one only if taken."""
    if key in on:
        return True
    return len(keys) <= ALL_SEATS and key != AVOIDED


def _slot(
    ride: int, seat: str, person: int | None, people: Mapping[int, PlaceRow], tags: tuple[Language, ...]
) -> Slot:
    one = people.get(person or 0)
    if one is None:
        return Slot(ride, seat, seat_words(seat))
    return Slot(ride, seat, seat_words(seat), person, short_name(one, tags), EDGES[one.side])
