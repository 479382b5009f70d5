"""Dates as handbook 4.6 sets them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from planner.language.dates import (
    format_day,
    format_day_heading,
    format_offset,
    format_range,
    format_stamp,
    format_time,
    format_time_range,
    instant,
)
from planner.language.languages import find, known

WEDNESDAY = date(2024, 4, 10)


@pytest.mark.parametrize(
    ("language", "form", "written"),
    [
        ("ru", "long", "10 апреля 2024\u00a0г."),
        ("en", "long", "10 April 2024"),
        ("ky", "long", "2024-жылдын 10-апрели"),
        ("ru", "full", "10 апреля 2024 года"),
        ("en", "full", "10 April 2024"),
        ("ky", "full", "10-апрель, 2024-жыл"),
        ("ru", "weekday", "среда, 10 апреля"),
        ("en", "weekday", "Wednesday, 10 April 2024"),
        ("ky", "weekday", "10-апрель, шаршемби"),
        ("ru", "weekday_full", "среда, 10 апреля 2024 года"),
        ("ky", "weekday_full", "10-апрель, 2024-жыл, шаршемби"),
        ("ru", "short", "10.04.2024"),
        ("en", "short", "10 Apr 2024"),
        ("ky", "short", "10.04.2024"),
        ("mn", "long", "2024\u00a0оны 4 дүгээр сарын 10"),
        ("kk", "long", "2024\u00a0жылғы 10 сәуір"),
        ("de", "long", "10.\u00a0April 2024"),
        ("fr", "weekday_full", "mercredi 10 avril 2024"),
        ("zh-Hans", "weekday_full", "2024年4月10日，星期三"),
        ("tr", "long", "10 Nisan 2024"),
    ],
)
def test_day_is_written_as_offices_write_it(language, form, written):
    assert format_day(WEDNESDAY, language, form=form) == written


@pytest.mark.parametrize(
    ("language", "heading"),
    [
        ("ru", "Вторник, 14 мая"),
        ("en", "Tuesday, 14 May"),
        ("ky", "14-май, шейшемби"),
        ("mn", "5 дугаар сарын 14, мягмар гараг"),
    ],
)
def test_heading_of_a_day_has_no_year(language, heading):
    assert format_day_heading(date(2024, 5, 14), language) == heading


@pytest.mark.parametrize(
    ("language", "within_a_month", "across_months", "across_years"),
    [
        (
            "ru",
            "22–26 апреля 2024\u00a0г.",
            "30 апреля – 2 мая 2024\u00a0г.",
            "30 декабря 2024\u00a0г. – 2 января 2025\u00a0г.",
        ),
        ("en", "22–26 April 2024", "30 April – 2 May 2024", "30 December 2024 – 2 January 2025"),
        (
            "ky",
            "2024-жылдын 22–26-апрели",
            "2024-жылдын 30-апрели – 2-майы",
            "2024-жылдын 30-декабры – 2025-жылдын 2-январы",
        ),
        (
            "mn",
            "2024\u00a0оны 4 дүгээр сарын 22–26",
            "2024\u00a0оны 4 дүгээр сарын 30 – 5 дугаар сарын 2",
            "2024\u00a0оны 12 дугаар сарын 30 – 2025\u00a0оны 1 дүгээр сарын 2",
        ),
    ],
)
def test_range_of_days_is_written_once_for_what_both_share(language, within_a_month, across_months, across_years):
    written = (
        format_range(date(2024, 4, 22), date(2024, 4, 26), language),
        format_range(date(2024, 4, 30), date(2024, 5, 2), language),
        format_range(date(2024, 12, 30), date(2025, 1, 2), language),
    )
    assert written == (within_a_month, across_months, across_years)


@pytest.mark.parametrize(
    ("language", "bare", "full"),
    [
        ("ru", "30 апреля – 2 мая", "14–16 мая 2024 года"),
        ("en", "30 April – 2 May", "14–16 May 2024"),
        ("ky", "30-апрель – 2-май", "2024-жылдын 14–16-майы"),
    ],
)
def test_range_is_written_without_a_year_or_as_under_a_title(language, bare, full):
    written = (
        format_range(date(2024, 4, 30), date(2024, 5, 2), language, form="bare"),
        format_range(date(2024, 5, 14), date(2024, 5, 16), language, form="full"),
    )
    assert written == (bare, full)


def test_range_of_one_day_is_that_day():
    assert format_range(WEDNESDAY, WEDNESDAY, "ru", form="full") == "10 апреля 2024 года"


def test_range_across_years_keeps_its_years_where_none_was_asked_for():
    written = format_range(date(2024, 12, 30), date(2025, 1, 2), "en", form="bare")
    assert written == "30 December 2024 – 2 January 2025"


@pytest.mark.parametrize(("minute", "written"), [(0, "00:00"), (600, "10:00"), (1439, "23:59"), (1440, "24:00")])
def test_time_has_24_hours(minute, written):
    assert format_time(minute) == written


def test_time_range_has_an_en_dash_without_spaces():
    assert (format_time_range(600, 660), format_time_range(700, None)) == ("10:00–11:00", "11:40")


@pytest.mark.parametrize(
    ("language", "stamp"),
    [
        ("ru", "09.04.2024, 17:40"),
        ("en", "9 April 2024, 17:40"),
        ("ky", "09.04.2024, 17:40"),
        ("mn", "2024.04.09, 17:40"),
    ],
)
def test_stamp_shows_the_hosts_own_time(language, stamp):
    assert format_stamp(datetime(2024, 4, 9, 10, 40, tzinfo=UTC), language, zone="Asia/Krasnoyarsk") == stamp


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("Asia/Krasnoyarsk", "UTC+7"),
        ("Asia/Bishkek", "UTC+6"),
        ("Asia/Kolkata", "UTC+5:30"),
        ("America/Sao_Paulo", "UTC−3"),
        ("Europe/Berlin", "UTC+2"),
        ("UTC", "UTC+0"),
    ],
)
def test_offset_of_a_zone_is_that_of_the_day(zone, written):
    assert format_offset(WEDNESDAY, 600, zone) == written


def test_end_of_a_day_is_the_midnight_after_it():
    assert instant(WEDNESDAY, 1440, "Asia/Krasnoyarsk") == datetime(2024, 4, 10, 17, 0, tzinfo=UTC)


def test_language_nobody_described_gets_dates_by_number():
    assert (format_day(WEDNESDAY, "xx"), format_day_heading(WEDNESDAY, "xx")) == ("2024-04-10", "2024-04-10")


def test_region_of_a_language_uses_the_language():
    assert format_day(WEDNESDAY, "en-GB") == "10 April 2024"


def test_no_language_prints_the_narrow_space_that_fonts_lack():
    data = [find(language) for language in known()]
    assert [each.tag for each in data if "\u202f" in repr(each) or "\\u202f" in repr(each)] == []
