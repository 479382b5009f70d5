"""One step for several rows of logistics: the same flight for ten people, one hotel for a delegation (2.14-2.17).

What is refused for one of them is refused for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from planner.errors import BadInput
from planner.model.agenda import Item
from planner.model.logistics import Gift, Invitation, Journey, Lodging
from planner.model.participation import Delegation, Participation
from planner.model.people import Person
from planner.operations import gifts, invitations, logistics
from planner.operations.delegations import called
from planner.operations.registry import Work, operation
from planner.rules.text import EMPTY, Text

_OF_THE_ROOM = ("venue_id", "room_number", "room_type", "bed", "smoking")
"""What two who share a room have in common."""


@operation("Add journeys: {count}")
def add_journeys(
    work: Work, participation_ids: Sequence[int], direction: str, sign: Text = EMPTY, **values: Any
) -> tuple[int, ...]:
    """Write down that several people arrive or depart alike (`JOURNEY_FIELDS`); return the rows' ids."""
    made = [logistics.add_journey(work, one, direction, sign, **values) for one in _each(participation_ids)]
    work.values = {"count": len(made)}
    return tuple(made)


@operation("Edit journeys: {count}")
def edit_journeys(work: Work, journey_ids: Sequence[int], **values: Any) -> None:
    """Set the same fields of several journeys (`JOURNEY_FIELDS`)."""
    for one in _each(journey_ids):
        logistics.edit_journey(work, one, **values)
    work.values = {"count": len(set(journey_ids))}


@operation("Remove journeys: {count}")
def remove_journeys(work: Work, journey_ids: Sequence[int]) -> None:
    """Remove several journeys."""
    for one in _each(journey_ids):
        work.remove(work.get(Journey, one))
    work.values["count"] = len(set(journey_ids))


@operation("Give a journey to {name}")
def give_journey(work: Work, journey_id: int, participation_id: int) -> None:
    """Say that a journey is somebody else's of the same event."""
    journey, member = work.get(Journey, journey_id), work.get(Participation, participation_id)
    _require_same_event(work, journey.participation_id, participation_id)
    journey.participation_id = participation_id
    work.values["name"] = called(work, member)


@operation("Add rooms: {count}")
def add_lodgings(work: Work, participation_ids: Sequence[int], **values: Any) -> tuple[int, ...]:
    """Give several people a room each (`LODGING_FIELDS`); return the rows' ids."""
    made = [logistics.add_lodging(work, one, **values) for one in _each(participation_ids)]
    work.values = {"count": len(made)}
    return tuple(made)


@operation("Edit rooms: {count}")
def edit_lodgings(work: Work, lodging_ids: Sequence[int], **values: Any) -> None:
    """Set the same fields of several rooms (`LODGING_FIELDS`)."""
    for one in _each(lodging_ids):
        logistics.edit_lodging(work, one, **values)
    work.values = {"count": len(set(lodging_ids))}


@operation("Remove rooms: {count}")
def remove_lodgings(work: Work, lodging_ids: Sequence[int]) -> None:
    """Remove several rooms."""
    for one in _each(lodging_ids):
        work.remove(work.get(Lodging, one))
    work.values["count"] = len(set(lodging_ids))


@operation("Give a room to {name}")
def give_lodging(work: Work, lodging_id: int, participation_id: int) -> None:
    """Say that a room is somebody else's of the same event."""
    lodging, member = work.get(Lodging, lodging_id), work.get(Participation, participation_id)
    _require_same_event(work, lodging.participation_id, participation_id)
    if lodging.shares_with_id == participation_id:
        lodging.shares_with_id = None
    lodging.participation_id = participation_id
    work.values["name"] = called(work, member)


@operation("Share a room: {name}")
def share_room(work: Work, lodging_id: int, participation_id: int | None) -> None:
    """Say with whom somebody shares a room; the other's row says so too, and gets the same room.

    Whoever shared with one of them before shares with nobody. None parts them.
    """
    lodging = work.get(Lodging, lodging_id)
    own = lodging.participation_id
    if participation_id is not None:
        _require_same_event(work, own, participation_id)
        if participation_id == own:
            raise BadInput("Nobody shares a room with oneself.")
    pair = {own} if participation_id is None else {own, participation_id}
    for other in work.find_among(Lodging, "shares_with_id", pair):
        if other.participation_id not in pair:
            other.shares_with_id = None
    if participation_id is None and lodging.shares_with_id is not None:
        for other in work.find(Lodging, participation_id=lodging.shares_with_id, shares_with_id=own):
            other.shares_with_id = None
    lodging.shares_with_id = participation_id
    for other in work.find(Lodging, participation_id=participation_id) if participation_id is not None else ():
        other.shares_with_id = own
        for key in _OF_THE_ROOM:
            setattr(other, key, getattr(lodging, key))
    work.values["name"] = called(work, work.get(Participation, own))


@operation("Edit presents: {count}")
def edit_gifts(work: Work, gift_ids: Sequence[int], **values: Any) -> None:
    """Set the same fields of several presents (`GIFT_FIELDS`)."""
    for one in _each(gift_ids):
        gifts.edit_gift(work, one, **values)
    work.values = {"count": len(set(gift_ids))}


@operation("Remove presents: {count}")
def remove_gifts(work: Work, gift_ids: Sequence[int]) -> None:
    """Remove several presents that were written down by mistake."""
    for one in _each(gift_ids):
        work.remove(work.get(Gift, one))
    work.values["count"] = len(set(gift_ids))


@operation("Change whose present it is")
def give_gift(work: Work, gift_id: int, person_id: int) -> None:
    """Say that a present is to or from somebody else."""
    gift = work.get(Gift, gift_id)
    work.get(Person, person_id)
    gift.person_id = person_id


@operation("Invite people: {count}")
def invite_all(work: Work, item_id: int, participation_ids: Sequence[int], **values: Any) -> tuple[int, ...]:
    """Invite several participants to an item (`INVITATION_FIELDS`), but those who are invited; return the new ids."""
    work.get(Item, item_id)
    there = {one.participation_id for one in work.find(Invitation, item_id=item_id)}
    wanted = [one for one in _each(participation_ids) if one not in there]
    made = [invitations.invite(work, item_id, one, **values) for one in wanted]
    work.values = {"count": len(made)}
    return tuple(made)


@operation("Edit invitations: {count}")
def edit_invitations(work: Work, invitation_ids: Sequence[int], **values: Any) -> None:
    """Set the same fields of several invitations (`INVITATION_FIELDS`): sent when, answered what."""
    for one in _each(invitation_ids):
        invitations.edit_invitation(work, one, **values)
    work.values = {"count": len(set(invitation_ids))}


@operation("Withdraw invitations: {count}")
def remove_invitations(work: Work, invitation_ids: Sequence[int]) -> None:
    """Remove several invitations."""
    for one in _each(invitation_ids):
        work.remove(work.get(Invitation, one))
    work.values["count"] = len(set(invitation_ids))


def _each(ids: Iterable[int]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(ids))


def _require_same_event(work: Work, one: int, other: int) -> None:
    events = {
        work.get(Delegation, work.get(Participation, member).delegation_id).event_id for member in (one, other)
    }
    if len(events) > 1:
        raise BadInput("Both must take part in the same event.")
