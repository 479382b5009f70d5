"""The heading of an event: its title in both languages, its state, its dates, its sides and its languages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.common.labels import Muted, PlainLabel, Title
from ui.common.pill import paint_pill, pill_size
from ui.translate import follow_language, t


class Heading(NamedTuple):
    """What the heading says, every word of it final; `tone` is the tone of the state."""

    title: str = ""
    second: str = ""
    state: str = ""
    tone: str = "neutral"
    dates: str = ""
    sides: str = ""


class StateButton(QAbstractButton):
    """The state of an event as a pill that opens a menu of states. Signals: `taken(state)`."""

    taken = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # it looks another way under the mouse
        self._tone = "neutral"
        self._choices: tuple[tuple[str, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._open)

    def set_state(self, word: str, tone: str) -> None:
        """Show a state."""
        self._tone = tone
        self.setText(word)
        self.setVisible(bool(word))
        self.updateGeometry()
        self.update()

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """Set the states that can be taken, as (value, word); none makes the pill a plain word."""
        self._choices = tuple(choices)
        self.updateGeometry()
        self.update()

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Return the states that can be taken."""
        return self._choices

    def _open(self) -> None:
        if not self._choices:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for value, word in self._choices:
            action = menu.addAction(word.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(word == self.text())
            action.triggered.connect(lambda _on=False, value=value: self.taken.emit(value))
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _words(self) -> str:
        return f"{self.text()} ▾" if self._choices else self.text()

    def sizeHint(self) -> QSize:
        """Return the room the word takes."""
        return pill_size(self._words(), QFontMetrics(theme.font(theme.SMALL))) + QSize(theme.px(2), theme.px(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pill, and a ring while it has the focus."""
        painter = QPainter(self)
        paint_pill(painter, self.rect().adjusted(1, 1, -1, -1), self._words(), self._tone)
        if self.hasFocus() or self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.colour("link" if self.hasFocus() else "line"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), theme.px(8), theme.px(8))


class EventHeader(QWidget):
    """The heading. Signals: `title_wanted()` when the title is clicked; its `state_button` offers the states."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Heading()
        self._title = Title("", self, elide=True)
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._second = Muted("", self, elide=True)
        self._dates = PlainLabel("", self, role="muted")
        self._sides = PlainLabel("", self, role="muted", elide=True)
        self._sides.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.state_button = StateButton(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(theme.px(12))
        first.addWidget(self._title)
        first.addWidget(self.state_button)
        first.addStretch(1)
        first.addWidget(self._dates)
        second.setSpacing(theme.px(12))
        second.addWidget(self._second, 1)
        second.addWidget(self._sides)
        column.addLayout(first)
        column.addLayout(second)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.state_button.setAccessibleDescription(t("State of the event"))

    def show_heading(self, heading: Heading) -> None:
        """Show another heading."""
        self._shown = heading
        self._title.setText(heading.title)
        self._second.setText(heading.second)
        self.state_button.set_state(heading.state, heading.tone)
        self._place_dates()

    def _place_dates(self) -> None:
        """Put the dates beside the title, or where they leave it too little room, before the sides."""
        taken = self.state_button.sizeHint().width() + self._dates.fontMetrics().horizontalAdvance(self._shown.dates)
        beside = self._title.sizeHint().width() + taken + theme.px(30) <= self.width()
        self._dates.setText(self._shown.dates if beside else "")
        self._sides.setText(self._shown.sides if beside else f"{self._shown.dates} · {self._shown.sides}".strip(" ·"))
        left = self.width() - self._sides.sizeHint().width() - theme.px(12)
        self._second.setVisible(left > theme.px(80))  # less would be a torn-off word before the days
        alone = Qt.AlignmentFlag.AlignLeft if self._second.isHidden() else Qt.AlignmentFlag.AlignRight
        self._sides.setAlignment(alone | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the dates anew."""
        super().resizeEvent(event)
        self._place_dates()

    def shown(self) -> Heading:
        """Return what is shown."""
        return self._shown
