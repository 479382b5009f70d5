"""Sorting in a language's own alphabet: code-point order puts Ё first and Ң Ө Ү last."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from planner.language.languages import find
from planner.language.search import base_letter
from planner.rules.text import Language

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_COVERED = (range(0x20, 0x250), range(0x400, 0x530), range(0x1E00, 0x1F00), range(0x2010, 0x2030))
_IGNORED = frozenset("«»„“”‘’\"'ʻʼ`")
_FIRST = 0x100  # letters follow digits and signs


def sort_key(text: str, language: Language) -> str:
    """Return a key that sorts in the order of the language's alphabet.

    Letters the alphabet counts as one (Е and Ё in Russian) are equal at first; the plain one wins a tie.
    """
    table, has_variants = _tables(language)
    key = text.translate(table)
    return f"{key}\0{text.lower()}" if has_variants(text) else key


@cache
def _tables(language: Language) -> tuple[dict[int, str | None], Callable[[str], object]]:
    """Return the table for `str.translate`, and what finds letters that are variants of others."""
    data = find(language)
    lower = {upper: letter for letter, upper in data.capitals.items()}
    own = [letter for letter in data.alphabet if letter not in data.same_letter]
    others = [letter for letter in _LATIN + _CYRILLIC if letter not in own and letter not in data.same_letter]
    place = {letter: chr(_FIRST + number) for number, letter in enumerate(own + others)}
    table: dict[int, str | None] = {}
    variants: set[str] = set()
    of_its_script = map(ord, (*data.alphabet, *data.same_letter))
    for code in (*(code for block in _COVERED for code in block), *of_its_script):
        character = chr(code)
        letter = lower.get(character) or character.lower()
        if character in _IGNORED:
            table[code] = None
        elif letter in place:
            table[code] = place[letter]
        else:
            base = data.same_letter.get(letter) or base_letter(letter)
            table[code] = "".join(place.get(part, part) for part in base)
            if base != letter:
                variants.add(character)
    table[0xA0] = " "
    variants.discard("\xa0")
    return table, re.compile(f"[{re.escape(''.join(sorted(variants)))}]").search
