"""Which feasts there are, and when each is: rules of the calendar by the identity of the feast (handbook 5.1)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from planner.rules.calendar import ONE_DAY, DayKind, FeastDay, Status, Welcome, next_working_day
from planner.rules.text import EMPTY, Text, text

Hijri = Callable[[int, int, int], date | None]
"""Year, month and day of Umm al-Qura -> the Gregorian day; None beyond its tables."""

UMM_AL_QURA = "Umm al-Qura"
_CHURCHES = {"orthodox": EASTER_ORTHODOX, "western": EASTER_WESTERN}


@dataclass(frozen=True, slots=True)
class FeastRule:
    """One feast: how it is computed, who keeps it, what it is called and how one congratulates on it.

    `hijri` (month, day), `fixed` (month, day) or `church` and `offset` give the first day; none of them means that it
    is known only where a country's public holidays hold it, under a name of `known_as`. `until` (month, day) is the
    Hijri day after its last. `countries` see it in their calendar though it may not be a public holiday there.
    `names` and `greetings` are by country, "" for all others.
    """

    id: str
    kind: DayKind = DayKind.FEAST
    hijri: tuple[int, int] | None = None
    until: tuple[int, int] | None = None
    fixed: tuple[int, int] | None = None
    church: str = ""
    offset: int = 0
    days: int = 1
    greet: Welcome | None = None
    countries: frozenset[str] = frozenset()
    follows: str = ""  # a country has this one where the other is its public holiday
    known_as: tuple[str, ...] = ()
    names: Mapping[str, Text] = field(default_factory=dict)
    greetings: Mapping[str, Text] = field(default_factory=dict)

    def name(self, country: str) -> Text:
        """Return what the feast is called in a country: its own words first, in the other languages the common ones."""
        return _over(self.names.get("", EMPTY), self.names.get(country, EMPTY))

    def greeting(self, country: str) -> Text:
        """Return how one congratulates on it in a country; empty where nobody does."""
        return _over(self.greetings.get("", EMPTY), self.greetings.get(country, EMPTY))


def read_rule(feast: str, entry: Mapping[str, Any]) -> FeastRule:
    """Read a table of `resources/feasts/*.toml`."""
    own: Mapping[str, Mapping[str, Mapping[str, str]]] = entry.get("in", {})
    names = {"": text(**entry.get("name", {}))} | {c: text(**one["name"]) for c, one in own.items() if "name" in one}
    words = {"": text(**entry.get("greeting", {}))}
    words |= {c: text(**one["greeting"]) for c, one in own.items() if "greeting" in one}
    return FeastRule(
        feast,
        DayKind(entry.get("kind", "feast")),
        _pair(entry.get("hijri")),
        _pair(entry.get("until")),
        _pair(entry.get("fixed")),
        entry.get("easter", ""),
        entry.get("offset", 0),
        entry.get("days", 1),
        Welcome(*entry["greet"]) if "greet" in entry else None,
        frozenset(entry.get("countries", ())),
        entry.get("follows", ""),
        tuple(entry.get("known_as", ())),
        names,
        words,
    )


def computed(rule: FeastRule, year: int, hijri: Hijri, *, country: str = "") -> tuple[FeastDay, ...]:
    """Return the days of a feast that begin in a year, as computed; a Hijri feast may come twice in one."""
    spans = _hijri_spans(rule, year, hijri) if rule.hijri else _solar_spans(rule, year)
    status = Status.COMPUTED if rule.hijri or rule.church else Status.DECREE
    source = UMM_AL_QURA if rule.hijri else f"{rule.church.capitalize()} Easter" if rule.church else ""
    greet = rule.greet
    if greet is not None and rule.hijri:  # the moon may be seen a day earlier
        greet = Welcome(max(greet.before, 1), max(greet.after, 1))
    return tuple(
        FeastDay(rule.id, country, first, last, status, source, rule.name(country), kind=rule.kind, greet=greet)
        for first, last in spans
    )


def overridden(days: Iterable[FeastDay], own: Sequence[FeastDay]) -> tuple[FeastDay, ...]:
    """Lay the office's own days over a calendar: an announced feast takes the place of the computed one.

    A day of the office names the feast it replaces and its country; it keeps what was known of that feast. A working
    day takes the place of a day of rest that had been moved there.
    """
    kept: list[FeastDay] = []
    announced: list[FeastDay] = []
    replaced: dict[int, FeastDay] = {}
    for one in days:
        mine = next((each for each in own if _replaces(each, one)), None)
        if mine is None:
            kept.append(one)
        else:
            replaced.setdefault(mine.row_id, one)
    for each in own:
        was = replaced.get(each.row_id)
        announced.append(each if was is None or each.kind is DayKind.WORKING else _announced(each, was))
    return (*kept, *announced)


def moved_rest(
    days: Sequence[FeastDay], feasts: Collection[str], weekend: Collection[int], source: str
) -> list[FeastDay]:
    """Return the rest these feasts move to the next working day where they fall on a weekend (handbook 5.1, S48)."""
    closed = {day for one in days if one.non_working for day in one.days()}
    found = []
    for one in days:
        if one.feast in feasts and one.non_working and one.day.weekday() in weekend and one.kind is not DayKind.DAY_OFF:
            following = next_working_day(one.to_day, closed, weekend)
            closed.add(following)
            found.append(
                replace(one, day=following, to_day=following, kind=DayKind.DAY_OFF, source=source, greet=None, row_id=0)
            )
    return found


def ending_before(days: Iterable[FeastDay], fast: str, feast: str) -> tuple[FeastDay, ...]:
    """Let a fast end on the eve of the feast that ends it, as that is announced in each country."""
    days = tuple(days)
    ends = {(one.country, one.day) for one in days if one.feast == feast and one.kind is not DayKind.DAY_OFF}
    return tuple(
        _until(one, [day for country, day in ends if country == one.country]) if one.feast == fast else one
        for one in days
    )


def shortened_eves(
    days: Sequence[FeastDay], before: Collection[tuple[int, int]], weekend: Collection[int], *, year: int, source: str
) -> list[FeastDay]:
    """Return the working days of a year that are an hour shorter, being the eve of a holiday on a day of `before`."""
    closed = {day for one in days if one.non_working for day in one.days()}
    country = days[0].country if days else ""
    found = []
    for month, day in before:
        eve = date(year, month, day) - ONE_DAY
        if eve.year == year and eve.weekday() not in weekend and eve not in closed:
            known = FeastDay("shortened", country, eve, eve, Status.COMPUTED, source, kind=DayKind.SHORTENED)
            found.append(replace(known, shortened=True))
    return found


def _replaces(own: FeastDay, other: FeastDay) -> bool:
    if own.country != other.country or not own.row_id:
        return False
    if own.kind is DayKind.WORKING:
        return other.kind is DayKind.DAY_OFF and own.covers(other.day)
    near = timedelta(days=15)
    return bool(own.feast) and own.feast == other.feast and own.day - near <= other.day <= own.day + near


def _announced(own: FeastDay, was: FeastDay) -> FeastDay:
    """Return the announced day with what is known of the feast: its length, whether it is worked, its greeting."""
    length = was.to_day - was.day
    return replace(
        was,
        day=own.day,
        to_day=own.to_day if own.to_day > own.day else own.day + length,
        status=own.status,
        source=own.source,
        name=own.name or was.name,
        non_working=was.non_working or own.non_working,
        row_id=own.row_id,
    )


def _until(fast: FeastDay, feasts: Iterable[date]) -> FeastDay:
    near = [day for day in feasts if abs((day - ONE_DAY - fast.to_day).days) <= 3]
    return replace(fast, to_day=min(near) - ONE_DAY) if near else fast


def _hijri_spans(rule: FeastRule, year: int, hijri: Hijri) -> list[tuple[date, date]]:
    month, day = rule.hijri or (1, 1)
    about = int((year - 622) * 33 / 32)
    spans = []
    for hijri_year in range(about - 1, about + 3):
        first = hijri(hijri_year, month, day)
        if first is None or first.year != year:
            continue
        after = hijri(hijri_year, *rule.until) if rule.until else None
        spans.append((first, (after or first + timedelta(days=rule.days)) - timedelta(days=1)))
    return spans


def _solar_spans(rule: FeastRule, year: int) -> list[tuple[date, date]]:
    if rule.church:
        if not 1583 <= year <= 4099:
            return []
        first = easter(year, _CHURCHES[rule.church]) + timedelta(days=rule.offset)
    elif rule.fixed:
        first = date(year, *rule.fixed)
    else:
        return []
    return [(first, first + timedelta(days=rule.days - 1))]


def _pair(value: Any) -> tuple[int, int] | None:
    return (int(value[0]), int(value[1])) if value else None


def _over(common: Text, own: Text) -> Text:
    return Text({**common.wordings, **own.wordings}) if own else common
