"""The fields beside a paragraph: who spoke, who owes it until when, who agreed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.queries.follow_up import FollowUp
from ui import theme

LEAST = 158
"""Pixels of the design that a field beside others needs."""


class Facts(QWidget):
    """Fields beside each other, as many as the width holds, `above` their paragraph or not; subclasses `show_row`."""

    above: ClassVar[bool] = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: list[QWidget] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(theme.px(6))

    def place(self, fields: Sequence[QWidget]) -> None:
        """Put fields side by side; the last one takes what is left of its row."""
        if list(fields) != self._fields:
            for field in self._fields:
                self._grid.removeWidget(field)
            self._fields, self._columns = list(fields), 0
            self._lay_out()

    def show_row(self, row: Any, found: FollowUp) -> None:
        """Show what is known of a paragraph."""
        raise NotImplementedError

    def set_read_only(self, read_only: bool) -> None:
        """Let the fields be read only."""
        for field in self._fields:
            field.set_read_only(read_only)  # type: ignore[attr-defined]

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops, field by field."""
        return [
            inner
            for field in self._fields
            for inner in field.findChildren(QWidget)
            if inner.focusPolicy().value & Qt.FocusPolicy.TabFocus.value and inner.window() is self.window()
        ]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break into more rows where the width is small."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        most = max(1, self.width() // theme.px(LEAST))
        count = len(self._fields)
        rows = -(-count // most) if count else 1
        columns = -(-count // rows) if count else 1
        if columns == self._columns:
            return
        self._columns = columns
        for place, field in enumerate(self._fields):
            span = columns - place % columns if place == count - 1 else 1
            self._grid.removeWidget(field)
            self._grid.addWidget(field, place // columns, place % columns, 1, span)
        for column in range(max(columns, self._grid.columnCount())):
            self._grid.setColumnStretch(column, int(column < columns))
