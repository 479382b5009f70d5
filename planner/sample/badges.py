"""What badges of the sample say beside the name: zones of access, and the language to address somebody in."""

from __future__ import annotations

from planner.app import Planner
from planner.operations.delegations import edit_members
from planner.queries.delegations import delegations
from planner.rules.kinds import Capacity, Side

_HEADS = (Capacity.HEAD, Capacity.DEPUTY_HEAD)


def build(planner: Planner, event: int) -> None:
    """Let everybody into the halls, the heads into the room of the delegations too, the hosts behind the stage."""
    for row in planner.read(delegations, event):
        there = [member for member in row.members if member.who is not None]
        zones = ["A", "B"] if row.side in (Side.HOST, Side.STAFF) else ["A"]
        if there:
            planner.execute(edit_members, [member.id for member in there], zones=zones)
        heads = [member.id for member in there if member.capacity in _HEADS]
        if heads:
            planner.execute(edit_members, heads, zones=[*zones, "VIP"])
        others = [member.id for member in there if member.capacity is not Capacity.INTERPRETER]
        if others:
            planner.execute(edit_members, others, speaks="ky" if row.side is Side.GUEST else "ru")
