"""Authored texts and names as lines of a cell in one language, each distinct string set once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from planner.documents.content import Line, Style
from planner.documents.data import PlaceData
from planner.documents.person_data import NameData, PersonData
from planner.language.direction import is_right_to_left, isolated, runs_leftwards
from planner.language.languages import find
from planner.language.names import full_form, initials_form, is_fathers_child, list_form
from planner.language.paper_words import missing, word
from planner.language.person_names import Name, text_form
from planner.language.typography import typeset
from planner.rules.kinds import NameOrder
from planner.rules.text import Language, Text

_NUMBER_AFTER = re.compile(r"(?<=[\w.,]) (?=\d[\w/.–-]*(?:,|$))")
_STREET_AFTER = re.compile(r"((?:^|, )\d[\w/-]*) (?=[^\W\d])")
_GAP: ContextVar[bool] = ContextVar("gap between initials", default=True)


@contextmanager
def initials_written(*, gap: bool) -> Iterator[None]:
    """Let initials stand with a gap between them or without, while a paper is composed."""
    token = _GAP.set(gap)
    try:
        yield
    finally:
        _GAP.reset(token)


class Wordings:
    """Sets texts in one language; what is not there becomes a visible mark, never another language.

    Attributes: `language`, `missing` (the mark as a line), `separator` (between parts of a line).
    """

    __slots__ = ("_lines", "_right_to_left", "language", "missing", "separator")

    def __init__(self, language: Language) -> None:
        self.language = language
        self.missing = Line(missing(language), Style.MISSING)
        self.separator = find(language).separator
        self._right_to_left = is_right_to_left(language)
        self._lines: dict[Style, dict[str, Line]] = {style: {} for style in Style}

    def line(self, text: Text, style: Style = Style.BODY) -> Line:
        """Return a text as a line, or the mark where its wording is missing."""
        wording = text.wordings.get(self.language)
        if wording is None:
            return self.missing
        return self._lines[style].get(wording.text) or self.plain(wording.text, style)

    def plain(self, wording: str, style: Style = Style.BODY) -> Line:
        """Return a wording of this language as a line, with the spaces that must not break; blank is missing."""
        known = self._lines[style]
        found = known.get(wording)
        if found is None:
            found = Line(typeset(wording, self.language), style) if wording.strip() else self.missing
            known[wording] = found
        return found

    def joined(self, texts: Iterable[Text], style: Style = Style.NOTE) -> list[Line]:
        """Return the texts joined into one line, and a mark once if any of them has no wording here."""
        given = [text for text in texts if text]
        words = [_numbered(wording) for text in given if (wording := text.get(self.language)).strip()]
        lines = [self.plain(self.separator.join(words), style)] if words else []
        return lines if len(words) == len(given) else [*lines, self.missing]

    def place(self, place: PlaceData, style: Style = Style.NOTE) -> list[Line]:
        """Return "venue, room, address" as lines."""
        return self.joined((place.venue, place.room, place.address), style)

    def word(self, key: str, **values: object) -> str:
        """Return one of the paper's own words."""
        return word(key, self.language, **values)

    def knows(self, key: str) -> bool:
        """Tell whether papers have such a word of their own."""
        return key in find(self.language).paper

    def list_name(self, person: PersonData) -> Line:
        """Return a person's name for a list, or the mark; a name is never transliterated in silence."""
        name = person.names.get(self.language)
        if name is None:
            return self.missing
        patronymic, order = (name.patronymic, name.order) if name.listed is None else without_patronymic(name)
        shown = list_form(name.surname, name.given, patronymic, order=order, language=self.language)
        return Line(shown, Style.STRONG) if shown else self.missing

    def card_name(self, person: PersonData) -> str:
        """Return a person's whole name for a card, in the order of lists but without capitals, or the mark's words."""
        name = person.names.get(self.language)
        if name is None:
            return self.missing.text
        patronymic, order = (name.patronymic, name.order) if name.listed is None else without_patronymic(name)
        return full_form(name.surname, name.given, patronymic, order=order, language=self.language)

    def listed_name(self, person: PersonData) -> str:
        """Return a person's whole name for a list written in lines: who sits where."""
        name = self.card_name(person)
        return name if self.language not in person.names else self._kept_apart(name)

    def full_name(self, person: PersonData) -> str:
        """Return a person's whole name for a line of text, or the mark's words."""
        name = person.names.get(self.language)
        if name is None:
            return self.missing.text
        shown = full_form(name.surname, name.given, name.patronymic, order=name.order, language=self.language)
        return self._kept_apart(shown)

    def text_name(self, person: PersonData) -> str:
        """Return a person's whole name as running text has it, given name first, or the mark's words."""
        name = person.names.get(self.language)
        if name is None:
            return self.missing.text
        whole = Name(name.surname, name.given, name.patronymic, name.order, self.language, person.country)
        return self._kept_apart(text_form(whole))

    def short_name(self, person: PersonData) -> str:
        """Return a person's surname with initials, or the mark's words."""
        name = person.names.get(self.language)
        if name is None:
            return self.missing.text
        shown = initials_form(
            name.surname, name.given, name.patronymic, language=self.language, gap=_GAP.get()
        )
        return self._kept_apart(shown)

    def _kept_apart(self, name: str) -> str:
        """Return a name so that, in a sentence written the other way, it does not turn its neighbours round."""
        return isolated(name) if name and runs_leftwards(name) != self._right_to_left else name


def _numbered(place: str) -> str:
    """Return a place so that no line begins with its number ("ул. Карла Маркса, 93") or ends in it ("93 Karla …")."""
    return _STREET_AFTER.sub("\\1\u00a0", _NUMBER_AFTER.sub("\u00a0", place))


def without_patronymic(name: NameData) -> tuple[str, NameOrder]:
    """Return what a profile leaves of a patronymic ("уулу" and "кызы" belong to the surname), and its order."""
    kept = name.patronymic if is_fathers_child(name.patronymic) else ""
    return kept, name.listed or name.order


def for_languages(languages: Iterable[Language]) -> tuple[Wordings, ...]:
    """Return one setter per language, in order."""
    return tuple(Wordings(language) for language in languages)
