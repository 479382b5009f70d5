"""When an appointment of a calendar file recurs: its rule, added and excluded dates, within a span."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any

from dateutil.rrule import rrulestr

OFTEN = frozenset({"HOURLY", "MINUTELY", "SECONDLY"})
MOST = 20_000
"""Occurrences of one appointment that are looked at, whatever its rule says."""


class Unreadable(ValueError):
    """An appointment that says when it is in a way nobody can follow."""


def occurrences(event: Any, start: date | datetime, first: datetime, last: datetime) -> list[date | datetime]:
    """Return the beginnings of an appointment before `last`, those long before `first` left out where they can be.

    They are in the appointment's own zone, so that 10:00 stays 10:00 over a change of the clocks.
    """
    excluded = {_key(day) for day in _dates(event.get("EXDATE"))}
    found: dict[Any, date | datetime] = {_key(start): start}
    for rule in _listed(event.get("RRULE")):
        for moment in _by_rule(rule, start, last):
            found[_key(moment)] = moment
    for moment in _dates(event.get("RDATE")):
        found[_key(moment)] = _like(moment, start)
    return [moment for key, moment in sorted(found.items()) if key not in excluded]


def _by_rule(rule: Any, start: date | datetime, last: datetime) -> Iterator[date | datetime]:
    """Yield the moments a rule gives until a day; bounded even where the rule is not."""
    parts = {str(name).upper(): value for name, value in rule.items()}
    frequency = str(next(iter(parts.get("FREQ", [""])))).upper()
    if frequency in OFTEN:
        raise Unreadable(f"FREQ={frequency}")
    zone = start.tzinfo if isinstance(start, datetime) else None
    wall = start.replace(tzinfo=None) if isinstance(start, datetime) else datetime.combine(start, time())
    end = (last.astimezone(zone) if zone else last).replace(tzinfo=None) + timedelta(days=1)
    until = next(iter(_plain(parts.pop("UNTIL", []))), None)
    if until is not None:
        end = min(end, _wall(until, zone))
    count = next(iter(_plain(parts.pop("COUNT", []))), None)
    words = ";".join(f"{name}={_words(value)}" for name, value in parts.items() if name != "WKST" or value)
    if end < wall:
        return
    rule_words = f"RRULE:{words};UNTIL={end:%Y%m%dT%H%M%S}"
    found = rrulestr(rule_words, dtstart=wall)  # sink-ok: ends with the span, is never finer than a day, and is counted
    for moment in islice(iter(found), min(int(count), MOST) if count else MOST):
        yield moment.replace(tzinfo=zone) if isinstance(start, datetime) else moment.date()


def _plain(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else [value]


def _words(value: Any) -> str:
    return ",".join(str(one) for one in _plain(value))


def _wall(until: date | datetime, zone: Any) -> datetime:
    """Return the last wall time of a rule; a bare day means all of it."""
    if not isinstance(until, datetime):
        return datetime.combine(until, time(23, 59, 59))
    if until.tzinfo and zone:
        until = until.astimezone(zone)
    return until.replace(tzinfo=None)


def _listed(value: Any) -> list[Any]:
    return [one for one in (value if isinstance(value, list) else [value]) if one is not None and hasattr(one, "items")]


def _dates(value: Any) -> Iterator[date | datetime]:
    """Yield the days and times of EXDATE or RDATE, of a period its beginning."""
    for each in value if isinstance(value, list) else [value]:
        for one in getattr(each, "dts", ()):
            moment = getattr(one, "dt", None)
            moment = moment[0] if isinstance(moment, tuple) else moment
            if isinstance(moment, date):
                yield moment


def _like(moment: date | datetime, start: date | datetime) -> date | datetime:
    """Return an added date as its appointment has its own: a bare day takes the appointment's time."""
    if isinstance(start, datetime) and not isinstance(moment, datetime):
        return start.replace(year=moment.year, month=moment.month, day=moment.day)
    if not isinstance(start, datetime) and isinstance(moment, datetime):
        return moment.date()
    return moment


def _key(moment: date | datetime) -> Any:
    """Return what sorts and compares moments of any kind: in UTC where they have a zone."""
    if not isinstance(moment, datetime):
        return (moment, time())
    plain = moment.astimezone(UTC).replace(tzinfo=None) if moment.tzinfo else moment
    return (plain.date(), plain.time())
