"""The context of the window: it also tells when something is being written, for the line at the bottom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from planner.app import Changes
from planner.errors import PlannerError
from ui.context import Context


class WatchedContext(Context):
    """Signals: `writing(bool)` when the first of several writes is asked for, and when the last one is done."""

    writing = Signal(bool)
    _open = 0

    def _write(
        self,
        owner: QObject,
        work: Callable[[], Changes],
        done: Callable[[Changes], object] | None,
        failed: Callable[[PlannerError], object] | None,
    ) -> None:
        def counted() -> Changes:
            try:
                return work()
            finally:
                self._over.emit()

        self._open += 1
        if self._open == 1:
            self.writing.emit(True)
        super()._write(owner, counted, done, failed)

    _over = Signal()

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self._over.connect(self._count_down)

    def _count_down(self) -> None:
        self._open -= 1
        if self._open == 0:
            self.writing.emit(False)
