"""Time zones by the cities people know them by."""

from __future__ import annotations

from functools import cache
from zoneinfo import available_timezones

from planner.rules.text import Language

_NOT_PLACES = ("Etc/", "SystemV/", "posix/", "right/", "US/", "Brazil/", "Canada/", "Chile/", "Mexico/")


@cache
def zone_city(zone: str, language: Language) -> str:
    """Return the city a zone is named after, in a language where CLDR knows it: "Красноярск" for Asia/Krasnoyarsk."""
    from babel.core import Locale, UnknownLocaleError  # costs 60 ms, and the first paint needs no city

    try:
        found = Locale.parse(language, sep="-").time_zones.get(zone, {}).get("city")
    except (UnknownLocaleError, ValueError):
        found = None
    return str(found or zone.rpartition("/")[2].replace("_", " "))


@cache
def zones() -> tuple[str, ...]:
    """Return the names of all zones that are named after a place, and UTC."""
    return ("UTC", *sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(_NOT_PLACES)))
