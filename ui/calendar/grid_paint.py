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
        return cls(size, rows, first, head, number, lane, max((height - number - theme.px(2)) // lane, 1))

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
                self._cell(painter, measures.cell(row, column), day, off=day in off, today=day == today, same=same)
            for one in week:
                if fits(week, measures, one):
                    self._bar(painter, measures.bar(row, one), one)
            self._rest(painter, measures, row, week)
        self._frame(painter, measures, weeks, chosen, focused=widget.hasFocus())

    def _names(self, painter: QPainter, measures: Measures) -> None:
        painter.setFont(theme.font(theme.SMALL, semibold=True))
        painter.setPen(theme.colour("muted"))
        for column, name in enumerate(find(language()).weekdays_short):
            area = measures.cell(0, column)
            painter.drawText(QRect(area.left() + 6, 0, area.width() - 8, measures.head), _LEFT, name)

    def _cell(self, painter: QPainter, area: QRect, day: date, *, off: bool, today: bool, same: bool) -> None:
        if off:
            painter.fillRect(area, theme.colour("hatch_ground"))
        elif not same:
            painter.fillRect(area, theme.colour("window"))
        painter.setPen(QPen(theme.colour("line")))
        painter.drawRect(area)
        painter.setFont(theme.font(theme.SMALL, semibold=today or same))
        painter.setPen(theme.colour("ink" if same else "muted"))
        number = QRect(area.left() + 6, area.top() + 2, area.width() - 10, painter.fontMetrics().height() + 2)
        words = f"{day.day} {find(language()).months_short[day.month - 1]}" if day.day == 1 else str(day.day)
        if today:
            words = t("{day}, today", day=words)
        elided = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, number.width())
        painter.drawText(number, _LEFT, elided)
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
        text = painter.fontMetrics().elidedText(entry.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, text)

    def _rest(self, painter: QPainter, measures: Measures, row: int, week: Sequence[Placed]) -> None:
        """Say how many more there are on a day whose cell is full."""
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.colour("muted"))
        for column in range(WEEK):
            there = [one for one in week if one.first <= column <= one.last]
            hidden = [one for one in there if not fits(week, measures, one)]
            if hidden:
                area = measures.cell(row, column)
                top = area.top() + measures.number + (measures.lanes - 1) * measures.lane
                line = QRect(area.left() + 8, top, area.width() - 12, measures.lane)
                painter.drawText(line, _LEFT, t("{n} more", n=len(hidden)))

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


def fits(week: Sequence[Placed], measures: Measures, one: Placed) -> bool:
    """Tell whether an entry finds room; on a day with too many the last lane says how many more there are."""
    crowded = any(
        other.lane >= measures.lanes and other.first <= one.last and one.first <= other.last for other in week
    )
    return one.lane < measures.lanes - (1 if crowded else 0)
