"""Bars above a page: what went wrong and what to do, what was done, and why nothing can be changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.common.buttons import IconButton, Link
from ui.common.icons import pixmap
from ui.common.labels import PlainLabel
from ui.common.pill import Tone
from ui.translate import t

Action = tuple[str, Callable[[], object]]
_ICONS = {Tone.STOP: "stop", Tone.ATTENTION: "warning", Tone.FINE: "tick"}
PASSING = 8000
"""Milliseconds after which a bar that only tells of something done goes by itself."""


class Message(NamedTuple):
    """A bar: its sentence, its weight, what can be done (words, function), and whether it can be closed.

    `passing` ones go by themselves after some seconds.
    """

    text: str
    tone: Tone | str = "info"
    actions: tuple[Action, ...] = ()
    closable: bool = True
    passing: bool = False


class MessageBar(QFrame):
    """One bar on the screen."""

    def __init__(self, message: Message, parent: QWidget, close: Callable[[], object]) -> None:
        super().__init__(parent)
        self._tone = str(message.tone)
        self.setProperty("kind", "bar")
        self.setProperty("tone", self._tone)
        self.setAccessibleName(message.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(10)
        self._sign = QLabel(self)
        self._draw_sign()
        row.addWidget(self._sign)
        row.addWidget(PlainLabel(message.text, self, wrap=True), 1)
        for words, action in message.actions:
            row.addWidget(Link(words, self, strong=True, clicked=action))
        if message.closable:
            row.addWidget(IconButton("close", t("Close"), self, quiet=True, clicked=close))

    def _draw_sign(self) -> None:
        name = "lock" if self._tone == "locked" else _ICONS.get(Tone(self._tone), "info") if self._known() else "info"
        self._sign.setPixmap(pixmap(name, self._tone if self._known() else "muted", 18))

    def _known(self) -> bool:
        return self._tone in _ICONS

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_sign()


class MessageArea(QWidget):
    """The bars of a page, one per key: a new one with the same key takes the place of the old one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars: dict[str, MessageBar] = {}
        self._messages: dict[str, Message] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_message(self, message: Message, key: str = "last") -> None:
        """Show a bar, at the place of the one with the same key."""
        self.dismiss(key)
        bar = MessageBar(message, self, lambda: self.dismiss(key))
        self._bars[key], self._messages[key] = bar, message
        self._column.addWidget(bar)
        self.show()
        if message.passing:
            QTimer.singleShot(PASSING, bar, lambda: self._pass(key, bar))

    def error(self, text: str, *actions: Action) -> None:
        """Show what went wrong, in words for people."""
        self.show_message(Message(text, Tone.STOP, actions), "error")

    def info(self, text: str, *actions: Action) -> None:
        """Show what was done; it goes by itself."""
        self.show_message(Message(text, "info", actions, passing=True), "info")

    def read_only(self, text: str, *actions: Action) -> None:
        """Show, for as long as it lasts, why nothing can be changed; "" when it is over."""
        self.dismiss("read-only")
        if text:
            self.show_message(Message(text, "locked", actions, closable=False), "read-only")

    def dismiss(self, key: str) -> None:
        """Take a bar away."""
        self._messages.pop(key, None)
        if bar := self._bars.pop(key, None):
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        if not self._bars:
            self.hide()

    def messages(self) -> dict[str, Message]:
        """Return what is shown, by key."""
        return dict(self._messages)

    def _pass(self, key: str, bar: MessageBar) -> None:
        if self._bars.get(key) is bar:
            self.dismiss(key)
