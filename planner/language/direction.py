"""Scripts that run leftwards: which languages are written so, and keeping a name from turning its neighbours round."""

from __future__ import annotations

import re
import unicodedata

from planner.language.languages import find
from planner.rules.text import Language

_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"
_LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


def is_right_to_left(language: Language) -> bool:
    """Tell whether a language is written from the right, as its file in `resources/languages` says."""
    return find(language).direction == "rtl"


def runs_leftwards(text: str) -> bool:
    """Tell whether a text holds a letter that runs leftwards."""
    return any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in _LEFTWARDS.findall(text))


def isolated(text: str) -> str:
    """Return a text between two signs that print as nothing and keep its direction to itself (UAX 9, FSI and PDI)."""
    return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
