"""Draws the calendar's weeks: numbers, bars, marks of how sure a day is. Colour never says anything alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from planner.language.languages import find
from planner.rules.calendar import Status
from ui import theme
from ui.calendar.entries import WEEK, Placed
from ui.translate import language, t

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELIDED = Qt.TextElideMode.ElideRight


class Measures(NamedTuple):
    """Where the cells of the weeks lie, in pixels; `lanes` is how many bars find room in one."""

    size: QSize
    rows: int
    first: date
    head: int
    number: int
    lane: int
    lanes: int

    @classmethod
    def of(cls, size: QSize, rows: int, first: date) -> Measures:
        """Return the measures of a grid."""
        small = QFontMetrics(theme.font(theme.SMALL)).height()
        head, lane = small + theme.px(8), small + theme.px(5)
        number = small + theme.px(6)
        height = (size.height() - head) // max(rows, 1)
        if rows == 1:  # a week has room for two lines of each
            lane += small
        return cls(size, rows, first, head, number, lane, max((height - number - theme.px(1)) // lane, 0))

    def cell(self, row: int, column: int) -> QRect:
        """Return the cell of a day."""
        height = self.size.height() - self.head - 1
        top = self.head + height * row // self.rows
        left = (self.size.width() - 1) * column // WEEK
        right, bottom = (self.size.width() - 1) * (column + 1) // WEEK, self.head + height * (row + 1) // self.rows
        return QRect(left, top, right - left, bottom - top)

    def bar(self, row: int, one: Placed) -> QRect:
        """Return the bar of an entry in a week."""
        first, last = self.cell(row, one.first), self.cell(row, one.last)
        top = first.top() + self.number + one.lane * self.lane
        return QRect(first.left() + 3, top, last.right() - first.left() - 5, self.lane - 2)


class GridPainter:
    """Draws on a widget. Everything is looked up in the theme while drawing."""

    def paint(
        self,
        widget: QWidget,
        measures: Measures,
        weeks: Sequence[tuple[date, tuple[Placed, ...]]],
        off: frozenset[date],
        today: date,
    ) -> None:
        """Draw the names of the weekdays and the weeks."""
        painter = QPainter(widget)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(widget.rect(), theme.colour("panel"))
        self._names(painter, measures)
        chosen: date = widget.day  # type: ignore[attr-defined]
        for row, (monday, week) in enumerate(weeks):
            for column in range(WEEK):
                day = monday + timedelta(days=column)
                same = len(weeks) == 1 or day.month == chosen.month
                hidden = sum(one.lane >= measures.lanes and one.first <= column <= one.last for one in week)
                words = _number(day, hidden, today=day == today)
                self._cell(painter, measures.cell(row, column), words, off=day in off, same=same, bold=same)
            for one in week:
                if one.lane < measures.lanes:
                    self._bar(painter, measures.bar(row, one), one)
        self._frame(painter, measures, weeks, chosen, focused=widget.hasFocus())

    def _names(self, painter: QPainter, measures: Measures) -> None:
        painter.setFont(theme.font(theme.SMALL, semibold=True))
        painter.setPen(theme.colour("muted"))
        for column, name in enumerate(find(language()).weekdays_short):
            area = measures.cell(0, column)
            painter.drawText(QRect(area.left() + 6, 0, area.width() - 8, measures.head), _LEFT, name)

    def _cell(self, painter: QPainter, area: QRect, words: str, *, off: bool, same: bool, bold: bool) -> None:
        if off:
            painter.fillRect(area, theme.colour("hatch_ground"))
        elif not same:
            painter.fillRect(area, theme.colour("window"))
        painter.setPen(QPen(theme.colour("line")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        painter.setFont(theme.font(theme.SMALL, semibold=bold))
        painter.setPen(theme.colour("ink" if same else "muted"))
        number = QRect(area.left() + 6, area.top() + 2, area.width() - 10, painter.fontMetrics().height() + 2)
        painter.drawText(number, _LEFT, painter.fontMetrics().elidedText(words, _ELIDED, number.width()))
        left = painter.fontMetrics().horizontalAdvance(f"{words}  ")
        painter.setFont(theme.font(theme.SMALL))
        if off and painter.fontMetrics().horizontalAdvance(t("day off")) + left <= number.width():
            painter.setPen(theme.colour("attention"))
            painter.drawText(number, _RIGHT, t("day off"))

    def _bar(self, painter: QPainter, area: QRect, one: Placed) -> None:
        entry = one.entry
        ground = theme.colour("item" if entry.quiet else f"{entry.role}_ground")
        edge = QPen(theme.colour("frame" if entry.quiet or entry.role == "item" else entry.role), 1)
        if entry.kind == "busy" or entry.quiet:
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        left = area.left() + 6
        if entry.kind == "event":
            painter.fillRect(QRect(area.left(), area.top() + 2, 4, area.height() - 3), theme.colour(entry.role))
            left += 4
        if entry.mark is not None:
            draw_mark(painter, QRect(left, area.top(), theme.px(9), area.height()), entry.mark)
            left += theme.px(9) + 5
        painter.setFont(theme.font(theme.SMALL, semibold=entry.kind == "event"))
        painter.setPen(theme.colour("ink"))
        room = QRect(left, area.top(), area.right() - left - 3, area.height())
        if area.height() > 2 * painter.fontMetrics().height():
            words = entry.words if entry.kind == "busy" else entry.text
            painter.drawText(room, _LEFT, two_lines(words, painter.fontMetrics(), room.width()))
            return
        painter.drawText(room, _LEFT, painter.fontMetrics().elidedText(entry.text, _ELIDED, room.width()))

    def _frame(
        self,
        painter: QPainter,
        measures: Measures,
        weeks: Sequence[tuple[date, tuple[Placed, ...]]],
        chosen: date,
        *,
        focused: bool,
    ) -> None:
        if not weeks:
            return
        place = (chosen - weeks[0][0]).days
        if 0 <= place < WEEK * len(weeks):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("link"), 2.5 if focused else 1.5))
            painter.drawRect(QRectF(measures.cell(place // WEEK, place % WEEK)).adjusted(1, 1, -1, -1))


def draw_mark(painter: QPainter, area: QRect, status: Status) -> None:
    """Draw how sure a day is: a full disc by decree, half of one announced, a ring computed."""
    size = min(area.width(), area.height()) - 1
    disc = QRectF(area.left(), area.center().y() - size / 2 + 0.5, size, size)
    ink = theme.colour("ink")
    painter.setPen(QPen(ink, 1.2))
    painter.setBrush(ink if status is Status.DECREE else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc)
    if status is Status.ANNOUNCED:
        half = QPainterPath(QPointF(disc.center().x(), disc.bottom()))
        half.arcTo(disc, 270, 180)
        painter.fillPath(half, ink)


def _number(day: date, hidden: int, *, today: bool) -> str:
    """Return what stands at the top of a day: its number, its month on the first, and how much finds no room."""
    words = f"{day.day} {find(language()).months_short[day.month - 1]}" if day.day == 1 else str(day.day)
    words = t("{day}, today", day=words) if today else words
    return f"{words}  +{hidden}" if hidden else words


def two_lines(text: str, metrics: QFontMetrics, width: int) -> str:
    """Break a text into at most two lines of a width, the second one elided."""
    words, first = text.split(" "), ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    if not words:
        return first
    rest = metrics.elidedText(" ".join(words), _ELIDED, width)
    return f"{first}\n{rest}" if first else rest
