"""Setting text of any scripts: font by character, direction, line breaks, shaping, and the operators of each line.

Every paragraph is a world of its own: no character in it can turn what stands in the cell beside it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from planner.documents.bidi import Run, first_strong, levels, mirrored, visual
from planner.documents.direction import LEFT_TO_RIGHT, Direction
from planner.documents.fonts import is_invisible, set_font
from planner.documents.glyphset import GlyphSet
from planner.documents.linebreak import fill, pieces_of
from planner.documents.objects import text_string
from planner.documents.scripts import BOLD, has_no_bold, scale_of
from planner.documents.shaping import ShapedGlyph, script_font
from planner.documents.typecase import Family, Subset

_AT_THE_END_AS_THE_PARAGRAPH = frozenset(("WS", "S", "BN", "LRI", "RLI", "FSI", "PDI"))  # UAX 9, rule L1


class Stretch(NamedTuple):
    """A part of a line in one font and one direction; no name of a font: the family's own letters."""

    text: str
    level: int
    font: str | None


class Emboldening(NamedTuple):
    """How letters of a font without a bold face are made bolder: by a stroke around them."""

    stroke: bytes = b""  # sets its colour, that of the text
    back: bytes = b""  # brings the pen of the rules back, which outlives the text

    @property
    def is_possible(self) -> bool:
        """Tell whether the pens are known."""
        return bool(self.stroke)

    def around(self, operators: bytes, size: int) -> bytes:
        """Return operators that draw the same, bolder."""
        return b"%b%.1f w 2 Tr %b 0 Tr %b" % (self.stroke, size * 0.028, operators, self.back)


class ComplexText:
    """Sets texts of one family and size into lines of one width, all in tenths of a point."""

    def __init__(
        self, family: Family, size: int, width: int, direction: Direction = LEFT_TO_RIGHT, *, emboldening: Emboldening
    ) -> None:
        self._family = family
        self._emboldening = emboldening
        self._size = size
        self._width = width
        self._limit = width * 1000 // size
        self._direction = direction

    def lines(self, paragraph: str) -> Iterator[bytes]:
        """Yield the operators of each line of a paragraph without line ends."""
        own = self._direction.level
        base = first_strong(paragraph) if own is None else own
        text = self._family.settable(paragraph)
        part = _Part(text, levels(text, base), self._fonts(text), base)
        for first, following in self._broken(part):
            yield self._draw(part.line(first, following))

    def width(self, text: str) -> int:
        """Return how wide a text is that stands in one line."""
        own = self._direction.level
        base = first_strong(text) if own is None else own
        settable = self._family.settable(text)
        part = _Part(settable, levels(settable, base), self._fonts(settable), base)
        return self._measure(part, 0, len(settable)) * self._size // 1000

    def _fonts(self, text: str) -> list[str | None]:
        """Return the font of each character; marks and joiners go with the letter they belong to."""
        fonts: list[str | None] = []
        for character in text:
            font = set_font(character, self._family.name)
            if fonts and fonts[-1] is not None and _belongs(character, fonts[-1]):
                font = fonts[-1]
            fonts.append(font)
        return fonts

    def _broken(self, part: _Part) -> Iterator[tuple[int, int]]:
        """Yield the first and the following place of each line."""
        ranges: list[tuple[int, int]] = []
        widths: list[int] = []
        gaps: list[int] = []
        for piece in pieces_of(part.text):
            width = self._measure(part, piece.first, piece.following)
            spaced = piece.spaced
            cuts = self._cut(part, piece.first, piece.following) if width > self._limit else [piece[:2]]
            for first, following in cuts:
                ranges.append((first, following))
                widths.append(width if len(cuts) == 1 else self._measure(part, first, following))
                gaps.append(self._family.space if spaced else 0)
                spaced = False
        for a, b in fill(widths, gaps, self._limit):
            yield ranges[a][0], ranges[b - 1][1]

    def _cut(self, part: _Part, first: int, following: int) -> list[tuple[int, int]]:
        """Cut a piece that fits no line between letters; marks stay with theirs."""
        cuts = [first]
        used = 0
        at = first
        while at < following:
            end = at + 1
            while end < following and _belongs(part.text[end], part.fonts[at]):
                end += 1
            wide = self._measure(part, at, end)
            if used + wide > self._limit and at > cuts[-1] and wide:
                cuts.append(at)
                used = 0
            used += wide
            at = end
        return list(zip(cuts, [*cuts[1:], following], strict=True))

    def _measure(self, part: _Part, first: int, following: int) -> int:
        return sum(self._width_of(stretch) for stretch in part.stretches(first, following))

    def _width_of(self, stretch: Stretch) -> int:
        if stretch.font is None:
            return self._family.width(_visible(stretch.text))
        return sum(glyph.advance for glyph in _shaped(stretch)) * scale_of(stretch.font) // 100

    def _draw(self, stretches: list[Stretch]) -> bytes:
        """Return the operators of a line whose parts are in their order on paper; the base font is set after it."""
        parts = [b"T*"]
        indent = 0
        if self._direction.right or self._direction.centred:
            indent = self._width - sum(map(self._width_of, stretches)) * self._size // 1000
            indent = indent // 2 if self._direction.centred else indent
            parts.append(b"%d 0 Td" % indent)
        current: object = self._family.base
        for stretch in stretches:
            for font, size, operators in self._operators(stretch):
                if font is not current:
                    parts.append(b"%b %d Tf" % (font.name, size))
                    current = font
                parts.append(operators)
        if current is not self._family.base:
            parts.append(b"%b %d Tf" % (self._family.base.name, self._size))
        if indent:
            parts.append(b"%d 0 Td" % -indent)
        return b" ".join(parts) + b"\n"

    def _operators(self, stretch: Stretch) -> Iterable[tuple[Subset | GlyphSet, int, bytes]]:
        """Return the fonts of a stretch, their sizes and what they draw."""
        if stretch.font is None:
            text = _visible(stretch.text)
            shown = _leftwards(text) if stretch.level % 2 else text
            return [(subset, self._size, b"(%b)Tj" % codes) for subset, codes in self._family.runs(shown)]
        glyph_set = self._family.glyph_set(stretch.font)
        size = self._size * scale_of(stretch.font) // 100
        drawn = list(_spans(stretch, glyph_set, size))
        if self._emboldening.is_possible and BOLD in self._family.name and has_no_bold(stretch.font):
            drawn = [self._emboldening.around(operators, size) for operators in drawn]
        return [(glyph_set, size, operators) for operators in drawn]


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph and what is known of each of its characters."""

    text: str
    levels: list[int]
    fonts: list[str | None]
    base: int

    def stretches(self, first: int, following: int) -> list[Stretch]:
        """Return a range as stretches in the order of reading."""
        return self._stretches(first, following, self.levels)[1]

    def line(self, first: int, following: int) -> list[Stretch]:
        """Return a line as stretches in the order they stand on paper."""
        end = following
        while end > first and unicodedata.bidirectional(self.text[end - 1]) in _AT_THE_END_AS_THE_PARAGRAPH:
            end -= 1
        resolved = [*self.levels[:end], *[self.base] * (following - end)]
        runs, stretches = self._stretches(first, following, resolved)
        at = dict(zip(runs, stretches, strict=True))
        return [at[run] for run in visual(runs)]

    def _stretches(self, first: int, following: int, resolved: list[int]) -> tuple[list[Run], list[Stretch]]:
        runs: list[Run] = []
        stretches: list[Stretch] = []
        for (level, font), places in groupby(range(first, following), key=lambda at: (resolved[at], self.fonts[at])):
            inside = list(places)
            run = Run(inside[0], inside[-1] + 1, level)
            runs.append(run)
            stretches.append(Stretch(self.text[run.first : run.following], level, font))
        return runs, stretches


def _belongs(character: str, font: str | None) -> bool:
    """Tell whether a character goes with the letter before it, whatever its own script."""
    if _is_mark(character):
        return font is None or script_font(font).holds(character)
    return character in "\u200c\u200d" and font is not None


def _shaped(stretch: Stretch) -> tuple[ShapedGlyph, ...]:
    assert stretch.font is not None, "letters of the family are not shaped"
    return script_font(stretch.font).shape(stretch.text, leftwards=bool(stretch.level % 2))


def _spans(stretch: Stretch, glyph_set: GlyphSet, size: int) -> Iterator[bytes]:
    """Yield what draws a shaped stretch, so that readers find its text.

    Rightwards, all of a word's text is told at once where a mark stands elsewhere than it is read. Leftwards it
    is not, or readers would turn it round once more; there each letter tells its marks, and marks tell nothing.
    """
    glyphs = _shaped(stretch)
    if not stretch.level % 2:
        operators = glyph_set.operators(glyphs, size)
        if any(len(glyph.text) != 1 for glyph in glyphs) or any(map(_is_mark, stretch.text)):
            operators = b"/Span<</ActualText%b>>BDC %b EMC" % (text_string(stretch.text), operators)
        yield operators
        return
    for speaks, part in groupby(glyphs, key=lambda glyph: bool(glyph.text)):
        operators = glyph_set.operators(part, size)
        yield operators if speaks else b"/Span<</ActualText<FEFF>>>BDC %b EMC" % operators


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _visible(text: str) -> str:
    return "".join([character for character in text if not is_invisible(character)])


def _leftwards(text: str) -> str:
    """Return letters in the order they stand on paper where text runs leftwards, each with its marks."""
    clusters: list[str] = []
    for character in text:
        if clusters and unicodedata.combining(character):
            clusters[-1] += character
        else:
            clusters.append(mirrored(character))
    return "".join(reversed(clusters))
