"""The bar over the timeline in which a re-timed day is looked at, changed, and taken or left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import theme
from ui.agenda.day_words import FIT, GAP, TIGHTEN, WORKS
from ui.common.buttons import Button
from ui.common.fields import ToggleRow
from ui.common.flow import FlowLayout
from ui.common.labels import Heading, Muted
from ui.common.moment_fields import MinutesField, TimeField
from ui.translate import follow_language, t


class RetimeBar(QFrame):
    """Signals: `edited()`, `taken()`, `left()`. Attributes: `work`, `start`, `end`, `minutes`, `shorten`, `take`.

    `minutes` is the pause of a tightened day or the length of a gap. Enter takes, Escape leaves.
    """

    edited = Signal()
    taken = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.setProperty("tone", "info")
        self.work = ""
        self._heading, self._remark = Heading("", self), Muted("", self, wrap=True)
        self.start, self.end, self.minutes = TimeField("", self), TimeField("", self), MinutesField("", self)
        self.shorten = ToggleRow("", self)
        self.take = Button("", self, kind="primary", clicked=self.taken.emit)
        self.leave = Button("", self, clicked=self.left.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        fields = FlowLayout()
        for widget in (self._heading, self.start, self.end, self.minutes, self.shorten, self._remark):
            fields.addWidget(widget)
        row.addLayout(fields, 1)
        for button in (self.take, self.leave):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        for field in (self.start, self.end, self.minutes, self.shorten):
            field.edited.connect(lambda _value: self.edited.emit())
        for field in (self.start, self.end, self.minutes):
            field.line.returnPressed.connect(self.taken)
            field.setMaximumWidth(theme.px(110))
        self.hide()
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._heading.setText(t(dict(WORKS).get(self.work, "")).rstrip("…") if self.work else "")
        self.start.set_caption(t("Start"))
        self.end.set_caption(t("End"))
        self.minutes.set_caption(t("Minutes") if self.work == GAP else t("Pause"))
        self.shorten.set_label(t("Shorten what is too long"))
        self.take.set_text(t("Do it"))
        self.leave.set_text(t("Leave it"))

    def begin(self, work: str, *, start: int, end: int, minutes: int) -> None:
        """Open the bar for one kind of work, with the values to begin with."""
        self.work = work
        self.retranslate()
        self.start.setVisible(work in (FIT, GAP))
        self.end.setVisible(work == FIT)
        self.minutes.setVisible(work in (TIGHTEN, GAP))
        self.shorten.setVisible(work == FIT)
        self.shorten.set_value(False)
        for field, value in ((self.start, start), (self.end, end), (self.minutes, minutes)):
            field.set_value(value)
        self.show()
        (self.start if work in (FIT, GAP) else self.take).setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, remark: str, *, possible: bool) -> None:
        """Say what it comes to, and whether anything would change."""
        self._remark.setText(remark)
        self.take.setEnabled(possible)

    def flush(self) -> None:
        """Take what was typed last."""
        for field in (self.start, self.end, self.minutes):
            field.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take or leave by key."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.take.isEnabled():
            self.taken.emit()
        else:
            super().keyPressEvent(event)
