"""The composition root: opens an office and runs operations, undo, redo and queries on it."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Concatenate, NamedTuple, ParamSpec, TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from planner.errors import FileProblem, NotFound, ServerGone, StaleUndo
from planner.model.office import Change, Office
from planner.operations import registry
from planner.storage import history, store
from planner.storage.faults import cut_off
from planner.storage.hygiene import cleaned
from planner.storage.journal import Entry, record, written
from planner.storage.locks import user_name
from planner.storage.ownership import events_of
from planner.storage.unit_of_work import RowKey, UnitOfWork

P = ParamSpec("P")
R = TypeVar("R")


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Changes:
    """What a write did: sent once, after the commit. `number` is 0 where nothing was changed.

    `ids` maps each table touched to the ids of its rows; `result` is what the operation returned.
    """

    number: int
    ids: dict[str, frozenset[int]] = field(default_factory=dict)
    origin: object = None
    result: Any = None
    label: str = ""
    values: dict[str, Any] = field(default_factory=dict)

    @property
    def tables(self) -> frozenset[str]:
        """The tables touched."""
        return frozenset(self.ids)


class Unsure(NamedTuple):
    """A write that was cut off while it was kept: by what its step is known, and what it did if it was done at all."""

    number: int
    author: str
    at: str
    changes: Changes


class Planner:
    """An open office. One thread at a time writes; any number may read.

    Attributes: `author` (whose steps these are), `store`.
    """

    def __init__(self, opened: store.Store, *, author: str, clock: Callable[[], datetime] = _utc_now) -> None:
        self.store = opened
        self.author = author
        self._clock = clock
        self._one_writer = threading.Lock()

    def execute(
        self, op: Callable[..., Any], *args: Any, origin: object = None, merge: str = "", **values: Any
    ) -> Changes:
        """Run an operation in one transaction and record it as one step.

        `merge` names a field being typed into: steps with the same name within 5 s are undone as one.
        Raise PlannerError in words; then nothing was changed.
        """
        registered = registry.REGISTRY[op.__name__]

        def write(session: Session, office: Office, now: datetime) -> Changes:
            work = UnitOfWork(session, office, author=self.author, now=now)
            result = op(work, *args, **values)
            work.finish()
            if not work.images:
                return Changes(0, result=result, origin=origin)
            entry = Entry(
                label=registered.label, values=work.values, author=self.author, now=now, merge=merge,
                origin=registered.name, undoable=registered.undoable, event_id=events_of(session, work.images),
            )  # fmt: skip
            number = record(session, office, entry, written(work.images))
            named = {"label": registered.label, "values": work.values}
            return _changes(number, work.images, origin=origin, result=result, **named)

        return self._surely(write)

    def finish(self, unsure: Unsure, again: Callable[[], Changes]) -> Changes:
        """Return what a write did that was cut off, if the journal has it; otherwise, and only then, do it again.

        Raise ServerGone, again with `unsure`, while nobody can tell.
        """
        return unsure.changes if self._is_written(unsure) else again()

    def undo(self, origin: object = None) -> Changes:
        """Take back this author's last step. Raise NothingToUndo or StaleUndo; then nothing was changed."""
        return self._turn(history.undo, origin)

    def redo(self, origin: object = None) -> Changes:
        """Repeat the step taken back last. Raise NothingToUndo or StaleUndo; then nothing was changed."""
        return self._turn(history.redo, origin)

    def read(self, query: Callable[Concatenate[Connection, P], R], *args: P.args, **values: P.kwargs) -> R:
        """Run a query on a consistent state and return its frozen rows."""
        with self.store.reading() as connection:
            return query(connection, *args, **values)

    def change_number(self) -> int:
        """Return the number of the office's last change, by whomever."""
        with self.store.reading() as connection:
            return int(connection.execute(select(Office.change)).scalar_one())

    def look_around(self) -> int:
        """Return the number of the office's last change; raise FileProblem if its file was moved or replaced."""
        self.store.look_for_the_file()
        return self.change_number()

    def now(self) -> datetime:
        """Return the present by this planner's clock (UTC)."""
        return self._clock()

    @property
    def path(self) -> Path | None:
        """Where the office file lies; None on a server."""
        return self.store.path

    def close(self) -> None:
        """Close the office and free the writer's lock."""
        self.store.close()

    def _turn(self, turn: Callable[..., tuple[int, Mapping[RowKey, Any]]], origin: object) -> Changes:
        def write(session: Session, office: Office, now: datetime) -> Changes:
            number, images = turn(session, office, author=self.author, now=now)
            return _changes(number, images, origin=origin)

        try:
            return self._surely(write)
        except NotFound as error:
            raise StaleUndo(
                "This step cannot be taken back or repeated: something it refers to, or that refers to it, "
                "was changed after it."
            ) from error

    def _surely(self, write: Callable[[Session, Office, datetime], Changes]) -> Changes:
        """Run one transaction; where the server is cut off during it, find out what became of it.

        What is in the journal was done. What is not was certainly not: it is done once more, and if it is cut off
        again, ServerGone says that it can be asked again. ServerGone with `unsure` where the journal cannot be read.
        """
        now = self._clock()
        for _attempt in range(2):
            changes: Changes | None = None
            try:
                with self._one_writer, self.store.writing() as (session, office):
                    changes = write(session, office, now)
            except ServerGone as gone:
                if gone.unasked:
                    raise
                cut = gone
            else:
                return changes
            if changes is None or not changes.number:
                continue  # nobody asked the server to keep anything yet
            if self._is_written(Unsure(changes.number, self.author, _stamp(now), changes)):
                return changes
        cut.unasked = True
        raise cut

    def _is_written(self, unsure: Unsure) -> bool:
        """Look for a step in the journal, behind the lock of the office: what was under way has ended then."""
        step = select(Change.author, Change.at).where(Change.number == unsure.number)
        try:
            with self._one_writer, self.store.writing() as (session, _office):
                found = session.execute(step).one_or_none()
        except FileProblem as error:  # it does not answer, or is still busy with the very write
            gone = cut_off()
            gone.unsure = unsure
            raise gone from error
        return found is not None and tuple(found) == (unsure.author, unsure.at)


def open_planner(
    office: str, *, author: str | None = None, read_only: bool = False, clock: Callable[[], datetime] = _utc_now
) -> Planner:
    """Open an office at a path or database URL. Raise FileProblem or ReadOnly in words."""
    _rarely_look_for_garbage()
    opened = store.open_store(office, read_only=read_only)
    return Planner(opened, author=cleaned(author or "") or user_name(), clock=clock)


def _rarely_look_for_garbage() -> None:
    """Let Python look for cycles among unused objects more rarely.

    A list is read as tens of thousands of rows that all stay; at the usual 700 the collector goes through them
    dozens of times and finds nothing, which is a fifth of the time of an import.
    """
    gc.set_threshold(20_000, 20, 100)


def new_office(office: str) -> None:
    """Make a new, empty office. Raise FileProblem if something is there already."""
    store.create(office)


def _stamp(now: datetime) -> str:
    """Return a time as the journal keeps it."""
    return now.isoformat(timespec="milliseconds")


def _changes(number: int, images: Mapping[RowKey, Any], **rest: Any) -> Changes:
    ids: dict[str, set[int]] = {}
    for table, row_id in images:
        ids.setdefault(table, set()).add(row_id)
    return Changes(number, {table: frozenset(found) for table, found in ids.items()}, **rest)


__all__ = ["Changes", "Planner", "Unsure", "new_office", "open_planner"]
