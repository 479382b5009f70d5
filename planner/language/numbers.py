"""Numbers, number signs and lists of words as each language sets them (handbook 4.7)."""

from __future__ import annotations

from collections.abc import Sequence

from planner.language.languages import find
from planner.rules.text import Language


def format_number(value: float, language: Language, *, decimals: int = 0) -> str:
    """Write a number with the language's signs: 12500.5 is "12 500,5" in Russian, "12,500.5" in English."""
    data = find(language)
    whole, _, fraction = f"{value:,.{decimals}f}".partition(".")
    whole = whole.replace(",", data.thousands).replace("-", "−")
    return f"{whole}{data.decimal}{fraction}" if fraction else whole


def numbered(number: int | str, language: Language) -> str:
    """Write a number with its sign: "№ 5", "No. 5"; the space never breaks."""
    return f"{find(language).number_sign}{number}"


def join(words: Sequence[str], language: Language) -> str:
    """Join words into a list: "а, б и в", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    data = find(language)
    return data.separator.join(words[:-1]) + data.last_separator + words[-1]
