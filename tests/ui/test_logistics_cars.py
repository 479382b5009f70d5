"""Cars: filled by rank, people dragged and carried by keys from seat to seat, the register of vehicles typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from planner.operations import agenda, logistics
from planner.queries.motorcades import motorcades
from planner.rules.text import text
from tests.ui.keys import LEFT, drag, press, type_text
from tests.ui.logistics_office import Stay, add_stay, editor, end, open_tab, retype, shown, type_cell
from tests.ui.office import DAY, Office
from ui.common.carried_person import carried
from ui.logistics.cars import CarsSection as Cars

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stay(office: Office) -> Stay:
    return add_stay(office)


@pytest.fixture
def rides(office: Office, stay: Stay) -> tuple[int, int]:
    car = office.run(logistics.add_ride, stay.way, stay.car, flag="KG")
    return car, office.run(logistics.add_ride, stay.way, stay.bus)


@pytest.fixture
def section(qtbot, office: Office, stay: Stay, rides: tuple[int, int]) -> Iterator[Cars]:
    page = open_tab(qtbot, office, stay.event, "cars")
    found = page.section()
    assert isinstance(found, Cars)
    yield found
    page.hide()


def seated(office: Office, stay: Stay) -> dict[str, tuple[int, str]]:
    """Return car (counted from 0) and seat of everybody, by key."""
    keys = {member: key for key, member in stay.visit.members.items()}
    movement = next(one for one in office.read(motorcades, stay.event).movements if one.id == stay.way)
    return {
        keys[one.participation_id]: (place, one.seat)
        for place, ride in enumerate(movement.rides)
        for one in ride.riders
    }


def lines(section: Cars) -> list[list[tuple[str, str]]]:
    """Return what the cards show: seat and name."""
    return [[(slot.seat, slot.name) for slot in car.slots] for car in section.board.cars]


def test_the_cars_are_filled_by_rank_with_one_button_and_one_step(section: Cars, office: Office, stay: Stay) -> None:
    section.fill.click()
    assert seated(office, stay) == {
        "head": (0, "RR"), "mayor": (0, "RL"), "interpreter": (0, "F"), "kabaev": (1, "1"), "sadykova": (1, "2"),
    }  # fmt: skip
    assert section.waiting.waiting == ()
    office.undo()
    assert (seated(office, stay), len(section.waiting.waiting)) == ({}, 5)


def test_who_has_a_seat_keeps_it_when_the_cars_are_filled(section: Cars, office: Office, stay: Stay, rides) -> None:
    office.run(logistics.seat_rider, rides[1], stay.member("head"), "3")
    section.fill.click()
    assert seated(office, stay)["head"] == (1, "3")


def test_a_person_dragged_onto_another_swaps_with_them(section: Cars, office: Office, stay: Stay, rides) -> None:
    section.fill.click()
    board = section.board
    start, end = board.place_of(stay.member("kabaev")), board.place_of(stay.member("mayor"))
    assert start is not None
    assert end is not None
    drag(board, board.line_area(start).center(), board.line_area(end).center())
    found = seated(office, stay)
    assert (found["kabaev"], found["mayor"]) == ((0, "RL"), (1, "1"))


def test_a_person_dragged_beside_the_cars_gets_out(section: Cars, office: Office, stay: Stay) -> None:
    section.fill.click()
    board = section.board
    start = board.place_of(stay.member("sadykova"))
    assert start is not None
    below = board.card_area(0).bottomLeft()
    below.setY(board.height() - 2)
    drag(board, board.line_area(start).center(), below)
    assert "sadykova" not in seated(office, stay)
    assert [one.name for one in section.waiting.waiting] == ["Aigul Sadykova"]


def test_somebody_who_waits_is_dropped_onto_a_seat(section: Cars, office: Office, stay: Stay) -> None:
    board = section.board
    at = QPointF(board.line_area((0, 2)).center())
    mime = carried(stay.member("kabaev"))
    board.dropEvent(
        QDropEvent(at, Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    )
    assert seated(office, stay) == {"kabaev": (0, "F")}


def test_the_same_by_keys_alone(section: Cars, office: Office, stay: Stay) -> None:
    section.fill.click()
    board = section.board
    board.choose(board.place_of(stay.member("head")))
    press(board, Qt.Key.Key_Return)
    press(board, Qt.Key.Key_Down)
    press(board, Qt.Key.Key_Return)
    found = seated(office, stay)
    assert (found["head"], found["mayor"]) == ((0, "RL"), (0, "RR"))


def test_escape_sets_down_without_a_change(section: Cars, office: Office, stay: Stay) -> None:
    section.fill.click()
    before, board = seated(office, stay), section.board
    board.choose(board.place_of(stay.member("head")))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Escape):
        press(board, key)
    assert (board.carried, seated(office, stay)) == (None, before)


def test_delete_takes_somebody_out_of_the_car(section: Cars, office: Office, stay: Stay) -> None:
    section.fill.click()
    section.board.choose(section.board.place_of(stay.member("head")))
    press(section.board, Qt.Key.Key_Delete)
    assert "head" not in seated(office, stay)


def test_enter_in_the_list_of_those_who_wait_seats_by_rank(section: Cars, office: Office, stay: Stay) -> None:
    names = section.waiting.names
    names.setCurrentRow(0)
    press(names, Qt.Key.Key_Return)
    assert seated(office, stay) == {"head": (0, "RR")}


def test_enter_on_a_free_seat_asks_who_shall_have_it(section: Cars, office: Office, stay: Stay, rides) -> None:
    section.board.choose((0, 1))
    press(section.board, Qt.Key.Key_Return)
    picker = next(one for one in section.board.children() if hasattr(one, "picked"))
    picker.picked.emit(stay.member("mayor"))
    assert seated(office, stay) == {"mayor": (0, "RL")}


def test_a_car_typed_into_the_empty_line_joins_the_motorcade(section: Cars, office: Office, stay: Stay) -> None:
    office.run(logistics.add_vehicle, "Octavia", plate="B 002")
    section.table.type_new()
    retype(section, "octa")
    assert shown(section, "vehicle_id", "plate", "seats")[-1] == ("Octavia", "B 002", "0 / 4")


def test_the_driver_typed_beside_a_car_is_the_vehicles_own(section: Cars, office: Office, stay: Stay) -> None:
    type_cell(section, 0, "driver", "Zuev")
    assert [one.driver for one in office.read(motorcades, stay.event).vehicles if one.id == stay.car] == ["Zuev"]


def test_a_car_is_put_elsewhere_by_keys_in_table_and_board(
    section: Cars, office: Office, rides: tuple[int, int]
) -> None:
    section.table.select([rides[1]])
    press(section.table, Qt.Key.Key_Up, CONTROL)
    assert shown(section, "vehicle_id") == [("Sprinter",), ("Toyota Camry",)]
    section.board.choose((0, 0))
    press(section.board, Qt.Key.Key_Right, CONTROL)
    assert shown(section, "vehicle_id") == [("Toyota Camry",), ("Sprinter",)]


def test_the_cars_of_one_movement_are_taken_over_by_another(section: Cars, office: Office, stay: Stay) -> None:
    section.fill.click()
    other = office.run(agenda.add_item, stay.event, text(en="Back"), day=DAY, start=1000, end=1020, kind="movement")
    section.choice.edited.emit(other)
    assert shown(section, "vehicle_id") == []
    section.take_over.edited.emit(stay.way)
    assert shown(section, "vehicle_id", "seats") == [("Toyota Camry", "3 / 4"), ("Sprinter", "2 / 6")]
    office.undo()
    assert shown(section, "vehicle_id") == []


def test_too_few_seats_are_said(section: Cars, office: Office, stay: Stay, rides: tuple[int, int]) -> None:
    office.run(logistics.remove_ride, rides[1])
    section.fill.click()
    assert section.foot.text() == "One person finds no seat: add a car."


def test_vehicles_are_typed_into_their_register(section: Cars, office: Office, stay: Stay) -> None:
    section.register.click()
    table = section.vehicles.table
    table.type_new()
    line = editor(table)
    type_text(line, "GAZ")
    end(line, Qt.Key.Key_Tab)
    type_text(editor(table), "A 009")
    end(editor(table), Qt.Key.Key_Tab)
    found = [(one.name, one.plate, one.kind) for one in office.read(motorcades, stay.event).vehicles]
    assert found == [("GAZ", "A 009", "car"), ("Sprinter", "", "minibus"), ("Toyota Camry", "A 001", "car")]


def test_a_vehicle_that_is_driven_cannot_be_removed(section: Cars, office: Office, stay: Stay) -> None:
    section.register.click()
    section.vehicles.table.select([stay.car])
    press(section.vehicles.table, Qt.Key.Key_Delete)
    assert (len(office.failures), len(section.vehicles.table.rows())) == (1, 2)


def test_an_event_without_movements_leads_to_the_programme(qtbot, office: Office, stay: Stay) -> None:
    office.run(agenda.remove_item, stay.way)
    page = open_tab(qtbot, office, stay.event, "cars")
    section = page.section()
    assert section.stack.currentWidget() is section.empty
    section.empty.step_taken.emit()
    assert office.shown == [("tab:programme", stay.event)]


def test_a_seat_chosen_by_mouse_shows_who_sits_there(section: Cars, office: Office, stay: Stay) -> None:
    section.fill.click()
    QTest.mouseClick(section.board, LEFT, pos=section.board.line_area((0, 0)).center())
    assert office.selected[-1] == ("member", stay.member("head"))
