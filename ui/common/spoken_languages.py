"""The languages a person speaks, written at once into the person's record."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from planner.operations import people
from planner.rules.text import Language
from ui.common.language_list import LanguageList
from ui.context import Context
from ui.translate import t

FIRST = ("ru", "en", "ky", "kk", "zh", "mn", "de", "fr", "tr", "uz", "tg")
"""Those met most, offered first."""


class SpokenLanguages(LanguageList):
    """Shows and edits the languages of one person."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._person: int | None = None
        self.edited.connect(self._write)

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.set_caption(t("Languages spoken"))

    def show_languages(self, person_id: int | None, tags: Sequence[Language]) -> None:
        """Show what a person speaks."""
        self._person = person_id
        self.set_languages(tags, first=FIRST)

    def _write(self, tags: list[Language]) -> None:
        if self._person is not None:
            self.context.run(self, people.edit_person, self._person, languages=tags)
