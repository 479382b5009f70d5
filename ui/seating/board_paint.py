"""Drawing the room: walls with door, windows, camera and flags, tables, chairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from planner.rules.places import Furniture, Opening, Room
from ui import theme
from ui.common.broken_words import fitted
from ui.seating.names import chair_lines
from ui.seating.scale import SMALLEST_BOX, Scale
from ui.seating.shown import DeskShown, SeatShown
from ui.translate import t

if TYPE_CHECKING:
    from ui.seating.board import Board

_CENTRE = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
_WALL = 2
_ROOMY = 96  # pixels of a chair from which names are in the text's own size
_TINY = 16  # and of one from which its number is written
_WORDED = 170  # pixels of a room from which what stands in it is named
_CLOSE = 0.84
"""Lines of a name stand closer than those of a text."""


class BoardPainter:
    """Paints for a board, whose choice and drag it looks up."""

    def __init__(self, board: Board) -> None:
        self._board = board

    def paint(self, painter: QPainter, shown: DeskShown, scale: Scale) -> None:
        """Draw a plan."""
        if scale.frame.walls:
            self._walls(painter, shown, scale)
        drag = self._board.table_drag()
        for place, thing in enumerate(shown.chart.furniture):
            table = shown.desk.tables[place].number if place < len(shown.desk.tables) else 0
            moved = drag[1] if drag is not None and drag[0] == table else QPointF()
            chosen = bool(table) and self._board.chosen.startswith(f"table:{table}:")
            self._furniture(painter, thing, scale, moved, chosen=chosen)
        for seat in shown.seats:
            self._seat(painter, seat, scale)
        if carried := self._board.seat(self._board.carried):
            self._ghost(painter, carried, scale)

    # --- The room

    def _walls(self, painter: QPainter, shown: DeskShown, scale: Scale) -> None:
        room: Room = shown.chart.room
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("frame"), _WALL))
        painter.drawRect(scale.walls())
        for door in room.doors:
            self._gap(painter, scale, door, "panel")
            self._word(painter, scale, door, t("door"))
        for place, window in enumerate(room.windows):
            self._gap(painter, scale, window, "link")
            first = window.wall not in {other.wall for other in room.windows[:place]}  # once for a wall
            if first and _has_room(scale):
                self._word(painter, scale, window, t("windows"), inside=True)
        if room.camera is not None and _has_room(scale):
            self._word(painter, scale, room.camera, t("camera"), inside=True)
        if room.flags and _has_room(scale):
            painter.setFont(theme.font(theme.SMALL))
            painter.setPen(theme.colour("muted"))
            area = scale.walls().adjusted(theme.px(8), theme.px(6), -theme.px(8), 0)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignRight), t("flags: {names}", names=" · ".join(room.flags)))

    def _gap(self, painter: QPainter, scale: Scale, opening: Opening, role: str) -> None:
        x, y = scale.opening(opening)
        half = opening.width / 2
        along = opening.wall in ("top", "bottom")
        first = scale.point(x - half, y) if along else scale.point(x, y - half)
        last = scale.point(x + half, y) if along else scale.point(x, y + half)
        painter.setPen(QPen(theme.colour(role), _WALL + 2))
        painter.drawLine(first, last)
        if role == "panel":  # posts at both sides of a door
            painter.setPen(QPen(theme.colour("frame"), _WALL))
            post = QPointF(0, theme.px(6)) if along else QPointF(theme.px(6), 0)
            for place in (first, last):
                painter.drawLine(place - post, place + post)

    def _word(
        self, painter: QPainter, scale: Scale, opening: Opening, word: str, *, inside: bool = False
    ) -> None:
        painter.setFont(theme.font(theme.SMALL))
        painter.setPen(theme.colour("muted"))
        metrics = QFontMetricsF(painter.font())
        place = scale.point(*scale.opening(opening))
        wide, high = metrics.horizontalAdvance(word) + 4, metrics.height()
        off = theme.px(8) + high / 2
        sign = -1 if inside else 1
        shift = {
            "top": (0, -off * sign), "bottom": (0, off * sign), "left": (-(off + wide / 2) * sign, 0),
            "right": ((off + wide / 2) * sign, 0),
        }[opening.wall]  # fmt: skip
        area = QRectF(place.x() + shift[0] - wide / 2, place.y() + shift[1] - high / 2, wide, high)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), word)

    def _furniture(
        self, painter: QPainter, thing: Furniture, scale: Scale, moved: QPointF, *, chosen: bool
    ) -> None:
        area = scale.furniture(thing)
        painter.save()
        painter.translate(area.center() + moved)
        painter.rotate(thing.turn)
        box = QRectF(-area.width() / 2, -area.height() / 2, area.width(), area.height())
        painter.setPen(QPen(theme.colour("link" if chosen else "frame"), 2.5 if chosen else 1.2))
        painter.setBrush(theme.colour("selection" if chosen else "header"))
        if thing.shape == "circle":
            painter.drawEllipse(box)
        elif thing.points:
            painter.drawPolygon(QPolygonF([scale.point(x, y) - area.center() for x, y in thing.points]))
        else:
            painter.drawRoundedRect(box, 6, 6)
        if abs(thing.turn) % 180 == 90:  # words are never on their side
            painter.rotate(-thing.turn)
            box = QRectF(-box.height() / 2, -box.width() / 2, box.height(), box.width())
        painter.setFont(theme.font(theme.BODY if thing.label else theme.SMALL, semibold=bool(thing.label)))
        painter.setPen(theme.colour("ink" if thing.label else "muted"))
        if thing.label or _has_room(scale):
            painter.drawText(box.adjusted(4, 2, -4, -2), _CENTRE, thing.label or _called(thing))
        painter.restore()

    # --- Chairs

    def _seat(self, painter: QPainter, seat: SeatShown, scale: Scale) -> None:
        box = scale.box(seat)
        role = seat.side if seat.side in ("host", "guest", "invited") else "invited"
        chosen = seat.key == self._board.chosen
        aimed = seat.key == self._board.target and bool(self._board.carried or self._board.target)
        ink = theme.colour(role if not seat.aside else "muted")
        pen = QPen(ink if not seat.empty or chosen else theme.colour("line"), 2.5 if chosen or seat.pinned else 1.2)
        if seat.aside or seat.empty:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        filled = chosen or aimed or seat.pinned
        ground = "selection" if aimed else f"{role}_ground" if filled and not seat.empty else "panel"
        painter.setBrush(theme.colour(ground))
        painter.setOpacity(0.45 if seat.key == self._board.carried else 1)
        if min(box.width(), box.height()) < theme.px(_TINY):  # too small for a number: who has a chair fills it
            if not seat.empty:
                painter.setBrush(ink)
            painter.drawEllipse(box.center(), box.height() * 0.35, box.height() * 0.35)
            painter.setOpacity(1)
            return
        painter.drawRoundedRect(box, 6, 6)
        if box.width() >= theme.px(SMALLEST_BOX):
            self._words(painter, seat, box, ink)
        else:
            painter.setPen(theme.colour("muted") if seat.empty else ink)
            painter.setFont(theme.font(theme.SMALL, semibold=not seat.empty))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), seat.number or seat.name[:1])
        painter.setOpacity(1)

    def _words(self, painter: QPainter, seat: SeatShown, box: QRectF, ink: QColor) -> None:
        painter.setPen(theme.colour("muted") if seat.empty else ink)
        size = theme.BODY if box.width() >= theme.px(_ROOMY) else theme.SMALL
        heavy, plain = theme.font(size, semibold=True), theme.font(size)
        line = QFontMetricsF(heavy).height() * _CLOSE
        words = seat.name or (t("kept free") if seat.kept else "")
        head, lines = chair_lines(
            seat.number, words, QFontMetricsF(plain), width=box.width() - 4, most=max(1, int((box.height() - 2) / line))
        )
        top = box.center().y() - line * (bool(head) + len(lines)) / 2 - line * (1 - _CLOSE) / 2
        for place, part in enumerate(filter(None, (head, *lines))):
            painter.setFont(heavy if head and not place else plain)
            self._line(painter, box, top + place * line, part)
        if seat.pinned:
            painter.setBrush(ink)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPointF(box.right() - 8, box.top() + 8), 3.2, 3.2)

    def _line(self, painter: QPainter, box: QRectF, top: float, words: str) -> None:
        height = QFontMetricsF(painter.font()).height()
        painter.drawText(QRectF(box.left(), top, box.width(), height), int(Qt.AlignmentFlag.AlignHCenter), words)

    def _ghost(self, painter: QPainter, seat: SeatShown, scale: Scale) -> None:
        """Draw who was picked up: under the mouse, or on the seat aimed at by key."""
        aimed = self._board.seat(self._board.target)
        box = scale.box(seat)
        box.moveCenter(scale.box(aimed).center() if aimed is not None else self._board.mouse)
        painter.setOpacity(0.9)
        painter.setPen(QPen(theme.colour("link"), 2))
        painter.setBrush(theme.colour("panel"))
        painter.drawRoundedRect(box, 6, 6)
        painter.setFont(theme.font(theme.SMALL, semibold=True))
        painter.setPen(theme.colour("ink"))
        painter.drawText(box, _CENTRE, "\n".join(fitted(seat.name, QFontMetricsF(painter.font()), box.width() - 6, 2)))
        painter.setOpacity(1)


def _has_room(scale: Scale) -> bool:
    """Tell whether the room is drawn large enough for the words of what stands in it; else they lie over the chairs."""
    return scale.walls().height() >= theme.px(_WORDED)


def _called(thing: Furniture) -> str:
    words = {
        "negotiating-table": t("negotiating table"), "lectern": t("lectern"), "stage": t("stage"),
        "signing-table": t("signing table"), "head-table": t("head table"),
    }  # fmt: skip
    return words.get(thing.name, "")
