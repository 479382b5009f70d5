"""A questionnaire goes out as Word and comes back as Word or Excel; what was written arrives, in one step."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest
import xlsxwriter

from planner import questionnaires
from planner.app import Planner, open_planner
from planner.errors import ImportRefused
from planner.language.languages import known
from planner.language.questions import Question, question_of, questions
from planner.operations.events import add_event
from planner.papers import Choice, Paper, gather, word_paper
from planner.queries.events import events
from planner.queries.for_access import pass_list_data
from planner.queries.import_people import known_here
from planner.rules.kinds import EventKind, Side
from planner.rules.people_import import Outcome
from planner.rules.text import text

Filled = Mapping[str, Mapping[str, str]]  # by surname in Russian, or "" for a blank form: answers by key


@pytest.fixture
def planner(sample_template: Path, tmp_path: Path) -> Iterator[Planner]:
    path = tmp_path / "sample.office"
    shutil.copy(sample_template, path)
    opened = open_planner(str(path), author="tester")
    yield opened
    opened.close()


@pytest.fixture
def visit(planner: Planner) -> int:
    return next(row.id for row in planner.read(events) if row.kind is EventKind.VISIT)


def rows_of(file: Path) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for table in docx.Document(str(file)).tables for row in table.rows]


def fill(file: Path, filled: Filled) -> None:
    """Write answers as a guest does: into the last cell of a question's row."""
    document = docx.Document(str(file))
    whose: Mapping[str, str] = {}
    for table in document.tables:
        for row in table.rows:
            asked = next((q for cell in row.cells for line in cell.text.splitlines() if (q := question_of(line))), None)
            if asked is None:
                continue
            answer = row.cells[-1]
            if asked.key == "surname.ky":
                whose = filled.get(answer.text, {})
            if asked.key in whose:
                answer.text = whose[asked.key]
    document.save(str(file))


def as_workbook(file: Path, target: Path) -> None:
    """Copy the tables of a Word file into a workbook, as people do."""
    with xlsxwriter.Workbook(str(target)) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows_of(file)):
            for column, cell in enumerate(row):
                sheet.write_string(number, column, cell)


def sent(planner: Planner, visit: int, folder: Path, **more) -> Path:
    file = folder / "Анкета.docx"
    choice = Choice(Paper.QUESTIONNAIRE, visit, more.pop("languages", ("ru", "en")), **more)
    file.write_bytes(planner.read(word_paper, choice))
    return file


ANSWERS: Filled = {
    "Садыкова": {
        "passport": "AC7654321", "passport_expires": "01.02.2030", "diet": "халяль", "health": "ступени тяжелы",
        "position.en": "Head of the Department of Education", "passport_given": "AIGUL",
        "email": "sadykova@example.org", "arrival": "23.04, ZZ 482, 11:40",
    },
    "Осмонова": {"birth_date": "17 февраля 1981", "surname.ky": "Осмонова-Бекова"},
}  # fmt: skip


@pytest.mark.parametrize("arrangement", ["columns", "stacked"])
@pytest.mark.parametrize("languages", [("ru", "en"), ("ru", "ky"), ("ky",)])
@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_answers_arrive_from_word_and_excel(
    planner: Planner, visit: int, tmp_path: Path, kind: str, languages: tuple[str, ...], arrangement: str
) -> None:
    file = sent(planner, visit, tmp_path, languages=languages, arrangement=arrangement)
    fill(file, ANSWERS)
    if kind == "xlsx":
        as_workbook(file, tmp_path / "Анкета.xlsx")
        file = tmp_path / "Анкета.xlsx"
    answers = questionnaires.read_file(file)
    prepared = planner.read(questionnaires.prepare, visit, answers)
    changed = {line.record.names["ru"].surname: {change.field: change.new for change in line.changes}
               for line in prepared.preview.lines if line.outcome is Outcome.CHANGED and line.record}  # fmt: skip
    assert changed == {
        "Садыкова": {
            "passport": "AC7654321", "passport_expires": "2030-02-01", "diet": "халяль", "health": "ступени тяжелы",
            "position.en": "Head of the Department of Education", "email": "sadykova@example.org",
        },
        "Осмонова": {"birth_date": "1981-02-17", "name.ky": "Осмонова-Бекова Жылдыз"},
    }  # fmt: skip
    to_enter = [(one.values["who"], one.values["answer"]) for one in answers.to_enter]
    assert to_enter == [("Садыкова", "23.04, ZZ 482, 11:40")]


def test_untouched_questionnaire_changes_nothing(planner: Planner, visit: int, tmp_path: Path) -> None:
    prepared = planner.read(questionnaires.prepare, visit, questionnaires.read_file(sent(planner, visit, tmp_path)))
    assert prepared.preview.counts == (6, 0, 6, 0, 0)


def test_questionnaire_is_one_step_that_undo_takes_back(planner: Planner, visit: int, tmp_path: Path) -> None:
    file = sent(planner, visit, tmp_path)
    fill(file, ANSWERS)
    before, number = planner.read(pass_list_data, visit), planner.change_number()
    questionnaires.apply(planner, planner.read(questionnaires.prepare, visit, questionnaires.read_file(file)))
    assert planner.change_number() == number + 1
    people = planner.read(pass_list_data, visit).people
    found = {one.who.person.names["ru"].surname: one for one in people if one.who.person}
    assert (found["Садыкова"].number, found["Садыкова"].expires) == ("AC7654321", date(2030, 2, 1))
    again = planner.read(questionnaires.prepare, visit, questionnaires.read_file(file))
    assert again.preview.counts == (6, 0, 6, 0, 0)
    planner.undo()
    assert planner.read(pass_list_data, visit)._replace(event=before.event) == before


def test_blank_form_brings_somebody_new_with_the_passports_name(planner: Planner, tmp_path: Path) -> None:
    event = planner.execute(
        add_event, "visit", text(ru="Приезд"), from_day=date(2026, 9, 1), to_day=date(2026, 9, 2),
        languages=["ru", "en"], guest_languages=["ky"],
    ).result  # fmt: skip
    file = sent(planner, event, tmp_path)
    fill(file, {"": {
        "surname.ky": "Бекова", "given.ky": "Нурай", "surname.ru": "Бекова", "given.ru": "Нурай",
        "position.ru": "директор музея", "passport_surname": "BEKOVA", "passport_given": "NURAI", "country": "Киргизия",
    }})  # fmt: skip
    prepared = planner.read(questionnaires.prepare, event, questionnaires.read_file(file))
    questionnaires.apply(planner, prepared)
    (one,) = (who for who in planner.read(known_here, event, Side.GUEST).people if who.takes_part)
    assert {tag: name.full for tag, name in one.names.items()} == {
        "ky": "Бекова Нурай", "ru": "Бекова Нурай", "und-Latn": "BEKOVA NURAI",
    }  # fmt: skip
    assert (one.country, one.position["ru"]) == ("KG", "директор музея")
    (guest,) = planner.read(pass_list_data, event).people
    assert guest.passport == "BEKOVA NURAI"


@pytest.mark.parametrize("language", known())
def test_every_question_is_known_again_in_every_language(language: str) -> None:
    asked = list(questions(("ky", "en", "ru")))
    assert [question_of(one.words(language)) for one in asked] == asked


def test_words_that_are_no_question_are_none() -> None:
    assert question_of("Иманалиев") is None
    assert Question("surname", "ky").key == "surname.ky"


def test_form_asks_each_thing_once_of_each_person(planner: Planner, visit: int) -> None:
    data = planner.read(gather, Choice(Paper.QUESTIONNAIRE, visit, ("ru", "en")))
    keys = [one.key for one in questions(("ky", "en", "ru"))]
    assert (len(keys), len(data.forms)) == (len(set(keys)), 6)


# --- Files that are none of ours, or were made to do harm


def packed(folder: Path, parts: Mapping[str, bytes]) -> Path:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    file = folder / "file.docx"
    file.write_bytes(out.getvalue())
    return file


BOMB = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>'


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"word/document.xml": BOMB}, "document type"),
        ({"word/document.xml": b"<broken"}, "damaged"),
        ({"word/document.xml": b"<d/>" + b" " * 30_000_000}, "unpacks"),
        ({"other.xml": b"<d/>"}, "workbook"),
    ],
)
def test_harmful_file_is_refused_in_words(tmp_path: Path, parts: Mapping[str, bytes], said: str) -> None:
    with pytest.raises(ImportRefused, match=said):
        questionnaires.read_file(packed(tmp_path, parts))


def test_document_without_our_questions_is_refused(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Привет"
    document.save(str(tmp_path / "letter.docx"))
    with pytest.raises(ImportRefused, match="None of the questions"):
        questionnaires.read_file(tmp_path / "letter.docx")


def test_blank_questionnaire_names_nobody(planner: Planner, tmp_path: Path) -> None:
    event = planner.execute(
        add_event, "visit", text(ru="Приезд"), from_day=date(2026, 9, 1), to_day=date(2026, 9, 2), languages=["ru"]
    ).result
    with pytest.raises(ImportRefused, match="names nobody"):
        questionnaires.read_file(sent(planner, event, tmp_path))


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"plain words", b"PK\x03\x04cut short"])
def test_file_of_another_kind_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.docx").write_bytes(content)
    with pytest.raises(ImportRefused):
        questionnaires.read_file(tmp_path / "x.docx")


def test_hostile_words_stay_words(planner: Planner, visit: int, tmp_path: Path) -> None:
    file = sent(planner, visit, tmp_path)
    fill(file, {"Садыкова": {"position.ru": "=HYPERLINK(\"http://x\") <b>& ' {0}"}})
    prepared = planner.read(questionnaires.prepare, visit, questionnaires.read_file(file))
    (line,) = (one for one in prepared.preview.lines if one.outcome is Outcome.CHANGED)
    assert line.changes[0].new == "=HYPERLINK(\"http://x\") <b>& ' {0}"
