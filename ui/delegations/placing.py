"""Which pins bring the order a person asked for: the one moved, and those pinned who had to give way."""

from __future__ import annotations

from collections.abc import Sequence

from planner.queries.delegations import DelegationRow, MemberRow
from planner.rules.precedence import ACCOMPANYING
from ui.delegations.lines import shown_order

Pins = list[tuple[int, int]]
"""(participation, place counted from 1)."""


def pins_for(delegation: DelegationRow, moved: MemberRow, place: int) -> Pins:
    """Return the pins to set so that `moved` stands at `place` (from 1) of a delegation; none if nothing changes.

    Those counted in precedence and those who accompany them keep apart.
    """
    counted, others = shown_order(delegation)
    group = others if moved.capacity in ACCOMPANYING else counted
    first = len(counted) if group is others else 0
    ids = [member.id for member in group]
    wanted = place - 1 - first
    if moved.id in ids:
        now = ids.index(moved.id)
        wanted -= now < wanted  # the places after its own move up when it leaves
        wanted = min(max(wanted, 0), len(ids) - 1)
        if wanted == now:
            return []
        ids.remove(moved.id)
    ids.insert(min(max(wanted, 0), len(ids)), moved.id)
    return _pins(group, ids, moved.id, first)


def shifted(delegation: DelegationRow, moved: MemberRow, step: int) -> Pins:
    """Return the pins to set so that a member moves one place up (-1) or down (1); none at the end."""
    counted, others = shown_order(delegation)
    group = others if moved.capacity in ACCOMPANYING else counted
    first = len(counted) if group is others else 0
    ids = [member.id for member in group]
    now = ids.index(moved.id)
    wanted = now + step
    if not 0 <= wanted < len(ids):
        return []
    ids.insert(wanted, ids.pop(now))
    return _pins(group, ids, moved.id, first)


def _pins(group: Sequence[MemberRow], ids: Sequence[int], moved: int, first: int) -> Pins:
    pinned = {member.id: member.pin for member in group if member.pin is not None}
    places = {member_id: first + place for place, member_id in enumerate(ids, 1)}
    others = [(one, places[one]) for one in ids if one in pinned and one != moved and pinned[one] != places[one]]
    return [(moved, places[moved]), *others]
