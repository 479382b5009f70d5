"""What somebody took part in: every event, whom they met there, and where they sat."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from planner.documents.person_data import NameData
from planner.model.agenda import Attendance, Item
from planner.model.events import Event
from planner.model.participation import Delegation, Participation
from planner.model.seating import Placement, SeatingPlan, SeatingTable
from planner.queries.events import EventRow, event_row
from planner.queries.who import who_is
from planner.rules.kinds import Capacity, Side
from planner.rules.text import EMPTY, Language, Text

AT_ONE_TABLE = 60
"""An event of more people is a conference: there one has met those who were put down for the same items."""


class SeatRow(NamedTuple):
    """A seat somebody has or had: the plan, its item, the table's number (0 where there is one only)."""

    plan_id: int
    kind: str
    plan: Text
    item: Text
    seat: str
    table: int


class Appearance(NamedTuple):
    """An event with somebody in it. `met` counts those of other sides; `capacity` and `state` as kept."""

    participation_id: int
    event: EventRow
    side: Side
    capacity: Capacity
    state: str
    met: tuple[int, ...]
    seats: tuple[SeatRow, ...]


class Met(NamedTuple):
    """Somebody met: at how many events, and at which last."""

    person_id: int
    names: dict[Language, NameData]
    times: int
    event_id: int
    last: date


class PersonHistory(NamedTuple):
    """Every event of a person, the latest first, and everybody met, the most often met first."""

    appearances: tuple[Appearance, ...]
    met: tuple[Met, ...]


class _Place(NamedTuple):
    id: int
    event_id: int
    side: str
    person_id: int | None
    state: str


def person_history(db: Connection, person_id: int, day: date) -> PersonHistory:
    """Return what somebody took part in; names of those met are as of a day."""
    query = (
        select(Participation.id.label("place"), Participation.capacity, Participation.state.label("coming"),
               Delegation.side, Event.id, Event.kind, Event.title, Event.short_title, Event.from_day, Event.to_day,
               Event.languages, Event.state)
        .join(Delegation, Delegation.id == Participation.delegation_id)
        .join(Event, Event.id == Delegation.event_id)
        .where(Participation.person_id == person_id)
        .order_by(Event.from_day.desc(), Event.id.desc(), Participation.id)
    )  # fmt: skip
    rows = list(db.execute(query))
    others = _places(db, {row.id for row in rows})
    seats = _seats(db, [row.place for row in rows])
    appearances = tuple(
        Appearance(row.place, event_row(row), Side(row.side), Capacity(row.capacity), row.coming,
                   _met(db, others[row.id], row, person_id), tuple(seats.get(row.place, ())))
        for row in rows
    )  # fmt: skip
    return PersonHistory(appearances, _everybody_met(db, appearances, day))


def _places(db: Connection, events: set[int]) -> dict[int, list[_Place]]:
    found: dict[int, list[_Place]] = defaultdict(list)
    query = (
        select(Participation.id, Delegation.event_id, Delegation.side, Participation.person_id, Participation.state)
        .join(Delegation, Delegation.id == Participation.delegation_id)
        .where(Delegation.event_id.in_(events))
        .order_by(Participation.id)
    )
    for row in db.execute(query):
        found[row.event_id].append(_Place(*row))
    return found


def _met(db: Connection, places: list[_Place], own: object, person_id: int) -> tuple[int, ...]:
    """Return whom somebody met: all of other sides, at a conference those of the same items."""
    side, place, coming = own.side, own.place, own.coming  # type: ignore[attr-defined]
    if coming == "declined":
        return ()
    there = [one for one in places if one.person_id not in (None, person_id) and one.side != side
             and one.state != "declined"]  # fmt: skip
    if len(places) > AT_ONE_TABLE:
        items = select(Attendance.item_id).where(Attendance.participation_id == place)
        together = set(db.scalars(select(Attendance.participation_id).where(Attendance.item_id.in_(items))))
        there = [one for one in places if one.id in together and one.person_id not in (None, person_id)]
    return tuple(dict.fromkeys(one.person_id for one in there if one.person_id is not None))


def _seats(db: Connection, places: list[int]) -> dict[int, list[SeatRow]]:
    query = (
        select(Placement.participation_id, SeatingPlan.id, SeatingPlan.kind, SeatingPlan.title,
               Item.title.label("item"), Placement.seat.label("seat"), SeatingTable.number)
        .join(SeatingPlan, SeatingPlan.id == Placement.plan_id)
        .outerjoin(Item, Item.id == SeatingPlan.item_id)
        .outerjoin(SeatingTable, SeatingTable.id == Placement.table_id)
        .where(Placement.participation_id.in_(places))
        .order_by(SeatingPlan.position, SeatingPlan.id)
    )  # fmt: skip
    found: dict[int, list[SeatRow]] = defaultdict(list)
    for row in db.execute(query):
        found[row.participation_id].append(
            SeatRow(row.id, row.kind, row.title, row.item or EMPTY, row.seat, row.number or 0)
        )
    return found


def _everybody_met(db: Connection, appearances: tuple[Appearance, ...], day: date) -> tuple[Met, ...]:
    times: Counter[int] = Counter()
    last: dict[int, EventRow] = {}
    for one in appearances:  # the latest first
        for person in one.met:
            times[person] += 1
            last.setdefault(person, one.event)
    known = who_is(db, day, people=sorted(times))
    found = [Met(person, known[person].names, count, last[person].id, last[person].from_day)
             for person, count in times.items() if person in known]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-one.times, -one.last.toordinal(), one.person_id)))
