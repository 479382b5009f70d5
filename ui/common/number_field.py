"""A field for a whole number."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.common.moment_fields import TypedField
from ui.translate import t


class NumberField(TypedField):
    """A whole number within limits: `edited(int or None)`; ↑ and ↓ step by 1, Page Up and Down by 10."""

    def __init__(self, caption: str = "", parent: QWidget | None = None, *, least: int = 0, most: int = 99_999) -> None:
        super().__init__(caption, parent)
        self._least, self._most = least, most

    def _parse(self, text: str) -> int | None:
        words = text.strip()
        if not (words.isdecimal() and len(words) < 9):
            return None
        return int(words) if self._least <= int(words) <= self._most else None

    def _show(self, value: int) -> str:
        return str(value)

    def _stepped(self, value: int | None, direction: int, fine: bool, large: bool) -> int:
        step = direction * (10 if large else 1)
        return min(max((value or 0) + step, self._least), self._most)

    def _complaint(self) -> str:
        return t("Write a number from {least} to {most}", least=self._least, most=self._most)
