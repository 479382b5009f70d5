"""The office's calendar: its own days, busy times, and whose countries an event is between."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from sqlalchemy import Connection, func, or_, select

from planner.model.calendar import BusyTime, OfficeDay
from planner.model.events import Event, EventAgreement
from planner.model.organisations import Agreement, AgreementParty, Organisation, Partnership
from planner.model.participation import Delegation, Participation
from planner.model.people import Person, Post
from planner.queries.office_settings import office_setting
from planner.rules.busy import BusySpan
from planner.rules.calendar import Dated
from planner.rules.kinds import Capacity, Side
from planner.rules.text import Text


class OfficeDayRow(NamedTuple):
    """A day the office itself entered."""

    id: int
    day: date
    to_day: date | None
    kind: str
    country: str
    feast: str
    title: Text
    source: str
    yearly: bool


class BusySource(NamedTuple):
    """A calendar file somebody's busy times were read from."""

    person_id: int
    source: str
    times: int


class EventCountries(NamedTuple):
    """Between which countries' calendars an event is held, each in the order of the delegations."""

    host: tuple[str, ...]
    guest: tuple[str, ...]


def office_days(db: Connection) -> tuple[OfficeDayRow, ...]:
    """Return the office's own days in order."""
    query = select(
        OfficeDay.id, OfficeDay.day, OfficeDay.to_day, OfficeDay.kind, OfficeDay.country, OfficeDay.feast,
        OfficeDay.title, OfficeDay.source, OfficeDay.yearly,
    )  # fmt: skip
    return tuple(OfficeDayRow(*row) for row in db.execute(query.order_by(OfficeDay.day, OfficeDay.id)))


def event_countries(db: Connection, event_id: int) -> EventCountries:
    """Return the countries of the hosts' and the guests' delegations: their organisations', else their members' own;
    the office's own country where the hosts name none.

    Those invited besides are on nobody's side, and their calendar is not asked (handbook 0).
    """
    found = _countries(db, event_id)
    own = office_setting(db, "office.city", {}).get("country", "")
    return found if found.host or not own else EventCountries((own,), found.guest)


def office_countries(db: Connection) -> tuple[str, ...]:
    """Return the countries of all events' delegations: the hosts' first, then by how often they come."""
    query = (
        select(Delegation.side, Organisation.country, func.count().label("times"))
        .join(Organisation, Organisation.id == Delegation.organisation_id)
        .where(Organisation.country != "", Delegation.side.in_([Side.HOST.value, Side.GUEST.value]))
        .group_by(Delegation.side, Organisation.country)
    )
    rows = sorted(db.execute(query), key=lambda row: (row.side != Side.HOST, -row.times, row.country))
    own = office_setting(db, "office.city", {}).get("country", "")
    return tuple(dict.fromkeys(([own] if own else []) + [row.country for row in rows]))


def busy_spans(db: Connection, people: Collection[int] | None, since: date, until: date) -> tuple[BusySpan, ...]:
    """Return the busy times of these people (None: of everybody) that meet a span of days, in order of time."""
    first = datetime(since.year, since.month, since.day, tzinfo=UTC) - timedelta(days=1)  # any zone's day
    last = datetime(until.year, until.month, until.day, tzinfo=UTC) + timedelta(days=2)
    query = select(
        BusyTime.id, BusyTime.person_id, BusyTime.starts, BusyTime.ends, BusyTime.all_day, BusyTime.title,
        BusyTime.tentative,
    ).where(BusyTime.starts < last.isoformat(), BusyTime.ends > first.isoformat())  # fmt: skip
    if people is not None:
        query = query.where(BusyTime.person_id.in_(people))
    return tuple(
        BusySpan(
            row.id, row.person_id, _minutes(row.starts_at), _minutes(row.ends_at), row.all_day, row.title, row.tentative
        )
        for row in db.execute(query.order_by(BusyTime.starts, BusyTime.id))
    )


def busy_sources(db: Connection) -> tuple[BusySource, ...]:
    """Return from which files whose busy times were read."""
    query = select(BusyTime.person_id, BusyTime.source, func.count().label("times"))
    rows = db.execute(query.group_by(BusyTime.person_id, BusyTime.source).order_by(BusyTime.person_id, BusyTime.source))
    return tuple(BusySource(*row) for row in rows)


def principals(db: Connection) -> tuple[int, ...]:
    """Return the people whose calendars matter: heads of host delegations, and those who have busy times."""
    heads = (
        select(Participation.person_id)
        .join(Delegation, Delegation.id == Participation.delegation_id)
        .where(
            Delegation.side == Side.HOST.value,
            Participation.capacity == Capacity.HEAD.value,
            Participation.person_id.is_not(None),
        )
    )
    taken = select(BusyTime.person_id).distinct()
    found = {row.person_id for query in (heads, taken) for row in db.execute(query)}
    return tuple(sorted(found))


def dated_things(db: Connection, event_id: int) -> tuple[Dated, ...]:
    """Return what may have its anniversary at an event: its agreements, those between its organisations, partnerships,
    and since when its heads hold their posts. Birthdays are the office's own yearly days, entered with consent.
    """
    mine = select(Delegation.organisation_id).where(Delegation.event_id == event_id)
    agreements = select(Agreement.id, Agreement.title, Agreement.signed_on).where(
        Agreement.signed_on.is_not(None),
        or_(
            Agreement.id.in_(select(EventAgreement.agreement_id).where(EventAgreement.event_id == event_id)),
            Agreement.id.in_(
                select(AgreementParty.agreement_id)
                .where(AgreementParty.organisation_id.in_(mine))
                .group_by(AgreementParty.agreement_id)
                .having(func.count() > 1)
            ),
        ),
    )
    found = [Dated("agreement", row.id, row.signed_on, row.title) for row in db.execute(agreements)]
    partnerships = select(Partnership.id, Partnership.since).where(
        Partnership.since.is_not(None), Partnership.organisation_id.in_(mine), Partnership.partner_id.in_(mine)
    )
    found += [Dated("partnership", row.id, row.since) for row in db.execute(partnerships)]
    heads = (
        select(Post.id, Post.title, Post.valid_from)
        .join(Participation, Participation.person_id == Post.person_id)
        .join(Delegation, Delegation.id == Participation.delegation_id)
        .join(Event, Event.id == Delegation.event_id)
        .where(
            Event.id == event_id,
            Participation.capacity == Capacity.HEAD.value,
            Post.valid_from.is_not(None),
            or_(Post.valid_to.is_(None), Post.valid_to >= Event.from_day),
        )
    )
    found += [Dated("post", row.id, row.valid_from, row.title) for row in db.execute(heads)]
    return tuple(found)


def _countries(db: Connection, event_id: int) -> EventCountries:
    by_side: dict[str, dict[str, None]] = {Side.HOST.value: {}, Side.GUEST.value: {}}
    query = (
        select(Delegation.id, Delegation.side, Organisation.country)
        .outerjoin(Organisation, Organisation.id == Delegation.organisation_id)
        .where(Delegation.event_id == event_id, Delegation.side.in_(list(by_side)))
        .order_by(Delegation.position, Delegation.id)
    )
    rows = db.execute(query).all()
    members = _of_members(db, [row.id for row in rows if not row.country])
    for row in rows:
        for country in [row.country] if row.country else members.get(row.id, ()):
            by_side[row.side][country] = None
    return EventCountries(tuple(by_side[Side.HOST.value]), tuple(by_side[Side.GUEST.value]))


def _of_members(db: Connection, delegations: list[int]) -> dict[int, list[str]]:
    """Return the countries of the members as the register has them; theirs are the calendars, nothing else is told."""
    found: dict[int, list[str]] = defaultdict(list)
    if delegations:
        query = select(Participation.delegation_id, Person.country).distinct()
        query = query.join(Person, Person.id == Participation.person_id)
        query = query.where(Participation.delegation_id.in_(delegations), Person.country != "")
        for row in db.execute(query.order_by(Person.country)):
            found[row.delegation_id].append(row.country)
    return found


def _minutes(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp()) // 60


def calendar_window(db: Connection, today: date) -> tuple[date, date]:
    """Return the span in which busy times can matter: all events with a month around, and a year from now."""
    first, last = db.execute(select(func.min(Event.from_day), func.max(Event.to_day))).one()
    month = timedelta(days=31)
    return min(first or today, today) - month, max((last or today) + month, today + timedelta(days=366))
