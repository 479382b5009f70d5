"""The chain of events one belongs to: what led to it, itself, what it leads to, and the agreements it is about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.common.labels import Caption, PlainLabel, plain_tooltip
from ui.common.leaving import let_go

LEAST = 170
"""Pixels of the design below which a link of the chain goes to the next line."""

LONGEST = 64
"""Letters of a title that are shown; the whole of it is the tooltip."""


class Link(NamedTuple):
    """A link of the chain: the kind and id to go to, its title, the remark under it, and whether one is there."""

    kind: str
    id: int
    title: str
    remark: str
    here: bool = False


class LinkButton(QAbstractButton):
    """A link on the screen; the one shown now stands on the selection's ground."""

    def __init__(self, link: Link, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # it looks another way under the mouse
        self.link = link
        self.last = True
        self.setAccessibleName(f"{link.title}, {link.remark}" if link.remark else link.title)
        plain_tooltip(self, link.title if len(link.title) > LONGEST else "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        if not link.here:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        column.setSpacing(theme.px(2))
        title = link.title if len(link.title) <= LONGEST else link.title[: LONGEST - 1].rstrip() + "…"
        for label in (PlainLabel(title, self, role="strong", wrap=True), Caption(link.remark, self, wrap=True)):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setMinimumWidth(1)
            column.addWidget(label)
        column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the edge."""
        painter = QPainter(self)
        ground = "host_ground" if self.link.here else "hover" if self.underMouse() else "header"
        edge = "link" if self.hasFocus() else "item_edge" if self.link.here else "line"
        painter.setPen(theme.colour(edge))
        painter.setBrush(theme.colour(ground))
        painter.drawRect(self.rect().adjusted(0, 0, -1 if self.last or self.hasFocus() else 0, -1))


class ChainView(QFrame):
    """The chain in lines of as many links as fit. Signals: `wanted(kind, id)`."""

    wanted = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._links: tuple[Link, ...] = ()
        self._buttons: list[LinkButton] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 11, 14, 11)
        self._grid.setHorizontalSpacing(0)
        self._grid.setVerticalSpacing(6)

    def set_links(self, links: Sequence[Link]) -> None:
        """Show these links; the same ones again change nothing."""
        if tuple(links) == self._links:
            return
        self._links = tuple(links)
        let_go(self._grid, self._buttons)
        self._buttons = [LinkButton(link, self) for link in self._links]
        for button in self._buttons:
            button.clicked.connect(partial(self._clicked, button.link))
        self._columns = 0
        self._arrange()

    def links(self) -> tuple[Link, ...]:
        """Return the links shown."""
        return self._links

    def _clicked(self, link: Link, _on: bool) -> None:
        self.wanted.emit(link.kind, link.id)

    def _arrange(self) -> None:
        fit = max(1, (self.width() - 28) // theme.px(LEAST))
        lines = -(-len(self._buttons) // fit)
        columns = -(-len(self._buttons) // lines) if lines else 1
        if columns == self._columns:
            return
        for column in range(self._columns):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, place // columns, place % columns)
            self._grid.setColumnStretch(place % columns, 1)
            button.last = place % columns == columns - 1 or place == len(self._buttons) - 1
            button.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the chain into lines anew."""
        super().resizeEvent(event)
        self._arrange()
