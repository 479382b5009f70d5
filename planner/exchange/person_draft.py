"""One row of a list of people while it is read: cells go in by field, a record comes out."""

from __future__ import annotations

from collections.abc import Sequence

from planner.exchange.birth_dates import read_day
from planner.exchange.capacities import capacity_in_post, capacity_named, languages_named
from planner.exchange.full_names import plain_case, split_full_name, split_given
from planner.exchange.mapping import FieldSpec
from planner.exchange.scripts import by_script, habits_of
from planner.language.catalog import mark
from planner.language.territories import country_code
from planner.rules.kinds import Capacity
from planner.rules.person_record import (
    LANGUAGE_FIELDS,
    NOTHING,
    PRIVATE_FIELDS,
    ImportedName,
    PersonField,
    PersonRecord,
    Problem,
)
from planner.rules.text import Language

NOBODY = mark("This line names neither a person nor a post.")
NO_LETTERS = mark("The name {name} has no letter in it.")
TO_BE_CONFIRMED = mark("Only the post is named; the person is to be confirmed.")
UNKNOWN_CAPACITY = mark("{text} is no capacity that is known here; it was kept in the note.")
UNKNOWN_LANGUAGE = mark("{text} is no language that is known here; it was kept in the note.")
UNKNOWN_COUNTRY = mark("{text} is no country that is known here; it was kept in the note.")

_F = PersonField


class RowRejected(Exception):
    """Why a row is not taken; never leaves the reading of its table."""

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values = values


class PersonDraft:
    """The facts of one row while its cells are read."""

    def __init__(self, line: int, language: Language, languages: Sequence[Language], day_first: bool | None) -> None:
        self._line = line
        self._language = language
        self._languages = languages
        self._day_first = day_first
        self._worded: dict[PersonField, dict[Language, str]] = {}
        self._single: dict[PersonField, str] = {}
        self._notes: list[str] = []
        self._problems: list[Problem] = []

    def problem(self, message: str, **values: str) -> None:
        """Note something a person should look at."""
        self._problems.append(Problem(self._line, message, values))

    def put(self, spec: FieldSpec, header: str, text: str) -> None:
        """Take the clean text of one cell; an unqualified wording never displaces that of its own column."""
        if not text:
            return
        if spec.field not in LANGUAGE_FIELDS:
            self._single[spec.field] = text
            return
        worded = self._worded.setdefault(spec.field, {})
        if spec.language:
            worded[spec.language] = _one_line(text)
            return
        for language, part in by_script(text, self._language, self._languages).items():
            worded.setdefault(language, _one_line(part))

    def record(self) -> PersonRecord:
        """Return what the row says; raise `RowRejected` where it names neither person nor post."""
        names = self._names()
        position = self._positions()
        if not names and not position:
            raise RowRejected(NOBODY)
        self._check_letters(names, position)
        if not names:
            self.problem(TO_BE_CONFIRMED)
        delegation = self._worded.get(_F.DELEGATION, {})
        country, capacity, languages = self._country(delegation), self._capacity(position), self._spoken()
        private = self._private()
        return PersonRecord(
            line=self._line,
            names=names,
            honorific=self._worded.get(_F.HONORIFIC, NOTHING),
            position=position or NOTHING,
            organisation=self._worded.get(_F.ORGANISATION, NOTHING),
            delegation=delegation or NOTHING,
            country=country,
            capacity=capacity,
            rank=_one_line(self._single.get(_F.RANK, "")),
            languages=languages,
            private=private or NOTHING,
            note="\n".join([*filter(None, [self._single.get(_F.NOTE)]), *self._notes]),
            number=_one_line(self._single.get(_F.NUMBER, "")),
            problems=tuple(self._problems),
            degree=self._worded.get(_F.DEGREE, NOTHING),
        )

    def _names(self) -> dict[Language, ImportedName]:
        names: dict[Language, ImportedName] = {}
        parts = [self._worded.get(field, {}) for field in (_F.SURNAME, _F.GIVEN, _F.PATRONYMIC)]
        whole = self._worded.get(_F.FULL_NAME, {})
        for language in dict.fromkeys((*parts[0], *parts[1], *parts[2], *whole)):
            surname, given, patronymic = (part.get(language, "") for part in parts)
            if surname or given or patronymic:
                names[language] = _from_parts(surname, given, patronymic)
            else:
                names[language] = self._split(whole[language], language)
        return names

    def _split(self, text: str, language: Language) -> ImportedName:
        name, honorific, rest = split_full_name(text, habits_of(text, language))
        if honorific:
            self._worded.setdefault(_F.HONORIFIC, {}).setdefault(language, honorific)
        if rest:
            self._post_from_name(rest, language)
        return name

    def _post_from_name(self, rest: str, language: Language) -> None:
        posts = self._worded.setdefault(_F.POSITION, {})
        if posts.setdefault(language, rest) != rest:
            self._notes.append(rest)

    def _positions(self) -> dict[Language, str]:
        """Return the posts, each followed by its division: "Director, Climate Division"."""
        posts = dict(self._worded.get(_F.POSITION, {}))
        for language, division in self._worded.get(_F.DIVISION, {}).items():
            post = posts.get(language, "")
            if division.casefold() not in post.casefold():
                posts[language] = f"{post}, {division}" if post else division
        return posts

    def _check_letters(self, names: dict[Language, ImportedName], position: dict[Language, str]) -> None:
        """Drop names without any letter; refuse the row if nothing else says who is meant."""
        for language, name in list(names.items()):
            if not any(sign.isalpha() for sign in name.full):
                if not position:
                    raise RowRejected(NO_LETTERS, name=name.full[:50])
                self._notes.append(name.full)
                del names[language]

    def _country(self, delegation: dict[Language, str]) -> str:
        stated = _one_line(self._single.get(_F.COUNTRY, ""))
        code = country_code(stated) if stated else ""
        code = code or next(filter(None, map(country_code, delegation.values())), "")
        if stated and not code:
            self._keep(UNKNOWN_COUNTRY, stated)
        return code

    def _capacity(self, position: dict[Language, str]) -> Capacity | None:
        stated = _one_line(self._single.get(_F.CAPACITY, ""))
        if not stated:
            return next(filter(None, map(capacity_in_post, position.values())), None)
        capacity = capacity_named(stated)
        if capacity is None:
            self._keep(UNKNOWN_CAPACITY, stated)
        return capacity

    def _spoken(self) -> tuple[Language, ...]:
        tags, unknown = languages_named(self._single.get(_F.LANGUAGES, ""))
        for word in unknown:
            self._keep(UNKNOWN_LANGUAGE, word)
        return tags

    def _private(self) -> dict[str, str]:
        private = {str(name): _one_line(self._single[name]) for name in PRIVATE_FIELDS if name in self._single}
        for field in (_F.BIRTH_DATE, _F.PASSPORT_EXPIRES):
            if text := private.get(field):
                read = read_day(text, day_first=self._day_first)
                private[field.value] = read.text
                if read.problem:
                    self.problem(read.problem, text=text)
        return private

    def _keep(self, message: str, text: str) -> None:
        self.problem(message, text=text)
        self._notes.append(text)


def _one_line(text: str) -> str:
    return text.replace("\n", " ") if "\n" in text else text


def _from_parts(surname: str, given: str, patronymic: str) -> ImportedName:
    """Make a name of its columns: "Иван Иванович" under "Имя" is two names, ИВАНОВ beside Иван is marked only."""
    if given and not patronymic:
        given, patronymic = split_given(given.split())
    if surname.isupper() and len(surname) > 1 and any(sign.islower() for sign in given + patronymic):
        surname = " ".join(plain_case(word) for word in surname.split())
    return ImportedName(surname, given, patronymic)
