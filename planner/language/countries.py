"""What countries and languages are called in the interface's language; the codes are what is kept."""

from __future__ import annotations

from functools import cache
from typing import Any

from planner.language.collation import sort_key
from planner.language.languages import find
from planner.rules.text import Language


def country_name(code: str, language: Language) -> str:
    """Return what a country (ISO 3166 alpha-2) is called: "Kyrgyzstan"; an unknown code stays as it is."""
    return _territories(language).get(code, code)


def language_name(tag: Language, language: Language) -> str:
    """Return what a language is called in another: "Kyrgyz", "киргизский"; an unknown tag names itself."""
    return _languages(language).get(tag) or find(tag).name or tag


@cache
def countries(language: Language) -> tuple[tuple[str, str], ...]:
    """Return (code, name) of every country, in the order of the language's alphabet."""
    found = [(code, name) for code, name in _territories(language).items() if len(code) == 2 and code.isalpha()]
    found = [pair for pair in found if pair[0] not in _NOT_COUNTRIES]
    return tuple(sorted(found, key=lambda pair: sort_key(pair[1], language)))


@cache
def languages(language: Language) -> tuple[tuple[Language, str], ...]:
    """Return (tag, name) of every living language of two letters and those the program describes."""
    found = [(tag, name) for tag, name in _languages(language).items() if len(tag) == 2]
    return tuple(sorted(found, key=lambda pair: sort_key(pair[1], language)))


# Codes that CLDR names though no country bears them: parts of the sea, groups, tests.
_NOT_COUNTRIES = frozenset(("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"))


@cache
def _territories(language: Language) -> dict[str, str]:
    return dict(_locale(language).territories)


@cache
def _languages(language: Language) -> dict[str, str]:
    return dict(_locale(language).languages)


def _locale(language: Language) -> Any:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale("en")
