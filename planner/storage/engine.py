"""Engines: SQLite through its bundled driver, PostgreSQL through psycopg; the only place that knows either."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool, QueuePool

from planner.errors import FileProblem
from planner.storage.driver import READER_PRAGMAS, connect_file, mode_for
from planner.storage.images import dumps

WRITER_PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA synchronous=FULL",  # with less, nothing reaches the disk before "Saved" is shown
    "PRAGMA busy_timeout=5000",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
)
def is_server(office: str) -> bool:
    """Tell whether OFFICE names a PostgreSQL database rather than a file."""
    return office.startswith(("postgresql://", "postgres://", "postgresql+psycopg://"))


def file_migrator(path: Path) -> Engine:
    """Return the engine that rebuilds tables: dropping one must not count as removing what others refer to."""
    return _locking(_file_engine(path, "rw", ("PRAGMA foreign_keys=OFF", *WRITER_PRAGMAS[1:])))


def file_writer(path: Path) -> Engine:
    """Return the engine that writes an SQLite office; each transaction takes the write lock at once."""
    return _locking(_file_engine(path, "rw", WRITER_PRAGMAS))


def _locking(engine: Engine) -> Engine:
    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        # The driver's own transactions leave half a migration behind and disarm deferred keys.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def file_reader(path: Path) -> Engine:
    """Return the engine that reads an SQLite office, beside the writer."""
    engine = _file_engine(path, mode_for(path), READER_PRAGMAS)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def keep_log(path: Path) -> None:
    """Let the engine keep a write-ahead log, so that readers and the writer do not wait for one another.

    A backup has none, so that it is one file; an office made of it needs it again.
    """
    connection = connect_file(path)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
    finally:
        connection.close()


def server_engine(url: str) -> Engine:
    """Return the engine of a PostgreSQL office; a frozen server is given up after a bounded time.

    Raise FileProblem where the URL is none.
    """
    url = url.replace("postgresql+psycopg://", "postgresql://", 1).replace("postgres://", "postgresql://", 1)
    try:
        address = make_url(url.replace("postgresql://", "postgresql+psycopg://", 1))
    except (ArgumentError, ValueError) as error:  # its text may hold a password, so it is not repeated
        raise FileProblem("This is no address of a database. Write postgresql://user@host/database.") from error
    return create_engine(
        address,
        json_serializer=dumps,  # Cyrillic as it is: half the bytes, and read twice as fast as escaped
        hide_parameters=True,  # no names of guests in the text of an error
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": 5,
            "keepalives_idle": 30,
            "options": "-c statement_timeout=15000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000",
        },
    )


def snapshots(engine: Engine) -> Engine:
    """Return an engine of a server whose transactions read one state and write nothing."""
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _file_engine(path: Path, mode: str, pragmas: tuple[str, ...]) -> Engine:
    from sqlcipher3 import dbapi2

    def connect() -> Any:
        connection = connect_file(path, mode)
        for pragma in pragmas:
            connection.execute(pragma)
        return connection

    pool: Any = NullPool if mode == "ro" else QueuePool
    return create_engine("sqlite://", module=dbapi2, creator=connect, poolclass=pool, json_serializer=dumps,
                         hide_parameters=True)  # fmt: skip
