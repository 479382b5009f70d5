"""What carries, houses and feeds a delegation: vehicles, arrivals, rooms, dishes, gifts (handbook 2.13-2.17)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from planner.model.base import (
    Base,
    day_column,
    json_list,
    may_need,
    may_refer_to,
    optional_part_of,
    part_of,
    text_column,
)
from planner.rules.text import Text


class Vehicle(Base):
    """A car, minibus or coach of the office, with its driver."""

    __tablename__ = "vehicle"

    name: Mapped[str]
    plate: Mapped[str] = mapped_column(default="")
    kind: Mapped[str] = mapped_column(default="car")
    seats: Mapped[int] = mapped_column(default=4)
    driver: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")


class Ride(Base):
    """A vehicle in the motorcade of a movement, in its place; `flag` is the country on the fender."""

    __tablename__ = "ride"

    item_id: Mapped[int] = part_of("item.id")
    vehicle_id: Mapped[int | None] = may_need("vehicle.id")
    position: Mapped[int] = mapped_column(default=0)
    flag: Mapped[str] = mapped_column(default="")
    radio: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Rider(Base):
    """Somebody on a seat of a ride ("RR", "RL", "F"; "" where any seat will do)."""

    __tablename__ = "rider"

    ride_id: Mapped[int] = part_of("ride.id")
    participation_id: Mapped[int] = part_of("participation.id")
    seat: Mapped[str] = mapped_column("seat_key", default="")


class Journey(Base):
    """How somebody arrives or departs: local wall minutes at both ends, each with its zone."""

    __tablename__ = "journey"

    participation_id: Mapped[int] = part_of("participation.id")
    direction: Mapped[str]  # "arrival", "departure"
    means: Mapped[str] = mapped_column(default="flight")
    number: Mapped[str] = mapped_column(default="")  # "SU 1482"
    from_place: Mapped[str] = mapped_column(default="")
    to_place: Mapped[str] = mapped_column(default="")
    leaves_day: Mapped[date | None] = day_column()
    leaves: Mapped[int | None]
    leaves_zone: Mapped[str] = mapped_column(default="UTC")
    arrives_day: Mapped[date | None] = day_column()
    arrives: Mapped[int | None]
    arrives_zone: Mapped[str] = mapped_column(default="UTC")
    terminal: Mapped[str] = mapped_column(default="")
    met_by: Mapped[str] = mapped_column(default="")
    vehicle_id: Mapped[int | None] = may_refer_to("vehicle.id")
    sign: Mapped[Text] = text_column()  # what the sign at the airport says, in the guest's language
    bags: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")


class Lodging(Base):
    """A room in a hotel for somebody."""

    __tablename__ = "lodging"

    participation_id: Mapped[int] = part_of("participation.id")
    venue_id: Mapped[int | None] = may_refer_to("venue.id")
    room_type: Mapped[str] = mapped_column(default="single")
    room_number: Mapped[str] = mapped_column(default="")
    from_day: Mapped[date | None] = day_column()
    to_day: Mapped[date | None] = day_column()
    early: Mapped[bool] = mapped_column(default=False)
    late: Mapped[bool] = mapped_column(default=False)
    shares_with_id: Mapped[int | None] = may_refer_to("participation.id")
    payer: Mapped[str] = mapped_column(default="")
    breakfast: Mapped[bool] = mapped_column(default=True)
    bed: Mapped[str] = mapped_column(default="")  # "double", "twin"; "" where it does not matter
    smoking: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")


class Gift(Base):
    """A present, by whom to whom; the register remembers it, so that nobody gets the same twice (W-55).

    `value` in minor units of `currency`. `person_id` stays when the event is gone.
    """

    __tablename__ = "gift"

    event_id: Mapped[int | None] = may_refer_to("event.id")
    person_id: Mapped[int | None] = may_refer_to("person.id")
    giver: Mapped[str] = mapped_column(default="")  # in the office's own words
    from_us: Mapped[bool] = mapped_column(default=True)
    title: Mapped[Text] = text_column()
    value: Mapped[int | None]
    currency: Mapped[str] = mapped_column(default="RUB")
    given_on: Mapped[date | None] = day_column()
    handed_by: Mapped[str] = mapped_column(default="")
    wrapped: Mapped[bool] = mapped_column(default=False)
    registered_on: Mapped[date | None] = day_column()
    marks: Mapped[list[str]] = json_list()  # "alcohol", "blade", "clock", "food", "antique"
    budget: Mapped[str] = mapped_column(default="")  # the giver's line of expenses (handbook 2.16)
    card: Mapped[Text] = text_column()  # the words on the card that goes with it
    note: Mapped[str] = mapped_column(default="")


class Dish(Base):
    """A dish of an item's menu; `marks` are codes of the handbook's diets ("pork", "alcohol", "nuts", "halal")."""

    __tablename__ = "dish"

    item_id: Mapped[int] = part_of("item.id")
    position: Mapped[int] = mapped_column(default=0)
    course: Mapped[Text] = text_column()
    title: Mapped[Text] = text_column()
    marks: Mapped[list[str]] = json_list()


class Invitation(Base):
    """An invitation to an item, and what was answered (handbook 2.17)."""

    __tablename__ = "invitation"

    item_id: Mapped[int] = part_of("item.id")
    participation_id: Mapped[int | None] = optional_part_of("participation.id")
    state: Mapped[str] = mapped_column(default="draft")
    sent_on: Mapped[date | None] = day_column()
    answered_on: Mapped[date | None] = day_column()
    with_spouse: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(default="")
