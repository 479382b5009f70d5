"""What a meeting came to: its record, what was promised, and what is written of it (handbook 2.6, 2.19 to 2.22)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from planner.errors import BadInput
from planner.model.agenda import Attendance, Item
from planner.model.events import Event
from planner.model.follow_up import Commitment, Record, Statement
from planner.model.participation import Delegation, Participation
from planner.model.people import Person
from planner.operations import fields
from planner.operations.order import put_in_order
from planner.operations.registry import Work, operation
from planner.rules.kinds import Role, Side
from planner.rules.text import EMPTY, Text

RECORDED = ("heard", "spoke", "resolved")
"""What a paragraph of the minutes is, in the order of the form."""
COMMITMENT_STATES = ("open", "done", "late", "dropped")
"""How a commitment stands."""
STATEMENT_PARTS: Mapping[str, tuple[str, ...]] = {
    "minutes": ("number", "secretary"),
    "press-note": ("title", "lead", "body", "quote", "embargo", "contact"),
    "thank-you": ("date", "salutation", "body", "closing"),
    "briefing": (
        "purpose", "they-want", "we-want", "history", "figures", "sensitive", "do-dont",
        "our-line", "figure", "ask", "red-line",
    ),
    "biography": (
        "office", "career", "education", "awards", "languages", "public", "visits", "interests", "family",
    ),
    "report": ("purpose", "results", "press", "cost", "lessons", "next"),
    "approval-sheet": ("subject", "approves", "signs"),
    "invitation": ("reply",),
}  # fmt: skip
"""The papers that hold written paragraphs, and where on each one may stand."""


def _side(value: Any) -> str:
    return "" if value == "" else Side(value).value


RECORD_FIELDS: Mapping[str, fields.Check] = {
    "kind": fields.among(*RECORDED),
    "participation_id": fields.optional(fields.number),
}
COMMITMENT_FIELDS: Mapping[str, fields.Check] = {
    "item_id": fields.optional(fields.number),
    "person_id": fields.optional(fields.number),
    "side": _side,
    "due": fields.optional(fields.day),
    "state": fields.among(*COMMITMENT_STATES),
    "result": fields.words,
    "co_owners": fields.words,
    "control": fields.words,
}
STATEMENT_FIELDS: Mapping[str, fields.Check] = {
    "person_id": fields.optional(fields.number),
    "item_id": fields.optional(fields.number),
    "approved_by": fields.words,
}


@operation("Write into the minutes")
def add_record(
    work: Work, item_id: int, kind: str, words: Text = EMPTY, *, participation_id: int | None = None
) -> int:
    """Add a paragraph (`RECORDED`) to the minutes of an item, after those it has; return its id."""
    item = work.get(Item, item_id)
    row = work.add(Record(item_id=item_id, words=words, position=len(work.find(Record, item_id=item_id))))
    _put_record(work, row, item, {"kind": kind, "participation_id": participation_id})
    return row.id


@operation("Edit the minutes")
def edit_record(work: Work, record_id: int, **values: Any) -> None:
    """Say what a paragraph of the minutes is (`kind`), and whose words they are (`participation_id`)."""
    row = work.get(Record, record_id)
    _put_record(work, row, work.get(Item, row.item_id), values)


def _put_record(work: Work, row: Record, item: Item, values: Mapping[str, Any]) -> None:
    who = values.get("participation_id")
    if who is not None and not _is_there(work, item, who):
        raise BadInput("Whoever speaks at an item takes part in its event.")
    fields.put(row, values, RECORD_FIELDS)


def _is_there(work: Work, item: Item, participation_id: int) -> bool:
    member = work.get(Participation, participation_id)
    return work.get(Delegation, member.delegation_id).event_id == item.event_id


@operation("Name the chair of {title}")
def name_chair(work: Work, item_id: int, participation_id: int | None = None) -> None:
    """Name who is in the chair of an item, or nobody; whoever was before them still takes part (handbook 2.19)."""
    item = work.get(Item, item_id)
    work.values["title"] = item.title.first()
    if participation_id is not None and not _is_there(work, item, participation_id):
        raise BadInput("Only those of the same event can take part in its items.")
    there = [row for row in work.find(Attendance, item_id=item_id) if row.participation_id is not None]
    own = next((row for row in there if row.participation_id == participation_id), None)
    for row in there:
        if row.role == Role.CHAIR and row is not own:
            row.role = Role.TAKES_PART.value
    if own is not None:
        own.role = Role.CHAIR.value
    elif participation_id is not None:
        work.add(Attendance(item_id=item_id, participation_id=participation_id, role=Role.CHAIR.value))


@operation("Remove from the minutes")
def remove_record(work: Work, record_id: int) -> None:
    """Remove a paragraph of the minutes."""
    work.remove(work.get(Record, record_id))


@operation("Put the minutes in order")
def order_records(work: Work, item_id: int, record_ids: Sequence[int]) -> None:
    """Put the paragraphs of an item in this order; those not named follow as they stood."""
    work.get(Item, item_id)
    put_in_order(work.find(Record, item_id=item_id), record_ids)


@operation("Write down a commitment")
def add_commitment(work: Work, event_id: int, words: Text = EMPTY, **values: Any) -> int:
    """Write down what was promised (`COMMITMENT_FIELDS`), after what was promised before; return its id."""
    work.get(Event, event_id)
    row = work.add(Commitment(
        event_id=event_id, words=words, position=len(work.find(Commitment, event_id=event_id)),
    ))  # fmt: skip
    _put_commitment(work, row, values)
    return row.id


@operation("Edit a commitment")
def edit_commitment(work: Work, commitment_id: int, **values: Any) -> None:
    """Set fields of a commitment (`COMMITMENT_FIELDS`)."""
    _put_commitment(work, work.get(Commitment, commitment_id), values)


def _put_commitment(work: Work, row: Commitment, values: Mapping[str, Any]) -> None:
    if (person := values.get("person_id")) is not None:
        work.get(Person, person)
    if (item := values.get("item_id")) is not None and work.get(Item, item).event_id != row.event_id:
        raise BadInput("A commitment is about an item of its own event.")
    fields.put(row, values, COMMITMENT_FIELDS)


@operation("Remove a commitment")
def remove_commitment(work: Work, commitment_id: int) -> None:
    """Remove a commitment that was written down by mistake."""
    work.remove(work.get(Commitment, commitment_id))


@operation("Put the commitments in order")
def order_commitments(work: Work, event_id: int, commitment_ids: Sequence[int]) -> None:
    """Put the commitments of an event in this order; those not named follow as they stood."""
    work.get(Event, event_id)
    put_in_order(work.find(Commitment, event_id=event_id), commitment_ids)


@operation("Write a paragraph of a paper")
def add_statement(
    work: Work, paper: str, part: str, words: Text = EMPTY, *, event_id: int | None = None, **values: Any
) -> int:
    """Add a paragraph to a paper of an event, or to somebody's biography (`STATEMENT_PARTS`); return its id."""
    if part not in STATEMENT_PARTS.get(paper, ()):
        raise BadInput("The paper {paper} has no part {part}.", paper=paper, part=part)
    if event_id is not None:
        work.get(Event, event_id)
    elif values.get("person_id") is None:
        raise BadInput("A paragraph belongs to an event or to a person.")
    there = work.find(Statement, event_id=event_id, paper=paper)
    row = work.add(Statement(event_id=event_id, paper=paper, part=part, words=words, position=len(there)))
    _put_statement(work, row, values)
    return row.id


@operation("Edit a paragraph of a paper")
def edit_statement(work: Work, statement_id: int, **values: Any) -> None:
    """Say whose a paragraph is, of what item, and who agreed to it (`STATEMENT_FIELDS`)."""
    _put_statement(work, work.get(Statement, statement_id), values)


def _put_statement(work: Work, row: Statement, values: Mapping[str, Any]) -> None:
    if (person := values.get("person_id", row.person_id)) is not None:
        work.get(Person, person)
    elif row.event_id is None:
        raise BadInput("A paragraph belongs to an event or to a person.")
    if (item := values.get("item_id")) is not None and work.get(Item, item).event_id != row.event_id:
        raise BadInput("A paragraph is about an item of its own event.")
    fields.put(row, values, STATEMENT_FIELDS)


@operation("Remove a paragraph of a paper")
def remove_statement(work: Work, statement_id: int) -> None:
    """Remove a paragraph."""
    work.remove(work.get(Statement, statement_id))


@operation("Put the paragraphs in order")
def order_statements(
    work: Work, event_id: int | None, paper: str, statement_ids: Sequence[int], *, person_id: int | None = None
) -> None:
    """Put the paragraphs of a paper of an event, or of somebody's biography, in this order.

    Those not named follow as they stood.
    """
    if event_id is not None:
        work.get(Event, event_id)
        rows = work.find(Statement, event_id=event_id, paper=paper)
    elif person_id is not None:
        work.get(Person, person_id)
        rows = work.find(Statement, event_id=None, person_id=person_id, paper=paper)
    else:
        raise BadInput("A paragraph belongs to an event or to a person.")
    put_in_order(rows, statement_ids)
