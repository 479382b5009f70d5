"""Rooms, menus, presents and invitations typed as tables; every cell a step that can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.operations import gifts, invitations, logistics, people
from planner.papers import Paper
from planner.queries.invitations import Answers
from planner.queries.logistics import rooming
from planner.queries.menus import menus
from planner.queries.presents import presents
from planner.rules.text import text
from tests.ui.keys import LEFT, press
from tests.ui.logistics_office import Stay, add_stay, column, open_tab, retype, shown, type_cell
from tests.ui.office import DAY, Office
from ui.common.paper_numbers import number_of
from ui.logistics.choose_people import ChoosePeople
from ui.logistics.page import SECTIONS, LogisticsPage
from ui.translate import set_language

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def stay(office: Office) -> Stay:
    return add_stay(office)


@pytest.fixture
def page(qtbot, office: Office, stay: Stay) -> Iterator[LogisticsPage]:
    made = open_tab(qtbot, office, stay.event, "rooms")
    yield made
    made.hide()


def go(page: LogisticsPage, key: str):
    page.bar._take(list(SECTIONS).index(key))
    return page.section()


# --- Rooms


def test_a_new_room_has_the_days_of_the_event(page: LogisticsPage, office: Office, stay: Stay) -> None:
    section = page.section()
    section.start()
    retype(section, "imanaliev")
    assert shown(section, "who", "room_type", "from_day", "to_day") == [
        ("Kubanychbek Imanaliev", "single", "15.05", "15.05")
    ]


def test_nights_typed_move_the_day_of_leaving(page: LogisticsPage, office: Office, stay: Stay) -> None:
    office.run(logistics.add_lodging, stay.member("head"), from_day=DAY, to_day=DAY)
    section = page.section()
    type_cell(section, 0, "nights", "3")
    assert shown(section, "nights", "to_day") == [("3", "18.05")]


def test_a_hotel_is_given_to_all_rows_chosen(page: LogisticsPage, office: Office, stay: Stay) -> None:
    rows = [office.run(logistics.add_lodging, stay.member(key)) for key in ("head", "kabaev", "sadykova")]
    section = page.section()
    section.table.select(rows)
    type_cell(section, 1, "venue_id", "hot")
    assert shown(section, "venue_id") == [("Hotel",)] * 3
    office.undo()
    assert shown(section, "venue_id") == [("",)] * 3


def test_who_shares_a_room_is_said_by_both_rows(page: LogisticsPage, office: Office, stay: Stay) -> None:
    for key, number in (("sadykova", "314"), ("interpreter", "")):
        office.run(logistics.add_lodging, stay.member(key), room_number=number, room_type="twin")
    section = page.section()
    type_cell(section, 0, "shares", "Asanova")
    assert shown(section, "who", "shares", "room_number") == [
        ("Aigul Sadykova", "Cholpon Asanova", "314"),
        ("Cholpon Asanova", "Aigul Sadykova", "314"),
    ]
    assert section.foot.text() == "Rooms to book: twin: 1. 2 guests have no room."
    type_cell(section, 1, "shares", "")
    assert shown(section, "shares") == [("",), ("",)]


def test_a_box_is_ticked_by_mouse_and_by_space(page: LogisticsPage, office: Office, stay: Stay) -> None:
    office.run(logistics.add_lodging, stay.member("head"))
    table, place = page.section().table, column(page.section(), "early")
    index = table.model_of_rows.index(0, place)
    table.scrollTo(index)
    area = table.visualRect(index)
    QTest.mouseClick(table.viewport(), LEFT, pos=QPoint(area.left() + 12, area.center().y()))
    assert office.read(rooming, stay.event).rooms[0].early is True
    press(table, Qt.Key.Key_Space)
    assert office.read(rooming, stay.event).rooms[0].early is False


def test_bed_and_smoking_are_said_of_a_room(page: LogisticsPage, office: Office, stay: Stay) -> None:
    office.run(logistics.add_lodging, stay.member("head"), room_type="double")
    section = page.section()
    type_cell(section, 0, "bed", "two")
    assert shown(section, "bed") == [("two beds",)]
    section.table.setCurrentIndex(section.table.model_of_rows.index(0, column(section, "smoking")))
    press(section.table, Qt.Key.Key_Space)
    (room,) = office.read(rooming, stay.event).rooms
    assert (room.bed, room.smoking) == ("twin", True)
    type_cell(section, 0, "bed", "")
    assert office.read(rooming, stay.event).rooms[0].bed == ""


def test_people_without_a_room_are_ticked_in_the_popup(page: LogisticsPage, office: Office, stay: Stay) -> None:
    office.run(logistics.add_lodging, stay.member("head"))
    section = page.section()
    section.people.click()
    popup = section.findChildren(ChoosePeople)[-1]
    assert popup.ticked() == tuple(stay.member(key) for key in ("kabaev", "sadykova", "interpreter"))
    popup.search.line.setText("kab")
    assert [popup.list.item(row).isHidden() for row in range(popup.list.count())] == [False, True, True, True]
    popup.none.click()
    popup.search.line.clear()
    popup.add.click()
    assert shown(section, "who") == [("Kubanychbek Imanaliev",), ("Aigul Sadykova",), ("Cholpon Asanova",)]


# --- Menus


def test_a_dish_typed_takes_the_course_above(page: LogisticsPage, office: Office, stay: Stay) -> None:
    office.run(logistics.add_dish, stay.lunch, text(ru="Уха"), text(ru="Первое", en="Soup"))
    section = go(page, "menus")
    section.table.type_into(section.table.model_of_rows.place(-1), column(section, "title:ru"))
    retype(section, "Борщ")
    (meal,) = office.read(menus, stay.event).meals
    assert [(one.title, one.course) for one in meal.dishes] == [
        (text(ru="Уха"), text(ru="Первое", en="Soup")),
        (text(ru="Борщ"), text(ru="Первое", en="Soup")),
    ]


def test_a_dish_served_before_brings_its_other_wording_and_marks(
    page: LogisticsPage, office: Office, stay: Stay
) -> None:
    office.run(logistics.add_dish, stay.way, text(ru="Плов", en="Pilaf"), marks=["halal", "meat"])
    section = go(page, "menus")
    section.choice.edited.emit(stay.lunch)
    section.table.type_into(0, column(section, "title:ru"))
    retype(section, "Плов")
    assert shown(section, "title:ru", "title:en", "marks") == [("Плов", "Pilaf", "halal, meat")]


def test_marks_are_typed_with_commas(page: LogisticsPage, office: Office, stay: Stay) -> None:
    office.run(logistics.add_dish, stay.lunch, text(ru="Торт"))
    section = go(page, "menus")
    type_cell(section, 0, "marks", "nuts, alco, glut")
    assert shown(section, "marks") == [("gluten, nuts, alcohol",)]


def test_dishes_are_put_in_order_by_keys_and_by_mouse(page: LogisticsPage, office: Office, stay: Stay) -> None:
    rows = [office.run(logistics.add_dish, stay.lunch, text(ru=words)) for words in ("А", "Б", "В")]
    section = go(page, "menus")
    section.table.select([rows[2]])
    press(section.table, Qt.Key.Key_Up, CONTROL)
    assert shown(section, "title:ru") == [("А",), ("В",), ("Б",)]
    table = section.table
    table.moved.emit(*_carried(table, 0, 2))
    assert shown(section, "title:ru") == [("В",), ("Б",), ("А",)]


def _carried(table, start: int, onto: int) -> tuple[int, int]:
    """Carry a row over another and return what is let go."""
    model = table.model_of_rows
    begin = table.visualRect(model.index(start, 0)).center()
    table.take_hold(model.key(start), begin)
    assert table.carry(table.visualRect(model.index(onto, 0)).bottomLeft()) is True
    dropped = table.let_go()
    assert dropped is not None
    return dropped


def test_how_many_cannot_eat_a_dish_is_counted_and_nobody_named(
    page: LogisticsPage, office: Office, stay: Stay
) -> None:
    office.run(people.write_private, stay.visit.people["head"], diet="halal")
    office.run(people.write_private, stay.visit.people["kabaev"], diet="Halal; no-alcohol")
    office.run(people.write_private, stay.visit.people["sadykova"], diet="only boiled")
    office.run(logistics.add_dish, stay.lunch, text(ru="Окорок"), marks=["pork"])
    section = go(page, "menus")
    assert shown(section, "unfit") == [("halal 2",)]
    panel = section.diets
    assert (panel.lines.text(), panel.wishes.text(), panel.hint.text()) == (
        "halal: 2\nno alcohol: 1",
        "Wishes as they were written:\n“only boiled”: 1",
        "5 people eat. Nothing is noted of 2: ask them.",
    )


# --- Presents


def test_a_present_typed_is_of_this_event_and_of_us(page: LogisticsPage, office: Office, stay: Stay) -> None:
    section = go(page, "presents")
    section.start()
    retype(section, "imanal")
    type_cell(section, 0, "title:en", "Album")
    type_cell(section, 0, "value", "2 500,50")
    (row,) = office.read(presents, stay.event).presents
    assert (row.from_us, row.title, row.value) == (True, text(en="Album"), 250_050)
    assert section.foot.text() == "Ours are worth 2\u00a0500.50 RUB."


def test_the_same_present_again_and_one_too_dear_are_said(page: LogisticsPage, office: Office, stay: Stay) -> None:
    person = stay.visit.people["head"]
    office.run(gifts.add_gift, person, text(en="Album"), given_on=date(2020, 1, 2))
    office.run(gifts.add_gift, person, text(en="Album"), event_id=stay.event, given_on=DAY, value=500_000)
    section = go(page, "presents")
    assert shown(section, "faults") == [("2 remarks",)]
    assert section.foot.text() == (
        "The same was given before: 2 Jan 2020. Worth more than 3\u00a0000 RUB: it must be reported and handed in."
    ).replace("2 Jan 2020", "2 January 2020")


def test_a_present_has_a_line_of_expenses_and_a_card_in_each_language(
    page: LogisticsPage, office: Office, stay: Stay
) -> None:
    office.run(gifts.add_gift, stay.visit.people["head"], text(en="Album"), event_id=stay.event)
    section = go(page, "presents")
    type_cell(section, 0, "budget", "hospitality")
    type_cell(section, 0, "card:en", "With respect")
    type_cell(section, 0, "card:ru", "С уважением")
    (row,) = office.read(presents, stay.event).presents
    assert (row.budget, row.card.get("en"), row.card.get("ru")) == ("hospitality", "With respect", "С уважением")
    assert office.read(presents, stay.event).known["budget"] == ("hospitality",)
    office.undo()
    assert shown(section, "card:ru", "card:en") == [("", "With respect")]


def test_a_card_of_a_present_typed_into_the_empty_line_is_kept(
    page: LogisticsPage, office: Office, stay: Stay
) -> None:
    section = go(page, "presents")
    section.add({"person": stay.visit.people["head"], "title:en": "Album", "card:en": "With respect", "card:ru": ""})
    (row,) = office.read(presents, stay.event).presents
    assert (row.title, row.card) == (text(en="Album"), text(en="With respect"))


def test_a_present_is_given_to_somebody_else(page: LogisticsPage, office: Office, stay: Stay) -> None:
    office.run(gifts.add_gift, stay.visit.people["head"], text(en="Album"), event_id=stay.event)
    section = go(page, "presents")
    type_cell(section, 0, "person", "kabaev")
    assert shown(section, "person") == [("Azamat Kabaev",)]


# --- Invitations


def test_all_who_take_part_are_invited_at_once(page: LogisticsPage, office: Office, stay: Stay) -> None:
    section = go(page, "invitations")
    section.choice.edited.emit(stay.lunch)
    section.everybody.click()
    assert len(shown(section, "who")) == 5
    assert section.everybody.isEnabled() is False
    office.undo()
    assert shown(section, "who") == []


def test_an_answer_typed_is_of_today_and_counted(page: LogisticsPage, office: Office, stay: Stay) -> None:
    for key in ("head", "kabaev", "sadykova"):
        office.run(invitations.invite, stay.lunch, stay.member(key), state="sent", with_spouse=key == "head")
    section = go(page, "invitations")
    type_cell(section, 0, "state", "acc")
    type_cell(section, 1, "state", "decl")
    assert shown(section, "state", "answered_on") == [
        ("accepted", "02.05.2024"), ("declined", "02.05.2024"), ("sent", ""),
    ]  # fmt: skip
    occasion = section.shown_occasion()
    assert occasion is not None
    assert occasion.answers() == Answers(3, 1, 1, 1, 2)
    assert section.foot.text() == (
        "Invited: 3. Accepted: 1, declined: 1, no answer yet: 1. Seats: 2. Take part without an invitation: 2."
    )


def test_drafts_are_sent_today_by_one_button(page: LogisticsPage, office: Office, stay: Stay) -> None:
    for key in ("head", "kabaev"):
        office.run(invitations.invite, stay.lunch, stay.member(key))
    section = go(page, "invitations")
    section.sent.click()
    assert shown(section, "state", "sent_on") == [("sent", "02.05.2024")] * 2
    section.table.selectAll()
    section.answer.edited.emit("tentative")
    assert shown(section, "state", "answered_on") == [("tentative", "02.05.2024")] * 2


def test_nobody_is_invited_twice_to_the_same(page: LogisticsPage, office: Office, stay: Stay) -> None:
    office.run(invitations.invite, stay.lunch, stay.member("head"))
    section = go(page, "invitations")
    section.table.type_new()
    retype(section, "imanaliev")
    assert (len(shown(section, "who")), len(office.failures)) == (1, 1)
    section.table.type_new()
    retype(section, "kabaev")
    assert len(shown(section, "who")) == 2


# --- The tab


def test_each_section_leads_to_its_paper(page: LogisticsPage, office: Office) -> None:
    for key in SECTIONS:
        go(page, key).paper.click()
    papers = {
        Paper.ARRIVALS: 0, Paper.ROOMING: 0, Paper.MOTORCADE: 0, Paper.MENU: go(page, "menus").shown_id,
        Paper.GIFT_LIST: 0, Paper.INVITATION: go(page, "invitations").shown_id,
    }  # fmt: skip
    assert office.shown == [("paper", number_of(paper, of)) for paper, of in papers.items()]
    assert [bool(papers[paper]) for paper in (Paper.MENU, Paper.INVITATION)] == [True, True]


def test_the_section_shown_last_is_shown_again(page: LogisticsPage, office: Office, stay: Stay, qtbot) -> None:
    go(page, "menus")
    other = LogisticsPage(office.context)
    qtbot.addWidget(other)
    assert other.bar.value() == "menus"


def test_segments_are_changed_by_keys(page: LogisticsPage) -> None:
    press(page.bar, Qt.Key.Key_Right)
    assert (page.bar.value(), page.section().name) == ("cars", "cars")


def test_another_event_shows_its_own_rows(page: LogisticsPage, office: Office, stay: Stay) -> None:
    office.run(logistics.add_lodging, stay.member("head"))
    assert len(shown(page.section(), "who")) == 1
    other = add_stay(office)
    page.set_event(other.event)
    assert shown(page.section(), "who") == []


def test_the_tab_speaks_russian(page: LogisticsPage) -> None:
    set_language("ru")
    headings = [one.title for one in page.section().table.model_of_rows.columns]
    assert headings[:3] == ["Человек", "Гостиница", "Вид номера"]


def test_bar_folds_into_one_line_and_its_popup_opens_from_the_menu(page: LogisticsPage) -> None:
    page.resize(520, 600)
    section = go(page, "journeys")
    QApplication.processEvents()
    bar = section.bar
    assert bar.height() == section.people.sizeHint().height()
    assert (section.people.isVisible(), section.paper.isVisible(), bar.more.isVisible()) == (True, False, True)
    page.resize(300, 600)
    QApplication.processEvents()
    assert (page.bar.isVisible(), page.short.isVisible()) == (False, True)
    page.short.edited.emit("rooms")
    assert (page.bar.value(), page.short.text()) == ("rooms", "Hotel rooms ▾")
    page.resize(2000, 600)
    go(page, "journeys")
    QApplication.processEvents()
    assert (section.paper.isVisible(), bar.more.isVisible()) == (True, False)
