"""From when on the checks speak up: the office's thresholds, each taken at once; empty is the handbook's own."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from planner.app import Changes
from planner.language.catalog import mark
from planner.operations.findings import set_limit
from planner.queries.findings import office_limits
from planner.rules.checks.limits import Limits
from ui import theme
from ui.common.buttons import Button, Link
from ui.common.fitting import fit_to_screen
from ui.common.labels import Heading, Muted
from ui.common.number_field import NumberField
from ui.context import Context
from ui.translate import follow_language, t

WORDS = {
    "gap_minutes": mark("Gap in the guests’ day, minutes"),
    "day_load_hours": mark("Programme in a day, hours"),
    "talks_in_a_row": mark("Talks in a row"),
    "night_rest_hours": mark("Rest at night, hours"),
    "without_food_hours": mark("Without food, hours"),
    "transfer_percent": mark("Reserve of a way, per cent of its time"),
    "transfer_extra_minutes": mark("Reserve of a way, minutes more"),
    "before_anchor_minutes": mark("Before what cannot wait, minutes"),
    "after_landing_minutes": mark("From landing to work, minutes"),
    "before_flight_minutes": mark("Before a flight, minutes"),
    "before_flight_abroad_minutes": mark("Before a flight abroad, minutes"),
    "check_in_hour": mark("Hotel rooms from, hour"),
    "solo_consecutive_minutes": mark("One interpreter, consecutive, minutes"),
    "solo_simultaneous_minutes": mark("One interpreter, simultaneous, minutes"),
    "interpreter_break_minutes": mark("Break of an interpreter, minutes"),
    "level_gap": mark("Levels apart of counterparts"),
    "side_balance": mark("One side so many times the other"),
    "guests_per_officer": mark("Guests for one liaison officer"),
    "duties_of_one": mark("Different duties of one person"),
    "driver_hours": mark("Driving in a day, hours"),
    "hall_reserve_percent": mark("Reserve of a hall, per cent"),
    "hall_empty_percent": mark("Hall looks empty below, per cent"),
    "passport_months": mark("Passport holds longer, months"),
    "post_confirmed_days": mark("Post confirmed within, days"),
    "reply_days": mark("Chase replies before, days"),
    "keep_passport_days": mark("Keep passports after, days"),
    "event_days": mark("Longest visit, days"),
    "delegation_size": mark("Largest delegation of guests"),
}
"""What each threshold is called."""


class ThresholdsDialog(QDialog):
    """Attributes: `fields` by the threshold's name."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._heading = Heading("", self)
        self._remark = Muted("", self, wrap=True)
        self.fields = {name: NumberField("", self, most=10_000) for name in WORDS}
        for name, field in self.fields.items():
            field.edited.connect(lambda value, name=name: self._set(name, value))
            field.setEnabled(context.read_only is None)
        self.restore = Link("", self, clicked=self._restore)
        self._close = Button("", self, kind="primary", clicked=self.accept)
        self._arrange()
        context.changed.connect(self._changed)
        follow_language(self.retranslate)
        self.refresh()

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(t("Thresholds of the checks"))
        self._heading.setText(t("Thresholds of the checks"))
        self._remark.setText(t("From here on a check speaks up. 0 is never. What differs from the usual is marked."))
        for name, words in WORDS.items():
            self.fields[name].set_caption(t(words))
        self.restore.set_text(t("Restore all to the usual"))
        self._close.set_text(t("Close"))
        self.refresh()

    def refresh(self) -> None:
        """Read the thresholds again."""
        self.context.read(self, "limits", self._show, office_limits)

    def done(self, result: int) -> None:
        """Take over what is still being typed, then close."""
        for field in self.fields.values():
            field.flush()
        super().done(result)

    def _show(self, limits: Limits) -> None:
        usual = asdict(Limits())
        for name, value in asdict(limits).items():
            self.fields[name].set_value(value)
            differs = value != usual[name]
            self.fields[name].set_aside(t("usual: {value}", value=usual[name]) if differs else "")
        self.restore.setVisible(limits != Limits() and self.context.read_only is None)

    def _set(self, name: str, value: int | None) -> None:
        self.context.run(self, set_limit, name, value)

    def _restore(self) -> None:
        for name in WORDS:
            if self.fields[name].value() != asdict(Limits())[name]:
                self.context.run(self, set_limit, name, None)

    def _changed(self, changes: Changes) -> None:
        if "setting" in changes.tables:
            self.refresh()

    def _arrange(self) -> None:
        ground = QFrame(self)
        grid = QGridLayout(ground)
        grid.setContentsMargins(0, 0, theme.px(8), 0)
        grid.setHorizontalSpacing(theme.px(18))
        grid.setVerticalSpacing(theme.px(10))
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, place // 2, place % 2)
        area = QScrollArea(self)
        area.setWidget(ground)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields are reached, and scrolled to, by Tab
        row = QHBoxLayout()
        row.addWidget(self.restore)
        row.addStretch(1)
        row.addWidget(self._close)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for widget in (self._heading, self._remark, area):
            column.addWidget(widget)
        fit_to_screen(self, column, row)
        self.resize(theme.px(640), theme.px(620))
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter ends the typing in a field, nothing else
