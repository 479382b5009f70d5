"""What seating says: every kind, option, reason and bent rule has words, in both languages of the interface."""

from __future__ import annotations

import pytest

from planner.language.catalog import text
from planner.language.placement_words import CHOICES, CODES, KINDS, OPTIONS, bent_said, bent_sentence, seat_name, why
from planner.rules import charts
from planner.rules.placement import Reason, Why, explain
from planner.rules.places import PlanKind
from planner.rules.seating_score import Rule, Wish, bend, score
from tests.rules.seated import Party

FACING = PlanKind.FACING_TABLE


def test_every_kind_option_and_choice_has_words() -> None:
    options = [option for chosen in charts.OPTIONS.values() for option in chosen]
    assert set(KINDS) == set(PlanKind)
    assert [option.name for option in options if option.name not in OPTIONS] == []
    assert [(one.name, choice) for one in options for choice in one.choices if (one.name, choice) not in CHOICES] == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_reason_and_rule_is_said(language: str) -> None:
    chart = Party("G1 H1").seat(FACING).chart
    said = [why(Reason(each, "guest:0", by_rule="host:0"), chart, language) for each in Why]
    said += [bent_sentence(bend(rule, 1, 2, seats=["guest:0"]), chart, str, language) for rule in Rule]
    assert [sentence for sentence in said if "{" in sentence or not sentence] == []


def test_russian_is_not_english() -> None:
    chart = Party("G1 H1").seat(FACING).chart
    sentences = [bent_said(bend(rule, 1, 2, seats=["guest:0"]), chart, str, "ru").message for rule in Rule]
    words = [*KINDS.values(), *OPTIONS.values(), *CHOICES.values(), *sentences]
    assert [message for message in words if text(message, "ru") == message] == []


def test_why_names_rank_side_and_place() -> None:
    party = Party("G1 G2 G3 H1 H2")
    plan = party.seat(FACING)
    reason = explain(plan.chart, "guest:+1", plan.placed, party.sitters)
    assert why(reason, plan.chart, "en") == (
        "Number 2 of the guests’ side: chair 1 from the principal, at the principal’s own right."
    )
    assert why(reason, plan.chart, "ru") == "№ 2 стороны гостей: 1-е место от главы, по правую руку."


def test_a_pinned_one_is_told_where_the_rule_would_seat() -> None:
    party = Party("G1 G2 G3 H1 H2")
    plan = party.seat(FACING, pins={"guest:-1": "G2"})
    reason = explain(plan.chart, "guest:-1", plan.placed, party.sitters, {"guest:-1": party.ids["G2"]})
    assert why(reason, plan.chart, "en") == (
        "Pinned here by the office. Number 2 of the guests’ side. By the rule it would be seat 2 of the guests’ side."
    )


def test_a_bent_rule_names_people() -> None:
    party = Party("G1 G2 G3 H1 H2")
    plan = party.seat(FACING)
    bent = score(plan.chart, plan.placed, party.sitters, wishes=[Wish(1, 2, together=False)])
    assert [bent_sentence(each, plan.chart, lambda who: party.names[who - 1], "en") for each in bent] == [
        "G1 and G2 should not sit together."
    ]
    assert CODES[bent[0].rule] == "W-33"


@pytest.mark.parametrize(
    ("kind", "key", "name"),
    [
        (FACING, "host:0", "1 of the hosts’ side"),
        (PlanKind.CAR, "RR", "behind on the right"),
        (PlanKind.THEATRE, "row1:left:2", "row 1, left-hand block, 2 from the middle"),
        (PlanKind.ROUND, "round:1", "2"),
        (PlanKind.PHOTO, "row1:0", "1"),
    ],
)
def test_a_seat_has_a_name(kind: PlanKind, key: str, name: str) -> None:
    assert seat_name(Party("G1 G2 H1").seat(kind).chart, key, "en") == name
