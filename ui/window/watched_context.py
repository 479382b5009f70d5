"""The context of the window: it tells when something is being written, and keeps what a server gone could not take."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from planner.app import Changes
from planner.errors import PlannerError, ServerGone
from ui.context import Context


class Held(NamedTuple):
    """A write that waits for the server."""

    owner: QObject
    work: Callable[[], Changes]
    done: Callable[[Changes], object] | None


class WatchedContext(Context):
    """Signals: `writing(bool)` when the first of several writes is asked for, and when the last one is done.

    What is written while the server cannot be reached is held, in its order, and written before anything else once it
    answers; what a view wants to hear the refusal of itself is left to that view.
    """

    writing = Signal(bool)
    _open = 0

    def _write(
        self,
        owner: QObject,
        work: Callable[[], Changes],
        done: Callable[[Changes], object] | None,
        failed: Callable[[PlannerError], object] | None,
    ) -> None:
        self.catch_up()
        self._ask(Held(owner, work, done), failed)

    def catch_up(self) -> None:
        """Write what waits for the server; what it still does not take waits on."""
        held, self._held = self._held, []
        for one in held:
            if isValid(one.owner):
                self._ask(one, None)

    def waits(self) -> bool:
        """Tell whether anything waits for the server."""
        return bool(self._held)

    def _ask(self, wish: Held, failed: Callable[[PlannerError], object] | None) -> None:
        def counted() -> Changes:
            try:
                return wish.work()
            finally:
                self._over.emit()

        self._open += 1
        if self._open == 1:
            self.writing.emit(True)
        super()._write(wish.owner, counted, wish.done, failed or (lambda error: self._hold(wish, error)))

    def _hold(self, wish: Held, error: PlannerError) -> None:
        if isinstance(error, ServerGone) and error.unasked:
            self._held.append(wish)
        self.failed.emit(error)

    _over = Signal()

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self._held: list[Held] = []
        self._over.connect(self._count_down)

    def _count_down(self) -> None:
        self._open -= 1
        if self._open == 0:
            self.writing.emit(False)
