"""What is to be done before an event and after it, as it is kept; its days are counted in `checks.preparation`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, func, select

from planner.documents.person_data import NameData
from planner.model.agenda import Item
from planner.model.events import Event
from planner.model.office import Change
from planner.model.participation import Delegation, Participation
from planner.model.preparation import Task
from planner.queries.agenda import programme
from planner.queries.who import who_is
from planner.rules.kinds import EventState, ItemKind, ItemState, Side
from planner.rules.preparation import Counted
from planner.rules.text import EMPTY, Language, Text


class TaskRow(NamedTuple):
    """Something to be done. `names` are those of the person who does it, where one is named; `item` its title."""

    id: int
    event_id: int
    item_id: int | None
    person_id: int | None
    code: str
    title: str
    owner: str
    anchor: str
    offset: int | None
    due: date | None
    done_on: date | None
    note: str
    position: int
    item: Text = EMPTY
    names: Mapping[Language, NameData] = MappingProxyType({})

    def counted(self) -> Counted:
        """Return what its day follows from."""
        return Counted(self.id, self.anchor, self.offset, self.due, self.done_on, self.position)


class Ours(NamedTuple):
    """Somebody of the hosts, who may be given a task."""

    person_id: int
    names: dict[Language, NameData]


class TaskChoices(NamedTuple):
    """What a task of an event may be given: an item, a person of the hosts, an owner named before."""

    items: tuple[tuple[int, Text], ...]
    people: tuple[Ours, ...]
    owners: tuple[str, ...]


_COLUMNS = (
    Task.id, Task.event_id, Task.item_id, Task.person_id, Task.code, Task.title, Task.owner, Task.anchor, Task.offset,
    Task.due, Task.done_on, Task.note, Task.position,
)  # fmt: skip


def task_rows(db: Connection, event_id: int) -> tuple[TaskRow, ...]:
    """Return the tasks of an event as they were put in order."""
    rows = db.execute(
        select(*_COLUMNS, Item.title).outerjoin(Item, Item.id == Task.item_id)
        .where(Task.event_id == event_id).order_by(Task.position, Task.id)
    ).all()  # fmt: skip
    return _with_names(db, rows)


def open_task_rows(db: Connection) -> tuple[TaskRow, ...]:
    """Return what is still to be done at all events that were not cancelled and are no templates."""
    rows = db.execute(
        select(*_COLUMNS, Item.title).outerjoin(Item, Item.id == Task.item_id)
        .join(Event, Event.id == Task.event_id)
        .where(Task.done_on.is_(None), Event.template.is_(False), Event.state != EventState.CANCELLED.value)
        .order_by(Task.event_id, Task.position, Task.id)
    ).all()  # fmt: skip
    return _with_names(db, rows)


def is_signed(db: Connection, event_id: int) -> bool:
    """Tell whether something is signed at an event."""
    query = select(Item.id).where(
        Item.event_id == event_id, Item.kind == ItemKind.SIGNING.value, Item.state != ItemState.CANCELLED.value
    )
    return db.execute(query.limit(1)).first() is not None


def entered_on(db: Connection, event_id: int, zone: str) -> date | None:
    """Return the day an event was entered, in its hosts' zone; None where the journal does not go back to it."""
    at = db.execute(select(func.min(Change.at)).where(Change.event_id == event_id, Change.kind == "do")).scalar()
    return datetime.fromisoformat(at).astimezone(ZoneInfo(zone)).date() if at else None


def task_choices(db: Connection, event_id: int) -> TaskChoices:
    """Return what a task of an event may be given: items that are held, the hosts' people, owners named before."""
    items = [item for item in programme(db, event_id).top() if item.state is not ItemState.CANCELLED]
    ours = select(Participation.person_id).join(Delegation, Delegation.id == Participation.delegation_id).where(
        Delegation.event_id == event_id, Delegation.side.in_((Side.HOST.value, Side.STAFF.value)),
        Participation.person_id.is_not(None), Participation.state != "declined",
    ).order_by(Delegation.position, Participation.id)  # fmt: skip
    named = select(Task.person_id).where(Task.event_id == event_id, Task.person_id.is_not(None))
    ids = dict.fromkeys([*db.scalars(ours), *db.scalars(named)])
    day = db.execute(select(Event.from_day).where(Event.id == event_id)).scalar_one()
    people = who_is(db, day, people=ids) if ids else {}
    owners = db.scalars(select(Task.owner).where(Task.owner != "").group_by(Task.owner).order_by(Task.owner))
    return TaskChoices(
        tuple((item.id, item.title) for item in items),
        tuple(Ours(one, people[one].names) for one in ids if one in people), tuple(owners),
    )  # fmt: skip


def _with_names(db: Connection, rows: Sequence[Any]) -> tuple[TaskRow, ...]:
    """Make rows of what was read; those who do it are called as of the day of the first of their events."""
    found = [TaskRow(*row)._replace(item=row[-1] or EMPTY) for row in rows]
    ids = {row.person_id for row in found if row.person_id is not None}
    if not ids:
        return tuple(found)
    events = {row.event_id for row in found}
    day = db.execute(select(func.min(Event.from_day)).where(Event.id.in_(events))).scalar_one()
    people = who_is(db, day, people=ids)
    return tuple(row._replace(names=people[row.person_id].names) if row.person_id in people else row for row in found)
