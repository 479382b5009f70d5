"""Several pages in one place, of which one is shown; only that one is asked how much room it needs."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


class PageStack(QWidget):
    """As QStackedWidget, which is never smaller than the largest of its pages, shown or not.

    Signals: `currentChanged(place)`.
    """

    currentChanged = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, page: QWidget) -> int:
        """Add a page; the first is shown."""
        page.hide()
        self._column.addWidget(page)
        if self._current is None:
            self.setCurrentWidget(page)
        return self.count() - 1

    def removeWidget(self, page: QWidget) -> None:
        """Take a page away; where it was the one shown, the first of the others is."""
        self._column.removeWidget(page)
        page.hide()
        if page is self._current:
            self._current = None
            if (first := self.widget(0)) is not None:
                self.setCurrentWidget(first)

    def count(self) -> int:
        """Return how many pages there are."""
        return self._column.count()

    def widget(self, place: int) -> QWidget | None:
        """Return a page by its place."""
        item = self._column.itemAt(place)
        return None if item is None else item.widget()

    def indexOf(self, page: QWidget) -> int:
        """Return the place of a page, -1 where it is none."""
        return self._column.indexOf(page)

    def currentWidget(self) -> QWidget | None:
        """Return the page shown."""
        return self._current

    def currentIndex(self) -> int:
        """Return the place of the page shown, -1 where there is none."""
        return -1 if self._current is None else self.indexOf(self._current)

    def setCurrentIndex(self, place: int) -> None:
        """Show a page by its place."""
        if (page := self.widget(place)) is not None:
            self.setCurrentWidget(page)

    def setCurrentWidget(self, page: QWidget) -> None:
        """Show a page; what has the keys on the page before hands them to this one."""
        before = self._current
        if page is before:
            return
        focused = self.window().focusWidget()
        had_focus = before is not None and focused is not None and before.isAncestorOf(focused)
        self.setUpdatesEnabled(False)
        self._current = page
        if before is not None:
            before.hide()
        page.show()
        self.updateGeometry()
        if had_focus:
            (page.focusWidget() or page.nextInFocusChain() or page).setFocus()
        self.setUpdatesEnabled(True)
        self.currentChanged.emit(self.indexOf(page))
