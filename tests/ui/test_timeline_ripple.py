"""The timeline that thinks along: shifting what follows, days re-timed as a whole, several items, pool, movements."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from planner.operations import agenda, venues
from planner.queries.agenda import programme
from planner.queries.history import steps
from planner.rules.kinds import ItemKind
from planner.rules.text import text
from tests.ui.keys import LEFT, drag, press, type_text
from tests.ui.office import DAY, Office, open_office
from tests.ui.programme import Day, add_day, item_of, times
from ui.agenda.day_dialog import DayDialog
from ui.agenda.inspector import ItemInspector
from ui.agenda.page import ProgrammePage
from ui.agenda.plan import ALL_DAYS

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
NEXT = DAY + timedelta(days=1)


@pytest.fixture
def day(office: Office) -> Day:
    return add_day(office)


@pytest.fixture
def page(qtbot, office: Office, day: Day) -> ProgrammePage:
    page = ProgrammePage(office.context)
    qtbot.addWidget(page)
    page.set_event(day.event)
    page.resize(1100, 900)
    page.show()
    return page


def spot(page: ProgrammePage, item_id: int, *, side: str = "") -> QPoint:
    timeline = page.timeline
    box = next(box for box in timeline._boxes if box.item.id == item_id)
    x = box.width - 1 if side == "right" else 40
    y = box.height - 2 if side == "bottom" else box.height // 2
    day = QPoint(box.left + x, box.top + y)
    bars = QPoint(timeline.horizontalScrollBar().value(), timeline.verticalScrollBar().value())
    return day + QPoint(timeline._left(), timeline._top()) - bars


def down(page: ProgrammePage, minutes: int) -> QPoint:
    return QPoint(0, page.timeline._scale.y(minutes))


def starts(office: Office, day: Day) -> list[int | None]:
    return [item_of(office, day.event, one).start for one in (day.breakfast, day.meeting, day.lunch)]


def retype(line: QLineEdit, words: str) -> None:
    line.selectAll()
    type_text(line, words)


def let_go(page: ProgrammePage) -> None:
    for key in (Qt.Key.Key_Shift, Qt.Key.Key_Control):
        QTest.keyRelease(page.timeline, key)


def test_a_morning_is_shifted_by_half_an_hour_with_the_mouse_in_one_step(
    page: ProgrammePage, office: Office, day: Day
) -> None:
    before = len(office.read(steps, event_id=day.event))
    start = spot(page, day.breakfast)
    drag(page.timeline.viewport(), start, start + down(page, 30), CTRL)
    assert starts(office, day) == [510, 630, 810]
    assert len(office.read(steps, event_id=day.event)) == before + 1
    office.undo()
    assert starts(office, day) == [480, 600, 780]


def test_a_morning_is_shifted_by_half_an_hour_with_the_keys_in_one_step(
    page: ProgrammePage, office: Office, day: Day
) -> None:
    page.timeline.select(day.breakfast)
    for _press in range(6):
        press(page.timeline, Qt.Key.Key_Down, CTRL | SHIFT)
    seen = {box.item.id: place.start for box, place, _copy in page.timeline._ghosts()}
    assert (seen, starts(office, day)) == ({day.breakfast: 510, day.meeting: 630, day.lunch: 810}, [480, 600, 780])
    let_go(page)
    assert (starts(office, day), page.timeline._ghosts()) == ([510, 630, 810], [])
    office.undo()
    assert starts(office, day) == [480, 600, 780]


def test_escape_leaves_the_day_as_it_was(page: ProgrammePage, office: Office, day: Day) -> None:
    page.timeline.select(day.breakfast)
    press(page.timeline, Qt.Key.Key_Down, CTRL | SHIFT)
    press(page.timeline, Qt.Key.Key_Escape)
    let_go(page)
    assert starts(office, day) == [480, 600, 780]


def test_the_mode_shifts_without_a_key_held_and_shows_where_it_stops(
    page: ProgrammePage, office: Office, day: Day
) -> None:
    office.run(agenda.edit_item, day.lunch, hard=True)
    page.bar.follow.click()
    start = spot(page, day.breakfast)
    drag(page.timeline.viewport(), start, start + down(page, 135), drop=False)
    assert page.timeline._stop == (780, "Up to “Обед”, 13:00, which cannot move · 15 minutes missing")
    QTest.mouseRelease(page.timeline.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, start + down(page, 135))
    assert (starts(office, day), page.timeline._stop) == ([615, 735, 780], None)


def test_free_time_is_used_up_first_where_that_is_chosen(page: ProgrammePage, office: Office, day: Day) -> None:
    page.bar.work_chosen.emit("gaps-first")
    start = spot(page, day.breakfast)
    drag(page.timeline.viewport(), start, start + down(page, 90), CTRL)
    assert starts(office, day) == [570, 630, 780]


def test_a_longer_item_pushes_what_follows(page: ProgrammePage, office: Office, day: Day) -> None:
    start = spot(page, day.meeting, side="bottom")
    drag(page.timeline.viewport(), start, start + down(page, 20), CTRL)
    assert (starts(office, day), item_of(office, day.event, day.meeting).end) == ([480, 600, 800], 680)


@pytest.mark.parametrize(
    ("work", "wanted"),
    [("tighten", [480, 575, 635]), ("spread", [480, 630, 780]), ("fit", [480, 600, 780]), ("gap", [510, 630, 810])],
)
def test_a_day_is_retimed_after_a_look_at_it(
    page: ProgrammePage, office: Office, day: Day, work: str, wanted: list[int]
) -> None:
    page.bar.work_chosen.emit(work)
    seen = {box.item.id: place.start for box, place, _copy in page.timeline._ghosts()}
    shown = [seen.get(one, now) for one, now in ((day.breakfast, 480), (day.meeting, 600), (day.lunch, 780))]
    assert (page.retime.isVisible(), shown, starts(office, day)) == (True, wanted, [480, 600, 780])
    assert page.retime.take.isEnabled() is (wanted != [480, 600, 780])
    press(page.retime, Qt.Key.Key_Return)
    if wanted == [480, 600, 780]:
        press(page.retime, Qt.Key.Key_Escape)
    assert (starts(office, day), page.retime.isVisible(), page.timeline._ghosts()) == (wanted, False, [])
    if wanted != [480, 600, 780]:
        office.undo()
        assert starts(office, day) == [480, 600, 780]


def test_a_day_is_fitted_into_what_is_typed(page: ProgrammePage, office: Office, day: Day) -> None:
    page.bar.work_chosen.emit("fit")
    retype(page.retime.start.line, "10:00")
    retype(page.retime.end.line, "14:30")
    press(page.retime.end.line, Qt.Key.Key_Return)
    last = item_of(office, day.event, day.lunch)
    assert (starts(office, day)[0], last.end, page.retime.isVisible()) == (600, 870, False)


def test_several_are_chosen_by_clicks_a_band_and_keys_and_move_as_one_step(
    page: ProgrammePage, office: Office, day: Day
) -> None:
    timeline, view = page.timeline, page.timeline.viewport()
    QTest.mouseClick(view, LEFT, pos=spot(page, day.breakfast))
    QTest.mouseClick(view, LEFT, CTRL, spot(page, day.lunch))
    assert sorted(timeline.chosen()) == [day.breakfast, day.lunch]
    QTest.mouseClick(view, LEFT, SHIFT, spot(page, day.lunch))
    assert sorted(timeline.chosen()) == [day.breakfast, day.meeting, day.lunch]
    timeline.select(None)
    above = QPoint(timeline._left() + 5, spot(page, day.meeting).y() - down(page, 40).y())
    drag(view, above, spot(page, day.lunch))
    assert sorted(timeline.chosen()) == [day.meeting, day.lunch]
    press(timeline, Qt.Key.Key_Down, CTRL)
    assert starts(office, day) == [480, 605, 785]
    office.undo()
    assert starts(office, day) == [480, 600, 780]
    timeline.select(day.breakfast)
    press(timeline, Qt.Key.Key_Down, SHIFT)
    assert timeline.chosen() == [day.meeting, day.breakfast]
    start = spot(page, day.meeting)
    drag(view, start, start + down(page, 30))
    assert starts(office, day) == [510, 630, 780]
    press(timeline, Qt.Key.Key_Delete)
    assert [item.id for item in office.read(programme, day.event).items] == [day.lunch]


def test_several_are_copied_with_alt(page: ProgrammePage, office: Office, day: Day) -> None:
    page.timeline.choose([day.breakfast, day.meeting])
    start = spot(page, day.breakfast)
    drag(page.timeline.viewport(), start, start + down(page, 600), ALT)
    items = office.read(programme, day.event).items
    assert sorted(item.start for item in items) == [480, 600, 780, 1080, 1200]
    office.undo()
    assert len(office.read(programme, day.event).items) == 3


def test_an_item_is_dropped_on_a_day_and_comes_back_by_key(
    qtbot, page: ProgrammePage, office: Office, day: Day
) -> None:
    office.run(agenda.add_item, day.event, text(ru="Завтра"), day=NEXT, start=600, end=660)
    tab = next(button for button in page.bar.days._buttons if button.tab.day == NEXT)
    qtbot.waitUntil(lambda: tab.x() > 0 and page.bar.strip.height() > 20)
    view = page.timeline.viewport()
    there = view.mapFromGlobal(tab.mapToGlobal(QPoint(10, 10)))
    drag(view, spot(page, day.lunch), there)
    assert times(office, day.event, day.lunch) == (NEXT, 780, 840)
    page.go_to(day.lunch)
    press(page.timeline, Qt.Key.Key_Left, CTRL | ALT)
    assert times(office, day.event, day.lunch) == (DAY, 780, 840)


def test_an_item_waits_in_the_pool_and_is_dragged_back_onto_a_time(
    page: ProgrammePage, office: Office, day: Day
) -> None:
    view = page.timeline.viewport()
    drag(view, spot(page, day.lunch), view.mapFromGlobal(page.pool.mapToGlobal(QPoint(30, 20))))
    assert times(office, day.event, day.lunch) == (None, None, None)
    page.bar.days.choose(DAY)
    (chip,) = page.pool.chips
    y = page.timeline._top() + page.timeline._scale.y(720) - page.timeline.verticalScrollBar().value()
    goal = chip.mapFromGlobal(view.mapToGlobal(QPoint(page.timeline._left() + 100, y)))
    drag(chip, QPoint(10, 10), goal)
    assert (times(office, day.event, day.lunch), page.pool.chips) == ((DAY, 720, 780), [])


def test_the_pool_is_reached_and_left_by_key(page: ProgrammePage, office: Office, day: Day) -> None:
    page.timeline.select(day.lunch)
    press(page.timeline, Qt.Key.Key_Backspace, CTRL)
    page.bar.days.choose(DAY)
    press(page.pool.chips[0], Qt.Key.Key_Return)
    assert times(office, day.event, day.lunch) == (DAY, 660, 720)


def test_tracks_are_spanned_by_a_side_edge_and_by_key(page: ProgrammePage, office: Office, day: Day) -> None:
    tracks = [office.run(agenda.add_track, day.event, text(ru=name)) for name in "АБВ"]
    office.run(agenda.set_tracks, day.meeting, tracks[:1])
    start = spot(page, day.meeting, side="right")
    drag(page.timeline.viewport(), start, start + QPoint(round(page.timeline._scale.track_width), 0))
    assert item_of(office, day.event, day.meeting).track_ids == tuple(tracks[:2])
    page.timeline.select(day.meeting)
    press(page.timeline, Qt.Key.Key_Right, ALT)
    assert item_of(office, day.event, day.meeting).track_ids == ()
    press(page.timeline, Qt.Key.Key_Left, ALT)
    assert item_of(office, day.event, day.meeting).track_ids == tuple(tracks[:2])


def test_all_days_stand_side_by_side_and_items_go_from_one_to_another(
    page: ProgrammePage, office: Office, day: Day
) -> None:
    office.run(agenda.add_item, day.event, text(ru="Завтра"), day=NEXT, start=600, end=660)
    page.bar.days.choose(ALL_DAYS)
    assert [track.title for track in page.timeline._tracks] == ["Wed 15 May", "Thu 16 May"]
    start = spot(page, day.lunch)
    drag(page.timeline.viewport(), start, start + QPoint(round(page.timeline._scale.track_width), 0))
    assert times(office, day.event, day.lunch) == (NEXT, 780, 840)
    page.timeline.select(day.breakfast)
    press(page.timeline, Qt.Key.Key_Down, CTRL | SHIFT)
    let_go(page)
    assert starts(office, day) == [485, 605, 780]


def test_rooms_are_columns_and_talks_stand_in_their_sessions(page: ProgrammePage, office: Office, day: Day) -> None:
    other = office.run(venues.add_room, day.hall, text(ru="Большой зал", en="Grand Hall"))
    session = office.run(agenda.add_item, day.event, text(ru="Секция"), day=DAY, start=900, end=1020, kind="session")
    office.run(agenda.place_item, session, venue_id=None, room_id=other)
    talk = office.run(
        agenda.add_item, day.event, text(ru="Доклад"), parent_id=session, kind="talk", day=DAY, start=900, end=930
    )
    page.bar.mode.edited.emit("rooms")
    assert [track.title for track in page.timeline._tracks] == ["Hotel", "Grand Hall", "Small Hall", "Without a place"]
    inside = next(item for item in page.timeline.items() if item.id == talk)
    around, inner = (next(box for box in page.timeline._boxes if box.item.id == one) for one in (session, talk))
    assert (inside.inside, around.holds(inner.left, inner.top), inner.width < around.width) == (session, True, True)
    start = spot(page, day.meeting)
    drag(page.timeline.viewport(), start, start - QPoint(round(page.timeline._scale.track_width), 0))
    item = item_of(office, day.event, day.meeting)
    assert (item.room_id, item.start) == (other, 600)
    page.timeline.select(talk)
    press(page.timeline, Qt.Key.Key_Down, CTRL)
    assert times(office, day.event, talk) == (DAY, 905, 935)
    press(page.timeline, Qt.Key.Key_Insert)
    made = item_of(office, day.event, page.chosen)
    assert (made.room_id, made.venue_id) == (other, day.hall)


def test_a_way_becomes_a_movement_by_click_and_by_key(page: ProgrammePage, office: Office, day: Day) -> None:
    (leg,) = page.timeline._legs
    area = page.timeline._painter.leg_area(leg, page.timeline._scale)
    place = area.center() + QPoint(page.timeline._left(), page.timeline._top())
    QTest.mouseClick(page.timeline.viewport(), LEFT, pos=place - QPoint(0, page.timeline.verticalScrollBar().value()))
    made = item_of(office, day.event, page.chosen)
    assert (made.kind, made.start, made.end, made.title) == (
        ItemKind.MOVEMENT, 565, 585, text(ru="Гостиница → Администрация города", en="Hotel → City Administration"),
    )  # fmt: skip
    assert page.timeline._legs == ()
    office.undo()
    page.timeline.select(day.breakfast)
    press(page.timeline, Qt.Key.Key_M, CTRL)
    assert item_of(office, day.event, page.chosen).kind is ItemKind.MOVEMENT
    press(page.timeline, Qt.Key.Key_M, CTRL)
    assert page._said.text() == "After this item nobody goes to another place, or the way is an item already."


def test_a_movement_says_how_one_goes_and_when_to_be_ready(
    qtbot, page: ProgrammePage, office: Office, day: Day
) -> None:
    inspector = ItemInspector(office.context)
    qtbot.addWidget(inspector)
    inspector.show()
    inspector.show_thing(day.meeting)
    assert not inspector.mode.isVisible()
    page.timeline.select(day.breakfast)
    press(page.timeline, Qt.Key.Key_M, CTRL)
    inspector.show_thing(page.chosen)
    assert (inspector.mode.isVisible(), item_of(office, day.event, page.chosen).mode) == (True, "car")
    inspector.mode.edited.emit("bus")
    inspector.lead.edited.emit(15)
    item = item_of(office, day.event, page.chosen)
    assert (item.mode, item.lead) == ("bus", 15)


def test_an_office_that_can_only_be_read_is_looked_at_and_not_shifted(
    qtbot, tmp_path: Path, office: Office, day: Day
) -> None:
    office.planner.close()
    locked = open_office(tmp_path, read_only=True)
    page = ProgrammePage(locked.context)
    qtbot.addWidget(page)
    page.set_event(day.event)
    page.show()
    page.timeline.select(day.breakfast)
    press(page.timeline, Qt.Key.Key_Down, CTRL | SHIFT)
    press(page.timeline, Qt.Key.Key_Backspace, CTRL)
    page.bar.work_chosen.emit("tighten")
    offers = [leg.offer for leg in page.timeline._legs]
    shown = (page.timeline._ghosts(), page.retime.isVisible(), page.bar.work.isEnabled(), offers, locked.failures)
    assert shown == ([], False, False, [""], [])
    locked.planner.close()


def test_an_arrival_shows_the_clocks_at_both_ends(page: ProgrammePage, office: Office, day: Day) -> None:
    flight = office.run(
        agenda.add_item, day.event, text(ru="Рейс"), day=DAY, start=550, end=740, kind="arrival",
        start_zone="Asia/Bishkek", end_zone="Asia/Krasnoyarsk",
    )  # fmt: skip
    shown = next(item for item in page.timeline.items() if item.id == flight)
    assert shown.caption == "09:10 UTC+6 → 12:20 UTC+7"


def test_an_event_goes_to_other_dates_and_a_day_is_copied(page: ProgrammePage, office: Office, day: Day) -> None:
    page.works.begin("copy-day")
    dialog = page.findChild(DayDialog)
    retype(dialog.day.line, "16.05.2024")
    dialog.take.click()
    assert len(office.read(programme, day.event).items) == 6
    office.undo()
    page.works.begin("retime")
    dialog = page.findChildren(DayDialog)[-1]
    retype(dialog.day.line, "20.05.2024")
    dialog.take.click()
    assert dialog._note.text() == "The weekdays change: Wednesday becomes Monday. Wall times stay."
    assert times(office, day.event, day.meeting) == (date(2024, 5, 20), 600, 660)
    office.undo()
    assert times(office, day.event, day.meeting) == (DAY, 600, 660)


def test_zoom_fits_the_day(page: ProgrammePage) -> None:
    press(page.timeline, Qt.Key.Key_9)
    boxes = page.timeline._boxes
    top = page.timeline.verticalScrollBar().value()
    assert boxes[0].top >= top
    assert boxes[-1].top + boxes[-1].height <= top + page.timeline.viewport().height() - page.timeline._top()
