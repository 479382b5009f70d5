"""Quiet lines under a field: what it could hold, each with a link that takes it. Nothing is typed unasked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.common.buttons import Link
from ui.common.form import clear
from ui.common.labels import PlainLabel


class Suggestion(NamedTuple):
    """A line: its key, its sentence, the word of its link ("" for none), whether it warns, or is chosen by a key."""

    key: str
    words: str
    action: str
    warns: bool = False
    chosen: bool = False


class SuggestionLines(QWidget):
    """Signals: `taken(key)` by the link, or of the first line by Ctrl+Space in a field that is `watch`ed."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Suggestion, ...] = ()
        self._focus_policy = Qt.FocusPolicy.StrongFocus
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def lines(self) -> tuple[Suggestion, ...]:
        """Return the lines shown."""
        return self._lines

    def set_lines(self, lines: Sequence[Suggestion]) -> None:
        """Show these lines; the same ones again change nothing."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        clear(self._column)
        for line in self._lines:
            self._column.addWidget(self._view(line))
        self.setVisible(bool(self._lines))

    def leave_focus(self) -> None:
        """Leave the focus in the field when a link is clicked; keys take the lines there."""
        self._focus_policy = Qt.FocusPolicy.NoFocus

    def watch(self, *fields: QWidget) -> None:
        """Take the first line by Ctrl+Space in these fields."""
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the first line by Ctrl+Space."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._takes(event):
            self.taken.emit(self._lines[0].key)
            return True
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        pressed = event.key() == Qt.Key.Key_Space and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return pressed and self.isEnabled() and bool(self._lines) and bool(self._lines[0].action)

    def _view(self, line: Suggestion) -> QWidget:
        view = QWidget(self)
        row = QHBoxLayout(view)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        role = "attention" if line.warns else "strong" if line.chosen else "small"
        words = PlainLabel(line.words, view, role=role, wrap=True)
        row.addWidget(words, 1)
        if line.action:
            link = Link(line.action, view, clicked=partial(self.taken.emit, line.key))
            link.setAccessibleName(f"{line.action}: {line.words}")
            link.setFocusPolicy(self._focus_policy)
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return view
