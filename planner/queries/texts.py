"""The texts of an event with the state of each language: what is missing, draft or stale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, literal, select

from planner.model.agenda import Item, Track
from planner.model.organisations import OrganisationName
from planner.model.pictures import Picture
from planner.model.preparation import Signing
from planner.model.seating import SeatingPlan, SeatingTable
from planner.queries.agenda import Programme, programme
from planner.queries.delegations import DelegationRow, delegations
from planner.queries.events import EventPage, HeadingRow, event_page, headings
from planner.rules.kinds import EventKind
from planner.rules.text import Language, State, Text


class TextRow(NamedTuple):
    """One printed text of an event, by table, row and field; `item_id`, `participation_id` say where it stands."""

    table: str
    row_id: int
    field: str
    text: Text
    item_id: int | None = None
    participation_id: int | None = None


class NameGap(NamedTuple):
    """Somebody whose name is missing in a language of the event."""

    participation_id: int
    person_id: int
    language: Language


class TextCount(NamedTuple):
    """How many wordings an event needs, has, and how many are missing or stale."""

    wanted: int
    there: int
    missing: int
    stale: int


def event_texts(db: Connection, event_id: int) -> tuple[TextRow, ...]:
    """Return every text of an event that is printed and has at least one wording, each once."""
    page, plan, rows = event_page(db, event_id), programme(db, event_id), delegations(db, event_id)
    return (*texts_among(page, headings(db, event_id), plan, rows), *more_texts(db, page, rows))


def texts_among(
    page: EventPage, papers: Mapping[str, HeadingRow], plan: Programme, delegation_rows: Iterable[DelegationRow]
) -> tuple[TextRow, ...]:
    """Return the texts of an event whose rows are at hand."""
    rows = [TextRow("event", page.id, "title", page.title), TextRow("event", page.id, "place", page.place)]
    for heading in papers.values():
        rows += [
            TextRow("paper_heading", heading.id, "title", heading.title),
            TextRow("paper_heading", heading.id, "subtitle", heading.subtitle),
        ]
    rows += [TextRow("topic", topic.id, "title", topic.title) for topic in page.topics]
    for item in plan.items:
        rows += [
            TextRow("item", item.id, "title", item.title, item.id),
            TextRow("item", item.id, "note", item.note, item.id),
        ]
        if item.venue_id:
            rows += [
                TextRow("venue", item.venue_id, "name", item.venue, item.id),
                TextRow("venue", item.venue_id, "address", item.address, item.id),
            ]
        if item.room_id:
            rows.append(TextRow("room", item.room_id, "name", item.room, item.id))
    for delegation in delegation_rows:
        rows.append(TextRow("delegation", delegation.id, "heading", delegation.heading))
        for member in delegation.members:
            if member.post_title:
                rows.append(TextRow("participation", member.id, "post_title", member.post_title, None, member.id))
            elif member.who and member.who.post_id:
                rows.append(TextRow("post", member.who.post_id, "title", member.who.position, None, member.id))
            if member.who and page.kind is EventKind.CONFERENCE:  # no other event prints it
                rows.append(TextRow("person", member.who.id, "degree", member.who.degree, None, member.id))
    seen: set[tuple[str, int, str]] = set()
    return tuple(row for row in rows if row.text and not ((key := row[:3]) in seen or seen.add(key)))  # type: ignore[func-returns-value]


def more_texts(db: Connection, page: EventPage, delegation_rows: Iterable[DelegationRow]) -> tuple[TextRow, ...]:
    """Return the event's other texts: its short title, greetings, tracks, seating, pictures, names of organisations."""
    rows = [TextRow("event", page.id, "short_title", page.short_title)]
    rows += [TextRow("greeting", one.id, "words", one.words) for one in page.greetings]
    rows += [TextRow("track", *one) for one in db.execute(_texts_of(Track, Track.title, page.id))]
    rows += [TextRow("picture", *one) for one in db.execute(_texts_of(Picture, Picture.caption, page.id))]
    for plan in db.execute(select(SeatingPlan.id, SeatingPlan.item_id, SeatingPlan.title)
                           .where(SeatingPlan.event_id == page.id).order_by(SeatingPlan.position, SeatingPlan.id)):
        rows.append(TextRow("seating_plan", plan.id, "title", plan.title, plan.item_id))
        tables = select(SeatingTable.id, SeatingTable.name).where(SeatingTable.plan_id == plan.id)
        rows += [TextRow("seating_table", one.id, "name", one.name, plan.item_id)
                 for one in db.execute(tables.order_by(SeatingTable.number))]
    signed = select(Signing.id, Signing.title, Signing.item_id).join(Item, Item.id == Signing.item_id)
    rows += [TextRow("signing", one.id, "title", one.title, one.item_id)
             for one in db.execute(signed.where(Item.event_id == page.id).order_by(Signing.position, Signing.id))]
    there = tuple(delegation_rows)
    rows += [TextRow("delegation", one.id, "name", one.name) for one in there]
    rows += _organisation_names(db, page, [one.organisation_id for one in there if one.organisation_id is not None])
    return tuple(row for row in rows if row.text)


def _texts_of(table: type[Track] | type[Picture], text: Any, event_id: int) -> Any:
    query = select(table.id, literal(text.key), text).where(table.event_id == event_id)
    return query.order_by(table.position, table.id)


def _organisation_names(db: Connection, page: EventPage, organisations: list[int]) -> list[TextRow]:
    """Return the names that hold when the event begins."""
    query = select(OrganisationName.organisation_id, OrganisationName.id, OrganisationName.name)
    query = query.add_columns(OrganisationName.valid_from).where(OrganisationName.organisation_id.in_(organisations))
    names = [row for row in db.execute(query) if row.valid_from is None or row.valid_from <= page.from_day]
    names.sort(key=lambda row: (row.valid_from or date.min, row.id))
    newest = {row.organisation_id: row for row in names}
    return [
        TextRow("organisation_name", newest[one].id, "name", newest[one].name)
        for one in dict.fromkeys(organisations)
        if one in newest
    ]


def gaps_among(languages: Iterable[Language], delegation_rows: Iterable[DelegationRow]) -> tuple[NameGap, ...]:
    """Return the missing names of delegations that are at hand."""
    return tuple(
        NameGap(member.id, member.who.id, language)
        for delegation in delegation_rows
        for member in delegation.members
        if member.who is not None
        for language in languages
        if language not in member.who.names
    )


def text_count(db: Connection, event_id: int) -> TextCount:
    """Return how complete the texts of an event are in its languages, names included."""
    page, rows = event_page(db, event_id), delegations(db, event_id)
    languages = page.languages
    texts = (*texts_among(page, headings(db, event_id), programme(db, event_id), rows), *more_texts(db, page, rows))
    states = [row.text.state(language) for row in texts for language in languages]
    gaps = len(gaps_among(languages, rows))
    people = sum(member.who is not None for delegation in rows for member in delegation.members)
    missing = sum(state is State.MISSING for state in states) + gaps
    wanted = len(states) + people * len(languages)
    return TextCount(wanted, wanted - missing, missing, sum(state is State.STALE for state in states))
