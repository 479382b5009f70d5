"""Flags in the order a profile gives them, whatever order they are named in (handbook 3.10, 3.12)."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.rules.flags_order import Custom, Flag, Ordered, Why, in_order

KG, RU = Flag("KG", 1, own=False, place=2), Flag("RU", 1, own=True, place=3)
CA, DE = Flag("CA", 1, own=False, place=1), Flag("DE", 1, own=False, place=4)
JALAL_ABAD, KRASNOYARSK = Flag("Jalal-Abad", 3, own=False, place=2), Flag("Krasnoyarsk", 3, own=True, place=3)
CUSTOMS = [
    Custom(order, two_flags, front)  # type: ignore[arg-type]
    for order in ("russian-law", "guest-first", "own-first", "alphabet", "canadian")
    for two_flags in ("guest-left", "own-left")
    for front in ("guest", "own")
]
FLAGS = st.lists(
    st.tuples(st.integers(1, 4), st.booleans(), st.integers(0, 5)), max_size=7
).map(lambda drawn: [Flag(f"F{number}", *one) for number, one in enumerate(drawn)])  # fmt: skip


@given(flags=FLAGS, custom=st.sampled_from(CUSTOMS))
def test_every_flag_stands_once(flags: list[Flag], custom: Custom) -> None:
    found = in_order(flags, custom)
    assert sorted(found.flags) == sorted(flag.name for flag in flags)
    assert (found.front in found.flags) is bool(flags)
    assert (found.why is None) is (len(flags) < 2)


@pytest.mark.parametrize("custom", CUSTOMS)
def test_the_order_of_naming_does_not_matter(custom: Custom) -> None:
    flags = [KG, RU, CA, JALAL_ABAD]
    assert len({in_order(named, custom) for named in permutations(flags)}) == 1


@pytest.mark.parametrize(
    ("custom", "order", "why"),
    [
        (Custom("russian-law", "guest-left"), "Jalal-Abad KG RU Krasnoyarsk", Why.MIXED),
        (Custom("own-first", "own-left"), "Krasnoyarsk RU KG Jalal-Abad", Why.MIXED),
        (Custom("canadian", "own-left"), "RU KG Jalal-Abad Krasnoyarsk", Why.CANADIAN),
    ],
)
def test_cities_of_two_sides_stand_outwards(custom: Custom, order: str, why: Why) -> None:
    found = in_order([KRASNOYARSK, KG, JALAL_ABAD, RU], custom)
    assert (found.flags, found.why) == (tuple(order.split()), why)


@pytest.mark.parametrize(
    ("custom", "order", "why"),
    [
        (Custom("russian-law", "guest-left"), "CA KG DE RU", Why.GUESTS_FIRST),
        (Custom("russian-law", "own-left"), "RU CA KG DE", Why.OWN_FIRST),
        (Custom("own-first", "own-left"), "RU CA KG DE", Why.OWN_FIRST),
        (Custom("alphabet"), "CA KG RU DE", Why.ALPHABET),
        (Custom("canadian"), "RU CA KG DE", Why.CANADIAN),
    ],
)
def test_many_states_stand_by_the_alphabet_and_the_profile(custom: Custom, order: str, why: Why) -> None:
    found = in_order([DE, RU, KG, CA], custom)
    assert (found.flags, found.why) == (tuple(order.split()), why)


def test_of_three_states_canada_sets_its_own_in_the_middle() -> None:
    assert in_order([RU, KG, CA], Custom("canadian")).flags == ("CA", "RU", "KG")


def test_own_flags_outside_russia_go_from_the_highest_down() -> None:
    assert in_order([KRASNOYARSK, RU], Custom("own-first")) == Ordered(("RU", "Krasnoyarsk"), Why.BY_LEVEL, "RU")


def test_the_law_says_nothing_of_foreign_flags_alone() -> None:
    assert in_order([DE, KG], Custom("russian-law")) == Ordered(("KG", "DE"), Why.ALPHABET, "KG")


def test_a_single_flag_follows_no_rule() -> None:
    assert in_order([KG], Custom()) == Ordered(("KG",), None, "KG")
