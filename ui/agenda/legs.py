"""The ways between the places of a day: how long they take, how long there is for them, and what is offered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from planner.queries.agenda import ItemRow
from planner.queries.venues import RouteRow
from planner.rules import legs as rules
from planner.rules.kinds import ItemKind, ItemState
from planner.rules.legs import Leg, Visit
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


def table_of(routes: Sequence[RouteRow]) -> rules.Ways:
    """Return the ways of the venues' table by their ends; of several between two places the last one stands."""
    return rules.table((one.from_venue_id, one.to_venue_id, one.mode, one.minutes) for one in reversed(routes))


def legs_of(entries: Sequence[Entry], tracks: Tracks, table: rules.Ways) -> list[Leg]:
    """Return the ways between the venues of neighbouring items in each column."""
    visits = [
        Visit(item.id, span.start, span.end, frozenset(tracks[item.id]), item.venue_id, item.kind is ItemKind.MOVEMENT)
        for item, span in entries
        if item.state is not ItemState.CANCELLED
    ]
    return rules.legs(visits, table)


def ways(
    entries: Sequence[Entry], tracks: Tracks, routes: Sequence[RouteRow], languages: Sequence[str], *,
    read_only: bool = False,
) -> Ways:  # fmt: skip
    """Return the ways of a day as they are drawn and said."""
    items = {item.id: item for item, _span in entries}
    legs, remarks, late = [], {}, {}
    for leg in legs_of(entries, tracks, table_of(routes)):
        if leg.transfer is not None:
            if leg.way is not None:
                remarks[leg.transfer] = _minutes(leg)
        elif leg.available > 0 or leg.way is not None:
            legs.append(_drawn(leg, items, languages, read_only=read_only))
        if leg.missing:
            late[leg.after] = t("starts {n} min before the earliest arrival", n=leg.missing)
    return Ways(tuple(legs), remarks, late)


def _drawn(leg: Leg, items: dict[int, ItemRow], languages: Sequence[str], *, read_only: bool) -> TimelineLeg:
    before, after = items[leg.before], items[leg.after]
    way = f"{shown(before.venue, *languages)} → {shown(after.venue, *languages)}"
    text = f"{clock(leg.departure % 1440)} {way} · {_minutes(leg)}"
    columns = tuple(sorted(int(str(thing)) for thing in leg.holds))
    offer = "" if read_only else t("Add a movement")
    return TimelineLeg(leg.departure, leg.arrival, columns, text, tight=leg.missing > 0, before=leg.before,
                       after=leg.after, offer=offer)  # fmt: skip


def _minutes(leg: Leg) -> str:
    if leg.way is None:
        return t("minutes not known, {available} available", available=leg.available)
    return t("{planned} min planned, {available} available", planned=leg.way.minutes, available=leg.available)
