"""The feasts the program knows, their names and greetings, and what it knows of a country's calendar."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from planner.paths import resources
from planner.rules.feasts import FeastRule, read_rule
from planner.rules.text import EMPTY, Language, Source, Text, text


@cache
def feast_rules() -> Mapping[str, FeastRule]:
    """Return every feast by its identity: `resources/feasts/*.toml`."""
    found: dict[str, FeastRule] = {}
    for path in sorted((resources() / "feasts").glob("*.toml")):
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
        found |= {feast: read_rule(feast, entry) for feast, entry in entries.items()}
    return found


@cache
def country_days(country: str) -> Mapping[str, Any]:
    """Return what `resources/feasts/countries/<country>.toml` says; empty where there is none."""
    path = resources() / "feasts" / "countries" / f"{country}.toml"
    if not (country.isalpha() and path.is_file()):
        return {}
    return tomllib.loads(path.read_text(encoding="utf-8"))


def feast_name(feast: str, country: str, *languages: Language) -> str:
    """Return what a feast is called in a country, in the first of these languages it has; an unknown id as words."""
    return feast_words(feast, country).first(*languages, "en")


def feast_words(feast: str, country: str) -> Text:
    """Return what a feast is called in a country, in every language it has; an unknown id as English words."""
    rule = feast_rules().get(feast)
    return text(en=feast.replace("_", " ").capitalize()) if rule is None else rule.name(country)


def greeting_words(feast: str, country: str, languages: Iterable[Language]) -> Text:
    """Return how one congratulates on a feast in a country, in those of these languages that have words for it."""
    rule = feast_rules().get(feast)
    words = rule.greeting(country) if rule else EMPTY
    found = EMPTY
    for language in languages:
        if wording := words.get(language):
            found = found.with_wording(language, wording, Source.PHRASE)
    return found
