"""What an event says on its papers."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from planner.model.base import Base, part_of, text_column
from planner.rules.text import Text


class PaperHeading(Base):
    """The authored heading of one paper of an event; titles in Russian need cases no program may guess."""

    __tablename__ = "paper_heading"

    event_id: Mapped[int] = part_of("event.id")
    paper: Mapped[str]  # "programme", "agenda", "running-order", "participants"
    title: Mapped[Text] = text_column()
    subtitle: Mapped[Text] = text_column()
