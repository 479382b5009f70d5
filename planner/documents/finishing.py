"""What is done to a finished file: a booklet made of its pages, a password on it (pikepdf)."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from planner.documents.theme import SHEETS, Size


def booklet(pdf: bytes, sheet: Size = Size.A4) -> bytes:
    """Return the pages two on each side of a sheet, in the order in which folding puts them right.

    Printed on both sides, turned at the short edge, folded once. Empty pages fill the last sheet.
    """
    upright = SHEETS[sheet]
    width, height = upright.height / 10, upright.width / 10
    with pikepdf.open(BytesIO(pdf)) as source:
        folded = pikepdf.new()
        for left, right in _sides(len(source.pages)):
            folded.add_blank_page(page_size=(width, height))
            side = folded.pages[-1]
            for number, x in ((left, 0.0), (right, width / 2)):
                if number < len(source.pages):
                    area = pikepdf.Rectangle(x, 0, x + width / 2, height)
                    side.add_overlay(source.pages[number], area)
        folded.docinfo["/Title"] = source.docinfo.get("/Title", "")
        folded.docinfo["/Author"] = source.docinfo.get("/Author", "")
        return _saved(folded, None)


def _sides(pages: int) -> list[tuple[int, int]]:
    """Return the pages left and right on each side, counted from 0; a number past the last is an empty page."""
    count = -(-pages // 4) * 4
    sides = []
    for first in range(0, count // 2, 2):
        last = count - 1 - first
        sides += [(last, first), (first + 1, last - 1)]
    return sides


def protected(pdf: bytes, password: str) -> bytes:
    """Return the file encrypted with AES-256; it opens with this password alone. Its bytes differ each time."""
    with pikepdf.open(BytesIO(pdf)) as source:
        return _saved(source, pikepdf.Encryption(owner=password, user=password, R=6))


def _saved(file: pikepdf.Pdf, encryption: pikepdf.Encryption | None) -> bytes:
    out = BytesIO()
    if encryption is None:
        file.save(out, deterministic_id=True, compress_streams=True)
    else:
        file.save(out, encryption=encryption)
    return out.getvalue()
