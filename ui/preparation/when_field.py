"""A field for when a task is due: working days from the event as "T-5", or a day."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from planner.rules.preparation import Anchor, When, read_offset, write_offset
from ui.common.moment_fields import TypedField, parse_day, show_day
from ui.translate import t


class WhenField(TypedField):
    """`edited(When or None)`. ↑ and ↓ step by a day, Page Up and Down by a week of either kind."""

    _widest = "00.00.0000"

    def __init__(self, caption: str = "", parent: QWidget | None = None, *, near: date | None = None) -> None:
        self._near = near or date(2024, 1, 1)
        super().__init__(caption, parent)

    def set_near(self, day: date) -> None:
        """Set the day that fills what is not typed."""
        self._near = day

    def _parse(self, text: str) -> When | None:
        if (offset := read_offset(text)) is not None:
            return offset
        day = parse_day(text, self._near)
        return When(fixed=day) if day else None

    def _show(self, value: When) -> str:
        if value.fixed is not None:
            return show_day(value.fixed)
        return write_offset(value.anchor, value.offset) if value.offset is not None else ""

    def _stepped(self, value: When | None, direction: int, fine: bool, large: bool) -> When:
        if value is not None and value.fixed is not None:
            return When(fixed=value.fixed + timedelta(days=direction * (7 if large or fine else 1)))
        offset = (value.offset or 0 if value else 0) + direction * (5 if large or fine else 1)
        return When(Anchor.END if offset > 0 else Anchor.START, offset)

    def _complaint(self) -> str:
        return t("Write T-5, T+3 or a day as 15.05.2024")
