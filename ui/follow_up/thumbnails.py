"""Small pictures in lines: chosen, put in another order by dragging or Alt and the arrows, removed by Delete."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui import theme
from ui.common.flow import FlowLayout
from ui.common.labels import plain_tooltip
from ui.translate import t

WIDE, HIGH, UNDER = 150, 100, 22
"""Pixels of the design: a small picture, and the line of words under it."""
GAP = 10
KEY = Qt.Key
STEPS = {KEY.Key_Left: -1, KEY.Key_Up: -1, KEY.Key_Right: 1, KEY.Key_Down: 1}


class Small(NamedTuple):
    """What a small picture shows: its id, itself, its caption, and in a word why it is not printed."""

    id: int
    image: QImage
    caption: str
    held_back: str = ""


class Thumbnail(QWidget):
    """One small picture. Signals: `chosen()`; `stepped(step)` to another; `moved(step)`; `removal_wanted()`;
    `dragged(place)` on the screen while it is held, then `dropped()`.
    """

    chosen = Signal()
    stepped = Signal(int)
    moved = Signal(int)
    removal_wanted = Signal()
    dragged = Signal(QPoint)
    dropped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._small = Small(0, QImage(), "")
        self._is_chosen = False
        self._held: QPoint | None = None
        self._drags = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_small(self, small: Small, place: int, count: int, *, chosen: bool) -> None:
        """Show a picture; `place` counts from 1."""
        self._small, self._is_chosen = small, chosen
        name = t("Photograph {place} of {count}", place=place, count=count)
        self.setAccessibleName(f"{name}: {small.caption}" if small.caption else name)
        self.setAccessibleDescription(small.held_back)
        plain_tooltip(self, small.caption)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the picture with the line under it."""
        return QSize(theme.px(WIDE), theme.px(HIGH + UNDER))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose what the Tab key comes to."""
        super().focusInEvent(event)
        self.chosen.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the mark of the focus away."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another by the arrows, put this one elsewhere with Alt, remove it by Delete."""
        step = STEPS.get(KEY(event.key()))
        if step is not None:
            (self.moved if event.modifiers() & Qt.KeyboardModifier.AltModifier else self.stepped).emit(step)
        elif event.key() == KEY.Key_Delete:
            self.removal_wanted.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._held, self._drags = event.position().toPoint(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where it is dragged to, once it has left its place."""
        if self._held is None:
            return
        far = (event.position().toPoint() - self._held).manhattanLength() >= QApplication.startDragDistance()
        self._drags = self._drags or far
        if self._drags:
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        if self._held is not None and self._drags:
            self.dropped.emit()
        self._held, self._drags = None, False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the whole picture in its frame, why it is held back over its foot, and its caption under it."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(1, 1, self.width() - 2, theme.px(HIGH) - 2)
        path = QPainterPath()
        path.addRoundedRect(frame, 6, 6)
        painter.fillPath(path, theme.colour("desk"))
        if not self._small.image.isNull():
            painter.setClipPath(path)
            painter.drawImage(_fitted(self._small.image, frame), self._small.image)
            painter.setClipping(False)
        painter.setFont(theme.font(theme.SMALL))
        if self._small.held_back:
            self._paint_mark(painter, frame)
        painter.setPen(theme.colour("muted"))
        under = QRect(2, theme.px(HIGH), self.width() - 4, theme.px(UNDER))
        words = painter.fontMetrics().elidedText(
            self._small.caption or t("without a caption"), Qt.TextElideMode.ElideRight, under.width()
        )
        painter.drawText(under, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
        pen = painter.pen()
        pen.setColor(theme.colour("link" if self._is_chosen else "frame"))
        pen.setWidthF(3 if self.hasFocus() else 2 if self._is_chosen else 1)
        painter.setPen(pen)
        painter.drawPath(path)

    def _paint_mark(self, painter: QPainter, frame: QRectF) -> None:
        metrics = painter.fontMetrics()
        words = metrics.elidedText(self._small.held_back, Qt.TextElideMode.ElideRight, round(frame.width()) - 20)
        high = metrics.height() + 4
        area = QRectF(frame.left() + 5, frame.bottom() - high - 5, metrics.horizontalAdvance(words) + 12, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("attention_ground"))
        painter.drawRoundedRect(area, 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.colour("attention"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), words)


class Strip(QWidget):
    """The small pictures in lines. Signals: `chosen(id)`, `ordered(ids)` and `removal_wanted(id)`.

    Attributes: `thumbnails`, by the ids of their pictures in their order.
    """

    chosen = Signal(int)
    ordered = Signal(object)
    removal_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thumbnails: dict[int, Thumbnail] = {}
        self._lines = FlowLayout(self, gap=theme.px(GAP), line_gap=theme.px(6))
        self._target: int | None = None
        self._read_only = False

    def set_read_only(self, read_only: bool) -> None:
        """Let the pictures be looked at only."""
        self._read_only = read_only

    def show_all(self, smalls: Sequence[Small], chosen: int) -> None:
        """Show these pictures in their order, one of them chosen."""
        wanted = [small.id for small in smalls]
        for gone in [known for known in self.thumbnails if known not in wanted]:
            thumbnail = self.thumbnails.pop(gone)
            self._lines.removeWidget(thumbnail)
            thumbnail.hide()
            thumbnail.deleteLater()
        for small in smalls:
            if small.id not in self.thumbnails:
                self.thumbnails[small.id] = self._made(small.id)
        if list(self.thumbnails) != wanted or self._lines.count() != len(wanted):
            self.thumbnails = {one: self.thumbnails[one] for one in wanted}
            while self._lines.count():
                self._lines.takeAt(0)
            before: QWidget | None = None
            for thumbnail in self.thumbnails.values():
                self._lines.addWidget(thumbnail)
                if before is not None:
                    QWidget.setTabOrder(before, thumbnail)
                before = thumbnail
        for place, small in enumerate(smalls, 1):
            self.thumbnails[small.id].show_small(small, place, len(smalls), chosen=small.id == chosen)
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw where a dragged picture would go."""
        if self._target is None:
            return
        there = list(self.thumbnails.values())
        if self._target < len(there):
            near = there[self._target].geometry()
            x = near.left() - theme.px(GAP) // 2
        else:
            near = there[-1].geometry()
            x = near.right() + theme.px(GAP) // 2
        painter = QPainter(self)
        painter.fillRect(QRect(max(0, x - 1), near.top(), 3, theme.px(HIGH)), theme.colour("link"))

    def _made(self, picture: int) -> Thumbnail:
        made = Thumbnail(self)
        made.chosen.connect(partial(self.chosen.emit, picture))
        made.stepped.connect(partial(self._step, picture))
        made.moved.connect(partial(self._move, picture))
        made.removal_wanted.connect(partial(self.removal_wanted.emit, picture))
        made.dragged.connect(self._drag)
        made.dropped.connect(partial(self._drop, picture))
        made.show()
        return made

    def _step(self, picture: int, step: int) -> None:
        there = list(self.thumbnails)
        place = there.index(picture) + step
        if 0 <= place < len(there):
            self.thumbnails[there[place]].setFocus(Qt.FocusReason.TabFocusReason)

    def _move(self, picture: int, step: int) -> None:
        there = list(self.thumbnails)
        place = there.index(picture)
        if 0 <= place + step < len(there):
            self._put(picture, place + step + (step > 0))

    def _drag(self, place: QPoint) -> None:
        if self._read_only:
            return
        here = self.mapFromGlobal(place)
        there = [thumbnail.geometry() for thumbnail in self.thumbnails.values()]
        nearest = min(range(len(there)), key=lambda at: (there[at].center() - here).manhattanLength())
        self._target = nearest + (here.x() > there[nearest].center().x())
        self.update()

    def _drop(self, picture: int) -> None:
        target, self._target = self._target, None
        self.update()
        if target is not None:
            self._put(picture, target)

    def _put(self, picture: int, place: int) -> None:
        """Put a picture before the one that stands at a place now."""
        there = list(self.thumbnails)
        at = there.index(picture)
        ordered = [one for one in there if one != picture]
        ordered.insert(place - (at < place), picture)
        if ordered != there and not self._read_only:
            self.ordered.emit(ordered)


def _fitted(image: QImage, frame: QRectF) -> QRectF:
    scale = min(frame.width() / image.width(), frame.height() / image.height())
    wide, high = image.width() * scale, image.height() * scale
    return QRectF(frame.center().x() - wide / 2, frame.center().y() - high / 2, wide, high)
