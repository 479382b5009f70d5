"""Cities of time zones: what is kept beside the program is what CLDR says."""

from __future__ import annotations

import json

import pytest

from planner.language import catalog
from planner.language.zones import cldr_cities, zone_city
from planner.paths import resources


@pytest.mark.parametrize("language", catalog.languages())
def test_kept_cities_of_each_interface_language_are_those_of_cldr(language: str) -> None:
    kept = json.loads((resources() / "zones" / f"{language}.json").read_text(encoding="utf-8"))
    assert kept == cldr_cities(language)


@pytest.mark.parametrize(
    ("zone", "language", "city"),
    [
        ("Asia/Krasnoyarsk", "ru", "Красноярск"),
        ("Asia/Krasnoyarsk", "en", "Krasnoyarsk"),
        ("Asia/Bishkek", "ky", "Бишкек"),
        ("America/New_York", "en", "New York"),
        ("UTC", "ru", "UTC"),
        ("Asia/Bishkek", "tlh", "Bishkek"),
        ("Asia/Bishkek", "no language", "Bishkek"),
    ],
)
def test_zone_has_the_city_of_a_language_or_its_own_name(zone: str, language: str, city: str) -> None:
    assert zone_city(zone, language) == city
