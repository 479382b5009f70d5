"""Whom an item means: the persons behind its sides, delegations and members."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from planner.rules.checks.facts import Attend, Delegation, Item, Member
from planner.rules.kinds import Side


class Meant(NamedTuple):
    """The persons who come, by side, delegation and place; and the delegations of each side."""

    by_side: dict[Side, frozenset[int]]
    by_delegation: dict[int, frozenset[int]]
    by_member: dict[int, int]
    of_side: dict[Side, frozenset[int]]

    def people(self, attends: Iterable[Attend]) -> frozenset[int]:
        """Return the ids of the persons meant."""
        found: set[int] = set()
        for one in attends:
            if one.member_id is not None:
                if one.member_id in self.by_member:
                    found.add(self.by_member[one.member_id])
            elif one.delegation_id is not None:
                found |= self.by_delegation.get(one.delegation_id, frozenset())
            elif one.side is not None:
                found |= self.by_side.get(one.side, frozenset())
        return frozenset(found)

    def whole(self, attends: Iterable[Attend]) -> frozenset[int]:
        """Return the ids of the delegations that take part as such."""
        found: set[int] = set()
        for one in attends:
            if one.delegation_id is not None:
                found.add(one.delegation_id)
            elif one.side is not None:
                found |= self.of_side.get(one.side, frozenset())
        return frozenset(found)

    def put_in(self, item: Item) -> Item:
        """Return an item that knows whom it means."""
        return item._replace(people=self.people(item.attends), whole=self.whole(item.attends))


def meant(members: Iterable[Member], delegations: Iterable[Delegation]) -> Meant:
    """Return who is meant by what; those who declined are not."""
    by_side: dict[Side, set[int]] = defaultdict(set)
    by_delegation: dict[int, set[int]] = defaultdict(set)
    by_member: dict[int, int] = {}
    of_side: dict[Side, set[int]] = defaultdict(set)
    for delegation in delegations:
        of_side[delegation.side].add(delegation.id)
    for member in members:
        if member.person is not None and member.coming:
            by_side[member.side].add(member.person.id)
            by_delegation[member.delegation_id].add(member.person.id)
            by_member[member.id] = member.person.id
    return Meant(
        {side: frozenset(found) for side, found in by_side.items()},
        {one: frozenset(found) for one, found in by_delegation.items()},
        by_member,
        {side: frozenset(found) for side, found in of_side.items()},
    )
