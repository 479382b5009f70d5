"""The days around an event and its greetings: what is not worked where, what is wished for, and for which feast."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from planner.checks.event_calendar import (
    GreetingOffer,
    event_anniversaries,
    event_calendar,
    greeting_facts,
    greeting_offers,
)
from planner.language.catalog import mark
from planner.language.countries import country_name
from planner.language.dates import format_day
from planner.language.feasts import feast_name
from planner.queries.events import EventPage, GreetingRow, event_page
from planner.rules.calendar import Anniversary, DayKind, FeastDay, GreetingFact, Status
from ui.common.card import CardRow
from ui.common.event_words import day_short
from ui.common.named import shown
from ui.common.pill import Tone
from ui.translate import language, t, tn

REACH = 7
"""Days before and after an event whose holidays are worth knowing."""
MATTERS = frozenset({DayKind.MOURNING, DayKind.WORKING, DayKind.ELECTION, DayKind.LOCAL})
STATUSES = {Status.COMPUTED: mark("computed"), Status.ANNOUNCED: mark("announced"), Status.DECREE: mark("decree")}
WHAT = {
    DayKind.MOURNING: mark("mourning"),
    DayKind.WORKING: mark("a working day"),
    DayKind.ELECTION: mark("elections"),
    DayKind.LOCAL: mark("a local day"),
}


class EventDates(NamedTuple):
    """The calendar around an event: days that matter, greetings for the wrong feast by id, feasts to wish well on."""

    page: EventPage
    days: tuple[FeastDay, ...]
    wrong: dict[int, GreetingFact]
    offers: tuple[GreetingOffer, ...]
    anniversaries: tuple[Anniversary, ...]


def event_dates(db: Any, event_id: int) -> EventDates:
    """Return the calendar around an event."""
    near = event_calendar(db, event_id).near(REACH)
    days = tuple(one for one in near if one.non_working or one.kind in MATTERS)
    wrong = {greeting.id: fact for greeting, fact in greeting_facts(db, event_id)}
    return EventDates(
        event_page(db, event_id), days, wrong, greeting_offers(db, event_id), event_anniversaries(db, event_id)
    )


def greeting_rows(page: EventPage, dates: EventDates | None, *, writable: bool) -> list[CardRow]:
    """Return the greetings of an event; one for a feast that is not then says so, and which it is (W-41)."""
    wrong = dates.wrong if dates else {}
    rows = []
    for one in page.greetings:
        name = feast_name(one.feast, one.country, language())
        words = shown(one.words, *page.languages)
        text = t("Greeting: {feast}", feast=name) + (f" — {words}" if words else "")
        country = country_name(one.country, language()) if one.country else ""
        links = (("drop-greeting", t("Remove")),) if writable else ()
        rows.append(CardRow(text, f"greeting:{one.id}", lead=day_short(one.day), right=country, links=links))
        if fact := wrong.get(one.id):
            ways = _ways_out(fact, writable=writable)
            rows.append(CardRow(_why(one, fact), f"greeting:{one.id}", dot=Tone.STOP, links=ways))
    return rows


def offer_rows(dates: EventDates, *, writable: bool) -> list[CardRow]:
    """Return the feasts near the event that one may congratulate on and nobody does yet."""
    said = {one.feast for one in dates.page.greetings}
    corrected = {one.feast for fact in dates.wrong.values() for one in fact.instead}
    rows = []
    for place, offer in enumerate(dates.offers):
        feast = offer.feast
        if feast.feast in said | corrected:
            continue
        name = feast_name(feast.feast, feast.country, language())
        where = country_name(feast.country, language())
        links = (("greet", t("Congratulate")),) if writable else ()
        text = t("{feast} in {country}", feast=name, country=where)
        right = t(STATUSES[feast.status])
        rows.append(CardRow(text, f"offer:{place}", lead=day_short(feast.day), right=right, links=links))
    return rows


def day_rows(dates: EventDates) -> list[CardRow]:
    """Return the holidays and other days around an event, and anniversaries; what two countries share is one row."""
    offered = {(one.feast.feast, one.feast.day) for one in dates.offers}
    greeted = {one.feast for one in dates.page.greetings}
    groups: dict[tuple[Any, ...], list[FeastDay]] = {}
    for one in dates.days:
        if (one.feast, one.day) not in offered or one.feast in greeted:
            groups.setdefault((one.day, one.to_day, one.kind, one.feast.partition("_")[2]), []).append(one)
    rows = [_day_row(group) for group in groups.values()]
    for found in dates.anniversaries:
        title = shown(found.of.title) or t("partnership")
        text = tn("{title}: {n} year", "{title}: {n} years", found.years, title=title)
        rows.append(CardRow(text, f"anniversary:{found.of.id}", lead=day_short(found.day), right=t("anniversary")))
    return rows


def _day_row(group: Sequence[FeastDay]) -> CardRow:
    first = group[0]
    name = shown(first.name, "ru", "en") or t(WHAT.get(first.kind, mark("a public holiday")))
    countries = _and(country_name(one.country, language()) for one in group if one.country)
    what = t(WHAT[first.kind]) if first.kind in WHAT else t("a day off")
    text = f"{name} — {what}" + (f": {countries}" if countries else "")
    lead = day_short(first.day) if first.day == first.to_day else f"{day_short(first.day)} – {day_short(first.to_day)}"
    return CardRow(text, f"day:{first.day}", lead=lead, right=t(STATUSES[first.status]))


def _why(greeting: GreetingRow, fact: GreetingFact) -> str:
    name = feast_name(greeting.feast, greeting.country, language())
    if fact.really is None:
        return t("This feast is not then.")
    really, said = (format_day(day, language(), form="day_month") for day in (fact.really.day, fact.day))
    return t("{feast} is on {day}, not on {said}.", feast=name, day=really, said=said)


def _ways_out(fact: GreetingFact, *, writable: bool) -> tuple[tuple[str, str], ...]:
    if not writable:
        return ()
    return tuple(
        (f"instead:{one.feast}", t("Say “{feast}”", feast=feast_name(one.feast, one.country, language())))
        for one in fact.instead[:2]
    )


def _and(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))
