"""Shaping: the glyphs that a stretch of text becomes, and cutting the glyphs used out of their font (HarfBuzz).

One stretch has one font and one direction. A glyph carries the text it stands for, so that what is copied
out of the file is what was typed.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from planner.paths import resources

_SCALE = 1000  # PDF counts glyph widths in thousandths of the size
_WORDS_REMEMBERED = 20_000
_NEEDED = frozenset(("glyf", "loca", "head", "hhea", "hmtx", "maxp", "cvt ", "fpgm", "prep"))

_FEATURES: Mapping[bool, Mapping[str, Any]] = {
    False: {"dlig": False},
    # Ligatures that are a matter of taste would be copied out as one lump, and readers take a kern for a space.
    True: {"dlig": False, "liga": False, "kern": False},
}


@cache
def _harfbuzz() -> Any:
    """Return the library, imported when something is shaped: 10 ms that plain Cyrillic and Latin need not wait for."""
    import uharfbuzz

    return uharfbuzz


class ShapedGlyph(NamedTuple):
    """A glyph in its place, from left to right. Distances are thousandths of the size.

    `advance` is how far the next glyph stands; `right` and `up` are how far this one is shifted.
    """

    glyph: int
    text: str  # what it stands for; empty where another glyph of its cluster says it
    advance: int
    right: int
    up: int


class Metrics(NamedTuple):
    """What a font descriptor tells, in thousandths of the size."""

    ascent: int
    descent: int
    box: tuple[int, int, int, int]


class ScriptFont:
    """One font file of a script that is shaped. Attributes: name."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self._face: Any = _harfbuzz().Face(_harfbuzz().Blob.from_file_path(str(path)))
        self._font: Any = _harfbuzz().Font(self._face)
        self._font.scale = (_SCALE, _SCALE)

    def holds(self, character: str) -> bool:
        """Tell whether the font has a glyph for a character."""
        return not "\ud800" <= character <= "\udfff" and bool(self._font.get_nominal_glyph(ord(character)))

    def width(self, glyph: int) -> int:
        """Return the width of a glyph as the file tells it."""
        return int(self._font.get_glyph_h_advance(glyph))

    @lru_cache(_WORDS_REMEMBERED)  # noqa: B019  # fonts live as long as the process
    def shape(self, text: str, *, leftwards: bool) -> tuple[ShapedGlyph, ...]:
        """Return the glyphs of a text, from left to right on paper."""
        glyphs = self._glyphs(text, _FEATURES[leftwards], leftwards=leftwards)
        if leftwards and (stretched := _stretched(glyphs)):
            plain = [(first, first + 1, False) for first in sorted(stretched)]
            glyphs = self._glyphs(text, {**_FEATURES[True], "rlig": plain}, leftwards=True)
        spoken = _spoken([info.cluster for info, _ in glyphs], [position.x_advance for _, position in glyphs], text)
        if leftwards:
            spoken = [said[::-1] for said in spoken]  # readers turn what runs leftwards round, glyph by glyph too
        return tuple(
            ShapedGlyph(info.codepoint, said, position.x_advance, position.x_offset, position.y_offset)
            for (info, position), said in zip(glyphs, spoken, strict=True)
        )

    def _glyphs(self, text: str, features: Mapping[str, Any], *, leftwards: bool) -> list[tuple[Any, Any]]:
        """Return HarfBuzz's own glyphs and positions."""
        buffer: Any = _harfbuzz().Buffer()
        buffer.cluster_level = (
            _harfbuzz().BufferClusterLevel.MONOTONE_GRAPHEMES
            if leftwards
            else _harfbuzz().BufferClusterLevel.MONOTONE_CHARACTERS
        )
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if leftwards else "ltr"
        _harfbuzz().shape(self._font, buffer, dict(features))
        return list(zip(buffer.glyph_infos, buffer.glyph_positions, strict=True))

    def metrics(self) -> Metrics:
        """Return what the file tells of its whole type."""
        head: bytes = self._face.reference_table("head").data
        (units,) = struct.unpack(">H", head[18:20])
        ascent, descent = struct.unpack(">hh", self._face.reference_table("hhea").data[4:8])
        left, low, right, high = (round(edge * _SCALE / units) for edge in struct.unpack(">4h", head[36:44]))
        return Metrics(round(ascent * _SCALE / units), round(descent * _SCALE / units), (left, low, right, high))

    @lru_cache(maxsize=64)  # noqa: B019  # an edit seldom brings a new glyph
    def packed_subset(self, glyphs: frozenset[int]) -> tuple[bytes, int, dict[int, int]]:
        """Return the compressed font with these glyphs alone, its length before, and the glyphs' new numbers."""
        wanted: Any = _harfbuzz().SubsetInput()
        wanted.glyph_set.update(glyphs)
        wanted.flags = _harfbuzz().SubsetFlags.NO_HINTING | _harfbuzz().SubsetFlags.NO_LAYOUT_CLOSURE
        wanted.drop_table_tag_set.update(
            int.from_bytes(tag.encode("ascii"), "big") for tag in self._face.table_tags if tag not in _NEEDED
        )
        plan: Any = _harfbuzz().SubsetPlan(self._face, wanted)
        numbers = dict(plan.old_to_new_glyph_mapping)
        font: bytes = plan.execute().blob.data
        return zlib.compress(font), len(font), numbers


@cache
def script_font(name: str) -> ScriptFont:
    """Open one of the fonts in `resources/fonts` for shaping; nothing of it is read before it is asked for."""
    return ScriptFont(resources() / "fonts" / f"{name}.ttf")


def _stretched(glyphs: list[tuple[Any, Any]]) -> set[int]:
    """Return the letters that the font draws out with a stroke of its own, which readers would take for a space."""
    wide = Counter(info.cluster for info, position in glyphs if position.x_advance > 0)
    return {cluster for cluster, count in wide.items() if count > 1}


def _spoken(clusters: list[int], advances: list[int], text: str) -> list[str]:
    """Return what each glyph stands for: the widest of a cluster says all of its characters, the others nothing."""
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    speakers: dict[int, int] = {}
    for place, cluster in enumerate(clusters):
        if cluster not in speakers or advances[place] > advances[speakers[cluster]]:
            speakers[cluster] = place
    return [
        text[cluster : ends[cluster]] if speakers[cluster] == place else "" for place, cluster in enumerate(clusters)
    ]
