"""Days as lists write them. A date that can be read two ways is asked about, never guessed."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from planner.language.catalog import mark

AMBIGUOUS = mark("The date {text} can be read as day and month or as month and day. It was kept as it stands.")
NO_SUCH_DAY = mark("There is no day {text}.")
NOT_UNDERSTOOD = mark("The date {text} was not understood. It was kept as it stands.")

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan января янв январь январь",
            "february feb февраля фев февраль",
            "march mar марта мар март",
            "april apr апреля апр апрель",
            "may мая май",
            "june jun июня июн июнь",
            "july jul июля июл июль",
            "august aug августа авг август",
            "september sep sept сентября сен сент сентябрь",
            "october oct октября окт октябрь",
            "november nov ноября ноя нояб ноябрь",
            "december dec декабря дек декабрь",
        ),
        1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?")
_DOTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s*г\.?(?:\s*р\.?)?)?")
_SLASHES = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[ -]([^\W\d_]+)\.?,?[ -](\d{4})(?:\s*(?:г|года|ж)\.?)?", re.IGNORECASE
)
_MONTH_DAY = re.compile(r"([^\W\d_]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})", re.IGNORECASE)


class ReadDay(NamedTuple):
    """An ISO day, or the text as it stood and what is the matter with it."""

    text: str
    problem: str = ""


def read_day(text: str, *, day_first: bool | None = None) -> ReadDay:
    """Read a day; `day_first` is what a person answered about 03/04/2026, None while nobody was asked."""
    plain = " ".join(text.translate(_DIGITS).split())
    if found := _ISO.fullmatch(plain):
        return _day(text, *map(int, found.groups()))
    if found := _DOTS.fullmatch(plain):
        day, month, year = map(int, found.groups())
        return _day(text, year, month, day)
    if found := _SLASHES.fullmatch(plain):
        return _slashes(text, *map(int, found.groups()), day_first=day_first)
    if found := _DAY_MONTH.fullmatch(plain):
        return _named(text, found.group(2), found.group(1), found.group(3))
    if found := _MONTH_DAY.fullmatch(plain):
        return _named(text, *found.groups())
    return ReadDay(text, NOT_UNDERSTOOD)


_DIGITS = {
    zero + digit: ord("0") + digit for zero in (0x0660, 0x06F0, 0x0966, 0xFF10) for digit in range(10)
}  # Arabic, Persian, Devanagari, full-width


def _slashes(text: str, first: int, second: int, year: int, *, day_first: bool | None) -> ReadDay:
    if first <= 12 and second <= 12 and first != second and day_first is None:
        return ReadDay(text, AMBIGUOUS)
    if second > 12 or (day_first is False and first <= 12):
        first, second = second, first
    return _day(text, year, second, first)


def _named(text: str, month: str, day: str, year: str) -> ReadDay:
    number = _MONTHS.get(month.casefold())
    return _day(text, int(year), number, int(day)) if number else ReadDay(text, NOT_UNDERSTOOD)


def _day(text: str, year: int, month: int, day: int) -> ReadDay:
    try:
        return ReadDay(date(year, month, day).isoformat())
    except ValueError:
        return ReadDay(text, NO_SUCH_DAY)
