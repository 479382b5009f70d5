"""Workbooks: what is read of honest ones, and that harmful ones are refused in words, quickly."""

from __future__ import annotations

import time
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from planner.errors import ImportRefused
from planner.exchange import reading
from planner.exchange.reading import read_file, read_table
from planner.exchange.tables import MAX_BYTES
from planner.exchange.workbook_guard import DAMAGED, ERROR_VALUE, HAS_DOCUMENT_TYPE, NO_VALUE, TOO_BIG_UNPACKED
from planner.exchange.xlsx_table import read_workbook
from tests.exchange.workbooks import RELATIONS, of_rows, package, sheet, written

ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
NAME = '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'


def lines(data: bytes) -> list[tuple[int, list[str]]]:
    return [(row.line, list(row.cells)) for row in read_workbook(data).rows]


def test_cells_are_read_as_a_person_reads_them() -> None:
    def fill(people: Any, workbook: Any) -> None:
        day = workbook.add_format({"num_format": "dd.mm.yyyy"})
        people.write_row(2, 1, ["Иванов", 79991234567, 0.5, True])
        people.write_datetime(3, 1, date(1960, 5, 2), day)
        people.write_datetime(4, 1, datetime(1960, 5, 2, 9, 30), day)  # noqa: DTZ001 - a sheet knows no zones
        people.write_string(5, 1, "=1+1")

    assert lines(written(fill)) == [
        (3, ["Иванов", "79991234567", "0.5", "TRUE"]),
        (4, ["1960-05-02", "", "", ""]),
        (5, ["1960-05-02 09:30:00", "", "", ""]),
        (6, ["=1+1", "", "", ""]),
    ]


def test_days_counted_from_1904_are_the_same_days() -> None:
    def fill(people: Any, workbook: Any) -> None:
        people.write_datetime(0, 0, date(2026, 4, 9), workbook.add_format({"num_format": "yyyy-mm-dd"}))

    assert lines(written(fill, options={"date_1904": True})) == [(1, ["2026-04-09"])]


def test_cell_without_a_value_is_a_problem_and_not_nothing() -> None:
    def fill(people: Any, _: Any) -> None:
        people.write(0, 0, "Name")
        people.write_formula(1, 0, "=A9", None, "")
        people.write_formula(2, 0, "=A9", None, "#REF!")
        people.write_formula(3, 0, '=""', None, "text")

    table = read_workbook(written(fill))
    assert [(p.line, p.message, dict(p.values), p.fatal) for p in table.problems] == [
        (2, NO_VALUE, {"cell": "A2"}, False),
        (3, ERROR_VALUE, {"cell": "A3"}, False),
    ]
    assert [row.line for row in table.rows] == [1, 4]


def test_cell_merged_downwards_is_repeated_and_one_across_is_a_heading() -> None:
    def fill(people: Any, _: Any) -> None:
        people.write_row(0, 0, ["ФИО", "Должность", "Организация"])
        people.merge_range(1, 0, 1, 2, "С киргизской стороны")
        people.write_row(2, 0, ["Кабаев Азамат", "мэр"])
        people.write_row(3, 0, ["Батаева Назгуль", "советник"])
        people.merge_range(2, 2, 3, 2, "Мэрия Бишкека")

    table = read_workbook(written(fill))
    assert [(row.line, list(row.cells), row.spans) for row in table.rows[1:]] == [
        (2, ["С киргизской стороны", "", ""], True),
        (3, ["Кабаев Азамат", "мэр", "Мэрия Бишкека"], False),
        (4, ["Батаева Назгуль", "советник", "Мэрия Бишкека"], False),
    ]


def test_first_visible_sheet_with_text_is_read_and_the_others_named(tmp_path: Path) -> None:
    def fill(people: Any, workbook: Any) -> None:
        workbook.add_worksheet("Empty")
        workbook.add_worksheet("Hidden").hide()
        workbook.add_worksheet("List").write(0, 0, "ФИО")

    table = read_workbook(written(fill))
    assert [list(row.cells) for row in table.rows] == [["ФИО"]]
    assert [str(problem) for problem in table.problems] == [
        "Only the sheet List was read. The workbook also has: People, Empty."
    ]
    with pytest.raises(ImportRefused, match="The workbook has no sheet") as refusal:
        read_workbook(written(fill), sheet="Лист1")
    assert refusal.value.values == {"sheet": "Лист1", "sheets": "People, Empty, Hidden, List"}


def _bomb(zeros: int) -> bytes:
    return package(parts={"xl/sharedStrings.xml": b"<sst><si><t>" + b" " * zeros + b"</t></si></sst>"})


def _false_size() -> bytes:
    data = bytearray(_bomb(3_000_000))
    directory = data.rindex(b"xl/sharedStrings.xml") - 46  # the entry in the central directory
    data[directory + 24 : directory + 28] = (1_000).to_bytes(4, "little")
    return bytes(data)


def _many_parts() -> bytes:
    return package(parts={f"xl/media/{number}.png": b"x" for number in range(2_100)})


HARMFUL = {
    "bomb": (_bomb(90_000_000), TOO_BIG_UNPACKED),
    "bomb beyond the sum": (_bomb(300_000_000), TOO_BIG_UNPACKED),
    "false size": (_false_size(), DAMAGED),
    "many parts": (_many_parts(), TOO_BIG_UNPACKED),
    "entities": (package(parts={"xl/worksheets/sheet1.xml": sheet(NAME, before=ENTITIES)}), HAS_DOCUMENT_TYPE),
    "entities in UTF-16": (
        package(parts={"xl/worksheets/sheet1.xml": sheet(NAME, before=ENTITIES).encode("utf-16")}),
        HAS_DOCUMENT_TYPE,
    ),
    "outside entity": (package(parts={"xl/sharedStrings.xml": f"{OUTSIDE}<sst/>"}), HAS_DOCUMENT_TYPE),
    "document type in the relations": (
        package(parts={"xl/_rels/workbook.xml.rels": RELATIONS.replace("?>", f"?>{OUTSIDE}", 1)}),
        HAS_DOCUMENT_TYPE,
    ),
    "cut off": (of_rows([["Name"]])[:-200], DAMAGED),
    "no workbook": (b"PK\x03\x04" + b"\0" * 500, DAMAGED),
    "old and broken": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5_000, DAMAGED),
}


@pytest.mark.parametrize("kind", HARMFUL)
def test_harmful_workbook_is_refused_in_words(kind: str, tmp_path: Path) -> None:
    data, sentence = HARMFUL[kind]
    file = tmp_path / "people.xlsx"
    file.write_bytes(data)
    start = time.monotonic()
    with pytest.raises(ImportRefused) as refusal:
        read_file(file)
    assert refusal.value.message == sentence
    assert time.monotonic() - start < reading.SECONDS


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("XFD1048576", "This table has more than 20000 rows. Divide it into several files."),
        ("A20002", "This table has more than 20000 rows. Divide it into several files."),
        ("GS1", "This table has more than 200 columns. Delete the columns that are not needed."),
    ],
)
def test_cell_far_away_is_refused_before_anything_is_made_for_it(cell: str, sentence: str) -> None:
    row = "".join(filter(str.isdigit, cell))
    with pytest.raises(ImportRefused) as refusal:
        read_workbook(package(f'{NAME}<row r="{row}"><c r="{cell}"><v>1</v></c></row>'))
    assert str(refusal.value) == sentence


def test_formatted_cell_far_away_is_no_content() -> None:
    far = '<row r="1048576"><c r="XFD1048576" s="1"/></row>'
    assert lines(package(NAME + far)) == [(1, ["Name"])]


def test_cells_without_places_are_counted() -> None:
    rows = "<row><c><v>1</v></c></row>" * 20_002
    with pytest.raises(ImportRefused):
        read_workbook(package(rows))


def test_document_of_word_is_told_from_a_workbook(tmp_path: Path) -> None:
    import zipfile

    file = tmp_path / "list.docx"
    with zipfile.ZipFile(file, "w") as document:
        document.writestr("word/document.xml", "<w/>")
    with pytest.raises(ImportRefused) as refusal:
        read_file(file)
    assert str(refusal.value).startswith("This file is not a workbook. From a Word document, copy the table")


def test_limit_of_rows_is_read(tmp_path: Path) -> None:
    file = tmp_path / "people.xlsx"
    file.write_bytes(of_rows([["Full name", "Position"], *([f"Ivan Ivanov {n}", "Mayor"] for n in range(20_000))]))
    assert len(read_table(file).rows) == 20_000


def test_file_beyond_the_limit_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    with file.open("wb") as out:
        out.truncate(MAX_BYTES + 1)
    with pytest.raises(ImportRefused) as refusal:
        read_file(file)
    assert str(refusal.value) == "This file is larger than 20 MB. Save only the table of people into a new file."


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    file = tmp_path / "people.xlsx"
    file.write_bytes(of_rows([["Name"] * 50] * 3_000))
    start = time.monotonic()
    with pytest.raises(ImportRefused, match="stopped"):
        read_file(file, cancelled=lambda: True)
    assert time.monotonic() - start < 2


def test_reading_ends_when_its_time_is_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "people.xlsx"
    file.write_bytes(of_rows([["Name"] * 50] * 3_000))
    monkeypatch.setattr(reading, "SECONDS", 0)
    with pytest.raises(ImportRefused, match="took longer than"):
        read_file(file)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file people.csv is empty."),
        (b"\n \r\n", "The file people.csv is empty."),
        (b'<?xml version="1.0"?><Workbook/>', reading.IS_XML),
    ],
)
def test_file_without_a_table_is_refused(content: bytes, sentence: str, tmp_path: Path) -> None:
    file = tmp_path / "people.csv"
    file.write_bytes(content)
    with pytest.raises(ImportRefused) as refusal:
        read_file(file)
    assert str(refusal.value) == sentence


def test_missing_file_and_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "no.csv", tmp_path):
        with pytest.raises(ImportRefused) as refusal:
            read_file(path)
        assert str(refusal.value) == f"There is no file {path.name}."


def test_odd_and_broken_workbooks_are_read_or_refused(shared_data: Path) -> None:
    refused = []
    for file in sorted((shared_data / "spreadsheets").iterdir()):
        try:
            read_table(file)
        except ImportRefused:
            refused.append(file.name)
    xml = sorted(file.name for file in (shared_data / "spreadsheets").glob("*.xml"))
    assert refused == sorted([*xml, "xlsx-corrupted.xlsx"])
