"""Views from one set of data: the office's, the guests', the press's, one person's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from planner.operations import agenda, delegations
from planner.operations.taking_part import Painted, paint_attendance
from planner.rules.kinds import Side
from planner.rules.text import text
from tests.ui.keys import press
from tests.ui.office import DAY, Office
from tests.ui.programme import Day, add_day
from ui.agenda.matrix_work import MatrixWork
from ui.agenda.more_views import MATRIX
from ui.agenda.page import ProgrammePage
from ui.agenda.page_bar import LIST, OTHER_PERSON
from ui.agenda.plan import View


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


def shown(page: ProgrammePage) -> list[int]:
    return [item.id for item in page.timeline.items()]


def labels(page: ProgrammePage) -> list[str]:
    return [label for _value, label in page.bar.view._choices]


def mayors(day: Day) -> View:
    return View.own(day.visit.members["mayor"], day.visit.hosts, Side.HOST)


def test_the_principals_are_offered_by_name(page: ProgrammePage, office: Office, day: Day) -> None:
    assert labels(page) == [
        "Working view", "Guest view", "Press view", "Kubanychbek Imanaliev", "Vladislav Loginov", "One person’s view…",
    ]  # fmt: skip
    office.run(delegations.edit_member, day.visit.members["head"], state="declined")
    assert labels(page)[3:-1] == ["Vladislav Loginov"]


def test_the_press_view_holds_what_the_press_may_see(page: ProgrammePage, office: Office, day: Day) -> None:
    office.run(agenda.edit_item, day.meeting, audience=["press", "working"])
    page._choose_view(View.PRESS)
    assert shown(page) == [day.meeting]


def test_ones_own_programme_holds_what_one_is_put_down_for(page: ProgrammePage, office: Office, day: Day) -> None:
    member = day.visit.members["mayor"]
    page._choose_view(mayors(day))
    nothing = "Vladislav Loginov is put down for nothing yet. Say so under “Who takes part”."
    assert (shown(page), page._said.text()) == ([], nothing)
    office.run(paint_attendance, [Painted(day.breakfast, side="guest"), Painted(day.meeting, participation_id=member)])
    assert (shown(page), page._said.text()) == ([day.meeting], "")
    office.run(paint_attendance, [Painted(day.breakfast, side="host")])
    office.run(paint_attendance, [Painted(day.lunch, delegation_id=day.visit.hosts)])
    assert shown(page) == [day.breakfast, day.meeting, day.lunch]
    office.run(agenda.edit_item, day.lunch, state="cancelled")
    assert shown(page) == [day.breakfast, day.meeting]


def test_anybody_is_chosen_from_a_list(page: ProgrammePage, office: Office, day: Day) -> None:
    office.run(paint_attendance, [Painted(day.meeting, side="guest"), Painted(day.lunch, side="host")])
    page.bar.view._take(OTHER_PERSON)
    picker = page.own_views.picker
    assert [offer.label for offer in picker.list.rows()] == [
        "Kubanychbek Imanaliev", "Azamat Kabaev", "Aigul Sadykova", "Cholpon Asanova", "Vladislav Loginov",
    ]  # fmt: skip
    assert page.bar.view.value() == View.WORKING
    picker.search.line.setText("Kabaev")
    picker.list.search("Kabaev")
    press(picker.search.line, Qt.Key.Key_Return)
    assert (page.bar.view.value(), shown(page)) == (page.view(), [day.meeting])
    assert page.view().member_id == day.visit.members["kabaev"]
    assert "Azamat Kabaev" in labels(page)


def test_the_list_and_the_matrix_follow_the_view(page: ProgrammePage, office: Office, day: Day) -> None:
    office.run(paint_attendance, [Painted(day.meeting, side="host"), Painted(day.lunch, side="guest")])
    page._choose_view(mayors(day))
    page.choose_mode(LIST)
    assert [line.key for line in page.list.model_of_items.lines if line.key > 0] == [day.meeting]
    page.choose_mode(MATRIX)
    assert [column.item_id for column in page.findChild(MatrixWork).grid.columns] == [day.meeting]


def test_going_to_an_item_outside_of_the_view_leaves_it(page: ProgrammePage, office: Office, day: Day) -> None:
    office.run(paint_attendance, [Painted(day.lunch, side="guest")])
    page._choose_view(mayors(day))
    page.go_to(day.lunch)
    assert (page.view(), page.bar.view.value()) == (View.WORKING, View.WORKING)


def test_the_view_of_somebody_who_declines_is_left(page: ProgrammePage, office: Office, day: Day) -> None:
    page._choose_view(mayors(day))
    office.run(delegations.edit_member, day.visit.members["mayor"], state="declined")
    assert (page.view(), page.bar.view.value()) == (View.WORKING, View.WORKING)


def test_another_event_is_looked_at_in_the_working_view(page: ProgrammePage, office: Office, day: Day) -> None:
    from planner.operations import events

    page._choose_view(mayors(day))
    other = office.run(events.add_event, "meeting", text(en="Other"), from_day=DAY, to_day=DAY, languages=["en"])
    page.set_event(other)
    assert (page.view(), labels(page)) == (
        View.WORKING, ["Working view", "Guest view", "Press view", "One person’s view…"],
    )  # fmt: skip
