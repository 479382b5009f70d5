"""Breaking a paragraph into lines: at spaces, after hyphens, and inside a word only when it fits no line.

Widths are whole numbers in any one unit; a line takes as many words as it can hold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

# After a hyphen, unless a short part or a name's second part would be torn off: "Джалал-Абад", "кое-где";
# and between two marks of characters without a font: "[U+4E2D][U+6587]".
_BREAK = re.compile(r"(?<=\w\w\w-)(?=[^\W\d_]{3})|(?<=\])(?=\[U\+)")


def fill(widths: Sequence[int], gaps: Sequence[int], limit: int) -> Iterator[tuple[int, int]]:
    """Yield the first and the following index of each line; `gaps[i]` is the space before piece i."""
    first = 0
    width = widths[0]
    for index in range(1, len(widths)):
        longer = width + gaps[index] + widths[index]
        if longer <= limit:
            width = longer
        else:
            yield first, index
            first = index
            width = widths[index]
    yield first, len(widths)


def break_text(text: str, width: Callable[[str], int], limit: int) -> list[str]:
    """Return the lines of a text without line ends, broken in every way there is.

    Each line holds at least one character, however narrow the limit, so that nothing is ever lost.
    """
    space = width(" ")
    pieces: list[str] = []
    gaps: list[int] = []
    for word in text.split(" "):
        for number, piece in enumerate(_pieces(word, width, limit)):
            pieces.append(piece)
            gaps.append(0 if number else space)
    return [
        "".join([(" " if gaps[at] and at > first else "") + pieces[at] for at in range(first, following)])
        for first, following in fill(list(map(width, pieces)), gaps, limit)
    ]


def _pieces(word: str, width: Callable[[str], int], limit: int) -> list[str]:
    """Return the parts between which a word may be broken."""
    parts = [word]
    if "-" in word or "]" in word:
        parts = _joined_before_capitals([part for part in _BREAK.split(word) if part])
    return [piece for part in parts for piece in (_chopped(part, width, limit) if width(part) > limit else [part])]


def _joined_before_capitals(parts: list[str]) -> list[str]:
    joined = parts[:1]
    for part in parts[1:]:
        if part[0].isupper():
            joined[-1] += part
        else:
            joined.append(part)
    return joined


def _chopped(word: str, width: Callable[[str], int], limit: int) -> list[str]:
    """Cut a word that fits no line into pieces that do; marks without a width stay with their letter."""
    pieces: list[str] = []
    first = used = 0
    for at, character in enumerate(word):
        wide = width(character)
        if used + wide > limit and wide and at > first:
            pieces.append(word[first:at])
            first, used = at, 0
        used += wide
    pieces.append(word[first:])
    return pieces
