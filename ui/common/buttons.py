"""Buttons of the window: the main action, plain ones, links, and icons that follow the theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui import theme
from ui.common.icons import icon
from ui.common.labels import plain_tooltip


class Button(QPushButton):
    """A button; `kind` is "" (plain), "primary" (the one main action of a page), "quiet", "link" or "linkstrong"."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        kind: str = "",
        clicked: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)
        self.set_text(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind.startswith("link") else Qt.CursorShape.ArrowCursor)
        if clicked is not None:
            self.clicked.connect(lambda _on=False: clicked())

    def set_text(self, text: str) -> None:
        """Show the text; an ampersand in it is no shortcut mark."""
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)


class Link(Button):
    """An action written as a link inside a card or a message."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        strong: bool = False,
        clicked: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(text, parent, kind="linkstrong" if strong else "link", clicked=clicked)


class IconButton(QToolButton):
    """A button that shows an icon only; its name is the tooltip and what a screen reader says.

    A `late` one has none before `draw_icon`: the first paint of the window need not wait for it.
    """

    def __init__(
        self,
        name: str,
        label: str = "",
        parent: QWidget | None = None,
        *,
        quiet: bool = False,
        late: bool = False,
        clicked: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name, self._late = name, late
        if quiet:
            self.setProperty("kind", "quiet")
        self.set_label(label)
        self._is_drawn = False
        self._fit()
        if clicked is not None:
            self.clicked.connect(lambda _on=False: clicked())

    def set_label(self, label: str) -> None:
        """Say what the button does."""
        self.setAccessibleName(label)
        plain_tooltip(self, label)

    def _fit(self) -> None:
        self.setIconSize(QSize(theme.px(16), theme.px(16)))

    def _redraw(self) -> None:
        self._is_drawn = True
        self.setIcon(icon(self._icon_name))

    def draw_icon(self) -> None:
        """Draw the icon of a late one, now or when it is shown."""
        self._late = False
        if self.isVisible():
            self._redraw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the icon when it is first needed: many of these buttons are never shown."""
        if not self._is_drawn and not self._late:
            self._redraw()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew in the colours of a new theme."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._fit()
            if self._is_drawn:
                self._redraw()
        super().changeEvent(event)
