"""Erasing from the window: what is reached is shown first, versions are removed where asked, nothing else is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from planner.erasing import remove
from planner.issuing import issue
from planner.operations.erasing import erased_name
from planner.operations.papers import give_copy
from planner.papers import Choice, Paper
from planner.queries.papers import versions
from planner.queries.people import person_page
from planner.rules.kinds import EventKind
from tests.ui.keys import LEFT
from tests.ui.office import NOW, Office, add_visit
from tests.ui.papers_desk import Desk, show
from ui.common.labels import PlainLabel
from ui.people.erase import EraseDialog
from ui.people.inspector import PersonInspector

LATER = NOW + timedelta(days=90)


def later(office: Office) -> None:
    office.planner._clock = lambda: LATER


def words_of(dialog: EraseDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(PlainLabel)]


def issued(office: Office, event: int, paper: Paper = Paper.PARTICIPANTS, edition: str = "working") -> int:
    choice = Choice(paper, event, ("ru", "en"), edition="working" if edition == "working" else "guest")
    return issue(office.planner, choice, "for the desk", override="a test").id


@pytest.fixture
def visit(qtbot: QtBot, office: Office):
    return add_visit(office)


@pytest.fixture
def inspector(qtbot: QtBot, office: Office, visit) -> PersonInspector:
    inspector = PersonInspector(office.context)
    qtbot.addWidget(inspector)
    inspector.resize(380, 900)
    inspector.show()
    inspector.show_thing(next(iter(visit.people.values())))
    return inspector


def ask(inspector: PersonInspector) -> EraseDialog:
    inspector.erase.click()
    assert inspector.erase_dialog is not None
    return inspector.erase_dialog


def test_erasing_shows_which_versions_name_the_person_and_removes_those_chosen(
    office: Office, visit, inspector: PersonInspector
) -> None:
    person = inspector.thing_id
    number = issued(office, visit.event)
    office.run(give_copy, number, "The front desk")
    dialog = ask(inspector)
    assert dialog.versions.switches == {}
    assert "The event is not over: they stay until the day after its last." in words_of(dialog)
    dialog.leave.click()

    later(office)
    dialog = ask(inspector)
    said = words_of(dialog)
    assert "• List of participants, working edition, version 1 of 2 May 2024 · held by The front desk" in said
    assert dialog.go.text() == "Erase"
    dialog.versions.switches[visit.event].box.click()
    assert dialog.go.text() == "Erase, and remove 1 version"
    QTest.mouseClick(dialog.go, LEFT)
    page = office.read(person_page, person)
    assert {name.surname for name in page.names} == {erased_name(person, "ru"), erased_name(person, "en")}
    (row,) = office.read(versions, visit.event)
    assert row.removed is not None
    assert (row.removed.because, office.failures) == ("erasure", [])


def test_versions_are_kept_where_nobody_chose_to_remove_them(office: Office, visit, inspector: PersonInspector) -> None:
    issued(office, visit.event)
    later(office)
    QTest.mouseClick(ask(inspector).go, LEFT)
    assert [row.removed for row in office.read(versions, visit.event)] == [None]


def test_nothing_is_erased_where_the_question_is_left(office: Office, visit, inspector: PersonInspector) -> None:
    before = office.planner.change_number()
    ask(inspector).leave.click()
    assert office.planner.change_number() == before


@pytest.fixture
def desk(qtbot: QtBot, sample: Office) -> Desk:
    return show(qtbot, sample, EventKind.VISIT)


def test_private_versions_of_a_past_event_are_removed_from_documents(desk: Desk) -> None:
    office, event = desk.office, desk.event[EventKind.VISIT]
    assert not desk.choices.versions.private.isVisible()
    for paper in (Paper.CONTACTS, Paper.PROGRAMME):
        issued(office, event, paper, "working" if paper is Paper.CONTACTS else "guest")
    later(office)
    QTest.mouseClick(desk.choices.buttons["issue"], LEFT)
    dialog = desk.page.issuing.dialog
    assert dialog is not None
    dialog.reject()
    desk.choices.versions.refresh()
    field = desk.choices.versions
    assert (field.private.isVisible(), field.private.text()) == (True, "Remove private versions…")
    QTest.mouseClick(field.private, LEFT)
    asked = field.private_dialog
    assert asked is not None
    assert asked.go.text() == "Remove 1 version"
    (switch,) = asked.versions.switches.values()
    switch.box.click()
    assert not asked.go.isEnabled()
    switch.box.click()
    QTest.mouseClick(asked.go, LEFT)
    assert [(row.key.paper, row.removed is None) for row in office.read(versions, event)] == [
        ("contacts", False), ("programme", True)
    ]  # fmt: skip
    assert not field.private.isVisible()


def test_removed_version_says_so_in_documents_and_is_not_shown(qtbot: QtBot, desk: Desk) -> None:
    office, event = desk.office, desk.event[EventKind.VISIT]
    number = issued(office, event, Paper.PROGRAMME, "guest")
    later(office)
    office.context.changed.emit(remove(office.planner, [number], "erasure"))
    field = desk.choices.versions
    assert field.state.text() == "Version 1 · removed on 31 July 2024 after an erasure"
    (row,) = field.list.findings()
    assert row.text.endswith("for the desk\nremoved on 31 July 2024 after an erasure")
    assert [key for key, _words in row.actions] == ["copies"]
    qtbot.waitUntil(lambda: "Programme of stay | v1 · removed" in desk.lines(), timeout=5_000)
