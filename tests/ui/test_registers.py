"""The registers: found at every key, added to, edited in the inspector, undone."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.operations import venues as venue_operations
from planner.queries.agreements import agreement_sheet, organisation_sheet
from planner.queries.organisations import agreements, organisations
from planner.queries.people import people, person_page
from planner.queries.venues import opening_hours, routes, venues
from planner.rules.kinds import OrganisationKind, RoomLayout
from planner.rules.text import text
from tests.ui.keys import LEFT, press, type_text
from tests.ui.office import DAY, Office, Visit, add_visit
from ui.common.buttons import Link
from ui.common.register_page import RegisterPage
from ui.organisations.agreements import AgreementInspector, AgreementsPage
from ui.organisations.inspector import OrganisationInspector
from ui.organisations.page import OrganisationsPage
from ui.people.inspector import PersonInspector
from ui.people.page import PeoplePage
from ui.venues.inspector import VenueInspector
from ui.venues.page import VenuesPage

KEY = Qt.Key


@pytest.fixture
def visit(office: Office) -> Visit:
    return add_visit(office)


@pytest.fixture
def show(qtbot, office: Office):
    """Make a page, or an inspector of a thing, and show it."""

    def made(view, thing_id: int = 0):
        widget = view(office.context)
        qtbot.addWidget(widget)
        if thing_id:
            widget.show_thing(thing_id)
        widget.resize(900 if isinstance(widget, RegisterPage) else 330, 800)
        widget.show()
        return widget

    return made


def click(inspector, words: str) -> None:
    one = next(one for one in inspector.findChildren(Link) if one.text() == words and not one.isHidden())
    QTest.mouseClick(one, LEFT)


def pick(picker, words: str) -> None:
    type_text(picker.search.line, words)
    press(picker.search.line, KEY.Key_Return)


def write(fields, language: str, words: str) -> None:
    fields.field_of(language)._sides[language].box.setPlainText(words)
    fields.flush()


def shown_names(page: RegisterPage) -> list[str]:
    return [row.name for row in page.table.rows()]


def test_people_are_listed_by_the_alphabet_with_both_names(show, visit: Visit) -> None:
    page = show(PeoplePage)
    assert shown_names(page) == [
        "Cholpon Asanova", "Kubanychbek Imanaliev", "Azamat Kabaev", "Vladislav Loginov", "Aigul Sadykova",
    ]  # fmt: skip
    assert page.table.rows()[2].second == "Кабаев Азамат"
    assert page.table.rows()[2].events == 1


def test_people_are_found_by_any_letters_of_any_name(show, visit: Visit) -> None:
    page = show(PeoplePage)
    type_text(page.bar.search.line, "КАБАЕВ аз")
    assert shown_names(page) == ["Azamat Kabaev"]


def test_down_from_the_search_chooses_the_first_person(show, office: Office, visit: Visit) -> None:
    page = show(PeoplePage)
    type_text(page.bar.search.line, "loginov")
    press(page.bar.search.line, KEY.Key_Down)
    assert office.selected[-1] == ("person", visit.people["mayor"])


def test_person_is_added_chosen_and_taken_back(show, office: Office, visit: Visit) -> None:
    page = show(PeoplePage)
    QTest.mouseClick(page.add_button, LEFT)
    type_text(page.adding.line("surname", "ru"), "Ёлкина")
    type_text(page.adding.line("given", "en"), "Anna")
    press(page.adding.line("given", "en"), KEY.Key_Return)
    new = office.selected[-1][1]
    assert page.table.selected_ids() == (new,)
    names = {name.language: (name.surname, name.given) for name in office.read(person_page, new).names}
    assert names == {"ru": ("Ёлкина", ""), "en": ("", "Anna")}
    office.undo()
    assert len(office.read(people, DAY)) == 5


def test_person_in_an_event_is_not_removed_and_the_reason_is_said(show, office: Office, visit: Visit) -> None:
    page = show(PeoplePage)
    page.table.select([visit.people["kabaev"]])
    press(page.table, KEY.Key_Delete)
    assert (len(office.failures), len(office.read(people, DAY))) == (1, 5)


def test_empty_register_says_what_it_is_for(show) -> None:
    for view in (PeoplePage, OrganisationsPage, AgreementsPage, VenuesPage):
        page = show(view)
        assert page.empty.isVisible()


def test_person_gets_a_dated_post_that_is_confirmed_today(show, office: Office, visit: Visit) -> None:
    inspector = show(PersonInspector, visit.people["kabaev"])
    click(inspector, "+ Post")
    assert len(inspector.boxes) == 2
    box = inspector.boxes[-1]
    write(box.title, "ru", "советник")
    box.days["valid_from"].line.setText("1.6.2024")
    box.days["valid_from"].line.textEdited.emit("")
    press(box.days["valid_from"].line, KEY.Key_Return)
    box = next(one for one in inspector.boxes if one.post_id == box.post_id or one.title.text("ru") == "советник")
    click(box, "Checked today")
    box.rank.line.setText("6")
    box.rank.line.textEdited.emit("6")
    press(box.rank.line, KEY.Key_Return)
    post = next(
        one for one in office.read(person_page, visit.people["kabaev"]).posts if one.title.get("ru") == "советник"
    )
    assert (post.valid_from, post.confirmed_on, post.rank_level) == (date(2024, 6, 1), date(2024, 5, 2), 6)


def test_person_country_is_picked_by_name(show, office: Office, visit: Visit) -> None:
    inspector = show(PersonInspector, visit.people["kabaev"])
    QTest.mouseClick(inspector.country.button, LEFT)
    pick(inspector.country.picker(), "kyrgyzst")
    assert office.read(person_page, visit.people["kabaev"]).country == "KG"
    office.undo()
    assert office.read(person_page, visit.people["kabaev"]).country == ""


def test_passport_name_is_a_record_of_its_own(show, office: Office, visit: Visit) -> None:
    inspector = show(PersonInspector, visit.people["kabaev"])
    line = inspector.passport.boxes["und-Latn"].lines["surname"]
    type_text(line, "KABAEV")
    press(line, KEY.Key_Return)
    found = {
        name.language: (name.surname, name.source) for name in office.read(person_page, visit.people["kabaev"]).names
    }
    assert found["und-Latn"] == ("KABAEV", "passport")


def test_organisation_is_renamed_since_a_day(show, office: Office, visit: Visit) -> None:
    inspector = show(OrganisationInspector, visit.city)
    click(inspector, "New name since…")
    box = inspector.rename
    box.since.line.setText("17.09.2025")
    box.since.line.textEdited.emit("")
    press(box.since.line, KEY.Key_Return)
    type_text(box.lines["ru"].line, "Мэрия города Манас")
    press(box.lines["ru"].line, KEY.Key_Return)
    names = office.read(organisations)[0].names
    assert [(one.name.get("ru"), one.valid_from, one.valid_to) for one in names] == [
        ("Мэрия города Манаса", None, date(2025, 9, 16)), ("Мэрия города Манас", date(2025, 9, 17), None),
    ]  # fmt: skip
    office.undo()
    assert len(office.read(organisations)[0].names) == 1


def test_organisation_gets_kind_country_and_partner(show, office: Office, visit: Visit) -> None:
    page = show(OrganisationsPage)
    page.open_adding()
    type_text(page.adding.line("name", "ru"), "Администрация Красноярска")
    press(page.adding.line("name", "ru"), KEY.Key_Return)
    other = office.selected[-1][1]
    inspector = show(OrganisationInspector, other)
    inspector.kind.combo.setFocus()
    inspector.kind.combo.activated.emit(list(OrganisationKind).index(OrganisationKind.CITY))
    click(inspector, "+ Partner")
    pick(inspector.picker(), "manas")
    sheet = office.read(organisation_sheet, other)
    assert (sheet.organisation.kind, [one.partner_id for one in sheet.partnerships]) == (
        OrganisationKind.CITY,
        [visit.city],
    )
    click(inspector, "End the partnership")
    assert office.read(organisation_sheet, other).partnerships == ()


def test_agreement_is_added_with_parties_and_day(show, office: Office, visit: Visit) -> None:
    page = show(AgreementsPage)
    QTest.mouseClick(page.empty.findChildren(type(page.add_button))[0], LEFT)
    type_text(page.adding.line("title", "ru"), "Меморандум")
    press(page.adding.line("title", "ru"), KEY.Key_Return)
    agreement = office.selected[-1][1]
    inspector = show(AgreementInspector, agreement)
    click(inspector, "+ Party")
    pick(inspector.picker(), "манас")
    inspector.signed.line.setText("10.4.2024")
    inspector.signed.line.textEdited.emit("")
    press(inspector.signed.line, KEY.Key_Return)
    found = office.read(agreement_sheet, agreement).agreement
    assert (found.parties, found.signed_on) == ((visit.city,), date(2024, 4, 10))
    click(inspector, "Take out")
    assert office.read(agreements)[0].parties == ()
    office.undo()
    assert office.read(agreements)[0].parties == (visit.city,)


@pytest.fixture
def venue(office: Office, visit: Visit) -> int:
    return office.run(venue_operations.add_venue, text(ru="Администрация", en="City Administration"))


def test_venue_gets_a_room_with_seats(show, office: Office, venue: int) -> None:
    inspector = show(VenueInspector, venue)
    click(inspector, "+ Room")
    write(inspector.boxes[0].name, "ru", "Малый зал")
    line = inspector.boxes[0].seats[RoomLayout.TABLE].line
    type_text(line, "24")
    press(line, KEY.Key_Return)
    room = office.read(venues)[0].rooms[0]
    assert (room.name.get("ru"), room.capacity) == ("Малый зал", {"table": 24})
    click(inspector, "Remove this room")
    assert office.read(venues)[0].rooms == ()
    office.undo()
    assert office.read(venues)[0].rooms[0].capacity == {"table": 24}


def test_venue_opening_hours_wait_for_both_times(show, office: Office, venue: int) -> None:
    inspector = show(VenueInspector, venue)
    _label, opens, closes = inspector.hours.days[0]
    type_text(opens.line, "9")
    press(opens.line, KEY.Key_Return)
    assert office.read(opening_hours, venue) == ()
    type_text(closes.line, "18")
    press(closes.line, KEY.Key_Return)
    click(inspector, "Tuesday to Friday as Monday")
    assert [(row.weekday, row.opens, row.closes) for row in office.read(opening_hours, venue)] == [
        (day, 540, 1080) for day in range(5)
    ]
    office.undo()
    assert inspector.hours.days[1][1].value() is None


def test_way_to_another_venue_is_added_and_corrected(show, office: Office, venue: int) -> None:
    other = office.run(venue_operations.add_venue, text(en="Airport"))
    inspector = show(VenueInspector, venue)
    click(inspector, "+ Way to…")
    pick(inspector.ways.picker(), "airp")
    row = office.read(routes, venue)[0]
    line = inspector.ways.fields[row.id].line
    line.setText("60")
    line.textEdited.emit("60")
    press(line, KEY.Key_Return)
    row = office.read(routes, venue)[0]
    assert (row.to_venue_id, row.minutes, row.mode) == (other, 60, "car")


def test_venue_is_found_by_its_room(show, office: Office, venue: int) -> None:
    office.run(venue_operations.add_room, venue, text(ru="Зал заседаний"))
    page = show(VenuesPage)
    type_text(page.bar.search.line, "заседан")
    assert shown_names(page) == ["City Administration"]


def test_row_chosen_by_a_link_elsewhere_is_chosen_in_the_list(show, office: Office, visit: Visit) -> None:
    page = show(PeoplePage)
    office.context.select("person", visit.people["mayor"])
    assert page.table.selected_ids() == (visit.people["mayor"],)


def test_colleagues_change_of_a_name_shows_in_list_and_inspector(show, office: Office, visit: Visit) -> None:
    page, inspector = show(OrganisationsPage), show(OrganisationInspector, visit.city)
    name = office.read(organisations)[0].names[0].id
    from planner.operations import texts

    office.run(texts.write_text, "organisation_name", name, "name", language="en", words="Osh City Hall")
    assert (shown_names(page), inspector.heading.text()) == (["Osh City Hall"], "Osh City Hall")
