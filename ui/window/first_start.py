"""The first start: the sample office, an empty one, or a file that is there already."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.common.buttons import Button, Link
from ui.common.labels import Heading, Muted, Title
from ui.translate import follow_language, t

WAYS = ("sample", "new", "open")


class FirstStart(QWidget):
    """Signals: `wanted(way)`, one of "sample", "new", "open", "server"."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Title("", self)
        self._sentence = Muted("", self, wrap=True)
        self._cards: dict[str, tuple[Heading, Muted, Button]] = {}
        row = QHBoxLayout()
        row.setSpacing(16)
        for way in WAYS:
            row.addWidget(self._card(way), 1)
        inner = QWidget(self)
        inner.setMaximumWidth(theme.px(960))
        column = QVBoxLayout(inner)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addSpacing(14)
        column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(inner, 12)
        across.addStretch(1)
        whole.addLayout(across)
        whole.addStretch(3)
        follow_language(self.retranslate)

    def _card(self, way: str) -> QFrame:
        card = QFrame(self)
        card.setProperty("kind", "card")
        heading, sentence = Heading("", card, wrap=True), Muted("", card, wrap=True)
        if way == "open":  # made here, so that Tab comes to it where it stands
            self._on_server = Link("", card, clicked=partial(self.wanted.emit, "server"))
        button = Button("", card, kind="primary" if way == "sample" else "", clicked=partial(self.wanted.emit, way))
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 16, 18, 18)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(sentence)
        if way == "open":
            column.addWidget(self._on_server, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        column.addSpacing(10)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._cards[way] = (heading, sentence, button)
        return card

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._title.setText(t("Welcome to Delegation Planner"))
        self._sentence.setText(
            t("It keeps visits, delegations and programmes together, and prints them in two languages.")
        )
        words = {
            "sample": (
                t("Look round first"),
                t("The sample office holds a working meeting, the visit it led to and a conference, with people, "
                  "texts and papers. Change anything; every step can be undone."),
                t("Open the sample office"),
            ),
            "new": (
                t("Begin with an empty office"),
                t("One file of yours holds everything. Paste a list of names, set two dates, "
                  "and print the first page."),
                t("New office…"),
            ),
            "open": (
                t("Open an office"),
                t("A file of this program on this computer. If a colleague is writing in it, it opens for reading."),
                t("Open…"),
            ),
        }  # fmt: skip
        for way, (heading, sentence, button) in self._cards.items():
            heading.setText(words[way][0])
            sentence.setText(words[way][1])
            button.set_text(words[way][2])
        self._on_server.set_text(t("Open an office on a server…"))

    def button(self, way: str) -> Button | Link:
        """Return the button of a way."""
        if way == "server":
            return self._on_server
        return self._cards[way][2]
