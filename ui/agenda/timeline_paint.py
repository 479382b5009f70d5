"""Draws the timeline: hours, tracks, legs, items, what is chosen and what is being dragged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen, QPixmap

from planner.rules.kinds import ItemState
from ui import theme
from ui.agenda.timeline_items import TimelineItem, TimelineLeg, Track, clock, span
from ui.agenda.timeline_layout import Box, Place, Scale
from ui.agenda.timeline_text import Typesetter, Words
from ui.common.pill import ink_role

MANY = 250
"""With more boxes than this in sight corners are square and edges plain: nobody sees the difference."""

TEXTURE = Qt.BrushStyle.TexturePattern
Sheet = list[tuple[QBrush, list[QRect]]]
SINGLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class TimelinePainter:
    """Holds the brushes and words of one theme. All coordinates are those of the day."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._words = typesetter
        self.retheme()

    def retheme(self) -> None:
        """Look all colours up again."""
        self._colours: dict[str, QColor] = {name: theme.colour(name) for name in theme.names()}
        self._brushes = {name: QBrush(value) for name, value in self._colours.items()}
        self._stripes = QBrush(_stripes(self._colours["item"], self._colours["invited_ground"], diagonal=True))
        self._hatch = QBrush(_stripes(self._colours["hatch"], self._colours["hatch_ground"], diagonal=False))
        self._edges = {role: QPen(self._colours[role]) for role in ("item_edge", "stop", "line", "link", "muted")}
        self._dashed = QPen(self._colours["frame"], 1, Qt.PenStyle.DashLine)

    def hours(self, painter: QPainter, scale: Scale, first: int, last: int, width: int) -> None:
        """Draw a line at each hour from `first` to `last`, over the given width."""
        painter.setPen(QPen(self._colours["line_soft"]))
        painter.drawLines([QPointF(x, scale.y(hour * 60)) for hour in range(first, last + 1) for x in (0, width)])

    def tracks(self, painter: QPainter, scale: Scale, top: int, bottom: int) -> None:
        """Draw the lines between tracks."""
        painter.setPen(QPen(self._colours["line_soft"]))
        for track in range(1, scale.tracks):
            painter.drawLine(scale.x(track), top, scale.x(track), bottom)

    def legs(self, painter: QPainter, scale: Scale, legs: Sequence[TimelineLeg]) -> None:
        """Draw the ways between places as hatched bars with their words."""
        painter.setFont(self._words.fonts["small"])
        height = QFontMetrics(self._words.fonts["small"]).height() + 2
        for leg in legs:
            area = self.leg_area(leg, scale, height)
            painter.setBrushOrigin(area.topLeft())
            painter.fillRect(area, self._hatch)
            self._leg_text(painter, area, leg)

    def leg_area(self, leg: TimelineLeg, scale: Scale, height: int = 0) -> QRect:
        """Return the bar of a way."""
        height = height or QFontMetrics(self._words.fonts["small"]).height() + 2
        left, right = scale.x(min(leg.tracks)), scale.x(max(leg.tracks) + 1)
        top, bottom = scale.y(leg.start), scale.y(leg.end)
        middle = top if bottom - top < height else (top + bottom - height) // 2
        return QRect(left + 3, middle, right - left - 5, height)

    def _leg_text(self, painter: QPainter, area: QRect, leg: TimelineLeg) -> None:
        metrics = painter.fontMetrics()
        room = area.adjusted(8, 0, -4, 0)
        shown = metrics.elidedText(leg.text, Qt.TextElideMode.ElideRight, room.width())
        ground = QRect(
            area.left() + 4, area.top(), min(metrics.horizontalAdvance(shown) + 8, area.width() - 4), area.height()
        )
        painter.fillRect(ground, self._colours["hatch_ground"])
        painter.setPen(self._colours["stop" if leg.tight else "ink"])
        painter.drawText(room, SINGLE, shown)
        left = room.left() + metrics.horizontalAdvance(f"{shown}   ")
        if leg.offer and left + metrics.horizontalAdvance(leg.offer) < room.right():
            offer = QRect(left, area.top(), metrics.horizontalAdvance(leg.offer) + 2, area.height())
            painter.fillRect(offer.adjusted(-4, 0, 4, 0), self._colours["hatch_ground"])
            painter.setPen(self._colours["link"])
            painter.drawText(offer, SINGLE, leg.offer)

    def items(self, painter: QPainter, shown: Sequence[Box], sheet: Sheet) -> None:
        """Draw the boxes and their words; many boxes in sight are drawn from the sheet made before."""
        if len(shown) > MANY:
            painter.setPen(Qt.PenStyle.NoPen)
            for brush, rects in sheet:
                painter.setBrush(brush)
                painter.drawRects(rects)
        else:
            for box in shown:
                self._ground(painter, box)
        self._texts(painter, [box for box in shown if box.height >= 13 and box.width >= 30])

    def sheet(self, shown: Sequence[Box]) -> Sheet:
        """Return all boxes as plain rectangles, those that are inside others last."""
        inner = [box for box in shown if box.item.inside]
        outer = [box for box in shown if not box.item.inside] if inner else shown
        return [*self._layers(outer), *(self._layers(inner) if inner else ())]

    def _layers(self, shown: Sequence[Box]) -> Sheet:
        """Return boxes as a list of rectangles for each colour: their edges, then grounds, then bars."""
        layers: tuple[dict[int, tuple[QBrush, list[QRect]]], ...] = ({}, {}, {})
        for box in shown:
            left, top, width, height = box.left, box.top, box.width, box.height
            for layer, brush, rect in (
                (layers[0], self._edge(box.item).brush(), QRect(left, top, width, height)),
                (layers[1], self._fill(box.item), QRect(left + 1, top + 1, width - 2, height - 2)),
                (layers[2], self._bar(box.item), QRect(left, top, min(4, width), height)),
            ):
                key = brush.texture().cacheKey() if brush.style() == TEXTURE else brush.color().rgba()
                layer.setdefault(key, (brush, []))[1].append(rect)
        return [part for layer in layers for part in layer.values()]

    def _ground(self, painter: QPainter, box: Box) -> None:
        item = box.item
        area = QRectF(box.left + 0.5, box.top + 0.5, box.width - 1, box.height - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._edge(item))
        painter.setBrush(self._fill(item))
        painter.setBrushOrigin(area.topLeft())
        painter.drawRoundedRect(area, 4, 4)
        painter.setClipRect(QRectF(box.left, box.top, 4, box.height), Qt.ClipOperation.IntersectClip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._bar(item))
        painter.drawRoundedRect(QRectF(box.left, box.top, 10, box.height), 4, 4)
        painter.setClipping(False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _texts(self, painter: QPainter, shown: Sequence[Box]) -> None:
        """Draw the words of boxes, a font and colour at a time."""
        inset, lines = self._words.pad + 2, self._words.lines
        fonts: dict[tuple[str, str], list[tuple[int, int, Words]]] = {}
        for box in shown:
            height = min(box.height, self._words.least_height()) if box.item.holds else box.height
            for words in lines(box.item, box.width, height):
                fonts.setdefault((words.font, words.role), []).append(
                    (box.left + inset + words.x, box.top + words.y, words)
                )
        for (font, role), drawn in fonts.items():
            painter.setFont(self._words.fonts[font])
            painter.setPen(self._colours[role])
            for x, y, words in drawn:
                painter.drawStaticText(x, y, words.text)
                if words.struck:
                    middle = y + round(words.text.size().height() * 0.56)
                    painter.drawLine(x, middle, x + round(words.text.size().width()), middle)

    def _fill(self, item: TimelineItem) -> QBrush:
        if item.conflict:
            return self._brushes["stop_ground"]
        if item.state is ItemState.TENTATIVE:
            return self._stripes
        return self._brushes["header" if item.internal or item.state is ItemState.CANCELLED else "item"]

    def _edge(self, item: TimelineItem) -> QPen:
        if item.conflict:
            return self._edges["stop"]
        return self._dashed if item.internal else self._edges["item_edge"]

    def _bar(self, item: TimelineItem) -> QBrush:
        if item.conflict:
            return self._brushes["stop"]
        if item.internal or item.state is ItemState.CANCELLED:
            return self._brushes["frame"]
        return self._brushes[ink_role(item.tone)]

    def ring(self, painter: QPainter, box: Box) -> None:
        """Draw the ring around the chosen item."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colours["link"], 2.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box.left, box.top, box.width, box.height).adjusted(-0.4, -0.4, 0.4, 0.4), 5, 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def ghost(self, painter: QPainter, box: Box, place: Place, *, copy: bool = False) -> None:
        """Draw where a dragged item would come to stand, with its new time."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(box.left + 1, box.top + 1, box.width - 2, box.height - 2)
        painter.setBrush(self._colours["selection"])
        painter.setPen(QPen(self._colours["link"], 2, Qt.PenStyle.SolidLine if copy else Qt.PenStyle.DashLine))
        painter.drawRoundedRect(area, 4, 4)
        painter.setFont(self._words.fonts["strong"])
        painter.setPen(self._colours["ink"])
        label = f"{'+ ' if copy else ''}{span(place.start, place.end)}  {box.item.title_first}"
        room = QRect(
            box.left + self._words.pad, box.top + 1, box.width - self._words.pad - 4, max(self._words.line + 2, 18)
        )
        painter.drawText(
            room, SINGLE, painter.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, room.width())
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def fade(self, painter: QPainter, boxes: Sequence[Box]) -> None:
        """Let the boxes of what would move step back behind where it would go."""
        veil = theme.colour("panel", 185)
        for box in boxes:
            painter.fillRect(box.left, box.top, box.width, box.height, veil)

    def band(self, painter: QPainter, area: QRect) -> None:
        """Draw the band that is drawn around items to choose them."""
        painter.fillRect(area, theme.colour("selection", 120))
        painter.setPen(self._edges["link"])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)

    def stop_line(self, painter: QPainter, scale: Scale, minute: int, reason: str, width: int) -> None:
        """Draw the line a shift cannot pass, and why."""
        y = scale.y(minute)
        painter.fillRect(0, y - 1, width, 2, self._colours["stop"])
        painter.setFont(self._words.fonts["small"])
        room = QRect(8, y - self._words.line - 2, width - 16, self._words.line)
        shown = painter.fontMetrics().elidedText(reason, Qt.TextElideMode.ElideRight, room.width())
        plate = room.adjusted(-4, 0, painter.fontMetrics().horizontalAdvance(shown) - room.width() + 4, 0)
        painter.fillRect(plate, self._colours["stop_ground"])
        painter.setPen(self._colours["stop"])
        painter.drawText(room, SINGLE, shown)

    def gutter(self, painter: QPainter, scale: Scale, first: int, last: int, area: QRect) -> None:
        """Draw the hours' labels at the left, each in the middle of its line."""
        painter.setFont(self._words.fonts["small"])
        painter.setPen(self._colours["muted"])
        height = QFontMetrics(self._words.fonts["small"]).height()
        for hour in range(first, last + 1):
            line = QRect(area.left(), scale.y(hour * 60) - height // 2, area.width() - theme.px(8), height)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), clock(hour * 60))

    def header(self, painter: QPainter, tracks: Sequence[Track], lefts: Sequence[int], area: QRect) -> None:
        """Draw the titles of the tracks; `lefts` has one edge more than there are tracks."""
        painter.fillRect(area, self._colours["header"])
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, self._colours["line"])
        for track, left, right in zip(tracks, lefts, lefts[1:], strict=False):
            if right < area.left() or left > area.right():
                continue
            if left > lefts[0]:
                painter.fillRect(left, area.top(), 1, area.height(), self._colours["line_soft"])
            room = QRect(left + theme.px(8), area.top(), right - left - theme.px(12), area.height() - 1)
            painter.setFont(self._words.fonts["strong"])
            painter.setPen(self._colours["ink"])
            title = painter.fontMetrics().elidedText(track.title, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, SINGLE, title)
            used = painter.fontMetrics().horizontalAdvance(f"{title} ")
            painter.setFont(self._words.fonts["plain"])
            painter.setPen(self._colours["muted"])
            if title != track.title:
                continue
            rest = room.adjusted(used, 0, 0, 0)
            painter.drawText(
                rest, SINGLE, painter.fontMetrics().elidedText(track.remark, Qt.TextElideMode.ElideRight, rest.width())
            )


def _stripes(first: QColor, second: QColor, *, diagonal: bool) -> QPixmap:
    """Return a tile of stripes: diagonal ones for what is tentative, upright ones for ways."""
    size = 24 if diagonal else 12
    tile = QPixmap(size, size)
    tile.fill(first if diagonal else second)
    painter = QPainter(tile)
    if diagonal:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(second, size * 0.354))
        for shift in (-size, 0, size):
            painter.drawLine(QPointF(shift - 4, size + 4), QPointF(shift + size + 4, -4))
    else:
        painter.fillRect(0, 0, size // 2, size, first)
    painter.end()
    return tile
