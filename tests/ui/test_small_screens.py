"""Every dialog and every page on the notebooks of an office: 1366x768, at usual and at large text, in two languages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from planner.queries.events import events
from planner.rules.kinds import EventKind
from tests.ui.every_dialog import DIALOGS
from tests.ui.office import Office
from tests.ui.window_office import Shown, open_in_may, show_office
from ui import theme
from ui.common.column_room import widths_in
from ui.common.columns import Column
from ui.common.fitting import FRAME, fit_to_screen, room_on_screen
from ui.common.page_stack import PageStack
from ui.common.row_table import RowTable
from ui.settings import SettingsFile
from ui.translate import set_language
from ui.window.main_window import MainWindow
from ui.window.registry import PLACES, TABS

SCREEN = QSize(1366, 768)
TASKBAR = 40
ROOM = SCREEN - FRAME - QSize(0, TASKBAR)
"""What a window may take of the screen: the rest is its frame and the system's bar."""
LOOKS = [("en", 100), ("ru", 100), ("en", 150), ("ru", 150)]
LEAST_WINDOW = QSize(1280, 700)


@pytest.fixture
def dress(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, theme.Choice.LIGHT)


def _look(language: str, percent: int) -> None:
    set_language(language)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme.apply(application, theme.Choice.LIGHT, percent)


def _fits(size: QSize, room: QSize) -> bool:
    return size.width() <= room.width() and size.height() <= room.height()


def _cut_buttons(dialog: QDialog) -> list[str]:
    """Return the buttons at the foot of a dialog that are not wholly to be seen."""
    layout = dialog.layout()
    assert layout is not None
    whole, foot = dialog.rect(), layout.itemAt(layout.count() - 1).geometry()
    buttons = [one for one in dialog.findChildren(QPushButton) if one.isVisible()]
    places = {one: QRect(one.mapTo(dialog, QPoint(0, 0)), one.size()) for one in buttons}
    at_foot = [one for one in buttons if foot.intersects(places[one])]
    assert at_foot
    return [
        one.text() for one in at_foot if not whole.contains(places[one]) or one.width() < one.minimumSizeHint().width()
    ]


@pytest.mark.parametrize(("language", "percent"), [*LOOKS, ("ru", 175)])
def test_every_dialog_fits_a_small_screen(
    qtbot: QtBot, sample: Office, tmp_path: Path, dress: None, language: str, percent: int
) -> None:
    _look(language, percent)
    parent = QWidget()
    qtbot.addWidget(parent)
    too_large: list[str] = []
    for name, make in DIALOGS.items():
        dialog = make(sample, parent, tmp_path)
        dialog.show()
        qtbot.wait(1)
        least, began = dialog.minimumSizeHint().expandedTo(dialog.minimumSize()), dialog.size()
        dialog.resize(ROOM)
        qtbot.wait(1)
        cut = _cut_buttons(dialog)
        if not (_fits(least, ROOM) and _fits(began, room_on_screen(dialog).expandedTo(least)) and not cut):
            too_large.append(f"{name}: needs {least}, begins as {began}, cut {cut}")
        dialog.close()
        dialog.deleteLater()
    assert too_large == []


@pytest.mark.parametrize(("language", "percent"), LOOKS)
def test_the_window_fits_a_small_screen_on_every_page(
    qtbot: QtBot, sample_template: Path, tmp_path: Path, dress: None, language: str, percent: int
) -> None:
    _look(language, percent)
    shutil.copy(sample_template, tmp_path / "small.office")
    planner = open_in_may(tmp_path / "small.office")
    made = show_office(planner, tmp_path, size=(ROOM.width(), ROOM.height()))
    qtbot.addWidget(made.window)
    visit = next(row.id for row in planner.read(events) if row.kind is EventKind.VISIT)
    too_large = []
    for key in (*TABS, *PLACES):
        made.desk.go(key if key in PLACES else f"tab:{key}", visit)
        qtbot.wait(1)
        least = made.window.minimumSizeHint()
        if not _fits(least, LEAST_WINDOW) or made.window.size() != ROOM:
            too_large.append(f"{key}: {least}, {made.window.size()}")
    assert too_large == []
    made.program.close()
    planner.close()


# --- The columns at the sides


def _press(qtbot: QtBot, made: Shown, key: Qt.Key) -> None:
    qtbot.keyClick(made.window, key)


def test_a_key_hides_the_left_column_and_shows_it_again(qtbot: QtBot, shown: tuple[Shown, object]) -> None:
    made, _ids = shown
    qtbot.wait(1)
    before = made.window.pages.width()
    _press(qtbot, made, Qt.Key.Key_F8)
    assert not made.window.navigation.isVisible()
    qtbot.waitUntil(lambda: made.window.pages.width() > before, timeout=2000)
    _press(qtbot, made, Qt.Key.Key_F8)
    assert made.window.navigation.isVisible()
    qtbot.waitUntil(lambda: made.window.pages.width() == before, timeout=2000)


def test_a_button_hides_what_is_chosen_until_it_is_wanted_again(qtbot: QtBot, shown: tuple[Shown, object]) -> None:
    made, _ids = shown
    button = made.window.sides.buttons["right"]
    assert (made.window.inspectors.isVisible(), button.accessibleName()) == (True, "Hide what is chosen (F9)")
    button.click()
    assert (made.window.inspectors.isVisible(), button.accessibleName()) == (False, "Show what is chosen (F9)")
    made.desk.go("tab:programme", made.desk.event_id)
    assert not made.window.inspectors.isVisible()
    button.click()
    assert made.window.inspectors.isVisible()


def test_a_hidden_column_is_hidden_at_the_next_start(
    qtbot: QtBot, shown: tuple[Shown, object], tmp_path: Path
) -> None:
    made, _ids = shown
    _press(qtbot, made, Qt.Key.Key_F9)
    again = MainWindow(SettingsFile(tmp_path / "settings.json"))
    qtbot.addWidget(again)
    again.show()
    assert (again.inspectors.isVisible(), again.navigation.isVisible()) == (False, True)


def test_the_keys_leave_a_column_that_is_hidden_with_the_page(qtbot: QtBot, shown: tuple[Shown, object]) -> None:
    made, _ids = shown
    made.window.activateWindow()
    made.window.navigation.list.setFocus()
    _press(qtbot, made, Qt.Key.Key_F8)
    focused = made.window.focusWidget()
    assert focused is not None
    assert made.window.pages.isAncestorOf(focused)


# --- Columns of a table

COLUMNS = [
    Column("day", "", str, 100),
    Column("author", "", str, 120, least=60, spare=1),
    Column("words", "", str, 200, least=100),
]


@pytest.mark.parametrize(
    ("room", "widths"),
    [(620, {0: 100, 1: 120, 2: 400}), (420, {0: 100, 1: 120, 2: 200}), (340, {0: 100, 1: 90, 2: 150}),
     (260, {0: 100, 1: 60, 2: 100}), (250, {0: 100, 2: 150}), (150, {0: 100, 2: 100})],
)  # fmt: skip
def test_columns_shrink_before_one_is_left_out(dressed: None, room: int, widths: dict[int, int]) -> None:
    assert widths_in(room, COLUMNS) == widths


def test_a_column_hidden_by_the_page_has_no_room(dressed: None) -> None:
    assert widths_in(420, COLUMNS, {1}) == {0: 100, 2: 320}


def test_a_fitting_table_leaves_a_column_out_and_takes_it_back(qtbot: QtBot, dressed: None) -> None:
    table = RowTable(COLUMNS, fitting=True)
    qtbot.addWidget(table)
    table.resize(260, 200)
    table.show()
    narrow = [table.isColumnHidden(place) for place in range(3)]
    table.resize(600, 200)
    assert (narrow, [table.isColumnHidden(place) for place in range(3)]) == ([False, True, False], [False] * 3)


# --- A dialog and its body


def _dialog(qtbot: QtBot, height: int) -> tuple[QDialog, QWidget]:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    body = QWidget(dialog)
    body.setFixedHeight(height)
    column, foot = QVBoxLayout(), QVBoxLayout()
    column.addWidget(body)
    foot.addWidget(QPushButton("Close", dialog))
    fit_to_screen(dialog, column, foot)
    return dialog, body


def test_a_dialog_is_never_higher_than_its_screen(qtbot: QtBot, dressed: None) -> None:
    dialog, _body = _dialog(qtbot, 3000)
    dialog.show()
    assert dialog.height() == room_on_screen(dialog).height()


def test_a_dialog_grows_with_its_body(qtbot: QtBot, dressed: None) -> None:
    dialog, body = _dialog(qtbot, 200)
    dialog.show()
    before = dialog.height()
    body.setFixedHeight(300)
    qtbot.waitUntil(lambda: dialog.height() == before + 100, timeout=2000)


def test_a_stack_asks_for_the_room_of_the_page_shown_alone(qtbot: QtBot, dressed: None) -> None:
    stack = PageStack()
    qtbot.addWidget(stack)
    pages = [QWidget(), QWidget()]
    for page, height in zip(pages, (50, 500), strict=True):
        page.setFixedHeight(height)
        stack.addWidget(page)
    first = stack.minimumSizeHint().height()
    stack.setCurrentIndex(1)
    assert (first, stack.minimumSizeHint().height(), stack.currentWidget()) == (50, 500, pages[1])


def test_a_stack_shows_another_page_where_the_one_shown_is_taken_away(qtbot: QtBot, dressed: None) -> None:
    stack = PageStack()
    qtbot.addWidget(stack)
    first, second = QWidget(), QWidget()
    for page in (first, second):
        stack.addWidget(page)
    stack.setCurrentWidget(second)
    stack.removeWidget(second)
    assert (stack.currentWidget(), stack.count(), stack.currentIndex()) == (first, 1, 0)
    second.deleteLater()
