"""What pass lists, contact sheets and questionnaires are made of: facts that leave the office only where they must."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, select

from planner.documents.data import MemberFactsData, ParticipantData
from planner.documents.logistics_data import (
    ContactData,
    ContactsData,
    FormData,
    PassData,
    PassListData,
    QuestionnaireData,
    VehicleData,
)
from planner.errors import NotFound
from planner.language.languages import own_name
from planner.model.agenda import Item
from planner.model.logistics import Journey, Lodging, Ride
from planner.model.participation import Delegation, Liaison, Participation
from planner.model.people import Person
from planner.queries.for_documents import event_data, item_data
from planner.queries.for_logistics import (
    Member,
    coming,
    country_text,
    heading,
    on_side,
    passport_names,
    passport_parts,
    private_facts,
    spoken,
    vehicles_by_id,
)
from planner.queries.who import in_parts
from planner.rules.kinds import Side
from planner.rules.text import Text


def member_facts(db: Connection, event_id: int) -> tuple[MemberFactsData, ...]:
    """Return what the office's own copy of a list says of members: languages, telephone, room, diet; of whom it can."""
    people, private = coming(db, event_id), private_facts(db, event_id)
    ids = [one.person_id for one in people.values() if one.person_id is not None]
    tongues = {
        row.id: tuple(row.languages)
        for row in in_parts(db.execute(select(Person.id, Person.languages).where(Person.id.in_(ids))))
    }
    query = select(Lodging.participation_id, Lodging.room_number).where(Lodging.participation_id.in_(list(people)))
    rooms = {row.participation_id: row.room_number for row in db.execute(query.order_by(Lodging.id))}
    facts = (
        MemberFactsData(
            one.member.id, tongues.get(one.person_id or 0, ()), _contact(private.get(one.person_id), "phone"),
            rooms.get(one.member.id, ""), private[one.person_id].diet if one.person_id in private else "",
        )
        for one in people.values()
    )  # fmt: skip
    return tuple(one for one in facts if any(one[1:]))


def pass_list_data(db: Connection, event_id: int, item_id: int | None = None) -> PassListData:
    """Return guests and invited people with their documents, and the vehicles of the event."""
    event, passports = event_data(db, event_id), passport_names(db, event_id)
    private = private_facts(db, event_id)
    people = []
    for one in on_side(coming(db, event_id), Side.GUEST, Side.INVITED):
        facts = private.get(one.person_id)
        country = (facts.citizenship if facts else "") or (one.member.who.country if one.member.who else "")
        people.append(PassData(
            one.who, one.row.side, passports.get(one.person_id, ""), facts.passport_number if facts else "",
            facts.passport_expires if facts else None, facts.birth_date if facts else None,
            country_text(country, spoken(event)),
        ))  # fmt: skip
    at = item_data(db, event_id, item_id) if item_id else None
    vehicles = _vehicles(db, event_id)
    return PassListData(event, heading(db, event_id, "pass-list"), tuple(people), vehicles, at)


def contacts_data(db: Connection, event_id: int) -> ContactsData:
    """Return how everybody of an event is reached, liaison officers with those they look after, and the drivers."""
    people, private = coming(db, event_id), private_facts(db, event_id)
    named = {one.row.id: one.row.organisation or one.row.name or one.row.heading for one in people.values()}
    own_phone: dict[int, str] = {}
    looked_after: dict[int, list[ParticipantData]] = defaultdict(list)
    whole: dict[int, list[Text]] = defaultdict(list)
    query = select(Liaison.__table__).join(Participation, Participation.id == Liaison.officer_id)
    query = query.join(Delegation, Delegation.id == Participation.delegation_id)
    for row in db.execute(query.where(Delegation.event_id == event_id).order_by(Liaison.id)):
        own_phone.setdefault(row.officer_id, row.phone)
        if row.participation_id in people:
            looked_after[row.officer_id].append(people[row.participation_id].who)
        elif row.delegation_id in named:
            whole[row.officer_id].append(named[row.delegation_id])
    contacts = [
        ContactData(
            one.who, one.row.side, own_phone.get(one.member.id, "") or _contact(private.get(one.person_id), "phone"),
            _contact(private.get(one.person_id), "email"), tuple(looked_after.get(one.member.id, ())),
            tuple(whole.get(one.member.id, ())),
        )
        for one in people.values()
    ]  # fmt: skip
    drivers = tuple(one for one in _vehicles(db, event_id) if one.driver or one.phone)
    event, title = event_data(db, event_id), heading(db, event_id, "contacts")
    return ContactsData(event, title, tuple(contacts), drivers)


def questionnaire_data(db: Connection, event_id: int, *, delegation_id: int | None = None) -> QuestionnaireData:
    """Return the forms of a delegation, or of all guests. What is private is asked and never told.

    Raise NotFound where the event has no such delegation.
    """
    people = coming(db, event_id)
    if delegation_id is None:
        chosen = list(on_side(people, Side.GUEST))
    else:
        chosen = [one for one in people.values() if one.row.id == delegation_id]
        if not chosen and not db.execute(
            select(Delegation.id).where(Delegation.id == delegation_id, Delegation.event_id == event_id)
        ).first():
            raise NotFound("The event has no delegation {number}.", number=delegation_id)
    tongues = {
        row.id: tuple(row.languages)
        for row in db.execute(select(Person.id, Person.languages).where(Person.id.in_([c.person_id for c in chosen])))
    }
    passports, event = passport_parts(db, event_id), event_data(db, event_id)
    told = event.languages[:1]
    forms = tuple(
        FormData(one.who, _known(one, passports, tongues, told)) for one in chosen if one.member.who is not None
    )
    unnamed = sum(one.member.who is None for one in chosen)
    title = heading(db, event_id, "questionnaire")
    return QuestionnaireData(event, title, forms, unnamed if forms or unnamed else 1)


def _known(
    one: Member, passports: dict[int, tuple[str, str]], tongues: dict[int, tuple[str, ...]], said_in: tuple[str, ...]
) -> dict[str, str]:
    """Return what the other side told already, by field and language: "surname.ky", "position.en"."""
    who = one.member.who
    assert who is not None
    known: dict[str, str] = {}
    for tag, name in who.names.items():
        known |= {f"surname.{tag}": name.surname, f"given.{tag}": name.given, f"patronymic.{tag}": name.patronymic}
    for field, text in (("position", one.member.position), ("organisation", who.organisation or one.row.organisation)):
        known |= {f"{field}.{tag}": words.text for tag, words in text.wordings.items()}
    known["passport_surname"], known["passport_given"] = passports.get(who.id, ("", ""))
    known["country"] = country_text(who.country, said_in).first(*said_in)
    known["languages"] = ", ".join(map(own_name, tongues.get(who.id, ())))
    return {key: words for key, words in known.items() if words}


def _vehicles(db: Connection, event_id: int) -> tuple[VehicleData, ...]:
    """Return the vehicles that move in an event, each once."""
    rides = select(Ride.vehicle_id).join(Item, Item.id == Ride.item_id).where(Item.event_id == event_id)
    journeys = select(Journey.vehicle_id).join(Participation, Participation.id == Journey.participation_id)
    journeys = journeys.join(Delegation, Delegation.id == Participation.delegation_id)
    used = {*db.scalars(rides), *db.scalars(journeys.where(Delegation.event_id == event_id))}
    return tuple(one for key, one in sorted(vehicles_by_id(db).items()) if key in used)


def _contact(private: Any, key: str) -> str:
    return str((private.contacts or {}).get(key, "")) if private is not None else ""
