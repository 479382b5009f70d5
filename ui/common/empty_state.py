"""What a page shows while it holds nothing: what it is for, and the one next step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.common.buttons import Button, Link
from ui.common.labels import Heading, Muted


class EmptyState(QWidget):
    """A heading, a sentence, one button, and perhaps a second way as a link.

    Signals: `step_taken()`, `other_step_taken()`.
    """

    step_taken = Signal()
    other_step_taken = Signal()

    def __init__(
        self, heading: str = "", sentence: str = "", step: str = "", other_step: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._heading = Heading("", self)
        self._sentence = Muted("", self, wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._step = Button("", self, kind="primary", clicked=self.step_taken.emit)
        self._other = Link("", self, clicked=self.other_step_taken.emit)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addStretch(2)
        for widget in (self._heading, self._sentence):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addStretch(1)
        row.addWidget(self._step)
        row.addWidget(self._other)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(3)
        self.set_words(heading, sentence, step, other_step)

    def set_words(self, heading: str, sentence: str, step: str = "", other_step: str = "") -> None:
        """Say something else; a step without words is not offered."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._measure()
        self._step.set_text(step)
        self._step.setVisible(bool(step))
        self._other.set_text(other_step)
        self._other.setVisible(bool(other_step))

    def _measure(self) -> None:
        """Give the sentence a width that is easy to read, or all there is, and the height it takes there."""
        margins = self.contentsMargins()
        room = self.width() - 2 * theme.px(12) - margins.left() - margins.right()
        width = max(min(theme.px(440), room), theme.px(160))
        self._sentence.setMinimumHeight(0)  # else it counts among what the words need
        self._sentence.setFixedWidth(width)
        self._sentence.setFixedHeight(self._sentence.heightForWidth(width) if self._sentence.text() else 0)

    def minimumSizeHint(self) -> QSize:
        """Let the sentence break into more lines where there is less room."""
        return QSize(theme.px(200), min(super().minimumSizeHint().height(), theme.px(160)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_other"):
            self._measure()
