"""The regional form of a run sheet: event, date, hours, venue, "met by"; rows with the way, seat and things (2.5)."""

from __future__ import annotations

from datetime import date

import pytest

from planner.documents import run_sheet
from planner.documents.content import Content
from planner.documents.data import HeadingData, PlaceData
from planner.documents.set_data import RunLineData, RunSheetData
from planner.rules.text import text
from tests.documents.events import event

FIRST, SECOND = date(2024, 5, 14), date(2024, 5, 15)
HALL = PlaceData(text(ru="Малый зал", en="Small Hall"), text(ru="Администрация города", en="City Hall"))
OPENING = RunLineData(
    1, FIRST, 655, 660, None, text(ru="Выход к трибуне", en="To the rostrum"), action="Подняться по левой лестнице",
    place=HALL, position="ряд 1, место 5", principal=True, met_by="В. А. Логинов у входа", path="левая лестница",
    microphone="на стойке", handed_over="диплом, 3 шт.", assistants="двое у сцены", technician="свет на трибуну",
)  # fmt: skip
CLOSING = RunLineData(2, FIRST, 660, 670, None, text(ru="Отъезд", en="Departure"), met_by="водитель")


def composed(*lines: RunLineData, **changes) -> Content:
    data = RunSheetData(event(**changes), HeadingData(), lines)
    return run_sheet.compose(data, languages=("ru", "en"))


def said(content: Content, row: int, column: int) -> list[str]:
    rows = [one for block in content.blocks for one in block.rows]
    return [line.text.replace("\u00a0", " ") for line in rows[row].cells[column]]


def test_head_of_the_form_says_place_hours_venue_and_by_whom_one_is_met() -> None:
    content = composed(OPENING, CLOSING, to_day=FIRST)
    heads = [[line.text.replace("\u00a0", " ") for line in cell[2:]] for cell in content.title]
    assert heads == [
        ["Красноярск", "14 мая 2024 года, 10:55–11:10", "Администрация города, Малый зал",
         "Встречает: В. А. Логинов у входа"],
        ["Krasnoyarsk", "14 May 2024, 10:55–11:10", "City Hall, Small Hall"],
    ]  # fmt: skip


def test_each_day_of_several_says_its_hours() -> None:
    content = composed(OPENING, CLOSING._replace(day=SECOND, start=1380, end=1500))
    assert [block.heading[1][0].text.replace("\u00a0", " ") for block in content.blocks] == [
        "Tuesday, 14 May · 10:55–11:00", "Wednesday, 15 May · 23:00–01:00",
    ]  # fmt: skip


def test_row_of_the_form_says_way_seat_microphone_things_and_assistants_in_the_hosts_column() -> None:
    content = composed(OPENING, CLOSING, to_day=FIRST)
    assert said(content, 0, 0) == [
        "Выход к трибуне", "Подняться по левой лестнице", "Администрация города, Малый зал", "Путь: левая лестница",
        "Расположение: ряд 1, место 5", "Встречает: В. А. Логинов у входа", "Микрофон: на стойке",
        "Передаётся: диплом, 3 шт.", "Помощники: двое у сцены", "Техник: свет на трибуну",
    ]  # fmt: skip
    assert said(content, 0, 1) == ["To the rostrum", "City Hall, Small Hall"]


@pytest.mark.parametrize("field", ["met_by", "path", "microphone", "handed_over", "assistants"])
def test_what_nobody_wrote_stands_nowhere(field: str) -> None:
    whole, less = composed(OPENING), composed(OPENING._replace(**{field: ""}))
    assert len(said(less, 0, 0)) == len(said(whole, 0, 0)) - 1


def test_address_of_a_venue_stands_at_its_first_line_alone() -> None:
    there = HALL._replace(address=text(ru="ул. Карла Маркса, 93", en="93 Karla Marksa Street"))
    upstairs = there._replace(room=text(ru="Кабинет 214", en="Room 214"))
    content = composed(OPENING._replace(place=there), CLOSING._replace(place=upstairs), to_day=FIRST)
    assert [said(content, row, 1)[1] for row in (0, 1)] == [
        "City Hall, Small Hall, 93 Karla Marksa Street", "City Hall, Room 214",
    ]  # fmt: skip
