"""A part of a paper: its heading, broken into lines where it is long, and the writing under it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.common.labels import PlainLabel


class Part(QWidget):
    """Attributes: `title`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel("", self, role="strong", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(4), 0, 0)
        self._column.setSpacing(theme.px(6))
        self._column.addWidget(self.title)

    def set_title(self, title: str) -> None:
        """Name the part."""
        self.title.setText(title)
        self.setAccessibleName(title)

    def add_left(self, widget: QWidget) -> None:
        """Put a small widget, as a link, at the left edge under the others."""
        self._column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)

    def add(self, widget: QWidget) -> None:
        """Put a widget under the others."""
        self._column.addWidget(widget)
