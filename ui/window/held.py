"""What waits for a server that does not answer, and the question before it would be lost with the window."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from inspect import signature
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QWidget

from planner.app import Changes, Unsure
from planner.errors import PlannerError
from planner.operations.registry import REGISTRY
from planner.rules.text import Text
from ui.common.event_words import step_words
from ui.translate import language, t, tn
from ui.window.ask import Question

_NOT_KNOWN = re.compile(r"\{\w+\}")
SOON = 100
"""Milliseconds until closing is tried again while something is on its way."""
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
    registered = REGISTRY.get(op.__name__)
    if registered is None:
        return ""
    known: dict[str, Any] = {}
    for name, value in signature(op).bind_partial(None, *args, **values).arguments.items():
        for key, one in value.items() if isinstance(value, dict) else [(name, value)]:
            if isinstance(one, Text):
                one = one.first(language())
            if isinstance(one, str | int) and not key.endswith("_id"):
                known[key] = str(one)[:LONGEST]
    return _NOT_KNOWN.sub("…", step_words(registered.label, known))


class ClosingGuard(QObject):
    """Keeps a window from being closed over what waits, until that is written or a person lets it be lost.

    While something is on its way to the server (`on_the_way`) closing waits, too: it may come back to be held.
    Attributes: `question`, the one that is open, or None.
    """

    def __init__(
        self, waiting: Callable[[], Sequence[Held]], on_the_way: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._waiting, self._on_the_way = waiting, on_the_way
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._close_again)
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
        if event.type() != QEvent.Type.Close or watched is not self._window:
            return False
        if self._on_the_way():
            self._soon.start()
        elif not self.asks(self._close_again):
            return False
        event.ignore()
        return True

    def asks(self, then: Callable[[], object]) -> bool:
        """Ask before what waits would be lost, and do something once a person lets it be; tell whether one asks.

        Opening another office asks as closing does.
        """
        if self._may_go or not self._waiting():
            return False
        if self.question is None:
            self._ask(then)
        else:
            self.question.raise_()
        return True

    def ask_again(self) -> None:
        """Ask from now on, though a person let it be lost: nothing came of what it was to be lost for."""
        self._may_go = False

    def look(self) -> None:
        """Take the question back once nothing waits any more: there is nothing to be lost."""
        if self.question is not None and not self._waiting():
            self.question.reject()

    def _ask(self, then: Callable[[], object]) -> None:
        held = self._waiting()
        count = tn("{n} change is not written yet.", "{n} changes are not written yet.", len(held))
        said = t("The office’s server does not answer. If the window is closed now, this is lost:")
        lines = "\n".join(f"• {one.label or t('A change')}{self._perhaps(one)}" for one in held)
        self.question = Question(count, f"{said}\n{lines}", t("Close and lose it"), self._window)
        self.question.no.set_text(t("Wait for the server"))
        self.question.accepted.connect(partial(self._lose, then))
        self.question.finished.connect(self._put_away)
        self.question.open()

    def _perhaps(self, one: Held) -> str:
        return " " + t("(it may have been written; nobody can tell yet)") if one.unsure else ""

    def _lose(self, then: Callable[[], object]) -> None:
        self._may_go = True
        then()

    def _close_again(self) -> None:
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
