"""The items without a time, in a strip below the timeline: dragged from it onto the day, and back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QWidget

from ui import theme
from ui.agenda.timeline_items import TimelineItem
from ui.agenda.timeline_mouse import DRAG_FROM
from ui.common.labels import Muted
from ui.translate import follow_language, t

WIDEST = 220


class PoolChip(QPushButton):
    """An item that waits.

    Signals: `carried(item, point of the screen)`, `dropped(item)`, `placed(id)`, `removed(id)`, `chosen(id)`.
    """

    carried = Signal(object, object)
    dropped = Signal(object)
    placed = Signal(int)
    removed = Signal(int)
    chosen = Signal(int)

    def __init__(self, item: TimelineItem, parent: QWidget) -> None:
        super().__init__(parent)
        self.item = item
        self._from: QPoint | None = None
        self._carrying = False
        self.movable = True
        self.setProperty("kind", "chip")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.set_item(item)
        self.clicked.connect(lambda _on=False: self.chosen.emit(self.item.id))

    def set_item(self, item: TimelineItem) -> None:
        """Show other words."""
        self.item = item
        minutes = t("{n} min", n=item.end - item.start)
        words = f"{item.title_first} · {minutes}"
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, theme.px(WIDEST))
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it was taken."""
        self._from, self._carrying = event.position().toPoint(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it."""
        moved = self._from is not None and (event.position().toPoint() - self._from).manhattanLength() >= DRAG_FROM
        if self.movable and (self._carrying or moved):
            self._carrying = True
            self.setDown(False)
            self.carried.emit(self.item, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let it go."""
        carrying, self._from, self._carrying = self._carrying, None, False
        if carrying:
            self.setDown(False)
            self.dropped.emit(self.item)
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the neighbour, or give the item a time on the day shown."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild(key == Qt.Key.Key_Right)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.movable:
            self.placed.emit(self.item.id)
        elif key == Qt.Key.Key_Delete and self.movable:
            self.removed.emit(self.item.id)
        else:
            super().keyPressEvent(event)


class PoolStrip(QFrame):
    """The strip. Signals as those of a chip; `chips` are its items."""

    carried = Signal(object, object)
    dropped = Signal(object)
    placed = Signal(int)
    removed = Signal(int)
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pool")
        self.chips: list[PoolChip] = []
        self._target = self._read_only = False
        self._label, self._hint = Muted("", self), Muted("", self)
        self._box = QWidget(self)
        self._box.setProperty("kind", "clear")
        self._row = QHBoxLayout(self._box)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._box)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.setSpacing(10)
        for label in (self._label, self._hint):
            label.setMinimumWidth(1)
        row.addWidget(self._label)
        row.addWidget(self._hint)
        row.addWidget(self._scroll, 100)
        row.addStretch(1)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._label.setText(t("Without a time"))
        self._hint.setText(t("nothing · drag an item here, or press Ctrl+Backspace on it"))
        for chip in self.chips:
            chip.set_item(chip.item)
        self._fit()

    def sizeHint(self) -> QSize:
        """Be as high as a chip."""
        return QSize(200, theme.px(42))

    def show_items(self, items: Sequence[TimelineItem], *, read_only: bool) -> None:
        """Show what waits; chips that stay keep the focus."""
        self._read_only = read_only
        there = {chip.item.id: chip for chip in self.chips}
        for gone in there.keys() - {item.id for item in items}:
            chip = there.pop(gone)
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = []
        for place, item in enumerate(items):
            chip = there.get(item.id) or self._chip(item)
            chip.set_item(item)
            chip.movable = not read_only
            self._row.insertWidget(place, chip)
            self.chips.append(chip)
        self._fit()

    def holds(self, point: QPoint) -> bool:
        """Tell whether a point of the screen lies on the strip."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(point))

    def set_target(self, on: bool) -> None:
        """Show whether it would take what is dragged."""
        if on != self._target:
            self._target = on
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("selection" if self._target else "panel"))
        painter.setPen(theme.colour("link" if self._target else "line"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _chip(self, item: TimelineItem) -> PoolChip:
        chip = PoolChip(item, self._box)
        chip.carried.connect(self.carried)
        chip.dropped.connect(self.dropped)
        chip.placed.connect(self.placed)
        chip.removed.connect(self.removed)
        chip.chosen.connect(self.chosen)
        chip.show()
        return chip

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hint out where it does not fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._label.sizeHint().width() - theme.px(30)
        self._hint.setVisible(not self.chips and self._hint.sizeHint().width() <= room)
        self._scroll.setVisible(bool(self.chips))
        self.setFixedHeight(theme.px(42))
        self.setVisible(bool(self.chips) or not self._read_only)
