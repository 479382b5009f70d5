"""Which scripts need more than a letter after a letter, and which fonts hold them.

Arabic, Hebrew and Devanagari are shaped, Chinese and Japanese come in tens of thousands of characters:
these fonts are opened when a paper holds such a character, and never for plain Cyrillic and Latin.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import NamedTuple

BOLD = "bold"


class Script(NamedTuple):
    """The fonts of a script, and how large they stand beside PT Serif, in hundredths."""

    regular: str
    bold: str
    scale: int = 100


ARABIC = Script("Amiri-Regular", "Amiri-Bold", 108)
HEBREW = Script("NotoSerifHebrew-Regular", "NotoSerifHebrew-Bold")
DEVANAGARI = Script("NotoSerifDevanagari-Regular", "NotoSerifDevanagari-Bold")
HAN = Script("NotoSansSC-Regular", "NotoSansSC-Regular", 96)
GEORGIAN = Script("NotoSerifGeorgian-Regular", "NotoSerifGeorgian-Bold")
ARMENIAN = Script("NotoSerifArmenian-Regular", "NotoSerifArmenian-Bold")

_SET: Mapping[Script, str] = {  # as they stand inside the brackets of a regular expression
    ARABIC: "\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    HEBREW: "\u0590-\u05ff\ufb1d-\ufb4f",
    DEVANAGARI: "\u0900-\u097f\ua8e0-\ua8ff\u1cd0-\u1cff",
    HAN: "\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uffef\U00020000-\U0003ffff",
}
_LETTERS: Mapping[Script, str] = {
    GEORGIAN: "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f",
    ARMENIAN: "\u0530-\u058f\ufb13-\ufb17",
}
_SCALES = {name: script.scale for script in _SET for name in (script.regular, script.bold)}
_NEEDS_SETTING = re.compile(f"[{''.join(_SET.values())}]")
_WIDE = re.compile(f"[\u1100-\u11ff{_SET[HAN]}\uac00-\ud7ff]")


def needs_setting(text: str) -> bool:
    """Tell whether a text holds a character of a script that is shaped, runs leftwards or is written without spaces."""
    return _NEEDS_SETTING.search(text) is not None


@lru_cache(4096)
def is_wide(character: str) -> bool:
    """Tell whether a character is of a script written without spaces, which may be broken between any two."""
    return _WIDE.match(character) is not None


def holds_wide(text: str) -> bool:
    """Tell whether any character of a text is of such a script."""
    return _WIDE.search(text) is not None


@cache
def set_script(character: str) -> Script | None:
    """Return the script of a character that needs setting, or None."""
    return _script(character, _SET)


@cache
def letter_script(character: str) -> Script | None:
    """Return the script of a letter that has a font of its own but stands like a Latin one, or None."""
    return _script(character, _LETTERS)


def _script(character: str, among: Mapping[Script, str]) -> Script | None:
    return next((script for script, ranges in among.items() if re.match(f"[{ranges}]", character)), None)


def font_of(script: Script, family: str) -> str:
    """Return the name of a script's font in a family of `fonts.FAMILIES`; none of them has an italic."""
    return script.bold if BOLD in family else script.regular


def has_no_bold(font: str) -> bool:
    """Tell whether a font of a script has to do for bold as well."""
    return any(script.regular == script.bold == font for script in _SET)


def scale_of(font: str) -> int:
    """Return how large a font of a script stands beside PT Serif, in hundredths."""
    return _SCALES[font]
