"""The preview of a document: pages on a grey ground, with a bar for page and size."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.common.buttons import IconButton
from ui.common.labels import Muted
from ui.documents.page_area import PageArea
from ui.tasks import Runner
from ui.translate import follow_language, t


class PageView(QFrame):
    """Shows PDF bytes. Signals: `page_changed(number, count)`; `failed(error)` when the bytes cannot be drawn.

    Attributes: `area`, the pages. Keys: Page Up and Down, Home, End, + - and 0 to fit the width.
    """

    page_changed = Signal(int, int)
    failed = Signal(object)

    def __init__(self, tasks: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._remark = ""
        self._bar = QFrame(self)
        self._bar.setProperty("kind", "previewbar")
        self._page = Muted("", self._bar, elide=True)
        self._page.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._zoom = Muted("", self._bar)
        self._right = Muted("", self._bar, elide=True)
        self._right.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.area = PageArea(tasks, self)
        self._smaller = IconButton("minus", parent=self._bar, quiet=True, clicked=lambda: self._scale(1 / 1.15))
        self._larger = IconButton("plus", parent=self._bar, quiet=True, clicked=lambda: self._scale(1.15))
        self._fit = IconButton("fit-width", parent=self._bar, quiet=True, clicked=self.area.fit_width)
        self._row = QHBoxLayout(self._bar)
        self._row.setContentsMargins(12, 2, 12, 2)
        self._row.setSpacing(2)
        self._row.addWidget(self._page)
        self._row.addSpacing(10)
        for widget in (self._smaller, self._zoom, self._larger, self._fit):
            self._row.addWidget(widget)
        self._row.addWidget(self._right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.area, 1)
        self.setFocusProxy(self.area)
        self.area.page_changed.connect(self._page_moved)
        self.area.zoom_changed.connect(lambda _zoom: self._show_zoom())
        self.area.failed.connect(self.failed)
        follow_language(self.retranslate)

    def set_pdf(self, data: bytes | None, message: str = "") -> None:
        """Show a file; the place stays. Without one, the message says why."""
        self.area.set_message(message)
        self.area.set_pdf(data)

    def set_remark(self, text: str) -> None:
        """Show a word at the right of the bar, as "Live preview"."""
        self._right.setText(text)

    def add_to_bar(self, widget: QWidget) -> None:
        """Put a small widget at the right end of the bar."""
        self._row.addWidget(widget)

    def page(self) -> int:
        """Return the page in sight, from 1."""
        return self.area.page()

    def go_to(self, number: int) -> None:
        """Bring a page (from 1) into sight."""
        self.area.go_to(number)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._smaller.set_label(t("Smaller"))
        self._larger.set_label(t("Larger"))
        self._fit.set_label(t("Fit the width"))
        self.area.setAccessibleName(t("Preview of the pages"))
        self._show_page()
        self._show_zoom()

    def _scale(self, factor: float) -> None:
        self.area.set_zoom(self.area.zoom * factor)

    def _page_moved(self, number: int, count: int) -> None:
        self._show_page()
        self.page_changed.emit(number, count)

    def _show_page(self) -> None:
        page, count = self.area.page(), self.area.count()
        self._page.setText(t("Page {page} of {count}", page=page, count=count) if count else t("No pages"))

    def _show_zoom(self) -> None:
        self._zoom.setText(f"{round(self.area.zoom * 100)}\u00a0%")
