"""Embedding the fonts of a paper: only the glyphs it used, and a table that lets text be copied out again."""

from __future__ import annotations

from planner.documents.composite import composite_font
from planner.documents.glyphset import GlyphSet
from planner.documents.objects import ObjectFile
from planner.documents.tounicode import to_unicode
from planner.documents.typecase import Subset


def font_objects(file: ObjectFile, subsets: list[Subset | GlyphSet]) -> bytes:
    """Write the fonts that drew something and return the font dictionary of the pages."""
    fonts = [b"%b %d 0 R" % (subset.name, _object(file, subset)) for subset in subsets if subset.used]
    return b"<<%b>>" % b"".join(fonts)


def _object(file: ObjectFile, subset: Subset | GlyphSet) -> int:
    return _font(file, subset) if isinstance(subset, Subset) else composite_font(file, subset, _tag(subset))


def _font(file: ObjectFile, subset: Subset) -> int:
    used = sorted(subset.used)
    first, last = used[0], used[-1]
    points = [ord(subset.characters[code]) if code in subset.used else 0 for code in range(last + 1)]
    widths = subset.file.widths
    name = _tag(subset) + b"+" + subset.file.name.encode("ascii")
    return file.add(
        b"<</Type/Font/Subtype/TrueType/BaseFont/%b/FirstChar %d/LastChar %d/Widths[%b]"
        b"/FontDescriptor %d 0 R/ToUnicode %d 0 R>>"
        % (
            name,
            first,
            last,
            b" ".join(b"%d" % (widths[point] if point else 0) for point in points[first:]),
            _descriptor(file, subset, name, tuple(points)),
            file.add_stream(to_unicode([(code, subset.characters[code]) for code in used], digits=2)),
        )
    )


def _tag(subset: Subset | GlyphSet) -> bytes:
    """Return the six letters that mark a subset, told apart by its number."""
    number = int(subset.name[2:])
    return bytes(ord("A") + number // 26**place % 26 for place in range(6))


def _descriptor(file: ObjectFile, subset: Subset, name: bytes, points: tuple[int, ...]) -> int:
    font = subset.file
    packed, length = font.packed_subset(points)
    program = file.add_stream(packed, entries=b"/Filter/FlateDecode/Length1 %d" % length, pack=False)
    return file.add(
        b"<</Type/FontDescriptor/FontName/%b/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d/Descent %d"
        b"/CapHeight %d/StemV %d/FontFile2 %d 0 R>>"
        % (
            name,
            font.flags,
            *font.box,
            font.italic_angle,
            font.ascent,
            font.descent,
            font.cap_height,
            font.stem,
            program,
        )
    )
