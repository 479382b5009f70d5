"""Room on small screens: a body that scrolls where it does not fit, and dialogs never larger than their screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.common.page_stack import PageStack

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
        """Return the height below which the body scrolls: sentences may break into lines at this width."""
        body = self.widget()
        return 0 if body is None else least_height_of(body, width)

    def sizeHint(self) -> QSize:
        """Ask for all the body asks for."""
        body = self.widget()
        return QSize() if body is None else body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Need the body's width, but little of its height."""
        body = self.widget()
        if body is None:
            return QSize()
        least = _least_size(body)
        bar = self.verticalScrollBar().sizeHint().width() if least.height() > theme.px(LEAST) else 0
        return QSize(least.width() + bar, min(least.height(), theme.px(LEAST)))

    def settle(self) -> None:
        """Give the body the width there is, and the height there is or more."""
        body = self.widget()
        if body is None:
            return
        for _time in range(2):  # how a row is shared out is known once it is laid out
            room = self.viewport().size()
            body.resize(room.width(), max(room.height(), self.least_height(room.width())))
            if (layout := body.layout()) is not None:
                layout.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room."""
        super().resizeEvent(event)
        body = self.widget()
        if body is not None and self._is_empty():
            body.resize(event.size())
        else:
            self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what the body needs."""
        done = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest and watched is self.widget() and not self._is_empty():
            self.updateGeometry()
            self.settle()
        return done

    def _is_empty(self) -> bool:
        """Tell whether there is no page yet: the window's first paint is not to wait for measuring nothing."""
        body = self.widget()
        return isinstance(body, PageStack) and not body.count()


class DialogRoom(ScrollingRoom):
    """The body of a dialog, which the dialog grows with as far as its screen allows."""

    def __init__(self, column: QVBoxLayout, dialog: QDialog) -> None:
        body = QWidget(dialog)
        self._column, self._dialog, self._needed = column, dialog, 0
        body.setLayout(column)
        super().__init__(body, dialog)
        dialog.installEventFilter(self)

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


def least_height_of(widget: QWidget, width: int) -> int:
    """Return the least height of a widget at a width: its sentences and rows broken there, its lists at their lowest.

    Qt's own figure counts lists at the height they would like as soon as a sentence stands beside them.
    """
    layout = widget.layout()
    if layout is not None:
        return max(_least_size(widget).height(), _least_height_in(layout, width))
    return max(_least_size(widget).height(), widget.heightForWidth(width) if widget.hasHeightForWidth() else 0)


def _least_height_in(layout: QLayout, width: int) -> int:
    if isinstance(layout, QStackedLayout) and (page := layout.currentWidget()) is not None:
        return max(least_height_of(page, width), layout.minimumSize().height())
    if not isinstance(layout, QBoxLayout) or not layout.hasHeightForWidth():
        height = layout.minimumHeightForWidth(width) if layout.hasHeightForWidth() else 0
        return max(height, layout.minimumSize().height())
    margins, laid_out = layout.contentsMargins(), layout.contentsRect().width()
    room = width - margins.left() - margins.right()
    is_column = isinstance(layout, QVBoxLayout)
    heights, free = [0], 0
    for item in filter(None, map(layout.itemAt, range(layout.count()))):
        if item.spacerItem() is not None:
            free += item.minimumSize().height()
        elif not item.isEmpty():
            share = room if is_column else _share(item, room, laid_out, layout.count())
            heights.append(_least_height_of_item(item, share))
    inside = sum(heights) + free + layout.spacing() * max(len(heights) - 2, 0) if is_column else max(heights)
    return inside + margins.top() + margins.bottom()


def _share(item: QLayoutItem, room: int, laid_out: int, count: int) -> int:
    """Return the width of one in a row: as it was laid out last, else as large as the others."""
    least = item.minimumSize().width()
    return max(item.geometry().width() * room // laid_out if laid_out > 0 else room // count, least)


def _least_height_of_item(item: QLayoutItem, width: int) -> int:
    widget, layout = item.widget(), item.layout()
    if widget is not None:
        return min(least_height_of(widget, width), widget.maximumHeight())
    return _least_height_in(layout, width) if layout is not None else 0


def _least_size(widget: QWidget) -> QSize:
    return widget.minimumSizeHint().expandedTo(widget.minimumSize())


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
