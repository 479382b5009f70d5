from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.rules.text import State, text
from tests.ui.keys import press, type_text
from ui.common.paired_field import LanguageName, PairedField
from ui.common.paired_side import PairedSide
from ui.common.text_box import TYPING_PAUSE, TextBox
from ui.translate import set_language

PAIR = (LanguageName("ru", "Русский"), LanguageName("en", "English"))


def shown(qtbot: QtBot, **wordings: str) -> tuple[PairedField, list[tuple[str, str]]]:
    field = PairedField("Title", PAIR)
    field.resize(400, 100)
    qtbot.addWidget(field)
    field.set_value(text(**wordings))
    field.show()
    told: list[tuple[str, str]] = []
    field.edited.connect(lambda language, words: told.append((language, words)))
    return field, told


def side(field: PairedField, language: str) -> PairedSide:
    return next(one for one in field.findChildren(PairedSide) if one.language == language)


def caption(field: PairedField, language: str) -> tuple[str, str]:
    label = side(field, language)._label
    return label.text(), label.property("role")


def test_typing_is_told_once_after_a_pause(qtbot: QtBot) -> None:
    field, told = shown(qtbot)
    type_text(side(field, "ru").box, "Встреча")
    early = list(told)
    qtbot.wait(TYPING_PAUSE + 150)
    assert (early, told) == ([], [("ru", "Встреча")])


def test_typing_is_told_on_leaving_at_once(qtbot: QtBot) -> None:
    field, told = shown(qtbot, ru="Встреча")
    box = side(field, "ru").box
    with qtbot.waitActive(field):
        field.activateWindow()
    box.setFocus()
    box.moveCursor(QTextCursor.MoveOperation.End)
    type_text(box, " с Главой")
    side(field, "en").box.setFocus()
    assert told == [("ru", "Встреча с Главой")]


def test_key_that_was_taken_back_is_not_told(qtbot: QtBot) -> None:
    field, told = shown(qtbot, ru="Встреча")
    box = side(field, "ru").box
    box.moveCursor(QTextCursor.MoveOperation.End)
    type_text(box, "й")
    press(box, Qt.Key.Key_Backspace)
    field.flush()
    assert told == []


def test_text_from_outside_sends_nothing_and_keeps_the_cursor(qtbot: QtBot) -> None:
    field, told = shown(qtbot, ru="Встреча с Главой города")
    box = side(field, "ru").box
    cursor = box.textCursor()
    cursor.setPosition(10)
    box.setTextCursor(cursor)
    field.set_text("ru", "Встреча с Главой города Красноярска")
    qtbot.wait(TYPING_PAUSE + 100)
    assert (told, box.textCursor().position(), field.text("ru")) == ([], 10, "Встреча с Главой города Красноярска")


def test_cursor_stays_with_the_words_after_it(qtbot: QtBot) -> None:
    field, _told = shown(qtbot, ru="Встреча в городе")
    box = side(field, "ru").box
    box.moveCursor(QTextCursor.MoveOperation.End)
    field.set_text("ru", "Рабочая встреча в городе")
    assert box.textCursor().position() == len("Рабочая встреча в городе")


def test_echo_of_an_older_edit_does_not_take_back_typing(qtbot: QtBot) -> None:
    field, told = shown(qtbot)
    box = side(field, "en").box
    type_text(box, "Meet")
    field.flush()
    type_text(box, "ing")
    field.set_text("en", "Meet")
    field.flush()
    assert (field.text("en"), told) == ("Meeting", [("en", "Meet"), ("en", "Meeting")])


def test_states_are_said_in_words(qtbot: QtBot) -> None:
    field, _told = shown(qtbot, ru="Встреча")
    missing = caption(field, "en"), side(field, "en").box.property("state")
    checked = text(ru="Встреча", en="Meeting").checked("en", "maria")
    field.set_value(checked.with_wording("ru", "Беседа"))
    stale = caption(field, "en"), side(field, "en")._still.isVisible()
    field.set_value(checked)
    assert missing == (("English — missing", "attention"), "missing")
    assert stale == (("English — source changed", "attention"), True)
    assert (caption(field, "en"), caption(field, "ru")) == (("English", "small"), ("Title — Русский", "small"))


def test_missing_mark_goes_with_the_first_letter(qtbot: QtBot) -> None:
    field, _told = shown(qtbot, ru="Встреча")
    type_text(side(field, "en").box, "M")
    assert (caption(field, "en")[0], side(field, "en").box.property("state")) == ("English", "")


def test_still_right_asks_for_a_check(qtbot: QtBot) -> None:
    field, _told = shown(qtbot)
    field.set_text("en", "Meeting", State.STALE)
    with qtbot.waitSignal(field.checked) as asked:
        side(field, "en")._still.click()
    assert asked.args == ["en"]


def test_suggestion_is_taken_by_one_key_and_told(qtbot: QtBot) -> None:
    field, told = shown(qtbot, ru="Обмен сувенирами")
    taken: list[tuple[str, str]] = []
    field.suggestion_used.connect(lambda language, words: taken.append((language, words)))
    field.suggest("en", "Exchange of gifts")
    offered = side(field, "en").box.offers(), field.text("en")
    press(side(field, "en").box, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert offered == (True, "")
    assert (told, taken, field.text("en")) == (
        [("en", "Exchange of gifts")],
        [("en", "Exchange of gifts")],
        "Exchange of gifts",
    )


def test_suggestion_is_not_offered_over_a_text(qtbot: QtBot) -> None:
    field, _told = shown(qtbot, en="Gifts")
    field.suggest("en", "Exchange of gifts")
    assert side(field, "en").box.offers() is False


def test_paste_takes_text_only(qtbot: QtBot) -> None:
    field, told = shown(qtbot)
    data = QMimeData()
    data.setHtml("<b>Meet</b>")
    data.setText("Meet\x00ing\r\n2")
    side(field, "en").box.insertFromMimeData(data)
    field.flush()
    assert told == [("en", "Meeting\n2")]


def test_undo_in_a_focused_field_is_its_own(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    field = PairedField("Title", PAIR)
    column.addWidget(field)
    column.addWidget(QLineEdit())
    taken: list[str] = []
    action = window.addAction("undo")
    action.setShortcut("Ctrl+Z")
    action.triggered.connect(lambda: taken.append("window"))
    window.show()
    window.activateWindow()
    box = side(field, "ru").box
    box.setFocus()
    type_text(box, "Встреча")
    qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.text("ru"), taken) == ("", [])


def test_fields_side_by_side_are_equally_tall(qtbot: QtBot) -> None:
    field, _told = shown(
        qtbot, ru="Руководитель канцелярии Посольства Киргизской Республики в Российской Федерации", en="Head"
    )
    heights = side(field, "ru").box.height(), side(field, "en").box.height()
    field.set_text("ru", "Глава")
    lower = side(field, "ru").box.height()
    assert heights[0] == heights[1] > lower == side(field, "en").box.height()


def test_narrow_field_stands_in_two_rows(qtbot: QtBot) -> None:
    field, _told = shown(qtbot, ru="Встреча", en="Meeting")
    wide = side(field, "ru").y() == side(field, "en").y()
    field.resize(200, 200)
    qtbot.waitUntil(lambda: side(field, "en").y() > side(field, "ru").y())
    assert wide is True


def test_words_of_the_field_follow_the_language(qtbot: QtBot) -> None:
    field, _told = shown(qtbot, ru="Встреча")
    set_language("ru")
    assert caption(field, "en")[0] != ""
    set_language("en")
    assert caption(field, "en")[0] == "English — missing"


def test_read_only_field_cannot_be_typed_into(qtbot: QtBot) -> None:
    field, told = shown(qtbot, ru="Встреча")
    field.set_read_only(True)
    type_text(side(field, "ru").box, "й")
    field.flush()
    assert (field.text("ru"), told) == ("Встреча", [])


def test_one_paragraph_field_keeps_enter_out(qtbot: QtBot) -> None:
    box = TextBox(single_line=True)
    qtbot.addWidget(box)
    type_text(box, "Встреча\n")
    assert box.text() == "Встреча"
