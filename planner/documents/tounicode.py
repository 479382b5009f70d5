"""The table in a font that says which text its codes stand for, so that text can be searched and copied out."""

from __future__ import annotations

from collections.abc import Iterable

_HEAD = (
    b"/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n"
    b"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n"
    b"/CMapType 2 def\n1 begincodespacerange\n<%b><%b>\nendcodespacerange\n"
)
_FOOT = b"endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"
_ENTRIES_AT_ONCE = 100  # what one bfchar section may hold


def to_unicode(texts: Iterable[tuple[int, str]], *, digits: int) -> bytes:
    """Return the table of codes and their texts; codes have 2 or 4 hexadecimal digits."""
    entries = [b"<%0*X><%b>" % (digits, code, text.encode("utf-16-be").hex().upper().encode()) for code, text in texts]
    sections = [
        b"%d beginbfchar\n%b\nendbfchar\n" % (len(part), b"\n".join(part))
        for part in (entries[at : at + _ENTRIES_AT_ONCE] for at in range(0, len(entries), _ENTRIES_AT_ONCE))
    ]
    return b"".join((_HEAD % (b"0" * digits, b"F" * digits), *sections, _FOOT))
