"""What a paper may be of: a plan of seats, somebody of a delegation, an item of the programme; for window and pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection

from planner.language.names import full_form
from planner.language.placement_words import KINDS
from planner.paper_choice import OF_A_PERSON, OF_A_PLAN, OF_AN_ITEM, Paper
from planner.queries.agenda import Programme, programme
from planner.queries.delegations import DelegationRow, delegations
from planner.queries.events import EventPage, event_page
from planner.queries.once import once
from planner.queries.seating import PlanRow, seating_plans
from planner.rules.kinds import Capacity, ItemKind, ItemState, NameOrder
from planner.rules.places import PlanKind
from planner.rules.text import EMPTY, Language, Text

_TALKS = frozenset({ItemKind.MEETING, ItemKind.TALKS, ItemKind.SIGNING})
_MEALS = frozenset({ItemKind.MEAL, ItemKind.RECEPTION})
USUAL: Mapping[Paper, frozenset[ItemKind]] = {
    Paper.MINUTES: _TALKS,
    Paper.SIGN_IN: _TALKS | {ItemKind.PRESS, ItemKind.PLENARY, ItemKind.SESSION},
    Paper.INVITATION: frozenset({ItemKind.RECEPTION, ItemKind.SIGNING, ItemKind.CEREMONY}),
    Paper.MENU: _MEALS,
    Paper.SIGNING: frozenset({ItemKind.SIGNING}),
}
"""The kinds of items that usually have such a paper."""
_TABLES = frozenset({
    PlanKind.FACING_TABLE, PlanKind.MULTILATERAL, PlanKind.U_TABLE, PlanKind.T_TABLE, PlanKind.HEAD_TABLE,
    PlanKind.SIGNING,
})  # fmt: skip
_MEALS_AT = frozenset({PlanKind.BANQUET, PlanKind.ROUND, PlanKind.LONG_TABLE, PlanKind.ENGLISH_TABLE})
_SEATED = frozenset(PlanKind) - {PlanKind.FLAGS}
PLANS: Mapping[Paper, frozenset[PlanKind]] = {
    Paper.NAME_PLATES: _TABLES | {PlanKind.ROUND},
    Paper.PLACE_CARDS: _MEALS_AT | {PlanKind.FACING_TABLE, PlanKind.MULTILATERAL},
    Paper.USHERS_PLAN: _SEATED - {PlanKind.CAR, PlanKind.MINIBUS, PlanKind.COACH, PlanKind.PHOTO},
    Paper.FLAGS: frozenset({PlanKind.FLAGS}),
}
"""The kinds of plans a paper is of: nobody puts cards on a photograph."""
HEADS = frozenset({Paper.BIOGRAPHY, Paper.THANK_YOU})
"""Papers that usually only the heads have."""


class Subject(NamedTuple):
    """What a paper is of, by the id its choice names. `kind` is the catalog id of a plan's kind, else "".

    `usual` tells that it usually has this paper: minutes of talks, not of an arrival.
    """

    id: int
    title: Text
    names: Mapping[Language, Any] | None = None
    place: int = 0
    kind: str = ""
    usual: bool = True

    def called(self, languages: Sequence[Language]) -> str:
        """Return its name in the first of these languages that has one, "" for a plan without a title."""
        for tag in (*languages, *(self.names or {})):
            if name := (self.names or {}).get(tag):
                order = NameOrder(name.order)
                return full_form(name.surname, name.given, name.patronymic, order=order, language=tag)
        return self.title.first(*languages)


class Around(NamedTuple):
    """What an event has that papers may be of; read once for all of them."""

    page: EventPage
    plan: Programme
    sides: tuple[DelegationRow, ...]
    seats: tuple[PlanRow, ...]


def around(db: Connection, event_id: int) -> Around:
    """Read what an event's papers may be of."""
    seats = tuple(seating_plans(db, event_id))
    return Around(event_page(db, event_id), programme(db, event_id), once(db, delegations, event_id), seats)


def field_of(paper: Paper) -> str:
    """Return the field of a choice that names what a paper is of, "" for a paper of the whole event."""
    if paper in OF_A_PLAN:
        return "plan_id"
    return "person_id" if paper in OF_A_PERSON else "item_id" if paper in OF_AN_ITEM else ""


def subjects(paper: Paper, found: Around) -> Iterator[Subject]:
    """Yield what a paper may be of: plans of seats, people in their order, items of the programme."""
    if paper in OF_A_PLAN:
        for place, row in enumerate(found.seats, 1):
            if row.kind in PLANS.get(paper, _SEATED):
                yield Subject(row.id, row.title or row.item_title, None, place, KINDS[row.kind])
        if paper is Paper.FLAGS and _has_flags(found):
            yield Subject(0, found.page.title)
    elif paper in OF_A_PERSON:
        for side in found.sides:
            for member in side.members:
                if member.state != "declined":
                    usual = paper not in HEADS or member.capacity is Capacity.HEAD
                    yield Subject(member.id, member.position, member.names or None, usual=usual)
    elif paper in OF_AN_ITEM:
        for item in found.plan.top():
            if item.state is not ItemState.CANCELLED and item.day is not None:
                yield Subject(item.id, item.title, usual=item.kind in USUAL.get(paper, {item.kind}))


def _has_flags(found: Around) -> bool:
    """Tell whether an event without a plan of flags has any to show: those put out, or those of two states."""
    planned = any(row.kind is PlanKind.FLAGS for row in found.seats)
    return not planned and bool(found.page.flags or len({row.country for row in found.sides if row.country}) > 1)


def agendas(found: Around) -> Iterator[Subject]:
    """Yield the meetings that have topics, each with an agenda of its own."""
    for item in found.plan.top():
        parts = found.plan.parts(item.id)
        if item.state is not ItemState.CANCELLED and any(part.kind is ItemKind.TOPIC for part in parts):
            yield Subject(item.id, item.title)


NOTHING = Subject(0, EMPTY)
"""In the place of a subject: the whole event."""
