"""Public holidays of all countries and the Hijri calendar: the one place that asks the libraries for them.

Both are imported at the first question: they cost 75 ms, and the window must not wait for them. Of the countries
only those asked for are.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection
from datetime import date
from functools import cache, lru_cache
from importlib.util import find_spec, module_from_spec
from typing import Any, NamedTuple

from planner.rules.text import Language

_LANGUAGES = {"en_US": "en", "zh_CN": "zh-Hans", "zh_TW": "zh-Hant"}
_NOTE = re.compile(r"\(([^()]*\b(?:estimated|observed)\b[^()]*)\)")
_REMARK = re.compile(r"\s*[(（][^()（）]*[)）]$")  # "(estimated)", "（补假）": last, in any language
_MOVED = re.compile(r"^(Day off|Substituted? (?:day|holiday))\b.*?(\d\d)/(\d\d)/(\d{4})", re.IGNORECASE)
_REMEMBERED = 256


class PublicDay(NamedTuple):
    """A public holiday as the library has it: its plain English name for its identity, and names by language.

    `moved_from` is set for a day of rest moved to here, `observed` for one kept since the feast fell on a weekend.
    """

    day: date
    english: str
    names: dict[Language, str]
    estimated: bool
    observed: bool
    half: bool
    moved_from: date | None


class PublicYear(NamedTuple):
    """The public holidays of a country in a year; `working` are weekend days that are worked."""

    days: tuple[PublicDay, ...]
    working: tuple[date, ...]
    weekend: frozenset[int]


NOTHING = PublicYear((), (), frozenset({5, 6}))


@lru_cache(_REMEMBERED)
def public_year(country: str, year: int) -> PublicYear:
    """Return the public holidays of a country (ISO 3166 alpha-2) in a year; none for one the library does not know."""
    if country not in _supported():
        return NOTHING
    book = _book(country, year, "en_US", "public")
    if book is None:
        return NOTHING
    languages = _languages(book)
    books = {tag: _book(country, year, locale, "public") for tag, locale in languages.items()}
    days = [one for day in sorted(book) for one in _of_day(day, books, half=False)]
    if "half_day" in book.supported_categories:
        halves = {tag: _book(country, year, locale, "half_day") for tag, locale in languages.items()}
        days += [one for day in sorted(halves["en"] or ()) for one in _of_day(day, halves, half=True)]
    working = tuple(sorted(day for day in book.weekend_workdays if day.year == year))
    return PublicYear(tuple(days), working, frozenset(book.weekend))


@cache
def source() -> str:
    """Return what the facts of this file are to be called where their source is named."""
    from holidays.version import __version__

    return f"holidays {__version__}"


@lru_cache(4096)
def hijri_day(year: int, month: int, day: int) -> date | None:
    """Return the day of a date of Umm al-Qura (1343 to 1500); None beyond its tables."""
    from hijridate import Hijri

    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


@cache
def _supported() -> Collection[str]:
    from holidays.registry import EntityLoader  # its own list is made by importing every country

    return frozenset(EntityLoader.get_country_codes(include_aliases=False))


@cache
def _library() -> Any:
    """Import the library with an empty package of countries, which fills as they are asked for.

    The package itself imports all three hundred of them, for 0.3 s and 20 MB; the library asks for each by its module.
    """
    import holidays

    package = "holidays.countries"
    spec = find_spec(package) if package not in sys.modules else None
    if spec is not None:
        sys.modules[package] = module_from_spec(spec)
    return holidays


def _book(country: str, year: int, locale: str, category: str) -> Any:
    try:
        return _library().country_holidays(country, years=year, language=locale, categories=(category,))
    except (NotImplementedError, ValueError):  # a category or a year the country does not have
        return None


def _languages(book: Any) -> dict[Language, str]:
    """Return the locales to ask for, by tag: English, Russian and the country's own; others fall back in silence."""
    own = book.default_language or "en_US"
    wanted = {"en": "en_US"}
    for locale in book.supported_languages:
        tag = _LANGUAGES.get(locale, locale.partition("_")[0])
        if locale == own or tag == "ru":
            wanted.setdefault(tag, locale)
    return wanted


def _of_day(day: date, books: dict[Language, Any], *, half: bool) -> list[PublicDay]:
    """Return what a day is; several holidays of one day are parted where every language has as many."""
    named = {tag: book.get(day) for tag, book in books.items() if book is not None and book.get(day)}
    parts = {tag: words.split("; ") for tag, words in named.items()}
    return [_one(day, number, english, parts, half=half) for number, english in enumerate(parts.get("en", ()))]


def _one(day: date, number: int, english: str, parts: dict[Language, list[str]], *, half: bool) -> PublicDay:
    notes = " ".join(_NOTE.findall(english)).casefold()
    remarked = bool(notes) or half
    plain = _REMARK.sub("", english) if remarked else english
    names = {tag: words[number] for tag, words in parts.items() if len(words) == len(parts["en"])}
    names = {tag: _REMARK.sub("", name) if remarked else name for tag, name in names.items()}
    return PublicDay(day, plain, names, "estimated" in notes, "observed" in notes, half, _moved(english))


def _moved(english: str) -> date | None:
    found = _MOVED.match(english)
    if not found:
        return None
    try:
        return date(int(found[4]), int(found[2]), int(found[3]))
    except ValueError:
        return None
