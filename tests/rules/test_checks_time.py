"""W-01 to W-16, W-36, W-77, W-78: each fires where it should, and is silent a hair's breadth beside."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.rules.busy import BusySpan
from planner.rules.checks.facts import Calendar, Facts, Knowledge, TextFact
from planner.rules.checks.logistics_facts import Journey, Lodging, Logistics, Ride
from planner.rules.kinds import EventState, ItemState
from planner.rules.text import text
from tests.rules.check_facts import (
    BOTH,
    GUESTS,
    HEADS,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    codes,
    facts,
    found,
    item,
    member,
    places,
    room,
    speaks,
    words,
)

ONE = (speaks(1, 1, "takes-part"),)
NEXT = {"day": WEDNESDAY, "end_day": WEDNESDAY}


def clash(first: str, second: str, *, who: Any = ONE, **values: Any) -> Facts:
    """Two items of one person."""
    return facts(item(10, first, who=who), item(11, second, who=who, **values))


def halls(second_room: int, **values: Any) -> Facts:
    """Two items in rooms at once, of nobody in particular."""
    return facts(
        item(10, "10:00-11:00", room_id=5, venue_id=1, who=(speaks(1, 1, "in-charge"),)),
        item(11, "10:30-11:30", room_id=second_room, venue_id=1, who=(speaks(2, 2, "in-charge"),), **values),
        places=places(room(5, 9), room(6, 9)),
    )


def way(end: str, **values: Any) -> Facts:
    """From venue 1 to venue 2, which is 20 minutes: 35 are to be planned."""
    return facts(item(10, f"10:00-{end}", venue_id=1), item(11, "12:00-13:00", venue_id=2), places=places(), **values)


def rides(second: str, *, vehicle: int = 7, driver: str = "Ivan", other: str = "Ivan") -> Facts:
    """Two movements, each with a vehicle."""
    return facts(
        item(10, "10:00-11:00", "movement", who=()), item(11, second, "movement", who=()),
        logistics=Logistics(rides=(Ride(1, 10, 7, "Car 7", driver), Ride(2, 11, vehicle, "Car", other))),
    )  # fmt: skip


def day(*times: str, kind: str = "meeting", **values: Any) -> Facts:
    """A day of the guests."""
    return facts(*(item(10 + n, time, kind, who=GUESTS) for n, time in enumerate(times)), **values)


def at_noon(lunch: str) -> Facts:
    """A day over noon with a meal at some time."""
    return facts(
        item(10, "10:30-11:55", who=GUESTS), item(11, lunch, "meal", who=GUESTS), item(12, "15:00-16:00", who=GUESTS)
    )


def evening(end: str, morning: str) -> Facts:
    """The end of an evening and the beginning of the next day."""
    return facts(item(10, f"19:00-{end}", "reception", who=GUESTS), item(11, f"{morning}-11:00", who=GUESTS, **NEXT))


def landed(minute: int, talks: str) -> Facts:
    """The head arrives by air on Tuesday at a minute of the morning, in UTC+7."""
    at = item(1, "00:00-00:01").span
    assert at is not None
    journey = Journey(1, 1, True, "SU 1", at.start + minute, TUESDAY, minute, met=True)
    return facts(item(10, talks, who=GUESTS), logistics=Logistics(journeys=(journey,)))


def leaves(minute: int) -> Facts:
    """The head departs on Tuesday."""
    at = item(1, "00:00-00:01").span
    assert at is not None
    journey = Journey(1, 1, False, "SU 1", at.start + minute, TUESDAY, minute)
    return facts(item(10, "10:00-11:00"), logistics=Logistics(journeys=(journey,)))


def checked_in(minute: int, **values: Any) -> Facts:
    """An arrival and a room from that day."""
    journey = Journey(1, 1, True, "SU 1", None, TUESDAY, minute, met=True)
    lodging = Lodging(1, 1, **{"from_day": TUESDAY, "payer": "city", **values})
    return facts(people=HEADS, logistics=Logistics(journeys=(journey,), lodgings=(lodging,)))


def open_at(hours: tuple[int, int, int], time: str = "10:00-11:00") -> Facts:
    """An item at a venue with these hours."""
    return facts(item(10, time, venue_id=1), places=places(hours=(hours,)))


def flight(end: str, country: str = "KG") -> Facts:
    """The last item of a day with a departure at 16:00."""
    calendar = Calendar(("RU",), (country,))
    people = [one._replace(country=country) for one in HEADS]
    return facts(
        item(10, f"10:00-{end}", "culture", who=GUESTS), item(11, "16:00", "departure", hard=True, who=GUESTS),
        people=people, calendar=calendar if country == "KG" else Calendar(("KG",), ("KG",)),
    )  # fmt: skip


def said(day_found: date, weekday: int | None, *, where: str = "item") -> Facts:
    """A text in which a date is written."""
    knows = Knowledge(dates_in=lambda words, _language, _year: ((day_found, weekday),) if "March" in words else ())
    if where == "item":
        return facts(item(10, said="14 March"), knows=knows)
    heading = TextFact("paper_heading", 3, "title", words("14 March"), ("event", 1))
    return facts(event={"texts": (heading,)}, knows=knows)


def agenda(minutes: int, spoken: int = 0, interpretation: str = "") -> Facts:
    """An hour with topics."""
    people = (*HEADS, member(3, "guest", "interpreter"))
    topics = (
        item(11, "", "topic", parent_id=10, minutes=minutes, who=()),
        item(12, "", "topic", parent_id=10, minutes=spoken or None, who=(speaks(5, 1),)),
    )
    return facts(item(10, "10:00-11:00", interpretation=interpretation), *topics, people=people)


def anchored(end: str, **values: Any) -> Facts:
    """Something before a broadcast at noon."""
    return facts(item(10, f"11:00-{end}", "culture"), item(11, "12:00-12:30", "press", **{"hard": True, **values}))


def outdoors(end: str, **values: Any) -> Facts:
    """A walk on an evening whose sun sets at 19:00."""
    calendar = Calendar(("RU",), ("KG",), sun={TUESDAY: (300, 780, 1140)})
    return facts(item(10, f"18:00-{end}", "culture", **{"outdoor": True, **values}), calendar=calendar)


def session(**values: Any) -> Facts:
    """A session of two talks."""
    second = {"time": "10:30-11:00", "who": (speaks(2, 2),), **values}
    return facts(
        item(10, "10:00-11:00", "session", who=()),
        item(11, "10:00-10:30", "talk", parent_id=10, who=(speaks(1, 1),)),
        item(12, second.pop("time"), "talk", parent_id=10, **second),
    )


def parallel(role: str, second: str) -> Facts:
    """Two sessions with somebody in both."""
    return facts(
        item(10, "10:00-11:00", "session", who=(speaks(1, 1, "moderator"),)),
        item(11, second, "session", who=(speaks(2, 1, role),)),
    )


def interprets(second: str) -> Facts:
    """Two items with one interpreter."""
    people = (*HEADS, member(3, "host", "interpreter"))
    who = (speaks(1, 3, "interpreter"),)
    return facts(item(10, "10:00-10:30", who=who), item(11, second, who=who), people=people)


def busy(start: int, end: int, person: int = 102) -> Facts:
    """The host's head has another appointment some minutes after the item began."""
    held = item(10, "10:00-11:00")
    assert held.span is not None
    span = BusySpan(1, person, held.span.start + start, held.span.start + end, False, "Dentist", False)
    return facts(held, busy=(span,))


DRIVES = [
    item(10 + n, f"{8 + 2 * n:02}:00-{9 + 2 * n:02}:{50 if n else 59}", "movement", who=(), audience=frozenset())
    for n in range(6)
]


def driven(count: int) -> Facts:
    """One driver on the road for nearly two hours again and again."""
    moves = DRIVES[:count]
    found_rides = tuple(Ride(n, one.id, 7, "Car 7", "Ivan") for n, one in enumerate(moves))
    return facts(*moves, logistics=Logistics(rides=found_rides))


FIRE: list[tuple[str, Facts]] = [
    ("W-01", clash("10:00-11:00", "10:59-12:00")),
    ("W-01", busy(30, 90)),
    ("W-02", way("11:30")),
    ("W-03", halls(5)),
    ("W-04", rides("10:30-11:30")),
    ("W-04", rides("10:30-11:30", vehicle=8)),
    ("W-04", driven(5)),
    ("W-05", day("09:00-10:00", "11:31-12:00")),
    ("W-06", day("10:30-12:00", "12:00-15:00", kind="culture")),
    ("W-06", day("15:00-18:00", "18:10-21:10", kind="culture")),
    ("W-07", day("08:00-12:00", "12:00-15:00", "15:00-18:01", kind="meal")),
    ("W-07", day("09:00-09:20", "09:20-09:40", "09:40-10:00", "10:10-10:30", "10:40-11:00")),
    ("W-08", evening("23:00", "08:59")),
    ("W-08", landed(320, "08:00-09:00")),
    ("W-09", open_at((1, 540, 630))),
    ("W-09", open_at((2, 540, 1200))),
    ("W-10", landed(601, "10:00-11:00")),
    ("W-10", leaves(659)),
    ("W-11", checked_in(659)),
    ("W-12", flight("13:01")),
    ("W-12", flight("14:01", "RU")),
    ("W-13", facts(item(10, day=date(2026, 9, 4), end_day=date(2026, 9, 4)))),
    ("W-13", said(date(2026, 3, 14), 6)),
    ("W-13", said(date(2026, 3, 14), None, where="heading")),
    ("W-14", agenda(61)),
    ("W-14", agenda(30, 20, "consecutive")),
    ("W-15", anchored("11:51")),
    ("W-16", outdoors("19:05")),
    ("W-36", interprets("10:29-11:00")),
    ("W-77", session(time="", day=None)),
    ("W-77", session(who=())),
    ("W-78", parallel("speaker", "10:30-11:30")),
]

NEAR_MISS: list[tuple[str, Facts]] = [
    ("W-01", clash("10:00-11:00", "11:00-12:00")),
    ("W-01", clash("10:00-11:00", "10:30-11:30", state=ItemState.CANCELLED)),
    ("W-01", busy(60, 90)),
    ("W-01", busy(30, 90, person=999)),
    ("W-02", way("11:25")),
    ("W-02", facts(item(10, "10:00-11:30", venue_id=1), item(11, "12:00-13:00", venue_id=3), places=places())),
    ("W-03", halls(6)),
    ("W-04", rides("11:00-12:00")),
    ("W-04", rides("10:30-11:30", vehicle=8, other="Pyotr")),
    ("W-04", driven(4)),
    ("W-05", day("09:00-10:00", "11:30-12:00")),
    ("W-05", facts(item(10, "09:00-10:00", who=GUESTS), item(11, "10:00-11:40", "free-time", who=GUESTS),
                   item(12, "11:40-11:55", who=GUESTS))),
    ("W-05", facts(item(10, "09:00", "arrival", who=GUESTS), item(11, "13:00-13:30", who=GUESTS))),
    ("W-05", day("09:00-10:00", "11:31-12:00", event={"state": EventState.OVER})),
    ("W-06", at_noon("13:00-13:40")),
    ("W-06", day("15:00-18:00", "18:10-21:00", kind="culture")),
    ("W-07", day("08:00-12:00", "12:00-15:00", "15:00-18:00", kind="meal")),
    ("W-07", day("09:00-09:20", "09:20-09:40", "09:40-10:00", "10:10-10:30", "10:45-11:00")),
    ("W-08", evening("23:00", "09:00")),
    ("W-08", landed(320, "08:20-09:00")),
    ("W-09", open_at((1, 540, 660))),
    ("W-09", facts(item(10, venue_id=1), places=places())),
    ("W-10", landed(420, "10:00-11:00")),
    ("W-10", leaves(660)),
    ("W-11", checked_in(320, early=True)),
    ("W-11", checked_in(320, from_day=date(2026, 8, 31))),
    ("W-11", checked_in(660)),
    ("W-12", flight("13:00")),
    ("W-12", flight("14:00", "RU")),
    ("W-13", facts(item(10, day=THURSDAY, end_day=THURSDAY))),
    ("W-13", said(date(2026, 3, 14), 5)),
    ("W-13", said(date(2026, 9, 1), None, where="heading")),
    ("W-14", agenda(60)),
    ("W-14", agenda(20, 20, "consecutive")),
    ("W-15", anchored("11:50")),
    ("W-15", anchored("11:51", hard=False)),
    ("W-16", outdoors("19:00")),
    ("W-16", outdoors("19:05", outdoor=False)),
    ("W-36", interprets("10:30-11:00")),
    ("W-77", session()),
    ("W-78", parallel("speaker", "11:00-11:30")),
]  # fmt: skip


@pytest.mark.parametrize(("code", "about"), FIRE, ids=[f"{code}-{n}" for n, (code, _) in enumerate(FIRE)])
def test_check_of_time_fires(code: str, about: Facts) -> None:
    assert set(codes(about)) == {code}


@pytest.mark.parametrize(("code", "about"), NEAR_MISS, ids=[f"{code}-{n}" for n, (code, _) in enumerate(NEAR_MISS)])
def test_check_of_time_is_silent_beside(code: str, about: Facts) -> None:
    assert codes(about) == []


def test_several_in_two_places_are_one_finding() -> None:
    people = (*HEADS, member(3), member(4), member(5), member(6))
    (one,) = found(facts(item(10, who=GUESTS), item(11, "10:30-11:00", who=GUESTS), people=people))
    assert (one.code, one.values["people"]) == ("W-01", "5")
    assert one.values["who"].endswith(" + 2")


def test_moderator_who_only_listens_next_door_is_in_two_places() -> None:
    assert codes(parallel("takes-part", "10:30-11:30")) == ["W-01"]


def test_what_two_delegations_go_through_together_is_found_once() -> None:
    about = facts(
        item(10, "10:00-11:30", venue_id=1, who=BOTH), item(11, "12:00-13:00", venue_id=2, who=BOTH), places=places()
    )
    assert codes(about) == ["W-02"]


def test_words_of_other_languages_are_looked_at_too() -> None:
    knows = Knowledge(dates_in=lambda words, language, _year: ((date(2026, 3, 14), 6),) if language == "ru" else ())
    assert codes(facts(item(10, title=text(en="Talks", ru="14 марта")), knows=knows)) == ["W-13"]
