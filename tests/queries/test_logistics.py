"""What the tab "Logistics" is told: order, who takes part, diets without names; and the steps for several at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planner.app import Planner, open_planner
from planner.errors import BadInput, PlannerError
from planner.operations import logistics, menus, motorcades, several
from planner.queries import invitations as invitation_queries
from planner.queries.events import events
from planner.queries.logistics import rooming, travel
from planner.queries.menus import menus as read_menus
from planner.queries.menus import unfit
from planner.queries.motorcades import motorcades as read_motorcades
from planner.queries.presents import presents
from planner.rules.kinds import EventKind, Side


@pytest.fixture
def planner(tmp_path: Path, sample_template: Path) -> Iterator[Planner]:
    copy = tmp_path / "mine.office"
    copy.write_bytes(sample_template.read_bytes())
    opened = open_planner(str(copy), author="tester")
    yield opened
    opened.close()


@pytest.fixture
def visit(planner: Planner) -> int:
    return next(row.id for row in planner.read(events) if row.kind is EventKind.VISIT)


def undo(planner: Planner) -> None:
    planner.undo()


def test_journeys_stand_by_the_clock_of_the_hosts_arrivals_first(planner: Planner, visit: int) -> None:
    rows = planner.read(travel, visit).journeys
    assert [(one.arrival, one.number) for one in rows] == [
        (True, "000"),
        *[(True, "ZZ 482")] * 4,
        *[(False, "ZZ 481")] * 5,
    ]
    assert planner.read(travel, visit).known["number"] == ("ZZ 481", "000", "ZZ 482")


def test_rooms_stand_in_the_order_of_the_lists_and_used_hotels_first(planner: Planner, visit: int) -> None:
    sheet = planner.read(rooming, visit)
    assert ([one.room_number for one in sheet.rooms], [one.nights for one in sheet.rooms]) == (
        ["501", "314", "312", "314", "503"], [2] * 5,
    )  # fmt: skip
    assert [one.used for one in sheet.hotels][:2] == [True, False]


def test_a_movement_knows_who_takes_part_and_who_has_no_car(planner: Planner, visit: int) -> None:
    sheet = planner.read(read_motorcades, visit)
    arrival, transfer, _departure = sheet.movements
    guests = {one.id for one in sheet.people if one.side is Side.GUEST}
    assert (set(arrival.people), arrival.rides, len(transfer.rides)) == (guests, (), 3)
    assert set(guests) <= set(transfer.riders())


def test_cars_taken_over_are_filled_by_rank_without_touching_who_sits(planner: Planner, visit: int) -> None:
    arrival, transfer, _departure = planner.read(read_motorcades, visit).movements
    planner.execute(motorcades.copy_rides, arrival.id, transfer.id, riders=False)
    sheet = planner.read(read_motorcades, visit)
    planner.execute(motorcades.fill_rides, arrival.id, [tuple(one) for one in sheet.filled(sheet.movements[0])])
    sheet = planner.read(read_motorcades, visit)
    head = sheet.movements[0].rides[1]
    places = {one.id: place for place, one in enumerate(sheet.people)}
    assert sorted((one.seat, places[one.participation_id]) for one in head.riders) == [("F", 5), ("RL", 1), ("RR", 0)]
    assert sheet.filled(sheet.movements[0]) == ()


def test_a_rider_moved_onto_another_swaps_places_across_cars(planner: Planner, visit: int) -> None:
    transfer = planner.read(read_motorcades, visit).movements[1]
    _lead, head, bus = transfer.rides
    first, second = head.riders[0], bus.riders[0]
    planner.execute(motorcades.move_rider, head.id, second.participation_id, first.seat)
    found = planner.read(read_motorcades, visit).movements[1].riders()
    assert (found[second.participation_id].ride_id, found[second.participation_id].seat) == (head.id, first.seat)
    assert (found[first.participation_id].ride_id, found[first.participation_id].seat) == (bus.id, "")


def test_a_car_of_another_movement_is_refused(planner: Planner, visit: int) -> None:
    arrival, transfer, _departure = planner.read(read_motorcades, visit).movements
    person = transfer.rides[0].riders[0].participation_id
    with pytest.raises(BadInput):
        planner.execute(motorcades.fill_rides, arrival.id, [(transfer.rides[0].id, person, "")])
    with pytest.raises(BadInput):
        planner.execute(motorcades.fill_rides, transfer.id, [(transfer.rides[0].id, person, "")] * 2)


def test_diets_are_counted_and_never_named(planner: Planner, visit: int) -> None:
    sheet = planner.read(read_menus, visit)
    lunch = sheet.meals[0]
    assert (lunch.eaters, lunch.asked, lunch.diets, lunch.wishes) == (6, 3, (("halal", 2), ("no-alcohol", 2)), ())
    assert len(lunch.dishes) == 4


@pytest.mark.parametrize(
    ("marks", "diets", "wanted"),
    [
        (("pork",), {"halal": 2, "vegan": 1}, (("halal", 2), ("vegan", 1))),
        (("meat", "halal"), {"halal": 2}, ()),
        (("alcohol", "nuts"), {"nuts": 3, "fish": 1}, (("nuts", 3),)),
        ((), {"kosher": 4}, ()),
    ],
)
def test_a_dish_is_not_for_the_diets_it_breaks(marks, diets, wanted) -> None:
    assert unfit(marks, diets) == wanted


def test_a_menu_is_put_in_order_and_taken_over(planner: Planner, visit: int) -> None:
    first, other = planner.read(read_menus, visit).meals[:2]
    planner.execute(menus.reorder_dish, first.dishes[3].id, 0)
    planner.execute(menus.copy_menu, other.id, first.id)
    found = planner.read(read_menus, visit).meals
    assert [one.title for one in found[0].dishes] == [first.dishes[place].title for place in (3, 0, 1, 2)]
    assert [one.title for one in found[1].dishes] == [one.title for one in found[0].dishes]


def test_answers_are_counted_with_spouses(planner: Planner, visit: int) -> None:
    row = next(one for one in planner.read(invitation_queries.occasions, visit).occasions if one.invitations)
    assert row.answers() == invitation_queries.Answers(5, 3, 0, 2, 4)
    assert len(row.not_invited()) == 5


def test_presents_stand_ours_first_with_what_is_wrong(planner: Planner, visit: int) -> None:
    sheet = planner.read(presents, visit)
    assert [one.from_us for one in sheet.presents] == [True, True, False]
    assert (sheet.limit, sheet.currency, [one.faults for one in sheet.presents]) == (300_000, "RUB", [()] * 3)


def test_one_step_for_several_is_refused_for_all_or_done_for_all(planner: Planner, visit: int) -> None:
    sheet = planner.read(travel, visit)
    ids = tuple(one.id for one in sheet.journeys)
    with pytest.raises(PlannerError):
        planner.execute(several.edit_journeys, (*ids, 10**9), terminal="Z")
    assert {one.terminal for one in planner.read(travel, visit).journeys} == {"", "1"}
    planner.execute(several.edit_journeys, ids, arrives_day=date(2024, 4, 26))
    assert {one.arrives_day for one in planner.read(travel, visit).journeys} == {date(2024, 4, 26)}
    undo(planner)
    assert planner.read(travel, visit) == sheet


def test_a_journey_is_not_given_to_somebody_of_another_event(planner: Planner, visit: int) -> None:
    other = next(row.id for row in planner.read(events) if row.kind is EventKind.CONFERENCE)
    stranger = planner.read(travel, other).people[0].id
    with pytest.raises(BadInput):
        planner.execute(several.give_journey, planner.read(travel, visit).journeys[0].id, stranger)


def test_all_are_invited_but_those_who_are(planner: Planner, visit: int) -> None:
    row = next(one for one in planner.read(invitation_queries.occasions, visit).occasions if one.invitations)
    made = planner.execute(several.invite_all, row.id, sorted(row.people)).result
    assert len(made) == 5
    assert planner.execute(several.invite_all, row.id, sorted(row.people)).result == ()


def test_whoever_shared_before_shares_with_nobody(planner: Planner, visit: int) -> None:
    rooms = {one.room_number: one for one in planner.read(rooming, visit).rooms}
    pair = [one for one in planner.read(rooming, visit).rooms if one.shares_with_id]
    planner.execute(several.share_room, rooms["503"].id, pair[0].participation_id)
    found = {one.id: one for one in planner.read(rooming, visit).rooms}
    assert found[pair[1].id].shares_with_id is None
    assert found[pair[0].id].shares_with_id == rooms["503"].participation_id
    assert found[pair[0].id].room_number == "503"


def test_vehicles_stand_by_name(planner: Planner, visit: int) -> None:
    planner.execute(logistics.add_vehicle, "Aurus")
    names = [one.name for one in planner.read(travel, visit).vehicles]
    assert (names[0], names == sorted(names)) == ("Aurus", True)
