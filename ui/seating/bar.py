"""The bar above the room: which plan, of what kind, and what is done with all its seats at once."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from planner.language.placement_words import KINDS
from planner.queries.seating import PlanRow
from planner.rules.charts import OPTIONS
from planner.rules.places import PlanKind
from planner.rules.text import Language
from ui import theme
from ui.common.buttons import Button
from ui.common.folding_bar import FoldingBar
from ui.common.labels import plain_tooltip
from ui.common.menu_button import MenuButton
from ui.common.named import shown as in_languages
from ui.seating.shown import DeskShown, Plans
from ui.translate import t

NEW = -1
"""In the menu of plans: one more."""

_WIDEST = 200  # pixels of a plan's name in the bar


class SeatingBar(FoldingBar):
    """Signals: `plan_wanted(id)`; `kind_wanted(kind)`; `rule_wanted()`; `fill_wanted()`; `tables_wanted(count)`;
    `mirror_wanted(on)`; `more_wanted("free" or "remove")`.
    """

    plan_wanted = Signal(object)
    kind_wanted = Signal(object)
    rule_wanted = Signal()
    fill_wanted = Signal()
    tables_wanted = Signal(object)
    mirror_wanted = Signal(bool)
    more_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan = MenuButton((), self)
        self.kind = MenuButton((), self)
        self.rule = Button("", self, clicked=self.rule_wanted.emit)
        self.fill = Button("", self, clicked=self.fill_wanted.emit)
        self.tables = MenuButton((), self, fixed="+")
        self.mirror = Button("", self, clicked=self._mirror)
        self.mirror.setCheckable(True)
        self.add(self.plan, self.kind, self.rule, self.fill, self.tables, self.mirror)
        self.plan.edited.connect(self.plan_wanted)
        self.kind.edited.connect(self.kind_wanted)
        self.tables.edited.connect(self.tables_wanted)
        self.more.edited.connect(self.more_wanted)

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.kind.set_choices([(kind, t(KINDS[kind])) for kind in PlanKind])
        self.rule.setText(t("Seat by rule"))
        self.fill.setText(t("Fill the tables"))
        self.tables.set_choices(
            [(count, t("{n} tables of 10", n=count) if count > 1 else t("A table of 10")) for count in (1, 5, 10, 30)],
            fixed=t("+ Tables"),
        )
        self.mirror.setText(t("Mirror"))
        self.more.set_choices([("free", t("Forget pins too")), ("remove", t("Remove this plan"))])
        self.arrange()

    def show_plans(self, plans: Plans, plan_id: int) -> None:
        """Offer the plans of the event and one more."""
        entries = [
            (row.id, f"{place}. {plan_name(row, plans.languages)}") for place, row in enumerate(plans.plans, 1)
        ]
        self.plan.set_choices([*entries, (NEW, t("New plan…"))], fixed=self._shown_plan(plans, plan_id))
        self.plan.set_value(plan_id)
        names = dict(entries)
        self.plan.setAccessibleName(names.get(plan_id, ""))
        plain_tooltip(self.plan, names.get(plan_id, ""))

    def show_desk(self, shown: DeskShown, *, writable: bool) -> None:
        """Show what can be done with this plan."""
        kind = shown.desk.plan.kind
        names = {option.name for option in OPTIONS[kind]}
        self.kind.set_value(kind)
        banquet = kind is PlanKind.BANQUET
        for button, offered in ((self.fill, banquet), (self.tables, banquet), (self.mirror, "mirror" in names)):
            self.set_offered(button, offered)
        self.mirror.setChecked(bool(shown.desk.options.get("mirror")))
        for widget in (self.kind, self.rule, self.fill, self.tables, self.mirror, self.more):
            widget.setEnabled(writable)

    def _shown_plan(self, plans: Plans, plan_id: int) -> str:
        """Return the plan's number and what it is for, short; its kind stands beside it."""
        for place, row in enumerate(plans.plans, 1):
            if row.id == plan_id:
                title = row.title or row.item_title
                words = f"{place}. {in_languages(title, *plans.languages)}" if title else t("Plan {n}", n=place)
                return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, theme.px(_WIDEST))
        return t("New plan…")

    def _mirror(self) -> None:
        self.mirror_wanted.emit(self.mirror.isChecked())


def plan_name(row: PlanRow, languages: tuple[Language, ...]) -> str:
    """Return what a plan is called: its title, its item, or its kind."""
    title = row.title or row.item_title
    return f"{in_languages(title, *languages)} · {t(KINDS[row.kind])}" if title else t(KINDS[row.kind])
