"""Writing many rows at once, through the driver itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import JSON, Connection, Table, insert

from planner.storage.images import dumps

FEW = 100
"""Up to so many rows, SQLAlchemy's own way, which keeps the prepared statement, is the faster one."""


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows given by column names, with what is JSON as parsed; each row has a value for every column.

    SQLAlchemy takes as long to bind a row as the database to write it, so thousands go to the driver at once.
    """
    if len(rows) <= FEW:
        if rows:
            connection.execute(insert(table), rows)
        return
    statement = insert(table).compile(dialect=connection.dialect)
    for column in [column.name for column in table.columns if isinstance(column.type, JSON)]:
        rows = [{**row, column: dumps(row[column])} for row in rows]
    ready: Any = list(map(itemgetter(*statement.positiontup), rows)) if statement.positiontup else rows
    connection.exec_driver_sql(str(statement), ready)
