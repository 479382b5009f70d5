"""Letters that look right and are others: ѳ for ө, ӊ for ң, Latin letters in Cyrillic words (handbook 4.7).

Such a name is not found, sorts elsewhere, and prints with a gap where a font lacks it. Nothing is mended unasked.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from planner.rules.text import Language


class Lookalike(NamedTuple):
    """Characters that are not what they seem.

    `meant` is "" for what should not be there, and None where nobody can tell.
    """

    position: int
    found: str
    meant: str | None


_CYRILLIC = frozenset({"ru", "ky", "kk", "mn", "tg", "tt", "ba", "uk", "be", "bg", "sr", "mk"})
_LATIN = frozenset({
    "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "hu", "ro", "tr", "az", "uz", "fi", "sv", "da", "nb",
    "no", "et", "lv", "lt", "hr", "sl", "sq", "vi", "id", "ms", "und",
})  # fmt: skip
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+"
)
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")
_NUMERAL = re.compile(r"[IVXLCDM]+")
_SINGLE = "acoy"
"""Russian prepositions and conjunctions of one letter have these twins."""
_ARCHAIC = dict(zip("ѳѲӊӉɵƟ", "өӨңҢөӨ", strict=True))
_KYRGYZ = dict(zip("ҥҤӧӦұҰ", "ңҢөӨүҮ", strict=True))
_TO_CYRILLIC = dict(zip("ABCEHKMOPTXYaceopxykëËΑΒΕΗΚΜΟΡΤΧΥο", "АВСЕНКМОРТХУасеорхукёЁАВЕНКМОРТХУо", strict=True))
_TO_LATIN = dict(
    zip("АВСЕНКМОРТХУІЅЈҮасеорхуіѕјёЁһΑΒΕΗΚΜΟΡΤΧΥΙο", "ABCEHKMOPTXYISJYaceopxyisjëËhABEHKMOPTXYIo", strict=True)
)


def find(text: str, language: Language, *, name: bool = False) -> tuple[Lookalike, ...]:
    """Return the look-alikes of a text, from its beginning; in a `name` also whole words of the other alphabet."""
    script = script_of(language)
    if not script or (text.isascii() and script == "Latn"):
        return ()
    found = [Lookalike(one.start(), one[0], "") for one in _INVISIBLE.finditer(text)]
    for word in _WORD.finditer(text):
        found += _in_word(word[0], word.start(), script, language, name=name)
    return tuple(sorted(found))


def mend(text: str, language: Language, *, name: bool = False) -> str:
    """Return a text with what was meant in the place of each look-alike; what nobody can tell stays."""
    for one in reversed(find(text, language, name=name)):
        if one.meant is not None:
            text = text[: one.position] + one.meant + text[one.position + len(one.found) :]
    return text


def wrong_script(text: str, language: Language) -> bool:
    """Tell whether a text has letters, and none of them of the script its language is written in."""
    script = script_of(language)
    kinds = {_script(letter) for letter in text} - {""}
    return bool(script and kinds) and script not in kinds


def _in_word(word: str, start: int, script: str, language: Language, *, name: bool) -> list[Lookalike]:
    found = _decomposed(word, start)
    if script == "Cyrl":
        swaps = _ARCHAIC | (_KYRGYZ if language.startswith("ky") else {})
        found += [Lookalike(start + at, letter, swaps[letter]) for at, letter in enumerate(word) if letter in swaps]
        word = "".join("ө" if letter in "ɵƟ" else letter for letter in word)
    kinds = [_script(letter) for letter in word]
    other = _wanted(word, kinds, script, name=name)
    if not other:
        return found
    table = _TO_CYRILLIC if other == "Cyrl" else _TO_LATIN
    for at, (letter, kind) in enumerate(zip(word, kinds, strict=True)):
        if kind not in ("", other):
            meant = "Ү" if letter == "Y" and other == "Cyrl" and language.startswith("ky") else table.get(letter)
            found.append(Lookalike(start + at, letter, meant))
    return found


def _wanted(word: str, kinds: list[str], script: str, *, name: bool) -> str:
    """Return the script a word ought to be in where it is not, or "" where it is all right."""
    counts = {kind: kinds.count(kind) for kind in ("Cyrl", "Latn", "Grek")}
    present = [kind for kind, count in counts.items() if count]
    if len(present) > 1:
        most = max(counts["Cyrl"], counts["Latn"])
        return script if counts[script] == most else "Cyrl" if script == "Latn" else "Latn"
    if not present or present[0] == script:
        return ""
    table = _TO_CYRILLIC if script == "Cyrl" else _TO_LATIN
    if not all(letter in table for letter in word) or _NUMERAL.fullmatch(word):
        return ""
    return script if name or (script == "Cyrl" and word in _SINGLE) else ""


def _decomposed(word: str, start: int) -> list[Lookalike]:
    """Find letters written as two characters, as и with a breve for й; sorting and search miss them."""
    found = []
    for one in re.finditer(r"[^\W\d_][\u0300-\u036f]+", word):
        composed = unicodedata.normalize("NFC", one[0])
        if composed != one[0]:
            found.append(Lookalike(start + one.start(), one[0], composed))
    return found


def _script(letter: str) -> str:
    if letter < "\u0370":
        return "Latn" if letter.isalpha() else ""
    if "Ѐ" <= letter <= "ԯ":
        return "Cyrl"
    if letter <= "Ͽ":
        return "Grek"
    return "Latn" if "Ḁ" <= letter <= "ỿ" else ""


def script_of(language: Language) -> str:
    """Return the script a language is written in, "Cyrl" or "Latn"; "" for others and for unknown ones."""
    first, *rest = language.split("-")
    if "Cyrl" in rest or (first in _CYRILLIC and "Latn" not in rest):
        return "Cyrl"
    return "Latn" if "Latn" in rest or first in _LATIN else ""
