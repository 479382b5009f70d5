"""Embedding the fonts of a paper: only the glyphs it used, and a table that lets text be copied out again."""

from __future__ import annotations

from planner.documents.objects import ObjectFile
from planner.documents.typecase import Subset

_CMAP_HEAD = (
    b"/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n"
    b"/CMapType 2 def\n1 begincodespacerange\n<00><FF>\nendcodespacerange\n"
)
_CMAP_FOOT = b"endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"
_ENTRIES_AT_ONCE = 100  # what one bfchar section may hold


def font_objects(file: ObjectFile, subsets: list[Subset]) -> bytes:
    """Write the fonts that drew something and return the font dictionary of the pages."""
    fonts = [b"%b %d 0 R" % (subset.name, _font(file, subset)) for subset in subsets if subset.used]
    return b"<<%b>>" % b"".join(fonts)


def _font(file: ObjectFile, subset: Subset) -> int:
    used = sorted(subset.used)
    first, last = used[0], used[-1]
    points = [ord(subset.characters[code]) if code in subset.used else 0 for code in range(last + 1)]
    widths = subset.file.widths
    name = _tagged_name(subset)
    return file.add(
        b"<</Type/Font/Subtype/TrueType/BaseFont/%b/FirstChar %d/LastChar %d/Widths[%b]"
        b"/FontDescriptor %d 0 R/ToUnicode %d 0 R>>"
        % (
            name,
            first,
            last,
            b" ".join(b"%d" % (widths[point] if point else 0) for point in points[first:]),
            _descriptor(file, subset, name, tuple(points)),
            file.add_stream(_to_unicode(subset, used)),
        )
    )


def _tagged_name(subset: Subset) -> bytes:
    """Return the font's name with the six letters that mark a subset, told apart by its number."""
    number = int(subset.name[2:])
    letters = bytes(ord("A") + number // 26**place % 26 for place in range(6))
    return letters + b"+" + subset.file.name.encode("ascii")


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


def _to_unicode(subset: Subset, used: list[int]) -> bytes:
    entries = [
        b"<%02X><%b>" % (code, subset.characters[code].encode("utf-16-be").hex().upper().encode()) for code in used
    ]
    sections = [
        b"%d beginbfchar\n%b\nendbfchar\n" % (len(part), b"\n".join(part))
        for part in (entries[at : at + _ENTRIES_AT_ONCE] for at in range(0, len(entries), _ENTRIES_AT_ONCE))
    ]
    return b"".join((_CMAP_HEAD, *sections, _CMAP_FOOT))
