"""Draws lanes: time to the right, one below the other people, rooms or vehicles, with what occupies them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.agenda.drawn_view import DrawnView
from ui.agenda.lanes_rows import Bar, Lane
from ui.common.labels import plain_tooltip
from ui.common.pill import ground_role, ink_role
from ui.translate import t

NAMES, HEAD, LEAST_HOUR = 220, 48, 44
SINGLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class Spot(NamedTuple):
    """A bar by its lane and place."""

    lane: int
    bar: int


class LanesView(DrawnView):
    """The lanes. Signals: `item_chosen(id)` of an item of this event; `moved()`. Attributes: `lanes`.

    A click or Enter shows the item; arrows go from bar to bar and from lane to lane.
    """

    item_chosen = Signal(int)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lanes: tuple[Lane, ...] = ()
        self._days: tuple[str, ...] = ("",)
        self._hours = (8, 20)
        self._tops: list[int] = [0]
        self._spot: Spot | None = None
        self._hour = 1.0
        self._begin()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setAccessibleName(t("What fills whose time"))

    def set_lanes(self, lanes: Sequence[Lane], days: Sequence[str]) -> None:
        """Show these lanes over these days."""
        self.lanes, self._days = tuple(lanes), tuple(days) or ("",)
        bars = [bar for lane in lanes for bar in lane.bars]
        first = min((bar.start for bar in bars), default=8 * 60) // 60
        last = -(-max((bar.end for bar in bars), default=20 * 60) // 60)
        self._hours = (first, max(last, first + 1))
        if self._spot is not None and self._bar(self._spot) is None:
            self._spot = None
        self._measure()
        self._describe()

    def chosen(self) -> Bar | None:
        """Return the bar the keys are at."""
        return self._bar(self._spot) if self._spot is not None else None

    def area_of(self, spot: Spot) -> QRect:
        """Return where a bar is in the viewport."""
        lane, bar = self.lanes[spot.lane], self.lanes[spot.lane].bars[spot.bar]
        left = self._x(bar.day, bar.start)
        width = max(round((bar.end - bar.start) * self._hour / 60), theme.px(6))
        top = self._y(spot.lane) + theme.px(4) + bar.level * self._line()
        assert lane.levels > bar.level
        return QRect(left, top, width, self._line() - theme.px(3))

    def spot_at(self, point: QPoint) -> Spot | None:
        """Return the bar at a point of the viewport."""
        if point.x() < self._left() or point.y() < self._head():
            return None
        down = point.y() - self._head() + self.verticalScrollBar().value()
        for number, lane in enumerate(self.lanes):
            if self._tops[number] <= down < self._tops[number + 1]:
                spots = (Spot(number, place) for place in range(len(lane.bars)))
                return next((spot for spot in spots if self.area_of(spot).contains(point)), None)
        return None

    # --- Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to what was clicked, and show its item."""
        spot = self.spot_at(event.position().toPoint())
        if spot is not None:
            self._go(spot)
            self._show_item()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from bar to bar; Enter shows the item."""
        steps = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            self._walk(*step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._show_item()
        else:
            super().keyPressEvent(event)

    def _walk(self, down: int, across: int) -> None:
        full = [number for number, lane in enumerate(self.lanes) if lane.bars]
        if not full:
            return
        if self._spot is None:
            self._go(Spot(full[0], 0))
        elif across:
            last = len(self.lanes[self._spot.lane].bars) - 1
            self._go(Spot(self._spot.lane, min(max(self._spot.bar + across, 0), last)))
        else:
            place = min(max(full.index(self._spot.lane) + down, 0), len(full) - 1)
            now = self.lanes[self._spot.lane].bars[self._spot.bar]
            bars = self.lanes[full[place]].bars
            near = min(range(len(bars)), key=lambda one: (bars[one].day != now.day, abs(bars[one].start - now.start)))
            self._go(Spot(full[place], near))

    def _go(self, spot: Spot) -> None:
        self._spot = spot
        area, over, down = self.area_of(spot), self.horizontalScrollBar(), self.verticalScrollBar()
        if area.left() < self._left() or area.right() > self.viewport().width():
            over.setValue(over.value() + area.left() - self._left() - theme.px(12))
        if area.top() < self._head():
            down.setValue(down.value() + area.top() - self._head() - theme.px(6))
        elif area.bottom() > self.viewport().height():
            down.setValue(down.value() + area.bottom() - self.viewport().height() + theme.px(6))
        self._describe()
        self.viewport().update()

    def _show_item(self) -> None:
        bar = self.chosen()
        if bar is not None and bar.item and not bar.outside:
            self.item_chosen.emit(bar.item)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what is under the pointer, with what it collides."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            spot = self.spot_at(event.pos())
            bar = self._bar(spot) if spot is not None else None
            plain_tooltip(self.viewport(), bar.spoken() if bar is not None else "")
        return bool(super().viewportEvent(event))

    def _describe(self) -> None:
        bar = self.chosen()
        words = f"{self.lanes[self._spot.lane].label}: {bar.spoken()}" if bar is not None and self._spot else ""
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.moved.emit()

    def _bar(self, spot: Spot | None) -> Bar | None:
        if spot is None or spot.lane >= len(self.lanes) or spot.bar >= len(self.lanes[spot.lane].bars):
            return None
        return self.lanes[spot.lane].bars[spot.bar]

    # --- Where things are

    def _left(self) -> int:
        return min(theme.px(NAMES), self.viewport().width() * 2 // 5)

    def _head(self) -> int:
        return theme.px(HEAD)

    def _line(self) -> int:
        return QFontMetrics(theme.font(theme.SMALL)).height() + theme.px(6)

    def _day_width(self) -> float:
        return self._hour * (self._hours[1] - self._hours[0])

    def _x(self, day: int, minute: float) -> int:
        across = day * self._day_width() + (minute - self._hours[0] * 60) * self._hour / 60
        return self._left() + round(across) - self.horizontalScrollBar().value()

    def _y(self, lane: int) -> int:
        return self._head() + self._tops[lane] - self.verticalScrollBar().value()

    def _measure(self) -> None:
        room = max(self.viewport().width() - self._left() - theme.px(8), 1)
        count = len(self._days) * (self._hours[1] - self._hours[0])
        self._hour = max(room / count, float(theme.px(LEAST_HOUR)))
        heights = [lane.levels * self._line() + theme.px(6) for lane in self.lanes]
        self._tops = [0, *accumulate(heights)]
        over, down = self.horizontalScrollBar(), self.verticalScrollBar()
        over.setRange(0, max(round(self._hour * count) - room, 0))
        over.setPageStep(room)
        over.setSingleStep(round(self._hour))
        view = max(self.viewport().height() - self._head(), 1)
        down.setRange(0, max(self._tops[-1] - view, 0))
        down.setPageStep(view)
        down.setSingleStep(self._line())
        self.viewport().update()

    # --- Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in sight."""
        self.paint_view(QPainter(self.viewport()))

    def paint_view(self, painter: QPainter) -> None:
        """Draw the viewport's content with any painter."""
        view, left, head = self.viewport().rect(), self._left(), self._head()
        painter.fillRect(view, theme.colour("panel"))
        painter.setClipRect(QRect(left, 0, view.width() - left, view.height()))
        self._draw_hours(painter, view)
        shown = [one for one in range(len(self.lanes)) if self._y(one) < view.height() and self._y(one + 1) > head]
        painter.setClipRect(QRect(left, head, view.width() - left, view.height() - head))
        for number in shown:
            self._draw_bars(painter, number, view)
        painter.setClipRect(QRect(0, head, view.width(), view.height() - head))
        for number in shown:
            self._draw_name(painter, number, left)
            painter.fillRect(0, self._y(number + 1) - 1, view.width(), 1, theme.colour("line_soft"))
        painter.setClipping(False)
        painter.fillRect(QRect(0, 0, left, head), theme.colour("header"))
        painter.fillRect(0, head - 1, view.width(), 1, theme.colour("line"))
        painter.fillRect(left - 1, 0, 1, view.height(), theme.colour("line"))

    def _draw_hours(self, painter: QPainter, view: QRect) -> None:
        head = self._head()
        painter.fillRect(QRect(0, 0, view.width(), head), theme.colour("header"))
        small = theme.font(theme.SMALL)
        every = 1 if self._hour >= QFontMetrics(small).horizontalAdvance("00:00") + theme.px(6) else 2
        for number, day in enumerate(self._days):
            start = self._x(number, self._hours[0] * 60)
            painter.fillRect(start, 0, 1, view.height(), theme.colour("line"))
            painter.setFont(theme.font(semibold=True))
            painter.setPen(theme.colour("ink"))
            room = QRect(start + theme.px(6), theme.px(2), round(self._day_width()) - theme.px(8), head // 2)
            painter.drawText(room, SINGLE, day)
            painter.setFont(small)
            for hour in range(self._hours[0], self._hours[1]):
                x = self._x(number, hour * 60)
                painter.fillRect(x, head, 1, view.height() - head, theme.colour("line_soft"))
                if (hour - self._hours[0]) % every == 0:
                    painter.setPen(theme.colour("muted"))
                    there = QRect(x + theme.px(3), head // 2, round(self._hour * every), head // 2)
                    painter.drawText(there, SINGLE, f"{hour % 24:02}:00")

    def _draw_name(self, painter: QPainter, number: int, left: int) -> None:
        lane, top = self.lanes[number], self._y(number)
        area = QRect(0, top, left, self._y(number + 1) - top)
        painter.fillRect(area, theme.colour("panel"))
        painter.fillRect(0, top, theme.px(3), area.height() - 1, theme.colour(ink_role(lane.tone)))
        room = QRect(theme.px(10), top, left - theme.px(16), self._line() + theme.px(6))
        painter.setFont(theme.font())
        painter.setPen(theme.colour("ink"))
        metrics = painter.fontMetrics()
        name = metrics.elidedText(lane.label, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, SINGLE, name)
        rest = room.adjusted(metrics.horizontalAdvance(name) + theme.px(7), 0, 0, 0)
        if lane.remark and rest.width() > theme.px(24):
            painter.setFont(theme.font(theme.SMALL))
            painter.setPen(theme.colour("muted"))
            remark = painter.fontMetrics().elidedText(lane.remark, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, SINGLE, remark)

    def _draw_bars(self, painter: QPainter, number: int, view: QRect) -> None:
        lane = self.lanes[number]
        painter.setFont(theme.font(theme.SMALL))
        metrics = painter.fontMetrics()
        for place, bar in enumerate(lane.bars):
            area = self.area_of(Spot(number, place))
            if area.right() < self._left() or area.left() > view.width():
                continue
            self._draw_ground(painter, area, lane, bar)
            room = area.adjusted(theme.px(5), 0, -theme.px(3), 0)
            if room.width() > theme.px(16):
                painter.setPen(theme.colour("stop" if bar.conflict else "muted" if bar.outside else "ink"))
                words = f"! {bar.title}" if bar.conflict else bar.title
                painter.drawText(room, SINGLE, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width()))
            if self._spot == Spot(number, place):
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.colour("link"), 2))
                painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def _draw_ground(self, painter: QPainter, area: QRect, lane: Lane, bar: Bar) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge, ground = ink_role(lane.tone), ground_role(lane.tone)
        if bar.outside:
            edge, ground = "frame", "invited_ground"
        if bar.conflict:
            edge, ground = "stop", "stop_ground"
        style = Qt.PenStyle.DashLine if bar.outside else Qt.PenStyle.SolidLine
        painter.setPen(QPen(theme.colour(edge), 2 if bar.conflict else 1, style))
        painter.setBrush(theme.colour(ground))
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
