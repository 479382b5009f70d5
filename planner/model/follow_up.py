"""What a meeting came to: its record, what was promised, and what the press may quote (handbook 2.19, 2.20)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from planner.model.base import Base, day_column, may_refer_to, optional_part_of, part_of, text_column
from planner.rules.text import Text


class Record(Base):
    """A paragraph of the minutes of an item: "heard", "spoke" or "resolved", and who spoke."""

    __tablename__ = "record"

    item_id: Mapped[int] = part_of("item.id")
    kind: Mapped[str] = mapped_column(default="heard")
    participation_id: Mapped[int | None] = may_refer_to("participation.id")
    words: Mapped[Text] = text_column()
    position: Mapped[int] = mapped_column(default=0)


class Commitment(Base):
    """Something promised, by whom until when."""

    __tablename__ = "commitment"

    event_id: Mapped[int] = part_of("event.id")
    item_id: Mapped[int | None] = may_refer_to("item.id")
    person_id: Mapped[int | None] = may_refer_to("person.id")
    side: Mapped[str] = mapped_column(default="")
    words: Mapped[Text] = text_column()
    due: Mapped[date | None] = day_column()
    state: Mapped[str] = mapped_column(default="open")
    result: Mapped[str] = mapped_column(default="")
    co_owners: Mapped[str] = mapped_column(default="")  # who else does it, in the office's own words
    control: Mapped[str] = mapped_column(default="")  # who watches over it (handbook 2.19)
    position: Mapped[int] = mapped_column(default=0)


class Statement(Base):
    """A paragraph of a note: of the press note, a briefing, a letter, a biography; or somebody's words, quoted.

    `paper` and `part` say where it stands ("press-note", "quote"); a biography belongs to the person.
    """

    __tablename__ = "statement"

    event_id: Mapped[int | None] = optional_part_of("event.id")
    person_id: Mapped[int | None] = optional_part_of("person.id")
    item_id: Mapped[int | None] = may_refer_to("item.id")
    paper: Mapped[str]
    part: Mapped[str] = mapped_column(default="")
    words: Mapped[Text] = text_column()
    position: Mapped[int] = mapped_column(default=0)
    approved_by: Mapped[str] = mapped_column(default="")
