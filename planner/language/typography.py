"""Quotation marks and spaces that never break (handbook 4.7).

`typeset` only exchanges an ordinary space for U+00A0 where it understands both neighbours; letters stay as authored.
"""

from __future__ import annotations

import re
from functools import cache

from planner.language.languages import Spaces, find
from planner.rules.text import Language

NBSP = "\u00a0"
_GAP = re.compile("([ \u00a0])")
_NUMBER_OF_A_NAME = re.compile("\\d[\\d.]*[»”“’\"]")
_GROUP = re.compile("[+]?[(]?\\d{1,4}[)]?")
"""A group of digits of a telephone number, perhaps its first."""
_LONG = 4
"""Digits from which a number after a colon may begin a line."""
_OPENING = "([{«„“‘\"'"
_CLOSING = ")]}»“”’\"',;:!?"


def quote(text: str, language: Language) -> str:
    """Put a text in the outer quotation marks of the language; those it holds already become inner ones."""
    data = find(language)
    body = text
    if data.outer != data.inner:
        body = body.replace(data.outer.opening, data.inner.opening).replace(data.outer.closing, data.inner.closing)
    return f"{data.outer.opening}{body}{data.outer.closing}"


def typeset(text: str, language: Language) -> str:
    """Return the text with U+00A0 for the spaces that must not break a line; setting it twice changes nothing."""
    if " " not in text or not _trigger(language).search(text):
        return text
    pieces = _GAP.split(text)
    words = pieces[::2]
    spaces = find(language).spaces
    for at in range(len(words) - 1):
        if _joined(words, at, spaces):
            pieces[2 * at + 1] = NBSP
    return "".join(pieces)


def _joined(words: list[str], at: int, spaces: Spaces) -> bool:
    """Tell whether word `at` and the next one stay on one line; the gaps themselves are not looked at."""
    left, right = words[at].lstrip(_OPENING) or words[at], words[at + 1]
    bare = right.rstrip(_CLOSING) or right
    if not left or not right:
        return False
    if right in spaces.before or (left, bare) in spaces.pairs or (left, right) in spaces.pairs:
        return True
    if _ends_in_digit(left) and (bare in spaces.unit or bare.rstrip(".") in spaces.unit):
        return True
    if _NUMBER_OF_A_NAME.match(right) or (right[0].isdecimal() and _is_telephone(words[: at + 1])):
        return True  # «Красноярск 5.0», "+7 000 000-00-21"
    if left.endswith(":") and bare.isdecimal() and len(bare) < _LONG:
        return True  # "bags: 2"
    if left in spaces.after:
        return not (left in spaces.unit and at and _ends_in_digit(words[at - 1]))  # «2024 г. Красноярск»
    if _is_initials(left):
        return right[0].isupper()
    return _is_initials(bare) and left[0].isupper() and left.isalpha()


def _is_telephone(words: list[str]) -> bool:
    """Tell whether these words end in the beginning of a telephone number with its "+"."""
    for word in reversed(words):
        bare = word.lstrip(_OPENING)
        if not _GROUP.fullmatch(bare):
            return False
        if bare.startswith("+"):
            return True
    return False


def _ends_in_digit(word: str) -> bool:
    return word[-1:].isdecimal()


def _is_initials(word: str) -> bool:
    """Tell whether a word is initials: "А.", "И.О.", "Ж.-П."."""
    if not word.endswith("."):
        return False
    return all(len(part) == 1 and part.isupper() for part in word[:-1].replace("-", "").split("."))


@cache
def _trigger(language: Language) -> re.Pattern[str]:
    """Return what a text must hold to be worth a closer look; most posts hold none of it."""
    spaces = find(language).spaces
    words = sorted(word for word in spaces.after | spaces.before if "." not in word)
    return re.compile("|".join([r"[.\d]", *map(re.escape, words)]))
