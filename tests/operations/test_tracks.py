"""Who is on a track, and what follows: copies, merged people, substitutes, papers, seats and checks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from planner.app import Planner, new_office, open_planner
from planner.checks.event import check_event
from planner.errors import BadInput
from planner.operations import agenda, delegations, duplicate, events, merging, people, seating, tracks
from planner.operations.people import NewName
from planner.operations.taking_part import Painted, paint_attendance
from planner.queries.agenda import AttendanceRow, ItemRow, programme
from planner.queries.delegations import delegations as rows_of
from planner.queries.for_meetings import personal_data
from planner.queries.lanes import PERSON, lanes
from planner.queries.members import member_sheet
from planner.queries.seating import seating_desk
from planner.rules.text import text

DAY = date(2024, 5, 15)


class Desk(NamedTuple):
    """An event with talks at ten on the track of the press, and a tour at the same time on none."""

    planner: Planner
    event: int
    guests: int
    people: list[int]
    places: list[int]
    press: int
    talks: int
    tour: int

    def do(self, operation: Any, *args: Any, **values: Any) -> Any:
        return self.planner.execute(operation, *args, **values).result

    def members(self, event: int | None = None) -> list[tuple[int | None, int | None]]:
        (track,) = self.planner.read(programme, event or self.event).tracks
        return [(one.participation_id, one.delegation_id) for one in track.members]

    def own(self, place: int) -> list[int]:
        """Return the items on somebody's own programme on paper."""
        return [one.item.id for one in self.planner.read(personal_data, self.event, place).items]

    def kept(self, item: int) -> list[AttendanceRow]:
        rows: tuple[ItemRow, ...] = self.planner.read(programme, self.event).items
        return list(next(row for row in rows if row.id == item).people)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    new_office(str(tmp_path / "a.office"))
    planner = open_planner(str(tmp_path / "a.office"), author="A")

    def do(operation: Any, *args: Any, **values: Any) -> Any:
        return planner.execute(operation, *args, **values).result

    event = do(events.add_event, "visit", text(en="V"), from_day=DAY, to_day=DAY, languages=["en"])
    guests = next(row.id for row in planner.read(rows_of, event) if row.side == "guest")
    persons = [do(people.add_person, [NewName("en", f"Guest{letter}")]) for letter in "ABC"]
    places = [do(delegations.add_member, guests, person, capacity="member") for person in persons]
    press = do(agenda.add_track, event, text(en="Press"))
    talks, tour = (do(agenda.add_item, event, text(en=one), day=DAY, start=600, end=660) for one in ("Talks", "Tour"))
    do(agenda.set_tracks, talks, [press])
    yield Desk(planner, event, guests, persons, places, press, talks, tour)
    planner.close()


def test_a_member_of_a_track_takes_part_in_its_items_everywhere(desk: Desk) -> None:
    first, second, _third = desk.places
    assert desk.own(first) == [desk.tour]  # what is on a track nobody is on is nobody's by name; on none, everybody's
    desk.do(tracks.add_track_member, desk.press, participation_id=first)
    assert desk.own(first) == [desk.talks, desk.tour]
    assert desk.own(second) == [desk.tour]
    assert [item.id for item in desk.planner.read(member_sheet, first).items] == [desk.talks]
    taken = desk.planner.read(lanes, desk.event).uses
    assert [(one.id, one.item) for one in taken if one.what == PERSON] == [(first, desk.talks)]
    plan = desk.do(seating.add_seating_plan, desk.event, "long-table", item_id=desk.talks)
    assert [one.member.id for one in desk.planner.read(seating_desk, plan).people] == [first]


def test_a_whole_delegation_on_a_track_brings_all_of_its_people(desk: Desk) -> None:
    desk.do(tracks.add_track_member, desk.press, delegation_id=desk.guests)
    assert [desk.own(place) for place in desk.places] == [[desk.talks, desk.tour]] * 3


def test_the_role_put_down_for_a_track_is_its_members_own(desk: Desk) -> None:
    desk.do(tracks.add_track_member, desk.press, participation_id=desk.places[0])
    desk.do(agenda.add_attendance, desk.talks, role="speaker", track_id=desk.press)
    roles = [one.role for one in desk.planner.read(personal_data, desk.event, desk.places[0]).items]
    assert roles == ["speaker", "takes-part"]


def test_checks_see_who_is_needed_twice_through_a_track_until_he_is_off_it(desk: Desk) -> None:
    def codes() -> list[str]:
        return [one.code for one in desk.planner.read(check_event, desk.event) if one.code == "W-01"]

    desk.do(agenda.add_attendance, desk.tour, participation_id=desk.places[0])
    assert codes() == []
    row = desk.do(tracks.add_track_member, desk.press, delegation_id=desk.guests)
    assert codes() == ["W-01"]
    desk.do(tracks.remove_track_member, row)
    assert codes() == []
    desk.planner.undo()
    assert codes() == ["W-01"]


def test_a_clash_with_a_track_of_another_event_is_found(desk: Desk) -> None:
    other = desk.do(events.add_event, "visit", text(en="W"), from_day=DAY, to_day=DAY, languages=["en"])
    guests = next(row.id for row in desk.planner.read(rows_of, other) if row.side == "guest")
    place = desk.do(delegations.add_member, guests, desk.people[0])
    item = desk.do(agenda.add_item, other, text(en="There"), day=DAY, start=600, end=660)
    strand = desk.do(agenda.add_track, other, text(en="T"))
    desk.do(agenda.set_tracks, item, [strand])
    desk.do(agenda.add_attendance, desk.tour, participation_id=desk.places[0])
    assert [one.code for one in desk.planner.read(check_event, desk.event) if one.code == "W-01"] == []
    desk.do(tracks.add_track_member, strand, participation_id=place)
    assert [one.code for one in desk.planner.read(check_event, desk.event) if one.code == "W-01"] == ["W-01"]


def test_putting_somebody_on_a_track_twice_is_one_row(desk: Desk) -> None:
    first = desk.do(tracks.add_track_member, desk.press, participation_id=desk.places[0])
    again = desk.planner.execute(tracks.add_track_member, desk.press, participation_id=desk.places[0])
    assert (again.result, again.number, desk.members()) == (first, 0, [(desk.places[0], None)])


def test_strangers_and_nobody_are_refused(desk: Desk) -> None:
    other = desk.do(events.add_event, "visit", text(en="W"), from_day=DAY, to_day=DAY, languages=["en"])
    strangers = desk.planner.read(rows_of, other)[0].id
    both = {"delegation_id": desk.guests, "participation_id": desk.places[0]}
    for values in ({}, {"delegation_id": strangers}, both):
        with pytest.raises(BadInput):
            desk.do(tracks.add_track_member, desk.press, **values)


def test_a_copied_event_keeps_who_is_on_its_tracks(desk: Desk) -> None:
    desk.do(tracks.add_track_member, desk.press, participation_id=desk.places[1])
    desk.do(tracks.add_track_member, desk.press, delegation_id=desk.guests)
    copy = desk.do(duplicate.duplicate_event, desk.event, date(2025, 1, 1))
    guests = next(row for row in desk.planner.read(rows_of, copy) if row.side == "guest")
    second = next(one.id for one in guests.members if one.who is not None and one.who.id == desk.people[1])
    assert desk.members(copy) == [(second, None), (None, guests.id)]


def test_two_entries_of_one_person_on_a_track_become_one(desk: Desk) -> None:
    for place in desk.places[:2]:
        desk.do(tracks.add_track_member, desk.press, participation_id=place)
    desk.do(merging.merge_people, desk.people[0], desk.people[1])
    assert desk.members() == [(desk.places[0], None)]


def test_a_substitute_takes_the_place_on_the_track(desk: Desk) -> None:
    desk.do(tracks.add_track_member, desk.press, participation_id=desk.places[0])
    person = desk.do(people.add_person, [NewName("en", "Other")])
    new = desk.do(delegations.replace_member, desk.places[0], person)
    assert desk.members() == [(new, None)]


def test_painting_off_what_the_track_of_the_item_stands_for_is_refused_in_words(desk: Desk) -> None:
    desk.do(tracks.add_track_member, desk.press, participation_id=desk.places[0])
    with pytest.raises(BadInput) as refused:
        desk.do(paint_attendance, [Painted(desk.talks, participation_id=desk.places[0])], on=False)
    assert str(refused.value) == "The item is on their track. Take them off the track, or the item."
    cells = [Painted(desk.talks, participation_id=desk.places[0])]
    assert desk.planner.execute(paint_attendance, cells).number == 0  # takes part already
    desk.do(paint_attendance, cells, role="chair")
    assert [(one.participation_id, one.role) for one in desk.kept(desk.talks)] == [(desk.places[0], "chair")]
    desk.do(paint_attendance, cells, on=False)
    assert desk.kept(desk.talks) == []


def test_a_role_painted_on_a_track_the_item_is_on_is_put_down(desk: Desk) -> None:
    desk.do(tracks.add_track_member, desk.press, participation_id=desk.places[0])
    desk.do(paint_attendance, [Painted(desk.talks, track_id=desk.press)], role="speaker")
    assert [(one.track_id, one.role) for one in desk.kept(desk.talks)] == [(desk.press, "speaker")]


def test_taking_one_out_of_a_track_put_down_leaves_its_others(desk: Desk) -> None:
    for place in desk.places:
        desk.do(tracks.add_track_member, desk.press, participation_id=place)
    desk.do(paint_attendance, [Painted(desk.tour, track_id=desk.press)])
    desk.do(paint_attendance, [Painted(desk.tour, participation_id=desk.places[1])], on=False)
    assert [one.participation_id for one in desk.kept(desk.tour)] == [desk.places[0], desk.places[2]]
