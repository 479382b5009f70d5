"""Sorting in a language's own alphabet: code-point order puts Ё first and Ң Ө Ү last."""

from __future__ import annotations

import re
from codecs import charmap_build, charmap_decode, charmap_encode
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from planner.language.languages import find
from planner.language.search import base_letter
from planner.rules.text import Language

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
_COVERED = (range(0x20, 0x250), range(0x400, 0x530), range(0x1E00, 0x1F00), range(0x2010, 0x2030))
_IGNORED = frozenset("«»„“”‘’\"'ʻʼ`")
_FIRST = 0x100  # letters follow digits and signs
_NONE = "\ufffe"  # stands for a byte that is not used
_LINE_END = b"\x02"  # the code of "\n", the second of all
_BATCH = 500


def sort_key(text: str, language: Language) -> str:
    """Return a key that sorts in the order of the language's alphabet.

    Letters the alphabet counts as one (Е and Ё in Russian) are equal at first; the plain one wins a tie.
    """
    table, is_variant, codes, places, variants = _tables(language)
    try:
        coded, length = charmap_encode(text, "strict", codes)
    except UnicodeEncodeError:  # a letter of another script, or a sign that has no place
        key, has_variants = text.translate(table), is_variant(text)
    else:
        key, has_variants = charmap_decode(coded, "strict", places)[0], len(coded.translate(None, variants)) < length
    return f"{key}\0{text.lower()}" if has_variants else key


def sort_keys(texts: Sequence[str], language: Language) -> list[str]:
    """Return the keys of many texts in half the time: those of a batch are made from one line of bytes."""
    keys: list[str] = []
    for begin in range(0, len(texts), _BATCH):
        batch = texts[begin : begin + _BATCH]
        keys += _keys_at_once(batch, language) or [sort_key(text, language) for text in batch]
    return keys


def _keys_at_once(texts: Sequence[str], language: Language) -> list[str] | None:
    _, _, codes, places, variants = _tables(language)
    try:
        coded, _ = charmap_encode("\n".join(texts), "strict", codes)
    except UnicodeEncodeError:
        return None
    keys, lines = charmap_decode(coded, "strict", places)[0].split("\n"), coded.split(_LINE_END)
    if len(keys) != len(texts):  # a text of several lines
        return None
    return [
        f"{key}\0{text.lower()}" if len(line.translate(None, variants)) < len(line) else key
        for key, line, text in zip(keys, lines, texts, strict=True)
    ]


class _Tables(NamedTuple):
    """What keys are made from: the table for `str.translate`, and what finds letters that are variants of others.

    The rest says the same of the letters and signs of names by way of single bytes, in a third of the time: the code of
    each, what stands for a code in the key, and the codes of variants.
    """

    table: dict[int, str | None]
    is_variant: Callable[[str], object]
    codes: Any
    places: str
    variants: bytes


@cache
def _tables(language: Language) -> _Tables:
    data = find(language)
    lower = {upper: letter for letter, upper in data.capitals.items()}
    own = [letter for letter in data.alphabet if letter not in data.same_letter]
    others = [letter for letter in _LATIN + _CYRILLIC if letter not in own and letter not in data.same_letter]
    place = {letter: chr(_FIRST + number) for number, letter in enumerate(own + others)}
    table: dict[int, str | None] = {}
    variants: set[str] = set()
    letters: dict[str, bool] = {}  # with a place of their own, or of its script; whether each is a variant of another
    of_its_script = map(ord, (*data.alphabet, *data.same_letter))
    home = next((block for block in _COVERED if data.alphabet and ord(data.alphabet[0]) in block), range(0))
    for code in (*(code for block in _COVERED for code in block), *of_its_script):
        character = chr(code)
        letter = lower.get(character) or character.lower()
        if character in _IGNORED:
            table[code] = None
        elif letter in place:
            table[code] = place[letter]
            letters[character] = False
        else:
            base = data.same_letter.get(letter) or base_letter(letter)
            table[code] = "".join(place.get(part, part) for part in base)
            if base != letter:
                variants.add(character)
                letters |= {character: True} if code in home else {}
    table[0xA0] = " "
    variants.discard("\xa0")
    return _Tables(table, re.compile(f"[{re.escape(''.join(sorted(variants)))}]").search, *_by_bytes(table, letters))


def _by_bytes(table: Mapping[int, str | None], letters: Mapping[str, bool]) -> tuple[Any, str, bytes]:
    """Return codes, places and variants of letters, digits and signs for which one character stands."""
    separators = {"\t": "\t", "\n": "\n"}  # between the parts of a name, and between names; the first of all codes
    signs = (chr(code) for code in range(0x20, 0x7F) if chr(code) not in letters)
    single = ((character, table[ord(character)] or "") for character in (*signs, *letters))
    places = separators | {character: place for character, place in single if len(place) == 1}
    chosen = sorted(places, key=lambda character: letters.get(character, False))[:255]  # variants last
    variants = bytes(number for number, character in enumerate(chosen, 1) if letters.get(character))
    characters, found = ("\0" + "".join(part) for part in (chosen, map(places.__getitem__, chosen)))
    return charmap_build(characters.ljust(256, _NONE)), found.ljust(256, _NONE), variants
