"""Importing a list: columns guessed and corrected, a preview by line, one step to apply, and the rejected rows."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from planner.exchange.mapping import FieldSpec
from planner.queries.delegations import delegations as read_delegations
from planner.rules.people_import import Outcome
from planner.rules.person_record import PersonField
from tests.ui.keys import LEFT, press
from tests.ui.office import Office, Visit, add_visit
from ui.delegations.import_people import ImportDialog, Into
from ui.delegations.import_shell import COLUMNS, PREVIEW, SOURCE
from ui.delegations.page import DelegationsPage

LIST = """ФИО;Должность;Full name;Чин
Кабаев Азамат;должность Кабаев;Azamat Kabaev;
Садыкова Айгуль;новая должность;Aigul Sadykova;
Осмонова Жылдыз;директор дома культуры;Zhyldyz Osmonova;
;;;
"""
REJECTED = "Кабаев Азамат;должность;Azamat Kabaev;;лишнее\n"


@pytest.fixture
def visit(office: Office) -> Visit:
    return add_visit(office)


@pytest.fixture
def dialog(qtbot, office: Office, visit: Visit) -> ImportDialog:
    dialog = ImportDialog(office.context, visit.event)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "guests.csv"
    path.write_text(LIST + REJECTED, encoding="utf-8")
    return path


def guests(office: Office, visit: Visit) -> list[str]:
    row = next(row for row in office.read(read_delegations, visit.event) if row.id == visit.guests)
    return sorted(member.names["ru"].surname for member in row.members)


def test_file_is_read_and_its_columns_are_guessed(dialog: ImportDialog, listed: Path) -> None:
    dialog.take_file(str(listed))
    assert dialog.stack.currentIndex() == COLUMNS
    full_name = PersonField.FULL_NAME
    assert dialog.columns.mapping().columns[:3] == (
        FieldSpec(full_name, "ru"), FieldSpec(PersonField.POSITION), FieldSpec(full_name, "en"),
    ) or dialog.columns.mapping().columns[:3] == (
        FieldSpec(full_name, "ru"), FieldSpec(PersonField.POSITION, "ru"), FieldSpec(full_name, "en"),
    )  # fmt: skip


def test_preview_tells_of_every_line_what_it_would_do(dialog: ImportDialog, listed: Path) -> None:
    dialog.take_file(str(listed))
    QTest.mouseClick(dialog.check_button, LEFT)
    assert dialog.stack.currentIndex() == PREVIEW
    outcomes = [row.outcome for row in dialog.preview.rows()]
    assert outcomes == [Outcome.SAME, Outcome.CHANGED, Outcome.NEW, Outcome.REJECTED]
    changed = dialog.preview.rows()[1]
    assert "должность Садыкова → новая должность" in changed.what


def test_segment_shows_the_lines_of_one_outcome(dialog: ImportDialog, listed: Path) -> None:
    dialog.take_file(str(listed))
    dialog.check()
    dialog.preview.kinds.setFocus()
    press(dialog.preview.kinds, Qt.Key.Key_Right)
    assert [row.name for row in dialog.preview.table.rows()] == ["Осмонова Жылдыз"]


def test_import_is_one_step_that_can_be_undone(
    dialog: ImportDialog, listed: Path, office: Office, visit: Visit
) -> None:
    before = guests(office, visit)
    dialog.take_file(str(listed))
    dialog.check()
    QTest.mouseClick(dialog.apply_button, LEFT)
    assert guests(office, visit) == sorted([*before, "Осмонова"])
    assert dialog.isHidden()
    office.undo()
    assert guests(office, visit) == before


def test_import_a_second_time_finds_everybody_the_same(
    dialog: ImportDialog, listed: Path, office: Office, visit: Visit, qtbot
) -> None:
    dialog.take_file(str(listed))
    dialog.check()
    dialog.apply()
    again = ImportDialog(office.context, visit.event)
    qtbot.addWidget(again)
    again.show()
    again.take_file(str(listed))
    assert again.remembered.isVisible()
    again.check()
    assert again.prepared.preview.counts[1:] == (0, 3, 0, 1)
    assert not again.apply_button.isEnabled()


def test_column_chosen_by_hand_takes_the_field_from_the_other(dialog: ImportDialog, listed: Path) -> None:
    dialog.take_file(str(listed))
    spec = dialog.columns.mapping().columns[0]
    dialog.columns.set_column(3, spec)
    assert (dialog.columns.mapping().columns[0], dialog.columns.mapping().columns[3]) == (None, spec)


def test_list_without_names_cannot_be_checked(dialog: ImportDialog, listed: Path) -> None:
    dialog.take_file(str(listed))
    for column in range(4):
        dialog.columns.set_column(column, None)
    assert not dialog.check_button.isEnabled()
    assert dialog.step.text() == "Step 2 of 3: say which column holds the names."


def test_table_copied_in_word_is_pasted_by_ctrl_v(dialog: ImportDialog, office: Office, visit: Visit) -> None:
    html = "<table><tr><td>ФИО</td><td>Должность</td></tr><tr><td>Орлова Анна</td><td>эксперт</td></tr></table>"
    data = QMimeData()
    data.setHtml(html)
    QApplication.clipboard().setMimeData(data)
    press(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    dialog.check()
    assert [row.name for row in dialog.preview.rows()] == ["Орлова Анна"]


def test_file_dropped_on_the_dialog_is_read(dialog: ImportDialog, listed: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(listed))])
    button = Qt.MouseButton.LeftButton
    dialog.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, button, Qt.KeyboardModifier.NoModifier))
    assert dialog.stack.currentIndex() == COLUMNS


def test_file_that_is_no_table_is_refused_in_words(dialog: ImportDialog, tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    dialog.take_file(str(empty))
    assert dialog.stack.currentIndex() == SOURCE
    assert dialog.messages.messages()["error"].text.startswith("The file empty.csv is empty.")


def test_rejected_rows_are_saved_with_their_reason(dialog: ImportDialog, listed: Path, tmp_path: Path) -> None:
    dialog.take_file(str(listed))
    dialog.check()
    assert dialog.save_button.isVisible()
    target = tmp_path / "rejected.csv"
    dialog.write_rejected(str(target))
    lines = target.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].endswith("Line,Reason")
    assert len(lines) == 2


def test_delegation_column_makes_delegations_of_its_own(dialog: ImportDialog, office: Office, visit: Visit) -> None:
    dialog.take_clipboard("", "ФИО\tДелегация\nОрлова Анна\tОш\nПетров Иван\tБишкек\n")
    assert dialog.into.value() == Into(
        next(row.side for row in office.read(read_delegations, visit.event) if row.id == visit.guests)
    )
    dialog.check()
    dialog.apply()
    names = {row.name.first() for row in office.read(read_delegations, visit.event)}
    assert {"Ош", "Бишкек"} <= names


def test_escape_closes_without_a_change(dialog: ImportDialog, listed: Path, office: Office) -> None:
    number = office.planner.change_number()
    dialog.take_file(str(listed))
    press(dialog, Qt.Key.Key_Escape)
    assert (dialog.isHidden(), office.planner.change_number()) == (True, number)


def test_page_opens_the_import_with_what_was_copied(qtbot, office: Office, visit: Visit) -> None:
    page = DelegationsPage(office.context)
    qtbot.addWidget(page)
    page.set_event(visit.event)
    page.show()
    QApplication.clipboard().setText("ФИО\tДолжность\nОрлова Анна\tэксперт\n")
    QTest.mouseClick(page.bar.paste_button, LEFT)
    dialog = page.findChild(ImportDialog)
    assert dialog.stack.currentIndex() == COLUMNS
    dialog.close()


def test_reading_runs_beside_the_window_and_can_be_cancelled(
    qtbot, tmp_path: Path, office: Office, visit: Visit
) -> None:
    import xlsxwriter

    from ui.context import Context
    from ui.tasks import Tasks

    path = tmp_path / "guests.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate([("ФИО", "Должность"), *((f"Орлова Анна{n}", "эксперт") for n in range(50))]):
            sheet.write_row(row, 0, cells)
    tasks = Tasks()
    context = Context(office.planner, tasks, office.context.settings)
    dialog = ImportDialog(context, visit.event)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.take_file(str(path))
    assert dialog.step.text() == "Reading the list…"
    QTest.mouseClick(dialog.cancel_button, LEFT)
    assert (dialog.isVisible(), dialog.stack.currentIndex()) == (True, SOURCE)
    dialog.take_file(str(path))
    qtbot.waitUntil(lambda: dialog.stack.currentIndex() == COLUMNS, timeout=15_000)
    dialog.check()
    qtbot.waitUntil(lambda: dialog.stack.currentIndex() == PREVIEW, timeout=15_000)
    dialog.apply()
    qtbot.waitUntil(dialog.isHidden, timeout=15_000)
    assert len(guests(office, visit)) == 54
    tasks.close()
