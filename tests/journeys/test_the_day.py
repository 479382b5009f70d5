"""From who takes part to the day itself, through the real window: paint, look at lanes and views, run the day, undo."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.app import open_planner
from planner.queries.events import events
from planner.queries.run_sheet import run_sheet
from planner.rules.kinds import EventKind
from planner.rules.taking_part import Who
from tests.journeys.conftest import close_window
from tests.operations.test_undo_of_everything import dump
from tests.ui.keys import drag, press
from tests.ui.window_office import Shown, show_office
from ui.agenda.lanes import LanesPage
from ui.agenda.matrix_view import Place
from ui.agenda.matrix_work import MatrixWork
from ui.agenda.more_views import LANES, MATRIX, RUN
from ui.agenda.page import ProgrammePage
from ui.agenda.run_mode import RunMode

SECOND = date(2024, 4, 24)
CONTROL = Qt.KeyboardModifier.ControlModifier


class Clock:
    """What the window takes for the present."""

    now = datetime(2024, 4, 24, 1, 0, tzinfo=UTC)  # 08:00 in Krasnoyarsk


@pytest.fixture
def story(qtbot: Any, tmp_path: Path, sample_template: Path) -> Any:
    shutil.copy(sample_template, tmp_path / "s.office")
    planner = open_planner(str(tmp_path / "s.office"), author="anna", clock=lambda: Clock.now)
    shown = show_office(planner, tmp_path)
    qtbot.addWidget(shown.window)
    shown.window.resize(1600, 1000)
    visit = next(row.id for row in planner.read(events) if row.kind is EventKind.VISIT)
    shown.desk.context.show("event", visit)
    shown.window.tabs.choose("programme")
    shown.window.tabs.chosen.emit("programme")
    page = shown.window.pages.currentWidget()
    assert isinstance(page, ProgrammePage)
    yield shown, page, visit
    Clock.now = datetime(2024, 4, 24, 1, 0, tzinfo=UTC)
    close_window(shown)


def look_at(page: ProgrammePage, mode: str, kind: Any) -> Any:
    """Choose a way to look from the menu of the page."""
    page.bar.mode._take(mode)
    page._choose_day(SECOND)
    return page.findChild(kind)


def undo(shown: Shown) -> None:
    shown.window.activateWindow()
    shown.window.setFocus()
    QApplication.processEvents()
    QTest.keyClick(shown.window, Qt.Key.Key_Z, CONTROL)


def test_a_side_is_painted_resolved_and_taken_back_in_the_window(story: tuple[Shown, ProgrammePage, int]) -> None:
    shown, page, _visit = story
    before = shown.planner.read(dump)
    work: MatrixWork = look_at(page, MATRIX, MatrixWork)
    hosts = next(place for place, line in enumerate(work.grid.lines) if line.who == Who("side", "host"))
    free = [place for place in range(len(work.grid.columns)) if work.grid.cell(hosts, place).role is None][:2]
    first, last = (work.area_of(Place(hosts, place)).center() for place in (free[0], free[-1]))
    drag(work.viewport(), first, last)
    assert all(work.grid.cell(hosts, place).role is not None for place in range(free[0], free[-1] + 1))
    person = next(place for place in range(hosts, len(work.grid.lines)) if work.grid.lines[place].depth == 2)
    work.choose(Place(person, free[0]))
    heads = work.grid.columns[free[0]].heads
    press(work, Qt.Key.Key_Space)
    assert work.grid.columns[free[0]].heads == heads - 1
    assert work.grid.cell(hosts, free[0]).partly
    lanes: LanesPage = look_at(page, LANES, LanesPage)
    assert lanes.view.lanes
    undo(shown)
    undo(shown)
    assert shown.planner.read(dump) == before


def test_the_day_runs_late_and_what_follows_is_re_timed_and_taken_back(story: tuple[Shown, ProgrammePage, int]) -> None:
    shown, page, visit = story
    before = shown.planner.read(dump)
    mode: RunMode = look_at(page, RUN, RunMode)
    steps = 0
    for line in mode.table.rows()[:3]:  # breakfast, the departure, the meeting of both heads
        mode.table.select([line.id])
        row = mode.found.row(line.id)
        Clock.now = datetime(2024, 4, 24, tzinfo=UTC) + timedelta(minutes=row.start - 7 * 60 + 30)
        press(mode.table, Qt.Key.Key_Space)
        Clock.now += timedelta(minutes=row.minutes)
        press(mode.table, Qt.Key.Key_Space)
        steps += 2
    late = [row for row in shown.planner.read(run_sheet, visit, SECOND).rows if row.ended is not None]
    assert [row.ended - row.end for row in late] == [30, 30, 30]
    Clock.now += timedelta(minutes=5)
    mode.tick()
    proposed = dict(mode.found.proposal.places)
    assert proposed
    press(mode.table, Qt.Key.Key_Return, CONTROL)
    after = {row.id: row.start for row in shown.planner.read(run_sheet, visit, SECOND).rows}
    assert {one: after[one] for one in proposed} == {one: place.start for one, place in proposed.items()}
    for _ in range(steps + 1):
        undo(shown)
    assert shown.planner.read(dump) == before
