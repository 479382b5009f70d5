"""A thin bar for work that takes more than a moment; nothing at all for less."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

DELAY = 150
"""Milliseconds of work before anything is shown."""
TICK = 40


class ThinProgress(QWidget):
    """A bar of three pixels at the top of a page. It keeps its room, so nothing jumps.

    `start()` and `stop()` may be nested; `set_share(0 to 1)` shows how far long work has come.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._running = 0
        self._shown = False
        self._share: float | None = None
        self._phase = 0.0
        self._delay = QTimer(self, singleShot=True, interval=DELAY)
        self._delay.timeout.connect(self._appear)
        self._clock = QTimer(self, interval=TICK)
        self._clock.timeout.connect(self._advance)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(3)

    def start(self) -> None:
        """Note that work has begun."""
        self._running += 1
        if self._running == 1:
            self._share = None
            self._delay.start()

    def stop(self) -> None:
        """Note that work has ended."""
        self._running = max(0, self._running - 1)
        if self._running == 0:
            self._delay.stop()
            self._clock.stop()
            self._shown = False
            self.update()

    def set_busy(self, busy: bool) -> None:
        """Start or stop; made to be connected to `Tasks.busy`."""
        if busy:
            self.start()
        else:
            self.stop()

    def set_share(self, share: float) -> None:
        """Show how much of the work is done (0 to 1)."""
        self._share = share
        self.update()

    def is_shown(self) -> bool:
        """Tell whether the bar is on the screen."""
        return self._shown

    def sizeHint(self) -> QSize:
        """Return the height of the bar."""
        return QSize(100, 3)

    def _appear(self) -> None:
        self._shown = True
        self._clock.start()
        self.update()

    def _advance(self) -> None:
        self._phase = (self._phase + 0.02) % 1.0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the share done, or a piece that wanders while it is not known."""
        if not self._shown:
            return
        painter = QPainter(self)
        if self._share is not None:
            painter.fillRect(0, 0, round(self.width() * self._share), 3, theme.colour("link"))
            return
        width = self.width() // 4
        left = round((self.width() + width) * self._phase) - width
        painter.fillRect(left, 0, width, 3, theme.colour("link"))
