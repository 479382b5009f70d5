"""Several switches under one caption, two in a line, where space allows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.common.fields import CaptionedField, ToggleRow


class Toggles(CaptionedField):
    """The switches: `edited(values)` with all that are on, in order. Attributes: `switches`, by value."""

    def __init__(self, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(caption, parent)
        self.switches: dict[Any, ToggleRow] = {}
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(2)
        self._column.addLayout(self._grid)

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
            self._grid.removeWidget(switch)
            switch.hide()
            switch.deleteLater()
        self.switches = {value: ToggleRow("", self) for value in values}
        for number, switch in enumerate(self.switches.values()):
            switch.edited.connect(lambda _on: self.edited.emit(self.values()))
            self._grid.addWidget(switch, number // 2, number % 2)
            switch.show()
