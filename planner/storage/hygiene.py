"""What no text of an office may hold, checked once, for both engines alike, before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from planner.errors import BadInput
from planner.rules.text import Text

LONGEST = 20_000
"""Characters of one text; a page holds about 3,000."""

LARGEST = 2**31 - 1
"""What a column of whole numbers holds on PostgreSQL; SQLite would take more."""

# Control characters other than tab and line feed, lone surrogates, and the code points that are no characters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def require_plain(values: Iterable[Any]) -> None:
    """Raise BadInput if any text or number among these values cannot be kept, and printed, as it is."""
    for value in values:
        if type(value) is str:
            if value:
                _require(value)
        elif type(value) is int:
            _require_number(value)
        elif type(value) is Text:
            for language, wording in value.wordings.items():
                _require(language)
                _require(wording.text)
                require_plain(wording.cases.values())
        elif type(value) is list:
            require_plain(value)
        elif type(value) is dict:
            require_plain(value)
            require_plain(value.values())


def cleaned(text: str) -> str:
    """Return a text of the system's (a file's or an account's name) with a mark for what cannot be kept."""
    return _UNPRINTABLE.sub("\ufffd", text)


def _require_number(number: int) -> None:
    if not -LARGEST <= number <= LARGEST:
        raise BadInput("The number {number} is too large to be kept.", number=number)


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
