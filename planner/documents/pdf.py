"""Writing a laid-out paper as a PDF file: page streams as bytes, each compressed as soon as its page is full.

"Page x of y" stands in a second small stream per page, written at the end, so one pass is enough.
The same layout gives the same bytes: no clock, and a file identifier made from the content.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable
from datetime import datetime
from hashlib import sha256

from planner.documents.embedding import font_object
from planner.documents.layout import Kind, Layout, Page, Placed
from planner.documents.objects import ObjectFile, date_string, text_string
from planner.documents.setting import SetCell, Setter, colour_operator

_CATALOG, _PAGES, _RESOURCES, _INFORMATION, _FURNITURE = range(1, 6)
_THIN, _MEDIUM, _STRONG = 4, 7, 10  # widths of rules, in tenths of a point


def pdf(layout: Layout, changed_at: datetime | None = None) -> bytes:
    """Return the file. `changed_at` becomes its date: of issue, or of the event's last change."""
    file = ObjectFile()
    file.put_stream(_FURNITURE, _furniture(layout))
    kids: list[int] = []
    numbers: list[int] = []
    draw = _drawer(layout)
    for page in layout.pages:
        contents, kid, number = file.reserve(3)
        file.put_stream(contents, draw(page), packed=True)
        file.put(
            kid,
            b"<</Type/Page/Parent %d 0 R/Contents[%d 0 R %d 0 R %d 0 R]>>"
            % (_PAGES, _FURNITURE, contents, number),
        )
        kids.append(kid)
        numbers.append(number)
    _put_numbers(file, layout, numbers)
    _put_resources(file, layout)
    _put_tree(file, layout, kids)
    _put_information(file, layout, changed_at)
    return file.finish(_CATALOG, _INFORMATION)


def _drawer(layout: Layout) -> Callable[[Page], bytes]:
    """Return the function that makes a page's stream; what is the same on all pages is worked out once."""
    theme = layout.theme
    columns = layout.frame.columns
    left, right = theme.left, theme.left + theme.width
    thin = b"%d %%d m %d %%d l S\n" % (left, right)
    bar = colour_operator(theme.bar_colour, b"rg") + b"%d %%d %d %%d re f\n" % (
        left - theme.bar_offset,
        theme.bar_width,
    )
    strong = b"q %b%d w %b Q\n" % (colour_operator(theme.ink, b"RG"), _STRONG, thin.rstrip())
    tones = {
        tone: b"q %b%d w %b Q\n" % (colour_operator(colour, b"RG"), _MEDIUM, thin.rstrip())
        for tone, colour in theme.tones.items()
    }
    colours = {tone: colour_operator(colour, b"rg") for tone, colour in theme.tones.items()}
    baseline = theme.baseline

    def draw_rules(placed: Placed) -> bytes:
        if placed.kind is Kind.ROW:
            rules = thin % (placed.bottom, placed.bottom)
            if placed.rule:
                rules += strong % (placed.top, placed.top)
            if placed.changed:
                rules += bar % (placed.bottom + theme.row_padding, placed.text_top - placed.bottom - theme.row_padding)
            return rules
        if placed.kind is Kind.HEADING:
            return tones[placed.tone] % (placed.bottom, placed.bottom)
        return thin % (placed.top, placed.top) if placed.kind is Kind.EDGE else b""

    def draw(page: Page) -> bytes:
        parts: list[bytes] = []
        add = parts.append
        for placed in page.placed:
            y = placed.text_top + baseline
            heading = placed.kind is Kind.HEADING
            for x, cell in zip(columns, placed.cells, strict=False):
                if cell:
                    add(b"BT %d %d Td " % (x, y))
                    for paragraph in cell:
                        add(paragraph.operators)
                    add(b"ET\n")
            add(draw_rules(placed))
        return b"".join(parts)

    return draw
