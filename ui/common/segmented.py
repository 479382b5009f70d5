"""A few choices side by side, one of them taken: "Side by side | Stacked | Facing pages"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme


class Segmented(QWidget):
    """The choices as (value, label). Signals: `edited(value)` when the person takes another one.

    With `even` all are equally wide; else each has the room its label takes.
    """

    edited = Signal(object)

    def __init__(
        self, choices: Sequence[tuple[Any, str]] = (), parent: QWidget | None = None, *, even: bool = True
    ) -> None:
        super().__init__(parent)
        self._even = even
        self._choices: list[tuple[Any, str]] = []
        self._value: Any = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other choices; the one taken stays if it is among them."""
        self._choices = list(choices)
        values = [value for value, _label in self._choices]
        if self._value not in values:
            self._value = values[0] if values else None
        self._name()
        self.updateGeometry()
        self.update()

    def value(self) -> Any:
        """Return the choice taken."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Take a choice without sending anything."""
        self._value = value
        self._name()
        self.update()

    def _name(self) -> None:
        self.setAccessibleDescription(next((label for value, label in self._choices if value == self._value), ""))

    def _take(self, place: int) -> None:
        value = self._choices[place][0]
        if value != self._value and self.isEnabled():
            self.set_value(value)
            self.edited.emit(value)

    def _edges(self) -> list[int]:
        count = max(len(self._choices), 1)
        if self._even:
            return [round(self.width() * place / count) for place in range(count + 1)]
        shares = self._shares()
        total = max(sum(shares), 1)
        return [round(self.width() * sum(shares[:place]) / total) for place in range(count + 1)]

    def _shares(self) -> list[int]:
        """Return the room each label takes."""
        metrics = QFontMetrics(theme.font(semibold=True))
        return [metrics.horizontalAdvance(label) + theme.px(20) for _value, label in self._choices] or [1]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take what was clicked."""
        left = event.position().x()
        for place, (start, end) in enumerate(zip(self._edges(), self._edges()[1:], strict=False)):
            if start <= left < end and place < len(self._choices):
                self._take(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the neighbour by ← and →."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None or not self._choices:
            super().keyPressEvent(event)
            return
        values = [value for value, _label in self._choices]
        place = values.index(self._value) if self._value in values else 0
        self._take(min(max(place + step, 0), len(values) - 1))

    def sizeHint(self) -> QSize:
        """Give every choice the room of the longest, or its own."""
        shares, height = self._shares(), QFontMetrics(theme.font(semibold=True)).height() + theme.px(11)
        return QSize(max(shares) * len(shares) if self._even else sum(shares), height)

    def minimumSizeHint(self) -> QSize:
        """Labels may be shortened."""
        return QSize(theme.px(50) * max(len(self._choices), 1), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, the choice taken and the labels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QPainterPath()
        box.addRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.fillPath(box, theme.colour("panel"))
        painter.setClipPath(box)
        edges = self._edges()
        for place, (value, label) in enumerate(self._choices):
            self._paint_choice(painter, edges[place], edges[place + 1], label, taken=value == self._value)
        painter.setClipping(False)
        painter.setPen(theme.colour("link" if self.hasFocus() else "line"))
        painter.drawPath(box)

    def _paint_choice(self, painter: QPainter, left: int, right: int, label: str, *, taken: bool) -> None:
        area = QRectF(left, 0, right - left, self.height())
        if taken:
            painter.fillRect(area, theme.colour("host_ground"))
        if left:
            painter.fillRect(QRectF(left, 0, 1, self.height()), theme.colour("line"))
        painter.setFont(theme.font(semibold=taken))
        painter.setPen(theme.colour("ink" if self.isEnabled() else "muted"))
        shown = painter.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, right - left - theme.px(8))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), shown)
