"""The words a paper says by itself: its name, "in parallel", "to be confirmed", the footer."""

from __future__ import annotations

from planner.language.catalog import fill
from planner.language.languages import find
from planner.rules.text import Language


def word(key: str, language: Language, **values: object) -> str:
    """Return a word of the papers in a language; {named} places are filled as plain text."""
    return fill(find(language).paper[key], values)


def missing(language: Language) -> str:
    """Return the visible mark for a wording that is not there: "[нет по-русски]", "[— mn]"."""
    return find(language).missing
