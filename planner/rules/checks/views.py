"""How the rules see a programme: an item with its parts, a delegation's days, and two items at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, pairwise
from typing import NamedTuple

from planner.rules.checks.facts import Facts, Item
from planner.rules.checks.people_facts import Delegation
from planner.rules.findings import Thing
from planner.rules.kinds import Audience, ItemKind, ItemState, Side
from planner.rules.said import Said
from planner.rules.times import DAY, clock

TRAVEL = frozenset({ItemKind.ARRIVAL, ItemKind.DEPARTURE, ItemKind.MOVEMENT})
MEALS = frozenset({ItemKind.MEAL, ItemKind.RECEPTION})
REST = frozenset({ItemKind.FREE_TIME, ItemKind.BREAK})
TALKS = frozenset({ItemKind.MEETING, ItemKind.TALKS, ItemKind.SIGNING})


class Family(NamedTuple):
    """An item and its parts in order."""

    item: Item
    parts: tuple[Item, ...]


class Strand(NamedTuple):
    """What one delegation as a whole goes through, in order of time: items with a time that are part of no other."""

    delegation: Delegation
    items: tuple[Item, ...]

    def days(self) -> Iterator[tuple[Item, ...]]:
        """Yield the items of each day."""
        for _day, items in groupby(self.items, key=lambda item: item.day):
            yield tuple(items)

    def neighbours(self) -> Iterator[tuple[Item, Item]]:
        """Yield each two items of a day one of which follows the other; one within another is passed over."""
        for items in self.days():
            yield from pairwise(_one_after_another(items))


class Clash(NamedTuple):
    """Two items at once that need the same people, or the same room (0 for none).

    Two talks of one session need the session's room: `room` is then that item's id, below 0.
    """

    first: Item
    second: Item
    people: frozenset[int] = frozenset()
    room: int = 0


Pair = tuple[int, int]


def families(facts: Facts) -> dict[int, Family]:
    """Return every item of the event with its parts."""
    parts: dict[int, list[Item]] = defaultdict(list)
    for item in facts.items.values():
        if item.parent_id is not None and item.state is not ItemState.CANCELLED:
            parts[item.parent_id].append(item)
    for found in parts.values():
        found.sort(key=lambda item: (item.position, item.id))
    return {one: Family(item, tuple(parts[one]) if one in parts else ()) for one, item in facts.items.items()}


def strands(facts: Facts) -> dict[int, Strand]:
    """Return the strand of each delegation that has members who come, once it was put down for anything."""
    coming = {member.delegation_id for member in facts.members.values() if member.coming}
    guest = {one.id for one in facts.delegations if one.side in (Side.GUEST, Side.INVITED)} & coming
    ours = coming - guest
    named = frozenset[int]().union(*(item.whole for item in facts.items.values() if item.span is not None))
    coming, guest, ours = coming & named, guest & named, ours & named
    by_delegation: dict[int, list[Item]] = {one: [] for one in coming}
    for item in facts.items.values():
        if item.span is None or item.parent_id is not None or item.day is None:
            continue
        # What the guests do not read of is not for them, unless they are named.
        anybody = (guest if Audience.GUEST in item.audience else set()) | ours
        for one in anybody if item.is_open else item.whole & coming:
            by_delegation[one].append(item)
    for items in by_delegation.values():
        items.sort(key=lambda item: (item.span.start, item.span.end, item.id) if item.span else (0, 0, item.id))
    return {one.id: Strand(one, tuple(by_delegation[one.id])) for one in facts.delegations if by_delegation.get(one.id)}


def clashes(facts: Facts, before: Facts | None = None, known: Mapping[Pair, Clash] | None = None) -> dict[Pair, Clash]:
    """Return what is taken twice; with what was `known` of facts `before`, only changed items are looked at again."""
    if before is None or known is None or before.elsewhere is not facts.elsewhere:
        return _all_clashes(facts)
    changed = [item for one, item in facts.items.items() if before.items.get(one) is not item]
    if len(changed) > len(facts.items) // 8 + 4:
        return _all_clashes(facts)
    stale = {item.id for item in changed} | (before.items.keys() - facts.items.keys())
    found = {pair: clash for pair, clash in known.items() if stale.isdisjoint(pair)}
    for item in changed:
        for other in (*facts.items.values(), *facts.elsewhere.values()):
            clash = clash_of(item, other)
            if clash is not None:
                found[clash.first.id, clash.second.id] = clash
    return found


def clash_of(one: Item, other: Item) -> Clash | None:
    """Return what two items need at once, or None; an item and its own part need nothing twice."""
    if one.span is None or other.span is None or one.id == other.id:
        return None
    if not (other.span.start < one.span.end and one.span.start < other.span.end):
        return None
    if one.id == other.parent_id or other.id == one.parent_id:
        return None
    people = one.people & other.people
    room = one.room_id if _takes_room(one) and _takes_room(other) and one.room_id == other.room_id else 0
    if one.parent_id is not None and one.parent_id == other.parent_id and one.kind is other.kind is ItemKind.TALK:
        room = room or -one.parent_id
    if not (people or room):
        return None
    first, second = sorted((one, other), key=_in_time)
    return Clash(first, second, people, room or 0)


def _all_clashes(facts: Facts) -> dict[Pair, Clash]:
    """Sweep over the items in order of time; whoever still lasts when the next begins may clash with it."""
    timed = [(item.span.start, item.id, item) for item in facts.items.values() if item.span is not None]
    timed += [(item.span.start, item.id, item) for item in facts.elsewhere.values() if item.span is not None]
    lasting: list[Item] = []
    found = {}
    for start, _id, item in sorted(timed):
        lasting = [other for other in lasting if other.span is not None and other.span.end > start]
        for other in lasting:
            apart = item.room_id != other.room_id and (item.parent_id is None or item.parent_id != other.parent_id)
            if apart and item.people.isdisjoint(other.people):
                continue
            if item.id in facts.items or other.id in facts.items:
                clash = clash_of(other, item)
                if clash is not None:
                    found[clash.first.id, clash.second.id] = clash
        lasting.append(item)
    return found


def _takes_room(item: Item) -> bool:
    # The press is in a room for what happens there, and does not take it.
    return item.room_id is not None and item.kind is not ItemKind.PRESS


def _in_time(item: Item) -> tuple[int, int]:
    return (item.span.start if item.span else 0, item.id)


def _one_after_another(items: Iterable[Item]) -> Iterator[Item]:
    end = None
    for item in items:
        if item.span is None or (end is not None and item.span.start < end):
            continue
        yield item
        end = item.span.end


def guests(strand: Strand) -> bool:
    """Tell whether a strand is of guests."""
    return strand.delegation.side is Side.GUEST


def things(*items: Item) -> tuple[Thing, ...]:
    """Return items as the things of a finding."""
    return tuple([Thing("item", item.id) for item in items])


def when(item: Item) -> str:
    """Return "10:00–11:30", or the start alone, "" in the pool."""
    if item.start is None:
        return ""
    return clock(item.start) if item.end is None else f"{clock(item.start)}–{clock(item.end)}"


def minutes(item: Item) -> int:
    """Return its minutes, 0 for a moment."""
    return item.span.end - item.span.start if item.span else 0


def wall(item: Item) -> tuple[int, int]:
    """Return start and end in wall minutes of its first day; past midnight counts on."""
    start = item.start or 0
    if item.end is None:
        return start, start
    days = (item.end_day - item.day).days if item.end_day and item.day else 0
    return start, max(start, item.end + days * DAY)


def several(names: Iterable[str], most: int = 3) -> Said:
    """Return the first names, and how many more there are: "A, B, C + 4"."""
    found = list(dict.fromkeys(names))
    more = f" + {len(found) - most}" if len(found) > most else ""
    return Said.joined(found[:most], more)
