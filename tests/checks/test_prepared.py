"""W-37, W-60 and W-61 from a real office: the day comes from the hosts' calendar, and the fix ticks the task."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.app import Planner, new_office, open_planner
from planner.checks.event import check_event, fixes_of
from planner.operations import delegations, events, office, preparation
from planner.operations.calendar import add_office_day
from planner.operations.people import NewName, add_person
from planner.operations.registry import REGISTRY
from planner.queries.delegations import delegations as rows_of
from planner.queries.preparation import task_rows
from planner.rules.kinds import Side
from planner.rules.text import text

FIRST = date(2026, 9, 8)
CODES = ("W-37", "W-60", "W-61")


@pytest.fixture
def planner(tmp_path: Path) -> Planner:
    """An office in Russia with a visit whose tasks are filled in, and an interpreter."""
    path = str(tmp_path / "a.office")
    new_office(path)
    planner = open_planner(path, author="Aida")
    planner.execute(office.set_office, "office.city", {"zone": "Asia/Krasnoyarsk", "country": "RU"})
    event = planner.execute(events.add_event, "visit", text(en="Visit"), from_day=FIRST, to_day=FIRST, languages=["en"])
    guests = next(row.id for row in planner.read(rows_of, event.result) if row.side is Side.GUEST)
    person = planner.execute(add_person, [NewName("en", "Asanova", "Cholpon")]).result
    planner.execute(delegations.add_member, guests, person, capacity="interpreter")
    planner.execute(preparation.fill_tasks, event.result)
    return planner


def event_of(planner: Planner) -> int:
    from planner.queries.events import events as rows

    return planner.read(rows)[0].id


def found(planner: Planner, today: date) -> list[tuple[str, date]]:
    findings = planner.read(check_event, event_of(planner), today=today)
    return [(one.code, one.values["day"]) for one in findings if one.code in CODES]


def test_open_tasks_are_found_after_the_handbook_s_days(planner: Planner) -> None:
    visas, access, brief = date(2026, 8, 11), date(2026, 8, 25), date(2026, 9, 1)  # T-20, T-10, T-5
    assert found(planner, visas) == []
    assert found(planner, date(2026, 8, 12)) == [("W-60", visas), ("W-60", visas)]
    assert found(planner, date(2026, 9, 2)) == [("W-37", brief), ("W-60", visas), ("W-60", visas), ("W-61", access)]


def test_day_of_rest_of_the_office_moves_the_last_day(planner: Planner) -> None:
    assert found(planner, date(2026, 9, 2))[0] == ("W-37", date(2026, 9, 1))
    planner.execute(add_office_day, date(2026, 9, 3), title=text(en="City day"), kind="day-off")
    assert found(planner, date(2026, 9, 2))[0] == ("W-37", date(2026, 8, 31))


def test_fix_ticks_the_task_and_undo_brings_the_finding_back(planner: Planner) -> None:
    today, event = date(2026, 9, 2), event_of(planner)
    finding = next(one for one in planner.read(check_event, event, today=today) if one.code == "W-61")
    (fix,) = planner.read(fixes_of, event, finding, today=today)
    planner.execute(REGISTRY[fix.operation].function, **fix.arguments)
    assert [row.done_on for row in planner.read(task_rows, event) if row.code == "access"] == [today]
    assert "W-61" not in {code for code, _ in found(planner, today)}
    planner.undo()
    assert "W-61" in {code for code, _ in found(planner, today)}


def test_nothing_is_said_where_no_task_was_entered(planner: Planner) -> None:
    for row in planner.read(task_rows, event_of(planner)):
        planner.execute(preparation.remove_task, row.id)
    assert found(planner, date(2026, 9, 2)) == []
