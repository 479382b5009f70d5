"""The window on a real office, used by mouse and keys."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.app import open_planner
from planner.errors import ReadOnly
from planner.operations import events as operations
from planner.operations.texts import write_text
from planner.queries.events import event_page, events
from planner.rules.kinds import EventState
from planner.rules.text import text
from tests.ui.keys import press, type_text
from tests.ui.window_office import Ids, Shown, fill, open_in_may, show_office
from ui.settings import SettingsFile
from ui.translate import set_language
from ui.window import look
from ui.window.main_window import MainWindow
from ui.window.office_files import OfficeFiles
from ui.window.program import Program, Wish

CONTROL = Qt.KeyboardModifier.ControlModifier


def names(made: Shown) -> list[str]:
    return [entry.label for entry in made.window.navigation.entries()]


def test_navigation_groups_events_by_month_and_counts_the_registers(
    qtbot: QtBot, shown: tuple[Shown, Ids]
) -> None:
    made, _ids = shown
    qtbot.waitUntil(lambda: ("Phrases", "9") in [(one.label, one.right) for one in made.window.navigation.entries()])
    assert [(entry.label, entry.right, entry.dot_word) for entry in made.window.navigation.entries()] == [
        ("May 2024", "", ""),
        ("Delegation", "14–16", "In preparation"),
        ("September 2024", "", ""),
        ("Conference", "19–20", "Idea"),
        ("Past", "", ""),
        ("Working talks", "10 Apr", "Over"),
        ("Registers", "", ""),
        ("People", "2", ""),
        ("Organisations", "1", ""),
        ("Venues", "0", ""),
        ("Agreements", "1", ""),
        ("Phrases", "9", ""),
        ("Office", "", ""),
        ("Calendar", "", ""),
        ("Event templates", "", ""),
        ("Paper templates", "", ""),
    ]


def test_the_next_event_is_shown_at_first_with_heading_and_clocks(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    assert made.desk.event_id == ids.visit
    assert tuple(made.window.header.shown()) == (
        "Визит делегации", "Visit of the delegation", "In preparation", "attention", "14–16 May 2024",
        "1 guest · 1 host · RU | EN",
    )  # fmt: skip
    assert made.window.state.zones() == "Krasnoyarsk UTC+7 · Bishkek UTC+6"
    assert made.window.windowTitle() == "Визит делегации — Mine"
    assert made.window.top.office() == "Department"


def test_tabs_bear_the_number_of_their_findings(shown: tuple[Shown, Ids], qtbot: QtBot) -> None:
    made, _ids = shown
    qtbot.waitUntil(lambda: {tab.key: tab.badge for tab in made.window.tabs.tabs() if tab.badge} == {"programme": 1})


def test_the_state_is_a_menu_and_its_change_one_step(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    button = made.window.header.state_button
    assert [value for value, _word in button.choices()] == [state.value for state in EventState]
    button.taken.emit("agreed")
    assert made.planner.read(event_page, ids.visit).state is EventState.AGREED
    assert made.window.header.shown().state == "Agreed"
    assert made.window.top.steps() == ("Undo: Edit the event “Визит делегации”", "Nothing to redo")
    assert made.window.state.state().startswith("Saved ")


def test_control_z_takes_the_last_step_back_and_control_y_repeats_it(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    made.desk.context.run(made.desk, operations.edit_event, ids.visit, state="agreed")
    made.window.activateWindow()
    made.window.navigation.list.setFocus()
    QTest.keyClick(made.window.navigation.list, Qt.Key.Key_Z, CONTROL)
    assert made.planner.read(event_page, ids.visit).state is EventState.PREPARATION
    assert made.window.top.steps()[1] == "Redo: Edit the event “Визит делегации”"
    QTest.keyClick(made.window.navigation.list, Qt.Key.Key_Y, CONTROL)
    assert made.planner.read(event_page, ids.visit).state is EventState.AGREED


def test_a_field_that_is_typed_into_keeps_its_own_undo(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    made.desk.context.run(made.desk, operations.edit_event, ids.visit, state="agreed")
    line = made.window.top.search.line
    line.setFocus()
    type_text(line, "каб")
    QTest.keyClick(line, Qt.Key.Key_Z, CONTROL)
    assert line.text() == ""
    assert made.planner.read(event_page, ids.visit).state is EventState.AGREED
    QTest.keyClick(line, Qt.Key.Key_Z, CONTROL)
    assert made.planner.read(event_page, ids.visit).state is EventState.PREPARATION


def test_search_is_led_by_the_keyboard_and_goes_to_what_was_found(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    QTest.keyClick(made.window, Qt.Key.Key_K, CONTROL)
    line = made.window.top.search.line
    assert QApplication.focusWidget() is line
    type_text(line, "встреч")
    assert [(hit.kind, hit.title.get("en")) for hit in made.desk.search.hits()] == [
        ("item", "Meeting"), ("event", "Working talks"),
    ]  # fmt: skip
    press(line, Qt.Key.Key_Down)
    press(line, Qt.Key.Key_Up)
    press(line, Qt.Key.Key_Return)
    assert made.window.tabs.current() == "programme"
    assert made.desk.inspectors.shown == ("item", ids.item)
    assert line.text() == ""
    assert not made.desk.search.results.isVisible()


def test_search_folds_letters_and_says_when_nothing_is_called_so(shown: tuple[Shown, Ids]) -> None:
    made, _ids = shown
    made.desk.search.focus()
    type_text(made.window.top.search.line, "КАБАЕВ АЗ")
    assert [hit.kind for hit in made.desk.search.hits()] == ["person"]
    type_text(made.window.top.search.line, "ъъъ")
    assert made.desk.search.hits() == ()
    assert made.desk.search.results.isVisible()


def test_what_somebody_else_did_is_shown_at_the_next_look(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    made.planner.execute(write_text, "event", ids.visit, "title", language="ru", words="Поездка")
    assert made.window.header.shown().title == "Визит делегации"
    made.desk.others.look()
    assert made.window.header.shown().title == "Поездка"


def test_another_event_keeps_the_tab_and_a_register_hides_the_heading(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    made.window.tabs.choose("history")
    made.window.navigation.list.chosen.emit(f"event:{ids.conference}")
    assert (made.desk.event_id, made.window.tabs.current()) == (ids.conference, "history")
    made.window.navigation.list.chosen.emit("people")
    assert not made.window.header.isVisible()
    assert made.window.windowTitle() == "People — Mine"
    assert made.window.top.main_action() != ""


def test_a_removed_event_gives_its_place_to_another(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    made.desk.context.run(made.desk, operations.remove_event, ids.visit)
    assert made.desk.event_id == ids.conference
    made.desk.steps.undo()
    assert names(made)[1] == "Delegation"


def test_an_empty_office_offers_the_one_next_step(qtbot: QtBot, tmp_path: Path, sqlite_template: Path) -> None:
    shutil.copy(sqlite_template, tmp_path / "empty.office")
    planner = open_in_may(tmp_path / "empty.office")
    made = show_office(planner, tmp_path)
    qtbot.addWidget(made.window)
    assert made.window.pages.currentWidget().metaObject().className() == "EmptyOffice"
    assert not made.window.header.isVisible()
    made.desk.context.run(
        made.desk, operations.add_event, "visit", text(en="Visit"), from_day=date(2024, 6, 1), to_day=date(2024, 6, 2),
        languages=["en"],
    )  # fmt: skip
    assert made.window.header.shown().title == "Visit"
    made.program.close()
    planner.close()


def test_an_office_for_reading_says_who_holds_it_and_changes_nothing(
    qtbot: QtBot, tmp_path: Path, sqlite_template: Path
) -> None:
    shutil.copy(sqlite_template, tmp_path / "held.office")
    writer = open_in_may(tmp_path / "held.office")
    fill(writer)
    reader = open_planner(str(tmp_path / "held.office"), read_only=True)
    reader.store.read_only_because = ReadOnly(
        "{file} is being edited by {user} on {host}.", file="held", user="olga", host="b2"
    )
    made = show_office(reader, tmp_path)
    qtbot.addWidget(made.window)
    messages = made.window.messages.messages()
    assert [(key, message.text) for key, message in messages.items()] == [
        ("read-only", "held is being edited by olga on b2.")
    ]
    assert made.window.header.state_button.choices() == ()
    assert made.window.state.state() == "Read only"
    assert not made.desk.window.navigation.findChild(type(made.window.top._main), "").isEnabled()
    made.program.close()
    reader.close()
    writer.close()


def test_a_refusal_stands_in_the_message_bar(shown: tuple[Shown, Ids]) -> None:
    made, ids = shown
    made.desk.context.run(made.desk, operations.link_events, ids.visit, ids.visit)
    assert made.window.messages.messages()["error"].text == "An event cannot lead to itself."


def test_language_changes_at_once(shown: tuple[Shown, Ids]) -> None:
    made, _ids = shown
    set_language("ru")
    assert names(made)[:2] == ["Май 2024", "Делегация"]
    assert made.window.header.shown().dates == "14–16 мая 2024\u00a0г."
    set_language("en")
    assert names(made)[:2] == ["May 2024", "Delegation"]


def test_the_next_start_shows_event_tab_and_words_before_anything_is_read(
    shown: tuple[Shown, Ids], qtbot: QtBot, tmp_path: Path
) -> None:
    made, ids = shown
    made.desk.open_event(ids.conference, "history")
    office = made.desk.office
    heading, entries = made.window.header.shown(), made.window.navigation.entries()
    made.desk.remember()
    settings = SettingsFile(tmp_path / "settings.json")
    assert (settings.now.event, settings.now.more["tab"]) == (ids.conference, "history")
    again = MainWindow(settings)
    qtbot.addWidget(again)
    again.show_look(look.kept(settings.now, office))
    assert (again.header.shown(), again.navigation.entries()) == (heading, entries)
    assert (again.tabs.current(), again.navigation.list.current()) == ("history", f"event:{ids.conference}")
    assert look.kept(settings.now, "another.office") == look.Look()


def test_an_office_is_opened_beside_the_window_and_put_away_in_order(
    qtbot: QtBot, tmp_path: Path, sqlite_template: Path
) -> None:
    path = tmp_path / "real.office"
    shutil.copy(sqlite_template, path)
    planner = open_in_may(path)
    ids = fill(planner)
    planner.close()
    settings = SettingsFile(tmp_path / "settings.json")
    window = MainWindow(settings)
    qtbot.addWidget(window)
    program = Program(window, settings)
    with qtbot.waitSignal(program.opened, timeout=20_000):
        program.begin(Wish(str(path)))
        window.show()
    assert program.desk is not None
    qtbot.waitUntil(
        lambda: len(window.navigation.entries()) == 14, timeout=10_000
    )  # by this computer's clock all are past
    desk = program.desk
    qtbot.waitUntil(lambda: desk.event_id != 0)
    with qtbot.waitSignal(desk.context.changed):
        desk.context.run(desk, operations.edit_event, ids.visit, note="checked")
    assert settings.now.office == str(path)
    window.close()
    assert program.desk is None
    again = open_in_may(path)
    assert again.read(event_page, ids.visit).note == "checked"
    again.close()


def test_an_office_that_is_not_there_leads_back_to_the_first_start(qtbot: QtBot, tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "settings.json")
    window = MainWindow(settings)
    qtbot.addWidget(window)
    program = Program(window, settings)
    with qtbot.waitSignal(program.not_opened, timeout=20_000):
        program.begin(Wish(str(tmp_path / "gone.office")))
        window.show()
    assert window.pages.currentWidget().metaObject().className() == "FirstStart"
    assert list(window.messages.messages()) == ["error"]
    program.close()


def test_first_start_makes_a_new_office(qtbot: QtBot, tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "settings.json")
    window = MainWindow(settings)
    qtbot.addWidget(window)
    program = Program(window, settings)
    program.begin(Wish())
    window.show()
    assert not window.navigation.isVisible()
    with qtbot.waitSignal(program.opened, timeout=20_000):
        program.open(Wish(str(tmp_path / "new.office"), make="new"))
    assert (tmp_path / "new.office").exists()
    assert window.navigation.isVisible()
    window.close()


def test_a_backup_is_restored_only_after_the_question(shown: tuple[Shown, Ids], tmp_path: Path, qtbot: QtBot) -> None:
    made, ids = shown
    from planner.backups import save_backup

    saved = save_backup(made.desk.office, str(tmp_path))
    made.desk.context.run(made.desk, operations.remove_event, ids.conference)
    files = OfficeFiles(made.program)
    files.ask_restore(saved)
    question = next(child for child in made.window.children() if type(child).__name__ == "Question")
    question.reject()  # type: ignore[attr-defined]
    assert len(made.planner.read(events)) == 2
    files.ask_restore(saved)
    question = [child for child in made.window.children() if type(child).__name__ == "Question"][-1]
    with qtbot.waitSignal(made.program.opened, timeout=20_000):
        question.accept()  # type: ignore[attr-defined]
    assert made.program.desk is not None
    assert len(made.program.desk.context.planner.read(events)) == 3


def test_the_menu_offers_offices_backups_and_preferences(shown: tuple[Shown, Ids]) -> None:
    made, _ids = shown
    menu = OfficeFiles(made.program).menu(made.window)
    assert [action.text() for action in menu.actions() if not action.isSeparator()] == [
        "New office…", "Open an office…", "Open an office on a server…", "Open the sample office", "Save a backup…",
        "Restore a backup…", "Preferences…",
    ]  # fmt: skip


def test_the_state_pill_opens_by_keyboard(shown: tuple[Shown, Ids]) -> None:
    made, _ids = shown
    button = made.window.header.state_button
    button.setFocus()
    press(button, Qt.Key.Key_Space)
    menu = button.findChild(type(OfficeFiles(made.program).menu(made.window)))
    assert menu is not None
    assert menu.isVisible()
    menu.close()
