"""What is suggested under names: offered, never typed; cases confirmed; forms of address; letters mended."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.operations import names, people, texts
from planner.queries.cases import valid_cases
from planner.queries.events import event_page
from planner.queries.organisations import organisations
from planner.queries.people import person_page
from tests.ui.keys import LEFT, press, type_text
from tests.ui.office import Office, Visit, add_visit, open_office
from ui.common.buttons import Link
from ui.common.suggestion_lines import SuggestionLines
from ui.delegations.add_member import AddMemberPanel
from ui.delegations.lines import read_board
from ui.organisations.inspector import OrganisationInspector
from ui.organisations.page import OrganisationsPage
from ui.overview.inspector import EventInspector
from ui.people.inspector import PersonInspector
from ui.people.page import PeoplePage

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def visit(office: Office) -> Visit:
    return add_visit(office)


@pytest.fixture
def inspector(qtbot, office: Office, visit: Visit) -> PersonInspector:
    """The inspector of Азамат Кабаев, a man who is known in Russian only."""
    person = visit.people["kabaev"]
    for name in office.read(person_page, person).names:
        if name.language != "ru":
            office.run(people.remove_name, name.id)
    office.run(people.edit_person, person, gender="m", country="KG")
    widget = PersonInspector(office.context)
    qtbot.addWidget(widget)
    widget.show_thing(person)
    widget.resize(330, 1400)
    widget.show()
    return widget


def sentences(lines: SuggestionLines) -> list[str]:
    return [line.words for line in lines.lines()]


def row(office: Office, person: int, language: str):
    return next((name for name in office.read(person_page, person).names if name.language == language), None)


def test_spellings_are_offered_and_nothing_is_typed(office: Office, visit: Visit, inspector: PersonInspector) -> None:
    assert sentences(inspector.names.boxes["en"].suggestions) == [
        "As the press writes: Kabaev Azamat", "BGN/PCGN: Kabayev Azamat",
    ]  # fmt: skip
    assert sentences(inspector.passport.boxes["und-Latn"].suggestions) == ["ICAO: KABAEV AZAMAT"]
    assert inspector.names.boxes["en"].lines["surname"].text() == ""
    assert row(office, visit.people["kabaev"], "en") is None


def test_offer_is_taken_by_key_as_one_step(office: Office, visit: Visit, inspector: PersonInspector) -> None:
    box = inspector.names.boxes["en"]
    press(box.lines["surname"], Qt.Key.Key_Space, CONTROL)
    found = row(office, visit.people["kabaev"], "en")
    assert (found.surname, found.given, found.order) == ("Kabaev", "Azamat", "given-first")
    assert box.lines["surname"].text() == "Kabaev"
    assert sentences(box.suggestions) == []
    office.undo()
    assert row(office, visit.people["kabaev"], "en") is None


def test_offer_leaves_alone_what_is_typed(office: Office, visit: Visit, inspector: PersonInspector) -> None:
    office.run(people.write_name, visit.people["kabaev"], "en", surname="Kabayev")
    box = inspector.names.boxes["en"]
    assert sentences(box.suggestions) == ["BGN/PCGN: Kabayev Azamat"]
    link = next(one for one in box.suggestions.findChildren(Link) if one.text() == "Use")
    QTest.mouseClick(link, LEFT)
    found = row(office, visit.people["kabaev"], "en")
    assert (found.surname, found.given) == ("Kabayev", "Azamat")


def test_passport_is_offered_as_the_passport_has_it(office: Office, visit: Visit, inspector: PersonInspector) -> None:
    inspector.passport.boxes["und-Latn"].suggestions.taken.emit("0")
    found = row(office, visit.people["kabaev"], "und-Latn")
    assert (found.surname, found.given, found.source) == ("KABAEV", "AZAMAT", "passport")


def test_lookalikes_are_mended_on_request(office: Office, visit: Visit, inspector: PersonInspector) -> None:
    office.run(people.write_name, visit.people["kabaev"], "ru", surname="Кaбаев\u200b")
    lines = inspector.names.boxes["ru"].suggestions
    assert sentences(lines) == ["Letters of another alphabet: a, U+200B"]
    lines.taken.emit(lines.lines()[0].key)
    assert row(office, visit.people["kabaev"], "ru").surname == "Кабаев"
    assert sentences(lines) == []


def confirmed(office: Office, person: int) -> dict[str, str]:
    name = row(office, person, "ru")
    return valid_cases(name.surname, name.given, name.patronymic, name.cases)


def test_cases_are_suggested_in_grey_and_confirmed_one_by_one(
    office: Office, visit: Visit, inspector: PersonInspector
) -> None:
    lines = inspector.cases.lines
    assert [(line.text(), line.placeholderText()) for line in lines.values()][:2] == [
        ("", "Кабаева Азамата"), ("", "Кабаеву Азамату"),
    ]  # fmt: skip
    press(lines["gen"], Qt.Key.Key_Return)
    assert confirmed(office, visit.people["kabaev"]) == {"gen": "Кабаева Азамата"}
    assert (lines["gen"].text(), inspector.cases.state.text()) == ("Кабаева Азамата", "1 of 5 confirmed")
    type_text(lines["ins"], "Кабаевым А.")
    press(lines["ins"], Qt.Key.Key_Return)
    QTest.mouseClick(inspector.cases.all, LEFT)
    assert confirmed(office, visit.people["kabaev"]) == {
        "gen": "Кабаева Азамата", "dat": "Кабаеву Азамату", "acc": "Кабаева Азамата", "ins": "Кабаевым А.",
        "prep": "Кабаеве Азамате",
    }  # fmt: skip
    assert inspector.cases.state.text() == "all confirmed"
    office.undo()
    assert inspector.cases.state.text() == "2 of 5 confirmed"


def test_cases_of_a_name_that_was_changed_are_to_be_confirmed_anew(
    office: Office, visit: Visit, inspector: PersonInspector
) -> None:
    office.run(names.confirm_name_cases, row(office, visit.people["kabaev"], "ru").id, {"gen": "Кабаева Азамата"})
    office.run(people.write_name, visit.people["kabaev"], "ru", surname="Кабоев")
    assert (inspector.cases.lines["gen"].text(), inspector.cases.state.text()) == ("", "suggested")
    assert inspector.cases.lines["gen"].placeholderText() == "Кабоева Азамата"


def test_without_gender_nothing_is_guessed(office: Office, visit: Visit, inspector: PersonInspector) -> None:
    office.run(people.edit_person, visit.people["kabaev"], gender="")
    assert [line.placeholderText() for line in inspector.cases.lines.values()] == [""] * 5
    assert inspector.cases.hint.text() == "Choose under “Addressed as” a woman or a man: cases depend on it."
    assert sentences(inspector.salutations.offers["ru"]) == []


def test_cases_of_a_post(office: Office, visit: Visit, inspector: PersonInspector) -> None:
    post = office.read(person_page, visit.people["kabaev"]).posts[-1].id
    rows = inspector.boxes[0].title.cases
    assert (rows.state.text(), rows.all.isHidden()) == ("not recorded", True)  # "должность …" is no noun it knows
    office.run(texts.write_text, "post", post, "title", language="ru", words="первый заместитель мэра")
    assert rows.lines["ins"].placeholderText() == "первым заместителем мэра"
    assert rows.all.isHidden()  # folded: nobody confirms what they do not see
    rows.unfold.click()
    QTest.mouseClick(rows.all, LEFT)
    after = office.read(person_page, visit.people["kabaev"]).posts[-1].title
    assert after.case("ru", "ins") == "первым заместителем мэра"
    assert len(after.wordings["ru"].cases) == 5
    assert rows.state.text() == "all confirmed"


def test_form_of_address_is_offered_and_taken(office: Office, visit: Visit, inspector: PersonInspector) -> None:
    lines = inspector.salutations.offers["ru"]
    assert sentences(lines)[-1] == "Русский: Уважаемый господин Кабаев!"
    lines.taken.emit(lines.lines()[-1].key)
    assert row(office, visit.people["kabaev"], "ru").address == "Уважаемый господин Кабаев!"
    assert sentences(inspector.salutations.offers["ru"]) == []


def test_office_that_is_read_only_offers_nothing_to_take(qtbot, tmp_path: Path, office: Office, visit: Visit) -> None:
    office.planner.close()
    reading = open_office(tmp_path, read_only=True)
    widget = PersonInspector(reading.context)
    qtbot.addWidget(widget)
    widget.show_thing(visit.people["kabaev"])
    widget.show()
    assert (widget.cases.all.isEnabled(), widget.names.isEnabled()) == (False, False)


def test_new_member_is_offered_in_the_other_language(qtbot, office: Office, visit: Visit) -> None:
    panel = AddMemberPanel(office.context)
    qtbot.addWidget(panel)
    panel.open_for(office.read(read_board, visit.event), 0)
    first, second = panel._languages()
    assert {first, second} == {"ru", "en"}
    type_text(panel.line("surname", "ru"), "Жапаров")
    type_text(panel.line("given", "ru"), "Юрий")
    assert sentences(panel.offered.suggestions["en"]) == [
        "As the press writes: Zhaparov Yuri", "ICAO: Zhaparov Iurii", "BGN/PCGN: Zhaparov Yuriy",
    ]  # fmt: skip
    press(panel.line("surname", "en"), Qt.Key.Key_Space, CONTROL)
    assert [panel.line(part, "en").text() for part in ("surname", "given")] == ["Zhaparov", "Yuri"]
    assert sentences(panel.offered.suggestions["en"]) == []


def test_new_person_of_the_register_is_offered_too(qtbot, office: Office, visit: Visit) -> None:
    page = PeoplePage(office.context)
    qtbot.addWidget(page)
    page.show()
    page.open_adding()
    type_text(page.adding.line("surname", "en"), "Loginov")
    assert sentences(page.adding.offered.suggestions["ru"]) == ["By its sound: Логинов"]
    press(page.adding.line("surname", "ru"), Qt.Key.Key_Space, CONTROL)
    assert page.adding.line("surname", "ru").text() == "Логинов"


def test_new_organisation_is_not_taken_for_a_person(qtbot, office: Office) -> None:
    page = OrganisationsPage(office.context)
    qtbot.addWidget(page)
    page.show()
    page.open_adding()
    assert page.adding.offered.suggestions == {}


def test_place_of_the_event_in_its_case(qtbot, office: Office, visit: Visit) -> None:
    office.run(texts.write_text, "event", visit.event, "place", language="ru", words="Джалал-Абад")
    inspector = EventInspector(office.context)
    qtbot.addWidget(inspector)
    inspector.show_thing(visit.event)
    inspector.show()
    press(inspector.place_cases.lines["prep"], Qt.Key.Key_Return)
    assert office.read(event_page, visit.event).place.case("ru", "prep") == "Джалал-Абаде"


def test_name_of_an_organisation_in_its_cases(qtbot, office: Office, visit: Visit) -> None:
    inspector = OrganisationInspector(office.context)
    qtbot.addWidget(inspector)
    inspector.show_thing(visit.city)
    inspector.show()
    rows = inspector.boxes[0].name.cases
    assert rows.nominative.text() == "Мэрия города Манаса"
    assert rows.lines["gen"].placeholderText() == "Мэрии города Манаса"
    assert not rows.lines["gen"].isVisibleTo(rows)
    rows.unfold.click()
    assert rows.lines["gen"].isVisibleTo(rows)
    QTest.mouseClick(rows.all, LEFT)
    assert office.read(organisations)[0].names[0].name.case("ru", "gen") == "Мэрии города Манаса"
