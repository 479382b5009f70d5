"""What decides the places at an event, read at once: for the one order that every list and seating takes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, or_, select

from planner.language.collation import sort_key
from planner.model.organisations import Organisation
from planner.model.participation import Delegation, Participation
from planner.model.people import PersonPrivate, Post
from planner.queries.who import Who
from planner.rules.kinds import Capacity
from planner.rules.precedence import Standing
from planner.rules.profiles import ProtocolProfile
from planner.rules.text import Language


class Particulars(NamedTuple):
    """What few posts have beside level and date: class, hour, honorary; and of a former one the day it was left."""

    level: int | None
    since: date | None
    minute: int | None
    rank_class: str
    honorary: bool
    field: str
    acting: bool
    left_on: date | None


class Ranks(NamedTuple):
    """The particulars of an event's people: by post, by person without a post any more, by organisation, by person."""

    posts: Mapping[int, Particulars]
    former: Mapping[int, Particulars]
    founded: Mapping[int, date]
    born: Mapping[int, date]
    language: Language
    """Whose alphabet decides between equals: the event's first, in the lists of all languages."""

    def field(self, who: Who | None) -> str:
        """Return what somebody's post is about."""
        post = self._post(who)
        return post.field if post else ""

    def level(self, who: Who | None, profile: ProtocolProfile) -> int | None:
        """Return somebody's level: the post's own, else that of its class."""
        post = self._post(who)
        level = who.rank_level if who else None
        if level is None and post is not None:
            level = post.level if post.level is not None else profile.class_levels.get(post.rank_class)
        return level

    def standing(
        self, place: int, capacity: Capacity, who: Who | None, *, own: bool, own_order: int, pin: int | None,
        spouse_of: int | None,
    ) -> Standing:  # fmt: skip
        """Return what decides the place of one participation."""
        if who is None:
            return Standing(place, capacity, own_order=own_order, pin=pin, own=own, spouse_of=spouse_of)
        name = who.names.get(self.language) or next(iter(who.names.values()), None)
        surname = sort_key(f"{name.surname}\t{name.given}", self.language) if name else ""
        post = self._post(who)
        founded = self.founded.get(who.organisation_id) if who.organisation_id else None
        born = self.born.get(who.id)
        if post is None:
            return Standing(
                place, capacity, who.rank_level, who.acting, who.rank_date, surname, own_order, pin, own=own,
                founded_on=founded, born=born, spouse_of=spouse_of,
            )  # fmt: skip
        return Standing(
            place, capacity, post.level, post.acting, post.since, surname, own_order, pin, post.minute,
            post.rank_class, post.honorary, own, post.left_on, founded, born, spouse_of,
        )  # fmt: skip

    def _post(self, who: Who | None) -> Particulars | None:
        if who is None:
            return None
        return self.posts.get(who.post_id) if who.post_id is not None else self.former.get(who.id)


def ranks_of(db: Connection, event_id: int, day: date, language: Language, profile: ProtocolProfile) -> Ranks:
    """Return the particulars of everybody at an event. Birth dates are read only where age counts."""
    people = (
        select(Participation.person_id)
        .join(Delegation, Delegation.id == Participation.delegation_id)
        .where(Delegation.event_id == event_id, Participation.person_id.is_not(None))
    )
    columns = (
        Post.id, Post.person_id, Post.rank_level, Post.rank_date, Post.rank_minute, Post.rank_class, Post.honorary,
        Post.field, Post.acting, Post.valid_to,
    )  # fmt: skip
    special = or_(Post.rank_class != "", Post.rank_minute.is_not(None), Post.field != "", Post.honorary)
    query = select(*columns).where(Post.person_id.in_(people), or_(special, Post.valid_to < day))
    posts: dict[int, Particulars] = {}
    former: dict[int, Particulars] = {}
    rows: Any = db.execute(query.order_by(Post.valid_to, Post.id)).all()
    for post_id, person_id, level, since, minute, rank_class, honorary, field, acting, until in rows:
        if until is not None and until < day:
            former[person_id] = Particulars(level, since, minute, rank_class, honorary, field, False, until)
        else:
            posts[post_id] = Particulars(level, since, minute, rank_class, honorary, field, acting, None)
    units = select(Organisation.id, Organisation.founded_on).where(Organisation.founded_on.is_not(None))
    founded: dict[int, Any] = dict(db.execute(units).all())
    born: dict[int, Any] = {}
    if profile.age_counts:
        wanted = PersonPrivate.person_id.in_(people), PersonPrivate.birth_date.is_not(None)
        query_born = select(PersonPrivate.person_id, PersonPrivate.birth_date).where(*wanted)
        born = dict(db.execute(query_born).all())
    return Ranks(posts, former, founded, born, language)
