"""Who is on a track: given in the popup of tracks, shown in matrix, lanes, heads of columns and the inspector."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.operations import agenda, tracks
from planner.queries.agenda import programme
from planner.rules.kinds import Role, Side
from planner.rules.taking_part import Cell, Who
from planner.rules.text import text
from tests.ui.keys import type_text
from tests.ui.office import Office, open_office
from tests.ui.programme import Day, add_day, item_of
from ui.agenda.inspector import ItemInspector
from ui.agenda.lanes_rows import Sort
from ui.agenda.matrix_view import Place
from ui.agenda.matrix_words import state_words
from ui.agenda.matrix_work import MatrixWork
from ui.agenda.more_views import MATRIX
from ui.agenda.page import ProgrammePage
from ui.agenda.plan import View
from ui.agenda.timeline_items import Track
from ui.agenda.track_members import TrackMembers
from ui.common.labels import PlainLabel

PRESS = text(ru="Пресса", en="Press")


@pytest.fixture
def day(office: Office) -> Day:
    return add_day(office)


@pytest.fixture
def press_track(office: Office, day: Day) -> int:
    track: int = office.run(agenda.add_track, day.event, PRESS)
    office.run(agenda.set_tracks, day.meeting, [track])
    return track


@pytest.fixture
def page(qtbot, office: Office, day: Day, press_track: int) -> ProgrammePage:
    page = ProgrammePage(office.context)
    qtbot.addWidget(page)
    page.set_event(day.event)
    page.resize(1000, 800)
    page.show()
    return page


@pytest.fixture
def members(page: ProgrammePage, press_track: int) -> TrackMembers:
    page.bar.tracks.click()
    return page.tracks.members[press_track]


def on_track(office: Office, day: Day) -> list[tuple[int | None, int | None]]:
    (track,) = office.read(programme, day.event).tracks
    return [(row.participation_id, row.delegation_id) for row in track.members]


def put_on(members: TrackMembers, words: str) -> None:
    members.add.click()
    assert members.picker is not None
    type_text(members.picker.search.line, words)
    QTest.keyClick(members.picker.search.line, Qt.Key.Key_Return)


def test_typing_a_name_puts_somebody_on_the_track_and_the_cross_takes_off(
    members: TrackMembers, office: Office, day: Day
) -> None:
    assert members.said.text() == "nobody yet: everybody’s items"
    put_on(members, "kabaev")
    assert on_track(office, day) == [(day.visit.members["kabaev"], None)]
    assert members.said.text() == "1 person"
    (cross,) = members.crosses.values()
    assert cross.accessibleName() == "Take Azamat Kabaev off the track"
    cross.click()
    assert on_track(office, day) == []
    office.undo()
    assert on_track(office, day) == [(day.visit.members["kabaev"], None)]


def test_a_whole_delegation_counts_all_of_its_people_once(members: TrackMembers, office: Office, day: Day) -> None:
    put_on(members, "kabaev")
    put_on(members, "whole delegation")
    assert on_track(office, day) == [(day.visit.members["kabaev"], None), (None, day.visit.guests)]
    assert members.said.text() == "4 people"


def test_who_is_on_the_track_is_not_offered_again(members: TrackMembers) -> None:
    put_on(members, "kabaev")
    members.open_picker()
    assert members.picker is not None
    assert "Azamat Kabaev" not in [offer.label for offer in members.picker.list.rows()]


def test_the_head_of_the_column_says_how_many(page: ProgrammePage, office: Office, day: Day, press_track: int) -> None:
    assert page.timeline._tracks == (Track("Press"),)
    office.run(tracks.add_track_member, press_track, delegation_id=day.visit.guests)
    assert page.timeline._tracks == (Track("Press", "4 people"),)


def test_the_matrix_shows_what_comes_through_the_track_apart_from_ones_own(
    page: ProgrammePage, office: Office, day: Day, press_track: int
) -> None:
    office.run(tracks.add_track_member, press_track, participation_id=day.visit.members["kabaev"])
    page.bar.mode.set_value(MATRIX)
    page.choose_mode(MATRIX)
    work = page.findChild(MatrixWork)
    grid, mine = work.grid, Who("member", day.visit.members["kabaev"])
    line = next(place for place, one in enumerate(grid.lines) if one.who == mine)
    track = next(place for place, one in enumerate(grid.lines) if one.who == Who("track", press_track))
    column = next(place for place, one in enumerate(grid.columns) if one.item_id == day.meeting)
    assert grid.cell(line, column) == Cell(Role.TAKES_PART, Who("track", press_track))
    assert state_words(grid, line, column) == "takes part — through “Press”"
    assert (grid.lines[track].remark, state_words(grid, track, column)) == ("track · 1", "the item is on this track")
    assert [one.heads for one in grid.columns] == [None, 1, None]
    ratio, size = 1.0, (60, 24)
    own, through, by_side = (
        work._painter._picture("guest", cell, *size, ratio).toImage()
        for cell in (Cell(Role.TAKES_PART), grid.cell(line, column), Cell(Role.TAKES_PART, Who("", 0)))
    )
    assert own != through != by_side != own
    work.choose(Place(line, column))
    QTest.keyClick(work, Qt.Key.Key_Space)
    assert [str(one) for one in office.failures] == [
        "The item is on their track. Take them off the track, or the item."
    ]
    assert item_of(office, day.event, day.meeting).people == ()


def test_the_inspector_names_the_track_and_counts_its_people(
    qtbot, office: Office, day: Day, press_track: int
) -> None:
    office.run(tracks.add_track_member, press_track, delegation_id=day.visit.guests)
    inspector = ItemInspector(office.context)
    qtbot.addWidget(inspector)
    inspector.show_thing(day.meeting)
    inspector.show()
    (line,) = inspector.people.lines
    assert (line.findChild(PlainLabel).text(), hasattr(line, "remove")) == ("Press · track: 4 people", False)
    assert inspector.people._aside.text() == "4 + 0"


def test_lanes_and_the_persons_own_view_follow_the_track(
    page: ProgrammePage, office: Office, day: Day, press_track: int
) -> None:
    place = day.visit.members["kabaev"]
    own = View.own(place, day.visit.guests, Side.GUEST)
    page.choose_view(own)
    assert [item.id for item in page.timeline.items()] == []
    row = office.run(tracks.add_track_member, press_track, participation_id=place)
    assert [item.id for item in page.timeline.items()] == [day.meeting]
    page.bar.mode.set_value("lanes")
    page.choose_mode("lanes")
    lanes = page._view_of("lanes")
    lanes.sort.set_value(Sort.PEOPLE)
    lanes._show()
    assert {lane.label: [bar.item for bar in lane.bars] for lane in lanes.view.lanes if lane.bars} == {
        "Azamat Kabaev": [day.meeting]
    }
    office.run(tracks.remove_track_member, row)
    assert [lane.label for lane in lanes.view.lanes if lane.bars] == []


def test_an_office_that_may_only_be_read_shows_the_people_and_no_way_to_change_them(
    qtbot, office: Office, day: Day, press_track: int, tmp_path: Path
) -> None:
    office.run(tracks.add_track_member, press_track, participation_id=day.visit.members["head"])
    office.planner.close()
    read_only = open_office(tmp_path, read_only=True)
    page = ProgrammePage(read_only.context)
    qtbot.addWidget(page)
    page.set_event(day.event)
    page.show()
    page.tracks.open_under(page.bar.tracks)
    members = page.tracks.members[press_track]
    assert [cross.isEnabled() for cross in members.crosses.values()] == [False]
    assert not members.add.isEnabled()
    read_only.planner.close()
