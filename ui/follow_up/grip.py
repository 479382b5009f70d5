"""The handle by which a paragraph is dragged to another place."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.common.labels import plain_tooltip

ROWS, GAP = 3, 5


class Grip(QWidget):
    """Six dots. Signals: `dragged(y)`, in the coordinates of the screen, while it is held; `dropped()`."""

    dragged = Signal(int)
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = False
        self.setFixedWidth(theme.px(14))
        self.setCursor(Qt.CursorShape.SizeVerCursor)

    def set_label(self, label: str) -> None:
        """Say what it is for."""
        self.setAccessibleName(label)
        plain_tooltip(self, label)

    def sizeHint(self) -> QSize:
        """Ask for the room of the dots."""
        return QSize(theme.px(14), theme.px(24))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold."""
        self._held = event.button() == Qt.MouseButton.LeftButton

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where it is."""
        if self._held:
            self.dragged.emit(round(event.globalPosition().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._held:
            self._held = False
            self.dropped.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dots."""
        if not self.isEnabled():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("muted"))
        step, dot = theme.px(GAP), theme.px(2)
        for row in range(ROWS):
            for column in range(2):
                place = QPointF(theme.px(4) + column * step, theme.px(6) + row * step)
                painter.drawEllipse(place, dot * 0.7, dot * 0.7)
