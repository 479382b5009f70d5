"""What decides the places at an event, read at once: for the one order that every list and seating takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from planner.language.collation import sort_keys
from planner.queries.statement import DAY, FLAG, Reads, Statement
from planner.queries.who import PEOPLE_OF_EVENT, Who
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


Place = tuple[int, Capacity, Who | None, int, int | None, int | None]
"""A participation, its capacity, whose it is, the delegation's own order, the pin, and whose spouse comes with it."""


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

    def standings(self, places: Sequence[Place], *, own: bool) -> tuple[Standing, ...]:
        """Return what decides each place: of a list of 10,000 at once, which is asked for at every start."""
        language, founded, born, found = self.language, self.founded.get, self.born.get, []
        keys = sort_keys([_surname(who, language) for _, _, who, *_ in places], language)
        for (place, capacity, who, own_order, pin, spouse_of), surname in zip(places, keys, strict=True):
            if who is None:
                found.append(Standing(place, capacity, own_order=own_order, pin=pin, own=own, spouse_of=spouse_of))
                continue
            since = founded(who.organisation_id) if who.organisation_id else None
            post = self._post(who)
            if post is None:
                found.append(Standing(
                    place, capacity, who.rank_level, who.acting, who.rank_date, surname, own_order, pin, None, "",
                    False, own, None, since, born(who.id), spouse_of,
                ))  # fmt: skip
            else:
                found.append(Standing(
                    place, capacity, post.level, post.acting, post.since, surname, own_order, pin, post.minute,
                    post.rank_class, post.honorary, own, post.left_on, since, born(who.id), spouse_of,
                ))  # fmt: skip
        return tuple(found)

    def _post(self, who: Who | None) -> Particulars | None:
        if who is None:
            return None
        return self.posts.get(who.post_id) if who.post_id is not None else self.former.get(who.id)


def _surname(who: Who | None, language: Language) -> str:
    if who is None:
        return ""
    name = who.names.get(language) or next(iter(who.names.values()), None)
    return f"{name.surname}\t{name.given}" if name else ""


def ranks_of(db: Reads, event_id: int, day: date, language: Language, profile: ProtocolProfile) -> Ranks:
    """Return the particulars of everybody at an event. Birth dates are read only where age counts."""
    posts: dict[int, Particulars] = {}
    former: dict[int, Particulars] = {}
    rows = PARTICULARS.rows(db, event=event_id, day=day.isoformat())
    for post_id, person_id, level, since, minute, rank_class, honorary, field, acting, until in rows:
        if until is not None and until < day:
            former[person_id] = Particulars(level, since, minute, rank_class, honorary, field, False, until)
        else:
            posts[post_id] = Particulars(level, since, minute, rank_class, honorary, field, acting, None)
    founded: dict[int, date] = {unit: since for unit, since in _FOUNDED.rows(db)}  # noqa: C416 - rows are lists
    born: dict[int, date] = {}
    if profile.age_counts:
        born = {person: since for person, since in _BORN.rows(db, event=event_id)}  # noqa: C416 - as above
    return Ranks(posts, former, founded, born, language)


PARTICULARS = Statement(
    ("p.id", "p.person_id", "p.rank_level", ("p.rank_date", DAY), "p.rank_minute", "p.rank_class",
     ("p.honorary", FLAG), "p.field", ("p.acting", FLAG), ("p.valid_to", DAY)),
    f"FROM post p WHERE p.person_id IN ({PEOPLE_OF_EVENT}) AND (p.rank_class <> '' OR p.rank_minute IS NOT NULL "
    "OR p.field <> '' OR p.honorary OR p.valid_to < :day) ORDER BY p.valid_to, p.id",
)  # fmt: skip
"""What few posts of an event's people have beside level and date; asked with `event` and its `day`."""
_FOUNDED = Statement(("o.id", ("o.founded_on", DAY)), "FROM organisation o WHERE o.founded_on IS NOT NULL")
_BORN = Statement(
    ("p.person_id", ("p.birth_date", DAY)),
    f"FROM person_private p WHERE p.person_id IN ({PEOPLE_OF_EVENT}) AND p.birth_date IS NOT NULL",
)
