"""Names of people on paper (handbook 4.1)."""

from __future__ import annotations

import pytest

from planner.language.names import capitals, full_form, initials_form, list_form
from planner.rules.kinds import NameOrder

SURNAME_FIRST, GIVEN_FIRST = NameOrder.SURNAME_FIRST, NameOrder.GIVEN_FIRST


@pytest.mark.parametrize(
    ("name", "order", "language", "shown"),
    [
        (("Кабаев", "Азамат"), SURNAME_FIRST, "ru", "КАБАЕВ Азамат"),
        (("Логинов", "Владислав", "Анатольевич"), SURNAME_FIRST, "ru", "ЛОГИНОВ Владислав Анатольевич"),
        (("Kabaev", "Azamat"), GIVEN_FIRST, "en", "Azamat KABAEV"),
        (("Асан уулу", "Бакыт"), SURNAME_FIRST, "ky", "АСАН уулу Бакыт"),
        (("Асан Кызы", "Айгүл"), SURNAME_FIRST, "ky", "АСАН кызы Айгүл"),
        (("Салтыков-Щедрин", "Михаил"), SURNAME_FIRST, "ru", "САЛТЫКОВ-ЩЕДРИН Михаил"),
        (("van der Berg", "Jan"), GIVEN_FIRST, "en", "Jan van der BERG"),
        (("al-Hakim", "Ahmed"), GIVEN_FIRST, "en", "Ahmed al-HAKIM"),
        (("İnönü", "Ali"), GIVEN_FIRST, "tr", "Ali İNÖNÜ"),
        (("Iğdır", "Ali"), GIVEN_FIRST, "tr", "Ali IĞDIR"),
        (("Li", "Wei"), SURNAME_FIRST, "en", "LI Wei"),
        (("李", "伟"), SURNAME_FIRST, "zh-Hans", "李伟"),
        (("", "Suharto"), GIVEN_FIRST, "en", "Suharto"),
        (("Кабаев", ""), SURNAME_FIRST, "ru", "КАБАЕВ"),
        (("", ""), SURNAME_FIRST, "ru", ""),
    ],
)
def test_name_in_a_list_marks_the_surname(name, order, language, shown):
    assert list_form(*name, order=order, language=language) == shown


def test_name_in_a_list_has_no_capitals_where_the_office_wants_none():
    assert list_form("Кабаев", "Азамат", order=SURNAME_FIRST, language="ru", capitals=False) == "Кабаев Азамат"


def test_whole_name_has_no_capitals():
    shown = [
        full_form("Логинов", "Владислав", "Анатольевич", order=GIVEN_FIRST, language="ru"),
        full_form("Kabaev", "Azamat", order=GIVEN_FIRST, language="en"),
        full_form("", "Suharto", order=GIVEN_FIRST, language="en"),
    ]
    assert shown == ["Владислав Анатольевич Логинов", "Azamat Kabaev", "Suharto"]


@pytest.mark.parametrize(
    ("name", "language", "shown"),
    [
        (("Кабаев", "Азамат", "Асанович"), "ru", "А.~А.~Кабаев"),
        (("Kabaev", "Azamat"), "en", "A.~Kabaev"),
        (("Мартен", "Жан-Поль"), "ru", "Ж.-П.~Мартен"),
        (("Асан уулу", "Бакыт"), "ky", "Б.~Асан~уулу"),
        (("", "Suharto"), "en", "Suharto"),
        (("Кабаев", ""), "ru", "Кабаев"),
        (("李", "伟"), "zh-Hans", "李伟"),
    ],
)
def test_initials_never_part_from_the_surname(name, language, shown):
    assert initials_form(*name, language=language).replace("\u00a0", "~") == shown


def test_capitals_leave_particles_alone():
    assert [capitals(name, "en") for name in ("de Gaulle", "O’Brien", "KABAEV")] == ["de GAULLE", "O’BRIEN", "KABAEV"]
