"""Who in a list is the same person: as somebody else in the list, or as somebody the office knows.

Two people are one when their whole names, folded and in any order of their parts, are equal in a language both have,
and nothing contradicts it: another delegation, another country, another passport or day of birth. An equal passport or
e-mail address outweighs another delegation. Inside one file two lines of the same name without a common delegation are
two people if their organisations differ; someone the office knows may have moved to another organisation, so against
the office that is a change. Each known person is matched once.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from planner.rules.kinds import Capacity
from planner.rules.person_record import NOTHING, ByLanguage, ImportedName, PersonRecord
from planner.rules.text import Language

Fold = Callable[[str], str]
NAMESAKES = 50
"""So many people of one name are compared with each other; beyond that only equal delegations and posts count."""

_Key = tuple[Language, str]
_WORDS = re.compile(r"[^\W_]+")
_IDENTIFIERS = ("passport", "email")
_UNIQUE = ("passport", "birth_date")


class KnownPerson(NamedTuple):
    """A person of the office. What is None is not compared; delegation and capacity are those at the event."""

    id: int
    names: Mapping[Language, ImportedName]
    position: ByLanguage = NOTHING
    organisation: ByLanguage = NOTHING
    country: str = ""
    delegation: ByLanguage = NOTHING
    capacity: Capacity | None = None
    takes_part: bool = False
    languages: tuple[Language, ...] | None = None
    private: Mapping[str, str] | None = None
    former: tuple[tuple[Language, ImportedName], ...] = ()  # spellings of before: known again, and no change
    degree: ByLanguage = NOTHING


class KnownPlace(NamedTuple):
    """A place at the event for which only a post has been named."""

    id: int
    position: ByLanguage
    delegation: ByLanguage = NOTHING


class Folding:
    """Folds words and whole names, each wording once."""

    def __init__(self, fold: Fold) -> None:
        self._fold = fold
        self._texts: dict[str, str] = {}
        self._names: dict[ImportedName, str] = {}

    def text(self, text: str) -> str:
        """Return a wording as it is compared."""
        folded = self._texts.get(text)
        if folded is None:
            folded = self._texts[text] = self._fold(text) if text else ""
        return folded

    def name(self, name: ImportedName) -> str:
        """Return the parts of a name in alphabetical order: who writes the surname last means the same person."""
        key = self._names.get(name)
        if key is None:
            folded = self._fold(name.full)
            key = self._names[name] = " ".join(sorted(_WORDS.findall(folded))) or folded
        return key

    def keys(self, names: Mapping[Language, ImportedName]) -> list[_Key]:
        """Return what the people of this name are filed under, by language."""
        return [(language, self.name(name)) for language, name in names.items()]


class _Facts(NamedTuple):
    """What tells namesakes apart: of a known person, or of the lines read so far."""

    delegation: ByLanguage
    organisation: ByLanguage
    position: ByLanguage
    country: str
    private: Mapping[str, str]


@dataclass(slots=True)
class Group:
    """The lines of one person in the file. `facts` is what they say together, the last word standing."""

    records: list[PersonRecord]
    facts: _Facts
    keys: dict[_Key, None]
    person: KnownPerson | None = None
    like: tuple[int, ...] = ()


def facts_of(source: PersonRecord | KnownPerson) -> _Facts:
    """Return what tells somebody from namesakes."""
    return _Facts(source.delegation, source.organisation, source.position, source.country, source.private or NOTHING)


def _together(one: _Facts, other: _Facts) -> _Facts:
    return _Facts(
        {**one.delegation, **other.delegation},
        {**one.organisation, **other.organisation},
        {**one.position, **other.position},
        other.country or one.country,
        {**one.private, **other.private},
    )


def group_people(records: Iterable[PersonRecord], folding: Folding) -> list[Group]:
    """Gather the lines of each person, in the order in which the people first appear."""
    groups: list[Group] = []
    by_name: dict[_Key, list[Group]] = defaultdict(list)
    by_context: dict[tuple[Any, ...], Group] = {}
    for record in records:
        keys = folding.keys(record.names)
        facts = facts_of(record)
        context = (keys[0], *_context(facts, folding))
        namesakes = (group for key in keys for group in by_name[key][:NAMESAKES])
        home = by_context.get(context) or next(
            (group for group in namesakes if _one_in_file(group.facts, facts, folding)), None
        )
        if home is None:
            home = Group([], facts, {})
            groups.append(home)
        home.records.append(record)
        home.facts = _together(home.facts, facts)
        by_context.setdefault(context, home)
        for key in keys:
            if key not in home.keys:
                home.keys[key] = None
                by_name[key].append(home)
    return groups


def _context(facts: _Facts, folding: Folding) -> tuple[Any, ...]:
    stated = (facts.delegation, facts.organisation)
    worded = tuple(tuple(sorted((language, folding.text(text)) for language, text in part.items())) for part in stated)
    return (*worded, facts.country, *(facts.private.get(name, "") for name in (*_IDENTIFIERS, "birth_date")))


def _agree(one: ByLanguage, other: ByLanguage, folding: Folding) -> bool | None:
    """Tell whether two wordings are the same in a language both have; None where there is no such language."""
    shared = [language for language in one if language in other]
    if not shared:
        return None
    return any(folding.text(one[language]) == folding.text(other[language]) for language in shared)


def _equal(one: str, other: str, folding: Folding) -> bool | None:
    return folding.text(one) == folding.text(other) if one and other else None


def _score(one: _Facts, other: _Facts, folding: Folding) -> int | None:
    """Return how much speaks for one person, None where something speaks against it."""
    if any(_equal(one.private.get(name, ""), other.private.get(name, ""), folding) is False for name in _UNIQUE):
        return None
    identified = any(_equal(one.private.get(name, ""), other.private.get(name, ""), folding) for name in _IDENTIFIERS)
    delegation = _agree(one.delegation, other.delegation, folding)
    country = _equal(one.country, other.country, folding)
    if not identified and (delegation is False or country is False):
        return None
    organisation = _agree(one.organisation, other.organisation, folding)
    position = _agree(one.position, other.position, folding)
    return 256 * identified + 8 * bool(delegation) + 4 * bool(organisation) + 2 * bool(country) + bool(position)


def _strange(facts: _Facts, person: KnownPerson, folding: Folding) -> int:
    """Count what is known of a person and was not said so: of two who fit, the one with less of it is meant."""
    parts = ((facts.delegation, person.delegation), (facts.organisation, person.organisation))
    return sum(
        folding.text(said.get(language, "")) != folding.text(text)
        for said, stood in (*parts, (facts.position, person.position))
        for language, text in stood.items()
    )


def _one_in_file(one: _Facts, other: _Facts, folding: Folding) -> bool:
    """Tell whether two lines of one name are one person: without a common delegation, the organisation decides."""
    score = _score(one, other, folding)
    if score is None:
        return False
    return score > 1 or _agree(one.organisation, other.organisation, folding) is not False


class _Register:
    """The known people by name, and by name and place where very many bear one name."""

    def __init__(self, known: Sequence[KnownPerson], folding: Folding) -> None:
        self._folding = folding
        self._by_name: dict[_Key, list[KnownPerson]] = defaultdict(list)
        self._by_place: dict[tuple[Any, ...], list[KnownPerson]] = defaultdict(list)
        self._asked: Counter[_Key] = Counter()
        for person in known:
            for key in _all_keys(person, folding):
                self._by_name[key].append(person)
        for key, people in self._by_name.items():
            for person in people if len(people) > NAMESAKES // 2 else ():
                self._by_place[key, *self._place(facts_of(person))].append(person)

    def candidates(self, group: Group) -> list[KnownPerson]:
        """Return the people of this name, each once; beyond `NAMESAKES` only those in the same place."""
        found: dict[int, KnownPerson] = {}
        for key in group.keys:
            people = self._by_name.get(key, [])
            self._asked[key] += 1
            if len(people) > NAMESAKES // 2 and max(len(people), self._asked[key]) > NAMESAKES:
                people = self._by_place.get((key, *self._place(group.facts)), [])[:NAMESAKES]
            found.update((person.id, person) for person in people)
        return list(found.values())

    def _place(self, facts: _Facts) -> tuple[Any, ...]:
        return _context(facts, self._folding)[:2]


def _all_keys(person: KnownPerson, folding: Folding) -> Iterable[_Key]:
    keys = folding.keys(person.names)
    if not person.former:
        return keys
    return dict.fromkeys([*keys, *((language, folding.name(name)) for language, name in person.former)])


def match_known(groups: Sequence[Group], known: Sequence[KnownPerson], folding: Folding) -> None:
    """Give each group the known person for whom most speaks, and each known person to one group at most."""
    register = _Register(known, folding)
    offers: list[tuple[int, int, int, int, KnownPerson]] = []
    for number, group in enumerate(groups):
        candidates = register.candidates(group)
        for person in candidates:
            score = _score(group.facts, facts_of(person), folding)
            if score is not None:
                named = len({key[0] for key in _all_keys(person, folding) if key in group.keys})
                strange = _strange(group.facts, person, folding) + len(person.names) - named
                offers.append((-score - 16 * named, strange, number, person.id, person))
        group.like = tuple(person.id for person in candidates)
    taken: set[int] = set()
    for _, _, number, person_id, person in sorted(offers, key=lambda offer: offer[:4]):
        if groups[number].person is None and person_id not in taken:
            groups[number].person = person
            taken.add(person_id)
