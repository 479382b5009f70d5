"""Names in other letters: suggestions beside a field, never typed into it (handbook 4.3).

The schemes are never mixed in one paper. ICAO 9303 and the two GOST are those of the library `iuliia`; its BGN/PCGN
keeps the Cyrillic ё and its tables leave Kyrgyz and Kazakh letters as they are, so these are our own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum
from functools import cache, partial

from planner.rules.text import Language


class Scheme(StrEnum):
    """A way to write Cyrillic in Latin letters."""

    ICAO = "icao-9303"
    BGN = "bgn-pcgn"
    COMMON = "common"
    GOST_52535 = "gost-r-52535.1"
    GOST_779 = "gost-7.79"


IN_PASSPORTS = frozenset({Scheme.ICAO, Scheme.GOST_52535})

# fmt: off
_RUSSIAN = dict(zip(
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    ("a", "b", "v", "g", "d", "e", "ë", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f",
     "kh", "ts", "ch", "sh", "shch", "”", "y", "’", "e", "yu", "ya"),
    strict=True,
))
_BGN = {
    "ru": _RUSSIAN,
    "ky": _RUSSIAN | {"ё": "yo", "ж": "j", "ң": "ng", "ө": "ö", "ү": "ü"},
    "kk": _RUSSIAN | {"ё": "yo", "и": "ī", "у": "ū", "э": "ė", "ә": "ä", "ғ": "gh", "қ": "q", "ң": "ng", "ө": "ö",
                      "ұ": "u", "ү": "ü", "һ": "h", "і": "i"},
}
_COMMON = {
    "ru": _RUSSIAN | {"ё": "yo", "ъ": "", "ь": ""},
    "ky": _RUSSIAN | {"ё": "yo", "ж": "j", "й": "i", "ъ": "", "ь": "", "ң": "n", "ө": "o", "ү": "u"},
    "kk": _RUSSIAN | {"ё": "yo", "ъ": "", "ь": "", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u",
                      "һ": "h", "і": "i"},
}
# Letters beyond the Russian alphabet, which iuliia's schemes would leave as they are.
_PLAIN = dict(zip("ңөүәғқұһі", "nouagkuhi", strict=True))
_ISO_9 = dict(zip("ңөүәғқұһі", ("ņ", "ô", "ù", "a̋", "ġ", "ķ", "u̇", "ḥ", "ì"), strict=True))
# fmt: on
_VOWELS = "аеёиоуыэюяөүәұі"
_WORD = re.compile(r"[^\W\d_]+")


def romanise(text: str, scheme: Scheme, language: Language = "ru", *, dots: bool = False) -> str:
    """Return a Cyrillic text in Latin letters; what is not Cyrillic stays.

    `dots` sets the points by which BGN/PCGN may tell "т·с" from "ц"; they are optional, and nobody's name has them.
    """
    letters = _scheme(scheme, language.partition("-")[0], dots=dots)
    return _WORD.sub(lambda found: _cased(found[0], letters), unicodedata.normalize("NFC", text))


@cache
def _scheme(scheme: Scheme, language: str, *, dots: bool) -> Callable[[str], str]:
    if scheme is Scheme.BGN:
        table = _BGN.get(language, _RUSSIAN | _PLAIN)
        return partial(_by_table, table=table, russian=language not in ("ky", "kk"), dots=dots)
    if scheme is Scheme.COMMON:
        return partial(_in_use, table=_COMMON.get(language, _COMMON["ru"] | _PLAIN), language=language)
    import iuliia  # reads its schemes from files: only when somebody looks at names

    schema = {Scheme.ICAO: iuliia.ICAO_DOC_9303, Scheme.GOST_52535: iuliia.GOST_52535, Scheme.GOST_779: iuliia.GOST_779}
    others = str.maketrans(_ISO_9 if scheme is Scheme.GOST_779 else _PLAIN)
    return lambda word: schema[scheme].translate(word.translate(others)).replace("ё", "ë")


def _cased(word: str, letters: Callable[[str], str]) -> str:
    """Give a word the capitals it had: all, the first, or none."""
    if not _is_cyrillic(word):
        return word
    lower = word.lower()
    found = letters(lower)
    if word.isupper() and len(word) > 1:
        return found.upper()
    return found[:1].upper() + found[1:] if word[0].isupper() else found


def _by_table(word: str, *, table: dict[str, str], russian: bool, dots: bool) -> str:
    """Write a word by BGN/PCGN: after a vowel, й, ъ, ь and at the beginning, Russian е and ё are ye and yë."""
    found = []
    for at, letter in enumerate(word):
        before, after = word[at - 1 : at] if at else "", word[at + 1 : at + 2]
        latin = table.get(letter, letter)
        if russian and letter in "её" and (not before or before in _VOWELS + "йъь"):
            latin = f"y{latin}"
        if dots and _divides(before, letter, russian=russian):
            latin = f"·{latin}"
        if dots and russian and f"{letter}{after}" in ("йа", "йу", "йы", "йэ"):
            latin = f"{latin}·"
        found.append(latin)
    return "".join(found)


def _divides(before: str, letter: str, *, russian: bool) -> bool:
    """Tell whether two letters would be read as one without a point between them."""
    pair = before + letter
    if not russian:
        return pair == "нг"
    if pair in ("тс", "шч", "ыа", "ыу", "ыэ"):
        return True
    if letter == "ы":
        return bool(before) and before in _VOWELS
    return letter == "э" and bool(before) and before not in _VOWELS + "й"


def _in_use(word: str, *, table: dict[str, str], language: str) -> str:
    """Write a word as newspapers do: no marks, "Yuri", "Alexei" left to its bearer, Kyrgyz ж as J."""
    latin = "".join(table.get(letter, letter) for letter in word)
    if language == "ru" and word.endswith("ий"):
        return f"{latin[:-2]}i"
    return latin


def _is_cyrillic(word: str) -> bool:
    return any("Ѐ" <= letter <= "ӿ" for letter in word)


# fmt: off
_SOUNDS = (
    ("shch", "щ"), ("yye", "ые"), ("yo", "ё"), ("yu", "ю"), ("iu", "ю"), ("ya", "я"), ("ia", "я"),
    ("ye", "е"), ("zh", "ж"),
    ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yë", "ё"), ("ë", "ё"), ("ph", "ф"), ("ck", "к"), ("x", "кс"),
    ("a", "а"), ("b", "б"), ("c", "к"), ("d", "д"), ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"),
    ("i", "и"), ("k", "к"),
    ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"), ("q", "к"), ("r", "р"), ("s", "с"),
    ("t", "т"), ("u", "у"),
    ("v", "в"), ("w", "в"), ("y", "ы"), ("z", "з"), ("’", "ь"), ("'", "ь"), ("”", "ъ"),
)
# fmt: on
_OWN_SOUNDS = {
    "ru": (("j", "дж"), ("ö", "ё"), ("ü", "ю")),
    "ky": (("ng", "ң"), ("j", "ж"), ("ö", "ө"), ("ü", "ү")),
    "kk": (("gh", "ғ"), ("ng", "ң"), ("j", "ж"), ("q", "қ"), ("ö", "ө"), ("ü", "ү"), ("ä", "ә")),
}
_LATIN_WORD = re.compile(r"[^\W\d_]+(?:[’'”](?![A-ZÀ-Þ])[^\W\d_]+)*[’'”]?")


def cyrillic(text: str, language: Language = "ru") -> str:
    """Return a Latin name as it is probably written in Cyrillic; capitals of a passport become those of a name.

    What was lost on the way there, as ө or э, cannot be known: a person looks at it.
    """
    return _LATIN_WORD.sub(lambda found: _sounded(found[0], language), unicodedata.normalize("NFC", text))


def _sounded(word: str, language: Language) -> str:
    if not any(letter.isascii() or "À" <= letter <= "ɏ" for letter in word if letter.isalpha()):
        return word
    tongue = language.partition("-")[0]
    sounds = _OWN_SOUNDS.get(tongue, _OWN_SOUNDS["ru"]) + _SOUNDS
    lower, found, at = word.lower(), "", 0
    while at < len(lower):
        if ending := _ending(found, lower[at:], tongue):
            found += ending
            break
        if _is_short_i(found, lower, at):
            found, at = f"{found}й", at + 1
            continue
        latin, letter = next((pair for pair in sounds if lower.startswith(pair[0], at)), (lower[at], lower[at]))
        found += latin if latin in "’'”" and found[-1:] in _VOWELS else letter
        at += len(latin)
    return found if word == lower else found[:1].upper() + found[1:]


def _ending(before: str, rest: str, tongue: str) -> str:
    """Return the end of a Russian name: "Dmitry", "Iurii", "Yuriy" all end in -ий, "Groznyy" in -ый."""
    if tongue in ("ky", "kk") or not before:
        return ""
    if rest in ("ii", "iy") or (rest == "y" and before[-1] not in _VOWELS):
        return "ий"
    return "ый" if rest in ("yy", "yi") else ""


def _is_short_i(before: str, word: str, at: int) -> bool:
    """Tell whether an i or y after a vowel is й: Sergei, Aigul, Nazarbayev's y is not one; Mikhail keeps its и."""
    if word[at] not in "iy" or before[-1:] not in tuple(_VOWELS):
        return False
    after = word[at + 1 : at + 2]
    return after == "" or after not in "aeouël" or (word[at] == "y" and after == "l")
