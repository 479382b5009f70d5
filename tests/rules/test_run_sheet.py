"""The day as it runs: lateness, and what follows re-timed up to the next anchor."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.rules.ripple import Span
from planner.rules.run_sheet import FORGOTTEN, GRID, Running, Stage, proposal

ALL = frozenset({"everybody"})


def item(
    number: int, start: int, end: int, began: int | None = None, ended: int | None = None, *, hard: bool = False
) -> Running:
    return Running(number, start, end, began, ended, ALL, hard)


MEETING = item(1, 600, 660)
LUNCH = item(2, 670, 730)
VISIT = item(3, 740, 800)
FLIGHT = item(4, 810, 870, hard=True)


def test_an_item_is_ahead_then_running_then_over() -> None:
    assert [one.stage for one in (MEETING, item(1, 600, 660, 600), item(1, 600, 660, 600, 650))] == list(Stage)


def test_lateness_counts_the_start_then_the_end_and_knows_early() -> None:
    begun = item(1, 600, 660, 607)
    assert [MEETING.late(600), MEETING.late(612), begun.late(640), begun.late(680)] == [0, 12, 7, 20]
    assert item(1, 600, 660, 600, 650).late(700) == -10


def test_a_day_on_time_proposes_nothing() -> None:
    assert proposal([item(1, 600, 660, 600), LUNCH, VISIT], 630).places == {}


def test_what_follows_a_late_item_uses_up_free_time_first() -> None:
    found = proposal([item(1, 600, 660, 615), LUNCH, VISIT, FLIGHT], 620)
    assert found.places == {2: Span(675, 735)}  # 5 of the 15 minutes; ten were free before lunch, ten after it


def test_what_follows_is_pushed_as_far_as_an_anchor_which_stays() -> None:
    found = proposal([item(1, 600, 660, 640), LUNCH, VISIT, FLIGHT], 645)
    assert found.places == {2: Span(700, 760), 3: Span(760, 820)}
    assert [(stop.piece, stop.missing) for stop in found.ripple.stops] == [(4, 10)]


def test_an_item_that_should_have_begun_begins_now_on_the_grid() -> None:
    assert proposal([MEETING, LUNCH], 612).places == {1: Span(615, 675), 2: Span(675, 735)}


def test_an_anchor_that_should_have_begun_is_not_moved() -> None:
    assert proposal([FLIGHT], 815).places == {}


def test_taking_a_proposal_leaves_nothing_to_propose() -> None:
    day = [item(1, 600, 660, 640), LUNCH, VISIT]
    places = proposal(day, 645).places
    taken = [day[0], *(one._replace(start=places[one.id].start, end=places[one.id].end) for one in day[1:])]
    assert proposal(taken, 645).places == {}


def test_what_was_over_late_no_longer_counts_once_the_next_has_begun() -> None:
    over = item(1, 600, 660, 600, 690)
    assert proposal([over, LUNCH], 691).places == {2: Span(695, 755)}
    assert proposal([over, item(2, 670, 730, 690), VISIT], 720).places == {3: Span(750, 810)}
    assert proposal([over, item(2, 670, 730, 690, 730), VISIT], 731).places == {}


def test_an_item_nobody_noted_is_forgotten_after_a_while() -> None:
    assert proposal([MEETING], 660 + FORGOTTEN).places == {}
    assert proposal([MEETING], 659 + FORGOTTEN).places == {1: Span(720, 780)}


def test_the_way_to_the_next_place_is_kept_free() -> None:
    found = proposal([item(1, 600, 660, 610), LUNCH], 620, needed=lambda _before, _after: 10)
    assert found.places == {2: Span(680, 740)}


def test_people_elsewhere_are_not_held_up() -> None:
    elsewhere = Running(5, 665, 700, holds=frozenset({"press"}))
    assert proposal([item(1, 600, 660, 640), elsewhere], 650).places == {}


@st.composite
def days(draw: st.DrawFn) -> tuple[list[Running], int]:
    minute, found = 480, []
    for number in range(draw(st.integers(1, 6))):
        minute += draw(st.integers(0, 6)) * 5
        end = minute + draw(st.integers(1, 12)) * 5
        found.append(item(number, minute, end, hard=draw(st.integers(0, 5)) == 0))
        minute = end
    done = draw(st.integers(0, len(found)))
    now = 480
    for place in range(done):
        now = max(now, found[place].start) + draw(st.integers(0, 25))
        over = now + draw(st.integers(1, 80)) if place < done - 1 else None
        found[place] = found[place]._replace(began=now, ended=over)
        now = over or now + draw(st.integers(0, 90))
    return found, now


@given(days())
def test_a_proposal_moves_only_what_is_ahead_and_nothing_earlier(day: tuple[list[Running], int]) -> None:
    items, now = day
    by_id = {one.id: one for one in items}
    for number, span in proposal(items, now).places.items():
        one = by_id[number]
        assert one.stage is Stage.AHEAD
        assert not one.hard
        assert span.end - span.start == one.end - one.start
        assert span.start > one.start
        assert span.start % GRID == 0
