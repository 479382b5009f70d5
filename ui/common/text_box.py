"""A plain-text editor that grows with its text and tells of an edit when the typing pauses."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

TYPING_PAUSE = 600
"""Milliseconds without a key after which a text counts as edited."""

_CLEANED = {0: None, 0xFFFD: None, 0x2028: "\n", 0x2029: "\n", **dict.fromkeys(range(0xD800, 0xE000))}


def clean(text: str) -> str:
    """Remove what no field may hold: NUL, halves of characters, and the marks of a failed decoding."""
    return text.translate(_CLEANED).replace("\r\n", "\n").replace("\r", "\n")


class TypingPause(QObject):
    """Waits for a pause in typing.

    Signals: `over()` after `TYPING_PAUSE` ms without `touch()`, or at once by `flush()`.
    """

    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING_PAUSE)
        self._timer.timeout.connect(self.over)

    def touch(self) -> None:
        """Note that a key was pressed."""
        self._timer.start()

    def waiting(self) -> bool:
        """Tell whether something typed has not been told yet."""
        return self._timer.isActive()

    def flush(self) -> None:
        """Tell at once, if anything waits."""
        if self.waiting():
            self._timer.stop()
            self.over.emit()


class TextBox(QPlainTextEdit):
    """Several lines of plain text, as tall as the text needs.

    Signals: `edited(text)` after a pause in typing or on leaving, only when the text really differs from
    what was last set or told. While it has the focus, Ctrl+Z and Ctrl+Y are its own.
    """

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, lines: int = 1, single_line: bool = False) -> None:
        super().__init__(parent)
        self._lines = lines
        self._single = single_line
        self._known = ""
        self._setting = False
        self._pause = TypingPause(self)
        self._pause.over.connect(self._tell)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)
        layout = self.document().documentLayout()
        layout.documentSizeChanged.connect(self._grow)
        self._grow()

    def text(self) -> str:
        """Return what the field shows."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a text from outside: an echo of our own edit changes nothing, unsent typing is kept."""
        text = clean(text)
        if self._pause.waiting():
            return
        self._known = text
        if text == self.text():
            return
        self._setting = True
        place = _place_after(self.text(), text, self.textCursor().position())
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(place)
        self.setTextCursor(cursor)
        self._setting = False

    def flush(self) -> None:
        """Tell of an edit now, as before the window closes or another thing is selected."""
        self._pause.flush()

    def discard(self) -> None:
        """Forget unsent typing, as when the field is about to show another thing."""
        self._pause.blockSignals(True)
        self._pause.flush()
        self._pause.blockSignals(False)

    def _changed(self) -> None:
        if not self._setting:
            self._pause.touch()

    def _tell(self) -> None:
        text = self.text()
        if text != self._known:
            self._known = text
            self.edited.emit(text)

    def _grow(self) -> None:
        lines = max(self._lines, round(self.document().size().height()))
        height = lines * self._line_height() + self._padding()
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _line_height(self) -> int:
        """Return what a line takes in the document: ascent and descent are rounded up one by one."""
        metrics = QFontMetricsF(self.font())
        return ceil(metrics.ascent()) + ceil(metrics.descent())

    def _padding(self) -> int:
        margins = self.contentsMargins()
        return round(2 * self.document().documentMargin()) + margins.top() + margins.bottom() + 2

    def sizeHint(self) -> QSize:
        """Ask for the height of the text."""
        return QSize(80, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow or shrink when the width changes the line breaks."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell of an edit on leaving the field; a menu or another window is not leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep a one-paragraph field to one paragraph, and send on what is not typing."""
        if self._single and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Claim undo and redo before the window's own."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        return bool(super().event(event))

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text only, without pictures, markup or characters no field may hold."""
        text = clean(source.text())
        self.textCursor().insertText(" ".join(text.split("\n")) if self._single else text)

    def select_end(self) -> None:
        """Put the cursor after the text."""
        self.moveCursor(QTextCursor.MoveOperation.End)


def _is_own(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def _place_after(old: str, new: str, place: int) -> int:
    """Return where the cursor belongs after a change from outside: it stays with the text around it."""
    before = 0
    limit = min(len(old), len(new))
    while before < limit and old[before] == new[before]:
        before += 1
    return place if place <= before else max(before, len(new) - (len(old) - place))
