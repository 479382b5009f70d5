"""One language's half of a paired field: its caption, its state, its editor, and what is offered under it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.rules.text import Language, State
from ui import theme
from ui.common.buttons import Link
from ui.common.labels import Caption, restyle
from ui.common.suggestion_lines import SuggestionLines
from ui.common.text_box import TextBox
from ui.translate import t


class OfferingBox(TextBox):
    """A text box that shows an offered wording while it is empty. `read_key`, if set, has the first look at each key.

    Signals: `offer_taken()` by the link "Use", or by Ctrl+Space; `wants_height()` when it would grow or shrink;
    `focus_moved()` into the box or out of it.
    """

    offer_taken = Signal()
    wants_height = Signal()
    focus_moved = Signal()

    def __init__(self, parent: QWidget | None = None, *, lines: int = 1, single_line: bool = False) -> None:
        self._offer = ""
        self._least = 0
        self._wanted = 0
        self._use: Link | None = None
        self.read_key: Callable[[QKeyEvent], bool] | None = None
        super().__init__(parent, lines=lines, single_line=single_line)
        self._use = Link("", self, strong=True, clicked=self.offer_taken.emit)
        self._use.hide()
        self.textChanged.connect(self._show_offer)

    def set_offer(self, offer: str) -> None:
        """Offer a wording ("" for none)."""
        self._offer = offer
        self._show_offer()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        if self._use:
            self._use.set_text(t("Use"))
            self._show_offer()

    def wanted_height(self) -> int:
        """Return the height this text alone would take."""
        return self._wanted

    def set_least_height(self, height: int) -> None:
        """Be at least as tall as the neighbour."""
        self._least = height
        if self.height() != max(self._wanted, height):
            self.setFixedHeight(max(self._wanted, height))

    def offers(self) -> bool:
        """Tell whether an offer is on show."""
        return bool(self._offer) and not self.text() and not self.isReadOnly()

    def _grow(self) -> None:
        lines = max(self._lines, round(self.document().size().height()))
        height = lines * self._line_height() + self._padding()
        if self._use and self.offers():
            height = max(height, self._offer_height())
        if height != self._wanted:
            self._wanted = height
            self.setFixedHeight(max(height, self._least))
            self.wants_height.emit()

    def _show_offer(self) -> None:
        if not self._use:
            return
        self._use.setVisible(self.offers())
        if self.offers():
            self._use.move(self._offer_layout()[1])
            self._use.adjustSize()
        self._grow()
        self.viewport().update()

    def _offer_area(self) -> QRect:
        margin = round(self.document().documentMargin())
        return self.viewport().rect().adjusted(margin, margin, -margin, -margin)

    def _offer_layout(self) -> tuple[QTextLayout, QPoint]:
        """Lay the offer out and tell where, within this widget, the link comes after it."""
        area = self._offer_area()
        layout = QTextLayout(self._offer, self.font())
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.beginLayout()
        top, end = 0.0, 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(area.width(), 20))
            line.setPosition(QPoint(0, round(top)).toPointF())
            top, end = top + line.height(), line.naturalTextWidth()
        layout.endLayout()
        line_height = self.fontMetrics().lineSpacing()
        gap = self.fontMetrics().horizontalAdvance(" ")
        use_width = self._use.sizeHint().width() if self._use else 0
        at = QPoint(round(end) + gap - 1, round(top) - line_height - 1)
        if at.x() + use_width > area.width():
            at = QPoint(-1, round(top))
        return layout, at + area.topLeft() + self.viewport().pos()

    def _offer_height(self) -> int:
        at = self._offer_layout()[1]
        return at.y() + self.fontMetrics().lineSpacing() + self._padding() // 2 + 2

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the offer under the cursor while the field is empty."""
        super().paintEvent(event)
        if self.offers():
            painter = QPainter(self.viewport())
            painter.setPen(theme.colour("muted"))
            self._offer_layout()[0].draw(painter, self._offer_area().topLeft().toPointF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the offer out anew."""
        super().resizeEvent(event)
        if self._offer:
            self._show_offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the offer by Ctrl+Space."""
        if self.read_key is not None and self.read_key(event):
            return
        if (
            event.key() == Qt.Key.Key_Space
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and self.offers()
        ):
            self.offer_taken.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell of the focus."""
        super().focusInEvent(event)
        self.focus_moved.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell of the focus."""
        super().focusOutEvent(event)
        self.focus_moved.emit()


class PairedSide(QWidget):
    """One wording with its caption and state. Signals as those of `PairedField`, and `wants_height()`."""

    edited = Signal(str, str)
    checked = Signal(str)
    suggestion_used = Signal(str, str)
    wants_height = Signal()

    def __init__(
        self, language: Language, name: str, parent: QWidget | None = None, *, lines: int, single_line: bool
    ) -> None:
        super().__init__(parent)
        self.language = language
        self.state = State.DRAFT
        self._wanted = True
        self._name, self._caption, self._offer, self._where = name, "", "", ""
        self._label = Caption("", self, elide=True)
        self.box = OfferingBox(self, lines=lines, single_line=single_line)
        self._hint = Caption("", self, wrap=True)
        self._hint.hide()
        self._still = Link("", self, clicked=lambda: self.checked.emit(self.language))
        self._still.hide()
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self._label, self.box, self._hint, self._still):
            column.addWidget(widget)
        column.addStretch(1)
        self.box.edited.connect(self._tell)
        self.box.textChanged.connect(self._show_state)
        self.box.offer_taken.connect(lambda: self.use(self._offer))
        self.box.wants_height.connect(self.wants_height)

    def set_place(self, caption: str, *, right: bool) -> None:
        """Set what is written before the language's name, and on which edge the caption stands."""
        self._caption = caption
        edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self._label.setAlignment(edge | Qt.AlignmentFlag.AlignVCenter)
        self.set_name_for_readers(caption)
        self._show_state()

    def set_name_for_readers(self, caption: str) -> None:
        """Name the editor for screen readers: what it is and in which language."""
        self.box.setAccessibleName(f"{caption} — {self._name}" if caption else self._name)

    def set_text(self, text: str, state: State) -> None:
        """Show a wording from outside and its state."""
        self.state = state
        self.box.set_text(text)
        self._show_state()

    def suggest(self, text: str, where_from: str) -> None:
        """Offer a wording."""
        self._offer, self._where = text, where_from
        self.retranslate()

    def set_wanted(self, wanted: bool) -> None:
        """Mark a missing wording or not, as where a note is missing in every language and nobody wants one."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._show_state()

    def set_hint(self, hint: str) -> None:
        """Show a remark under the editor."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def add_lines(self) -> SuggestionLines:
        """Return lines for offers, put under the editor."""
        lines = SuggestionLines(self)
        lines.leave_focus()
        self._column.insertWidget(self._column.indexOf(self._hint), lines)
        return lines

    def set_read_only(self, read_only: bool) -> None:
        """Let the wording be read and copied, but not changed."""
        self.box.setReadOnly(read_only)
        self._show_state()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        where = self._where or t("phrases")
        self.box.set_offer(t("Suggested from {where}: {text}", where=where, text=self._offer) if self._offer else "")
        self.box.retranslate()
        self._still.set_text(t("Still right"))
        self._show_state()

    def _tell(self, text: str) -> None:
        self.edited.emit(self.language, text)

    def use(self, offer: str) -> None:
        """Write what was offered, and tell of it."""
        self.box.setPlainText(offer)
        self.box.select_end()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.suggestion_used.emit(self.language, offer)
        self.box.flush()

    def shown_state(self) -> State:
        """Return the state, corrected by what is typed right now."""
        if not self.box.text():
            return State.MISSING
        return State.DRAFT if self.state is State.MISSING else self.state

    def _show_state(self) -> None:
        state = self.shown_state()
        name = f"{self._caption} — {self._name}" if self._caption else self._name
        marks = {State.MISSING: t("missing"), State.STALE: t("source changed")}
        if not self._wanted:
            marks.pop(State.MISSING)
        self._label.set_role("attention" if state in marks else "small")
        self._label.setText(f"{name} — {marks[state]}" if state in marks else name)
        self._still.setVisible(state is State.STALE and not self.box.isReadOnly())
        wanted = "missing" if state is State.MISSING and self._wanted else ""
        if self.box.property("state") != wanted:
            self.box.setProperty("state", wanted)
            restyle(self.box)
