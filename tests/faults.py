"""A bug in a slot ends its test with the traceback, where the program opens a dialog and waits for somebody."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def faults_fail(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Hand a bug to pytest-qt in place of showing it, and end what waits for something that will not come.

    pytest-qt prints the traceback at once and fails the test with it. A hook that was given its own way of showing
    bugs keeps it.
    """
    if "PySide6.QtWidgets" not in sys.modules:
        yield  # no window is ever opened
        return
    from pytestqt.qtbot import QtBot

    from ui import errors

    capture = sys.excepthook  # pytest-qt's, from before the test was set up
    handle, wait = errors.ErrorHook.handle, QtBot.wait
    handled: list[BaseException] = []
    caught: list[BaseException] = []

    def remember(hook: Any, error: BaseException) -> None:
        handled.append(error)
        try:
            handle(hook, error)
        finally:
            handled.pop()

    def fail(_found: errors.Fault) -> None:
        error = handled[-1]
        caught.append(error)
        capture(type(error), error, error.__traceback__)

    def wait_unless_failed(qtbot: Any, ms: int) -> None:
        wait(qtbot, ms)
        if caught:
            raise caught[0]

    monkeypatch.setattr(errors.ErrorHook, "handle", remember)
    monkeypatch.setattr(errors, "show_fault", fail)
    monkeypatch.setattr(QtBot, "wait", wait_unless_failed)
    yield
