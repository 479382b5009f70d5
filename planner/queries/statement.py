"""Queries written out as SQL: for what is read at every start, before SQLAlchemy is there, and by it afterwards.

SQLite is asked for all rows at once, as one JSON value: it works without Python meanwhile, and hands over 20,000 names
in half the time that fetching each cell takes. Where a query is written with SQLAlchemy instead, it is not this urgent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

from planner.rules.cells import day_of_cell, text_of_cell
from planner.rules.text import Text

_NAMED = re.compile(r":(\w+)")


class Cell(NamedTuple):
    """How a column's cells are read: those of a file, and those a server's driver hands out. None leaves them."""

    of_file: Callable[[Any], Any]
    of_server: Callable[[Any], Any] | None


def _value_of_cell(cell: Any) -> Any:
    """Return a plain value; SQLite keeps one that is a number as a number."""
    return json.loads(cell) if isinstance(cell, str) else cell


TEXT = Cell(text_of_cell, Text.from_json)
"""An authored text."""
DAY = Cell(day_of_cell, day_of_cell)
"""A calendar day."""
FLAG = Cell(bool, None)
"""Yes or no."""
VALUE = Cell(_value_of_cell, None)
"""Plain values, a list or a table of them."""


class Reads(Protocol):
    """What a statement asks: a connection of SQLAlchemy's, or of a file's driver (`planner.storage.reading`)."""

    @property
    def dialect(self) -> Any:
        """The engine; its `name` is "sqlite" for a file."""

    def exec_driver_sql(self, statement: str, parameters: Any, /) -> Any:
        """Run a statement in the engine's own words."""


Column = str | tuple[str, Cell]


class Statement:
    """A query for both engines: its columns, each with how it is read unless it is a number or words, and the rest.

    What it is asked with is named: `WHERE d.event_id = :event`. Attributes: `of_file`, what SQLite is asked: for all
    rows as one JSON value.
    """

    def __init__(self, columns: Sequence[Column], rest: str) -> None:
        names = [column if isinstance(column, str) else column[0] for column in columns]
        places = ", ".join(f"c{place}" for place in range(len(names)))
        chosen = ", ".join(f"{name} AS c{place}" for place, name in enumerate(names))
        # SQLite keeps the order of an inner query for aggregates that join: "The ORDER BY Clause" of its manual's
        # query planner. Every part of a statement is written in this program; what varies is handed over by name.
        plain = f"SELECT {chosen} {rest}"  # sink-ok: our own words
        self.of_file = f"SELECT json_group_array(json_array({places})) FROM ({plain})"  # noqa: S608 # sink-ok: our own
        self._of_server = _NAMED.sub(r"%(\1)s", plain)
        self._cells = [(place, column[1]) for place, column in enumerate(columns) if not isinstance(column, str)]

    def rows(self, db: Reads, **values: Any) -> list[list[Any]]:
        """Return the rows."""
        if db.dialect.name == "sqlite":
            found: list[list[Any]] = json.loads(db.exec_driver_sql(self.of_file, values).scalar())
            readers = [(place, cell.of_file) for place, cell in self._cells]
        else:
            found = [list(row) for row in db.exec_driver_sql(self._of_server, values)]
            readers = [(place, cell.of_server) for place, cell in self._cells if cell.of_server is not None]
        for place, reader in readers:
            for row in found:
                if row[place] is not None:
                    row[place] = reader(row[place])
        return found

    def row(self, db: Reads, **values: Any) -> list[Any] | None:
        """Return the only row, or None."""
        found = self.rows(db, **values)
        return found[0] if found else None
