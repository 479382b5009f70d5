"""A day of a visit with places and ways, for tests of the programme."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from planner.operations import agenda, venues
from planner.queries.agenda import ItemRow, programme
from planner.rules.text import text
from tests.ui.office import DAY, Office, Visit, add_visit


class Day(NamedTuple):
    """Ids of a day: breakfast 8–9 at the hotel, meeting 10–11 in the town hall's room, lunch 13–14."""

    visit: Visit
    hotel: int
    hall: int
    room: int
    breakfast: int
    meeting: int
    lunch: int

    @property
    def event(self) -> int:
        return self.visit.event


def add_day(office: Office) -> Day:
    """Add a visit with three items on its one day; the way from the hotel to the hall takes 20 minutes."""
    visit = add_visit(office)
    hotel = office.run(venues.add_venue, text(ru="Гостиница", en="Hotel"))
    hall = office.run(venues.add_venue, text(ru="Администрация города", en="City Administration"))
    room = office.run(venues.add_room, hall, text(ru="Малый зал", en="Small Hall"), capacity={"table": 24})
    office.run(venues.set_route, hotel, hall, minutes=20)
    items = []
    for ru, en, start, end, kind, place in (
        ("Завтрак", "Breakfast", 480, 540, "meal", {"venue_id": hotel}),
        ("Встреча", "Meeting", 600, 660, "meeting", {"venue_id": None, "room_id": room}),
        ("Обед", "Lunch", 780, 840, "meal", {"venue_id": None}),
    ):
        item = office.run(agenda.add_item, visit.event, text(ru=ru, en=en), day=DAY, start=start, end=end, kind=kind)
        office.run(agenda.place_item, item, **place)
        items.append(item)
    return Day(visit, hotel, hall, room, *items)


def item_of(office: Office, event_id: int, item_id: int) -> ItemRow:
    """Return an item as the office has it."""
    return next(item for item in office.read(programme, event_id).items if item.id == item_id)


def times(office: Office, event_id: int, item_id: int) -> tuple[date | None, int | None, int | None]:
    """Return day, start and end of an item."""
    item = item_of(office, event_id, item_id)
    return item.day, item.start, item.end
