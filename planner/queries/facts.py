"""The facts of one event the checks look at: the event, its items, and who takes part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Select, select

from planner.language.names import full_form
from planner.model.agenda import Attendance, ItemTrack, Track, TrackMember
from planner.model.agenda import Item as ItemRow
from planner.model.organisations import Flag as FlagRow
from planner.model.participation import Delegation as DelegationTable
from planner.model.participation import Participation
from planner.model.people import Person as PersonRow
from planner.model.people import PersonName, PersonPrivate
from planner.model.people import Post as PostRow
from planner.queries.delegations import DelegationRow, EventOrder, event_order
from planner.queries.events import EventPage, headings
from planner.queries.once import once
from planner.queries.who import PASSPORT, Who
from planner.rules.agenda import Slot
from planner.rules.checks.facts import Attend, EventFact, Flag, Greeting, Item, TextFact
from planner.rules.checks.people_facts import Delegation, Member, OnTrack, Person, Post, Private
from planner.rules.kinds import Audience, ItemKind, ItemState, Role, Side

_KINDS = {one.value: one for one in ItemKind}
_STATES = {one.value: one for one in ItemState}
_ROLES = {one.value: one for one in Role}
_SIDES = {one.value: one for one in Side}
_COLUMNS = (
    ItemRow.id, ItemRow.event_id, ItemRow.parent_id, ItemRow.position, ItemRow.day, ItemRow.start, ItemRow.end_day,
    ItemRow.end, ItemRow.start_zone, ItemRow.end_zone, ItemRow.start_fold, ItemRow.end_fold, ItemRow.hard,
    ItemRow.minutes, ItemRow.kind, ItemRow.title, ItemRow.note, ItemRow.venue_id, ItemRow.room_id, ItemRow.audience,
    ItemRow.state, ItemRow.interpretation, ItemRow.dress, ItemRow.mode, ItemRow.outdoor, ItemRow.alert,
    ItemRow.slides,
)  # fmt: skip
_AUDIENCES: dict[str, frozenset[Audience]] = {}


def event_fact(db: Connection, page: EventPage) -> EventFact:
    """Return the event itself with the texts, greetings and flags that stand at it."""
    thing = ("event", page.id)
    texts = [
        TextFact("event", page.id, "title", page.title, thing),
        TextFact("event", page.id, "place", page.place, thing),
    ]
    for heading in headings(db, page.id).values():
        texts += [
            TextFact("paper_heading", heading.id, "title", heading.title, thing),
            TextFact("paper_heading", heading.id, "subtitle", heading.subtitle, thing),
        ]
    texts += [TextFact("topic", topic.id, "title", topic.title, thing) for topic in page.topics]
    greetings = tuple(Greeting(one.id, one.feast, one.day, one.country, one.words) for one in page.greetings)
    flags = tuple(
        Flag(one.flag_id, one.country, one.edition, one.valid_from, one.valid_to, one.id, one.where)
        for one in page.flags
    )
    return EventFact(
        page.id, page.kind, page.state, page.from_day, page.to_day, page.host_zone, page.guest_zone, page.languages,
        tuple(one for one in texts if one.text), greetings, flags, page.host_languages, page.guest_languages,
    )  # fmt: skip


def register_of_flags(db: Connection) -> tuple[Flag, ...]:
    """Return every edition of every flag."""
    query = select(FlagRow.id, FlagRow.country, FlagRow.edition, FlagRow.valid_from, FlagRow.valid_to)
    return tuple(Flag(*row) for row in db.execute(query.order_by(FlagRow.id)))


def items_of(db: Connection, event_id: int, ids: Collection[int] | None = None) -> dict[int, Item]:
    """Return the items of an event, or those among some ids, in order of their ids; whom they mean is not told yet."""
    here: Any = ItemRow.event_id == event_id
    if ids is not None:
        here = here & ItemRow.id.in_(ids)
    attends = attends_of(db, select(Attendance).join(ItemRow, ItemRow.id == Attendance.item_id).where(here))
    tracks = tracks_of(
        db, select(ItemTrack.item_id, ItemTrack.track_id).join(ItemRow, ItemRow.id == ItemTrack.item_id).where(here)
    )
    rows = db.execute(select(*_COLUMNS).where(here).order_by(ItemRow.id)).all()
    return {row[0]: item_fact(row, tuple(tracks.get(row[0], ())), tuple(attends.get(row[0], ()))) for row in rows}


def tracks_of(db: Connection, query: Any) -> dict[int, list[int]]:
    """Return the tracks of items; `query` chooses pairs of an item and a track."""
    found: dict[int, list[int]] = defaultdict(list)
    for item_id, track_id in db.execute(query.order_by(ItemTrack.id)).all():
        found[item_id].append(track_id)
    return found


def on_tracks(db: Connection, event_id: int) -> tuple[OnTrack, ...]:
    """Return who is on which track of an event."""
    columns = (TrackMember.track_id, TrackMember.participation_id, TrackMember.delegation_id)
    query = select(*columns).join(Track, Track.id == TrackMember.track_id).where(Track.event_id == event_id)
    return tuple(OnTrack(*row) for row in db.execute(query.order_by(TrackMember.id)))


def item_columns() -> tuple[Any, ...]:
    """Return the columns `item_fact` needs."""
    return _COLUMNS


def item_fact(row: Any, tracks: tuple[int, ...], attends: tuple[Attend, ...]) -> Item:
    """Return an item of its columns."""
    (item_id, event_id, parent_id, position, day, start, end_day, end, zone, end_zone, fold, end_fold, hard, minutes,
     kind, title, note, venue_id, room_id, audience, state, interpretation, dress, mode, outdoor,
     alert, slides) = row  # fmt: skip
    here = _STATES[state]
    timed = here is not ItemState.CANCELLED and day is not None and start is not None
    span = Slot(day, start, zone, end_day, end, end_zone, fold, end_fold).interval() if timed else None
    return Item(
        item_id, event_id, parent_id, position, day, start, end_day, end, zone, end_zone, span, hard, minutes,
        _KINDS[kind], title, note, venue_id, room_id, _readers(audience), here, tracks, attends, interpretation, dress,
        mode, outdoor, alert=alert, slides=slides,
    )  # fmt: skip


def attends_of(db: Connection, query: Select[Any]) -> dict[int, list[Attend]]:
    """Return who takes part, by item; `query` chooses the attendances."""
    columns = (
        Attendance.item_id, Attendance.id, Attendance.role, Attendance.side, Attendance.delegation_id,
        Attendance.track_id, Attendance.participation_id,
    )  # fmt: skip
    found: dict[int, list[Attend]] = defaultdict(list)
    rows: Any = db.execute(query.with_only_columns(*columns).order_by(Attendance.id)).all()
    for item_id, row_id, role, side, delegation_id, track_id, member_id in rows:
        one = Attend(row_id, _ROLES[role], _SIDES[side] if side else None, delegation_id, track_id, member_id)
        found[item_id].append(one)
    return found


def people_of(db: Connection, event_id: int) -> tuple[tuple[Delegation, ...], dict[int, Member]]:
    """Return the delegations of an event and the places in them, each in order of precedence."""
    order = once(db, event_order, event_id)
    people = _people(
        db, event_id, {member.who.id: member.who for row in order.rows for member in row.members if member.who}
    )
    members = {one.id: one for row in order.rows for one in _members(row, order, people)}
    return tuple(_delegation(row) for row in order.rows), members


def _delegation(row: DelegationRow) -> Delegation:
    return Delegation(
        row.id, row.side, row.organisation or row.name, row.heading, row.organisation_id, row.organisation, row.country
    )


def _members(row: DelegationRow, order: EventOrder, people: Mapping[int, Person]) -> Iterable[Member]:
    for one in row.members:
        who = one.who
        yield Member(
            one.id, row.id, row.side, one.capacity, one.state, one.place, people[who.id] if who else None, one.position,
            who.post_id if who else None, bool(one.post_title), order.ranks.level(who, order.profile),
            order.ranks.field(who), row.country or (who.country if who else ""), one.spouse_of, one.replaces,
        )  # fmt: skip


def _people(db: Connection, event_id: int, who: Mapping[int, Who]) -> dict[int, Person]:
    # Named by a query: ids by the hundred cost more than the rows they are asked for.
    wanted = select(Participation.person_id).join(DelegationTable, DelegationTable.id == Participation.delegation_id)
    wanted = wanted.where(DelegationTable.event_id == event_id, Participation.person_id.is_not(None))
    posts: dict[int, list[Post]] = defaultdict(list)
    columns = (
        PostRow.person_id, PostRow.id, PostRow.title, PostRow.rank_level, PostRow.valid_from, PostRow.valid_to,
        PostRow.confirmed_on,
    )  # fmt: skip
    rows: Any = db.execute(select(*columns).where(PostRow.person_id.in_(wanted)).order_by(PostRow.id)).all()
    for person_id, *post in rows:
        posts[person_id].append(Post(*post))
    private, former = _private(db, wanted), _former(db, wanted, who)
    passports = dict(_passport_names(db, wanted))
    query = select(PersonRow.id, PersonRow.country, PersonRow.languages, PersonRow.deceased)
    found = {}
    for person_id, country, languages, deceased in db.execute(query.where(PersonRow.id.in_(wanted))).all():
        names = who[person_id].names
        found[person_id] = Person(
            person_id,
            {tag: full_form(one.surname, one.given, order=one.order, language=tag) for tag, one in names.items()},
            {tag: one.surname for tag, one in names.items() if one.surname},
            passports.get(person_id, ""), country, tuple(languages), deceased, tuple(posts.get(person_id, ())),
            private.get(person_id, _ASKED_NOTHING), tuple(former.get(person_id, ())),
        )  # fmt: skip
    return found


def _private(db: Connection, wanted: Select[Any]) -> dict[int, Private]:
    one = PersonPrivate
    query = select(
        one.person_id, one.passport_number, one.passport_expires, one.visa_until, one.citizenship, one.diet,
        one.fasting, one.prayer, one.access,
    ).where(one.person_id.in_(wanted))  # fmt: skip
    rows: Any = db.execute(query).all()
    return {person_id: Private(bool(passport), *rest) for person_id, passport, *rest in rows}


def _passport_names(db: Connection, wanted: Select[Any]) -> Iterable[tuple[int, str]]:
    query = select(PersonName.person_id, PersonName.surname).where(
        PersonName.person_id.in_(wanted), PersonName.language == PASSPORT
    )
    return ((row.person_id, row.surname) for row in db.execute(query))


def _former(db: Connection, wanted: Select[Any], who: Mapping[int, Who]) -> dict[int, list[tuple[str, str]]]:
    """Return the surnames that ended, or begin only later, and differ from the one that holds."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    one = PersonName
    query = select(one.person_id, one.language, one.surname).where(
        one.person_id.in_(wanted), one.language != PASSPORT, one.surname != "",
        one.valid_to.is_not(None) | one.valid_from.is_not(None),
    )  # fmt: skip
    for person_id, language, surname in db.execute(query.order_by(one.id)).all():
        now = who[person_id].names.get(language)
        if now is not None and now.surname and now.surname != surname:
            found[person_id].append((language, surname))
    return found


def _readers(audience: list[str]) -> frozenset[Audience]:
    key = " ".join(audience)
    if key not in _AUDIENCES:
        _AUDIENCES[key] = frozenset(Audience(one) for one in audience)
    return _AUDIENCES[key]


_ASKED_NOTHING = Private()
