"""The strip between the two columns: lines from guests to their counterparts, and drawing other lines by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from planner.rules.counterparts import Pair, is_wide
from ui import theme
from ui.common.labels import plain_tooltip
from ui.delegations.line_kinds import PersonLine
from ui.delegations.line_model import thing_of
from ui.delegations.side_list import SideList
from ui.translate import t, tn

WIDTH = 48
NARROW = 14


class PairLines(QWidget):
    """Lines of counterparts. A pinned one is drawn through, one matched by rank is dashed; each says the gap.

    Drag from a guest's end to a host's row (or the other way) to match them; a double click on a pinned line lets rank
    decide again. Signals: `matched(guest, host)`, `released(guest)`.
    """

    matched = Signal(int, int)
    released = Signal(int)

    def __init__(self, guests: SideList, hosts: SideList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lists = {"guest": guests, "host": hosts}
        self._guests_first = True
        self._pairs: dict[int, Pair] = {}
        self._by_host: dict[int | None, Pair] = {}
        self._rows: dict[str, dict[int, int]] = {"guest": {}, "host": {}}
        self._drag: tuple[str, int, QPoint] | None = None
        self._shown, self._writable, self._chosen = True, True, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.CrossCursor)
        for column in (guests, hosts):
            column.verticalScrollBar().valueChanged.connect(lambda _value: self.update())
            column.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self.update())

    def show_pairs(self, pairs: Sequence[Pair], *, writable: bool) -> None:
        """Show other counterparts; the columns have their lines already."""
        self._pairs = {pair.guest: pair for pair in pairs if pair.host is not None}
        self._by_host = {pair.host: pair for pair in self._pairs.values()}
        self._writable = writable
        for name, column in self._lists.items():
            self._rows[name] = {
                line.member_id: row for row, line in enumerate(column.lines.lines) if isinstance(line, PersonLine)
            }
        self.setAccessibleName(t("Counterparts"))
        words = tn("{n} guest has a counterpart", "{n} guests have a counterpart", len(self._pairs))
        self.setAccessibleDescription(words)
        self.updateGeometry()
        self.update()

    def set_shown(self, shown: bool) -> None:
        """Show the lines, or an empty strip."""
        self._shown = shown
        self.setCursor(Qt.CursorShape.CrossCursor if shown else Qt.CursorShape.ArrowCursor)
        self.updateGeometry()
        self.update()

    def is_shown(self) -> bool:
        """Tell whether lines are drawn."""
        return self._shown

    def set_guests_first(self, first: bool) -> None:
        """Say whether the guests stand on the left."""
        self._guests_first = first
        self.update()

    def set_chosen(self, member_id: int) -> None:
        """Draw the line of somebody chosen in the ink of links."""
        self._chosen = member_id
        self.update()

    def sizeHint(self) -> QSize:
        """Return a narrow strip where there is nothing to draw."""
        return QSize(theme.px(WIDTH if self._shown and self._pairs else NARROW), 60)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def end_of(self, side: str, member_id: int) -> QPoint | None:
        """Return where the line of a member ends in this strip; None where the member is not on the screen."""
        row = self._rows[side].get(member_id)
        if row is None:
            return None
        column = self._lists[side]
        area = column.visualRect(column.lines.index(row))
        if area.isEmpty():
            return None
        y = column.viewport().mapTo(column.window(), area.topLeft()).y() - self.mapTo(self.window(), QPoint(0, 0)).y()
        on_left = (side == "guest") == self._guests_first
        inset = theme.px(4)
        return QPoint(inset if on_left else self.width() - inset, y + min(theme.px(17), area.height() // 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines whose ends, or one of them, are on the screen, then the one being drawn."""
        if not self._shown:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for pair in self._visible():
            assert pair.host is not None
            ends = self.end_of("guest", pair.guest), self.end_of("host", pair.host)
            if ends[0] is not None and ends[1] is not None:
                self._paint_pair(painter, pair, ends[0], ends[1])
        if self._drag is not None:
            side, member_id, place = self._drag
            if (start := self.end_of(side, member_id)) is not None:
                painter.setPen(QPen(theme.colour("link"), 2))
                painter.drawLine(start, place)

    def _visible(self) -> list[Pair]:
        """Return the pairs of which somebody is on the screen: of thousands, a window shows forty."""
        seen: list[int] = []
        for column in self._lists.values():
            lines, port = column.lines.lines, column.viewport()
            first = column.indexAt(QPoint(4, 1)).row()
            last = column.indexAt(QPoint(4, port.height() - 2)).row()
            seen += [thing_of(line)[1] for line in lines[max(first, 0) : last + 1 if last >= 0 else len(lines)]]
        found = {one: pair for one in seen if (pair := self._pair_of(one)) is not None}
        return list({pair.guest: pair for pair in found.values()}.values())

    def _paint_pair(self, painter: QPainter, pair: Pair, guest: QPoint, host: QPoint) -> None:
        chosen = self._chosen in (pair.guest, pair.host)
        ink = theme.colour("link" if chosen else "attention" if is_wide(pair) else "muted")
        pen = QPen(ink, 2 if chosen or pair.pinned else 1.2)
        if not pair.pinned:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath(QPointF(guest))
        bend = self.width() / 2 * (1 if guest.x() < host.x() else -1)
        path.cubicTo(QPointF(guest.x() + bend, guest.y()), QPointF(host.x() - bend, host.y()), QPointF(host))
        painter.drawPath(path)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for end in (guest, host):
            painter.drawEllipse(QPointF(end), theme.px(3), theme.px(3))
        self._paint_gap(painter, pair, path.pointAtPercent(0.26), ink)

    def _paint_gap(self, painter: QPainter, pair: Pair, place: QPointF, ink: QColor) -> None:
        words = gap_sign(pair)
        if not words:
            return
        painter.setFont(theme.font(theme.SMALL))
        metrics = QFontMetrics(theme.font(theme.SMALL))
        width, height = metrics.horizontalAdvance(words) + theme.px(8), metrics.height()
        x = min(max(place.x() - width / 2, 4.0), self.width() - width - 4.0)
        box = QRectF(x, place.y() - height / 2, width, height)
        painter.setPen(QPen(ink, 1))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(box, 4, 4)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    # --- Matching by hand

    def _end_at(self, place: QPoint) -> tuple[str, int] | None:
        """Return the side and member whose end lies nearest to a place."""
        on_left = place.x() < self.width() / 2
        side = "guest" if on_left == self._guests_first else "host"
        return self._row_at(side, place)

    def _row_at(self, side: str, place: QPoint) -> tuple[str, int] | None:
        column = self._lists[side]
        y = self.mapTo(self.window(), place).y() - column.viewport().mapTo(column.window(), QPoint(0, 0)).y()
        index = column.indexAt(QPoint(4, y))
        line = column.lines.lines[index.row()] if index.isValid() else None
        return (side, line.member_id) if isinstance(line, PersonLine) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a line at the end nearest to the mouse."""
        place = event.position().toPoint()
        found = self._end_at(place) if self._shown and self._writable else None
        self._drag = (*found, place) if found and event.button() == Qt.MouseButton.LeftButton else None
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the line to the mouse."""
        if self._drag is not None:
            self._drag = (self._drag[0], self._drag[1], event.position().toPoint())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Match with the row of the other side under the mouse, if there is one."""
        drag, self._drag = self._drag, None
        self.update()
        if drag is None:
            return
        other = self._row_at("host" if drag[0] == "guest" else "guest", event.position().toPoint())
        nearer = self._end_at(event.position().toPoint())
        if other is None or nearer is None or nearer[0] == drag[0]:
            return
        guest, host = (drag[1], other[1]) if drag[0] == "guest" else (other[1], drag[1])
        self.matched.emit(guest, host)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Let rank decide again about the pinned line that ends here."""
        found = self._end_at(event.position().toPoint())
        pair = self._pair_of(found[1]) if found else None
        self._drag = None
        if pair is not None and pair.pinned and self._writable:
            self.released.emit(pair.guest)

    def event(self, event: QEvent) -> bool:
        """Say of the line under the mouse what its gap means."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self._end_at(event.pos()) if self._shown else None
            pair = self._pair_of(found[1]) if found else None
            plain_tooltip(self, gap_words(pair) if pair else "")
            QToolTip.showText(event.globalPos(), self.toolTip(), self)  # sink-ok: escaped by plain_tooltip
            return True
        return super().event(event)

    def _pair_of(self, member_id: int) -> Pair | None:
        return self._pairs.get(member_id) or self._by_host.get(member_id)


def gap_sign(pair: Pair) -> str:
    """Return the gap of a pair as a sign: "=", "↑1" for a host one level higher, "↓2" for one two levels lower."""
    if pair.delta is None:
        return ""
    return "=" if pair.delta == 0 else f"↑{-pair.delta}" if pair.delta < 0 else f"↓{pair.delta}"


def gap_words(pair: Pair) -> str:
    """Return what the gap of a pair means, and how it came about."""
    how = t("matched by hand") if pair.pinned else t("same field") if pair.same_field else t("matched by rank")
    return f"{level_words(pair)} · {how}"


def level_words(pair: Pair) -> str:
    """Return what the gap of a pair means."""
    if pair.delta is None:
        return t("the rank of one of them is not known")
    if pair.delta == 0:
        return t("of equal level")
    if pair.delta < 0:
        return tn("the host is {n} level higher", "the host is {n} levels higher", -pair.delta)
    return tn("the host is {n} level lower", "the host is {n} levels lower", pair.delta)
