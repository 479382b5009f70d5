"""The line above the delegations: order, profile of protocol, sides, counterparts, import, adding."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language.countries import country_name
from planner.queries.profiles import EventProfile, ProfileRow
from planner.rules.kinds import Side
from ui.common.buttons import Button
from ui.common.flow import FlowLayout
from ui.common.labels import Caption
from ui.common.menu_button import MenuButton
from ui.common.words import word
from ui.translate import follow_language, language, t, tn

DIFFERENCES, EDIT = "!differences", "!edit"
SEND, READ = "send", "read"
"""What is done with a questionnaire."""


class DelegationsBar(QWidget):
    """Breaks into lines where the page is narrow.

    Signals: one for each thing that can be wanted; `states_wanted(on, lot)`, `profile_chosen(key)`.
    """

    unpinned = Signal()
    states_wanted = Signal(bool, str)
    profile_chosen = Signal(str)
    differences_wanted = Signal()
    profiles_wanted = Signal()
    lines_wanted = Signal(bool)
    rematch_wanted = Signal()
    file_wanted = Signal()
    paste_wanted = Signal()
    questionnaire_wanted = Signal(object)
    delegation_wanted = Signal(object)
    person_wanted = Signal()
    speeches_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pins, self._lines_shown, self._chosen = 0, True, ""
        self._countries: tuple[str, ...] = ()
        self.order = MenuButton((), self, fixed=" ")
        self.order.edited.connect(self._order_chosen)
        self.profile = MenuButton((), self)
        self.profile.edited.connect(self._profile_chosen)
        self.side_order = MenuButton((), self)
        self.counterparts = MenuButton((), self, fixed=" ")
        self.counterparts.edited.connect(self._counterparts_chosen)
        self.speeches = Button("", self, clicked=self.speeches_wanted.emit)
        self.import_button = Button("", self, clicked=self.file_wanted.emit)
        self.paste_button = Button("", self, clicked=self.paste_wanted.emit)
        self.questionnaire = MenuButton((), self, fixed=" ")
        self.questionnaire.edited.connect(self.questionnaire_wanted)
        self.pinned = Caption("", self)
        self.add_delegation = MenuButton((), self, fixed=" ")
        self.add_delegation.edited.connect(self.delegation_wanted)
        self.add_person = Button("", self, clicked=self.person_wanted.emit)
        self.pinned.setMinimumHeight(self.order.sizeHint().height())
        left, right = FlowLayout(gap=8, line_gap=8), FlowLayout(gap=8, line_gap=8)
        for widget in (self.order, self.profile, self.side_order, self.counterparts, self.speeches, self.pinned):
            left.addWidget(widget)
        for button in (
            self.import_button, self.paste_button, self.questionnaire, self.add_delegation, self.add_person,
        ):  # fmt: skip
            right.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(left)
        column.addLayout(right)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._offer_orders()
        guests, hosts = word(Side.GUEST), word(Side.HOST)
        self.side_order.set_choices([("guest", f"{guests} | {hosts}"), ("host", f"{hosts} | {guests}")])
        self._offer_lines()
        self.speeches.set_text(t("Speeches…"))
        self.import_button.set_text(t("Import list…"))
        self.paste_button.set_text(t("Paste"))
        ways = [(SEND, t("Send a questionnaire…")), (READ, t("Read a filled questionnaire…"))]
        self.questionnaire.set_choices(ways, fixed=t("Questionnaire"))
        self.add_delegation.set_choices([(side, word(side)) for side in Side], fixed=t("+ Delegation"))
        self.add_person.set_text(t("+ Person"))
        self._tell()

    def show_state(self, pins: int, *, writable: bool) -> None:
        """Show how many places are pinned, and whether anything can be changed."""
        self._pins = pins
        for button in (
            self.order, self.profile, self.import_button, self.paste_button, self.add_delegation, self.add_person,
        ):  # fmt: skip
            button.setEnabled(writable)
        self._tell()

    def show_profiles(self, rows: Sequence[ProfileRow], chosen: EventProfile, office: ProfileRow) -> None:
        """Show which profile holds, and those to choose from."""
        self._chosen = chosen.chosen
        names = [(row.key, row.profile.name(language(), "en")) for row in rows]
        own = t("{name} (the office’s)", name=office.profile.name(language(), "en"))
        ways = [(DIFFERENCES, t("What differs…")), (EDIT, t("Edit the profiles…"))]
        self.profile.set_choices([("", own), *names, *ways])
        self.profile.set_value(chosen.chosen)
        self.profile.setAccessibleName(t("Profile of protocol"))

    def show_states(self, countries: Sequence[str]) -> None:
        """Offer the states among the delegations for the lot."""
        if tuple(countries) != self._countries:
            self._countries = tuple(countries)
            self._offer_orders()

    def set_lines_shown(self, shown: bool) -> None:
        """Say whether the lines of counterparts are drawn."""
        self._lines_shown = shown
        self._offer_lines()

    def _offer_orders(self) -> None:
        ways = [("precedence", t("All by precedence again"))]
        if len(self._countries) > 1:
            ways += [("states", t("Delegations by the alphabet of states")), ("put", t("Delegations as they were put"))]
            lots = [(code, country_name(code, language())) for code in self._countries]
            ways += [(f"lot:{code}", t("By states, the lot fell on: {state}", state=name)) for code, name in lots]
        self.order.set_choices(ways, fixed=t("By precedence"))

    def _offer_lines(self) -> None:
        lines = ("hide", t("Hide the lines")) if self._lines_shown else ("show", t("Show the lines"))
        self.counterparts.set_choices([lines, ("again", t("All by rank again"))], fixed=t("Counterparts"))

    def _order_chosen(self, way: str) -> None:
        if way == "precedence":
            self.unpinned.emit()
        else:
            self.states_wanted.emit(way != "put", way.removeprefix("lot:") if way.startswith("lot:") else "")

    def _profile_chosen(self, key: str) -> None:
        if key in (DIFFERENCES, EDIT):
            self.profile.set_value(self._chosen)
            (self.differences_wanted if key == DIFFERENCES else self.profiles_wanted).emit()
        else:
            self.profile_chosen.emit(key)

    def _counterparts_chosen(self, way: str) -> None:
        if way == "again":
            self.rematch_wanted.emit()
        else:
            self.lines_wanted.emit(way == "show")

    def _tell(self) -> None:
        pins = self._pins
        self.pinned.setText(tn("{n} place pinned", "{n} places pinned", pins) if pins else "")
        self.pinned.setVisible(bool(pins))  # else it would take an empty line of a narrow bar
