"""What an office knows beside titles and times reaches its papers: dress, cars, whom to call, the members' facts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.app import new_office
from planner.operations.agenda import edit_item
from planner.operations.delegations import add_member
from planner.operations.liaison import assign_liaison
from planner.operations.logistics import add_lodging, add_ride, add_vehicle
from planner.operations.people import NewName, add_person, write_private
from planner.papers import Choice, Paper, gather
from tests.planner.visit_office import VisitOffice


@pytest.fixture
def office(tmp_path: Path) -> Iterator[VisitOffice]:
    new_office(str(tmp_path / "visit.office"))
    visit = VisitOffice(str(tmp_path / "visit.office"))
    yield visit
    visit.planner.close()


def gathered(office: VisitOffice, paper: Paper, edition: str = "guest"):
    return office.planner.read(gather, Choice(paper, office.event, ("ru", "en"), edition=edition))


def test_programme_knows_dress_interpreting_and_the_cars_in_their_order(office: VisitOffice) -> None:
    office.do(edit_item, office.items["a"], dress="business", interpretation="consecutive")
    for position, name in ((2, "Bus"), (1, "Car")):
        vehicle = office.do(add_vehicle, name, plate="A 001 AA 00")
        office.do(add_ride, office.items["b"], vehicle, position=position)
    first, second, *others = gathered(office, Paper.PROGRAMME, "working").items
    assert (first.dress, first.interpretation, first.vehicles) == ("business", "consecutive", ())
    plate = "A\u00a0001\u00a0AA\u00a000"
    assert second.vehicles == (f"Car, {plate}", f"Bus, {plate}")
    assert {(one.dress, one.interpretation, one.vehicles) for one in others} == {("", "", ())}


def test_liaison_officer_of_a_delegation_is_whom_its_members_call(office: VisitOffice) -> None:
    person = office.do(add_person, [NewName("ru", "Ilya"), NewName("en", "Ilya")])
    host = office.do(add_member, office.hosts, person, capacity="member")
    office.do(assign_liaison, host, delegation_id=office.guests, phone="+7 000")
    office.do(assign_liaison, host, participation_id=office.members["Abe"], phone="+7 111")
    (one,) = gathered(office, Paper.PROGRAMME).coordinators
    assert (one.person.names["en"].surname, one.phone) == ("Ilya", "+7 000")
    assert gathered(office, Paper.RUNNING_ORDER).coordinators == ()


def test_members_facts_are_gathered_for_the_offices_own_list_alone(office: VisitOffice) -> None:
    office.do(write_private, office.people["Bob"], diet="halal")
    office.do(add_lodging, office.members["Abe"], room_number="501")
    assert gathered(office, Paper.PARTICIPANTS).known == ()
    known = {one.id: (one.room, one.diet) for one in gathered(office, Paper.PARTICIPANTS, "working").known}
    assert known == {office.members["Abe"]: ("501", ""), office.members["Bob"]: ("", "halal")}
