"""Which rules a seating bends: each by a seating that bends it, and by the one beside it that does not."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from planner.rules.banquet import fill_banquet, fill_greedily
from planner.rules.banquet_filling import Filling
from planner.rules.charts import chart_for
from planner.rules.facing_table import facing_table
from planner.rules.kinds import Side
from planner.rules.long_table import long_table
from planner.rules.placement import swapped
from planner.rules.places import Chart, Opening, PlanKind, Room, Sitter, Table, Wall
from planner.rules.seating_score import WEIGHTS, Bent, Rule, Wish, bend, runs, score, total
from tests.rules.seated import Party, banquet

G, H = Side.GUEST, Side.HOST


def bent(plan: Mapping[str, int], chart: Chart, party: Party, **more: object) -> list[tuple[Rule, str]]:
    """Return the rules bent, each with the people who bend it."""
    found = score(chart, plan, party.sitters, **more)  # type: ignore[arg-type]
    return [(each.rule, " ".join(party.names[who - 1] for who in each.people)) for each in found]


def test_a_seating_by_the_rule_bends_nothing() -> None:
    party = Party("G1 G2 G3 iG H1 H2 H3 iH")
    plan = party.seat(PlanKind.FACING_TABLE)
    assert score(plan.chart, plan.placed, party.sitters) == []


def test_a_substitute_on_the_place_of_honour() -> None:
    party = Party("G1 G2 G3 H1 H2 H3")
    plan = party.seat(PlanKind.FACING_TABLE)
    changed = swapped(plan.placed, "guest:0", "guest:-1")
    assert bent(changed, plan.chart, party) == [(Rule.HONOUR, "G3 G1")]  # W-25


def test_the_place_of_honour_left_empty() -> None:
    party = Party("G1 G2 H1")
    chart = facing_table(guests=3, hosts=1)
    assert bent({"guest:+1": 1, "guest:-1": 2, "host:0": 3}, chart, party) == [(Rule.EMPTY_HONOUR, "G1")]


def test_a_lower_rank_on_the_better_chair() -> None:
    party = Party("G1 G2 G3 H1 H2")
    plan = party.seat(PlanKind.FACING_TABLE)
    changed = swapped(plan.placed, "guest:+1", "guest:-1")
    assert bent(changed, plan.chart, party) == [(Rule.ORDER, "G3 G2")]  # W-22


def test_a_guest_among_the_hosts() -> None:
    party = Party("G1 G2 H1 H2")
    chart = facing_table(guests=1, hosts=3)
    placed = {"guest:0": 1, "host:0": 3, "host:+1": 4, "host:-1": 2}
    assert bent(placed, chart, party) == [(Rule.SIDE, "G2")]


def test_wishes_are_kept_or_not() -> None:
    party = Party("G1 G2 G3 H1 H2")
    plan = party.seat(PlanKind.FACING_TABLE)
    wishes = [Wish(1, 2), Wish(2, 3), Wish(1, 3, together=False)]
    assert bent(plan.placed, plan.chart, party, wishes=wishes) == [(Rule.APART, "G1 G3"), (Rule.TOGETHER, "G2 G3")]


def test_partners_side_by_side() -> None:
    people = [Sitter(1, H), Sitter(2, G, partner=3), Sitter(3, G), Sitter(4, H)]
    chart = long_table(4, 0)
    found = score(chart, {"a:0": 1, "a:+1": 2, "a:+2": 3, "a:-1": 4}, people)
    assert [each.people for each in found if each.rule is Rule.PARTNERS] == [(2, 3)]


@pytest.mark.parametrize(
    ("room", "rules"),
    [
        (Room(), []),
        (Room(600, 500, doors=(Opening(Wall.TOP),)), [Rule.BACK_TO_DOOR]),
        (Room(600, 500, camera=Opening(Wall.TOP)), [Rule.BACK_TO_CAMERA]),
        (Room(600, 500, camera=Opening(Wall.BOTTOM)), []),
        (Room(600, 500, windows=(Opening(Wall.BOTTOM),), sun=True), [Rule.SUN]),
        (Room(600, 500, windows=(Opening(Wall.BOTTOM),)), []),
    ],
)
def test_the_guest_of_honour_and_the_room(room: Room, rules: list[Rule]) -> None:  # W-80
    party = Party("G1 H1")
    chart = facing_table(guests=1, hosts=1, room=room)
    assert [rule for rule, _ in bent(party.on(chart).placed, chart, party)] == rules


def test_a_gap_above_somebody() -> None:
    party = Party("G1 G2 H1")
    chart = facing_table(guests=3, hosts=1)
    placed = {"guest:0": 1, "guest:-1": 2, "host:0": 3}
    assert [(each.rule, each.seats) for each in score(chart, placed, party.sitters)] == [(Rule.GAP, ("guest:+1",))]
    assert score(chart, placed, party.sitters, pins={"guest:+1": None}) == []  # kept free on purpose


def test_somebody_without_a_chair() -> None:
    party = Party("G1 G2 H1")
    assert bent(party.on(facing_table(guests=1, hosts=1)).placed, facing_table(guests=1, hosts=1), party) == [
        (Rule.UNSEATED, "G2")  # W-64
    ]


def test_a_guest_at_the_end_while_a_host_sits_within() -> None:
    party = Party("H1 H2 H3 G1 G2 G3")
    chart = long_table(3, 3)
    placed = {"a:0": 1, "b:0": 2, "a:+1": 4, "b:+1": 5, "a:-1": 6, "b:-1": 3}
    assert bent(placed, chart, party) == []  # the third host is at an end himself
    wide = long_table(5, 1)
    placed = {"a:0": 1, "b:0": 2, "a:+1": 3, "a:-1": 4, "a:+2": 5, "a:-2": 6}
    assert (Rule.END_SEAT, "G2") in bent(placed, wide, party)


def test_a_speaker_sits_at_the_aisle() -> None:
    people = [Sitter(1), Sitter(2), Sitter(3, speaker=True)]
    chart = chart_for(PlanKind.THEATRE, people, {"per_block": 2})
    by_rank = {"row1:right:1": 1, "row1:left:1": 2, "row1:right:2": 3}
    assert [each.rule for each in score(chart, by_rank, people)] == [Rule.SPEAKER]


@pytest.mark.parametrize(
    ("row", "closed", "found"),
    [
        ([G, G, G, H], False, [(0, 3)]),
        ([G, G, H, G], True, [(3, 3)]),
        ([G, G, H, G], False, []),
        ([G, G, None, G, G], False, []),
        ([G, G, G], True, [(0, 3)]),
        ([H, G, G, G, G], True, [(1, 4)]),
        ([H], True, []),
        ([], True, []),
    ],
)
def test_runs_of_one_side(row: list[Side | None], closed: bool, found: list[tuple[int, int]]) -> None:
    assert list(runs(row, closed=closed)) == found


def test_the_sum_counts_weights() -> None:
    assert total([bend(Rule.CLUMP, times=3), Bent(Rule.APART, weight=12)]) == 3 * WEIGHTS[Rule.CLUMP] + 12


# ---- the banquet


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_filling_a_banquet_of_300_beats_a_greedy_filling(seed: int) -> None:
    chart, people, wishes = banquet(seed)
    pins = {"table:3:7": 50, "table:4:0": 51}
    greedy, filled = (
        score(chart, fill(chart, people, pins=pins, wishes=wishes), people, pins=pins, wishes=wishes)
        for fill in (fill_greedily, fill_banquet)
    )
    assert total(filled) < 0.7 * total(greedy)
    assert [each for each in filled if each.rule in (Rule.APART, Rule.UNSEATED, Rule.PARTNERS)] == []


def test_the_same_banquet_is_filled_the_same_way() -> None:
    chart, people, wishes = banquet(4)
    assert fill_banquet(chart, people, wishes=wishes) == fill_banquet(chart, people, wishes=wishes)


def test_the_search_counts_as_the_score_does() -> None:
    chart, people, wishes = banquet(5)
    filling = Filling(chart, people, {}, wishes)
    filling.fill_greedily()
    before = total(score(chart, filling.placed(), people, wishes=wishes))
    assert filling.total() == before
    filling.improve(1)
    assert filling.total() == total(score(chart, filling.placed(), people, wishes=wishes))


def test_each_table_of_a_banquet_gets_its_share_of_hosts() -> None:
    chart, people, _ = banquet(6)
    placed = fill_banquet(chart, people)
    hosts = dict.fromkeys(range(1, 31), 0)
    for key, person in placed.items():
        hosts[int(key.split(":")[1])] += people[person - 1].side is H
    assert set(hosts.values()) == {2}


def test_a_table_of_a_banquet_may_be_long() -> None:
    people = [Sitter(number, H if number == 1 else G) for number in range(1, 8)]
    chart = chart_for(PlanKind.BANQUET, people, tables=[Table(1, 7, shape="long")])
    by_number = [chart.by_key[f"table:1:{number}"] for number in range(7)]
    assert [seat.facing for seat in by_number] == [180, 180, 0, 0, 0, 180, 180]
    assert by_number[1].x < by_number[0].x  # the host's own right
    assert len({(seat.x, seat.y) for seat in by_number}) == 7
