"""Many items re-timed in one step, days and events copied, movements added."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.errors import BadInput
from planner.operations import agenda, events, venues
from planner.operations.agenda import add_item
from planner.operations.duplicate import duplicate_event, keep_as_template
from planner.operations.movements import add_movement
from planner.operations.retiming import Move, copy_day, copy_items, move_items, remove_items, retime_event, shift_items
from planner.queries.agenda import programme
from planner.queries.events import event_page
from planner.queries.events import events as all_events
from planner.rules.kinds import ItemKind, LinkKind
from planner.rules.text import text
from tests.operations.test_undo_of_everything import dump
from tests.ui.office import DAY, Office, add_visit, open_office

NEXT = DAY + timedelta(days=1)


@pytest.fixture
def office(tmp_path, sqlite_template):
    opened = open_office(tmp_path, template=sqlite_template)
    yield opened
    opened.planner.close()


@pytest.fixture
def event(office: Office) -> int:
    return add_visit(office).event


def add(office: Office, event: int, name: str, start: int | None, end: int | None = None, **values) -> int:
    day = None if start is None else DAY
    return office.run(add_item, event, text(ru=name, en=name), day=day, start=start, end=end, **values)


def times(office: Office, event: int) -> dict[str, tuple[date | None, int | None, int | None]]:
    return {item.title.get("ru"): (item.day, item.start, item.end) for item in office.read(programme, event).items}


def test_items_are_shifted_with_their_parts_in_one_step(office: Office, event: int) -> None:
    first, second = add(office, event, "А", 480, 540), add(office, event, "Б", 600, 660)
    add(office, event, "часть", 610, 620, parent_id=second)
    before = office.read(dump)
    office.run(shift_items, [Move(first, DAY, 510), Move(second, DAY, 630)])
    assert times(office, event) == {"А": (DAY, 510, 570), "Б": (DAY, 630, 690), "часть": (DAY, 640, 650)}
    office.undo()
    assert office.read(dump) == before


def test_items_move_over_days_tracks_and_rooms_and_into_the_pool(office: Office, event: int) -> None:
    hall = office.run(venues.add_venue, text(ru="Дом"))
    room = office.run(venues.add_room, hall, text(ru="Зал"))
    track = office.run(agenda.add_track, event, text(ru="Пресса"))
    first, second = add(office, event, "А", 480, 540), add(office, event, "Б", 600, 660)
    office.run(move_items, [Move(first, NEXT, 1410, 60, (track,), (None, room)), Move(second, None, None)])
    items = {item.id: item for item in office.read(programme, event).items}
    one, other = items[first], items[second]
    assert (one.day, one.start, one.end_day, one.end) == (NEXT, 1410, NEXT + timedelta(days=1), 30)
    assert (one.track_ids, one.room_id, one.venue_id) == ((track,), room, hall)
    assert (other.day, other.start, other.minutes) == (None, None, 60)


def test_items_of_two_events_and_items_named_twice_are_refused(office: Office, event: int) -> None:
    first = add(office, event, "А", 480)
    other = office.run(events.add_event, "visit", text(ru="Другой"), from_day=DAY, to_day=DAY, languages=["ru"])
    stranger = add(office, other, "Б", 480)
    for moves in ([], [Move(first, DAY, 1), Move(first, DAY, 2)], [Move(first, DAY, 1), Move(stranger, DAY, 2)]):
        with pytest.raises(BadInput):
            office.planner.execute(move_items, moves)


def test_several_are_copied_and_removed_in_one_step_each(office: Office, event: int) -> None:
    first, second = add(office, event, "А", 480, 540), add(office, event, "Б", 600, 660)
    made = office.run(copy_items, [Move(first, NEXT, 500), Move(second, NEXT, 620)])
    assert [(item.day, item.start) for item in office.read(programme, event).items if item.id in made] == [
        (NEXT, 500), (NEXT, 620),
    ]  # fmt: skip
    office.run(remove_items, [*made, first])
    assert list(times(office, event)) == ["Б"]
    office.undo()
    office.undo()
    assert times(office, event) == {"А": (DAY, 480, 540), "Б": (DAY, 600, 660)}


def test_an_event_is_moved_with_everything_on_it_and_keeps_its_wall_times(office: Office, event: int) -> None:
    add(office, event, "А", 1400, 1430)
    add(office, event, "Б", 1400, 20)
    add(office, event, "В", None)
    before = office.read(dump)
    office.run(retime_event, event, date(2024, 11, 4))
    page = office.read(event_page, event)
    first = date(2024, 11, 4)
    assert (page.from_day, page.to_day) == (first, first)
    assert times(office, event) == {"А": (first, 1400, 1430), "Б": (first, 1400, 20), "В": (None, None, None)}
    assert [item.end_day for item in office.read(programme, event).items] == [first, first + timedelta(days=1), None]
    office.undo()
    assert office.read(dump) == before


def test_a_day_is_copied_with_parts_and_people(office: Office, event: int) -> None:
    first = add(office, event, "А", 480, 540)
    add(office, event, "часть", None, parent_id=first, minutes=10, kind="topic")
    office.run(agenda.add_attendance, first, side="guest")
    made = office.run(copy_day, event, DAY, NEXT)
    copies = [item for item in office.read(programme, event).items if item.day == NEXT or item.parent_id in made]
    assert [(item.title.get("ru"), item.start, item.end, item.minutes, len(item.people)) for item in copies] == [
        ("А", 480, 540, None, 1), ("часть", None, None, 10, 0),
    ]  # fmt: skip
    assert copies[1].parent_id == copies[0].id


def test_a_template_is_no_event_of_the_list_and_becomes_one_with_its_links(office: Office, event: int) -> None:
    add(office, event, "А", 480, 540)
    add(office, event, "шло", 600, 610)
    goal = office.run(events.add_event, "conference", text(ru="Цель"), from_day=DAY, to_day=DAY, languages=["ru"])
    office.run(events.link_events, event, goal, kind="part-of")
    template = office.run(keep_as_template, event)
    assert template not in [row.id for row in office.read(all_events)]
    made = office.run(duplicate_event, template, NEXT)
    assert made in [row.id for row in office.read(all_events)]
    assert [(link.kind, link.other.id) for link in office.read(event_page, made).links] == [(LinkKind.PART_OF, goal)]
    assert times(office, made) == {"А": (NEXT, 480, 540), "шло": (NEXT, 600, 610)}


def test_a_movement_is_added_for_those_who_go_on_to_the_next_item(office: Office, event: int) -> None:
    hotel, hall = (office.run(venues.add_venue, text(ru=ru, en=en)) for ru, en in (("Дом", "House"), ("Зал", "Hall")))
    first, second = add(office, event, "А", 480, 540), add(office, event, "Б", 600, 660)
    office.run(agenda.place_item, first, venue_id=hotel)
    office.run(agenda.place_item, second, venue_id=hall)
    for side in ("guest", "host"):
        office.run(agenda.add_attendance, second, side=side)
    made = office.run(add_movement, first, second, start=565, minutes=20, mode="car", lead=10)
    item = next(item for item in office.read(programme, event).items if item.id == made)
    assert (item.kind, item.day, item.start, item.end) == (ItemKind.MOVEMENT, DAY, 565, 585)
    assert item.title == text(ru="Дом → Зал", en="House → Hall")
    assert [row.side for row in item.people] == ["guest"]
    office.undo()
    assert len(times(office, event)) == 2
