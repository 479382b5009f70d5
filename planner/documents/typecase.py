"""The type case of one paper: which codes stand for its characters, and which of them it used.

Each family has a first 8-bit set with the same codes in every paper (`fonts.BASE`), so plain Cyrillic and
Latin is encoded in one call. Other characters get codes in further sets as they are met. No code has a
meaning inside a PDF string: text never needs escaping.
"""

from __future__ import annotations

from codecs import charmap_build, charmap_encode
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from planner.documents.fonts import (
    BASE,
    FAMILIES,
    LINE_ENDS,
    compose,
    file_for,
    font_file,
    is_invisible,
    mark,
    set_font,
)
from planner.documents.glyphset import GlyphSet
from planner.documents.subset import FontFile

_MEANINGFUL = frozenset(b"\0\n\r()\\")  # inside a PDF string; 0 is also the place of the missing glyph
FREE_CODES = tuple(code for code in range(1, 256) if code not in _MEANINGFUL)
_WORDS_REMEMBERED = 50_000


def _base_codes() -> tuple[str, ...]:
    """Lay the base characters out over the codes: ASCII at its own place where it can stay."""
    places = ["\ufffe"] * 256
    places[0] = "\0"  # or the codec falls back to a slow table; a NUL in the text is sought apart
    stay = {ord(character): character for character in BASE if ord(character) in FREE_CODES and character < "\x7f"}
    for code, character in stay.items():
        places[code] = character
    free = (code for code in FREE_CODES if code not in stay)
    for character in BASE:
        if character not in stay.values():
            places[next(free)] = character
    return tuple(places)


BASE_CODES = _base_codes()
_TABLE = charmap_build("".join(BASE_CODES))


class Subset:
    """One 8-bit set of characters of one font in one paper.

    Attributes: name (of the resource in the file), file, characters (by code, "" where free), used (codes).
    """

    __slots__ = ("characters", "file", "name", "used")

    def __init__(self, number: int, file: FontFile, characters: list[str]) -> None:
        self.name = b"/F%d" % number
        self.file = file
        self.characters = characters
        self.used: set[int] = set()


class Glyph(NamedTuple):
    """Where a character stands in the type case, and how wide it is in thousandths of the size."""

    subset: Subset
    code: int
    width: int


class _Widths(dict[bytes, int]):
    """Widths of encoded words, in thousandths of the size; a word seen once is only looked up."""

    def __init__(self, subset: Subset) -> None:
        self.subset = subset
        self.of_code = [
            subset.file.widths[ord(character)] if character in BASE else 0 for character in subset.characters
        ]

    def __missing__(self, word: bytes) -> int:
        if len(self) > _WORDS_REMEMBERED:
            self.clear()
        self.subset.used.update(word)
        width = self[word] = sum(map(self.of_code.__getitem__, word))
        return width


class _Printable(dict[int, str]):
    """What is printed for each code point: itself, nothing, or a mark (for `str.translate`)."""

    def __init__(self, family: str) -> None:
        self.family = family

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character == "\t":
            printed = " "
        elif is_invisible(character):
            printed = ""
        elif character in LINE_ENDS or file_for(character, self.family):
            printed = character
        else:
            printed = mark(character)
        self[code] = printed
        return printed


class _Settable(_Printable):
    """The same where scripts are shaped: their characters stay, and what turns or joins them stays for a while."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if is_invisible(character) or set_font(character, self.family):
            self[code] = character
            return character
        return super().__missing__(code)


class Family:
    """The type of one family in one paper.

    Attributes: name, base (its first set), widths (of words encoded by it), space (the width of a space).
    """

    def __init__(self, case: TypeCase, name: str) -> None:
        self._case = case
        self.name = name
        self.base = case.add_subset(font_file(FAMILIES[name][0]), list(BASE_CODES))
        self.widths = _Widths(self.base)
        self.space = self.widths[b" "]
        self._printable = _Printable(name)
        self._settable = _Settable(name)
        self._glyphs: dict[str, Glyph] = {}

    def encode(self, text: str) -> bytes | None:
        """Return the codes of a text that stands wholly in the first set, else None."""
        try:
            codes: bytes = charmap_encode(text, "strict", _TABLE)[0]
        except UnicodeEncodeError:
            return None
        return None if 0 in codes else codes

    def printable(self, text: str) -> str:
        """Return the text as it will be printed: letters composed, characters without a font marked."""
        return compose(text, self.name).translate(self._printable)

    def settable(self, text: str) -> str:
        """Return the text as it will be shaped: characters without a font marked, the invisible ones still there."""
        return compose(text, self.name).translate(self._settable)

    def glyph_set(self, font: str) -> GlyphSet:
        """Return the shaped glyphs of one of the fonts of `scripts` in this paper."""
        return self._case.glyph_set(font)

    def width(self, text: str) -> int:
        """Return the width of a printable text in thousandths of the size."""
        return sum([self.glyph(character).width for character in text])

    def runs(self, text: str) -> list[tuple[Subset, bytes]]:
        """Return a printable text as runs of one set each."""
        glyphs = [self.glyph(character) for character in text]
        runs = [(subset, bytes(glyph.code for glyph in run)) for subset, run in groupby(glyphs, key=itemgetter(0))]
        for subset, codes in runs:
            subset.used.update(codes)
        return runs

    def glyph(self, character: str) -> Glyph:
        """Return the place of a printable character, giving it one when it is new to the paper."""
        if (glyph := self._glyphs.get(character)) is None:
            glyph = self._glyphs[character] = self._new_glyph(character)
        return glyph

    def _new_glyph(self, character: str) -> Glyph:
        if codes := self.encode(character):
            return Glyph(self.base, codes[0], self.widths.of_code[codes[0]])
        file = file_for(character, self.name)
        assert file is not None, "only printable text has glyphs"
        subset, code = self._case.assign(file, character)
        return Glyph(subset, code, file.widths[ord(character)])


class TypeCase:
    """All type of one paper. Attributes: subsets, in the order they were first needed."""

    def __init__(self) -> None:
        self.subsets: list[Subset | GlyphSet] = []
        self._families: dict[str, Family] = {}
        self._open: dict[str, Subset] = {}  # by file: the set that still has free codes
        self._assigned: dict[tuple[str, str], tuple[Subset, int]] = {}
        self._glyph_sets: dict[str, GlyphSet] = {}

    def family(self, name: str) -> Family:
        """Return a family of `fonts.FAMILIES`; its files are read when it is first needed."""
        if name not in self._families:
            self._families[name] = Family(self, name)
        return self._families[name]

    def add_subset(self, file: FontFile, characters: list[str]) -> Subset:
        """Begin a new 8-bit set of a font."""
        subset = Subset(len(self.subsets), file, characters)
        self.subsets.append(subset)
        return subset

    def glyph_set(self, font: str) -> GlyphSet:
        """Return the shaped glyphs of a font of `scripts`; the file is opened when it is first needed."""
        if font not in self._glyph_sets:
            from planner.documents.shaping import script_font

            self._glyph_sets[font] = GlyphSet(len(self.subsets), script_font(font))
            self.subsets.append(self._glyph_sets[font])
        return self._glyph_sets[font]

    def assign(self, file: FontFile, character: str) -> tuple[Subset, int]:
        """Give a character outside the base set a code; families that share a fallback share its sets."""
        key = (file.name, character)
        if key not in self._assigned:
            self._assigned[key] = self._next_code(file, character)
        return self._assigned[key]

    def _next_code(self, file: FontFile, character: str) -> tuple[Subset, int]:
        subset = self._open.get(file.name)
        if subset is None or len(subset.characters) > FREE_CODES[-1]:
            subset = self._open[file.name] = self.add_subset(file, [""])
        while len(subset.characters) not in FREE_CODES:
            subset.characters.append("")
        subset.characters.append(character)
        return subset, len(subset.characters) - 1
