"""Matching hosts to guests, and the facts of W-19, W-20, W-21, W-31 and W-57."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.rules.counterparts import (
    Candidate,
    Change,
    Pair,
    Reception,
    gap,
    imbalance,
    is_wide,
    match,
    overloaded,
    reciprocity,
)

GUESTS = [Candidate(1, 8), Candidate(2, 10, "education"), Candidate(3, 10, "construction"), Candidate(4, 12, "culture")]
HOSTS = [Candidate(11, 7), Candidate(12, 10, "economy"), Candidate(13, 10, "education"), Candidate(14, 10, "culture")]


def test_each_guest_takes_the_nearest_level_and_the_same_field_first() -> None:
    assert match(GUESTS, HOSTS) == (
        Pair(1, 11, -1),
        Pair(2, 13, 0, same_field=True),
        Pair(3, 12, 0),
        Pair(4, 14, -2, same_field=True),
    )


def test_host_of_higher_level_is_preferred_at_the_same_distance() -> None:
    assert match([Candidate(1, 8)], [Candidate(11, 9), Candidate(12, 7)]) == (Pair(1, 12, -1),)


def test_pinned_pair_is_kept_and_its_host_is_given_to_nobody_else() -> None:
    found = match(GUESTS, HOSTS, {3: 11})
    assert [(pair.guest, pair.host, pair.pinned) for pair in found] == [
        (1, 12, False), (2, 13, False), (3, 11, True), (4, 14, False),
    ]  # fmt: skip


def test_guest_without_a_host_left_stands_alone() -> None:
    assert match(GUESTS[:2], HOSTS[:1]) == (Pair(1, 11, -1), Pair(2, None))


def test_unranked_are_matched_last_and_their_gap_is_not_known() -> None:
    found = match([Candidate(1), Candidate(2, 5)], [Candidate(11, 5), Candidate(12)])
    assert found == (Pair(1, 12), Pair(2, 11, 0))


def test_pin_on_somebody_who_is_gone_is_forgotten() -> None:
    assert match([Candidate(1, 8)], [Candidate(11, 8)], {1: 99, 98: 11}) == (Pair(1, 11, 0),)


def test_w_20_warns_from_two_levels() -> None:
    pairs = [Pair(1, 11, -1), Pair(1, 11, 2), Pair(1, 11, -2), Pair(1, 11)]
    assert [(gap(pair), is_wide(pair)) for pair in pairs] == [(1, False), (2, True), (2, True), (0, False)]


def test_w_21_more_than_twice_the_other_side() -> None:
    sides = ((2, 6), (6, 2), (3, 6), (0, 5), (4, 4))
    assert [imbalance(*pair) for pair in sides] == [True, True, False, False, False]


def test_w_31_officers_with_more_than_eight_guests() -> None:
    assert overloaded({1: 8, 2: 9, 3: 12}) == [3, 2]


def test_w_57_reception_is_compared_by_the_distance_of_host_and_guest() -> None:
    last = Reception(8, 7, 3)
    assert reciprocity(Reception(8, 7, 3), last) == (Change.SAME,)
    assert reciprocity(Reception(8, 9, 2), last) == (Change.LOWER, Change.SHORTER)
    assert reciprocity(Reception(10, 7, 4), last) == (Change.HIGHER, Change.LONGER)
    assert reciprocity(Reception(None, 7, 3), last) == ()


CANDIDATES = st.lists(
    st.builds(Candidate, st.integers(1, 30), st.none() | st.integers(1, 4), st.sampled_from(["", "a", "b"])),
    max_size=8, unique_by=lambda one: one.id,
)  # fmt: skip


@given(CANDIDATES, CANDIDATES, st.dictionaries(st.integers(1, 30), st.integers(101, 130), max_size=2))
def test_nobody_is_given_twice_and_pins_are_kept(
    guests: list[Candidate], few: list[Candidate], pins: dict[int, int]
) -> None:
    hosts = [one._replace(id=one.id + 100) for one in few]
    pins = {guest: host for host, guest in {host: guest for guest, host in pins.items()}.items()}  # a host once
    found = match(guests, hosts, pins)
    taken = [pair.host for pair in found if pair.host is not None]
    assert [pair.guest for pair in found] == [guest.id for guest in guests]
    assert len(taken) == len(set(taken)) == min(len(guests), len(hosts))
    known = {one.id for one in hosts}
    assert all(pair.host == pins[pair.guest] for pair in found if pins.get(pair.guest) in known)


@given(CANDIDATES, CANDIDATES)
def test_guest_never_passes_over_a_nearer_free_host(guests: list[Candidate], few: list[Candidate]) -> None:
    levels = {one.id + 100: one.level for one in few}
    free = dict(levels)
    for pair, guest in zip(match(guests, [one._replace(id=one.id + 100) for one in few]), guests, strict=True):
        if pair.host is None:
            assert not free
            continue
        if guest.level is not None and free.pop(pair.host) is not None:
            assert all(abs(one - guest.level) >= gap(pair) for one in free.values() if one is not None)
        else:
            free.pop(pair.host, None)
