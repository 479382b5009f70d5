"""The calendar around one event: days of both sides' countries, greetings, anniversaries, the sun of the place."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from sqlalchemy import Connection

from planner.checks.feasts import NO_COUNTRY, feast_days
from planner.language.feasts import greeting_words
from planner.language.towns import spot_of
from planner.queries.calendar import OfficeDayRow, dated_things, event_countries, office_days
from planner.queries.events import EventPage, GreetingRow, event_page
from planner.rules.calendar import (
    NON_WORKING,
    Anniversary,
    Dated,
    DayKind,
    FeastDay,
    GreetingFact,
    Status,
    anniversaries,
    greeting_check,
    to_congratulate,
)
from planner.rules.sun import SunTimes, sun_times
from planner.rules.text import EMPTY, Text

HALF_A_YEAR = timedelta(days=200)
DECREED = NON_WORKING | {DayKind.WORKING, DayKind.SHORTENED, DayKind.MOURNING, DayKind.ELECTION}
"""Own days that somebody decrees; the others are announced."""


class EventCalendar(NamedTuple):
    """The countries of an event and their days for half a year around it, with the computed ones (country "")."""

    host: tuple[str, ...]
    guest: tuple[str, ...]
    since: date
    until: date
    days: tuple[FeastDay, ...]

    def near(self, reach: int = 0) -> tuple[FeastDay, ...]:
        """Return the days of the countries themselves that meet the event, or lie so many days around it."""
        first, last = self.since - timedelta(days=reach), self.until + timedelta(days=reach)
        return tuple(one for one in self.days if (one.country or one.row_id) and one.meets(first, last))


class GreetingOffer(NamedTuple):
    """A feast one may congratulate on at an event, and how it is said."""

    feast: FeastDay
    words: Text


def event_calendar(db: Connection, event_id: int) -> EventCalendar:
    """Return the calendar around an event."""
    return calendar_of(db, event_page(db, event_id))


def calendar_of(db: Connection, page: EventPage) -> EventCalendar:
    """Return the calendar around an event that was read already."""
    countries = event_countries(db, page.id)
    since, until = page.from_day - HALF_A_YEAR, page.to_day + HALF_A_YEAR
    greeted = [greeting.country for greeting in page.greetings if greeting.country]
    known = (*countries.host, *countries.guest, *greeted, NO_COUNTRY)
    days = feast_days(known, since, until, own_days(office_days(db), since, until))
    return EventCalendar(*countries, page.from_day, page.to_day, days)


def greeting_facts(db: Connection, event_id: int) -> tuple[tuple[GreetingRow, GreetingFact], ...]:
    """Return the greetings of an event whose feast is not then, and which are (W-41)."""
    page = event_page(db, event_id)
    if not page.greetings:
        return ()
    days = event_calendar(db, event_id).days
    found = [(one, greeting_check(one.feast, one.day, one.country, days)) for one in page.greetings]
    return tuple((greeting, fact) for greeting, fact in found if fact is not None)


def greeting_offers(db: Connection, event_id: int) -> tuple[GreetingOffer, ...]:
    """Return the feasts near an event that one congratulates on in its countries, with words in its languages."""
    page, around = event_page(db, event_id), event_calendar(db, event_id)
    countries = (*around.guest, *around.host)
    feasts = to_congratulate(page.from_day, page.to_day, countries, around.days)
    return tuple(GreetingOffer(one, greeting_words(one.feast, one.country, page.languages)) for one in feasts)


def event_anniversaries(db: Connection, event_id: int) -> tuple[Anniversary, ...]:
    """Return what has its anniversary within a week of an event (W-56)."""
    return anniversaries_of(db, event_page(db, event_id))


def anniversaries_of(db: Connection, page: EventPage) -> tuple[Anniversary, ...]:
    """Return the same of an event that was read already."""
    yearly = [
        Dated("office-day", row.id, row.day, row.title)
        for row in office_days(db)
        if row.yearly and row.kind == DayKind.ANNIVERSARY
    ]
    return anniversaries((*dated_things(db, page.id), *yearly), page.from_day, page.to_day)


def sun_at(zone: str, day: date, *places: Text) -> SunTimes | None:
    """Return dawn, noon and sunset of the town these texts name, else of the zone's principal town."""
    names = [wording.text for place in places for wording in place.wordings.values()]
    spot = spot_of(zone, names)
    return sun_times(spot, day) if spot else None


def event_sun(page: EventPage, day: date) -> SunTimes | None:
    """Return dawn, noon and sunset where an event is held."""
    return sun_at(page.host_zone, day, page.place, page.title)


def own_days(rows: tuple[OfficeDayRow, ...], since: date, until: date) -> tuple[FeastDay, ...]:
    """Return the office's own days that meet a span, those of every year in each of its years."""
    found = []
    for row in rows:
        length = (row.to_day or row.day) - row.day
        years = range(since.year - 1, until.year + 1) if row.yearly else [row.day.year]
        for year in years:
            first = _in_year(row.day, year)
            if first <= until and since <= first + length and first >= row.day:
                found.append(_own(row, first, first + length))
    return tuple(found)


def _own(row: OfficeDayRow, first: date, last: date) -> FeastDay:
    kind = DayKind(row.kind)
    status = Status.DECREE if kind in DECREED else Status.ANNOUNCED
    return FeastDay(
        row.feast or f"own_{row.id}", row.country, first, last, status, row.source, row.title or EMPTY,
        non_working=kind in NON_WORKING, shortened=kind is DayKind.SHORTENED, kind=kind, row_id=row.id,
    )  # fmt: skip


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 2, 28)
