"""The ways between places, by the venues' table."""

from __future__ import annotations

from planner.rules.legs import Leg, Visit, Way, departure_for, legs, needed_between, planned, table

A, B, ALL = frozenset("a"), frozenset("b"), frozenset("ab")
HOTEL, HALL, MUSEUM = 1, 2, 3
WAYS = table([(HOTEL, HALL, "car", 18), (HALL, MUSEUM, "walk", 6), (MUSEUM, HALL, "car", 9)])


def test_a_way_holds_for_both_directions_unless_the_way_back_is_known() -> None:
    assert (WAYS[HALL, HOTEL], WAYS[HALL, MUSEUM], WAYS[MUSEUM, HALL]) == (Way(18), Way(6, "walk"), Way(9))


def test_a_transfer_is_planned_with_a_quarter_more_and_ten_minutes() -> None:
    assert [planned(18), planned(8), planned(18, factor=1, extra=0)] == [35, 20, 20]


def test_a_leg_is_made_where_the_venue_changes_and_joined_over_tracks() -> None:
    visits = [Visit(1, 480, 540, ALL, HOTEL), Visit(2, 600, 660, ALL, HALL), Visit(3, 660, 700, A, HALL)]
    found = legs(visits, WAYS)
    assert [(leg.before, leg.after, leg.departure, leg.arrival, leg.way, set(leg.holds)) for leg in found] == [
        (1, 2, 540, 600, Way(18), {"a", "b"})
    ]


def test_a_movement_between_is_the_leg() -> None:
    visits = [Visit(1, 480, 540, A, HOTEL), Visit(4, 570, 588, A, movement=True), Visit(2, 600, 660, A, HALL)]
    (leg,) = legs(visits, WAYS)
    assert (leg.transfer, leg.departure, leg.available, leg.missing) == (4, 570, 30, 0)


def test_an_unknown_way_is_still_a_leg() -> None:
    (leg,) = legs([Visit(1, 480, 540, A, HOTEL), Visit(2, 600, 660, A, MUSEUM)], WAYS)
    assert (leg.way, leg.available, leg.missing) == (None, 60, 0)


def test_minutes_missing_are_those_after_the_next_begins() -> None:
    (leg,) = legs([Visit(1, 480, 540, A, HOTEL), Visit(2, 550, 660, A, HALL)], WAYS)
    assert leg.missing == 8


def test_a_movement_leaves_so_that_it_arrives_with_the_usual_reserve() -> None:
    leg = Leg(1, 2, (HOTEL, HALL), 540, 600, Way(18), None, ("a",))
    assert departure_for(leg) == (565, 583)
    assert departure_for(leg._replace(arrival=560)) == (540, 558)
    assert departure_for(leg._replace(way=None)) == (540, 600)
    assert departure_for(leg._replace(way=None), minutes=20) == (565, 585)


def test_minutes_needed_between_items() -> None:
    assert needed_between(HOTEL, HALL, WAYS) == 35
    assert needed_between(HALL, HALL, WAYS, same_place=5) == 5
    assert needed_between(HOTEL, None, WAYS, same_place=5) == 5
    assert needed_between(HOTEL, 99, WAYS) == 0
