"""What all tables share: ids from the office's counter, typed columns, ownership between rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Integer, MetaData, String, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, mapped_column

from planner.rules.cells import day_of_cell, text_of_cell
from planner.rules.text import Text

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class TextColumn(TypeDecorator[Text]):
    """A `Text` in one JSON column, whatever the number of languages."""

    impl = JSON
    cache_ok = True

    def process_bind_param(self, value: Text | None, dialect: Any) -> dict[str, Any]:
        return value.to_json() if value else {}

    def process_result_value(self, value: Mapping[str, Any] | None, dialect: Any) -> Text:
        return Text.from_json(value)

    def result_processor(self, dialect: Any, coltype: Any) -> Any:
        # SQLite hands out the words of the cell; PostgreSQL's driver has read them already.
        return text_of_cell if dialect.name == "sqlite" else super().result_processor(dialect, coltype)

    def coerce_compared_value(self, op: Any, value: Any) -> Any:
        return self.impl_instance.coerce_compared_value(op, value)


class DayColumn(TypeDecorator[date]):
    """A calendar day as ISO text: sorts rightly and is the same on both engines."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Any) -> str | None:
        return value.isoformat() if value else None

    def process_result_value(self, value: str | None, dialect: Any) -> date | None:
        return day_of_cell(value)

    def result_processor(self, dialect: Any, coltype: Any) -> Any:
        return day_of_cell  # both engines hand out the words; a list of people has eight days for each


class Base(DeclarativeBase):
    """The product's rows. Every one has an `id` from the office's counter, never used twice."""

    metadata = MetaData(naming_convention=NAMING)

    id: Mapped[int] = mapped_column(
        Integer().with_variant(BigInteger, "postgresql"), primary_key=True, autoincrement=False
    )


class JournalBase(DeclarativeBase):
    """The journal's own rows, which are not journalled themselves."""

    metadata = MetaData(naming_convention=NAMING)


def part_of(column: str) -> MappedColumn[Any]:
    """Declare a reference to the row this one belongs to: it is removed together with it."""
    return mapped_column(_reference(column), index=True, info={"on_remove": "remove"})


def optional_part_of(column: str) -> MappedColumn[Any]:
    """Like `part_of`, where the row may also stand alone or belong to another."""
    return mapped_column(_reference(column), index=True, nullable=True, info={"on_remove": "remove"})


def may_need(column: str) -> MappedColumn[Any]:
    """Declare a reference that may be empty, but keeps its target from being removed."""
    return mapped_column(_reference(column), index=True, nullable=True, info={"on_remove": "refuse"})


def may_refer_to(column: str) -> MappedColumn[Any]:
    """Declare a reference that becomes empty when its target is removed."""
    return mapped_column(_reference(column), index=True, nullable=True, info={"on_remove": "forget"})


def text_column() -> MappedColumn[Any]:
    """Declare a printed text."""
    return mapped_column(TextColumn, default=Text)


def day_column(*, nullable: bool = True) -> MappedColumn[Any]:
    """Declare a calendar day."""
    return mapped_column(DayColumn, nullable=nullable)


def json_list() -> MappedColumn[Any]:
    """Declare a short list of plain values."""
    return mapped_column(JSON, default=list)


def _reference(column: str) -> ForeignKey:
    # Without action in the database: what goes with what is decided, and journalled, by the unit of work.
    return ForeignKey(column, deferrable=True, initially="DEFERRED")
