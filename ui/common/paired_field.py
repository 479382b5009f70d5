"""Two wordings of one text side by side, the event's first language on the left (design: "Paired fields")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from planner.rules.text import Language, State, Text
from ui import theme
from ui.common.paired_side import OfferingBox, PairedSide
from ui.translate import follow_language

LEAST_WIDTH = 150
"""Pixels of the design for one wording; with less the wordings stand under one another."""


class LanguageName(NamedTuple):
    """A language of the event: its BCP 47 tag and its own name ("Русский")."""

    tag: Language
    name: str


class PairedField(QWidget):
    """A text in the languages of the event.

    Signals:
      edited(language, text)   after a pause in typing or on leaving; "" means the wording was taken away
      checked(language)        the person confirms that a wording still says what the other one says
      suggestion_used(language, text)   a suggestion was taken; `edited` is sent for it as well
    """

    edited = Signal(str, str)
    checked = Signal(str)
    suggestion_used = Signal(str, str)

    def __init__(
        self,
        caption: str = "",
        languages: Sequence[LanguageName] = (),
        parent: QWidget | None = None,
        *,
        lines: int = 1,
        single_line: bool = False,
    ) -> None:
        super().__init__(parent)
        self._caption = caption
        self._lines, self._single = lines, single_line
        self._sides: dict[Language, PairedSide] = {}
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.set_languages(languages)
        follow_language(self.retranslate)

    def languages(self) -> tuple[Language, ...]:
        """Return the tags of the languages shown, from the left."""
        return tuple(self._sides)

    def set_languages(self, languages: Sequence[LanguageName]) -> None:
        """Show a side for each of these languages; what was shown is gone if they differ."""
        if tuple(one.tag for one in languages) == tuple(self._sides):
            return
        self._remove_sides()
        for one in languages:
            side = PairedSide(one.tag, one.name, self, lines=self._lines, single_line=self._single)
            side.edited.connect(self.edited)
            side.checked.connect(self.checked)
            side.suggestion_used.connect(self.suggestion_used)
            side.wants_height.connect(self._level)
            self._sides[one.tag] = side
            self._row.addWidget(side, 1)
        self._place_sides()
        if self._sides:
            self.setFocusProxy(next(iter(self._sides.values())).box)

    def set_caption(self, caption: str) -> None:
        """Name the text above its first wording."""
        self._caption = caption
        self._place_sides()

    def set_text(self, language: Language, text: str, state: State | str = State.DRAFT) -> None:
        """Show one wording and its state; nothing is sent, the cursor and unsent typing stay."""
        if side := self._sides.get(language):
            side.set_text(text, State(state))

    def set_value(self, text: Text) -> None:
        """Show all wordings of a text with their states; see `set_text`."""
        for language in self._sides:
            self.set_text(language, text.get(language), text.state(language))

    def set_texts(self, texts: Mapping[Language, str]) -> None:
        """Show plain wordings without a history of checks; what is not given is missing."""
        for language in self._sides:
            words = texts.get(language, "")
            self.set_text(language, words, State.DRAFT if words else State.MISSING)

    def suggest(self, language: Language, text: str, where_from: str = "") -> None:
        """Offer a wording for a missing one, with where it comes from; "" takes the offer back."""
        if side := self._sides.get(language):
            side.suggest(text, where_from)

    def set_hint(self, language: Language, hint: str) -> None:
        """Show a remark under a wording, as a transliteration; it is never typed into it."""
        if side := self._sides.get(language):
            side.set_hint(hint)

    def set_read_only(self, read_only: bool) -> None:
        """Let the wordings be read and copied, but not changed."""
        for side in self._sides.values():
            side.set_read_only(read_only)

    def text(self, language: Language) -> str:
        """Return what is shown in a language."""
        return self._sides[language].box.text()

    def sides(self) -> list[PairedSide]:
        """Return the wordings from the left."""
        return list(self._sides.values())

    def box(self, language: Language) -> OfferingBox:
        """Return the editor of a language."""
        return self._sides[language].box

    def state(self, language: Language) -> State:
        """Return the state shown for a language."""
        return self._sides[language].state

    def flush(self) -> None:
        """Send what waits, as before another thing is shown here."""
        for side in self._sides.values():
            side.box.flush()

    def discard(self) -> None:
        """Forget unsent typing."""
        for side in self._sides.values():
            side.box.discard()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        for side in self._sides.values():
            side.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the wordings under one another where the width would break words apart."""
        super().resizeEvent(event)
        self._place_sides()

    def _is_narrow(self) -> bool:
        return self.width() < theme.px(LEAST_WIDTH) * len(self._sides)

    def _place_sides(self) -> None:
        narrow = self._is_narrow()
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if direction != self._row.direction():
            self._row.setDirection(direction)
        for place, side in enumerate(self._sides.values()):
            side.set_place(self._caption if place == 0 else "", right=place > 0 and not narrow)
            side.set_name_for_readers(self._caption)
        self._level()

    def _level(self) -> None:
        """Give all editors of the row the height of the tallest."""
        tallest = max((side.box.wanted_height() for side in self._sides.values()), default=0)
        tallest = 0 if self._row.direction() == QBoxLayout.Direction.TopToBottom else tallest
        for side in self._sides.values():
            side.box.set_least_height(tallest)

    def _remove_sides(self) -> None:
        for side in self._sides.values():
            side.box.discard()
            self._row.removeWidget(side)
            side.hide()
            side.deleteLater()
        self._sides = {}
