"""Search over everything: one folded line for each person, event, item, organisation, venue and agreement."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from planner.language.search import fold
from planner.model.agenda import Item
from planner.model.events import Event
from planner.model.venues import Room, Venue
from planner.queries.organisations import agreements, organisations
from planner.queries.who import who_is
from planner.rules.text import Text


class Hit(NamedTuple):
    """Something that can be found. `kind` is "person", "event", "item", "organisation", "venue", "agreement"."""

    kind: str
    id: int
    title: Text
    detail: Text
    event_id: int | None
    folded: str


def search_lines(db: Connection, day: date) -> tuple[Hit, ...]:
    """Return everything that can be found, each with its folded words; the search box keeps and filters them."""
    hits: list[Hit] = []
    for row in db.execute(
        select(Event.id, Event.title, Event.short_title, Event.place).order_by(Event.from_day.desc())
    ):
        hits.append(_hit("event", row.id, row.title, row.place, row.id, row.short_title))
    for who in who_is(db, day).values():
        name = Text.from_json({tag: {"text": f"{n.given} {n.surname}".strip()} for tag, n in who.names.items()})
        hits.append(_hit("person", who.id, name, who.position, None, who.organisation))
    for item in db.execute(select(Item.id, Item.event_id, Item.title, Item.note)):
        hits.append(_hit("item", item.id, item.title, item.note, item.event_id))
    for organisation in organisations(db):
        hits.append(
            _hit(
                "organisation", organisation.id, organisation.name, Text(), None, *(n.name for n in organisation.names)
            )
        )
    for venue in db.execute(select(Venue.id, Venue.name, Venue.address)):
        hits.append(_hit("venue", venue.id, venue.name, venue.address, None))
    for room in db.execute(
        select(Room.venue_id, Room.name, Venue.name.label("venue")).join(Venue, Venue.id == Room.venue_id)
    ):
        hits.append(_hit("venue", room.venue_id, room.name, room.venue, None))
    for agreement in agreements(db):
        hits.append(_hit("agreement", agreement.id, agreement.title, Text(), None))
    return tuple(hits)


def find(lines: tuple[Hit, ...], words: str, *, limit: int = 50) -> tuple[Hit, ...]:
    """Return the hits that hold every word, those that begin with the first word before the others."""
    wanted = fold(words).split()
    if not wanted:
        return ()
    found = [hit for hit in lines if all(word in hit.folded for word in wanted)]
    found.sort(key=lambda hit: not hit.folded.startswith(wanted[0]))
    return tuple(found[:limit])


def _hit(kind: str, row_id: int, title: Text, detail: Text, event_id: int | None, *more: Text) -> Hit:
    words = [wording.text for text in (title, detail, *more) for wording in text.wordings.values()]
    return Hit(kind, row_id, title, detail, event_id, fold(" ".join(words)))
