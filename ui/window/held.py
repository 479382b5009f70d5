"""What waits for a server that does not answer, and the question before it would be lost with the window."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from inspect import signature
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMainWindow, QWidget

from planner.app import Changes, Unsure
from planner.errors import PlannerError
from planner.operations.registry import REGISTRY
from planner.rules.text import Text
from ui.common.event_words import step_words
from ui.translate import language, t, tn
from ui.window.ask import Question

_NOT_KNOWN = re.compile(r"\{\w+\}")
LONGEST = 80
"""Characters of what was typed that are told; the history tells as many."""


class Held(NamedTuple):
    """A write that waits for the server. `label` says what it would do; `unsure` that it may be done already.

    `only_look` is true of a dialog's: it stays open, so what was not done is asked for there again, or not.
    """

    owner: QObject
    work: Callable[[], Changes]
    done: Callable[[Changes], object] | None
    failed: Callable[[PlannerError], object] | None
    label: str = ""
    unsure: Unsure | None = None
    only_look: bool = False


def label_of(op: Callable[..., Any], args: Sequence[Any], values: Mapping[str, Any]) -> str:
    """Return what the step of an operation will be called, as far as what it was asked for tells.

    What only the office knows, such as whose row it is, stays open: it cannot be read just now.
    """
    known: dict[str, Any] = {}
    for name, value in signature(op).bind_partial(None, *args, **values).arguments.items():
        for key, one in value.items() if isinstance(value, dict) else [(name, value)]:
            if isinstance(one, Text):
                one = one.first(language())
            if isinstance(one, str | int) and not key.endswith("_id"):
                known[key] = str(one)[:LONGEST]
    registered = REGISTRY.get(op.__name__)
    return _NOT_KNOWN.sub("…", step_words(registered.label, known)) if registered else ""


class ClosingGuard(QObject):
    """Keeps a window from being closed over what waits, until that is written or a person lets it be lost.

    Attributes: `question`, the one that is open, or None.
    """

    def __init__(self, waiting: Callable[[], Sequence[Held]], parent: QObject) -> None:
        super().__init__(parent)
        self._waiting = waiting
        self._window: QMainWindow | None = None
        self._may_go = False
        self.question: Question | None = None

    def watch(self, owner: QObject) -> None:
        """Stand before the window that a view belongs to."""
        window = window_of(owner)
        if window is not None and window is not self._window:
            self._window = window
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask instead of closing while something waits."""
        if event.type() != QEvent.Type.Close or watched is not self._window or self._may_go or not self._waiting():
            return False
        event.ignore()
        self._ask()
        return True

    def look(self) -> None:
        """Take the question back once nothing waits any more: there is nothing to be lost."""
        if self.question is not None and not self._waiting():
            self.question.reject()

    def _ask(self) -> None:
        if self.question is not None:
            self.question.raise_()
            return
        held = self._waiting()
        count = tn("{n} change is not written yet.", "{n} changes are not written yet.", len(held))
        said = t("The office’s server does not answer. If the window is closed now, this is lost:")
        lines = "\n".join(f"• {one.label or t('A change')}{self._perhaps(one)}" for one in held)
        self.question = Question(count, f"{said}\n{lines}", t("Close and lose it"), self._window)
        self.question.no.set_text(t("Wait for the server"))
        self.question.accepted.connect(self._lose)
        self.question.finished.connect(self._put_away)
        self.question.open()

    def _perhaps(self, one: Held) -> str:
        return " " + t("(it may have been written; nobody can tell yet)") if one.unsure else ""

    def _lose(self) -> None:
        self._may_go = True
        if self._window is not None:
            self._window.close()

    def _put_away(self) -> None:
        if self.question is not None:
            self.question.deleteLater()
        self.question = None


def window_of(owner: QObject | None) -> QMainWindow | None:
    """Return the window of the program that a view, or what a view made, belongs to."""
    while owner is not None:
        if isinstance(owner, QMainWindow):
            return owner
        window = owner.window() if isinstance(owner, QWidget) else None
        if isinstance(window, QMainWindow):
            return window
        owner = owner.parent()
    return None
