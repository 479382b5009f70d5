"""An office file read by the driver alone: for what is shown before SQLAlchemy has been imported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from planner.rules.office_format import APPLICATION_ID, HEAD, SCHEMA, Numbers, numbers_in
from planner.storage.driver import READER_PRAGMAS, connect_file, mode_for, on_network_share

PATIENCE = 200
"""Milliseconds to wait for a file that another program holds; opening it afterwards waits longer, and says so."""


class Dialect(NamedTuple):
    """Which engine it is, as SQLAlchemy's connections say it."""

    name: str = "sqlite"


class Answer(NamedTuple):
    """What the engine answered."""

    cursor: Any

    def scalar(self) -> Any:
        """Return the first cell of the first row."""
        return self.cursor.fetchone()[0]


class FileReading:
    """A transaction that reads; what runs statements needs no more of a connection (`planner.queries.statement`)."""

    dialect = Dialect()

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def exec_driver_sql(self, sql: str, values: Mapping[str, Any]) -> Answer:
        """Ask the engine."""
        return Answer(self._connection.execute(sql, values))


@contextmanager
def reading(path: Path) -> Iterator[FileReading | None]:
    """Read one state of an office file; None where it is none, of another version, or on a network share.

    Raise whatever the system or the driver raises where the file is missing, damaged or locked.
    """
    with path.open("rb") as file:
        head = numbers_in(file.read(HEAD))
    if head != Numbers(APPLICATION_ID, SCHEMA) or on_network_share(path):
        yield None  # before the engine lays anything beside it
        return
    with closing(connect_file(path, mode_for(path))) as connection:
        for pragma in READER_PRAGMAS:
            connection.execute(pragma)
        connection.execute(f"PRAGMA busy_timeout={PATIENCE}")  # sink-ok: our own constant
        connection.execute("BEGIN")
        (schema,) = connection.execute("SELECT schema_number FROM office").fetchone()  # of the state that is read
        yield FileReading(connection) if schema == SCHEMA else None
        connection.execute("ROLLBACK")
