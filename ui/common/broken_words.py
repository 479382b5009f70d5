"""Words broken into the lines of a narrow place, so that as much as possible of them can be read."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF


def fitted(words: str, metrics: QFontMetricsF, width: float, most: int) -> list[str]:
    """Return words broken into lines, at most so many, the last one shortened."""
    lines = pieces(" ".join(words.split()), metrics, width)
    if len(lines) > most:
        rest = "".join(line.removesuffix("\u2010") if "\u2010" in line else f"{line} " for line in lines[most - 1 :])
        lines[most - 1 :] = [metrics.elidedText(rest.strip(), Qt.TextElideMode.ElideRight, width)]
    return lines


def pieces(words: str, metrics: QFontMetricsF, width: float) -> list[str]:
    """Return words broken at spaces and hyphens, and a word that is longer than a line within (marked by U+2010)."""
    lines = [""]
    for piece in re.findall(r"[^\s-]+-?|-", words):
        glue = " " if lines[-1] and not lines[-1].endswith("-") else ""
        if not lines[-1] or metrics.horizontalAdvance(lines[-1] + glue + piece) <= width:
            lines[-1] += glue + piece
        else:
            lines.append(piece)
        while metrics.horizontalAdvance(lines[-1]) > width and len(lines[-1]) > 1:
            cut = _cut(lines[-1], metrics, width)
            lines[-1:] = [lines[-1][:cut] + "\u2010", lines[-1][cut:]]
    return [line for line in lines if line]


def _cut(word: str, metrics: QFontMetricsF, width: float) -> int:
    """Return after how many letters a long word breaks: as many as fit, and no fewer than three on the next line."""
    fits = next((n for n in range(len(word) - 1, 1, -1) if metrics.horizontalAdvance(word[:n] + "\u2010") <= width), 1)
    return min(fits, max(len(word) - 3, 1))
