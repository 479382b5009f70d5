"""What an event says on its papers, which versions were issued, and who holds which copy."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from planner.model.base import Base, JournalBase, may_refer_to, part_of, text_column
from planner.rules.text import Text


class PaperHeading(Base):
    """The authored heading of one paper of an event; titles in Russian need cases no program may guess."""

    __tablename__ = "paper_heading"

    event_id: Mapped[int] = part_of("event.id")
    paper: Mapped[str]  # "programme", "agenda", "running-order", "participants"
    title: Mapped[Text] = text_column()
    subtitle: Mapped[Text] = text_column()


class IssuedPaper(Base):
    """One version of a paper, as it went out. Versions are counted per event, paper, item, delegation and edition.

    The item and delegation are named by plain ids and not referred to: what was issued stays what it is when they are
    removed. `frozen` and `pdf` are the SHA-256 of blobs: the data it was made of, and its bytes. `overridden` counts
    the findings that did not keep it from being issued, by code; `override` is the written reason for that.
    """

    __tablename__ = "issued_paper"

    event_id: Mapped[int] = part_of("event.id")
    paper: Mapped[str]
    item_id: Mapped[int | None]
    delegation_id: Mapped[int | None]
    edition: Mapped[str]
    number: Mapped[int]
    author: Mapped[str]
    at: Mapped[str] = mapped_column(String(32))  # UTC, ISO 8601: the time it bears
    reason: Mapped[str]
    override: Mapped[str] = mapped_column("override_reason", default="")
    overridden: Mapped[dict[str, int]] = mapped_column(JSON, default=dict)
    choice: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    change: Mapped[int] = mapped_column("change_number")  # the state of the office it shows
    frozen: Mapped[str] = mapped_column("frozen_sha256", String(64))
    pdf: Mapped[str] = mapped_column("pdf_sha256", String(64))


class PaperHolder(Base):
    """Who holds which copy of a version. The name stays as it was written down, whatever becomes of the person."""

    __tablename__ = "paper_holder"

    issued_paper_id: Mapped[int] = part_of("issued_paper.id")
    person_id: Mapped[int | None] = may_refer_to("person.id")
    name: Mapped[str]
    copy: Mapped[int] = mapped_column("copy_number")
    how: Mapped[str] = mapped_column(default="")  # "by hand", "e-mail": in the office's own words
    given_at: Mapped[str] = mapped_column(String(32))  # UTC, ISO 8601
    taken_at: Mapped[str] = mapped_column(String(32), default="")  # when it was taken back


class PaperTemplate(Base):
    """What the office changed in a paper: wording, columns, order, emblem and style, by key."""

    __tablename__ = "paper_template"

    paper: Mapped[str] = mapped_column(unique=True)
    values: Mapped[dict[str, Any]] = mapped_column("template_values", JSON, default=dict)


class Blob(JournalBase):
    """Bytes by their SHA-256, kept outside the journal: undo never takes them away."""

    __tablename__ = "blob"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
