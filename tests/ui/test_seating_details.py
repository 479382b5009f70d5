"""Beside the room: its measures, chairs counted by themselves, checks with their mending, names that can be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from planner.operations import delegations, seating, venues
from planner.operations.people import NewName
from planner.queries.seating import seating_desk
from planner.rules.places import Opening, Wall
from planner.rules.text import text
from tests.ui.keys import LEFT, press, type_text
from tests.ui.office import Office, Visit, add_visit
from ui import theme
from ui.common.broken_words import fitted
from ui.common.buttons import Link
from ui.common.number_field import NumberField
from ui.seating.inspector import SeatingInspector
from ui.seating.names import chair_lines
from ui.seating.page import SeatingPage
from ui.seating.scale import Frame, Scale, legible_zoom
from ui.seating.shown import read_desk


@pytest.fixture
def visit(office: Office) -> Visit:
    return add_visit(office)


@pytest.fixture
def plan(office: Office, visit: Visit) -> int:
    return int(office.run(seating.add_seating_plan, visit.event, "facing-table"))


@pytest.fixture
def inspector(qtbot, office: Office, plan: int) -> SeatingInspector:
    inspector = SeatingInspector(office.context)
    qtbot.addWidget(inspector)
    inspector.resize(340, 1400)
    inspector.show_thing(plan)
    inspector.show()
    return inspector


@pytest.fixture
def metrics(qtbot) -> QFontMetricsF:
    return QFontMetricsF(theme.font(theme.SMALL))


def link(widget: QWidget, words: str) -> Link:
    return [one for one in widget.findChildren(Link) if one.text() == words][-1]  # older ones wait to be let go


def unseated(inspector: SeatingInspector) -> list[str]:
    return [finding.text for finding in inspector.checks.findings() if finding.weight == "W-64"]


def test_metres_typed_become_the_room_of_the_plan(inspector: SeatingInspector, office: Office, plan: int) -> None:
    type_text(inspector.room.width_field.line, "6,5")
    press(inspector.room.width_field.line, Qt.Key.Key_Return)
    assert office.read(seating_desk, plan).room.width == 650
    type_text(inspector.room.depth_field.line, "much")
    press(inspector.room.depth_field.line, Qt.Key.Key_Return)
    assert office.read(seating_desk, plan).room.depth == 0
    assert inspector.room.depth_field.line.property("state") == "wrong"


def test_door_windows_camera_and_flags_are_kept_with_the_plan(
    inspector: SeatingInspector, office: Office, plan: int
) -> None:
    fields = inspector.room
    fields.door.edited.emit("left")
    fields.windows.edited.emit(Wall.TOP)
    fields.camera.edited.emit("near_left")
    fields.flags.edited.emit("KG, RU")
    fields.sun.edited.emit(True)
    room = office.read(seating_desk, plan).room
    assert room.doors == (Opening(Wall.BOTTOM, 0.2),)
    assert [window.wall for window in room.windows] == [Wall.TOP, Wall.TOP]
    assert (room.camera, room.flags, room.sun) == (Opening(Wall.LEFT, 0.92), ("KG", "RU"), True)
    fields.windows.edited.emit("")
    assert (office.read(seating_desk, plan).room.windows, office.read(seating_desk, plan).room.sun) == ((), False)


def test_room_kept_for_the_venue_is_where_the_next_plan_begins(
    inspector: SeatingInspector, office: Office, visit: Visit
) -> None:
    venue = office.run(venues.add_venue, text(en="City Hall"))
    hall = office.run(venues.add_room, venue, text(en="Small Hall"))
    own = office.run(seating.add_seating_plan, visit.event, "facing-table", room_id=hall, room={"width": 900})
    inspector.show_thing(own)
    QTest.mouseClick(inspector.room.keep, LEFT)
    next_one = office.run(seating.add_seating_plan, visit.event, "round", room_id=hall)
    assert office.read(seating_desk, next_one).room.width == 900


def test_chairs_are_as_many_as_needed_until_a_number_is_written(
    inspector: SeatingInspector, office: Office, plan: int
) -> None:
    numbers = inspector.choices.findChildren(NumberField)
    assert {(one.line.text(), one.line.placeholderText()) for one in numbers} == {("", "as needed")}
    inspector.choices.chosen.emit("guest_seats", 6)
    assert office.read(seating_desk, plan).own_options == {"guest_seats": 6}
    inspector.choices.chosen.emit("guest_seats", None)
    assert office.read(seating_desk, plan).own_options == {}


def test_mirror_is_offered_where_somebody_faces_another(qtbot, inspector, office: Office, visit, plan: int) -> None:
    page = SeatingPage(office.context)
    qtbot.addWidget(page)
    page.set_event(visit.event)
    page.board.choose("guest:0")
    QTest.mouseClick(inspector.mirror, LEFT)
    assert office.read(seating_desk, plan).options["mirror"] is True
    assert inspector.mirror.isVisible() is False


def test_invited_person_is_seated_with_a_side_by_a_link(
    inspector: SeatingInspector, office: Office, visit: Visit, plan: int
) -> None:
    third = office.run(delegations.add_delegation, visit.event, "invited")
    member = office.run(delegations.add_new_member, third, [NewName("ru", "Батаева", "Назгуль")])
    (finding,) = unseated(inspector)
    assert finding == "Н.\u00a0Батаева is on no side: seat with the guests or the hosts?"
    QTest.mouseClick(link(inspector.checks, "Hosts"), LEFT)
    assert (office.read(read_desk, plan).seat_of(member) or "").startswith("host:")


def test_many_findings_of_one_rule_are_told_once(inspector: SeatingInspector, office: Office, visit: Visit) -> None:
    third = office.run(delegations.add_delegation, visit.event, "invited")
    for number in range(6):
        office.run(delegations.add_new_member, third, [NewName("ru", f"Гость{number}", "Иван")])
    before = len(inspector.checks.findings())
    assert len(unseated(inspector)) == 3
    QTest.mouseClick(link(inspector.checks, "Show all"), LEFT)
    assert (len(unseated(inspector)), len(inspector.checks.findings())) == (6, before + 2)


def test_wish_needs_two_different_people(inspector: SeatingInspector) -> None:
    wishes = inspector.wishes
    first = wishes.first._values[0]
    wishes.first.set_value(first)
    wishes.second.set_value(first)
    wishes.second.edited.emit(first)
    assert wishes.add.isEnabled() is False
    wishes.second.set_value(wishes.first._values[1])
    wishes.second.edited.emit(wishes.first._values[1])
    assert wishes.add.isEnabled() is True


def test_row_too_wide_for_names_can_be_shown_so_large_that_they_can_be_read(office: Office, visit: Visit) -> None:
    for number in range(8):
        office.run(delegations.add_new_member, visit.guests, [NewName("ru", f"Гость{number}", "Иван")])
    photograph = office.run(seating.add_seating_plan, visit.event, "photo")
    frame, place = Frame.of(office.read(read_desk, photograph)), QSize(560, 500)
    before = Scale.fitting(frame, place).factor * frame.chair.width()
    zoom = legible_zoom(frame, place)
    assert before < 72
    assert round(before * zoom) == 80


def test_seat_chosen_by_key_comes_into_view(qtbot, office: Office, visit: Visit) -> None:
    for number in range(8):
        office.run(delegations.add_new_member, visit.guests, [NewName("ru", f"Гость{number}", "Иван")])
    office.run(seating.add_seating_plan, visit.event, "photo")
    page = SeatingPage(office.context)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.set_event(visit.event)
    page.show()
    qtbot.waitUntil(lambda: page.board.width() > 400)  # once the window has its size
    QTest.mouseClick(page.larger, LEFT)
    before = page.board.zoom
    first = min(page.shown.seats, key=lambda seat: seat.x)  # type: ignore[union-attr]
    page.board.choose(first.key)
    left = page.board.mapTo(page, page.board.scale().box(first).topLeft().toPoint()).x()
    assert left >= page.board.parentWidget().mapTo(page, QPoint(0, 0)).x()
    QTest.mouseClick(page.smaller, LEFT)
    assert page.board.zoom < before


def test_banquet_of_thirty_tables_is_shown_whole(office: Office, visit: Visit) -> None:
    banquet = office.run(seating.add_seating_plan, visit.event, "banquet")
    office.run(seating.add_seating_tables, banquet, 30)
    assert legible_zoom(Frame.of(office.read(read_desk, banquet)), QSize(560, 500)) == 1


def test_no_chair_covers_another(office: Office, visit: Visit) -> None:
    for kind in ("car", "photo", "theatre", "minibus", "round", "u-table"):
        shown = office.read(read_desk, office.run(seating.add_seating_plan, visit.event, kind))
        scale = Scale.fitting(Frame.of(shown), QSize(800, 600))
        boxes = [scale.box(seat) for seat in shown.seats]
        assert [kind for at, box in enumerate(boxes) for other in boxes[:at] if box.intersects(other)] == []


def test_surname_has_its_line_and_the_initials_go_above_it(metrics: QFontMetricsF) -> None:
    wide = metrics.horizontalAdvance("Токтогулов") + 2
    assert chair_lines("4", "Б.\u00a0Токтогулов", metrics, width=wide, most=3) == ("4", ["Б.", "Токтогулов"])
    assert chair_lines("4", "Б.\u00a0Токтогулов", metrics, width=wide, most=2) == ("4 · Б.", ["Токтогулов"])
    assert chair_lines("4", "Б.\u00a0Токтогулов", metrics, width=400, most=3) == ("4", ["Б. Токтогулов"])


def test_long_surname_breaks_rather_than_being_cut(metrics: QFontMetricsF) -> None:
    wide = metrics.horizontalAdvance("Константинопол") + 2
    head, lines = chair_lines("2", "В.\u00a0Константинопольский", metrics, width=wide, most=3)
    assert (head, "".join(lines).replace("\u2010", "")) == ("2 · В.", "Константинопольский")
    assert fitted("Салтыков-Щедрин", metrics, metrics.horizontalAdvance("Салтыков-") + 2, 2) == ["Салтыков-", "Щедрин"]


@pytest.mark.parametrize("width", [700, 930, 1250])
def test_desk_shows_the_whole_room_at_any_width(qtbot, office: Office, visit: Visit, width: int) -> None:
    for number in range(8):
        office.run(delegations.add_new_member, visit.guests, [NewName("ru", f"Гость{number}", "Иван")])
    office.run(seating.add_seating_plan, visit.event, "facing-table")
    page = SeatingPage(office.context)
    qtbot.addWidget(page)
    page.resize(width, 560)
    page.set_event(visit.event)
    page.show()
    qtbot.waitUntil(lambda: page.board.width() > 400)
    board, area = page.board, page._area
    bars = (area.horizontalScrollBar().maximum(), area.verticalScrollBar().maximum())
    walls = board.scale().walls()
    assert (bars, board.size(), board.scale().frame.walls) == ((0, 0), area.viewport().size(), True)
    assert board.rect().contains(walls.toAlignedRect())


def test_first_step_of_zoom_is_to_where_names_can_be_read(qtbot, office: Office, visit: Visit) -> None:
    for number in range(8):
        office.run(delegations.add_new_member, visit.guests, [NewName("ru", f"Гость{number}", "Иван")])
    office.run(seating.add_seating_plan, visit.event, "photo")
    page = SeatingPage(office.context)
    qtbot.addWidget(page)
    page.resize(700, 560)
    page.set_event(visit.event)
    page.show()
    qtbot.waitUntil(lambda: page.board.width() > 400)
    QTest.mouseClick(page.larger, LEFT)
    scale = page.board.scale()
    assert round(scale.factor * scale.frame.chair.width()) == 80
    press(page.board, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert page.board.zoom == 1
