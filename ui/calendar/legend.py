"""The key to the calendar's marks, in one line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.rules.calendar import Status
from ui import theme
from ui.calendar.grid_paint import draw_mark
from ui.calendar.words import status_word
from ui.translate import follow_language, t

GAP = 18


class Legend(QWidget):
    """The marks with their words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setAccessibleName(", ".join(status_word(one) for one in Status))
        self.update()

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(theme.px(300), theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each mark before its word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.SMALL))
        left = 2
        for status in (Status.DECREE, Status.ANNOUNCED, Status.COMPUTED):
            draw_mark(painter, QRect(left, 0, theme.px(9), self.height()), status)
            left = self._say(painter, left + theme.px(9) + 6, status_word(status)) + GAP
        self._say(painter, left, t("dashed: busy elsewhere, fasts, shortened days"))

    def _say(self, painter: QPainter, left: int, words: str) -> int:
        painter.setPen(theme.colour("muted"))
        width = painter.fontMetrics().horizontalAdvance(words)
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(self.width() - left, 0))
        painter.drawText(QRect(left, 0, width + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        return left + width

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the text size."""
        super().changeEvent(event)
        self.update()
