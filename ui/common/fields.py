"""Fields of a form, each with a caption above: a line, a note, a choice, a switch.

All have `edited(value)`, sent after a person's change only, and `set_value(value)`, which sends nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.common.labels import Caption, plain_tooltip, restyle
from ui.common.text_box import TextBox, TypingPause, clean

ARROW = 36
"""Pixels of a choice that its edges and its arrow take."""
INDICATOR = 28
"""Pixels of a switch before its sentence."""


class CaptionedField(QWidget):
    """A caption on the left, a remark ("seats 24") on the right, and the field under them."""

    edited = Signal(object)

    def __init__(self, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = Caption(caption, self, elide=True)
        self._caption.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._aside = Caption("", self, elide=True)
        self._aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._caption)
        top.addWidget(self._aside, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(top)

    def set_caption(self, caption: str) -> None:
        """Name the field, above it and for screen readers."""
        self._caption.setText(caption)
        for inner in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if inner.focusPolicy() != Qt.FocusPolicy.NoFocus:
                inner.setAccessibleName(caption)

    def caption_width(self) -> int:
        """Return the room the caption takes."""
        return self._caption.fontMetrics().horizontalAdvance(self._caption.text())

    def set_aside(self, text: str, role: str = "small") -> None:
        """Show a remark on the right of the caption; role "attention" or "stop" gives it weight."""
        self._aside.set_role(role)
        self._aside.setText(text)

    def flush(self) -> None:
        """Send what waits, as before another thing is shown; fields without typing have nothing."""

    def _place(self, field: QWidget) -> None:
        self._column.addWidget(field)
        field.setAccessibleName(self._caption.text())
        self.setFocusProxy(field)


class Line(QLineEdit):
    """One line of text that tells of an edit after a pause, on Enter and on leaving.

    Signals: `settled(text)`. Escape takes back what has not been told.
    """

    settled = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = ""
        self.pause = TypingPause(self)
        self.pause.over.connect(self._tell)
        self.textEdited.connect(lambda _text: self.pause.touch())

    def show_text(self, text: str) -> None:
        """Show a text from outside; unsent typing is kept and the cursor stays."""
        if self.pause.waiting():
            return
        self._known = clean(text)
        if self._known != self.text():
            place = self.cursorPosition()
            self.setText(self._known)
            self.setCursorPosition(min(place, len(self._known)) if self.hasFocus() else 0)

    def _tell(self) -> None:
        text = clean(self.text())
        if text != self._known:
            self._known = text
            self.settled.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell on leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.pause.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell on Enter; take back on Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pause.flush()
        elif event.key() == Qt.Key.Key_Escape and self.pause.waiting():
            self.setText(self._known)
            self.pause.touch()
            self.pause.flush()
            return
        super().keyPressEvent(event)


class LineField(CaptionedField):
    """One line of text with a caption: `edited(str)`."""

    def __init__(self, caption: str = "", parent: QWidget | None = None, *, placeholder: str = "") -> None:
        super().__init__(caption, parent)
        self.line = Line(self)
        self.line.setPlaceholderText(placeholder)
        self.line.settled.connect(self.edited.emit)
        self._place(self.line)

    def value(self) -> str:
        """Return what the field shows."""
        return clean(self.line.text())

    def set_value(self, text: str) -> None:
        """Show a text; nothing is sent."""
        self.line.show_text(text)

    def set_read_only(self, read_only: bool) -> None:
        """Let the text be read and copied, but not changed."""
        self.line.setReadOnly(read_only)

    def set_missing(self, missing: bool) -> None:
        """Give the field an amber edge."""
        self.line.setProperty("state", "missing" if missing else "")
        restyle(self.line)

    def flush(self) -> None:
        """Send what waits."""
        self.line.pause.flush()


class NoteField(CaptionedField):
    """Several lines of text in one language with a caption: `edited(str)`."""

    def __init__(
        self, caption: str = "", parent: QWidget | None = None, *, lines: int = 2, placeholder: str = ""
    ) -> None:
        super().__init__(caption, parent)
        self.box = TextBox(self, lines=lines)
        self.box.setPlaceholderText(placeholder)
        self.box.edited.connect(self.edited.emit)
        self._place(self.box)

    def value(self) -> str:
        """Return what the field shows."""
        return self.box.text()

    def set_value(self, text: str) -> None:
        """Show a text; nothing is sent."""
        self.box.set_text(text)

    def set_read_only(self, read_only: bool) -> None:
        """Let the text be read and copied, but not changed."""
        self.box.setReadOnly(read_only)

    def flush(self) -> None:
        """Send what waits."""
        self.box.flush()


class Combo(QComboBox):
    """A choice that the mouse wheel does not change by accident, and that may be narrower than its longest choice."""

    def minimumSizeHint(self) -> QSize:
        """Let a long choice be shortened rather than widening what it stands in."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), theme.px(84)), hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the field is in use."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shorten a choice that is longer than the field, and tell it whole in the tooltip."""
        words = self.currentText()
        is_cut = self.fontMetrics().horizontalAdvance(words) > self.width() - theme.px(ARROW)
        if is_cut or self.toolTip():
            plain_tooltip(self, words if is_cut else "")
        if not is_cut:
            super().paintEvent(event)
            return
        # Not before a choice is too long: QStyle's enumerations take 7 ms, which the first paint can do without.
        from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter

        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        box, edit = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(box, option, edit, self).width() - 4
        option.currentText = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawComplexControl(box, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class ChoiceField(CaptionedField):
    """One of several values with a caption: `edited(value)`. Choices are (value, label) pairs."""

    def __init__(
        self, caption: str = "", parent: QWidget | None = None, *, choices: Sequence[tuple[Any, str]] = ()
    ) -> None:
        super().__init__(caption, parent)
        self.combo = Combo(self)
        self._values: list[Any] = []
        self.set_choices(choices)
        self.combo.activated.connect(lambda place: self.edited.emit(self._values[place]))
        self._place(self.combo)

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer other choices; the value shown stays if it is among them."""
        with QSignalBlocker(self.combo):
            shown = self.value()
            self._values = [value for value, _label in choices]
            self.combo.clear()
            self.combo.addItems([label for _value, label in choices])
            self.set_value(shown)

    def value(self) -> Any:
        """Return the value chosen, or None."""
        place = self.combo.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    def set_value(self, value: Any) -> None:
        """Show a value; one that is not offered leaves the field empty. Nothing is sent."""
        with QSignalBlocker(self.combo):
            self.combo.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read only."""
        self.combo.setEnabled(not read_only)


class ToggleRow(QWidget):
    """A switch with its sentence beside it: `edited(bool)`."""

    edited = Signal(bool)

    def __init__(self, label: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = ""
        self.box = QCheckBox(self)
        self.box.setMinimumWidth(1)  # a long sentence is cut rather than widening what it stands in
        self.set_label(label)
        self.box.clicked.connect(self.edited)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        row.addStretch(1)
        self.setFocusProxy(self.box)

    def set_label(self, label: str) -> None:
        """Say what is switched; an ampersand in it is no shortcut mark."""
        self._label = label
        self.box.setText(label.replace("&", "&&"))
        self.box.setAccessibleName(label)
        self._cut()

    def sizeHint(self) -> QSize:
        """Ask for the whole sentence."""
        hint, metrics = super().sizeHint(), self.box.fontMetrics()
        shown = self.box.text().replace("&&", "&")
        return QSize(hint.width() + metrics.horizontalAdvance(self._label) - metrics.horizontalAdvance(shown),
                     hint.height())  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the sentence anew."""
        super().resizeEvent(event)
        self._cut()

    def showEvent(self, event: QShowEvent) -> None:
        """Shorten the sentence to the width it was given while nobody saw it."""
        super().showEvent(event)
        self._cut()

    def _cut(self) -> None:
        """Shorten a sentence that does not fit, and tell it whole in the tooltip."""
        if not self.isVisible():
            return
        metrics, room = self.box.fontMetrics(), self.width() - theme.px(INDICATOR)
        is_cut = metrics.horizontalAdvance(self._label) > room
        shown = metrics.elidedText(self._label, Qt.TextElideMode.ElideRight, room) if is_cut else self._label
        if shown.replace("&", "&&") != self.box.text():
            self.box.setText(shown.replace("&", "&&"))
            plain_tooltip(self.box, self._label if is_cut else "")

    def value(self) -> bool:
        """Tell whether it is on."""
        return self.box.isChecked()

    def set_value(self, on: bool) -> None:
        """Switch without sending anything."""
        with QSignalBlocker(self.box):
            self.box.setChecked(on)

    def set_read_only(self, read_only: bool) -> None:
        """Let the value be read only."""
        self.box.setEnabled(not read_only)
