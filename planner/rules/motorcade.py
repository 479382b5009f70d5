"""Who rides in which car: the head's car by rank, the others in their order, luggage alone (handbook 3.8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from planner.rules.cars import car as chart_of_car
from planner.rules.kinds import Side
from planner.rules.places import SeatUse

AVOIDED = "RM"
"""Behind in the middle: given only where nothing else is left."""
IN_FRONT = "F"


class Vehicle(NamedTuple):
    """A vehicle in its place in a motorcade; a flag on the fender makes it the head's. A van carries luggage."""

    id: int
    kind: str = "car"
    seats: int = 4
    flagged: bool = False


class Rider(NamedTuple):
    """Somebody to be driven; people are given in order of precedence. `serves` is protocol, guard or driver."""

    id: int
    side: Side
    head: bool = False
    interpreter: bool = False
    serves: bool = False


class Ridden(NamedTuple):
    """Somebody on a seat of a vehicle."""

    vehicle: int
    rider: int
    seat: str


def seat_keys(kind: str, seats: int, *, rear_left: bool = False) -> tuple[str, ...]:
    """Return the keys of a vehicle's seats in order of honour; none of a van.

    `rear_left` is a profile's custom of the first place behind on the left. The front seat stands third and the
    middle one last; seats beyond those of a car have numbers.
    """
    if kind == "van":
        return ()
    if kind != "car":
        return tuple(str(number) for number in range(1, seats + 1))
    chart = chart_of_car(kerb="left" if rear_left else None, rear_middle=True)
    keys = [seat.key for seat in sorted(chart.seats, key=lambda seat: seat.honour) if seat.use is not SeatUse.DRIVER]
    keys += [str(number) for number in range(len(keys) + 1, seats + 1)]
    return tuple(keys[: max(seats, 1)])


def head_car(vehicles: Sequence[Vehicle]) -> Vehicle | None:
    """Return the vehicle the head rides in: the one with a flag, else the first car, else the first with seats."""
    ridden = [one for one in vehicles if one.kind != "van"]
    for wanted in ([one for one in ridden if one.flagged], [one for one in ridden if one.kind == "car"], ridden):
        if wanted:
            return wanted[0]
    return None


def fill(
    vehicles: Sequence[Vehicle], people: Sequence[Rider], *, seated: Iterable[Ridden] = (), rear_left: bool = False
) -> tuple[Ridden, ...]:
    """Return the seats of those who have none yet; `seated` stay where they are.

    The guests' head has the first seat of the head's car, the hosts' head the second, the guests' interpreter sits in
    front. The vehicles behind are filled next, by rank; those before the head's car lead, and take first whoever
    serves. Who finds no seat at all is left out.
    """
    first = head_car(vehicles)
    if first is None:
        return ()
    kept = tuple(seated)
    there = {one.rider for one in kept}
    free = {one.id: _free(one, kept, rear_left=rear_left) for one in vehicles}
    waiting = [one for one in people if one.id not in there]
    found = _in_head_car(first, free[first.id], waiting, people)
    for one in found:
        free[first.id].remove(one.seat)
        waiting = [person for person in waiting if person.id != one.rider]
    at = [one.id for one in vehicles].index(first.id)
    before, behind = [one.id for one in vehicles[:at]], [one.id for one in vehicles[at + 1 :]]
    serving = [one for one in waiting if one.serves]
    ranked = [one for one in waiting if not one.serves]
    places = [*_places(behind, free), *_places([first.id], free)]
    leading = [*_places(before, free)]
    found += _given(serving, leading)
    found += _given(ranked, places)
    left = [one for one in waiting if one.id not in {ridden.rider for ridden in found}]
    found += _given(left, [*places, *leading])
    left = [one for one in left if one.id not in {ridden.rider for ridden in found}]
    found += _given(left, [(one.id, AVOIDED) for one in vehicles if AVOIDED in free[one.id]])
    return tuple(found)


def _free(vehicle: Vehicle, kept: Sequence[Ridden], *, rear_left: bool) -> list[str]:
    """Return the free seats of a vehicle; somebody in it without a seat of the own takes the last one."""
    inside = [one.seat for one in kept if one.vehicle == vehicle.id]
    free = [key for key in seat_keys(vehicle.kind, vehicle.seats, rear_left=rear_left) if key not in inside]
    anywhere = sum(1 for seat in inside if not seat)
    return free[: max(len(free) - anywhere, 0)]


def _in_head_car(
    vehicle: Vehicle, free: Sequence[str], waiting: Sequence[Rider], people: Sequence[Rider]
) -> list[Ridden]:
    """Return who of those waiting rides with the head: the heads of both sides and the guests' interpreter."""
    guests = [one for one in people if one.side is Side.GUEST and not one.interpreter]
    hosts = [one for one in people if one.side is Side.HOST and not one.interpreter and not one.serves]
    guest = next((one for one in guests if one.head), guests[0] if guests else None)
    host = next((one for one in hosts if one.head), None)
    speaking = [one for one in people if one.interpreter]
    interpreter = next((one for one in speaking if one.side is Side.GUEST), speaking[0] if speaking else None)
    if host is None:  # the next guest keeps the head company
        host = next((one for one in guests if one is not guest and not one.serves), None)
    behind = [key for key in free if key not in (IN_FRONT, AVOIDED)]
    wanted = [one for one in (guest, host) if one is not None and one in waiting]
    found = [Ridden(vehicle.id, one.id, key) for one, key in zip(wanted, behind, strict=False)]
    if interpreter is not None and interpreter in waiting:
        rest = [key for key in free if key not in {one.seat for one in found}]
        key = next((one for one in (IN_FRONT, *rest) if one in rest), "")
        found += [Ridden(vehicle.id, interpreter.id, key)] if key else []
    return found


def _places(vehicles: Iterable[int], free: dict[int, list[str]]) -> list[tuple[int, str]]:
    return [(one, key) for one in vehicles for key in free[one] if key != AVOIDED]


def _given(people: Sequence[Rider], places: list[tuple[int, str]]) -> list[Ridden]:
    """Give people places in turn, and take these places away."""
    found = []
    for person in people:
        if not places:
            break
        vehicle, seat = places.pop(0)
        found.append(Ridden(vehicle, person.id, seat))
    return found
