"""What the office knows of people, as an import compares it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from planner.model.office import Change, ChangeRow
from planner.model.participation import Delegation, Participation
from planner.model.people import Person, PersonName, PersonPrivate
from planner.queries.delegations import DelegationRow, delegations
from planner.queries.events import event_page
from planner.queries.office_settings import office_setting
from planner.queries.who import PASSPORT, Who, who_is
from planner.rules.kinds import Capacity, Side
from planner.rules.list_news import LastList, Listed
from planner.rules.person_record import ImportedName
from planner.rules.same_person import KnownPerson, KnownPlace
from planner.rules.text import Language, Text


class KnownHere(NamedTuple):
    """The register, and the unnamed places of one side of an event."""

    people: tuple[KnownPerson, ...]
    places: tuple[KnownPlace, ...]


def known_here(db: Connection, event_id: int, side: Side) -> KnownHere:
    """Return everybody of the register as of the event's day, with their place at the event."""
    page = event_page(db, event_id)
    rows = [row for row in delegations(db, event_id) if row.side is side]
    places = {m.who.id: (row, m.capacity) for row in rows for m in row.members if m.who is not None}
    own = {
        row.id: (tuple(row.languages), row.country)
        for row in db.execute(select(Person.id, Person.languages, Person.country))
    }
    private, passports, former = _private(db), _passports(db), _former(db, page.from_day)
    people = tuple(
        _known(who, places.get(who.id), own[who.id], private.get(who.id, {}), passports.get(who.id, {}))
        ._replace(former=tuple(former.get(who.id, ())))
        for who in who_is(db, page.from_day).values()
    )
    waiting = tuple(
        KnownPlace(m.id, _by_language(m.post_title), _delegation_names(row))
        for row in rows
        for m in row.members
        if m.who is None
    )
    return KnownHere(people, waiting)


def last_list(db: Connection, event_id: int, side: Side) -> LastList | None:
    """Return the places that earlier lists brought to a side of an event; None where none was imported.

    The journal knows which: the steps of the import that still stand, and the places they made.
    """
    steps = db.execute(
        select(Change.number, Change.at, Change.values.label("named"))
        .where(Change.event_id == event_id, Change.origin == "apply_import", Change.kind != "undo",
               Change.state.in_(("done", "fixed")))
        .order_by(Change.number)
    ).all()  # fmt: skip
    if not steps:
        return None
    made = select(ChangeRow.row_id).where(
        ChangeRow.table == Participation.__tablename__,
        ChangeRow.before.is_(None),
        ChangeRow.number.in_([step.number for step in steps]),
    )
    query = (
        select(Participation.id, Participation.delegation_id, Participation.person_id, Participation.state)
        .join(Delegation, Delegation.id == Participation.delegation_id)
        .where(Delegation.event_id == event_id, Delegation.side == side.value, Participation.id.in_(made))
        .order_by(Participation.id)
    )
    places = tuple(Listed(*row) for row in db.execute(query))
    return LastList(steps[-1].at, str(steps[-1].named.get("source", "")), places) if places else None


def remembered_mapping(db: Connection, signature: str) -> dict[str, str] | None:
    """Return what the columns of a table with these headers meant the last time."""
    found = office_setting(db, "import.mappings", {}).get(signature)
    return dict(found) if found else None


def _known(
    who: Who, place: tuple[DelegationRow, Capacity] | None, own: tuple[tuple[str, ...], str], private: dict[str, str],
    passport: dict[str, ImportedName],
) -> KnownPerson:
    names = {tag: ImportedName(name.surname, name.given, name.patronymic) for tag, name in who.names.items()}
    return KnownPerson(
        who.id, {**names, **passport}, _by_language(who.position), _by_language(who.organisation), own[1],
        _delegation_names(place[0]) if place else {}, place[1] if place else None, place is not None, own[0], private,
        degree=_by_language(who.degree),
    )  # fmt: skip


def _private(db: Connection) -> dict[int, dict[str, str]]:
    query = select(
        PersonPrivate.person_id,
        PersonPrivate.passport_number,
        PersonPrivate.birth_date,
        PersonPrivate.diet,
        PersonPrivate.passport_expires,
        PersonPrivate.health,
        PersonPrivate.contacts,
    )
    return {
        row.person_id: {
            "passport": row.passport_number, "birth_date": row.birth_date.isoformat() if row.birth_date else "",
            "diet": row.diet, "health": row.health,
            "passport_expires": row.passport_expires.isoformat() if row.passport_expires else "",
            **(row.contacts or {}),
        }
        for row in db.execute(query)
    }  # fmt: skip


def _passports(db: Connection) -> dict[int, dict[str, ImportedName]]:
    """Return the names as they stand in passports, so that a questionnaire that repeats one changes nothing."""
    query = select(PersonName.person_id, PersonName.surname, PersonName.given, PersonName.patronymic)
    rows = db.execute(query.where(PersonName.language == PASSPORT).order_by(PersonName.id))
    return {row[0]: {PASSPORT: ImportedName(*row[1:])} for row in rows}


def _former(db: Connection, day: date) -> dict[int, list[tuple[Language, ImportedName]]]:
    """Return the spellings that no longer held on a day: a list may still have them."""
    query = select(
        PersonName.person_id, PersonName.language, PersonName.surname, PersonName.given, PersonName.patronymic
    ).where(PersonName.valid_to < day, PersonName.language != PASSPORT)
    found: dict[int, list[tuple[Language, ImportedName]]] = {}
    for person, language, *parts in db.execute(query.order_by(PersonName.id)):
        found.setdefault(person, []).append((language, ImportedName(*parts)))
    return found


def _delegation_names(row: DelegationRow) -> dict[str, str]:
    return _by_language(row.name)


def _by_language(text: Text) -> dict[str, str]:
    return {tag: wording.text for tag, wording in text.wordings.items()}
