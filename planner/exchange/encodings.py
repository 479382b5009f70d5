"""Which encoding a text file is in: by its mark, by being valid, or by which reading looks like words."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from planner.errors import ImportRefused
from planner.language.catalog import mark

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CYRILLIC_ENCODINGS = ("cp1251", "koi8-r", "cp866", "mac-cyrillic")
SAMPLE = 200_000
"""Letters looked at to choose among 8-bit encodings; more would change nothing."""

UNREADABLE = mark("This file is not text in an encoding that is known here. Save it as CSV UTF-8 or as .xlsx.")
NOT_THIS_ENCODING = mark("This file cannot be read as {encoding}. Choose another encoding.")

_CYRILLIC_WORD = re.compile(r"[А-яЁёЂ-џҐґ]{2,}")
_MIXED_WORD = re.compile(r"[A-Za-z][Ѐ-ӿ]|[Ѐ-ӿ][A-Za-z]")
_CASE_BREAK = re.compile(r"[а-яё][А-ЯЁ]")
_LATIN_RUN = re.compile(r"[À-ÖØ-öø-ÿŒœŠšŽžŸ]{3,}")
_NOT_A_LETTER = re.compile(r"[^\x00-\x7fЀ-ӿ№«»–—‘’“”„…°§ \xa0]")
_ALPHABETIC = re.compile(r"[\t\n\r -~\xa0-ԯ–—‘’“”„…№]")
_COMMON = frozenset("оеаинтсрвлкмдпу")


class Decoded(NamedTuple):
    """The text of a file, its encoding, and whether that is a guess worth showing."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of these bytes; raise `ImportRefused` where they are no text, or not in this encoding."""
    if encoding is not None:
        return _decode_as(data, encoding)
    for first_bytes, name in BYTE_ORDER_MARKS:
        if data.startswith(first_bytes):
            return _decode_as(data, name)
    if wide := _utf16_without_mark(data):
        return _decode_as(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _best_of_8_bit(data)


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding).removeprefix("\ufeff"), encoding)
    except (UnicodeError, LookupError) as fault:
        raise ImportRefused(NOT_THIS_ENCODING, encoding=encoding) from fault


def _utf16_without_mark(data: bytes) -> str | None:
    """Tell UTF-16 by the zero bytes on one side of its separators and line ends, if letters come of it."""
    sample = data[: SAMPLE - SAMPLE % 2]
    pairs = len(sample) // 2
    if pairs < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) < pairs * 0.1 or min(even, odd):
        return None
    name = "utf-16-le" if odd else "utf-16-be"
    text = sample.decode(name, "replace")
    return name if len(_ALPHABETIC.findall(text)) > 0.9 * len(text) else None


def _best_of_8_bit(data: bytes) -> Decoded:
    if data.count(0) > len(data) // 100:
        raise ImportRefused(UNREADABLE)
    sample = data[:SAMPLE]
    scores = {name: _cyrillic_score(sample.decode(name, "replace")) for name in CYRILLIC_ENCODINGS}
    scores["cp1252"] = _latin_score(sample.decode("cp1252", "replace"))
    best = max(scores, key=lambda name: scores[name])
    for name in (best, "latin-1"):
        try:
            return Decoded(data.decode(name), name, guessed=True)
        except UnicodeDecodeError:
            continue
    raise ImportRefused(UNREADABLE)  # pragma: no cover - latin-1 reads every byte


def _cyrillic_score(text: str) -> float:
    """Score a reading by the letters Russian and Kyrgyz use most, against signs that no word has.

    A KOI8-R text read as cp1251 has its case turned round (мОСКВА); cp866 read as cp1251 gives signs for letters.
    """
    high = sum(1 for sign in text if sign > "\x7f")
    if not high:
        return 0.0
    words = _CYRILLIC_WORD.findall(text)
    letters = sum(map(len, words))
    common = sum(1 for word in words for letter in word if letter in _COMMON)
    wrong = 3 * sum(len(sign.findall(text)) for sign in (_NOT_A_LETTER, _MIXED_WORD, _CASE_BREAK))
    turned = 2 * sum(1 for word in words if word[0].islower() and word[1:].isupper())
    return (letters + common - wrong - turned) / high


def _latin_score(text: str) -> float:
    """Score a western reading: accented letters stand alone among plain ones, never in long runs."""
    high = [sign for sign in text if sign > "\x7f"]
    if not high:
        return 0.0
    letters = sum(1 for sign in high if sign.isalpha() or sign in "«»–—‘’“”°§№ª\xa0")
    runs = sum(map(len, _LATIN_RUN.findall(text)))
    return (letters - 3 * runs - 3 * (len(high) - letters)) / len(high)
