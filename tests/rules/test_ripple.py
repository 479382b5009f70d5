"""The ripple: what follows moves up to the next anchor, keeps its order and its length, and says what it costs."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from planner.rules.ripple import Eaten, Piece, Span, Stop, Why, missing_minutes, overlap, ripple
from planner.rules.times import clock

ALL = frozenset({"a", "b"})
A, B = frozenset({"a"}), frozenset({"b"})

MORNING = [
    Piece(1, 480, 540, ALL),
    Piece(2, 600, 660, A),
    Piece(3, 600, 660, B),
    Piece(4, 670, 740, A),
    Piece(5, 780, 840, ALL, hard=True),
    Piece(6, 870, 930, ALL),
]


def shown(places: dict[int, Span]) -> dict[int, str]:
    return {key: f"{clock(span.start)}-{clock(span.end)}" for key, span in places.items()}


def test_everything_behind_moves_up_to_the_anchor() -> None:
    found = ripple(MORNING, {1: Span(510, 570)})
    assert shown(dict(found.places)) == {2: "10:30-11:30", 3: "10:30-11:30", 4: "11:40-12:50"}
    assert found.stops == (Stop(5, 780, Why.ANCHOR, 0),)
    assert (found.eaten, found.clashes) == ((Eaten(5, 30),), ())


def test_minutes_that_do_not_fit_before_the_anchor_are_told() -> None:
    found = ripple(MORNING, {1: Span(540, 600)})
    assert found.stops == (Stop(5, 780, Why.ANCHOR, 20),)
    assert (missing_minutes(found), found.clashes) == (20, ((4, 5),))


def test_only_the_track_of_the_moved_item_follows() -> None:
    found = ripple(MORNING, {3: Span(610, 670)})
    assert (dict(found.places), found.stops) == ({}, (Stop(5, 780),))


def test_what_is_behind_the_anchor_stays_on_its_tracks_only() -> None:
    pieces = [Piece(1, 480, 540, ALL), Piece(2, 600, 610, A, hard=True), Piece(3, 620, 640, A), Piece(4, 620, 640, B)]
    assert shown(dict(ripple(pieces, {1: Span(500, 560)}).places)) == {4: "10:40-11:00"}


def test_gaps_are_used_up_first_where_that_is_wanted() -> None:
    found = ripple(MORNING, {1: Span(550, 610)}, keep_gaps=False)
    assert shown(dict(found.places)) == {2: "10:10-11:10", 3: "10:10-11:10"}
    assert found.eaten == (Eaten(2, 60), Eaten(3, 60), Eaten(4, 10))
    assert found.stops == ()


def test_an_earlier_item_draws_what_follows_with_it_as_far_as_there_is_room() -> None:
    pieces = [Piece(1, 600, 660, A), Piece(2, 600, 690, B), Piece(3, 700, 760, ALL), Piece(4, 770, 800, A)]
    found = ripple(pieces, {1: Span(570, 630)})
    assert shown(dict(found.places)) == {3: "11:30-12:30", 4: "12:40-13:10"}
    assert found.stops == (Stop(3, 690, Why.TAKEN),)


def test_a_longer_item_moves_what_begins_after_it_and_not_what_began_in_it() -> None:
    pieces = [Piece(1, 600, 660, A), Piece(2, 630, 645, A), Piece(3, 660, 700, A)]
    assert dict(ripple(pieces, {1: Span(600, 680)}).places) == {3: Span(680, 720)}


def test_a_new_start_alone_moves_nothing() -> None:
    assert dict(ripple(MORNING, {1: Span(470, 540)}).places) == {}


def test_a_moved_anchor_is_followed() -> None:
    assert shown(dict(ripple(MORNING, {5: Span(800, 860)}).places)) == {6: "14:50-15:50"}


def test_several_moved_together_are_followed_once() -> None:
    found = ripple(MORNING, {1: Span(485, 545), 2: Span(605, 665)})
    assert shown(dict(found.places)) == {3: "10:05-11:05", 4: "11:15-12:25"}


THINGS = st.frozensets(st.sampled_from("abc"), min_size=1, max_size=3)


@st.composite
def days(draw: st.DrawFn) -> tuple[list[Piece], dict[int, Span], bool]:
    pieces = []
    for number in range(1, draw(st.integers(2, 9))):
        start = draw(st.integers(0, 80)) * 5
        length = draw(st.integers(0, 12)) * 5
        pieces.append(Piece(number, start, start + length, draw(THINGS), draw(st.integers(0, 3)) == 0))
    one = draw(st.sampled_from(pieces))
    by, longer = draw(st.integers(-20, 20)) * 5, draw(st.sampled_from([0, 0, 5, 30]))
    return pieces, {one.id: Span(one.start + by, one.end + by + longer)}, draw(st.booleans())


@given(days())
def test_anchors_stay_lengths_and_order_are_kept_and_every_new_overlap_is_told(
    day: tuple[list[Piece], dict[int, Span], bool],
) -> None:
    pieces, moved, keep = day
    found = ripple(pieces, moved, keep_gaps=keep)
    now = {one.id: Span(one.start, one.end) for one in pieces} | dict(found.places) | moved
    by_id = {one.id: one for one in pieces}
    assert not found.places.keys() & moved.keys()
    assert [one for one in found.places if by_id[one].hard] == []
    assert all(span.end - span.start == by_id[one].end - by_id[one].start for one, span in found.places.items())
    new = set()
    for one, other in combinations(pieces, 2):
        if one.holds.isdisjoint(other.holds):
            continue
        if overlap(now[one.id], now[other.id]) and not overlap(one, other):
            new.add((one.id, other.id))
        if one.id in moved or other.id in moved or one.start == other.start:
            continue
        first, second = (one, other) if one.start < other.start else (other, one)
        assert now[first.id].start <= now[second.id].start, (first, second)
    assert set(found.clashes) == new


@given(days())
def test_what_shares_nothing_with_the_moved_never_moves(day: tuple[list[Piece], dict[int, Span], bool]) -> None:
    pieces, moved, keep = day
    mover = next(one for one in pieces if one.id in moved)
    reach = set(mover.holds)
    for _round in pieces:
        reach |= {thing for one in pieces if one.holds & reach for thing in one.holds}
    found = ripple(pieces, moved, keep_gaps=keep)
    assert [one.id for one in pieces if one.id in found.places and not one.holds & reach] == []
    earliest = min(mover.end, mover.start + 1)
    assert [one for one in pieces if one.id in found.places and one.start < earliest] == []
