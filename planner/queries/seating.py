"""Seating: the plans of an event, and one plan with everybody who is to have a seat on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from planner.errors import NotFound
from planner.model.people import Person
from planner.model.seating import Placement, SeatingPlan, SeatingTable, SeatingWish
from planner.queries.agenda import ItemRow, programme
from planner.queries.delegations import DelegationRow, EventOrder, MemberRow, event_order
from planner.queries.events import EventPage, event_page
from planner.queries.once import once
from planner.queries.taking_part import groups_of, named_by
from planner.rules.charts import chart_for, options_of
from planner.rules.customs import seating_options
from planner.rules.kinds import Capacity, Role, Side
from planner.rules.photo_order import line_order
from planner.rules.placement import Pins
from planner.rules.places import Chart, PlanKind, Room, Sitter, Table
from planner.rules.profiles import ProtocolProfile
from planner.rules.seating_score import Wish
from planner.rules.taking_part import MEMBER, Groups, concerns
from planner.rules.text import EMPTY, Text

SECOND_ROW = frozenset({Capacity.ADVISER, Capacity.AIDE})
NOT_SEATED = frozenset({Capacity.PRESS, Capacity.SECURITY, Capacity.DRIVER})
"""Who has no seat at a table unless somebody gives one."""

IN_VEHICLES = frozenset({PlanKind.CAR, PlanKind.MINIBUS, PlanKind.COACH})


class PlanRow(NamedTuple):
    """A plan as a list shows it."""

    id: int
    event_id: int
    item_id: int | None
    room_id: int | None
    kind: PlanKind
    title: Text
    position: int
    item_title: Text = EMPTY


class PlacementRow(NamedTuple):
    """Somebody's seat as it was decided; `participation_id` None keeps the chair free."""

    seat: str
    participation_id: int | None
    pinned: bool


class WishRow(NamedTuple):
    """Two people who should sit together, or must not."""

    id: int
    first_id: int
    second_id: int
    together: bool
    reason: str


class TableRow(NamedTuple):
    """A table of a banquet."""

    id: int
    number: int
    name: Text
    shape: str
    seats: int
    x: int
    y: int
    turn: int


class Seated(NamedTuple):
    """Somebody who is to have a seat: the member's row, on whose side and of which delegation."""

    member: MemberRow
    side: Side
    delegation_id: int
    sitter: Sitter


class SeatingDesk(NamedTuple):
    """One plan with all that decides it. `people` stand in the one order of precedence."""

    plan: PlanRow
    event: EventPage
    item: ItemRow | None
    options: dict[str, Any]
    own_options: dict[str, Any]
    room: Room
    tables: tuple[TableRow, ...]
    placements: tuple[PlacementRow, ...]
    wishes: tuple[WishRow, ...]
    people: tuple[Seated, ...]
    profile: ProtocolProfile

    @property
    def sitters(self) -> list[Sitter]:
        """Everybody to be seated, in order of precedence; in a receiving line spouses stand by their principals."""
        found = [one.sitter for one in self.people]
        if self.plan.kind is not PlanKind.RECEIVING_LINE:
            return found
        order = {one: place for place, one in enumerate(line_order(found))}
        return sorted(found, key=lambda one: order[one.id])

    @property
    def pins(self) -> Pins:
        """The seats decided by a person or filled in, which the rules leave alone."""
        return {row.seat: row.participation_id for row in self.placements}

    def chart(self) -> Chart:
        """Return the chart of the plan as its options, room, tables and people make it."""
        tables = [Table(row.number, row.seats, row.x, row.y, row.name.first(), row.shape) for row in self.tables]
        return chart_for(
            self.plan.kind, self.sitters, self.options, pins=self.pins, room=self.room, tables=tables
        )

    def spoken_wishes(self) -> list[Wish]:
        """Return the wishes as the score weighs them."""
        return [Wish(row.first_id, row.second_id, row.together) for row in self.wishes]


def seating_plans(db: Connection, event_id: int) -> tuple[PlanRow, ...]:
    """Return the plans of an event in their order."""
    titles = {item.id: item.title for item in programme(db, event_id).items}
    rows: Iterable[Any] = db.execute(
        select(SeatingPlan).where(SeatingPlan.event_id == event_id).order_by(SeatingPlan.position, SeatingPlan.id)
    )
    return tuple(_plan(row, titles.get(row.item_id, EMPTY)) for row in rows)


def seating_desk(db: Connection, plan_id: int) -> SeatingDesk:
    """Return one plan with its people. Raise NotFound in words."""
    row: Any = db.execute(select(SeatingPlan).where(SeatingPlan.id == plan_id)).one_or_none()
    if row is None:
        raise NotFound("The seating plan is no longer there.")
    event, rows = event_page(db, row.event_id), programme(db, row.event_id)
    item = next((one for one in rows.items if one.id == row.item_id), None)
    order = once(db, event_order, row.event_id)
    kind = PlanKind(row.kind)
    placements = _placements(db, plan_id)
    placed = {one.participation_id for one in placements}
    meant = _meant(item, groups_of(order.rows, rows.tracks)) if item is not None else None
    people = () if kind is PlanKind.FLAGS else _people(db, order, meant, _roles(item), kind, placed)
    foreign = {one.member.who.country for one in people if one.member.who and one.member.who.country}
    options = options_of(kind, seating_options(order.profile, at_home=len(foreign) == 1), row.options)
    return SeatingDesk(
        _plan(row, item.title if item else EMPTY), event, item, options, dict(row.options),
        Room.from_json(row.room_outline), _tables(db, plan_id), placements, wishes(db, row.event_id), people,
        order.profile,
    )  # fmt: skip


def wishes(db: Connection, event_id: int) -> tuple[WishRow, ...]:
    """Return who should sit together at an event, and who must not."""
    query = select(SeatingWish).where(SeatingWish.event_id == event_id).order_by(SeatingWish.id)
    rows: Iterable[Any] = db.execute(query)
    return tuple(WishRow(row.id, row.first_id, row.second_id, row.kind == "together", row.reason) for row in rows)


def _plan(row: Any, item_title: Text) -> PlanRow:
    return PlanRow(
        row.id, row.event_id, row.item_id, row.room_id, PlanKind(row.kind), row.title, row.position, item_title
    )


def _tables(db: Connection, plan_id: int) -> tuple[TableRow, ...]:
    query = select(
        SeatingTable.id, SeatingTable.number, SeatingTable.name, SeatingTable.shape, SeatingTable.seats,
        SeatingTable.x, SeatingTable.y, SeatingTable.turn,
    ).where(SeatingTable.plan_id == plan_id)  # fmt: skip
    return tuple(TableRow(*row) for row in db.execute(query.order_by(SeatingTable.number)))


def _placements(db: Connection, plan_id: int) -> tuple[PlacementRow, ...]:
    query = select(Placement.seat, Placement.participation_id, Placement.pinned).where(Placement.plan_id == plan_id)
    return tuple(PlacementRow(*row) for row in db.execute(query.order_by(Placement.id)))


def _people(
    db: Connection, order: EventOrder, meant: set[int] | None, roles: dict[int, set[Role]], kind: PlanKind,
    placed: set[int | None],
) -> tuple[Seated, ...]:  # fmt: skip
    """Return who is to have a seat: who takes part in the item, or everybody who comes, in order of precedence."""
    members = {member.id: (member, row) for row in order.rows for member in row.members}
    particulars = _particulars(db, members.values())
    found = []
    for member_id in order.in_order():
        member, row = members[member_id]
        wanted = meant is None or member_id in meant
        seated = kind in IN_VEHICLES or member.capacity not in NOT_SEATED
        if member_id in placed or (member.state != "declined" and wanted and seated):
            found.append(Seated(member, row.side, row.id, _sitter(member, row.side, roles, particulars)))
    return tuple(found)


def _meant(item: ItemRow, there: Groups) -> set[int] | None:
    """Return the places that take part in an item; None where it names nobody."""
    named = named_by(item, there)
    places = (one for one in there.parent if one.kind == MEMBER)
    return {int(one.id) for one in places if concerns(there, named, one)} if named else None


def _roles(item: ItemRow | None) -> dict[int, set[Role]]:
    roles: dict[int, set[Role]] = defaultdict(set)
    for one in item.people if item is not None else ():
        if one.participation_id is not None:
            roles[one.participation_id].add(one.role)
    return roles


def _particulars(
    db: Connection, members: Iterable[tuple[MemberRow, DelegationRow]]
) -> dict[int, tuple[str, list[str]]]:
    ids = {member.who.id for member, _ in members if member.who}
    query = select(Person.id, Person.gender, Person.languages).where(Person.id.in_(ids))
    return {row.id: (row.gender, row.languages) for row in db.execute(query)}


def _sitter(
    member: MemberRow, side: Side, roles: dict[int, set[Role]], particulars: dict[int, tuple[str, list[str]]]
) -> Sitter:
    own = roles.get(member.id, set())
    gender, languages = particulars.get(member.who.id, ("", [])) if member.who else ("", [])
    interprets = member.capacity is Capacity.INTERPRETER or Role.INTERPRETER in own
    return Sitter(
        member.id, side, interpreter=interprets, second_row=member.capacity in SECOND_ROW,
        driver=member.capacity is Capacity.DRIVER, assistant=member.capacity is Capacity.AIDE,
        speaker=Role.SPEAKER in own, partner=member.spouse_of, sex=gender, languages=frozenset(languages),
    )  # fmt: skip
