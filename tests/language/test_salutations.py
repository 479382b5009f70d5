"""Forms of address (handbook 4.2)."""

from __future__ import annotations

import pytest

from planner.language.person_names import Name
from planner.language.salutations import (
    Addressee,
    Occasion,
    forms_of_address,
    overlaid,
    post_kind,
    speech_openings,
    standard,
)
from planner.rules.kinds import NameOrder

GIVEN = NameOrder.GIVEN_FIRST


def ru(surname: str, given: str, patronymic: str = "", *, gender: str = "", post: str = "") -> Addressee:
    return Addressee(Name(surname, given, patronymic), gender, post)


def en(surname: str, given: str, *, gender: str = "", post: str = "", country: str = "") -> Addressee:
    return Addressee(Name(surname, given, "", GIVEN, "en", country), gender, post)


def ky(surname: str, given: str, *, gender: str = "", post: str = "") -> Addressee:
    return Addressee(Name(surname, given, language="ky"), gender, post)


@pytest.mark.parametrize(
    ("who", "letter"),
    [
        (ru("Кабаев", "Азамат", gender="m"), ["Уважаемый господин Кабаев!"]),
        (ru("Кабаев", "Азамат", "Асанович", gender="m"), ["Уважаемый Азамат Асанович!", "Уважаемый господин Кабаев!"]),
        (ru("Батаева", "Назгуль", gender="f"), ["Уважаемая госпожа Батаева!"]),
        (ru("Логинов", "Владислав", gender="m", post="мэр города"),
         ["Уважаемый господин мэр!", "Уважаемый господин Логинов!"]),
        (ru("Иманалиев", "К", gender="m", post="Первый заместитель мэра"), ["Уважаемый господин Иманалиев!"]),
        (ru("Логинов", "Владислав", gender="m", post="Проректор"), ["Уважаемый господин Логинов!"]),
        (ru("А", "Б", gender="m", post="Генеральный консул"),
         ["Уважаемый господин Генеральный консул!", "Уважаемый господин А!"]),
        (ru("А", "Б", post="Чрезвычайный и Полномочный Посол"), ["Ваше Превосходительство!"]),
        (en("Kabaev", "Azamat", gender="m"), ["Dear Mr Kabaev,"]),
        (en("Bataeva", "Nazgul", gender="f"), ["Dear Ms Bataeva,"]),
        (en("Loginov", "Vladislav", gender="m", post="Mayor of Krasnoyarsk"),
         ["Dear Mayor Loginov,", "Dear Mr Loginov,"]),
        (en("A", "B", gender="f", post="Ambassador"), ["Your Excellency,", "Dear Ambassador,", "Dear Ms A,"]),
        (en("Nguyen", "An", gender="m", country="VN"), ["Dear Mr An,"]),
        (ky("Кабаев", "Азамат", gender="m"), ["Урматтуу Азамат мырза!"]),
        (ky("Батаева", "Назгүл", gender="f"), ["Урматтуу Назгүл айым!"]),
        (ky("Логинов", "Владислав", gender="m", post="Мэр"), ["Урматтуу мэр мырза!", "Урматтуу Владислав мырза!"]),
    ],
)  # fmt: skip
def test_letter(who: Addressee, letter: list[str]) -> None:
    assert list(forms_of_address(who)) == letter


def test_gender_that_nobody_asked_is_not_guessed() -> None:
    found = [forms_of_address(who) for who in (ru("Батаева", "Назгуль"), en("Bataeva", "Nazgul"), ky("Батаева", "Н"))]
    assert found == [(), ("Dear Nazgul Bataeva,",), ()]


def test_uulu_is_no_patronymic() -> None:
    who = ru("", "Бакыт", "Асан уулу", gender="m")
    assert forms_of_address(who) == ("Уважаемый господин Бакыт!",)


@pytest.mark.parametrize(
    ("who", "envelope"),
    [
        (ru("Кабаев", "Азамат", gender="m"), ("Господину Кабаеву",)),
        (ru("Батаева", "Назгуль", gender="f"), ("Госпоже Батаевой",)),
        (ru("Батаева", "Назгуль"), ()),
        (en("Loginov", "Vladislav", gender="m", post="Mayor", country="RU"), ("Mr Vladislav Loginov",)),
        (en("Smith", "John", gender="m", post="Mayor", country="US"), ("The Honorable John Smith", "Mr John Smith")),
        (en("A", "B", gender="m", post="Ambassador"), ("H.E. B A", "Mr B A")),
    ],
)
def test_envelope(who: Addressee, envelope: tuple[str, ...]) -> None:
    assert forms_of_address(who, Occasion.ENVELOPE) == envelope


def test_rank_says_what_the_words_of_the_post_do_not() -> None:
    who = Addressee(Name("A", "B", "", GIVEN, "en"), "m", "Apostolic Nuncio", "nuncio")
    assert forms_of_address(who)[0] == "Your Excellency,"


def test_speech_turns_to_the_guest_of_honour_first() -> None:
    mayor = ru("Логинов", "Владислав", gender="m", post="мэр")
    assert speech_openings("ru", mayor)[0] == "Уважаемый господин мэр, уважаемые коллеги, дамы и господа!"
    assert speech_openings("ru") == ("Уважаемые коллеги, дамы и господа!",)
    assert speech_openings("ky") == ("Урматтуу коноктор, айымдар жана мырзалар!",)
    assert speech_openings("de") == ()


@pytest.mark.parametrize(
    ("post", "kind"),
    [("мэр", "mayor"), ("Мэр города", "mayor"), ("мэрия", ""), ("заместитель мэра", ""), ("Глава города", "mayor"),
     ("министр-советник", ""), ("Генеральный консул", "consul-general"), ("", "")],
)  # fmt: skip
def test_post_is_known_by_how_it_begins(post: str, kind: str) -> None:
    assert post_kind(post, "ru") == kind


def test_office_lays_its_own_forms_over_the_standard_ones() -> None:
    strings = overlaid({"en": {"letter": {"m": ["Dear {full},"]}}})
    who = en("Kabaev", "Azamat", gender="m")
    assert forms_of_address(who, strings=strings) == ("Dear Azamat Kabaev,",)
    assert forms_of_address(who) == ("Dear Mr Kabaev,",)
    assert overlaid(None) == standard()
