"""Who takes part in what, as lines and columns. No widgets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from planner.queries.agenda import ItemRow
from planner.queries.delegations import DelegationRow
from planner.queries.taking_part import groups_of, named_by, who_of
from planner.rules.kinds import Role, Side
from planner.rules.taking_part import DELEGATION, MEMBER, SIDE, TRACK, Cell, Groups, Named, Who, cell, seats
from planner.rules.times import clock
from ui.agenda.plan import ALL_DAYS, POOL, Plan, View, by_day, days, pool, title_of
from ui.agenda.words import day_label
from ui.common.named import first_name, shown
from ui.common.pill import Tone
from ui.common.words import SIDE_TONES, word
from ui.translate import language, t


class Line(NamedTuple):
    """A line: a side, delegation, track or person; `folds` tells that others stand below it."""

    who: Who
    depth: int
    label: str
    remark: str = ""
    tone: Tone = Tone.NEUTRAL
    folds: bool = False
    absent: bool = False


class Column(NamedTuple):
    """An item. `heads` is None for one that nobody in particular is put down for: it is for everybody."""

    item_id: int
    day: str
    time: str
    title: str
    heads: int | None = None
    seats: int | None = None

    @property
    def over(self) -> int:
        """Return how many more people there are than seats."""
        return max((self.heads or 0) - self.seats, 0) if self.seats is not None else 0


class Grid:
    """The matrix of a day or an event.

    Attributes: `lines`, `columns`, `there`; by column `named`, who takes part, and `on`, tracks without a word of
    their own on which the item is.
    """

    def __init__(
        self, there: Groups, lines: Sequence[Line], columns: Sequence[Column], named: Sequence[Named],
        on: Sequence[frozenset[Who]] = (),
    ) -> None:  # fmt: skip
        self.there, self.lines, self.columns = there, tuple(lines), tuple(columns)
        self.named, self.on = tuple(named), tuple(on) or (frozenset(),) * len(self.columns)
        self._known: dict[tuple[int, int], Cell] = {}

    def cell(self, line: int, column: int) -> Cell:
        """Return how a line takes part in a column's item."""
        found = self._known.get((line, column))
        if found is None:
            found = self._known[line, column] = self._cell(self.lines[line].who, column)
        return found

    def _cell(self, who: Who, column: int) -> Cell:
        if who in self.on[column]:
            return Cell(Role.TAKES_PART, who)
        return cell(self.there, self.named[column], who)

    def shown(self, folded: Iterable[Who]) -> list[int]:
        """Return the lines in sight when some are folded."""
        closed = set(folded)
        return [
            place
            for place, line in enumerate(self.lines)
            if line.depth == 0 or closed.isdisjoint(self.there.above(line.who))
        ]

    def label(self, who: Who) -> str:
        """Return what somebody is called."""
        return next((line.label for line in self.lines if line.who == who), "")


EMPTY = Grid(Groups({}, {}), (), (), ())
MANY = 60
"""With more people than this delegations begin folded."""


def grid_of(plan: Plan, rows: Sequence[DelegationRow], day: date, view: View) -> Grid:
    """Return the matrix of a day, of all days, or of the items without a time."""
    there = groups_of(rows, plan.programme.tracks)
    items = list(_items(plan, day, view))
    named = [named_by(item, there) for item, _day, _time in items]
    on = [_tracks_alone(item) for item, _day, _time in items]
    capacity = {room.id: room.capacity for venue in plan.venues for room in venue.rooms}
    known: dict[Who, frozenset[Who]] = {}
    columns = [
        Column(item.id, heading, time, title_of(item, plan), _heads(there, those, known), _seats(item, capacity))
        for (item, heading, time), those in zip(items, named, strict=True)
    ]
    return Grid(there, list(_lines(plan, rows)), columns, named, on)


def _tracks_alone(item: ItemRow) -> frozenset[Who]:
    return frozenset(Who(TRACK, one) for one in item.track_ids) - {who_of(row) for row in item.people}


def folded_at_first(rows: Sequence[DelegationRow]) -> set[Who]:
    """Return what begins folded: delegations, where there are many people."""
    if sum(len(row.members) for row in rows) <= MANY:
        return set()
    return {Who(DELEGATION, row.id) for row in rows}


def _items(plan: Plan, day: date, view: View) -> Iterator[tuple[ItemRow, str, str]]:
    held = by_day(plan, view)
    for one in days(plan) if day == ALL_DAYS else [day]:
        for item, span in held.get(one, ()):
            yield item, day_label(one) if day == ALL_DAYS else "", clock(span.start % (24 * 60))
    if day in (ALL_DAYS, POOL):
        for item in pool(plan, view):
            yield item, t("Without a time") if day == ALL_DAYS else "", ""


def _heads(there: Groups, named: Named, known: dict[Who, frozenset[Who]]) -> int | None:
    """Return how many take part; `known` keeps who belongs to a side, which is asked for with every item."""
    for who in named:
        if who not in known:
            known[who] = frozenset(there.people(who))
    count = len(frozenset().union(*(known[who] for who in named)))
    return None if not count and all(role is not Role.TAKES_PART for role in named.values()) else count


def _seats(item: ItemRow, capacity: dict[int, dict[str, int]]) -> int | None:
    return seats(item.kind, capacity.get(item.room_id or 0, {}))


def _lines(plan: Plan, rows: Sequence[DelegationRow]) -> Iterator[Line]:
    tags = plan.event.languages
    for side in (Side.GUEST, Side.HOST, Side.INVITED, Side.STAFF):
        own = [row for row in rows if row.side is side]
        count = sum(len(row.members) for row in own)
        if not own:
            continue
        tone = SIDE_TONES[side]
        yield Line(Who(SIDE, side.value), 0, word(side), str(count), tone, folds=True)
        for row in own:
            name = shown(row.organisation or row.name or row.heading, *tags) or t("Delegation")
            yield Line(Who(DELEGATION, row.id), 1, name, str(len(row.members)), tone, folds=bool(row.members))
            for member in row.members:
                post = shown(member.position, *tags)
                label = first_name(member.names, language(), *tags) or post or t("Not named yet")
                away = member.state == "declined"
                remark = t("declined") if away else post if post != label else ""
                yield Line(Who(MEMBER, member.id), 2, label, remark, tone, absent=away)
    for track in plan.programme.tracks:
        label = shown(track.title, *tags) or t("Without a title")
        yield Line(Who(TRACK, track.id), 0, label, f"{t('track')} · {track.people}" if track.members else t("track"))
