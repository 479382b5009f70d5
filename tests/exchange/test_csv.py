"""CSV: encodings, separators, quotation marks, and files made to do harm."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import ImportRefused
from planner.exchange.csv_table import ENCODING_GUESSED, HUGE_CELL, NUL_FOUND, UNCLOSED, read_csv, read_csv_text
from planner.exchange.tables import RawTable, escape_formula, unescape_formula

RUSSIAN = "Фамилия;Имя;Должность\r\nЛОГИНОВ;Владислав;Глава города\r\nЁлкина;Анна;Секретарь, помощник\r\n"
FRENCH = "Nom;Prénom;Fonction\nGarçon;Chloé;Secrétaire générale\n"


def cells(table: RawTable) -> list[list[str]]:
    return [list(row.cells) for row in table.rows]


def faults(table: RawTable) -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in table.problems if problem.fatal]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encoding_is_told_without_a_guess(encoding: str) -> None:
    table = read_csv(RUSSIAN.encode(encoding))
    assert cells(table)[1] == ["ЛОГИНОВ", "Владислав", "Глава города"]
    assert table.problems == ()


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "mac-cyrillic"])
def test_cyrillic_of_8_bits_is_guessed_and_said(encoding: str) -> None:
    table = read_csv(RUSSIAN.encode(encoding))
    assert cells(table)[2] == ["Ёлкина", "Анна", "Секретарь, помощник"]
    assert [(problem.message, problem.values) for problem in table.problems] == [
        (ENCODING_GUESSED, {"encoding": encoding})
    ]


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_western_letters_of_8_bits_are_read(encoding: str) -> None:
    assert cells(read_csv(FRENCH.encode(encoding)))[1] == ["Garçon", "Chloé", "Secrétaire générale"]


def test_encoding_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ImportRefused) as refusal:
        read_csv(b"\xff\xfe\xff", encoding="utf-8")
    assert str(refusal.value) == "This file cannot be read as utf-8. Choose another encoding."


def test_picture_is_no_text() -> None:
    with pytest.raises(ImportRefused):
        read_csv(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8 + b"\0\0\0" * 100)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separator_is_told_by_even_rows(separator: str) -> None:
    text = f"Name{separator}Post\nIvanov{separator}Mayor of A\nPetrov{separator}Head\n"
    assert cells(read_csv_text(text)) == [["Name", "Post"], ["Ivanov", "Mayor of A"], ["Petrov", "Head"]]


def test_separator_named_by_excel_is_followed() -> None:
    assert cells(read_csv_text("sep=;\na,b;c\n1,2;3\n")) == [["a,b", "c"], ["1,2", "3"]]


def test_list_of_one_column_keeps_its_rows_whole() -> None:
    assert cells(read_csv_text("ФИО\nИванов Иван\nПетров Пётр\n")) == [["ФИО"], ["Иванов Иван"], ["Петров Пётр"]]


def test_quotation_mark_never_closed_loses_its_own_line_only() -> None:
    table = read_csv_text('Name,Post\nIvanov,"Mayor\nPetrov,Head\n"Sidorov","Aide"\n')
    assert cells(table)[2:] == [["Petrov", "Head"], ["Sidorov", "Aide"]]
    assert faults(table) == [(2, UNCLOSED)]


def test_two_marks_never_closed_do_not_swallow_what_is_between() -> None:
    table = read_csv_text('Name,Post,City\nA,"b,c\nPetrov,Head,Osh\nB,"d,e\nSidorov,Aide,Osh\n')
    assert cells(table)[2::2] == [["Petrov", "Head", "Osh"], ["Sidorov", "Aide", "Osh"]]
    assert faults(table) == [(2, UNCLOSED), (4, UNCLOSED)]


def test_name_of_a_company_in_quotation_marks_is_kept() -> None:
    assert cells(read_csv_text('Name;Firm\nIvanov;"Horns; Hooves" Ltd\n'))[1] == ["Ivanov", '"Horns; Hooves" Ltd']


def test_cell_of_several_lines_counts_its_lines() -> None:
    table = read_csv_text('Name,Post\nA,"one\ntwo\nthree"\nB,x\n')
    assert [(row.line, list(row.cells)) for row in table.rows[1:]] == [(2, ["A", "one\ntwo\nthree"]), (5, ["B", "x"])]


def test_nul_and_huge_cell_spoil_their_own_line_only() -> None:
    table = read_csv(b"Name,Post\nA\0,x\n" + b"y" * 5_000_000 + b",x\nB,z\n")
    assert faults(table) == [(2, NUL_FOUND), (3, HUGE_CELL)]
    assert cells(table)[3] == ["B", "z"]


def test_cell_escaped_against_formulas_comes_back_plain() -> None:
    assert cells(read_csv_text("Name,Phone\nA,'+996 312 66\nO'Neil,'quoted'\n")) == [
        ["Name", "Phone"],
        ["A", "+996 312 66"],
        ["O'Neil", "'quoted'"],
    ]


@given(st.text(st.sampled_from("'=+-@\t aя＝"), max_size=6))
def test_escape_of_formulas_is_undone(cell: str) -> None:
    assert unescape_formula(escape_formula(cell)) == cell
    assert escape_formula(cell)[:1] not in {"=", "+", "-", "@", "\t", "＝"}


@given(
    st.lists(
        st.lists(st.text(st.sampled_from('a,;" \nяё'), max_size=8), min_size=3, max_size=3), min_size=1, max_size=6
    )
)
def test_what_python_writes_is_read_back(rows: list[list[str]]) -> None:
    import csv
    import io

    rows = [["x", "y", "z"], *(row for row in rows if any(row))]
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    table = read_csv_text(out.getvalue(), separator=",")
    assert (cells(table), faults(table)) == (rows, [])


@pytest.mark.parametrize(
    "text",
    [
        'a,b\n"' + '"' * 4_000_000,
        'a,"b\n' * 15_000,
        ('"' + '""' * 500 + "\n") * 5_000,
        '"\n' * 100_000,
        'x,"' * 500_000,
    ],
    ids=["marks", "each line open", "long runs", "only marks", "one line"],
)
def test_text_made_to_be_slow_ends(text: str) -> None:
    with contextlib.suppress(ImportRefused):
        read_csv_text(text, separator=",")


def test_rows_beyond_the_limit_are_refused() -> None:
    with pytest.raises(ImportRefused) as refusal:
        read_csv_text("a,b\n" * 20_002)
    assert str(refusal.value) == "This table has more than 20000 rows. Divide it into several files."


def test_spectrum_of_csv_is_read_as_expected(shared_data: Path) -> None:
    files = sorted((shared_data / "csv" / "spectrum").glob("*.csv"))
    differing = []
    for file in files:
        header, *rows = read_csv(file.read_bytes()).rows
        found = [dict(zip(header.cells, row.cells, strict=True)) for row in rows]
        expected = json.loads((shared_data / "csv" / "spectrum-expected" / f"{file.stem}.json").read_text("utf-8"))
        if found != (expected if isinstance(expected, list) else [expected]):
            differing.append(file.name)
    # the file of coordinates has another telephone number than the JSON beside it
    assert (len(files), differing) == (12, ["location_coordinates.csv"])
