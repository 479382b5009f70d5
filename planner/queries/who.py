"""Who somebody is on a day: names, post, organisation; read for a whole event or register at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple

from planner.documents.person_data import NameData, PersonData
from planner.language.person_names import Name, listed_order, turns_names
from planner.queries.statement import DAY, FLAG, TEXT, Reads, Statement
from planner.rules.kinds import NameOrder
from planner.rules.text import EMPTY, Language, Text

if TYPE_CHECKING:
    from sqlalchemy import Result

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
    db: Reads,
    day: date,
    *,
    event_id: int | None = None,
    people: Iterable[int] | None = None,
    list_order: str = "",
    units: Mapping[int, Unit] | None = None,
) -> dict[int, Who]:
    """Return everybody of an event, of a list of ids, or of the register, as of a day.

    `list_order` is the profile's order of names in lists; without it each name stands as it is written. `units` are the
    organisations on that day, if they have been read.
    """
    asked = _asked(event_id, people)
    values = {} if event_id is None else {"event": event_id}
    names = _names_on(asked.names.rows(db, **values), day)
    posts = _posts_on(asked.posts.rows(db, **values), day)
    units = organisations_on(db, day) if units is None else units
    turned = list_order if turns_names(list_order) else ""
    found: dict[int, Who] = {}
    for person_id, country, degree in asked.people.rows(db, **values):
        # Taken out: 10,000 posts give their room to what is made of them.
        post, title, unit_id, level, since, acting, confirmed = posts.pop(person_id, _NO_POST)
        unit = units.get(unit_id, _NO_UNIT)
        own = names.get(person_id, {})
        if turned:
            _put_in_order(own, turned, country or unit.country)
        found[person_id] = Who(
            person_id, own, post, title, unit_id, unit.name, unit.country or intern(country),
            level, since, acting, confirmed, degree,
        )  # fmt: skip
    return found


def organisations_on(db: Reads, day: date) -> dict[int, Unit]:
    """Return all organisations under the names valid on a day."""
    found: dict[int, Unit] = {}
    for unit_id, country, name, short, since, until in ORGANISATIONS.rows(db):
        if unit_id not in found or valid_on(day, since, until):
            found[unit_id] = Unit(unit_id, name, short, country)
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


class _Asked(NamedTuple):
    """The three statements about the same people."""

    names: Statement
    posts: Statement
    people: Statement


def _asked(event_id: int | None, people: Iterable[int] | None) -> _Asked:
    if event_id is not None:
        return OF_EVENT
    return _OF_ALL if people is None else _about(f"IN ({', '.join(str(int(one)) for one in people) or 'NULL'})")


def _about(chosen: str) -> _Asked:
    """Return the statements about people whose id is so: "IN (1, 2)", "IN (SELECT …)", or any."""
    return _Asked(
        Statement(
            ("n.person_id", "n.language", "n.surname", "n.given", "n.patronymic", "n.name_order",
             ("n.valid_from", DAY), ("n.valid_to", DAY)),
            f"FROM person_name n WHERE n.language <> '{PASSPORT}' AND n.person_id {chosen} "
            "ORDER BY n.valid_from IS NOT NULL, n.valid_from, n.id",
        ),
        Statement(
            ("p.person_id", ("p.valid_from", DAY), ("p.valid_to", DAY), "p.id", ("p.title", TEXT), "p.organisation_id",
             "p.rank_level", ("p.rank_date", DAY), ("p.acting", FLAG), ("p.confirmed_on", DAY)),
            f"FROM post p WHERE p.person_id {chosen} ORDER BY p.valid_from IS NOT NULL, p.valid_from, p.id",
        ),
        Statement(("p.id", "p.country", ("p.degree", TEXT)), f"FROM person p WHERE p.id {chosen}"),
    )  # fmt: skip


PEOPLE_OF_EVENT = (
    "SELECT o.person_id FROM participation o JOIN delegation d ON d.id = o.delegation_id "
    "WHERE d.event_id = :event AND o.person_id IS NOT NULL"
)
"""Whoever takes part in an event, for other statements; asked with `event`."""

OF_EVENT = _about(f"IN ({PEOPLE_OF_EVENT})")
"""The statements about whoever takes part in an event; asked with `event`."""
_OF_ALL = _about("IS NOT NULL")
ORGANISATIONS = Statement(
    ("o.id", "o.country", ("n.name", TEXT), ("n.short", TEXT), ("n.valid_from", DAY), ("n.valid_to", DAY)),
    "FROM organisation o JOIN organisation_name n ON n.organisation_id = o.id "
    "ORDER BY o.id, n.valid_from IS NOT NULL, n.valid_from, n.id",
)
"""All organisations with each of their names."""


def _names_on(rows: list[list[Any]], day: date) -> dict[int, dict[Language, NameData]]:
    orders = {order.value: order for order in NameOrder}
    found: dict[int, dict[Language, NameData]] = defaultdict(dict)
    shared: dict[str, str] = {}  # a driver makes every cell anew, and given names recur: 2 MB of 10,000 people's
    one = shared.setdefault
    for person, language, surname, given, patronymic, order, since, until in rows:
        names = found[person]
        if language not in names or valid_on(day, since, until):
            names[one(language, language)] = NameData(
                surname, one(given, given), one(patronymic, patronymic), orders.get(order, NameOrder.SURNAME_FIRST)
            )
    return found


def _posts_on(rows: list[list[Any]], day: date) -> dict[int, Any]:
    found: dict[int, Any] = {}
    for person, since, until, *post in rows:
        if valid_on(day, since, until):
            found[person] = post
    return found
