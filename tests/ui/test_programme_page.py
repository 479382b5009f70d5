"""The programme tab as a timeline: what it shows, and what mouse and keys write."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from planner.operations import agenda, events
from planner.queries.agenda import programme
from planner.rules.kinds import ItemState
from planner.rules.text import EMPTY, text
from tests.ui.keys import press
from tests.ui.office import DAY, Office, open_office
from tests.ui.programme import Day, add_day, item_of, times
from ui.agenda.inspector import ItemInspector
from ui.agenda.page import ProgrammePage
from ui.agenda.plan import ALL_DAYS, POOL, View
from ui.agenda.timeline_items import TimelineLeg, Track
from ui.common.paper_entries import PROGRAMME
from ui.translate import set_language

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def day(office: Office) -> Day:
    return add_day(office)


@pytest.fixture
def page(qtbot, office: Office, day: Day) -> ProgrammePage:
    page = ProgrammePage(office.context)
    qtbot.addWidget(page)
    page.set_event(day.event)
    page.resize(960, 800)
    page.show()
    return page


def shown(page: ProgrammePage) -> dict[int, tuple[int, int]]:
    return {item.id: (item.start, item.end) for item in page.timeline.items()}


def test_the_day_shows_its_items_with_both_titles_and_the_place(page: ProgrammePage, day: Day) -> None:
    meeting = next(item for item in page.timeline.items() if item.id == day.meeting)
    assert (meeting.title_first, meeting.title_second, meeting.caption) == ("Встреча", "Meeting", "Small Hall")
    assert shown(page) == {day.breakfast: (480, 540), day.meeting: (600, 660), day.lunch: (780, 840)}


def test_a_way_between_venues_says_planned_and_available_minutes(page: ProgrammePage, day: Day) -> None:
    words = "09:00 Hotel → City Administration · 20 min planned, 60 available"
    offer = "Add a movement"
    assert page.timeline._legs == (TimelineLeg(540, 600, (0,), words, False, day.breakfast, day.meeting, offer),)


def test_a_way_that_is_too_long_makes_the_next_item_a_conflict(page: ProgrammePage, office: Office, day: Day) -> None:
    office.run(agenda.move_item, day.meeting, DAY, 550)
    meeting = next(item for item in page.timeline.items() if item.id == day.meeting)
    assert meeting.conflict == "starts 10 min before the earliest arrival"
    assert [leg.tight for leg in page.timeline._legs] == [True]


def test_a_person_in_two_places_is_a_conflict_with_the_reason(page: ProgrammePage, office: Office, day: Day) -> None:
    for item in (day.meeting, day.lunch):
        office.run(agenda.add_attendance, item, participation_id=day.visit.members["mayor"])
    office.run(agenda.move_item, day.lunch, DAY, 630)
    meeting = next(item for item in page.timeline.items() if item.id == day.meeting)
    assert meeting.conflict == "Vladislav Loginov is also at “Lunch”, 10:30–11:30"


def test_several_persons_in_two_places_are_counted(page: ProgrammePage, office: Office, day: Day) -> None:
    for item in (day.meeting, day.lunch):
        office.run(agenda.add_attendance, item, side="guest")
    office.run(agenda.move_item, day.lunch, DAY, 630)
    lunch = next(item for item in page.timeline.items() if item.id == day.lunch)
    assert lunch.conflict == "4 persons are also at “Meeting”, 10:00–11:00"


def test_without_tracks_the_one_column_is_for_everybody(page: ProgrammePage, office: Office, day: Day) -> None:
    assert page.timeline._tracks == (Track("Everybody"),)
    office.run(agenda.add_track, day.event, text(ru="Делегация", en="Delegation"))
    press_track = office.run(agenda.add_track, day.event, text(ru="Пресса", en="Press"))
    office.run(agenda.set_tracks, day.lunch, [press_track])
    assert page.timeline._tracks == (Track("Delegation"), Track("Press"))
    assert {item.id: item.tracks for item in page.timeline.items()} == {
        day.breakfast: (0, 1), day.meeting: (0, 1), day.lunch: (1,),
    }  # fmt: skip


def test_days_outside_of_the_event_and_the_pool_are_offered(page: ProgrammePage, office: Office, day: Day) -> None:
    eve = DAY - timedelta(days=1)
    office.run(agenda.add_item, day.event, text(ru="Канун", en="Eve"), day=eve, start=600, end=660)
    office.run(agenda.add_item, day.event, text(ru="Потом", en="Later"))
    assert [(tab.day, tab.remark) for tab in page._tabs(page.plan)] == [
        (ALL_DAYS, "5 items"), (eve, "1 item"), (DAY, "Meetings · 3 items"), (POOL, "1 item"),
    ]  # fmt: skip
    page.choose_mode("rooms")
    assert [tab.day for tab in page._tabs(page.plan)] == [eve, DAY, POOL]


def test_the_guest_view_leaves_out_what_guests_do_not_read(page: ProgrammePage, office: Office, day: Day) -> None:
    office.run(agenda.edit_item, day.breakfast, audience=["internal"])
    office.run(agenda.edit_item, day.lunch, state="cancelled")
    page._choose_view(View.GUEST)
    assert list(shown(page)) == [day.meeting]
    page._choose_view(View.WORKING)
    assert {item.id: (item.internal, item.state) for item in page.timeline.items()} == {
        day.breakfast: (True, ItemState.CONFIRMED), day.meeting: (False, ItemState.CONFIRMED),
        day.lunch: (False, ItemState.CANCELLED),
    }  # fmt: skip


def test_a_key_moves_an_item_and_undo_takes_it_back(page: ProgrammePage, office: Office, day: Day) -> None:
    page.timeline.select(day.meeting)
    press(page.timeline, Qt.Key.Key_Down, CONTROL)
    assert times(office, day.event, day.meeting) == (DAY, 605, 665)
    office.undo()
    assert shown(page)[day.meeting] == (600, 660)


def test_a_move_to_another_track_is_one_step_with_its_time(page: ProgrammePage, office: Office, day: Day) -> None:
    first = office.run(agenda.add_track, day.event, text(ru="Делегация", en="Delegation"))
    second = office.run(agenda.add_track, day.event, text(ru="Пресса", en="Press"))
    office.run(agenda.set_tracks, day.meeting, [first])
    page.timeline.moved.emit(day.meeting, 700, 760, 1)
    item = item_of(office, day.event, day.meeting)
    assert (item.start, item.track_ids) == (700, (second,))
    office.undo()
    item = item_of(office, day.event, day.meeting)
    assert (item.start, item.track_ids) == (600, (first,))


def test_an_edge_resizes_past_midnight(page: ProgrammePage, office: Office, day: Day) -> None:
    page.timeline.resized.emit(day.lunch, 1380, 1470)
    item = item_of(office, day.event, day.lunch)
    assert (item.start, item.end, item.end_day) == (1380, 30, DAY + timedelta(days=1))
    assert shown(page)[day.lunch] == (1380, 1470)


def test_a_copy_takes_place_and_people_along_and_is_chosen(page: ProgrammePage, office: Office, day: Day) -> None:
    office.run(agenda.add_attendance, day.meeting, side="guest")
    page.timeline.select(day.meeting)
    press(page.timeline, Qt.Key.Key_D, CONTROL)
    copy = page.chosen
    assert copy not in (None, day.meeting)
    item = item_of(office, day.event, copy)
    assert (item.start, item.end, item.room_id, len(item.people)) == (660, 720, day.room, 1)
    assert office.selected[-1] == ("item", copy)


def test_delete_removes_and_leaves_nothing_chosen(page: ProgrammePage, office: Office, day: Day) -> None:
    page.timeline.select(day.lunch)
    press(page.timeline, Qt.Key.Key_Delete)
    assert list(shown(page)) == [day.breakfast, day.meeting]
    assert (page.chosen, office.selected[-1]) == (None, ("event", day.event))
    office.undo()
    assert list(shown(page)) == [day.breakfast, day.meeting, day.lunch]


def test_a_double_click_on_a_free_hour_asks_for_the_title(qtbot, page: ProgrammePage, office: Office, day: Day) -> None:
    inspector = ItemInspector(office.context)
    qtbot.addWidget(inspector)
    office.context.selected.connect(lambda kind, thing: inspector.show_thing(thing) if kind == "item" else None)
    inspector.show()
    inspector.activateWindow()
    page.timeline.create_requested.emit(900, 0)
    made = page.chosen
    assert times(office, day.event, made) == (DAY, 900, 960)
    assert inspector.thing_id == made
    assert inspector.focusWidget() is inspector.title.field_of("ru").focusProxy()


def test_a_new_item_follows_the_last_one_of_the_day(page: ProgrammePage, office: Office, day: Day) -> None:
    page.bar.add.click()
    assert times(office, day.event, page.chosen) == (DAY, 840, 900)


def test_an_item_moved_to_another_day_is_followed(page: ProgrammePage, office: Office, day: Day) -> None:
    page.timeline.select(day.meeting)
    office.run(agenda.move_item, day.meeting, DAY + timedelta(days=1), 600)
    assert (page.day, page.chosen, list(shown(page))) == (DAY + timedelta(days=1), day.meeting, [day.meeting])


def test_what_is_chosen_elsewhere_is_shown_on_its_day(page: ProgrammePage, office: Office, day: Day) -> None:
    last = DAY + timedelta(days=2)
    later = office.run(agenda.add_item, day.event, text(ru="Отлёт", en="Leaving"), day=last, start=600)
    office.context.select("item", later)
    assert (page.day, page.timeline.selected_id()) == (last, later)


def test_a_part_stays_chosen_while_its_meeting_is_shown(page: ProgrammePage, office: Office, day: Day) -> None:
    topic = office.run(agenda.add_item, day.event, text(ru="Тема", en="Topic"), parent_id=day.meeting, kind="topic")
    office.context.select("item", topic)
    office.run(agenda.edit_item, topic, minutes=10)
    assert (page.chosen, office.selected) == (topic, [("item", topic)])


def test_items_of_another_zone_stand_at_the_hosts_time(page: ProgrammePage, office: Office, day: Day) -> None:
    office.run(events.edit_event, day.event, host_zone="Asia/Krasnoyarsk")
    for item in (day.breakfast, day.lunch):
        office.run(agenda.edit_item, item, start_zone="Asia/Krasnoyarsk", end_zone="Asia/Krasnoyarsk")
    office.run(agenda.edit_item, day.meeting, start_zone="Asia/Bishkek", end_zone="Asia/Bishkek")
    assert shown(page)[day.meeting] == (660, 720)
    page.timeline.moved.emit(day.meeting, 670, 730, 0)
    assert times(office, day.event, day.meeting) == (DAY, 610, 670)


def test_an_event_without_items_offers_the_first(qtbot, office: Office, day: Day) -> None:
    empty = office.run(events.add_event, "meeting", text(ru="Встреча"), from_day=DAY, to_day=DAY, languages=["ru"])
    page = ProgrammePage(office.context)
    qtbot.addWidget(page)
    page.set_event(empty)
    page.show()
    assert page._stack.currentWidget() is page.empty
    page.empty.step_taken.emit()
    assert [(item.day, item.start, item.title) for item in office.read(programme, empty).items] == [(DAY, 540, EMPTY)]


def test_an_office_that_can_only_be_read_changes_nothing(qtbot, tmp_path: Path, office: Office, day: Day) -> None:
    office.planner.close()
    locked = open_office(tmp_path, read_only=True)
    page = ProgrammePage(locked.context)
    qtbot.addWidget(page)
    page.set_event(day.event)
    page.show()
    page.timeline.select(day.meeting)
    press(page.timeline, Qt.Key.Key_Delete)
    press(page.timeline, Qt.Key.Key_Down, CONTROL)
    assert (page.bar.add.isEnabled(), shown(page)[day.meeting], locked.failures) == (False, (600, 660), [])
    locked.planner.close()


def test_the_page_speaks_russian(page: ProgrammePage) -> None:
    set_language("ru")
    assert (page.bar.mode.accessibleName(), page.bar.add.accessibleName()) == ("Шкала времени", "+ Пункт")


def test_tracks_are_added_and_named_in_the_popup(page: ProgrammePage, office: Office, day: Day) -> None:
    page.bar.tracks.click()
    page.tracks.add_button.click()
    track = office.read(programme, day.event).tracks[0]
    field = page.tracks._lines[track.id][1].field_of("ru")
    field.edited.emit("ru", "Пресса")
    assert [one.title for one in office.read(programme, day.event).tracks] == [text(ru="Пресса")]
    page.tracks.hide()
    assert page.timeline._tracks == (Track("Пресса"),)


def test_the_main_action_leads_to_the_paper(page: ProgrammePage, office: Office) -> None:
    page.main_action().run()
    assert office.shown == [("paper", PROGRAMME)]
