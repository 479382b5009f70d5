"""The spellings offered while the name of somebody new is typed, for all languages of a panel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language.lookalikes import mend
from planner.language.name_offers import Parts
from planner.rules.text import Language
from ui.common.fields import Line
from ui.common.form import clear
from ui.common.name_suggestions import MEND, PARTS, lines_for, offer_at
from ui.common.suggestion_lines import SuggestionLines


class OfferedNames(QWidget):
    """Lines under the fields of a new name. Attributes: `suggestions`, by language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.suggestions: dict[Language, SuggestionLines] = {}
        self._fields: Mapping[tuple[str, Language], Line] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def watch(self, fields: Mapping[tuple[str, Language], Line], tags: Sequence[Language]) -> None:
        """Look at the fields (part, language) of a panel, which has just made them."""
        clear(self._column)
        self.suggestions, self._fields = {}, fields
        for tag in tags:
            lines = SuggestionLines(self)
            for part in PARTS:
                fields[part, tag].textEdited.connect(lambda _words: self.refresh())
                lines.watch(fields[part, tag])
            lines.taken.connect(partial(self._take, tag))
            self.suggestions[tag] = lines
            self._column.addWidget(lines)

    def refresh(self) -> None:
        """Offer the name in the languages it is not typed in."""
        parts = self._parts()
        for tag, lines in self.suggestions.items():
            lines.set_lines(lines_for(tag, parts))

    def _parts(self) -> dict[Language, Parts]:
        return {
            tag: Parts(*(" ".join(self._fields[part, tag].text().split()) for part in PARTS))
            for tag in self.suggestions
        }

    def _take(self, tag: Language, key: str) -> None:
        """Put what was offered where nothing stands, or mend the letters of what does."""
        offer = offer_at(key, tag, self._parts())
        for place, part in enumerate(PARTS):
            line = self._fields[part, tag]
            if key == MEND:
                line.setText(mend(line.text(), tag, name=True))
            elif offer is not None and not line.text():
                line.setText(offer.parts[place])
        self.refresh()
