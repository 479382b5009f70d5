"""The office's calendar: events, principals' busy times, holidays, own days and tasks, by month and week."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from planner.exchange.busy_times import BusyFile
from planner.language.countries import country_name
from planner.language.dates import format_day_heading, format_range
from planner.operations import calendar as operations
from planner.rules.calendar import DayKind, Status
from planner.rules.text import EMPTY
from ui import theme
from ui.calendar.entries import Entry, entries
from ui.calendar.gathered import CalendarFacts, calendar_facts, read_file
from ui.calendar.grid import CalendarGrid
from ui.calendar.legend import Legend
from ui.calendar.words import remarks
from ui.common.buttons import Button, IconButton
from ui.common.card import Card, CardRow
from ui.common.event_words import month_heading
from ui.common.labels import Muted, Title
from ui.common.menu_button import MenuButton
from ui.common.named import first_name
from ui.common.page import Action, Page
from ui.common.segmented import Segmented
from ui.context import Context
from ui.translate import follow_language, language, t, tn

ROWS = 8
"""So many things of a day are told below the grid; the week view holds the rest."""


class CalendarPage(Page):
    """Attributes: `grid`, `there` (the card of the day chosen), `view`, `busy`, `said` (what a file was read as)."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"event", "office_day", "busy_time", "delegation", "participation", "person", "person_name", "organisation",
         "setting", "task", "item"}
    )  # fmt: skip

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._facts: CalendarFacts | None = None
        self.title = Title("", self)
        self.earlier = IconButton("chevron-left", "", self)
        self.later = IconButton("chevron-right", "", self)
        self.today = Button("", self, clicked=lambda: self.grid.choose(context.today()))
        self.view = Segmented((), self)
        self.busy = MenuButton((), self, fixed=" ")
        self.grid = CalendarGrid(context.today(), self)
        self.legend = Legend(self)
        self.there = Card(parent=self)
        self.said = Muted("", self, wrap=True)
        self.said.hide()
        self._arrange()
        self.earlier.clicked.connect(lambda _on=False: self.grid.turn(-1))
        self.later.clicked.connect(lambda _on=False: self.grid.turn(1))
        self.view.edited.connect(self._change_view)
        self.busy.edited.connect(self._busy_chosen)
        self.grid.moved.connect(self._follow)
        self.grid.opened.connect(self.open_entry)
        self.there.acted.connect(self._act)
        self.setFocusProxy(self.grid)
        follow_language(self.retranslate)

    def main_action(self) -> Action | None:
        """Enter a day of the office's own."""
        return Action(t("Enter a day"), self.add_day) if self.context.read_only is None else None

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.earlier.set_label(t("Earlier"))
        self.later.set_label(t("Later"))
        self.today.set_text(t("Today"))
        self.view.set_choices([("month", t("Month")), ("week", t("Week"))])
        self.view.setAccessibleName(t("View"))
        self._name()
        if self._facts is not None:
            self._show(self._facts)

    def refresh(self) -> None:
        """Read the days shown again."""
        first, last = self.grid.span()
        self.context.read(self, "calendar", self._show, calendar_facts, first, last, self.context.today())

    def add_day(self) -> None:
        """Enter a day of the office's own on the day chosen, and open it in the inspector."""
        if self.context.read_only is None:
            self.context.run(
                self, operations.add_office_day, self.grid.day, kind=DayKind.LOCAL.value,
                done=lambda changes: self.context.select("office_day", changes.result),
            )  # fmt: skip

    def open_entry(self, entry: Entry) -> None:
        """Go to an event or its tasks; show a day of our own in the inspector."""
        if entry.kind in ("event", "task"):
            self.context.show(entry.kind, entry.id)
        elif entry.kind == "day" and entry.id:
            self.context.select("office_day", entry.id)

    def take_file(self, person_id: int, path: str) -> None:
        """Read somebody's calendar file and keep its busy times."""
        if not path:
            return

        def keep(found: BusyFile) -> None:
            self.context.run(
                self, operations.read_busy_times, person_id, found.name, found.times,
                done=lambda _changes: self._say_read(found),
            )  # fmt: skip

        self.context.read(self, "file", keep, read_file, path, self.context.today())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter a day by Insert or Ctrl+N."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Insert or (control and event.key() == Qt.Key.Key_N):
            self.add_day()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for widget in (self.earlier, self.later, self.today):
            bar.addWidget(widget)
        self.view.setMaximumWidth(theme.px(220))
        bar.addWidget(self.view)
        bar.addStretch(1)
        bar.addWidget(self.busy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addLayout(bar)
        column.addWidget(self.said)
        column.addWidget(self.grid, 1)
        column.addWidget(self.legend)
        column.addWidget(self.there)

    def _name(self) -> None:
        first, last = self.grid.span()
        when = format_range(first, last, language()) if self.grid.by_week else month_heading(self.grid.day)
        self.title.setText(f"{t('Calendar')} · {when}")

    def _change_view(self, view: str) -> None:
        self.grid.set_view(by_week=view == "week")
        self._follow()

    def _follow(self, _day: object = None) -> None:
        """Say the day chosen; read other days where they are not at hand."""
        self._name()
        first, last = self.grid.span()
        if self._facts is None or not (self._facts.since <= first and last <= self._facts.until):
            self.mark_stale()
        self._show_day()

    def _show(self, facts: CalendarFacts) -> None:
        self._facts = facts
        own = facts.countries[:1]
        off = frozenset(day for one in facts.days if one.non_working and one.country in own for day in one.days())
        self.grid.show_entries(entries(facts), off)
        self._offer_files(facts)
        self._name()
        self._show_day()

    def _offer_files(self, facts: CalendarFacts) -> None:
        people = sorted((first_name(names, language()), person) for person, names in facts.names.items())
        choices: list[tuple[Any, str]] = [
            ((person, ""), t("Read the calendar of {name}…", name=name)) for name, person in people if name
        ]
        names = {person: name for name, person in people}
        choices += [
            (
                (one.person_id, one.source),
                t("Forget {file} of {name}", file=one.source, name=names.get(one.person_id, "")),
            )
            for one in facts.sources
        ]
        self.busy.set_choices(choices, fixed=t("Busy times"))
        self.busy.setEnabled(bool(choices) and self.context.read_only is None)

    def _busy_chosen(self, chosen: tuple[int, str]) -> None:
        person_id, source = chosen
        if source:
            self.context.run(self, operations.forget_busy_times, person_id, source)
            return
        path, _kind = QFileDialog.getOpenFileName(self, t("Choose a calendar file"), "", t("Calendars (*.ics)"))
        self.take_file(person_id, path)

    def _say_read(self, found: BusyFile) -> None:
        count = len(found.times)
        lines = [tn("{n} busy time read from {file}.", "{n} busy times read from {file}.", count, file=found.name)]
        lines += [t(one.message, **one.values) for one in found.problems[:3]]
        if len(found.problems) > 3:
            lines.append(tn("{n} more could not be read.", "{n} more could not be read.", len(found.problems) - 3))
        self.said.setText("\n".join(lines))
        self.said.show()

    def _show_day(self) -> None:
        there = self.grid.on_chosen_day()
        self.there.set_heading(
            f"{format_day_heading(self.grid.day, language())} {self.grid.day.year}",
            t("arrows: days · PageUp, PageDown: months · T: today · Enter: open"),
        )
        rows = [self._row(number, one) for number, one in enumerate(there[:ROWS])]
        if len(there) > ROWS:
            rows.append(CardRow(t("{n} more", n=len(there) - ROWS), muted=True))
        self.there.set_rows(rows or [CardRow(t("Nothing on this day."), muted=True)])

    def _row(self, number: int, one: Entry) -> CardRow:
        key = str(number)
        if one.feast is None:
            links = (("open", t("Open")),) if one.kind in ("event", "task") else ()
            return CardRow(one.words, key, links=links)
        writable = self.context.read_only is None
        country = one.feast.country
        lead = country_name(country, language()) if country else ""
        links = (("open", t("Edit")),) if one.id else ()
        moves = one.feast.kind is DayKind.FEAST and one.feast.status is not Status.DECREE
        if writable and not one.id and moves and country:
            links = (("announce", t("Another day was announced")),)
        said = remarks(one.feast).removeprefix(lead).removeprefix(" · ")
        text = one.text.removeprefix(f"{country} ")
        if one.day != one.to_day:
            text += f" ({format_range(one.day, one.to_day, language(), form='bare')})"
        return CardRow(f"{text} — {said}" if said else text, key, lead=lead, links=links)

    def _act(self, row: str, link: str) -> None:
        there = self.grid.on_chosen_day()
        if int(row) >= len(there):
            return
        one = there[int(row)]
        if link == "open" or one.feast is None:
            self.open_entry(one)
            return
        self.context.run(
            self, operations.add_office_day, one.feast.day, title=EMPTY, kind=DayKind.FEAST.value,
            country=one.feast.country, feast=one.feast.feast,
            done=lambda changes: self.context.select("office_day", changes.result),
        )  # fmt: skip
