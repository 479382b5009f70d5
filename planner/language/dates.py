"""Days and times as offices write them (handbook 4.6), never raw CLDR."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from typing import Literal
from zoneinfo import ZoneInfo

from planner.language.languages import LanguageData, find
from planner.rules.text import Language

DayForm = Literal["long", "full", "weekday", "weekday_full", "short", "day_month"]
RangeForm = Literal["long", "full", "bare"]

_REMEMBERED = 4096


@lru_cache(_REMEMBERED)
def format_day(day: date, language: Language, *, form: DayForm = "long") -> str:
    """Write a day: "10 апреля 2024 г." in text, `full` under a title, `weekday`, `short`, `day_month`."""
    data = find(language)
    return data.dates[form].format_map(_values(day, data))


@lru_cache(_REMEMBERED)
def format_day_heading(day: date, language: Language) -> str:
    """Write the heading of a day in a programme: "Вторник, 14 мая", "Tuesday, 14 May", "14-май, шейшемби"."""
    data = find(language)
    return data.dates["heading"].format_map(_values(day, data))


@lru_cache(_REMEMBERED)
def format_range(first: date, last: date, language: Language, *, form: RangeForm = "long") -> str:
    """Write a range of days; one day alone is written as a day, `bare` leaves the year out."""
    if first == last:
        return format_day(first, language, form="day_month" if form == "bare" else form)
    data = find(language)
    span = "days" if (first.year, first.month) == (last.year, last.month) else "months"
    if first.year != last.year:
        span, form = "years", "long" if form == "bare" else form
    plain = f"range_{span}"
    key = plain if form == "long" else f"{plain}_{form}"
    pattern = data.dates.get(key) or data.dates[plain]
    values = _values(first, data) | {f"{name}2": value for name, value in _values(last, data).items()}
    return pattern.format_map(values)


def format_stamp(moment: datetime, language: Language, *, zone: str) -> str:
    """Write the time of an issue or a change for a footer, in the zone given: "09.04.2024, 17:40"."""
    local = moment.astimezone(_zone(zone))
    data = find(language)
    return f"{data.dates['stamp'].format_map(_values(local.date(), data))}, {local:%H:%M}"


def local_day(moment: datetime, zone: str) -> date:
    """Return the calendar day of a moment in a zone."""
    return moment.astimezone(_zone(zone)).date()


def format_time(minute: int) -> str:
    """Write a wall minute of the day: 600 is "10:00", and 1440, the end of a day, "24:00"."""
    return f"{minute // 60:02}:{minute % 60:02}"


def format_time_range(start: int, end: int | None) -> str:
    """Write a time range with an en dash and no spaces: "10:00–11:00"; a start alone is "11:40"."""
    return format_time(start) if end is None else f"{format_time(start)}–{format_time(end)}"


def instant(day: date, minute: int, zone: str) -> datetime:
    """Return the UTC instant of a wall minute in a zone; 1440 is the midnight that ends the day."""
    return _wall(day, minute, zone).astimezone(UTC)


def format_offset(day: date, minute: int, zone: str) -> str:
    """Write a zone's distance from UTC at that wall minute: "UTC+7", "UTC+5:30", "UTC−3"."""
    offset = _wall(day, minute, zone).utcoffset() or timedelta()
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes >= 0 else "−"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def _wall(day: date, minute: int, zone: str) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=_zone(zone)) + timedelta(minutes=minute)  # on the wall clock


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def _values(day: date, data: LanguageData) -> dict[str, str]:
    weekday = data.weekdays[day.weekday()]
    return {
        "day": data.dates.get("first_day", "1") if day.day == 1 else str(day.day),
        "dd": f"{day.day:02}",
        "mm": f"{day.month:02}",
        "month": data.months[day.month - 1],
        "nominative": data.months_nominative[day.month - 1],
        "mon": data.months_short[day.month - 1],
        "year": f"{day.year:04}",
        "weekday": weekday,
        "Weekday": weekday[:1].upper() + weekday[1:],
    }
