"""Dawn, noon and sunset of a place on a day, in wall minutes of its zone (handbook 5.2: dawn is the sun at −18°).

The formulas are those of the Astronomical Almanac in short form, as NOAA uses them; good to a minute between the polar
circles. Where the sun never gets so low or so high, there is no solution and the answer is None.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from math import acos, asin, cos, degrees, floor, pi, radians, sin, tan
from typing import NamedTuple

from planner.rules.times import zone_named

HORIZON = -0.833
"""Degrees of the sun's centre at sunrise: its radius and the bending of light."""
DAWN = -18.0
"""Degrees at the beginning of the fast."""


class Spot(NamedTuple):
    """A place on the earth: degrees north and east, and its IANA zone."""

    latitude: float
    longitude: float
    zone: str


class SunTimes(NamedTuple):
    """Wall minutes of a day; dawn and sunset are None where the sun does not get there."""

    dawn: int | None
    sunrise: int | None
    noon: int
    sunset: int | None


def sun_times(spot: Spot, day: date) -> SunTimes:
    """Return when the sun is where on a day; sunset may be after midnight (over 1440) far from the zone's meridian."""
    noon = _noon(spot, day)
    return SunTimes(
        _minute(spot, day, _at_height(spot, noon, DAWN, -1)),
        _minute(spot, day, _at_height(spot, noon, HORIZON, -1)),
        _minute(spot, day, noon) or 0,
        _minute(spot, day, _at_height(spot, noon, HORIZON, 1)),
    )


def _noon(spot: Spot, day: date) -> datetime:
    """Return the instant when the sun is highest."""
    middle = datetime(day.year, day.month, day.day, 12, tzinfo=UTC) - timedelta(minutes=4 * spot.longitude)
    _, equation = _sun(middle)
    return middle - timedelta(minutes=equation)


def _at_height(spot: Spot, noon: datetime, height: float, way: int) -> datetime | None:
    """Return the instant before (way −1) or after noon when the sun stands at a height; None where it never does."""
    moment = noon
    for _ in range(3):  # the sun's declination changes while it moves there
        declination, equation = _sun(moment)
        angle = _hour_angle(spot.latitude, declination, height)
        if angle is None:
            return None
        _, at_noon = _sun(noon)
        moment = noon + timedelta(minutes=way * 4 * angle - (equation - at_noon))
    return moment


def _hour_angle(latitude: float, declination: float, height: float) -> float | None:
    north, tilt = radians(latitude), radians(declination)
    below = cos(north) * cos(tilt)
    if below == 0:
        return None
    cosine = sin(radians(height)) / below - tan(north) * tan(tilt)
    return degrees(acos(cosine)) if -1 <= cosine <= 1 else None


def _sun(moment: datetime) -> tuple[float, float]:
    """Return the sun's declination in degrees and the equation of time in minutes."""
    centuries = (moment - datetime(2000, 1, 1, 12, tzinfo=UTC)).total_seconds() / 86400 / 36525
    mean = (280.46646 + centuries * (36000.76983 + 0.0003032 * centuries)) % 360
    anomaly = radians(357.52911 + centuries * (35999.05029 - 0.0001537 * centuries))
    eccentricity = 0.016708634 - centuries * (0.000042037 + 0.0000001267 * centuries)
    centre = (
        sin(anomaly) * (1.914602 - centuries * (0.004817 + 0.000014 * centuries))
        + sin(2 * anomaly) * (0.019993 - 0.000101 * centuries)
        + sin(3 * anomaly) * 0.000289
    )
    node = radians(125.04 - 1934.136 * centuries)
    longitude = radians(mean + centre - 0.00569 - 0.00478 * sin(node))
    seconds = 21.448 - centuries * (46.815 + centuries * (0.00059 - 0.001813 * centuries))
    tilt = radians(23 + (26 + seconds / 60) / 60 + 0.00256 * cos(node))
    declination = degrees(asin(sin(tilt) * sin(longitude)))
    half = tan(tilt / 2) ** 2
    around = radians(mean)
    equation = (
        half * sin(2 * around)
        - 2 * eccentricity * sin(anomaly)
        + 4 * eccentricity * half * sin(anomaly) * cos(2 * around)
        - 0.5 * half * half * sin(4 * around)
        - 1.25 * eccentricity * eccentricity * sin(2 * anomaly)
    )
    return declination, 4 * equation * 180 / pi


def _minute(spot: Spot, day: date, moment: datetime | None) -> int | None:
    if moment is None:
        return None
    wall = moment.astimezone(zone_named(spot.zone))
    seconds = (wall.date() - day).days * 86400 + wall.hour * 3600 + wall.minute * 60 + wall.second
    return floor(seconds / 60 + 0.5)
