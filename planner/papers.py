"""Printing: which papers there are, what may be chosen, and one paper made from an office."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Literal, NamedTuple

from sqlalchemy import Connection

from planner.documents import agenda, participants, programme, running_order
from planner.documents.content import Content
from planner.documents.data import EventData
from planner.documents.render import render_pdf
from planner.language.catalog import mark
from planner.queries import for_documents
from planner.rules.kinds import Side
from planner.rules.text import Language


class Paper(StrEnum):
    """The papers that can be printed."""

    PROGRAMME = "programme"
    AGENDA = "agenda"
    RUNNING_ORDER = "running-order"
    PARTICIPANTS = "participants"


TITLES = {
    Paper.PROGRAMME: mark("Programme of stay"),
    Paper.AGENDA: mark("Agenda"),
    Paper.RUNNING_ORDER: mark("Running order"),
    Paper.PARTICIPANTS: mark("List of participants"),
}
"""What the window calls them."""


class Choice(NamedTuple):
    """What to print and how.

    `languages` are a set when `copy_for` is given (that side's own stands first), an order when not.
    `item_id` names the meeting an agenda or list is of, `delegation_id` the one delegation of a list.
    `body` is the size of the text in points; the principal's own copy has 14 to 16.
    """

    paper: Paper
    event_id: int
    languages: tuple[Language, ...]
    arrangement: Literal["columns", "stacked"] = "columns"
    copy_for: Side | None = None
    edition: Literal["guest", "working"] = "guest"
    item_id: int | None = None
    delegation_id: int | None = None
    show_people: bool = False
    show_places: bool = True
    show_movements: bool = True
    body: float = 11


class Printed(NamedTuple):
    """A finished paper: its content (for copying and checking) and its bytes."""

    content: Content
    pdf: bytes


def compose_paper(db: Connection, choice: Choice) -> Content:
    """Gather and compose a paper; raise NotPossible in words where the event cannot have it."""
    if choice.paper is Paper.PARTICIPANTS:
        data = for_documents.participants_data(
            db, choice.event_id, delegation_id=choice.delegation_id, item_id=choice.item_id
        )
        return participants.compose(
            data,
            languages=choice.languages,
            copy_for=choice.copy_for,
            edition=choice.edition,
            delegation=choice.delegation_id,
        )
    plan = for_documents.programme_data(db, choice.event_id, paper=choice.paper.value, item_id=choice.item_id)
    if choice.paper is Paper.PROGRAMME:
        return programme.compose(
            plan, languages=choice.languages, copy_for=choice.copy_for, edition=choice.edition,
            show_people=choice.show_people, show_places=choice.show_places, show_movements=choice.show_movements,
        )  # fmt: skip
    compose = agenda.compose if choice.paper is Paper.AGENDA else running_order.compose
    return compose(plan, languages=choice.languages, copy_for=choice.copy_for, edition=choice.edition)


def print_paper(db: Connection, choice: Choice) -> Printed:
    """Make a paper. Printing writes nothing; the same office gives the same bytes."""
    content = compose_paper(db, choice)
    stamp = _stamp(for_documents.event_data(db, choice.event_id))
    return Printed(content, render_pdf(content, choice.arrangement, body=choice.body, changed_at=stamp))


def _stamp(event: EventData) -> datetime | None:
    moment = event.issued_at or event.changed_at
    return datetime.fromisoformat(moment) if moment else None
