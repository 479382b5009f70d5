"""Time zones by the cities people know them by."""

from __future__ import annotations

import json
from functools import cache
from zoneinfo import available_timezones

from planner.language.languages import known
from planner.language.search import fold
from planner.paths import resources
from planner.rules.text import Language

_NOT_PLACES = ("Etc/", "SystemV/", "posix/", "right/", "US/", "Brazil/", "Canada/", "Chile/", "Mexico/")


@cache
def zone_city(zone: str, language: Language) -> str:
    """Return the city a zone is named after, in a language where CLDR knows it: "Красноярск" for Asia/Krasnoyarsk."""
    return _cities(language).get(zone) or zone.rpartition("/")[2].replace("_", " ")


@cache
def zones() -> tuple[str, ...]:
    """Return the names of all zones that are named after a place, and UTC."""
    return ("UTC", *sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(_NOT_PLACES)))


@cache
def _cities(language: Language) -> dict[str, str]:
    """Return CLDR's cities by zone: of the window's languages kept beside the program, for Babel's data of a
    language take 30 ms and 6 MB, and the window names the zones of every event it opens.
    """
    kept = resources() / "zones" / f"{language}.json"
    if kept.is_file():
        found: dict[str, str] = json.loads(kept.read_text(encoding="utf-8"))
        return found
    return cldr_cities(language)


def cldr_cities(language: Language) -> dict[str, str]:
    """Return the cities by zone as CLDR has them in a language, or nothing for a language it does not know."""
    from babel.core import Locale, UnknownLocaleError

    try:
        found = Locale.parse(language, sep="-").time_zones
    except (UnknownLocaleError, ValueError):
        return {}
    return {zone: str(words["city"]) for zone, words in sorted(found.items()) if "city" in words}


def place_in(place: str, zone: str, language: Language) -> str:
    """Return a place in another language where it begins with the town its zone is named after, else as it was typed.

    "Бишкек (FRU)" in Asia/Bishkek is "Bishkek (FRU)" in English; a place CLDR does not know is never transliterated.
    """
    town, bracket, rest = place.partition("(")
    return f"{zone_city(zone, language)} {bracket}{rest}".strip() if _is_town_of(zone, town.strip()) else place


@cache
def _is_town_of(zone: str, town: str) -> bool:
    return bool(town) and any(fold(zone_city(zone, language)) == fold(town) for language in known())
