"""Undo and redo of the window: what they would do, their keys, and whose keys they are while a field is typed into."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from planner.queries.history import Reach, reach
from ui.common.event_words import step_words
from ui.common.text_box import TypingPause
from ui.context import Context
from ui.translate import follow_language, t
from ui.window.main_window import MainWindow


class Steps(QObject):
    """Connects the two buttons and their keys with an open office."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        self._reach = Reach(None, None)
        self._watched: QWidget | None = None
        self._shortcuts = []
        for keys, work in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo), ("Ctrl+Shift+Z", self.redo)):
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.activated.connect(work)
            self._shortcuts.append(shortcut)
        window.top.undo_wanted.connect(self.undo)
        window.top.redo_wanted.connect(self.redo)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._application = application
        application.focusChanged.connect(self._watch)
        self._watch(None, application.focusWidget())
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        undo, redo = self._reach
        self._window.top.set_steps(
            t("Undo: {step}", step=step_words(*undo)) if undo else t("Nothing to undo"),
            t("Redo: {step}", step=step_words(*redo)) if redo else t("Nothing to redo"),
            possible=(undo is not None, redo is not None),
        )

    def look(self, *_changes: object) -> None:
        """Read again what undo and redo would do."""
        self._context.in_turn(self, self._read)

    def _read(self) -> None:
        self._context.read(self, "reach", self._show, reach, self._context.planner.author)

    def undo(self) -> None:
        """Take back the last step, once what waits in a field is written."""
        typed = _written_now(self._window.focusWidget())
        if typed or self._reach.undo is not None:
            self._context.undo(self)

    def redo(self) -> None:
        """Repeat the step taken back last."""
        if self._reach.redo is not None:
            self._context.redo(self)

    def close(self) -> None:
        """Let go of the window."""
        self._application.focusChanged.disconnect(self._watch)
        self._window.top.undo_wanted.disconnect(self.undo)
        self._window.top.redo_wanted.disconnect(self.redo)
        for shortcut in self._shortcuts:
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        self._watch(None, None)
        self._window.top.set_steps(t("Nothing to undo"), t("Nothing to redo"), possible=(False, False))
        self.deleteLater()

    def _show(self, found: Reach) -> None:
        self._reach = found
        self.retranslate()

    def _watch(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Stand before the field that has the focus: it claims Ctrl+Z even where it has nothing to undo."""
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._forget)
        self._watched = now if isinstance(now, QLineEdit | QPlainTextEdit) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._watched.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._watched = None

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window where the field has nothing of its own to undo."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        wants = _direction(event)
        if wants is None or _has_own(watched, wants):
            return False
        event.ignore()
        return True


def _written_now(field: QWidget | None) -> bool:
    """Have what is typed into a field written now; tell whether anything waited."""
    pause = field.findChild(TypingPause) if field is not None else None
    if pause is None or not pause.waiting():
        return False
    pause.flush()
    return True


def _direction(event: QKeyEvent) -> str | None:
    if event.matches(QKeySequence.StandardKey.Undo):
        return "undo"
    shifted = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    again = event.modifiers() == shifted and event.key() == Qt.Key.Key_Z
    again = again or (event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_Y)
    return "redo" if again or event.matches(QKeySequence.StandardKey.Redo) else None


def _has_own(field: object, direction: str) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() if direction == "undo" else field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit):
        document = field.document()
        return document.isUndoAvailable() if direction == "undo" else document.isRedoAvailable()
    return False
