"""Events: the list of the office, one event's page, what it leads to."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, or_, select

from planner.errors import NotFound
from planner.model.agenda import Item
from planner.model.events import Event, EventAgreement, EventFlag, EventLink, Greeting, Topic
from planner.model.office import Change
from planner.model.organisations import Agreement, Flag
from planner.model.papers import PaperHeading
from planner.model.participation import Delegation, Participation
from planner.queries.once import asked_once
from planner.rules.kinds import EventKind, EventState, LinkKind
from planner.rules.text import Language, Text


class EventRow(NamedTuple):
    """An event as lists show it."""

    id: int
    kind: EventKind
    title: Text
    short_title: Text
    from_day: date
    to_day: date
    languages: tuple[Language, ...]
    state: EventState


class TemplateRow(NamedTuple):
    """An event that is kept as a template, with how many places its delegations have and how many items it has."""

    event: EventRow
    people: int
    items: int


class LinkRow(NamedTuple):
    """A neighbour of an event; `before` tells that the other leads to this one."""

    id: int
    kind: LinkKind
    before: bool
    other: EventRow


class AgreementRow(NamedTuple):
    """An agreement an event is about."""

    id: int  # of the link
    agreement_id: int
    title: Text
    signed_on: date | None


class TopicRow(NamedTuple):
    """A topic of an event."""

    id: int
    title: Text


class GreetingRow(NamedTuple):
    """A greeting by the identity of its feast."""

    id: int
    feast: str
    day: date
    country: str
    words: Text


class FlagRow(NamedTuple):
    """A flag that stands at an event."""

    id: int  # of the link
    flag_id: int
    country: str
    edition: str
    valid_from: date | None
    valid_to: date | None
    where: str


class EventPage(NamedTuple):
    """Everything about an event but its people and programme."""

    id: int
    kind: EventKind
    title: Text
    short_title: Text
    place: Text
    from_day: date
    to_day: date
    host_zone: str
    guest_zone: str
    languages: tuple[Language, ...]
    host_languages: tuple[Language, ...]
    guest_languages: tuple[Language, ...]
    state: EventState
    note: str
    links: tuple[LinkRow, ...]
    agreements: tuple[AgreementRow, ...]
    topics: tuple[TopicRow, ...]
    greetings: tuple[GreetingRow, ...]
    flags: tuple[FlagRow, ...]
    template: bool = False


class HeadingRow(NamedTuple):
    """The authored heading of one paper."""

    id: int
    paper: str
    title: Text
    subtitle: Text


_ROW = (
    Event.id, Event.kind, Event.title, Event.short_title, Event.from_day, Event.to_day, Event.languages, Event.state,
)  # fmt: skip


def events(db: Connection) -> tuple[EventRow, ...]:
    """Return all events by date; templates are none."""
    query = select(*_ROW).where(Event.template.is_(False))
    return tuple(event_row(row) for row in db.execute(query.order_by(Event.from_day, Event.id)))


def templates(db: Connection) -> tuple[EventRow, ...]:
    """Return what is kept to be copied, not to be held."""
    query = select(*_ROW).where(Event.template.is_(True))
    return tuple(event_row(row) for row in db.execute(query.order_by(Event.id)))


def kept_templates(db: Connection) -> tuple[TemplateRow, ...]:
    """Return the templates with what they hold."""
    places = select(Delegation.event_id, func.count()).join(Participation, Participation.delegation_id == Delegation.id)
    people = _counted(db, places.group_by(Delegation.event_id))
    items = _counted(db, select(Item.event_id, func.count()).group_by(Item.event_id))
    return tuple(TemplateRow(row, people.get(row.id, 0), items.get(row.id, 0)) for row in templates(db))


def _counted(db: Connection, query: Any) -> dict[int, int]:
    return {row[0]: row[1] for row in db.execute(query)}


@asked_once
def event_page(db: Connection, event_id: int) -> EventPage:
    """Return one event; raise NotFound in words."""
    known = 0 < event_id < 2**63  # what an id can be at all; neither engine takes more
    event = db.execute(select(Event).where(Event.id == event_id)).one_or_none() if known else None
    if event is None:
        raise NotFound("There is no event {number}. The command events lists them.", number=event_id)
    return EventPage(
        event.id, EventKind(event.kind), event.title, event.short_title, event.place, event.from_day, event.to_day,
        event.host_zone, event.guest_zone, tuple(event.languages), tuple(event.host_languages),
        tuple(event.guest_languages), EventState(event.state), event.note, _links(db, event_id),
        _agreements(db, event_id), _topics(db, event_id), _greetings(db, event_id), _flags(db, event_id),
        event.template,
    )  # fmt: skip


@asked_once
def headings(db: Connection, event_id: int) -> dict[str, HeadingRow]:
    """Return the authored headings of an event's papers, by paper."""
    rows = db.execute(select(PaperHeading).where(PaperHeading.event_id == event_id))
    return {row.paper: HeadingRow(row.id, row.paper, row.title, row.subtitle) for row in rows}


@asked_once
def changed_at(db: Connection, event_id: int) -> str:
    """Return the UTC time of the last change that may show on this event's papers ("" before any).

    A change of the registers (no one event's) counts for every event.
    """
    of_event = or_(Change.event_id == event_id, Change.event_id.is_(None))
    return db.execute(select(func.max(Change.at)).where(of_event)).scalar() or ""


def event_row(row: Any) -> EventRow:
    """Return an event of a list from its columns."""
    return EventRow(row.id, EventKind(row.kind), row.title, row.short_title, row.from_day, row.to_day,
                    tuple(row.languages), EventState(row.state))  # fmt: skip


def _links(db: Connection, event_id: int) -> tuple[LinkRow, ...]:
    found = []
    for mine, theirs, before in (
        (EventLink.event_id, EventLink.other_id, False),
        (EventLink.other_id, EventLink.event_id, True),
    ):
        rows = db.execute(
            select(EventLink.id.label("link"), EventLink.kind.label("link_kind"), *_ROW)
            .join(Event, Event.id == theirs).where(mine == event_id)
        )  # fmt: skip
        found += [LinkRow(row.link, LinkKind(row.link_kind), before, event_row(row)) for row in rows]
    return tuple(sorted(found, key=lambda link: (link.other.from_day, link.id)))


def _agreements(db: Connection, event_id: int) -> tuple[AgreementRow, ...]:
    query = select(EventAgreement.id, Agreement.id.label("agreement"), Agreement.title, Agreement.signed_on)
    query = query.join(Agreement, Agreement.id == EventAgreement.agreement_id).where(
        EventAgreement.event_id == event_id
    )
    return tuple(AgreementRow(*row) for row in db.execute(query.order_by(EventAgreement.id)))


def _topics(db: Connection, event_id: int) -> tuple[TopicRow, ...]:
    query = select(Topic.id, Topic.title).where(Topic.event_id == event_id).order_by(Topic.position, Topic.id)
    return tuple(TopicRow(*row) for row in db.execute(query))


def _greetings(db: Connection, event_id: int) -> tuple[GreetingRow, ...]:
    query = select(Greeting.id, Greeting.feast, Greeting.day, Greeting.country, Greeting.words)
    return tuple(
        GreetingRow(*row) for row in db.execute(query.where(Greeting.event_id == event_id).order_by(Greeting.id))
    )


def _flags(db: Connection, event_id: int) -> tuple[FlagRow, ...]:
    query = select(
        EventFlag.id, Flag.id.label("flag"), Flag.country, Flag.edition, Flag.valid_from, Flag.valid_to, EventFlag.where
    )
    query = query.join(Flag, Flag.id == EventFlag.flag_id).where(EventFlag.event_id == event_id).order_by(EventFlag.id)
    return tuple(FlagRow(*row) for row in db.execute(query))
