"""The sample's three-day visit built anew in the real window: by keyboard only, and by mouse; the steps are counted.

A step is one thing a person does: a text typed into a field together with the key that ends it, a key, a click, a
drag. Times, titles in both languages, venues and rooms of all items are built; what stands in the inspector alone
(kinds, people, notes, tracks) is not.
"""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from planner.operations.events import add_event
from planner.queries.agenda import programme
from planner.queries.events import events
from planner.rules.kinds import EventKind
from planner.rules.text import text
from planner.sample.visit import FIRST, THIRD
from tests.journeys.conftest import close_window, open_window
from tests.ui.keys import LEFT, drag, press, type_text
from tests.ui.window_office import Shown
from ui.agenda.inspector import ItemInspector
from ui.agenda.lines import Kind
from ui.agenda.page import ProgrammePage
from ui.common.paired_side import PairedSide

KEYBOARD_STEPS, MOUSE_STEPS = 80, 161
"""What it takes; written into the report, and here so that it does not grow unseen."""
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Wanted(NamedTuple):
    """An item of the visit."""

    day: date
    start: int
    end: int | None
    ru: str
    en: str
    venue: int | None
    room: int | None


def items_of(shown: Shown, event: int) -> list[Wanted]:
    found = [
        Wanted(item.day, item.start, item.end, item.title.get("ru"), item.title.get("en"), item.venue_id, item.room_id)
        for item in shown.planner.read(programme, event).top()
    ]
    return sorted(found, key=lambda one: (one.day, one.start, one.ru))


def begin(qtbot: Any, folder: Path, built: Path) -> tuple[Shown, int, list[Wanted], ProgrammePage]:
    """Open the sample office with an empty visit beside the one it has; return what that one holds."""
    office = folder / "sample.office"
    shutil.copy(built, office)
    shown = open_window(qtbot, office, folder)
    old = next(row.id for row in shown.planner.read(events) if row.kind is EventKind.VISIT)
    event = shown.planner.execute(
        add_event, "visit", text(ru="Новый визит", en="New visit"), from_day=FIRST, to_day=THIRD,
        languages=["ru", "en"], host_zone="Asia/Krasnoyarsk",
    ).result  # fmt: skip
    shown.desk.open_event(event)
    shown.window.tabs.choose("programme")
    shown.window.tabs.chosen.emit("programme")
    QApplication.processEvents()
    page = shown.window.pages.currentWidget()
    assert isinstance(page, ProgrammePage)
    return shown, event, items_of(shown, old), page


def names(shown: Shown) -> dict[tuple[int | None, int | None], str]:
    """Return what a person types for a place: the name of the room, else of the venue."""
    from planner.queries.venues import venues

    found: dict[tuple[int | None, int | None], str] = {(None, None): ""}
    for venue in shown.planner.read(venues):
        found[venue.id, None] = venue.name.get("ru")
        for room in venue.rooms:
            found[venue.id, room.id] = room.name.get("ru")
    return found


def clock(minute: int | None) -> str:
    return "" if minute is None else f"{minute // 60}{minute % 60:02}"


class Keyboard:
    """Presses keys in whatever has the focus, and counts."""

    def __init__(self, page: ProgrammePage) -> None:
        self.page, self.steps = page, 0

    def editor(self) -> QLineEdit:
        return next(line for line in self.page.list.findChildren(QLineEdit) if line.isVisible())

    def type(self, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
        line = self.editor()
        type_text(line, words)
        press(line, key)
        QApplication.processEvents()
        self.steps += 1


def test_the_visit_is_built_by_keyboard(qtbot: Any, tmp_path: Path, sample_template: Path) -> None:
    shown, event, wanted, page = begin(qtbot, tmp_path, sample_template)
    keyboard, place = Keyboard(page), names(shown)
    other = page.empty._other
    other.setFocus()
    QTest.keyClick(other, Qt.Key.Key_Space)
    keyboard.steps += 2  # Tab to "Type them as a list", Space
    QApplication.processEvents()
    for number in range(3):
        day = FIRST + timedelta(days=number)
        if number:
            press(keyboard.editor(), Qt.Key.Key_Down)
            keyboard.steps += 1
        line = page.list.line()
        assert line is not None
        assert (line.kind, line.day) == (Kind.NEW, day)
        for item in (one for one in wanted if one.day == day):
            time = f"{clock(item.start)}-{clock(item.start if item.end is None else item.end)}"
            keyboard.type(time)
            keyboard.type(item.ru)
            keyboard.type(item.en)
            keyboard.type(place[item.venue, item.room])
    assert items_of(shown, event) == wanted
    assert keyboard.steps == KEYBOARD_STEPS
    shift_the_second_morning_by_keyboard(shown, event, wanted, page)
    close_window(shown)


def shift_the_second_morning_by_keyboard(
    shown: Shown, event: int, wanted: list[Wanted], page: ProgrammePage
) -> None:
    """Shift the second day by half an hour with everything behind it, in one gesture, and take it back."""
    second = FIRST + timedelta(days=1)
    page.bar.mode.edited.emit("timeline")
    page.bar.days.choose(second)
    page.timeline.setFocus()
    press(page.timeline, Qt.Key.Key_Down)
    for _press in range(6):
        press(page.timeline, Qt.Key.Key_Down, CTRL | SHIFT)
    QTest.keyRelease(page.timeline, Qt.Key.Key_Control)
    moved = [one._replace(start=one.start + 30, end=None if one.end is None else one.end + 30) for one in wanted]
    assert items_of(shown, event) == [
        new if old.day == second else old for old, new in zip(wanted, moved, strict=True)
    ]
    shown.desk.context.undo(shown.desk.context)
    assert items_of(shown, event) == wanted


class Mouse:
    """Clicks, drags and types, and counts."""

    def __init__(self, shown: Shown, page: ProgrammePage) -> None:
        self.shown, self.page, self.steps = shown, page, 0

    @property
    def inspector(self) -> ItemInspector:
        found = self.shown.window.findChild(ItemInspector)
        assert found is not None
        return found

    def at(self, minute: int) -> QPoint:
        timeline = self.page.timeline
        y = timeline._top() + timeline._scale.y(minute) - timeline.verticalScrollBar().value()
        return QPoint(timeline._left() + timeline.viewport().width() - 150, y + 1)

    def box(self, item: int) -> tuple[QPoint, int]:
        timeline = self.page.timeline
        box = next(box for box in timeline._boxes if box.item.id == item)
        middle = QPoint(box.left + 30, box.top + box.height // 2 - timeline.verticalScrollBar().value())
        return middle + QPoint(timeline._left(), timeline._top()), box.height

    def double_click(self, point: QPoint) -> None:
        QTest.mouseDClick(self.page.timeline.viewport(), LEFT, pos=point)
        self.steps += 1

    def drag(self, start: QPoint, minutes: int) -> None:
        view = self.page.timeline.viewport()
        drag(view, start, start + QPoint(0, self.page.timeline._scale.y(minutes)))
        self.steps += 1

    def click(self, widget: Any, point: QPoint | None = None) -> None:
        QTest.mouseClick(widget, LEFT, pos=point or widget.rect().center())
        QApplication.processEvents()
        self.steps += 1

    def write(self, box: Any, words: str) -> None:
        type_text(box, words)
        self.shown.window.setFocus()
        self.steps += 1

    def zoom_out(self) -> None:
        view = self.page.timeline.viewport()
        spot = QPointF(300, 200)
        wheel = QWheelEvent(spot, view.mapToGlobal(spot), QPoint(), QPoint(0, -960), Qt.MouseButton.NoButton, CTRL,
                            Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
        QApplication.sendEvent(view, wheel)
        self.steps += 1

    def add(self, item: Wanted) -> int:
        """Make an item where there is room, and bring it to its time."""
        free = 22 * 60
        taken = any(one.start < item.start + 60 and item.start < one.end + 60 for one in self.page.timeline.items())
        start = free if taken or item.start % 15 else item.start
        self.double_click(self.at(start))
        made = self.page.chosen
        assert made is not None
        return made

    def shape(self, made: int, item: Wanted) -> None:
        start = next(one.start for one in self.page.timeline.items() if one.id == made)
        if start != item.start:
            self.drag(self.box(made)[0], item.start - start)
        length = 0 if item.end is None else item.end - item.start
        if length and length != 60:
            middle, height = self.box(made)
            self.drag(middle + QPoint(0, height - height // 2 - 2), length - 60)
        elif not length:
            line = self.inspector.times.end.line
            self.click(line)
            line.selectAll()
            press(line, Qt.Key.Key_Delete)
            self.shown.window.setFocus()
            self.steps += 1

    def place(self, value: tuple[str, int]) -> None:
        field = self.inspector.place
        self.click(field.button)
        picker = field.picker()
        assert picker is not None
        row = next(n for n, offer in enumerate(picker.list.rows()) if offer.value == value)
        picker.list.scrollTo(picker.list.model().index(row, 0))
        self.click(picker.list.viewport(), picker.list.visualRect(picker.list.model().index(row, 0)).center())


def test_the_visit_is_built_by_mouse(qtbot: Any, tmp_path: Path, sample_template: Path) -> None:
    shown, event, wanted, page = begin(qtbot, tmp_path, sample_template)
    mouse = Mouse(shown, page)
    page.empty.step_taken.emit()  # the first item; it is named and shaped as the others
    mouse.steps += 1
    first: int | None = page.chosen
    mouse.zoom_out()
    for number in range(3):
        day = FIRST + timedelta(days=number)
        if number:
            mouse.click(next(button for button in page.bar.days._buttons if button.tab.day == day))
        for item in (one for one in wanted if one.day == day):
            made = first or mouse.add(item)
            first = None
            mouse.shape(made, item)
            boxes = [side.box for side in mouse.inspector.title.findChildren(PairedSide)]
            mouse.click(boxes[0].viewport() if hasattr(boxes[0], "viewport") else boxes[0])
            mouse.write(boxes[0], item.ru)
            mouse.click(boxes[1].viewport() if hasattr(boxes[1], "viewport") else boxes[1])
            mouse.write(boxes[1], item.en)
            if item.venue is not None:
                mouse.place(("room", item.room) if item.room is not None else ("venue", item.venue))
    assert items_of(shown, event) == wanted
    assert mouse.steps == MOUSE_STEPS
    close_window(shown)

