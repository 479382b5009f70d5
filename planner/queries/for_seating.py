"""What the papers of a seating plan are made of: the plan with everybody who sits on it."""

from __future__ import annotations

from sqlalchemy import Connection

from planner.documents.data import (
    HeadingData,
    ItemData,
    RoomData,
    SeatData,
    SeatingData,
)
from planner.language.flags import flag_text
from planner.queries.for_documents import event_data, item_data
from planner.queries.for_flags import plan_flags
from planner.queries.seating import Seated, SeatingDesk, seating_desk
from planner.rules.placement import seat_people
from planner.rules.places import Chart, Seat
from planner.rules.text import EMPTY


def seating_data(db: Connection, plan_id: int) -> SeatingData:
    """Return a plan with its people, seated as the desk shows them. Raise NotFound in words."""
    desk = seating_desk(db, plan_id)
    chart = desk.chart()
    placed = seat_people(chart, desk.sitters, desk.pins)
    people = {one.member.id: one for one in desk.people}
    event = event_data(db, desk.event.id)
    room = chart.room
    return SeatingData(
        event, HeadingData(desk.plan.title), chart.kind,
        tuple(_seat(seat, people.get(placed.get(seat.key, 0))) for seat in chart.seats), chart.furniture,
        RoomData(
            room.width, room.depth, room.doors, room.windows, room.camera,
            tuple(flag_text(name, event.languages) for name in _flags(db, desk, chart)), room.flags_at,
        ),
        not chart.mixed, _at(db, desk), plan_id,
    )  # fmt: skip


def _flags(db: Connection, desk: SeatingDesk, chart: Chart) -> tuple[str, ...]:
    """Return the flags of the room as they stand on the sheet of flags too."""
    if desk.room.flags_own or len(desk.room.flags) < 2:
        return chart.room.flags
    return plan_flags(db, desk).flags


def _at(db: Connection, desk: SeatingDesk) -> ItemData | None:
    return item_data(db, desk.event.id, desk.item.id) if desk.item is not None else None


def _seat(seat: Seat, who: Seated | None) -> SeatData:
    member = who.member if who is not None else None
    person = member.who.person() if member is not None and member.who else None
    return SeatData(
        seat.key, seat.part, seat.x, seat.y, seat.facing, seat.number, seat.side, seat.use,
        member.id if member is not None else 0, person, member.post_title if member is not None else EMPTY,
        who.side if who is not None else None,
    )  # fmt: skip

