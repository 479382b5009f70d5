"""Words the office typed once, in no language that is told: they stand once, in the column of those who read them.

Never in two languages at a time (a Russian remark among English words is taken for an English one), and never marked
as missing: there is nowhere to write the other wording.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planner.documents.data import EventData
from planner.documents.wording import Wordings
from planner.language.languages import find
from planner.rules.text import Language


class Once(NamedTuple):
    """On a page in these languages, in `office` of which the office writes for itself."""

    languages: tuple[Language, ...]
    office: Language

    def said(self, words: str, wordings: Wordings) -> str:
        """Return the words where this is their column, else ""; numbers and signs stand in every one."""
        return words if self.column(words) in (None, wordings.language) else ""

    def column(self, words: str) -> Language | None:
        """Return the language whose letters they are written in, of several that of the office; None without any."""
        letters = [letter for letter in words.casefold() if letter.isalpha()]
        if not letters:
            return None
        found = {tag: sum(letter in _alphabet(tag) for letter in letters) for tag in self.languages}
        return self.office if found[self.office] == max(found.values()) else max(found, key=found.__getitem__)


def once(event: EventData, wordings: Sequence[Wordings]) -> Once:
    """Return where words typed once stand on a page."""
    return Once(tuple(each.language for each in wordings), office_language(event, wordings))


def office_language(event: EventData, wordings: Sequence[Wordings]) -> Language:
    """Return the language of a page in which the office writes for itself: the host's, else the first."""
    on_page = [each.language for each in wordings]
    return next((language for language in event.host_languages if language in on_page), on_page[0])


def _alphabet(tag: Language) -> str:
    return find(tag).alphabet.casefold()
