"""An office file read by the driver alone: for what is shown before SQLAlchemy has been imported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from planner.rules.office_format import APPLICATION_ID, SCHEMA
from planner.storage.driver import READER_PRAGMAS, connect_file, mode_for


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
    """Read one state of an office file; None where it is no office, or one of another version of this program.

    Raise whatever the driver raises where the file is missing, damaged or locked.
    """
    with closing(connect_file(path, mode_for(path))) as connection:
        for pragma in READER_PRAGMAS:
            connection.execute(pragma)
        connection.execute("BEGIN")
        numbers = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        yield FileReading(connection) if numbers == [APPLICATION_ID, SCHEMA] else None
        connection.execute("ROLLBACK")
