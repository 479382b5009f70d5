"""Lanes: what fills whose time, here and elsewhere, and what collides."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.operations import agenda, calendar, delegations, events
from planner.operations.taking_part import Painted, paint_attendance
from planner.queries.delegations import delegations as delegation_rows
from planner.rules.busy import BusyTime
from planner.rules.text import text
from tests.ui.keys import press
from tests.ui.office import DAY, Office
from tests.ui.programme import Day, add_day
from ui.agenda.lanes import LanesPage
from ui.agenda.lanes_rows import Bar, Sort
from ui.agenda.lanes_view import Spot
from ui.agenda.more_views import LANES
from ui.agenda.page import ProgrammePage


@pytest.fixture
def day(office: Office) -> Day:
    return add_day(office)


@pytest.fixture
def lanes(qtbot, office: Office, day: Day) -> LanesPage:
    page = ProgrammePage(office.context)
    qtbot.addWidget(page)
    page.set_event(day.event)
    page.resize(1000, 800)
    page.show()
    page.choose_mode(LANES)
    return page.findChild(LanesPage)


def bars(lanes: LanesPage, label: str) -> list[Bar]:
    return list(next(lane for lane in lanes.view.lanes if lane.label == label).bars)


def look_at(lanes: LanesPage, sort: Sort) -> None:
    lanes.sort.set_value(sort)
    lanes.sort.edited.emit(sort)


def test_a_person_is_taken_by_what_the_side_takes_part_in(lanes: LanesPage, office: Office, day: Day) -> None:
    office.run(paint_attendance, [Painted(day.meeting, side="guest"), Painted(day.lunch, side="guest")])
    assert bars(lanes, "Azamat Kabaev") == [
        Bar(0, 600, 660, day.meeting, "Встреча"), Bar(0, 780, 840, day.lunch, "Обед"),
    ]  # fmt: skip
    assert (bars(lanes, "Vladislav Loginov"), lanes.said.text()) == ([], "Nothing collides.")


def test_two_items_at_once_are_red_with_the_reason_and_stand_below_one_another(lanes: LanesPage, office: Office, day: Day) -> None:  # noqa: E501
    office.run(paint_attendance, [Painted(one, side="guest") for one in (day.meeting, day.lunch)])
    office.run(agenda.move_item, day.lunch, DAY, 630)
    assert bars(lanes, "Aigul Sadykova") == [
        Bar(0, 600, 660, day.meeting, "Встреча", conflict="at the same time: Обед"),
        Bar(0, 630, 690, day.lunch, "Обед", conflict="at the same time: Встреча", level=1),
    ]
    assert lanes.said.text() == "4 are needed in two places at once"


def test_other_events_and_calendars_kept_elsewhere_count(lanes: LanesPage, office: Office, day: Day) -> None:
    mayor = day.visit.people["mayor"]
    office.run(agenda.add_attendance, day.meeting, participation_id=day.visit.members["mayor"])
    other = office.run(events.add_event, "meeting", text(en="Council"), from_day=DAY, to_day=DAY, languages=["en"])
    hosts = next(row.id for row in office.read(delegation_rows, other) if row.side == "host")
    place = office.run(delegations.add_member, hosts, mayor)
    session = office.run(agenda.add_item, other, text(en="Budget"), day=DAY, start=630, end=720)
    office.run(agenda.add_attendance, session, participation_id=place)
    time = BusyTime("a", datetime(2024, 5, 15, 12, tzinfo=UTC), datetime(2024, 5, 15, 13, tzinfo=UTC), False, "", False)
    office.run(calendar.read_busy_times, mayor, "mayor.ics", [time])
    assert bars(lanes, "Vladislav Loginov") == [
        Bar(0, 600, 660, day.meeting, "Встреча", conflict="at the same time: Budget (Council)"),
        Bar(0, 630, 720, session, "Budget (Council)", outside=True, conflict="at the same time: Встреча", level=1),
        Bar(0, 720, 780, 0, "Busy", outside=True),
    ]


def test_interpreters_rooms_and_vehicles_have_lanes_of_their_own(lanes: LanesPage, office: Office, day: Day) -> None:
    look_at(lanes, Sort.INTERPRETERS)
    assert [lane.label for lane in lanes.view.lanes] == ["Cholpon Asanova"]
    office.run(agenda.add_attendance, day.meeting, role="interpreter", participation_id=day.visit.members["kabaev"])
    assert [lane.label for lane in lanes.view.lanes] == ["Azamat Kabaev", "Cholpon Asanova"]
    look_at(lanes, Sort.ROOMS)
    assert [(lane.label, lane.remark, len(lane.bars)) for lane in lanes.view.lanes] == [
        ("Small Hall", "City Administration", 1),
    ]  # fmt: skip
    look_at(lanes, Sort.VEHICLES)
    assert lanes.empty.isVisible()


def test_a_talk_inside_a_session_is_no_collision(lanes: LanesPage, office: Office, day: Day) -> None:
    office.run(agenda.add_attendance, day.meeting, side="guest")
    topic = office.run(agenda.add_item, day.event, text(en="T"), parent_id=day.meeting, day=DAY, start=610, end=620)
    head, mayor = day.visit.members["head"], day.visit.members["mayor"]
    for member in (head, mayor):
        office.run(agenda.add_attendance, topic, role="speaker", participation_id=member)
    assert [bar.item for bar in bars(lanes, "Kubanychbek Imanaliev")] == [day.meeting]
    assert [bar.item for bar in bars(lanes, "Vladislav Loginov")] == [topic]


def test_a_click_and_enter_show_the_item_and_arrows_go_between_bars(lanes: LanesPage, office: Office, day: Day) -> None:
    office.run(paint_attendance, [Painted(one, side="guest") for one in (day.meeting, day.lunch)])
    QTest.mouseClick(lanes.view.viewport(), Qt.MouseButton.LeftButton, pos=lanes.view.area_of(Spot(0, 0)).center())
    assert office.selected[-1] == ("item", day.meeting)
    press(lanes.view, Qt.Key.Key_Right)
    press(lanes.view, Qt.Key.Key_Down)
    press(lanes.view, Qt.Key.Key_Return)
    assert office.selected[-1] == ("item", day.lunch)
    assert lanes.view.accessibleDescription() == "Azamat Kabaev: 13:00–14:00 Обед"
    assert lanes.said.text() == "Nothing collides. · Azamat Kabaev: 13:00–14:00 Обед"
