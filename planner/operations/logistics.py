"""Vehicles, motorcades, journeys, rooms and dishes (handbook 2.13-2.15, 2.23)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.errors import BadInput
from planner.model.agenda import Item
from planner.model.logistics import Dish, Journey, Lodging, Ride, Rider, Vehicle
from planner.model.participation import Delegation, Participation
from planner.model.venues import Venue
from planner.operations import fields
from planner.operations.delegations import called
from planner.operations.registry import Work, operation
from planner.rules.text import EMPTY, Text

VEHICLE_KINDS = ("car", "minibus", "coach", "van")
DIRECTIONS = ("arrival", "departure")
MEANS = ("flight", "train", "car", "coach", "ship")
ROOM_TYPES = ("suite", "junior-suite", "single", "double", "twin")
BEDS = ("double", "twin")
"""One bed for two, or two beds, where it matters (handbook 2.15)."""
SEATS = ("RR", "RL", "RM", "F")
"""Seats of a car (handbook 3.8); those of a minibus or coach have numbers."""
DISH_MARKS = (
    "halal", "kosher", "vegetarian", "vegan", "lent", "pork", "beef", "meat", "fish", "shellfish", "egg", "dairy",
    "lactose", "gluten", "nuts", "alcohol",
)  # fmt: skip
"""What a dish holds and for whom it is fit: the codes of diets and of what each excludes (handbook 5.5)."""


def _count(value: Any) -> int:
    if not 0 <= fields.number(value) < 1000:
        raise ValueError
    return int(value)


def _marks(value: Any) -> list[str]:
    if not set(value) <= set(DISH_MARKS):
        raise ValueError
    return [mark for mark in DISH_MARKS if mark in value]


VEHICLE_FIELDS: Mapping[str, fields.Check] = {
    "name": fields.words,
    "plate": fields.words,
    "kind": fields.among(*VEHICLE_KINDS),
    "seats": _count,
    "driver": fields.words,
    "phone": fields.words,
}
RIDE_FIELDS: Mapping[str, fields.Check] = {
    "vehicle_id": fields.optional(fields.number),
    "position": _count,
    "flag": fields.country,
    "radio": fields.words,
    "note": fields.words,
}
JOURNEY_FIELDS: Mapping[str, fields.Check] = {
    "direction": fields.among(*DIRECTIONS),
    "means": fields.among(*MEANS),
    "number": fields.words,
    "from_place": fields.words,
    "to_place": fields.words,
    "leaves_day": fields.optional(fields.day),
    "leaves": fields.optional(fields.wall_minute),
    "leaves_zone": fields.zone,
    "arrives_day": fields.optional(fields.day),
    "arrives": fields.optional(fields.wall_minute),
    "arrives_zone": fields.zone,
    "terminal": fields.words,
    "met_by": fields.words,
    "vehicle_id": fields.optional(fields.number),
    "bags": fields.optional(_count),
    "note": fields.words,
}
LODGING_FIELDS: Mapping[str, fields.Check] = {
    "venue_id": fields.optional(fields.number),
    "room_type": fields.among(*ROOM_TYPES),
    "room_number": fields.words,
    "from_day": fields.optional(fields.day),
    "to_day": fields.optional(fields.day),
    "early": fields.flag,
    "late": fields.flag,
    "shares_with_id": fields.optional(fields.number),
    "payer": fields.words,
    "breakfast": fields.flag,
    "bed": fields.among("", *BEDS),
    "smoking": fields.flag,
    "note": fields.words,
}
DISH_FIELDS: Mapping[str, fields.Check] = {"position": _count, "marks": _marks}


@operation("Add the vehicle {name}")
def add_vehicle(work: Work, name: str, **values: Any) -> int:
    """Add a vehicle to the office's own (`VEHICLE_FIELDS`); return its id. Raise BadInput without a name."""
    if not name.strip():
        raise BadInput("A vehicle needs a name, as “Toyota Camry”.")
    vehicle = work.add(Vehicle(name=name))
    fields.put(vehicle, values, VEHICLE_FIELDS)
    work.values["name"] = vehicle.name
    return vehicle.id


@operation("Edit the vehicle {name}")
def edit_vehicle(work: Work, vehicle_id: int, **values: Any) -> None:
    """Set fields of a vehicle (`VEHICLE_FIELDS`)."""
    vehicle = work.get(Vehicle, vehicle_id)
    fields.put(vehicle, values, VEHICLE_FIELDS)
    work.values["name"] = vehicle.name


@operation("Remove the vehicle {name}")
def remove_vehicle(work: Work, vehicle_id: int) -> None:
    """Remove a vehicle that nothing uses. Raise Clash while it stands in a motorcade."""
    vehicle = work.get(Vehicle, vehicle_id)
    work.values["name"] = vehicle.name
    work.remove(vehicle)


@operation("Put {name} into the motorcade")
def add_ride(work: Work, item_id: int, vehicle_id: int | None = None, **values: Any) -> int:
    """Put a vehicle, or a place for one, at the end of a movement's motorcade (`RIDE_FIELDS`); return the row's id."""
    work.get(Item, item_id)
    ride = work.add(Ride(item_id=item_id, position=len(work.find(Ride, item_id=item_id))))
    fields.put(ride, {**values, "vehicle_id": vehicle_id}, RIDE_FIELDS)
    work.values["name"] = _vehicle(work, ride)
    return ride.id


@operation("Edit the place of {name} in the motorcade")
def edit_ride(work: Work, ride_id: int, **values: Any) -> None:
    """Set fields of a place in a motorcade (`RIDE_FIELDS`)."""
    ride = work.get(Ride, ride_id)
    fields.put(ride, values, RIDE_FIELDS)
    work.values["name"] = _vehicle(work, ride)


@operation("Take {name} out of the motorcade")
def remove_ride(work: Work, ride_id: int) -> None:
    """Take a vehicle out of a motorcade, with those who would sit in it."""
    ride = work.get(Ride, ride_id)
    work.values["name"] = _vehicle(work, ride)
    work.remove(ride)


@operation("Seat {name} in a car")
def seat_rider(work: Work, ride_id: int, participation_id: int, seat: str = "") -> int:
    """Give somebody a seat of a ride, or another seat of it; return the row's id.

    `seat` is one of `SEATS`, a number, or "" for any. Whoever sat there only keeps the car.
    """
    ride, member = work.get(Ride, ride_id), work.get(Participation, participation_id)
    if work.get(Delegation, member.delegation_id).event_id != work.get(Item, ride.item_id).event_id:
        raise BadInput("Somebody of another event cannot ride here.")
    if seat and seat not in SEATS and not (seat.isascii() and seat.isdigit() and len(seat) < 4):
        raise BadInput("“{value}” is not possible for {field}.", value=seat, field="seat")
    riders = work.find(Rider, ride_id=ride_id)
    for other in riders:
        if seat and other.seat == seat and other.participation_id != participation_id:
            other.seat = ""
    found = next((one for one in riders if one.participation_id == participation_id), None)
    rider = found or work.add(Rider(ride_id=ride_id, participation_id=participation_id))
    if rider.seat != seat:
        rider.seat = seat
    work.values["name"] = called(work, member)
    return rider.id


@operation("Take {name} out of a car")
def remove_rider(work: Work, rider_id: int) -> None:
    """Take somebody out of a car."""
    rider = work.get(Rider, rider_id)
    work.values["name"] = called(work, work.get(Participation, rider.participation_id))
    work.remove(rider)


@operation("Add a journey of {name}")
def add_journey(work: Work, participation_id: int, direction: str, sign: Text = EMPTY, **values: Any) -> int:
    """Write down how somebody arrives or departs (`JOURNEY_FIELDS`); return the row's id."""
    journey = Journey(participation_id=participation_id, direction="", sign=sign)
    member = work.get(Participation, participation_id)
    fields.put(journey, {**values, "direction": direction}, JOURNEY_FIELDS)
    _check_vehicle(work, journey)
    work.values["name"] = called(work, member)
    return work.add(journey).id


@operation("Edit a journey of {name}")
def edit_journey(work: Work, journey_id: int, **values: Any) -> None:
    """Set fields of a journey (`JOURNEY_FIELDS`)."""
    journey = work.get(Journey, journey_id)
    fields.put(journey, values, JOURNEY_FIELDS)
    _check_vehicle(work, journey)
    work.values["name"] = called(work, work.get(Participation, journey.participation_id))


@operation("Remove a journey of {name}")
def remove_journey(work: Work, journey_id: int) -> None:
    """Remove a journey."""
    journey = work.get(Journey, journey_id)
    work.values["name"] = called(work, work.get(Participation, journey.participation_id))
    work.remove(journey)


@operation("Add a room for {name}")
def add_lodging(work: Work, participation_id: int, **values: Any) -> int:
    """Give somebody a room (`LODGING_FIELDS`); return the row's id."""
    member = work.get(Participation, participation_id)
    lodging = Lodging(participation_id=participation_id)
    _put_lodging(work, lodging, values)
    work.values["name"] = called(work, member)
    return work.add(lodging).id


@operation("Edit the room of {name}")
def edit_lodging(work: Work, lodging_id: int, **values: Any) -> None:
    """Set fields of a room (`LODGING_FIELDS`)."""
    lodging = work.get(Lodging, lodging_id)
    _put_lodging(work, lodging, values)
    work.values["name"] = called(work, work.get(Participation, lodging.participation_id))


@operation("Remove the room of {name}")
def remove_lodging(work: Work, lodging_id: int) -> None:
    """Remove somebody's room."""
    lodging = work.get(Lodging, lodging_id)
    work.values["name"] = called(work, work.get(Participation, lodging.participation_id))
    work.remove(lodging)


@operation("Add the dish “{words}”")
def add_dish(work: Work, item_id: int, title: Text, course: Text = EMPTY, **values: Any) -> int:
    """Add a dish at the end of a meal's menu (`DISH_FIELDS`); return its id."""
    work.get(Item, item_id)
    place = len(work.find(Dish, item_id=item_id))
    dish = Dish(item_id=item_id, position=place, course=course, title=title)
    fields.put(dish, values, DISH_FIELDS)
    work.values["words"] = _words(title)
    return work.add(dish).id


@operation("Edit the dish “{words}”")
def edit_dish(work: Work, dish_id: int, **values: Any) -> None:
    """Set fields of a dish (`DISH_FIELDS`)."""
    dish = work.get(Dish, dish_id)
    fields.put(dish, values, DISH_FIELDS)
    work.values["words"] = _words(dish.title)


@operation("Remove the dish “{words}”")
def remove_dish(work: Work, dish_id: int) -> None:
    """Remove a dish."""
    dish = work.get(Dish, dish_id)
    work.values["words"] = _words(dish.title)
    work.remove(dish)


def _put_lodging(work: Work, lodging: Lodging, values: Mapping[str, Any]) -> None:
    fields.put(lodging, values, LODGING_FIELDS)
    if lodging.venue_id is not None:
        work.get(Venue, lodging.venue_id)
    if lodging.shares_with_id is not None:
        if lodging.shares_with_id == lodging.participation_id:
            raise BadInput("Nobody shares a room with oneself.")
        work.get(Participation, lodging.shares_with_id)
    if lodging.from_day and lodging.to_day and lodging.to_day < lodging.from_day:
        raise BadInput("A room cannot be left before it is taken.")


def _check_vehicle(work: Work, journey: Journey) -> None:
    if journey.vehicle_id is not None:
        work.get(Vehicle, journey.vehicle_id)


def _vehicle(work: Work, ride: Ride) -> str:
    return work.get(Vehicle, ride.vehicle_id).name if ride.vehicle_id is not None else ""


def _words(title: Text) -> str:
    return next((words.text[:80] for words in title.wordings.values() if words.text), "")
