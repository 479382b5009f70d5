"""Draws a task: a box to tick, what is to be done, who does it, and on the right by when."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.common.pill import ink_role, paint_pill, pill_size
from ui.preparation.lines import GroupLine, Line, TaskLine

SELECTED = QStyle.StateFlag.State_Selected
WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class TaskDelegate(QStyledItemDelegate):
    """Sizes and draws the lines for the width of the list; a long title takes several rows."""

    def __init__(self, view: QListView, line_at: Callable[[int], Line]) -> None:
        super().__init__(view)
        self._view, self._line_at = view, line_at

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a line at the list's width."""
        line, width = self._line_at(index.row()), self._view.viewport().width()
        if isinstance(line, GroupLine):
            gap = theme.px(12) if index.row() else 0
            return QSize(width, QFontMetrics(theme.font(semibold=True)).height() + theme.px(12) + gap)
        text = _height(line.title, theme.BODY, _text_width(width, line))
        if line.second:
            text += _height(line.second, theme.SMALL, _text_width(width, line))
        return QSize(width, max(text, _side_height(line)) + theme.px(13))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one line."""
        line, area = self._line_at(index.row()), QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, GroupLine):
            _paint_group(painter, area.adjusted(0, theme.px(12) if index.row() else 0, 0, 0), line)
        else:
            selected = bool(option.state & SELECTED)
            painter.fillRect(area, theme.colour("selection" if selected else "panel"))
            if line.late:
                painter.fillRect(area.left(), area.top(), theme.px(3), area.height(), _edge(line))
            paint_box(painter, box_of(area), done=line.done)
            _paint_task(painter, area, line)
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.colour("line_soft"))
            if selected and self._view.hasFocus():
                painter.setPen(theme.colour("link"))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(area.adjusted(1, 1, -2, -2))
        painter.restore()


def box_of(area: QRect) -> QRect:
    """Return where the box to tick stands in a line."""
    size = theme.px(17)
    top = area.top() + theme.px(6) + (QFontMetrics(theme.font()).height() - size) // 2
    return QRect(area.left() + theme.px(13), top, size, size)


def paint_box(painter: QPainter, box: QRect, *, done: bool) -> None:
    """Draw a box, with a tick in it where the task is done."""
    painter.setPen(QPen(theme.colour("fine" if done else "muted"), 1.4))
    painter.setBrush(theme.colour("fine_ground") if done else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if done:
        painter.setPen(QPen(theme.colour("fine"), 2))
        width, height = box.width(), box.height()
        tick = [(0.22, 0.52), (0.42, 0.72), (0.78, 0.28)]
        painter.drawPolyline(QPolygonF([QPointF(box.left() + x * width, box.top() + y * height) for x, y in tick]))


def _paint_group(painter: QPainter, area: QRect, line: GroupLine) -> None:
    painter.setFont(theme.font(semibold=True))
    painter.setPen(theme.colour("ink"))
    inner = area.adjusted(theme.px(12), 0, -theme.px(14), 0)
    painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), line.words)
    painter.setFont(theme.font(theme.SMALL))
    painter.setPen(theme.colour("muted"))
    painter.drawText(inner, RIGHT, line.remark)
    painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.colour("line"))


def _paint_task(painter: QPainter, area: QRect, line: TaskLine) -> None:
    top, left = area.top() + theme.px(6), area.left() + _indent()
    width = _text_width(area.width(), line)
    font = theme.font()
    font.setStrikeOut(line.done)
    height = _height(line.title, theme.BODY, width)
    painter.setFont(font)
    painter.setPen(theme.colour("muted" if line.done else "ink"))
    painter.drawText(QRect(left, top, width, height), WRAPPED, line.title)
    if line.second:
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.colour("muted"))
        below = QRect(left, top + height, width, _height(line.second, theme.SMALL, width))
        painter.drawText(below, WRAPPED, line.second)
    _paint_side(painter, area, line, top)


def _paint_side(painter: QPainter, area: QRect, line: TaskLine, top: int) -> None:
    """Draw the day, and under it how far it is away."""
    right = area.right() - theme.px(14)
    painter.setFont(theme.font())
    painter.setPen(theme.colour("muted" if line.done else "ink"))
    height = QFontMetrics(theme.font()).height()
    wide = _side_width(line)
    painter.drawText(QRect(right - wide, top, wide, height), RIGHT, line.due)
    small = QFontMetrics(theme.font(theme.SMALL))
    if line.pill:
        size = pill_size(line.pill[0], small)
        place = QRect(right - size.width(), top + height + theme.px(2), size.width(), size.height())
        paint_pill(painter, place, *line.pill)
    elif line.away:
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.colour("muted"))
        painter.drawText(QRect(right - wide, top + height, wide, small.height()), RIGHT, line.away)


def _edge(line: TaskLine) -> QColor:
    return theme.colour(ink_role(line.pill[1]) if line.pill else "stop")


def _indent() -> int:
    return theme.px(42)


def _side_width(line: TaskLine) -> int:
    small = QFontMetrics(theme.font(theme.SMALL))
    under = pill_size(line.pill[0], small).width() if line.pill else small.horizontalAdvance(line.away)
    return max(QFontMetrics(theme.font()).horizontalAdvance(line.due), under) + theme.px(2)


def _side_height(line: TaskLine) -> int:
    small = QFontMetrics(theme.font(theme.SMALL))
    under = pill_size(line.pill[0], small).height() + theme.px(2) if line.pill else small.height()
    return QFontMetrics(theme.font()).height() + (under if line.pill or line.away else 0)


def _text_width(width: int, line: TaskLine) -> int:
    return max(width - _indent() - _side_width(line) - theme.px(14 + 18), theme.px(110))


def _height(words: str, size: int, width: int) -> int:
    return QFontMetrics(theme.font(size)).boundingRect(QRect(0, 0, width, 10_000), WRAPPED, words).height()
