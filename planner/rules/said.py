"""Words of an event that a sentence quotes: in its first language, and in the others they are written in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from planner.rules.text import Language, Text

_NONE: Mapping[Language, str] = MappingProxyType({})


class Said(str):
    """Words in the first of an event's languages that has them; `read_in` gives those of another language.

    They are equal to the plain words: what was found stays the same finding in whatever language it is read, and so
    does its dismissal.
    """

    __slots__ = ("_wordings",)
    _wordings: Mapping[Language, str]

    def __new__(cls, words: str, wordings: Mapping[Language, str] = _NONE) -> Said:
        """Make them of the words in the first language, and of those in each language that has any."""
        said = super().__new__(cls, words)
        said._wordings = wordings
        return said

    @classmethod
    def of(cls, words: Text | Mapping[Language, str], languages: Iterable[Language]) -> Said:
        """Return a text, or a name by language, as an event with these languages says it."""
        if isinstance(words, Text):
            words = {tag: wording.text for tag, wording in words.wordings.items()}
        there = {tag: found for tag, found in words.items() if found}
        first = next((there[tag] for tag in languages if tag in there), next(iter(there.values()), ""))
        return cls(first, there)

    def read_in(self, language: Language) -> str:
        """Return the words in this language, or those of the event's first where it has none."""
        return self._wordings.get(language) or str(self)

    def quoted(self) -> Said:
        """Return the words in quotation marks."""
        return Said(f"“{self}”", {tag: f"“{words}”" for tag, words in self._wordings.items()})

    @classmethod
    def joined(cls, parts: Sequence[str], end: str = "") -> Said:
        """Return several in a row with commas; a part without words in a language stands there in the first."""
        tags = dict.fromkeys(tag for part in parts if isinstance(part, Said) for tag in part._wordings)
        return cls(
            ", ".join(parts) + end, {tag: ", ".join(read_in(part, tag) for part in parts) + end for tag in tags}
        )


def read_in(words: str, language: Language) -> str:
    """Return words as somebody reads them in this language, if an event said them."""
    return words.read_in(language) if isinstance(words, Said) else words
