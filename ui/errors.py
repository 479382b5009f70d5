"""What happens to an error nobody caught: one dialog with an id to quote, a log of ids only; the program goes on.

An exception's message may hold a guest's name or passport, so neither the log nor the dialog shows it:
only the kind of the error and the lines of our own code it went through.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import NamedTuple
from zlib import crc32

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from planner.errors import PlannerError
from ui import theme
from ui.common.buttons import Button
from ui.common.fitting import fit_to_screen
from ui.common.labels import Heading, PlainLabel
from ui.translate import t

log = logging.getLogger("ui.errors")
DAYS_KEPT = 14


def keep_log(folder: Path) -> logging.Handler | None:
    """Keep the log in a folder, a file a day for two weeks, for its owner alone; None where it cannot be written.

    Only this module's faults are kept: what libraries log may hold a name.
    """
    from logging.handlers import TimedRotatingFileHandler

    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = folder / "faults.log"
        handler = TimedRotatingFileHandler(path, when="midnight", backupCount=DAYS_KEPT, encoding="utf-8")
        path.chmod(0o600)
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log.addHandler(handler)
    return handler


class Fault(NamedTuple):
    """An error that is a bug: a short id to quote, and the details without anybody's data."""

    id: str
    details: str


def fault(error: BaseException) -> Fault:
    """Describe an error by its kind and the places it went through; the same error has the same id."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    details = "\n".join([type(error).__qualname__, *lines])
    return Fault(f"{crc32(details.encode()):08X}", details)


def _short(path: str) -> str:
    return "/".join(path.replace("\\", "/").rsplit("/", 3)[-3:])


class ErrorHook(QObject):
    """Stands at sys.excepthook while it is installed.

    Errors for people (`PlannerError`) go to `tell_person`; all others are logged and shown once per id.
    Errors of other threads are brought to the window's thread first.
    """

    caught = Signal(object)

    def __init__(
        self,
        tell_person: Callable[[PlannerError], object] | None = None,
        show: Callable[[Fault], object] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tell_person = tell_person
        self._show = show or show_fault
        self._showing = False
        self._before = (sys.excepthook, threading.excepthook)
        self.caught.connect(self.handle, Qt.ConnectionType.AutoConnection)

    def install(self) -> None:
        """Catch what nobody else does, on every thread."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._from_main
        threading.excepthook = self._from_thread

    def remove(self) -> None:
        """Put back what stood there before."""
        sys.excepthook, threading.excepthook = self._before

    def handle(self, error: BaseException) -> None:
        """Tell the person, or log and show a bug; a second bug while a dialog is open is only logged."""
        if isinstance(error, PlannerError) and self._tell_person is not None:
            self._tell_person(error)
            return
        found = fault(error)
        log.error("fault %s\n%s", found.id, found.details)
        if self._showing:
            return
        self._showing = True
        try:
            self._show(found)
        finally:
            self._showing = False

    def _from_main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, (KeyboardInterrupt, SystemExit)):
            self._before[0](kind, error, trace)
            return
        self.caught.emit(error)

    def _from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            self.caught.emit(args.exc_value)


def show_fault(found: Fault, parent: QWidget | None = None) -> None:
    """Show the dialog and wait until it is closed."""
    FaultDialog(found, parent or QApplication.activeWindow()).exec()  # sink-ok: Qt's dialog, not Python's exec


class FaultDialog(QDialog):
    """Says that something went wrong in the program, what is safe, and what to do."""

    def __init__(self, found: Fault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = f"{t('Fault {id}', id=found.id)}\n{found.details}"
        self.setWindowTitle(t("Delegation Planner"))
        self.setMinimumWidth(theme.px(520))
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(Heading(t("Something went wrong in the program"), self))
        safe = t("Your last step was not carried out; everything before it is saved. You can go on working.")
        column.addWidget(PlainLabel(safe, self, wrap=True))
        ask = t("If it happens again, copy the details and send them to whoever looks after the program. Fault {id}.",
                id=found.id)  # fmt: skip
        column.addWidget(PlainLabel(ask, self, role="muted", wrap=True))
        shown = QPlainTextEdit(self._details, self)
        shown.setReadOnly(True)
        shown.setFixedHeight(theme.px(140))
        shown.setAccessibleName(t("Details"))
        column.addWidget(shown)
        fit_to_screen(self, column, self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(Button(t("Copy details"), self, clicked=self.copy))
        row.addStretch(1)
        go_on = Button(t("Go on"), self, kind="primary", clicked=self.accept)
        go_on.setDefault(True)
        row.addWidget(go_on)
        return row

    def copy(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self._details)
