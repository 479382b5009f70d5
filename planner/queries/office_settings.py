"""What an office has set, by key."""

from __future__ import annotations

from typing import Any

from planner.queries.statement import VALUE, Reads, Statement
from planner.rules.text import Text


def office_setting(db: Reads, key: str, default: Any = None) -> Any:
    """Return an office setting."""
    row = SETTING.row(db, key=key)
    return row[0] if row is not None else default


def office_name(db: Reads) -> Text:
    """Return what the office is called."""
    return Text.from_json(office_setting(db, "office.name", {}))


SETTING = Statement((("s.value", VALUE),), "FROM setting s WHERE s.key = :key")
"""One setting; asked with its `key`."""
