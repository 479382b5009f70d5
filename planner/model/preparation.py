"""What is to be done before an event and after it, and what is signed at it (handbook 1.2, 3.11)."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from planner.model.base import Base, day_column, json_list, may_refer_to, part_of, text_column
from planner.rules.text import Text


class Task(Base):
    """Something to be done: so many working days before or after the event, or on a day of its own.

    `code` is one of the handbook's tasks (its words come from the catalog), "" where the office wrote its own into
    `title`. `due` is a day fixed by hand and wins over `anchor` and `offset`.
    """

    __tablename__ = "task"

    event_id: Mapped[int] = part_of("event.id")
    item_id: Mapped[int | None] = may_refer_to("item.id")
    person_id: Mapped[int | None] = may_refer_to("person.id")  # who does it, where known by name
    code: Mapped[str] = mapped_column(default="")
    title: Mapped[str] = mapped_column(default="")
    owner: Mapped[str] = mapped_column(default="")  # in the office's own words: "protocol", "visa desk"
    anchor: Mapped[str] = mapped_column(default="start")  # "start", "end": the event's first or last day
    offset: Mapped[int | None] = mapped_column("offset_days")  # working days of the host; before is negative
    due: Mapped[date | None] = day_column()
    done_on: Mapped[date | None] = day_column()
    note: Mapped[str] = mapped_column(default="")
    position: Mapped[int] = mapped_column(default=0)


class Signing(Base):
    """A text that is signed at an item: how many originals, in which languages, and whether it is the agreed one.

    `agreed` and `final` are SHA-256 of the files: the revision both sides agreed, and the one that lies on the table.
    `ready` are the marks of the check-list (handbook 3.11) that somebody has ticked.
    """

    __tablename__ = "signing"

    item_id: Mapped[int] = part_of("item.id")
    agreement_id: Mapped[int | None] = may_refer_to("agreement.id")
    title: Mapped[Text] = text_column()
    position: Mapped[int] = mapped_column(default=0)
    originals: Mapped[int | None]
    languages: Mapped[list[str]] = json_list()  # the languages the text is in
    agreed: Mapped[str] = mapped_column("agreed_sha256", default="")
    agreed_file: Mapped[str] = mapped_column(default="")  # its name, without a folder
    final: Mapped[str] = mapped_column("final_sha256", default="")
    final_file: Mapped[str] = mapped_column(default="")
    ready: Mapped[list[str]] = json_list()
    minutes: Mapped[int | None]  # it takes three to five (handbook 3.11)
    note: Mapped[str] = mapped_column(default="")


class Signatory(Base):
    """Who signs a text, and on what power."""

    __tablename__ = "signatory"

    signing_id: Mapped[int] = part_of("signing.id")
    participation_id: Mapped[int] = part_of("participation.id")
    powers: Mapped[str] = mapped_column(default="")  # the paper that gives the power; "" until it has been seen
    position: Mapped[int] = mapped_column(default=0)
