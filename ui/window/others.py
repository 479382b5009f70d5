"""What others do to the same office: asked for every few seconds by the number of its last change."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from planner.app import Changes
from planner.errors import FileProblem, PlannerError, ServerGone
from ui.common.live_view import LiveView
from ui.context import Context
from ui.window.search_everywhere import TABLES

EVERY = 5000
"""Milliseconds between two looks."""


class Others(QObject):
    """Looks whether the office has moved beyond our own changes, and if so has every view read again.

    So it does when a server that did not answer answers again: what was read meanwhile came to nothing.
    Signals: `gone()` when the server stops answering, `back()` when it answers again.
    """

    gone = Signal()
    back = Signal()

    def __init__(self, context: Context, parent: QObject, *, every: int = EVERY) -> None:
        super().__init__(parent)
        self._context = context
        self._known: int | None = None
        self._told = ""
        self._is_gone = False
        context.changed.connect(self._note)
        context.failed.connect(self._note_failure)
        self._timer = QTimer(self, interval=every)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Ask whether the file is still there, and for the number of the last change."""
        self._context.tasks.read(self, self._context.planner.look_around, self._compare, self._pass, key="number")

    def close(self) -> None:
        """Stop looking."""
        self._timer.stop()
        self._context.changed.disconnect(self._note)
        self._context.failed.disconnect(self._note_failure)

    def _note_failure(self, error: PlannerError) -> None:
        if isinstance(error, ServerGone) and not self._is_gone:
            self._is_gone = True
            self.gone.emit()

    def _note(self, changes: Changes) -> None:
        self._known = max(self._known or 0, changes.number)

    def _compare(self, number: int) -> None:
        self._told = ""
        before, self._known = self._known, max(self._known or 0, number)
        was_gone, self._is_gone = self._is_gone, False
        if was_gone:
            self.back.emit()
        if was_gone or (before is not None and number > before):
            self._context.changed.emit(Changes(number, dict.fromkeys(every_table(), frozenset())))

    def _pass(self, error: BaseException) -> None:
        """Say once that the file is gone; of other faults the next write or read tells in words."""
        if not isinstance(error, PlannerError):
            raise error
        if isinstance(error, FileProblem) and self._told != str(error):
            self._told = str(error)
            self._context.failed.emit(error)


def every_table() -> frozenset[str]:
    """Return all tables that any view shows."""
    tables, waiting = set(TABLES), [LiveView]
    while waiting:
        view = waiting.pop()
        tables |= view.tables
        waiting += view.__subclasses__()
    return frozenset(tables)
