"""Saves the README's pictures of the sample office: `.venv/bin/python -m tests.pictures`.

Without a folder they go to resources/pictures, in English; with one, for comparison, in any language:
`-m tests.pictures FOLDER --language ru --size 150 --dark`. With `--gallery` every view is saved, for a look at it.
"""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from planner.app import Planner, open_planner
from planner.paths import resources
from planner.queries.agenda import programme
from planner.queries.events import events
from planner.rules.kinds import EventKind
from planner.sample import build_sample
from tests.paper_pictures import save_paper_pictures
from tests.window_gallery import dialog_of, views
from ui import theme
from ui.settings import SettingsFile
from ui.tasks import Tasks
from ui.translate import set_language
from ui.window.desk import Desk
from ui.window.main_window import MainWindow
from ui.window.watched_context import WatchedContext

TODAY = datetime(2024, 4, 15, 7, 2, tzinfo=UTC)
"""A week before the visit of the sample office."""
PAGES = ("overview", "delegations", "programme", "seating", "logistics", "documents", "tasks")
REGISTERS = ("people", "organisations", "venues", "agreements")
LARGEST = 250_000
"""Bytes of the largest picture."""


def main() -> None:
    """Take the pictures that were asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--size", type=int, default=100)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--registers", action="store_true", help="also the registers and the history")
    parser.add_argument("--gallery", action="store_true", help="every view of the window instead, into FOLDER")
    chosen = parser.parse_args()
    if chosen.gallery and chosen.folder is None:
        parser.error("the gallery needs a folder")
    folder = chosen.folder or resources() / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    application = theme.new_application("pictures")
    set_language(chosen.language)
    theme.apply(application, theme.Choice.DARK if chosen.dark else theme.Choice.LIGHT, chosen.size)
    with tempfile.TemporaryDirectory() as scratch, opened(Path(scratch)) as (window, desk, planner):
        if chosen.gallery:
            take_gallery(window, desk, planner, folder)
            return
        take(window, desk, planner, folder, (*PAGES, *(("history", *REGISTERS) if chosen.registers else ())))
    save_paper_pictures(folder)


@contextmanager
def opened(scratch: Path) -> Iterator[tuple[MainWindow, Desk, Planner]]:
    """Open the sample office at its visit."""
    office = scratch / "sample.office"
    build_sample(str(office))
    planner = open_planner(str(office), author="Anna Petrova", clock=lambda: TODAY)
    tasks = Tasks()
    window = MainWindow(SettingsFile(scratch / "settings.json"))
    window.resize(1600, 1000)
    desk = Desk(window, WatchedContext(planner, tasks, window.settings), str(office))
    window.show()
    window.setFocus()
    desk.open_event(visit_of(planner), "overview")
    settle(2.0)
    yield window, desk, planner
    desk.close()
    tasks.close()
    planner.close()


def visit_of(planner: Planner) -> int:
    """Return the visit of the sample office."""
    return next(event.id for event in planner.read(events) if event.kind is EventKind.VISIT)


def take(window: MainWindow, desk: Desk, planner: Planner, folder: Path, pages: tuple[str, ...]) -> None:
    """Save a picture of each page of the visit, and of registers."""
    visit = visit_of(planner)
    item = next(item.id for item in planner.read(programme, visit).items if item.principal)
    for page in pages:
        desk.go(page if page in REGISTERS else f"tab:{page}", visit)
        if page == "programme":
            desk.go("item", item)
        settle(1.5)
        save(window, folder / f"{page}.png")


def take_gallery(window: MainWindow, desk: Desk, planner: Planner, folder: Path) -> None:
    """Save a picture of every view, and of the dialogs by themselves."""
    for name, go in views(desk, planner):
        go()
        settle(0.5)
        while desk.context.tasks.is_busy():
            settle(0.5)
        settle(0.3)  # what came last is laid out
        dialog = dialog_of(desk)
        (dialog or window).grab().save(str(folder / f"{name}.png"))
        if dialog is not None:
            dialog.reject()
            settle(0.2)


def settle(seconds: float) -> None:
    """Let what was asked for come and be drawn."""
    until = datetime.now(UTC).timestamp() + seconds
    while datetime.now(UTC).timestamp() < until:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def save(window: MainWindow, path: Path) -> None:
    """Save a picture of the window; 256 colours are enough for it, the exact ones of the design among them."""
    window.grab().save(str(path))
    with Image.open(path) as picture:
        plain = picture.convert("RGB").quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    plain.save(path, optimize=True)
    if (size := path.stat().st_size) > LARGEST:
        raise SystemExit(f"{path.name} takes {size:,} bytes; at most {LARGEST:,} are wanted.")


if __name__ == "__main__":
    main()
