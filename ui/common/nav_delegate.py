"""How an entry of a navigation list is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.common.pill import ink_role, paint_dot

if TYPE_CHECKING:
    from ui.common.nav_list import NavEntry, NavList

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
MAX_LINES = 3


class NavDelegate(QStyledItemDelegate):
    """Draws headings, names that wrap, dots and counts."""

    def __init__(self, view: NavList, *, boxed: bool) -> None:
        super().__init__(view)
        self._view = view
        self._boxed = boxed

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of the entry at the width of the list."""
        entry = self._view.entry(index)
        width = self._view.room()
        metrics = QFontMetrics(theme.font(theme.BODY))
        if not entry.key:
            small = QFontMetrics(theme.font(theme.SMALL, semibold=True))
            return QSize(width, small.height() + theme.px(12 if self._boxed else 14 if index.row() else 8))
        height = self._text_height(entry, self._text_area(entry, QRect(0, 0, width, 0)).width(), metrics)
        if entry.detail or self._is_below(entry, QRect(0, 0, width, 0)):
            height += QFontMetrics(theme.font(theme.SMALL)).height()
        return QSize(width, height + theme.px(14 if self._boxed else 10))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one entry."""
        entry = self._view.entry(index)
        area = option.rect
        painter.save()
        if entry.key:
            # Asked of the view and not of option.state: QStyle's enumerations take 7 ms at the start of the program.
            self._paint_ground(
                painter, area, selected=self._view.currentIndex() == index, hovered=self._view.is_hovered(area)
            )
            self._paint_entry(painter, area, entry)
        else:
            self._paint_heading(painter, area, entry)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, *, selected: bool, hovered: bool) -> None:
        focused = selected and self._view.hasFocus()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._boxed:
            if selected or hovered:
                painter.fillRect(area, theme.colour("selection" if selected else "hover"))
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.colour("line_soft"))
            if focused:
                painter.fillRect(area.left(), area.top(), 3, area.height(), theme.colour("link"))
            return
        box = QRectF(area).adjusted(8, 0.5, -8, -0.5)
        painter.setPen(theme.colour("link") if focused else Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("selection" if selected else "hover", 255 if selected else 140 if hovered else 0))
        painter.drawRoundedRect(box, 4, 4)

    def _paint_heading(self, painter: QPainter, area: QRect, entry: NavEntry) -> None:
        if self._boxed:
            painter.fillRect(area, theme.colour("header"))
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.colour("line_soft"))
        painter.setFont(theme.font(theme.SMALL, semibold=True))
        painter.setPen(theme.colour("muted"))
        inset = theme.px(12) if self._boxed else 16
        line = area.adjusted(inset, 0, -inset, -theme.px(6 if self._boxed else 3))
        shown = painter.fontMetrics().elidedText(entry.label, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), shown)

    def _paint_entry(self, painter: QPainter, area: QRect, entry: NavEntry) -> None:
        top = area.top() + theme.px(7 if self._boxed else 5)
        text = self._text_area(entry, area)
        painter.setFont(theme.font(theme.BODY))
        metrics = painter.fontMetrics()
        height = self._text_height(entry, text.width(), metrics)
        painter.setPen(theme.colour("ink"))
        painter.drawText(
            QRect(text.left(), top, text.width(), height), LEFT, _fitted(entry.label, text.width(), metrics)
        )
        if entry.dot:
            left = area.left() + (theme.px(12) if self._boxed else 16) + theme.px(4)
            paint_dot(painter, left, top + metrics.height() / 2 + 0.5, entry.dot, hollow=entry.hollow)
        painter.setFont(theme.font(theme.SMALL))
        inset = theme.px(12) if self._boxed else 16
        if entry.right:
            painter.setPen(theme.colour("muted"))
            below = self._is_below(entry, area)
            line = QRect(area.left(), top + (height if below else 0), area.width() - inset, metrics.height())
            painter.drawText(line, RIGHT | int(Qt.AlignmentFlag.AlignVCenter), entry.right)
        if entry.detail:
            painter.setPen(theme.colour(ink_role(entry.detail_tone) if entry.detail_tone else "muted"))
            end = area.right() - 8 - (self._right_width(entry) + inset if self._is_below(entry, area) else 0)
            line = QRect(text.left(), top + height, end - text.left(), painter.fontMetrics().height())
            shown = painter.fontMetrics().elidedText(entry.detail, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft), shown)

    def _text_area(self, entry: NavEntry, area: QRect) -> QRect:
        whole = self._whole_width(entry, area)
        if entry.right and not self._is_below(entry, area):
            whole.setRight(whole.right() - self._right_width(entry))
        return QRect(whole.left(), area.top(), max(whole.width(), 20), area.height())

    def _whole_width(self, entry: NavEntry, area: QRect) -> QRect:
        inset = theme.px(12) if self._boxed else 16
        return area.adjusted(inset + (theme.px(16) if entry.dot else 0), 0, -inset, 0)

    def _right_width(self, entry: NavEntry) -> int:
        return QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(entry.right) + theme.px(8)

    def _is_below(self, entry: NavEntry, area: QRect) -> bool:
        """Tell whether what stands on the right goes under the label: beside it a word of it would be cut."""
        if not entry.right:
            return False
        room = self._whole_width(entry, area).width() - self._right_width(entry)
        metrics = QFontMetrics(theme.font(theme.BODY))
        return any(metrics.horizontalAdvance(word) > room for word in entry.label.split(" "))

    def _text_height(self, entry: NavEntry, width: int, metrics: QFontMetrics) -> int:
        needed = metrics.boundingRect(QRect(0, 0, width, 10_000), LEFT, _fitted(entry.label, width, metrics)).height()
        return min(needed, MAX_LINES * metrics.lineSpacing())


def _fitted(label: str, width: int, metrics: QFontMetrics) -> str:
    """Return a label whose words are each no wider than the line: a longer one cannot be wrapped, so it is cut."""
    if metrics.horizontalAdvance(label) <= width:
        return label
    return " ".join(metrics.elidedText(word, Qt.TextElideMode.ElideRight, width) for word in label.split(" "))
