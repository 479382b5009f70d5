from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.keys import press, type_text
from ui.common.fields import ChoiceField, LineField, NoteField, ToggleRow
from ui.common.flow import SideBySide
from ui.common.moment_fields import (
    DateField,
    MinutesField,
    TimeField,
    parse_day,
    parse_minutes,
    parse_time,
    show_time,
)

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("typed", "minute"),
    [
        ("10", 600),
        ("930", 570),
        ("0930", 570),
        ("9.30", 570),
        ("9 30", 570),
        ("9:5", 545),
        ("24:00", 1440),
        ("25", None),
        ("9:75", None),
        ("noon", None),
        ("-1", None),
        ("", None),
    ],
)
def test_time_is_understood_as_people_type_it(typed: str, minute: int | None) -> None:
    assert parse_time(typed) == minute


@pytest.mark.parametrize(("typed", "minutes"), [("45", 45), ("1:30", 90), ("1 h 30", 90), ("2 ч", 120), ("long", None)])
def test_length_is_understood_as_people_type_it(typed: str, minutes: int | None) -> None:
    assert parse_minutes(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("15.05.2024", date(2024, 5, 15)),
        ("2024-05-15", date(2024, 5, 15)),
        ("15.5", date(2024, 5, 15)),
        ("16", date(2024, 5, 16)),
        ("1.6.24", date(2024, 6, 1)),
        ("31.02", None),
        ("May", None),
    ],
)
def test_day_is_understood_and_filled_from_the_one_near(typed: str, day: date | None) -> None:
    assert parse_day(typed, date(2024, 5, 14)) == day


def test_minute_after_midnight_goes_on() -> None:
    assert [show_time(minute) for minute in (545, 1440, 1470)] == ["09:05", "00:00", "00:30"]


def retyped(field: LineField | TimeField | DateField | MinutesField, text: str) -> None:
    field.line.selectAll()
    type_text(field.line, text)
    press(field.line, Qt.Key.Key_Return)


def test_line_is_told_on_enter_and_not_when_set(qtbot: QtBot) -> None:
    field, told = LineField("Venue"), []
    qtbot.addWidget(field)
    field.edited.connect(told.append)
    field.set_value("Малый зал")
    retyped(field, "Большой зал")
    press(field.line, Qt.Key.Key_Return)
    assert told == ["Большой зал"]


def test_escape_takes_back_what_was_not_told(qtbot: QtBot) -> None:
    field, told = LineField("Venue"), []
    qtbot.addWidget(field)
    field.edited.connect(told.append)
    field.set_value("Малый зал")
    type_text(field.line, "x")
    press(field.line, Qt.Key.Key_Escape)
    assert (field.value(), told) == ("Малый зал", [])


def test_time_is_told_as_minutes_and_shown_in_full(qtbot: QtBot) -> None:
    field, told = TimeField("Starts"), []
    qtbot.addWidget(field)
    field.edited.connect(told.append)
    retyped(field, "930")
    assert (told, field.line.text()) == ([570], "09:30")


def test_what_is_no_time_is_marked_and_not_told(qtbot: QtBot) -> None:
    field, told = TimeField("Starts"), []
    qtbot.addWidget(field)
    field.set_value(600)
    field.edited.connect(told.append)
    retyped(field, "25:00")
    wrong = field.line.property("state"), field._aside.text()
    retyped(field, "10:30")
    assert (wrong, told, field.line.property("state")) == (("wrong", "Write a time as 9:30"), [630], "")


def test_emptied_time_is_told_as_none(qtbot: QtBot) -> None:
    field, told = TimeField("Ends"), []
    qtbot.addWidget(field)
    field.set_value(600)
    field.edited.connect(told.append)
    retyped(field, "")
    press(field.line, Qt.Key.Key_Backspace)
    field.flush()
    assert told == [None]


def test_arrows_step_by_5_1_and_60_minutes(qtbot: QtBot) -> None:
    field, told = TimeField("Starts"), []
    qtbot.addWidget(field)
    field.set_value(602)
    field.edited.connect(told.append)
    press(field.line, Qt.Key.Key_Up)
    press(field.line, Qt.Key.Key_Down)
    press(field.line, Qt.Key.Key_Up, SHIFT)
    press(field.line, Qt.Key.Key_PageUp)
    assert told == [605, 600, 601, 661]


def test_day_shows_its_weekday_and_steps(qtbot: QtBot) -> None:
    field, told = DateField("Day", near=date(2024, 5, 14)), []
    qtbot.addWidget(field)
    field.edited.connect(told.append)
    retyped(field, "15")
    remark = field._aside.text()
    press(field.line, Qt.Key.Key_Up)
    press(field.line, Qt.Key.Key_Down, SHIFT)
    assert (remark, told) == ("Wednesday", [date(2024, 5, 15), date(2024, 5, 16), date(2024, 5, 9)])


def test_choice_is_told_by_value_and_not_when_set(qtbot: QtBot) -> None:
    field, told = ChoiceField("State", choices=(("c", "Confirmed"), ("t", "Tentative"))), []
    qtbot.addWidget(field)
    field.edited.connect(told.append)
    field.set_value("t")
    field.combo.activated.emit(0)
    assert (told, field.value()) == (["c"], "t")


def test_choice_keeps_its_value_among_other_choices(qtbot: QtBot) -> None:
    field = ChoiceField("State", choices=((1, "One"), (2, "Two")))
    qtbot.addWidget(field)
    field.set_value(2)
    field.set_choices(((2, "Два"), (3, "Три")))
    kept = field.value()
    field.set_choices(((4, "Four"),))
    assert (kept, field.value()) == (2, None)


def test_choice_too_long_for_its_field_is_told_whole(qtbot: QtBot) -> None:
    field = ChoiceField("Order", choices=[("long", "by the law: " * 20 + "<end>"), ("short", "by rank")])
    qtbot.addWidget(field)
    field.combo.setFixedWidth(150)
    said = []
    for value in ("long", "short"):
        field.set_value(value)
        field.grab()
        said.append(field.combo.toolTip())
    assert said == ["<span>" + "by the law: " * 20 + "&lt;end&gt;</span>", ""]


def test_switch_is_told_when_clicked_only(qtbot: QtBot) -> None:
    row, told = ToggleRow("Internal"), []
    qtbot.addWidget(row)
    row.edited.connect(told.append)
    row.set_value(True)
    row.box.click()
    assert told == [False]


def test_note_grows_with_its_lines(qtbot: QtBot) -> None:
    field = NoteField("Remark", lines=1)
    qtbot.addWidget(field)
    field.resize(300, 200)
    field.show()
    low = field.box.height()
    field.set_value("one\ntwo\nthree")
    line = field.box.blockBoundingRect(field.box.document().firstBlock()).height()
    assert field.box.height() - low == 2 * line


def test_fields_stand_below_one_another_where_their_captions_have_no_room(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    first, second = LineField("Zone of the hosts", ground), LineField("Zone of the guests", ground)
    ground.setLayout(SideBySide(first, second))
    for width, below in ((600, False), (first.caption_width() + 40, True)):
        ground.resize(width, ground.heightForWidth(width))
        ground.show()
        assert (second.y() > first.y(), second.x() > first.x()) == (below, not below)
        assert min(first.width(), second.width()) >= first.caption_width()


def test_a_share_without_a_field_stays_free(qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    field = LineField("Seats", ground)
    ground.setLayout(SideBySide(field, shares=(1, 1)))
    ground.resize(608, 80)
    ground.show()
    assert field.width() == 300


def test_a_long_switch_is_shortened_and_told_whole_in_the_hint(qtbot: QtBot) -> None:
    row = ToggleRow("Equal ranks stand face to face & beside one another")
    qtbot.addWidget(row)
    row.resize(120, 30)
    row.show()
    assert row.box.text().endswith("…")
    assert ("face to face &amp; beside one another" in row.box.toolTip(), row.box.accessibleName()) == (
        True, "Equal ranks stand face to face & beside one another",
    )  # fmt: skip
    row.resize(row.sizeHint().width() + 20, 30)
    assert (row.box.text(), row.box.toolTip()) == ("Equal ranks stand face to face && beside one another", "")
