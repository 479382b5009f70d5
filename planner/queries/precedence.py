"""Why somebody stands where they stand, and which places a change of rank would move, in every event."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from planner.model.events import Event
from planner.model.participation import Delegation, Participation
from planner.model.people import Post
from planner.queries.delegations import EventOrder, event_order
from planner.queries.events import EventRow, event_row
from planner.rules.kinds import ParticipationState, Side
from planner.rules.precedence import ACCOMPANYING, Move, Reason, Standing, explain, moves, order, speeches
from planner.rules.text import Text


class Moved(NamedTuple):
    """Somebody whose place moves: the person's names by language or the post, and the places."""

    member_id: int
    names: Mapping[str, Any]
    post: Text
    before: int
    after: int


class EventMoves(NamedTuple):
    """The places that move in one delegation of an event."""

    event: EventRow
    delegation_id: int
    moved: tuple[Moved, ...]


def reasons(found: EventOrder, delegation_id: int) -> dict[int, Reason]:
    """Say of each place of a delegation why."""
    return explain(found.standings(delegation_id), found.profile)


def speaking_rule(found: EventOrder, *, toasts: bool = False) -> str:
    """Return the rule by which people speak at an event, or drink to one another: the event's, else the profile's."""
    key = "toasts" if toasts else "speeches"
    return str(found.chosen.protocol.get(key) or getattr(found.profile, key))


def speakers(found: EventOrder, *, toasts: bool = False) -> list[int]:
    """Return who speaks when; toasts have an order of their own, and who accompanies is silent."""
    way = speaking_rule(found, toasts=toasts)
    coming = {
        member.id for row in found.rows if row.side is not Side.STAFF for member in row.members
        if member.state != ParticipationState.DECLINED and member.capacity not in ACCOMPANYING
    }  # fmt: skip
    standings = [one for row in found.rows for one in found.standings(row.id) if one.id in coming]
    return speeches(standings, way, found.profile)


def moves_if(db: Connection, post_id: int, **values: Any) -> tuple[EventMoves, ...]:
    """Return what would move in every event if a post had other values: level, rank_date, acting, rank_class.

    Only events on whose first day the post is the person's count.
    """
    person = db.execute(select(Post.person_id).where(Post.id == post_id)).scalar()
    found = []
    query = (
        select(Event.id, Event.kind, Event.title, Event.short_title, Event.from_day, Event.to_day, Event.languages,
               Event.state, Delegation.id.label("delegation"))
        .join(Delegation, Delegation.event_id == Event.id)
        .join(Participation, Participation.delegation_id == Delegation.id)
        .where(Participation.person_id == person)
        .order_by(Event.from_day, Event.id)
    )  # fmt: skip
    for row in db.execute(query).all():
        orders = event_order(db, row.id)
        members = {member.id: member for one in orders.rows for member in one.members if one.id == row.delegation}
        mine = {one for one, member in members.items() if member.who is not None and member.who.post_id == post_id}
        after = _after(orders.standings(row.delegation), mine, values)
        changed: list[Move] = list(moves(list(members), order(after, orders.profile)))
        if mine and changed:
            who = tuple(
                Moved(move.id, members[move.id].names, members[move.id].position, move.before, move.after)
                for move in changed
            )
            found.append(EventMoves(event_row(row), row.delegation, who))
    return tuple(found)


def _after(standings: tuple[Standing, ...], mine: set[int], values: dict[str, Any]) -> list[Standing]:
    return [one._replace(**values) if one.id in mine else one for one in standings]
