"""Who somebody is on a day: names, post, organisation; read for a whole event or register at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from sys import intern
from typing import Any, NamedTuple

from sqlalchemy import Connection, Result, Select, select

from planner.documents.data import NameData, PersonData
from planner.language.person_names import Name, listed_order
from planner.model.organisations import Organisation, OrganisationName
from planner.model.participation import Delegation, Participation
from planner.model.people import Person, PersonName, Post
from planner.rules.kinds import NameOrder
from planner.rules.text import EMPTY, Language, Text

PASSPORT = "und-Latn"
"""The language of the record that holds the passport's Latin: used only where a passport counts."""


class Who(NamedTuple):
    """Somebody as of a day. `names` leaves the passport's Latin out."""

    id: int
    names: dict[Language, NameData]
    post_id: int | None = None
    position: Text = EMPTY
    organisation_id: int | None = None
    organisation: Text = EMPTY
    country: str = ""
    rank_level: int | None = None
    rank_date: date | None = None
    acting: bool = False
    confirmed_on: date | None = None
    degree: Text = EMPTY

    def person(self) -> PersonData:
        """Return what papers need of this person."""
        return PersonData(self.names, self.position, self.organisation, self.country, self.id, self.degree)


class Unit(NamedTuple):
    """An organisation as of a day."""

    id: int
    name: Text
    short: Text
    country: str


PART = 500
"""Rows taken from the database at a time."""

_NO_POST = (None, EMPTY, None, None, None, False, None)
_NO_UNIT = Unit(0, EMPTY, EMPTY, "")


def who_is(
    db: Connection,
    day: date,
    *,
    event_id: int | None = None,
    people: Iterable[int] | None = None,
    list_order: str = "",
) -> dict[int, Who]:
    """Return everybody of an event, of a list of ids, or of the register, as of a day.

    `list_order` is the profile's order of names in lists; without it each name stands as it is written.
    """
    chosen = _chosen(event_id, people)
    names = _names(db, day, chosen)
    posts = _posts(db, day, chosen)
    units = organisations_on(db, day)
    found: dict[int, Who] = {}
    query = select(Person.id, Person.country, Person.degree)
    if chosen is not None:
        query = query.where(Person.id.in_(chosen))
    for person_id, country, degree in in_parts(db.execute(query)):
        # Taken out: 10,000 posts give their room to what is made of them.
        post, title, unit_id, level, since, acting, confirmed = posts.pop(person_id, _NO_POST)
        unit = units.get(unit_id, _NO_UNIT)
        own = names.get(person_id, {})
        if list_order:
            _put_in_order(own, list_order, country or unit.country)
        found[person_id] = Who(
            person_id, own, post, title, unit_id, unit.name, unit.country or intern(country),
            level, since, acting, confirmed, degree,
        )  # fmt: skip
    return found


def organisations_on(db: Connection, day: date) -> dict[int, Unit]:
    """Return all organisations under the names valid on a day."""
    rows = db.execute(
        select(Organisation.id, Organisation.country, OrganisationName.name, OrganisationName.short,
               OrganisationName.valid_from, OrganisationName.valid_to)
        .join(OrganisationName, OrganisationName.organisation_id == Organisation.id)
        .order_by(Organisation.id, OrganisationName.valid_from.is_not(None), OrganisationName.valid_from,
                  OrganisationName.id)
    )  # fmt: skip
    found: dict[int, Unit] = {}
    for row in rows:
        if row.id not in found or valid_on(day, row.valid_from, row.valid_to):
            found[row.id] = Unit(row.id, row.name, row.short, row.country)
    return found


def valid_on(day: date, since: date | None, until: date | None) -> bool:
    """Tell whether something dated holds on a day; open ends hold always."""
    return (since is None or since <= day) and (until is None or day <= until)


def in_parts(rows: Result[Any]) -> Iterator[Any]:
    """Yield rows as the database gives them, some hundreds at a time: tens of thousands at once are 10 MB more."""
    return chain.from_iterable(rows.partitions(PART))


def _put_in_order(names: dict[Language, NameData], custom: str, country: str) -> None:
    """Let a person's names stand in lists as the profile has it, but for those that are never turned round."""
    for language, name in names.items():
        listed = listed_order(Name(*name[:4], language, country), custom)
        if listed is not None:
            names[language] = name._replace(listed=listed)


def _chosen(event_id: int | None, people: Iterable[int] | None) -> Select[Any] | list[int] | None:
    if event_id is not None:
        places = select(Participation.person_id).join(Delegation, Delegation.id == Participation.delegation_id)
        return places.where(Delegation.event_id == event_id, Participation.person_id.is_not(None))
    return None if people is None else list(people)


def _names(db: Connection, day: date, chosen: Select[Any] | list[int] | None) -> dict[int, dict[Language, NameData]]:
    query = select(
        PersonName.person_id, PersonName.language, PersonName.surname, PersonName.given, PersonName.patronymic,
        PersonName.order, PersonName.valid_from, PersonName.valid_to,
    ).where(PersonName.language != PASSPORT)  # fmt: skip
    if chosen is not None:
        query = query.where(PersonName.person_id.in_(chosen))
    orders = {order.value: order for order in NameOrder}
    found: dict[int, dict[Language, NameData]] = defaultdict(dict)
    shared: dict[str, str] = {}  # a driver makes every cell anew, and given names recur: 2 MB of 10,000 people's
    one = shared.setdefault
    ordered = query.order_by(PersonName.valid_from.is_not(None), PersonName.valid_from, PersonName.id)
    for person, language, surname, given, patronymic, order, since, until in in_parts(db.execute(ordered)):
        names = found[person]
        if language not in names or valid_on(day, since, until):
            names[one(language, language)] = NameData(
                surname, one(given, given), one(patronymic, patronymic), orders.get(order, NameOrder.SURNAME_FIRST)
            )
    return found


def _posts(db: Connection, day: date, chosen: Select[Any] | list[int] | None) -> dict[int, Any]:
    query = select(
        Post.person_id, Post.valid_from, Post.valid_to,
        Post.id, Post.title, Post.organisation_id, Post.rank_level, Post.rank_date, Post.acting, Post.confirmed_on,
    )  # fmt: skip
    if chosen is not None:
        query = query.where(Post.person_id.in_(chosen))
    found: dict[int, Any] = {}
    for person, since, until, *post in in_parts(
        db.execute(query.order_by(Post.valid_from.is_not(None), Post.valid_from, Post.id))
    ):
        if valid_on(day, since, until):
            found[person] = post
    return found
