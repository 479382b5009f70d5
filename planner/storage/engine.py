"""Engines: SQLite through its bundled driver, PostgreSQL through psycopg; the only place that knows either."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import NullPool, QueuePool

WRITER_PRAGMAS = (
    "PRAGMA foreign_keys=ON",
    "PRAGMA synchronous=FULL",  # with less, nothing reaches the disk before "Saved" is shown
    "PRAGMA busy_timeout=5000",
    "PRAGMA secure_delete=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
)
READER_PRAGMAS = (
    "PRAGMA query_only=ON",
    "PRAGMA busy_timeout=5000",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA mmap_size=0",
)


def is_server(office: str) -> bool:
    """Tell whether OFFICE names a PostgreSQL database rather than a file."""
    return office.startswith(("postgresql://", "postgres://", "postgresql+psycopg://"))


def file_writer(path: Path) -> Engine:
    """Return the engine that writes an SQLite office; each transaction takes the write lock at once."""
    engine = _file_engine(path, "rw", WRITER_PRAGMAS)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        # The driver's own transactions leave half a migration behind and disarm deferred keys.
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def file_reader(path: Path) -> Engine:
    """Return the engine that reads an SQLite office, beside the writer."""
    mode = "rw" if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) else "ro"
    engine = _file_engine(path, mode, READER_PRAGMAS)

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


def connect_file(path: Path, mode: str = "rw") -> Any:
    """Open a raw connection; `mode` is SQLite's "rw", "ro" or "rwc". The key, once there is one, goes here."""
    from sqlcipher3 import dbapi2

    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    if mode == "ro" and not os.access(path.parent, os.W_OK) and not path.with_name(path.name + "-wal").exists():
        uri += "&immutable=1"  # a folder without rights has no room for the shared memory file
    return dbapi2.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=5)


def server_engine(url: str) -> Engine:
    """Return the engine of a PostgreSQL office; a frozen server is given up after a bounded time."""
    url = url.replace("postgresql+psycopg://", "postgresql://", 1).replace("postgres://", "postgresql://", 1)
    return create_engine(
        url.replace("postgresql://", "postgresql+psycopg://", 1),
        hide_parameters=True,  # no names of guests in the text of an error
        pool_pre_ping=True,
        connect_args={
            "connect_timeout": 5,
            "keepalives_idle": 30,
            "options": "-c statement_timeout=15000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000",
        },
    )


def _file_engine(path: Path, mode: str, pragmas: tuple[str, ...]) -> Engine:
    from sqlcipher3 import dbapi2

    def connect() -> Any:
        connection = connect_file(path, mode)
        for pragma in pragmas:
            connection.execute(pragma)
        return connection

    pool: Any = NullPool if mode == "ro" else QueuePool
    return create_engine("sqlite://", module=dbapi2, creator=connect, poolclass=pool, hide_parameters=True)
