"""Draws the lines of a delegation: headings with a bar in the side's colour, members with names in both languages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.common.pill import ink_role, paint_pill, pill_size
from ui.delegations.line_kinds import Extent, HeadingLine, Line, PersonLine

BAR = 4
REMEMBERED = 20_000
SELECTED = QStyle.StateFlag.State_Selected


class Piece(NamedTuple):
    """Words in one dress: role of the ink, whether semibold."""

    text: str
    role: str
    semibold: bool = False


class Block(NamedTuple):
    """A laid-out paragraph and where it stands."""

    layout: QTextLayout
    top: float
    height: float


class Span(NamedTuple):
    """What stands at the right of the text from one height to another, and how much width it takes."""

    top: int
    bottom: int
    width: int


class LineDelegate(QStyledItemDelegate):
    """Sizes and draws a line for the width of the list; heights are remembered per width and text size."""

    def __init__(self, view: QListView, lines: Callable[[], Sequence[Line]]) -> None:
        super().__init__(view)
        self._view, self._lines = view, lines
        self._heights: dict[tuple[Line, int, int], int] = {}
        self._estimated: list[QSize] = []
        self._width = 0
        self.estimates = False
        """Whether heights are estimated from the number of letters: of thousands of lines, none is laid out unseen."""

    def forget(self) -> None:
        """Forget what was measured, as after a change of the text size."""
        self._heights.clear()
        self._estimated = []

    def show_others(self, *, estimates: bool) -> None:
        """Get ready for other lines."""
        self.estimates, self._estimated = estimates, []

    def set_width(self, width: int) -> None:
        """Note how wide lines are, for the estimates."""
        if width != self._width:
            self._width, self._estimated = width, []

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a line at the list's width."""
        row = index.row()
        if self.estimates:
            # Asked for each of thousands of lines: whatever is done here takes ten thousand times as long.
            return (self._estimated or self._estimate_all())[row]
        return self._size(row)

    def _size(self, row: int) -> QSize:
        line, width = self._lines()[row], self._view.viewport().width()
        key = (line, width, theme.text_size())
        gap = _gap(line, row)
        if key not in self._heights:
            if len(self._heights) > REMEMBERED:
                self._heights.clear()
            self._heights[key] = self._measure(line, width)
        return QSize(width, self._heights[key] + gap)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one line."""
        line = self._lines()[index.row()]
        area: QRect = option.rect.adjusted(0, _gap(line, index.row()), 0, 0)
        painter.save()
        if self.estimates:
            painter.setClipRect(area)
        selected = bool(option.state & SELECTED)
        if isinstance(line, HeadingLine):
            self._paint_heading(painter, area, line, selected=selected)
        elif isinstance(line, PersonLine):
            self._paint_member(painter, area, line, selected=selected)
        else:
            inner = area.adjusted(_indent(), theme.px(6), -theme.px(12), 0)
            for block in self._plain(line.words, inner.width()):
                block.layout.draw(painter, QPointF(inner.left(), inner.top() + block.top))
            painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.colour("line_soft"))
        if selected and self._view.hasFocus():
            painter.setPen(theme.colour("link"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(1, 1 if not isinstance(line, HeadingLine) else BAR + 1, -2, -2))
        painter.restore()

    def _measure(self, line: Line, width: int) -> int:
        if isinstance(line, HeadingLine):
            title, _organisation = self._heading_blocks(line, width)
            return BAR + theme.px(20) + round(title.height) + 1
        if isinstance(line, PersonLine):
            blocks = self._member_blocks(line, width)
            text = blocks[-1].top + blocks[-1].height
            return theme.px(14) + round(max(text, self._pills_height(len(line.pills)))) + 1
        room = width - _indent() - theme.px(12)
        return theme.px(14) + sum(round(block.height) for block in self._plain(line.words, room))

    def _estimate_all(self) -> list[QSize]:
        """Return about the sizes of all lines, rather a little more than less; many say about as much as others."""
        sizes: dict[Extent, QSize] = {}
        found = []
        for row, line in enumerate(self._lines()):
            if not isinstance(line, PersonLine):
                found.append(self._size(row))
                continue
            extent = line.extent()
            if (size := sizes.get(extent)) is None:
                size = sizes[extent] = QSize(self._width, self._estimate(extent))
            found.append(size)
        self._estimated = found
        return found

    def _estimate(self, extent: Extent) -> int:
        room = self._width - _indent() - theme.px(12)
        small, body = (QFontMetrics(theme.font(size)) for size in (theme.SMALL, theme.BODY))
        beside, pills = room - theme.px(110), self._pills_height(extent.pills)
        if is_narrow := beside < theme.px(80):
            beside = room  # the text stands under the pills
        height = _lines(extent.names, body, beside) * body.height()
        for place, letters in enumerate(extent.positions if any(extent.positions) else ()):
            metrics = body if letters and not place else small
            height += _lines(letters, metrics, room if place else beside) * metrics.height()
        return theme.px(14) + (height + pills if is_narrow else max(height, pills)) + 1

    def _plain(self, words: str, width: int) -> list[Block]:
        return [_block([Piece(words, "muted")], width, 0, theme.SMALL)]

    def _heading_blocks(self, line: HeadingLine, width: int) -> tuple[Block, int]:
        count_width = QFontMetrics(theme.font(theme.SMALL)).horizontalAdvance(line.remark)
        room = width - 2 * theme.px(12) - count_width - (theme.px(10) if line.remark else 0)
        pieces = [Piece(line.title, "ink", semibold=True)]
        if line.organisation:
            pieces.append(Piece(f"  {line.organisation}", "muted"))
        return _block(pieces, max(room, theme.px(90)), 0), count_width

    def _paint_heading(self, painter: QPainter, area: QRect, line: HeadingLine, *, selected: bool) -> None:
        top = area.top()
        painter.fillRect(area, theme.colour("selection" if selected else "panel"))
        painter.fillRect(area.left(), top, area.width(), BAR, theme.colour(ink_role(line.tone)))
        block, count_width = self._heading_blocks(line, area.width())
        baseline = top + BAR + theme.px(10)
        block.layout.draw(painter, QPointF(area.left() + theme.px(12), baseline))
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.colour("muted"))
        height = QFontMetrics(theme.font()).height()
        right = QRect(area.right() - theme.px(12) - count_width, baseline, count_width + 1, height)
        painter.drawText(right, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), line.remark)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.colour("line"))

    def _paint_member(self, painter: QPainter, area: QRect, line: PersonLine, *, selected: bool) -> None:
        painter.fillRect(area, theme.colour("selection" if selected else "panel"))
        top = area.top() + theme.px(7)
        if line.number:
            painter.setFont(theme.font())
            painter.setPen(theme.colour("muted"))
            height = QFontMetrics(theme.font()).height()
            number = QRect(area.left(), top, _indent() - theme.px(10), height)
            painter.drawText(number, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(line.number))
        if line.pinned:
            paint_pin(painter, area.left() + theme.px(11), top + theme.px(10), theme.colour("link"))
        for block in self._member_blocks(line, area.width()):
            block.layout.draw(painter, QPointF(area.left() + _indent(), top + block.top))
        self._paint_pills(painter, area, line, top)
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, theme.colour("line_soft"))

    def _paint_pills(self, painter: QPainter, area: QRect, line: PersonLine, top: int) -> None:
        metrics = QFontMetrics(theme.font(theme.SMALL))
        for pill in line.pills:
            size = pill_size(pill.text, metrics)
            width = min(size.width(), area.width() // 2)
            place = QRect(area.right() - theme.px(11) - width, top, width, size.height())
            paint_pill(painter, place, pill.text, pill.tone)
            top += size.height() + theme.px(3)

    def _pills_height(self, pills: int) -> int:
        return pills * (pill_size("x", QFontMetrics(theme.font(theme.SMALL))).height() + theme.px(3))

    def _member_blocks(self, line: PersonLine, width: int) -> list[Block]:
        """Lay out the name and the positions; they keep clear of the pills on their right, or stand under them."""
        full = width - _indent() - theme.px(12)
        spans, first = self._pill_spans(line, width), 0
        if spans and full - max(span.width for span in spans) < theme.px(80):
            spans, first = [], self._pills_height(len(line.pills))

        def width_at(top: float, height: float) -> int:
            taken = [span.width for span in spans if span.top < top + height and span.bottom > top]
            return max(full - max(taken, default=0), theme.px(80))

        pieces = [Piece(line.name, "ink", semibold=True), *([Piece(f" {line.second}", "muted")] if line.second else [])]
        blocks = [_block(pieces, width_at, first)]
        for place, (words, missing) in enumerate(line.positions):
            top = blocks[-1].top + blocks[-1].height
            role = "attention" if missing else "ink" if place == 0 else "muted"
            size = theme.SMALL if place or missing else theme.BODY
            blocks.append(_block([Piece(words, role)], width_at, top, size))
        return blocks

    def _pill_spans(self, line: PersonLine, width: int) -> list[Span]:
        """Return where the pills stand beside the text, each with what it takes of the width."""
        metrics = QFontMetrics(theme.font(theme.SMALL))
        spans, top = [], 0
        for pill in line.pills:
            size = pill_size(pill.text, metrics)
            spans.append(Span(top, top + size.height(), min(size.width(), width // 2) + theme.px(6)))
            top += size.height() + theme.px(3)
        return spans


def _lines(letters: int, metrics: QFontMetrics, room: int) -> int:
    """Return about how many lines so many letters take; the average letter is narrower than most."""
    return -(-letters * metrics.averageCharWidth() * 23 // 20 // max(room, 1)) or 1


def _gap(line: Line, row: int) -> int:
    """Return the room above a delegation that follows another."""
    return theme.px(10) if isinstance(line, HeadingLine) and row > 0 else 0


def _indent() -> int:
    return theme.px(46)


def _block(
    pieces: list[Piece], width: int | Callable[[float, float], int], top: float, size: int = theme.BODY
) -> Block:
    """Lay a paragraph out; its width may depend on the top and height of each line."""
    layout = QTextLayout("".join(piece.text for piece in pieces), theme.font(size))
    option = QTextOption(Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    start, formats = 0, []
    for piece in pieces:
        formats.append(_format(piece, start))
        start += _utf16(piece.text)
    layout.setFormats(formats)
    layout.beginLayout()
    height, line_height = 0.0, QFontMetrics(theme.font(size)).height()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width if isinstance(width, int) else width(top + height, line_height))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return Block(layout, top, height)


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _format(piece: Piece, start: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = start, _utf16(piece.text)
    dress = QTextCharFormat()
    dress.setForeground(theme.colour(piece.role))
    dress.setFontWeight(QFont.Weight.DemiBold if piece.semibold else QFont.Weight.Normal)
    found.format = dress
    return found


def paint_pin(painter: QPainter, x: float, y: float, ink: QColor) -> None:
    """Draw a drawing pin: a head, and a needle down."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    unit = theme.px(1)
    painter.setPen(ink)
    painter.setBrush(ink)
    painter.drawRoundedRect(QRectF(x - 3 * unit, y - 5 * unit, 6 * unit, 5 * unit), 2, 2)
    painter.drawLine(QPointF(x - 4 * unit, y + unit), QPointF(x + 4 * unit, y + unit))
    painter.drawLine(QPointF(x, y + unit), QPointF(x, y + 6 * unit))
    painter.restore()
