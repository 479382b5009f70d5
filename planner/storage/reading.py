"""An office file read by the driver alone: for what is shown before SQLAlchemy has been imported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Lock, Thread
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

    cell: Any

    def scalar(self) -> Any:
        """Return the first cell of the first row."""
        return self.cell


class Ahead:
    """A statement that is asked before somebody waits for it."""

    def __init__(self, sql: str, values: Mapping[str, Any]) -> None:
        self.sql, self.values = sql, values
        self._done = Event()
        self._answer: Answer | None = None
        self._error: Exception | None = None

    def ask(self, ask: Callable[[str, Mapping[str, Any]], Answer]) -> None:
        """Have it answered."""
        try:
            self._answer = ask(self.sql, self.values)
        except Exception as error:  # noqa: BLE001 - raised again where the answer is taken
            self._error = error
        self._done.set()

    def answer(self) -> Answer:
        """Wait for the answer; raise what the driver raised."""
        self._done.wait()
        if self._answer is None:
            assert self._error is not None
            raise self._error
        return self._answer


class FileReading:
    """A transaction that reads; what runs statements needs no more of a connection (`planner.queries.statement`)."""

    dialect = Dialect()

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._one_at_a_time = Lock()
        self._ahead: list[Ahead] = []
        self._asking: Thread | None = None

    def exec_driver_sql(self, sql: str, values: Mapping[str, Any]) -> Answer:
        """Return what the engine answers, or has answered ahead."""
        for ahead in self._ahead:
            if (ahead.sql, ahead.values) == (sql, values):
                self._ahead.remove(ahead)
                return ahead.answer()
        return self._ask(sql, values)

    def ask_ahead(self, statements: Iterable[tuple[str, Mapping[str, Any]]]) -> None:
        """Ask one statement after the other, while what was answered before is being worked on."""
        asked = [Ahead(sql, values) for sql, values in statements]
        self._ahead += asked
        self._asking = Thread(target=self._ask_all, args=(asked,), name="reading ahead", daemon=True)
        self._asking.start()

    def close(self) -> None:
        """Wait for what is still being asked."""
        if self._asking is not None:
            self._asking.join()

    def _ask_all(self, asked: Iterable[Ahead]) -> None:
        for one in asked:
            one.ask(self._ask)

    def _ask(self, sql: str, values: Mapping[str, Any]) -> Answer:
        with self._one_at_a_time:
            return Answer(self._connection.execute(sql, values).fetchone()[0])


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
        if schema != SCHEMA:
            yield None
            return
        with closing(FileReading(connection)) as found:
            yield found
