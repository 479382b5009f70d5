"""Work beside the window: one writer, two readers, answers handed back on the window's own thread.

A function that runs here gets ids and values, opens its own session, returns values and never
touches a widget. An answer reaches only the newest question of its kind: late ones are dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import count
from typing import Any, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

T = TypeVar("T")
Failed = Callable[[BaseException], object]

READERS = 2


class Runner(Protocol):
    """What a view asks to have something done beside the window."""

    def read(
        self,
        owner: QObject,
        fn: Callable[[], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
        *,
        key: str = "",
    ) -> int:
        """Run a query; a later question of the same owner and `key` makes this one's answer late."""

    def write(
        self,
        owner: QObject,
        fn: Callable[[], T],
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
    ) -> int:
        """Run an operation on the one writer, in the order asked; its answer is never dropped as late."""

    def is_busy(self) -> bool:
        """Tell whether any answer is still to come."""


class _Question(NamedTuple):
    number: int
    owner: QObject
    key: tuple[int, str] | None
    done: Callable[[Any], object] | None
    failed: Failed | None


class _Answer(NamedTuple):
    question: _Question
    value: object
    error: BaseException | None


class Tasks(QObject):
    """The threads of the program.

    Signals: `busy(bool)` when the first question is asked and when the last one is answered;
    `unhandled(error)` for a failure nobody asked to hear of.
    """

    busy = Signal(bool)
    unhandled = Signal(object)
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writer = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="reader")
        self._numbers = count(1)
        self._newest: dict[tuple[int, str], int] = {}
        self._open = 0
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def read(
        self,
        owner: QObject,
        fn: Callable[[], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
        *,
        key: str = "",
    ) -> int:
        """Run a query on a reader and hand its rows to `done`; see `Runner.read`."""
        question = self._ask(owner, done, failed, (id(owner), key) if key else None)
        self._start(self._readers, fn, question)
        return question.number

    def write(
        self,
        owner: QObject,
        fn: Callable[[], T],
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
    ) -> int:
        """Run an operation on the writer; see `Runner.write`."""
        question = self._ask(owner, done, failed, None)
        self._start(self._writer, fn, question)
        return question.number

    def is_busy(self) -> bool:
        """Tell whether any answer is still to come."""
        return self._open > 0

    def drop(self, owner: QObject, key: str) -> None:
        """Make whatever is still under way for this owner and key late."""
        self._newest.pop((id(owner), key), None)

    def close(self) -> None:
        """Finish what the writer holds, forget what readers have not begun, and stop the threads."""
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)

    def _ask(
        self, owner: QObject, done: Callable[[Any], object] | None, failed: Failed | None, key: tuple[int, str] | None
    ) -> _Question:
        question = _Question(next(self._numbers), owner, key, done, failed)
        if key is not None:
            self._newest[key] = question.number
        self._open += 1
        if self._open == 1:
            self.busy.emit(True)
        return question

    def _start(self, pool: ThreadPoolExecutor, fn: Callable[[], object], question: _Question) -> None:
        def finished(future: Future[object]) -> None:
            if not future.cancelled():
                error = future.exception()
                self._answered.emit(_Answer(question, None if error else future.result(), error))

        pool.submit(fn).add_done_callback(finished)

    def _deliver(self, answer: _Answer) -> None:
        question = answer.question
        self._open -= 1
        if self._open == 0:
            self.busy.emit(False)
        if not isValid(question.owner) or self._is_late(question):
            return
        hand_over(answer.value, answer.error, question.done, question.failed or self.unhandled.emit)

    def _is_late(self, question: _Question) -> bool:
        if question.key is None:
            return False
        if self._newest.get(question.key) != question.number:
            return True
        del self._newest[question.key]
        return False


class SynchronousTasks(QObject):
    """A stand-in for tests: everything is done at once, on the caller's thread."""

    busy = Signal(bool)
    unhandled = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = count(1)

    def read(
        self,
        owner: QObject,
        fn: Callable[[], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
        *,
        key: str = "",
    ) -> int:
        """Run the query now."""
        return self._run(fn, done, failed)

    def write(
        self,
        owner: QObject,
        fn: Callable[[], T],
        done: Callable[[T], object] | None = None,
        failed: Failed | None = None,
    ) -> int:
        """Run the operation now."""
        return self._run(fn, done, failed)

    def is_busy(self) -> bool:
        """Nothing is ever under way."""
        return False

    def drop(self, owner: QObject, key: str) -> None:
        """Do nothing: nothing is ever under way."""

    def close(self) -> None:
        """Do nothing: there are no threads."""

    def _run(self, fn: Callable[[], Any], done: Callable[[Any], object] | None, failed: Failed | None) -> int:
        value, error = None, None
        try:
            value = fn()
        except Exception as caught:
            if failed is None:
                raise
            error = caught
        hand_over(value, error, done, failed or self.unhandled.emit)
        return next(self._numbers)


def hand_over(value: object, error: BaseException | None, done: Callable[[Any], object] | None, failed: Failed) -> None:
    """Call `done` with the value, or `failed` with the error."""
    if error is not None:
        failed(error)
    elif done is not None:
        done(value)
