"""What the rules may ask of languages: look-alike letters, names of feasts, dates written out in a text."""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache

from planner.checks.feasts import keeps_sabbath
from planner.language import lookalikes
from planner.language.feasts import feast_words, greeting_words
from planner.language.languages import find
from planner.language.typography import typeset
from planner.rules.checks.facts import Knowledge
from planner.rules.text import Language


@cache
def knowledge() -> Knowledge:
    """Return the functions, always the same."""
    return Knowledge(
        _mended,
        typeset,
        feast_words,
        greeting_words,
        dates_in,
        keeps_sabbath,
        _in_other_letters,
    )


@lru_cache(8192)
def _mended(words: str, language: Language, name: bool) -> str:
    return lookalikes.mend(words, language, name=name)


@lru_cache(8192)
def _in_other_letters(name: str, language: Language) -> bool:
    """Tell whether a name to be read in Latin letters has none; a foreign one in a Russian list may keep its own."""
    return lookalikes.script_of(language) == "Latn" and lookalikes.wrong_script(name, language)


@lru_cache(1024)
def dates_in(words: str, language: Language, year: int) -> tuple[tuple[date, int | None], ...]:
    """Return the dates a text writes out ("14 марта", "14 March 2002"), each with the weekday beside it, or None.

    A date without a year is taken of the event's. What is no date at all ("31 April") is passed over.
    """
    pattern, months, weekdays = _pattern(language)
    if pattern is None:
        return ()
    found = []
    for match in pattern.finditer(words):
        before, day, month, of_year, after = match.groups()
        weekday = before or after
        try:
            when = date(int(of_year) if of_year else year, months[month.casefold()], int(day))
        except ValueError:
            continue
        found.append((when, weekdays[weekday.casefold()] if weekday else None))
    return tuple(found)


@cache
def _pattern(language: Language) -> tuple[re.Pattern[str] | None, dict[str, int], dict[str, int]]:
    data = find(language)
    months = {name.casefold(): number for number, name in enumerate(data.months, 1) if name}
    weekdays = {name.casefold(): number for number, name in enumerate(data.weekdays) if name}
    if not data.described or not months or not weekdays:
        return None, {}, {}
    month = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
    weekday = "|".join(sorted(map(re.escape, weekdays), key=len, reverse=True))
    pattern = (
        rf"(?:\b({weekday})\b[,\s(]+)?\b(\d{{1,2}})\s+({month})\b(?:\s+(\d{{4}})(?:\s*г\.?)?)?"
        rf"(?:[,\s(]+({weekday})\b)?"
    )
    return re.compile(pattern, re.IGNORECASE), months, weekdays
