"""What the seating desk shows: the chairs with who sits on them, who waits for one, and which rules are bent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat
from typing import Any, NamedTuple

from planner.language.flags import flag_text
from planner.language.names import initials_form
from planner.queries.agenda import programme
from planner.queries.counts import side_counts
from planner.queries.events import event_page
from planner.queries.for_flags import plan_flags
from planner.queries.seating import PlanRow, Seated, SeatingDesk, seating_desk, seating_plans
from planner.queries.venues import venues
from planner.rules.kinds import Side
from planner.rules.placement import seat_people, unseated
from planner.rules.places import Chart, PlanKind, Seat, SeatUse
from planner.rules.seating_score import Bent, score
from planner.rules.text import Language, Text
from ui.common.named import as_read
from ui.common.waiting_list import Waiting

NOT_SCORED = frozenset({PlanKind.FLAGS})


class SeatShown(NamedTuple):
    """A chair on the board: where it is in centimetres, its number, who has it in two short lines, and its state."""

    key: str
    x: float
    y: float
    number: str
    name: str = ""
    remark: str = ""
    side: str = ""
    person: int | None = None
    pinned: bool = False
    kept: bool = False
    aside: bool = False  # an interpreter's, a driver's: dashed

    @property
    def empty(self) -> bool:
        """Tell whether nobody sits here."""
        return self.person is None


class DeskShown(NamedTuple):
    """A plan as the board draws it."""

    desk: SeatingDesk
    chart: Chart
    placed: dict[str, int]
    seats: tuple[SeatShown, ...]
    waiting: tuple[Waiting, ...]
    bent: tuple[Bent, ...]

    def name_of(self, person: int) -> str:
        """Return somebody's name as the board has it."""
        found = next((one for one in self.desk.people if one.member.id == person), None)
        return short_name(found, as_read(self.desk.event.languages)) if found else ""

    def seat_of(self, person: int) -> str | None:
        """Return the seat somebody has."""
        return next((key for key, one in self.placed.items() if one == person), None)


class Meeting(NamedTuple):
    """An item a plan may be for."""

    id: int
    title: Text


class Hall(NamedTuple):
    """A room a plan may be in."""

    id: int
    name: Text
    venue: Text


class Plans(NamedTuple):
    """The plans of an event, and what a new one may be for."""

    languages: tuple[Language, ...]
    plans: tuple[PlanRow, ...]
    items: tuple[Meeting, ...]
    halls: tuple[Hall, ...]
    people: int


def read_plans(db: Any, event_id: int) -> Plans:
    """Return the plans of an event."""
    page = event_page(db, event_id)
    items = tuple(Meeting(item.id, item.title) for item in programme(db, event_id).top() if item.day is not None)
    halls = tuple(Hall(room.id, room.name, venue.name) for venue in venues(db) for room in venue.rooms)
    people = sum(side_counts(db, event_id).values())
    return Plans(page.languages, seating_plans(db, event_id), items, halls, people)


def read_desk(db: Any, plan_id: int) -> DeskShown:
    """Return one plan with everybody on a seat, as its rules, its profile and what was decided by hand make it."""
    desk = seating_desk(db, plan_id)
    chart = desk.chart()
    placed = seat_people(chart, desk.sitters, desk.pins)
    people = {one.member.id: one for one in desk.people}
    seats = tuple(_shown(seat, placed.get(seat.key), people, desk) for seat in chart.seats)
    if desk.plan.kind is PlanKind.FLAGS:
        seats = tuple(_flags(seats, plan_flags(db, desk).flags, as_read(desk.event.languages)))
    waiting = tuple(_waiting(people[one], as_read(desk.event.languages)) for one in unseated(desk.sitters, placed))
    bent = () if desk.plan.kind in NOT_SCORED else tuple(
        score(chart, placed, desk.sitters, pins=desk.pins, wishes=desk.spoken_wishes())
    )  # fmt: skip
    return DeskShown(desk, chart, placed, seats, waiting, bent)


def short_name(one: Seated, languages: tuple[Language, ...]) -> str:
    """Return a name with initials in the first of these languages that has one, else the post that is expected."""
    names = one.member.names
    for language in (*languages, *names):
        if name := names.get(language):
            return initials_form(name.surname, name.given, name.patronymic, language=language)
    return one.member.position.first(*languages)


def _shown(seat: Seat, person: int | None, people: dict[int, Seated], desk: SeatingDesk) -> SeatShown:
    decided = next((row for row in desk.placements if row.seat == seat.key), None)
    aside = seat.use in (SeatUse.INTERPRETER, SeatUse.DRIVER, SeatUse.ASSISTANT)
    number = str(seat.number) if seat.number else ("" if not aside else "i" if seat.use is SeatUse.INTERPRETER else "")
    kept = seat.use is SeatUse.KEPT or (decided is not None and decided.participation_id is None)
    one = people.get(person) if person is not None else None
    if one is None:
        side = seat.side.value if seat.side else ""
        return SeatShown(seat.key, seat.x, seat.y, number, side=side, kept=kept, aside=aside)
    languages = as_read(desk.event.languages)
    name = short_name(one, languages)
    position = one.member.position.first(*languages)
    return SeatShown(
        seat.key, seat.x, seat.y, number, name, "" if position == name else position, one.side.value, person,
        pinned=decided is not None and decided.pinned, aside=aside,
    )  # fmt: skip


def _flags(seats: Iterable[SeatShown], flags: Sequence[str], languages: tuple[Language, ...]) -> Iterator[SeatShown]:
    """Yield poles with the flags on them, from the observer's left."""
    for seat, name in zip(seats, chain(flags, repeat("")), strict=False):
        yield seat._replace(name=flag_text(name, languages).first(*languages) if name else "")


def _waiting(one: Seated, languages: tuple[Language, ...]) -> Waiting:
    name = short_name(one, languages)
    position = one.member.position.first(*languages)
    return Waiting(one.member.id, name, "" if position == name else position, one.side.value)


def next_seat(shown: DeskShown, side: Side | None) -> str | None:
    """Return the best free chair of a side, or one more at the end of its row, the guests' where it is nobody's."""
    return free_seat(shown, side) or seat_at_end(shown, side or Side.GUEST)


def free_seat(shown: DeskShown, side: Side | None) -> str | None:
    """Return the best chair nobody has, of a side where the chart's sides sit apart."""
    free = [
        seat for seat in shown.chart.seats
        if seat.key not in shown.placed and seat.use is SeatUse.ANYBODY
        and seat.key not in shown.desk.pins and (side is None or seat.side in (None, side))
    ]  # fmt: skip
    return min(free, key=lambda seat: (seat.honour, seat.key)).key if free else None


def seat_at_end(shown: DeskShown, side: Side) -> str | None:
    """Return the key of one more chair at the end of a side's row; the chart grows to have it."""
    row = [seat for seat in shown.chart.seats if seat.side is side and seat.part in ("guest", "host")]
    if not row:
        return None
    right, left = max(seat.offset for seat in row), min(seat.offset for seat in row)
    offset = right + 1 if right <= -left else left - 1
    return f"{row[0].part}:{offset:+d}"
