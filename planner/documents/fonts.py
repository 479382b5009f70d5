"""Which font prints a character: families, their fallbacks, and what no font of ours covers.

Fonts are chosen per character by their character maps, those of `scripts` by the character's script. What
none of them holds is printed as a visible mark like [U+1F469]: never in silence.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache

from planner.documents.scripts import font_of, letter_script, set_script
from planner.documents.subset import FontFile
from planner.paths import resources

_SYMBOLS = "DejaVuSans"  # arrows, boxes, ticks
FAMILIES: Mapping[str, tuple[str, ...]] = {
    "serif": ("PTSerif-Regular", "NotoSerif-Regular", _SYMBOLS),
    "serif-bold": ("PTSerif-Bold", "NotoSerif-Bold", _SYMBOLS),
    "serif-italic": ("PTSerif-Italic", "NotoSerif-Italic", _SYMBOLS),
    "serif-bold-italic": ("PTSerif-BoldItalic", "NotoSerif-BoldItalic", _SYMBOLS),
    "sans": ("PTSans-Regular", "NotoSans-Regular", _SYMBOLS),
    "sans-bold": ("PTSans-Bold", "NotoSans-SemiBold", _SYMBOLS),
    "sans-italic": ("PTSans-Italic", "NotoSans-Regular", _SYMBOLS),
    "sans-bold-italic": ("PTSans-BoldItalic", "NotoSans-SemiBold", _SYMBOLS),
}

LINE_ENDS = "\n\r\v\f\x85\u2028\u2029"
INVISIBLE = frozenset("\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff")
_DIRECTED = frozenset(("R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF"))
_ARABIC_AND_HEBREW = range(0x0590, 0x0900)
_LAO = range(0x0E80, 0x0F00)
_UNSHAPED = frozenset((*_ARABIC_AND_HEBREW, *_LAO))  # DejaVu has the letters, but not in their right forms and places
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)

BASE = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "\u00a0"
    + "".join(map(chr, range(0x410, 0x450)))
    + "ЁёҢңӨөҮүҚқҒғҰұІіӘәҺһҖҗЇїЄєҐґЎў«»“”„‚‘’–—…№°·•§©±×−€₽ÄÖÜäöüßÀÉàáâéèêëíóúçÇñŞşĞğİıŁłŠšŽžčå"
)
"""The characters every paper may use at once: the first 8-bit set of each family, the same in all papers."""


@cache
def font_file(name: str) -> FontFile:
    """Read one of the fonts in `resources/fonts`; a frozen program holds them too."""
    return FontFile(resources() / "fonts" / f"{name}.ttf")


def file_for(character: str, family: str) -> FontFile | None:
    """Return the first font of the family that holds the character, or None."""
    if _needs_more_than_a_glyph(character):
        return None
    code = ord(character)
    if script := letter_script(character):
        file = font_file(font_of(script, family))
        if code in file.glyphs:
            return file
    return next((file for file in map(font_file, FAMILIES[family]) if code in file.glyphs), None)


def is_invisible(character: str) -> bool:
    """Tell whether the character prints as nothing by its nature: joiners, isolates, variation selectors."""
    return character in INVISIBLE or ord(character) in _VARIATION_SELECTORS


def set_font(character: str, family: str) -> str | None:
    """Return the name of the font that a character is shaped in, or None where it stands like a Latin letter."""
    script = set_script(character)
    return font_of(script, family) if script and _is_set(character) else None


@cache
def _is_set(character: str) -> bool:
    """Tell whether all fonts of the character's script hold it; only now are they opened."""
    from planner.documents.shaping import script_font

    script = set_script(character)
    return script is not None and all(script_font(name).holds(character) for name in (script.regular, script.bold))


@cache
def _covered(character: str) -> bool:
    if character in LINE_ENDS or character == "\t" or is_invisible(character) or _is_set(character):
        return True
    return all(file_for(character, family) for family in FAMILIES)


def _needs_more_than_a_glyph(character: str) -> bool:
    """Control characters have no form; what is shaped elsewhere would print in wrong forms or order here."""
    return (
        unicodedata.category(character) in {"Cc", "Cs"}
        or unicodedata.bidirectional(character) in _DIRECTED
        or ord(character) in _UNSHAPED
    )


def uncovered(text: str) -> list[str]:
    """Return the characters that no font of ours prints, each once, in the order they are met."""
    if not (rare := set(text).difference(BASE)):
        return []
    return [character for character in dict.fromkeys(text) if character in rare and not _covered(character)]


def mark(character: str) -> str:
    """Return what is printed for a character without a font: its number in Unicode, "[U+4E2D]"."""
    return f"[U+{ord(character):04X}]"


def compose(text: str, family: str) -> str:
    """Put letters and combining marks together where the composed letter exists in the family's fonts.

    Nothing else is normalised: what is copied out of the file shall be what was typed.
    """
    if not any(map(unicodedata.combining, text)):
        return text
    clusters: list[str] = []
    for character in text:
        if clusters and unicodedata.combining(character):
            clusters[-1] += character
        else:
            clusters.append(character)
    return "".join(_composed(cluster, family) for cluster in clusters)


def _composed(cluster: str, family: str) -> str:
    if len(cluster) == 1:
        return cluster
    composed = unicodedata.normalize("NFC", cluster)
    return composed if all(file_for(character, family) for character in composed) else cluster
