"""The office's settings, and its journal."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, BigInteger, Index, Integer, String
from sqlalchemy import Text as LongString
from sqlalchemy.orm import Mapped, mapped_column

from planner.model.base import Base, JournalBase


class Setting(Base):
    """An office-wide setting, journalled like everything else."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[Any] = mapped_column(JSON)


class Office(JournalBase):
    """The one row every write locks first: change number, id counter, whose file this is, its schema."""

    __tablename__ = "office"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    application: Mapped[int] = mapped_column(BigInteger)
    schema: Mapped[int] = mapped_column("schema_number")
    change: Mapped[int] = mapped_column("change_number", default=0)
    next_id: Mapped[int] = mapped_column(BigInteger, default=1)


class Change(JournalBase):
    """One step: its label, author and time. `state` is "done", "undone", "dropped" (something new was done
    after it was undone) or "fixed" (cannot be taken back).
    """

    __tablename__ = "change"

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    label: Mapped[str]
    values: Mapped[dict[str, Any]] = mapped_column("label_values", JSON, default=dict)
    author: Mapped[str]
    at: Mapped[str] = mapped_column(String(32))  # UTC, ISO 8601
    origin: Mapped[str] = mapped_column(default="")
    merge: Mapped[str] = mapped_column("merge_key", default="")
    kind: Mapped[str] = mapped_column(default="do")  # "do", "undo", "redo"
    target: Mapped[int | None]  # the step an undo or redo is of
    step: Mapped[int] = mapped_column(index=True)  # the first change of the step; typing in one field shares a step
    state: Mapped[str] = mapped_column(default="done")
    event_id: Mapped[int | None] = mapped_column(BigInteger, index=True)


class ChangeRow(JournalBase):
    """The image of one row before and after a step; None where it did not exist."""

    __tablename__ = "change_row"
    __table_args__ = (Index("ix_change_row_row", "table_name", "row_id"),)

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    table: Mapped[str] = mapped_column("table_name")
    row_id: Mapped[int] = mapped_column(BigInteger)
    before: Mapped[str | None] = mapped_column("before_json", LongString)
    after: Mapped[str | None] = mapped_column("after_json", LongString)


class ChangePrivate(JournalBase):
    """The images of sensitive rows, kept apart so that erasing a person can blank them."""

    __tablename__ = "change_private"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    before: Mapped[str | None] = mapped_column("before_json", LongString)
    after: Mapped[str | None] = mapped_column("after_json", LongString)
