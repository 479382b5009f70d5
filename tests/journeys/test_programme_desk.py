"""The programme desk in the real window: drag, resize, shift, paint, mend, dismiss, re-time; and everything undone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from planner.queries.agenda import ItemRow, programme
from planner.queries.events import event_page, events
from planner.queries.history import steps
from planner.rules.kinds import EventKind, ItemKind
from tests.journeys.conftest import close_window, open_window
from tests.journeys.test_the_day import undo
from tests.operations.test_undo_of_everything import dump
from tests.ui.keys import LEFT, drag, press, type_text
from tests.ui.window_office import Shown
from ui.agenda.day_dialog import DayDialog
from ui.agenda.day_words import RETIME
from ui.agenda.inspector import ItemInspector
from ui.agenda.matrix_view import Place
from ui.agenda.matrix_work import MatrixWork
from ui.agenda.more_views import MATRIX
from ui.agenda.page import ProgrammePage
from ui.agenda.page_bar import TIMELINE
from ui.common.buttons import Link
from ui.common.findings import ReasonLine
from ui.overview.findings_card import FindingsCard
from ui.overview.page import OverviewPage

SECOND = date(2024, 4, 24)
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


class Story:
    """The sample's visit on the programme tab at its second day, and how the office was before anything was done."""

    def __init__(self, shown: Shown) -> None:
        self.shown, self.read = shown, shown.planner.read
        self.visit = next(row.id for row in self.read(events) if row.kind is EventKind.VISIT)
        shown.desk.context.show("event", self.visit)
        self.page = self._tab("programme", ProgrammePage)
        self.page._choose_day(SECOND)
        self.before, self._begun = self.read(dump), self._steps()

    def _tab(self, key: str, kind: Any) -> Any:
        self.shown.window.tabs.choose(key)
        self.shown.window.tabs.chosen.emit(key)
        QApplication.processEvents()
        found = self.shown.window.pages.currentWidget()
        assert isinstance(found, kind)
        return found

    def overview(self) -> OverviewPage:
        """Go to the event at a glance."""
        found: OverviewPage = self._tab("overview", OverviewPage)
        return found

    def look(self, mode: str) -> None:
        """Choose a way to look from the menu of the page."""
        self.page.bar.mode._take(mode)
        self.page._choose_day(SECOND)

    def _steps(self) -> int:
        return len(self.read(steps, limit=100_000))

    def done(self) -> int:
        """Return how many steps were done."""
        return self._steps() - self._begun

    def undo_all(self) -> None:
        """Press Ctrl+Z as often as there were steps."""
        for _step in range(self.done()):
            undo(self.shown)

    def items(self) -> list[ItemRow]:
        """Return what stands on the second day, in order of time."""
        found = [item for item in self.read(programme, self.visit).items if item.day == SECOND and not item.parent_id]
        return sorted(found, key=lambda item: (item.start or 0, item.id))

    def item(self, kind: ItemKind) -> ItemRow:
        """Return the first item of a kind on the second day."""
        return next(item for item in self.items() if item.kind is kind)

    def times(self, item: ItemRow) -> tuple[int | None, int | None]:
        now = next(one for one in self.items() if one.id == item.id)
        return now.start, now.end

    def point(self, item: ItemRow, *, edge: bool = False) -> QPoint:
        """Return a point of the timeline on an item, in its middle or on its lower edge, once it is in sight."""
        timeline = self.page.timeline
        timeline.select(item.id)
        box = next(box for box in timeline._boxes if box.item.id == item.id)
        y = box.height - 2 if edge else box.height // 2
        there = QPoint(box.left + 30, box.top + y - timeline.verticalScrollBar().value())
        return there + QPoint(timeline._left(), timeline._top())

    def drag(self, item: ItemRow, minutes: int, held: Any = Qt.KeyboardModifier.NoModifier, **where: bool) -> None:
        """Drag an item, or its lower edge, down by minutes."""
        start = self.point(item, **where)
        way = QPoint(0, self.page.timeline._scale.y(abs(minutes)) * (1 if minutes > 0 else -1))
        drag(self.page.timeline.viewport(), start, start + way, held)

    @property
    def inspector(self) -> ItemInspector:
        found = self.shown.window.findChild(ItemInspector)
        assert found is not None
        return found

    def said(self) -> list[str]:
        """Return what the inspector says the checks found."""
        return [finding.text for finding in self.inspector.checks.findings()]


@pytest.fixture
def story(qtbot: Any, tmp_path: Path, sample_template: Path) -> Iterator[Story]:
    shutil.copy(sample_template, tmp_path / "s.office")
    shown = open_window(qtbot, tmp_path / "s.office", tmp_path)
    shown.window.resize(1600, 1000)
    yield Story(shown)
    close_window(shown)


def later(times: tuple[int | None, int | None], minutes: int) -> tuple[int | None, int | None]:
    """Return a start and an end so many minutes later."""
    start, end = times
    return start and start + minutes, end and end + minutes


def click_link(within: QWidget, words: str) -> None:
    """Click a link by its words, once it is drawn."""
    QApplication.processEvents()
    link = next(one for one in within.findChildren(Link) if one.accessibleName() == words and one.isVisible())
    QTest.mouseClick(link, LEFT)
    QApplication.processEvents()


def test_an_item_is_dragged_and_resized_by_mouse_and_taken_back(story: Story) -> None:
    visit = story.item(ItemKind.SITE_VISIT)
    story.drag(visit, 20)
    assert story.times(visit) == later((visit.start, visit.end), 20)
    story.drag(visit, -15, edge=True)
    assert story.times(visit) == (visit.start + 20, visit.end + 5)
    assert story.done() == 2
    story.undo_all()
    assert story.read(dump) == story.before


def test_an_item_is_moved_and_resized_by_key_and_taken_back(story: Story) -> None:
    visit = story.item(ItemKind.SITE_VISIT)
    story.page.timeline.select(visit.id)
    for _press in range(4):
        press(story.page.timeline, Qt.Key.Key_Down, CTRL)
    for _press in range(3):
        press(story.page.timeline, Qt.Key.Key_Up, ALT)
    assert story.times(visit) == (visit.start + 20, visit.end + 5)
    story.undo_all()
    assert story.read(dump) == story.before


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_a_morning_is_shifted_by_half_an_hour_with_everything_behind_it_in_one_gesture(story: Story, by: str) -> None:
    before = story.items()
    if by == "mouse":
        story.drag(before[0], 30, CTRL)
    else:
        story.page.timeline.select(before[0].id)
        for _press in range(6):
            press(story.page.timeline, Qt.Key.Key_Down, CTRL | SHIFT)
        assert [story.times(item) for item in before] == [(item.start, item.end) for item in before]
        QTest.keyRelease(story.page.timeline, Qt.Key.Key_Control)
    assert [story.times(item) for item in before] == [later((item.start, item.end), 30) for item in before]
    assert story.done() == 1
    undo(story.shown)
    assert story.read(dump) == story.before


def paint_somebody_twice(story: Story) -> tuple[ItemRow, ItemRow]:
    """Paint one person, with one stroke of the matrix, onto the signing and the working group at the same time."""
    signing, talks = story.item(ItemKind.SIGNING), story.item(ItemKind.TALKS)
    story.look(MATRIX)
    work = story.page.findChild(MatrixWork)
    places = {column.item_id: place for place, column in enumerate(work.grid.columns)}
    free = next(
        line
        for line in range(len(work.grid.lines))
        if work.grid.lines[line].depth == 2
        and not any(work.grid.cell(line, places[item.id]).role for item in (signing, talks))
    )
    first, last = (work.area_of(Place(free, places[item.id])).center() for item in (signing, talks))
    drag(work.viewport(), first, last)
    member = work.grid.lines[free].who.id
    for item in (story.item(ItemKind.SIGNING), story.item(ItemKind.TALKS)):
        assert member in [row.participation_id for row in item.people]
    return signing, talks


def test_people_are_painted_onto_items_and_taken_back(story: Story) -> None:
    paint_somebody_twice(story)
    assert story.done() == 1
    undo(story.shown)
    assert story.read(dump) == story.before


def find_somebody_twice(story: Story) -> str:
    """Make the clash, choose the signing on the timeline, and return what the inspector says of the clash."""
    signing, _talks = paint_somebody_twice(story)
    story.look(TIMELINE)
    QTest.mouseClick(story.page.timeline.viewport(), LEFT, pos=story.point(signing))
    return next(words for words in story.said() if " is in two places: " in words)


def test_a_finding_is_mended_by_its_link_and_the_undo_brings_it_back(story: Story) -> None:
    clash = find_somebody_twice(story)
    row = next(one for one in story.inspector.checks.findings() if one.text == clash)
    way_out = next(words for _key, words in row.actions if words.startswith("Take "))
    click_link(story.inspector.checks, way_out)
    assert clash not in story.said()
    undo(story.shown)
    assert clash in story.said()
    undo(story.shown)
    assert story.read(dump) == story.before


def test_a_finding_is_dismissed_with_a_reason_taken_up_again_and_all_is_taken_back(story: Story, qtbot: Any) -> None:
    clash = find_somebody_twice(story)
    click_link(view_of(story.inspector.checks, clash), "Not a problem…")
    line = next(one for one in story.inspector.checks.findChildren(ReasonLine) if one.isVisible())
    type_text(line, "She only reads the minutes of the second")
    press(line, Qt.Key.Key_Return)
    assert clash not in story.said()
    card = story.overview().findChild(FindingsCard)
    assert clash not in [row.text for row in card.rows()]
    QTest.mouseClick(card.fold, LEFT)
    dismissed = [(row.text, row.aside) for row in card.dismissed_list.findings()]
    assert dismissed == [(clash, "“She only reads the minutes of the second”, anna")]
    click_link(card.dismissed_list, "It is a problem after all")
    qtbot.waitUntil(lambda: clash in [row.text for row in card.rows()])  # it waits for a pause in the changes
    assert story.done() == 3
    story.undo_all()
    assert story.read(dump) == story.before


def view_of(checks: QWidget, words: str) -> QWidget:
    """Return the lines of one finding among those of a list."""
    return next(one for one in checks.findChildren(QWidget) if one.accessibleName().endswith(f": {words}"))


def test_the_whole_event_goes_to_other_dates_and_back(story: Story) -> None:
    before = {item.id: item.day for item in story.read(programme, story.visit).items}
    story.page.bar.work._take(RETIME)
    dialog = story.page.findChild(DayDialog)
    dialog.day.line.selectAll()
    type_text(dialog.day.line, "14.05.2024")
    QTest.mouseClick(dialog.take, LEFT)
    event = story.read(event_page, story.visit)
    assert (event.from_day, event.to_day) == (date(2024, 5, 14), date(2024, 5, 16))
    after = {item.id: item.day for item in story.read(programme, story.visit).items}
    assert after == {one: day and day + timedelta(days=21) for one, day in before.items()}
    assert story.done() == 1
    undo(story.shown)
    assert story.read(dump) == story.before


def test_a_whole_morning_of_work_is_taken_back_step_by_step(story: Story) -> None:
    clash = find_somebody_twice(story)
    story.drag(story.items()[0], 30, CTRL)
    story.drag(story.item(ItemKind.CULTURE), -15, edge=True)
    QTest.mouseClick(story.page.timeline.viewport(), LEFT, pos=story.point(story.item(ItemKind.SIGNING)))
    assert clash not in story.said()  # half an hour later it says other times
    row = next(one for one in story.inspector.checks.findings() if " is in two places: " in one.text)
    click_link(story.inspector.checks, next(words for _key, words in row.actions if words.startswith("Take ")))
    assert [words for words in story.said() if " is in two places: " in words] == []
    assert story.done() == 4
    story.undo_all()
    assert story.read(dump) == story.before
