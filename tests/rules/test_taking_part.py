"""Painting who takes part: what it means for everybody else, what is said through a group, what collides."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.rules.kinds import ItemKind, Role, Side
from planner.rules.taking_part import (
    Cell,
    Groups,
    Taken,
    Who,
    cell,
    collisions,
    concerns,
    groups,
    present,
    put_down,
    seats,
    take_off,
    through_tracks,
)

GUESTS, HOSTS = Who("side", "guest"), Who("side", "host")
CITY, EMBASSY, HALL = Who("delegation", 1), Who("delegation", 2), Who("delegation", 3)
HEAD, SECOND, THIRD, ENVOY, MAYOR, AWAY = (Who("member", number) for number in (11, 12, 13, 21, 31, 14))
TAKES, CHAIR, SPEAKS = Role.TAKES_PART, Role.CHAIR, Role.SPEAKER

THERE = groups(
    [(1, Side.GUEST), (2, Side.GUEST), (3, Side.HOST)],
    [(11, 1, True), (12, 1, True), (13, 1, True), (14, 1, False), (21, 2, True), (31, 3, True)],
)
PRESS, SCHOOLS = Who("track", 5), Who("track", 6)
TRACKED = groups(
    [(1, Side.GUEST), (2, Side.GUEST), (3, Side.HOST)],
    [(11, 1, True), (12, 1, True), (13, 1, True), (14, 1, False), (21, 2, True), (31, 3, True)],
    [(5, HEAD), (5, EMBASSY), (6, CITY), (6, MAYOR), (6, HEAD), (6, AWAY)],
)
"""The same with two tracks that share people."""
EVERYBODY = [GUESTS, HOSTS, CITY, EMBASSY, HALL, HEAD, SECOND, THIRD, ENVOY, MAYOR]
NAMED = st.dictionaries(st.sampled_from([*EVERYBODY, PRESS, SCHOOLS]), st.sampled_from([TAKES, CHAIR, SPEAKS]))
SOME = st.sampled_from([THERE, TRACKED])


def test_excluding_one_leaves_the_rest_of_delegation_and_side() -> None:
    assert take_off(THERE, {GUESTS: TAKES}, [SECOND]) == {EMBASSY: TAKES, HEAD: TAKES, THIRD: TAKES}


def test_excluding_a_delegation_leaves_the_others_of_its_side() -> None:
    assert take_off(THERE, {GUESTS: TAKES, HEAD: CHAIR}, [CITY]) == {EMBASSY: TAKES}


def test_roles_of_their_own_stay_when_a_side_is_resolved() -> None:
    named = {GUESTS: TAKES, HEAD: CHAIR, MAYOR: SPEAKS}
    assert take_off(THERE, named, [SECOND]) == {EMBASSY: TAKES, HEAD: CHAIR, THIRD: TAKES, MAYOR: SPEAKS}


def test_who_declined_is_not_put_down_when_a_side_is_resolved() -> None:
    assert AWAY not in take_off(THERE, {CITY: TAKES}, [HEAD])


def test_putting_a_side_down_says_its_people_once() -> None:
    named = {HEAD: CHAIR, SECOND: TAKES, EMBASSY: TAKES}
    assert put_down(THERE, named, [GUESTS]) == {GUESTS: TAKES, HEAD: CHAIR}


def test_who_takes_part_through_a_side_is_not_put_down_again() -> None:
    assert put_down(THERE, {GUESTS: TAKES}, [HEAD, CITY]) == {GUESTS: TAKES}


def test_a_role_makes_an_inherited_cell_ones_own_and_the_usual_one_gives_it_back() -> None:
    chaired = put_down(THERE, {GUESTS: TAKES}, [HEAD], CHAIR)
    assert chaired == {GUESTS: TAKES, HEAD: CHAIR}
    assert put_down(THERE, chaired, [HEAD], TAKES) == {GUESTS: TAKES}


def test_a_cell_says_from_where_and_whether_only_some_take_part() -> None:
    named = {CITY: TAKES, ENVOY: SPEAKS, AWAY: TAKES}
    cells = [cell(THERE, named, who) for who in (GUESTS, CITY, HEAD, ENVOY, EMBASSY, MAYOR, AWAY)]
    assert cells == [
        Cell(partly=True), Cell(TAKES), Cell(TAKES, CITY), Cell(SPEAKS), Cell(partly=True), Cell(), Cell(TAKES),
    ]  # fmt: skip


def test_heads_are_counted_once_by_the_nearest_word() -> None:
    assert present(THERE, {GUESTS: TAKES, CITY: SPEAKS, HEAD: CHAIR, AWAY: TAKES, Who("track", 5): TAKES}) == {
        HEAD: CHAIR, SECOND: SPEAKS, THIRD: SPEAKS, ENVOY: TAKES,
    }  # fmt: skip


@given(there=SOME, named=NAMED, gone=st.sampled_from(EVERYBODY))
def test_taking_somebody_off_keeps_exactly_the_others_with_their_roles(
    there: Groups, named: dict[Who, Role], gone: Who
) -> None:
    before, after = present(there, named), present(there, take_off(there, named, [gone]))
    assert after == {who: role for who, role in before.items() if who not in set(there.people(gone))}


@given(there=SOME, named=NAMED, come=st.sampled_from(EVERYBODY))
def test_putting_somebody_down_adds_exactly_them_and_changes_no_role(
    there: Groups, named: dict[Who, Role], come: Who
) -> None:
    before, after = present(there, named), present(there, put_down(there, named, [come]))
    assert after.keys() == before.keys() | set(there.people(come))
    assert {who: after[who] for who in before} == before


@given(there=SOME, named=NAMED, who=st.sampled_from([*EVERYBODY, PRESS]))
def test_painting_twice_is_painting_once(there: Groups, named: dict[Who, Role], who: Who) -> None:
    for paint in (put_down, take_off):
        once = paint(there, named, [who])
        assert paint(there, once, [who]) == once


@given(named=NAMED, who=st.sampled_from([HEAD, SECOND, THIRD, ENVOY, MAYOR, AWAY]))
def test_a_cell_has_the_role_of_those_present(named: dict[Who, Role], who: Who) -> None:
    absent = who in TRACKED.absent
    assert present(TRACKED, named).get(who) == (None if absent else cell(TRACKED, named, who).role)


def test_members_of_a_track_take_part_in_what_it_is_put_down_for() -> None:
    assert present(TRACKED, {PRESS: TAKES}) == {HEAD: TAKES, ENVOY: TAKES}
    assert present(TRACKED, {SCHOOLS: TAKES, CITY: SPEAKS, GUESTS: CHAIR, SECOND: CHAIR}) == {
        HEAD: SPEAKS, SECOND: CHAIR, THIRD: SPEAKS, ENVOY: CHAIR, MAYOR: TAKES,
    }  # fmt: skip


def test_an_item_is_its_tracks_members_business_without_a_word() -> None:
    named = through_tracks(TRACKED, [5, 7])
    assert named == {PRESS: TAKES}  # nobody is on the other: it stays open to everybody
    assert [concerns(TRACKED, named, who) for who in (HEAD, ENVOY, EMBASSY, SECOND, CITY)] == [
        True, True, True, False, False,
    ]  # fmt: skip
    assert cell(TRACKED, named, ENVOY) == Cell(TAKES, PRESS)
    assert [cell(TRACKED, named, who) for who in (CITY, HOSTS)] == [Cell(partly=True), Cell()]


def test_taking_one_of_a_track_off_leaves_its_others_each_group_whole() -> None:
    named = {SCHOOLS: TAKES}
    assert take_off(TRACKED, named, [MAYOR]) == {CITY: TAKES, HEAD: TAKES}
    assert take_off(TRACKED, named, [SECOND]) == {HEAD: TAKES, THIRD: TAKES, MAYOR: TAKES}
    assert take_off(TRACKED, named, [SCHOOLS]) == {}


def test_a_room_seats_round_a_table_for_talks_and_at_most_otherwise() -> None:
    capacity = {"table": 12, "theatre": 60}
    assert [seats(kind, capacity) for kind in (ItemKind.TALKS, ItemKind.PLENARY)] == [12, 60]
    assert seats(ItemKind.TALKS, {}) is None


def test_uses_of_one_lane_collide_and_touching_ones_do_not() -> None:
    first, second, third = (Taken("person", 1, *use) for use in ((1, 0, 60), (2, 30, 90), (3, 90, 99)))
    other = Taken("room", 1, 4, 0, 99)
    assert collisions([first, second, third, other]) == {second: (first,), first: (second,)}


def test_uses_outside_do_not_collide_with_one_another() -> None:
    own = Taken("person", 1, 1, 0, 60)
    outside = [Taken("person", 1, item, 30, 90, outside=True) for item in (2, 3)]
    assert collisions([own, *outside])[own] == tuple(outside)
    assert collisions(outside) == {}


def test_an_empty_group_is_nobody() -> None:
    empty = Groups({CITY: GUESTS}, {GUESTS: (CITY,)})
    assert (present(empty, {GUESTS: TAKES}), cell(empty, {GUESTS: TAKES}, CITY)) == ({}, Cell(TAKES, GUESTS))
