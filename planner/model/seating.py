"""Who sits, stands or drives where: plans, their tables, and the places people have (handbook 3.4-3.11)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from planner.model.base import Base, may_refer_to, optional_part_of, part_of, text_column
from planner.rules.text import Text


class SeatingPlan(Base):
    """A plan of one kind ("facing-table", "round", "banquet", "car", "photo") for an event or one of its items.

    `options` holds what the sitter decided against the profile ("mirror", "interpreter", "host_side", seat counts);
    `room` the outline in centimetres with door, windows, camera and flags.
    """

    __tablename__ = "seating_plan"

    event_id: Mapped[int] = part_of("event.id")
    item_id: Mapped[int | None] = optional_part_of("item.id")
    room_id: Mapped[int | None] = may_refer_to("room.id")
    kind: Mapped[str]
    title: Mapped[Text] = text_column()
    position: Mapped[int] = mapped_column(default=0)
    options: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    room: Mapped[dict[str, Any]] = mapped_column("room_outline", JSON, default=dict)


class SeatingTable(Base):
    """A table of a banquet, numbered and perhaps named; `x`, `y` in centimetres, `turn` in degrees."""

    __tablename__ = "seating_table"

    plan_id: Mapped[int] = part_of("seating_plan.id")
    number: Mapped[int]
    name: Mapped[Text] = text_column()
    shape: Mapped[str] = mapped_column(default="round")
    seats: Mapped[int] = mapped_column(default=10)
    x: Mapped[int] = mapped_column(default=0)
    y: Mapped[int] = mapped_column(default=0)
    turn: Mapped[int] = mapped_column(default=0)


class Placement(Base):
    """Somebody on a seat of a plan, by the seat's key (`rules.placement`). A pinned one is never moved in silence.

    Without a participation the chair is kept free on purpose.
    """

    __tablename__ = "placement"

    plan_id: Mapped[int] = part_of("seating_plan.id")
    table_id: Mapped[int | None] = optional_part_of("seating_table.id")
    seat: Mapped[str] = mapped_column("seat_key")
    participation_id: Mapped[int | None] = optional_part_of("participation.id")
    pinned: Mapped[bool] = mapped_column(default=False)


class SeatingWish(Base):
    """Two people who should sit together, or must not ("together", "apart"). For the host's eyes only (W-33)."""

    __tablename__ = "seating_wish"

    event_id: Mapped[int] = part_of("event.id")
    first_id: Mapped[int] = part_of("participation.id")
    second_id: Mapped[int] = part_of("participation.id")
    kind: Mapped[str] = mapped_column(default="together")
    reason: Mapped[str] = mapped_column(default="")
