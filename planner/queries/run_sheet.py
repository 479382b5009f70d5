"""The run sheet of a day: each item with its people, cue and technician, and as it really went (handbook 2.5)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from planner.documents.data import EventData, ItemData, PartData, PlaceData
from planner.model.agenda import Item
from planner.model.participation import Delegation, Liaison, Participation
from planner.model.people import PersonPrivate
from planner.queries.for_documents import programme_data
from planner.rules.kinds import ItemKind, ItemState, Role
from planner.rules.text import Text
from planner.rules.times import DAY, Moment, zone_named


class Responsible(NamedTuple):
    """Who is in charge of an item, and the telephone kept of them; "" where there is none."""

    who: PartData
    phone: str = ""


class RunRow(NamedTuple):
    """A line of the run sheet. Minutes are the host's wall clock from midnight of `day`; `end` may pass 1440.

    `offset` counts from the beginning of the day's principal item and is negative before it, None where there is
    none; `began` and `ended` are as it really was; `action`, `words`, `cue`, `technician`, `position` and what follows
    `alert` are the office's own words, `lead` the minutes before the beginning at which everybody is to be ready.
    """

    id: int
    parent_id: int | None
    day: date
    start: int
    end: int
    offset: int | None
    kind: ItemKind
    state: ItemState
    title: Text
    action: str
    who: tuple[PartData, ...]
    words: str
    cue: str
    technician: str
    place: PlaceData
    position: str
    responsible: tuple[Responsible, ...]
    began: int | None
    ended: int | None
    hard: bool
    principal: bool
    lead: int | None
    venue_id: int | None
    start_zone: str
    end_zone: str
    alert: str = ""
    met_by: str = ""
    path: str = ""
    microphone: str = ""
    handed_over: str = ""
    assistants: str = ""

    @property
    def minutes(self) -> int:
        """How long it is planned to last."""
        return self.end - self.start


class RunSheet(NamedTuple):
    """The run sheet of an event, or of one day of it."""

    event: EventData
    rows: tuple[RunRow, ...]


def run_sheet(db: Connection, event_id: int, day: date | None = None) -> RunSheet:
    """Return the items that have a time, of one day or of all, in order; cancelled ones are not run."""
    data = programme_data(db, event_id, paper="run-sheet")
    rest: dict[int, Any] = {row.id: row for row in db.execute(_columns().where(Item.event_id == event_id)).all()}
    phones = _phones(db, event_id, {one.person.id for item in _all(data.items) for one in item.people if one.person})
    rows = [
        row
        for item in _all(data.items)
        if (row := _row(item, rest[item.id], data.event, phones)) is not None and day in (None, row.day)
    ]
    anchors = {row.day: row.start for row in reversed(rows) if row.principal}
    ordered = sorted(rows, key=lambda row: (row.day, row.start, -row.end, row.parent_id is not None, row.id))
    return RunSheet(data.event, tuple(
        row._replace(offset=row.start - anchors[row.day]) if row.day in anchors else row for row in ordered
    ))  # fmt: skip


def _all(items: tuple[ItemData, ...]) -> Iterator[ItemData]:
    for item in items:
        yield item
        yield from _all(item.parts)


def _columns() -> Any:
    return select(
        Item.id, Item.parent_id, Item.end_zone, Item.start_fold, Item.end_fold, Item.hard, Item.lead, Item.venue_id,
        Item.actual_start, Item.actual_end, Item.run,
    )  # fmt: skip


_MORE = ("met_by", "path", "microphone", "handed_over", "assistants")


def _row(item: ItemData, rest: Any, event: EventData, phones: dict[int, str]) -> RunRow | None:
    if item.day is None or item.start is None or item.state is ItemState.CANCELLED:
        return None
    first = _there(Moment(item.day, item.start, item.zone, rest.start_fold), event.host_zone)
    day, start = first
    end = start
    if item.end is not None:
        last, minute = _there(Moment(item.end_day or item.day, item.end, rest.end_zone, rest.end_fold), event.host_zone)
        end = max(start, (last - day).days * DAY + minute)
    said = rest.run_sheet or {}
    closing = item.start if item.end is None else item.end
    return RunRow(
        item.id, rest.parent_id, day, start, end, None, item.kind, item.state, item.title, said.get("action", ""),
        tuple(one for one in item.people if one.role is not Role.IN_CHARGE), said.get("text", ""), said.get("cue", ""),
        said.get("technician", ""), item.place, said.get("position", ""),
        tuple(Responsible(one, phones.get(one.person.id, "") if one.person else "") for one in item.people
              if one.role is Role.IN_CHARGE),
        _really(rest.actual_start, item.start, start), _really(rest.actual_end, closing, end), rest.hard,
        item.principal, rest.lead_minutes, rest.venue_id, item.zone, rest.end_zone, item.alert,
        *(said.get(field, "") for field in _MORE),
    )  # fmt: skip


def _there(moment: Moment, zone: str) -> tuple[date, int]:
    there = moment.utc().astimezone(zone_named(zone))
    return there.date(), there.hour * 60 + there.minute


def _really(noted: int | None, planned: int, shown: int) -> int | None:
    """Return a noted wall minute on the clock on which the planned one is `shown`: the pass nearest to the plan."""
    return None if noted is None else shown + (noted - planned + DAY // 2) % DAY - DAY // 2


def _phones(db: Connection, event_id: int, people: Collection[int]) -> dict[int, str]:
    """Return the telephones of people: the one given for this event, else their own."""
    query = select(PersonPrivate.person_id, PersonPrivate.contacts).where(PersonPrivate.person_id.in_(list(people)))
    found = {row.person_id: (row.contacts or {}).get("phone", "") for row in db.execute(query)}
    given = (
        select(Participation.person_id, Liaison.phone)
        .join(Participation, Participation.id == Liaison.officer_id)
        .join(Delegation, Delegation.id == Participation.delegation_id)
        .where(Delegation.event_id == event_id, Liaison.phone != "", Participation.person_id.in_(list(people)))
    )
    return found | {row.person_id: row.phone for row in db.execute(given.order_by(Liaison.id))}
