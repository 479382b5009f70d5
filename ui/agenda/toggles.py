"""Several switches under one caption, two in a line where there is room, else one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from ui.common.fields import CaptionedField, ToggleRow
from ui.common.flow import FlowLayout


class TwoColumns(FlowLayout):
    """Widgets in two columns as wide as they need, or in one where they do not fit."""

    def _arrange(self, area: QRect, *, move: bool) -> int:
        hints = [item.sizeHint() for item in self._items]
        left, right = (max((hint.width() for hint in hints[side::2]), default=0) for side in (0, 1))
        columns = 2 if left + self._gap + right <= area.width() else 1
        second = max(area.width() // 2, left + self._gap) if right < area.width() // 2 else left + self._gap
        top, tallest = area.top(), 0
        for place, (item, hint) in enumerate(zip(self._items, hints, strict=True)):
            column = place % columns
            if not column:
                top, tallest = top + tallest + (self._line_gap if place else 0), 0
            if move:
                width = area.width() - second if column else (second - self._gap if columns == 2 else area.width())
                item.setGeometry(QRect(area.left() + column * second, top, width, hint.height()))
            tallest = max(tallest, hint.height())
        return top + tallest - area.top()


class Toggles(CaptionedField):
    """The switches: `edited(values)` with all that are on, in order. Attributes: `switches`, by value."""

    def __init__(self, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(caption, parent)
        self.switches: dict[Any, ToggleRow] = {}
        self._lines = TwoColumns()
        self._column.addLayout(self._lines)

    def set_choices(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer these values with their words; what is on stays on."""
        if [value for value, _words in choices] != list(self.switches):
            self._rebuild([value for value, _words in choices])
        for value, words in choices:
            self.switches[value].set_label(words)

    def set_values(self, values: Collection[Any]) -> None:
        """Switch on these and no others; nothing is sent."""
        for value, switch in self.switches.items():
            switch.set_value(value in values)

    def values(self) -> list[Any]:
        """Return the values switched on."""
        return [value for value, switch in self.switches.items() if switch.value()]

    def _rebuild(self, values: Sequence[Any]) -> None:
        for switch in self.switches.values():
            self._lines.removeWidget(switch)
            switch.hide()
            switch.deleteLater()
        self.switches = {value: ToggleRow("", self) for value in values}
        for switch in self.switches.values():
            switch.edited.connect(lambda _on: self.edited.emit(self.values()))
            switch.box.setMinimumWidth(1)  # a long name is cut rather than widening the panel
            self._lines.addWidget(switch)
            switch.show()
