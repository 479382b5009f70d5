"""Words struck through: where an old wording stands before the new one, or what was cancelled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Strike(NamedTuple):
    """A stroke through the beginning of one line of a paragraph; lengths in tenths of a point."""

    line: int
    width: int
    height: int  # above the baseline


def parts_of(lines: Iterable[str], struck: str) -> Iterator[tuple[str, str]]:
    """Yield each line as what is struck through and what is not; `struck` is how the broken text began.

    Spaces at which the text was broken are gone from the lines, so letters are counted without them.
    """
    left = sum(not character.isspace() for character in struck)
    for line in lines:
        cut = 0
        while cut < len(line) and left:
            left -= not line[cut].isspace()
            cut += 1
        yield line[:cut], line[cut:]


def below(strikes: Iterable[Strike], count: int) -> tuple[Strike, ...]:
    """Return the strokes of a paragraph that lost its first lines."""
    return tuple(strike._replace(line=strike.line - count) for strike in strikes if strike.line >= count)
