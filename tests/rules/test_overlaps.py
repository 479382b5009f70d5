"""What overlaps, against the plain comparison of all with all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.rules.agenda import Busy, Use, clashing, overlapping_pairs

USES = st.lists(
    st.builds(
        lambda what, start, length, item: Use(what, start, start + length, item),
        st.integers(1, 3), st.integers(0, 12), st.sampled_from([0, 0, 3, 8]), st.integers(1, 15),
    ),
    max_size=25, unique=True,
)  # fmt: skip


def together(one: Use, other: Use) -> bool:
    return one.start < other.end and other.start < one.end


@given(USES)
def test_pairs_are_all_those_that_meet(uses: list[Use]) -> None:
    found = [frozenset(pair) for pair in overlapping_pairs(uses)]
    meeting = {
        frozenset((one, other))
        for one in uses
        for other in uses
        if one.what == other.what and one.item != other.item and together(one, other)
    }
    assert (len(found), set(found)) == (len(meeting), meeting)


@given(USES)
def test_earlier_use_of_a_pair_comes_first(uses: list[Use]) -> None:
    assert [pair for pair in overlapping_pairs(uses) if pair[0].start > pair[1].start] == []


def test_nothing_overlaps_where_nothing_is_used() -> None:
    assert list(overlapping_pairs([])) == []


def test_moment_within_a_span_overlaps_it_and_at_its_edge_does_not() -> None:
    span, within, edge = Use(1, 10, 20, 1), Use(1, 15, 15, 2), Use(1, 20, 20, 3)
    assert list(overlapping_pairs([edge, within, span])) == [(span, within)]


def test_item_clashes_with_what_takes_the_same_people_at_the_same_time() -> None:
    one = Busy(1, 10, 20, frozenset({7, 8}))
    beside, later = Busy(2, 15, 30, frozenset({9})), Busy(3, 20, 30, frozenset({7}))
    taken = Busy(4, 5, 11, frozenset({8, 9}))
    assert clashing(one, [one, beside, later, taken]) == [taken]
