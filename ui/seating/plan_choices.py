"""What may be chosen for a plan: its options as fields, numbers two by two."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from planner.language.placement_words import CHOICES
from planner.language.placement_words import OPTIONS as OPTION_WORDS
from planner.rules.charts import OPTIONS, Option
from ui import theme
from ui.common.fields import ChoiceField, ToggleRow
from ui.common.flow import SideBySide
from ui.common.form import clear, side_by_side
from ui.common.number_field import NumberField
from ui.seating.shown import DeskShown
from ui.translate import t


class PlanChoices(QWidget):
    """Signals: `chosen(name, value)`; None lets the profile decide, and as many chairs be set as are needed."""

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "clear")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))

    def show_options(self, shown: DeskShown, *, writable: bool) -> None:
        """Show what this kind of plan may choose."""
        clear(self._column)
        numbers: list[QWidget] = []
        for option in OPTIONS[shown.desk.plan.kind]:
            widget = self._option(option, shown.desk.options[option.name])
            widget.setEnabled(writable)
            if isinstance(widget, NumberField):
                numbers.append(widget)
            else:
                self._column.addWidget(widget)
        for place in range(0, len(numbers), 2):
            self._column.addLayout(_two(numbers[place : place + 2]))

    def _option(self, option: Option, value: Any) -> QWidget:
        words = t(OPTION_WORDS[option.name])
        if option.choices:
            return self._words(option, words, value)
        if isinstance(option.default, bool):
            toggle = ToggleRow(words, self)
            toggle.set_value(bool(value))
            toggle.edited.connect(lambda on, name=option.name: self.chosen.emit(name, on))
            return toggle
        number = NumberField(words, self, least=0, most=60)
        if option.default == 0:
            number.line.setPlaceholderText(t("as needed"))
        number.set_value(int(value) or (None if option.default == 0 else 0))
        number.edited.connect(lambda count, name=option.name: self.chosen.emit(name, count or None))
        return number

    def _words(self, option: Option, words: str, value: Any) -> ChoiceField:
        field = ChoiceField(words, self)
        field.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.combo.setMinimumWidth(theme.px(70))  # a long choice must not widen the column
        field.set_choices([(one, t(CHOICES[option.name, one])) for one in option.choices])
        field.set_value(value)
        field.edited.connect(lambda chosen, name=option.name: self.chosen.emit(name, chosen))
        return field


def _two(fields: list[QWidget]) -> SideBySide:
    return side_by_side(*fields, shares=(1, 1))
