"""The participants of an event in one language, column by column: for long lists that need no precedence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Executable,
    ScalarSelect,
    Select,
    String,
    and_,
    case,
    cast,
    func,
    or_,
    select,
    type_coerce,
)
from sqlalchemy.orm import InstrumentedAttribute, aliased

from planner.model.events import Event
from planner.model.organisations import Organisation, OrganisationName
from planner.model.participation import Delegation, Participation
from planner.model.people import Person, PersonName, Post
from planner.rules.text import Language, Text

NO_TEXT = "{}"
"""A text without wordings as it is kept."""


class ParticipantRow(NamedTuple):
    """A participant as of the event's first day; what is missing in the language is "".

    `side`, `capacity` and `state` are kept values, `position` is the post printed at this event.
    """

    id: int
    delegation_id: int
    side: str
    capacity: str
    state: str
    person_id: int | None
    surname: str
    given: str
    patronymic: str
    position: str
    organisation: str
    country: str


def participant_rows(db: Connection, event_id: int, *, language: Language) -> list[ParticipantRow]:
    """Return every place of an event, by id, with its person's name, post and organisation in one language."""
    day = db.execute(select(Event.from_day).where(Event.id == event_id)).scalar_one()
    rows: Sequence[Any] = db.execute(participants_query(event_id, day, language)).all()
    return list(map(ParticipantRow._make, rows))


def participants_query(event_id: int, day: date, language: Language) -> Executable:
    """Return the query whose columns are those of a participant row."""
    return (
        select(
            Participation.id, Participation.delegation_id, Delegation.side, Participation.capacity,
            Participation.state, Participation.person_id, func.coalesce(PersonName.surname, ""),
            func.coalesce(PersonName.given, ""), func.coalesce(PersonName.patronymic, ""), _position(language),
            func.coalesce(_worded(OrganisationName.name, language), ""),
            func.coalesce(func.nullif(Organisation.country, ""), Person.country, ""),
        )
        .join(Delegation, Delegation.id == Participation.delegation_id)
        .outerjoin(Person, Person.id == Participation.person_id)
        .outerjoin(PersonName, PersonName.id == _name_on(day, language))
        .outerjoin(Post, Post.id == _post_on(day))
        .outerjoin(Organisation, Organisation.id == Post.organisation_id)
        .outerjoin(OrganisationName, OrganisationName.id == _organisation_name_on(day))
        .where(Delegation.event_id == event_id)
        .order_by(Participation.id)
    )  # fmt: skip


def _position(language: Language) -> ColumnElement[str]:
    """The post printed at this event in any language stands instead of the person's own in all."""
    own = case((cast(Participation.post_title, String) == NO_TEXT, _worded(Post.title, language)))
    return func.coalesce(_worded(Participation.post_title, language), own, "")


def _name_on(day: date, language: Language) -> ColumnElement[int]:
    other = aliased(PersonName)
    own = select(other.id).where(other.person_id == Person.id, other.language == language)
    return func.coalesce(_last(own.where(_holds(other, day)), other), _first(own, other))


def _organisation_name_on(day: date) -> ColumnElement[int]:
    other = aliased(OrganisationName)
    own = select(other.id).where(other.organisation_id == Post.organisation_id)
    return func.coalesce(_last(own.where(_holds(other, day)), other), _first(own, other))


def _post_on(day: date) -> ScalarSelect[int]:
    other = aliased(Post)
    return _last(select(other.id).where(other.person_id == Person.id, _holds(other, day)), other)


def _holds(dated: Any, day: date) -> ColumnElement[bool]:
    return and_(
        or_(dated.valid_from.is_(None), dated.valid_from <= day), or_(dated.valid_to.is_(None), day <= dated.valid_to)
    )


def _last(query: Select[int], dated: Any) -> ScalarSelect[int]:
    order = dated.valid_from.is_not(None).desc(), dated.valid_from.desc(), dated.id.desc()
    return query.order_by(*order).limit(1).scalar_subquery()


def _first(query: Select[int], dated: Any) -> ScalarSelect[int]:
    return query.order_by(dated.valid_from.is_not(None), dated.valid_from, dated.id).limit(1).scalar_subquery()


def _worded(column: InstrumentedAttribute[Text], language: Language) -> ColumnElement[str]:
    """Return one language's words of a text, picked by the database; NULL where they are missing."""
    words: ColumnElement[str] = type_coerce(column, JSON)[(language, "text")].as_string()
    return words
