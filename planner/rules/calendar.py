"""Days that matter: feasts by identity, public holidays, the office's own days (handbook 5; W-41, W-49 to W-56).

Everything here is a fact of a country's calendar, or what somebody answered when asked. Nothing is inferred from
a name, a country of birth or a diet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from planner.rules.text import EMPTY, Text

ONE_DAY = timedelta(days=1)
REACH = 7
"""Days before and after an event in which an anniversary is worth a line in the speech (W-56)."""
FRIDAY, SATURDAY, SUNDAY = 4, 5, 6
NOON_PRAYER = (12 * 60 + 30, 14 * 60 + 15)
"""Wall minutes kept free on a Friday where it was asked for (handbook 5.2)."""
DAYLIGHT = (5 * 60, 18 * 60)
"""When the fast is taken to last where the sun of the place is not known."""


class Status(StrEnum):
    """How sure a day is."""

    COMPUTED = "computed"
    ANNOUNCED = "announced"
    DECREE = "decree"


class DayKind(StrEnum):
    """What a day is."""

    FEAST = "feast"
    HOLIDAY = "holiday"
    DAY_OFF = "day-off"  # a day of rest moved to here
    WORKING = "working"  # worked, though it falls on a weekend
    SHORTENED = "shortened"
    FAST = "fast"
    REMEMBRANCE = "remembrance"
    MOURNING = "mourning"
    LOCAL = "local"
    ELECTION = "election"
    ANNIVERSARY = "anniversary"


OWN_KINDS = (
    DayKind.LOCAL, DayKind.FEAST, DayKind.HOLIDAY, DayKind.DAY_OFF, DayKind.WORKING, DayKind.SHORTENED,
    DayKind.MOURNING, DayKind.REMEMBRANCE, DayKind.ELECTION, DayKind.ANNIVERSARY,
)  # fmt: skip
"""What a day may be that the office enters itself."""
NON_WORKING = frozenset({DayKind.HOLIDAY, DayKind.DAY_OFF})


class Welcome(NamedTuple):
    """How many days before and after a feast one may congratulate on it."""

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class FeastDay:
    """A feast, holiday or other day (or span of days) in the calendar of one country.

    `feast` is an identity as "eid_al_fitr"; `country` "" is nobody's calendar but the computed one. `greet` is None
    where one does not congratulate. `row_id` is that of the office's own entry, 0 for all others.
    """

    feast: str
    country: str
    day: date
    to_day: date
    status: Status
    source: str
    name: Text = EMPTY
    non_working: bool = False
    shortened: bool = False
    kind: DayKind = DayKind.FEAST
    greet: Welcome | None = None
    row_id: int = 0

    def covers(self, day: date) -> bool:
        """Tell whether a day lies in it."""
        return self.day <= day <= self.to_day

    def meets(self, since: date, until: date) -> bool:
        """Tell whether it shares a day with a span."""
        return self.day <= until and since <= self.to_day

    def welcomes(self, day: date) -> bool:
        """Tell whether one may congratulate on it that day."""
        if self.greet is None:
            return False
        return self.day - timedelta(days=self.greet.before) <= day <= self.to_day + timedelta(days=self.greet.after)

    def days(self) -> Iterator[date]:
        """Yield its days."""
        for number in range((self.to_day - self.day).days + 1):
            yield self.day + timedelta(days=number)


class GreetingFact(NamedTuple):
    """A greeting for a feast that is not then (W-41).

    `really` is when the feast named is, nearest to the day (None: never, or unknown). `instead` are the feasts one may
    congratulate on that day in that country, the likeliest first.
    """

    feast: str
    day: date
    country: str
    really: FeastDay | None
    instead: tuple[FeastDay, ...]


class DayFact(NamedTuple):
    """A day of the programme and what it is in a country's calendar (W-49, W-50)."""

    code: str
    day: date
    feast: FeastDay


class Meal(NamedTuple):
    """A meal of the programme, in wall minutes of its place; `until` may be after midnight (over 1440).

    `fasting` are the people who answered that they fast, `unanswered` those of a country whose calendar has the fast
    and who were not asked yet. `dawn` and `sunset` are None where the sun of the place is not known or never so low.
    """

    item_id: int
    day: date
    start: int
    until: int
    fasting: tuple[int, ...] = ()
    unanswered: tuple[int, ...] = ()
    dawn: int | None = None
    sunset: int | None = None


class MealFact(NamedTuple):
    """A meal by day in a fast; `sure` where somebody said that they fast, else it is to be asked (W-51, W-54)."""

    code: str
    item_id: int
    day: date
    feast: FeastDay
    sure: bool
    people: tuple[int, ...]
    sunset: int | None


class TimedItem(NamedTuple):
    """An item in wall minutes of its place, and the people in it whose wish or calendar matters."""

    item_id: int
    day: date
    start: int
    until: int
    people: tuple[int, ...]


class TimeFact(NamedTuple):
    """An item in a time somebody asked to be kept free, or that a country's calendar keeps (W-52, W-54)."""

    code: str
    item_id: int
    day: date
    people: tuple[int, ...]
    free: tuple[int, int]


class Dated(NamedTuple):
    """Something with a day: `kind` is "agreement", "partnership", "post" or "office-day"."""

    kind: str
    id: int
    day: date
    title: Text = EMPTY


class Anniversary(NamedTuple):
    """What comes round near an event, and for which time (W-56)."""

    of: Dated
    day: date
    years: int


def greeting_check(feast: str, day: date, country: str, feasts: Iterable[FeastDay]) -> GreetingFact | None:
    """W-41: return what is wrong with a greeting, or None where the feast is then in that country.

    `feasts` should hold the country's days and the computed ones (country "") for half a year around.
    """
    feasts = tuple(feasts)
    named = [one for one in feasts if one.feast == feast]
    there = [one for one in named if one.country == country] or [one for one in named if not one.country]
    if any(one.welcomes(day) for one in there):
        return None
    really = min(there, key=lambda one: _distance(one, day), default=None)
    return GreetingFact(feast, day, country, really, to_congratulate(day, day, (country,), feasts))


def to_congratulate(
    since: date, until: date, countries: Collection[str], feasts: Iterable[FeastDay]
) -> tuple[FeastDay, ...]:
    """Return the feasts of these countries one may congratulate on in a span: those of its very days first."""
    near = [
        one
        for one in feasts
        if one.greet is not None
        and one.country in countries
        and one.day - timedelta(days=one.greet.before) <= until
        and since <= one.to_day + timedelta(days=one.greet.after)
    ]
    ranked = sorted(near, key=lambda one: (not one.meets(since, until), not one.non_working, one.day, one.feast))
    first: dict[tuple[str, str], FeastDay] = {}
    for one in ranked:
        first.setdefault((one.feast, one.country), one)
    return tuple(first.values())


def host_days(days: Collection[date], feasts: Iterable[FeastDay], countries: Collection[str]) -> tuple[DayFact, ...]:
    """W-49: the days of a programme that are public holidays, moved working days or mourning of the hosts."""
    kinds = {DayKind.WORKING, DayKind.MOURNING, DayKind.ELECTION}
    return _day_facts("W-49", days, [one for one in feasts if one.non_working or one.kind in kinds], countries)


def guest_days(days: Collection[date], feasts: Iterable[FeastDay], countries: Collection[str]) -> tuple[DayFact, ...]:
    """W-50: the days of a programme that are public holidays or mourning of the guests' countries."""
    marked = [one for one in feasts if one.non_working or one.kind is DayKind.MOURNING]
    return _day_facts("W-50", days, marked, countries)


def ramadan_meals(meals: Iterable[Meal], feasts: Iterable[FeastDay]) -> tuple[MealFact, ...]:
    """W-51: meals between dawn and sunset in Ramadan, for those who fast, or to be asked of those not asked yet."""
    return _meals_in("W-51", meals, [one for one in feasts if one.feast == "ramadan"], by_day=True)


def lenten_meals(meals: Iterable[Meal], feasts: Iterable[FeastDay]) -> tuple[MealFact, ...]:
    """W-54: meals in another fast than Ramadan (Great Lent), for those who asked for lenten food."""
    others = [one for one in feasts if one.kind is DayKind.FAST and one.feast != "ramadan"]
    return _meals_in("W-54", meals, others, by_day=False)


def friday_prayer(
    items: Iterable[TimedItem], *, noon: int | None = None, free: tuple[int, int] | None = None
) -> tuple[TimeFact, ...]:
    """W-52: items over the Friday prayer of people who asked for it; `noon` is the sun's at the place."""
    window = free or friday_window(noon)
    return tuple(
        TimeFact("W-52", one.item_id, one.day, one.people, window)
        for one in items
        if one.people and one.day.weekday() == FRIDAY and one.start < window[1] and window[0] < one.until
    )


def friday_window(noon: int | None) -> tuple[int, int]:
    """Return when a Friday is kept free for prayer: 12:30–14:15, later or earlier where the sun's noon is."""
    start, end = NOON_PRAYER
    if noon is None or start - 15 <= noon <= start + 50:
        return NOON_PRAYER
    begins = noon - noon % 15
    return begins, begins + end - start


def sabbath(items: Iterable[TimedItem], sunsets: dict[date, int]) -> tuple[TimeFact, ...]:
    """W-54: items from sunset of Friday to sunset of Saturday, for people of a country whose calendar keeps it."""
    found = []
    for one in items:
        sunset = sunsets.get(one.day)
        if one.people and sunset is not None and one.day.weekday() in (FRIDAY, SATURDAY):
            free = (sunset, 24 * 60) if one.day.weekday() == FRIDAY else (0, sunset)
            if one.start < free[1] and free[0] < one.until:
                found.append(TimeFact("W-54", one.item_id, one.day, one.people, free))
    return tuple(found)


def anniversaries(dated: Iterable[Dated], since: date, until: date, *, reach: int = REACH) -> tuple[Anniversary, ...]:
    """W-56: what has its anniversary from `reach` days before an event to as many after, in order of the days."""
    first, last = _moved(since, -reach), _moved(until, reach)
    found = []
    for one in dated:
        for year in range(first.year, last.year + 1):
            day = _in_year(one.day, year)
            if first <= day <= last and year > one.day.year:
                found.append(Anniversary(one, day, year - one.day.year))
    return tuple(sorted(found, key=lambda each: (each.day, each.of.kind, each.of.id)))


def next_working_day(day: date, closed: Collection[date], weekend: Collection[int]) -> date:
    """Return the first day after this one that is neither of the weekend nor closed."""
    following = day + ONE_DAY
    while following.weekday() in weekend or following in closed:
        following += ONE_DAY
    return following


def joined(days: Iterable[FeastDay]) -> tuple[FeastDay, ...]:
    """Make one span of days that follow one another and are otherwise alike, in order."""
    spans: list[FeastDay] = []
    for one in sorted(days, key=lambda each: (each.country, each.feast, each.kind, each.source, each.day)):
        last = spans[-1] if spans else None
        if last and last.to_day + ONE_DAY == one.day and replace(last, day=one.day, to_day=one.to_day) == one:
            spans[-1] = replace(last, to_day=one.to_day)
        else:
            spans.append(one)
    return tuple(sorted(spans, key=lambda each: (each.day, each.country, each.feast)))


def _distance(feast: FeastDay, day: date) -> int:
    if feast.covers(day):
        return 0
    return min(abs((feast.day - day).days), abs((feast.to_day - day).days))


def _day_facts(
    code: str, days: Collection[date], feasts: Iterable[FeastDay], countries: Collection[str]
) -> tuple[DayFact, ...]:
    """Pair each span with the first day of the programme in it; each thing is said once."""
    found = []
    for one in feasts:
        if one.country in countries or (not one.country and one.row_id):
            hit = min((day for day in days if one.covers(day)), default=None)
            if hit is not None:
                found.append(DayFact(code, hit, one))
    return tuple(sorted(found, key=lambda fact: (fact.day, fact.feast.country, fact.feast.feast)))


def _meals_in(
    code: str, meals: Iterable[Meal], fasts: Collection[FeastDay], *, by_day: bool
) -> tuple[MealFact, ...]:
    found = []
    for meal in meals:
        fast = next((one for one in fasts if one.covers(meal.day)), None)
        if fast is None or (by_day and not _by_day(meal)):
            continue
        people, sure = (meal.fasting, True) if meal.fasting else (meal.unanswered, False)
        if people:
            found.append(MealFact(code, meal.item_id, meal.day, fast, sure, people, meal.sunset))
    return tuple(found)


def _by_day(meal: Meal) -> bool:
    dawn = DAYLIGHT[0] if meal.dawn is None else meal.dawn
    sunset = DAYLIGHT[1] if meal.sunset is None else meal.sunset
    return meal.start < sunset and dawn < meal.until


def _in_year(day: date, year: int) -> date:
    """Return the same day in another year; of 29 February the 28th where there is none."""
    try:
        return day.replace(year=year)
    except ValueError:
        return date(year, 2, 28)


def _moved(day: date, by: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal()))
