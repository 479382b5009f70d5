from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from planner.errors import Clash
from ui.errors import ErrorHook, Fault, FaultDialog, fault, keep_log, log

SECRET = "Passport AN 1234567"


def _raised() -> ValueError:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        return error


def test_fault_names_kind_and_lines_and_never_the_message() -> None:
    found = fault(_raised())
    assert found.details.splitlines()[0] == "ValueError"
    assert found.details.splitlines()[1].split(":")[0] == "tests/ui/test_errors.py"
    assert SECRET not in found.details
    assert found == fault(_raised())


@pytest.mark.expects_log
def test_bug_is_logged_and_shown_without_anybody_s_data(qapp: object, caplog: pytest.LogCaptureFixture) -> None:
    shown: list[Fault] = []
    ErrorHook(show=shown.append).handle(_raised())
    assert [found.id for found in shown] == [fault(_raised()).id]
    assert (SECRET in caplog.text, shown[0].id in caplog.text) == (False, True)


def test_refusal_goes_to_the_person_and_not_to_the_log(qapp: object, caplog: pytest.LogCaptureFixture) -> None:
    told: list[str] = []
    with caplog.at_level(logging.DEBUG):
        ErrorHook(lambda error: told.append(str(error)), lambda found: told.append(found.id)).handle(Clash("No room"))
    assert (told, caplog.text) == (["No room"], "")


@pytest.mark.expects_log
def test_second_bug_while_one_is_shown_is_only_logged(qapp: object, caplog: pytest.LogCaptureFixture) -> None:
    shown: list[str] = []

    def show(found: Fault) -> None:
        shown.append(found.id)
        hook.handle(KeyError("inside"))

    hook = ErrorHook(show=show)
    hook.handle(_raised())
    assert (len(shown), len(caplog.records)) == (1, 2)


@pytest.mark.expects_log
@pytest.mark.qt_no_exception_capture
def test_exception_in_a_slot_and_in_a_thread_are_caught(qapp: object, qtbot: QtBot) -> None:
    shown: list[str] = []
    hook = ErrorHook(show=lambda found: shown.append(found.details.splitlines()[0]))
    before = sys.excepthook
    hook.install()
    try:
        sender = _Sender()
        sender.sent.connect(_fail)
        sender.sent.emit()
        threading.Thread(target=_fail).start()
        qtbot.waitUntil(lambda: len(shown) == 2)
    finally:
        hook.remove()
    assert (shown, sys.excepthook) == (["ZeroDivisionError", "ZeroDivisionError"], before)


class _Sender(QObject):
    sent = Signal()


def _fail() -> None:
    raise ZeroDivisionError(SECRET)


def test_dialog_copies_the_details(qtbot: QtBot) -> None:
    dialog = FaultDialog(Fault("1A2B3C4D", "ValueError\nui/agenda/view.py:12 move"))
    qtbot.addWidget(dialog)
    dialog.copy()
    assert QGuiApplication.clipboard().text() == "Fault 1A2B3C4D\nValueError\nui/agenda/view.py:12 move"


@pytest.mark.expects_log
def test_log_is_kept_private_and_without_anybody_s_data(qapp: object, tmp_path: Path) -> None:
    handler = keep_log(tmp_path / "log")
    assert handler is not None
    try:
        ErrorHook(show=lambda _found: None).handle(_raised())
    finally:
        log.removeHandler(handler)
        handler.close()
    path = tmp_path / "log" / "faults.log"
    words = path.read_text(encoding="utf-8")
    assert (fault(_raised()).id in words, SECRET in words) == (True, False)
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("a file where the folder should be", encoding="utf-8")
    assert keep_log(tmp_path / "log") is None
