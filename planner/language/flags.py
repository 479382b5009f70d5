"""Whose flag a name stands for: a state by its code or name in many languages, a region or city by its words."""

from __future__ import annotations

from typing import NamedTuple

from planner.language.countries import country_name
from planner.language.search import fold
from planner.language.territories import country_code
from planner.rules.text import Language, Text, Wording

STATE, REGION, CITY, ORGANISATION = 1, 2, 3, 4

_REGIONS = frozenset(fold(
    "край область обл республика округ автономия губерния облус облусу аймак облысы аумак krai oblast region "
    "province republic state prefecture county canton land district territory autonomous emirate"
).split())  # fmt: skip
_CITIES = frozenset(fold(
    "город г горсовет муниципалитет мэрия шаар шаары кала каласы хот city town municipality borough ville stadt "
    "belediye"
).split())  # fmt: skip


class Named(NamedTuple):
    """Whose flag it is: the country of a state's, and its level (`rules.flags_order.Flag`)."""

    country: str
    level: int


def named(name: str) -> Named:
    """Return what a flag's name tells of it; what says nothing of itself is an organisation's."""
    if code := country_code(name.strip().rstrip(".")):
        return Named(code, STATE)
    words = set(fold(name.replace(".", " ")).split())
    if words & _REGIONS:
        return Named("", REGION)
    return Named("", CITY if words & _CITIES else ORGANISATION)


def flag_text(name: str, languages: tuple[Language, ...]) -> Text:
    """Return what a flag is called: a country's code by the country's name in each language, all else as written."""
    code = country_code(name) if len(name) == 2 and name.isupper() else ""
    if code:
        said = {language: country_name(code, language) for language in languages}
        return Text({language: Wording(words) for language, words in said.items() if words})
    return Text({language: Wording(name) for language in languages})
