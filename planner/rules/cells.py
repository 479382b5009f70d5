"""How texts and days lie in a cell of an office: read once, and handed out again wherever the cell recurs."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache

from planner.rules.text import EMPTY, Text


@lru_cache(maxsize=16_384)
def text_of_cell(cell: str | None) -> Text:
    """Return a text from its JSON: posts recur in a list, and lists are read again after each step."""
    return Text.from_json(json.loads(cell)) if cell else EMPTY


@lru_cache(maxsize=4096)
def day_of_cell(cell: str | None) -> date | None:
    """Return a calendar day from its ISO words; a list of people has eight days for each."""
    return date.fromisoformat(cell) if cell else None
