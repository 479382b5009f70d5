"""What the office changed in its papers, and who approves them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from planner.documents.person_data import PersonData
from planner.model.events import Event
from planner.model.follow_up import Statement
from planner.model.papers import PaperTemplate
from planner.model.participation import Delegation, Participation
from planner.queries.once import asked_once
from planner.queries.who import who_is
from planner.rules.kinds import Capacity, Side
from planner.rules.templates import HOUSE, merged


@asked_once
def own_template(db: Connection, paper: str) -> dict[str, Any]:
    """Return what the office changed in one paper, or in all of them (`HOUSE`)."""
    row = db.execute(select(PaperTemplate.values).where(PaperTemplate.paper == paper)).one_or_none()
    return dict(row[0]) if row else {}


def own_templates(db: Connection) -> dict[str, dict[str, Any]]:
    """Return what the office changed, by paper; "" is what holds for all of them."""
    rows = db.execute(select(PaperTemplate.paper, PaperTemplate.values.label("kept")).order_by(PaperTemplate.id))
    return {row.paper: dict(row.kept) for row in rows}


def template(db: Connection, paper: str) -> dict[str, Any]:
    """Return what holds for a paper: the house's template and, over it, its own."""
    return merged(own_template(db, HOUSE), own_template(db, paper))


@asked_once
def signer(db: Connection, event_id: int) -> PersonData | None:
    """Return who signs the papers of this very event, where somebody is named; with the post of the event."""
    named = (
        select(Statement.person_id, Event.from_day)
        .join(Event, Event.id == Statement.event_id)
        .where(Event.id == event_id, Statement.paper == "approval-sheet", Statement.part == "signs",
               Statement.person_id.is_not(None))
        .order_by(Statement.position, Statement.id)
    )  # fmt: skip
    row = db.execute(named).first()
    if row is None:
        return None
    person = who_is(db, row.from_day, people=[row.person_id])[row.person_id].person()
    place = (
        select(Participation.post_title)
        .join(Delegation, Delegation.id == Participation.delegation_id)
        .where(Delegation.event_id == event_id, Participation.person_id == row.person_id)
    )
    post = db.execute(place).scalars().first()
    return person._replace(position=post) if post else person


@asked_once
def approver(db: Connection, event_id: int) -> PersonData | None:
    """Return the head of the host's side, as of the event's first day; None while nobody is."""
    head = (
        select(Participation.person_id, Participation.post_title, Event.from_day)
        .join(Delegation, Delegation.id == Participation.delegation_id)
        .join(Event, Event.id == Delegation.event_id)
        .where(
            Event.id == event_id, Delegation.side == Side.HOST.value,
            Participation.capacity == Capacity.HEAD.value, Participation.person_id.is_not(None),
        )
        .order_by(Delegation.position, Delegation.id, Participation.id)
    )  # fmt: skip
    row = db.execute(head).first()
    if row is None:
        return None
    person = who_is(db, row.from_day, people=[row.person_id])[row.person_id].person()
    return person._replace(position=row.post_title) if row.post_title else person
