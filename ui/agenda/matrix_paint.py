"""Draws the matrix: heads of columns, names, cells, counts, and what is being painted."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QPixmap, QPolygonF

from planner.language.catalog import mark
from planner.rules.kinds import Role
from planner.rules.taking_part import TRACK, Cell, Who
from ui import theme
from ui.agenda.matrix_grid import Column, Line
from ui.common.pill import Tone, ground_role, ink_role
from ui.translate import t

SINGLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine)
INDENT = 16

SHORT = {
    Role.CHAIR: mark("Chr"),
    Role.SPEAKER: mark("Spk"),
    Role.MODERATOR: mark("Mod"),
    Role.CO_MODERATOR: mark("Mod 2"),
    Role.IN_CHARGE: mark("Chg"),
    Role.INTERPRETER: mark("Int"),
}
"""What a role is called in the room of a cell; the line below the matrix says it in full."""


_THROUGH, _ON_TRACK = Who("", 0), Who(TRACK, 0)  # pale cells are the same, whichever group they come from


class MatrixPainter:
    """Holds fonts and the pictures of cells of one theme and text size."""

    def __init__(self) -> None:
        self.retheme()

    def retheme(self) -> None:
        """Look fonts and colours up again."""
        self.plain, self.strong, self.small = theme.font(), theme.font(semibold=True), theme.font(theme.SMALL)
        self._small_metrics = QFontMetrics(self.small)
        self._metrics = QFontMetrics(self.plain)
        self.line_height = self._metrics.height() + theme.px(5)
        self._cells: dict[tuple[str, Cell, int, int, float], QPixmap] = {}
        self._strokes: dict[tuple[bool, int, int, float], QPixmap] = {}

    def least_column(self) -> int:
        """Return the narrowest column: room for a role's short name."""
        widest = max(self._small_metrics.horizontalAdvance(t(words)) for words in SHORT.values())
        return max(theme.px(40), widest + theme.px(20))

    def head_height(self, width: int, room: int) -> int:
        """Return how high the heads of columns of this width are: lying words where they have room, else standing.

        They take no more than a third of the room there is.
        """
        return min(theme.px(84) if self._lies(width) else theme.px(150), max(room // 3, theme.px(60)))

    def _lies(self, width: int) -> bool:
        return width >= theme.px(92)

    def head(self, painter: QPainter, area: QRect, column: Column, *, chosen: bool) -> None:
        """Draw the head of a column: its time and title."""
        painter.fillRect(area, theme.colour("selection" if chosen else "header"))
        painter.fillRect(area.right(), area.top(), 1, area.height(), theme.colour("line_soft"))
        if self._lies(area.width()):
            self._lying(painter, area.adjusted(theme.px(6), theme.px(5), -theme.px(4), -theme.px(4)), column)
            return
        painter.save()
        painter.translate(area.left(), area.bottom())
        painter.rotate(-90)
        room, line = area.height() - theme.px(10), self._small_metrics.height()
        top = (area.width() - 2 * line) // 2
        when = " · ".join(part for part in (column.day, column.time) if part)
        self._words(painter, QRect(theme.px(5), top, room, line), when, self.small, "muted")
        self._words(painter, QRect(theme.px(5), top + line, room, line), column.title, self.small, "ink")
        painter.restore()

    def _lying(self, painter: QPainter, room: QRect, column: Column) -> None:
        line = self._small_metrics.height()
        when = " · ".join(part for part in (column.day, column.time) if part)
        self._words(painter, QRect(room.left(), room.top(), room.width(), line), when, self.small, "muted")
        most = max((room.height() - line) // line, 1)
        for place, words in enumerate(broken(column.title, self._small_metrics, room.width(), most)):
            there = QRect(room.left(), room.top() + line * (place + 1), room.width(), line)
            self._words(painter, there, words, self.small, "ink")

    def name(self, painter: QPainter, area: QRect, line: Line, *, folded: bool, chosen: bool) -> None:
        """Draw the name at the left of a line, with a triangle where others stand below it."""
        if chosen:
            painter.fillRect(area, theme.colour("selection"))
        elif line.depth == 0:
            painter.fillRect(area, theme.colour("header"))
        left = area.left() + theme.px(8) + line.depth * theme.px(INDENT)
        if line.folds:
            self._triangle(painter, left, area.center().y(), folded=folded)
        left += theme.px(14)
        bar = QRect(area.left(), area.top(), theme.px(3), area.height() - 1)
        painter.fillRect(bar, theme.colour(ink_role(line.tone)))
        font = self.strong if line.depth == 0 else self.plain
        room = QRect(left, area.top(), area.right() - left - theme.px(6), area.height())
        used = self._words(painter, room, line.label, font, "muted" if line.absent else "ink")
        rest = room.adjusted(used + theme.px(7), 0, 0, 0)
        if line.remark and rest.width() > theme.px(24):
            self._words(painter, rest, line.remark, self.small, "muted")

    def _triangle(self, painter: QPainter, left: int, middle: int, *, folded: bool) -> None:
        size = theme.px(4)
        centre = QPointF(left + size, middle)
        ends = [(-0.6, -1), (0.8, 0), (-0.6, 1)] if folded else [(-1, -0.6), (0, 0.8), (1, -0.6)]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("muted"))
        painter.drawPolygon(QPolygonF([centre + QPointF(x * size, y * size) for x, y in ends]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def cell(self, painter: QPainter, area: QRect, tone: Tone, cell: Cell) -> None:
        """Draw a cell: full where somebody is put down, pale where they take part through a group, half for some.

        What is a track's alone has an edge: it cannot be painted off here.
        """
        through = cell.through and (_ON_TRACK if cell.through.kind == TRACK else _THROUGH)
        key = (str(tone), Cell(cell.role, through, cell.partly), area.width(), area.height(),
               painter.device().devicePixelRatioF())  # fmt: skip
        picture = self._cells.get(key)
        if picture is None:
            picture = self._cells[key] = self._picture(*key)
        painter.drawPixmap(area.topLeft(), picture)

    def _picture(self, tone: str, cell: Cell, width: int, height: int, ratio: float) -> QPixmap:
        picture = _blank(width, height, ratio)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        across, down = theme.px(4) + 0.5, theme.px(3) + 0.5
        box = QRectF(0, 0, width, height).adjusted(across, down, -across, -down)
        ink, ground = theme.colour(ink_role(tone)), theme.colour(ground_role(tone))
        if cell.role is None:
            self._some(painter, box, tone)
        else:
            own = cell.own
            dashed = cell.through is not None and cell.through.kind == TRACK
            edge = QPen(ink, 1, Qt.PenStyle.DashLine) if dashed else QPen(ground)
            painter.setPen(Qt.PenStyle.NoPen if own else edge)
            painter.setBrush(ink if own else ground)
            painter.drawRoundedRect(box, theme.px(4), theme.px(4))
            words = t(SHORT[cell.role]) if cell.role in SHORT else "✓"
            painter.setPen(theme.colour("panel") if own else ink)
            painter.setFont(self.small if cell.role in SHORT else self.strong)
            painter.drawText(box, CENTRE, words)
        painter.end()
        return picture

    def _some(self, painter: QPainter, box: QRectF, tone: str) -> None:
        painter.setPen(QPen(theme.colour(ink_role(tone)), 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        painter.setPen(theme.colour(ink_role(tone)))
        painter.setFont(self.small)
        painter.drawText(box, CENTRE, "…")

    def stroke(self, painter: QPainter, area: QRect, *, on: bool) -> None:
        """Draw a cell that is being painted: filled, or struck out."""
        key = (on, area.width(), area.height(), painter.device().devicePixelRatioF())
        picture = self._strokes.get(key)
        if picture is None:
            picture = self._strokes[key] = _blank(*key[1:])
            inner = QPainter(picture)
            self._stroke(inner, QRect(0, 0, area.width(), area.height()), on=on)
            inner.end()
        painter.drawPixmap(area.topLeft(), picture)

    def _stroke(self, painter: QPainter, area: QRect, *, on: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(area).adjusted(theme.px(3), theme.px(2), -theme.px(3), -theme.px(2))
        painter.setBrush(theme.colour("selection"))
        painter.setPen(QPen(theme.colour("link"), 1.6, Qt.PenStyle.SolidLine if on else Qt.PenStyle.DashLine))
        painter.drawRoundedRect(box, theme.px(4), theme.px(4))
        painter.setFont(self.strong)
        painter.drawText(area, CENTRE, "✓" if on else "✕")

    def foot(self, painter: QPainter, area: QRect, column: Column) -> None:
        """Draw the head count of a column, and what the room seats; too many are red, with a word where it fits."""
        painter.fillRect(area, theme.colour("stop_ground" if column.over else "header"))
        painter.fillRect(area.right(), area.top(), 1, area.height(), theme.colour("line_soft"))
        role = "stop" if column.over else "ink"
        line = self._small_metrics.height()
        first = QRect(area.left(), area.top() + theme.px(3), area.width(), self._metrics.height())
        second = QRect(area.left(), first.bottom(), area.width(), line)
        painter.setPen(theme.colour(role))
        painter.setFont(self.strong)
        painter.drawText(first, CENTRE, t("all") if column.heads is None else str(column.heads))
        if column.seats is not None:
            words = t("of {n}", n=column.seats)
            if column.over and self._small_metrics.horizontalAdvance(more := self.too_many(column)) < area.width() - 6:
                words = more
            painter.setFont(self.small)
            painter.setPen(theme.colour("stop" if column.over else "muted"))
            painter.drawText(second, CENTRE, words)

    def too_many(self, column: Column) -> str:
        """Say that there are more people than seats."""
        return t("of {n}: {over} too many", n=column.seats, over=column.over)

    def foot_height(self) -> int:
        """Return how high the line of counts is."""
        return self._metrics.height() + self._small_metrics.height() + theme.px(8)

    def corner(self, painter: QPainter, area: QRect, lines: Sequence[tuple[str, str]]) -> None:
        """Draw words (with the role of their colour) at the left of heads or counts."""
        painter.fillRect(area, theme.colour("header"))
        height = self._metrics.height()
        top = area.bottom() - theme.px(4) - height * len(lines)
        for place, (words, role) in enumerate(lines):
            room = QRect(area.left() + theme.px(10), top + place * height, area.width() - theme.px(16), height)
            self._words(painter, room, words, self.small, role)

    def _words(self, painter: QPainter, room: QRect, words: str, font: QFont, role: str) -> int:
        painter.setFont(font)
        painter.setPen(theme.colour(role))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(room.width(), 0))
        painter.drawText(room, SINGLE, shown)
        return metrics.horizontalAdvance(shown)


def _blank(width: int, height: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(width * ratio), round(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def broken(words: str, metrics: QFontMetrics, width: int, most: int) -> list[str]:
    """Return words in lines of a width; the last of at most so many lines ends in "…" where words are left."""
    lines: list[str] = []
    rest = words.split()
    while rest and len(lines) < most - 1:
        taken = 1
        while taken < len(rest) and metrics.horizontalAdvance(" ".join(rest[: taken + 1])) <= width:
            taken += 1
        lines.append(" ".join(rest[:taken]))
        rest = rest[taken:]
    return [*lines, " ".join(rest)] if rest else lines
