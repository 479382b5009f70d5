"""Times kept elsewhere: a principal's other appointments, and which items of a programme they collide with (W-01)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from planner.rules.agenda import Use


class BusyTime(NamedTuple):
    """An appointment read from a calendar file; UTC instants. A private one has no title.

    `uid` is the appointment's own, with its instant where it recurs; `all_day` says that the file names days alone.
    """

    uid: str
    starts: datetime
    ends: datetime
    all_day: bool
    title: str
    tentative: bool


class BusySpan(NamedTuple):
    """A kept busy time of a person, in minutes since 1970 UTC."""

    id: int
    person_id: int
    start: int
    end: int
    all_day: bool
    title: str
    tentative: bool


class BusyClash(NamedTuple):
    """An item of a programme in a person's busy time."""

    person_id: int
    item: int
    busy: BusySpan


def clashes(spans: Iterable[BusySpan], uses: Iterable[Use]) -> tuple[BusyClash, ...]:
    """Return where a person (`Use.what`) is meant by an item while taken elsewhere, by item.

    Whole days are among them (leave, a journey): `busy.all_day` tells, for they are worth asking and no proof.
    """
    taken: dict[int, list[BusySpan]] = defaultdict(list)
    for span in spans:
        taken[span.person_id].append(span)
    found = [
        BusyClash(use.what, use.item, span)
        for use in uses
        for span in taken.get(use.what, ())
        if span.start < use.end and use.start < span.end
    ]
    return tuple(sorted(found, key=lambda clash: (clash.item, clash.person_id, clash.busy.start, clash.busy.id)))
