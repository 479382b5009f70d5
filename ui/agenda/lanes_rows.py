"""Lanes: what fills the time of each person, interpreter, room and vehicle, with what collides. No widgets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from planner.queries.lanes import PERSON, ROOM, VEHICLE, Lanes
from planner.rules.kinds import Capacity
from planner.rules.taking_part import Taken, collisions
from planner.rules.times import DAY, clock, day_start
from ui.common.named import first_name, shown
from ui.common.pill import Tone
from ui.common.words import SIDE_TONES
from ui.translate import language, t


class Sort(StrEnum):
    """Whose lanes are looked at."""

    PEOPLE = "people"
    INTERPRETERS = "interpreters"
    ROOMS = "rooms"
    VEHICLES = "vehicles"


class Bar(NamedTuple):
    """A stretch of a lane, in minutes from midnight of its day. `item` is 0 for a calendar kept elsewhere.

    `level` counts the bars it lies below of those it overlaps; `conflict` says with what it collides.
    """

    day: int
    start: int
    end: int
    item: int
    title: str
    outside: bool = False
    conflict: str = ""
    level: int = 0

    def spoken(self) -> str:
        """Say the bar in words."""
        when = f"{clock(self.start % DAY)}–{clock(self.end % DAY)}"
        return " · ".join(part for part in (f"{when} {self.title}", self.conflict) if part)


class Lane(NamedTuple):
    """A lane; `levels` is how many bars stand one below the other at most."""

    label: str
    remark: str
    tone: Tone
    bars: tuple[Bar, ...]
    levels: int = 1


def lanes_of(facts: Lanes, sort: Sort, days: Sequence[date], zone: str, tags: Sequence[str]) -> list[Lane]:
    """Return the lanes of some days."""
    maker = _Maker(facts, days, zone, tags)
    if sort is Sort.ROOMS:
        rooms = facts.rooms.items()
        return [maker.lane(ROOM, one, shown(room, *tags), shown(venue, *tags)) for one, (room, venue) in rooms]
    if sort is Sort.VEHICLES:
        used = {one.id for one in facts.uses if one.what == VEHICLE}
        return [maker.lane(VEHICLE, one, name, "") for one, name in facts.vehicles.items() if one in used]
    return list(_people(maker, facts, sort, tags))


def _people(maker: _Maker, facts: Lanes, sort: Sort, tags: Sequence[str]) -> Iterator[Lane]:
    for row in facts.delegations:
        for member in row.members:
            interprets = member.capacity is Capacity.INTERPRETER or member.id in facts.interpreters
            if member.state == "declined" or (sort is Sort.INTERPRETERS and not interprets):
                continue
            post = shown(member.position, *tags)
            label = first_name(member.names, language(), *tags) or post or t("Not named yet")
            yield maker.lane(PERSON, member.id, label, post if post != label else "", SIDE_TONES[row.side])


class _Maker:
    """Makes the lanes of one reading."""

    def __init__(self, facts: Lanes, days: Sequence[date], zone: str, tags: Sequence[str]) -> None:
        self._facts, self._tags = facts, tags
        self._midnights = [day_start(day, zone) for day in days]
        self._clashes = collisions(facts.uses)
        self._uses: Mapping[tuple[str, int], list[Taken]] = defaultdict(list)
        for one in facts.uses:
            self._uses[one.what, one.id].append(one)

    def lane(self, what: str, number: int, label: str, remark: str, tone: Tone = Tone.NEUTRAL) -> Lane:
        """Return one lane."""
        bars = _levelled(self._bars(self._uses.get((what, number), ())))
        return Lane(label, remark, tone, bars, max((bar.level + 1 for bar in bars), default=1))

    def _bars(self, uses: Iterable[Taken]) -> Iterator[Bar]:
        for one in uses:
            for number, midnight in enumerate(self._midnights):
                if midnight <= one.start < midnight + DAY:
                    start, end = one.start - midnight, one.end - midnight
                    yield Bar(number, start, end, one.item, self._called(one), one.outside, self._conflict(one))

    def _conflict(self, one: Taken) -> str:
        others = dict.fromkeys(self._called(other) for other in self._clashes.get(one, ()))
        return t("at the same time: {titles}", titles=", ".join(others)) if others else ""

    def _called(self, one: Taken) -> str:
        if one in self._facts.busy:
            return self._facts.busy[one] or t("Busy")
        titled = self._facts.titles[one.item]
        title = titled.title.first(*self._tags) or t("Without a title")
        return f"{title} ({titled.event.first(language(), *self._tags)})" if one.outside else title


def _levelled(bars: Iterable[Bar]) -> tuple[Bar, ...]:
    """Return bars in order of time, each on the first level that is free where it begins."""
    found: list[Bar] = []
    free: list[tuple[int, int]] = []
    for bar in sorted(bars, key=lambda one: (one.day, one.start, one.end, one.item)):
        begin = (bar.day, bar.start)
        level = next((place for place, end in enumerate(free) if end <= begin), len(free))
        end = (bar.day, max(bar.end, bar.start + 1))
        free[level : level + 1] = [end]
        found.append(bar._replace(level=level))
    return tuple(found)
