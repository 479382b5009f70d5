"""What is to be done by when: counted in working days, moved with its event, never put on a day of rest."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.rules.calendar import DayKind, FeastDay, Status
from planner.rules.kinds import EventKind
from planner.rules.preparation import (
    Anchor,
    Counted,
    Phase,
    TaskState,
    When,
    WorkCalendar,
    due_day,
    phase_of,
    plan,
    read_offset,
    split_offset,
    state_of,
    work_calendar,
    write_offset,
)
from planner.rules.shipped_tasks import TASKS, scaled, shipped, shipped_for

MONDAY = date(2026, 9, 7)
PLAIN = WorkCalendar()
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
CALENDARS = st.builds(
    WorkCalendar, st.frozensets(DAYS, max_size=30), st.frozensets(DAYS, max_size=8),
    st.frozensets(st.integers(0, 6), max_size=3),
)  # fmt: skip
OFFSETS = st.integers(-60, 40)
TASK = st.builds(
    Counted, st.integers(1, 99), st.sampled_from(list(Anchor)), st.none() | OFFSETS, st.none() | DAYS, st.none() | DAYS,
    st.integers(0, 9),
)  # fmt: skip


@pytest.mark.parametrize(
    ("offset", "due"),
    [
        (0, date(2026, 9, 7)), (-1, date(2026, 9, 4)), (-5, date(2026, 8, 31)), (-6, date(2026, 8, 28)),
        (1, date(2026, 9, 8)), (5, date(2026, 9, 14)),
    ],
)  # fmt: skip
def test_due_day_passes_the_weekend_over(offset: int, due: date) -> None:
    assert due_day(MONDAY, offset, PLAIN) == due


def test_due_day_passes_holidays_over_and_counts_a_worked_saturday() -> None:
    friday, saturday = date(2026, 9, 4), date(2026, 9, 5)
    rested = PLAIN._replace(closed=frozenset({friday}), worked=frozenset({saturday}))
    assert [due_day(MONDAY, offset, rested) for offset in (-1, -2)] == [saturday, date(2026, 9, 3)]


def test_due_day_is_the_plain_day_where_nobody_ever_works() -> None:
    assert due_day(MONDAY, -5, PLAIN._replace(weekend=frozenset(range(7)))) == date(2026, 9, 2)


def test_due_day_of_the_event_itself_may_be_a_sunday() -> None:
    sunday = date(2026, 9, 6)
    assert due_day(sunday, 0, PLAIN) == sunday


@given(DAYS, OFFSETS, CALENDARS)
def test_due_day_is_never_a_day_of_rest(anchor: date, offset: int, calendar: WorkCalendar) -> None:
    assume(offset)
    assert calendar.works(due_day(anchor, offset, calendar))


@given(DAYS, OFFSETS, OFFSETS, CALENDARS)
def test_due_day_comes_earlier_for_an_earlier_offset(
    anchor: date, one: int, other: int, calendar: WorkCalendar
) -> None:
    days = {offset: due_day(anchor, offset, calendar) for offset in (one, other)}
    assert (days[one] < days[other]) == (one < other)


@given(DAYS, st.integers(0, 60), OFFSETS, CALENDARS)
def test_due_day_never_moves_against_its_event(anchor: date, later: int, offset: int, calendar: WorkCalendar) -> None:
    moved = due_day(anchor + timedelta(days=later), offset, calendar)
    assert moved >= due_day(anchor, offset, calendar)


@given(DAYS, st.integers(-9, 9), OFFSETS, st.frozensets(st.integers(0, 6), max_size=3))
def test_due_day_moves_by_the_weeks_its_event_moves(
    anchor: date, weeks: int, offset: int, weekend: frozenset[int]
) -> None:
    calendar, by = WorkCalendar(weekend=weekend), timedelta(weeks=weeks)
    assert due_day(anchor + by, offset, calendar) == due_day(anchor, offset, calendar) + by


@given(DAYS, OFFSETS, CALENDARS)
def test_due_day_has_as_many_working_days_between_as_it_was_told(
    anchor: date, offset: int, calendar: WorkCalendar
) -> None:
    due = due_day(anchor, offset, calendar)
    first, last = sorted((anchor, due))
    between = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert sum(calendar.works(day) for day in between if day != anchor) == abs(offset)


@given(st.lists(TASK, unique_by=lambda one: one.id, max_size=12), DAYS, st.integers(0, 5), CALENDARS, DAYS)
def test_plan_keeps_every_task_and_puts_them_in_order(
    tasks: list[Counted], since: date, length: int, calendar: WorkCalendar, today: date
) -> None:
    until = since + timedelta(days=length)
    steps = plan(tasks, since, until, calendar, today=today)
    assert sorted(step.id for step in steps) == sorted(one.id for one in tasks)
    assert [step.due or date.max for step in steps] == sorted(step.due or date.max for step in steps)
    fixed = {one.id: one.fixed for one in tasks if one.fixed}
    assert {step.id: step.due for step in steps if step.id in fixed} == fixed
    assert all((step.days is None) == (step.due is None) for step in steps)


@given(st.lists(OFFSETS, max_size=8), DAYS, st.integers(1, 40))
def test_plan_keeps_its_order_when_the_event_moves(offsets: list[int], since: date, weeks: int) -> None:
    tasks = [Counted(number, offset=offset, position=number) for number, offset in enumerate(offsets)]
    before = plan(tasks, since, since, PLAIN, today=since)
    later = since + timedelta(weeks=weeks)
    after = plan(tasks, later, later, PLAIN, today=since)
    assert [step.id for step in before] == [step.id for step in after]
    assert [step.due + timedelta(weeks=weeks) for step in before if step.due] == [step.due for step in after]


def test_plan_leaves_a_fixed_day_where_it_is_and_counts_the_end_from_the_last_day() -> None:
    tasks = [
        Counted(1, fixed=date(2026, 9, 1)), Counted(2, offset=-1), Counted(3, Anchor.END, 1), Counted(4),
    ]  # fmt: skip
    steps = plan(tasks, MONDAY, date(2026, 9, 9), PLAIN, today=date(2026, 9, 2))
    assert [(one.id, one.due, one.state, one.phase, one.days) for one in steps] == [
        (1, date(2026, 9, 1), TaskState.LATE, Phase.LAST_WEEK, -1),
        (2, date(2026, 9, 4), TaskState.THIS_WEEK, Phase.LAST_WEEK, 2),
        (3, date(2026, 9, 10), TaskState.AHEAD, Phase.AFTER, 8),
        (4, None, TaskState.UNDATED, Phase.UNDATED, None),
    ]


def test_plan_calls_late_start_what_was_due_before_the_event_was_entered() -> None:
    done = Counted(2, offset=-10, done_on=MONDAY)
    tasks = [Counted(1, offset=-30), done, Counted(3, offset=-20), Counted(4, offset=-1)]
    steps = plan(tasks, MONDAY, MONDAY, PLAIN, today=date(2026, 9, 3), made_on=date(2026, 9, 2))
    assert [(one.id, one.late_start, one.state) for one in steps] == [
        (1, True, TaskState.LATE), (3, True, TaskState.LATE), (2, False, TaskState.DONE),
        (4, False, TaskState.THIS_WEEK),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("due", "state"),
    [
        (date(2026, 9, 8), TaskState.LATE), (date(2026, 9, 9), TaskState.THIS_WEEK),
        (date(2026, 9, 13), TaskState.THIS_WEEK), (date(2026, 9, 14), TaskState.AHEAD), (None, TaskState.UNDATED),
    ],
)  # fmt: skip
def test_state_of_a_week_ends_with_its_sunday(due: date | None, state: TaskState) -> None:
    assert state_of(due, None, date(2026, 9, 9)) is state
    assert state_of(due, date(2026, 9, 1), date(2026, 9, 9)) is TaskState.DONE


def test_phases_follow_the_days_to_the_event() -> None:
    days = [-43, -42, -15, -14, -8, -7, -1, 0, 2, 3]
    found = [phase_of(MONDAY + timedelta(days=day), MONDAY, MONDAY + timedelta(days=2)) for day in days]
    assert found == [
        Phase.GROUNDWORK, Phase.PROGRAMME, Phase.PROGRAMME, Phase.PAPERS, Phase.PAPERS, Phase.LAST_WEEK,
        Phase.LAST_WEEK, Phase.EVENT, Phase.EVENT, Phase.AFTER,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("T-5", When(Anchor.START, -5)), ("т – 14", When(Anchor.START, -14)), ("Д+3", When(Anchor.END, 3)),
        ("T", When(Anchor.START, 0)), ("T+0", When(Anchor.START, 0)), ("T-401", None), ("5", None), ("T-x", None),
    ],
)  # fmt: skip
def test_offset_is_read_as_people_write_it(words: str, when: When | None) -> None:
    assert read_offset(words) == when


@given(st.integers(-400, 400))
def test_offset_written_is_read_again(offset: int) -> None:
    anchor = Anchor.END if offset > 0 else Anchor.START
    assert read_offset(write_offset(anchor, offset)) == When(anchor, offset)


def test_offset_at_the_end_of_a_line_is_parted_from_the_task() -> None:
    assert split_offset("Book the hall T-30") == ("Book the hall", When(Anchor.START, -30))
    assert split_offset("Заказать зал, т-3") == ("Заказать зал", When(Anchor.START, -3))
    assert split_offset("Invite Mr T") == ("Invite Mr T", None)
    assert split_offset("T-5") == ("T-5", None)


def test_work_calendar_takes_holidays_out_and_moved_working_days_in() -> None:
    def day(number: int, kind: DayKind, *, off: bool = False) -> FeastDay:
        on = date(2026, 9, number)
        return FeastDay("x", "RU", on, on, Status.DECREE, "", kind=kind, non_working=off)

    kinds = {5: DayKind.WORKING, 8: DayKind.ANNIVERSARY, 9: DayKind.DAY_OFF}
    days = (day(1, DayKind.HOLIDAY, off=True), *(day(number, kind) for number, kind in kinds.items()))
    calendar = work_calendar(days, (5, 6))
    worked = [number for number in range(1, 14) if calendar.works(date(2026, 9, number))]
    assert worked == [2, 3, 4, 5, 7, 8, 10, 11]


def test_shipped_tasks_have_codes_of_their_own() -> None:
    assert len({one.code for one in TASKS}) == len(TASKS)
    assert all(shipped(one.code) is one for one in TASKS)
    assert shipped("nobody knows") is None


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        (EventKind.VISIT, -90, 30), (EventKind.CONFERENCE, -180, 30), (EventKind.MEETING, -14, 4),
        (EventKind.SIGNING, -14, 4), (EventKind.RECEPTION, -30, 4),
    ],
)  # fmt: skip
def test_shipped_tasks_reach_as_far_as_the_handbook_says(kind: EventKind, first: int, last: int) -> None:
    offsets = [offset for _, offset in shipped_for(kind)]
    assert (min(offsets), max(offsets)) == (first, last)


def test_shipped_tasks_of_a_signing_are_added_where_something_is_signed() -> None:
    plain, signed = (
        {one.code for one, _ in shipped_for(EventKind.VISIT, signing=signing)} for signing in (False, True)
    )
    assert signed - plain == {"powers", "texts", "originals", "alternat", "pens", "revision"}
    assert signed - plain <= {one.code for one, _ in shipped_for(EventKind.SIGNING)}


@given(st.sampled_from(list(EventKind)), st.integers(-180, 60), st.integers(-180, 60))
def test_scaled_offsets_keep_side_and_order(kind: EventKind, one: int, other: int) -> None:
    first, second = sorted((one, other))
    assert scaled(first, kind) <= scaled(second, kind)
    assert (scaled(one, kind) < 0, scaled(one, kind) > 0) == (one < 0, one > 0)
