"""The forms of a page beside the other choices: marking, annex, number of the copy, approval."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planner.papers import Choice
from planner.rules.kinds import Side
from planner.rules.templates import Marking
from ui.common.fields import ChoiceField, ToggleRow
from ui.common.form import Section, side_by_side
from ui.common.labels import Caption
from ui.common.number_field import NumberField
from ui.translate import t


class FormFields(QWidget):
    """Signals: `changed(values)`, fields of the choice with their new values."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = Section(self)
        self.marking = ChoiceField("", self)
        self.copy_number, self.annex = NumberField("", self, least=1, most=999), NumberField("", self, least=1, most=99)
        self.approved, self._remark = ToggleRow(parent=self), Caption("", self, wrap=True)
        self.section.add(self.marking)
        numbers = QWidget(self)
        numbers.setLayout(side_by_side(self.copy_number, self.annex))
        for widget in (numbers, self.approved, self._remark):
            self.section.add(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)
        for widget in (self.section, self):  # squeezed, the fields would be cut off
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.marking.edited.connect(lambda value: self.changed.emit({"marking": value}))
        self.copy_number.edited.connect(lambda value: self.changed.emit({"copy_number": value}))
        self.annex.edited.connect(lambda value: self.changed.emit({"annex": value}))
        self.approved.edited.connect(lambda on: self.changed.emit({"approved": on}))

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.section.set_title(t("Above the title"))
        self.marking.set_caption(t("Marking"))
        self.marking.set_choices([
            (None, t("As in the template")), (Marking.NONE.value, t("None")), (Marking.OPEN.value, t("Open")),
            (Marking.OFFICIAL.value, t("For official use")), (Marking.HOST.value, t("For the host side only")),
        ])  # fmt: skip
        self.copy_number.set_caption(t("Number of the copy"))
        self.annex.set_caption(t("Annex"))
        self.approved.set_label(t("Approval block"))
        self._remark.setText(t("The approval block stands on the host’s copy only."))

    def show_choice(self, choice: Choice) -> None:
        """Show what is chosen; the approval can be asked for on the host's copy alone."""
        self.marking.set_value(choice.marking)
        self.copy_number.set_value(choice.copy_number)
        self.annex.set_value(choice.annex)
        host = choice.copy_for is Side.HOST
        self.approved.set_value(choice.approved and host)
        self.approved.setEnabled(host)
        self._remark.setVisible(not host)
