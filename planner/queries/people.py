"""The register of people: the list, and one person's page."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from planner.errors import NotFound
from planner.model.events import Event
from planner.model.participation import Delegation, Participation
from planner.model.people import Person, PersonName, PersonPrivate, Post
from planner.queries.events import EventRow, event_row
from planner.queries.who import Who, who_is
from planner.rules.kinds import Capacity, NameOrder, Side
from planner.rules.text import EMPTY, Language, Text


class PersonRow(NamedTuple):
    """Somebody in the list of the register."""

    who: Who
    events: int

    @property
    def id(self) -> int:
        """The person's id."""
        return self.who.id


class NameRow(NamedTuple):
    """The record of a name in one language."""

    id: int
    language: Language
    surname: str
    given: str
    patronymic: str
    order: NameOrder
    address: str
    valid_from: date | None
    valid_to: date | None
    source: str
    confirmed_by: str
    cases: dict[str, str]


class PostRow(NamedTuple):
    """A post, from one day to another."""

    id: int
    organisation_id: int | None
    title: Text
    rank_level: int | None
    rank_date: date | None
    acting: bool
    valid_from: date | None
    valid_to: date | None
    confirmed_on: date | None
    rank_class: str = ""


class PrivateRow(NamedTuple):
    """What is private."""

    passport_number: str
    passport_expires: date | None
    birth_date: date | None
    citizenship: str
    diet: str
    health: str
    contacts: dict[str, str]


class PlaceInEvent(NamedTuple):
    """An event the person takes part in."""

    participation_id: int
    event: EventRow
    side: Side
    capacity: Capacity
    state: str


class PersonPage(NamedTuple):
    """Everything about one person; `private` is None where nothing is recorded."""

    id: int
    languages: tuple[Language, ...]
    country: str
    gender: str
    note: str
    deceased: bool
    invented: bool
    names: tuple[NameRow, ...]
    posts: tuple[PostRow, ...]
    private: PrivateRow | None
    places: tuple[PlaceInEvent, ...]
    degree: Text = EMPTY


def people(db: Connection, day: date) -> tuple[PersonRow, ...]:
    """Return everybody in the register as of a day, by id; sorting is the list's."""
    counts: dict[int, int] = defaultdict(int)
    query = select(Participation.person_id, func.count()).where(Participation.person_id.is_not(None))
    for person_id, count in db.execute(query.group_by(Participation.person_id)):
        counts[person_id or 0] = count
    return tuple(PersonRow(who, counts[person_id]) for person_id, who in sorted(who_is(db, day).items()))


def person_page(db: Connection, person_id: int) -> PersonPage:
    """Return one person; raise NotFound in words."""
    person = db.execute(select(Person).where(Person.id == person_id)).one_or_none()
    if person is None:
        raise NotFound("This person is no longer in the register.")
    return PersonPage(
        person.id, tuple(person.languages), person.country, person.gender, person.note, person.deceased,
        person.invented, _names(db, person_id), _posts(db, person_id), _private(db, person_id), _places(db, person_id),
        person.degree,
    )  # fmt: skip


def _names(db: Connection, person_id: int) -> tuple[NameRow, ...]:
    query = select(
        PersonName.id, PersonName.language, PersonName.surname, PersonName.given, PersonName.patronymic,
        PersonName.order, PersonName.address, PersonName.valid_from, PersonName.valid_to, PersonName.source,
        PersonName.confirmed_by, PersonName.cases,
    ).where(PersonName.person_id == person_id)  # fmt: skip
    return tuple(_name(row) for row in db.execute(query.order_by(PersonName.id)))


def _name(row: Any) -> NameRow:
    return NameRow(*row)._replace(order=NameOrder(row[5]))


def _posts(db: Connection, person_id: int) -> tuple[PostRow, ...]:
    query = select(
        Post.id, Post.organisation_id, Post.title, Post.rank_level, Post.rank_date, Post.acting, Post.valid_from,
        Post.valid_to, Post.confirmed_on, Post.rank_class,
    ).where(Post.person_id == person_id)  # fmt: skip
    return tuple(
        _post(row) for row in db.execute(query.order_by(Post.valid_from.is_not(None), Post.valid_from, Post.id))
    )


def _post(row: Any) -> PostRow:
    return PostRow(*row)


def _private(db: Connection, person_id: int) -> PrivateRow | None:
    row = db.execute(
        select(
            PersonPrivate.passport_number, PersonPrivate.passport_expires, PersonPrivate.birth_date,
            PersonPrivate.citizenship, PersonPrivate.diet, PersonPrivate.health, PersonPrivate.contacts,
        ).where(PersonPrivate.person_id == person_id)
    ).one_or_none()  # fmt: skip
    return PrivateRow(*row) if row else None


def _places(db: Connection, person_id: int) -> tuple[PlaceInEvent, ...]:
    query = (
        select(Participation.id.label("place"), Delegation.side, Participation.capacity,
               Participation.state.label("coming"),
               Event.id, Event.kind, Event.title, Event.short_title, Event.from_day, Event.to_day,
               Event.languages, Event.state)
        .join(Delegation, Delegation.id == Participation.delegation_id)
        .join(Event, Event.id == Delegation.event_id)
        .where(Participation.person_id == person_id)
        .order_by(Event.from_day, Event.id)
    )  # fmt: skip
    return tuple(
        PlaceInEvent(row.place, event_row(row), Side(row.side), Capacity(row.capacity), row.coming)
        for row in db.execute(query)
    )
