"""Reads set pages back: which string stands where, in which font; for tests, and for the benchmark's floor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from planner.documents.pages import Kind, Layout, Page, Placed
from planner.documents.setting import Paragraph

_STYLE = re.compile(rb"/F(\d+) (\d+) Tf (\d+) TL ([\d.]+) ([\d.]+) ([\d.]+) rg")
_TOKEN = re.compile(rb"0 (-\d+) Td|(T\*)|/F(\d+) \d+ Tf|\(([^)]*)\)(Tj|')", re.DOTALL)


class Drawn(NamedTuple):
    """A string of one font. Places and sizes are in points, from the foot of the page."""

    font: str
    size: float
    colour: tuple[float, float, float]
    x: float
    y: float
    text: str


def strings(layout: Layout, page: Page) -> Iterator[Drawn]:
    """Yield the strings of a page; the pieces of a line from several fonts share their place."""
    theme = layout.theme
    for placed in page.placed:
        top = placed.top - (theme.row_padding if placed.kind is Kind.ROW else 0)
        for x, cell in zip(layout.frame.columns, placed.cells, strict=False):
            y = top + theme.baseline
            for paragraph in cell:
                yield from _paragraph(layout, paragraph, x, y)
                y -= paragraph.height


def texts(layout: Layout, placed: Placed) -> list[list[str]]:
    """Return the lines of each cell of a placed thing."""
    return [[line for paragraph in cell for line in lines(layout, paragraph)] for cell in placed.cells]


def lines(layout: Layout, paragraph: Paragraph) -> list[str]:
    """Return the lines of a paragraph as text."""
    found: dict[float, str] = {}
    for drawn in _paragraph(layout, paragraph, 0, 0):
        found[drawn.y] = found.get(drawn.y, "") + drawn.text
    return list(found.values())


def _paragraph(layout: Layout, paragraph: Paragraph, x: int, y: int) -> Iterator[Drawn]:
    style = _STYLE.match(paragraph.style)
    if style is None:
        return
    font, size, leading = (int(style[group]) for group in (1, 2, 3))
    colour = (float(style[4]), float(style[5]), float(style[6]))
    for token in _TOKEN.finditer(paragraph.operators):
        shift, new_line, other_font, codes, operator = token.groups()
        if shift:
            y += int(shift)
        if new_line or operator == b"'":
            y -= leading
        if other_font:
            font = int(other_font)
        if codes is not None:
            subset = layout.case.subsets[font]
            text = "".join([subset.characters[code] for code in codes])
            yield Drawn(subset.file.name, size / 10, colour, x / 10, y / 10, text)
