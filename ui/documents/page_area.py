"""The ground on which pages lie: scrolling, zoom, and pictures of the pages in sight only."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui import theme
from ui.documents import page_images
from ui.documents.page_images import POINT, Extent
from ui.tasks import Runner

GAP = 16
SCREEN = 96.0
LEAST, MOST = 0.25, 4.0
KEPT = 10
"""Pictures kept beside those in sight."""


class _Picture(NamedTuple):
    version: int
    dpi: float
    image: QImage


class PageArea(QAbstractScrollArea):
    """Pages under one another. Signals: `page_changed(number, count)` from 1; `zoom_changed(zoom)`; `failed(error)`.

    Attributes: `zoom` (1.0 is paper size), `fits_width`. New bytes keep the place: a page shows its old picture
    until the new one is there.
    """

    page_changed = Signal(int, int)
    zoom_changed = Signal(float)
    failed = Signal(object)

    def __init__(self, tasks: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._data: bytes | None = None
        self._version = 0
        self._extent = Extent(0, 595.0, 842.0)
        self._pictures: dict[int, _Picture] = {}
        self._asked: dict[int, tuple[int, float]] = {}
        self._message = ""
        self._told = (0, 0)
        self.zoom = 1.0
        self.fits_width = True
        self.setProperty("kind", "desk")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def set_pdf(self, data: bytes | None) -> None:
        """Show a file; None shows none. Measured and drawn in a worker."""
        self._data = data
        self._version += 1
        if data is None:
            self._extent = self._extent._replace(pages=0)
            self._pictures.clear()
            self._measure()
            return
        version = self._version
        self._tasks.read(
            self, partial(page_images.extent, data), partial(self._measured, version), self._refused, key="extent"
        )

    def set_message(self, text: str) -> None:
        """Say, while there is no page, why."""
        self._message = text
        self.viewport().update()

    def count(self) -> int:
        """Return the number of pages."""
        return self._extent.pages

    def page(self) -> int:
        """Return the page in the middle of the view, from 1; 0 where there is none."""
        if not self._extent.pages:
            return 0
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        return min(max((middle - GAP // 2) // self._step() + 1, 1), self._extent.pages)

    def go_to(self, number: int) -> None:
        """Bring a page (from 1) to the top."""
        self.verticalScrollBar().setValue((min(max(number, 1), max(self._extent.pages, 1)) - 1) * self._step())

    def set_zoom(self, zoom: float) -> None:
        """Set the size; the place in the middle stays."""
        self.fits_width = False
        self._apply_zoom(zoom, anchor=self.viewport().height() // 2)

    def fit_width(self) -> None:
        """Make a page as wide as the view, now and when the view's width changes."""
        self.fits_width = True
        self._apply_zoom(self._fitting_zoom())

    def _fitting_zoom(self) -> float:
        return (self.viewport().width() - 2 * GAP) * POINT / (SCREEN * max(self._extent.width, 1))

    def _apply_zoom(self, zoom: float, *, anchor: int = 0) -> None:
        """Set the size; what is so many pixels below the top of the view stays there."""
        zoom = min(max(zoom, LEAST), MOST)
        bar = self.verticalScrollBar()
        place = (bar.value() + anchor) / self._step()
        changed = abs(zoom - self.zoom) > 0.001
        self.zoom = zoom
        self._measure()
        if changed:
            bar.setValue(round(place * self._step() - anchor))
            self.zoom_changed.emit(zoom)

    def _measured(self, version: int, extent: Extent) -> None:
        if version != self._version:
            return
        first = not self._extent.pages
        self._extent = extent
        self._pictures = {number: one for number, one in self._pictures.items() if number < extent.pages}
        if self.fits_width:
            self._apply_zoom(self._fitting_zoom())
        self._measure()
        if first:
            self.verticalScrollBar().setValue(0)

    def _refused(self, error: BaseException) -> None:
        self.failed.emit(error)

    def _size(self) -> tuple[int, int]:
        """Return width and height of a page on the screen."""
        scale = self.zoom * SCREEN / POINT
        return round(self._extent.width * scale), round(self._extent.height * scale)

    def _step(self) -> int:
        return self._size()[1] + GAP

    def _measure(self) -> None:
        width, _height = self._size()
        view = self.viewport().size()
        total = self._extent.pages * self._step() + GAP
        self.verticalScrollBar().setRange(0, max(total - view.height(), 0))
        self.verticalScrollBar().setPageStep(max(view.height(), 1))
        self.horizontalScrollBar().setRange(0, max(width + 2 * GAP - view.width(), 0))
        self.horizontalScrollBar().setPageStep(max(view.width(), 1))
        self._scrolled()

    def _scrolled(self) -> None:
        self.viewport().update()
        self._ask_for_pages()
        told = (self.page(), self.count())
        if told != self._told:
            self._told = told
            self.page_changed.emit(*told)

    def _in_sight(self) -> range:
        top = self.verticalScrollBar().value()
        first = max((top - GAP) // self._step(), 0)
        last = (top + self.viewport().height() - GAP) // self._step()
        return range(first, min(last, self._extent.pages - 1) + 1)

    def _dpi(self) -> float:
        return round(self.zoom * SCREEN * self.devicePixelRatioF(), 1)

    def _ask_for_pages(self) -> None:
        """Ask for pictures of the pages in sight that have none of this version and size."""
        if self._data is None or not self.viewport().width():
            return
        wanted = (self._version, self._dpi())
        seen = self._in_sight()
        for number in seen:
            picture = self._pictures.get(number)
            fresh = picture is not None and (picture.version, picture.dpi) == wanted
            if not fresh and self._asked.get(number) != wanted:
                self._asked[number] = wanted
                work = partial(page_images.page, self._data, number, wanted[1])
                self._tasks.read(self, work, partial(self._drawn, number, wanted), self._refused, key=f"page {number}")
        self._forget_far_pages(seen)

    def _drawn(self, number: int, wanted: tuple[int, float], image: QImage) -> None:
        self._asked.pop(number, None)
        if number < self._extent.pages and self._data is not None:
            self._pictures[number] = _Picture(*wanted, image)
            self.viewport().update()

    def _forget_far_pages(self, seen: range) -> None:
        if len(self._pictures) <= KEPT + len(seen) or not seen:
            return
        far = sorted(self._pictures, key=lambda number: -abs(number - seen[0]))
        for number in far[: len(self._pictures) - KEPT - len(seen)]:
            if number not in seen:
                del self._pictures[number]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.colour("desk"))
        if not self._extent.pages:
            painter.setFont(theme.font())
            painter.setPen(theme.colour("ink"))
            room = self.viewport().rect().adjusted(40, 20, -40, -20)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._message)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width, height = self._size()
        left = max((self.viewport().width() - width) // 2, GAP - self.horizontalScrollBar().value())
        for number in self._in_sight():
            top = GAP + number * self._step() - self.verticalScrollBar().value()
            self._paint_page(painter, QRect(left, top, width, height), self._pictures.get(number))

    def _paint_page(self, painter: QPainter, area: QRect, picture: _Picture | None) -> None:
        for distance, alpha in ((3, 10), (2, 14), (1, 22)):
            painter.fillRect(area.adjusted(-distance, 1 - distance, distance, 1 + distance), QColor(0, 0, 0, alpha))
        painter.fillRect(area.adjusted(-1, -1, 1, 1), theme.colour("frame"))
        painter.fillRect(area, QColor("white"))
        if picture is not None:
            painter.drawImage(self._place_of(picture, area), picture.image)

    def _place_of(self, picture: _Picture, area: QRect) -> QRectF:
        """Return where a picture goes: dot for dot if it was made for this size, or its letters would blur."""
        ratio = self.devicePixelRatioF()
        width, height = picture.image.width() / ratio, picture.image.height() / ratio
        if abs(width - area.width()) <= 1 and abs(height - area.height()) <= 1:
            return QRectF(area.left(), area.top(), width, height)
        return QRectF(area)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page by page, to the ends, and zoom."""
        key = Qt.Key(event.key())
        pages = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Space: 1}
        zooms = {Qt.Key.Key_Plus: 1.15, Qt.Key.Key_Equal: 1.15, Qt.Key.Key_Minus: 1 / 1.15}
        if key in pages:
            self._turn(pages[key])
        elif key in zooms:
            self.set_zoom(self.zoom * zooms[key])
        elif key == Qt.Key.Key_0:
            self.fit_width()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(1 if key == Qt.Key.Key_Home else self.count())
        else:
            super().keyPressEvent(event)

    def _turn(self, pages: int) -> None:
        """Go to the top of the next or previous page, or of this one where its top is out of sight."""
        value, step = self.verticalScrollBar().value(), self._step()
        number = value // step + 1 if pages > 0 else -(-value // step) - 1
        self.verticalScrollBar().setValue(number * step)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * 1.1 ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep fitting, or keep the size."""
        super().resizeEvent(event)
        if self.fits_width:
            self._apply_zoom(self._fitting_zoom())
        self._measure()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw anew."""
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().update()
