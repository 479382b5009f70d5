"""Tables pasted from Word, Excel and mail."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.errors import ImportRefused
from planner.exchange.clipboard import MAX_PASTED, table_from_html, table_from_names, table_from_text
from planner.exchange.tables import Table

WORD = """<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><style>td {color: red}</style></head><body>
<p>Список участников</p><table class=MsoTableGrid border=1>
<tr><td><p class=MsoNormal><b>ФИО<o:p></o:p></b></p></td><td><p>Должность</p></td><td>Организация</td></tr>
<tr><td colspan=3><p>С&nbsp;киргизской стороны</p></td></tr>
<tr><td><p>КАБАЕВ Азамат</p><p>Azamat KABAEV</p></td><td>мэр &amp; глава<br>города</td><td rowspan=2>Мэрия</td></tr>
<tr><td>Батаева&#160;Назгуль</td><td><script>alert(1)</script>советник</td></tr>
</table><table><tr><td>x</td><td>y</td></tr></table></body></html>"""


def rows(found: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in found.rows]


def test_cells_of_excel_are_parted_by_tabs() -> None:
    found = table_from_text('ФИО\tДолжность\r\nИванов Иван\t"мэр\nгорода"\r\nПетров\t"он ""сам"""\r\n')
    assert found.headers == ("ФИО", "Должность")
    assert rows(found) == [("Иванов Иван", "мэр\nгорода"), ("Петров", 'он "сам"')]


def test_rows_of_excel_without_a_header_lose_nobody() -> None:
    found = table_from_text("Иванов Иван Иванович\tмэр\tМэрия\r\nПетров Пётр Петрович\tсоветник\tМИД\r\n")
    assert found.headers == ("Full name", "Position", "Organisation")
    assert len(found.rows) == 2


def test_table_of_word_is_read_with_its_headings_and_merged_cells() -> None:
    found = table_from_html(WORD)
    assert found.headers == ("ФИО", "Должность", "Организация")
    assert [(row.cells, row.block) for row in found.rows] == [
        (("КАБАЕВ Азамат\nAzamat KABAEV", "мэр & глава\nгорода", "Мэрия"), "С киргизской стороны"),
        (("Батаева Назгуль", "советник", "Мэрия"), "С киргизской стороны"),
    ]


def test_list_of_names_is_read_line_by_line() -> None:
    found = table_from_text(
        "1. Иванов Иван Иванович – министр финансов;\n2) Петров Пётр Петрович, заместитель министра\n\n"
        "• Асан уулу Бакыт\nSmith-Jones, Anna\nCoca-Cola GmbH — sponsor"
    )
    assert [(row.line, row.cells) for row in found.rows] == [
        (1, ("Иванов Иван Иванович", "министр финансов")),
        (2, ("Петров Пётр Петрович", "заместитель министра")),
        (4, ("Асан уулу Бакыт", "")),
        (5, ("Smith-Jones, Anna", "")),
        (6, ("Coca-Cola GmbH", "sponsor")),
    ]


def test_one_name_is_a_list() -> None:
    assert rows(table_from_names("Кабаев Азамат")) == [("Кабаев Азамат", "")]


def test_table_with_semicolons_is_a_table() -> None:
    assert rows(table_from_text("ФИО;Должность\nИванов Иван;мэр")) == [("Иванов Иван", "мэр")]


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_nothing_pasted_is_refused(text: str) -> None:
    with pytest.raises(ImportRefused, match="no table"):
        table_from_text(text)


@pytest.mark.parametrize("html", ["", "<p>Иванов Иван</p>", "<table></table>", "<table><tr>"])
def test_html_without_a_table_is_refused_or_empty(html: str) -> None:
    found: list[object] = []
    with contextlib.suppress(ImportRefused):
        found.extend(rows(table_from_html(html)))
    assert found == []


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr>" + "<td>x" * 300,
        "<table>" + "<tr><td>x" * 20_100,
        '<table><tr><td colspan="1000">x',
        "x" * (MAX_PASTED + 1),
    ],
    ids=["columns", "rows", "span", "length"],
)
def test_table_beyond_the_limits_is_refused(html: str) -> None:
    with pytest.raises(ImportRefused):
        table_from_html(html)


def test_false_spans_do_no_harm() -> None:
    found = table_from_html(
        '<table><tr><td>Name<td>Post<tr><td rowspan="99999999">A<td colspan="-3">b<tr><td>c</table>'
    )
    assert rows(found) == [("A", "b"), ("A", "c")]


@given(st.lists(st.sampled_from(["<table>", "</table>", "<tr>", "<td rowspan=2>", "</td>", "<p>", "a", "<!--", "<td"])))
def test_broken_html_ends_in_a_table_or_a_refusal(parts: list[str]) -> None:
    with contextlib.suppress(ImportRefused):
        table_from_html("".join(parts))
