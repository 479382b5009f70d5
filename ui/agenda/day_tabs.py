"""The days of an event as buttons: "Wed 15 May" over "Meetings · 9 items"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from ui import theme


class DayTab(NamedTuple):
    """A day: its date, its name ("Wed 15 May") and what it holds ("Meetings · 9 items")."""

    day: date
    label: str
    remark: str = ""


class DayButton(QAbstractButton):
    """One day."""

    def __init__(self, tab: DayTab, parent: QWidget) -> None:
        super().__init__(parent)
        self.tab, self._target = tab, False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.set_tab(tab)

    def set_tab(self, tab: DayTab) -> None:
        """Show other words."""
        self.tab = tab
        self.setAccessibleName(f"{tab.label}, {tab.remark}" if tab.remark else tab.label)
        self.updateGeometry()
        self.update()

    def set_target(self, on: bool) -> None:
        """Show whether this day would take what is dragged."""
        if on != self._target:
            self._target = on
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room both lines take."""
        strong = QFontMetrics(theme.font(semibold=True))
        small = QFontMetrics(theme.font(theme.SMALL))
        width = max(strong.horizontalAdvance(self.tab.label), small.horizontalAdvance(self.tab.remark))
        return QSize(width + theme.px(26), strong.height() + small.height() + theme.px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and both lines; the day shown has a heavier lower edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        chosen = self.isChecked()
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("link"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
            area = QRectF(self.rect()).adjusted(1, 1, -1, -2.5)
        painter.setPen(theme.colour("line") if not chosen else Qt.PenStyle.NoPen)
        ground = "selection" if self._target else "hover" if self.underMouse() and not chosen else "panel"
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(area, 5.5, 5.5)
        if self.hasFocus() and not chosen:
            painter.setPen(theme.colour("link"))
            painter.drawRoundedRect(area, 5.5, 5.5)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        left, top = theme.px(13), theme.px(3)
        painter.setFont(theme.font(semibold=True))
        painter.setPen(theme.colour("ink"))
        height = painter.fontMetrics().height()
        painter.drawText(QRect(left, top, self.width(), height), int(Qt.AlignmentFlag.AlignLeft), self.tab.label)
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.colour("muted"))
        line = QRect(left, top + height, self.width(), painter.fontMetrics().height())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), self.tab.remark)


class DayTabs(QWidget):
    """The days from left to right; ← and → go to the neighbour.

    Signals: `chosen(date)`; `menu_wanted(date, point)` by the right button or the menu key.
    """

    chosen = Signal(object)
    menu_wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[DayButton] = []
        self._current: date | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addStretch(1)

    def set_days(self, tabs: Sequence[DayTab]) -> None:
        """Show these days; the one shown stays if it is among them, else the first is."""
        if [tab.day for tab in tabs] == [button.tab.day for button in self._buttons]:
            for button, tab in zip(self._buttons, tabs, strict=True):
                button.set_tab(tab)
            return
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [DayButton(tab, self) for tab in tabs]
        for place, button in enumerate(self._buttons):
            button.clicked.connect(partial(self._clicked, button.tab.day))
            self._row.insertWidget(place, button)
        days = [tab.day for tab in tabs]
        self.show_day(self._current if self._current in days else (days[0] if days else None))

    def current(self) -> date | None:
        """Return the day shown."""
        return self._current

    def show_day(self, day: date | None) -> None:
        """Mark a day without sending anything."""
        self._current = day
        for button in self._buttons:
            button.setChecked(button.tab.day == day)

    def day_at(self, point: QPoint) -> date | None:
        """Return the day whose button lies at a point of the screen."""
        for button in self._buttons:
            if button.isVisible() and button.rect().contains(button.mapFromGlobal(point)):
                return button.tab.day
        return None

    def set_target(self, day: date | None) -> None:
        """Show that a day would take what is dragged."""
        for button in self._buttons:
            button.set_target(button.tab.day == day)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of a day."""
        if (day := self.day_at(event.globalPos())) is not None or (day := self._current) is not None:
            self.menu_wanted.emit(day, event.globalPos())

    def choose(self, day: date) -> None:
        """Show a day, as if the person had chosen it."""
        if day != self._current:
            self.show_day(day)
            self.chosen.emit(day)
        else:
            self.show_day(day)

    def _clicked(self, day: date, _on: bool = False) -> None:
        self.choose(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the neighbour."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        days = [button.tab.day for button in self._buttons]
        if step is None or self._current not in days:
            super().keyPressEvent(event)
            return
        place = min(max(days.index(self._current) + step, 0), len(days) - 1)
        self.choose(days[place])
        self._buttons[place].setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for button in self._buttons:
                button.updateGeometry()
