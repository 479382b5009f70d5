"""The calendar of countries: the handbook's tables, the office's overrides, and the shared file of holidays."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.checks.feasts import NO_COUNTRY, country_year, feast_days, keeps
from planner.checks.holidays import hijri_day, public_year
from planner.language.feasts import feast_rules
from planner.rules.calendar import DayKind, FeastDay, Status, greeting_check
from tests.conftest import ROOT

TABLE = {  # handbook 5.1: Ramadan 1, eve of Qadr, Eid al-Fitr, Arafa, Eid al-Adha
    1445: ("2024-03-11", "2024-04-05", "2024-04-10", "2024-06-15", "2024-06-16"),
    1446: ("2025-03-01", "2025-03-26", "2025-03-30", "2025-06-05", "2025-06-06"),
    1447: ("2026-02-18", "2026-03-15", "2026-03-20", "2026-05-26", "2026-05-27"),
    1448: ("2027-02-08", "2027-03-05", "2027-03-09", "2027-05-15", "2027-05-16"),
    1449: ("2028-01-28", "2028-02-22", "2028-02-26", "2028-05-04", "2028-05-05"),
    1450: ("2029-01-16", "2029-02-10", "2029-02-14", "2029-04-23", "2029-04-24"),
}
MOVING = ("ramadan", "night_of_qadr", "eid_al_fitr", "arafa", "eid_al_adha")


def days(country: str, year: int) -> dict[date, list[FeastDay]]:
    found: dict[date, list[FeastDay]] = {}
    for one in feast_days([country], date(year, 1, 1), date(year, 12, 31)):
        for day in one.days():
            found.setdefault(day, []).append(one)
    return found


def of(country: str, year: int, feast: str) -> list[FeastDay]:
    return [one for one in feast_days([country], date(year, 1, 1), date(year, 12, 31)) if one.feast == feast]


def own(feast: str, day: date, country: str = "KG", **values: object) -> FeastDay:
    given = {"status": Status.ANNOUNCED, "source": "muftiate", "row_id": 7, **values}
    return FeastDay(feast, country, day, day, **given)


@pytest.mark.parametrize("hijri", TABLE)
def test_moving_feasts_are_those_of_the_handbook(hijri: int) -> None:
    expected = tuple(date.fromisoformat(words) for words in TABLE[hijri])
    year = expected[0].year
    assert tuple(of(NO_COUNTRY, year, feast)[0].day for feast in MOVING) == expected
    assert {one.status for feast in MOVING for one in of(NO_COUNTRY, year, feast)} == {Status.COMPUTED}
    assert of(NO_COUNTRY, year, "ramadan")[0].to_day == expected[2] - timedelta(days=1)


@pytest.mark.parametrize(
    ("orthodox", "lent", "radonitsa", "western"),
    [
        ("2026-04-12", "2026-02-23", "2026-04-21", "2026-04-05"),
        ("2027-05-02", "2027-03-15", "2027-05-11", "2027-03-28"),
        ("2028-04-16", "2028-02-28", "2028-04-25", "2028-04-16"),
    ],
)
def test_easter_and_what_follows_it_are_those_of_the_handbook(
    orthodox: str, lent: str, radonitsa: str, western: str
) -> None:
    feasts = ("orthodox_easter", "great_lent", "radonitsa", "western_easter")
    found = [of(NO_COUNTRY, int(orthodox[:4]), feast)[0] for feast in feasts]
    assert [one.day.isoformat() for one in found] == [orthodox, lent, radonitsa, western]
    assert found[1].to_day == found[0].day - timedelta(days=1)


def test_a_hijri_year_shorter_than_ours_brings_two_in_one() -> None:
    assert [one.day for one in of(NO_COUNTRY, 2030, "ramadan")] == [hijri_day(1451, 9, 1), hijri_day(1452, 9, 1)]
    assert hijri_day(1600, 1, 1) is None


def test_kurman_ait_of_2024_was_announced_a_day_later_in_kyrgyzstan() -> None:
    (found,) = of("KG", 2024, "eid_al_adha")
    assert (found.day, found.status, found.non_working) == (date(2024, 6, 17), Status.ANNOUNCED, True)
    assert (found.name.get("ky"), found.name.get("ru")) == ("Курман айт", "Курман айт")
    assert of("RU", 2024, "eid_al_adha")[0].day == date(2024, 6, 16)


def test_a_feast_still_to_come_is_computed_and_says_so() -> None:
    assert [one.status for one in of("KG", 2027, "eid_al_fitr")] == [Status.COMPUTED]
    assert "estimated" not in of("KG", 2027, "eid_al_fitr")[0].name.get("en")


def test_a_muslim_feast_on_a_weekend_moves_the_day_off_in_kyrgyzstan() -> None:
    sunday, monday = of("KG", 2025, "eid_al_fitr")
    assert (sunday.day, sunday.kind) == (date(2025, 3, 30), DayKind.FEAST)
    assert (monday.day, monday.kind, monday.non_working) == (date(2025, 3, 31), DayKind.DAY_OFF, True)
    assert [one.day for one in of("KG", 2027, "eid_al_adha")] == [date(2027, 5, 16), date(2027, 5, 17)]
    assert [one.day for one in of("KG", 2026, "eid_al_adha")] == [date(2026, 5, 27)]  # a Wednesday


def test_an_announced_day_takes_the_place_of_the_computed_one_and_its_moved_rest() -> None:
    announced = own("eid_al_adha", date(2027, 5, 15))
    found = feast_days(["KG", NO_COUNTRY], date(2027, 5, 1), date(2027, 5, 31), [announced])
    mine = [one for one in found if one.feast == "eid_al_adha" and one.country == "KG"]
    assert [(one.day, one.kind, one.status, one.source) for one in mine] == [
        (date(2027, 5, 15), DayKind.FEAST, Status.ANNOUNCED, "muftiate"),
        (date(2027, 5, 17), DayKind.DAY_OFF, Status.ANNOUNCED, "rule of the weekend (24.kg)"),
    ]  # fmt: skip
    assert mine[0].name.get("ru") == "Курман айт"
    assert [one.day for one in found if one.feast == "eid_al_adha" and not one.country] == [date(2027, 5, 16)]
    assert greeting_check("eid_al_adha", date(2027, 5, 15), "KG", found) is None


def test_ramadan_ends_on_the_eve_of_the_announced_feast() -> None:
    later = own("eid_al_fitr", date(2027, 3, 10))
    found = feast_days(["KG"], date(2027, 2, 1), date(2027, 3, 31), [later])
    assert [one.to_day for one in found if one.feast == "ramadan"] == [date(2027, 3, 9)]


def test_a_decreed_working_day_takes_a_moved_rest_away() -> None:
    decreed = own("own_7", date(2026, 1, 9), "RU", kind=DayKind.WORKING, status=Status.DECREE)
    found = feast_days(["RU"], date(2026, 1, 9), date(2026, 1, 9), [decreed])
    assert [(one.kind, one.row_id) for one in found] == [(DayKind.WORKING, 7)]


def test_the_russian_year_2026_is_the_handbooks() -> None:
    year = days("RU", 2026)
    off = {day for day, there in year.items() if any(one.non_working for one in there)}
    stretches = [
        ("2026-01-01", "2026-01-11"), ("2026-02-21", "2026-02-23"), ("2026-03-07", "2026-03-09"),
        ("2026-05-01", "2026-05-03"), ("2026-05-09", "2026-05-11"), ("2026-06-12", "2026-06-14"),
        ("2026-11-04", "2026-11-04"), ("2026-12-31", "2026-12-31"),
    ]  # fmt: skip
    expected = set()
    for first, last in stretches:
        day = date.fromisoformat(first)
        while day <= date.fromisoformat(last):
            expected.add(day)
            day += timedelta(days=1)
    assert {day for day in expected if day.weekday() < 5} == {day for day in off if day.weekday() < 5}
    assert [one.kind for one in year[date(2026, 6, 22)]] == [DayKind.REMEMBRANCE]
    assert {day for day, there in year.items() if any(one.shortened for one in there)} == {
        date(2026, 4, 30), date(2026, 5, 8), date(2026, 6, 11), date(2026, 11, 3),
    }  # fmt: skip


def test_worked_saturdays_are_told() -> None:
    found = [one.day for one in country_year("RU", 2024) if one.kind is DayKind.WORKING]
    assert found == [date(2024, 4, 27), date(2024, 11, 2), date(2024, 12, 28)]


def test_moved_days_of_2027_are_no_more_than_announced_until_the_decree_was_compared() -> None:
    moved = [one for one in country_year("RU", 2027) if one.feast == "ru_moved_rest"]
    assert {one.status for one in moved} == {Status.ANNOUNCED}
    assert {one.status for one in country_year("RU", 2026) if one.feast == "ru_moved_rest"} == {Status.DECREE}


def test_the_kyrgyz_year_2026_is_the_handbooks() -> None:
    year = days("KG", 2026)
    off = {day for day, there in year.items() if any(one.non_working for one in there)}
    expected = {date(2026, 1, day) for day in range(1, 8)} | {date(2026, 5, day) for day in range(1, 10)}
    expected |= {date(2026, 3, 8), date(2026, 3, 20), date(2026, 3, 21), date(2026, 5, 27), date(2026, 8, 31)}
    assert off == expected
    # The cabinet had listed 20 March as shortened; as Orozo Ait it is not worked at all, and that is said alone.
    shortened = {day for day, there in year.items() if any(one.shortened for one in there)}
    assert shortened == {date(2026, 4, 30), date(2026, 12, 31)}
    festive = (date(2026, 2, 23), date(2026, 4, 7))
    working = [one for day in festive for one in year[day] if one.kind is not DayKind.FAST]
    assert [(one.feast, one.non_working) for one in working] == [
        ("defender_day", False), ("kg_day_of_the_people_s_april_revolution", False),
    ]  # fmt: skip
    assert {one.kind for day in (date(2026, 4, 7), date(2026, 11, 7)) for one in year[day]} == {DayKind.REMEMBRANCE}


def test_whose_calendar_has_ramadan_is_told_by_its_public_holidays() -> None:
    assert [keeps(country, "ramadan", 2027) for country in ("KG", "TR", "RU", "FR", "")] == [
        True, True, False, False, True,
    ]  # fmt: skip


def test_feasts_of_other_peoples_come_from_their_holidays() -> None:
    assert of("CN", 2027, "chinese_new_year")[0].day == date(2027, 2, 6)
    assert of("KG", 2027, "nooruz")[0].name.get("ru") == "Нооруз"
    assert of("IL", 2027, "rosh_hashanah")[0].day == date(2027, 10, 2)
    assert of("RU", 2027, "nooruz") == []


def test_a_country_nobody_knows_has_no_days() -> None:
    assert feast_days(["XX", "ZZ"], date(2027, 1, 1), date(2027, 12, 31)) == ()
    assert public_year("XX", 2027).days == ()


def test_every_feast_has_a_name_and_whoever_is_congratulated_on_it_has_words() -> None:
    unnamed = [rule.id for rule in feast_rules().values() if not rule.name("").get("en") or not rule.name("").get("ru")]
    unsaid = [
        rule.id
        for rule in feast_rules().values()
        if bool(rule.greet) != bool(rule.greeting("").get("en") and rule.greeting("").get("ru"))
    ]
    assert (unnamed, unsaid) == ([], [])


def test_the_libraries_are_imported_at_the_first_question() -> None:
    program = "import sys; import planner.checks.event_calendar; print({'holidays', 'hijridate'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_of_the_countries_only_those_asked_for_are_imported() -> None:
    program = (
        "import sys; from planner.checks.holidays import public_year; days = public_year('RU', 2027).days;"
        "print(len(days) > 10, [name for name in sys.modules if name.startswith('holidays.countries.')])"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True ['holidays.countries.russia']"


HOLIDAYS = "places/holidays_ru_kg_kz_2024_2027.json"
BESIDE_THE_FILE = {
    # Muslim feasts on a Sunday, whose day off moves to Monday (handbook 5.1, S48); the file knows no such rule.
    "KG": {date(2025, 3, 31), date(2027, 5, 17)},
    "RU": set[date](),
    "KZ": set[date](),
}


@pytest.mark.parametrize("country", ["RU", "KG", "KZ"])
def test_days_not_worked_are_those_of_the_shared_file_but_for_what_is_explained(
    shared_data: Path, country: str
) -> None:
    known = json.loads((shared_data / HOLIDAYS).read_text(encoding="utf-8"))[country]
    theirs = {date.fromisoformat(day) for year in known.values() for names in year.values() for day in names}
    ours = {
        day
        for year in range(2024, 2028)
        for day, there in days(country, year).items()
        if any(one.non_working for one in there)
    }
    assert (ours - theirs, theirs - ours) == (BESIDE_THE_FILE[country], set())
