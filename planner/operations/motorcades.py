"""The cars of a movement as a whole: filled, emptied, put in order, taken over from another movement (2.13, 3.8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planner.errors import BadInput
from planner.model.agenda import Item
from planner.model.events import Event
from planner.model.logistics import Ride, Rider
from planner.model.participation import Participation
from planner.operations import logistics
from planner.operations.delegations import called
from planner.operations.registry import Work, operation


@operation("Put {name} into another car")
def move_rider(work: Work, ride_id: int, participation_id: int, seat: str = "") -> int:
    """Give somebody a seat of a ride and take away any other of the same movement; return the row's id.

    Whoever sat there takes the seat given up; where there is none, only keeps the car.
    """
    ride = work.get(Ride, ride_id)
    old = _riders(work, ride.item_id, [participation_id])
    before = [(one.ride_id, one.seat) for one in old]
    there = work.find(Rider, ride_id=ride_id, seat=seat) if seat else []
    sitting = [one for one in there if one.participation_id != participation_id]
    for one in old:
        if one.ride_id != ride_id:
            work.remove(one)
    made = logistics.seat_rider(work, ride_id, participation_id, seat)
    if before and sitting:
        back_ride, back_seat = before[0]
        other = sitting[0].participation_id
        if back_ride != ride_id:
            work.remove(sitting[0])
        logistics.seat_rider(work, back_ride, other, back_seat)
    work.values["name"] = called(work, work.get(Participation, participation_id))
    return made


@operation("Fill the cars")
def fill_rides(work: Work, item_id: int, seated: Sequence[tuple[int, int, str]]) -> None:
    """Seat several people of a movement at once; each is a ride, a place in a delegation and a seat.

    Raise BadInput if somebody is named twice or a ride is of another movement.
    """
    work.get(Item, item_id)
    people = [person for _ride, person, _seat in seated]
    if len(set(people)) != len(people):
        raise BadInput("Nobody can have two seats at once.")
    for old in _riders(work, item_id, people):
        work.remove(old)
    for ride_id, person, seat in seated:
        if work.get(Ride, ride_id).item_id != item_id:
            raise BadInput("This car is of another movement.")
        logistics.seat_rider(work, ride_id, person, seat)
    work.values = {}


@operation("Empty the cars")
def empty_rides(work: Work, item_id: int) -> None:
    """Take everybody out of the cars of a movement."""
    work.get(Item, item_id)
    for rider in _riders(work, item_id):
        work.remove(rider)


@operation("Change the order of the cars")
def reorder_ride(work: Work, ride_id: int, place: int) -> None:
    """Move a car to a place of its motorcade, counted from 0."""
    ride = work.get(Ride, ride_id)
    rides = sorted(work.find(Ride, item_id=ride.item_id), key=lambda one: (one.position, one.id))
    rides.remove(ride)
    rides.insert(min(max(place, 0), len(rides)), ride)
    for number, one in enumerate(rides):
        if one.position != number:
            one.position = number


@operation("Take over the cars of another movement")
def copy_rides(work: Work, item_id: int, from_item_id: int, *, riders: bool = True) -> tuple[int, ...]:
    """Put the cars of another movement of the same event at the end of this one's, with who sits in them.

    Whoever has a car here keeps it. Return the ids of the new rides.
    """
    item, source = work.get(Item, item_id), work.get(Item, from_item_id)
    work.get(Event, item.event_id)
    if item.event_id != source.event_id or item_id == from_item_id:
        raise BadInput("Cars are taken over from another movement of the same event.")
    seated = {one.participation_id for one in _riders(work, item_id)}
    at = len(work.find(Ride, item_id=item_id))
    made = []
    for place, old in enumerate(sorted(work.find(Ride, item_id=from_item_id), key=lambda one: (one.position, one.id))):
        ride = work.add(Ride(
            item_id=item_id, vehicle_id=old.vehicle_id, position=at + place, flag=old.flag, radio=old.radio,
            note=old.note,
        ))  # fmt: skip
        made.append(ride.id)
        for one in work.find(Rider, ride_id=old.id) if riders else ():
            if one.participation_id not in seated:
                work.add(Rider(ride_id=ride.id, participation_id=one.participation_id, seat=one.seat))
    return tuple(made)


def _riders(work: Work, item_id: int, people: Iterable[int] | None = None) -> list[Rider]:
    """Return who sits in the cars of a movement, perhaps of some people only."""
    wanted = None if people is None else set(people)
    found = work.find_among(Rider, "ride_id", [one.id for one in work.find(Ride, item_id=item_id)])
    return [one for one in found if wanted is None or one.participation_id in wanted]
