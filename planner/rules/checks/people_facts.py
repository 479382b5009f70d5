"""What the checks know of the people of an event: persons, their places in delegations, who looks after whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from planner.rules.kinds import Capacity, Side
from planner.rules.said import Said
from planner.rules.text import EMPTY, Language, Text

Spellings = Mapping[Language, Mapping[str, tuple[tuple[str, str], ...]]]
"""Surnames with the whole names, by language, then by first letter and length: to be compared with words."""
INFLECTED = frozenset({"ru", "ky", "kk", "uk", "be", "mn", "tg"})
"""Languages in which a name in a text has other endings than in a list: these are left out where it is compared."""
NO_SPELLINGS: Spellings = MappingProxyType({})


class Post(NamedTuple):
    """A post somebody holds or held."""

    id: int
    title: Text = EMPTY
    level: int | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    confirmed_on: date | None = None


class Private(NamedTuple):
    """What was answered in confidence; empty means that it was not asked or not said."""

    passport: bool = False
    passport_expires: date | None = None
    visa_until: date | None = None
    citizenship: str = ""
    diet: str = ""
    fasting: str = ""
    prayer: bool = False
    access: str = ""


class Person(NamedTuple):
    """Somebody of the event. `names` are whole names by language, `surnames` the same for surnames."""

    id: int
    names: Mapping[Language, str] = MappingProxyType({})
    surnames: Mapping[Language, str] = MappingProxyType({})
    passport_name: str = ""
    country: str = ""
    languages: tuple[Language, ...] = ()
    deceased: bool = False
    posts: tuple[Post, ...] = ()
    private: Private = Private()
    former: tuple[tuple[Language, str], ...] = ()  # surnames that do not hold on the days of the event


class Member(NamedTuple):
    """A place in a delegation. `person` is None while only a post is named; `level` 1 is the highest rank."""

    id: int
    delegation_id: int
    side: Side
    capacity: Capacity = Capacity.MEMBER
    state: str = "confirmed"
    place: int = 1
    person: Person | None = None
    position: Text = EMPTY
    post_id: int | None = None
    own_title: bool = False
    level: int | None = None
    field: str = ""
    country: str = ""
    spouse_of: int | None = None
    replaces: int | None = None

    @property
    def coming(self) -> bool:
        """Tell whether the place is not declined."""
        return self.state != "declined"

    def called(self, *languages: Language) -> Said:
        """Return the name in the first of these languages, else in any, else the post."""
        name = Said.of(self.person.names if self.person else {}, languages)
        return name or Said.of(self.position, languages)


class Delegation(NamedTuple):
    """A delegation; `name` is what to call it in a sentence."""

    id: int
    side: Side
    name: Text = EMPTY
    heading: Text = EMPTY
    organisation_id: int | None = None
    organisation: Text = EMPTY
    country: str = ""


class OnTrack(NamedTuple):
    """A place or a whole delegation that is on a track: its items are theirs."""

    track_id: int
    member_id: int | None = None
    delegation_id: int | None = None


class Care(NamedTuple):
    """A liaison officer and whom he looks after."""

    officer_id: int
    member_id: int | None = None
    delegation_id: int | None = None


def spellings_of(people: Iterable[Person]) -> Spellings:
    """Return the surnames of people; in an inflected language they are compared with more care."""
    found: dict[Language, dict[str, set[tuple[str, str]]]] = {}
    for person in people:
        for language, surname in person.surnames.items():
            if len(surname) > 4:
                pair = (surname, person.names.get(language, ""))
                found.setdefault(language, {}).setdefault(f"{surname[0]}{len(surname)}", set()).add(pair)
    return {tag: {key: tuple(sorted(names)) for key, names in by.items()} for tag, by in found.items()}
