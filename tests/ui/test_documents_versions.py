"""Issuing from the window: a reason is asked for, what stops it is named, copies are kept, the sheet is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from planner.operations.agenda import move_item
from planner.queries.agenda import programme
from planner.queries.papers import holders, versions
from planner.rules.kinds import EventKind
from tests.ui.keys import LEFT
from tests.ui.office import Office
from tests.ui.papers_desk import Desk, show


@pytest.fixture
def desk(qtbot, sample: Office) -> Desk:
    return show(qtbot, sample, EventKind.VISIT)


def issue(desk: Desk, reason: str, *, names: str = "", override: str = "") -> None:
    QTest.mouseClick(desk.choices.buttons["issue"], LEFT)
    dialog = desk.page.issuing.dialog
    assert dialog is not None
    dialog.reason.line.setText(reason)
    if names:
        dialog.names.set_value(names)
    if override:
        dialog.override.box.setPlainText(override)
    QTest.mouseClick(dialog.go, LEFT)


def move_first(desk: Desk) -> None:
    """Move the meeting of the principals by a quarter of an hour."""
    event = desk.event[EventKind.VISIT]
    item = next(item for item in desk.office.read(programme, event).items if item.principal and item.start is not None)
    assert item.start is not None
    desk.office.run(move_item, item.id, item.day, item.start - 15)


def test_version_is_issued_with_its_reason_and_copies(desk: Desk) -> None:
    issue(desk, "agreed by both sides", names="В. Логинов\nК. Иманалиев")
    (row,) = desk.office.read(versions, desk.event[EventKind.VISIT])
    assert (row.number, row.reason, row.author) == (1, "agreed by both sides", "Aida")
    held = [(one.copy, one.name) for one in desk.office.read(holders, row.id)]
    assert held == [(1, "В. Логинов"), (2, "К. Иманалиев")]
    assert desk.office.failures == []


def test_nothing_is_issued_without_a_reason(desk: Desk) -> None:
    QTest.mouseClick(desk.choices.buttons["issue"], LEFT)
    dialog = desk.page.issuing.dialog
    assert dialog is not None
    assert dialog.go.isEnabled() is False
    dialog.reason.line.setText("for the table")
    assert dialog.go.isEnabled() is True


def test_field_says_which_version_holds_and_what_changed_since(desk: Desk) -> None:
    issue(desk, "first")
    assert desk.choices.versions.state.text() == "Version 1 holds · nothing changed since"
    move_first(desk)
    assert desk.choices.versions.state.text() == "Version 1 holds · 1 change since"
    issue(desk, "the flight is late")
    assert [row.key for row in desk.choices.versions.list.findings()] == ["0", "1"]
    assert desk.choices.versions.list.findings()[0].text.startswith("Version 2 of 2 May 2024")


def test_issued_version_is_shown_again_and_the_draft_after_it(desk: Desk) -> None:
    issue(desk, "first")
    before = desk.page.chosen.printed
    move_first(desk)
    desk.choices.versions.list.acted.emit("0", "show")
    shown = desk.page.chosen.printed
    assert before is not None
    assert shown is not None
    assert "DRAFT" not in shown.content.footer[0]
    desk.choices.versions.list.acted.emit("0", "show")
    assert desk.page.chosen.printed is not None
    assert "DRAFT" in desk.page.chosen.printed.content.footer[0]


def test_change_sheet_for_the_holders_is_saved(desk: Desk, tmp_path: Path) -> None:
    issue(desk, "first", names="К. Иманалиев")
    move_first(desk)
    issue(desk, "second")
    old, new = (row.id for row in desk.office.read(versions, desk.event[EventKind.VISIT]))
    target = tmp_path / "changes.pdf"
    desk.page.issuing._save_sheet(old, new, target)
    assert target.read_bytes().startswith(b"%PDF")


def test_copy_given_back_leaves_the_list_of_who_holds_it(desk: Desk) -> None:
    issue(desk, "first", names="В. Логинов")
    field = desk.choices.versions
    field.list.acted.emit("0", "copies")
    field.holder.setText("А. Кабаев")
    QTest.mouseClick(field.give, LEFT)
    assert "Held by 1 В. Логинов, 2 А. Кабаев" in field.list.findings()[0].text
    take = next(key for key, _words in field.list.findings()[0].actions if key.startswith("take:"))
    field.list.acted.emit("0", take)
    assert "Held by 2 А. Кабаев" in field.list.findings()[0].text
