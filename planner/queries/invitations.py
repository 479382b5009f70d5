"""The invitations to an event's items, and how many come (handbook 2.17)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from planner.model.agenda import Item
from planner.model.logistics import Invitation
from planner.queries.agenda import programme
from planner.queries.delegations import delegations
from planner.queries.events import EventPage, event_page
from planner.queries.logistics import PlaceRow, places
from planner.queries.motorcades import taking_part
from planner.queries.taking_part import groups_of
from planner.rules.kinds import ItemKind, ItemState
from planner.rules.text import Text

USUAL = frozenset({ItemKind.RECEPTION, ItemKind.MEAL, ItemKind.SIGNING, ItemKind.CEREMONY, ItemKind.CULTURE})
"""The kinds of items one is usually invited to."""
ACCEPTED, DECLINED = frozenset({"accepted"}), frozenset({"declined"})
WAITING = frozenset({"draft", "sent", "delivered", "tentative", "substitute", "no-answer"})
"""States that are no answer one can count on."""


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


class Answers(NamedTuple):
    """How many were invited, accepted, declined and have not said; `seats` counts those who come with their spouses."""

    invited: int
    accepted: int
    declined: int
    waiting: int
    seats: int


class OccasionRow(NamedTuple):
    """An item one may be invited to: its invitations in the order of the lists, and who takes part in it."""

    id: int
    title: Text
    day: date | None
    start: int | None
    usual: bool
    invitations: tuple[InvitationRow, ...]
    people: frozenset[int]

    def answers(self) -> Answers:
        """Return what was answered."""
        states = [one.state for one in self.invitations]
        coming = [one for one in self.invitations if one.state in ACCEPTED]
        return Answers(
            len(states), len(coming), sum(one in DECLINED for one in states), sum(one in WAITING for one in states),
            len(coming) + sum(one.with_spouse for one in coming),
        )  # fmt: skip

    def not_invited(self) -> frozenset[int]:
        """Return who takes part and has no invitation."""
        return self.people - {one.participation_id or 0 for one in self.invitations}


class Occasions(NamedTuple):
    """The items of an event one may be invited to, in order of time."""

    event: EventPage
    people: tuple[PlaceRow, ...]
    occasions: tuple[OccasionRow, ...]


_QUERY = select(*(getattr(Invitation, name) for name in InvitationRow._fields)).order_by(Invitation.id)


def invitations(db: Connection, item_id: int) -> tuple[InvitationRow, ...]:
    """Return who is invited to an item."""
    return tuple(InvitationRow(*row) for row in db.execute(_QUERY.where(Invitation.item_id == item_id)))


def occasions(db: Connection, event_id: int) -> Occasions:
    """Return the items of an event with their invitations."""
    rows, plan = delegations(db, event_id), programme(db, event_id)
    there = groups_of(rows, plan.tracks)
    people = places(rows)
    order = {one.id: place for place, one in enumerate(people)}
    found: dict[int, list[InvitationRow]] = defaultdict(list)
    for row in db.execute(_QUERY.join(Item, Item.id == Invitation.item_id).where(Item.event_id == event_id)):
        found[row.item_id].append(InvitationRow(*row))
    for one in found.values():
        one.sort(key=lambda row: (order.get(row.participation_id or 0, len(order)), row.id))
    shown = tuple(
        OccasionRow(
            item.id, item.title, item.day, item.start, item.kind in USUAL, tuple(found.get(item.id, ())),
            taking_part(there, item),
        )
        for item in plan.items
        if item.id in found or (item.parent_id is None and item.state is not ItemState.CANCELLED)
    )  # fmt: skip
    return Occasions(event_page(db, event_id), people, shown)
