"""What the drawn views of a programme share: how they follow size, scrolling, theme, text size and language."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.translate import follow_language


class DrawnView(QAbstractScrollArea):
    """A view that draws only what is in sight. Subclasses write `retranslate`, `_measure` and, if need be, `_retheme`.

    They call `_begin` when they have all they draw with.
    """

    _begun = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setProperty("kind", "timeline")

    def retranslate(self) -> None:
        """Say everything in the interface's language."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew."""
        super().resizeEvent(event)
        self._measure()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw anew; headings at the edges stay."""
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and text size."""
        super().changeEvent(event)
        if self._begun and event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange):
            self._retheme()
            self._measure()

    def _begin(self) -> None:
        self._begun = True
        follow_language(self.retranslate)

    def _measure(self) -> None:
        """Find out where things stand."""

    def _retheme(self) -> None:
        """Forget what was drawn with other fonts and colours."""
