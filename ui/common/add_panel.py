"""The panel that adds to a register: a line for each part of a name, in each language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planner.rules.text import Language
from ui.common.buttons import Button, IconButton
from ui.common.fields import Line
from ui.common.labels import Heading
from ui.common.offered_names import OfferedNames
from ui.common.text_fields import language_names
from ui.translate import t

Typed = Mapping[str, Mapping[Language, str]]
"""What was typed: by part, then by language; empty ones are left out."""


class AddPanel(QFrame):
    """A line for each part of a name in each language. Signals: `wanted(typed)`, `closed()`."""

    wanted = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.heading = Heading("", self)
        self.add = Button("", self, kind="primary", clicked=self.send)
        self._close = IconButton("close", "", self, quiet=True, clicked=self.close_panel)
        self._lines: dict[tuple[str, Language], Line] = {}
        self.offered = OfferedNames(self)  # of people only
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(self._grid)
        column.addWidget(self.offered)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def set_words(self, heading: str, button: str) -> None:
        """Say everything in the interface's language."""
        self.heading.setText(heading)
        self.add.set_text(button)
        self._close.set_label(t("Close"))

    def open_for(self, parts: Sequence[tuple[str, str]], languages: Sequence[Language]) -> None:
        """Open with a line for each (part, its name) in each language."""
        for line in self._lines.values():
            self._grid.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = {}
        for column, one in enumerate(language_names(languages)):
            for row, (part, name) in enumerate(parts):
                line = Line(self)
                line.setPlaceholderText(f"{name} — {one.name}")
                line.setAccessibleName(f"{name} — {one.name}")
                line.returnPressed.connect(self.send)
                self._lines[part, one.tag] = line
                self._grid.addWidget(line, row, column)
        is_name = {"surname", "given", "patronymic"} <= {part for part, _name in parts}
        self.offered.watch(self._lines, languages if is_name else ())
        QWidget.setTabOrder(list(self._lines.values())[-1], self.add)
        self.show()
        next(iter(self._lines.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def line(self, part: str, language: Language) -> Line:
        """Return the line of a part in a language."""
        return self._lines[part, language]

    def send(self) -> None:
        """Tell what was typed, if anything was."""
        typed: dict[str, dict[Language, str]] = {}
        for (part, tag), line in self._lines.items():
            if words := " ".join(line.text().split()):
                typed.setdefault(part, {})[tag] = words
        if typed:
            self.wanted.emit(typed)

    def close_panel(self) -> None:
        """Close without adding."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)
