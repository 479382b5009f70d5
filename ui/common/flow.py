"""Layouts that break where the width ends: widgets in lines, and fields side by side or one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class _Items(QLayout):
    """What every layout of Qt must tell of what it holds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add a widget at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many widgets there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove one of them."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """The height depends on where the lines break."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        """Place the widgets."""
        super().setGeometry(area)
        self._arrange(area, move=True)

    def minimumSize(self) -> QSize:
        """Need at least the widest widget."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, area: QRect, *, move: bool) -> int:
        """Return the height the widgets take in an area, and place them if they are to move."""
        raise NotImplementedError


class SideBySide(_Items):
    """Fields in one row, all of a width or of `shares` of it; where a caption has no room, one below the other.

    Shares without a field leave their room free.
    """

    def __init__(self, *widgets: QWidget, shares: Sequence[int] = (), gap: int = 8, line_gap: int = 8) -> None:
        super().__init__()
        self._shares = tuple(shares)
        self._gap, self._line_gap = gap, line_gap
        for widget in widgets:
            self.addWidget(widget)

    def expandingDirections(self) -> Qt.Orientation:
        """Take the width there is."""
        return Qt.Orientation.Horizontal

    def sizeHint(self) -> QSize:
        """Ask for one row."""
        hints = [item.sizeHint() for item in self._shown()]
        width = max((hint.width() for hint in hints), default=0) * len(hints) + self._gap * max(len(hints) - 1, 0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def _needed(self, item: QLayoutItem) -> int:
        """Return the width a field needs beside another: its own least, and its caption's."""
        caption = getattr(item.widget(), "caption_width", None)
        return max(item.minimumSize().width(), caption() if caption is not None else 0)

    def _arrange(self, area: QRect, *, move: bool) -> int:
        shown = self._shown()
        if not shown:
            return 0
        shares = self._shares if len(self._shares) >= len(shown) else (1,) * len(shown)
        room = area.width() - self._gap * (len(shares) - 1)
        widths = [room * share // sum(shares) for share in shares[: len(shown)]]
        one_row = all(self._needed(item) <= width for item, width in zip(shown, widths, strict=True))
        left, top, tallest = area.left(), area.top(), 0
        for place, item in enumerate(shown):
            width = widths[place] if one_row else area.width()
            if place and not one_row:
                left, top, tallest = area.left(), top + tallest + self._line_gap, 0
            height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            if move:
                item.setGeometry(QRect(left, top, width, height))
            left += width + self._gap
            tallest = max(tallest, height)
        return top + tallest - area.top()


class FlowLayout(_Items):
    """Lines of widgets, as the words of a sentence."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 6, line_gap: int = 2) -> None:
        super().__init__(parent)
        self._gap, self._line_gap = gap, line_gap

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than needed."""
        return Qt.Orientation(0)

    def sizeHint(self) -> QSize:
        """Ask for one line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() + self._gap for hint in hints)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def _arrange(self, area: QRect, *, move: bool) -> int:
        left, top, tallest = area.left(), area.top(), 0
        for item in self._shown():
            hint = item.sizeHint()
            width = min(hint.width(), area.width())
            if left > area.left() and left + width > area.left() + area.width():
                left, top, tallest = area.left(), top + tallest + self._line_gap, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), QSize(width, hint.height())))
            left += width + self._gap
            tallest = max(tallest, hint.height())
        return top + tallest - area.top()
