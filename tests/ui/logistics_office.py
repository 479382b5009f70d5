"""The tab "Logistics" of a small visit, and hands to type into its tables."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from planner.operations import agenda, logistics, venues
from planner.rules.text import text
from tests.ui.keys import press, type_text
from tests.ui.office import DAY, Office, Visit, add_visit
from ui.common.edit_table import EditTable
from ui.logistics.page import LogisticsPage
from ui.logistics.section import Section


class Stay(NamedTuple):
    """A visit with a hotel, a luncheon, a transfer and two vehicles."""

    visit: Visit
    hotel: int
    lunch: int
    way: int
    car: int
    bus: int

    @property
    def event(self) -> int:
        return self.visit.event

    def member(self, key: str) -> int:
        return self.visit.members[key]


def add_stay(office: Office) -> Stay:
    """Add a visit with what its logistics need."""
    visit = add_visit(office)
    hotel = office.run(venues.add_venue, text(ru="Гостиница", en="Hotel"))
    items = []
    for ru, en, start, end, kind in (
        ("Завтрак", "Luncheon", 780, 840, "meal"),
        ("Переезд", "Transfer", 600, 620, "movement"),
    ):
        items.append(
            office.run(agenda.add_item, visit.event, text(ru=ru, en=en), day=DAY, start=start, end=end, kind=kind)
        )
    car = office.run(logistics.add_vehicle, "Toyota Camry", plate="A 001", driver="Orlov")
    bus = office.run(logistics.add_vehicle, "Sprinter", kind="minibus", seats=6)
    return Stay(visit, hotel, items[0], items[1], car, bus)


def open_tab(qtbot: QtBot, office: Office, event: int, key: str) -> LogisticsPage:
    """Show a section of the tab."""
    page = LogisticsPage(office.context)
    qtbot.addWidget(page)
    page.choose(key)
    page.set_event(event)
    page.resize(1100, 760)
    page.show()
    return page


def column(section: Section, key: str) -> int:
    """Return the place of a column."""
    return [one.key for one in section.table.model_of_rows.columns].index(key)


def editor(table: EditTable) -> QLineEdit:
    """Return the open editor."""
    return next(line for line in table.findChildren(QLineEdit) if line.isVisible())


def open_cell(section: Section, place: int, key: str) -> QLineEdit:
    """Open a cell of a row, counted from 0."""
    section.table.type_into(place, column(section, key))
    return editor(section.table)


def retype(section: Section, words: str, key: Qt.Key = Qt.Key.Key_Escape) -> None:
    """Type over what the open editor holds and end with a key; Escape stands for Enter and no further typing."""
    line = editor(section.table)
    line.selectAll()
    if words:
        type_text(line, words)
    else:
        line.clear()
    end(line, Qt.Key.Key_Return if key is Qt.Key.Key_Escape else key)
    if key is Qt.Key.Key_Escape and section.table.is_typing():
        end(editor(section.table), Qt.Key.Key_Escape)


def end(line: QLineEdit, key: Qt.Key) -> None:
    """Press a key where the keyboard is: in the words offered, else in the line."""
    completer = line.completer()
    popup = completer.popup() if completer is not None else None
    press(popup if popup is not None and popup.isVisible() else line, key)
    QApplication.processEvents()


def type_cell(section: Section, place: int, key: str, words: str) -> None:
    """Type into a cell, and leave the table."""
    open_cell(section, place, key)
    retype(section, words)


def shown(section: Section, *keys: str) -> list[tuple[str, ...]]:
    """Return what the rows of a section show in some columns."""
    columns = {one.key: one for one in section.table.model_of_rows.columns}
    return [tuple(columns[key].text(row) for key in keys) for row in section.table.rows()]


APRIL = date(2024, 4, 23)
