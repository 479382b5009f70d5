"""Names somebody typed in one language, of people and bodies the event knows in several."""

from __future__ import annotations

from collections.abc import Iterable

from planner.documents.person_data import NameData
from planner.language.names import initials_form
from planner.language.search import fold
from planner.queries.delegations import DelegationRow, MemberRow
from planner.rules.text import EMPTY, Language, Text, Wording

AS_TYPED: Language = "und"
"""The language of words that are printed as they were typed, whatever the page is in."""


class KnownNames:
    """Finds the people and organisations of an event by what they are called in any language."""

    def __init__(self, places: Iterable[tuple[DelegationRow, MemberRow]]) -> None:
        self._found: dict[str, Text] = {}
        for row, member in places:
            if member.who is not None:
                self._file_person(member.who.names)
            for text in (row.organisation, row.name, member.who.organisation if member.who else EMPTY):
                for wording in text.wordings.values():
                    self._found.setdefault(fold(wording.text), text)

    def text(self, words: str) -> Text:
        """Return what is meant in every language in which it is known, else the words as they were typed."""
        if not words.strip():
            return EMPTY
        return self._found.get(fold(words.strip())) or Text({AS_TYPED: Wording(words.strip())})

    def _file_person(self, names: dict[Language, NameData]) -> None:
        short = Text({
            tag: Wording(initials_form(name.surname, name.given, name.patronymic, language=tag))
            for tag, name in names.items()
        })  # fmt: skip
        for name in names.values():
            parts = [name.given, name.patronymic, name.surname]
            for order in (parts, [name.surname, name.given, name.patronymic], [name.surname, name.given], parts[::2]):
                self._found.setdefault(fold(" ".join(filter(None, order))), short)
