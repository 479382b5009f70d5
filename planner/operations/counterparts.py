"""Counterparts: what a person decided against the matching by level and field (handbook 3.3)."""

from __future__ import annotations

from planner.errors import BadInput
from planner.model.participation import Counterpart, Delegation, Participation
from planner.operations.delegations import called
from planner.operations.registry import Work, operation
from planner.rules.kinds import Side


@operation("Match {name}")
def pin_counterpart(work: Work, guest_id: int, host_id: int) -> int:
    """Make a host the counterpart of a guest; pins of either to somebody else are taken away. Return the row's id."""
    guest, host = work.get(Participation, guest_id), work.get(Participation, host_id)
    here, there = work.get(Delegation, guest.delegation_id), work.get(Delegation, host.delegation_id)
    if here.event_id != there.event_id or (here.side, there.side) != (Side.GUEST, Side.HOST):
        raise BadInput("A counterpart is a host of the same event.")
    work.values["name"] = called(work, guest)
    found = work.find(Counterpart, guest_id=guest_id)
    for other in work.find(Counterpart, host_id=host_id):
        if other not in found:
            work.remove(other)
    if not found:
        return work.add(Counterpart(event_id=here.event_id, guest_id=guest_id, host_id=host_id, pinned=True)).id
    for other in found[1:]:
        work.remove(other)
    row = found[0]
    if (row.host_id, row.pinned) != (host_id, True):
        row.host_id, row.pinned = host_id, True
    return row.id


@operation("Match {name} by rank again")
def release_counterpart(work: Work, guest_id: int) -> None:
    """Let level and field decide again who answers to a guest."""
    work.values["name"] = called(work, work.get(Participation, guest_id))
    for row in work.find(Counterpart, guest_id=guest_id):
        work.remove(row)


@operation("Match all counterparts by rank again")
def release_counterparts(work: Work, event_id: int) -> None:
    """Let level and field decide all counterparts of an event again."""
    for row in work.find(Counterpart, event_id=event_id):
        work.remove(row)
