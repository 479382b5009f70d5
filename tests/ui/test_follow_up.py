"""The follow-up of an event: minutes, commitments, notes and letters."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from planner.queries.events import events
from planner.queries.follow_up import FollowUp, follow_up_of
from planner.rules.kinds import EventKind
from planner.rules.text import text
from tests.ui.keys import press, type_text
from tests.ui.office import Office
from ui.follow_up.page import FollowUpPage
from ui.follow_up.written import Written


class Page:
    """The page of one event of the sample office."""

    def __init__(self, office: Office, qtbot: QtBot, kind: EventKind) -> None:
        self.office = office
        self.event = next(row.id for row in office.planner.read(events) if row.kind is kind)
        self.page = FollowUpPage(office.context)
        qtbot.addWidget(self.page)
        self.page.resize(900, 1200)
        self.page.set_event(self.event)
        self.page.show()

    def found(self) -> FollowUp:
        return self.office.planner.read(follow_up_of, self.event)

    def add(self, written: Written, words: str, kind: str = "") -> None:
        if kind:
            written.kind.setCurrentText(kind)
        type_text(written.new, words)
        press(written.new, Qt.Key.Key_Return)


@pytest.fixture
def visit(sample: Office, qtbot: QtBot) -> Page:
    return Page(sample, qtbot, EventKind.VISIT)


@pytest.fixture
def meeting(sample: Office, qtbot: QtBot) -> Page:
    return Page(sample, qtbot, EventKind.MEETING)


def test_paragraph_of_the_minutes_is_written_under_its_topic(visit: Page) -> None:
    item, (_, written) = next(iter(visit.page.topics.items()))
    visit.add(written, "Решено встретиться", "Resolved")
    (row,) = visit.found().records
    assert (row.item_id, row.kind, row.words) == (item, "resolved", text(ru="Решено встретиться"))
    assert list(written.fields) == [row.id]


def test_commitment_gets_its_side_day_and_state(visit: Page) -> None:
    visit.add(visit.page.promises, "Прислать список")
    (row,) = visit.found().commitments
    line = visit.page.lines[row.id]
    line.side.edited.emit("host")
    line.due.edited.emit(date(2024, 5, 1))
    line.state.edited.emit("done")
    (after,) = visit.found().commitments
    assert (after.side, after.due, after.state) == ("host", date(2024, 5, 1), "done")
    assert (line.side.value(), line.state.value()) == ("host", "done")


def test_note_is_written_in_the_part_that_was_chosen(visit: Page) -> None:
    visit.add(visit.page.written["press-note"], "Встреча прошла", "Opening paragraph")
    (row,) = visit.found().statements
    assert (row.paper, row.part, row.words) == ("press-note", "lead", text(ru="Встреча прошла"))


def test_paragraph_emptied_in_every_language_goes(visit: Page) -> None:
    written = visit.page.written["report"]
    visit.add(written, "Итоги", "Results")
    (row,) = visit.found().statements
    written.fields[row.id].set_value(text())
    written.fields[row.id].edited.emit("ru", "")
    assert visit.found().statements == ()


def test_what_is_written_already_stands_in_its_fields(meeting: Page) -> None:
    found = meeting.found()
    shown = {row for _, written in meeting.page.topics.values() for row in written.fields}
    assert shown == {row.id for row in found.records}
    assert list(meeting.page.promises.fields) == [row.id for row in found.commitments]


def test_undo_takes_a_paragraph_off_the_page(visit: Page) -> None:
    visit.add(visit.page.promises, "Прислать список")
    visit.office.planner.undo()
    visit.page.refresh()
    assert (visit.page.promises.fields, visit.page.lines) == ({}, {})
