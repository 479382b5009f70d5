from __future__ import annotations

from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from planner.language.collation import sort_key
from tests.ui.keys import press
from ui.common.columns import Column
from ui.common.row_model import RowModel
from ui.common.row_table import RowTable
from ui.common.rows import RowStore


class Person(NamedTuple):
    id: int
    name: str
    post: str = ""


COLUMNS = (
    Column("name", "Name", lambda row: row.name, 200, sort=lambda row: sort_key(row.name, "ru")),
    Column("post", "Position", lambda row: row.post, 200),
)
PEOPLE = [Person(1, "Яковлев"), Person(2, "Ёлкин"), Person(3, "Абаев", "мэр"), Person(4, "Егоров"), Person(5, "Жуков")]


@pytest.fixture
def table(qtbot: QtBot) -> RowTable:
    made = RowTable(COLUMNS)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.replace_rows(PEOPLE)
    made.show()
    return made


def names(table: RowTable) -> list[str]:
    return [row.name for row in table.rows()]  # type: ignore[attr-defined]


def test_rows_sort_in_the_alphabet_and_back(table: RowTable) -> None:
    table.sort_by("name")
    up = names(table)
    table.sort_by("name", descending=True)
    down = names(table)
    table.sort_by(None)
    assert up == ["Абаев", "Егоров", "Ёлкин", "Жуков", "Яковлев"]
    assert (down, names(table)) == (up[::-1], [row.name for row in PEOPLE])


def test_heading_sorts_up_down_and_not(table: RowTable) -> None:
    seen = []
    for _click in range(3):
        table.horizontalHeader().sectionClicked.emit(0)
        seen.append(names(table)[0])
    assert seen == ["Абаев", "Яковлев", "Яковлев"]


def test_search_folds_letters_and_takes_words_in_any_order(table: RowTable) -> None:
    assert [table.search(query) for query in ("елкин", "МЭР аба", "нет", "")] == [1, 1, 0, 5]


def test_narrower_search_finds_as_much_as_a_fresh_one() -> None:
    people = [Person(n, f"Иванов {n}", "мэр" if n % 3 else "глава") for n in range(300)]
    step, fresh = RowStore(COLUMNS), RowStore(COLUMNS)
    step.replace(people)
    for query in ("и", "ив", "ив 1", "ив 12", "в 12", "12", "1", "мэр 1", ""):
        fresh = RowStore(COLUMNS)
        fresh.replace(people)
        fresh.search(query)
        step.search(query)
        assert step.shown == fresh.shown


def test_new_rows_keep_selection_and_current_row(table: RowTable) -> None:
    table.select([3, 5])
    told: list[tuple[int, ...]] = []
    table.selected.connect(told.append)
    table.replace_rows([Person(9, "Новиков"), *PEOPLE[::-1]])
    assert (set(table.selected_ids()), table.current_id(), told) == ({3, 5}, 3, [])


def test_row_that_is_gone_leaves_the_selection_and_says_so(table: RowTable) -> None:
    table.select([3, 5])
    told: list[tuple[int, ...]] = []
    table.selected.connect(told.append)
    table.replace_rows([row for row in PEOPLE if row.id != 3])
    assert (table.selected_ids(), told) == ((5,), [(5,)])


def test_new_rows_keep_the_scroll_position_at_the_same_row(table: RowTable) -> None:
    people = [Person(n, f"Иванов {n}") for n in range(1, 501)]
    table.replace_rows(people)
    table.verticalScrollBar().setValue(200 * table.verticalHeader().defaultSectionSize() + 7)
    first = table.rows()[table.rowAt(0)].id
    table.replace_rows([Person(900 + n, "Новый") for n in range(30)] + people)
    assert table.rows()[table.rowAt(0)].id == first == 201


def test_model_is_never_reset_and_keeps_its_promises(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    model = RowModel(COLUMNS)
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.change(lambda: model.store.replace(PEOPLE))
    model.change(lambda: model.store.search("ков"))
    model.change(lambda: model.store.sort_by("name"))
    model.change(lambda: model.store.search(""))
    model.change(lambda: model.store.replace(PEOPLE[1:]))
    assert (model.rowCount(), resets) == (4, [])
    qtmodeltester.check(model)


def test_folded_string_is_made_once_per_row() -> None:
    asked: list[int] = []
    store = RowStore(COLUMNS, lambda row: (asked.append(row.id), row.name.lower())[1])  # type: ignore[attr-defined]
    store.replace(PEOPLE)
    store.replace([*PEOPLE[:4], Person(5, "Жуков-Щукин")])
    store.search("аб")
    assert asked == [1, 2, 3, 4, 5, 5]


def test_keys_open_delete_and_copy(table: RowTable, qtbot: QtBot) -> None:
    table.select([3])
    opened, deleted = [], []
    table.activated_row.connect(opened.append)
    table.delete_requested.connect(deleted.append)
    press(table, Qt.Key.Key_Return)
    press(table, Qt.Key.Key_Delete)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert (opened, deleted, QGuiApplication.clipboard().text()) == ([3], [(3,)], "Абаев\tмэр")


def test_columns_take_other_words(table: RowTable) -> None:
    table.select([2])
    table.set_columns([column._replace(title="Имя") for column in COLUMNS])
    titles = [table.model().headerData(n, Qt.Orientation.Horizontal) for n in range(2)]
    assert (titles, table.selected_ids()) == (["Имя", "Имя"], (2,))


def test_widths_are_told_after_a_pause(table: RowTable, qtbot: QtBot) -> None:
    wider = table.horizontalHeader().sectionSize(0) + 30  # another width at every text size
    with qtbot.waitSignal(table.widths_changed) as told:
        table.horizontalHeader().resizeSection(0, wider)
    assert told.args[0][0] == wider


def test_markup_in_a_row_is_drawn_as_characters(table: RowTable) -> None:
    table.replace_rows([Person(1, "<h1>Иванов</h1>")])
    assert table.grab().isNull() is False
    assert table.model().data(table.model().index(0, 0)) == "<h1>Иванов</h1>"
