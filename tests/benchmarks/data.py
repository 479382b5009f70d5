"""Data and rules: reading, import, undo, overlaps and checks beside the bare driver and bare numbers in the same run.

10,000 lines of a list in two languages make about 52,000 rows: person, two names, post and place each, and bodies.
Each figure is the middle one of three runs; ours and the floor take turns.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

from planner.app import Planner
from planner.checks import remembered
from planner.checks.event import check_event
from planner.operations.agenda import move_item
from planner.operations.import_people import apply_import
from planner.queries.agenda import programme
from planner.queries.delegations import delegations
from planner.queries.for_documents import participants_data
from planner.queries.participants import participant_rows
from planner.rules.agenda import Busy, clashing, overlapping_pairs
from planner.rules.people_import import PreviewLine
from planner.storage.store import checkpoint
from tests.benchmarks import data_floors as floors
from tests.benchmarks.delegates import FIRST_DAY, add_programme, attendances, office, preview
from tests.benchmarks.figure import Figure, against, alone, beside

_RUNS = 3
_DRIVER = "bare driver"


def figures(*, quick: bool = False) -> Iterator[Figure]:
    """Measure all; `quick` runs everything once."""
    runs = 1 if quick else _RUNS
    lines = preview(10_000)
    yield from _import(lines, runs)
    with office() as (planner, event, path):
        _apply(planner, event, lines)
        yield from _reading(planner, event, runs)
        checkpoint(planner.store)
        yield _memory(path, event, runs)
    yield _overlaps(runs)
    yield _dragged(runs)
    with office() as (planner, event, path):
        _apply(planner, event, preview(480))
        add_programme(planner, event, 500)
        yield from _checks(planner, event, runs)
        yield _edit(planner, event, path)


def _apply(planner: Planner, event: int, lines: tuple[PreviewLine, ...]) -> None:
    planner.execute(apply_import, event, lines, side="guest", source="list.csv")


def _import(lines: tuple[PreviewLine, ...], runs: int) -> Iterator[Figure]:
    imports, floor, undos = [], [], []
    for _ in range(runs):
        with office() as (planner, event, _path):
            imports.append(_seconds(lambda: _apply(planner, event, lines)))
            rows = floors.product_rows(planner)
            undos.append(_seconds(planner.undo))
        floor.append(floors.seconds_to_insert(rows))
    name = "import of 10,000 people, with journal"
    yield against(name, median(imports), "s", floor=median(floor), floor_name=_DRIVER, at_most=60)
    yield alone(name, median(imports), "s", at_most=2)
    yield alone("undo of that import", median(undos), "s", at_most=1.5)


def _reading(planner: Planner, event: int, runs: int) -> Iterator[Figure]:
    with planner.store.reading() as connection:

        def rows() -> object:
            return participant_rows(connection, event, language="ru")

        raw = floors.fetched_raw(connection, rows)
        slim, floor = _in_turns(rows, raw, runs * 3)
        board, _ = _in_turns(lambda: delegations(connection, event), raw, runs)
        paper, _ = _in_turns(lambda: participants_data(connection, event), raw, runs)
    yield against("read 10,000 participants", slim, "ms", floor=floor, floor_name=_DRIVER, at_most=1.5)
    yield beside("the same in both languages, by precedence", board, "ms", floor=floor, floor_name=_DRIVER)
    yield beside("the same as data of a paper", paper, "ms", floor=floor, floor_name=_DRIVER)


def _memory(path: Path, event: int, runs: int) -> Figure:
    ours = median(_process("read", path, event) for _ in range(runs))
    floor = median(_process("raw", path, event) for _ in range(runs))
    name = "memory, 10,000 participants, without window"
    figure = alone(name, ours, "MB", at_most=140)
    return figure._replace(floor=floor, floor_name=_DRIVER, ratio=ours / floor)


def _overlaps(runs: int) -> Figure:
    uses = attendances(200_000)
    ours, floor = _in_turns(lambda: list(overlapping_pairs(uses)), lambda: floors.sweep(uses), runs * 3)
    name = "all overlaps of 200,000 attendances"
    return against(name, ours, "ms", floor=floor, floor_name="sweep over numbers", at_most=1.3)


def _dragged(runs: int) -> Figure:
    one, *others = [
        Busy(n, n * 7 % 6000, n * 7 % 6000 + 45, frozenset(range(n % 60, n % 60 + 13))) for n in range(2000)
    ]
    spans = [(other.start, other.end) for other in others]
    ours, floor = _in_turns(lambda: clashing(one, others), lambda: floors.at_the_same_time(one, spans), runs * 9)
    figure = alone("one dragged item against 2,000 others", ours, "ms", at_most=1)
    return figure._replace(floor=floor, floor_name="times alone", ratio=ours / floor)


def _checks(planner: Planner, event: int, runs: int) -> Iterator[Figure]:
    def check() -> object:
        return planner.read(check_event, event)

    def everything() -> object:
        remembered.forget()
        return check()

    everything()
    full = median(_seconds(everything) for _ in range(runs * 3)) * 1000
    yield alone("all checks of an event of 500 items", full, "ms", at_most=100)
    times = []
    for number, item in enumerate(planner.read(programme, event).items[: runs * 3]):
        _move(planner, item.id, number)
        times.append(_seconds(check) * 1000)
    after = alone("the same after one edit", median(times), "ms", at_most=20)
    yield after._replace(floor=full, floor_name="all checks", ratio=after.value / full)


def _edit(planner: Planner, event: int, path: Path) -> Figure:
    ids = [item.id for item in planner.read(programme, event).items[:100]]
    ours = [_seconds(lambda: _move(planner, one, number)) for number, one in enumerate(ids)]  # noqa: B023 - called at once
    planner.close()
    floor = median(floors.seconds_to_commit(path, ids)) * 1000
    figure = alone("one edit of an item, executed and committed", median(ours) * 1000, "ms", at_most=30)
    return figure._replace(floor=floor, floor_name="bare commit", ratio=figure.value / floor)


def _move(planner: Planner, item_id: int, number: int) -> None:
    planner.execute(move_item, item_id, FIRST_DAY + timedelta(days=number % 5), 480 + number % 60 * 5)


def _in_turns(ours: Callable[[], object], floor: Callable[[], object], runs: int) -> tuple[float, float]:
    """Return the middle time of each in milliseconds, taken in turns after one that warms up."""
    ours(), floor()
    pairs = [(_seconds(ours), _seconds(floor)) for _ in range(runs)]
    return median(one for one, _ in pairs) * 1000, median(other for _, other in pairs) * 1000


def _seconds(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


def _process(mode: str, path: Path, event: int) -> float:
    command = [sys.executable, "-m", "tests.benchmarks.data_runs", mode, str(path), str(event)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], check=True, stdout=subprocess.PIPE)
    return float(json.loads(done.stdout)["memory"])
