"""An open office: its engines, its writer's lock, and the one way to run a transaction on it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, select
from sqlalchemy.orm import Session

from planner.errors import FileProblem, ReadOnly
from planner.model.office import Office
from planner.storage import office_file
from planner.storage.engine import file_reader, file_writer, is_server, server_engine
from planner.storage.faults import in_words
from planner.storage.locks import WriterLock
from planner.storage.schema import SCHEMA, create_tables, refuse_newer, schema_of


class Store:
    """Attributes: `name` (for sentences), `path` (None on a server), `read_only_because` (None while writable)."""

    def __init__(self, name: str, *, path: Path | None, reader: Engine, writer: Engine | None) -> None:
        self.name = name
        self.path = path
        self.read_only_because: ReadOnly | None = None
        self._reader = reader
        self._writer = writer
        self._lock: WriterLock | None = None
        self._identity = office_file.identity(path) if path else None

    @contextmanager
    def writing(self) -> Iterator[tuple[Session, Office]]:
        """Run a transaction with the office row locked; commit at the end, roll back on any exception."""
        if self._writer is None:
            raise self.read_only_because or ReadOnly("{office} can only be read.", office=self.name)
        self.look_for_the_file()
        with in_words(self.name), Session(self._writer, expire_on_commit=False) as session, session.begin():
            office = session.scalars(select(Office).with_for_update()).one()
            yield session, office

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Run queries on one consistent state of the office."""
        with in_words(self.name), self._reader.connect() as connection:
            yield connection

    def look_for_the_file(self) -> None:
        """Raise FileProblem if the file was moved or replaced: a write into it would succeed and be lost."""
        if self.path and office_file.identity(self.path) != self._identity:
            raise FileProblem(
                "{file} was replaced by another file while it was open. "
                "Nothing was changed; close it and open it again.",
                file=self.path.name,
            )

    def close(self) -> None:
        """Give back connections and the writer's lock."""
        for engine in {self._writer, self._reader} - {None}:
            assert engine is not None
            engine.dispose()
        if self._lock:
            self._lock.release()
            self._lock = None

    def hold(self, lock: WriterLock) -> None:
        """Keep the writer's lock until `close`."""
        self._lock = lock


def create(office: str) -> None:
    """Make a new, empty office at a path or in an empty database. Raise FileProblem if something is there."""
    if is_server(office):
        _create_on_server(office)
        return
    path = Path(office)
    office_file.make_private(path)
    try:
        with in_words(path.name):
            engine = file_writer(path)
            with engine.connect() as connection:
                connection.exec_driver_sql("ROLLBACK")
                connection.exec_driver_sql("PRAGMA journal_mode=WAL")
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                create_tables(connection)
                connection.commit()
            _checkpoint(engine)
            engine.dispose()
    except BaseException:
        for part in ("", "-wal", "-shm"):
            path.with_name(path.name + part).unlink(missing_ok=True)
        raise


def open_store(office: str, *, read_only: bool = False) -> Store:
    """Open an office at a path or a database URL.

    Raise FileProblem or ReadOnly in words. An older schema is migrated after a backup; where the file or
    its folder cannot be written, the store is open for reading and says why.
    """
    if is_server(office):
        return _open_server(office, read_only=read_only)
    path = Path(office)
    schema = office_file.recognise(path)
    if read_only or not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        store = Store(path.name, path=path, reader=file_reader(path), writer=None)
        store.read_only_because = ReadOnly(
            "{office} is open for reading only: you have no right to write in it, or asked for that.", office=path.name
        )
        return store
    if office_file.on_network_share(path):
        raise FileProblem(
            "{file} lies on a network share, where two writers would destroy it. "
            "Copy it to this computer, or use the office's server.",
            file=path.name,
        )
    lock = WriterLock(path)
    try:
        if schema < SCHEMA:
            from planner.storage.migrations import migrate_file

            migrate_file(path, schema)
        store = Store(path.name, path=path, reader=file_reader(path), writer=file_writer(path))
        store.hold(lock)
    except BaseException:
        lock.release()
        raise
    return store


def checkpoint(store: Store) -> None:
    """Bring everything from the write-ahead log into the file itself."""
    if store.path and store._writer is not None:
        _checkpoint(store._writer)


def _checkpoint(engine: Engine) -> None:
    with engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.exec_driver_sql("BEGIN")


def _open_server(url: str, *, read_only: bool) -> Store:
    engine = server_engine(url)
    try:
        name = _prepare_server(engine, read_only=read_only)
    except BaseException:
        engine.dispose()
        raise
    store = Store(name, path=None, reader=engine, writer=None if read_only else engine)
    if read_only:
        store.read_only_because = ReadOnly("{office} was opened for reading only.", office=name)
    return store


def _prepare_server(engine: Engine, *, read_only: bool) -> str:
    name = engine.url.database or "PostgreSQL"
    with in_words(name), engine.connect() as connection:
        schema = schema_of(connection)
    if schema is None:
        raise FileProblem("The database {name} holds no office. Make one with the command new.", name=name)
    refuse_newer(schema, name)
    if schema < SCHEMA and not read_only:
        from planner.storage.migrations import migrate_server

        migrate_server(engine, schema)
    return name


def _create_on_server(url: str) -> None:
    engine = server_engine(url)
    name = engine.url.database or "PostgreSQL"
    try:
        with in_words(name), engine.begin() as connection:
            if schema_of(connection) is not None:
                raise FileProblem("The database {name} holds an office already. Choose another.", name=name)
            if connection.dialect.get_table_names(connection):
                raise FileProblem("The database {name} belongs to another program. It was left as it is.", name=name)
            create_tables(connection)
    finally:
        engine.dispose()
