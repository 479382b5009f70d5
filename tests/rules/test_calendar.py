"""Rules of the calendar: each fires where it should and is silent a hair's breadth beside (handbook 5 and 6)."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planner.rules.calendar import (
    Anniversary,
    Dated,
    DayKind,
    FeastDay,
    Meal,
    Status,
    TimedItem,
    TimeFact,
    Welcome,
    anniversaries,
    friday_prayer,
    friday_window,
    greeting_check,
    guest_days,
    host_days,
    joined,
    lenten_meals,
    next_working_day,
    ramadan_meals,
    sabbath,
)

DAY = date(2024, 4, 10)


def feast(name: str, day: date, country: str = "KG", *, last: date | None = None, **values) -> FeastDay:
    given = {"status": Status.ANNOUNCED, "source": "test", "non_working": True, "greet": Welcome(0, 3), **values}
    return FeastDay(name, country, day, last or day, **given)


FITR = feast("eid_al_fitr", DAY)
ADHA = feast("eid_al_adha", date(2024, 6, 17))


def test_a_greeting_for_the_wrong_feast_names_the_right_one() -> None:
    found = greeting_check("eid_al_adha", DAY, "KG", [ADHA, FITR])
    assert found is not None
    assert (found.feast, found.day, found.country) == ("eid_al_adha", DAY, "KG")
    assert (found.really, found.instead) == (ADHA, (FITR,))


def test_a_greeting_for_the_feast_of_the_day_is_right() -> None:
    assert greeting_check("eid_al_fitr", DAY, "KG", [ADHA, FITR]) is None


def test_a_greeting_is_right_to_the_last_day_of_its_welcome_and_wrong_on_the_next() -> None:
    found = [greeting_check("eid_al_fitr", DAY + timedelta(days=by), "KG", [FITR]) for by in (-1, 0, 3, 4)]
    assert [one is None for one in found] == [False, True, True, False]


def test_a_country_without_the_feast_is_measured_by_the_computed_one() -> None:
    computed = feast("eid_al_fitr", DAY, "", status=Status.COMPUTED)
    assert greeting_check("eid_al_fitr", DAY, "FR", [computed]) is None
    assert greeting_check("eid_al_fitr", DAY, "", [computed]) is None


def test_the_announced_day_of_the_country_counts_and_not_the_computed_one() -> None:
    computed = feast("eid_al_adha", date(2024, 6, 16), "", status=Status.COMPUTED)
    assert greeting_check("eid_al_adha", date(2024, 6, 16), "KG", [computed, ADHA]) is not None
    assert greeting_check("eid_al_adha", date(2024, 6, 16), "RU", [computed, ADHA]) is None


def test_an_unknown_feast_is_told_without_a_day() -> None:
    found = greeting_check("eid", DAY, "KG", [FITR])
    assert found is not None
    assert (found.really, found.instead) == (None, (FITR,))


def test_holidays_of_hosts_and_guests_are_told_apart() -> None:
    unity = feast("unity_day", date(2024, 11, 4), "RU")
    working = feast("ru_working", date(2024, 11, 2), "RU", kind=DayKind.WORKING, non_working=False)
    shortened = feast("shortened", date(2024, 11, 2), "RU", kind=DayKind.SHORTENED, non_working=False)
    days = [date(2024, 11, 2), date(2024, 11, 4)]
    found = [unity, working, shortened, FITR]
    assert [(fact.code, fact.day, fact.feast) for fact in host_days(days, found, ["RU"])] == [
        ("W-49", date(2024, 11, 2), working), ("W-49", date(2024, 11, 4), unity),
    ]  # fmt: skip
    assert guest_days(days, found, ["KG"]) == ()
    assert [(fact.code, fact.feast) for fact in guest_days([DAY], found, ["KG"])] == [("W-50", FITR)]
    assert guest_days([DAY + timedelta(days=1)], found, ["KG"]) == ()


def test_mourning_counts_for_both_sides_and_an_ordinary_local_day_for_none() -> None:
    mourning = feast("own_1", DAY, "KG", kind=DayKind.MOURNING, non_working=False, row_id=1)
    local = feast("own_2", DAY, "KG", kind=DayKind.LOCAL, non_working=False, row_id=2)
    assert [fact.feast for fact in guest_days([DAY], [mourning, local], ["KG"])] == [mourning]
    assert [fact.feast for fact in host_days([DAY], [mourning, local], ["KG"])] == [mourning]
    assert host_days([DAY], [mourning], ["RU"]) == ()


RAMADAN = feast("ramadan", date(2027, 2, 8), last=date(2027, 3, 8), kind=DayKind.FAST, non_working=False, greet=None)
DAWN, SUNSET = 6 * 60 + 23, 17 * 60 + 35


def meal(start: int, until: int, day: date = date(2027, 2, 8), **values) -> Meal:
    return Meal(1, day, start, until, dawn=DAWN, sunset=SUNSET, **values)


def test_a_lunch_in_ramadan_is_found_for_who_fasts_and_asked_of_who_was_not_asked() -> None:
    facts = ramadan_meals([meal(13 * 60, 14 * 60, fasting=(5,), unanswered=(6,))], [RAMADAN])
    assert [(fact.code, fact.sure, fact.people, fact.sunset) for fact in facts] == [("W-51", True, (5,), SUNSET)]
    facts = ramadan_meals([meal(13 * 60, 14 * 60, unanswered=(6,))], [RAMADAN])
    assert [(fact.sure, fact.people) for fact in facts] == [(False, (6,))]


def test_a_dinner_from_sunset_on_a_day_before_and_nobody_concerned_are_no_finding() -> None:
    assert ramadan_meals([meal(SUNSET, 20 * 60, fasting=(5,))], [RAMADAN]) == ()
    assert len(ramadan_meals([meal(SUNSET - 1, 20 * 60, fasting=(5,))], [RAMADAN])) == 1
    assert ramadan_meals([meal(780, 840, day=date(2027, 2, 7), fasting=(5,))], [RAMADAN]) == ()
    assert ramadan_meals([meal(780, 840)], [RAMADAN]) == ()


def test_where_the_sun_is_not_known_the_day_is_from_five_to_six() -> None:
    unknown = Meal(1, date(2027, 2, 8), 18 * 60, 19 * 60, (5,))
    assert ramadan_meals([unknown], [RAMADAN]) == ()
    assert len(ramadan_meals([unknown._replace(start=18 * 60 - 1)], [RAMADAN])) == 1


def test_lenten_meals_are_told_at_any_hour_and_ramadan_is_no_lent() -> None:
    lent = feast("great_lent", date(2027, 3, 15), "RU", last=date(2027, 5, 1), kind=DayKind.FAST, non_working=False)
    evening = Meal(1, date(2027, 3, 15), 1200, 1300, (5,))
    assert [(fact.code, fact.people) for fact in lenten_meals([evening], [lent, RAMADAN])] == [("W-54", (5,))]
    assert lenten_meals([evening._replace(day=date(2027, 3, 14))], [lent, RAMADAN]) == ()
    assert lenten_meals([evening._replace(day=date(2027, 2, 8))], [lent, RAMADAN]) == ()


def test_a_friday_is_kept_free_only_for_who_asked() -> None:
    friday = TimedItem(1, date(2024, 4, 12), 14 * 60, 15 * 60, (7,))
    assert friday_prayer([friday]) == (TimeFact("W-52", 1, date(2024, 4, 12), (7,), (750, 855)),)
    beside = [
        friday._replace(people=()), friday._replace(start=855), friday._replace(start=700, until=750),
        friday._replace(day=DAY),
    ]  # fmt: skip
    assert friday_prayer(beside) == ()


def test_the_friday_window_follows_a_late_sun() -> None:
    assert [friday_window(noon) for noon in (None, 12 * 60 + 32, 13 * 60 + 16, 14 * 60 + 10)] == [
        (750, 855), (750, 855), (750, 855), (840, 945),
    ]  # fmt: skip


def test_the_sabbath_is_from_sunset_to_sunset() -> None:
    friday, saturday = date(2024, 4, 12), date(2024, 4, 13)
    sunsets = {friday: 1140, saturday: 1141}
    late = TimedItem(1, friday, 1100, 1141, (7,))
    early = TimedItem(2, saturday, 600, 700, (7,))
    assert [fact.item_id for fact in sabbath([late, early], sunsets)] == [1, 2]
    assert sabbath([late._replace(until=1140), early._replace(start=1141, until=1200)], sunsets) == ()


def test_an_anniversary_counts_within_a_week_and_not_in_its_first_year() -> None:
    signed = Dated("agreement", 4, date(2014, 4, 17))
    found = anniversaries([signed], DAY, DAY)
    assert found == (Anniversary(signed, date(2024, 4, 17), 10),)
    assert anniversaries([signed._replace(day=date(2014, 4, 18))], DAY, DAY) == ()
    assert anniversaries([signed._replace(day=date(2024, 4, 12))], DAY, DAY) == ()
    leap = anniversaries([signed._replace(day=date(2020, 2, 29))], date(2023, 3, 1), date(2023, 3, 1))
    assert [one.day for one in leap] == [date(2023, 2, 28)]


def test_an_anniversary_is_found_over_the_turn_of_the_year() -> None:
    found = anniversaries([Dated("partnership", 1, date(2000, 12, 28))], date(2024, 1, 2), date(2024, 1, 3))
    assert [(one.day, one.years) for one in found] == [(date(2023, 12, 28), 23)]


def test_days_that_follow_one_another_become_a_span() -> None:
    days = [feast("new_year", date(2026, 1, day), "RU") for day in (1, 2, 3, 8)]
    assert [(one.day.day, one.to_day.day) for one in joined(days)] == [(1, 3), (8, 8)]


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.sets(st.integers(0, 10)))
def test_the_next_working_day_is_after_and_open(day: date, closed: set[int]) -> None:
    shut = {day + timedelta(days=number) for number in closed}
    found = next_working_day(day, shut, {5, 6})
    between = [day + timedelta(days=number) for number in range(1, (found - day).days)]
    assert found > day
    assert found.weekday() < 5
    assert found not in shut
    assert all(one.weekday() > 4 or one in shut for one in between)
