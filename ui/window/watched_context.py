"""The context of the window: it tells when something is being written, and keeps what a server gone could not take."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from planner.app import Changes, Unsure
from planner.errors import FileProblem, PlannerError, ServerGone
from planner.language.catalog import mark
from ui.common.event_words import step_words
from ui.context import Context
from ui.translate import t
from ui.window.held import ClosingGuard, Held, label_of

_HELD = mark(
    "The office’s server does not answer. What you changed is kept here and written as soon as it answers; "
    "leave the program open."
)


def _was_not_done() -> Changes:
    raise FileProblem("The server answers again. What was cut off was not written: ask for it again.")


def _in_dialog(owner: QObject) -> bool:
    return isValid(owner) and isinstance(owner, QWidget) and isinstance(owner.window(), QDialog)


class WatchedContext(Context):
    """Signals: `writing(bool)` when the first of several writes is asked for, and when the last one is done.

    What is written while the server cannot be reached is held, in its order, and written before anything else once it
    answers. What was cut off while it was kept is looked for in the journal first, and never done twice. A dialog
    hears of the refusal and stays open, so of what it asks for one only looks whether it was done.
    Attributes: `guard`, which stands before the window while anything is held.
    """

    writing = Signal(bool)
    _over = Signal()
    _open = 0

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[arg-type]
        self._held: list[Held] = []
        self._label = ""
        self.guard = ClosingGuard(self.held, self._on_the_way, self)
        self._over.connect(self._count_down)

    def run(
        self, owner: QObject, op: Callable[..., Any], *args: Any, done: Callable[[Changes], object] | None = None,
        failed: Callable[[PlannerError], object] | None = None, merge: str = "", **values: Any,
    ) -> None:  # fmt: skip
        """Run an operation on the writer; see `Context.run`."""
        self._label = label_of(op, args, values)
        super().run(owner, op, *args, done=done, failed=failed, merge=merge, **values)

    def undo(self, owner: QObject, done: Callable[[Changes], object] | None = None) -> None:
        """Take back the last step."""
        self._label = t("Undo")
        super().undo(owner, done)

    def redo(self, owner: QObject, done: Callable[[Changes], object] | None = None) -> None:
        """Repeat the step taken back last."""
        self._label = t("Redo")
        super().redo(owner, done)

    def _write(
        self,
        owner: QObject,
        work: Callable[[], Changes],
        done: Callable[[Changes], object] | None,
        failed: Callable[[PlannerError], object] | None,
    ) -> None:
        wish = Held(owner, work, done, failed, self._label)
        self._label = ""
        asked = next((one for one in self._held if one.owner is owner and one.unsure and _in_dialog(owner)), None)
        if asked is not None:  # the dialog asks again for what may be done already
            self._held.remove(asked)
            wish = wish._replace(unsure=asked.unsure, label=asked.label)
        self.catch_up()
        self._ask(wish)

    def catch_up(self) -> None:
        """Write what waits for the server; what it still does not take waits on."""
        held, self._held = self._held, []
        for one in held:
            # A view may be gone by now, what was written in it may not.
            self._ask(one if isValid(one.owner) else one._replace(owner=self, done=None, failed=None))
        self.guard.look()

    def waits(self) -> bool:
        """Tell whether anything waits for the server."""
        return bool(self._held)

    def held(self) -> tuple[Held, ...]:
        """Return what waits for the server, in its order."""
        return tuple(self._held)

    def _ask(self, wish: Held) -> None:
        def counted() -> Changes:
            try:
                return self._once(wish)
            finally:
                self._over.emit()

        self.guard.watch(wish.owner)
        self._open += 1
        if self._open == 1:
            self.writing.emit(True)
        super()._write(wish.owner, counted, wish.done, partial(self._refused, wish))

    def _once(self, wish: Held) -> Changes:
        if wish.unsure is None:
            return wish.work()
        return self.planner.finish(wish.unsure, _was_not_done if wish.only_look else wish.work)

    def _refused(self, wish: Held, error: PlannerError) -> None:
        unsure = error.unsure if isinstance(error, ServerGone) else None
        if isinstance(unsure, Unsure):
            told = step_words(unsure.changes.label, unsure.changes.values) if unsure.changes.label else wish.label
            is_of_dialog = wish.only_look or _in_dialog(wish.owner)
            self._held.append(wish._replace(unsure=unsure, label=told, only_look=is_of_dialog))
            if is_of_dialog:
                self.failed.emit(error)
                if wish.failed is not None:
                    wish.failed(error)
            else:
                self._refuse(error)
        elif isinstance(error, ServerGone) and error.unasked and not _in_dialog(wish.owner):
            self._held.append(wish)
            self._refuse(error)
        else:
            (wish.failed or self._refuse)(error)

    def _on_the_way(self) -> bool:
        return self._open > 0 and self.planner.path is None  # what goes to a file is waited for when it is closed

    def _refuse(self, error: BaseException) -> None:
        super()._refuse(ServerGone(_HELD) if self._held and isinstance(error, ServerGone) else error)

    def _count_down(self) -> None:
        self._open -= 1
        if self._open == 0:
            self.writing.emit(False)
