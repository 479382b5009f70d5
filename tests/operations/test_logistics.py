"""Cars, journeys, rooms and dishes: written, refused where they cannot be, and taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from planner.app import Planner, open_planner
from planner.errors import BadInput, PlannerError
from planner.operations import logistics, several
from planner.queries.agenda import programme
from planner.queries.delegations import delegations
from planner.queries.events import events
from planner.queries.for_logistics import arrivals_data, menu_data, motorcade_data, rooming_data
from planner.rules.kinds import EventKind, Side
from planner.rules.text import text
from tests.operations.test_undo_of_everything import dump


@pytest.fixture
def planner(tmp_path: Path, sample_template: Path) -> Iterator[Planner]:
    opened = open_planner(str(shutil.copy(sample_template, tmp_path / "a.office")), author="tester")
    yield opened
    opened.close()


def place(planner: Planner, kind: EventKind, side: Side) -> tuple[int, int]:
    """Return an event and the first place on a side of it."""
    event = next(row.id for row in planner.read(events) if row.kind is kind)
    return event, next(row.members[0].id for row in planner.read(delegations, event) if row.side is side)


def test_everything_is_written_and_taken_back(planner: Planner) -> None:
    event, guest = place(planner, EventKind.MEETING, Side.GUEST)
    item = planner.read(programme, event).top()[0].id
    before = planner.read(dump)
    car = planner.execute(logistics.add_vehicle, "ГАЗ", plate="А 009 АА 00").result
    ride = planner.execute(logistics.add_ride, item, car, flag="kg").result
    rider = planner.execute(logistics.seat_rider, ride, guest, "RR").result
    journey = planner.execute(logistics.add_journey, guest, "arrival", number="ZZ 1", vehicle_id=car).result
    room = planner.execute(logistics.add_lodging, guest, room_type="suite").result
    dish = planner.execute(logistics.add_dish, item, text(ru="Уха"), marks=["fish"]).result
    planner.execute(logistics.edit_vehicle, car, driver="Иванов")
    planner.execute(logistics.edit_ride, ride, radio="2")
    planner.execute(logistics.edit_journey, journey, bags=3)
    planner.execute(logistics.edit_lodging, room, room_number="7")
    planner.execute(logistics.edit_dish, dish, marks=["fish", "halal"])
    (movement,) = planner.read(motorcade_data, event).movements
    assert (movement.rides[0].vehicle.plate, movement.rides[0].radio, movement.rides[0].riders[0].seat) == (
        "А 009 АА 00", "2", "RR",
    )  # fmt: skip
    assert planner.read(arrivals_data, event).journeys[0].bags == 3
    assert planner.read(rooming_data, event).rooms[0].room_number == "7"
    assert planner.read(menu_data, event).dishes[0].marks == ("halal", "fish")
    for remove, row in ((logistics.remove_rider, rider), (logistics.remove_ride, ride), (logistics.remove_dish, dish),
                        (logistics.remove_journey, journey), (logistics.remove_lodging, room),
                        (logistics.remove_vehicle, car)):  # fmt: skip
        planner.execute(remove, row)
    assert planner.read(motorcade_data, event).movements == ()
    for _step in range(17):
        planner.undo()
    assert planner.read(dump) == before


def test_seat_is_taken_from_whoever_sat_there(planner: Planner) -> None:
    event, guest = place(planner, EventKind.VISIT, Side.GUEST)
    _, host = place(planner, EventKind.VISIT, Side.HOST)
    ride = planner.read(motorcade_data, event).movements[0].rides[0].id
    planner.execute(logistics.seat_rider, ride, guest, "RR")
    planner.execute(logistics.seat_rider, ride, host, "RR")
    riders = planner.read(motorcade_data, event).movements[0].rides[0].riders
    assert {one.who.id: one.seat for one in riders if one.who.id in (guest, host)} == {host: "RR", guest: ""}


def test_what_cannot_be_is_refused_in_words(planner: Planner) -> None:
    event, guest = place(planner, EventKind.VISIT, Side.GUEST)
    _, other = place(planner, EventKind.MEETING, Side.GUEST)
    ride = planner.read(motorcade_data, event).movements[0].rides[0].id
    first, last = date(2024, 4, 23), date(2024, 4, 22)
    wrong = (
        (logistics.add_vehicle, (" ",), {}), (logistics.seat_rider, (ride, other, "RR"), {}),
        (logistics.seat_rider, (ride, guest, "roof"), {}), (logistics.add_lodging, (guest,), {"room_type": "cave"}),
        (logistics.add_lodging, (guest,), {"from_day": first, "to_day": last}),
        (logistics.add_lodging, (guest,), {"shares_with_id": guest}),
        (logistics.add_journey, (guest, "sideways"), {}), (logistics.add_journey, (guest, "arrival"), {"leaves": 1440}),
    )  # fmt: skip
    number = planner.change_number()
    for function, given, values in wrong:
        with pytest.raises(BadInput):
            planner.execute(function, *given, **values)
    with pytest.raises(PlannerError):
        planner.execute(logistics.add_journey, guest, "arrival", vehicle_id=10**6)
    assert planner.change_number() == number


def test_two_who_share_a_room_have_one_bed_and_one_smoke(planner: Planner) -> None:
    event, _ = place(planner, EventKind.VISIT, Side.GUEST)
    first, second = (one for one in planner.read(rooming_data, event).rooms if one.room_type == "single")
    planner.execute(logistics.edit_lodging, first.id, bed="twin", smoking=True)
    planner.execute(several.share_room, first.id, second.who.id)
    shared = [one for one in planner.read(rooming_data, event).rooms if one.id in (first.id, second.id)]
    assert [(one.bed, one.smoking) for one in shared] == [("twin", True)] * 2
    with pytest.raises(BadInput):
        planner.execute(logistics.edit_lodging, first.id, bed="hammock")
