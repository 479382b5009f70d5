"""The bar at the top: whose office it is, search over everything, undo and redo, the main action of the page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.common.buttons import Button, IconButton
from ui.common.filter_bar import SearchBox
from ui.common.labels import PlainLabel
from ui.translate import follow_language, t

NAME_FROM = 1000
"""Width of the bar in pixels of the design from which the program is named in it; the window's title names it too."""


class TopBar(QFrame):
    """The bar. Signals: `undo_wanted()`, `redo_wanted()`, `menu_wanted(button)`. Attributes: `search`."""

    undo_wanted = Signal()
    redo_wanted = Signal()
    menu_wanted = Signal(QWidget)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "topbar")
        self._name = PlainLabel("", self, role="strong", elide=True)  # so that it does not keep the window wide
        self._name.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._office = PlainLabel("", self, role="muted", elide=True)
        self.search = SearchBox(keys="Ctrl K", parent=self, late=True)
        self.search.setFixedWidth(theme.px(330))
        self._undo = IconButton("undo", parent=self, late=True, clicked=self.undo_wanted.emit)
        self._redo = IconButton("redo", parent=self, late=True, clicked=self.redo_wanted.emit)
        self._menu = IconButton("settings", parent=self, late=True, clicked=lambda: self.menu_wanted.emit(self._menu))
        self._main = Button("", self, kind="primary", clicked=self._act)
        self._main.hide()
        self._action: Callable[[], object] | None = None
        self._steps: tuple[str, str] = ("", "")
        self._ends: tuple[IconButton, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self._name)
        row.addWidget(self._office, 100)
        row.addStretch(1)
        for widget in (self.search, self._undo, self._redo, self._menu, self._main):
            row.addWidget(widget)
        self.setMinimumHeight(theme.px(33) + 17)
        self.set_steps("", "", possible=(False, False))
        follow_language(self.retranslate)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the program's name out where it would be cut."""
        super().resizeEvent(event)
        self._name.setVisible(self.width() >= theme.px(NAME_FROM))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._name.setText(t("Delegation Planner"))
        self.search.set_placeholder(t("Find a person, item or venue"))
        self._menu.set_label(t("Offices and preferences"))

    def draw_icons(self) -> None:
        """Draw lens and icons, once the window was first painted."""
        self.search.draw_lens()
        for button in (self._undo, self._redo, self._menu, *self._ends):
            button.draw_icon()

    def add_at_ends(self, left: IconButton, right: IconButton) -> None:
        """Put a button at each end of the bar: what hides the column under it."""
        self._ends = (left, right)
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(0, left)
        row.addWidget(right)

    def set_office(self, name: str) -> None:
        """Show whose office is open."""
        self._office.setText(name)

    def office(self) -> str:
        """Return the name shown."""
        return self._office.text()

    def set_open(self, is_open: bool) -> None:
        """Show what only an open office has, or hide it."""
        for widget in (self._office, self.search, self._undo, self._redo, *self._ends):
            widget.setVisible(is_open)
        if not is_open:
            self.set_main_action("", None)

    def set_steps(self, undo: str, redo: str, *, possible: tuple[bool, bool]) -> None:
        """Say what would be undone and redone; the buttons are grey where there is nothing."""
        for button, words, on in ((self._undo, undo, possible[0]), (self._redo, redo, possible[1])):
            button.set_label(words)
            button.setEnabled(on)

    def steps(self) -> tuple[str, str]:
        """Return what undo and redo say they would do."""
        return self._undo.accessibleName(), self._redo.accessibleName()

    def set_main_action(self, words: str, run: Callable[[], object] | None, *, possible: bool = True) -> None:
        """Offer the main action of the page shown; none hides the button."""
        self._action = run
        self._main.set_text(words)
        self._main.setVisible(run is not None)
        self._main.setEnabled(possible)

    def main_action(self) -> str:
        """Return the words of the main action, or ""."""
        return self._main.accessibleName() if self._action is not None else ""

    def _act(self) -> None:
        if self._action is not None:
            self._action()
