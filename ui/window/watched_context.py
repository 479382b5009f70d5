"""The context of the window: it tells when something is being written, and keeps what a server gone could not take."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from planner.app import Changes
from planner.errors import PlannerError, ServerGone
from planner.language.catalog import mark
from ui.context import Context

_HELD = mark(
    "The office’s server does not answer. What you changed is kept here and written as soon as it answers; "
    "leave the program open."
)


class Held(NamedTuple):
    """A write that waits for the server."""

    owner: QObject
    work: Callable[[], Changes]
    done: Callable[[Changes], object] | None
    failed: Callable[[PlannerError], object] | None


def _in_dialog(owner: QObject) -> bool:
    return isinstance(owner, QWidget) and isinstance(owner.window(), QDialog)


class WatchedContext(Context):
    """Signals: `writing(bool)` when the first of several writes is asked for, and when the last one is done.

    What is written while the server cannot be reached is held, in its order, and written before anything else once it
    answers. A dialog hears of the refusal and stays open, so what it asks for would be asked twice.
    """

    writing = Signal(bool)
    _over = Signal()
    _open = 0

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self._held: list[Held] = []
        self._over.connect(self._count_down)

    def _write(
        self,
        owner: QObject,
        work: Callable[[], Changes],
        done: Callable[[Changes], object] | None,
        failed: Callable[[PlannerError], object] | None,
    ) -> None:
        self.catch_up()
        self._ask(Held(owner, work, done, failed))

    def catch_up(self) -> None:
        """Write what waits for the server; what it still does not take waits on."""
        held, self._held = self._held, []
        for one in held:
            # A view may be gone by now, what was written in it may not.
            self._ask(one if isValid(one.owner) else Held(self, one.work, None, None))

    def waits(self) -> bool:
        """Tell whether anything waits for the server."""
        return bool(self._held)

    def _ask(self, wish: Held) -> None:
        def counted() -> Changes:
            try:
                return wish.work()
            finally:
                self._over.emit()

        self._open += 1
        if self._open == 1:
            self.writing.emit(True)

        def refused(error: PlannerError) -> None:
            if isinstance(error, ServerGone) and error.unasked and not _in_dialog(wish.owner):
                self._held.append(wish)
                self._refuse(error)
            else:
                (wish.failed or self._refuse)(error)

        super()._write(wish.owner, counted, wish.done, refused)

    def _refuse(self, error: BaseException) -> None:
        super()._refuse(ServerGone(_HELD) if self._held and isinstance(error, ServerGone) else error)

    def _count_down(self) -> None:
        self._open -= 1
        if self._open == 0:
            self.writing.emit(False)
