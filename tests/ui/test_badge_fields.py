"""Zones and language of a badge, in the inspectors of a member and of a delegation."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from planner.operations.delegations import edit_member
from planner.queries.for_logistics import signs_of_badges
from planner.queries.members import delegation_sheet, member_sheet
from tests.ui.keys import press, type_text
from tests.ui.office import Office, Visit, add_visit
from ui.delegations.badge_fields import zones_of
from ui.delegations.delegation_inspector import DelegationInspector
from ui.delegations.inspector import MemberInspector


@pytest.fixture
def visit(office: Office) -> Visit:
    return add_visit(office)


def test_zones_typed_and_language_chosen_are_kept_with_the_place(qtbot, office: Office, visit: Visit) -> None:
    inspector = MemberInspector(office.context)
    qtbot.addWidget(inspector)
    member = next(iter(visit.members.values()))
    inspector.show_thing(member)
    inspector.show()
    type_text(inspector.badge.zones.line, "A;  VIP , A")
    press(inspector.badge.zones.line, Qt.Key.Key_Return)
    inspector.badge.speaks.edited.emit("ky")
    badge = office.read(member_sheet, member).badge
    assert (badge.zones, badge.speaks) == (("A", "VIP"), "ky")
    assert inspector.badge.zones.value() == "A, VIP"


def test_zones_of_a_delegation_are_set_for_all_its_members_as_one_step(qtbot, office: Office, visit: Visit) -> None:
    inspector = DelegationInspector(office.context)
    qtbot.addWidget(inspector)
    inspector.show_thing(visit.guests)
    inspector.show()
    members = [member.id for member in office.read(delegation_sheet, visit.guests).delegation.members]
    office.run(edit_member, members[0], zones=["B"])
    assert inspector.zones.line.placeholderText() == ("they differ" if len(members) > 1 else "as A, VIP")
    type_text(inspector.zones.line, "A, VIP")
    press(inspector.zones.line, Qt.Key.Key_Return)
    assert office.read(delegation_sheet, visit.guests).zones == ("A", "VIP")
    found = office.read(signs_of_badges, visit.event, ("ru", "en"))
    assert {found[one][0] for one in members if one in found} == {("A", "VIP")}
    office.planner.undo()
    assert office.read(member_sheet, members[0]).badge.zones == ("B",)


@pytest.mark.parametrize(("words", "zones"), [("", []), ("A,,B", ["A", "B"]), (" VIP ; VIP", ["VIP"])])
def test_zones_are_parted_by_commas(words: str, zones: list[str]) -> None:
    assert zones_of(words) == zones
