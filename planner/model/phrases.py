"""The office's phrases: what it writes again and again, in all its languages."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from planner.model.base import Base, text_column
from planner.rules.text import Text


class Phrase(Base):
    """A wording with its counterparts; `retired` ones are no longer offered."""

    __tablename__ = "phrase"

    words: Mapped[Text] = text_column()
    topic: Mapped[str] = mapped_column(default="")  # "meal", "movement": the kind of item it is for, "" for any
    retired: Mapped[bool] = mapped_column(default=False)
