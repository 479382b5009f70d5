"""Venues with rooms, capacities, opening hours, and the ways between venues."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from planner.model.base import Base, json_list, may_refer_to, part_of, text_column
from planner.rules.text import Text


class Venue(Base):
    """A building or site where items happen."""

    __tablename__ = "venue"

    name: Mapped[Text] = text_column()
    address: Mapped[Text] = text_column()
    organisation_id: Mapped[int | None] = may_refer_to("organisation.id")
    zone: Mapped[str] = mapped_column(default="")  # IANA; empty takes the event's
    note: Mapped[str] = mapped_column(default="")


class Room(Base):
    """A room of a venue; `capacity` maps a layout ("table", "theatre") to its seats."""

    __tablename__ = "room"

    venue_id: Mapped[int] = part_of("venue.id")
    name: Mapped[Text] = text_column()
    capacity: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    position: Mapped[int] = mapped_column(default=0)
    outline: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)  # cm: width, depth, doors, windows, camera
    equipment: Mapped[list[str]] = json_list()  # "booth", "microphones", "screen"
    step_free: Mapped[bool | None]


class OpeningHours(Base):
    """When a venue is open: weekday 0 is Monday, minutes of the day; a weekday without a row is closed."""

    __tablename__ = "opening_hours"

    venue_id: Mapped[int] = part_of("venue.id")
    weekday: Mapped[int]
    opens: Mapped[int]
    closes: Mapped[int]


class Route(Base):
    """Minutes from one venue to another by one means; both ways unless a row for the way back exists."""

    __tablename__ = "route"

    from_venue_id: Mapped[int] = part_of("venue.id")
    to_venue_id: Mapped[int] = part_of("venue.id")
    mode: Mapped[str] = mapped_column(default="car")
    minutes: Mapped[int]
