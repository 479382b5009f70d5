"""Seatings as papers get them: the bilateral meeting of the design, and any chart with people on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planner.documents.data import HeadingData, PlaceData, RoomData, SeatData, SeatingData
from planner.documents.person_data import PersonData
from planner.rules.charts import chart_for
from planner.rules.kinds import Side
from planner.rules.placement import seat_people
from planner.rules.places import Chart, Opening, PlanKind, Room, Sitter, Table, Wall
from planner.rules.text import EMPTY, Text, text
from tests.documents.events import WEDNESDAY, event, item, person

AT = item(
    text(ru="Двусторонняя встреча", en="Bilateral Meeting"), 600, 720, day=WEDNESDAY, id=7,
    place=PlaceData(
        room=text(ru="Малый зал", en="Small Hall"), venue=text(ru="Администрация города", en="City Administration")
    ),
)  # fmt: skip
HEADING = HeadingData(text(ru="Схема рассадки на двусторонней встрече", en="Seating Plan: Bilateral Meeting"))
ROOM = Room(
    560, 465, windows=(Opening(Wall.TOP, 0.15, 120),), camera=Opening(Wall.LEFT, 0.95),
    flags=("KG", "RU"), flags_at=Opening(Wall.TOP, 0.9),
)  # fmt: skip
FLAGS = (text(ru="Киргизия", en="KG"), text(ru="Россия", en="RU"))

Guest = tuple[PersonData | None, Text]

KABAEV = person(
    "Кабаев Азамат",
    "Kabaev Azamat",
    text(ru="руководитель канцелярии Посольства", en="Head of the Krasnoyarsk Office of the Embassy"),
)
LOGINOV = person(
    "Логинов Владислав", "Loginov Vladislav", text(ru="Глава города Красноярска", en="Mayor of Krasnoyarsk")
)
GUESTS: list[Guest] = [
    (None, text(ru="глава делегации", en="Head of delegation")),
    (KABAEV, EMPTY),
    (None, text(ru="начальник управления образования", en="Head of the Education Department")),
    (None, text(ru="главный архитектор", en="Chief Architect")),
]
HOSTS: list[Guest] = [
    (LOGINOV, EMPTY),
    (None, text(ru="руководитель главного управления образования", en="Head of the Main Department of Education")),
    (None, text(ru="руководитель департамента экономической политики", en="Head of the Department of Economic Policy")),
    (None, text(ru="руководитель главного управления культуры", en="Head of the Main Department of Culture")),
]


def meeting(**options: Any) -> SeatingData:
    """The bilateral meeting of the design: four by four, an interpreter each."""
    return seated(PlanKind.FACING_TABLE, GUESTS, HOSTS, options=options, interpreters=True, room=ROOM)


def seated(
    kind: PlanKind,
    guests: Sequence[Guest],
    hosts: Sequence[Guest],
    *,
    options: dict[str, Any] | None = None,
    interpreters: bool = False,
    room: Room | None = None,
    tables: Sequence[Table] = (),
) -> SeatingData:
    """Return a plan with guests and hosts seated by the rule; ids count from 1, guests first."""
    people = [(Side.GUEST, each) for each in guests] + [(Side.HOST, each) for each in hosts]
    sitters = [Sitter(number, side) for number, (side, _) in enumerate(people, 1)]
    if interpreters:
        sitters += [
            Sitter(len(people) + at, side, interpreter=True) for at, side in enumerate((Side.GUEST, Side.HOST), 1)
        ]
        people += [(Side.GUEST, (None, EMPTY)), (Side.HOST, (None, EMPTY))]
    chart = chart_for(kind, sitters, options, room=room, tables=tables)
    return data_of(chart, seat_people(chart, sitters), people)


def data_of(chart: Chart, placed: dict[str, int], people: Sequence[tuple[Side, Guest]]) -> SeatingData:
    """Return a chart with people as a paper gets it."""
    seats = []
    for seat in chart.seats:
        who = placed.get(seat.key, 0)
        side, (one, position) = people[who - 1] if who else (None, (None, EMPTY))
        seats.append(
            SeatData(
                seat.key,
                seat.part,
                seat.x,
                seat.y,
                seat.facing,
                seat.number,
                seat.side,
                seat.use,
                who,
                one,
                position,
                side,
            )
        )
    room = chart.room
    drawn = RoomData(
        room.width, room.depth, room.doors, room.windows, room.camera, FLAGS if room.flags else (), room.flags_at
    )
    return SeatingData(event(), HEADING, chart.kind, tuple(seats), chart.furniture, drawn, not chart.mixed, AT, 1)
