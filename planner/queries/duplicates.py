"""Entries of the register that may be one person, and what merging two of them would do."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from planner.language.likeness import PairsMemory, Spelling, spelling
from planner.language.search import fold
from planner.model.events import Event
from planner.model.logistics import Gift
from planner.model.participation import Delegation, Participation
from planner.model.people import PersonName, PersonPrivate
from planner.queries.office_settings import office_setting
from planner.queries.people import NameRow, PersonPage, PostRow, person_page
from planner.queries.who import Who, organisations_on, who_is
from planner.rules import merging
from planner.rules.duplicates import Facts, Pair, Proposal, propose
from planner.rules.merging import MergeField
from planner.rules.text import EMPTY, Language, Text

_MEMORY = PairsMemory()


class Conflict(NamedTuple):
    """An event in which both take part; in one delegation their two places become one."""

    event_id: int
    title: Text
    languages: tuple[Language, ...]
    one_delegation: bool


class Belongings(NamedTuple):
    """How much goes with a person: events, posts, gifts."""

    events: int
    posts: int
    gifts: int


class MergeSheet(NamedTuple):
    """Two people side by side: every fact of both, what goes with each, and where both stand."""

    one: PersonPage
    other: PersonPage
    fields: tuple[MergeField, ...]
    belongings: tuple[Belongings, Belongings]
    conflicts: tuple[Conflict, ...]


class LookAlike(NamedTuple):
    """A pair of the list: who they are, the score of 100 and why."""

    proposal: Proposal
    one: Who
    other: Who


def apart_pairs(db: Connection) -> frozenset[Pair]:
    """Return the pairs a person found to be two."""
    return frozenset((int(one), int(other)) for one, other in office_setting(db, "people.apart", []))


def duplicates(db: Connection, day: date) -> tuple[LookAlike, ...]:
    """Return the pairs of the register proposed as one person, the surest first."""
    known = who_is(db, day)
    pairs = _MEMORY.of({person: tuple(names) for person, names in _spellings(db).items() if person in known})
    asked = {person for one, other, _ in pairs for person in (one, other)}
    facts = _facts(db, {person: known[person] for person in asked})
    found = propose(pairs, facts, apart=apart_pairs(db), fold=fold)
    return tuple(LookAlike(one, known[one.one], known[one.other]) for one in found)


def merge_sheet(db: Connection, one_id: int, other_id: int, day: date) -> MergeSheet:
    """Return two people side by side; raise NotFound in words. The first is the one whose entry stays."""
    pages = (person_page(db, one_id), person_page(db, other_id))
    return MergeSheet(
        *pages, _fields(db, *pages, day), (_belongings(db, pages[0]), _belongings(db, pages[1])),
        _conflicts(db, one_id, other_id),
    )  # fmt: skip


def _spellings(db: Connection) -> dict[int, list[Spelling]]:
    """Return every spelling of everybody's name, former ones and the passport's among them."""
    found: dict[int, list[Spelling]] = defaultdict(list)
    query = select(PersonName.person_id, PersonName.surname, PersonName.given, PersonName.patronymic)
    for person, *parts in db.execute(query.order_by(PersonName.person_id, PersonName.id)):
        if name := " ".join(filter(None, parts)):
            found[person].append(spelling(name))
    return found


def _facts(db: Connection, people: dict[int, Who]) -> dict[int, Facts]:
    """Return what tells these people apart; a delegation is filed under its event."""
    delegations: dict[int, dict[str, str]] = defaultdict(dict)
    query = select(Participation.person_id, Delegation.event_id, Delegation.id).join(
        Delegation, Delegation.id == Participation.delegation_id
    )
    for person, event, delegation in db.execute(query.where(Participation.person_id.is_not(None))):
        if person in people:
            delegations[person][f"event {event}"] = str(delegation)
    private: dict[int, dict[str, str]] = {}
    for row in db.execute(
        select(PersonPrivate.person_id, PersonPrivate.passport_number, PersonPrivate.birth_date, PersonPrivate.contacts)
    ):
        contacts = row.contacts or {}
        private[row.person_id] = {
            "passport": row.passport_number, "birth_date": row.birth_date.isoformat() if row.birth_date else "",
            "email": contacts.get("email", ""), "phone": contacts.get("phone", ""),
        }  # fmt: skip
    return {
        person: Facts(_worded(who.organisation), _worded(who.position), delegations.get(person, {}), who.country,
                      private.get(person, {}))
        for person, who in people.items()
    }  # fmt: skip


def _worded(words: Text) -> dict[str, str]:
    return {tag: wording.text for tag, wording in words.wordings.items() if wording.text}


def _fields(db: Connection, one: PersonPage, other: PersonPage, day: date) -> tuple[MergeField, ...]:
    fields = [MergeField(f"name.{tag}", mine, theirs) for tag, mine, theirs in _names(one, other)]
    fields.append(MergeField(merging.POST, _current(db, one, day), _current(db, other, day)))
    fields += [MergeField(key, getattr(one, key), getattr(other, key)) for key in merging.PERSON]
    mine, theirs = _private_values(db, one.id), _private_values(db, other.id)
    fields += [MergeField(f"private.{key}", mine.get(key), theirs.get(key)) for key in merging.PRIVATE]
    contacts: tuple[dict[str, str], ...] = (mine.get("contacts") or {}, theirs.get("contacts") or {})
    for key in merging.together(list(contacts[0]), list(contacts[1])):
        fields.append(MergeField(f"contact.{key}", contacts[0].get(key, ""), contacts[1].get(key, "")))
    return tuple(field for field in fields if field.one or field.other)


def _names(one: PersonPage, other: PersonPage) -> list[tuple[Language, str, str]]:
    mine, theirs = ({name.language: _whole(name) for name in page.names} for page in (one, other))
    return [(tag, mine.get(tag, ""), theirs.get(tag, "")) for tag in merging.together(list(mine), list(theirs))]


def _whole(name: NameRow) -> str:
    return " ".join(part for part in (name.surname, name.given, name.patronymic) if part)


def _current(db: Connection, page: PersonPage, day: date) -> tuple[Text, Text] | None:
    """Return the title and organisation of the post held now, as two texts, or None."""
    open_posts: list[PostRow] = [post for post in page.posts if post.valid_to is None]
    if not open_posts:
        return None
    post = open_posts[-1]
    unit = organisations_on(db, day).get(post.organisation_id or 0)
    return post.title, unit.name if unit else EMPTY


def _private_values(db: Connection, person_id: int) -> dict[str, Any]:
    row = db.execute(select(PersonPrivate.__table__).where(PersonPrivate.person_id == person_id)).mappings().first()
    return dict(row) if row else {}


def _belongings(db: Connection, page: PersonPage) -> Belongings:
    gifts = db.execute(select(func.count()).select_from(Gift).where(Gift.person_id == page.id)).scalar_one()
    return Belongings(len({place.event.id for place in page.places}), len(page.posts), int(gifts))


def _conflicts(db: Connection, one_id: int, other_id: int) -> tuple[Conflict, ...]:
    query = (
        select(Participation.person_id, Delegation.id.label("delegation"), Event.id, Event.title, Event.languages)
        .join(Delegation, Delegation.id == Participation.delegation_id)
        .join(Event, Event.id == Delegation.event_id)
        .where(Participation.person_id.in_((one_id, other_id)))
        .order_by(Event.from_day, Event.id)
    )
    rows = list(db.execute(query))
    mine = [row for row in rows if row.person_id == one_id]
    theirs = [row for row in rows if row.person_id == other_id]
    found: dict[int, Conflict] = {}
    for row in mine:
        for second in theirs:
            if second.id == row.id:
                shared = second.delegation == row.delegation or (row.id in found and found[row.id].one_delegation)
                found[row.id] = Conflict(row.id, row.title, tuple(row.languages), shared)
    return tuple(found.values())
