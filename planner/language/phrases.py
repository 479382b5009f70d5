"""The phrase base: what a text was called in the other language before, found by the same or the nearest words.

A phrase is one text in several languages, as it stands in the office. Nothing found here is written by itself: it is
offered. Numbers and names of the phrase give way to those of the text only where nothing else in it depends on them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from heapq import nsmallest
from threading import Lock
from typing import NamedTuple

from planner.language.phrase_fitting import Term, Terms, fit_names, fit_numbers
from planner.language.search import fold
from planner.rules.text import Language

LEAST = 75.0
"""Per cent of letters a similar phrase shares with the text, in their order."""
SHARED = 0.6
"""And this share of its longer words."""
LONGEST = 300
"""Longer texts are found only by exactly the same words."""
_AT_ONCE = 16
_SHORTEST = 2
_LONG_WORD = 3
_LIKE = 75.0

_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W_]+")

Words = tuple[tuple[Language, str], ...]
"""The wordings of one text, by language tag."""
Key = tuple[str, int, str]
"""Table, row and field of a text."""


class Closeness(StrEnum):
    """How near a phrase is to a text: its very words, the same but for numbers and names, or similar ones."""

    SAME = "same"
    FITTED = "fitted"
    SIMILAR = "similar"


class Written(NamedTuple):
    """A text of the base. `own` is the office's own phrase; a `retired` one is never offered, whoever writes it."""

    key: Key
    words: Words
    own: bool = False
    retired: bool = False


class Offer(NamedTuple):
    """What may be written: the wording, how near its phrase is, the phrase's own words, and how often it is used."""

    words: str
    closeness: Closeness
    phrase: str
    uses: int
    own: bool = False


class Completion(NamedTuple):
    """A whole phrase that goes on as a text begins, in all its languages."""

    words: Mapping[Language, str]
    uses: int
    own: bool = False


class _Standing(NamedTuple):
    """What sorts equally near phrases: own ones before others, then by use (negative), the newest (negative) first."""

    strange: bool
    uses: int
    newest: int
    retired: bool


class PhraseIndex:
    """All phrases of an office; it is asked at every key and follows the office's changes. Safe between threads."""

    def __init__(self, written: Iterable[Written] = (), terms: Iterable[Term] = ()) -> None:
        self._lock = Lock()
        self._of: dict[Key, Written] = {}
        self._bearers: dict[Words, dict[Key, Written]] = {}
        self._pairs: dict[tuple[Language, Language], _Pairs] = {}
        self._standings: dict[Words, _Standing] = {}
        self._terms = Terms(terms)
        for one in written:
            self._put(one)

    def __len__(self) -> int:
        return len(self._bearers)

    def follow(self, written: Iterable[Written], gone: Iterable[Key], terms: Iterable[Term] | None = None) -> None:
        """Take changed texts in the place of what they were, and forget those that are gone."""
        with self._lock:
            for key in gone:
                self._remove(key)
            for one in written:
                self._remove(one.key)
                self._put(one)
            if terms is not None:
                self._terms = Terms(terms)

    def keys_of(self, table: str, rows: Iterable[int]) -> list[Key]:
        """Return the texts known of some rows of a table."""
        wanted = frozenset(rows)
        with self._lock:
            return [key for key in self._of if key[0] == table and key[1] in wanted]

    def counterparts(self, words: str, source: Language, target: Language, *, limit: int = 3) -> list[Offer]:
        """Return what a text may be called in another language: the nearest first, then own, frequent, new ones."""
        folded = plain(words)
        if len(folded) < _SHORTEST:
            return []
        with self._lock:
            pairs = self._pairs_of(source, target)
            near = [(one, score) for one, score in pairs.near(folded) if not self._standing(one).retired]
            offers = [self._offer(words, source, target, one, score) for one, score in near]
        offers.sort(key=lambda found: found[0])
        distinct: dict[str, Offer] = {}
        for _rank, offer in offers:
            distinct.setdefault(offer.words, offer)
        return list(distinct.values())[:limit]

    def completions(
        self, begun: str, language: Language, others: Sequence[Language], *, limit: int = 5
    ) -> list[Completion]:
        """Return phrases that begin as a text does, then those that hold its words, with their other wordings."""
        folded = plain(begun)
        if len(folded) < _SHORTEST:
            return []
        found: dict[Words, bool] = {}
        with self._lock:
            for other in others:
                for one, begins in self._pairs_of(language, other).beginning(folded, limit):
                    if not self._standing(one).retired:
                        found[one] = found.get(one, False) or begins
            ranked = nsmallest(limit * 2, found, key=lambda one: (not found[one], self._standing(one)))
            wanted = (language, *others)
            completions = [self._completion(one, wanted) for one in ranked]
        return [one for one in completions if one.words[language] != begun][:limit]

    def _put(self, one: Written) -> None:
        self._of[one.key] = one
        bearers = self._bearers.setdefault(one.words, {})
        bearers[one.key] = one
        self._standings.pop(one.words, None)
        if len(bearers) == 1:
            for pairs in self._pairs.values():
                pairs.put(one.words)

    def _remove(self, key: Key) -> None:
        one = self._of.pop(key, None)
        if one is None:
            return
        bearers = self._bearers[one.words]
        del bearers[key]
        self._standings.pop(one.words, None)
        if not bearers:
            del self._bearers[one.words]
            for pairs in self._pairs.values():
                pairs.remove(one.words)

    def _pairs_of(self, source: Language, target: Language) -> _Pairs:
        pairs = self._pairs.get((source, target))
        if pairs is None:
            pairs = self._pairs[source, target] = _Pairs(source, target)
            for words in self._bearers:
                pairs.put(words)
        return pairs

    def _standing(self, words: Words) -> _Standing:
        found = self._standings.get(words)
        if found is None:
            bearers = self._bearers[words].values()
            found = self._standings[words] = _Standing(
                not any(one.own for one in bearers),
                -sum(not one.own for one in bearers),
                -max(one.key[1] for one in bearers),
                any(one.retired for one in bearers),
            )
        return found

    def _completion(self, words: Words, wanted: Sequence[Language]) -> Completion:
        standing = self._standing(words)
        return Completion({tag: text for tag, text in words if tag in wanted}, -standing.uses, not standing.strange)

    def _offer(
        self, words: str, source: Language, target: Language, phrase: Words, score: float
    ) -> tuple[tuple[int, int, _Standing], Offer]:
        texts = dict(phrase)
        known, counterpart = texts[source], texts[target]
        standing = self._standing(phrase)
        if plain(known) == plain(words):
            closeness = Closeness.SAME
        else:
            fitted = fit_numbers(words, known, counterpart, target) or fit_names(
                words, known, counterpart, self._terms, source=source, target=target
            )
            closeness = Closeness.FITTED if fitted else Closeness.SIMILAR
            counterpart = fitted or counterpart
        step = list(Closeness).index(closeness)
        rank = (step, -round(score) if closeness is Closeness.SIMILAR else 0, standing)
        return rank, Offer(counterpart, closeness, known, -standing.uses, not standing.strange)


class _Pairs:
    """The phrases that have both of two languages, by their words in the first."""

    def __init__(self, source: Language, target: Language) -> None:
        self._source, self._target = source, target
        self._by_words: dict[str, dict[Words, None]] = {}
        self._by_skeleton: dict[str, dict[str, None]] = {}
        self._skeletons: list[str] | None = None

    def put(self, words: Words) -> None:
        texts = dict(words)
        if self._source in texts and self._target in texts and (folded := plain(texts[self._source])):
            self._by_words.setdefault(folded, {})[words] = None
            if len(folded) <= LONGEST:
                self._by_skeleton.setdefault(_skeleton(folded), {})[folded] = None
                self._skeletons = None

    def remove(self, words: Words) -> None:
        folded = plain(dict(words).get(self._source, ""))
        here = self._by_words.get(folded, {})
        here.pop(words, None)
        if not here and self._by_words.pop(folded, None) is not None:
            skeleton = _skeleton(folded)
            same = self._by_skeleton.get(skeleton, {})
            same.pop(folded, None)
            if not same:
                self._by_skeleton.pop(skeleton, None)
                self._skeletons = None

    def near(self, folded: str) -> list[tuple[Words, float]]:
        """Return the phrases of the same words; without any, those of similar ones with their likeness."""
        if same := self._by_words.get(folded):
            return [(one, 100.0) for one in same]
        if len(folded) > LONGEST:
            return []
        # Imported at the first question: the window is on the screen before anybody asks for a phrase.
        from rapidfuzz import fuzz, process

        if self._skeletons is None:
            self._skeletons = list(self._by_skeleton)
        found = process.extract(
            _skeleton(folded), self._skeletons, scorer=fuzz.ratio, processor=None, limit=_AT_ONCE, score_cutoff=LEAST
        )
        return [
            (one, score)
            for skeleton, score, _place in found
            if _share_of_words(_skeleton(folded), skeleton) >= SHARED
            for words in self._by_skeleton[skeleton]
            for one in self._by_words[words]
        ]

    def beginning(self, folded: str, enough: int) -> list[tuple[Words, bool]]:
        """Return the phrases that begin with these words; without enough of them, also those in which words do."""
        found = [(one, True) for words in self._by_words if words.startswith(folded) for one in self._by_words[words]]
        if len(found) < enough:
            inner = f" {folded}"
            found += [(one, False) for words in self._by_words if inner in words for one in self._by_words[words]]
        return found


def plain(text: str) -> str:
    """Return a text as phrases are compared: folded, without its punctuation."""
    return " ".join(_WORD.findall(fold(text)))


def _share_of_words(folded: str, other: str) -> float:
    """Return how many of a text's longer words, or of another's, have their like there; the smaller share of both.

    «Прилёт в Красноярск» and «Вылет из Красноярска» share most of their letters, but not their meaning.
    """
    from rapidfuzz import fuzz, process

    one, two = ([word for word in text.split() if len(word) >= _LONG_WORD] for text in (folded, other))
    if not one or not two:
        return 1.0

    def share(words: list[str], among: list[str]) -> float:
        alike = (process.extractOne(word, among, scorer=fuzz.ratio, score_cutoff=_LIKE) for word in words)
        return sum(found is not None for found in alike) / len(words)

    return min(share(one, two), share(two, one))


def _skeleton(folded: str) -> str:
    return _NUMBER.sub("0", folded)
