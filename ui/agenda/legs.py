"""The ways between the places of a day: how long they take, and how long there is for them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planner.queries.agenda import ItemRow
from planner.queries.venues import RouteRow
from planner.rules.kinds import ItemKind, ItemState
from planner.rules.times import clock
from ui.agenda.plan import When
from ui.agenda.timeline_items import TimelineLeg
from ui.common.named import shown
from ui.translate import t

Entry = tuple[ItemRow, When]
Tracks = dict[int, tuple[int, ...]]
"""The columns an item stands in, by its id."""


class Ways(NamedTuple):
    """The ways of a day.

    `legs` are drawn between items; `remarks` stand on transfers that are items of their own; `late` says of an
    item by how much it begins too early.
    """

    legs: tuple[TimelineLeg, ...]
    remarks: dict[int, str]
    late: dict[int, str]


class _Leg(NamedTuple):
    before: Entry
    transfer: Entry | None
    after: Entry

    def key(self) -> tuple[int | None, ...]:
        """Return what legs drawn as one have in common: the way, the time, the transfer."""
        transfer = self.transfer[0].id if self.transfer else None
        return (self.before[0].venue_id, self.before[1].end, self.after[0].id, transfer)


def ways(entries: Sequence[Entry], tracks: Tracks, routes: Sequence[RouteRow], languages: Sequence[str]) -> Ways:
    """Return the ways between the venues of neighbouring items in each track, where a route is known."""
    minutes = {(route.from_venue_id, route.to_venue_id): route.minutes for route in reversed(routes)}
    found: dict[tuple[int | None, ...], tuple[_Leg, list[int]]] = {}
    for track in range(1 + max((one for there in tracks.values() for one in there), default=0)):
        for leg in _legs_of([entry for entry in entries if track in tracks[entry[0].id]]):
            found.setdefault(leg.key(), (leg, []))[1].append(track)
    legs, remarks, late = [], {}, {}
    for leg, columns in found.values():
        start, end = leg.before[0].venue_id, leg.after[0].venue_id
        if start is None or end is None:
            continue
        planned = minutes.get((start, end)) or minutes.get((end, start))
        if planned is None:
            continue
        departure = leg.transfer[1].start if leg.transfer else leg.before[1].end
        available = leg.after[1].start - departure
        time = t("{planned} min planned, {available} available", planned=planned, available=available)
        if leg.transfer:
            remarks[leg.transfer[0].id] = time
        else:
            text = f"{clock(departure % 1440)} {_way(leg, languages)} · {time}"
            legs.append(TimelineLeg(departure, leg.after[1].start, tuple(columns), text, tight=planned > available))
        if planned > available:
            late[leg.after[0].id] = t("starts {n} min before the earliest arrival", n=planned - available)
    return Ways(tuple(legs), remarks, late)


def _way(leg: _Leg, languages: Sequence[str]) -> str:
    return f"{shown(leg.before[0].venue, *languages)} → {shown(leg.after[0].venue, *languages)}"


def _legs_of(entries: Sequence[Entry]) -> list[_Leg]:
    """Return the pairs of neighbours in different venues, with the transfer between them if it is an item."""
    legs: list[_Leg] = []
    before: Entry | None = None
    transfer: Entry | None = None
    for entry in entries:
        item, span = entry
        if item.state is ItemState.CANCELLED:
            continue
        if item.kind is ItemKind.MOVEMENT:
            transfer = entry
            continue
        if item.venue_id is None:
            continue
        if before is not None and before[0].venue_id != item.venue_id and span.start >= before[1].end:
            legs.append(_Leg(before, transfer, entry))
        if before is None or span.end >= before[1].end or before[0].venue_id != item.venue_id:
            before, transfer = entry, None
    return legs
