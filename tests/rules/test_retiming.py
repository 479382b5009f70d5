"""A day tightened, spread, fitted into a block and opened for a pause."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from planner.rules.retiming import Retimed, fit, insert_gap, spread, tighten
from planner.rules.ripple import Piece, Span, overlap
from planner.rules.times import clock
from tests.rules.test_ripple import days

A, B, ALL = frozenset("a"), frozenset("b"), frozenset("ab")
DAY = [
    Piece(1, 480, 540, ALL), Piece(2, 600, 660, A), Piece(3, 610, 640, B), Piece(4, 780, 840, ALL),
    Piece(5, 1000, 1060, ALL),
]  # fmt: skip


def shown(places: Mapping[int, Span]) -> dict[int, str]:
    return {key: f"{clock(span.start)}-{clock(span.end)}" for key, span in sorted(places.items())}


def twenty(_before: Piece, _after: Piece) -> int:
    return 20


def test_tightened_day_keeps_only_the_minutes_needed() -> None:
    assert shown(tighten(DAY, twenty).places) == {
        2: "09:20-10:20", 3: "09:20-09:50", 4: "10:40-11:40", 5: "12:00-13:00",
    }  # fmt: skip


def test_tightened_day_keeps_its_anchors() -> None:
    pieces = [one._replace(hard=one.id == 4) for one in DAY]
    assert shown(tighten(pieces).places) == {2: "09:00-10:00", 3: "09:00-09:30", 5: "14:00-15:00"}


def test_a_gap_already_shorter_than_needed_is_not_made_longer() -> None:
    pieces = [Piece(1, 480, 540, A), Piece(2, 550, 600, A)]
    assert tighten(pieces, twenty) == Retimed({})


def test_spread_day_has_equal_pauses_between_its_first_and_last() -> None:
    assert shown(spread(DAY).places) == {2: "10:50-11:50", 3: "11:00-11:30", 4: "13:40-14:40"}


def test_spread_day_keeps_its_anchors() -> None:
    pieces = [one._replace(hard=one.id == 4) for one in DAY]
    assert shown(spread(pieces).places) == {2: "10:30-11:30", 3: "10:40-11:10"}


def test_spread_pauses_are_never_shorter_than_needed() -> None:
    pieces = [Piece(1, 0, 60, A), Piece(2, 100, 160, A), Piece(3, 200, 260, A), Piece(4, 300, 360, A)]
    found = spread(pieces, lambda before, _after: 70 if before.id == 1 else 0)
    assert shown(found.places) == {2: "02:10-03:10", 3: "03:35-04:35"}


def test_fitted_day_begins_and_ends_with_the_block() -> None:
    found = fit(DAY, 540, 900)
    assert (shown(found.places), found.missing) == (
        {1: "09:00-10:00", 2: "10:20-11:20", 3: "10:30-11:00", 4: "12:00-13:00", 5: "14:00-15:00"}, 0,
    )  # fmt: skip


def test_minutes_that_do_not_fit_are_missing() -> None:
    assert fit(DAY, 540, 720, twenty).missing == 4 * 60 + 3 * 20 - 180


def test_a_day_too_long_is_shortened_where_that_is_wanted() -> None:
    found = fit(DAY, 540, 720, twenty, shorten=True)
    assert (shown(found.places), found.missing) == (
        {1: "09:00-09:30", 2: "09:50-10:20", 3: "09:55-10:10", 4: "10:40-11:10", 5: "11:30-12:00"}, 0,
    )  # fmt: skip


def test_fitted_day_leaves_its_anchor_and_fits_what_is_around_it() -> None:
    pieces = [one._replace(hard=one.id == 4) for one in DAY]
    assert shown(fit(pieces, 500, 920).places) == {
        1: "08:20-09:20", 2: "12:00-13:00", 3: "12:10-12:40", 5: "14:00-15:00",
    }  # fmt: skip


def test_inserted_gap_moves_what_begins_then_or_later() -> None:
    found = insert_gap(DAY, 600, 30)
    assert shown(found.places) == {2: "10:30-11:30", 3: "10:40-11:10", 4: "13:30-14:30", 5: "17:10-18:10"}


def test_gap_on_one_track_leaves_the_others() -> None:
    assert 3 not in insert_gap(DAY, 600, 30, A).places


@given(days(), st.integers(0, 3))
def test_retimed_days_keep_lengths_anchors_and_free_tracks(day: tuple[list[Piece], object, bool], need: int) -> None:
    pieces = day[0]

    def needed(_before: Piece, _after: Piece) -> int:
        return need * 5

    ends = max(one.end for one in pieces)
    for found in (tighten(pieces, needed), spread(pieces, needed), fit(pieces, 0, ends + 60, needed)):
        by_id = {one.id: one for one in pieces}
        assert [one for one in found.places if by_id[one].hard] == []
        assert all(span.end - span.start == by_id[one].end - by_id[one].start for one, span in found.places.items())
        if found.missing:
            continue
        now = {one.id: found.places.get(one.id) or Span(one.start, one.end) for one in pieces}
        for one, other in combinations(pieces, 2):
            if not one.holds.isdisjoint(other.holds) and not overlap(one, other):
                assert not overlap(now[one.id], now[other.id]), (one, other)


@given(days())
def test_tightened_day_is_as_tight_as_it_gets_and_moves_nothing_later(day: tuple[list[Piece], object, bool]) -> None:
    pieces = [one for one in day[0] if one.end > one.start]  # moments at one minute have no order to keep
    found = tighten(pieces)
    assert all(span.start < {one.id: one for one in pieces}[key].start for key, span in found.places.items())
    after = [one._replace(start=found.places[one.id].start, end=found.places[one.id].end) if one.id in found.places
             else one for one in pieces]  # fmt: skip
    assert tighten(after) == Retimed({})
