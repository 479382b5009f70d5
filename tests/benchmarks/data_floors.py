"""The floors of the data's figures: the same rows by the bare driver, the same overlaps by bare numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from sqlalchemy import Connection, event

from planner.app import Planner, new_office
from planner.model.base import Base
from planner.rules.agenda import Busy, Use
from planner.storage.driver import connect_file
from planner.storage.engine import WRITER_PRAGMAS

Rows = dict[str, list[tuple[Any, ...]]]


def product_rows(planner: Planner) -> Rows:
    """Return what stands in every table of the product."""
    with planner.store.reading() as connection:
        cursor = raw_cursor(connection)
        return {name: cursor.execute(f"SELECT * FROM {name}").fetchall() for name in Base.metadata.tables}


def seconds_to_insert(rows: Rows) -> float:
    """Insert rows into a new office in one transaction, table by table, by the bare driver; return the time."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "floor.office"
        new_office(str(path))
        connection = connect_file(path)
        for pragma in WRITER_PRAGMAS:
            connection.execute(pragma)
        begin = perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        for name, found in rows.items():
            if found:
                connection.executemany(f"INSERT INTO {name} VALUES ({','.join('?' * len(found[0]))})", found)
        connection.execute("COMMIT")
        taken = perf_counter() - begin
        connection.close()
        return taken


def seconds_to_commit(path: Path, item_ids: list[int]) -> list[float]:
    """Set the start of items, one transaction each, by the bare driver; return the times."""
    connection = connect_file(path)
    for pragma in WRITER_PRAGMAS:
        connection.execute(pragma)
    times = []
    for number, item_id in enumerate(item_ids):
        begin = perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE item SET start_minute = ? WHERE id = ?", (480 + number, item_id))
        connection.execute("COMMIT")
        times.append(perf_counter() - begin)
    connection.close()
    return times


def fetched_raw(connection: Connection, query: Callable[[], object]) -> Callable[[], list[tuple[Any, ...]]]:
    """Return what fetches by the bare driver what a query of ours asks last: the same columns by the same joins."""
    said: list[tuple[str, Any]] = []

    def listen(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        said.append((statement, parameters))

    event.listen(connection, "before_cursor_execute", listen)
    query()
    event.remove(connection, "before_cursor_execute", listen)
    cursor = raw_cursor(connection)
    return lambda: cursor.execute(*said[-1]).fetchall()


def raw_cursor(connection: Connection) -> Any:
    """Return a cursor of the driver itself."""
    return connection.connection.cursor()


def sweep(uses: list[Use]) -> list[tuple[int, int]]:
    """Return the places of overlapping uses: ranks as whole numbers, one sort, one pass, no rows touched."""
    whats, starts = [use.what for use in uses], [use.start for use in uses]
    ends, items = [use.end for use in uses], [use.item for use in uses]
    first = min(starts)
    width = max(starts) - first + 1
    rank = {what: number for number, what in enumerate(sorted(set(whats)))}
    keys = [rank[what] * width + start - first for what, start in zip(whats, starts, strict=True)]
    pairs: list[tuple[int, int]] = []
    thing, latest, pending = None, 0, list[int]()
    for number in sorted(range(len(keys)), key=keys.__getitem__):
        what, start, end = whats[number], starts[number], ends[number]
        if what != thing:
            thing, latest, pending = what, end, [number]
        elif start >= latest:
            latest, pending = end, [number]
        else:
            still = []
            for one in pending:
                if ends[one] > start:
                    still.append(one)
                    if starts[one] < end and items[one] != items[number]:
                        pairs.append((one, number))
            still.append(number)
            latest, pending = max(latest, end), still
    return pairs


def at_the_same_time(one: Busy, spans: list[tuple[int, int]]) -> list[int]:
    """Return the places of spans that meet another: two comparisons of numbers each."""
    begin, finish = one.start, one.end
    return [number for number, (start, end) in enumerate(spans) if start < finish and begin < end]
