"""Small rounded words of state: "Confirmed", "Invited", "Declined — replace"."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme


class Tone(StrEnum):
    """What a pill, dot or bar means; each tone has an ink and a ground."""

    FINE = "fine"
    ATTENTION = "attention"
    STOP = "stop"
    HOST = "host"
    GUEST = "guest"
    INVITED = "invited"
    NEUTRAL = "neutral"


def ink_role(tone: Tone | str) -> str:
    """Return the role of a tone's ink."""
    return "muted" if tone == Tone.NEUTRAL else str(tone)


def ground_role(tone: Tone | str) -> str:
    """Return the role of a tone's ground."""
    return "invited_ground" if tone == Tone.NEUTRAL else f"{tone}_ground"


def pill_size(text: str, metrics: QFontMetrics) -> QSize:
    """Return the size a pill takes."""
    return QSize(metrics.horizontalAdvance(text) + theme.px(16), metrics.height() + theme.px(3))


def paint_pill(painter: QPainter, area: QRect, text: str, tone: Tone | str, *, semibold: bool = False) -> None:
    """Draw a pill into an area; text that does not fit ends in "…"."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(ground_role(tone)))
    painter.drawRoundedRect(QRectF(area), theme.px(8), theme.px(8))
    painter.setPen(theme.colour(ink_role(tone)))
    painter.setFont(theme.font(theme.SMALL, semibold=semibold))
    room = area.adjusted(theme.px(6), 0, -theme.px(6), 0)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), shown)
    painter.restore()


def paint_dot(painter: QPainter, centre_x: float, centre_y: float, tone: Tone | str, *, hollow: bool = False) -> None:
    """Draw a dot of state; hollow is a ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = theme.px(8) / 2
    ink = theme.colour(ink_role(tone))
    if hollow:
        pen = painter.pen()
        pen.setColor(ink)
        pen.setWidthF(1.6)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius -= 0.8
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
    painter.drawEllipse(QRectF(centre_x - radius, centre_y - radius, 2 * radius, 2 * radius))
    painter.restore()


class Pill(QWidget):
    """A word of state; empty text takes no room."""

    def __init__(self, text: str = "", tone: Tone | str = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._tone = "", tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(text, tone)

    def text(self) -> str:
        """Return the word shown."""
        return self._text

    def set_state(self, text: str, tone: Tone | str = Tone.NEUTRAL) -> None:
        """Show another word."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        return theme.font(theme.SMALL)

    def sizeHint(self) -> QSize:
        """Return the room the word takes."""
        return pill_size(self._text, QFontMetrics(self._font()))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill."""
        paint_pill(QPainter(self), self.rect(), self._text, self._tone)


class Dot(QWidget):
    """A dot of state beside a text that says the same in words."""

    def __init__(self, tone: Tone | str = Tone.NEUTRAL, parent: QWidget | None = None, *, hollow: bool = False) -> None:
        super().__init__(parent)
        self._tone, self._hollow = tone, hollow
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tone(self, tone: Tone | str, *, hollow: bool = False) -> None:
        """Show another state."""
        self._tone, self._hollow = tone, hollow
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square as high as a line of text."""
        return QSize(theme.px(10), QFontMetrics(theme.font()).height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot in the middle of the first line."""
        paint_dot(QPainter(self), self.width() / 2, self.sizeHint().height() / 2 + 0.5, self._tone, hollow=self._hollow)
