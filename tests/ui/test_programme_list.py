"""The programme as a list: typed through by keyboard, every word a step that can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from planner.operations import agenda
from planner.queries.agenda import programme
from planner.rules.text import text
from tests.ui.keys import press, type_text
from tests.ui.office import DAY, Office
from tests.ui.programme import Day, add_day, item_of, times
from ui.agenda.lines import Kind, parse_span
from ui.agenda.page import ProgrammePage
from ui.agenda.plan import POOL

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def day(office: Office) -> Day:
    return add_day(office)


@pytest.fixture
def page(qtbot, office: Office, day: Day) -> ProgrammePage:
    page = ProgrammePage(office.context)
    qtbot.addWidget(page)
    page.set_event(day.event)
    page.resize(960, 800)
    page.show()
    page.choose_mode("list")
    return page


def editor(page: ProgrammePage) -> QLineEdit:
    return next(line for line in page.list.findChildren(QLineEdit) if line.isVisible())


def retype(page: ProgrammePage, words: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    line = editor(page)
    line.selectAll()
    type_text(line, words)
    finish(line, key)


def finish(line: QLineEdit, key: Qt.Key) -> None:
    """Press a key that ends typing; Qt carries Enter out when the line has seen it."""
    press(line, key)
    QApplication.processEvents()


def test_lines_show_time_titles_place_and_parts(page: ProgrammePage, office: Office, day: Day) -> None:
    office.run(agenda.add_item, day.event, text(ru="Тема", en="Topic"), parent_id=day.meeting, kind="topic", minutes=15)
    lines = page.list.model_of_items.lines
    assert [(line.time, line.titles, line.place, line.depth) for line in lines] == [
        ("08:00–09:00", ("Завтрак", "Breakfast"), "Hotel", 0),
        ("10:00–11:00", ("Встреча", "Meeting"), "Small Hall", 0),
        ("15 min", ("Тема", "Topic"), "", 1),
        ("13:00–14:00", ("Обед", "Lunch"), "", 0),
        ("", (), "", 0),
    ]
    assert lines[-1].kind is Kind.NEW


def test_enter_types_the_title_and_tab_goes_to_the_next_language(page: ProgrammePage, office: Office, day: Day) -> None:
    office.context.select("item", day.meeting)
    press(page.list, Qt.Key.Key_Return)
    retype(page, "Беседа", Qt.Key.Key_Tab)
    retype(page, "Talk")
    assert item_of(office, day.event, day.meeting).title == text(ru="Беседа", en="Talk")
    office.undo()
    office.undo()
    assert item_of(office, day.event, day.meeting).title == text(ru="Встреча", en="Meeting")


def test_escape_leaves_a_title_as_it_was(page: ProgrammePage, office: Office, day: Day) -> None:
    office.context.select("item", day.meeting)
    press(page.list, Qt.Key.Key_Return)
    retype(page, "Беседа", Qt.Key.Key_Escape)
    assert item_of(office, day.event, day.meeting).title == text(ru="Встреча", en="Meeting")


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("0930", (DAY, 570, 630)), ("9:30", (DAY, 570, 630)), ("9.30-10.15", (DAY, 570, 615)),
        ("930 1015", (DAY, 570, 615)), ("23:30–0:30", (DAY, 1410, 30)), ("soon", (DAY, 600, 660)),
    ],
)  # fmt: skip
def test_a_time_is_typed_as_people_write_it(page: ProgrammePage, office: Office, day: Day, words: str, wanted) -> None:
    page.list.type_into(page.list.model_of_items.row_of(day.meeting), 0)
    retype(page, words)
    assert times(office, day.event, day.meeting) == wanted


def test_a_time_that_moves_its_line_keeps_the_line_chosen(page: ProgrammePage, office: Office, day: Day) -> None:
    page.list.type_into(page.list.model_of_items.row_of(day.meeting), 0)
    retype(page, "15:00", Qt.Key.Key_Tab)
    assert page.list.selected_id() == day.meeting
    retype(page, "Позже")
    assert (item_of(office, day.event, day.meeting).title.get("ru"), page.list.currentIndex().row()) == ("Позже", 2)


def test_a_time_taken_away_puts_the_item_into_the_pool(page: ProgrammePage, office: Office, day: Day) -> None:
    page.list.type_into(page.list.model_of_items.row_of(day.lunch), 0)
    line = editor(page)
    line.clear()
    finish(line, Qt.Key.Key_Return)
    item = item_of(office, day.event, day.lunch)
    assert (item.day, item.start, item.minutes, page.day) == (None, None, 60, POOL)


def test_the_empty_line_makes_an_item_in_one_step(page: ProgrammePage, office: Office, day: Day) -> None:
    model = page.list.model_of_items
    page.list.type_into(model.rowCount() - 1, 0)
    retype(page, "1530", Qt.Key.Key_Tab)
    retype(page, "Музей")
    retype(page, "Museum", Qt.Key.Key_Tab)
    retype(page, "small")
    made = [item for item in office.read(programme, day.event).items if item.title.get("en") == "Museum"]
    assert [(item.title, item.day, item.start, item.end, item.room_id) for item in made] == [
        (text(ru="Музей", en="Museum"), DAY, 930, 990, day.room)
    ]
    assert (page.list.line().kind, model.drafts) == (Kind.NEW, {})
    office.undo()
    assert len(office.read(programme, day.event).items) == 3


def test_a_title_alone_goes_after_the_last_item(page: ProgrammePage, office: Office, day: Day) -> None:
    page.list.type_into(page.list.model_of_items.rowCount() - 1, 1)
    for words in ("Отъезд", "", ""):
        retype(page, words)
    made = next(item for item in office.read(programme, day.event).items if item.title.get("ru") == "Отъезд")
    assert (made.day, made.start, made.end) == (DAY, 840, 900)


def test_leaving_the_empty_line_makes_an_item_of_what_was_typed(page: ProgrammePage, office: Office, day: Day) -> None:
    page.list.type_into(page.list.model_of_items.rowCount() - 1, 1)
    type_text(editor(page), "Отъезд")
    page.list.setCurrentIndex(page.list.model_of_items.index(1, 1))
    made = office.read(programme, day.event).items[-1]
    assert (made.title, made.start, page.list.selected_id()) == (text(ru="Отъезд"), 840, day.meeting)


def test_ctrl_arrows_move_by_five_minutes_and_page_keys_by_one(page: ProgrammePage, office: Office, day: Day) -> None:
    office.context.select("item", day.meeting)
    press(page.list, Qt.Key.Key_Down, CONTROL)
    press(page.list, Qt.Key.Key_PageDown, CONTROL)
    assert times(office, day.event, day.meeting) == (DAY, 606, 666)
    press(page.list, Qt.Key.Key_Up, CONTROL)
    assert times(office, day.event, day.meeting) == (DAY, 605, 665)


def test_ctrl_shift_arrows_shift_what_follows_in_one_step(page: ProgrammePage, office: Office, day: Day) -> None:
    office.context.select("item", day.meeting)
    for _press in range(3):
        press(page.list, Qt.Key.Key_Down, CONTROL | SHIFT)
    assert [item_of(office, day.event, one).start for one in (day.breakfast, day.meeting, day.lunch)] == [480, 615, 795]
    office.undo()
    assert [item_of(office, day.event, one).start for one in (day.breakfast, day.meeting, day.lunch)] == [480, 600, 780]


def test_a_place_is_typed_by_any_part_of_its_name(page: ProgrammePage, office: Office, day: Day) -> None:
    place = page.list.model_of_items.place_column()
    for words, wanted in (("гости", (day.hotel, None)), ("Small", (day.hall, day.room)), ("", (None, None))):
        page.list.type_into(page.list.model_of_items.row_of(day.lunch), place)
        retype_or_clear(page, words)
        item = item_of(office, day.event, day.lunch)
        assert (item.venue_id, item.room_id) == wanted
    page.list.type_into(page.list.model_of_items.row_of(day.lunch), place)
    retype(page, "Луна")
    assert (page._said.text(), item_of(office, day.event, day.lunch).venue_id) == (
        "No venue or room is called “Луна”.", None,
    )  # fmt: skip


def retype_or_clear(page: ProgrammePage, words: str) -> None:
    line = editor(page)
    line.clear()
    type_text(line, words)
    finish(line, Qt.Key.Key_Return)


def test_the_arrows_go_on_typing_in_the_next_line(page: ProgrammePage, office: Office, day: Day) -> None:
    page.list.type_into(page.list.model_of_items.row_of(day.breakfast), 1)
    retype(page, "Кофе", Qt.Key.Key_Down)
    retype(page, "Беседа", Qt.Key.Key_Down)
    retype(page, "Пир", Qt.Key.Key_Escape)
    assert [item.title.get("ru") for item in office.read(programme, day.event).items] == ["Кофе", "Беседа", "Обед"]


def test_ctrl_arrows_move_a_topic_among_its_siblings(page: ProgrammePage, office: Office, day: Day) -> None:
    of = {"parent_id": day.meeting, "kind": "topic"}
    topics = [office.run(agenda.add_item, day.event, text(ru=name), **of) for name in "АБ"]
    office.context.select("item", topics[1])
    press(page.list, Qt.Key.Key_Up, CONTROL)
    assert [part.id for part in office.read(programme, day.event).parts(day.meeting)] == [topics[1], topics[0]]


def test_minutes_are_typed_for_a_topic(page: ProgrammePage, office: Office, day: Day) -> None:
    topic = office.run(agenda.add_item, day.event, text(ru="Тема"), parent_id=day.meeting, kind="topic")
    page.list.type_into(page.list.model_of_items.row_of(topic), 0)
    retype(page, "20")
    assert item_of(office, day.event, topic).minutes == 20


def test_delete_removes_a_line_and_chooses_its_neighbour(page: ProgrammePage, office: Office, day: Day) -> None:
    office.context.select("item", day.meeting)
    press(page.list, Qt.Key.Key_Delete)
    assert [item.id for item in office.read(programme, day.event).items] == [day.breakfast, day.lunch]
    assert page.chosen == page.list.selected_id()
    assert page.chosen in (day.breakfast, day.lunch)


def test_ctrl_d_duplicates_after_itself(page: ProgrammePage, office: Office, day: Day) -> None:
    office.context.select("item", day.meeting)
    press(page.list, Qt.Key.Key_D, CONTROL)
    assert times(office, day.event, page.list.selected_id()) == (DAY, 660, 720)


def test_both_views_have_one_selection(page: ProgrammePage, office: Office, day: Day) -> None:
    page.list.setCurrentIndex(page.list.model_of_items.index(1, 1))
    page.choose_mode("timeline")
    assert page.timeline.selected_id() == day.meeting
    page.timeline.select(day.lunch)
    page.choose_mode("list")
    assert (page.list.selected_id(), office.selected) == (day.lunch, [("item", day.meeting), ("item", day.lunch)])


def test_a_colleagues_change_leaves_an_open_editor_alone(page: ProgrammePage, office: Office, day: Day) -> None:
    page.list.type_into(page.list.model_of_items.row_of(day.meeting), 1)
    line = editor(page)
    line.selectAll()
    type_text(line, "Бесе")
    office.run(agenda.move_item, day.lunch, DAY, 400)
    office.run(agenda.add_item, day.event, text(ru="Ночь"), day=DAY, start=1300, end=1320)
    type_text(line, "да")
    finish(line, Qt.Key.Key_Return)
    assert item_of(office, day.event, day.meeting).title.get("ru") == "Беседа"
    assert [one.time[:5] for one in page.list.model_of_items.lines if one.time] == ["06:40", "08:00", "10:00", "21:40"]


@pytest.mark.parametrize("words", ["", "-", "25:00", "9:30-", "9:30-x", "9-10-11", "<b>"])
def test_what_is_no_time_is_none(words: str) -> None:
    assert parse_span(words) in (None, (570, None))
