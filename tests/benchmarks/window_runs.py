"""One measured start of the window in a fresh process: `python -m tests.benchmarks.window_runs MODE ...` prints JSON.

Times are moments of the system's monotonic clock, so that the caller can count from before the process was made.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from pathlib import Path


def moment() -> float:
    """Return the present on the clock that all processes of a computer share."""
    return time.clock_gettime(time.CLOCK_MONOTONIC) if hasattr(time, "clock_gettime") else time.monotonic()


def held_memory() -> float:
    """Return the megabytes this process holds now, or the most it ever held where the system tells only that."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        from tests.benchmarks.paper_runs import peak_memory

        return peak_memory()
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def tell(**values: float) -> None:
    """Print what was measured and end at once."""
    print(json.dumps(values), flush=True)
    os._exit(0)


def bare() -> None:
    """Show an empty QMainWindow."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Bare(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
            super().paintEvent(event)
            tell(painted=moment())

    application = QApplication([])
    window = Bare()
    window.resize(1600, 1000)
    window.show()
    application.exec()


def shell(office: str) -> None:
    """Start the program as it is started; stop when the shell with the last event's title is on the screen."""
    gc.disable()
    from ui import main as program
    from ui.window.main_window import MainWindow

    _when_painted(MainWindow, lambda _window: tell(painted=moment()))
    program.main([office])


def prepare(office: str) -> None:
    """Start the program, wait for its first page, and close it, so that it remembers its look."""
    from PySide6.QtCore import QTimer

    from ui import main as program
    from ui.window.main_window import MainWindow

    def wait(window: MainWindow) -> None:
        timer = QTimer(window, interval=20)
        timer.timeout.connect(lambda: window.header.shown().title and window.navigation.entries() and window.close())
        timer.start()

    _when_painted(MainWindow, wait)
    program.main([office])


def usable(office: str, people: str) -> None:
    """Start the program at the delegations of an event: when all are listed, laid out and painted; then when that list
    is the open office's own, and what the program holds by then.
    """
    gc.disable()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QListView

    from ui import main as program
    from ui.window.main_window import MainWindow

    seen: list[float] = []

    def look(window: MainWindow) -> None:
        page = window.pages.currentWidget()
        is_read = getattr(page, "board", None) is not None
        if page is None or (seen and not is_read):
            return
        lists = page.findChildren(QListView)
        listed = sum(view.model().rowCount() for view in lists if view.model() is not None)
        if listed < int(people):
            return
        window.repaint()
        QApplication.processEvents()
        longest = max(lists, key=lambda view: view.model().rowCount())
        if longest.isVisible() and longest.indexAt(longest.viewport().rect().center()).isValid():
            seen.append(moment())
            if is_read:
                tell(usable=seen[0], read=seen[-1], memory=held_memory())

    def wait(window: MainWindow) -> None:
        timer = QTimer(window, interval=5)
        timer.timeout.connect(lambda: look(window))
        timer.start()

    _when_painted(MainWindow, wait)
    program.main([office])


def click(office: str) -> None:
    """Start the program, click a tab as soon as the shell is on the screen, and stop when its page is painted."""
    gc.disable()
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from ui import main as program
    from ui.common.tab_bar import TabButton
    from ui.window.main_window import MainWindow

    def look(window: MainWindow) -> None:
        if type(window.pages.currentWidget()).__name__ != "ProgrammePage":
            return
        window.repaint()
        QApplication.processEvents()
        tell(answered=moment())

    def begin(window: MainWindow) -> None:
        timer = QTimer(window, interval=5)
        timer.timeout.connect(lambda: look(window))
        timer.start()
        (tab,) = (tab for tab in window.tabs.findChildren(TabButton) if tab.tab.key == "programme")
        QTest.mouseClick(tab, Qt.MouseButton.LeftButton)

    _when_painted(MainWindow, begin)
    program.main([office])


def _when_painted(kind: type, work: object) -> None:
    before = kind.__init__  # type: ignore[misc]

    def init(self: object, *arguments: object) -> None:
        before(self, *arguments)
        self.painted.connect(lambda: work(self))  # type: ignore[attr-defined, operator]

    kind.__init__ = init  # type: ignore[misc]


MODES = {"bare": bare, "shell": shell, "usable": usable, "click": click, "prepare": prepare}

if __name__ == "__main__":
    MODES[sys.argv[1]](*sys.argv[2:])  # type: ignore[operator]
