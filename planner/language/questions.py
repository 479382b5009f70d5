"""The questions of the delegation questionnaire, worded for paper and known again when the paper returns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from planner.language.languages import find, known, own_name
from planner.language.paper_words import word
from planner.language.search import fold
from planner.rules.text import Language

WORDED = ("surname", "given", "patronymic", "position", "organisation")
"""What is asked in each language."""

PLAIN = (
    "passport_surname", "passport_given", "passport", "passport_expires", "birth_date", "country", "languages",
    "phone", "email", "diet", "health", "arrival", "departure", "note",
)  # fmt: skip
"""What is asked once."""

_CYRILLIC = range(0x400, 0x530)


class Question(NamedTuple):
    """A question: its field, and the language it asks for, "" for none."""

    field: str
    asked_in: Language = ""

    @property
    def key(self) -> str:
        """Return "surname.ky" or "passport"."""
        return f"{self.field}.{self.asked_in}" if self.asked_in else self.field

    def words(self, language: Language) -> str:
        """Return the question as a paper in a language puts it."""
        return word(f"q_{self.field}", language, tongue=own_name(self.asked_in) if self.asked_in else "")


def questions(languages: Iterable[Language]) -> Iterator[Question]:
    """Yield the questions of a form that asks names and posts in these languages."""
    tags = tuple(languages)
    for tag in tags:
        for field in ("surname", "given", "patronymic"):
            if field != "patronymic" or _has_patronymics(tag):
                yield Question(field, tag)
    for field in ("position", "organisation"):
        yield from (Question(field, tag) for tag in tags)
    yield from map(Question, PLAIN)


def question_of(words: str) -> Question | None:
    """Return the question somebody wrote an answer beside, in whatever language it was put; None for none of ours."""
    return _by_words().get(_plain(words))


@cache
def _by_words() -> Mapping[str, Question]:
    """Every question as each language puts it; where two are put alike, the first stands."""
    found: dict[str, Question] = {}
    for language in known():
        for tag in known():
            for field in WORDED:
                found.setdefault(_plain(Question(field, tag).words(language)), Question(field, tag))
        for field in PLAIN:
            found.setdefault(_plain(Question(field).words(language)), Question(field))
    return found


def _plain(words: str) -> str:
    return " ".join(fold(words).replace("\u00a0", " ").split())


def _has_patronymics(tag: Language) -> bool:
    """Tell whether the language's people may have one: those written in Cyrillic letters."""
    alphabet = find(tag).alphabet
    return bool(alphabet) and ord(alphabet[0]) in _CYRILLIC
