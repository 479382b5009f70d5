"""The vectors of the handbook for cars, photographs, flags and signings, 3.8-3.11, each by its name."""

from __future__ import annotations

import pytest

from planner.rules.cars import car
from planner.rules.flags_order import (
    Crossed,
    Flag,
    canadian,
    crossed_pair,
    flag_line,
    mixed_levels,
    russian_law,
    two_states,
)
from planner.rules.kinds import Side
from planner.rules.photo_order import entrance, leaving, line_order, photograph, speeches, toasts
from planner.rules.placement import seat_people
from planner.rules.places import PlanKind, Sitter, viewers_left_to_right
from planner.rules.seating_score import Rule, score
from planner.rules.signing_table import many_parties
from tests.rules.seated import Party

CAR = PlanKind.CAR


def riding(party: str, **options: object) -> dict[str, str]:
    """Return who rides on which seat of a car."""
    plan = Party(party).seat(CAR, options)
    return {key: plan.on(key) for key in plan.placed}


# ---- cars


def test_c1_chauffeur() -> None:
    assert riding("G1 H1 int") == {"RR": "G1", "RL": "H1", "F": "int"}
    assert riding("G1 H1 iG") == {"RR": "G1", "RL": "H1", "F": "iG"}


def test_c2_owner_drives() -> None:
    assert riding("G1 G2 G3", owner_drives=True) == {"F": "G1", "RR": "G2", "RL": "G3"}


def test_c3_chauffeur_in_left_hand_traffic() -> None:
    assert riding("G1 H1 int", left_hand_traffic=True) == {"RL": "G1", "RR": "H1", "F": "int"}


def test_owner_drives_in_left_hand_traffic() -> None:
    assert riding("G1 G2 G3", owner_drives=True, left_hand_traffic=True) == {"F": "G1", "RL": "G2", "RR": "G3"}


def test_kerb_on_the_left_changes_the_order_behind() -> None:
    assert riding("G1 H1 iG", kerb="left") == {"RL": "G1", "RR": "H1", "F": "iG"}


def test_the_host_sits_beside_the_guest_however_many_guests_there_are() -> None:
    assert riding("G1 G2 H1") == {"RR": "G1", "RL": "H1", "F": "G2"}


def test_the_middle_is_the_last_seat() -> None:
    assert riding("G1 H1 G2 G3") == {"RR": "G1", "RL": "H1", "F": "G2", "RM": "G3"}


def test_a_driver_is_at_the_wheel_and_nobody_else() -> None:
    people = [Sitter(1, Side.GUEST), Sitter(2, Side.HOST, driver=True)]
    assert seat_people(car(), people) == {"RR": 1, "D": 2}


def test_the_driver_of_left_hand_traffic_sits_at_the_right() -> None:
    right, left = car(), car(left_hand_traffic=True)
    assert right.by_key["D"].x < right.by_key["F"].x
    assert left.by_key["D"].x > left.by_key["F"].x


def test_minibus_first_row_right_then_left_then_behind() -> None:
    plan = Party("1 2 3 4 5 6 7").seat(PlanKind.MINIBUS, {"right": 1, "left": 2, "rows": 3})
    assert [plan.on(key) for key in ("row1:right:1", "row1:left:1", "row1:left:2", "row2:right:1")] == list("1234")


def test_coach_right_front_row_first() -> None:
    plan = Party("1 2 3 4 5").seat(PlanKind.COACH)
    keys = ("row1:right:1", "row1:right:2", "row1:left:1", "row1:left:2", "row2:right:1")
    assert [plan.on(key) for key in keys] == list("12345")


def test_coach_in_left_hand_traffic_left_front_row_first() -> None:
    plan = Party("1 2").seat(PlanKind.COACH, {"left_hand_traffic": True})
    assert plan.on("row1:left:1") == "1"


# ---- photographs


def test_photo_block() -> None:
    plan = Party("G1 G2 G3 H1 H2 H3 H4").seat(PlanKind.PHOTO, {"style": "block"})
    assert plan.viewed("row1") == "G3 G2 G1 H1 H2 H3 H4"


def test_photo_interleaved_three_by_three() -> None:
    assert Party("G1 G2 G3 H1 H2 H3").seat(PlanKind.PHOTO).viewed("row1") == "G3 H2 G1 H1 G2 H3"


def test_photo_interleaved_two_by_four() -> None:
    assert Party("G1 G2 H1 H2 H3 H4").seat(PlanKind.PHOTO).viewed("row1") == "H3 H2 G1 H1 G2 H4"


def test_photo_rows_have_the_highest_in_front() -> None:
    plan = Party("G1 G2 G3 G4 H1 H2 H3 H4 H5").seat(PlanKind.PHOTO, {"rows": 2})
    assert plan.viewed("row1") == "G3 H2 G1 H1 G2 H3"
    assert plan.viewed("row2") == "H4 G4 H5"
    front, back = plan.chart.by_key["row1:0"], plan.chart.by_key["row2:0"]
    assert (back.y < front.y, front.second_row, back.second_row) == (True, False, True)


def test_photo_where_hosts_stand_at_the_ends() -> None:
    party = Party("G1 G2 G3 H1 H2 H3")
    plan = party.seat(PlanKind.PHOTO)
    bent = score(plan.chart, plan.placed, party.sitters, hosts_at_ends=True)
    assert [(each.rule, party.names[each.people[0] - 1]) for each in bent] == [(Rule.HOSTS_AT_ENDS, "G3")]
    assert score(plan.chart, plan.placed, party.sitters) == []


def test_photo_where_hosts_at_the_ends_are_there() -> None:
    party = Party("G1 G2 H1 H2 H3 H4")
    plan = party.seat(PlanKind.PHOTO)
    assert score(plan.chart, plan.placed, party.sitters, hosts_at_ends=True) == []


# ---- lines, entrances, speeches

PEOPLE = [
    Sitter(1, Side.GUEST), Sitter(2, Side.HOST), Sitter(3, Side.GUEST), Sitter(4, Side.HOST),
    Sitter(5, Side.GUEST, partner=1),
]  # fmt: skip


def test_receiving_line_is_host_guest_then_their_spouses() -> None:
    assert line_order(PEOPLE) == [2, 1, 5, 3, 4]


def test_principals_come_in_last_and_together() -> None:
    assert entrance(PEOPLE) == [(5,), (4,), (3,), (2, 1)]


def test_principals_leave_first() -> None:
    assert leaving(PEOPLE) == [(2, 1), (3,), (4,), (5,)]


def test_the_host_welcomes_the_guest_replies() -> None:
    assert (speeches(PEOPLE), toasts(PEOPLE)) == ([2, 1, 3, 4, 5], [2, 1, 3, 4, 5])
    assert speeches(PEOPLE, highest_last=True) == [2, 1, 5, 4, 3]


# ---- flags


@pytest.mark.parametrize(
    ("vector", "given", "row"),
    [
        ("FL1", "RF KRAI", "RF KRAI"),
        ("FL2", "RF KRAI CITY", "KRAI RF CITY"),
        ("FL3", "RF KRAI CITY ORG", "KRAI RF CITY ORG"),
        ("FL4", "RF KRAI CITY ORG X", "ORG KRAI RF CITY X"),
    ],
)
def test_fl1_to_fl4_russian_law(vector: str, given: str, row: str) -> None:
    assert " ".join(russian_law(given.split())) == row


def test_flags_of_two_states_by_profile() -> None:
    assert two_states("KG", "RU") == ("KG", "RU")
    assert two_states("KG", "US", two_flags="own-left") == ("US", "KG")


def test_flags_as_canada_sets_them() -> None:
    assert canadian("CA", ["FR", "JP"]) == ("FR", "CA", "JP")
    assert canadian("CA", ["FR", "JP", "KG"]) == ("CA", "FR", "JP", "KG")
    assert canadian("CA", ["FR", "JP", "KG"], own_again=True) == ("CA", "FR", "JP", "KG", "CA")
    assert canadian("CA", ["JP"]) == ("CA", "JP")


def test_flags_of_mixed_levels_have_the_states_in_the_middle() -> None:
    flags = [
        Flag("Jalal-Abad", 3, own=False),
        Flag("RU", 1, own=True),
        Flag("Krasnoyarsk", 3, own=True),
        Flag("KG", 1, own=False),
    ]
    assert mixed_levels(flags) == ("Jalal-Abad", "KG", "RU", "Krasnoyarsk")
    assert mixed_levels(flags, two_flags="own-left") == ("Krasnoyarsk", "RU", "KG", "Jalal-Abad")


def test_crossed_pair_by_custom() -> None:
    assert crossed_pair("KG", "JP") == Crossed("KG", "JP", "KG")
    assert crossed_pair("KG", "CA", two_flags="own-left", front="own") == Crossed("CA", "KG", "CA")


def test_a_line_of_flags_is_numbered_from_the_observers_left() -> None:
    assert [seat.key for seat in viewers_left_to_right(flag_line(3).seats)] == ["flag:1", "flag:2", "flag:3"]


# ---- signing


def test_the_signing_guest_sits_at_the_hosts_right() -> None:
    plan = Party("G1 G2 G3 H1 H2").seat(PlanKind.SIGNING)
    assert plan.viewed("sign") == "G1 H1"
    assert plan.viewed("behind") == "G3 G2 H2"  # the highest of each side next to the middle


def test_assistants_are_at_the_outer_sides() -> None:
    people = [
        Sitter(1, Side.GUEST), Sitter(2, Side.HOST), Sitter(3, Side.GUEST, assistant=True),
        Sitter(4, Side.HOST, assistant=True),
    ]  # fmt: skip
    plan = Party("G1 H1 G-assistant H-assistant")
    plan.sitters = people
    assert plan.seat(PlanKind.SIGNING).viewed("sign", "assistant") == "G-assistant G1 H1 H-assistant"


def test_more_than_two_parties_sign_from_the_middle() -> None:
    assert Party("1 2 3").on(many_parties(3)).viewed("sign") == "2 1 3"


def test_the_photograph_has_a_place_for_everybody() -> None:
    assert [len(photograph(g, h, rows=r).seats) for g, h, r in [(3, 3, 1), (7, 6, 3), (0, 5, 2), (1, 0, 1)]] == [
        6,
        13,
        5,
        1,
    ]
