"""The line at the bottom: what is saved, whose steps these are, which office, and the times of both sides."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.common.labels import PlainLabel
from ui.common.pill import Dot, Tone
from ui.translate import follow_language, t


class StateLine(QFrame):
    """The line; all its words are the interface's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "statusline")
        self._dot = Dot(Tone.NEUTRAL, self)
        self._saved = PlainLabel("", self, role="small")
        self._author = PlainLabel("", self, role="small")
        self._office = PlainLabel("", self, role="small", elide=True)
        self._zones = PlainLabel("", self, role="small")
        self._state: tuple[str, datetime | None] = ("opening", None)
        self._who = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 16, 4)
        row.setSpacing(6)
        row.addWidget(self._dot)
        row.addWidget(self._saved)
        row.addSpacing(12)
        row.addWidget(self._author)
        row.addSpacing(12)
        row.addWidget(self._office, 1)
        row.addWidget(self._zones)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        kind, at = self._state
        moment = f"{at:%H:%M}" if at else ""
        words = {
            "opening": t("Opening…"),
            "none": t("No office is open"),
            "saving": t("Saving…"),
            "saved": t("Saved {time}", time=moment) if at else t("Everything is saved"),
            "read-only": t("Read only"),
            "gone": t("The server does not answer"),
        }
        tones = {"saving": Tone.ATTENTION, "saved": Tone.FINE, "gone": Tone.STOP}
        self._saved.setText(words[kind])
        self._dot.set_tone(tones.get(kind, Tone.NEUTRAL), hollow=kind in ("opening", "none", "read-only"))
        self._author.setText(t("Author: {name}", name=self._who) if self._who else "")

    def set_state(self, kind: str, at: datetime | None = None) -> None:
        """Say "opening", "none", "saving", "saved" (with the local time) "read-only" or "gone"."""
        self._state = (kind, at)
        self.retranslate()

    def state(self) -> str:
        """Return the words of the saved state."""
        return self._saved.text()

    def set_author(self, name: str) -> None:
        """Say whose steps these are."""
        self._who = name
        self.retranslate()

    def set_office(self, words: str) -> None:
        """Say which file or server is open."""
        self._office.setText(words)

    def set_zones(self, words: str) -> None:
        """Say the times of both sides."""
        self._zones.setText(words)

    def zones(self) -> str:
        """Return the times of both sides as shown."""
        return self._zones.text()
