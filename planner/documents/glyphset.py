"""The shaped glyphs of one font that one paper uses: each gets a number, and keeps the text it stands for.

A glyph that stands for two different texts gets two numbers, so either is copied out as it was typed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # HarfBuzz is loaded when a paper needs it
    from planner.documents.shaping import ScriptFont, ShapedGlyph

_LAST = 0xFFFF


class GlyphSet:
    """A font of glyphs with 16-bit numbers.

    Attributes: name (of the resource in the file), font, glyphs and characters (by number, from 1).
    """

    __slots__ = ("_numbers", "characters", "font", "glyphs", "name")

    def __init__(self, number: int, font: ScriptFont) -> None:
        self.name = b"/F%d" % number
        self.font = font
        self.glyphs = [0]
        self.characters = [""]
        self._numbers: dict[tuple[int, str], int] = {}

    @property
    def used(self) -> bool:
        """Tell whether it drew anything."""
        return len(self.glyphs) > 1

    def number(self, glyph: ShapedGlyph) -> int:
        """Return the number of a glyph, giving it one when it is new to the paper."""
        key = (glyph.glyph, glyph.text)
        if (number := self._numbers.get(key)) is None:
            if len(self.glyphs) > _LAST:
                return 0
            number = self._numbers[key] = len(self.glyphs)
            self.glyphs.append(glyph.glyph)
            self.characters.append(glyph.text)
        return number

    def operators(self, glyphs: Iterable[ShapedGlyph], size: int) -> bytes:
        """Return the operators that draw glyphs from left to right; marks are moved to their letters."""
        parts: list[bytes] = []
        shown: list[bytes] = []
        debt = height = 0  # how far the pen must still go, and how high it stands
        for glyph in glyphs:
            if glyph.up != height:
                if shown:
                    parts.append(b"[%b]TJ" % b"".join(shown))
                    shown = []
                height = glyph.up
                parts.append(b"%.1f Ts" % (height * size / 1000))
            if debt + glyph.right:
                shown.append(b"%d" % -(debt + glyph.right))
            shown.append(b"<%04X>" % self.number(glyph))
            debt = glyph.advance - glyph.right - self.font.width(glyph.glyph)
        if debt:
            shown.append(b"%d" % -debt)
        parts.append(b"[%b]TJ" % b"".join(shown))
        if height:
            parts.append(b"0 Ts")
        return b" ".join(parts)
