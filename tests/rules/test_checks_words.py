"""W-27, W-38 to W-46, W-49 to W-58: words, days and customs, with a near miss for each."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from planner.rules.calendar import Anniversary, Dated, DayKind
from planner.rules.checks.facts import Calendar, Facts, Flag, Greeting, Knowledge, Renamed, TextFact
from planner.rules.checks.logistics_facts import Dish, Gift, Logistics
from planner.rules.checks.people_facts import Private
from planner.rules.kinds import EventState
from planner.rules.text import Source, Text, Wording, text
from tests.rules.check_facts import (
    GUESTS,
    HEADS,
    TUESDAY,
    WEDNESDAY,
    codes,
    facts,
    feast,
    found,
    item,
    member,
    person,
    speaks,
    words,
)

FRIDAY = date(2026, 9, 4)
TWO = {"event": {"languages": ("ru", "en")}}
RUSSIAN = {"event": {"languages": ("ru",)}}


def titled(title: Text, **values: Any) -> Facts:
    """An item of this title, and people named in both languages."""
    people = [one._replace(person=one.person._replace(names={"ru": "А", "en": "A"})) for one in HEADS if one.person]
    return facts(item(10, title=title), people=people, **values)


def russian(*titles: str) -> Facts:
    """Items of Russian titles."""
    people = [one._replace(person=one.person._replace(names={"ru": "А"})) for one in HEADS if one.person]
    items = (item(10 + n, f"{9 + n}:00-{10 + n}:00", "culture", title=text(ru=one)) for n, one in enumerate(titles))
    return facts(*items, people=people, **RUSSIAN)


def of_machine(state: EventState, checked_by: str | None = None) -> Facts:
    """A wording of a machine."""
    title = Text({"en": Wording("Talks", checked_by, Source.MACHINE)})
    return facts(item(10, title=title), event={"state": state})


def surname(in_title: str, known: str = "Kabaev") -> Facts:
    """A title with a name, and somebody of a name."""
    return facts(
        item(10, said=f"Meeting with Mr {in_title}"), people=(HEADS[0]._replace(person=person(101, known)), HEADS[1])
    )


def greeting(name: str, day: date, *feasts: Any) -> Facts:
    """A greeting on Tuesday in a calendar of these feasts."""
    calendar = Calendar(("RU",), ("KG",), feasts)
    return facts(calendar=calendar, event={"greetings": (Greeting(5, name, day, "KG"),), "from_day": WEDNESDAY})


def flags(until: date | None, *others: Flag, since: date | None = None) -> Facts:
    """A flag put out at the event."""
    one = Flag(1, "KG", "old", since, until, 7, "table")
    return facts(event={"flags": (one,)}, flags=(one._replace(out=0), *others))


def in_room(*countries: str) -> Facts:
    """Flags of these countries on one table."""
    return facts(
        event={"flags": tuple(Flag(n, one, "", None, None, n + 1, "table") for n, one in enumerate(countries))}
    )


def renamed(said: str) -> Facts:
    """A city called Manas on the days of the event and Jalal-Abad before."""
    names = (Renamed(3, words("Jalal-Abad"), False), Renamed(3, words("Manas"), True))
    return facts(item(10, said=said), renamed=names)


def holiday(country: str, day: date = TUESDAY, *, kind: DayKind = DayKind.HOLIDAY, off: bool = True) -> Facts:
    """A day in the calendar of a country."""
    one = feast("day", day, country, kind=kind, non_working=off, greet=None)
    return facts(item(10), calendar=Calendar(("RU",), ("KG",), (one,)))


def fasting(time: str, answer: str = "yes", *, diet: str = "", until: date = FRIDAY, kind: str = "meal") -> Facts:
    """A meal in Ramadan, sunset at 19:00."""
    ramadan = feast("ramadan", date(2026, 8, 30), to_day=until, kind=DayKind.FAST, greet=None)
    calendar = Calendar(("RU",), ("KG",), (ramadan,), sun={TUESDAY: (300, 780, 1140)})
    head = HEADS[0]._replace(person=person(101, private=Private(fasting=answer, diet=diet)))
    return facts(item(10, time, kind, who=GUESTS), people=(head, HEADS[1]), calendar=calendar)


def lent(diet: str) -> Facts:
    """A meal in Great Lent."""
    fast = feast("great_lent", TUESDAY, "RU", to_day=FRIDAY, kind=DayKind.FAST, greet=None)
    head = HEADS[0]._replace(person=person(101, private=Private(diet=diet)))
    calendar = Calendar(("RU",), ("KG",), (fast,))
    return facts(item(10, "12:30-13:30", "meal", who=GUESTS), people=(head, HEADS[1]), calendar=calendar)


def friday(time: str, *, prayer: bool = True) -> Facts:
    """Something on a Friday."""
    head = HEADS[0]._replace(person=person(101, private=Private(prayer=prayer)))
    return facts(item(10, time, day=FRIDAY, end_day=FRIDAY), people=(head, HEADS[1]), event={"to_day": FRIDAY})


def sabbath(time: str) -> Facts:
    """Something on a Friday evening, with guests whose calendar keeps the Sabbath; sunset at 19:00."""
    people = (HEADS[0]._replace(country="IL"), HEADS[1])
    calendar = Calendar(("RU",), ("IL",), sun={FRIDAY: (300, 780, 1140)})
    knows = Knowledge(sabbath=lambda country: country == "IL")
    one = item(10, time, "culture", day=FRIDAY, end_day=FRIDAY)
    return facts(one, people=people, calendar=calendar, knows=knows, event={"to_day": FRIDAY})


def eats(diet: str, *marks: str, who: Any = GUESTS) -> Facts:
    """A dish for a guest of a diet."""
    head = HEADS[0]._replace(person=person(101, private=Private(diet=diet)))
    dishes = (Dish(1, 10, words("Dish"), marks),)
    return facts(item(10, "19:00-20:00", "meal", who=who), people=(head, HEADS[1]), logistics=Logistics(dishes=dishes))


def given(*gifts: Gift, country: str = "CN", **values: Any) -> Facts:
    """Gifts to guests of a country."""
    people = (*HEADS, member(3, level=8), member(4, level=8))
    people = tuple(one._replace(country=country) if one.side == "guest" else one for one in people)
    return facts(people=people, logistics=Logistics(gifts=gifts), **values)


def gift(number: int, who: int = 101, **values: Any) -> Gift:
    """A gift to somebody."""
    return Gift(number, who, words(values.pop("said", "Album")), **values)


def years(count: int) -> Facts:
    """An anniversary."""
    one = Anniversary(Dated("agreement", 1, date(2020, 9, 1), words("Memorandum")), TUESDAY, count)
    return facts(calendar=Calendar(("RU",), ("KG",), anniversaries=(one,)))


def outside(month: int, **values: Any) -> Facts:
    """A visit to a site out of doors."""
    day = date(2026, month, 3)
    one = item(10, "10:00-11:00", "site-visit", day=day, end_day=day, outdoor=True, **values)
    return facts(one, event={"from_day": day, "to_day": day})


LETTERS = Knowledge(mended=lambda said, _language, _name: said.replace("ѳ", "ө"))
ORDERS = (feast("eid_al_fitr", TUESDAY), feast("eid_al_adha", date(2026, 11, 7)))

FIRE: list[tuple[str, Facts]] = [
    ("W-27", surname("Kabayev")),
    ("W-38", titled(text(en="Talks"), **TWO)),
    ("W-39", titled(text(ru="Переговоры", en="Talks").checked("en", "A").with_wording("ru", "Встреча"), **TWO)),
    ("W-40", of_machine(EventState.AGREED)),
    ("W-41", greeting("eid_al_adha", TUESDAY, *ORDERS)),
    ("W-41", greeting("eid_al_adha", date(2026, 9, 20), *ORDERS)),
    ("W-42", facts(item(10, said="кѳп"), knows=LETTERS)),
    ("W-42", facts(people=(HEADS[0]._replace(person=person(101, "Ѳѳ")), HEADS[1]), knows=LETTERS)),
    ("W-44", facts(item(10, note=words("From 10.00 - 11.00")))),
    ("W-44", facts(item(10, said='The "Prichal" restaurant'))),
    ("W-45", russian("Связи с Киргизией", "Встреча с гостями из Кыргызстана")),
    ("W-46", flags(date(2026, 8, 31))),
    ("W-46", flags(None, since=date(2026, 9, 4))),
    ("W-46", renamed("Dinner for the guests from Jalal-Abad")),
    ("W-49", holiday("RU")),
    ("W-49", holiday("RU", kind=DayKind.WORKING, off=False)),
    ("W-50", holiday("KG")),
    ("W-50", holiday("KG", kind=DayKind.MOURNING, off=False)),
    ("W-51", fasting("12:30-13:30")),
    ("W-51", fasting("12:30-13:30", "")),
    ("W-52", friday("14:00-15:00")),
    ("W-53", eats("halal", "pork")),
    ("W-53", eats("nuts", "nuts")),
    ("W-53", eats("fish", "fish")),
    ("W-54", lent("lent")),
    ("W-54", sabbath("18:30-19:30")),
    ("W-55", given(gift(1, marks=("clock",)))),
    ("W-55", given(gift(1), gift(2, past=True, said="album"))),
    ("W-55", given(gift(1, value=300_001))),
    ("W-55", given(gift(1, 103, value=100_000), gift(2, 104, value=200_001))),
    ("W-56", years(10)),
    ("W-58", outside(12)),
]

NEAR_MISS: list[tuple[str, Facts]] = [
    ("W-27", surname("Kabaev")),
    ("W-27", surname("Karaeva")),
    ("W-27", surname("Kabaevs")),
    (
        "W-27",
        facts(item(10, said="The Kabayev Hall"), people=(HEADS[0]._replace(person=person(101, "Kabaev")), HEADS[1])),
    ),
    ("W-38", titled(text(ru="Переговоры", en="Talks"), **TWO)),
    ("W-39", titled(text(ru="Переговоры", en="Talks").checked("en", "A"), **TWO)),
    ("W-40", of_machine(EventState.PREPARATION)),
    ("W-40", of_machine(EventState.AGREED, "A")),
    ("W-41", greeting("eid_al_fitr", TUESDAY, *ORDERS)),
    ("W-41", greeting("eid_al_fitr", date(2026, 9, 4), *ORDERS)),
    ("W-42", facts(item(10, said="көп"), knows=LETTERS)),
    ("W-44", facts(item(10, note=words("From 10:00–11:00, at the “Prichal”")))),
    ("W-44", facts(item(10, said="Jalal-Abad"))),
    ("W-45", russian("Связи с Киргизией", "Гости из «Кыргызстан Медиа»")),
    ("W-45", russian("Связи с Киргизией", "Киргизская Республика")),
    ("W-46", flags(date(2026, 9, 1))),
    ("W-46", flags(None, since=date(2026, 9, 3))),
    ("W-46", renamed("Dinner for the guests from Manas")),
    ("W-46", renamed("Manas (until 2025 Jalal-Abad)")),
    ("W-46", renamed("Guests from the Jalal-Abad region")),
    ("W-49", holiday("RU", date(2026, 9, 4))),
    ("W-49", holiday("RU", kind=DayKind.REMEMBRANCE, off=False)),
    ("W-50", holiday("KG", WEDNESDAY)),
    ("W-50", holiday("MN")),
    ("W-51", fasting("19:00-20:00")),
    ("W-51", fasting("12:30-13:30", "no")),
    ("W-51", fasting("12:30-13:30", "", diet="vegetarian")),
    ("W-51", fasting("12:30-13:30", until=date(2026, 8, 31))),
    ("W-51", fasting("12:30-13:30", kind="culture")),
    ("W-52", friday("14:15-15:00")),
    ("W-52", friday("14:00-15:00", prayer=False)),
    ("W-53", eats("halal", "beef")),
    ("W-53", eats("vegan", "dairy", "vegan")),
    ("W-53", eats("halal", "pork", who=(speaks(1, 2, "takes-part"),))),
    ("W-54", lent("vegetarian")),
    ("W-54", sabbath("18:00-19:00")),
    ("W-55", given(gift(1, marks=("clock",)), country="KG")),
    ("W-55", given(gift(1), gift(2, 102, past=True))),
    ("W-55", given(gift(1, value=300_000))),
    ("W-55", given(gift(1, 103, value=100_000), gift(2, 104, value=200_000))),
    ("W-56", years(9)),
    ("W-58", outside(12, dress="outdoor")),
    ("W-58", outside(6)),
    ("W-67", in_room("KG")),
    ("W-67", in_room("KG", "RU")),
]


@pytest.mark.parametrize(("code", "about"), FIRE, ids=[f"{code}-{n}" for n, (code, _) in enumerate(FIRE)])
def test_check_of_words_and_days_fires(code: str, about: Facts) -> None:
    assert set(codes(about)) == {code}


@pytest.mark.parametrize(("code", "about"), NEAR_MISS, ids=[f"{code}-{n}" for n, (code, _) in enumerate(NEAR_MISS)])
def test_check_of_words_and_days_is_silent_beside(code: str, about: Facts) -> None:
    assert codes(about) == []


def test_country_without_a_flag_among_several_is_found() -> None:
    assert codes(in_room("KG", "CN")) == ["W-67"]


def test_text_of_the_event_with_other_letters_is_found() -> None:
    heading = TextFact("paper_heading", 3, "title", words("кѳп"), ("event", 1))
    (one,) = found(facts(event={"texts": (heading,)}, knows=LETTERS))
    assert (one.code, one.fixes[0].arguments["words"]) == ("W-42", "көп")
