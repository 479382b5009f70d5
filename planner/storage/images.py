"""Row images: a row of any table as typed JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import JSON, Column, MetaData, String, Table
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeEngine

from planner.model.base import Base, DayColumn, TextColumn

Image = dict[str, Any]
Codec = Callable[[Any], Any]

_encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
dumps = _encoder.encode
loads = json.loads


@cache
def columns_of(model: type[DeclarativeBase]) -> tuple[tuple[str, str, Codec | None], ...]:
    """Return (attribute, column name, encoder or None) for each column of a mapped class, id first."""
    mapper = model.__mapper__
    return tuple((mapper.get_property_by_column(c).key, c.name, _encoder_of(c)) for c in _table(model).columns)


@cache
def model_of(table: str) -> type[Base]:
    """Return the mapped class of a table by its name."""
    return next(m.class_ for m in Base.registry.mappers if _table(m.class_).name == table)


def image_of(row: Base) -> Image:
    """Return the image of a row as it is now."""
    return image_from(type(row), row.__dict__)


def image_from(model: type[Base], values: Mapping[str, Any]) -> Image:
    """Return the image of a row of a class from its attributes; one that is not there is None."""
    return {
        name: values.get(key) if encode is None else encode(values.get(key)) for key, name, encode in columns_of(model)
    }


def encode_values(table: Table, values: Mapping[str, Any]) -> Image:
    """Return the image of a row read by column names."""
    return {c.name: values[c.name] if (f := _encoder_of(c)) is None else f(values[c.name]) for c in table.columns}


@cache
def as_images(table: Table) -> Table:
    """Return the same table as images have it: what is read from it or written to it are images."""
    return Table(table.name, MetaData(), *(Column(column.name, _plain_type(column)) for column in table.columns))


def _plain_type(column: Column[Any]) -> TypeEngine[Any]:
    """Texts are plain JSON in an image, days are words."""
    if isinstance(column.type, TextColumn):
        return JSON()
    return String(10) if isinstance(column.type, DayColumn) else column.type


def _table(model: type[DeclarativeBase]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)
    return table


def _encoder_of(column: Column[Any]) -> Codec | None:
    if isinstance(column.type, TextColumn):
        return lambda value: value.to_json() if value else {}
    if isinstance(column.type, DayColumn):
        return lambda value: value.isoformat() if value else None
    return None
