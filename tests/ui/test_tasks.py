from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.tasks import SynchronousTasks, Tasks


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def test_answer_comes_on_the_window_s_thread(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[tuple[bool, bool]] = []
    main = threading.get_ident()
    tasks.read(tasks, threading.get_ident, lambda there: seen.append((there == main, threading.get_ident() == main)))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(False, True)]


def test_late_answer_of_the_same_question_is_dropped(tasks: Tasks, qtbot: QtBot) -> None:
    gate = threading.Event()
    seen: list[str] = []
    tasks.read(tasks, lambda: (gate.wait(5), "first")[1], seen.append, key="people")
    tasks.read(tasks, lambda: "second", seen.append, key="people")
    tasks.read(tasks, lambda: "other", seen.append, key="venues")
    qtbot.waitUntil(lambda: len(seen) == 2)
    with qtbot.waitSignal(tasks.busy, check_params_cb=lambda busy: not busy):
        gate.set()
    assert sorted(seen) == ["other", "second"]


def test_writer_keeps_the_order_and_drops_nothing(tasks: Tasks, qtbot: QtBot) -> None:
    done: list[int] = []
    seen: list[int] = []
    for number in range(20):
        tasks.write(tasks, lambda number=number: (done.append(number), number)[1], seen.append)
    qtbot.waitUntil(lambda: len(seen) == 20)
    assert (done, seen) == (list(range(20)), list(range(20)))


def test_failure_goes_to_who_asked_or_to_unhandled(tasks: Tasks, qtbot: QtBot) -> None:
    heard: list[str] = []
    loud: list[str] = []
    tasks.unhandled.connect(lambda error: loud.append(str(error)))
    tasks.write(tasks, lambda: _fail("told"), None, lambda error: heard.append(str(error)))
    tasks.write(tasks, lambda: _fail("untold"))
    qtbot.waitUntil(lambda: bool(loud) and bool(heard))
    assert (heard, loud) == (["told"], ["untold"])


def test_answer_for_an_owner_that_is_gone_is_dropped(tasks: Tasks, qtbot: QtBot) -> None:
    gate, seen = threading.Event(), []
    owner = QObject()
    tasks.read(owner, lambda: gate.wait(5), seen.append)
    delete(owner)
    with qtbot.waitSignal(tasks.busy, check_params_cb=lambda busy: not busy):
        gate.set()
    assert seen == []


def test_busy_is_sent_at_the_first_and_after_the_last(tasks: Tasks, qtbot: QtBot) -> None:
    told: list[bool] = []
    tasks.busy.connect(told.append)
    tasks.read(tasks, lambda: 1, lambda _n: None)
    tasks.read(tasks, lambda: 2, lambda _n: None)
    qtbot.waitUntil(lambda: told[-1:] == [False])
    assert told == [True, False]


def test_synchronous_tasks_answer_at_once(qapp: object) -> None:
    tasks, seen = SynchronousTasks(), []
    tasks.read(tasks, lambda: 1, seen.append, key="x")
    tasks.write(tasks, lambda: 2, seen.append)
    tasks.write(tasks, lambda: _fail("told"), None, lambda error: seen.append(str(error)))
    assert seen == [1, 2, "told"]


def test_synchronous_tasks_raise_what_nobody_wants_to_hear(qapp: object) -> None:
    with pytest.raises(ValueError, match="untold"):
        SynchronousTasks().write(QObject(), lambda: _fail("untold"))


def _fail(words: str) -> None:
    raise ValueError(words)
