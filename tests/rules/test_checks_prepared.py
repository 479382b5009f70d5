"""W-37, W-60, W-61, W-77: what was not prepared in time; each with a near miss, and a fix that ticks the task."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from planner.rules.checks.after import offered
from planner.rules.checks.engine import run
from planner.rules.checks.facts import Attend, Facts
from planner.rules.checks.prepared import NO_INVITATION, NO_SLIDES, NO_VISAS, last_day
from planner.rules.findings import Thing
from planner.rules.kinds import EventState, ItemKind, ItemState, Role
from planner.rules.preparation import TaskFact, WorkCalendar
from tests.rules.check_facts import HEADS, THURSDAY, TUESDAY, codes, facts, found, item, member

DAY, AFTER = date(2026, 8, 25), date(2026, 8, 26)
INTERPRETER = member(3, "guest", "interpreter")


def waits(
    code: str, *, today: date | None = AFTER, done: bool = False, state: EventState = EventState.PREPARATION
) -> Facts:  # fmt: skip
    """A visit with an interpreter and a task whose last day is the 25th."""
    tasks = (TaskFact(7, code, DAY, done),)
    return facts(people=(*HEADS, INTERPRETER), tasks=tasks, today=today, event={"state": state})


@pytest.mark.parametrize(
    ("task", "code"), [("interpreter-brief", "W-37"), ("visas", "W-60"), ("invitation", "W-60"), ("access", "W-61")]
)
def test_open_task_is_found_the_day_after_its_last(task: str, code: str) -> None:
    assert codes(waits(task)) == [code]
    assert codes(waits(task, today=DAY)) == []
    assert codes(waits(task, done=True)) == []
    assert codes(waits(task, today=None)) == []


def test_open_task_of_an_event_that_is_over_is_not_found() -> None:
    assert codes(waits("visas", state=EventState.CANCELLED)) == []
    assert codes(waits("visas", today=date(2026, 9, 4))) == []
    assert codes(waits("visas", today=THURSDAY)) == ["W-60"]


def test_task_the_rules_do_not_ask_for_is_not_found() -> None:
    assert codes(waits("menu")) == []


def test_nothing_is_said_of_briefs_where_nobody_interprets() -> None:
    assert codes(facts(tasks=(TaskFact(7, "interpreter-brief", DAY),), today=AFTER)) == []


def test_brief_is_about_the_task_and_its_interpreters() -> None:
    (one,) = found(waits("interpreter-brief"))
    assert one.things == (Thing("task", 7), Thing("member", 3))
    assert one.values == {"who": "PersonZ103", "day": DAY}


def test_visas_and_invitation_have_sentences_of_their_own() -> None:
    assert [found(waits(code))[0].message for code in ("visas", "invitation")] == [NO_VISAS, NO_INVITATION]


def test_fix_ticks_the_task_today() -> None:
    results = run(waits("access"))
    (fix,) = offered(results, results.findings[0])
    assert (fix.operation, fix.arguments) == ("tick_task", {"task_id": 7, "done_on": AFTER})


@pytest.mark.parametrize(
    ("code", "due", "last"),
    [
        ("interpreter-brief", date(2026, 8, 20), date(2026, 8, 25)),  # T-5 by the handbook
        ("interpreter-brief", date(2026, 8, 28), date(2026, 8, 28)),  # a short event has it due later
        ("interpreter-brief", None, date(2026, 8, 25)),
        ("visas", date(2026, 6, 1), date(2026, 8, 4)), ("access", date(2026, 8, 20), date(2026, 8, 20)),
        ("access", None, None),
    ],
)  # fmt: skip
def test_last_day_is_the_handbook_s_or_the_task_s_own(code: str, due: date | None, last: date | None) -> None:
    assert last_day(code, due, TUESDAY, WorkCalendar()) == last


# --- Slides


def section(*, today: date | None, first: bool = True, **second: Any) -> Facts:
    """A session of two talks on Tuesday; the first has its slides where `first` says so."""
    speaks = (Attend(2, Role.SPEAKER, member_id=2),)
    return facts(
        item(10, "10:00-11:00", "session", who=()),
        item(11, "10:00-10:30", "talk", parent_id=10, who=(Attend(1, Role.SPEAKER, member_id=1),), slides=first),
        item(12, "10:30-11:00", "talk", **{"parent_id": 10, "who": speaks, **second}),
        today=today, event={"state": EventState.AGREED},
    )  # fmt: skip


def test_talk_without_slides_is_found_from_two_days_before_until_its_day() -> None:
    days = [TUESDAY + timedelta(days=by) for by in (-3, -2, 0, 1)]
    assert [codes(section(today=day)) for day in days] == [[], ["W-77"], ["W-77"], []]
    (one,) = found(section(today=TUESDAY))
    assert (one.message, one.things) == (NO_SLIDES, (Thing("item", 12),))


@pytest.mark.parametrize(
    "talk", [{"slides": True}, {"who": ()}, {"state": ItemState.CANCELLED}, {"kind": "break"}],
)  # fmt: skip
def test_nothing_is_said_of_slides_where_none_are_waited_for(talk: dict[str, Any]) -> None:
    values = {"today": TUESDAY, **talk}
    kind = values.pop("kind", None)
    given = section(**values)
    if kind:
        given = replace(given, items={**given.items, 12: given.items[12]._replace(kind=ItemKind.BREAK)})
    assert [one for one in found(given) if one.message == NO_SLIDES] == []


def test_nothing_is_said_where_no_talk_of_a_session_has_slides_marked() -> None:
    assert codes(section(today=TUESDAY, first=False)) == []


def test_fix_of_missing_slides_ticks_them() -> None:
    results = run(section(today=TUESDAY))
    (fix,) = offered(results, results.findings[0])
    assert (fix.operation, fix.arguments) == ("edit_item", {"item_id": 12, "slides": True})
