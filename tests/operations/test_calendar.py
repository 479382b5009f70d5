"""The office's own days and busy times: kept, read again, undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from planner.errors import BadInput
from planner.operations import calendar, events
from planner.queries.calendar import busy_sources, busy_spans, office_days, principals
from planner.rules.busy import BusyTime
from planner.rules.text import text
from tests.operations.test_undo_of_everything import dump
from tests.ui.office import DAY, Office, Visit, add_visit, open_office


@pytest.fixture
def office(tmp_path: Path, sqlite_template: Path) -> Iterator[Office]:
    opened = open_office(tmp_path, template=sqlite_template)
    yield opened
    opened.planner.close()


@pytest.fixture
def visit(office: Office) -> Visit:
    return add_visit(office)


def time(uid: str, hour: int, title: str = "Reception") -> BusyTime:
    first, last = datetime(2024, 5, 15, hour, tzinfo=UTC), datetime(2024, 5, 15, hour + 1, tzinfo=UTC)
    return BusyTime(uid, first, last, all_day=False, title=title, tentative=False)


def titles(office: Office, person: int) -> list[str]:
    return [one.title for one in office.read(busy_spans, [person], DAY, DAY)]


def test_reading_a_file_again_replaces_what_was_read_from_it_and_nothing_else(office: Office, visit: Visit) -> None:
    mayor = visit.people["mayor"]
    office.run(calendar.read_busy_times, mayor, "mayor.ics", [time("a", 3), time("b", 5, "Dentist")])
    office.run(calendar.read_busy_times, mayor, "council.ics", [time("c", 7, "Council")])
    kept = office.read(busy_spans, [mayor], DAY, DAY)[0].id
    office.run(calendar.read_busy_times, mayor, "mayor.ics", [time("a", 3, "Reception of citizens")])
    assert titles(office, mayor) == ["Reception of citizens", "Council"]
    assert office.read(busy_spans, [mayor], DAY, DAY)[0].id == kept
    assert [(one.source, one.times) for one in office.read(busy_sources)] == [("council.ics", 1), ("mayor.ics", 1)]
    office.undo()
    assert titles(office, mayor) == ["Reception", "Dentist", "Council"]


def test_the_same_file_again_changes_nothing(office: Office, visit: Visit) -> None:
    office.run(calendar.read_busy_times, visit.people["mayor"], "mayor.ics", [time("a", 3)])
    before = office.read(dump)
    office.run(calendar.read_busy_times, visit.people["mayor"], "mayor.ics", [time("a", 3)])
    assert office.read(dump) == before


def test_a_file_can_be_forgotten_and_that_undone(office: Office, visit: Visit) -> None:
    mayor = visit.people["mayor"]
    office.run(calendar.read_busy_times, mayor, "mayor.ics", [time("a", 3)])
    office.run(calendar.forget_busy_times, mayor, "mayor.ics")
    assert office.read(busy_spans, None, DAY, DAY) == ()
    office.undo()
    assert titles(office, mayor) == ["Reception"]


def test_principals_are_heads_of_the_hosts_and_whoever_has_busy_times(office: Office, visit: Visit) -> None:
    assert office.read(principals) == (visit.people["mayor"],)
    office.run(calendar.read_busy_times, visit.people["kabaev"], "k.ics", [time("a", 3)])
    assert office.read(principals) == tuple(sorted([visit.people["mayor"], visit.people["kabaev"]]))


def test_busy_times_outside_a_span_are_not_read(office: Office, visit: Visit) -> None:
    office.run(calendar.read_busy_times, visit.people["mayor"], "mayor.ics", [time("a", 3)])
    assert office.read(busy_spans, None, date(2024, 5, 18), date(2024, 5, 20)) == ()


def test_a_day_is_entered_edited_removed_and_undone(office: Office) -> None:
    before = office.read(dump)
    day = office.run(
        calendar.add_office_day, DAY, kind="mourning", country="kg", title=text(ru="Траур"), source="указ"
    )
    office.run(calendar.edit_office_day, day, to_day=date(2024, 5, 16), yearly=False)
    (row,) = office.read(office_days)
    assert (row.day, row.to_day) == (DAY, date(2024, 5, 16))
    assert (row.kind, row.country, row.source) == ("mourning", "KG", "указ")
    office.run(calendar.remove_office_day, day)
    assert office.read(office_days) == ()
    for _step in range(3):
        office.undo()
    assert office.read(dump) == before


def test_impossible_days_are_refused_in_words(office: Office) -> None:
    with pytest.raises(BadInput, match="ends before it begins"):
        office.run(calendar.add_office_day, DAY, to_day=date(2024, 5, 14))
    with pytest.raises(BadInput, match="at most 366 days"):
        office.run(calendar.add_office_day, DAY, to_day=date(2026, 5, 14))
    with pytest.raises(BadInput, match="not possible for kind"):
        office.run(calendar.add_office_day, DAY, kind="fast")


def test_a_corrected_greeting_keeps_its_day_and_country(office: Office, visit: Visit) -> None:
    greeting = office.run(events.add_greeting, visit.event, "eid_al_adha", day=DAY, country="KG", words=text(ru="А"))
    before = office.read(dump)
    office.run(calendar.correct_greeting, greeting, "eid_al_fitr", words=text(ru="Б"))
    office.undo()
    assert office.read(dump) == before
    with pytest.raises(BadInput, match="needs a feast"):
        office.run(calendar.correct_greeting, greeting, "")
