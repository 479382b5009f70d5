"""Names in one cell: taken apart by the habits of the language, and nothing of them lost."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.exchange.full_names import is_surely_a_name, split_full_name
from planner.rules.person_record import ImportedName


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        # capitals mark the surname
        ("ru", "ЛОГИНОВ Владислав Анатольевич", ("Логинов", "Владислав", "Анатольевич")),
        ("en", "Ivan IVANOV", ("Ivanov", "Ivan", "")),
        ("en", "LI Ming", ("Li", "Ming", "")),
        ("en", "Juan DE LA CRUZ", ("de la Cruz", "Juan", "")),
        ("en", "Shaun O'NEIL", ("O'Neil", "Shaun", "")),
        ("en", "Ronald McDONALD", ("McDonald", "Ronald", "")),
        ("en", "Vincent van GOGH", ("van Gogh", "Vincent", "")),
        ("ru", "ПЕТРОВ П.П.", ("Петров", "П.П.", "")),
        # all in capitals marks nothing
        ("en", "JOHN SMITH", ("SMITH", "JOHN", "")),
        # a comma
        ("en", "Ivanov, Ivan", ("Ivanov", "Ivan", "")),
        ("en", "van der Berg, Jan", ("van der Berg", "Jan", "")),
        ("en", "Smith, John, Jr.", ("Smith", "John, Jr.", "")),
        # "son of" and "daughter of"
        ("ky", "Бакыт Асан уулу", ("Асан уулу", "Бакыт", "")),
        ("ky", "Асан уулу Бакыт", ("Асан уулу", "Бакыт", "")),
        ("ru", "АСАН УУЛУ Бакыт", ("Асан уулу", "Бакыт", "")),
        ("ky", "Айгүл Асан кызы", ("Асан кызы", "Айгүл", "")),
        ("ru", "Асан уулу Нурлан Эркинович", ("Асан уулу", "Нурлан", "Эркинович")),
        ("ru", "Алиев Мамед Гасан оглы", ("Алиев", "Мамед", "Гасан оглы")),
        # a patronymic
        ("ru", "Иванов Иван Иванович", ("Иванов", "Иван", "Иванович")),
        ("ru", "Иван Иванович Иванов", ("Иванов", "Иван", "Иванович")),
        ("en", "Ivanov Ivan Ivanovich", ("Ivanov", "Ivan", "Ivanovich")),
        # the order of the language, and the endings of surnames
        ("ru", "Логинов Владислав", ("Логинов", "Владислав", "")),
        ("ru", "Иван Иванов", ("Иванов", "Иван", "")),
        ("ru", "Никитин Роман", ("Никитин", "Роман", "")),
        ("ru", "И. И. Иванов", ("Иванов", "И. И.", "")),
        ("ru", "Роман Абрамович", ("Абрамович", "Роман", "")),
        ("ru", "де Голль Шарль", ("де Голль", "Шарль", "")),
        ("en", "Ivanov Ivan", ("Ivanov", "Ivan", "")),
        ("en", "John Fitzgerald Kennedy", ("Kennedy", "John Fitzgerald", "")),
        ("en", "Mohamed Ben Abdullah Ben Afif", ("Ben Afif", "Mohamed Ben Abdullah", "")),
        ("en", "Clayton F. Ruebensaal Jr", ("Ruebensaal Jr", "Clayton F.", "")),
        ("zh", "李明", ("李", "明", "")),
        ("zh", "欧阳娜娜", ("欧阳", "娜娜", "")),
        ("hu", "Kovács János", ("Kovács", "János", "")),
        # mononyms
        ("en", "Sukarno", ("Sukarno", "", "")),
        ("en", "Dr", ("Dr", "", "")),
    ],
)
def test_name_is_taken_apart(language: str, text: str, name: tuple[str, str, str]) -> None:
    assert split_full_name(text, language).name == ImportedName(*name)


@pytest.mark.parametrize(
    ("text", "honorific", "surname"),
    [
        ("H.E. Mr. Ludwig van Beethoven", "H.E. Mr.", "van Beethoven"),
        ("SMITH, Jane (Ms)", "(Ms)", "Smith"),
        ("Его Превосходительство Иван Иванов", "Его Превосходительство", "Иванов"),
        ("г-н ПЕТРОВ П.П.", "г-н", "Петров"),
        ("Азамат Кабаев мырза", "мырза", "Кабаев"),
        ("HE Jian", "", "He"),
        ("He Jian", "", "Jian"),
    ],
)
def test_honorific_is_told_from_the_name(text: str, honorific: str, surname: str) -> None:
    split = split_full_name(text, "en")
    assert (split.honorific, split.name.surname) == (honorific, surname)


def test_post_behind_a_whole_name_is_left_over() -> None:
    split = split_full_name("Иванов Иван Иванович, министр финансов", "ru")
    assert (split.name.full, split.rest) == ("Иванов Иван Иванович", "министр финансов")


WORDS = (
    "Mr H.E. van de AL IVANOV Иван Иванович уулу кызы оглы Jr. , McDONALD O'NEIL 李明 : (Ms) DE J.R. II he мырза -, A,"
)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=7), st.sampled_from(["ru", "en", "ky", "zh"]))
def test_no_letter_of_a_name_is_lost(words: list[str], language: str) -> None:
    text = " ".join(words)
    split = split_full_name(text, language)
    found = Counter("".join([*split.name, split.honorific, split.rest]).replace(" ", "").casefold())
    written = Counter(text.replace(" ", "").casefold())
    assert found - written == Counter()
    assert written - found in (Counter(), Counter(","))  # the comma of "Surname, Given" is read, not kept


@pytest.mark.parametrize(
    "text", ["Иванов Иван Иванович", "Асан уулу Бакыт", "ПЕТРОВ Пётр", "Smith J.", "Mr John Smith"]
)
def test_sure_name_is_told(text: str) -> None:
    assert is_surely_a_name(text)


@pytest.mark.parametrize("text", ["Full name", "ФИО участника", "Состав делегации", "Name", "2026", "ФИО"])
def test_heading_is_no_name(text: str) -> None:
    assert not is_surely_a_name(text)
