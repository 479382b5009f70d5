"""Events, flat and linked: a meeting leads to a visit leads to a conference."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from planner.model.base import Base, day_column, json_list, may_refer_to, part_of, text_column
from planner.rules.text import Text


class Event(Base):
    """A visit, meeting, conference or other event. `languages` is ordered: the first leads."""

    __tablename__ = "event"

    kind: Mapped[str]
    title: Mapped[Text] = text_column()
    short_title: Mapped[Text] = text_column()  # for the window's list of events
    place: Mapped[Text] = text_column()
    from_day: Mapped[date] = day_column(nullable=False)
    to_day: Mapped[date] = day_column(nullable=False)
    host_zone: Mapped[str] = mapped_column(default="UTC")
    guest_zone: Mapped[str] = mapped_column(default="UTC")
    languages: Mapped[list[str]] = json_list()
    host_languages: Mapped[list[str]] = json_list()
    guest_languages: Mapped[list[str]] = json_list()
    state: Mapped[str] = mapped_column(default="preparation")
    note: Mapped[str] = mapped_column(default="")
    profile: Mapped[str] = mapped_column("profile_code", default="")  # a shipped one's code, "" for the office's
    profile_id: Mapped[int | None] = may_refer_to("profile.id")  # one of the office's own
    protocol: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)  # "lot", "speeches": this event's choices
    template: Mapped[bool] = mapped_column(default=False)  # to be copied, not to be held


class EventLink(Base):
    """One event joined to another."""

    __tablename__ = "event_link"

    event_id: Mapped[int] = part_of("event.id")
    other_id: Mapped[int] = part_of("event.id")
    kind: Mapped[str] = mapped_column(default="leads-to")


class EventAgreement(Base):
    """An agreement an event is about."""

    __tablename__ = "event_agreement"

    event_id: Mapped[int] = part_of("event.id")
    agreement_id: Mapped[int] = part_of("agreement.id")


class Topic(Base):
    """What an event is about, in the order of weight."""

    __tablename__ = "topic"

    event_id: Mapped[int] = part_of("event.id")
    title: Mapped[Text] = text_column()
    position: Mapped[int] = mapped_column(default=0)


class Greeting(Base):
    """A greeting said or planned at an event, bound to the feast's identity and not to a text (W-41).

    `feast` is an id as "eid_al_fitr"; `words` is what is said.
    """

    __tablename__ = "greeting"

    event_id: Mapped[int] = part_of("event.id")
    feast: Mapped[str]
    day: Mapped[date] = day_column(nullable=False)
    country: Mapped[str] = mapped_column(default="")
    words: Mapped[Text] = text_column()


class EventFlag(Base):
    """A flag that stands at an event, by its edition (W-46)."""

    __tablename__ = "event_flag"

    event_id: Mapped[int] = part_of("event.id")
    flag_id: Mapped[int] = part_of("flag.id")
    where: Mapped[str] = mapped_column("place", default="table")
