"""A person as a line of somebody's list gives it: read from a file, not yet known to the office."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from planner.rules.kinds import Capacity
from planner.rules.text import Language

ByLanguage = Mapping[Language, str]
"""The same fact as worded in each language; a language that is not there was not stated."""

NOTHING: ByLanguage = MappingProxyType({})


class PersonField(StrEnum):
    """What a column of a list of people may hold; `LANGUAGE_FIELDS` may be told apart by language."""

    SURNAME = "surname"
    GIVEN = "given"
    PATRONYMIC = "patronymic"
    FULL_NAME = "full_name"
    HONORIFIC = "honorific"
    POSITION = "position"
    DIVISION = "division"
    DEGREE = "degree"
    ORGANISATION = "organisation"
    DELEGATION = "delegation"
    COUNTRY = "country"
    CAPACITY = "capacity"
    RANK = "rank"
    LANGUAGES = "languages"
    EMAIL = "email"
    PHONE = "phone"
    PASSPORT = "passport"
    PASSPORT_EXPIRES = "passport_expires"
    BIRTH_DATE = "birth_date"
    DIET = "diet"
    HEALTH = "health"
    NOTE = "note"
    NUMBER = "number"


PASSPORT_LATIN: Language = "und-Latn"
"""The language of a name as it stands in a passport: Latin letters, whatever the tongue."""

NAME_FIELDS = frozenset({PersonField.SURNAME, PersonField.GIVEN, PersonField.PATRONYMIC, PersonField.FULL_NAME})
LANGUAGE_FIELDS = NAME_FIELDS | {
    PersonField.HONORIFIC,
    PersonField.POSITION,
    PersonField.DIVISION,
    PersonField.DEGREE,
    PersonField.ORGANISATION,
    PersonField.DELEGATION,
}
PRIVATE_FIELDS = (
    PersonField.EMAIL,
    PersonField.PHONE,
    PersonField.PASSPORT,
    PersonField.BIRTH_DATE,
    PersonField.DIET,
    PersonField.PASSPORT_EXPIRES,
    PersonField.HEALTH,
)
"""Sensitive facts: kept apart from the person, never in a paper that does not ask for them."""


class Problem(NamedTuple):
    """Something a person should look at: a line of the file (0 for the file as a whole) and a sentence.

    `message` is a catalog id, an English sentence with {named} values. A fatal problem rejects its line.
    """

    line: int
    message: str
    values: Mapping[str, str] = NOTHING
    fatal: bool = False

    def __str__(self) -> str:
        return re.sub(r"\{(\w+)\}", lambda place: self.values.get(place.group(1), place.group()), self.message)


class ImportedName(NamedTuple):
    """A name as one language of the list writes it; a mononym has a surname only."""

    surname: str
    given: str = ""
    patronymic: str = ""

    @property
    def full(self) -> str:
        """The parts that are there, surname first."""
        return " ".join(part for part in self if part)


class PersonRecord(NamedTuple):
    """One line of a list of people. Without names it stands for a post whose holder is to be confirmed.

    `country` is ISO 3166 alpha-2 where the wording was recognised, else the wording itself. `birth_date` is
    ISO 8601 where the date is beyond doubt, else as typed, with a problem. `private` is keyed by `PRIVATE_FIELDS`.
    `number` is the order the sending side gave its own people.
    """

    line: int
    names: Mapping[Language, ImportedName] = MappingProxyType({})
    honorific: ByLanguage = NOTHING
    position: ByLanguage = NOTHING
    organisation: ByLanguage = NOTHING
    delegation: ByLanguage = NOTHING
    country: str = ""
    capacity: Capacity | None = None
    rank: str = ""
    languages: tuple[Language, ...] = ()
    private: Mapping[str, str] = NOTHING
    note: str = ""
    number: str = ""
    problems: tuple[Problem, ...] = ()
    degree: ByLanguage = NOTHING


class Rejection(NamedTuple):
    """A line that is not taken, and why: a catalog id with {named} values."""

    line: int
    reason: str
    values: Mapping[str, str] = NOTHING

    def __str__(self) -> str:
        return str(Problem(self.line, self.reason, self.values))


class RecordSet(NamedTuple):
    """Every line of a table, once: taken as a record, or rejected with its reason."""

    records: tuple[PersonRecord, ...]
    rejected: tuple[Rejection, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def rows(self) -> int:
        """How many lines the table had."""
        return len(self.records) + len(self.rejected)
