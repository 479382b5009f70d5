"""What a name in one language may be in another: offered beside its fields, never typed in (handbook 4.1, 4.3)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from planner.language.catalog import mark
from planner.language.lookalikes import mend, script_of
from planner.language.transliteration import Scheme, cyrillic, romanise
from planner.rules.text import Language

PASSPORT = "und-Latn"
BY_SCHEME = {
    Scheme.ICAO: mark("ICAO: {name}"),
    Scheme.BGN: mark("BGN/PCGN: {name}"),
    Scheme.COMMON: mark("As the press writes: {name}"),
}
AS_IN_OTHER = mark("As in the other language: {name}")
BY_SOUND = mark("By its sound: {name}")
_LATIN_SCHEMES = (Scheme.COMMON, Scheme.ICAO, Scheme.BGN)
_NOT_RUSSIAN = str.maketrans(dict(zip("ңөүәғқұһіҢӨҮӘҒҚҰҺІ", "ноуагкухиНОУАГКУХИ", strict=True)))


class Parts(NamedTuple):
    """The parts of a name in one language."""

    surname: str = ""
    given: str = ""
    patronymic: str = ""


class NameOffer(NamedTuple):
    """A name to offer, and the sentence that says where it comes from ({name} is the whole of it)."""

    sentence: str
    parts: Parts

    @property
    def words(self) -> str:
        """The name in one line."""
        return " ".join(part for part in self.parts if part)


def offers(target: Language, names: Mapping[Language, Parts], country: str = "") -> tuple[NameOffer, ...]:
    """Return what the name may be in a language, the best first; nothing while nothing of it is missing there.

    Whoever comes from Kyrgyzstan or Kazakhstan is romanised by that table in the press, whatever language is at hand.
    """
    own = names.get(target, Parts())
    source = _source(target, names)
    if source is None or not _lacks(own, names[source], target):
        return ()
    parts = Parts(*(mend(part, source, name=True) for part in names[source]))
    if script_of(target) == "Latn":
        return _unique(_latin(target, parts, source, country), own)
    if script_of(target) == "Cyrl":
        return _unique(_cyrillic(target, parts, source), own)
    return ()


def _source(target: Language, names: Mapping[Language, Parts]) -> Language | None:
    """Return the language to make a name from: the one nearest to what its bearer writes."""
    there = [tag for tag, parts in names.items() if tag != target and any(parts)]
    script = script_of(target)
    ranks = {"ky": 0, "kk": 0, "ru": 1} if script == "Latn" else {"ru": 0, "ky": 1, "kk": 1, "en": 3, PASSPORT: 4}
    fitting = [tag for tag in there if script_of(tag) == "Cyrl" or (script == "Cyrl" and script_of(tag) == "Latn")]
    return min(fitting, key=lambda tag: (not all(names[tag][:2]), ranks.get(tag, 2)), default=None)


def _lacks(own: Parts, other: Parts, target: Language) -> bool:
    wanted = 2 if script_of(target) == "Latn" else 3  # a patronymic is not written in English, nor in a passport
    return any(theirs and not mine for mine, theirs in list(zip(own, other, strict=True))[:wanted])


def _latin(target: Language, parts: Parts, source: Language, country: str) -> list[NameOffer]:
    found = []
    for scheme in (Scheme.ICAO,) if target == PASSPORT else _LATIN_SCHEMES:
        home = {"KG": "ky", "KZ": "kk"}.get(country, source) if scheme is Scheme.COMMON else source
        surname, given = (romanise(part, scheme, home) for part in parts[:2])
        if target == PASSPORT:
            surname, given = surname.upper(), given.upper()
        found.append(NameOffer(BY_SCHEME[scheme], Parts(surname, given)))
    return found


def _cyrillic(target: Language, parts: Parts, source: Language) -> list[NameOffer]:
    if script_of(source) == "Latn":
        return [NameOffer(BY_SOUND, Parts(*(cyrillic(part, target) for part in parts[:2])))]
    words = [part.translate(_NOT_RUSSIAN) if target == "ru" else part for part in parts]
    return [NameOffer(AS_IN_OTHER, Parts(*words))]


def _unique(found: list[NameOffer], own: Parts) -> tuple[NameOffer, ...]:
    """Leave out what is offered already, and what the person wrote differs from: that is then the person's spelling."""
    kept: dict[Parts, NameOffer] = {}
    for offer in found:
        pairs = zip(own, offer.parts, strict=True)
        if any(offer.parts) and all(mine.casefold() == theirs.casefold() for mine, theirs in pairs if mine and theirs):
            kept.setdefault(offer.parts, offer)
    return tuple(kept.values())
