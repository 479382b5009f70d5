"""Invitations to an item, and what was answered (handbook 2.17)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.errors import BadInput, Clash
from planner.model.agenda import Item
from planner.model.logistics import Invitation
from planner.model.participation import Delegation, Participation
from planner.operations import fields
from planner.operations.delegations import called
from planner.operations.registry import Work, operation

STATES = ("draft", "sent", "delivered", "accepted", "declined", "tentative", "substitute", "no-answer")
"""How far an invitation has come."""


def _state(value: Any) -> str:
    if value not in STATES:
        raise ValueError
    return str(value)


INVITATION_FIELDS: Mapping[str, fields.Check] = {
    "state": _state,
    "sent_on": fields.optional(fields.day),
    "answered_on": fields.optional(fields.day),
    "with_spouse": fields.flag,
    "note": fields.words,
}


@operation("Invite {name}")
def invite(work: Work, item_id: int, participation_id: int, **values: Any) -> int:
    """Invite a participant of the event to an item (`INVITATION_FIELDS`); return the invitation's id."""
    item, member = work.get(Item, item_id), work.get(Participation, participation_id)
    if work.get(Delegation, member.delegation_id).event_id != item.event_id:
        raise BadInput("Whoever is invited to an item takes part in its event.")
    work.values["name"] = called(work, member)
    if work.find(Invitation, item_id=item_id, participation_id=participation_id):
        raise Clash("{name} is invited already.", name=work.values["name"])
    row = work.add(Invitation(item_id=item_id, participation_id=participation_id))
    fields.put(row, values, INVITATION_FIELDS)
    return row.id


@operation("Edit the invitation of {name}")
def edit_invitation(work: Work, invitation_id: int, **values: Any) -> None:
    """Set fields of an invitation (`INVITATION_FIELDS`): sent when, answered what."""
    row = work.get(Invitation, invitation_id)
    fields.put(row, values, INVITATION_FIELDS)
    work.values["name"] = _called(work, row)


@operation("Withdraw the invitation of {name}")
def remove_invitation(work: Work, invitation_id: int) -> None:
    """Remove an invitation."""
    row = work.get(Invitation, invitation_id)
    work.values["name"] = _called(work, row)
    work.remove(row)


def _called(work: Work, row: Invitation) -> str:
    return called(work, work.get(Participation, row.participation_id)) if row.participation_id else ""
