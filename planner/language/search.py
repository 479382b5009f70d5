"""Folding for search: case, ё/е, й/и, ө/о, ү/у, ң/н and diacritics make no difference.

The engine's own LIKE and lower() know ASCII only, hence folded strings are stored and compared.
"""

from __future__ import annotations

import unicodedata

_BASES = {
    **dict(zip("әғқңөұүһіїґђћљњџѳӊөҷҳӣӯ", "агкноуухииггћљњџонөчхиу", strict=True)),
    "ө": "о",
    "ѳ": "о",
    "ӊ": "н",
    "ı": "i",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ə": "a",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ß": "ss",
}
_DROPPED = frozenset("'’‘ʻʼ`«»„“”\"\u00ad\u200b")
_SPACES = frozenset("-‐‑‒–—\u00a0\u202f")


def fold(text: str) -> str:
    """Return a text as search compares it; hyphens count as spaces, quotes and apostrophes do not count."""
    return " ".join(text.translate(_FOLDING).split())


def base_letter(character: str) -> str:
    """Return the plain letter under a lower-case letter's marks: "ё" gives "е", "ң" "н", "ç" "c"."""
    plain = "".join(part for part in unicodedata.normalize("NFD", character) if not unicodedata.combining(part))
    return "".join(_BASES.get(part, part) for part in plain)


class _Folding(dict[int, str | None]):
    """A table for `str.translate` that works each character out once."""

    def __missing__(self, code: int) -> str | None:
        self[code] = found = _folded(chr(code))
        return found


def _folded(character: str) -> str | None:
    if character in _DROPPED or unicodedata.combining(character):
        return None
    if character in _SPACES:
        return " "
    return "".join(base_letter(part) for part in character.casefold())


_FOLDING = _Folding()
