"""Lines of a table become records, or are rejected with the reason: never lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.exchange.birth_dates import AMBIGUOUS, NO_SUCH_DAY, NOT_UNDERSTOOD, read_day
from planner.exchange.csv_table import read_csv
from planner.exchange.layout import build_table
from planner.exchange.mapping import guess_mapping
from planner.exchange.people import OTHER_SCRIPT, records, rejected_csv
from planner.exchange.person_draft import TO_BE_CONFIRMED, UNKNOWN_CAPACITY, UNKNOWN_COUNTRY
from planner.exchange.reading import read_table
from planner.rules.kinds import Capacity
from planner.rules.person_record import ImportedName
from tests.exchange.tables_of_people import one, read, refused, table


def test_line_of_a_usual_list_is_read_whole() -> None:
    record = one(
        (
            "№",
            "ФИО",
            "Должность",
            "Организация",
            "Делегация",
            "Роль",
            "Языки",
            "Телефон",
            "Дата рождения",
            "Примечание",
        ),
        (
            "1",
            "КАБАЕВ Азамат Асанович",
            "мэр",
            "Мэрия города Бишкек",
            "Кыргызская Республика",
            "глава делегации",
            "кыргызский, русский",
            "+996 312 66",
            "02.05.1970",
            "прилетает утром",
        ),
    )
    assert record._replace(problems=()) == record
    assert (record.line, record.number, record.note) == (2, "1", "прилетает утром")
    assert record.names == {"ru": ImportedName("Кабаев", "Азамат", "Асанович")}
    assert (record.position, record.organisation) == ({"ru": "мэр"}, {"ru": "Мэрия города Бишкек"})
    assert (record.delegation, record.country) == ({"ru": "Кыргызская Республика"}, "KG")
    assert (record.capacity, record.languages) == (Capacity.HEAD, ("ky", "ru"))
    assert record.private == {"phone": "+996 312 66", "birth_date": "1970-05-02"}


def test_two_languages_stand_in_their_own_columns() -> None:
    record = one(
        ("Фамилия", "Имя", "Surname", "Given name", "Должность", "Position"),
        ("ЛОГИНОВ", "Владислав", "LOGINOV", "Vladislav", "Глава города", "Mayor"),
    )
    assert record.names == {"ru": ImportedName("Логинов", "Владислав"), "en": ImportedName("Loginov", "Vladislav")}
    assert record.position == {"ru": "Глава города", "en": "Mayor"}


@pytest.mark.parametrize("border", [" / ", "\n", " | "])
def test_two_languages_in_one_cell_are_parted_by_their_letters(border: str) -> None:
    record = one(("ФИО", "Должность"), (f"Логинов Владислав{border}Vladislav Loginov", f"Глава{border}Mayor"))
    assert record.names == {"ru": ImportedName("Логинов", "Владислав"), "en": ImportedName("Loginov", "Vladislav")}
    assert record.position == {"ru": "Глава", "en": "Mayor"}


def test_division_follows_the_post() -> None:
    header = ("Name", "Job title", "Division")
    assert one(header, ("Ivan Ivanov", "Director", "Climate Division"), "en").position == {
        "en": "Director, Climate Division"
    }
    assert one(header, ("Ivan Ivanov", "", "Climate Division"), "en").position == {"en": "Climate Division"}


def test_head_of_a_delegation_may_be_named_in_the_post() -> None:
    found = read(
        ("Name", "Position"),
        ("A B", "Director, Head of the Delegation"),
        ("C D", "Deputy Head of Delegation"),
        ("E F", "Directeur, Chef de la délégation"),
        language="en",
    )
    assert [record.capacity for record in found.records] == [Capacity.HEAD, None, Capacity.HEAD]


@pytest.mark.parametrize(
    ("word", "capacity"),
    [
        ("Head of Delegation", Capacity.HEAD),
        ("заместитель главы делегации", Capacity.DEPUTY_HEAD),
        ("делегация мүчөсү", Capacity.MEMBER),
        ("Переводчик", Capacity.INTERPRETER),
        ("котормочу", Capacity.INTERPRETER),
        ("сопровождающее лицо", Capacity.AIDE),
        ("deputy-head", Capacity.DEPUTY_HEAD),
        ("айдоочу", Capacity.DRIVER),
    ],
)
def test_capacity_is_known_by_its_word(word: str, capacity: Capacity) -> None:
    assert one(("ФИО", "Роль"), ("Иванов Иван", word)).capacity is capacity


def test_what_is_not_understood_is_kept_in_the_note() -> None:
    record = one(("ФИО", "Роль", "Страна", "Примечание"), ("Иванов Иван", "звездочёт", "Тридевятое царство", "гость"))
    assert (record.capacity, record.country, record.note) == (None, "", "гость\nТридевятое царство\nзвездочёт")
    assert [problem.message for problem in record.problems] == [UNKNOWN_COUNTRY, UNKNOWN_CAPACITY]


@pytest.mark.parametrize("gap", ["NA", "N/A", "-", "—", "", "  "])
def test_gap_is_empty(gap: str) -> None:
    record = one(("ФИО", "Должность", "Страна"), ("Иванов Иван", gap, gap))
    assert (record.position, record.country) == ({}, "")


def test_person_may_be_called_na_and_country_may_be_namibia() -> None:
    assert one(("Name", "Position"), ("Na", "Mayor"), "zh").names == {"zh": ImportedName("Na")}
    found = read(("Name", "Country"), ("A B", "NA"), ("C D", "RU"), ("E F", "KG"))
    assert [record.country for record in found.records] == ["NA", "RU", "KG"]


@pytest.mark.parametrize("nobody", ["", "NA", "уточняется", "TBC", "По согласованию"])
def test_post_without_a_person_is_to_be_confirmed(nobody: str) -> None:
    record = one(("ФИО", "Должность"), (nobody, "переводчик"))
    assert (record.names, record.position) == ({}, {"ru": "переводчик"})
    assert [problem.message for problem in record.problems] == [TO_BE_CONFIRMED]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (("NA", "", "МИД"), "This line names neither a person nor a post."),
        (("123 456", "", ""), "The name 123 456 has no letter in it."),
        (("Иван\x1bов", "", ""), "The column ФИО holds a control character (U+001B), which no text may have."),
        (
            ("Иванов", "м\ud800р", ""),
            "The column Должность holds a control character (U+D800), which no text may have.",
        ),
        (("И" * 2_001, "", ""), "The column ФИО holds 2001 characters; 2000 are the most."),
        (("Иванов", "м", "о" * 20_001), "The column Организация holds 20001 characters; 20000 are the most."),
    ],
)
def test_line_is_rejected_for_a_reason(row: tuple[str, ...], sentence: str) -> None:
    rejection = refused(("ФИО", "Должность", "Организация"), row)
    assert (rejection.line, str(rejection)) == (2, sentence)


def test_broken_line_of_the_file_is_rejected_with_its_own_reason() -> None:
    found = build_table(read_csv(b'Name,Post\nIvanov,"Mayor\nPetrov,Head\nA,B,C\n'))
    rejected = records(found, guess_mapping(found, ("en",)), language="en").rejected
    assert [(rejection.line, str(rejection)) for rejection in rejected] == [
        (2, "A quotation mark is opened in line 2 and never closed."),
        (4, "This line has 3 cells, but the table has 2 columns."),
    ]


def test_hidden_signs_are_kept_and_shown() -> None:
    record = one(("ФИО",), ("Иванов Иван \u202efdp",))
    assert record.names["ru"].full == "Иванов Иван \u202efdp"
    assert [str(problem) for problem in record.problems] == [
        "The column ФИО holds invisible signs that turn or hide text; look at it before printing."
    ]


def test_latin_names_taken_for_russian_are_warned_of() -> None:
    found = read(("Name",), ("John Smith",), ("Anna Petrova",))
    assert [record.names["ru"].surname for record in found.records] == ["Smith", "Petrova"]
    assert [(problem.message, problem.values) for problem in found.problems] == [(OTHER_SCRIPT, {"language": "ru"})]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1970-05-02", "1970-05-02"),
        ("02.05.1970 г.р.", "1970-05-02"),
        ("25/12/1970", "1970-12-25"),
        ("12/25/1970", "1970-12-25"),
        ("05/05/1970", "1970-05-05"),
        ("2 мая 1970 г.", "1970-05-02"),
        ("2 May 1970", "1970-05-02"),
        ("May 2, 1970", "1970-05-02"),
        ("٠٢.٠٥.١٩٧٠", "1970-05-02"),
    ],
)
def test_day_beyond_doubt_is_read(text: str, day: str) -> None:
    assert read_day(text) == (day, "")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("03/04/2026", AMBIGUOUS),
        ("2026-02-30", NO_SUCH_DAY),
        ("31.12.26", NOT_UNDERSTOOD),
        ("25900", NOT_UNDERSTOOD),
        ("²²/1/2020", NOT_UNDERSTOOD),
    ],
)
def test_day_in_doubt_is_kept_and_asked_about(text: str, problem: str) -> None:
    assert read_day(text) == (text, problem)


def test_answer_about_days_settles_the_file() -> None:
    assert read_day("03/04/2026", day_first=True).text == "2026-04-03"
    assert read_day("03/04/2026", day_first=False).text == "2026-03-04"


def test_rejected_rows_are_saved_repaired_and_read_again() -> None:
    found = table(("ФИО", "Телефон", "Должность"), ("NA", "+996", "NA"), ("Иванов Иван", "=1", "мэр"), ("\0", "-1", ""))
    mapping = guess_mapping(found, ("ru",))
    rejected = records(found, mapping, language="ru").rejected
    saved = rejected_csv(found, rejected)
    assert saved.decode("utf-8-sig") == (
        "ФИО,Телефон,Должность,Line,Reason\r\n"
        "NA,'+996,NA,2,This line names neither a person nor a post.\r\n"
        '�,\'-1,,4,"The column ФИО holds a control character (U+0000), which no text may have."\r\n'
    )
    repaired = build_table(read_csv(saved.replace(b"NA,'", "Петров Пётр,'".encode())))
    again = records(repaired, guess_mapping(repaired, ("ru",)), language="ru")
    assert [(record.names["ru"].full, record.private) for record in again.records] == [
        ("Петров Пётр", {"phone": "+996"})
    ]


TEXTS = st.text(st.characters(codec=None), max_size=12)


@settings(max_examples=150)
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), max_size=8))
def test_every_line_is_taken_or_rejected(rows: list[tuple[str, ...]]) -> None:
    found = table(("ФИО", "Должность", "Роль", "Дата рождения"), *rows)
    taken = records(found, guess_mapping(found, ("ru", "en")), language="ru", languages=("ru", "en"))
    lines = sorted([record.line for record in taken.records] + [rejection.line for rejection in taken.rejected])
    assert lines == [row.line for row in found.rows]


def test_texts_that_break_programs_are_plain_names(shared_data: Path) -> None:
    naughty = json.loads((shared_data / "text" / "naughty-strings.json").read_text("utf-8"))
    rows = [(text, "post") for text in naughty if text.strip()]
    found = read(("ФИО", "Должность"), *rows)
    assert found.rows == len(rows)
    assert {rejection.reason for rejection in found.rejected} <= {
        "The column {column} holds a control character (U+{code}), which no text may have."
    }


def test_list_of_climate_talks_loses_no_row(shared_data: Path) -> None:
    found = read_table(shared_data / "people" / "preparatory-meetings-1991-1995.csv")
    taken = records(found, guess_mapping(found, ("en",)), language="en", languages=("en",))
    assert (len(found.rows), len(taken.records), taken.rejected) == (7830, 7830, ())
    first = taken.records[0]
    assert first.names == {"en": ImportedName("Jawshan", "Abdul G.")}
    assert (first.honorific, first.delegation, first.country) == ({"en": "Mr"}, {"en": "Afghanistan"}, "AF")


def test_degree_of_a_conference_list_is_read_in_both_languages() -> None:
    header = ("ФИО", "Full name", "Учёная степень", "Academic degree", "Должность")
    row = one(header, ("Асанов Бакыт", "Bakyt Asanov", "доктор наук", "Doctor of Science", "ректор"))
    assert row.degree == {"ru": "доктор наук", "en": "Doctor of Science"}
    assert row.position == {"ru": "ректор"}
