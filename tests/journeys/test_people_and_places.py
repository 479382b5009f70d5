"""People, precedence and places through the real window: merge, reorder, counterparts, seats, profile, papers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.operations import people
from planner.operations.people import NewName
from planner.papers import Choice, Paper, print_paper
from planner.queries.counterparts import counterparts
from planner.queries.events import events
from planner.queries.people import people as register
from planner.queries.seating import SeatingDesk, seating_desk, seating_plans
from planner.rules.kinds import EventKind
from planner.rules.placement import seat_people
from tests.journeys.conftest import CLOCK, close_window, open_window
from tests.journeys.test_first_day import redo, tab, undo
from tests.operations.test_undo_of_everything import dump
from tests.ui.keys import LEFT, drag, press
from tests.ui.window_office import Shown
from ui.delegations.lines import MemberLine
from ui.seating.inspector import SeatingInspector
from ui.seating.new_plan import NewPlanDialog
from ui.seating.page import SeatingPage

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def shown(qtbot, tmp_path: Path, sample_template: Path) -> Iterator[Shown]:
    office = tmp_path / "sample.office"
    shutil.copy(sample_template, office)
    shown = open_window(qtbot, office, tmp_path)
    yield shown
    close_window(shown)


def meeting(shown: Shown) -> int:
    return next(row.id for row in shown.planner.read(events) if row.kind is EventKind.MEETING)


def test_somebody_written_twice_is_merged_and_parted_again(shown: Shown) -> None:
    context = shown.desk.context
    context.run(context, people.add_person, [NewName("ru", "Кабаев", "Азамат"), NewName("en", "Kabayev", "Azamat")])
    count = len(shown.planner.read(register, CLOCK.date()))
    context.show("people", 0)
    dialog = shown.window.pages.currentWidget().open_look_alikes()
    names = [{row.one, row.other} for row in dialog.rows()]
    kabaev = next(place for place, pair in enumerate(names) if all("Кабаев" in name for name in pair))
    dialog.table.select([dialog.rows()[kabaev].id])
    before = shown.planner.read(dump)
    press(dialog, Qt.Key.Key_Return, CONTROL)
    assert len(shown.planner.read(register, CLOCK.date())) == count - 1
    press(dialog, Qt.Key.Key_Z, CONTROL)
    assert shown.planner.read(dump) == before
    dialog.accept()


def test_order_and_counterparts_are_changed_by_key_and_taken_back(shown: Shown) -> None:
    event = next(row.id for row in shown.planner.read(events) if row.kind is EventKind.VISIT)
    shown.desk.open_event(event)
    page = tab(shown, "delegations")
    before = shown.planner.read(dump)
    column = page.columns["guest"]
    third = next(line for line in column.lines.lines if isinstance(line, MemberLine) and line.number == 3)
    column.select_thing("member", third.member_id)
    press(column, Qt.Key.Key_Up, CONTROL)
    numbers = {line.member_id: line.number for line in column.lines.lines if isinstance(line, MemberLine)}
    assert numbers[third.member_id] == 2
    reordered = shown.planner.read(dump)
    column.select_thing("member", third.member_id)
    press(column, Qt.Key.Key_Down, ALT)
    pairs = {pair.guest: pair for pair in shown.planner.read(counterparts, event)}
    assert pairs[third.member_id].pinned is True
    undo(shown)
    assert shown.planner.read(dump) == reordered
    while shown.planner.read(dump) != before:
        undo(shown)
    redo(shown)
    assert shown.planner.read(dump) != before


def seated(desk: SeatingDesk) -> dict[str, int]:
    return seat_people(desk.chart(), desk.sitters, desk.pins)


def desk_of(shown: Shown, plan: int) -> SeatingDesk:
    return shown.planner.read(seating_desk, plan)


def make_plan(shown: Shown) -> tuple[SeatingPage, int]:
    """Seat the meeting of the sample by the page's own dialog."""
    shown.desk.open_event(meeting(shown))
    page = tab(shown, "seating")
    page.new_plan()
    dialog = page.findChildren(NewPlanDialog)[-1]
    QTest.mouseClick(dialog.make, LEFT)
    plans = shown.planner.read(seating_plans, meeting(shown))
    return page, plans[-1].id


def test_the_meeting_is_seated_a_guest_pinned_the_profile_changed_and_all_is_printed(shown: Shown) -> None:
    page, plan = make_plan(shown)
    first = seated(desk_of(shown, plan))
    board = page.board
    (guest,) = (key for key in first if key.startswith("guest:"))
    start, end = [key for key in first if key.startswith("host:")][:2]
    places = [board.scale().box(board.seat(key)).center().toPoint() for key in (start, end)]
    drag(board, *places)
    swapped = seated(desk_of(shown, plan))
    assert (swapped[end], swapped[start]) == (first[start], first[end])
    undo(shown)
    assert seated(desk_of(shown, plan)) == first
    board.choose(guest)
    press(board, Qt.Key.Key_P)
    assert [row.pinned for row in desk_of(shown, plan).placements] == [True]
    inspector = shown.window.findChild(SeatingInspector)
    inspector.profile.edited.emit("CN")
    assert desk_of(shown, plan).options["interpreter"] == "cn"
    assert seated(desk_of(shown, plan))[guest] == first[guest]
    inspector.profile.edited.emit("RU-municipal")
    assert seated(desk_of(shown, plan)) == first
    QApplication.processEvents()
    for paper in (Paper.SEATING, Paper.NAME_PLATES, Paper.PLACE_CARDS, Paper.USHERS_PLAN):
        choice = Choice(paper, meeting(shown), ("ru", "en"), plan_id=plan)
        pages = pypdfium2.PdfDocument(shown.planner.read(print_paper, choice).pdf)
        words = "".join(one.get_textpage().get_text_range() for one in pages)
        assert "Логинов" in words.replace("\u00a0", " ").title(), paper
