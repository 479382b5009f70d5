"""What the office knows of an event's programme, as an import of a schedule compares it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import Connection, select

from planner.language.search import fold
from planner.model.agenda import Attendance, Item, ItemTrack, Track
from planner.model.participation import Delegation, Participation
from planner.model.people import PersonName
from planner.model.venues import Room, Venue
from planner.queries.who import PASSPORT
from planner.rules.kinds import Role, Side
from planner.rules.person_record import ImportedName
from planner.rules.schedule_import import Known, KnownItem
from planner.rules.schedule_plan import When
from planner.rules.text import Language


def known_programme(db: Connection, event_id: int, *, speakers_named: Collection[str]) -> Known:
    """Return the programme of an event, the venues, and everybody of the register.

    `speakers_named` are the names by which the delegation of speakers is known again.
    """
    places = _places(db, event_id)
    return Known(
        _items(db, event_id),
        tuple((row.id, row.name) for row in db.execute(select(Venue.id, Venue.name).order_by(Venue.id))),
        tuple((row.id, row.venue_id, row.name)
              for row in db.execute(select(Room.id, Room.venue_id, Room.name).order_by(Room.position, Room.id))),
        tuple((row.id, row.title) for row in db.execute(
            select(Track.id, Track.title).where(Track.event_id == event_id).order_by(Track.position, Track.id))),
        _people(db), places, _speakers(db, event_id, {fold(name) for name in speakers_named}),
    )  # fmt: skip


def _items(db: Connection, event_id: int) -> tuple[KnownItem, ...]:
    tracks = defaultdict(set)
    for row in db.execute(
        select(ItemTrack.item_id, ItemTrack.track_id).join(Item, Item.id == ItemTrack.item_id)
        .where(Item.event_id == event_id)
    ):  # fmt: skip
        tracks[row.item_id].add(row.track_id)
    people = _speaking(db, event_id)
    query = select(
        Item.id, Item.source_id, Item.parent_id, Item.title, Item.note, Item.day, Item.start, Item.start_zone,
        Item.start_fold, Item.end_day, Item.end, Item.position, Item.venue_id, Item.room_id,
    ).where(Item.event_id == event_id)  # fmt: skip
    return tuple(
        KnownItem(
            row.id, row.source_id, row.parent_id, row.title, row.note,
            None if row.day is None or row.start_minute is None else When(
                row.day, row.start_minute, row.start_zone, row.start_fold, row.end_day, row.end_minute
            ),
            row.position, row.venue_id, row.room_id, frozenset(tracks[row.id]), frozenset(people[row.id]),
        )
        for row in db.execute(query).all()
    )  # fmt: skip


def _speaking(db: Connection, event_id: int) -> dict[int, set[int]]:
    """Return the persons who speak in each item; an empty place is nobody, 0."""
    found: dict[int, set[int]] = defaultdict(set)
    query = (
        select(Attendance.item_id, Participation.person_id)
        .join(Item, Item.id == Attendance.item_id)
        .join(Participation, Participation.id == Attendance.participation_id)
        .where(Item.event_id == event_id, Attendance.role == Role.SPEAKER.value)
    )
    for row in db.execute(query):
        found[row.item_id].add(row.person_id or 0)
    return found


def _people(db: Connection) -> dict[int, dict[Language, ImportedName]]:
    query = select(
        PersonName.person_id, PersonName.language, PersonName.surname, PersonName.given, PersonName.patronymic
    ).where(PersonName.language != PASSPORT)
    found: dict[int, dict[Language, ImportedName]] = defaultdict(dict)
    for person_id, language, *name in db.execute(query.order_by(PersonName.id)).all():
        found[person_id][language] = ImportedName(*name)
    return found


def _places(db: Connection, event_id: int) -> dict[int, int]:
    """Return the first place of each person at an event."""
    query = select(Participation.person_id, Participation.id).join(
        Delegation, Delegation.id == Participation.delegation_id
    )
    rows = db.execute(
        query.where(Delegation.event_id == event_id, Participation.person_id.is_not(None)).order_by(
            Participation.id.desc()
        )
    )
    return {row.person_id: row.id for row in rows}


def _speakers(db: Connection, event_id: int, named: Collection[str]) -> int | None:
    query = select(Delegation.id, Delegation.name).where(
        Delegation.event_id == event_id, Delegation.side == Side.INVITED.value
    )
    for row in db.execute(query.order_by(Delegation.position, Delegation.id)):
        if any(fold(wording.text) in named for wording in row.name.wordings.values()):
            return int(row.id)
    return None
