"""Who does what was promised, until when, and how it stands: a line under each commitment."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.operations.follow_up import edit_commitment
from planner.queries.follow_up import CommitmentRow
from ui.common.fields import ChoiceField
from ui.common.labels import Caption
from ui.common.moment_fields import DateField
from ui.context import Context
from ui.follow_up.words import SIDES, STATES
from ui.translate import t


class PromiseLine(QWidget):
    """The side that owes a commitment, its day and its state."""

    def __init__(self, context: Context, row: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Caption("", self, elide=True)
        self.side, self.due, self.state = ChoiceField("", self), DateField("", self), ChoiceField("", self)
        fields = QHBoxLayout()
        fields.setSpacing(8)
        for field in (self.side, self.due, self.state):
            fields.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(2)
        column.addWidget(self._words)
        column.addLayout(fields)
        self.side.edited.connect(lambda value: context.run(self, edit_commitment, row, side=value))
        self.due.edited.connect(lambda value: context.run(self, edit_commitment, row, due=value))
        self.state.edited.connect(lambda value: context.run(self, edit_commitment, row, state=value))

    def show_row(self, row: CommitmentRow, words: str, near: date) -> None:
        """Show a commitment; its words stand above for the eye and the ear."""
        self._words.setText(words)
        self.side.set_caption(t("Responsible"))
        self.due.set_caption(t("Due"))
        self.state.set_caption(t("State"))
        self.side.set_choices([(key, t(name)) for key, name in SIDES.items()])
        self.state.set_choices([(key, t(name)) for key, name in STATES.items()])
        self.due.set_near(near)
        self.side.set_value(row.side)
        self.due.set_value(row.due)
        self.state.set_value(row.state)

    def set_read_only(self, read_only: bool) -> None:
        """Let the line be read only."""
        for field in (self.side, self.due, self.state):
            field.set_read_only(read_only)
