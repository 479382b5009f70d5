"""One member, and one delegation, with what the inspector shows of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from planner.documents.person_data import NameData
from planner.errors import NotFound
from planner.model.participation import Delegation, Participation
from planner.model.people import Post
from planner.queries.agenda import ItemRow, programme
from planner.queries.counterparts import LiaisonRow, Record, liaisons, pairs_of, pinned_counterparts, record
from planner.queries.delegations import DelegationRow, EventOrder, MemberRow, event_order
from planner.queries.events import EventPage, event_page
from planner.queries.for_logistics import spoken_at
from planner.queries.people import PersonPage, person_page
from planner.queries.taking_part import groups_of, named_by
from planner.queries.who import who_is
from planner.rules.counterparts import Pair
from planner.rules.taking_part import MEMBER, concerns
from planner.rules.taking_part import Who as Named
from planner.rules.text import Language, Text


class PostRank(NamedTuple):
    """What decides the rank of a post."""

    post_id: int
    level: int | None
    since: date | None
    minute: int | None
    acting: bool
    rank_class: str
    honorary: bool
    field: str


class BadgeSigns(NamedTuple):
    """What a badge says beside the name: zones, the language named for this event, and the one it shows otherwise."""

    zones: tuple[str, ...] = ()
    speaks: Language = ""
    usual: Language = ""


class MemberSheet(NamedTuple):
    """A member of a delegation, with the order of its event, all counterparts and liaison officers.

    `person` is None while only a post is named; `earlier` counts events that ended before this one began;
    `items` are those the member, the delegation, a track of theirs or the side is put down for, in order of time.
    """

    member: MemberRow
    delegation: DelegationRow
    event: EventPage
    person: PersonPage | None
    earlier: int
    items: tuple[ItemRow, ...]
    order: EventOrder
    pairs: tuple[Pair, ...]
    liaisons: tuple[LiaisonRow, ...]
    rank: PostRank | None
    badge: BadgeSigns = BadgeSigns()


class DelegationSheet(NamedTuple):
    """A delegation and its event, all delegations, liaison officers, and earlier receptions.

    `zones` are those on every badge of it, None where they differ.
    """

    delegation: DelegationRow
    event: EventPage
    order: EventOrder
    liaisons: tuple[LiaisonRow, ...]
    record: tuple[Record, ...]
    zones: tuple[str, ...] | None = ()


def member_sheet(db: Connection, participation_id: int) -> MemberSheet:
    """Return one member; raise NotFound in words."""
    query = select(Delegation.event_id).join(Participation, Participation.delegation_id == Delegation.id)
    event_id = db.execute(query.where(Participation.id == participation_id)).scalar()
    if event_id is None:
        raise NotFound("This member is no longer in the delegation.")
    order = event_order(db, event_id)
    delegation, member = next(
        (row, member) for row in order.rows for member in row.members if member.id == participation_id
    )
    event = event_page(db, event_id)
    person = person_page(db, member.who.id) if member.who else None
    places = person.places if person else ()
    earlier = sum(place.event.to_day < event.from_day for place in places)
    plan = programme(db, event_id)
    there, mine = groups_of(order.rows, plan.tracks), Named(MEMBER, participation_id)
    own = tuple(item for item in plan.items if concerns(there, named_by(item, there), mine))
    return MemberSheet(
        member, delegation, event, person, earlier, own, order, pairs_of(order, pinned_counterparts(db, event_id)),
        liaisons(db, event_id), _rank(db, member.who.post_id if member.who else None),
        _badge(db, participation_id, person, event.languages),
    )  # fmt: skip


def called(db: Connection, members: Collection[int], day: date) -> dict[int, Mapping[Language, NameData] | Text]:
    """Return the names of those on these places as of a day, or the posts of places without a person."""
    query = select(Participation.id, Participation.person_id, Participation.post_title)
    rows = db.execute(query.where(Participation.id.in_(members))).all()
    people = who_is(db, day, people=[row.person_id for row in rows if row.person_id])
    return {row.id: people[row.person_id].names if row.person_id else row.post_title for row in rows}


def delegation_sheet(db: Connection, delegation_id: int) -> DelegationSheet:
    """Return one delegation; raise NotFound in words."""
    event_id = db.execute(select(Delegation.event_id).where(Delegation.id == delegation_id)).scalar()
    if event_id is None:
        raise NotFound("This delegation is no longer there.")
    order = event_order(db, event_id)
    found = next(row for row in order.rows if row.id == delegation_id)
    event = event_page(db, event_id)
    query = select(Participation.zones).where(Participation.delegation_id == delegation_id)
    zones = {tuple(row.zones) for row in db.execute(query)}
    common = zones.pop() if len(zones) == 1 else None if zones else ()
    return DelegationSheet(found, event, order, liaisons(db, event_id), record(db, delegation_id), common)


def _badge(
    db: Connection, participation_id: int, person: PersonPage | None, languages: Sequence[Language]
) -> BadgeSigns:
    row = db.execute(
        select(Participation.zones, Participation.speaks).where(Participation.id == participation_id)
    ).one()
    return BadgeSigns(tuple(row.zones), row.speaks, spoken_at(person.languages if person else (), languages))


def _rank(db: Connection, post_id: int | None) -> PostRank | None:
    columns = (
        Post.id, Post.rank_level, Post.rank_date, Post.rank_minute, Post.acting, Post.rank_class, Post.honorary,
        Post.field,
    )  # fmt: skip
    row = db.execute(select(*columns).where(Post.id == post_id)).one_or_none() if post_id is not None else None
    return PostRank(*row) if row else None
