"""What a meeting came to: its record, what was promised, what was written; and who is invited to an item."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, or_, select

from planner.model.agenda import Item
from planner.model.follow_up import Commitment, Record, Statement
from planner.model.logistics import Invitation
from planner.queries.agenda import programme
from planner.queries.events import event_page
from planner.rules.kinds import ItemKind, ItemState
from planner.rules.text import Language, Text


class RecordRow(NamedTuple):
    """A paragraph of the minutes."""

    id: int
    item_id: int
    kind: str
    participation_id: int | None
    words: Text


class CommitmentRow(NamedTuple):
    """Something promised."""

    id: int
    item_id: int | None
    person_id: int | None
    side: str
    words: Text
    due: date | None
    state: str
    result: str


class StatementRow(NamedTuple):
    """A paragraph of a note."""

    id: int
    event_id: int | None
    person_id: int | None
    item_id: int | None
    paper: str
    part: str
    words: Text
    approved_by: str


class InvitationRow(NamedTuple):
    """An invitation and what was answered."""

    id: int
    item_id: int
    participation_id: int | None
    state: str
    sent_on: date | None
    answered_on: date | None
    with_spouse: bool
    note: str


def records(db: Connection, event_id: int) -> tuple[RecordRow, ...]:
    """Return the record of all items of an event, in its order."""
    one = Record
    query = (
        select(one.id, one.item_id, one.kind, one.participation_id, one.words)
        .join(Item, Item.id == one.item_id)
        .where(Item.event_id == event_id)
        .order_by(one.position, one.id)
    )
    return tuple(RecordRow(*row) for row in db.execute(query))


def commitments(db: Connection, event_id: int) -> tuple[CommitmentRow, ...]:
    """Return what was promised at an event, in its order."""
    one = Commitment
    query = select(one.id, one.item_id, one.person_id, one.side, one.words, one.due, one.state, one.result)
    rows = db.execute(query.where(one.event_id == event_id).order_by(one.position, one.id))
    return tuple(CommitmentRow(*row) for row in rows)


def statements(
    db: Connection, paper: str, *, event_id: int | None = None, person_id: int | None = None
) -> tuple[StatementRow, ...]:
    """Return the paragraphs of a paper of an event, of a person, or of either."""
    one = Statement
    whose = [column == given for column, given in ((one.event_id, event_id), (one.person_id, person_id)) if given]
    query = select(
        one.id, one.event_id, one.person_id, one.item_id, one.paper, one.part, one.words, one.approved_by
    ).where(one.paper == paper, or_(*whose))
    return tuple(StatementRow(*row) for row in db.execute(query.order_by(one.position, one.id)))


def statements_of_event(db: Connection, event_id: int) -> tuple[StatementRow, ...]:
    """Return every paragraph of an event's papers, paper by paper."""
    one = Statement
    query = select(
        one.id, one.event_id, one.person_id, one.item_id, one.paper, one.part, one.words, one.approved_by
    ).where(one.event_id == event_id)
    return tuple(StatementRow(*row) for row in db.execute(query.order_by(one.paper, one.position, one.id)))


def invitations(db: Connection, item_id: int) -> tuple[InvitationRow, ...]:
    """Return who is invited to an item."""
    one = Invitation
    query = select(
        one.id, one.item_id, one.participation_id, one.state, one.sent_on, one.answered_on, one.with_spouse, one.note
    ).where(one.item_id == item_id)
    return tuple(InvitationRow(*row) for row in db.execute(query.order_by(one.id)))


class FollowUp(NamedTuple):
    """What a meeting came to, for the window: its items by id, the sides' people, and all that is written."""

    event_id: int
    languages: tuple[Language, ...]
    from_day: date
    items: tuple[tuple[int, Text], ...]
    records: tuple[RecordRow, ...]
    commitments: tuple[CommitmentRow, ...]
    statements: tuple[StatementRow, ...]


def follow_up_of(db: Connection, event_id: int) -> FollowUp:
    """Return what is written after an event; of its items those that are held and their parts."""
    page, plan = event_page(db, event_id), programme(db, event_id)
    talks = [item for item in plan.top() if item.kind in (ItemKind.MEETING, ItemKind.TALKS, ItemKind.SIGNING)]
    held = [one for item in talks for one in (item, *plan.parts(item.id)) if one.state is not ItemState.CANCELLED]
    return FollowUp(
        page.id, page.languages, page.from_day, tuple((item.id, item.title) for item in held), records(db, event_id),
        commitments(db, event_id), statements_of_event(db, event_id),
    )  # fmt: skip
