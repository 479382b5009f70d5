"""Draws the cells of a row table straight from the rows, without asking the model role by role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyleOptionViewItem, QTableView

from ui import theme
from ui.common.pill import paint_pill, pill_size

if TYPE_CHECKING:
    from ui.common.columns import Column, Row
    from ui.common.row_model import RowModel

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
SELECTED = QStyle.StateFlag.State_Selected
HAS_FOCUS = QStyle.StateFlag.State_HasFocus


class RowDelegate(QAbstractItemDelegate):
    """One paint call per cell: ground, then text, pill, or two texts. Fonts and colours are looked up once."""

    def __init__(self, model: RowModel, view: QTableView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self._pad = 8
        self._ink = self._muted = self._selection = self._line = QColor()
        self._plain, self._strong = QFont(), QFont()
        self._metrics = self._strong_metrics = QFontMetrics(QFont())
        self.retheme()

    def retheme(self) -> None:
        """Look the fonts and colours up again."""
        self._plain, self._strong = theme.font(), theme.font(semibold=True)
        self._metrics, self._strong_metrics = QFontMetrics(self._plain), QFontMetrics(self._strong)
        self._pad = theme.px(8)
        self._ink, self._muted = theme.colour("ink"), theme.colour("muted")
        self._selection, self._line = theme.colour("selection"), theme.colour("line_soft")

    def row_height(self) -> int:
        """Return the height of every row."""
        return self._metrics.height() + theme.px(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room the text of a cell takes."""
        text = str(self._model.data(index))
        return QSize(self._strong_metrics.horizontalAdvance(text) + 2 * self._pad, self.row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        row = self._model.store.shown[index.row()]
        column = self._model.columns[index.column()]
        area: QRect = option.rect
        if option.state & SELECTED:
            painter.fillRect(area, self._selection)
        left, top, width, height = area.left(), area.top(), area.width(), area.height()
        painter.fillRect(left, top + height - 1, width, 1, self._line)
        text = column.text(row)
        if text:
            inner = QRect(left + self._pad, top, width - 2 * self._pad, height - 1)
            if column.pill is not None and (tone := column.pill(row)):
                self._paint_pill(painter, inner, text, tone)
            else:
                self._paint_text(painter, inner, text, column, row)

    def _paint_text(self, painter: QPainter, area: QRect, text: str, column: Column, row: Row) -> None:
        metrics = self._strong_metrics if column.strong else self._metrics
        painter.setFont(self._strong if column.strong else self._plain)
        painter.setPen(self._muted if column.muted else self._ink)
        width = metrics.horizontalAdvance(text)
        if width > area.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, RIGHT if column.right else LEFT, text)
        if column.second is not None and width < area.width() and (second := column.second(row)):
            rest = area.adjusted(width + self._pad // 2, 0, 0, 0)
            painter.setFont(self._plain)
            painter.setPen(self._muted)
            if self._metrics.horizontalAdvance(second) > rest.width():
                second = self._metrics.elidedText(second, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, LEFT, second)

    def _paint_pill(self, painter: QPainter, area: QRect, text: str, tone: str) -> None:
        size = pill_size(text, QFontMetrics(theme.font(theme.SMALL)))
        top = area.top() + (area.height() - size.height()) // 2
        paint_pill(painter, QRect(area.left(), top, min(size.width(), area.width()), size.height()), text, tone)
