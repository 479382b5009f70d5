"""Whom an item means: the persons behind its sides, delegations and members."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planner.rules.checks.facts import Attend, Delegation, Item, Member
from planner.rules.kinds import Side

_NOBODY: frozenset[int] = frozenset()


class Meant(NamedTuple):
    """The places of those who come, by side and delegation; the person of each; the delegations of each side."""

    by_side: Mapping[Side, frozenset[int]]
    by_delegation: Mapping[int, frozenset[int]]
    person: Mapping[int, int | None]
    of_side: Mapping[Side, frozenset[int]]

    def put_in(self, item: Item) -> Item:
        """Return an item that knows whom it means."""
        members = self.members(item.attends)
        people = frozenset(filter(None, map(self.person.__getitem__, members)))  # no id is 0
        return item._replace(members=members, people=people, whole=self.whole(item.attends))

    def members(self, attends: Iterable[Attend]) -> frozenset[int]:
        """Return the places meant."""
        found: set[int] = set()
        for one in attends:
            if one.member_id is not None:
                if one.member_id in self.person:
                    found.add(one.member_id)
            elif one.delegation_id is not None:
                found |= self.by_delegation.get(one.delegation_id, _NOBODY)
            elif one.side is not None:
                found |= self.by_side.get(one.side, _NOBODY)
        return frozenset(found)

    def whole(self, attends: Iterable[Attend]) -> frozenset[int]:
        """Return the ids of the delegations that take part as such."""
        found: set[int] = set()
        for one in attends:
            if one.delegation_id is not None:
                found.add(one.delegation_id)
            elif one.side is not None:
                found |= self.of_side.get(one.side, _NOBODY)
        return frozenset(found)


def meant(members: Iterable[Member], delegations: Iterable[Delegation]) -> Meant:
    """Return who is meant by what; those who declined are not."""
    coming = (
        (one.id, one.delegation_id, one.side, one.person.id if one.person else None) for one in members if one.coming
    )
    return index(coming, ((one.id, one.side) for one in delegations))


def index(
    places: Iterable[tuple[int, int, Side, int | None]], delegations: Iterable[tuple[int, Side]]
) -> Meant:  # fmt: skip
    """Return who is meant, from places (id, delegation, side, person) of those who come and delegations (id, side)."""
    by_side: dict[Side, set[int]] = defaultdict(set)
    by_delegation: dict[int, set[int]] = defaultdict(set)
    person: dict[int, int | None] = {}
    of_side: dict[Side, set[int]] = defaultdict(set)
    for delegation_id, side in delegations:
        of_side[side].add(delegation_id)
    for place, delegation_id, side, person_id in places:
        by_side[side].add(place)
        by_delegation[delegation_id].add(place)
        person[place] = person_id
    return Meant(
        {key: frozenset(found) for key, found in by_side.items()},
        {key: frozenset(found) for key, found in by_delegation.items()},
        person,
        {key: frozenset(found) for key, found in of_side.items()},
    )
