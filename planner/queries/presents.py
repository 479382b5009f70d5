"""The presents of an event as one table, with what the checks say of each (handbook 2.16, W-55)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from sqlalchemy import Connection, select

from planner.model.logistics import Gift
from planner.queries.delegations import delegations
from planner.queries.events import EventPage, event_page
from planner.queries.gifts import gifts_of
from planner.queries.logistics import PlaceRow, places
from planner.rules.gifts import GiftFinding
from planner.rules.text import EMPTY, Text


class PresentRow(NamedTuple):
    """A present. `value` in minor units; `person_id` receives it where it is from us, else gives it.

    `faults` are what is wrong with it; of one given before, `before` says when and at which event.
    """

    id: int
    from_us: bool
    giver: str
    person_id: int | None
    title: Text
    value: int | None
    currency: str
    given_on: date | None
    handed_by: str
    wrapped: bool
    registered_on: date | None
    marks: tuple[str, ...]
    note: str
    faults: tuple[GiftFinding, ...] = ()
    before: Mapping[int, tuple[date | None, Text]] = MappingProxyType({})
    budget: str = ""
    card: Text = EMPTY


class Presents(NamedTuple):
    """The presents of an event, ours first, in the order of the lists; from which value one is reported.

    `known` holds what was typed before in the office, by field.
    """

    event: EventPage
    people: tuple[PlaceRow, ...]
    presents: tuple[PresentRow, ...]
    limit: int
    currency: str
    known: Mapping[str, tuple[str, ...]]


def presents(db: Connection, event_id: int) -> Presents:
    """Return the presents of an event."""
    event, people = event_page(db, event_id), places(delegations(db, event_id))
    rows = [
        PresentRow(
            row.id, row.from_us, row.giver, row.person_id, row.title, row.value, row.currency, row.given_on,
            row.handed_by, row.wrapped, row.registered_on, tuple(row.marks), row.note,
            budget=row.budget, card=row.card,
        )
        for row in db.execute(select(Gift.__table__).where(Gift.event_id == event_id).order_by(Gift.id))
    ]  # fmt: skip
    sheets = {
        person: gifts_of(db, person, event.from_day) for person in {one.person_id for one in rows} if person is not None
    }
    sheet = next(iter(sheets.values()), None) or gifts_of(db, 0, event.from_day)
    faults: dict[int, list[GiftFinding]] = defaultdict(list)
    earlier: dict[int, tuple[date | None, Text]] = {}
    for one in sheets.values():
        for finding in one.findings:
            faults[finding.gift_id].append(finding)
        earlier |= {gift.id: (gift.given_on, gift.event) for gift in one.gifts}
    order = {one.person_id: place for place, one in reversed(list(enumerate(people)))}
    rows.sort(key=lambda one: (not one.from_us, order.get(one.person_id, len(order)), one.id))
    shown = tuple(
        one._replace(
            faults=tuple(faults.get(one.id, ())),
            before={each.other: earlier[each.other] for each in faults.get(one.id, ()) if each.other in earlier},
        )
        for one in rows
    )
    return Presents(event, people, shown, sheet.limit, sheet.currency, _known(db))


def _known(db: Connection) -> dict[str, tuple[str, ...]]:
    rows = db.execute(select(Gift.giver, Gift.handed_by, Gift.budget).order_by(Gift.id.desc()).limit(1000)).all()
    return {
        name: tuple(dict.fromkeys(words for row in rows if (words := getattr(row, name))))
        for name in ("giver", "handed_by", "budget")
    }
