"""Fields for a day, a time of day and a number of minutes, quick to fill by keyboard.

↑ and ↓ step (5 minutes or a day; Shift: 1 minute or a week), Page Up and Down step by an hour or a month.
What cannot be understood is marked and not sent.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QMenu, QWidget, QWidgetAction

from ui import theme
from ui.common.buttons import IconButton
from ui.common.fields import CaptionedField, Line
from ui.common.labels import restyle
from ui.translate import follow_language, language, t

DAY = 24 * 60
_BESIDE = 10  # pixels between a caption and what stands beside it


class SteppedLine(Line):
    """A line whose value the arrow keys step. Signals: `stepped(direction, fine, large)`."""

    stepped = Signal(int, bool, bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn arrows and page keys into steps."""
        steps = {Qt.Key.Key_Up: (1, False), Qt.Key.Key_Down: (-1, False),
                 Qt.Key.Key_PageUp: (1, True), Qt.Key.Key_PageDown: (-1, True)}  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None or self.isReadOnly():
            super().keyPressEvent(event)
            return
        self.stepped.emit(step[0], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier), step[1])


class TypedField(CaptionedField):
    """A value typed as text: `edited(value or None)`; only what could be understood is sent."""

    def __init__(self, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(caption, parent)
        self._value: Any = None
        self.line = SteppedLine(self)
        self.line.settled.connect(self._understand)
        self.line.stepped.connect(self._step)
        self.line.setMinimumWidth(self.fontMetrics().horizontalAdvance(self._widest) + theme.px(22))
        self._place(self.line)

    def value(self) -> Any:
        """Return the value, or None where the field is empty."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Show a value; nothing is sent."""
        if self.line.pause.waiting():
            return
        self._value = value
        self.line.show_text("" if value is None else self._show(value))
        self._mark("")

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read and copied, but not changed."""
        self.line.setReadOnly(read_only)

    def flush(self) -> None:
        """Send what waits."""
        self.line.pause.flush()

    def _understand(self, text: str) -> None:
        value = self._parse(text) if text.strip() else None
        if value is None and text.strip():
            self._mark(self._complaint())
            return
        self._take(value)

    def _take(self, value: Any) -> None:
        changed = value != self._value
        self._value = value
        self._mark("")
        if not self.line.hasFocus() or value is not None:
            self.line.show_text("" if value is None else self._show(value))
        if changed:
            self.edited.emit(value)

    def _step(self, direction: int, fine: bool, large: bool) -> None:
        self.line.pause.flush()
        self._take(self._stepped(self._value, direction, fine, large))

    def _mark(self, complaint: str) -> None:
        self.line.setProperty("state", "wrong" if complaint else "")
        restyle(self.line)
        self.set_aside(complaint or self._remark(), "stop" if complaint else "small")

    def _parse(self, text: str) -> Any:
        raise NotImplementedError

    def _show(self, value: Any) -> str:
        raise NotImplementedError

    def _stepped(self, value: Any, direction: int, fine: bool, large: bool) -> Any:
        raise NotImplementedError

    def _complaint(self) -> str:
        raise NotImplementedError

    def _remark(self) -> str:
        return self._note

    _note = ""
    _widest = "00:00"

    def set_remark(self, text: str) -> None:
        """Show a remark beside the caption while the value is right."""
        self._note = text
        self._mark("")


class TimeField(TypedField):
    """A time of day as the minute of the day: `edited(int or None)`."""

    def _parse(self, text: str) -> int | None:
        return parse_time(text)

    def _show(self, value: int) -> str:
        return show_time(value)

    def _stepped(self, value: int | None, direction: int, fine: bool, large: bool) -> int:
        step = 60 if large else 1 if fine else 5
        return stepped(9 * 60 if value is None else value, direction * step) % DAY

    def _complaint(self) -> str:
        return t("Write a time as 9:30")


class MinutesField(TypedField):
    """A length in minutes: `edited(int or None)`."""

    def _parse(self, text: str) -> int | None:
        return parse_minutes(text)

    def _show(self, value: int) -> str:
        return str(value)

    def _stepped(self, value: int | None, direction: int, fine: bool, large: bool) -> int:
        step = 60 if large else 1 if fine else 5
        return max(0, stepped(value or 0, direction * step))

    def _complaint(self) -> str:
        return t("Write minutes, as 45 or 1:30")


class DateField(TypedField):
    """A day with its weekday beside the caption and a calendar to choose from: `edited(date or None)`."""

    def __init__(self, caption: str = "", parent: QWidget | None = None, *, near: date | None = None) -> None:
        self._near = near or date(2024, 1, 1)
        self._widest = "00.00.0000"
        super().__init__(caption, parent)
        self._column.removeWidget(self.line)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.line, 1)
        self._button = IconButton("calendar", parent=self, clicked=self._open_calendar)
        row.addWidget(self._button)
        self._column.addLayout(row)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._button.set_label(t("Choose a day"))
        if self.line.property("state") != "wrong":
            self._mark("")

    def set_near(self, day: date) -> None:
        """Set the day that fills what is not typed, and where the calendar opens."""
        self._near = day

    def set_read_only(self, read_only: bool) -> None:
        """Let the day be read and copied, but not changed."""
        super().set_read_only(read_only)
        self._button.setEnabled(not read_only)

    def _remark(self) -> str:
        if self._value is None:
            return self._note
        names, day = QLocale(language()), self._value.isoweekday()
        said = [
            " · ".join(filter(None, (names.dayName(day, form), self._note)))
            for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
        ]
        room = self.width() - self.caption_width() - _BESIDE
        return said[0] if self._aside.fontMetrics().horizontalAdvance(said[0]) <= room else said[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the weekday in full where there is room for it."""
        super().resizeEvent(event)
        if self.line.property("state") != "wrong":
            self.set_aside(self._remark())

    def _parse(self, text: str) -> date | None:
        return parse_day(text, self._value or self._near)

    def _show(self, value: date) -> str:
        return show_day(value)

    def _stepped(self, value: date | None, direction: int, fine: bool, large: bool) -> date:
        days = 28 if large else 7 if fine else 1
        return self._near if value is None else value + timedelta(days=direction * days)

    def _complaint(self) -> str:
        return t("Write a day as 15.05.2024")

    def _open_calendar(self) -> None:
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setLocale(QLocale(language()))
        shown = self._value or self._near
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        calendar.clicked.connect(lambda day: self._chosen(menu, day))
        calendar.activated.connect(lambda day: self._chosen(menu, day))
        menu.exec(self.line.mapToGlobal(QPoint(0, self.line.height())))

    def _chosen(self, menu: QMenu, day: QDate) -> None:
        menu.close()
        self._take(date(day.year(), day.month(), day.day()))


def stepped(value: int, step: int) -> int:
    """Return a value one step on; steps of more than 1 land on their own multiples."""
    if abs(step) == 1:
        return value + step
    size = abs(step) if abs(step) < 60 else 1
    down = value - value % size
    if step > 0:
        return down + step
    return value + step if value == down else down


def parse_time(text: str) -> int | None:
    """Return the minute of the day meant by "10", "930", "10:00", "9.30" or "9 30"; None if none is."""
    found = re.fullmatch(r"\s*(\d{1,2})(?:\s*[:.,\s hч]\s*(\d{1,2}))?\s*", text) or re.fullmatch(
        r"\s*(\d{1,2})(\d{2})\s*", text
    )
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return hour * 60 + minute if (hour < 24 and minute < 60) or (hour, minute) == (24, 0) else None


def show_time(minute: int) -> str:
    """Return a minute of the day as 09:05; minutes after midnight go on as 00:30."""
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"


def parse_minutes(text: str) -> int | None:
    """Return the number of minutes meant by "90", "1:30" or "1 h 30"; None if none is."""
    if found := re.fullmatch(r"\s*(\d{1,4})\s*", text):
        return int(found[1])
    found = re.fullmatch(r"\s*(\d{1,2})\s*(?:[:hчс]|ч\.)\s*(\d{1,2})?\s*\D*", text)
    return int(found[1]) * 60 + int(found[2] or 0) if found else None


def parse_day(text: str, near: date) -> date | None:
    """Return the day meant by "15.05.2024", "2024-05-15", "15.5" or "15"; what is not said is as in `near`."""
    if found := re.fullmatch(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*", text):
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found := re.fullmatch(r"\s*(\d{1,2})(?:[.\s/](\d{1,2}))?(?:[.\s/](\d{4}|\d{2}))?\.?\s*", text):
        day, month, year = int(found[1]), int(found[2] or near.month), int(found[3] or near.year)
        year += 2000 if year < 100 else 0
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def show_day(day: date) -> str:
    """Return a day as 15.05.2024."""
    return f"{day.day:02d}.{day.month:02d}.{day.year:04d}"
