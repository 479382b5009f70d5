"""Room on small screens: a body that scrolls where it does not fit, and dialogs never larger than their screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui import theme

FRAME = QSize(8, 40)
"""Pixels the system draws around a dialog: its edges and its title bar."""
LEAST = 96
"""Pixels of the design below which a scrolling body is not made lower."""
FOOT = 12
"""Pixels between a scrolling body and the buttons under it."""


class ScrollingRoom(QScrollArea):
    """Shows one widget as large as the room there is; where that is too low for it, it scrolls.

    Unlike Qt's resizable area, which scrolls as soon as lists and tables cannot have the height they would like, this
    one first lets them be as low as they may.
    """

    def __init__(self, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body.setProperty("kind", "clear")
        self.setWidget(body)

    def least_height(self, width: int) -> int:
        """Return the height below which the body scrolls."""
        body = self.widget()
        return 0 if body is None else body.minimumSizeHint().expandedTo(body.minimumSize()).height()

    def sizeHint(self) -> QSize:
        """Ask for all the body asks for."""
        body = self.widget()
        return QSize() if body is None else body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Need the body's width, but little of its height."""
        body = self.widget()
        if body is None:
            return QSize()
        least = body.minimumSizeHint().expandedTo(body.minimumSize())
        bar = self.verticalScrollBar().sizeHint().width() if least.height() > theme.px(LEAST) else 0
        return QSize(least.width() + bar, min(least.height(), theme.px(LEAST)))

    def settle(self) -> None:
        """Give the body the width there is, and the height there is or more."""
        if (body := self.widget()) is not None:
            room = self.viewport().size()
            body.resize(room.width(), max(room.height(), self.least_height(room.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room."""
        super().resizeEvent(event)
        self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what the body needs."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget():
            self.updateGeometry()
            self.settle()
        return done


class DialogRoom(ScrollingRoom):
    """The body of a dialog, which the dialog grows with as far as its screen allows."""

    def __init__(self, column: QVBoxLayout, dialog: QDialog) -> None:
        body = QWidget(dialog)
        self._column, self._dialog, self._needed = column, dialog, 0
        body.setLayout(column)
        super().__init__(body, dialog)
        dialog.installEventFilter(self)

    def least_height(self, width: int) -> int:
        """Count the lines that sentences break into at this width."""
        return height_at(self._column, width)

    def sizeHint(self) -> QSize:
        """Ask for the height of the broken lines."""
        hint = self._column.sizeHint()
        width = max(hint.width(), self._dialog.minimumWidth())
        return QSize(width, max(hint.height(), self.least_height(width)))

    def settle(self) -> None:
        """Make the dialog higher where its body has grown, then fill the room."""
        needed = self.least_height(self.viewport().width())
        grown, self._needed = needed > self._needed, needed
        if grown and self._dialog.isVisible() and (lacking := needed - self.viewport().height()) > 0:
            self._bound(self._dialog.size() + QSize(0, lacking))
        super().settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin no larger than the screen and no lower than the body needs."""
        if watched is self._dialog and event.type() == QEvent.Type.Show and not event.spontaneous():
            self._begin()
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        size = self._dialog.size()
        self._bound(size)
        if (layout := self._dialog.layout()) is not None:
            layout.activate()
        lacking = self.least_height(self.viewport().width()) - self.viewport().height()
        if lacking > 0:
            self._bound(self._dialog.size() + QSize(0, lacking))

    def _bound(self, size: QSize) -> None:
        self._dialog.resize(size.boundedTo(room_on_screen(self._dialog)))


def room_on_screen(widget: QWidget) -> QSize:
    """Return the largest size a window may have on the screen it is on."""
    return widget.screen().availableSize() - FRAME


def height_at(layout: QLayout, width: int) -> int:
    """Return the least height of a layout at a width."""
    if layout.hasHeightForWidth():
        return max(layout.minimumHeightForWidth(width), layout.minimumSize().height())
    return layout.minimumSize().height()


def fit_to_screen(dialog: QDialog, column: QVBoxLayout, foot: QBoxLayout) -> DialogRoom:
    """Lay out a dialog: the column scrolls where the screen is too low for it, the foot is always to be seen.

    The column has the margins of the whole dialog.
    """
    left, top, right, bottom = (
        column.contentsMargins().left(), column.contentsMargins().top(), column.contentsMargins().right(),
        column.contentsMargins().bottom(),
    )  # fmt: skip
    column.setContentsMargins(left, top, right, 0)
    foot.setContentsMargins(left, 0, right, bottom)
    room = DialogRoom(column, dialog)
    whole = QVBoxLayout(dialog)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(theme.px(FOOT))
    whole.addWidget(room, 1)
    whole.addLayout(foot)
    return room
