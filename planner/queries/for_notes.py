"""What is written of an event or a person: press note, briefing, biography, letter, report and approval sheet."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, select

from planner.documents.person_data import PersonData
from planner.documents.set_data import (
    AgreementData,
    EncounterData,
    NoteData,
    PresentData,
    ProfileData,
    TopicRecordData,
)
from planner.model.logistics import Gift
from planner.model.people import Person, PersonName, Post
from planner.queries.agenda import programme
from planner.queries.delegations import MemberRow, delegations
from planner.queries.events import EventPage, event_page
from planner.queries.follow_up import statements
from planner.queries.for_documents import event_data, participants_data
from planner.queries.for_meetings import commitments_of, heading_of, member_of, run_line, statements_of
from planner.queries.office_settings import office_setting
from planner.queries.once import once
from planner.queries.person_history import person_history
from planner.queries.pictures import printed_pictures
from planner.queries.profiles import event_profile
from planner.queries.run_sheet import run_sheet
from planner.queries.who import PASSPORT, Who, valid_on, who_is
from planner.rules.kinds import ItemKind, ItemState, Side
from planner.rules.text import Text, Wording

BIOGRAPHY, LETTER, BRIEFING, REPORT = "biography", "thank-you", "briefing", "report"
PRESS_NOTE, APPROVAL = "press-note", "approval-sheet"


def note_data(db: Connection, event_id: int, paper: str) -> NoteData:
    """Return a note of an event with its people and photographs."""
    event = event_data(db, event_id)
    listed = participants_data(db, event_id)
    rows = statements(db, paper, event_id=event_id)
    return NoteData(
        event, heading_of(db, event_id, paper), statements_of(db, rows, event), listed.delegations, listed.at,
        captions=printed_pictures(db, event_id=event_id),
    )  # fmt: skip


def press_data(db: Connection, event_id: int) -> NoteData:
    """Return a press note."""
    return note_data(db, event_id, PRESS_NOTE)


def approval_data(db: Connection, event_id: int) -> NoteData:
    """Return who approves the papers of an event."""
    return note_data(db, event_id, APPROVAL)


def letter_data(db: Connection, event_id: int, participation_id: int) -> NoteData:
    """Return the letter to one participant; without one of the own, the letter to all."""
    return person_note(db, event_id, participation_id, LETTER)


def biography_data(db: Connection, event_id: int, participation_id: int) -> NoteData:
    """Return the biography of one participant."""
    return person_note(db, event_id, participation_id, BIOGRAPHY)


def briefing_data(db: Connection, event_id: int) -> NoteData:
    """Return a briefing: what is written, with agreements, earlier contacts, open promises and presents given."""
    data, page = note_data(db, event_id, BRIEFING), event_page(db, event_id)
    plan = programme(db, event_id)
    titles = {item.id: item.title for item in plan.items if item.state is not ItemState.CANCELLED}
    about = {one.item_id for one in data.statements if one.item_id}
    topics = tuple(
        TopicRecordData(item.id, titles[item.id], ())
        for item in plan.items
        if item.id in titles and item.id in about and (item.parent_id is not None or item.kind is not ItemKind.TOPIC)
    )
    guests = [one.person.id for side in data.delegations for one in side.members
              if one.person and side.side in (Side.GUEST, Side.INVITED)]  # fmt: skip
    return data._replace(
        topics=topics, agreements=_agreements(page), encounters=_encounters(page), presents=_presents(db, data, guests)
    )


def report_data(db: Connection, event_id: int) -> NoteData:
    """Return the report of an event: the programme as it was, what came of it, presents, and what is written."""
    data, page = note_data(db, event_id, REPORT), event_page(db, event_id)
    lines = tuple(run_line(row) for row in run_sheet(db, event_id).rows if row.parent_id is None)
    gifts = db.execute(select(Gift.person_id).where(Gift.event_id == event_id))
    return data._replace(
        lines=lines, agreements=_agreements(page), encounters=tuple(one for one in _encounters(page) if one.later),
        commitments=commitments_of(db, event_id, data.event),
        presents=_presents(db, data, sorted({one for one in gifts.scalars() if one is not None}), event_id=event_id),
    )  # fmt: skip


def person_note(db: Connection, event_id: int, participation_id: int, paper: str) -> NoteData:
    """Return what is written to or of one participant: a letter of this event, a biography of the person."""
    event = event_data(db, event_id)
    rows = once(db, delegations, event_id)
    delegation, member = member_of(rows, participation_id)
    profile = _profile(db, member, delegation.side, event.from_day)
    found = () if profile is None else statements(db, paper, person_id=profile.person.id)
    mine = [row for row in found if row.event_id in (None, event_id)]
    if paper == LETTER:  # what is written to one person stands in the place of the same part of the letter to all
        own = {row.part for row in mine}
        mine += [
            row for row in statements(db, paper, event_id=event_id) if row.person_id is None and row.part not in own
        ]
    seen: tuple[EncounterData, ...] = ()
    if paper == BIOGRAPHY and profile is not None:
        seen = tuple(
            EncounterData(one.event.id, one.event.title, Text(), one.event.from_day, one.event.to_day)
            for one in person_history(db, profile.person.id, event.from_day).appearances
            if one.event.from_day < event.from_day and one.state != "declined"
        )
    forms = office_setting(db, "salutations") if paper == LETTER else None
    return NoteData(
        event, heading_of(db, event_id, paper), statements_of(db, mine, event),
        participants_data(db, event_id).delegations, profile=profile, encounters=seen,
        salutations=json.dumps(forms, ensure_ascii=False, sort_keys=True) if forms else "",
    )  # fmt: skip


def _profile(db: Connection, member: MemberRow, side: Side, day: date) -> ProfileData | None:
    if member.who is None:
        return None
    person = member.who.person()
    if member.post_title:
        person = person._replace(position=member.post_title)
    about = db.execute(select(Person.gender, Person.languages).where(Person.id == member.who.id)).one()
    post = db.execute(select(Post.valid_from).where(Post.id == member.who.post_id)).one_or_none()
    names = db.execute(
        select(PersonName.language, PersonName.said, PersonName.valid_from, PersonName.valid_to)
        .where(PersonName.person_id == member.who.id, PersonName.language != PASSPORT, PersonName.said != "")
    )  # fmt: skip
    portrait = next(iter(printed_pictures(db, person_id=member.who.id)), None)
    said = {row.language: Wording(row.said) for row in names if valid_on(day, row.valid_from, row.valid_to)}
    return ProfileData(
        member.id, person, side, about.gender, post.valid_from if post else None, member.who.confirmed_on,
        tuple(about.languages), Text(said), portrait,
    )  # fmt: skip


def _agreements(page: EventPage) -> tuple[AgreementData, ...]:
    return tuple(AgreementData(row.agreement_id, row.title, row.signed_on) for row in page.agreements)


def _encounters(page: EventPage) -> tuple[EncounterData, ...]:
    """Return the events that led to this one, and those it leads to."""
    return tuple(
        EncounterData(link.other.id, link.other.title, Text(), link.other.from_day, link.other.to_day, not link.before)
        for link in page.links
    )


def _presents(
    db: Connection, data: NoteData, people: list[int], *, event_id: int | None = None
) -> tuple[PresentData, ...]:
    """Return the presents of an event, or all that were ever given to or by some people before it."""
    query = select(Gift.id, Gift.title, Gift.from_us, Gift.person_id, Gift.value, Gift.currency, Gift.event_id)
    where = Gift.event_id == event_id if event_id is not None else Gift.person_id.in_(people)
    order = event_profile(db, data.event.id).profile.list_name_order
    who = who_is(db, data.event.from_day, people=people, list_order=order)
    return tuple(
        PresentData(row.id, row.title, row.from_us, _person(who, row.person_id), row.value, row.currency)
        for row in db.execute(query.where(where).order_by(Gift.given_on, Gift.id))
        if event_id is not None or row.event_id != data.event.id
    )


def _person(who: Mapping[int, Who], person_id: int | None) -> PersonData | None:
    found = who.get(person_id or 0)
    return found.person() if found is not None else None
