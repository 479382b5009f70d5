"""What a meeting came to: its record, what was promised, what was written; and who is invited to an item."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, or_, select

from planner.documents.person_data import NameData
from planner.model.agenda import Item
from planner.model.follow_up import Commitment, Record, Statement
from planner.model.people import PersonName
from planner.queries.agenda import Programme, programme
from planner.queries.delegations import delegations
from planner.queries.events import event_page
from planner.queries.who import valid_on
from planner.rules.kinds import ItemKind, ItemState, Role, Side
from planner.rules.text import Language, Text

BIOGRAPHY = "biography"


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
    co_owners: str = ""
    control: str = ""


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
    query = query.add_columns(one.co_owners, one.control)
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


class SomebodyThere(NamedTuple):
    """Somebody of an event: the place in a delegation, the person behind it, with name and post as printed.

    `said` is how the name is pronounced, in each language it is written in.
    """

    participation_id: int
    person_id: int
    names: Mapping[Language, NameData]
    position: Text
    side: Side
    said: Mapping[Language, str]


class MeetingRow(NamedTuple):
    """An item minutes are kept of, its topics by id and title, and the place of who is in the chair."""

    id: int
    title: Text
    topics: tuple[tuple[int, Text], ...]
    chair: int | None


class FollowUp(NamedTuple):
    """What a meeting came to, for the window: its meetings, everybody of the event, and all that is written.

    `statements` are those of the event's papers and of the biographies of its people.
    """

    event_id: int
    languages: tuple[Language, ...]
    from_day: date
    meetings: tuple[MeetingRow, ...]
    people: tuple[SomebodyThere, ...]
    records: tuple[RecordRow, ...]
    commitments: tuple[CommitmentRow, ...]
    statements: tuple[StatementRow, ...]

    def of(self, paper: str, *parts: str, item_id: int | None = None) -> tuple[StatementRow, ...]:
        """Return the paragraphs of a paper that stand in these parts (all, if none is named)."""
        return tuple(
            row
            for row in self.statements
            if row.paper == paper and (not parts or row.part in parts) and (item_id is None or row.item_id == item_id)
        )


HELD = frozenset({ItemKind.MEETING, ItemKind.TALKS, ItemKind.SIGNING, ItemKind.PLENARY})
"""The kinds of items minutes are usually kept of."""


def follow_up_of(db: Connection, event_id: int) -> FollowUp:
    """Return what is written after an event. Raise NotFound in words."""
    page, plan = event_page(db, event_id), programme(db, event_id)
    recorded, spoken = records(db, event_id), _spoken(db, page.from_day)
    people = tuple(
        SomebodyThere(
            member.id, member.who.id, member.names, member.position, row.side, spoken.get(member.who.id, {})
        )
        for row in delegations(db, event_id)
        for member in row.members
        if member.who is not None and member.state != "declined"
    )
    return FollowUp(
        page.id, page.languages, page.from_day, _meetings(plan, {row.item_id for row in recorded}), people, recorded,
        commitments(db, event_id),
        (*statements_of_event(db, event_id), *_biographies(db, {one.person_id for one in people})),
    )  # fmt: skip


def _meetings(plan: Programme, recorded: set[int]) -> tuple[MeetingRow, ...]:
    """Return what is held, and whatever else has a record, each with its topics in their order."""
    found = []
    for item in plan.top():
        parts = [one for one in plan.parts(item.id) if one.state is not ItemState.CANCELLED]
        if item.state is ItemState.CANCELLED:
            continue
        if item.kind in HELD or recorded.intersection({item.id, *(part.id for part in parts)}):
            chair = next((one.participation_id for one in item.people if one.role is Role.CHAIR), None)
            found.append(MeetingRow(item.id, item.title, tuple((part.id, part.title) for part in parts), chair))
    return tuple(found)


def _spoken(db: Connection, day: date) -> dict[int, dict[Language, str]]:
    """Return how names are said, as of a day, by person and language; few people have it written down."""
    found: dict[int, dict[Language, str]] = {}
    one = PersonName
    query = select(one.person_id, one.language, one.said, one.valid_from, one.valid_to)
    for row in db.execute(query.where(one.said != "").order_by(one.id)):
        if valid_on(day, row.valid_from, row.valid_to):
            found.setdefault(row.person_id, {})[row.language] = row.said
    return found


def _biographies(db: Connection, people: Collection[int]) -> tuple[StatementRow, ...]:
    """Return the paragraphs of the biographies of these people: they belong to the person and to no event."""
    one = Statement
    query = (
        select(one.id, one.event_id, one.person_id, one.item_id, one.paper, one.part, one.words, one.approved_by)
        .where(one.paper == BIOGRAPHY, one.event_id.is_(None))
        .order_by(one.person_id, one.position, one.id)
    )
    rows = (StatementRow(*row) for row in db.execute(query))  # few people have one, and ids of a conference are many
    return tuple(row for row in rows if row.person_id in people)
