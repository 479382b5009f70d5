"""Photographs of people and events, re-encoded without position or camera data."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from planner.model.base import Base, optional_part_of, text_column
from planner.rules.text import Text


class Picture(Base):
    """A photograph of a person or an event; `content` is the SHA-256 of its blob."""

    __tablename__ = "picture"

    person_id: Mapped[int | None] = optional_part_of("person.id")
    event_id: Mapped[int | None] = optional_part_of("event.id")
    content: Mapped[str] = mapped_column("content_sha256", String(64))
    width: Mapped[int] = mapped_column(default=0)
    height: Mapped[int] = mapped_column(default=0)
    caption: Mapped[Text] = text_column()
    position: Mapped[int] = mapped_column(default=0)
    credit: Mapped[str] = mapped_column(default="")  # who took it, as the press prints it
    consent: Mapped[bool] = mapped_column(default=False)
