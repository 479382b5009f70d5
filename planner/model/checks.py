"""Findings a person has looked at and found to be no problem."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from planner.model.base import Base, part_of


class Dismissal(Base):
    """A finding that is no problem, and why: as long as the facts are the same (`facts` is their fingerprint)."""

    __tablename__ = "dismissal"

    event_id: Mapped[int] = part_of("event.id")
    code: Mapped[str]
    things: Mapped[list[Any]] = mapped_column(JSON, default=list)  # [["item", 12], ["person", 4]]
    facts: Mapped[str] = mapped_column(String(64))
    reason: Mapped[str]
    author: Mapped[str]
    at: Mapped[str] = mapped_column(String(32))  # UTC, ISO 8601
