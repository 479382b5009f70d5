"""The plan of flags on the seating desk: which stand where, by which rule, and in a person's own order."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from planner.operations import seating
from planner.operations.office import set_office
from planner.operations.profiles import choose_profile
from planner.queries.seating import seating_desk
from tests.ui.keys import press, type_text
from tests.ui.office import Office, Visit, add_visit
from ui.seating.inspector import SeatingInspector
from ui.seating.shown import read_desk


@pytest.fixture
def visit(office: Office) -> Visit:
    return add_visit(office)


@pytest.fixture
def plan(office: Office, visit: Visit) -> int:
    return int(office.run(seating.add_seating_plan, visit.event, "flags"))


@pytest.fixture
def inspector(qtbot, office: Office, plan: int) -> SeatingInspector:
    inspector = SeatingInspector(office.context)
    qtbot.addWidget(inspector)
    inspector.resize(340, 900)
    inspector.show_thing(plan)
    inspector.show()
    return inspector


def poles(office: Office, plan: int) -> list[tuple[str, str]]:
    return [(seat.number, seat.name) for seat in office.read(read_desk, plan).seats]


def test_a_plan_of_flags_shows_its_flags_and_nothing_of_a_room(
    inspector: SeatingInspector, office: Office, plan: int
) -> None:
    shown = inspector.room
    assert (shown.flags.isVisible(), shown.width_field.isVisible(), shown.door.isVisible()) == (True, False, False)
    type_text(shown.flags.line, "RU, KG, Organisation")
    press(shown.flags.line, Qt.Key.Key_Return)
    assert shown.flags_order.text() == (
        "Seen from the front, from the left: Kyrgyzstan, Russia, Organisation. "
        "The states in the middle, regions, cities and organisations outwards."
    )
    assert poles(office, plan) == [("1", "Kyrgyzstan"), ("2", "Russia"), ("3", "Organisation")]


def test_the_own_order_is_kept_with_the_plan(inspector: SeatingInspector, office: Office, plan: int) -> None:
    type_text(inspector.room.flags.line, "RU, KG")
    press(inspector.room.flags.line, Qt.Key.Key_Return)
    inspector.room.flags_own.box.click()
    assert office.read(seating_desk, plan).room.flags_own is True
    assert inspector.room.flags_order.text() == (
        "Seen from the front, from the left: Russia, Kyrgyzstan. In the order the office decided."
    )
    inspector.room.flags_own.box.click()
    assert poles(office, plan) == [("1", "Kyrgyzstan"), ("2", "Russia")]


def test_another_profile_turns_the_pair_round(
    inspector: SeatingInspector, office: Office, visit: Visit, plan: int
) -> None:
    type_text(inspector.room.flags.line, "RU, KG")
    press(inspector.room.flags.line, Qt.Key.Key_Return)
    office.run(set_office, "office.city", {"country": "RU"})
    office.run(choose_profile, visit.event, code="US")
    assert inspector.room.flags_order.text() == (
        "Seen from the front, from the left: Russia, Kyrgyzstan. Two states: our own flag on the left."
    )


def test_nobody_sits_on_a_flag(office: Office, plan: int) -> None:
    shown = office.read(read_desk, plan)
    assert (shown.placed, shown.waiting, shown.bent) == ({}, (), ())
