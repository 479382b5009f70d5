"""What the columns of a row table show, and how they sort."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from ui.common.pill import Tone


class Row(Protocol):
    """A frozen row of a query: anything with an id of its own."""

    @property
    def id(self) -> int:
        """Return the id of the thing the row stands for."""


class Column(NamedTuple):
    """A column of rows.

    key       its name in the settings and in `sort_by`
    title     its heading, in the interface's language
    text      what a row shows in it
    width     in pixels of the design; the last column takes what is left
    sort      what a row is sorted by (default: its text folded); it is asked once per row
    strong    drawn in semibold
    muted     drawn in grey
    right     set at the right edge, for numbers
    pill      the tone of a row's pill instead of plain text ("" draws plain)
    second    a second text after the first, in grey, as a name in the other language
    least     the width it may shrink to in a table that fits its columns (0: none but its own)
    spare     the higher, the sooner such a table leaves it out where there is no room (0: never)
    """

    key: str
    title: str
    text: Callable[[Any], str]
    width: int = 120
    sort: Callable[[Any], Any] | None = None
    strong: bool = False
    muted: bool = False
    right: bool = False
    pill: Callable[[Any], Tone | str] | None = None
    second: Callable[[Any], str] | None = None
    least: int = 0
    spare: int = 0
