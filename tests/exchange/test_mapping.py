"""Columns: recognised by their headers in three languages, remembered by them, found wherever the table stands."""

from __future__ import annotations

import pytest

from planner.errors import ImportRefused
from planner.exchange.header_words import known_header
from planner.exchange.layout import (
    ABOVE_HEADER,
    HEADING,
    NO_HEADER,
    NO_HEADER_NEEDED,
    TOO_WIDE,
    build_table,
    first_row_is_a_person,
)
from planner.exchange.mapping import field_names, guess_mapping, mapping_from_json, mapping_to_json
from planner.exchange.tables import RawRow, RawTable
from planner.rules.person_record import PersonField
from tests.exchange.tables_of_people import names_of, table

EVENT = ("ru", "en")


def guessed(*headers: str, languages: tuple[str, ...] = EVENT) -> list[str]:
    return names_of(guess_mapping(table(headers, ["x"] * len(headers)), languages))


@pytest.mark.parametrize(
    ("field", "headers"),
    [
        ("surname", "Фамилия|Surname|Last name|FAMILY NAME*|Family_Name|Фамилия / Surname"),
        ("given", "Имя|First name|Given name(s)|firstName|Имя, отчество"),
        ("patronymic", "Отчество|Patronymic|Middle name|Атасынын аты"),
        ("full_name", "ФИО|Ф.И.О.|Ф. И. О. участника|Full name|Name|Person_Name|Аты-жөнү|Фамилия, имя, отчество"),
        ("position", "Должность|Position|Job_Title|Кызматы|Должность (полностью, без сокращений)|Должность/Position"),
        ("organisation", "Организация|Organisation|Organization|Affiliation|Место работы|Мекемеси|Company"),
        ("division", "Division|Department|Структурное подразделение"),
        ("delegation", "Delegation|Делегация|Делегациясы"),
        ("country", "Страна|Country|Өлкө|Delegation_ISO|Country code"),
        ("capacity", "Роль|Capacity|Статус участника|Role in delegation"),
        ("email", "E-mail|Email address|Эл. почта|Электронная почта"),
        ("phone", "Телефон|Phone|Моб. тел.|Контактный телефон"),
        ("passport", "Паспорт|Passport No.|Паспортные данные (серия, номер)"),
        ("birth_date", "Дата рождения|Date of birth|DOB|Туулган күнү"),
        ("number", "№|№ п/п|No.|п/п"),
        ("degree", "Учёная степень|Academic degree|Учёная степень, учёное звание|Илимий даражасы"),
        ("honorific", "Honorific|Обращение|Salutation"),
        ("note", "Примечание|Notes|Комментарий|Эскертүү"),
    ],
)
def test_usual_headers_are_known(field: str, headers: str) -> None:
    found = [known_header(header) for header in headers.split("|")]
    assert [word.field if word else None for word in found] == [PersonField(field)] * len(found)


def test_column_of_something_else_is_left_out() -> None:
    assert guessed("Year", "Meeting", "Location", "Group_Type", "Female", "Line", "Reason") == [""] * 7


def test_one_set_of_headers_takes_the_language_of_the_import() -> None:
    assert guessed("ФИО", "Должность") == ["full_name", "position"]
    assert guessed("Full name", "Position") == ["full_name", "position"]
    assert guessed("ФИО", "Organisation") == ["full_name", "organisation"]


def test_two_sets_of_headers_are_two_languages() -> None:
    assert guessed("№", "Фамилия", "Имя", "Surname", "Given name", "Должность", "Organisation") == [
        "number",
        "surname.ru",
        "given.ru",
        "surname.en",
        "given.en",
        "position.ru",
        "organisation.en",
    ]


def test_header_may_name_its_language() -> None:
    assert guessed("ФИО", "ФИО (англ.)", "Должность", "Должность на английском языке", "position_ky") == [
        "full_name.ru",
        "full_name.en",
        "position.ru",
        "position.en",
        "position.ky",
    ]


def test_word_of_two_languages_goes_with_the_event() -> None:
    assert guessed("Фамилия", "Surname", languages=("ky", "en")) == ["surname.ky", "surname.en"]


def test_name_beside_a_surname_is_the_given_name() -> None:
    assert guessed("Surname", "Name") == ["surname", "given"]
    assert guessed("Имя", "Должность") == ["full_name", "position"]
    assert guessed("Title", "Name", "Job title") == ["honorific", "full_name", "position"]


def test_second_column_of_the_same_is_left_out_and_said() -> None:
    mapping = guess_mapping(table(["Name", "Company", "Organisation"], ["A", "", "B"]), EVENT)
    assert names_of(mapping) == ["full_name", "", "organisation"]
    assert [str(problem) for problem in mapping.problems] == [
        "The columns Organisation and Company both hold organisation; only the first is taken."
    ]


def test_mapping_is_remembered_by_headers() -> None:
    people = table(["Who", "What", "What", "Year"], ["A", "B", "C", "D"])
    mapping = mapping_from_json(
        {"Who": "full_name", "What": "position", "What #2": "position.en", "Year": None}, people
    )
    assert names_of(mapping) == ["full_name", "position", "position.en", ""]
    assert names_of(mapping_from_json(mapping_to_json(people, mapping), people)) == names_of(mapping)


def test_mapping_by_hand_may_be_turned_round_and_partial() -> None:
    people = table(["Who", "Job title", "Organisation"], ["A", "B", "C"])
    assert names_of(mapping_from_json({"full_name": "WHO"}, people)) == ["full_name", "position", "organisation"]
    assert names_of(mapping_from_json({"columns": {"Who": "position"}}, people)) == ["position", "", "organisation"]


@pytest.mark.parametrize("data", [[], "x", {"Who": 3}, {"Who": "surnam"}, {"Who": "email.en"}])
def test_mapping_that_names_no_field_is_refused(data: object) -> None:
    with pytest.raises(ImportRefused):
        mapping_from_json(data, table(["Who"], ["A"]))


def test_fields_are_listed_with_their_languages() -> None:
    names = field_names(EVENT)
    assert names[:4] == ("surname", "surname.ru", "surname.en", "given")
    assert "email" in names
    assert "email.ru" not in names


def raw(*rows: list[str], spans: tuple[int, ...] = ()) -> RawTable:
    return RawTable(tuple(RawRow(line, tuple(row), line in spans) for line, row in enumerate(rows, 1)))


def said(found: object) -> list[tuple[int, str]]:
    return [(problem.line, problem.message) for problem in found.problems]  # type: ignore[attr-defined]


def test_header_is_found_below_a_title() -> None:
    found = build_table(
        raw(["Список участников", ""], ["", ""], ["№", "ФИО", "Должность"], ["1", "Иванов Иван", "мэр"])
    )
    assert (found.headers, found.header_line) == (("№", "ФИО", "Должность"), 3)
    assert [(row.line, row.cells) for row in found.rows] == [(4, ("1", "Иванов Иван", "мэр"))]
    assert said(found) == [(1, ABOVE_HEADER)]


def test_heading_row_becomes_the_delegation_of_what_follows() -> None:
    found = build_table(raw(["ФИО", "Должность"], ["Кыргызская сторона", ""], ["А Б", "мэр"], spans=(2,)))
    assert [(row.line, row.cells, row.block) for row in found.rows] == [(3, ("А Б", "мэр"), "Кыргызская сторона")]
    assert said(found) == [(2, HEADING)]


def test_row_with_too_many_cells_is_kept_and_marked() -> None:
    found = build_table(raw(["Name", "Post"], ["Ivanov", "Ivan", "Mayor"], ["Petrov"]))
    assert [row.cells for row in found.rows] == [("Ivanov", "Ivan", "Mayor"), ("Petrov", "")]
    assert [(p.line, p.message, p.fatal) for p in found.problems] == [(2, TOO_WIDE, True)]


def test_table_without_a_header_loses_nobody() -> None:
    found = build_table(raw(["Иванов Иван Иванович", "мэр"], ["Петров Пётр Петрович", "советник"]))
    assert (found.headers, [row.line for row in found.rows]) == (("Full name", "Position"), [1, 2])
    assert said(found) == [(0, NO_HEADER_NEEDED)]


def test_unknown_header_is_taken_for_a_header_and_can_be_taken_for_a_person() -> None:
    rows = raw(["a", "b"], ["1", "2"])
    assert (build_table(rows).headers, said(build_table(rows))) == (("a", "b"), [(0, NO_HEADER)])
    assert [row.cells for row in first_row_is_a_person(rows).rows] == [("a", "b"), ("1", "2")]
