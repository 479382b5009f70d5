"""Seating: plans, their tables, who has which seat, and who should sit together or must not (handbook 3.4-3.11)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any

from planner.errors import BadInput, Clash
from planner.model.agenda import Item
from planner.model.events import Event
from planner.model.participation import Delegation, Participation
from planner.model.seating import Placement, SeatingPlan, SeatingTable, SeatingWish
from planner.model.venues import Room
from planner.operations import fields
from planner.operations.registry import Work, operation
from planner.rules.charts import OPTIONS
from planner.rules.places import PlanKind
from planner.rules.text import EMPTY, Text


class TableShape(StrEnum):
    """What a table of a banquet is like."""

    ROUND = "round"
    LONG = "long"


class WishKind(StrEnum):
    """Whether two people should sit together or must not."""

    TOGETHER = "together"
    APART = "apart"


def _outline(value: Any) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        raise TypeError
    return dict(value)


def _seats(value: Any) -> int:
    if not 1 <= fields.number(value) <= 60:
        raise ValueError
    return int(value)


PLAN_FIELDS: Mapping[str, fields.Check] = {
    "kind": fields.one_of(PlanKind),
    "item_id": fields.optional(fields.number),
    "room_id": fields.optional(fields.number),
    "position": fields.number,
    "room": _outline,
}
TABLE_FIELDS: Mapping[str, fields.Check] = {
    "shape": fields.one_of(TableShape),
    "seats": _seats,
    "x": fields.number,
    "y": fields.number,
    "turn": fields.number,
}


@operation("Plan the seating")
def add_seating_plan(work: Work, event_id: int, kind: str, *, title: Text = EMPTY, **values: Any) -> int:
    """Add a plan of one kind to an event (`PLAN_FIELDS`); return its id.

    Where the room has an outline of its own, the plan begins with it. Raise BadInput for an item of another event.
    """
    work.get(Event, event_id)
    position = len(work.find(SeatingPlan, event_id=event_id))
    plan = work.add(SeatingPlan(event_id=event_id, kind=PlanKind.FACING_TABLE.value, title=title, position=position))
    _put(work, plan, {"kind": kind, **values})
    if plan.room_id is not None and "room" not in values:
        plan.room = dict(work.get(Room, plan.room_id).outline)
    return plan.id


@operation("Change the seating plan")
def edit_seating_plan(work: Work, plan_id: int, **values: Any) -> None:
    """Set fields of a plan (`PLAN_FIELDS`). Another kind has other seats: who sat where is forgotten with it."""
    plan = work.get(SeatingPlan, plan_id)
    kind = plan.kind
    _put(work, plan, values)
    if plan.kind != kind:
        plan.options = {}
        for placement in work.find(Placement, plan_id=plan_id):
            work.remove(placement)


@operation("Choose {name} for the seating")
def set_seating_option(work: Work, plan_id: int, name: str, value: Any) -> None:
    """Decide something against the profile ("mirror", "interpreter"); None lets the profile decide again."""
    plan = work.get(SeatingPlan, plan_id)
    option = next((one for one in OPTIONS[PlanKind(plan.kind)] if one.name == name), None)
    if option is None:
        raise BadInput("A plan of this kind has nothing called {name} to choose.", name=name)
    right = type(value) is type(option.default) and (not option.choices or value in option.choices)
    if value is not None and not (right and (not isinstance(value, int) or 0 <= value <= 999)):
        raise BadInput("“{value}” is not possible for {field}.", value=value, field=name)
    work.values["name"] = name
    plan.options = {key: old for key, old in plan.options.items() if key != name} | (
        {} if value is None else {name: value}
    )


@operation("Remove the seating plan")
def remove_seating_plan(work: Work, plan_id: int) -> None:
    """Remove a plan with its tables and seats."""
    work.remove(work.get(SeatingPlan, plan_id))


@operation("Seat {name}")
def seat_person(work: Work, plan_id: int, seat: str, participation_id: int | None, *, pinned: bool = True) -> None:
    """Give somebody a seat for good; without anybody the chair is kept free. Who had it before is seated by rule."""
    place_people(work, plan_id, {seat: participation_id}, pinned=[seat] if pinned else [])
    work.values["name"] = _called(work, participation_id)


@operation("Change seats")
def place_people(
    work: Work, plan_id: int, places: Mapping[str, int | None], *, pinned: Collection[str] = ()
) -> None:
    """Give several people their seats at once: a swap, or a whole banquet. `places` maps seats to participations.

    `pinned` are the seats nothing but a person may change from now on. Everybody has one seat: an older one is lost.
    Raise BadInput if somebody is named twice or belongs to another event.
    """
    plan = work.get(SeatingPlan, plan_id)
    people = [one for one in places.values() if one is not None]
    if len(set(people)) != len(people):
        raise BadInput("Nobody can have two seats at once.")
    _require_of_event(work, plan.event_id, people)
    tables = {table.number: table.id for table in work.find(SeatingTable, plan_id=plan_id)}
    taken = set(people)
    for placement in work.find(Placement, plan_id=plan_id):
        if placement.seat in places or placement.participation_id in taken:
            work.remove(placement)
    for seat, participation_id in places.items():
        work.add(
            Placement(
                plan_id=plan_id, seat=seat, participation_id=participation_id, pinned=seat in pinned,
                table_id=tables.get(_table_number(seat)),
            )
        )  # fmt: skip


@operation("Pin {name}")
def pin_seat(work: Work, plan_id: int, seat: str, participation_id: int | None, *, pinned: bool = True) -> None:
    """Keep somebody on a seat, or a chair free (None); or let the rules decide about it again."""
    work.values["name"] = _called(work, participation_id)
    if pinned:
        place_people(work, plan_id, {seat: participation_id}, pinned=[seat])
        return
    for placement in work.find(Placement, plan_id=plan_id, seat=seat):
        work.remove(placement)


@operation("Seat by the rules")
def seat_by_rules(work: Work, plan_id: int, *, pins_too: bool = False) -> None:
    """Forget the seats that were changed by hand or filled in; pinned ones only where asked."""
    work.get(SeatingPlan, plan_id)
    for placement in work.find(Placement, plan_id=plan_id):
        if pins_too or not placement.pinned:
            work.remove(placement)


@operation("Add a table")
def add_seating_table(work: Work, plan_id: int, *, number: int | None = None, name: Text = EMPTY, **values: Any) -> int:
    """Add a table to a banquet, with the next number unless one is given (`TABLE_FIELDS`); return its id."""
    work.get(SeatingPlan, plan_id)
    there = [table.number for table in work.find(SeatingTable, plan_id=plan_id)]
    own = max(there, default=0) + 1 if number is None else number
    _require_free(own, there)
    table = work.add(SeatingTable(plan_id=plan_id, number=own, name=name))
    fields.put(table, values, TABLE_FIELDS)
    return table.id


@operation("Add {count} tables")
def add_seating_tables(work: Work, plan_id: int, count: int, *, seats: int = 10, shape: str = "round") -> None:
    """Add several tables alike; they stand where the room has space for them until they are moved."""
    if not 1 <= count <= 200:
        raise BadInput("“{value}” is not possible for {field}.", value=count, field="count")
    for _ in range(count):
        add_seating_table(work, plan_id, seats=seats, shape=shape)
    work.values["count"] = str(count)


@operation("Change table {number}")
def edit_seating_table(work: Work, table_id: int, *, number: int | None = None, **values: Any) -> None:
    """Set fields of a table (`TABLE_FIELDS`), or give it another number: who sits at it keeps the chair."""
    table = work.get(SeatingTable, table_id)
    fields.put(table, values, TABLE_FIELDS)
    if number is not None and number != table.number:
        _require_free(number, [one.number for one in work.find(SeatingTable, plan_id=table.plan_id)])
        for placement in work.find(Placement, table_id=table_id):
            placement.seat = f"table:{number}:{placement.seat.rsplit(':', 1)[1]}"
        table.number = number
    work.values["number"] = str(table.number)


@operation("Remove table {number}")
def remove_seating_table(work: Work, table_id: int) -> None:
    """Remove a table; who sat at it is without a seat."""
    table = work.get(SeatingTable, table_id)
    work.values["number"] = str(table.number)
    work.remove(table)


@operation("Wish two people together or apart")
def add_seating_wish(
    work: Work, event_id: int, first_id: int, second_id: int, kind: str = "together", *, reason: str = ""
) -> int:
    """Note that two people of an event should sit together, or must not; for the host's eyes only. Return its id."""
    if first_id == second_id:
        raise BadInput("Name two different people.")
    _require_of_event(work, event_id, [first_id, second_id])
    pair = {first_id, second_id}
    for wish in work.find(SeatingWish, event_id=event_id):
        if {wish.first_id, wish.second_id} == pair:
            raise Clash("There is a wish about these two already.")
    wish = work.add(SeatingWish(event_id=event_id, first_id=first_id, second_id=second_id))
    fields.put(wish, {"kind": kind, "reason": reason}, {"kind": fields.one_of(WishKind), "reason": fields.words})
    return wish.id


@operation("Remove a wish about seats")
def remove_seating_wish(work: Work, wish_id: int) -> None:
    """Forget a wish about two people."""
    work.remove(work.get(SeatingWish, wish_id))


def _put(work: Work, plan: SeatingPlan, values: Mapping[str, Any]) -> None:
    item_id, room_id = values.get("item_id"), values.get("room_id")
    if item_id is not None and work.get(Item, item_id).event_id != plan.event_id:
        raise BadInput("The item belongs to another event.")
    if room_id is not None:
        work.get(Room, room_id)
    fields.put(plan, values, PLAN_FIELDS)


def _require_of_event(work: Work, event_id: int, people: Collection[int]) -> None:
    members = work.find_among(Participation, "id", set(people))
    delegations = {row.id for row in work.find(Delegation, event_id=event_id)}
    if len(members) != len(set(people)) or any(member.delegation_id not in delegations for member in members):
        raise BadInput("Only people of this event can have a seat here.")


def _require_free(number: int, there: Collection[int]) -> None:
    if number < 1:
        raise BadInput("Tables are counted from 1.")
    if number in there:
        raise Clash("There is a table {number} already.", number=str(number))


def _table_number(seat: str) -> int:
    part, _, rest = seat.partition(":")
    return int(rest.split(":", 1)[0]) if part == "table" and rest.split(":", 1)[0].isdigit() else 0


def _called(work: Work, participation_id: int | None) -> str:
    if participation_id is None:
        return ""
    from planner.operations.delegations import called

    return called(work, work.get(Participation, participation_id))
