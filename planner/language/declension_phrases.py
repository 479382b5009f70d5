"""Russian cases of posts, organisations and places, suggested only where a rule is safe (handbook 4.4).

A post or an organisation declines in its adjectives and its first noun; what follows stays. The nouns are those of
`resources/names/cases-ru.toml`: a text that begins otherwise gets nothing rather than a guess.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from planner.language.declension import OBLIQUE, Case, Forms, ends, first_declension, forms, same, second_declension
from planner.paths import resources

_BORDER = re.compile(r"(,\s+|\s+[—–]\s+)")
_PREFIXES = frozenset(("вице", "экс", "пресс", "шеф", "обер", "арт", "бизнес", "медиа", "премьер", "штаб"))
_WITH_VOWEL = re.compile(r"щ|вс|вт|[сзшж][бвгджзклмнпрстфхцчшщ]")
"""How words begin before which "с" is "со"."""
_LINKS = frozenset(("на", "под", "при", "над"))
_VOWELS_KEPT = "оеёиуюэ"


class Noun(NamedTuple):
    """A noun a phrase may begin with: gender "m", "f", "n", and whether it is somebody."""

    gender: str
    animate: bool
    irregular: Forms | None = None


class _Table(NamedTuple):
    nouns: dict[str, Noun]
    adjectives: frozenset[str]
    places: dict[str, Forms]


def phrase_cases(phrase: str) -> dict[Case, str]:
    """Return a post or an organisation in the five cases; nothing where no rule is sure."""
    pieces = _BORDER.split(phrase)
    found = [_part(piece) for piece in pieces[::2]]
    if not phrase or any(part is None for part in found):
        return {}
    rows = [part for part in found if part]
    result = {}
    for at, case in enumerate(OBLIQUE):
        words = [rows[place // 2][at] if place % 2 == 0 else piece for place, piece in enumerate(pieces)]
        result[case] = "".join(words)
    return result


def place_cases(name: str) -> dict[Case, str]:
    """Return a place in the five cases: of a compound foreign name the last part declines alone (в Джалал-Абаде)."""
    words = name.split(" ")
    if len(words) == 2:
        noun = _place(words[1])
        gender = "f" if words[1][-1:] in "ая" else "m"
        adjective = _adjective(words[0], Noun(gender, False)) if words[0] else None
        rows = [adjective, noun] if adjective and noun else []
    else:
        row = _place(name) if len(words) == 1 and name else None
        rows = [row] if row else []
    if not rows:
        return {}
    return {case: " ".join(form) for case, *form in zip(OBLIQUE, *rows, strict=True)}


def with_preposition(words: str) -> str:
    """Put "с" or "со" before words in the instrumental: "со старшим советником", "со вторым заместителем"."""
    return f"{'со' if _WITH_VOWEL.match(words.lower()) else 'с'} {words}"


def _part(part: str) -> Forms | None:
    """Decline one part of a phrase between commas and dashes."""
    if part.lower().startswith(("и. о.", "и.о.", "и.\u00a0о.", "врио ")):
        return same(part)
    words = part.split(" ")
    if len(words[0]) > 1 and words[0].isupper() and words[0].isalpha():
        return same(part)  # an abbreviation
    for at, word in enumerate(words):
        if word.lower() in _table().adjectives and _next_noun(words, at) is None:
            return _joined(words, at, _person_adjective(word), Noun("f" if word.endswith("ая") else "m", True))
        if noun := _noun(word):
            return _joined(words, at, _declined(word, noun), noun)
    return None


def _next_noun(words: list[str], at: int) -> Noun | None:
    """Return the noun right after a word that may be an adjective here: "учёный секретарь"."""
    for word in words[at + 1 : at + 3]:
        if word.lower() in _table().adjectives or (noun := _noun(word)):
            return noun if word.lower() not in _table().adjectives else Noun("m", True)
    return None


def _joined(words: list[str], at: int, head: Forms, noun: Noun) -> Forms | None:
    """Put the adjectives before a head, and what follows it, to its forms."""
    rest = words[at + 1 :]
    if any(a.lower() == "и" and (_noun(b) or b.endswith(("ый", "ий", "ая"))) for a, b in pairwise(rest)):
        return None  # "директор и министр": does the second one belong to the first?
    before = [same(word) if word.lower() == "и" else _adjective(word, noun) for word in words[:at]]
    if any(row is None for row in before):
        return None
    rows = [*(row for row in before if row), head, *(same(word) for word in rest)]
    return forms(" ".join(form) for form in zip(*rows, strict=True))


def _noun(word: str) -> Noun | None:
    nouns = _table().nouns
    first, hyphen, last = word.lower().partition("-")
    if not hyphen or first in _PREFIXES:
        return nouns.get(last if hyphen else first)
    return nouns.get(last) if first in nouns else None


def _declined(word: str, noun: Noun) -> Forms:
    first, hyphen, last = word.rpartition("-")
    own = _plain(last, noun)
    if not hyphen:
        return own
    kept = same(first) if first.lower() in _PREFIXES else _plain(first, _table().nouns[first.lower()])
    return forms("-".join(pair) for pair in zip(kept, own, strict=True))


def _plain(word: str, noun: Noun) -> Forms:
    if noun.irregular:
        return forms(word[:1] + form[1:] for form in noun.irregular)
    if noun.gender == "f":
        return ends(word[:-1], "и", "и", "ь", "ью", "и") if word.endswith("ь") else first_declension(word)
    if noun.gender == "n":
        return _neuter(word)
    found = second_declension(word)
    return found if noun.animate else (found[0], found[1], word, found[3], found[4])


def _neuter(word: str) -> Forms:
    if word.endswith("ие"):
        return ends(word[:-1], "я", "ю", "е", "ем", "и")
    if word.endswith("е"):
        return ends(word[:-1], "а", "у", "е", "ем", "е")
    return same(word) if word.lower() == "бюро" else ends(word[:-1], "а", "у", "о", "ом", "е")


def _person_adjective(word: str) -> Forms:
    return _adjective(word, Noun("f" if word.endswith("ая") else "m", True)) or same(word)


def _adjective(word: str, noun: Noun) -> Forms | None:
    """Decline an adjective that agrees with a noun; None where its ending is not of that gender."""
    lower = word.lower()
    if not lower.isalpha() and "-" not in lower:
        return None
    stem, ending = word[:-2], lower[-2:]
    soft = ending in ("яя", "ее") or (ending == "ий" and lower[-3:-2] in "нжшщч")
    hushed = lower[-3:-2] in "жшщч"
    if noun.gender == "f" and ending in ("ая", "яя"):
        if soft or hushed:
            return ends(stem, "ей", "ей", "юю" if soft else "ую", "ей", "ей")
        return ends(stem, "ой", "ой", "ую", "ой", "ой")
    if (noun.gender == "m" and ending in ("ый", "ий", "ой")) or (noun.gender == "n" and ending in ("ое", "ее")):
        acc = ("его" if soft else "ого") if noun.animate else ending
        if soft:
            return ends(stem, "его", "ему", acc, "им", "ем")
        by = "им" if lower[-3:-2] in "гкхжшщч" else "ым"
        return ends(stem, "ого", "ому", acc, by, "ом")
    return None


def _place(name: str) -> Forms | None:
    """Decline one word of a place."""
    if known := _table().places.get(name):
        return known
    parts = name.split("-")
    if len(parts) == 3 and parts[1] in _LINKS:  # Ростов-на-Дону
        first = _place(parts[0])
        return forms(f"{form}-{parts[1]}-{parts[2]}" for form in first) if first else None
    last = parts[-1]
    own = _table().places.get(last) or _by_ending(last)
    return forms("-".join((*parts[:-1], form)) for form in own) if own else None


def _by_ending(word: str) -> Forms | None:
    lower = word.lower()
    if len(word) < 2 or not all("а" <= letter <= "я" or letter in "ёңөү" for letter in lower):
        return None
    if lower[-1] in _VOWELS_KEPT:
        return same(word)
    if lower[-1] in "ая":
        return first_declension(word)
    if lower.endswith(("ий", "ый")):
        return _adjective(word, Noun("m", False))
    if lower[-1] in "ыйьъ" or lower.endswith(("ец", "ок", "ёл", "их", "ых")):
        return None
    found = second_declension(word)
    return (found[0], found[1], word, found[3], found[4])


@cache
def _table() -> _Table:
    path = resources() / "names" / "cases-ru.toml"
    with path.open("rb") as file:
        found: dict[str, Any] = tomllib.load(file)
    nouns = {word: Noun("m", True) for word in found["persons"]["masculine"]}
    nouns |= {word: Noun("m", True, forms(rows)) for word, rows in found["persons"]["irregular"].items()}
    for gender in ("masculine", "feminine", "neuter"):
        nouns |= {word: Noun(gender[0], False) for word in found["things"][gender]}
    adjectives = frozenset(found["persons"]["as_adjectives"]["words"])
    return _Table(nouns, adjectives, {name: forms(rows) for name, rows in found["places"].items()})
