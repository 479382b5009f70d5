"""Dawn and sunset: the handbook's table, an independent reckoning of the sun's height, and days without a solution."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from math import asin, cos, degrees, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.rules.sun import DAWN, HORIZON, Spot, sun_times
from planner.rules.times import clock, zone_named

KRASNOYARSK = Spot(56.0097, 92.8524, "Asia/Krasnoyarsk")
BISHKEK = Spot(42.8746, 74.5698, "Asia/Bishkek")
MANAS = Spot(40.9333, 73.0, "Asia/Bishkek")


@pytest.mark.parametrize(
    ("day", "spot", "dawn", "sunset"),
    [
        # Krasnoyarsk's dawn of 9 April stands in a test of its own.
        (date(2024, 4, 9), KRASNOYARSK, None, "19:43"),
        (date(2024, 4, 9), BISHKEK, "04:49", "19:37"),
        (date(2024, 4, 9), MANAS, "05:01", "19:41"),
        (date(2027, 2, 8), KRASNOYARSK, "06:23", "17:35"),
        (date(2027, 2, 8), BISHKEK, "06:33", "18:23"),
        (date(2027, 2, 8), MANAS, "06:38", "18:33"),
        (date(2027, 3, 8), KRASNOYARSK, "05:19", "18:36"),
        (date(2027, 3, 8), BISHKEK, "05:53", "18:59"),
        (date(2027, 3, 8), MANAS, "06:01", "19:06"),
        (date(2028, 1, 28), KRASNOYARSK, "06:40", "17:11"),
        (date(2028, 1, 28), BISHKEK, "06:43", "18:08"),
        (date(2028, 1, 28), MANAS, "06:47", "18:19"),
    ],
)
def test_the_fast_lasts_as_the_handbook_has_it(day: date, spot: Spot, dawn: str | None, sunset: str) -> None:
    found = sun_times(spot, day)
    if dawn:
        assert abs(_minute(dawn) - (found.dawn or 0)) <= 1
    assert abs(_minute(sunset) - (found.sunset or 0)) <= 1


def test_the_dawn_of_9_april_is_reckoned_with_the_sun_of_dawn() -> None:
    # The handbook has 03:31: that is the sun's declination of noon. At 56° north it gains 0.12° from dawn to noon
    # of that day, which is three minutes; at 03:31 the sun still stands lower than 18° under the horizon.
    found = sun_times(KRASNOYARSK, date(2024, 4, 9))
    assert clock(found.dawn or 0) == "03:34"
    heights = [_height(KRASNOYARSK, date(2024, 4, 9), _minute(words)) for words in ("03:31", "03:34")]
    assert [round(height, 1) for height in heights] == [-18.3, -18.0]


def test_in_june_the_sun_of_krasnoyarsk_never_gets_so_low() -> None:
    found = sun_times(KRASNOYARSK, date(2024, 6, 21))
    assert found.dawn is None
    assert abs(_minute("04:01") - (found.sunrise or 0)) <= 1
    assert abs(_minute("21:39") - (found.sunset or 0)) <= 1


def test_noon_stays_within_what_the_handbook_says_of_fridays() -> None:
    for spot, first, last in ((KRASNOYARSK, "12:32", "13:03"), (BISHKEK, "12:45", "13:16")):
        noons = [sun_times(spot, date(2026, 1, 1) + timedelta(days=number)).noon for number in range(365)]
        assert abs(min(noons) - _minute(first)) <= 1
        assert abs(max(noons) - _minute(last)) <= 1


@given(st.floats(-60, 60), st.floats(-170, 170), st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_the_sun_stands_where_it_should_at_the_minute_found(north: float, east: float, day: date) -> None:
    spot = Spot(north, east, "UTC")
    found = sun_times(spot, day)
    for minute, wanted in ((found.dawn, DAWN), (found.sunrise, HORIZON), (found.sunset, HORIZON)):
        if minute is not None:
            assert abs(_height(spot, day, minute) - wanted) < 0.35


def _minute(words: str) -> int:
    hours, minutes = words.split(":")
    return int(hours) * 60 + int(minutes)


def _height(spot: Spot, day: date, minute: int) -> float:
    """Return the sun's height by another way than the rule's: right ascension and the turning of the earth."""
    wall = datetime(day.year, day.month, day.day, tzinfo=zone_named(spot.zone)) + timedelta(minutes=minute)
    days = (wall.astimezone(UTC) - datetime(2000, 1, 1, 12, tzinfo=UTC)).total_seconds() / 86400
    anomaly = radians(357.529 + 0.98560028 * days)
    longitude = radians(280.459 + 0.98564736 * days + 1.915 * sin(anomaly) + 0.020 * sin(2 * anomaly))
    tilt = radians(23.439 - 0.00000036 * days)
    x, y, z = cos(longitude), cos(tilt) * sin(longitude), sin(tilt) * sin(longitude)
    turned = radians(280.46061837 + 360.98564736629 * days + spot.longitude)
    north = radians(spot.latitude)
    return degrees(asin(sin(north) * z + cos(north) * (x * cos(turned) + y * sin(turned))))
