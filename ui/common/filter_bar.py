"""A line above a list: what to look for, how many were found, and buttons for what can be done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.common.buttons import IconButton
from ui.common.icons import pixmap
from ui.common.labels import Muted, PlainLabel
from ui.translate import follow_language, t


class SearchLine(QLineEdit):
    """The line itself. Signals: `left_downwards()`.

    Its keys are its own: an event filter would look at each of its events, 4 ms at the start of the program.
    """

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead from the line to the results, and empty it on Escape."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class SearchBox(QFrame):
    """A search line with a lens, the keys that lead to it, and a cross that empties it.

    Signals: `searched(text)` at every key; `left_downwards()` on ↓ or Enter, to go to the results.
    """

    searched = Signal(str)
    left_downwards = Signal()

    def __init__(
        self, placeholder: str = "", keys: str = "", parent: QWidget | None = None, *, late: bool = False
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "searchbox")
        self.line = SearchLine(self)
        self.line.left_downwards.connect(self.left_downwards)
        self.line.textChanged.connect(self._changed)
        self._lens = QLabel(self)
        self._lens.setFixedWidth(theme.px(16))
        if not late:
            self.draw_lens()
        self._keys = PlainLabel(keys, self, role="keys")
        self._keys.setVisible(bool(keys))
        self._clear = IconButton("close", parent=self, quiet=True, clicked=self.clear)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 0, 8, 0)
        row.setSpacing(2)
        for widget in (self._lens, self.line, self._keys, self._clear):
            row.addWidget(widget, 1 if widget is self.line else 0)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_placeholder(placeholder)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._clear.set_label(t("Empty the search"))

    def set_placeholder(self, text: str) -> None:
        """Say what can be looked for."""
        self.line.setPlaceholderText(text)
        self.line.setAccessibleName(text)

    def text(self) -> str:
        """Return what is looked for."""
        return self.line.text()

    def clear(self) -> None:
        """Look for nothing."""
        self.line.clear()

    def draw_lens(self) -> None:
        """Draw the lens; of a `late` box, once the window was painted."""
        self._lens.setFixedWidth(theme.px(16))
        self._lens.setPixmap(pixmap("search", "muted"))

    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._keys.setVisible(bool(self._keys.text()) and not text)
        self.searched.emit(text)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and not self._lens.pixmap().isNull():
            self.draw_lens()


class FilterBar(QWidget):
    """Controls on the left, a count, and buttons on the right; the search line is optional.

    Signals: `searched(text)` at every key; `left_downwards()`.
    """

    searched = Signal(str)
    left_downwards = Signal()

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        self._row, self._below = QHBoxLayout(), QHBoxLayout()
        self._row.setSpacing(8)
        whole.addLayout(self._row)
        whole.addLayout(self._below)
        self.search = SearchBox(placeholder, parent=self)
        self.search.setFixedWidth(theme.px(280))
        self.search.searched.connect(self.searched)
        self.search.left_downwards.connect(self.left_downwards)
        self.search.setVisible(bool(placeholder))
        self._count = Muted("", self)
        self._row.addWidget(self.search)
        self._left = QHBoxLayout()
        self._left.setSpacing(8)
        self._row.addLayout(self._left)
        self._row.addWidget(self._count)
        self._row.addStretch(1)
        self._ends = QWidget(self)
        self._right = QHBoxLayout(self._ends)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(8)
        self._row.addWidget(self._ends)
        self._broken = False

    def let_search_shrink(self) -> None:
        """Give room to the other controls of a full bar where the page is narrow."""
        self.search.setMinimumWidth(theme.px(90))
        self.search.setMaximumWidth(theme.px(280))
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row.setStretchFactor(self.search, 4)

    def add_left(self, widget: QWidget) -> None:
        """Put a control, as a choice of order, beside the search."""
        self._left.addWidget(widget)

    def add_right(self, widget: QWidget) -> None:
        """Put a button at the right end."""
        self._right.addWidget(widget)

    def set_placeholder(self, text: str) -> None:
        """Say what can be looked for; a bar without it has no search line."""
        self.search.set_placeholder(text)
        self.search.setVisible(bool(text))

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the wider of two lines."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme.px(320)), hint.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break into two lines where the width ends."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        if not self._right.count():
            return
        search = 0 if self.search.isHidden() else max(self.search.minimumWidth(), theme.px(120))
        parts = (self._left.sizeHint().width(), self._count.sizeHint().width(), self._ends.sizeHint().width())
        broken = search + sum(parts) + 4 * self._row.spacing() > self.width()
        if broken != self._broken:
            self._broken = broken
            source, target = (self._row, self._below) if broken else (self._below, self._row)
            source.removeWidget(self._ends)
            target.addWidget(self._ends, 0, Qt.AlignmentFlag.AlignRight if broken else Qt.AlignmentFlag(0))

    def set_count(self, text: str) -> None:
        """Show how many are listed, as "12 of 412"."""
        self._count.setText(text)
