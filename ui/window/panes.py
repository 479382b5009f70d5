"""F6 goes from one part of the window to the next, each time to where one was in it; Ctrl+Tab to the next tab."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.common import tab_order
from ui.common.tab_bar import TabBar

SHORTCUTS = {"F6": 1, "Shift+F6": -1}
TABS = {"Ctrl+Tab": 1, "Ctrl+Shift+Tab": -1, "Ctrl+PgDown": 1, "Ctrl+PgUp": -1}


class Panes(QObject):
    """The parts of the window from the left: what there is, the page, what is chosen."""

    def __init__(self, window: QWidget, parts: tuple[QWidget, ...], tabs: TabBar) -> None:
        super().__init__(window)
        self._parts, self._tabs = parts, tabs
        self._last: dict[QWidget, QWidget] = {}
        for keys, way in SHORTCUTS.items():
            QShortcut(QKeySequence(keys), window).activated.connect(partial(self.go, way))
        for keys, way in TABS.items():
            QShortcut(QKeySequence(keys), window).activated.connect(partial(self.turn, way))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._note)

    def go(self, way: int) -> None:
        """Go to the next part that is shown and has anything to go to; -1 goes to the one before."""
        shown = [part for part in self._parts if part.isVisible() and tab_order.reading_order(part)]
        if not shown:
            return
        now = next((place for place, part in enumerate(shown) if self._holds(part)), None)
        part = shown[0 if now is None else (now + way) % len(shown)]
        tab_order.focus(self._kept(part) or tab_order.reading_order(part)[0], Qt.FocusReason.ShortcutFocusReason)

    def turn(self, way: int) -> None:
        """Show the event's next tab, or the one before."""
        keys = [tab.key for tab in self._tabs.tabs()]
        if self._tabs.isVisible() and self._tabs.current() in keys:
            self._tabs.choose(keys[(keys.index(self._tabs.current()) + way) % len(keys)])

    def _holds(self, part: QWidget) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and (focused is part or part.isAncestorOf(focused))

    def _kept(self, part: QWidget) -> QWidget | None:
        kept = self._last.get(part)
        return kept if kept is not None and isValid(kept) and kept.isVisible() and kept.isEnabled() else None

    def _note(self, _old: QWidget | None, _new: QWidget | None) -> None:
        focused = QApplication.focusWidget()
        for part in self._parts:
            if focused is not None and part.isAncestorOf(focused):
                self._last[part] = focused
