"""What a list of paragraphs shows: the words, what they are called, and the row with all else."""

from __future__ import annotations

from typing import Any, NamedTuple

from planner.rules.text import Text


class Entry(NamedTuple):
    """A paragraph: the id of its row, its words, what it is called; `row` as the query has it.

    One that is `kept` stays when its words are emptied, since it says more than these.
    """

    id: int
    words: Text
    caption: str = ""
    row: Any = None
    kept: bool = False
