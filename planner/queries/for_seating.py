"""What the papers of a seating plan are made of: the plan with everybody who sits on it, or its flags."""

from __future__ import annotations

from sqlalchemy import Connection

from planner.documents.data import (
    FlagData,
    FlagsData,
    HeadingData,
    ItemData,
    RoomData,
    SeatData,
    SeatingData,
)
from planner.language.countries import country_name
from planner.queries.for_documents import event_data, item_data
from planner.queries.seating import Seated, SeatingDesk, seating_desk
from planner.rules.kinds import Side
from planner.rules.placement import seat_people
from planner.rules.places import PlanKind, Seat
from planner.rules.text import EMPTY, Language, Text, Wording

CODE = 2
"""Letters of a country's code: such a flag is called by the country's name."""


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
            tuple(_flag(flag, event.languages) for flag in room.flags), room.flags_at,
        ),
        not chart.mixed, _at(db, desk), plan_id,
    )  # fmt: skip


def flags_data(db: Connection, plan_id: int) -> FlagsData:
    """Return the flags of a plan's room in their order, each with the side whose it is. Raise NotFound in words."""
    desk = seating_desk(db, plan_id)
    event = event_data(db, desk.event.id)
    sides = {one.member.who.country: one.side for one in reversed(desk.people) if one.member.who}
    flags = tuple(FlagData(_flag(name, event.languages), _side(sides.get(name))) for name in desk.room.flags)
    heading = HeadingData(desk.plan.title) if desk.plan.kind is PlanKind.FLAGS else HeadingData()
    return FlagsData(event, heading, flags, at=_at(db, desk), id=plan_id)


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


def _flag(name: str, languages: tuple[Language, ...]) -> Text:
    """Return what a flag is called: a country by its name in each language, all else as it was written."""
    if len(name) == CODE and name.isupper():
        named = {language: country_name(name, language) for language in languages}
        return Text({language: Wording(words) for language, words in named.items() if words})
    return Text({language: Wording(name) for language in languages})


def _side(side: Side | None) -> Side | None:
    return side if side in (Side.GUEST, Side.HOST) else None
