"""The calendar of countries: computed, read from the library, laid over with what is known better and the office's own.

A country's year is computed once and kept; the office's own days are laid over it at each question.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from planner.checks import holidays
from planner.checks.holidays import PublicDay
from planner.language.feasts import country_days, feast_rules
from planner.rules.calendar import DayKind, FeastDay, Status, joined
from planner.rules.feasts import FeastRule, computed, ending_before, moved_rest, overridden, shortened_eves
from planner.rules.text import EMPTY, Text, text

NO_COUNTRY = ""
"""The calendar of nobody: every feast as computed, for comparing a greeting with."""
_REMEMBERED = 256
SABBATH = frozenset({"IL"})
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


def feast_days(
    countries: Collection[str], since: date, until: date, own: Sequence[FeastDay] = ()
) -> tuple[FeastDay, ...]:
    """Return the days of these countries that meet a span, in order; `own` are the office's days (`own_days`).

    Pass `NO_COUNTRY` among the countries for the feasts as computed. Own days of no country are always there.
    """
    found: list[FeastDay] = []
    for country in dict.fromkeys(countries):
        found += _country(country, since, until, [one for one in own if one.country == country])
    if NO_COUNTRY not in countries:
        found += [one for one in own if not one.country]
    return tuple(sorted((one for one in found if one.meets(since, until)), key=_in_order))


def keeps(country: str, feast: str, year: int) -> bool:
    """Tell whether a country's calendar holds a feast in a year, as W-51 asks of Ramadan."""
    return any(one.feast == feast for one in country_year(country, year))


def keeps_sabbath(country: str) -> bool:
    """Tell whether a country's own calendar keeps the Sabbath: its weekend is Friday and Saturday for its sake."""
    return country in SABBATH


@lru_cache(_REMEMBERED)
def country_year(country: str, year: int) -> tuple[FeastDay, ...]:
    """Return the days of a country that begin in a year, without the office's own."""
    if not country:
        return tuple(day for rule in feast_rules().values() for day in computed(rule, year, holidays.hijri_day))
    public = holidays.public_year(country, year)
    known = country_days(country)
    found = [_public(country, one, year) for one in public.days]
    found += [_working(country, day) for day in public.working]
    found += _calendar_feasts(country, year, {one.feast for one in found})
    found = _laid_over(found, list(_known(country, known, year)))
    found += _eves(country, known, found, year)
    if year in known.get("to_check", ()):
        found = [_to_check(one) for one in found]
    return joined(found)


def _country(country: str, since: date, until: date, own: Sequence[FeastDay]) -> Iterable[FeastDay]:
    first, last = since - timedelta(days=45), until + timedelta(days=45)  # a feast's moved rest, a fast's end
    years = range(first.year, last.year + 1)
    days = overridden((one for year in years for one in country_year(country, year)), own)
    known = country_days(country)
    if moves := known.get("moves"):
        days = (*days, *moved_rest(days, moves, known["weekend"], known["moved_source"]))
    return ending_before(days, "ramadan", "eid_al_fitr")


def _public(country: str, one: PublicDay, year: int) -> FeastDay:
    rule = _identified(one, year)
    feast = rule.id if rule else f"{country.lower()}_{_slug(one.english)}"
    if one.moved_from is not None:
        feast, rule = f"{country.lower()}_moved_rest", None
    off = one.moved_from is not None or one.observed
    kind = DayKind.DAY_OFF if off else DayKind.SHORTENED if one.half else rule.kind if rule else DayKind.HOLIDAY
    status = _status(one, rule)
    names = text(**one.names) if one.moved_from is None else _moved_name(one)
    name = _over(names, rule.name(country)) if rule and not off else names
    return FeastDay(
        feast, country, one.day, one.day, status, holidays.source(), name,
        non_working=not one.half, shortened=one.half, kind=kind,
        greet=rule.greet if rule and kind is DayKind.FEAST else None,
    )  # fmt: skip


def _moved_name(one: PublicDay) -> Text:
    """Name a moved day of rest with its day as offices write it, not in the library's American order."""
    day = f"{one.moved_from:%d.%m.%Y}"
    own = {tag: name for tag, name in one.names.items() if tag not in ("ru", "en")}
    return text(ru=f"Выходной (перенесено с {day})", en=f"Day off (moved from {day})", **own)


def _status(one: PublicDay, rule: FeastRule | None) -> Status:
    if one.estimated:
        return Status.COMPUTED
    return Status.ANNOUNCED if rule and rule.hijri else Status.DECREE


def _identified(one: PublicDay, year: int) -> FeastRule | None:
    """Return the feast a public holiday is, by its English name and, where that says little, its day."""
    name = one.english.casefold()
    names = {name, name.partition(" (")[0], name.removesuffix(" holiday")}
    for rule in feast_rules().values():
        if any(known.casefold() in names for known in rule.known_as):
            spans = computed(rule, year, holidays.hijri_day)
            if not spans or any(abs((one.day - span.day).days) <= 8 for span in spans):
                return rule
    return None


def _working(country: str, day: date) -> FeastDay:
    return FeastDay(
        f"{country.lower()}_working", country, day, day, Status.DECREE, holidays.source(),
        text(ru="Рабочий день (перенос)", en="Working day (moved)"), kind=DayKind.WORKING,
    )  # fmt: skip


def _calendar_feasts(country: str, year: int, there: Collection[str]) -> Iterator[FeastDay]:
    """Yield the feasts a country's calendar has without their being public holidays there."""
    for rule in feast_rules().values():
        if rule.id not in there and (country in rule.countries or (rule.follows and rule.follows in there)):
            yield from computed(rule, year, holidays.hijri_day, country=country)


def _known(country: str, known: Any, year: int) -> Iterator[FeastDay]:
    """Yield what the resources say of a country: days of one year, and days of every year."""
    seen = set()
    for entry in known.get("day", ()):
        first = entry["on"] if "on" in entry else date(year, *entry["yearly"])
        rule = feast_rules().get(entry.get("feast", ""))
        feast = entry.get("feast") or f"{country.lower()}_moved_rest"
        if first.year != year or (feast, first) in seen:
            continue
        seen.add((feast, first))
        last = date(year, *entry["to"]) if "to" in entry else first
        kind = DayKind(entry["kind"])
        name = text(**entry["name"]) if "name" in entry else rule.name(country) if rule else EMPTY
        yield FeastDay(
            feast, country, first, last, Status.DECREE, entry.get("source", ""), name,
            non_working=kind in (DayKind.DAY_OFF, DayKind.HOLIDAY), shortened=kind is DayKind.SHORTENED, kind=kind,
            greet=rule.greet if rule else None,
        )  # fmt: skip


def _laid_over(found: list[FeastDay], known: list[FeastDay]) -> list[FeastDay]:
    """Take what is known for what was found of a day; a day off is not shortened, remembrance stays a day off."""
    off = {one.day for one in found if one.non_working}
    tones = {(one.feast, day): one for one in known if one.kind is DayKind.REMEMBRANCE for day in one.days()}
    told = {tones[key].feast for one in found if (key := (one.feast, one.day)) in tones}
    found = [replace(one, kind=DayKind.REMEMBRANCE) if (one.feast, one.day) in tones else one for one in found]
    known = [
        one for one in known if one.feast not in told and (one.kind is not DayKind.SHORTENED or one.day not in off)
    ]
    better = {(one.day, one.kind) for one in known} | {(one.day, one.feast) for one in known}
    return [one for one in found if not {(one.day, one.kind), (one.day, one.feast)} & better] + known


def _eves(country: str, known: Any, found: list[FeastDay], year: int) -> list[FeastDay]:
    before = [(int(month), int(day)) for month, day in known.get("shortened_before", ())]
    if not before:
        return []
    eves = shortened_eves(found, before, known["weekend"], year=year, source=known["shortened_source"])
    name = text(ru="Сокращённый на час рабочий день", en="Working day shorter by an hour")
    return [replace(one, country=country, name=name) for one in eves]


def _to_check(one: FeastDay) -> FeastDay:
    """A moved day of a year whose decree is still to be compared is announced, no more."""
    moved = one.kind in (DayKind.DAY_OFF, DayKind.WORKING)
    return replace(one, status=Status.ANNOUNCED) if moved and one.status is Status.DECREE else one


def _over(common: Text, own: Text) -> Text:
    return Text({**common.wordings, **own.wordings})


def _slug(name: str) -> str:
    return _NOT_A_WORD.sub("_", name.casefold()).strip("_")


def _in_order(one: FeastDay) -> tuple[date, str, str, str]:
    return one.day, one.country, one.feast, one.kind.value
