"""The programme: items in a tree, tracks, and who takes part in what."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from planner.model.base import Base, day_column, json_list, may_refer_to, optional_part_of, part_of, text_column
from planner.rules.text import Text


class Track(Base):
    """A parallel strand: delegation, working group, spouses, press."""

    __tablename__ = "track"

    event_id: Mapped[int] = part_of("event.id")
    title: Mapped[Text] = text_column()
    position: Mapped[int] = mapped_column(default=0)


class Item(Base):
    """A line of the programme, a topic of an agenda, a session or a talk.

    Wall minutes (0..1439) with zone and fold for start and end each; UTC is computed (`rules.times`).
    An item without `day` or `start` waits in the pool. `minutes` is the planned length of a topic or talk.
    """

    __tablename__ = "item"

    event_id: Mapped[int] = part_of("event.id")
    parent_id: Mapped[int | None] = optional_part_of("item.id")
    position: Mapped[int] = mapped_column(default=0)
    day: Mapped[date | None] = day_column()
    start: Mapped[int | None] = mapped_column("start_minute")
    start_zone: Mapped[str] = mapped_column(default="UTC")
    start_fold: Mapped[int] = mapped_column(default=0)
    end_day: Mapped[date | None] = day_column()
    end: Mapped[int | None] = mapped_column("end_minute")
    end_zone: Mapped[str] = mapped_column(default="UTC")
    end_fold: Mapped[int] = mapped_column(default=0)
    hard: Mapped[bool] = mapped_column(default=False)  # a start that does not move: flight, broadcast, prayer
    minutes: Mapped[int | None]
    kind: Mapped[str] = mapped_column(default="other")
    title: Mapped[Text] = text_column()
    note: Mapped[Text] = text_column()
    internal_note: Mapped[str] = mapped_column(default="")  # working edition only
    venue_id: Mapped[int | None] = may_refer_to("venue.id")
    room_id: Mapped[int | None] = may_refer_to("room.id")
    audience: Mapped[list[str]] = json_list()
    state: Mapped[str] = mapped_column(default="confirmed")
    principal: Mapped[bool] = mapped_column(default=False)
    source_id: Mapped[str] = mapped_column(default="")  # the id in the file it was imported from
    actual_start: Mapped[int | None]  # wall minutes, as it really was (run sheet)
    actual_end: Mapped[int | None]
    interpretation: Mapped[str] = mapped_column(default="")  # "consecutive", "simultaneous", "whispered"
    dress: Mapped[str] = mapped_column(default="")  # a code of the handbook's list
    mode: Mapped[str] = mapped_column(default="")  # of a movement: "car", "coach", "on-foot"
    lead: Mapped[int | None] = mapped_column("lead_minutes")  # to be ready so long before
    form: Mapped[str] = mapped_column(default="")  # of a talk: "in-person", "online"
    slides: Mapped[bool] = mapped_column(default=False)
    outdoor: Mapped[bool] = mapped_column(default=False)
    alert: Mapped[str] = mapped_column(default="")  # weather or a delayed flight, entered by hand (handbook W-79)
    run: Mapped[dict[str, Any]] = mapped_column("run_sheet", JSON, default=dict)  # "action", "cue", "technician"


class ItemTrack(Base):
    """An item on a track; an item on none concerns everybody."""

    __tablename__ = "item_track"

    item_id: Mapped[int] = part_of("item.id")
    track_id: Mapped[int] = part_of("track.id")


class TrackMember(Base):
    """Who belongs to a track: one person or a whole delegation. Its items are theirs."""

    __tablename__ = "track_member"

    track_id: Mapped[int] = part_of("track.id")
    participation_id: Mapped[int | None] = optional_part_of("participation.id")
    delegation_id: Mapped[int | None] = optional_part_of("delegation.id")


class Attendance(Base):
    """Who takes part in an item, with a role: exactly one of side, delegation, track or participation is set."""

    __tablename__ = "attendance"

    item_id: Mapped[int] = part_of("item.id")
    role: Mapped[str] = mapped_column(default="takes-part")
    side: Mapped[str] = mapped_column(default="")
    delegation_id: Mapped[int | None] = optional_part_of("delegation.id")
    track_id: Mapped[int | None] = optional_part_of("track.id")
    participation_id: Mapped[int | None] = optional_part_of("participation.id")
