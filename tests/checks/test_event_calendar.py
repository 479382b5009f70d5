"""The calendar around an event: the slip of the reference note is found, and nothing besides."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planner.app import Planner, open_planner
from planner.checks.event_calendar import (
    event_anniversaries,
    event_calendar,
    event_sun,
    greeting_facts,
    greeting_offers,
    own_days,
    sun_at,
)
from planner.operations import calendar, delegations, events, organisations
from planner.queries.calendar import office_days
from planner.queries.delegations import delegations as delegation_rows
from planner.queries.events import event_page
from planner.rules.calendar import DayKind, guest_days, host_days
from planner.rules.text import EMPTY, text
from planner.rules.times import clock

DAY = date(2024, 4, 10)


class Meeting:
    """A meeting of Krasnoyarsk and an office of the Kyrgyz embassy. Attributes: planner, event."""

    def __init__(self, planner: Planner, day: date = DAY) -> None:
        self.planner = planner
        self.event = self.do(
            events.add_event, "meeting", text(ru="Встреча", en="Meeting"), from_day=day, to_day=day,
            languages=["ru", "en"], place=text(ru="Красноярск"), host_zone="Asia/Krasnoyarsk",
        )  # fmt: skip
        rows = {row.side.value: row.id for row in planner.read(delegation_rows, self.event)}
        self.units = {}
        for side, country in (("host", "RU"), ("guest", "KG")):
            unit = self.do(organisations.add_organisation, text(en=side), country=country)
            self.do(delegations.edit_delegation, rows[side], organisation_id=unit)
            self.units[side] = unit

    def do(self, operation: Any, *arguments: Any, **values: Any) -> Any:
        return self.planner.execute(operation, *arguments, **values).result

    def read(self, query: Any, *arguments: Any) -> Any:
        return self.planner.read(query, *arguments)


@pytest.fixture
def meeting(tmp_path: Path, sqlite_template: Path) -> Iterator[Meeting]:
    path = tmp_path / "test.office"
    shutil.copy(sqlite_template, path)
    planner = open_planner(str(path), author="Aida")
    yield Meeting(planner)
    planner.close()


def test_the_slip_of_the_reference_note_is_found_and_mended(meeting: Meeting) -> None:
    greeting = meeting.do(events.add_greeting, meeting.event, "eid_al_adha", day=DAY, country="KG")
    ((row, fact),) = meeting.read(greeting_facts, meeting.event)
    assert (row.id, fact.really.day, [(one.feast, one.day) for one in fact.instead]) == (
        greeting, date(2024, 6, 17), [("eid_al_fitr", DAY)],
    )  # fmt: skip
    meeting.do(calendar.correct_greeting, greeting, "eid_al_fitr", words=text(ru="С праздником!"))
    assert meeting.read(greeting_facts, meeting.event) == ()
    (mended,) = meeting.read(event_page, meeting.event).greetings
    assert (mended.feast, mended.words) == ("eid_al_fitr", text(ru="С праздником!"))


def test_the_day_of_the_reference_note_is_a_holiday_of_the_guests_alone(meeting: Meeting) -> None:
    around = meeting.read(event_calendar, meeting.event)
    assert (around.host, around.guest) == (("RU",), ("KG",))
    assert host_days([DAY], around.days, around.host) == ()
    assert [(fact.feast.feast, fact.feast.country) for fact in guest_days([DAY], around.days, around.guest)] == [
        ("eid_al_fitr", "KG")
    ]
    assert meeting.read(event_anniversaries, meeting.event) == ()


def test_what_is_offered_is_said_in_the_events_languages_by_the_custom_of_the_country(meeting: Meeting) -> None:
    offers = meeting.read(greeting_offers, meeting.event)
    assert [(one.feast.feast, one.feast.country) for one in offers] == [("eid_al_fitr", "KG"), ("eid_al_fitr", "RU")]
    assert {tag: one.text for tag, one in offers[0].words.wordings.items()} == {
        "ru": "Поздравляем с праздником Орозо айт!", "en": "Congratulations on Orozo Ait (Eid al-Fitr)!",
    }  # fmt: skip


def test_mourning_the_office_entered_is_a_day_of_the_guests(meeting: Meeting) -> None:
    meeting.do(calendar.add_office_day, DAY, kind="mourning", country="KG", title=text(ru="Траур"))
    around = meeting.read(event_calendar, meeting.event)
    kinds = [fact.feast.kind for fact in guest_days([DAY], around.days, around.guest)]
    assert sorted(kinds) == [DayKind.FEAST, DayKind.MOURNING]


def test_an_agreement_of_the_organisations_has_its_anniversary(meeting: Meeting) -> None:
    parties = list(meeting.units.values())
    agreement = meeting.do(
        organisations.add_agreement, text(en="Memorandum"), parties, signed_on=date(2019, 4, 15)
    )
    meeting.do(organisations.add_agreement, text(en="Other"), parties[:1], signed_on=date(2019, 4, 15))
    found = meeting.read(event_anniversaries, meeting.event)
    assert [(one.of.kind, one.of.id, one.day, one.years) for one in found] == [
        ("agreement", agreement, date(2024, 4, 15), 5)
    ]


def test_a_yearly_day_comes_every_year_and_not_before_it_was_entered(meeting: Meeting) -> None:
    meeting.do(calendar.add_office_day, date(2023, 6, 12), title=text(ru="День города"), yearly=True)
    rows = meeting.read(office_days)
    found = own_days(rows, date(2022, 1, 1), date(2024, 12, 31))
    assert [one.day for one in found] == [date(2023, 6, 12), date(2024, 6, 12)]


def test_the_sun_is_that_of_the_town_named_else_of_the_zone(meeting: Meeting) -> None:
    page = meeting.read(event_page, meeting.event)
    sun = event_sun(page, DAY)
    assert sun is not None
    assert clock(sun.sunset or 0) == "19:46"
    manas, bishkek = sun_at("Asia/Bishkek", DAY, text(ru="Мэрия города Манас")), sun_at("Asia/Bishkek", DAY, EMPTY)
    assert manas is not None
    assert bishkek is not None
    assert (manas.noon - bishkek.noon) in (6, 7)
    assert sun_at("Europe/Paris", DAY) is not None
    assert sun_at("UTC", DAY) is None
