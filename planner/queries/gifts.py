"""Presents of one person: given and received, and what is wrong with them (W-55)."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from planner.language.search import fold
from planner.model.events import Event
from planner.model.logistics import Gift
from planner.queries.office_settings import office_setting
from planner.queries.who import who_is
from planner.rules.gifts import CURRENCY, LIMIT, GiftFacts, GiftFinding, judge
from planner.rules.text import EMPTY, Language, Text


class GiftRow(NamedTuple):
    """A present. `value` in minor units; `event` is the title of the event it was given at, if any."""

    id: int
    title: Text
    from_us: bool
    giver: str
    value: int | None
    currency: str
    given_on: date | None
    handed_by: str
    wrapped: bool
    registered_on: date | None
    marks: tuple[str, ...]
    note: str
    event_id: int | None
    event: Text = EMPTY
    event_languages: tuple[Language, ...] = ()
    budget: str = ""
    card: Text = EMPTY


class GiftSheet(NamedTuple):
    """The presents of a person, the latest first, what is wrong with them, and from which value one is reported."""

    gifts: tuple[GiftRow, ...]
    findings: tuple[GiftFinding, ...]
    limit: int
    currency: str


def gifts_of(db: Connection, person_id: int, day: date) -> GiftSheet:
    """Return the presents given to a person and received from this person."""
    query = (
        select(Gift.id, Gift.title, Gift.from_us, Gift.giver, Gift.value, Gift.currency, Gift.given_on, Gift.handed_by,
               Gift.wrapped, Gift.registered_on, Gift.marks, Gift.note, Gift.event_id, Gift.budget, Gift.card,
               Event.title.label("event"), Event.languages, Event.from_day)
        .outerjoin(Event, Event.id == Gift.event_id)
        .where(Gift.person_id == person_id)
    )  # fmt: skip
    rows = sorted(db.execute(query), key=lambda row: (row.given_on or row.from_day or date.max, row.id), reverse=True)
    gifts = tuple(map(_row, rows))
    kept = office_setting(db, "gifts.limit", None) or {"value": LIMIT, "currency": CURRENCY}
    who = who_is(db, day, people=[person_id]).get(person_id)
    facts = [GiftFacts(gift.id, gift.title, gift.from_us, gift.value, gift.currency, row.given_on or row.from_day,
                       gift.marks) for gift, row in zip(gifts, rows, strict=True)]  # fmt: skip
    found = judge(facts, country=who.country if who else "", limit=kept["value"], currency=kept["currency"], fold=fold)
    return GiftSheet(gifts, found, kept["value"], kept["currency"])


def _row(row: Any) -> GiftRow:
    return GiftRow(
        row.id, row.title, row.from_us, row.giver, row.value, row.currency, row.given_on, row.handed_by, row.wrapped,
        row.registered_on, tuple(row.marks), row.note, row.event_id, row.event or EMPTY, tuple(row.languages or ()),
        row.budget, row.card,
    )  # fmt: skip
