"""An open office: its engines, its writer's lock, and the one way to run a transaction on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from planner.errors import FileProblem, PlannerError, ReadOnly
from planner.model import import_all
from planner.model.office import Office
from planner.storage import office_file
from planner.storage.damage import is_damaged
from planner.storage.driver import has_room, may_write, on_network_share
from planner.storage.engine import file_reader, file_writer, is_server, keep_log, server_engine, snapshots
from planner.storage.faults import damaged, in_words, sentence_for
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
        self._copy: Path | None = None

    @contextmanager
    def writing(self) -> Iterator[tuple[Session, Office]]:
        """Run a transaction with the office row locked; commit at the end, roll back on any exception."""
        if self._writer is None:
            raise self.read_only_because or ReadOnly("{office} can only be read.", office=self.name)
        self.look_for_the_file()
        import_all()  # what is removed takes its parts along, of whatever table
        session = Session(self._writer, expire_on_commit=False)
        with in_words(self.name, self.path), self._damage_told_from_bugs(), session, session.begin():
            office = session.scalars(select(Office).with_for_update()).one()
            yield session, office

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Run queries on one consistent state of the office."""
        with in_words(self.name, self.path), self._damage_told_from_bugs(), self._reader.connect() as connection:
            yield connection

    def look_for_the_file(self) -> None:
        """Raise FileProblem if the file was moved, removed or replaced: a write would succeed and be lost.

        What was saved is brought into the file, wherever it is now, and into a copy among the backups.
        """
        if self.path is None or office_file.is_still(self.path, self._identity):
            self._copy = None
            return
        copy = self._rescued()
        raise FileProblem(
            "{file} is no longer where it was, or another file is in its place. Nothing was changed; "
            "put it back, or go on with a copy of all that was saved: {copy}.",
            file=self.path.name, copy=copy,
        )  # fmt: skip

    def _rescued(self) -> Path | None:
        if self.path is None or self._writer is None:
            return None
        if self._copy is None:
            from planner.storage.backup import rescue

            with in_words(self.name):
                _checkpoint(self._writer)
                connection = self._writer.raw_connection()
                try:
                    self._copy = rescue(connection.driver_connection, self.path)
                finally:
                    connection.close()
        return self._copy

    def close(self) -> None:
        """Give back connections and the writer's lock."""
        if self.path is not None and not office_file.is_still(self.path, self._identity):
            with suppress(PlannerError):  # closing must succeed; what could be kept is kept
                self._rescued()
        for engine in {self._writer, self._reader} - {None}:
            assert engine is not None
            engine.dispose()
        if self._lock:
            self._lock.release()
            self._lock = None

    @contextmanager
    def _damage_told_from_bugs(self) -> Iterator[None]:
        """Where something stumbles, look whether the file is whole: a flipped bit is no bug of ours."""
        try:
            yield
        except (DBAPIError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as error:
            known = isinstance(error, DBAPIError) and sentence_for(error.orig, self.name) is not None
            if self.path is None or known or not is_damaged(self.path):
                raise
            raise damaged(self.name) from error

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
    engine = file_writer(path)
    try:
        with in_words(path.name, path):
            with engine.connect() as connection:
                connection.exec_driver_sql("ROLLBACK")
                connection.exec_driver_sql("PRAGMA journal_mode=WAL")
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                create_tables(connection)
                connection.commit()
            _checkpoint(engine)
            engine.dispose()
    except BaseException:
        engine.dispose()
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
    if read_only or not may_write(path):
        if schema < SCHEMA:
            raise FileProblem(
                "{office} was made by an older version of this program. Open it once where it may be written, "
                "so that it can be brought up to date.",
                office=path.name,
            )
        store = Store(path.name, path=path, reader=file_reader(path), writer=None)
        if read_only or has_room(path):
            store.read_only_because = ReadOnly(
                "{office} is open for reading only: you have no right to write in it, or asked for that.",
                office=path.name,
            )
        else:
            store.read_only_because = ReadOnly(
                "There is no room left on the disk of {office}, so it is open for reading only. "
                "Make room, and open it again.",
                office=path.name,
            )
        return store
    if on_network_share(path):
        raise FileProblem(
            "{file} lies on a network share, where two writers would destroy it. "
            "Copy it to this computer, or use the office's server.",
            file=path.name,
        )
    lock = WriterLock(path)
    try:
        if schema < SCHEMA:
            from planner.storage.migrations import migrate_file

            migrate_file(path, office_file.recognise(path))  # again: somebody may have been quicker
        with in_words(path.name, path):
            keep_log(path)
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
    store = Store(name, path=None, reader=snapshots(engine), writer=None if read_only else engine)
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
