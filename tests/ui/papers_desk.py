"""The documents page and the choices beside each other on the sample office, for tests."""

from __future__ import annotations

from typing import NamedTuple

from pytestqt.qtbot import QtBot

from planner.queries.agenda import programme
from planner.queries.delegations import delegations
from planner.queries.events import events
from planner.rules.kinds import EventKind
from tests.ui.office import Office
from ui.documents.choices import PaperChoices
from ui.documents.page import DocumentsPage


class Desk(NamedTuple):
    """The page and the choices beside each other, as the window puts them."""

    office: Office
    page: DocumentsPage
    choices: PaperChoices
    event: dict[EventKind, int]

    def lines(self) -> list[str]:
        """Return the list as a person reads it."""
        entries = [self.page.list.entry(self.page.list.model().index(row, 0)) for row in range(self._rows())]
        return [f"{entry.label} | {entry.detail}" if entry.key else entry.label.upper() for entry in entries]

    def _rows(self) -> int:
        return self.page.list.model().rowCount()

    def words(self) -> list[str]:
        """Return the titles of the rows of the paper shown, in its first language."""
        printed = self.page.chosen.printed
        assert printed is not None
        return [row.cells[0][0].text.replace("\u00a0", " ") for block in printed.content.blocks for row in block.rows]

    def findings(self) -> list[str]:
        """Return what is found about the paper now."""
        self.choices.before.look_through()
        return [finding.text.replace("\u00a0", " ") for finding in self.choices.before.findings()]

    def open(self, kind: EventKind) -> None:
        """Go to an event."""
        self.page.set_event(self.event[kind])


def show(qtbot: QtBot, office: Office, kind: EventKind) -> Desk:
    found = {row.kind: row.id for row in office.read(events)}
    page, choices = DocumentsPage(office.context), PaperChoices(office.context)
    office.context.selected.connect(lambda kind, number: choices.show_thing(number) if kind == "paper" else None)
    for widget in (page, choices):
        qtbot.addWidget(widget)
    page.resize(980, 800)
    choices.resize(340, 900)
    page.set_event(found[kind])
    page.show()
    choices.show()
    return Desk(office, page, choices, found)


def item(desk: Desk, place: int) -> int:
    return desk.office.read(programme, desk.page.event_id).items[place].id


def member_of(desk: Desk, surname: str) -> int:
    rows = desk.office.read(delegations, desk.page.event_id)
    return next(m.id for row in rows for m in row.members if "ru" in m.names and m.names["ru"].surname == surname)
