"""How many the hall of an item seats, as papers have it (handbook 2.3)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from planner.app import new_office, open_planner
from planner.operations import agenda, events, venues
from planner.queries.for_documents import programme_data
from planner.rules.text import text

FIRST = date(2026, 9, 8)


@pytest.mark.parametrize(
    ("kind", "capacity", "seats"),
    [
        ("session", {"table": 40, "theatre": 120}, 120),
        ("talks", {"table": 40, "theatre": 120}, 40),  # they sit round a table
        ("talks", {"theatre": 120}, 120),
        ("session", {}, 0),
    ],
)
def test_hall_seats_as_many_as_it_does_for_the_item(tmp_path: Path, kind: str, capacity: dict[str, int], seats: int):
    new_office(str(tmp_path / "a.office"))
    planner = open_planner(str(tmp_path / "a.office"), author="Aida")
    made = planner.execute(
        events.add_event, "conference", text(en="Conference"), from_day=FIRST, to_day=FIRST, languages=["en"],
        host_zone="Asia/Krasnoyarsk",
    )
    venue = int(planner.execute(venues.add_venue, text(en="University")).result)
    room = int(planner.execute(venues.add_room, venue, text(en="Hall"), capacity=capacity).result)
    item_id = planner.execute(agenda.add_item, int(made.result), text(en="Item"), kind=kind, day=FIRST, start=600)
    planner.execute(agenda.place_item, int(item_id.result), venue_id=venue, room_id=room)
    (item,) = planner.read(programme_data, int(made.result)).items
    planner.close()
    assert item.place.seats == seats
