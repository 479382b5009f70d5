"""Arrivals and departures typed as a table: cell by cell, for several people at once, pasted, undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication

from planner.operations import logistics
from planner.queries.logistics import travel
from planner.rules.text import text
from tests.ui.keys import press, type_text
from tests.ui.logistics_office import Stay, add_stay, column, editor, open_cell, open_tab, retype, shown, type_cell
from tests.ui.office import DAY, Office, open_office
from ui.logistics.choose_people import ChoosePeople
from ui.logistics.journeys import JourneysSection as Journeys
from ui.logistics.words import Typed, parse_moment

CONTROL = Qt.KeyboardModifier.ControlModifier
Flag = QItemSelectionModel.SelectionFlag


@pytest.fixture
def stay(office: Office) -> Stay:
    return add_stay(office)


@pytest.fixture
def section(qtbot, office: Office, stay: Stay) -> Iterator[Journeys]:
    page = open_tab(qtbot, office, stay.event, "journeys")
    found = page.section()
    assert isinstance(found, Journeys)
    yield found
    page.hide()


def add(office: Office, stay: Stay, *keys: str, **values) -> list[int]:
    """Add arrivals of some people."""
    usual = {
        "number": "ZZ 482",
        "from_place": "Бишкек",
        "leaves_zone": "Asia/Bishkek",
        "arrives_zone": "Asia/Krasnoyarsk",
    }
    return [office.run(logistics.add_journey, stay.member(key), "arrival", **{**usual, **values}) for key in keys]


def popup(section: Journeys) -> ChoosePeople:
    return section.findChildren(ChoosePeople)[-1]


def test_empty_tab_says_what_it_is_for_and_adds_all_guests_in_one_step(section: Journeys, office: Office) -> None:
    assert section.stack.currentWidget() is section.empty
    section.empty.other_step_taken.emit()
    assert len(shown(section, "who")) == 4
    assert section.stack.currentIndex() == 0
    office.undo()
    assert shown(section, "who") == []


def test_a_name_typed_into_the_empty_line_makes_a_row_and_typing_goes_on(section: Journeys, office: Office) -> None:
    section.start()
    retype(section, "sadyk", Qt.Key.Key_Tab)
    assert shown(section, "who", "direction") == [("Aigul Sadykova", "arrival")]
    retype(section, "dep", Qt.Key.Key_Tab)
    retype(section, "tr", Qt.Key.Key_Tab)
    retype(section, "000")
    assert shown(section, "who", "direction", "means", "number") == [("Aigul Sadykova", "departure", "train", "000")]


def test_a_second_row_of_somebody_with_an_arrival_is_a_departure(section: Journeys, office: Office, stay: Stay) -> None:
    add(office, stay, "head")
    section.table.type_new()
    retype(section, "imanaliev")
    assert shown(section, "who", "direction") == [
        ("Kubanychbek Imanaliev", "arrival"), ("Kubanychbek Imanaliev", "departure"),
    ]  # fmt: skip


def test_a_moment_is_typed_in_one_cell_with_its_town(section: Journeys, office: Office, stay: Stay) -> None:
    add(office, stay, "head")
    type_cell(section, 0, "leaves", "14.5 0740 Moscow")
    (row,) = office.read(travel, stay.event).journeys
    assert (row.leaves_day, row.leaves, row.leaves_zone) == (date(2024, 5, 14), 460, "Europe/Moscow")
    assert shown(section, "leaves") == [("14.05 07:40",)]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("23.4 7:40", Typed(date(2024, 4, 23), 460)), ("0740", Typed(None, 460)), ("16", Typed(date(2024, 5, 16))),
        ("23.04.2024", Typed(date(2024, 4, 23))), ("23.4 7:40 Bishkek", Typed(date(2024, 4, 23), 460, "Asia/Bishkek")),
        ("7:40, Бишкек", Typed(None, 460, "Asia/Bishkek")), ("", Typed()),
    ],
)  # fmt: skip
def test_moments_are_understood_as_people_write_them(words: str, wanted: Typed) -> None:
    assert parse_moment(words, DAY) == wanted


def test_what_is_no_moment_is_said_and_changes_nothing(section: Journeys, office: Office, stay: Stay) -> None:
    add(office, stay, "head", leaves_day=DAY, leaves=600)
    open_cell(section, 0, "leaves")
    line = editor(section.table)
    line.selectAll()
    type_text(line, "soon enough")
    assert line.property("state") == "wrong"
    retype(section, "soon enough")
    assert shown(section, "leaves") == [("15.05 10:00",)]
    assert section.foot.text() == "Write a day, a time and perhaps a town, as 23.4 7:40 Bishkek."


def test_a_known_town_brings_its_zone(section: Journeys, office: Office, stay: Stay) -> None:
    add(office, stay, "head")
    type_cell(section, 0, "from_place", "Москва (SVO)")
    (row,) = office.read(travel, stay.event).journeys
    assert (row.from_place, row.leaves_zone) == ("Москва (SVO)", "Europe/Moscow")


def test_a_cell_of_several_rows_chosen_is_written_in_all_as_one_step(
    section: Journeys, office: Office, stay: Stay
) -> None:
    rows = add(office, stay, "head", "kabaev", "sadykova")
    section.table.select(rows[:2])
    type_cell(section, section.table.model_of_rows.place(rows[0]), "terminal", "B")
    assert [one.terminal for one in sorted(office.read(travel, stay.event).journeys)] == ["B", "B", ""]
    office.undo()
    assert {one.terminal for one in office.read(travel, stay.event).journeys} == {""}


def test_ctrl_d_gives_all_rows_chosen_what_the_first_has(section: Journeys, office: Office, stay: Stay) -> None:
    add(office, stay, "head", met_by="Petrova")
    add(office, stay, "kabaev", "sadykova")
    section.table.selectAll()
    section.table.selectionModel().setCurrentIndex(
        section.table.model_of_rows.index(0, column(section, "met_by")), Flag.NoUpdate
    )
    first = shown(section, "met_by")[0][0]
    press(section.table, Qt.Key.Key_D, CONTROL)
    assert {row[0] for row in shown(section, "met_by")} == {first}


def test_the_same_flight_is_given_to_others_in_one_step(section: Journeys, office: Office, stay: Stay) -> None:
    rows = add(office, stay, "head", leaves_day=DAY, leaves=460, met_by="Petrova")
    section.table.select(rows)
    section.same.click()
    people = popup(section)
    assert [people.list.item(row).text().split(" ·")[0] for row in range(people.list.count())] == [
        "Azamat Kabaev", "Aigul Sadykova", "Cholpon Asanova", "Vladislav Loginov",
    ]  # fmt: skip
    for row in (0, 1):
        people.list.setCurrentRow(row)
        press(people.list, Qt.Key.Key_Space)
    press(people.list, Qt.Key.Key_Return)
    assert shown(section, "who", "number", "leaves", "met_by") == [
        ("Kubanychbek Imanaliev", "ZZ 482", "15.05 07:40", "Petrova"),
        ("Azamat Kabaev", "ZZ 482", "15.05 07:40", "Petrova"),
        ("Aigul Sadykova", "ZZ 482", "15.05 07:40", "Petrova"),
    ]  # fmt: skip
    office.undo()
    assert len(shown(section, "who")) == 1


def test_the_way_back_turns_the_places_round(section: Journeys, office: Office, stay: Stay) -> None:
    rows = add(office, stay, "head", "kabaev", to_place="Красноярск")
    section.table.select(rows)
    section.back.click()
    found = [one for one in office.read(travel, stay.event).journeys if not one.arrival]
    assert [(one.from_place, one.to_place, one.leaves_zone, one.arrives_zone) for one in found] == [
        ("Красноярск", "Бишкек", "Asia/Krasnoyarsk", "Asia/Bishkek"),
    ] * 2  # fmt: skip


def test_the_sign_is_written_in_the_languages_of_the_guests(section: Journeys, office: Office, stay: Stay) -> None:
    add(office, stay, "head")
    keys = [one.key for one in section.table.model_of_rows.columns]
    assert [key for key in keys if key.startswith("sign:")] == ["sign:en", "sign:ru"]
    type_cell(section, 0, "sign:en", "Delegation of Manas")
    assert office.read(travel, stay.event).journeys[0].sign == text(en="Delegation of Manas")


def test_delete_removes_the_rows_chosen_and_undo_brings_them_back(
    section: Journeys, office: Office, stay: Stay
) -> None:
    rows = add(office, stay, "head", "kabaev")
    section.table.select(rows)
    press(section.table, Qt.Key.Key_Delete)
    assert shown(section, "who") == []
    office.undo()
    assert len(shown(section, "who")) == 2


def test_lines_of_a_spreadsheet_are_pasted_as_new_rows(section: Journeys, office: Office, stay: Stay) -> None:
    lines = ("Imanaliev\tarrival\tflight\tZZ 1", "Kabaev\tarrival\ttrain\tZZ 2", "Nobody\tarrival\tcar\t")
    QGuiApplication.clipboard().setText("\n".join(lines))
    section.stack.setCurrentIndex(0)
    section.table.selectionModel().setCurrentIndex(section.table.model_of_rows.index(0, 0), Flag.NoUpdate)
    press(section.table, Qt.Key.Key_V, CONTROL)
    assert shown(section, "who", "means", "number") == [
        ("Kubanychbek Imanaliev", "flight", "ZZ 1"), ("Azamat Kabaev", "train", "ZZ 2"),
    ]  # fmt: skip
    assert section.foot.text() == "Nobody of this event is called so."
    office.undo()
    assert shown(section, "who") == []


def test_rows_chosen_are_copied_as_a_spreadsheet_reads_them(section: Journeys, office: Office, stay: Stay) -> None:
    section.table.select(add(office, stay, "head"))
    press(section.table, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text().split("\t")[:4] == [
        "Kubanychbek Imanaliev",
        "arrival",
        "flight",
        "ZZ 482",
    ]


def test_a_row_chosen_shows_its_member_and_several_the_event(section: Journeys, office: Office, stay: Stay) -> None:
    rows = add(office, stay, "head", "kabaev")
    section.table.select(rows[:1])
    section.table.select(rows)
    assert office.selected[-2:] == [("member", stay.member("head")), ("event", stay.event)]


def test_arrivals_alone_are_shown_where_asked(section: Journeys, office: Office, stay: Stay) -> None:
    add(office, stay, "head")
    office.run(logistics.add_journey, stay.member("head"), "departure")
    section.direction.set_value("departure")
    section.direction.edited.emit("departure")
    assert shown(section, "direction") == [("departure",)]


def test_the_foot_counts_guests_without_a_way(section: Journeys, office: Office, stay: Stay) -> None:
    add(office, stay, "head", "kabaev")
    assert section.foot.text() == "Guests without an arrival: 2. Guests without a departure: 4."


def test_an_office_that_cannot_be_written_has_no_empty_line_and_no_editor(
    qtbot, tmp_path: Path, sqlite_template: Path
) -> None:
    office = open_office(tmp_path, template=sqlite_template)
    stay = add_stay(office)
    add(office, stay, "head")
    office.planner.close()
    other = open_office(tmp_path, read_only=True)
    page = open_tab(qtbot, other, stay.event, "journeys")
    section = page.section()
    model = section.table.model_of_rows
    assert (model.rowCount(), bool(model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable)) == (1, False)
    section.table.select([row.id for row in section.table.rows()])
    press(section.table, Qt.Key.Key_Delete)
    assert len(section.table.rows()) == 1
    other.planner.close()


def test_the_buttons_lead_to_the_papers(section: Journeys, office: Office) -> None:
    from planner.papers import Paper
    from ui.common.paper_numbers import number_of

    section.paper.click()
    section.signs.click()
    assert office.shown == [("paper", number_of(Paper.ARRIVALS)), ("paper", number_of(Paper.AIRPORT_SIGN))]
