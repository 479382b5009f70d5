"""A QR code as marks of a figure: its dark modules, joined along each row into boxes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import segno

from planner.documents.figures import Box, Ink

QUIET = 4
"""Modules of clear space that a reader needs on each side."""


def qr_marks(text: str, x: int, y: int, size: int) -> Iterator[Box]:
    """Yield the boxes of a code in a square with its clear space around it; no module is thinner than one unit.

    The code is as small as its text allows; a quarter of it may be damaged and it is still read (level Q).
    """
    rows = [tuple(row) for row in segno.make(text, error="q", micro=False).matrix]
    module = max(1, size // (len(rows) + 2 * QUIET))
    start = (size - module * len(rows)) // 2
    for down, row in enumerate(rows):
        across = 0
        for dark, run in groupby(row, bool):
            length = len(list(run))
            if dark:
                yield Box(
                    x + start + across * module, y + start + down * module, length * module, module, None, Ink.BLACK
                )
            across += length
