"""Next week's list in the import's preview: other spellings and who is not in it, answered by keys, one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from planner.queries.delegations import delegations as read_delegations
from tests.ui.keys import LEFT, press
from tests.ui.office import Office, Visit, add_visit
from ui.delegations.import_people import ImportDialog
from ui.delegations.import_preview import News

FIRST = """ФИО;Должность
Кабаев Азамат;советник
Осмонова Жылдыз;директор дома культуры
Токтогулов Бакыт;переводчик
"""
SECOND = """ФИО;Должность
Кабаев Азамат;заместитель мэра
Османова Жылдыз;директор дома культуры
Эсенов Тимур;водитель
"""


@pytest.fixture
def visit(office: Office) -> Visit:
    return add_visit(office)


def opened(qtbot, office: Office, visit: Visit, folder: Path, words: str) -> ImportDialog:
    path = folder / "list.csv"
    path.write_text(words, encoding="utf-8")
    dialog = ImportDialog(office.context, visit.event, visit.guests)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.take_file(str(path))
    dialog.check()
    return dialog


@pytest.fixture
def second(qtbot, office: Office, visit: Visit, tmp_path: Path) -> ImportDialog:
    opened(qtbot, office, visit, tmp_path, FIRST).apply()
    return opened(qtbot, office, visit, tmp_path, SECOND)


def guests(office: Office, visit: Visit) -> dict[str, str]:
    row = next(row for row in office.read(read_delegations, visit.event) if row.id == visit.guests)
    return {member.names["ru"].surname: member.state for member in row.members}


def kinds(dialog: ImportDialog) -> list[tuple[str, str]]:
    return [(row.name, str(row.outcome)) for row in dialog.preview.rows()]


def answer(dialog: ImportDialog, kind: News, steps: int) -> None:
    """Choose all rows of a kind and take the answer so many steps to the right."""
    dialog.preview.show_kind(kind)
    dialog.preview.table.select([row.id for row in dialog.preview.table.rows()])
    for _ in range(steps):
        press(dialog.preview.answers.choices, Qt.Key.Key_Right)


def test_first_list_has_no_list_before_it(qtbot, office: Office, visit: Visit, tmp_path: Path) -> None:
    dialog = opened(qtbot, office, visit, tmp_path, FIRST)
    assert dialog.preview.since.isHidden()
    assert [row.outcome for row in dialog.preview.rows() if isinstance(row.outcome, News)] == []


def test_second_list_tells_what_changed_since_the_first(second: ImportDialog) -> None:
    assert kinds(second) == [
        ("Кабаев Азамат", "changed"), ("Османова Жылдыз", "spelling"), ("Эсенов Тимур", "new"),
        ("Токтогулов Бакыт", "gone"),
    ]  # fmt: skip
    assert second.preview.since.text() == (
        "Since the list of 2 May 2024 (list.csv): 1 added, 1 not in this list, 1 with another post, "
        "1 in another spelling."
    )
    assert second.preview.rows()[1].what.startswith("perhaps Осмонова Жылдыз: a letter or two differ")


def test_nobody_is_removed_and_nobody_merged_without_an_answer(
    second: ImportDialog, office: Office, visit: Visit
) -> None:
    QTest.mouseClick(second.apply_button, LEFT)
    assert {"Осмонова", "Османова", "Токтогулов", "Эсенов"} <= guests(office, visit).keys()


def test_answers_are_one_step_and_one_undo(second: ImportDialog, office: Office, visit: Visit) -> None:
    before = guests(office, visit)
    answer(second, News.SPELLING, 1)
    answer(second, News.GONE, 1)
    assert second.preview.answers.answer_word(second.preview.rows()[1].id) == "Same person, new spelling"
    QTest.mouseClick(second.apply_button, LEFT)
    after = guests(office, visit)
    assert after["Токтогулов"] == "declined"
    assert ("Османова" in after, "Осмонова" in after) == (True, False)
    office.undo()
    assert guests(office, visit) == before


def test_who_is_not_in_the_list_can_be_taken_off(second: ImportDialog, office: Office, visit: Visit) -> None:
    answer(second, News.GONE, 2)
    QTest.mouseClick(second.apply_button, LEFT)
    assert "Токтогулов" not in guests(office, visit)


def test_somebody_else_is_remembered_as_another_person(second: ImportDialog, office: Office, visit: Visit) -> None:
    from planner.queries.duplicates import duplicates

    answer(second, News.SPELLING, 3)
    QTest.mouseClick(second.apply_button, LEFT)
    assert {"Осмонова", "Османова"} <= guests(office, visit).keys()
    assert office.read(duplicates, office.context.today()) == ()
