"""Writes held for a server, with the threads of the program: closing waits for what is on its way, then asks."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QMainWindow
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from planner.app import Changes, Unsure, new_office, open_planner
from planner.errors import ServerGone
from planner.operations import events, people, texts
from planner.operations.people import NewName
from planner.queries.history import steps
from planner.rules.text import text
from tests import postgres
from ui.settings import SettingsFile
from ui.tasks import Tasks
from ui.window.held import label_of
from ui.window.watched_context import WatchedContext


@pytest.fixture
def context(tmp_path: Path, postgres_cluster: postgres.Cluster) -> Iterator[WatchedContext]:
    database = postgres_cluster.new_database()
    new_office(postgres_cluster.url(database))
    planner = open_planner(postgres_cluster.url(database), author="Anna")
    tasks = Tasks()
    context = WatchedContext(planner, tasks, SettingsFile(tmp_path / "settings.json"))
    yield context
    tasks.close()
    planner.close()
    for one in (context, tasks):
        delete(one)  # on this thread, and not whenever and wherever Python looks for garbage
    postgres_cluster.drop(database)


@pytest.fixture
def window(qtbot: QtBot, context: WatchedContext) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.postgres
def test_closing_waits_for_what_is_on_its_way_and_asks_if_it_comes_back(
    qtbot: QtBot, context: WatchedContext, window: QMainWindow
) -> None:
    answer = threading.Event()

    def gone() -> Changes:
        answer.wait(20)
        error = ServerGone("The server does not answer.")
        error.unasked = True
        raise error

    context._write(window, gone, None, None)
    window.close()
    assert (window.isVisible(), context.guard.question) == (True, None)
    answer.set()
    qtbot.waitUntil(lambda: context.guard.question is not None, timeout=10_000)
    assert (window.isVisible(), context.waits()) == (True, True)
    question = context.guard.question
    assert question is not None
    question.yes.click()
    assert not window.isVisible()


@pytest.mark.postgres
def test_closing_goes_on_by_itself_once_what_is_on_its_way_is_written(
    qtbot: QtBot, context: WatchedContext, window: QMainWindow
) -> None:
    answer = threading.Event()

    def written() -> Changes:
        answer.wait(20)
        return context.planner.execute(people.add_person, [NewName("en", "Abe")])

    context._write(window, written, None, None)
    window.close()
    assert window.isVisible()
    answer.set()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    assert (context.planner.change_number(), context.guard.question) == (1, None)


@pytest.mark.postgres
def test_other_ways_out_ask_as_closing_does(qtbot: QtBot, context: WatchedContext, window: QMainWindow) -> None:
    went: list[str] = []
    assert context.guard.asks(lambda: went.append("out")) is False

    def gone() -> Changes:
        error = ServerGone("The server does not answer.")
        error.unasked = True
        raise error

    context._write(window, gone, None, None)
    qtbot.waitUntil(context.waits, timeout=10_000)
    assert (context.guard.asks(lambda: went.append("out")), went) == (True, [])
    question = context.guard.question
    assert question is not None
    question.yes.click()
    assert went == ["out"]


@pytest.mark.postgres
@pytest.mark.parametrize("is_written", [True, False])
def test_dialog_whose_write_was_cut_off_hears_what_became_of_it_and_nothing_is_done_twice(
    qtbot: QtBot, context: WatchedContext, window: QMainWindow, *, is_written: bool
) -> None:
    dialog = QDialog(window)
    dialog.show()
    changes = context.planner.execute(people.add_person, [NewName("en", "Abe")])
    (step,) = context.planner.read(steps)
    unsure = Unsure(step.number, "Anna", step.at if is_written else "another time", changes)
    asked: list[int] = []
    done: list[Changes] = []
    failed: list[str] = []

    def cut_off() -> Changes:
        asked.append(1)
        error = ServerGone("The connection was cut off.")
        error.unsure = unsure
        raise error

    context._write(dialog, cut_off, done.append, lambda error: failed.append(str(error)))
    qtbot.waitUntil(context.waits, timeout=10_000)
    assert (failed, [one.only_look for one in context.held()]) == (["The connection was cut off."], [True])
    context.catch_up()
    qtbot.waitUntil(lambda: len(done) + len(failed) == 2, timeout=10_000)
    assert (len(asked), context.waits(), context.planner.change_number()) == (1, False, 1)
    assert (done, failed[1:]) == (
        ([changes], []) if is_written
        else ([], ["The server answers again. What was cut off was not written: ask for it again."])
    )  # fmt: skip


@pytest.mark.postgres
def test_dialog_that_asks_again_does_not_do_twice_what_was_done(
    qtbot: QtBot, context: WatchedContext, window: QMainWindow
) -> None:
    dialog = QDialog(window)
    dialog.show()
    done: list[Changes] = []

    def add() -> Changes:
        return context.planner.execute(people.add_person, [NewName("en", "Abe")])

    def cut_off() -> Changes:
        changes = add()
        (step,) = context.planner.read(steps)
        error = ServerGone("The connection was cut off.")
        error.unsure = Unsure(step.number, "Anna", step.at, changes)
        raise error

    context._write(dialog, cut_off, done.append, lambda _error: None)
    qtbot.waitUntil(context.waits, timeout=10_000)
    context._write(dialog, add, done.append, lambda _error: None)
    qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    assert (len(done), context.waits(), context.planner.change_number()) == (1, False, 1)


def test_label_says_what_was_asked_for_and_leaves_open_what_only_the_office_knows(qtbot: QtBot) -> None:
    day = date(2024, 5, 13)
    said = [
        label_of(texts.write_text, ("event", 7, "title"), {"language": "en", "words": "Visit put off"}),
        label_of(people.edit_person, (7,), {"note": "x"}),
        label_of(events.add_event, ("visit", text(en="Visit")), {"from_day": day, "to_day": day, "languages": ["en"]}),
        label_of(len, ([],), {}),
    ]
    assert said == ["Write “Visit put off”", "Edit …", "Add the event “Visit”", ""]
