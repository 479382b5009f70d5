"""The columns of a table that is imported: what each holds, above a sample of its rows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from planner.exchange.mapping import ColumnMapping, FieldSpec
from planner.exchange.tables import Table
from planner.rules.text import Language
from ui import theme
from ui.common.fields import Combo
from ui.common.labels import PlainLabel
from ui.delegations.field_words import field_choices

SAMPLE = 12
WIDTH = 176


class ColumnsTable(QScrollArea):
    """Signals: `edited(mapping)` after a person says what a column holds."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.combos: list[Combo] = []
        self._choices: list[tuple[FieldSpec | None, str]] = []
        self._specs: list[FieldSpec | None] = []

    def show_table(self, table: Table, mapping: ColumnMapping, languages: Sequence[Language]) -> None:
        """Show a sample of a table with what each column was taken for."""
        extra = [spec.language for spec in mapping.columns if spec and spec.language]
        tags = tuple(dict.fromkeys([*languages, *(tag for tag in extra if tag)]))
        self._choices, self._specs = field_choices(tags), list(mapping.columns)
        self.combos = []
        sheet = QFrame(self)
        sheet.setProperty("kind", "panel")
        grid = QGridLayout(sheet)
        grid.setContentsMargins(12, 10, 12, 10)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        for column, header in enumerate(table.headers):
            grid.addWidget(self._combo(column, header, sheet), 0, column)
            grid.addWidget(_cell(header, sheet, role="strong"), 1, column)
            for row, line in enumerate(table.rows[:SAMPLE], 2):
                words = line.cells[column] if column < len(line.cells) else ""
                grid.addWidget(_cell(words, sheet, role="" if self._specs[column] else "muted"), row, column)
        grid.setRowStretch(SAMPLE + 3, 1)
        grid.setColumnStretch(len(table.headers), 1)
        holder = QWidget(self)
        holder.setProperty("kind", "clear")
        column_box = QVBoxLayout(holder)
        column_box.setContentsMargins(0, 0, 0, 0)
        column_box.addWidget(sheet)
        column_box.addStretch(1)
        self.setWidget(holder)

    def mapping(self) -> ColumnMapping:
        """Return what the columns hold now."""
        return ColumnMapping(tuple(self._specs))

    def set_column(self, column: int, spec: FieldSpec | None) -> None:
        """Say what a column holds; another column that held the same is left out."""
        values = [value for value, _label in self._choices]
        for other, taken in enumerate(self._specs):
            if other != column and spec is not None and taken == spec:
                self._specs[other] = None
                self.combos[other].setCurrentIndex(0)
        self._specs[column] = spec
        self.combos[column].setCurrentIndex(values.index(spec))
        self.edited.emit(self.mapping())

    def _combo(self, column: int, header: str, parent: QWidget) -> Combo:
        combo = Combo(parent)
        combo.addItems([label for _value, label in self._choices])
        values = [value for value, _label in self._choices]
        spec = self._specs[column]
        combo.setCurrentIndex(values.index(spec) if spec in values else 0)
        combo.setAccessibleName(header)
        combo.setFixedWidth(theme.px(WIDTH))
        combo.activated.connect(partial(self._chosen, column))
        self.combos.append(combo)
        return combo

    def _chosen(self, column: int, place: int) -> None:
        self.set_column(column, self._choices[place][0])


def _cell(words: str, parent: QWidget, *, role: str = "") -> PlainLabel:
    label = PlainLabel(" ".join(words.split()), parent, role=role, elide=True)
    label.setFixedWidth(theme.px(WIDTH))
    return label
