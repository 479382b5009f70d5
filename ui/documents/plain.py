"""A paper as plain text for the clipboard: a line for a line, its languages parted by tabs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from planner.documents.content import Cell, Content, Line


def as_text(content: Content) -> str:
    """Return a paper as lines with the lead (time or number) first and a column for each language."""
    lines = list(_lines((), content.title))
    if content.portrait is not None:
        lines += _lines((), content.portrait.caption)
    for block in content.blocks:
        lines.append("")
        lines += _lines((), (*block.heading, *block.trail))
        for row in block.rows:
            lines += _lines(row.lead, (*row.cells, *row.trail))
    return "\n".join(lines) + "\n"


def _lines(lead: Cell, cells: Sequence[Cell]) -> Iterator[str]:
    for line in zip_longest(lead, *cells, fillvalue=Line("")):
        yield "\t".join(" ".join(part.text.replace("\u00a0", " ").split()) for part in line)
