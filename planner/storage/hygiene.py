"""What no text of an office may hold, checked once, for both engines alike, before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from planner.errors import BadInput
from planner.rules.text import Text

LONGEST = 20_000
"""Characters of one text; a page holds about 3,000."""

# Control characters other than tab and line feed, lone surrogates, and the code points that are no characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def require_plain(values: Iterable[Any]) -> None:
    """Raise BadInput if any text among these values cannot be kept and printed as it is."""
    for value in values:
        if type(value) is str:
            _require(value)
        elif type(value) is Text:
            for wording in value.wordings.values():
                _require(wording.text)
        elif type(value) in (list, dict):
            require_plain(value.values() if type(value) is dict else value)


def _require(text: str) -> None:
    if found := _UNPRINTABLE.search(text):
        raise BadInput(
            "The text holds a character that cannot be kept or printed (U+{code}, place {place}). "
            "Remove it and try again.",
            code=f"{ord(found.group()):04X}", place=found.start() + 1,
        )  # fmt: skip
    if len(text) > LONGEST:
        raise BadInput(
            "The text is {length} characters long; at most {limit} can be kept.", length=len(text), limit=LONGEST
        )
