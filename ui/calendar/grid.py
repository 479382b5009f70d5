"""The days of a month or a week, drawn: what is on them, which one is chosen, and what is not worked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.language.dates import format_day_heading
from ui import theme
from ui.calendar.entries import WEEK, Entry, Placed, on_day, placed
from ui.calendar.grid_paint import GridPainter, Measures
from ui.common.labels import plain_tooltip
from ui.translate import follow_language, language

_MOST_WEEKS = 6  # of a month, the first and last begun in another
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK}


def month_span(day: date) -> tuple[date, date]:
    """Return the Monday before (or on) the first of a month, and the Sunday after its last."""
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first - timedelta(days=first.weekday()), last + timedelta(days=6 - last.weekday())


def week_span(day: date) -> tuple[date, date]:
    """Return Monday and Sunday of a day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


class CalendarGrid(QWidget):
    """Weeks as rows. Signals: `moved(day)` when another day is chosen; `opened(Entry)` for a thing clicked or Enter.

    Attributes: `day`, the one chosen; `by_week`, whether one week fills the grid.
    """

    moved = Signal(object)
    opened = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = self._today = today
        self.by_week = False
        self._entries: tuple[Entry, ...] = ()
        self._off: frozenset[date] = frozenset()
        self._weeks: list[tuple[date, tuple[Placed, ...]]] = []
        self._painter = GridPainter()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._tell()
        self.update()

    def span(self) -> tuple[date, date]:
        """Return the first and last day shown."""
        return week_span(self.day) if self.by_week else month_span(self.day)

    def show_entries(self, found: Sequence[Entry], off: frozenset[date]) -> None:
        """Show what there is, and which days the hosts' country does not work."""
        self._entries, self._off = tuple(found), off
        self._lay_out()

    def set_view(self, *, by_week: bool) -> None:
        """Show a week or a month."""
        self.by_week = by_week
        self._lay_out()

    def choose(self, day: date) -> None:
        """Choose a day and tell of it."""
        if day != self.day:
            self.day = day
            self._lay_out()
            self.moved.emit(day)

    def on_chosen_day(self) -> tuple[Entry, ...]:
        """Return what there is on the day chosen."""
        return on_day(self._entries, self.day)

    def sizeHint(self) -> QSize:
        """Return the size of the design."""
        return QSize(theme.px(700), theme.px(480))

    def minimumSizeHint(self) -> QSize:
        """Leave room for a line on each day of a month."""
        measures = Measures.of(QSize(), _MOST_WEEKS, self.day)
        week = measures.number + measures.lane + theme.px(2)
        return QSize(theme.px(380), measures.head + _MOST_WEEKS * week)

    def day_area(self, day: date) -> QRect:
        """Return the cell of a day; empty where it is not shown."""
        first, last = self.span()
        if not first <= day <= last:
            return QRect()
        place = (day - first).days
        return self._measures().cell(place // WEEK, place % WEEK)

    def entry_at(self, where: QPoint) -> Entry | None:
        """Return what is drawn at a point."""
        measures = self._measures()
        for row, (_monday, week) in enumerate(self._weeks):
            for one in week:
                if one.lane < measures.lanes and measures.bar(row, one).contains(where):
                    return one.entry
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the weeks."""
        self._painter.paint(self, self._measures(), self._weeks, self._off, self._today)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by days and weeks with the arrows, by months with Page Up and Down, to today with T."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(timedelta(days=_STEPS[key]))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(timedelta(days=(0 if key == Qt.Key.Key_Home else 6) - self.day.weekday()))
        elif event.text().lower() in ("t", "е"):  # the same key on a Russian keyboard
            self.choose(self._today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (there := self.on_chosen_day()):
            self.opened.emit(next((one for one in there if one.kind == "event"), there[0]))
        else:
            super().keyPressEvent(event)

    def turn(self, by: int) -> None:
        """Turn to the next or last month, or week; the day of the month stays as far as there is one."""
        if self.by_week:
            self._go(timedelta(days=WEEK * by))
            return
        number = self.day.year * 12 + self.day.month - 1 + by
        year, month = divmod(number, 12)
        if not 1 < year < 9998:
            return
        length = ((date(year, month + 1, 1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)).day
        self.choose(date(year, month + 1, min(self.day.day, length)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the mouse; open what is drawn there."""
        where = event.position().toPoint()
        first, last = self.span()
        for number in range((last - first).days + 1):
            day = first + timedelta(days=number)
            if self.day_area(day).contains(where):
                found = self.entry_at(where)
                self.choose(day)
                if found is not None and event.button() == Qt.MouseButton.LeftButton:
                    self.opened.emit(found)
                return

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what can be opened."""
        found = self.entry_at(event.position().toPoint())
        opens = found is not None and (found.kind == "event" or bool(found.id))
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Say in full what is elided."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.entry_at(event.pos())
            plain_tooltip(self, found.words if found else "")
            QToolTip.showText(event.globalPos(), self.toolTip(), self)  # sink-ok: escaped one line above
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the text size."""
        super().changeEvent(event)
        self.update()

    def _go(self, by: timedelta) -> None:
        if date(2, 1, 1) <= self.day <= date(9990, 1, 1):
            self.choose(self.day + by)

    def _measures(self) -> Measures:
        first, last = self.span()
        return Measures.of(self.size(), ((last - first).days + 1) // WEEK, first)

    def _lay_out(self) -> None:
        first, last = self.span()
        mondays = [first + timedelta(days=WEEK * row) for row in range(((last - first).days + 1) // WEEK)]
        self._weeks = [(monday, placed(self._entries, monday)) for monday in mondays]
        self._tell()
        self.update()

    def _tell(self) -> None:
        """Say the day and what is on it for screen readers."""
        there = "; ".join(one.words for one in self.on_chosen_day())
        heading = format_day_heading(self.day, language())
        self.setAccessibleName(f"{heading} {self.day.year}" + (f": {there}" if there else ""))
