"""Whom an item means: the persons behind its sides, delegations, tracks and members."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeVar

from planner.rules.checks.facts import Attend, Item
from planner.rules.checks.people_facts import Delegation, Member, OnTrack
from planner.rules.kinds import Side

_NOBODY: frozenset[int] = frozenset()
Key = TypeVar("Key")


class Meant(NamedTuple):
    """The places of those who come, by side, delegation and track; the person of each; the delegations of each side
    and track.
    """

    by_side: Mapping[Side, frozenset[int]]
    by_delegation: Mapping[int, frozenset[int]]
    person: Mapping[int, int | None]
    of_side: Mapping[Side, frozenset[int]]
    by_track: Mapping[int, frozenset[int]]
    of_track: Mapping[int, frozenset[int]]

    def put_in(self, item: Item) -> Item:
        """Return an item that knows whom it means: those put down for it, and those on its tracks."""
        through, whole = _NOBODY, self.whole(item.attends)
        for track in item.tracks if self.by_track else ():
            through |= self.by_track.get(track, _NOBODY)
            whole |= self.of_track.get(track, _NOBODY)
        members = self.members(item.attends) | through
        people = frozenset(filter(None, map(self.person.__getitem__, members)))  # no id is 0
        return item._replace(members=members, people=people, whole=whole, through=through)

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
            elif one.track_id is not None:
                found |= self.by_track.get(one.track_id, _NOBODY)
        return frozenset(found)

    def whole(self, attends: Iterable[Attend]) -> frozenset[int]:
        """Return the ids of the delegations that take part as such."""
        found: set[int] = set()
        for one in attends:
            if one.delegation_id is not None:
                found.add(one.delegation_id)
            elif one.side is not None:
                found |= self.of_side.get(one.side, _NOBODY)
            elif one.track_id is not None:
                found |= self.of_track.get(one.track_id, _NOBODY)
        return frozenset(found)


def meant(members: Iterable[Member], delegations: Iterable[Delegation], on_tracks: Iterable[OnTrack]) -> Meant:
    """Return who is meant by what; those who declined are not."""
    coming = (
        (one.id, one.delegation_id, one.side, one.person.id if one.person else None) for one in members if one.coming
    )
    return index(coming, ((one.id, one.side) for one in delegations), on_tracks)


def index(
    places: Iterable[tuple[int, int, Side, int | None]], delegations: Iterable[tuple[int, Side]],
    on_tracks: Iterable[OnTrack],
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
    by_track: dict[int, set[int]] = defaultdict(set)
    of_track: dict[int, set[int]] = defaultdict(set)
    for one in on_tracks:
        if one.delegation_id is not None:
            of_track[one.track_id].add(one.delegation_id)
            by_track[one.track_id] |= by_delegation.get(one.delegation_id, _NOBODY)
        elif one.member_id in person:
            by_track[one.track_id].add(one.member_id)
    return Meant(
        _frozen(by_side), _frozen(by_delegation), person, _frozen(of_side), _frozen(by_track), _frozen(of_track)
    )


def _frozen(found: Mapping[Key, set[int]]) -> dict[Key, frozenset[int]]:
    return {key: frozenset(ids) for key, ids in found.items()}
