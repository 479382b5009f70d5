"""Columns and tables as the steps write them: frozen here, whatever the models become later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

ID = sa.Integer().with_variant(sa.BigInteger(), "postgresql")


def words(name: str, *, length: int | None = None, nullable: bool = False) -> sa.Column[Any]:
    """A string."""
    return sa.Column(name, sa.String(length), nullable=nullable, server_default=None if nullable else "")


def number(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A whole number."""
    return sa.Column(name, sa.Integer(), nullable=nullable, server_default=None if nullable else "0")


def flag(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """True or false."""
    return sa.Column(name, sa.Boolean(), nullable=nullable, server_default=None if nullable else sa.false())


def day(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A calendar day as ISO text."""
    return sa.Column(name, sa.String(10), nullable=nullable, server_default=None if nullable else "")


def json(name: str, *, there: str = "{}", nullable: bool = False) -> sa.Column[Any]:
    """A text or other JSON value; rows there are get `there`."""
    return sa.Column(name, sa.JSON(), nullable=nullable, server_default=None if nullable else _there(there))


def _there(words: str) -> sa.TextClause:
    return sa.text(f"'{words}'")  # sink-ok: a constant of a step, "{}" or "[]"


def ref(name: str, target: str, *, nullable: bool = False) -> sa.Column[Any]:
    """A reference to another row, checked at the end of the transaction, with an index."""
    return sa.Column(name, ID, nullable=nullable, info={"target": target})


def add_table(op: Any, name: str, columns: Sequence[sa.Column[Any]], *, unique: Sequence[str] = ()) -> None:
    """Make a table with its id, keys and indexes, named as the models name them."""
    keys = [_key(name, column) for column in columns if "target" in column.info]
    same = [sa.UniqueConstraint(column, name=f"uq_{name}_{column}") for column in unique]
    own = sa.Column("id", ID, autoincrement=False, nullable=False)
    op.create_table(name, *map(_plain, columns), own, sa.PrimaryKeyConstraint("id", name=f"pk_{name}"), *keys, *same)
    _add_indexes(op, name, columns)


def add_columns(op: Any, name: str, columns: Sequence[sa.Column[Any]]) -> None:
    """Give a table columns; the value for the rows there are is not kept as a default of the table's."""
    with op.batch_alter_table(name) as batch:
        for column in columns:
            batch.add_column(_plain(column, server_default=column.server_default))
        for column in columns:
            if "target" in column.info:
                table, key = column.info["target"].split(".")
                batch.create_foreign_key(
                    f"fk_{name}_{column.name}", table, [column.name], [key], deferrable=True, initially="DEFERRED"
                )
    with op.batch_alter_table(name) as batch:
        for column in columns:
            if column.server_default is not None:
                batch.alter_column(column.name, existing_type=column.type, server_default=None)
    _add_indexes(op, name, columns)


def _plain(column: sa.Column[Any], **values: Any) -> sa.Column[Any]:
    """A column of its own for each table it is made in: a step may run in several offices."""
    return sa.Column(column.name, column.type, nullable=column.nullable, **values)


def _key(table: str, column: sa.Column[Any]) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column.name], [column.info["target"]], name=f"fk_{table}_{column.name}", deferrable=True, initially="DEFERRED"
    )


def _add_indexes(op: Any, name: str, columns: Sequence[sa.Column[Any]]) -> None:
    for column in columns:
        if "target" in column.info:
            op.create_index(f"ix_{name}_{column.name}", name, [column.name])
