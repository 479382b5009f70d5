"""The vectors of the handbook for tables, 3.5-3.7, each by its name; and who is seated, pinned, explained."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planner.rules.facing_table import facing_table
from planner.rules.kinds import Side
from planner.rules.long_table import english_table, long_table
from planner.rules.placement import Why, explain, opposite, seat_people, swapped, unseated
from planner.rules.places import (
    Opening,
    PlanKind,
    Room,
    Sitter,
    Wall,
    beside,
    has_back_to,
    looks_at,
    mirrored,
    viewers_left_to_right,
)
from planner.rules.round_table import from_lot, multilateral
from planner.rules.seating_score import Rule, score
from planner.rules.u_table import t_table, u_table
from tests.rules.seated import Party, Plan

FACING = PlanKind.FACING_TABLE


def opposites(plan: Plan) -> dict[str, str]:
    """Return who looks at whom, for each guest from the viewer's left."""
    pairs = {}
    for seat in viewers_left_to_right(plan.part("guest")):
        across = opposite(plan.chart, seat.key)
        if across is not None:
            pairs[plan.on(seat.key)] = plan.on(across)
    return pairs


# ---- 3.4: own right and the viewer's left


def test_own_right_of_one_who_faces_the_door_is_the_viewers_left() -> None:
    assert beside(300, 100, 180, 1) == (225, 100)
    assert beside(300, 100, 180, -2) == (450, 100)


def test_own_right_of_one_with_the_back_to_the_door_is_the_viewers_right() -> None:
    assert beside(300, 400, 0, 1) == (375, 400)


def test_own_right_at_the_sides_of_a_room() -> None:
    assert beside(0, 0, 90, 1) == (0, 75)  # looks to the right: own right is nearer the door
    assert beside(0, 0, 270, 1) == (0, -75)


def test_across_a_facing_table_offsets_are_the_opposite() -> None:
    chart = facing_table(guests=5, hosts=5)
    across = {key: opposite(chart, key) for key in ("guest:0", "guest:+1", "guest:-1", "guest:+2", "guest:-2")}
    assert across == {
        "guest:0": "host:0", "guest:+1": "host:-1", "guest:-1": "host:+1", "guest:+2": "host:-2", "guest:-2": "host:+2",
    }  # fmt: skip


# ---- 3.5: the facing table


def test_f1_three_by_three() -> None:
    plan = Party("G1 G2 G3 H1 H2 H3").seat(FACING)
    assert plan.facing() == ("G2 G1 G3", "H3 H1 H2")
    assert opposites(plan) == {"G1": "H1", "G2": "H3", "G3": "H2"}


def test_f2_three_by_five() -> None:
    plan = Party("G1 G2 G3 H1 H2 H3 H4 H5").seat(FACING)
    assert plan.facing() == ("G2 G1 G3", "H5 H3 H1 H2 H4")


def test_f3_interpreters_at_the_left() -> None:
    plan = Party("G1 G2 G3 G4 iG H1 H2 H3 H4 iH").seat(FACING)
    assert plan.facing() == ("G4 G2 G1 iG G3", "H3 iH H1 H2 H4")
    assert opposites(plan) == {"G1": "H1", "G2": "iH", "iG": "H2", "G3": "H4", "G4": "H3"}


def test_f4_china() -> None:
    plan = Party("G1 G2 G3 G4 iG H1 H2 H3 H4 iH").seat(FACING, {"interpreter": "cn"})
    assert plan.facing() == ("G4 G2 G1 iG G3", "H4 H2 H1 iH H3")
    assert opposites(plan) == {"G1": "H1", "G2": "H2", "G3": "H3", "G4": "H4", "iG": "iH"}


def test_f5_mirror() -> None:
    plan = Party("G1 G2 G3 G4 H1 H2 H3 H4").seat(FACING, {"mirror": True})
    assert plan.facing() == ("G3 G1 G2 G4", "H3 H1 H2 H4")
    assert opposites(plan) == {"G1": "H1", "G2": "H2", "G3": "H3", "G4": "H4"}


def test_f5_without_mirror_ranks_are_diagonal() -> None:
    plan = Party("G1 G2 G3 G4 H1 H2 H3 H4").seat(FACING)
    assert plan.facing() == ("G4 G2 G1 G3", "H3 H1 H2 H4")


def test_f6_an_invited_one_pinned_to_the_guests() -> None:
    plan = Party("GКабаев Батаева HЛогинов HД1 HД2 HД3").seat(FACING, pins={"guest:+1": "Батаева"})
    assert plan.facing() == ("Батаева GКабаев", "HД2 HЛогинов HД1 HД3")
    assert opposites(plan)["GКабаев"] == "HЛогинов"


def test_f7_one_by_one() -> None:
    assert Party("G1 H1").seat(FACING).facing() == ("G1", "H1")


def test_f8_two_by_six() -> None:
    party = Party("G1 G2 iG H1 H2 H3 H4 H5 H6 iH")
    plan = party.seat(FACING)
    assert plan.facing() == ("G2 G1 iG", "H5 H3 iH H1 H2 H4 H6")
    assert [bent.rule for bent in score(plan.chart, plan.placed, party.sitters)] == [Rule.BALANCE]  # W-21


def test_a_mirror_with_interpreters_puts_equals_face_to_face() -> None:
    plan = Party("G1 G2 G3 G4 iG H1 H2 H3 H4 iH").seat(FACING, {"mirror": True})
    assert opposites(plan) == {"G1": "H1", "G2": "H2", "G3": "H3", "G4": "H4", "iG": "iH"}


def test_interpreters_behind_leave_the_row_to_the_members() -> None:
    plan = Party("G1 G2 G3 iG H1 H2 iH").seat(FACING, {"interpreter": "behind"})
    assert plan.own("host") == "H1 iH H2"  # offset 0 twice: the chair behind
    behind, head = plan.chart.by_key["guest:interpreter"], plan.chart.by_key["guest:0"]
    assert (behind.x, behind.y < head.y, behind.second_row, plan.on(behind.key)) == (head.x, True, True, "iG")


def test_interpreters_in_a_booth_have_no_chair() -> None:
    party = Party("G1 G2 iG H1 H2")
    plan = party.seat(FACING, {"interpreter": "none"})
    assert plan.facing() == ("G2 G1", "H1 H2")
    assert score(plan.chart, plan.placed, party.sitters) == []


def test_the_second_in_rank_sits_at_the_left_where_that_is_chosen() -> None:
    assert Party("G1 G2 G3 H1 H2 H3").seat(FACING, {"first": "L"}).facing() == ("G3 G1 G2", "H2 H1 H3")


def test_hosts_face_the_door_where_that_is_chosen() -> None:
    chart = facing_table(guests=2, hosts=2, host_side="facing_door")
    assert chart.by_key["host:0"].facing == 180
    assert chart.by_key["host:0"].y < chart.by_key["guest:0"].y


def test_guests_sit_at_the_right_of_those_who_enter_where_the_tables_end_is_at_the_door() -> None:
    chart = facing_table(guests=3, hosts=3, end_to_door=True)
    guest, host = chart.by_key["guest:0"], chart.by_key["host:0"]
    assert (guest.x > host.x, guest.facing, host.facing, guest.y) == (True, 270, 90, host.y)


def test_aides_sit_in_the_second_row_only() -> None:
    party = Party("G1 G2 G3 H1")
    party.sitters[2] = replace_second(party.sitters[2])
    plan = party.seat(FACING)
    assert (plan.on("guest:0"), plan.on("guest:+1"), plan.on("guest:row2:0")) == ("G1", "G2", "G3")


def replace_second(sitter: Sitter) -> Sitter:
    """Return somebody for the second row."""
    return sitter._replace(second_row=True)


def test_who_is_on_neither_side_is_left_to_a_person() -> None:
    party = Party("G1 Батаева H1")
    plan = party.seat(FACING)
    assert [party.names[each - 1] for each in unseated(party.sitters, plan.placed)] == ["Батаева"]


# ---- 3.6: round tables


def test_r1_one_host() -> None:
    plan = Party("H1 G1 G2 G3 G4 G5 G6 G7").seat(PlanKind.ROUND, {"two_sides": False})
    assert plan.read(ring(plan)) == "H1 G1 G3 G5 G7 G6 G4 G2"


def test_r2_two_sides() -> None:
    plan = Party("H1 H2 H3 H4 G1 G2 G3 G4").seat(PlanKind.ROUND)
    assert plan.read(ring(plan)) == "H1 G1 H2 G3 H4 G4 H3 G2"


def test_r3_more_guests_than_hosts_make_a_clump() -> None:
    party = Party("H1 H2 H3 H4 G1 G2 G3 G4 G5 G6")
    plan = party.seat(PlanKind.ROUND)
    assert plan.read(ring(plan)) == "H1 G1 H2 G3 H4 G6 G5 G4 H3 G2"
    clumps = [bent for bent in score(plan.chart, plan.placed, party.sitters) if bent.rule is Rule.CLUMP]
    assert [sorted(party.names[each - 1] for each in clump.people) for clump in clumps] == [["G4", "G5", "G6"]]  # W-24


STATES = "Armenia Belarus Kazakhstan Kyrgyzstan Tajikistan Uzbekistan"


def test_r4_states_by_lot_to_the_chairs_right() -> None:
    drawn = " ".join(from_lot(STATES.split(), "Kyrgyzstan"))
    assert drawn == "Kyrgyzstan Tajikistan Uzbekistan Armenia Belarus Kazakhstan"  # PREC-4
    plan = Party("H-chair " + drawn).on(multilateral(7))
    assert plan.read(ring(plan)) == "H-chair " + drawn
    chair, first = plan.chart.by_key["round:0"], plan.chart.by_key["round:1"]
    assert (chair.facing, first.x < chair.x) == (180, True)  # the chair's own right is the viewer's left


def test_r4_the_other_direction_is_clockwise() -> None:
    chart = multilateral(7, direction="left")
    assert chart.by_key["round:1"].x > chart.by_key["round:0"].x
    assert chart.by_key["round:1"].offset == -1


def ring(plan: Plan) -> list:
    """Return the seats of a round table from 0 on."""
    return sorted(plan.chart.seats, key=lambda seat: int(seat.key.split(":")[1]))


# ---- 3.7: long table, U, T, head table, rows


def test_b1_french_banquet() -> None:
    plan = Party("H1 H2 H3 H4 H5 G1 G2 G3 G4 G5").on(long_table(5, 5))
    assert (plan.own("a"), plan.own("b")) == ("H5 G3 H1 G1 H3", "G5 G4 H2 G2 H4")


def test_english_banquet_has_the_hosts_at_the_ends() -> None:
    plan = Party("H1 H2 H3 H4 H5 G1 G2 G3 G4 G5").on(english_table(4, 4))
    right = " ".join(plan.on(f"right:{n}") for n in range(1, 5))
    left = " ".join(plan.on(f"left:{n}") for n in range(1, 5))
    assert (plan.on("host:0"), plan.on("cohost:0")) == ("H1", "H2")
    assert (right, left) == ("G1 H3 G5 G4", "G3 H5 H4 G2")  # host's right, co-host's right, host's left, co-host's left


def test_english_banquet_right_is_the_hosts_own() -> None:
    chart = english_table(3, 3)
    host, right, cohost = (chart.by_key[key] for key in ("host:0", "right:1", "cohost:0"))
    assert (host.facing, cohost.facing, right.facing) == (180, 0, 90)
    assert right.x < host.x
    assert host.y < right.y < cohost.y


def couples() -> list[Sitter]:
    """Return host and hostess with three couples of guests, men first."""
    hosts = [Sitter(1, Side.HOST, partner=2, sex="m"), Sitter(2, Side.HOST, partner=1, sex="f")]
    guests = [
        Sitter(number + wife, Side.GUEST, partner=number + 1 - wife, sex="f" if wife else "m")
        for number in (3, 5, 7)
        for wife in (0, 1)
    ]
    return hosts + guests


@pytest.mark.parametrize("english", [False, True])
def test_couples_are_parted_and_alternate(english: bool) -> None:
    chart = english_table(3, 3, couples=True) if english else long_table(4, 4, couples=True)
    placed = seat_people(chart, couples())
    host_right, hostess_right = ("right:1", "left:3") if english else ("a:+1", "b:+1")
    assert (placed[host_right], placed[hostess_right]) == (4, 3)  # the highest woman, the highest man
    assert [bent for bent in score(chart, placed, couples()) if bent.rule is Rule.PARTNERS] == []


def test_u1_head_of_three() -> None:
    plan = Party("H1 H2 H3 H4 G1 G2 G3 G4").seat(PlanKind.U_TABLE, {"bar": 3})
    assert (plan.own("bar"), plan.own("right"), plan.own("left")) == ("H2 H1 G1", "G2 G3 G4", "H3 H4")


def test_u2_head_of_two() -> None:
    plan = Party("H1 H2 H3 H4 G1 G2 G3").seat(PlanKind.U_TABLE, {"bar": 2})
    assert (plan.own("bar"), plan.own("right"), plan.own("left")) == ("H1 G1", "G2 G3", "H2 H3 H4")


def test_u_of_many_goes_right_and_left_in_turn() -> None:
    plan = Party("chair 1 2 3 4 5 6 7").on(u_table(bar=1, right=4, left=3, two_sides=False))
    assert (plan.on("bar:0"), plan.own("right"), plan.own("left")) == ("chair", "1 3 5 7", "2 4 6")


def test_u_with_a_mediator_has_the_parties_on_the_arms() -> None:
    people = [
        Sitter(1, Side.HOST), Sitter(2, Side.HOST), Sitter(3, Side.GUEST), Sitter(4, Side.GUEST),
        Sitter(5, Side.INVITED),
    ]  # fmt: skip
    placed = seat_people(u_table(bar=2, right=2, left=1, mediated=True), people)
    assert placed == {"bar:0": 1, "bar:+1": 2, "right:1": 3, "right:2": 4, "left:1": 5}


def test_the_hosts_right_arm_is_at_the_viewers_left() -> None:
    chart = u_table(bar=3, right=3, left=3)
    assert chart.by_key["right:1"].x < chart.by_key["bar:0"].x < chart.by_key["left:1"].x
    assert chart.by_key["right:1"].facing == 90


def test_t_has_guests_at_the_right_of_the_stem() -> None:
    plan = Party("H1 H2 H3 G1 G2 G3").on(t_table(bar=3, right=2, left=1))
    assert (plan.own("bar"), plan.own("right"), plan.own("left")) == ("H2 H1 G1", "G2 G3", "H3")
    assert plan.chart.by_key["right:1"].y < plan.chart.by_key["right:2"].y


HEAD_RIGHT = {
    1: "1", 2: "1 2", 3: "2 1 3", 4: "3 1 2 4", 5: "4 2 1 3 5", 6: "5 3 1 2 4 6", 7: "6 4 2 1 3 5 7",
    8: "7 5 3 1 2 4 6 8",
}  # fmt: skip
HEAD_LEFT = {2: "2 1", 3: "3 1 2", 4: "4 2 1 3", 5: "5 3 1 2 4", 6: "6 4 2 1 3 5", 7: "7 5 3 1 2 4 6"}


@pytest.mark.parametrize(("count", "row"), HEAD_RIGHT.items())
def test_h1_to_h8_right_first(count: int, row: str) -> None:
    names = " ".join(str(number) for number in range(1, count + 1))
    assert Party(names).seat(PlanKind.HEAD_TABLE).viewed("head") == row


@pytest.mark.parametrize(("count", "row"), HEAD_LEFT.items())
def test_h2_to_h7_left_first(count: int, row: str) -> None:
    names = " ".join(str(number) for number in range(1, count + 1))
    assert Party(names).seat(PlanKind.HEAD_TABLE, {"first": "L"}).viewed("head") == row


@pytest.mark.parametrize(("number_one", "row"), [("host", "G1 H1 G2"), ("guest", "H1 G1 G2"), ("rank", "G2 G1 H1")])
def test_number_one_of_a_head_table_is_a_choice(number_one: str, row: str) -> None:
    assert Party("G1 G2 H1").seat(PlanKind.HEAD_TABLE, {"number_one": number_one}).viewed("head") == row


def test_t1_theatre_rows() -> None:
    names = " ".join(str(number) for number in range(1, 11))
    plan = Party(names).seat(PlanKind.THEATRE, {"per_block": 3})
    rows = [plan.viewed(f"row{row}:{block}") for row in (1, 2) for block in ("left", "right")]
    assert rows == ["6 4 2", "1 3 5", "– 10 8", "7 9 –"]


def test_chairs_of_the_last_minute_stay_free() -> None:
    plan = Party("1 2 3 4").seat(PlanKind.THEATRE, {"per_block": 3, "kept": 2})
    assert [plan.viewed(f"row{row}:{block}") for row in (1, 2) for block in ("left", "right")] == [
        "– – 2", "1 – –", "– – 4", "3 – –",
    ]  # fmt: skip


def test_interpreters_of_a_hall_sit_behind_the_first_row() -> None:
    plan = Party("1 2 iG").seat(PlanKind.THEATRE, {"per_block": 2})
    assert plan.on("row2:right:1") == "iG"


# ---- pins, changes, reasons


def test_a_pin_to_a_seat_that_is_gone_moves_nobody() -> None:
    party = Party("G1 G2 H1")
    chart = facing_table(guests=2, hosts=1)
    placed = seat_people(chart, party.sitters, {"guest:+9": 2})
    assert placed == {"guest:0": 1, "host:0": 3}
    rules = [bent.rule for bent in score(chart, placed, party.sitters, pins={"guest:+9": 2})]
    assert rules == [Rule.UNSEATED, Rule.LOST_PIN]


def test_chairs_are_added_until_the_pinned_one_is_there() -> None:
    plan = Party("G1 G2 H1").seat(FACING, pins={"guest:+3": "G2"})
    assert (plan.on("guest:0"), plan.on("guest:+3")) == ("G1", "G2")


def test_a_chair_kept_free_stays_empty() -> None:
    party = Party("G1 G2 G3 H1")
    plan = party.on(facing_table(guests=4, hosts=1), {"guest:+1": None})
    assert plan.facing()[0] == "G3 – G1 G2"


def test_why_says_rank_place_and_who_is_opposite() -> None:
    party = Party("G1 G2 G3 H1 H2 H3")
    plan = party.seat(FACING)
    reason = explain(plan.chart, "guest:+1", plan.placed, party.sitters)
    assert (reason.why, reason.rank, reason.side, reason.chairs) == (Why.RIGHT, 2, Side.GUEST, 1)
    assert (reason.principal, reason.faces, reason.by_rule) == (party.ids["G1"], party.ids["H3"], "")


def test_why_of_a_pinned_one_names_the_seat_the_rule_would_give() -> None:
    party = Party("G1 G2 G3 H1")
    pins = {"guest:-1": party.ids["G2"]}
    plan = party.on(facing_table(guests=3, hosts=1), pins)
    reason = explain(plan.chart, "guest:-1", plan.placed, party.sitters, pins)
    assert (reason.why, reason.by_rule) == (Why.PINNED, "guest:+1")


def test_why_of_each_kind_of_place() -> None:
    party = Party("G1 G2 iG H1")
    plan = party.seat(FACING)
    whys = {seat.key: explain(plan.chart, seat.key, plan.placed, party.sitters).why for seat in plan.chart.seats}
    assert whys == {
        "guest:0": Why.HONOUR, "guest:+1": Why.RIGHT, "guest:interpreter": Why.INTERPRETER, "host:0": Why.HONOUR,
    }  # fmt: skip
    moved = swapped(plan.placed, "guest:0", "guest:+1")
    assert explain(plan.chart, "guest:0", moved, party.sitters).why is Why.MOVED


# ---- rooms


def test_the_back_to_a_door_and_the_sun_in_the_eyes() -> None:
    room = Room(600, 500, windows=(Opening(Wall.TOP),), camera=Opening(Wall.LEFT, 0.9), sun=True)
    chart = facing_table(guests=1, hosts=1, room=room)
    guest, host = chart.by_key["guest:0"], chart.by_key["host:0"]
    assert [has_back_to(each, room, room.doors[0]) for each in (guest, host)] == [False, True]
    assert [looks_at(each, room, room.windows[0]) for each in (guest, host)] == [False, True]


def test_a_room_is_kept_as_it_is_written() -> None:
    room = Room(
        640, 480, windows=(Opening(Wall.LEFT, 0.25, 150),), camera=Opening(Wall.BOTTOM, 0.1), flags=("KG", "RU")
    )
    assert Room.from_json(room.to_json()) == room
    assert Room.from_json({}) == Room()


def test_a_room_that_is_too_small_grows() -> None:
    chart = facing_table(guests=30, hosts=30, room=Room(300, 300))
    assert all(0 < seat.x < chart.room.width and 0 < seat.y < chart.room.depth for seat in chart.seats)


def test_a_mirrored_chart_mirrors_door_and_camera() -> None:
    room = Room(600, 500, doors=(Opening(Wall.BOTTOM, 0.25),), camera=Opening(Wall.LEFT, 0.5), flags=("KG", "RU"))
    other = mirrored(replace(facing_table(guests=2, hosts=2), room=room)).room
    assert (other.doors[0].at, other.camera, other.flags) == (0.75, Opening(Wall.RIGHT, 0.5), ("RU", "KG"))
