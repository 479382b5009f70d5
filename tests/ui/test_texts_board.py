"""The board of texts: what is missing, changed or a machine's, written one after the other by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.operations import agenda, events, phrases
from planner.operations.texts import check_text, write_text
from planner.queries.texts import text_count
from planner.queries.texts_board import Need, texts_board
from planner.rules.text import Source, State, Text, Wording, text
from tests.ui.keys import LEFT, press, type_text
from tests.ui.office import Office, open_office
from tests.ui.programme import Day, add_day, item_of
from ui.texts.page import PAUSE, TextsPage

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def day(office: Office) -> Day:
    """Three items: the titles of breakfast and meeting are missing in English, that of lunch is a machine's."""
    day = add_day(office)
    for item in (day.breakfast, day.meeting):
        office.run(write_text, "item", item, "title", language="en", words="")
    office.run(write_text, "item", day.lunch, "title", language="en", words="Noon food", source="machine")
    return day


@pytest.fixture
def page(qtbot, office: Office, day: Day) -> TextsPage:
    page = TextsPage(office.context)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.set_event(day.event)
    page.show()
    with qtbot.waitActive(page):
        page.activateWindow()
    return page


def listed(page: TextsPage) -> list[tuple[str, str, str, Need]]:
    return [(line.where, line.source, line.target, line.need) for line in page.lines()]


def title(office: Office, day: Day, item: int) -> Text:
    return item_of(office, day.event, item).title


def box(page: TextsPage, language: str = "en"):
    return page.fields.box(language)


def read_again(page: TextsPage, qtbot) -> None:
    qtbot.wait(PAUSE + 60)


def test_missing_texts_are_listed_in_the_order_of_the_programme(page: TextsPage) -> None:
    page.list_need("missing")
    assert listed(page) == [
        ("15 May 08:00", "Завтрак", "", Need.MISSING), ("15 May 10:00", "Встреча", "", Need.MISSING)
    ]  # fmt: skip


def test_filters_and_languages_bear_what_is_left(page: TextsPage) -> None:
    assert [label for _value, label in page.needs._choices][1:4] == [
        "Missing 2",
        "Source changed 0",
        "From a machine 1",
    ]
    assert [label for _value, label in page.tongues._choices] == ["Русский", "English · 3"]
    there = len(page.lines())
    assert page.progress.text() == f"English: {there - 2} of {there} texts are written, 0 of them checked"


def test_enter_writes_and_goes_to_the_next_text(page: TextsPage, office: Office, day: Day, qtbot) -> None:
    page.list_need("missing")
    page.write()
    type_text(box(page), "Breakfast")
    press(box(page), KEY.Key_Return)
    assert title(office, day, day.breakfast).get("en") == "Breakfast"
    assert (page.fields.text("ru"), box(page).hasFocus()) == ("Встреча", True)
    type_text(box(page), "Talks")
    press(box(page), KEY.Key_Return)
    read_again(page, qtbot)
    assert title(office, day, day.meeting).get("en") == "Talks"
    assert [line.need for line in page.lines()] == [Need.DRAFT]  # the last one stays until it is left


def test_control_enter_writes_and_checks_as_one_step(page: TextsPage, office: Office, day: Day) -> None:
    page.list_need("missing")
    page.write()
    type_text(box(page), "Breakfast")
    press(box(page), KEY.Key_Return, CTRL)
    assert title(office, day, day.breakfast).state("en") is State.CHECKED
    assert page.fields.text("ru") == "Встреча"
    office.undo()
    assert title(office, day, day.breakfast).state("en") is State.MISSING


def test_control_enter_on_an_empty_text_checks_nothing(page: TextsPage, office: Office, day: Day) -> None:
    page.list_need("missing")
    page.write()
    press(box(page), KEY.Key_Return, CTRL)
    assert (title(office, day, day.breakfast), page.fields.text("ru")) == (text(ru="Завтрак"), "Завтрак")


def test_offered_phrase_is_taken_with_one_key(page: TextsPage, office: Office, day: Day) -> None:
    office.run(phrases.add_phrase, text(ru="Завтрак", en="Breakfast"))
    page.list_need("missing")
    page.write()
    press(box(page), KEY.Key_Space, CTRL)
    assert title(office, day, day.breakfast).wordings["en"] == Wording("Breakfast", source=Source.PHRASE)


def test_control_arrows_go_to_another_text_and_escape_to_the_list(page: TextsPage) -> None:
    page.list_need("missing")
    page.write()
    press(box(page), KEY.Key_Down, CTRL)
    assert page.fields.text("ru") == "Встреча"
    press(box(page), KEY.Key_Up, CTRL)
    assert page.fields.text("ru") == "Завтрак"
    press(box(page), KEY.Key_Escape)
    assert page.table.hasFocus()
    press(page.table, KEY.Key_Return)
    assert box(page).hasFocus()


def test_machine_text_needs_nothing_once_it_is_checked(page: TextsPage, office: Office, day: Day) -> None:
    page.list_need("machine")
    page.write()
    press(box(page), KEY.Key_Return, CTRL)
    one = next(one for one in office.read(texts_board, day.event).texts if one.key == ("item", day.lunch, "title"))
    assert one.need("en") is Need.NOTHING


def test_changed_source_makes_a_checked_text_stale(page: TextsPage, office: Office, day: Day, qtbot) -> None:
    office.run(check_text, "item", day.lunch, "title", language="en")
    office.run(write_text, "item", day.lunch, "title", language="ru", words="Поздний обед")
    read_again(page, qtbot)
    page.list_need("stale")
    assert listed(page) == [("15 May 13:00", "Поздний обед", "Noon food", Need.STALE)]


def test_all_that_is_listed_is_checked_as_one_step(page: TextsPage, office: Office, day: Day) -> None:
    before = [one.row.text for one in office.read(texts_board, day.event).texts]
    QTest.mouseClick(page.check_all, LEFT)
    needs = {one.need("en") for one in office.read(texts_board, day.event).texts}
    assert needs == {Need.NOTHING, Need.MISSING}
    office.undo()
    assert [one.row.text for one in office.read(texts_board, day.event).texts] == before


def test_the_board_counts_what_the_overview_counts(office: Office, day: Day) -> None:
    board, count = office.read(texts_board, day.event), office.read(text_count, day.event)
    needs = [one.need(tag) for one in board.texts for tag in board.languages]
    missing = needs.count(Need.MISSING) + sum(board.names_missing.values())
    assert (count.missing, count.stale) == (missing, needs.count(Need.STALE))


def test_text_being_written_stays_listed_while_others_write(page: TextsPage, office: Office, day: Day, qtbot) -> None:
    page.list_need("missing")
    page.write()
    type_text(box(page), "Break")
    office.run(agenda.edit_item, day.lunch, kind="break")
    read_again(page, qtbot)
    assert (box(page).text(), page.fields.text("ru")) == ("Break", "Завтрак")


def test_search_finds_by_words_of_either_language(page: TextsPage) -> None:
    type_text(page.bar.search.line, "noon")
    assert [line.target for line in page.lines()] == ["Noon food"]


def test_event_without_texts_of_a_need_says_so(page: TextsPage) -> None:
    page.list_need("stale")
    assert (page.nothing.isVisible(), page._desk.isVisible()) == (True, False)


def test_read_only_office_lets_nothing_be_written(qtbot, office: Office, day: Day, tmp_path: Path) -> None:
    office.planner.close()
    reading = open_office(tmp_path, read_only=True)
    page = TextsPage(reading.context)
    qtbot.addWidget(page)
    page.set_event(day.event)
    page.show()
    assert (box(page).isReadOnly(), page.check_all.isEnabled()) == (True, False)
    reading.planner.close()


def test_degrees_are_texts_of_a_conference_alone(page: TextsPage, office: Office, day: Day, qtbot) -> None:
    person = day.visit.people["kabaev"]
    office.run(write_text, "person", person, "degree", language="ru", words="доктор наук")

    def degrees() -> list[tuple[str, int, str]]:
        return [one.key for one in office.read(texts_board, day.event).texts if one.row.table == "person"]

    assert degrees() == []
    office.run(events.edit_event, day.event, kind="conference")
    assert degrees() == [("person", person, "degree")]
    read_again(page, qtbot)
    page.list_need("missing")
    assert [line.target for line in page.lines() if line.source == "доктор наук"] == [""]
