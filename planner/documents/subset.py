"""The one way into reportlab's font internals: reading a TrueType file and cutting a subset of it.

Pinned to reportlab 5.1 by `pyproject.toml`; tests/documents/test_fonts.py fails loudly when it moves.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from reportlab.pdfbase.ttfonts import TTFontFace

EMPTY_NAME_TABLE = b"\0\0\0\0\0\6"
SYMBOLIC, NONSYMBOLIC = 4, 32  # flags of a font descriptor (ISO 32000, table 121)


class _File(TTFontFace):  # type: ignore[misc]  # reportlab ships no annotations
    """A font file whose subsets leave out the names: 12 kB of licence text in each face of ParaType's."""

    def get_table(self, tag: str) -> Any:
        return EMPTY_NAME_TABLE if tag == "name" else super().get_table(tag)


class FontFile:
    """One TrueType file, read once per process.

    Attributes: name (PostScript), glyphs and widths (by code point, widths in thousandths of the size),
    ascent, descent, cap_height, box, stem, italic_angle, flags: what a font descriptor asks for.
    """

    def __init__(self, path: Path) -> None:
        self._file = _File(str(path))
        self._lock = Lock()  # the file keeps a reading position, and pages are made in several threads
        self.name: str = self._file.name.decode("ascii")
        self.glyphs: dict[int, int] = self._file.charToGlyph
        self.widths: dict[int, int] = {code: round(width) for code, width in self._file.charWidths.items()}
        self.ascent = round(self._file.ascent)
        self.descent = round(self._file.descent)
        self.cap_height = round(self._file.capHeight)
        self.box: tuple[int, ...] = tuple(round(edge) for edge in self._file.bbox)
        self.stem = round(self._file.stemV)
        self.italic_angle = round(self._file.italicAngle)
        self.flags: int = (self._file.flags & ~NONSYMBOLIC) | SYMBOLIC

    def subset(self, codes: tuple[int, ...]) -> bytes:
        """Return a font with these code points at the places 0, 1, 2...; the point 0 stands for an empty place."""
        with self._lock:
            font: bytes = self._file.makeSubset(list(codes))
        return font

    @lru_cache(maxsize=64)  # noqa: B019  # font files live as long as the process; an edit seldom brings a new letter
    def packed_subset(self, codes: tuple[int, ...]) -> tuple[bytes, int]:
        """Return the compressed subset and its length before compression."""
        font = self.subset(codes)
        return zlib.compress(font), len(font)
