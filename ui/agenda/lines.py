"""The lines of the programme as a list: days, items, their parts, and an empty line at the end of each day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from planner.queries.agenda import ItemRow
from planner.rules.kinds import Audience, ItemState
from planner.rules.times import DAY
from ui.agenda.plan import ALL_DAYS, POOL, Plan, View, by_day, days, is_for, is_internal, place_of, pool
from ui.agenda.timeline_items import span
from ui.agenda.words import day_heading, word
from ui.common.moment_fields import parse_time
from ui.translate import t


class Kind(StrEnum):
    """What a line is."""

    DAY = "day"
    ITEM = "item"
    NEW = "new"


class Line(NamedTuple):
    """A line. `key` is unique: an item's id, or the day's number below zero; titles stand in the event's languages."""

    kind: Kind
    key: int
    day: date
    time: str = ""
    titles: tuple[str, ...] = ()
    place: str = ""
    state: ItemState = ItemState.CONFIRMED
    readers: str = ""
    conflict: str = ""
    depth: int = 0
    principal: bool = False
    heading: str = ""


def lines_of(plan: Plan, day: date, view: View, reasons: Mapping[int, str]) -> list[Line]:
    """Return the lines of one day, of all days, or of the items without a time."""
    maker = _Lines(plan, view, reasons)
    if day == POOL:
        return [*maker.pool(), _new(POOL)]
    if day != ALL_DAYS:
        return [*maker.day(day), _new(day)]
    found: list[Line] = []
    for one in days(plan):
        found += [Line(Kind.DAY, -one.toordinal(), one, heading=day_heading(one)), *maker.day(one), _new(one)]
    if waiting := maker.pool():
        found += [Line(Kind.DAY, -POOL.toordinal(), POOL, heading=t("Without a time")), *waiting]
    return found


def _new(day: date) -> Line:
    return Line(Kind.NEW, -day.toordinal() - 10_000_000, day)


class _Lines:
    """Makes the lines of one plan."""

    def __init__(self, plan: Plan, view: View, reasons: Mapping[int, str]) -> None:
        self._plan, self._view, self._reasons = plan, view, reasons
        self._days = by_day(plan, view)
        self._parts: dict[int, list[ItemRow]] = {}
        for item in plan.programme.items:
            if item.parent_id is not None:
                self._parts.setdefault(item.parent_id, []).append(item)

    def day(self, day: date) -> list[Line]:
        """Return the lines of a day's items with their parts."""
        found: list[Line] = []
        for item, when in self._days.get(day, ()):
            found.append(self._line(item, day, span(when.start, when.end)))
            found += self._below(item, day, 1)
        return found

    def pool(self) -> list[Line]:
        """Return the lines of the items without a time."""
        found: list[Line] = []
        for item in pool(self._plan, self._view):
            found.append(self._line(item, POOL, _minutes(item)))
            found += self._below(item, POOL, 1)
        return found

    def _below(self, item: ItemRow, day: date, depth: int) -> Iterator[Line]:
        for part in self._parts.get(item.id, ()):
            if is_for(part, self._view, self._plan):
                yield self._line(part, day, _part_time(part), depth)
                yield from self._below(part, day, depth + 1)

    def _line(self, item: ItemRow, day: date, time: str, depth: int = 0) -> Line:
        languages = self._plan.event.languages
        return Line(
            Kind.ITEM, item.id, day, time, tuple(item.title.get(tag) for tag in languages),
            place_of(item, *languages), item.state, _readers(item), self._reasons.get(item.id, ""), depth,
            item.principal,
        )  # fmt: skip


def _part_time(part: ItemRow) -> str:
    if part.start is not None:
        return span(part.start, part.start if part.end is None else part.end)
    return _minutes(part)


def _minutes(item: ItemRow) -> str:
    return t("{n} min", n=item.minutes) if item.minutes else ""


def _readers(item: ItemRow) -> str:
    """Say who reads an item where that is not the usual: guests and colleagues."""
    if Audience.PRESS in item.audience:
        return t("press")
    return t("internal") if is_internal(item) else ""


def state_words(line: Line) -> str:
    """Return the word for a state that is not the usual one."""
    return "" if line.state is ItemState.CONFIRMED else word(line.state)


def parse_span(words: str) -> tuple[int, int | None] | None:
    """Return start and end meant by "9:30", "0930", "9:30–10:15" or "930 1015"; the end may be left out."""
    pieces = [piece for piece in words.replace("–", "-").replace("—", "-").split("-") if piece.strip()]
    if len(pieces) == 1 and len(split := words.split()) == 2 and all(len(one) >= 3 for one in split):
        pieces = split
    times = [parse_time(piece) for piece in pieces]
    if not 1 <= len(times) <= 2 or any(time is None or time >= DAY for time in times[:1]):
        return None
    start, end = times[0], times[1] if len(times) > 1 else None
    return None if start is None or (len(times) == 2 and end is None) else (start, end)
