"""Puts the numbers and names of a text in the place of those of a phrase, where that is safe; else nothing.

«Встреча с Главой города Манаса» in the place of «… Бишкека»: the name is known in both languages and stands in the
counterpart exactly once, in a form that is known of the other name too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from planner.language.search import fold
from planner.rules.text import Language

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W_]+")


class Term(NamedTuple):
    """A name by language and case; "" is the nominative, and all there is where a language has no cases."""

    forms: Mapping[Language, Mapping[str, str]]


class Terms:
    """Names by their folded forms."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self._by_form: dict[tuple[Language, str], list[tuple[Term, str]]] = {}
        for term in terms:
            for language, forms in term.forms.items():
                for case, form in forms.items():
                    if folded := " ".join(_WORD.findall(fold(form))):
                        self._by_form.setdefault((language, folded), []).append((term, case))

    def called(self, language: Language, folded: str) -> list[tuple[Term, str]]:
        """Return the names that have this form, each with its case."""
        return self._by_form.get((language, folded), [])


def fit_numbers(words: str, known: str, counterpart: str, target: Language) -> str:
    """Return the counterpart with the text's numbers; "" where they are all that differs, but not safe, or not all."""
    old, new, there = (_DIGITS.findall(text) for text in (known, words, counterpart))
    if not old or old == new or len(old) != len(new) or _bare(known) != _bare(words):
        return ""
    meant: dict[str, str] = {}
    for before, after in zip(old, new, strict=True):
        if meant.setdefault(before, after) != after:
            return ""
    if Counter(there) != Counter(old) or not all(
        _counts_alike(before, after, target) for before, after in meant.items()
    ):
        return ""
    if any(_is_letter(counterpart[at.end() : at.end() + 1]) for at in _DIGITS.finditer(counterpart)):
        return ""  # "3rd floor" is no "4rd floor"
    return _DIGITS.sub(lambda at: meant[at.group()], counterpart)


def fit_names(words: str, known: str, counterpart: str, terms: Terms, *, source: Language, target: Language) -> str:
    """Return the counterpart with the text's name for the phrase's; "" where anything else differs, or is not safe."""
    one, other = (_WORD.findall(fold(text)) for text in (known, words))
    first = _common(one, other)
    last = min(_common(one[::-1], other[::-1]), min(len(one), len(other)) - first)
    for left in range(first, -1, -1):
        for right in range(last, -1, -1):
            before = terms.called(source, " ".join(one[left : len(one) - right]))
            after = terms.called(source, " ".join(other[left : len(other) - right])) if before else []
            found = {
                text
                for old, old_case in before
                for new, new_case in after
                if old_case == new_case and old is not new and (text := _exchanged(counterpart, old, new, target))
            }
            if len(found) == 1:
                return found.pop()
    return ""


def _exchanged(counterpart: str, old: Term, new: Term, target: Language) -> str:
    """Return a text with one name for another, in the case in which it stands there once; "" where that is unsure."""
    results = set()
    for case, form in old.forms.get(target, {}).items():
        pattern = re.compile(rf"(?<!\w){re.escape(form)}(?!\w)")
        if form and len(pattern.findall(counterpart)) == 1:
            instead = new.forms.get(target, {}).get(case, "")
            results.add(instead.join(pattern.split(counterpart)) if instead else "")
    return results.pop() if len(results) == 1 else ""


def _common(one: list[str], other: list[str]) -> int:
    """Return how many words two lists begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _bare(text: str) -> list[str]:
    return _WORD.findall(_DIGITS.sub("0", fold(text)))


def _is_letter(character: str) -> bool:
    return character.isalpha()


def _counts_alike(before: str, after: str, language: Language) -> bool:
    """Tell whether a language puts a noun after both numbers in the same form: 2 and 3 in Russian, not 1 and 5."""
    return _plural(int(before), language) == _plural(int(after), language)


@cache
def _plural(number: int, language: Language) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(language, sep="-").plural_form(number))
    except (UnknownLocaleError, ValueError):
        return str(number)  # nothing is known of this language: no two numbers are alike
