"""Embedding a set of shaped glyphs: a composite font (ISO 32000-1, 9.7) with the glyphs used and their texts."""

from __future__ import annotations

from planner.documents.glyphset import GlyphSet
from planner.documents.objects import ObjectFile
from planner.documents.tounicode import to_unicode

_SYMBOLIC, _STEM = 4, 80
_NOTHING = "\u200f"  # a sign without a form: readers print the bare number of a glyph that says nothing at all


def composite_font(file: ObjectFile, glyphs: GlyphSet, tag: bytes) -> int:
    """Write a font and return its object; `tag` are the six letters that mark a subset."""
    font = glyphs.font
    packed, length, places = font.packed_subset(frozenset(glyphs.glyphs))
    name = tag + b"+" + font.name.encode("ascii")
    ascent, descent, box = font.metrics()
    program = file.add_stream(packed, entries=b"/Filter/FlateDecode/Length1 %d" % length, pack=False)
    descriptor = file.add(
        b"<</Type/FontDescriptor/FontName/%b/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle 0/Ascent %d/Descent %d"
        b"/CapHeight %d/StemV %d/FontFile2 %d 0 R>>" % (name, _SYMBOLIC, *box, ascent, descent, ascent, _STEM, program)
    )
    places_of_numbers = b"".join(places[glyph].to_bytes(2, "big") for glyph in glyphs.glyphs)
    descendant = file.add(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%b"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/W[1[%b]]"
        b"/CIDToGIDMap %d 0 R/FontDescriptor %d 0 R>>"
        % (
            name,
            b" ".join(b"%d" % font.width(glyph) for glyph in glyphs.glyphs[1:]),
            file.add_stream(places_of_numbers),
            descriptor,
        )
    )
    texts = [(number, text or _NOTHING) for number, text in enumerate(glyphs.characters) if number]
    return file.add(
        b"<</Type/Font/Subtype/Type0/BaseFont/%b/Encoding/Identity-H/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>"
        % (name, descendant, file.add_stream(to_unicode(texts, digits=4)))
    )
