"""The whole window: how soon it is on the screen and of use, what it holds in memory, and how fast an edit is shown."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from planner.app import Planner, new_office, open_planner
from planner.operations.events import add_event
from planner.operations.import_people import apply_import
from planner.rules.text import text
from tests.benchmarks import delegates
from tests.benchmarks.figure import Figure, against, alone, beside
from tests.benchmarks.window_runs import moment

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = 10_000


def figures(*, quick: bool = False) -> Iterator[Figure]:
    """Measure, each start in a fresh process."""
    rounds = 3 if quick else 9
    people = 1_000 if quick else PEOPLE
    with TemporaryDirectory() as folder:
        office = _office(Path(folder), people)
        _run(folder, "prepare", office)
        bare, shell = _alternately(folder, rounds, office)
        yield against(
            "start to first paint of the shell", shell, "ms", floor=bare, floor_name="bare QMainWindow", at_most=1.3
        )
        floor = _seconds_to_read(office)
        runs = [_measured(folder, "usable", office, str(people)) for _ in range(5)]
        usable, read = (median(run[at] - run["begun"] for run in runs) for at in ("usable", "read"))
        yield alone(f"office with {people:,} participants usable", usable, "s", at_most=0.6)._replace(
            floor=floor, floor_name="rows read by the driver", ratio=usable / floor
        )
        yield beside("the same list to be edited", read, "s", floor=floor, floor_name="rows read by the driver")
        clicks = [_measured(folder, "click", office) for _ in range(5)]
        answered = median(run["answered"] - run["begun"] for run in clicks)
        yield alone("first click on another tab answered, after exec", answered, "s", at_most=0.8)
        held = max(run["memory"] for run in runs)
        yield alone(f"memory with {people:,} participants", held, "MB", at_most=140)
        yield alone("one edit: key, committed and shown", _one_edit(Path(folder)), "ms", at_most=30)


def _office(folder: Path, people: int) -> str:
    path = folder / "measured.office"
    new_office(str(path))
    planner = open_planner(str(path), author="Bench")
    event = planner.execute(
        add_event, "conference", text(ru="Форум городов", en="Forum of Cities"), from_day=delegates.FIRST_DAY,
        to_day=delegates.LAST_DAY, languages=["ru", "en"],
    ).result  # fmt: skip
    planner.execute(apply_import, event, delegates.preview(people), side="guest", source="list.xlsx")
    planner.close()
    settings = folder / "delegation-planner" / "settings.json"
    settings.parent.mkdir()
    settings.write_text(
        json.dumps({"office": str(path), "event": event, "more": {"tab": "delegations"}}), encoding="utf-8"
    )
    return str(path)


def _run(folder: str, *arguments: str) -> str:
    keep = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    env = {
        **keep,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": folder,
        "XDG_DATA_HOME": folder,
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-P", "-m", "tests.benchmarks.window_runs", *arguments]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    return done.stdout


def _measured(folder: str, *arguments: str) -> dict[str, Any]:
    begun = moment()
    return {"begun": begun, **json.loads(_run(folder, *arguments))}


def _alternately(folder: str, rounds: int, office: str) -> tuple[float, float]:
    bare, shell = [], []
    for _ in range(rounds):
        for mode, taken in ((("bare",), bare), (("shell", office), shell)):
            run = _measured(folder, *mode)
            taken.append((run["painted"] - run["begun"]) * 1000)
    return median(bare), median(shell)


def _seconds_to_read(office: str) -> float:
    """Return what the driver alone takes to read the people, their names and posts."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(office)
    start = perf_counter()
    for table in ("person", "person_name", "post", "participation", "organisation_name"):
        connection.execute(f"SELECT * FROM {table}").fetchall()  # sink-ok: the names above
    taken = perf_counter() - start
    connection.close()
    return taken


def _one_edit(folder: Path) -> float:
    """Type a letter into the event's title, again and again: until it is committed and the heading shows it."""
    from PySide6.QtCore import QEvent, QEventLoop
    from PySide6.QtWidgets import QApplication

    from ui import theme
    from ui.overview.inspector import EventInspector
    from ui.settings import SettingsFile
    from ui.tasks import Tasks
    from ui.window.desk import Desk
    from ui.window.main_window import MainWindow
    from ui.window.watched_context import WatchedContext

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme.apply(application, theme.Choice.LIGHT)
    planner = _small_office(folder)
    window = MainWindow(SettingsFile(folder / "edit.json"))
    window.resize(1600, 1000)
    tasks = Tasks()
    desk = Desk(window, WatchedContext(planner, tasks, window.settings), str(planner.path))
    window.show()
    _until(lambda: bool(desk.event_id and window.header.shown().title))
    _until(lambda: window.inspectors.findChild(EventInspector) is not None)
    inspector = window.inspectors.findChild(EventInspector)
    _until(lambda: bool(inspector.texts["title"].languages()))
    taken = []
    for number in range(25):
        title = f"Visit {number}"
        pause = perf_counter() + 0.3  # nobody types faster than the cards beside are read again
        _until(lambda pause=pause: perf_counter() > pause)
        start = perf_counter()
        inspector.texts["title"].edited.emit("en", title)
        while window.header.shown().title != title:
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
        window.repaint()
        taken.append((perf_counter() - start) * 1000)
    desk.close()
    window.close()
    window.deleteLater()  # with all that would read again while the next figure is measured
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    tasks.close()
    planner.close()
    return median(taken)


def _until(reached: Any) -> None:
    from PySide6.QtWidgets import QApplication

    while not reached():
        QApplication.processEvents()


def _small_office(folder: Path) -> Planner:
    path = folder / "small.office"
    new_office(str(path))
    planner = open_planner(str(path), author="Bench")
    planner.execute(
        add_event, "visit", text(en="Visit"), from_day=delegates.FIRST_DAY, to_day=delegates.LAST_DAY, languages=["en"]
    )
    return planner


if __name__ == "__main__":
    for one in figures(quick="--quick" in sys.argv):
        print(one)
