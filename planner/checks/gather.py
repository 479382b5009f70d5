"""Gathers the facts of an event, and after an edit only those that lie in the tables it touched."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection

from planner.checks.event_calendar import anniversaries_of, calendar_of, event_sun
from planner.checks.knowledge import knowledge
from planner.checks.preparation import tasks_watched
from planner.queries import facts as read
from planner.queries import facts_around as around
from planner.queries.calendar import busy_spans
from planner.queries.cases import headed_gaps
from planner.queries.events import EventPage, event_page
from planner.queries.facts_logistics import logistics
from planner.queries.findings import gift_limit, office_limits
from planner.queries.seating import seating_desk
from planner.queries.signing import signed_texts
from planner.rules.checks.facts import Calendar, EventFact, Facts, Item, Plan
from planner.rules.checks.meant import meant
from planner.rules.checks.people_facts import spellings_of
from planner.rules.kinds import EventKind
from planner.rules.placement import seat_people
from planner.rules.seating_score import score

MANY = 100
"""More touched items than this are not picked out one by one."""


class Touched(NamedTuple):
    """What changed since: ids by table, and the items that the touched rows belong to or belonged to."""

    ids: Mapping[str, frozenset[int]]
    items: frozenset[int]

    def __bool__(self) -> bool:
        return bool(self.ids)

    def any(self, tables: Collection[str]) -> bool:
        """Tell whether one of these tables was touched."""
        return not self.ids.keys().isdisjoint(tables)


PEOPLE = frozenset({
    "delegation", "participation", "person", "person_name", "person_private", "post", "organisation",
    "organisation_name", "event", "profile", "setting",
})  # fmt: skip
"""Tables of who takes part, and in what order."""
EVENT = frozenset({"event", "topic", "greeting", "event_flag", "flag", "paper_heading"})
ITEMS = frozenset({"item", "item_track", "attendance"})
OTHERS = frozenset({"event", "delegation", "participation", "track_member"})
PLACES = frozenset({"venue", "room", "opening_hours", "route"})
LOGISTICS = frozenset({"vehicle", "ride", "rider", "journey", "lodging", "gift", "dish", "invitation"})
CALENDAR = frozenset({
    "office_day", "event", "greeting", "event_agreement", "agreement", "agreement_party", "partnership", "delegation",
    "participation", "organisation", "post", "person", "venue",
})  # fmt: skip
SECTIONS: Mapping[str, frozenset[str]] = {
    "busy": frozenset({"busy_time", "participation", "event"}),
    "cares": frozenset({"liaison"}),
    "pairs": frozenset({"counterpart"}),
    "promises": frozenset({"commitment"}),
    "cases": frozenset({
        "event", "paper_heading", "delegation", "participation", "person", "person_name", "post", "organisation",
    }),
    "signed": frozenset({"signing", "signatory", "agreement", "agreement_party"}),
    "renamed": frozenset({"organisation", "organisation_name", "event"}),
    "tasks": frozenset({
        "task", "event", "office_day", "delegation", "participation", "organisation", "person", "setting",
    }),
}
"""Tables of the facts that are read as a whole by one query."""
SEATING = frozenset({"seating_plan", "seating_table", "placement", "seating_wish"})
UNREAD = frozenset({
    "track", "event_link", "record", "statement", "phrase", "dismissal", "picture", "paper_template", "issued_paper",
    "paper_holder",
})  # fmt: skip
"""Tables the rules do not look at. Issued papers are asked for with every change."""


def gather(db: Connection, event_id: int, today: date | None = None) -> Facts:
    """Return the facts of an event. Raise NotFound in words."""
    page = event_page(db, event_id)
    event = read.event_fact(db, page)
    delegations, members = read.people_of(db, event_id)
    tracks = read.on_tracks(db, event_id)
    who = meant(members.values(), delegations, tracks)
    items = {one: who.put_in(item) for one, item in read.items_of(db, event_id).items()}
    facts = Facts(
        event, today, office_limits(db), items, delegations=delegations, members=members, on_tracks=tracks,
        spellings=spellings_of(one.person for one in members.values() if one.person), places=around.places(db),
        flags=read.register_of_flags(db), issued=around.issued_papers(db, event_id), gift_limit=gift_limit(db),
        knows=knowledge(), private_kept=around.private_kept(db, event_id),
    )  # fmt: skip
    facts = replace(facts, elsewhere=around.elsewhere(db, event_id, event.from_day, event.to_day))
    rest = {name: _SECTIONS[name](db, facts) for name in (*SECTIONS, "logistics", "last")}
    return replace(facts, **rest, calendar=_calendar(db, facts, page), plans=_plans(db, facts))


def gather_again(db: Connection, old: Facts, touched: Touched, today: date | None = None) -> Facts:
    """Return the facts after some rows were touched; whatever is as it was stays the same object."""
    facts = _programme_again(db, old if old.today == today else replace(old, today=today), touched)
    if touched.any(PLACES):
        facts = _kept(facts, places=around.places(db))
    for name, tables in SECTIONS.items():
        if touched.any(tables):
            facts = _kept(facts, **{name: _SECTIONS[name](db, facts)})
    if touched.any(LOGISTICS | PEOPLE) or facts.elsewhere is not old.elsewhere or _lost_items(old, facts):
        facts = _kept(facts, logistics=_logistics(db, facts))
    if touched.any(SEATING | PEOPLE) or any(plan.item_id in touched.items for plan in facts.plans):
        facts = _kept(facts, plans=_plans(db, facts))
    if touched.any(CALENDAR) or _days(old) != _days(facts):
        facts = _kept(facts, calendar=_calendar(db, facts, event_page(db, old.event.id)))
    if touched.any(PEOPLE):
        facts = _kept(facts, last=_last(db, facts))
    event_id = old.event.id
    return _kept(facts, issued=around.issued_papers(db, event_id), private_kept=around.private_kept(db, event_id))


def _programme_again(db: Connection, old: Facts, touched: Touched) -> Facts:
    facts, event_id = old, old.event.id
    if touched.any(EVENT):
        facts = _kept(facts, event=read.event_fact(db, event_page(db, event_id)), flags=read.register_of_flags(db))
    if touched.any({"setting"}):
        facts = _kept(facts, limits=office_limits(db), gift_limit=gift_limit(db))
    if touched.any({"track_member"}):
        facts = _kept(facts, on_tracks=read.on_tracks(db, event_id))
    if touched.any(PEOPLE):
        facts = _with_people(db, facts)
    elif facts.on_tracks is not old.on_tracks:
        facts = _meaning_again(facts)
    if touched.items:
        facts = _with_items(db, facts, touched.items)
    if touched.any(OTHERS) or not touched.items <= facts.items.keys() | old.items.keys():
        event = facts.event
        facts = _kept(facts, elsewhere=around.elsewhere(db, event_id, event.from_day, event.to_day))
    return facts


def _kept(facts: Facts, **new: Any) -> Facts:
    """Return facts with new values; an equal value does not take the place of the old one."""
    others = {name: value for name, value in new.items() if getattr(facts, name) != value}
    return replace(facts, **others) if others else facts


def _with_people(db: Connection, facts: Facts) -> Facts:
    delegations, members = read.people_of(db, facts.event.id)
    spellings = spellings_of(one.person for one in members.values() if one.person)
    return _meaning_again(_kept(facts, delegations=delegations, members=members, spellings=spellings))


def _meaning_again(facts: Facts) -> Facts:
    who = meant(facts.members.values(), facts.delegations, facts.on_tracks)
    return _kept(facts, items={one: _same(item, who.put_in(item)) for one, item in facts.items.items()})


def _with_items(db: Connection, facts: Facts, touched: frozenset[int]) -> Facts:
    event_id = facts.event.id
    who = meant(facts.members.values(), facts.delegations, facts.on_tracks)
    found = read.items_of(db, event_id, touched if len(touched) <= MANY else None)
    fresh = {one: _same(facts.items.get(one), who.put_in(item)) for one, item in found.items()}
    if len(touched) > MANY:
        return _kept(facts, items=fresh)
    kept = {one: item for one, item in facts.items.items() if one not in touched}
    both = {**kept, **fresh}
    return _kept(facts, items={one: both[one] for one in sorted(both)})


def _same(old: Item | None, new: Item) -> Item:
    return old if old is not None and old == new else new


def _lost_items(old: Facts, facts: Facts) -> bool:
    return facts.items.keys() != old.items.keys()


def _days(facts: Facts) -> tuple[EventFact, frozenset[date | None]]:
    return facts.event._replace(texts=()), frozenset(item.day for item in facts.items.values())


def _logistics(db: Connection, facts: Facts) -> Any:
    return logistics(db, facts.event.id, facts.elsewhere.keys())


def _calendar(db: Connection, facts: Facts, page: EventPage) -> Calendar:
    found = calendar_of(db, page)
    days = {item.day for item in facts.items.values() if item.day is not None}
    sun = {day: event_sun(page, day) for day in sorted(days)}
    times = {day: (one.dawn, one.noon, one.sunset) for day, one in sun.items() if one is not None}
    return Calendar(found.host, found.guest, found.days, anniversaries_of(db, page), times)


def _last(db: Connection, facts: Facts) -> Any:
    event = facts.event
    return around.last_reception(db, event.id, event.kind, event.from_day, facts.delegations)


def _busy(db: Connection, facts: Facts) -> Any:
    # Few have busy times: all of those days are fewer than the ids of all who come would be in a question.
    people = {one.person.id for one in facts.members.values() if one.person and one.coming}
    spans = busy_spans(db, None, facts.event.from_day, facts.event.to_day)
    return tuple(one for one in spans if one.person_id in people)


def _plans(db: Connection, facts: Facts) -> tuple[Plan, ...]:
    """Return the plans of seats, judged; where nobody was put on a seat, as the rules would seat them."""
    found = []
    for plan_id in around.plan_ids(db, facts.event.id):
        desk = seating_desk(db, plan_id)
        row = desk.plan
        chart, people, pins = desk.chart(), desk.sitters, desk.pins
        bent = score(chart, seat_people(chart, people, pins), people, pins=pins, wishes=desk.spoken_wishes())
        found.append(Plan(row.id, row.item_id, row.title or row.item_title, tuple(bent), desk.room.flags))
    return tuple(found)


_SECTIONS: Mapping[str, Callable[[Connection, Facts], Any]] = {
    "busy": _busy,
    "cares": lambda db, facts: around.cares(db, facts.event.id),
    "pairs": lambda db, facts: around.pinned_pairs(db, facts.event.id),
    "promises": lambda db, facts: around.promises(db, facts.event.id),
    "signed": lambda db, facts: signed_texts(db, facts.event.id),
    "cases": lambda db, facts: headed_gaps(db, facts.event.id) if facts.event.kind is EventKind.VISIT else (),
    "tasks": lambda db, facts: tasks_watched(db, facts.event.id, facts.event.from_day, facts.event.to_day),
    "renamed": lambda db, facts: around.renamed_places(db, facts.event.from_day),
    "logistics": _logistics,
    "last": _last,
}
