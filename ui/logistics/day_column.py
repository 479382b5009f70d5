"""A column of days, typed as briefly as they can be understood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from ui.common.edit_columns import EditColumn
from ui.common.moment_fields import parse_day, show_day
from ui.translate import t


def day_column(key: str, title: str, width: int, near: Callable[[], date], *, year: bool = False) -> EditColumn:
    """Return a column of the day in a row's field; what is not typed of one is as in `near`. `year` shows it, too."""

    def whole(row: Any) -> str:
        day = getattr(row, key)
        return show_day(day) if day else ""

    def brief(row: Any) -> str:
        day = getattr(row, key)
        return f"{day.day:02d}.{day.month:02d}" if day else ""

    def parse(words: str) -> Any:
        if not words.strip():
            return None
        if (found := parse_day(words, near())) is None:
            raise ValueError(words)
        return found

    return EditColumn(
        key, title, whole if year else brief, width, parse=parse, typed=whole, hint="23.4",
        wrong=t("Write a day as 23.4."),
    )  # fmt: skip
