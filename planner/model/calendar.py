"""The office's calendar: days of its own, announced feasts, and when principals are busy elsewhere."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from planner.model.base import Base, day_column, part_of, text_column
from planner.rules.text import Text


class OfficeDay(Base):
    """A day the office itself knows of: mourning, a city's day, a transferred working day, an announced feast.

    `feast` names the feast whose computed day this one replaces in `country`; `source` says who announced it.
    """

    __tablename__ = "office_day"

    day: Mapped[date] = day_column(nullable=False)
    to_day: Mapped[date | None] = day_column()
    kind: Mapped[str] = mapped_column(default="local")
    country: Mapped[str] = mapped_column(default="")
    feast: Mapped[str] = mapped_column(default="")
    title: Mapped[Text] = text_column()
    source: Mapped[str] = mapped_column(default="")
    yearly: Mapped[bool] = mapped_column(default=False)


class BusyTime(Base):
    """When somebody is taken by a calendar kept elsewhere; UTC, ISO 8601. A private one has no title."""

    __tablename__ = "busy_time"

    person_id: Mapped[int] = part_of("person.id")
    source: Mapped[str]  # the file it was read from
    uid: Mapped[str]
    starts: Mapped[str] = mapped_column("starts_at", String(32))
    ends: Mapped[str] = mapped_column("ends_at", String(32))
    all_day: Mapped[bool] = mapped_column(default=False)
    title: Mapped[str] = mapped_column(default="")
    tentative: Mapped[bool] = mapped_column(default=False)
