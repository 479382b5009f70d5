"""A new seating plan: what kind, for which part of the programme, in which room."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.language.placement_words import KINDS
from planner.rules.places import PlanKind
from ui import theme
from ui.common.buttons import Button
from ui.common.fields import ChoiceField
from ui.common.fitting import fit_to_screen
from ui.common.labels import Heading
from ui.common.named import shown
from ui.seating.shown import Plans
from ui.translate import t


class NewPlanDialog(QDialog):
    """Signals: `wanted(kind, item_id, room_id)`; the last two may be None."""

    wanted = Signal(object, object, object)

    def __init__(self, plans: Plans, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(t("New seating plan"))
        self.setMinimumWidth(theme.px(420))
        self.kind = ChoiceField(t("Kind"), self)
        self.kind.set_choices([(kind, t(KINDS[kind])) for kind in PlanKind])
        self.kind.set_value(PlanKind.FACING_TABLE)
        self.item = ChoiceField(t("For"), self)
        everybody = (None, t("The whole event"))
        self.item.set_choices([everybody, *((one.id, shown(one.title, *plans.languages)) for one in plans.items)])
        self.item.set_value(None)
        self.hall = ChoiceField(t("Room"), self)
        halls = [(one.id, f"{shown(one.venue, *plans.languages)}, {shown(one.name)}") for one in plans.halls]
        self.hall.set_choices([(None, t("As large as it needs to be")), *halls])
        self.hall.set_value(None)
        self.make = Button(t("Seat everybody"), self, kind="primary", clicked=self._make)
        cancel = Button(t("Cancel"), self, clicked=self.reject)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for widget in (Heading(t("New seating plan"), self), self.kind, self.item, self.hall):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.make)
        fit_to_screen(self, column, row)
        self.make.setDefault(True)

    def _make(self) -> None:
        self.wanted.emit(self.kind.value(), self.item.value(), self.hall.value())
        self.accept()
