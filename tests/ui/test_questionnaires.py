"""Questionnaires in the delegations: sent as Word and PDF, read back with a preview, one step to apply."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.language.questions import question_of
from planner.papers import Choice, Paper, word_paper
from planner.queries.events import events
from planner.queries.import_people import known_here
from planner.rules.kinds import EventKind, Side
from planner.rules.people_import import Outcome
from tests.ui.keys import LEFT, press
from tests.ui.office import Office, open_office
from ui.common.menu_button import MenuButton
from ui.delegations.files import can_take
from ui.delegations.import_people import ImportDialog
from ui.delegations.lines import read_board
from ui.delegations.page import DelegationsPage
from ui.delegations.questionnaire_reading import PREVIEW, SOURCE, QuestionnaireDialog
from ui.delegations.questionnaire_sending import FORMS, SendQuestionnaireDialog

ANSWERS = {
    "Садыкова": {"passport": "AC7654321", "position.en": "Head of Schools", "arrival": "23.04, ZZ 482"},
    "Осмонова": {"diet": "халяль"},
}


def visit(office: Office) -> int:
    return next(row.id for row in office.read(events) if row.kind is EventKind.VISIT)


def board(office: Office):
    return office.read(read_board, visit(office))


def sent(office: Office, folder: Path, *, fill: bool = True) -> Path:
    """Make the questionnaire of the guests and fill it in as they do, into the last cell of a row."""
    file = folder / "Анкета.docx"
    file.write_bytes(office.read(word_paper, Choice(Paper.QUESTIONNAIRE, visit(office), ("ru", "en"))))
    document = docx.Document(str(file))
    whose: dict[str, str] = {}
    for table in document.tables if fill else ():
        for row in table.rows:
            asked = next((q for cell in row.cells for line in cell.text.splitlines() if (q := question_of(line))), None)
            if asked is None:
                continue
            if asked.key == "surname.ky":
                whose = ANSWERS.get(row.cells[-1].text, {})
            if asked.key in whose:
                row.cells[-1].text = whose[asked.key]
    document.save(str(file))
    return file


@pytest.fixture
def reading(qtbot: QtBot, sample: Office) -> QuestionnaireDialog:
    dialog = QuestionnaireDialog(sample.context, board(sample))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def sending(qtbot: QtBot, sample: Office) -> SendQuestionnaireDialog:
    dialog = SendQuestionnaireDialog(sample.context, board(sample))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


@pytest.fixture
def page(qtbot: QtBot, sample: Office) -> DelegationsPage:
    page = DelegationsPage(sample.context)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.set_event(visit(sample))
    page.show()
    return page


def passports(office: Office) -> dict[str, str]:
    people = office.read(known_here, visit(office), Side.GUEST).people
    return {one.names["ru"].surname: (one.private or {}).get("passport", "") for one in people if "ru" in one.names}


# --- Sending


def test_questionnaire_leads_with_the_guests_language_and_has_ours_beside_it(sending: SendQuestionnaireDialog) -> None:
    choice = sending.choice()
    event = sending._board.event
    assert (choice.paper, choice.copy_for, choice.languages) == (
        Paper.QUESTIONNAIRE, Side.GUEST, (event.guest_languages[0], event.host_languages[0]),
    )  # fmt: skip
    assert choice.delegation_id == next(row.id for row in sending._board.delegations if row.side is Side.GUEST)


def test_questionnaire_is_saved_as_word_and_pdf(sending: SendQuestionnaireDialog, tmp_path: Path) -> None:
    assert sending.forms.value() == FORMS[1]
    sending.save(tmp_path / "Анкета г. Манаса.docx")
    files = sorted(tmp_path.glob("Анкета*"))
    assert [(file.name, file.read_bytes()[:4]) for file in files] == [
        ("Анкета г. Манаса.docx", b"PK\x03\x04"), ("Анкета г. Манаса.pdf", b"%PDF"),
    ]  # fmt: skip


def test_one_form_is_saved_where_it_was_asked_for(sending: SendQuestionnaireDialog, tmp_path: Path) -> None:
    sending.forms.setFocus()
    press(sending.forms, Qt.Key.Key_Left)
    assert sending.forms.value() == FORMS[0]
    sending.save(tmp_path / "form.docx")
    assert [file.name for file in tmp_path.glob("form*")] == ["form.docx"]


def test_language_chosen_twice_stands_once(sending: SendQuestionnaireDialog) -> None:
    sending.second.set_value(sending.first.value())
    sending.second.edited.emit(sending.first.value())
    assert (sending.second.value(), len(sending.choice().languages)) == ("", 1)


def test_refusal_to_write_is_said_in_words(sending: SendQuestionnaireDialog, tmp_path: Path) -> None:
    sending.save(tmp_path / "nowhere" / "form.docx")
    assert sending.messages.isVisible()
    assert sending.save_button.isEnabled()


def test_mail_program_gets_both_files(
    sending: SendQuestionnaireDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "xdg-email"
    program.write_text(f'#!/bin/sh\nfor one in "$@"; do printf "%s\\n" "$one"; done > "{tmp_path}/said"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    sending.mail()
    said = (tmp_path / "said").read_text(encoding="utf-8").splitlines()
    attached = [said[place + 1] for place, word in enumerate(said) if word == "--attach"]
    assert ([Path(one).suffix for one in attached], said[0]) == ([".docx", ".pdf"], "--subject")
    assert all(Path(one).exists() for one in attached)
    for one in attached:
        Path(one).unlink()


# --- Reading


def test_preview_tells_what_each_form_would_do(reading: QuestionnaireDialog, sample: Office, tmp_path: Path) -> None:
    assert reading.stack.currentIndex() == SOURCE
    assert reading.into.value() == next(row.id for row in board(sample).delegations if row.side is Side.GUEST)
    reading.take_file(str(sent(sample, tmp_path)))
    assert reading.stack.currentIndex() == PREVIEW
    told = {row.name.split()[0]: (row.outcome, row.what) for row in reading.preview.rows()}
    assert told["Садыкова"] == (
        Outcome.CHANGED,
        "Position — English: Head of the Education Department → Head of Schools; Passport number (private): changed",
    )
    assert told["Осмонова"] == (Outcome.CHANGED, "Diet (private): added")
    assert sorted({outcome for outcome, _ in told.values()}) == [Outcome.CHANGED, Outcome.SAME]


def test_answers_no_register_takes_are_left_to_a_person(
    reading: QuestionnaireDialog, sample: Office, tmp_path: Path
) -> None:
    reading.take_file(str(sent(sample, tmp_path)))
    assert [row.text for row in reading.to_enter.findings()] == ["Садыкова: Прибытие: дата, рейс, время: 23.04, ZZ 482"]


def test_nothing_is_written_before_apply_and_undo_takes_all_of_it_back(
    reading: QuestionnaireDialog, sample: Office, tmp_path: Path
) -> None:
    before, number = passports(sample), sample.planner.change_number()
    reading.take_file(str(sent(sample, tmp_path)))
    assert sample.planner.change_number() == number
    assert reading.apply_button.text() == "Apply 2 forms"
    QTest.mouseClick(reading.apply_button, LEFT)
    assert (sample.planner.change_number(), reading.isVisible()) == (number + 1, False)
    assert passports(sample) == {**before, "Садыкова": "AC7654321"}
    sample.undo()
    assert passports(sample) == before


def test_untouched_questionnaire_has_nothing_to_apply(
    reading: QuestionnaireDialog, sample: Office, tmp_path: Path
) -> None:
    reading.take_file(str(sent(sample, tmp_path, fill=False)))
    assert (reading.apply_button.isEnabled(), reading.step.text()) == (
        False, "Анкета.docx: 6 forms, nothing in them is new.",
    )  # fmt: skip


def test_file_that_is_none_is_refused_in_words(reading: QuestionnaireDialog, tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_text("a letter")
    reading.take_file(str(tmp_path / "letter.docx"))
    assert (reading.stack.currentIndex(), reading.messages.isVisible()) == (SOURCE, True)


def test_read_only_office_shows_the_preview_and_writes_nothing(qtbot: QtBot, sample: Office, tmp_path: Path) -> None:
    file = sent(sample, tmp_path)
    sample.planner.close()
    office = open_office(tmp_path, read_only=True)
    dialog = QuestionnaireDialog(office.context, board(office))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.take_file(str(file))
    assert (dialog.stack.currentIndex(), dialog.apply_button.isEnabled()) == (PREVIEW, False)
    office.planner.close()


def test_escape_closes_without_a_change(reading: QuestionnaireDialog, sample: Office, tmp_path: Path) -> None:
    number = sample.planner.change_number()
    reading.take_file(str(sent(sample, tmp_path)))
    press(reading, Qt.Key.Key_Escape)
    assert (reading.isVisible(), sample.planner.change_number()) == (False, number)


# --- From the page


def drop(widget: DelegationsPage, path: Path) -> bool:
    """Drag a file onto a page and let go; tell whether the page took it."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    enter = QDragEnterEvent(QPoint(20, 20), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    let_go = QDropEvent(QPointF(20, 20), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, let_go)
    return True


def test_questionnaire_dropped_on_the_page_is_shown(page: DelegationsPage, sample: Office, tmp_path: Path) -> None:
    assert drop(page, sent(sample, tmp_path))
    dialog = page.files.dialog
    assert isinstance(dialog, QuestionnaireDialog)
    assert dialog.stack.currentIndex() == PREVIEW
    dialog.reject()


def test_list_dropped_on_the_page_is_imported_as_a_list(page: DelegationsPage, tmp_path: Path) -> None:
    (tmp_path / "guests.csv").write_text("ФИО;Должность\nКабаев Азамат;мэр\n", encoding="utf-8")
    assert drop(page, tmp_path / "guests.csv")
    assert isinstance(page.files.dialog, ImportDialog)
    page.files.dialog.reject()


def test_file_of_another_kind_is_not_taken(page: DelegationsPage, tmp_path: Path) -> None:
    assert (drop(page, tmp_path / "photo.jpg"), can_take([])) == (False, False)


def test_workbook_that_is_no_questionnaire_can_be_read_as_a_list(page: DelegationsPage, tmp_path: Path) -> None:
    import xlsxwriter

    with xlsxwriter.Workbook(str(tmp_path / "list.xlsx")) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate((("ФИО", "Должность"), ("Кабаев Азамат", "мэр"))):
            for column, cell in enumerate(cells):
                sheet.write_string(row, column, cell)
    assert drop(page, tmp_path / "list.xlsx")
    dialog = page.files.dialog
    assert isinstance(dialog, QuestionnaireDialog)
    dialog._hand_over(str(tmp_path / "list.xlsx"))
    assert isinstance(page.files.dialog, ImportDialog)
    page.files.dialog.reject()


def test_menu_of_the_page_opens_both_dialogs(page: DelegationsPage) -> None:
    menu: MenuButton = page.bar.questionnaire
    send, read = menu.menu().actions()
    assert (send.text(), read.text()) == ("Send a questionnaire…", "Read a filled questionnaire…")
    send.trigger()
    assert isinstance(page.files.dialog, SendQuestionnaireDialog)
    page.files.dialog.reject()
    read.trigger()
    assert isinstance(page.files.dialog, QuestionnaireDialog)
    page.files.dialog.reject()
