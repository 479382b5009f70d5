"""The inspector of a member: what is typed goes to the person, the post or the place, and can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.operations import delegations, people
from planner.queries.delegations import delegations as read_delegations
from planner.queries.members import member_sheet
from planner.queries.people import person_page
from planner.rules.kinds import Capacity, ParticipationState
from planner.rules.text import text
from tests.ui.keys import LEFT, press, type_text
from tests.ui.office import Office, Visit, add_visit
from ui.common.buttons import Link
from ui.delegations.delegation_inspector import DelegationInspector
from ui.delegations.inspector import MemberInspector


@pytest.fixture
def visit(office: Office) -> Visit:
    return add_visit(office)


@pytest.fixture
def inspector(qtbot, office: Office, visit: Visit) -> MemberInspector:
    inspector = MemberInspector(office.context)
    qtbot.addWidget(inspector)
    inspector.show_thing(visit.members["kabaev"])
    inspector.resize(330, 900)
    inspector.show()
    return inspector


def link(inspector, words: str) -> Link:
    return next(one for one in inspector.findChildren(Link) if one.text() == words and not one.isHidden())


def name(office: Office, visit: Visit, tag: str, key: str = "kabaev"):
    return next(one for one in office.read(person_page, visit.people[key]).names if one.language == tag)


def test_member_is_shown_with_number_and_post(inspector: MemberInspector) -> None:
    assert (inspector.heading.text(), inspector.remark.text()) == ("Azamat Kabaev", "Guest no. 2")
    assert (inspector.position.text("ru"), inspector.position.text("en")) == ("должность Кабаев", "post of Kabaev")
    assert inspector.names.boxes["en"].lines["surname"].text() == "Kabaev"


def test_surname_typed_is_written_into_the_register_as_one_step(
    inspector: MemberInspector, office: Office, visit: Visit
) -> None:
    line = inspector.names.boxes["en"].lines["surname"]
    line.setFocus()
    type_text(line, "f")
    press(line, Qt.Key.Key_Return)
    assert name(office, visit, "en").surname == "fKabaev"
    office.undo()
    assert (name(office, visit, "en").surname, line.text()) == ("Kabaev", "Kabaev")


def test_post_typed_changes_the_register_for_all_events(
    inspector: MemberInspector, office: Office, visit: Visit
) -> None:
    box = inspector.position.field_of("en")
    box._sides["en"].box.setPlainText("Head of Office")
    box.flush()
    assert office.read(person_page, visit.people["kabaev"]).posts[0].title.get("en") == "Head of Office"


def test_another_wording_at_this_event_leaves_the_register_alone(
    inspector: MemberInspector, office: Office, visit: Visit
) -> None:
    QTest.mouseClick(link(inspector, "Another wording at this event only"), LEFT)
    inspector.position.field_of("ru")._sides["ru"].box.setPlainText("глава группы")
    inspector.position.flush()
    sheet = office.read(member_sheet, visit.members["kabaev"])
    assert (sheet.member.post_title.get("ru"), sheet.person.posts[0].title.get("ru")) == (
        "глава группы",
        "должность Кабаев",
    )
    QTest.mouseClick(link(inspector, "Use the post of the register"), LEFT)
    assert office.read(member_sheet, visit.members["kabaev"]).member.post_title == text()
    assert inspector.position.text("ru") == "должность Кабаев"


def test_capacity_and_state_are_chosen_by_keyboard(inspector: MemberInspector, office: Office, visit: Visit) -> None:
    inspector.state.combo.setFocus()
    press(inspector.state.combo, Qt.Key.Key_Down)
    assert office.read(member_sheet, visit.members["kabaev"]).member.state == ParticipationState.CONFIRMED
    press(inspector.capacity.combo, Qt.Key.Key_Up)
    assert office.read(member_sheet, visit.members["kabaev"]).member.capacity is Capacity.DEPUTY_HEAD


def test_pinned_member_can_go_back_to_precedence(inspector: MemberInspector, office: Office, visit: Visit) -> None:
    office.run(delegations.place_member, visit.members["kabaev"], 1)
    QTest.mouseClick(link(inspector, "By precedence again"), LEFT)
    assert office.read(member_sheet, visit.members["kabaev"]).member.pin is None


def test_passport_is_masked_until_it_is_asked_for(inspector: MemberInspector, office: Office, visit: Visit) -> None:
    office.run(people.write_private, visit.people["kabaev"], passport_number="AC1234412", diet="halal")
    facts = [fact.text for fact in inspector.private.facts._facts]
    assert facts == ["Passport •••••• 412", "Also kept: diet"]
    assert not inspector.private.shown()
    QTest.mouseClick(link(inspector, "Show"), LEFT)
    assert inspector.private.lines["passport_number"].value() == "AC1234412"
    inspector.show_thing(visit.members["sadykova"])
    assert not inspector.private.shown()


def test_diet_typed_is_kept_as_private(inspector: MemberInspector, office: Office, visit: Visit) -> None:
    QTest.mouseClick(link(inspector, "Show"), LEFT)
    line = inspector.private.lines["diet"].line
    type_text(line, "халяль")
    press(line, Qt.Key.Key_Return)
    assert office.read(person_page, visit.people["kabaev"]).private.diet == "халяль"


def test_typing_goes_to_the_member_it_was_typed_for(inspector: MemberInspector, office: Office, visit: Visit) -> None:
    type_text(inspector.names.boxes["ru"].lines["given"], "x")
    inspector.show_thing(visit.members["sadykova"])
    assert name(office, visit, "ru").given == "xАзамат"
    assert name(office, visit, "ru", "sadykova").given == "Айгуль"


def test_place_without_a_person_is_named_from_the_register(
    inspector: MemberInspector, office: Office, visit: Visit
) -> None:
    place = office.run(delegations.add_member, visit.hosts, post_title=text(ru="эксперт"))
    inspector.show_thing(place)
    inspector.pick_person()
    picker = inspector.picker()
    type_text(picker.search.line, "садыкова")
    press(picker.search.line, Qt.Key.Key_Return)
    assert office.read(member_sheet, place).person.id == visit.people["sadykova"]


def test_name_typed_on_an_empty_place_makes_a_new_person_in_one_step(
    inspector: MemberInspector, office: Office, visit: Visit
) -> None:
    place = office.run(delegations.add_member, visit.hosts, post_title=text(ru="эксперт"))
    inspector.show_thing(place)
    line = inspector.names.boxes["ru"].lines["surname"]
    type_text(line, "Орлова")
    press(line, Qt.Key.Key_Return)
    assert office.read(member_sheet, place).person.names[0].surname == "Орлова"
    office.undo()
    assert office.read(member_sheet, place).person is None


def test_member_taken_out_is_said_to_be_gone_and_undo_shows_it_again(
    inspector: MemberInspector, office: Office, visit: Visit
) -> None:
    QTest.mouseClick(link(inspector, "Take out of the delegation"), LEFT)
    assert (inspector.gone.text(), office.failures) == ("This member is no longer in the delegation.", [])
    office.undo()
    assert inspector.heading.text() == "Azamat Kabaev"


def test_language_is_added_and_taken_away(inspector: MemberInspector, office: Office, visit: Visit) -> None:
    inspector.spoken.open_picker()
    picker = inspector.spoken.picker()
    type_text(picker.search.line, "kyrg")
    press(picker.search.line, Qt.Key.Key_Return)
    assert office.read(person_page, visit.people["kabaev"]).languages == ("ky",)
    inspector.spoken.remove("ky")
    assert office.read(person_page, visit.people["kabaev"]).languages == ()


def test_third_language_has_fields_of_its_own(qtbot, office: Office, visit: Visit) -> None:
    from planner.operations import events

    office.run(events.edit_event, visit.event, languages=["ru", "en", "ky"])
    inspector = MemberInspector(office.context)
    qtbot.addWidget(inspector)
    inspector.show_thing(visit.members["kabaev"])
    inspector.show()
    assert list(inspector.names.boxes) == ["ru", "en", "ky"]
    assert [field.languages() for field in inspector.position.fields()] == [("ru", "en"), ("ky",)]


def test_delegation_gets_a_heading_and_a_new_organisation(qtbot, office: Office, visit: Visit) -> None:
    inspector = DelegationInspector(office.context)
    qtbot.addWidget(inspector)
    inspector.show_thing(visit.hosts)
    inspector.show()
    inspector.title.field_of("ru")._sides["ru"].box.setPlainText("С российской стороны")
    inspector.flush()
    inspector.organisation.new_wanted.emit("Администрация города")
    row = office.read(read_delegations, visit.event)[1]
    assert (row.heading.get("ru"), row.organisation.get("ru")) == ("С российской стороны", "Администрация города")
    office.undo()
    assert office.read(read_delegations, visit.event)[1].organisation_id is None


def test_clicking_an_item_of_the_member_leads_to_it(inspector: MemberInspector, office: Office, visit: Visit) -> None:
    from planner.operations import agenda
    from tests.ui.office import DAY

    item = office.run(agenda.add_item, visit.event, text(en="Meeting"), day=DAY, start=600, end=660, kind="meeting")
    office.run(agenda.add_attendance, item, participation_id=visit.members["kabaev"])
    QTest.mouseClick(link(inspector, "Open"), LEFT)
    assert office.shown == [("item", item)]
