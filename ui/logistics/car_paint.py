"""Draws a car of the board: heading, seats, who is on them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui import theme
from ui.common.pill import Tone, paint_pill, pill_size
from ui.logistics.car_places import CarShown, Slot
from ui.translate import t

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
LABEL = 0.42
"""How much of a line the name of the seat takes."""


def paint_card(
    painter: QPainter, area: QRect, lines: Sequence[QRect], car: CarShown, marks: tuple[int, ...], *, focus: bool
) -> None:
    """Draw a car; `marks` are the lines chosen, taken from and aimed at, -1 for none."""
    chosen, carried, target = marks
    painter.setPen(theme.colour("line"))
    painter.setBrush(theme.colour("panel"))
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    _paint_head(painter, area, lines[0].top() if lines else area.bottom(), car)
    for place, (line, slot) in enumerate(zip(lines, car.slots, strict=True)):
        if place == chosen:
            painter.fillRect(line, theme.colour("selection"))
        _paint_slot(painter, line, slot, faint=place == carried)
        if place == target or (place == chosen and focus):
            painter.setPen(QPen(theme.colour("link"), 2 if place == target else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(line.adjusted(1, 1, -2, -2))


def _paint_head(painter: QPainter, area: QRect, bottom: int, car: CarShown) -> None:
    pad = theme.px(12)
    top = QRect(area.left() + pad, area.top() + theme.px(7), area.width() - 2 * pad, 0)
    painter.setFont(theme.font(semibold=True))
    metrics = painter.fontMetrics()
    top.setHeight(metrics.height())
    room = top.width()
    words = t("over-full") if car.full else car.flag
    if words:
        painter.setFont(theme.font(theme.SMALL))
        size = pill_size(words, painter.fontMetrics())
        place = QRect(top.right() - size.width() + 1, top.top(), size.width(), size.height())
        paint_pill(painter, place, words, Tone.STOP if car.full else Tone.GUEST)
        room -= size.width() + theme.px(6)
    painter.setFont(theme.font(semibold=True))
    painter.setPen(theme.colour("ink"))
    painter.drawText(top, LEFT, metrics.elidedText(f"{car.number}. {car.name}", Qt.TextElideMode.ElideRight, room))
    painter.setFont(theme.font(theme.SMALL))
    painter.setPen(theme.colour("muted"))
    under = QRect(top.left(), top.bottom() + 1, top.width(), painter.fontMetrics().height() + 2)
    painter.drawText(under, LEFT, _cut(painter, car.remark, under.width()))
    painter.fillRect(area.left() + 1, bottom - theme.px(3), area.width() - 2, 1, theme.colour("line_soft"))


def _paint_slot(painter: QPainter, line: QRect, slot: Slot, *, faint: bool) -> None:
    pad = theme.px(12)
    if slot.role:
        painter.fillRect(line.left() + 4, line.top() + 5, 3, line.height() - 10, theme.colour(slot.role))
    inner = line.adjusted(pad, 0, -pad, 0)
    label = QRect(inner.left(), inner.top(), round(inner.width() * LABEL), inner.height())
    alone = slot.person is None and not slot.seat
    if alone:
        label = inner
    painter.setFont(theme.font(theme.SMALL))
    painter.setPen(theme.colour("muted"))
    painter.drawText(label, LEFT, _cut(painter, slot.label, label.width()))
    if alone:
        return
    rest = QRect(label.right() + theme.px(6), inner.top(), inner.right() - label.right() - theme.px(6), inner.height())
    painter.setFont(theme.font())
    painter.setPen(theme.colour("muted" if faint or not slot.name else "ink"))
    painter.drawText(rest, LEFT, _cut(painter, slot.name or "—", rest.width()))


def _cut(painter: QPainter, words: str, width: int) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(width, 0))
