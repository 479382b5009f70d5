"""Breaking a paragraph into lines: at spaces, after hyphens, and inside a word only when it fits no line.

Chinese and Japanese, which have no spaces, break between any two characters, but a closing mark never begins
a line and an opening one never ends it (UAX 14; in Japan kinsoku).

Widths are whole numbers in any one unit; a line takes as many words as it can hold.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from planner.documents.scripts import holds_wide, is_wide

# After a hyphen, unless a short part or a name's second part would be torn off: "Джалал-Абад", "кое-где";
# and between two marks of characters without a font: "[U+4E2D][U+6587]".
_BREAK = re.compile(r"(?<=\w\w\w-)(?=[^\W\d_]{3})|(?<=\])(?=\[U\+)")
_BEGINS_NO_LINE = frozenset(
    ")]}.,:;!?%»›”’…‥、。，．・：；？！％）］｝」』】〕〉》〗〙〟゛゜ゝゞヽヾー々〻‐–—~〜・"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
)
_ENDS_NO_LINE = frozenset("([{«‹“‘„（［｛「『【〔〈《〖〘〝＄￥￡$€№#")
_GLUE = frozenset("\u00a0\u202f\u2007\u2011\u2060\ufeff\u200d")


class Piece(NamedTuple):
    """A part of a paragraph that is not broken, by its places in the text; `spaced` tells of a space before it."""

    first: int
    following: int
    spaced: bool


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


def pieces_of(text: str) -> list[Piece]:
    """Return the parts of a text of any scripts between which a line may end."""
    found: list[Piece] = []
    first = 0
    for number, word in enumerate(text.split(" ")):
        edges = [first, *(first + at for at in _opportunities(word)), first + len(word)]
        for a, b in pairwise(edges):
            found.append(Piece(a, b, bool(number) and a == first))
        first += len(word) + 1
    return found


def _opportunities(word: str) -> list[int]:
    """Return the places inside a word where a line may end, without its own ends."""
    places: list[int] = []
    at = 0
    for part in _joined_before_capitals([part for part in _BREAK.split(word) if part]) if word else []:
        if at:
            places.append(at)
        if holds_wide(part) or "\u200b" in part:
            places += [at + place for place in range(1, len(part)) if _may_break(part[place - 1], part[place])]
        at += len(part)
    return places


def _may_break(before: str, after: str) -> bool:
    """Tell whether a line may end between two characters of which one is Chinese or Japanese."""
    if after == "\u200b" or before in _GLUE or after in _GLUE:
        return False
    if before == "\u200b":
        return True
    if not (is_wide(before) or is_wide(after)):
        return False
    if before in _ENDS_NO_LINE or after in _BEGINS_NO_LINE:
        return False
    return unicodedata.category(after)[0] != "M" and unicodedata.bidirectional(after) not in {"BN", "PDI"}
