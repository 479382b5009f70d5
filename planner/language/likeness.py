"""Names that may be one name: other spelling, script, transliteration, order, initials (handbook 4.1, 4.3, W-27).

A name is compared by what it sounds like: the parts in Latin letters in which the tables of transliteration agree
(ж, zh and j are one letter). Among thousands of names the near ones are found by their parts, not each with each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from threading import Lock
from typing import NamedTuple

from rapidfuzz.distance import OSA

from planner.language.search import fold
from planner.rules.likeness import Likeness

MOST_EDITS = 2
RARE = 3
"""So many bear a part of a name that tells much: the two themselves, and a third."""
FEW = 200
"""Up to so many changed names, the others are not compared again."""
_INITIAL, _OTHER = 10, 99
_LONG = 4
"""From so many letters on, two of a part may differ; of a shorter part one."""
_WHOLE = 6
"""A whole name of fewer letters is not compared without its gaps, and two letters are too many for such a part."""
_HEAD = 7
"""Where the first so many letters of two parts have no common gap, more than two letters differ."""

_WORDS = re.compile(r"[^\W_]+")
_TITLES = frozenset(
    "mr mrs ms miss mx mme mlle dr prof professor he hon sir dame lord lady rev amb ambassador herr frau sra srta hrh "
    "hh phd jr sr гн гжа господин госпожа др доктор проф профессор мистер миссис товарищ тов мырза аиым".split()
)
_SPELT_TITLES = re.compile(r"\b(?:h\.\s?e\.|г-?\s?н|г-?\s?жа|д-?\s?р)(?=[\s.]|$)", re.IGNORECASE)
_CYRILLIC = dict(zip("абвгдезиклмнопрстуфхы", "abvgdeziklmnoprstufhi", strict=True)) | {
    "ж": "J", "й": "i", "ц": "ts", "ч": "C", "ш": "S", "щ": "S", "ъ": "", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
_LATIN = (
    ("shch", "S"), ("sch", "S"), ("sh", "S"), ("tch", "C"), ("ch", "C"), ("dzh", "J"), ("dj", "J"), ("zh", "J"),
    ("j", "J"), ("kh", "h"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("tz", "ts"), ("x", "ks"), ("ck", "k"),
    ("ce", "se"), ("ci", "si"), ("cy", "si"), ("c", "k"), ("q", "k"), ("w", "v"), ("y", "i"), ("ou", "u"), ("oo", "u"),
)  # fmt: skip
_EQUAL = (("dJ", "J"), ("ie", "e"))
_TWICE = re.compile(r"(.)\1+")


class Spelling(NamedTuple):
    """A name as it is compared: its parts folded, as sounds, and the sounds of those that are no initials."""

    words: tuple[str, ...]
    sounds: tuple[str, ...]
    full: tuple[str, ...]


@lru_cache(maxsize=65_536)
def spelling(name: str) -> Spelling:
    """Return a whole name as it is compared."""
    words = _WORDS.findall(fold(_SPELT_TITLES.sub(" ", name)))
    kept = tuple([word for word in words if word not in _TITLES] or words)
    sounds = tuple(map(sound, kept))
    full = (heard for word, heard in zip(kept, sounds, strict=True) if len(word) > 1 or _is_han(word))
    return Spelling(kept, sounds, tuple(full))


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """Return what a folded word sounds like, in the letters in which transliterations agree."""
    heard = "".join(_CYRILLIC.get(letter, letter) for letter in word) if not word.isascii() else _latin(word)
    for letters, one in _EQUAL:
        heard = heard.replace(letters, one)
    return _TWICE.sub(r"\1", heard)


def likeness(one: Spelling, other: Spelling) -> Likeness | None:
    """Return how alike two spellings are, None where they are names of two people."""
    return _part_by_part(one, other) or _glued(one, other)


class NearNames:
    """Names by their parts, each under a number of its owner's; finds those that may be the same name."""

    def __init__(self, names: Mapping[int, Iterable[Spelling]]) -> None:
        self._names: dict[int, tuple[Spelling, ...]] = {}
        self._by_part: dict[str, set[int]] = defaultdict(set)
        self._by_gap: dict[str, list[str]] = defaultdict(list)
        self._short: set[int] = set()
        self._near: dict[str, tuple[frozenset[int], ...]] = {}
        for owner, spellings in names.items():
            self._put(owner, tuple(dict.fromkeys(spellings)))

    def replace(self, owner: int, spellings: Iterable[Spelling]) -> None:
        """Give somebody other names; without any, take the owner away."""
        for one in self._names.pop(owner, ()):
            for part in _parts(one):
                self._by_part[part].discard(owner)
        self._short.discard(owner)
        self._put(owner, tuple(dict.fromkeys(spellings)))
        self._near.clear()

    def like(self, one: Spelling) -> Iterator[tuple[int, Likeness]]:
        """Yield the owners of names like this one, each with its nearest name."""
        for owner in self._candidates(one):
            found = nearest([one], self._names[owner])
            if found is not None:
                yield owner, found._replace(rare=self._is_rare(one, owner))

    def pairs(self, owners: Collection[int] | None = None) -> Iterator[tuple[int, int, Likeness]]:
        """Yield every two owners whose names are alike, the smaller number first; of some owners, or of all."""
        seen: set[tuple[int, int]] = set()
        for owner in list(self._names) if owners is None else owners:
            for one in self._names.get(owner, ()):
                for other in self._candidates(one):
                    pair = (min(owner, other), max(owner, other))
                    if owner == other or pair in seen:
                        continue
                    seen.add(pair)
                    found = nearest(self._names[pair[0]], self._names[pair[1]])
                    if found is not None:
                        yield *pair, found._replace(rare=self._is_rare(one, other))

    def _put(self, owner: int, spellings: tuple[Spelling, ...]) -> None:
        if not spellings:
            return
        self._names[owner] = spellings
        for one in spellings:
            for part in _parts(one):
                if part not in self._by_part:
                    for variant in _gaps(part):
                        self._by_gap[variant].append(part)
                self._by_part[part].add(owner)
            if len(one.full) < len(one.words) or len(one.full) < 2:
                self._short.add(owner)

    def _candidates(self, one: Spelling) -> set[int]:
        """Two names share two parts, with two other letters in all, unless one has initials for all parts but one."""
        near = list(map(self._owners_of, *_full(one)))
        found: set[int] = set()
        if len(near) < 2:
            return found.union(*(owners[-1] for owners in near))
        for place, first in enumerate(near):
            found |= first[1] & self._short
            for second in near[place + 1 :]:
                found |= (first[0] & second[2]) | (first[1] & second[1]) | (first[2] & second[0])
        for part in _neighbours_glued(one):
            found |= self._owners_near(part)[1]
        return found

    def _is_rare(self, one: Spelling, owner: int) -> bool:
        """Tell whether hardly anybody else bears a part of the name the two have in common."""
        return any(owner in near[-1] and len(near[-1]) <= RARE for near in map(self._owners_of, *_full(one)))

    def _owners_of(self, heard: str, word: str) -> tuple[frozenset[int], ...]:
        if heard == word:
            return self._owners_near(heard)
        found = self._near.get(f"{heard} {word}")
        if found is None:
            both = zip(self._owners_near(heard), self._owners_near(word), strict=True)
            found = self._near[f"{heard} {word}"] = tuple(one | other for one, other in both)
        return found

    def _owners_near(self, part: str) -> tuple[frozenset[int], ...]:
        """Return who bears this part, who this or one with one other letter, and who any with two."""
        found = self._near.get(part)
        if found is None:
            within: tuple[set[int], ...] = (set(), set(), set())
            for other in {other for variant in _gaps(part) for other in self._by_gap.get(variant, ())}:
                edits = _edits(part, other)
                if edits <= MOST_EDITS and edits <= _most(part, other):
                    for owners in within[edits:]:
                        owners |= self._by_part[other]
            found = self._near[part] = tuple(map(frozenset, within))
        return found


class PairsMemory:
    """The near names of a register that is asked again and again: only what changed is compared anew."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._names: dict[int, tuple[Spelling, ...]] = {}
        self._near = NearNames({})
        self._pairs: dict[tuple[int, int], Likeness] = {}

    def of(self, names: Mapping[int, tuple[Spelling, ...]]) -> list[tuple[int, int, Likeness]]:
        """Return every two owners whose names are alike."""
        with self._lock:
            changed = {owner for owner, spellings in names.items() if self._names.get(owner) != spellings}
            changed |= self._names.keys() - names.keys()
            if len(changed) > FEW:
                self._near = NearNames(names)
                self._pairs = {(one, other): found for one, other, found in self._near.pairs()}
            elif changed:
                for owner in changed:
                    self._near.replace(owner, names.get(owner, ()))
                kept = {pair: found for pair, found in self._pairs.items() if changed.isdisjoint(pair)}
                self._pairs = kept | {(one, other): found for one, other, found in self._near.pairs(changed)}
            self._names = dict(names)
            return [(*pair, found) for pair, found in sorted(self._pairs.items())]


def _parts(one: Spelling) -> Iterator[str]:
    """Yield what a name is found by: its sounds, its words where they differ, and parts written as one."""
    yield from one.full
    yield from _written(one)
    yield from _neighbours_glued(one)


def _full(one: Spelling) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the parts that are no initials, as sounds and as words."""
    return one.full, tuple(word for word in one.words if len(word) > 1 or _is_han(word))


def _written(one: Spelling) -> Iterator[str]:
    """Yield parts as they are written where they sound otherwise: an error of typing may change a sound wholly."""
    return (word for heard, word in zip(*_full(one), strict=True) if word != heard)


def nearest(ones: Iterable[Spelling], others: Iterable[Spelling]) -> Likeness | None:
    """Return the likeness of the two most alike spellings of two people, None where none are alike."""
    others = tuple(others)
    found = (alike for one in ones for other in others if (alike := likeness(one, other)) is not None)
    return min(found, key=lambda alike: alike.distance, default=None)


def _latin(word: str) -> str:
    for letters, one in _LATIN:
        word = word.replace(letters, one)
    return word


def _is_han(word: str) -> bool:
    return "\u3400" <= word[:1] <= "\u9fff"


def _most(one: str, other: str) -> int:
    if _is_han(one) or _is_han(other):  # one sign of two is half a name
        return 0
    return MOST_EDITS if min(len(one), len(other)) >= _LONG else 1


def _edits(one: str, other: str) -> int:
    return OSA.distance(one, other, score_cutoff=MOST_EDITS)


def _gaps(part: str) -> Iterable[str]:
    """Return a part with no, one and, if it is long, two letters left out: near parts share one of these."""
    if _is_han(part):
        return {part}
    edits = MOST_EDITS if len(part) >= _LONG else 1
    latest = found = {part[:_HEAD]}
    for _ in range(edits):
        latest = {word[:place] + word[place + 1 :] for word in latest for place in range(len(word))}
        found = found | latest
    return found


def _neighbours_glued(one: Spelling) -> list[str]:
    """Return parts written as one word: al Otaibi, Abdul Rahman."""
    return [
        first + second
        for first, second in zip(one.sounds, one.sounds[1:], strict=False)
        if 1 < min(len(first), len(second)) <= 5 and len(one.full) > 1
    ]


def _glued(one: Spelling, other: Spelling) -> Likeness | None:
    """Compare names of which only the gaps between the parts differ."""
    if len(one.sounds) == len(other.sounds):
        return None
    first, second = "".join(one.sounds), "".join(other.sounds)
    edits = _edits(first, second)
    if edits > 1 or min(len(first), len(second)) < _WHOLE:
        return None
    return Likeness(max(edits, 1), letters=min(len(first), len(second)))


def _part_by_part(one: Spelling, other: Spelling) -> Likeness | None:
    """Give each part of the shorter name its part of the longer; what differs on both sides is another name."""
    if len(one.words) > len(other.words):
        one, other = other, one
    fits: list[tuple[int, int, int, int]] = []
    for place, word in enumerate(one.words):
        found = [
            (cost, abs(place - there), place, there)
            for there, second in enumerate(other.words)
            if (cost := _cost(word, second)) < _OTHER
        ]
        if not found:
            return None
        fits += found
    given: dict[int, int] = {}
    taken: set[int] = set()
    edits = initials = whole = 0
    for cost, _, place, there in sorted(fits):
        if place not in given and there not in taken:
            given[place] = there
            taken.add(there)
            edits, initials = edits + cost % _INITIAL, initials + (cost >= _INITIAL)
            whole += cost < _INITIAL and len(one.words[place]) > 1
    if len(given) < len(one.words) or edits > MOST_EDITS or not whole:
        return None
    if len(one.words) == 1 and len(other.words) > 1:
        return None
    free = [word for place, word in enumerate(other.words) if place not in taken]
    missing = sum(len(word) > 1 for word in free)
    initials += len(free) - missing
    if missing > 2 or (edits > 1 and (initials or missing)):
        return None
    order = [given[place] for place in range(len(one.words))]
    return Likeness(
        edits, initials, missing, order != sorted(order), _other_letters(one, other, given),
        any(_cost(one.words[place], other.words[there]) == MOST_EDITS
            and min(len(one.words[place]), len(other.words[there])) < _WHOLE for place, there in given.items()),
        min(sum(map(len, one.sounds)), sum(map(len, other.sounds))),
    )  # fmt: skip


@lru_cache(maxsize=262_144)
def _cost(word: str, second: str) -> int:
    """Return how many letters of two parts differ, `_INITIAL` where one is the other's initial, else `_OTHER`."""
    if word == second:
        return 0
    heard, other_heard = sound(word), sound(second)
    if heard == other_heard:
        return 0
    if len(word) == 1 or len(second) == 1:
        fits = not _is_han(word) and (word[0] == second[0] or heard[:1] == other_heard[:1])
        return _INITIAL if fits else _OTHER
    edits = min(_edits(heard, other_heard), _edits(word, second))
    return edits if edits <= _most(heard, other_heard) else _OTHER


def _other_letters(one: Spelling, other: Spelling, given: Mapping[int, int]) -> bool:
    """Tell whether parts that sound alike are written otherwise."""
    return any(
        one.words[place] != other.words[there] and one.sounds[place] == other.sounds[there]
        for place, there in given.items()
    )
