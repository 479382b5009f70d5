"""Mends the signs of the typewriter: straight quotation marks, hyphens for dashes, spaces that must not break.

The letters stay as they are (handbook 4.7). What a sign stands for is only decided where its neighbours tell.
"""

from __future__ import annotations

import re

from planner.language.languages import find
from planner.language.typography import typeset
from planner.rules.text import Language

_DASHES = {"en": "–"}
_DASH = "—"
_HYPHEN_BETWEEN_WORDS = re.compile(r"(?<=\S)[ \u00a0]-[ \u00a0](?=\S)")
_RANGE_OF_TIMES = re.compile(r"(?<!\d)(\d{1,2}[:.]\d{2})\s*-\s*(\d{1,2}[:.]\d{2})(?!\d)")
_QUOTED = re.compile(r'"([^"\n]*)"')
_NUMBER_SIGN = re.compile(r"(?<![^\s(«„“])N[ \u00a0]?(?=\d)")


def mended(text: str, language: Language) -> str:
    """Return a text with the quotation marks, dashes and hard spaces of its language; mended twice is mended once."""
    data = find(language)
    new = _RANGE_OF_TIMES.sub(r"\1–\2", text)
    new = _HYPHEN_BETWEEN_WORDS.sub(f" {_DASHES.get(language.partition('-')[0], _DASH)} ", new)
    if new.count('"') % 2 == 0:
        new = _QUOTED.sub(rf"{data.outer.opening}\1{data.outer.closing}", new)
    if data.number_sign.startswith("№"):
        new = _NUMBER_SIGN.sub("№ ", new)
    return typeset(new, language)


def is_loose(text: str, language: Language) -> bool:
    """Tell whether signs, not only spaces, are other than the language sets them; spaces are set on paper anyway."""
    return mended(text, language).replace("\u00a0", " ") != text.replace("\u00a0", " ")
