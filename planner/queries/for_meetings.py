"""What the papers of a day and of a meeting are made of: run sheet, personal schedule, minutes, invitations, week."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from sqlalchemy import Connection, select

from planner.documents.data import EventData, HeadingData, ItemData, PartData, ProgrammeData
from planner.documents.person_data import PersonData
from planner.documents.set_data import (
    CommitmentData,
    GuestData,
    InChargeData,
    InvitationsData,
    MinutesData,
    OwnItemData,
    PersonalData,
    RecordData,
    RunLineData,
    RunSheetData,
    StatementData,
    TopicRecordData,
    WeekData,
    WeekLineData,
)
from planner.errors import NotFound
from planner.model.agenda import Item
from planner.model.events import Event
from planner.model.participation import Liaison
from planner.queries.agenda import programme
from planner.queries.delegations import DelegationRow, MemberRow, delegations
from planner.queries.events import headings
from planner.queries.follow_up import StatementRow, commitments, records, statements
from planner.queries.for_documents import (
    event_data,
    participant_data,
    participants_data,
    programme_data,
)
from planner.queries.invitations import invitations
from planner.queries.known_names import AS_TYPED, KnownNames
from planner.queries.once import once
from planner.queries.profiles import event_profile
from planner.queries.run_sheet import RunRow, run_sheet
from planner.queries.taking_part import groups_of, named_by
from planner.queries.who import who_is
from planner.rules.kinds import ItemState, Role, Side
from planner.rules.taking_part import MEMBER, Who, cell
from planner.rules.text import Text

MINUTES_PAPER, INVITATION_PAPER = "minutes", "invitation"


def heading_of(db: Connection, event_id: int, paper: str) -> HeadingData:
    """Return the authored heading of a paper."""
    found = headings(db, event_id).get(paper)
    return HeadingData(found.title, found.subtitle) if found else HeadingData()


def run_sheet_data(db: Connection, event_id: int) -> RunSheetData:
    """Return the run sheet of an event."""
    sheet = run_sheet(db, event_id)
    return RunSheetData(sheet.event, heading_of(db, event_id, "run-sheet"), tuple(map(run_line, sheet.rows)))


def run_line(row: RunRow) -> RunLineData:
    """Return a line of a run sheet as papers need it."""
    return RunLineData(
        row.id, row.day, row.start, row.end, row.offset, row.title, row.state, row.action, row.who, row.words, row.cue,
        row.technician, row.place, row.position, tuple(InChargeData(one.who, one.phone) for one in row.responsible),
        row.began, row.ended, row.hard, row.principal, row.parent_id is not None, row.lead, row.alert,
        row.met_by, row.path, row.microphone, row.handed_over, row.assistants,
    )  # fmt: skip


def personal_data(db: Connection, event_id: int, participation_id: int) -> PersonalData:
    """Return what somebody takes part in: by name, through delegation, track or side, or as it concerns everybody."""
    rows = once(db, delegations, event_id)
    delegation, member = member_of(rows, participation_id)
    plan, sheet = programme(db, event_id), run_sheet(db, event_id)
    there = groups_of(rows, plan.tracks)
    mine = Who(MEMBER, participation_id)
    roles: dict[int, Role] = {}
    comes = mine not in there.absent
    for item in plan.items:
        named = named_by(item, there)
        role = cell(there, named, mine).role if comes else None
        if role is None and not named and not item.track_ids and item.parent_id is None:
            role = Role.TAKES_PART  # what names nobody and is on no track concerns everybody
        if role is not None:
            roles[item.id] = role
    data = programme_data(db, event_id, paper="personal")
    items = {item.id: item for item in _all(data.items)}
    more = {
        row.id: row
        for row in db.execute(select(Item.id, Item.dress, Item.interpretation).where(Item.event_id == event_id))
    }
    own = tuple(
        OwnItemData(items[line.id], roles[line.id], more[line.id].dress, more[line.id].interpretation, line.lead,
                    line.day, line.start, line.end if items[line.id].end is not None else None)
        for line in sheet.rows if line.id in roles
    )  # fmt: skip
    return PersonalData(
        data.event, heading_of(db, event_id, "personal"), participant_data(member), delegation.side, own,
        _officers(db, rows, member),
    )  # fmt: skip


def member_of(rows: Iterable[DelegationRow], participation_id: int) -> tuple[DelegationRow, MemberRow]:
    """Return a place with its delegation. Raise NotFound in words."""
    for row in rows:
        for member in row.members:
            if member.id == participation_id:
                return row, member
    raise NotFound("The event has no place {number} in its delegations.", number=participation_id)


def _officers(db: Connection, rows: tuple[DelegationRow, ...], member: MemberRow) -> tuple[InChargeData, ...]:
    """Return who looks after somebody: the own officer, else that of the delegation."""
    query = select(Liaison.officer_id, Liaison.phone, Liaison.participation_id).where(
        (Liaison.participation_id == member.id) | (Liaison.delegation_id == member.delegation_id)
    )
    found = sorted(db.execute(query), key=lambda row: row.participation_id is None)
    people = {one.id: one for row in rows for one in row.members}
    return tuple(
        InChargeData(PartData(Role.IN_CHARGE, people[row.officer_id].who.person()), row.phone)  # type: ignore[union-attr]
        for row in found[:1]
        if row.officer_id in people and people[row.officer_id].who is not None
    )


def minutes_data(db: Connection, event_id: int, item_id: int | None) -> MinutesData:
    """Return the record of a meeting: of the item named, or of the one the event consists of."""
    data: ProgrammeData = programme_data(db, event_id, paper=MINUTES_PAPER, item_id=item_id)
    meeting = next((item for item in _all(data.items) if item.id == data.principal_item), None)
    rows = once(db, delegations, event_id)
    listed = participants_data(db, event_id)
    people = {member.id: member for row in rows for member in row.members}
    said: dict[int, list[RecordData]] = {}
    for one in records(db, event_id):
        member = people.get(one.participation_id or 0)
        person = member.who.person() if member is not None and member.who else None
        if person is not None and member is not None and member.post_title:
            person = person._replace(position=member.post_title)
        said.setdefault(one.item_id, []).append(RecordData(one.id, one.kind, one.words, person))
    about = [meeting, *meeting.parts] if meeting is not None else list(_all(data.items))
    topics = tuple(
        TopicRecordData(item.id, item.title, tuple(said.get(item.id, ())))
        for item in about
        if item.state is not ItemState.CANCELLED and (item is not meeting or item.id in said)
    )
    here = frozenset(item.id for item in about) if meeting is not None else None
    notes = [row for row in statements(db, MINUTES_PAPER, event_id=event_id) if _is_about(row.item_id, here)]
    notes.sort(key=lambda row: row.item_id is None)  # a meeting's own number goes before that of the event
    return MinutesData(
        data.event, heading_of(db, event_id, MINUTES_PAPER), meeting, listed.delegations, topics,
        commitments_of(db, event_id, data.event, about=here), statements_of(db, notes, data.event),
    )  # fmt: skip


def _is_about(item_id: int | None, items: frozenset[int] | None) -> bool:
    """Tell whether something is about these items; what names none is about all there are."""
    return items is None or item_id is None or item_id in items


def commitments_of(
    db: Connection, event_id: int, event: EventData, *, about: frozenset[int] | None = None
) -> tuple[CommitmentData, ...]:
    """Return what was promised at an event, or about these items of it, with who promised it."""
    rows = [row for row in commitments(db, event_id) if _is_about(row.item_id, about)]
    order = event_profile(db, event.id).profile.list_name_order
    who = who_is(db, event.from_day, people=[row.person_id for row in rows if row.person_id], list_order=order)
    names = _known_names(db, event_id) if any(row.co_owners or row.control for row in rows) else KnownNames(())
    return tuple(
        CommitmentData(row.id, row.words, who[row.person_id].person() if row.person_id in who else None, row.side,
                       row.due, row.state, row.result, _each_name(row.co_owners, names), names.text(row.control))
        for row in rows
    )  # fmt: skip


def _known_names(db: Connection, event_id: int) -> KnownNames:
    return KnownNames((row, member) for row in once(db, delegations, event_id) for member in row.members)


def _each_name(words: str, names: KnownNames) -> tuple[Text, ...]:
    """Return names typed with commas or semicolons between them, each in the languages in which it is known."""
    whole = names.text(words)
    if not whole or AS_TYPED not in whole.wordings:
        return (whole,) if whole else ()
    parts = words.split(";") if ";" in words else words.split(",")
    return tuple(names.text(part) for part in parts if part.strip())


def statements_of(db: Connection, rows: Iterable[StatementRow], event: EventData) -> tuple[StatementData, ...]:
    """Return paragraphs with whose words they are."""
    rows = tuple(rows)
    order = event_profile(db, event.id).profile.list_name_order
    who = who_is(db, event.from_day, people=[row.person_id for row in rows if row.person_id], list_order=order)
    return tuple(
        StatementData(row.id, row.part, row.words, who[row.person_id].person() if row.person_id in who else None,
                      row.item_id or 0, row.approved_by)
        for row in rows
    )  # fmt: skip


def invitations_data(db: Connection, event_id: int, item_id: int) -> InvitationsData:
    """Return the invitations to an item; as long as none was written, everybody who takes part is meant."""
    data = programme_data(db, event_id, paper=INVITATION_PAPER, item_id=item_id)
    rows = once(db, delegations, event_id)
    people = {member.id: (row, member) for row in rows for member in row.members}
    item = next(item for item in _all(data.items) if item.id == item_id)
    written = [one for one in invitations(db, item_id) if one.state != "declined"]
    guests = [
        GuestData(one.participation_id, *_person_of(people[one.participation_id][1]), one.with_spouse, one.state)
        for one in written
        if one.participation_id in people and people[one.participation_id][1].state != "declined"
    ]
    if not written:
        guests = [
            GuestData(member.id, *_person_of(member))
            for row, member in people.values()
            if row.side in (Side.GUEST, Side.INVITED) and member.state != "declined"
        ]
    host = next((member for row, member in people.values() if row.side is Side.HOST and member.who), None)
    dress = db.execute(select(Item.dress).where(Item.id == item_id)).scalar_one()
    notes = statements_of(db, statements(db, INVITATION_PAPER, event_id=event_id), data.event)
    return InvitationsData(
        data.event, heading_of(db, event_id, INVITATION_PAPER), item, _person_of(host)[0] if host else None,
        tuple(guests), dress, notes,
    )  # fmt: skip


def _person_of(member: MemberRow) -> tuple[PersonData | None, Text]:
    person = member.who.person() if member.who else None
    if person is not None and member.post_title:
        person = person._replace(position=member.post_title)
    return person, member.position


def week_data(db: Connection, event_id: int) -> WeekData:
    """Return what all events of the office have in the week of an event, or in the weeks it lasts."""
    event = event_data(db, event_id)
    first = event.from_day - timedelta(days=event.from_day.weekday())
    last = event.to_day + timedelta(days=6 - event.to_day.weekday())
    query = select(Event.id, Event.title, Event.short_title).where(
        Event.template.is_(False), Event.from_day <= last, Event.to_day >= first, Event.state != "cancelled"
    )
    lines: list[WeekLineData] = []
    for row in db.execute(query.order_by(Event.from_day, Event.id)).all():
        items = {item.id: item for item in programme_data(db, row.id).items}
        lines += [
            WeekLineData(line.id, row.title, items[line.id], line.day, line.start,
                         line.end if items[line.id].end is not None else None)
            for line in run_sheet(db, row.id).rows if line.id in items and first <= line.day <= last
        ]  # fmt: skip
    lines.sort(key=lambda line: (line.day, line.start, line.id))
    return WeekData(event, heading_of(db, event_id, "weekly-plan"), first, last, tuple(lines))


def _all(items: Iterable[ItemData]) -> Iterator[ItemData]:
    for item in items:
        yield item
        yield from _all(item.parts)
