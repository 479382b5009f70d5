"""How a row of a list of people is drawn: number, names, posts, pill."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyleOptionViewItem

from ui import theme
from ui.common.pill import paint_pill, pill_size

if TYPE_CHECKING:
    from ui.common.member_list import MemberList, MemberRow

NUMBER = 47
"""Where the names begin, in pixels of the design; the number stands before."""


class _Set(NamedTuple):
    """A row set at one width: its three texts with their heights, and the size of the pill."""

    member: MemberRow
    names: QTextLayout
    first: QTextLayout
    second: QTextLayout
    heights: tuple[int, int, int]
    pill: QSize


class MemberDelegate(QAbstractItemDelegate):
    """Sets each row once per width and draws it from memory."""

    def __init__(self, view: MemberList) -> None:
        super().__init__(view)
        self._view = view
        self._rows: dict[tuple[int, int], _Set] = {}

    def retheme(self) -> None:
        """Forget all that was set."""
        self._rows.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row at the width of the list."""
        width = self._view.viewport().width()
        return QSize(width, sum(self._row(self._view.member(index), width).heights) + theme.px(15))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one row."""
        area: QRect = option.rect
        row = self._row(self._view.member(index), area.width())
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, theme.colour("selection"))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.colour("line_soft"))
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            painter.fillRect(area.left(), area.top(), 3, area.height(), theme.colour("link"))
        left, top = area.left() + theme.px(NUMBER), area.top() + theme.px(7)
        self._paint_number(painter, area, top, row.member.number)
        painter.setPen(theme.colour("ink"))
        for layout, height, role in zip(
            (row.names, row.first, row.second), row.heights, ("ink", "ink", "muted"), strict=True
        ):
            painter.setPen(theme.colour(role))
            layout.draw(painter, QPointF(left, top))
            top += height
        if row.member.pill:
            place = area.right() - theme.px(12) - row.pill.width()
            box = QRect(place, area.top() + theme.px(8), row.pill.width(), row.pill.height())
            paint_pill(painter, box, row.member.pill, row.member.pill_tone)
        painter.restore()

    def _paint_number(self, painter: QPainter, area: QRect, top: int, number: str) -> None:
        painter.setFont(theme.font())
        painter.setPen(theme.colour("muted"))
        box = QRect(area.left(), top, theme.px(NUMBER - 8), painter.fontMetrics().height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), number)

    def _row(self, member: MemberRow, width: int) -> _Set:
        found = self._rows.get((member.id, width))
        if found is not None and found.member == member:
            return found
        if len(self._rows) > 4000:
            self._rows.clear()
        made = self._rows[member.id, width] = self._set(member, width)
        return made

    def _set(self, member: MemberRow, width: int) -> _Set:
        room = width - theme.px(NUMBER) - theme.px(12)
        pill = pill_size(member.pill, QFontMetrics(theme.font(theme.SMALL))) if member.pill else QSize(0, 0)
        pill.setWidth(min(pill.width(), room // 2))
        beside = room - pill.width() - theme.px(8) if member.pill else room
        names = _laid_out(
            f"{member.name_first} {member.name_second}".strip(), theme.font(), beside, bold=len(member.name_first)
        )
        first = _laid_out(member.post_first, theme.font(), room if pill.height() < 24 else beside)
        second = _laid_out(member.post_second, theme.font(theme.SMALL), room)
        heights = (_height(names), _height(first), _height(second))
        return _Set(member, names, first, second, heights, pill)


def _laid_out(text: str, font: QFont, width: int, *, bold: int = 0) -> QTextLayout:
    """Break a text into lines; its first `bold` characters are bold, the rest of that text is grey."""
    layout = QTextLayout(" ".join(text.split()) if not bold else text.replace("\n", " "), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    if bold:
        layout.setFormats([_format(0, bold, strong=True), _format(bold, len(text) - bold, strong=False)])
    layout.setCacheEnabled(True)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40))
        line.setPosition(QPointF(0, top))
        top += line.height() - 1
    layout.endLayout()
    return layout


def _format(start: int, length: int, *, strong: bool) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    style = QTextCharFormat()
    if strong:
        style.setFont(theme.font(semibold=True))
    style.setForeground(theme.colour("ink" if strong else "muted"))
    made.start, made.length, made.format = start, length, style
    return made


def _height(layout: QTextLayout) -> int:
    if not layout.text():
        return 0
    last = layout.lineAt(layout.lineCount() - 1)
    return round(last.y() + last.height()) - 1
