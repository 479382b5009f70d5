"""Russian cases of names, posts, organisations and places (handbook 4.4)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.language.declension import OBLIQUE, Case, _library, person_cases, split_form
from planner.language.declension_phrases import phrase_cases, place_cases, with_preposition

# fmt: off
PEOPLE = [
    # The table of handbook 4.4, the words it found wrong among them.
    ("Логинов", "Владислав", "Анатольевич", "m",
     "Логинова Владислава Анатольевича", "Логиновым Владиславом Анатольевичем"),
    ("Кабаев", "Азамат", "", "m", "Кабаева Азамата", "Кабаевым Азаматом"),
    ("Иманалиев", "Кубанычбек", "", "m", "Иманалиева Кубанычбека", "Иманалиевым Кубанычбеком"),
    ("Батаева", "Назгуль", "", "f", "Батаевой Назгуль", "Батаевой Назгуль"),
    ("Хакимова", "Айгуль", "", "f", "Хакимовой Айгуль", "Хакимовой Айгуль"),
    ("Черных", "Илья", "", "m", "Черных Ильи", "Черных Ильёй"),
    ("Черных", "Анна", "", "f", "Черных Анны", "Черных Анной"),
    # Its rules.
    ("Шевченко", "Никита", "", "m", "Шевченко Никиты", "Шевченко Никитой"),
    ("Ткач", "Пётр", "", "m", "Ткача Петра", "Ткачом Петром"),
    ("Ткач", "Мария", "", "f", "Ткач Марии", "Ткач Марией"),
    ("Бондарь", "Юрий", "", "m", "Бондаря Юрия", "Бондарем Юрием"),
    ("Кравец", "Павел", "", "m", "Кравца Павла", "Кравцом Павлом"),
    ("Цой", "Виктор", "", "m", "Цоя Виктора", "Цоем Виктором"),
    ("Толстой", "Лев", "Николаевич", "m", "Толстого Льва Николаевича", "Толстым Львом Николаевичем"),
    ("Толстая", "Софья", "Андреевна", "f", "Толстой Софьи Андреевны", "Толстой Софьей Андреевной"),
    ("Глинка", "Муса", "", "m", "Глинки Мусы", "Глинкой Мусой"),
    ("Дюма", "Жан-Поль", "", "m", "Дюма Жан-Поля", "Дюма Жан-Полем"),
    ("Дарвин", "Чарльз", "", "m", "Дарвина Чарльза", "Дарвином Чарльзом"),
    ("Гарсия Маркес", "Хосе", "", "m", "Гарсия Маркеса Хосе", "Гарсия Маркесом Хосе"),
    ("ван дер Берг", "Ян", "", "m", "ван дер Берга Яна", "ван дер Бергом Яном"),
    ("аль-Хаким", "Ахмед", "", "m", "аль-Хакима Ахмеда", "аль-Хакимом Ахмедом"),
    ("Салтыков-Щедрин", "Михаил", "", "m", "Салтыкова-Щедрина Михаила", "Салтыковым-Щедриным Михаилом"),
    ("Асан уулу", "Бакыт", "", "m", "Асан уулу Бакыта", "Асан уулу Бакытом"),
    ("Асан кызы", "Роза", "", "f", "Асан кызы Розы", "Асан кызы Розой"),
    ("Берия", "Нинель", "", "f", "Берии Нинели", "Берией Нинелью"),
    ("", "Сухарто", "", "m", "Сухарто", "Сухарто"),
    ("КАБАЕВ", "Азамат", "", "m", "КАБАЕВА Азамата", "КАБАЕВЫМ Азаматом"),
]
# fmt: on


@pytest.mark.parametrize(("surname", "given_name", "patronymic", "gender", "genitive", "instrumental"), PEOPLE)
def test_name_of_a_person(
    surname: str, given_name: str, patronymic: str, gender: str, genitive: str, instrumental: str
) -> None:
    found = person_cases(surname, given_name, patronymic, gender=gender)
    assert (found[Case.GEN], found[Case.INS]) == (genitive, instrumental)


def test_man_is_no_thing_in_the_accusative() -> None:
    assert person_cases("Иманалиев", "Кубанычбек", gender="m")[Case.ACC] == "Иманалиева Кубанычбека"
    assert person_cases("Батаева", "Лилия", gender="f")[Case.ACC] == "Батаеву Лилию"


def test_of_a_korean_name_the_last_syllable_declines() -> None:
    found = [person_cases("Ким", "Чен Ын", gender=gender, country="KP")[Case.GEN] for gender in ("m", "f")]
    assert found == ["Ким Чен Ына", "Ким Чен Ын"]


def test_no_gender_no_forms_since_it_is_never_guessed() -> None:
    assert [person_cases("Кабаева", "Анна", gender=""), person_cases("Kabaev", "Azamat", gender="m")] == [{}, {}]


@pytest.mark.parametrize(
    ("phrase", "genitive", "instrumental"),
    [
        ("первый заместитель мэра", "первого заместителя мэра", "первым заместителем мэра"),
        ("Чрезвычайный и Полномочный Посол Кыргызской Республики",
         "Чрезвычайного и Полномочного Посла Кыргызской Республики",
         "Чрезвычайным и Полномочным Послом Кыргызской Республики"),
        ("министр-советник", "министра-советника", "министром-советником"),
        ("вице-мэр", "вице-мэра", "вице-мэром"),
        ("Глава города Красноярска", "Главы города Красноярска", "Главой города Красноярска"),
        ("учёный секретарь", "учёного секретаря", "учёным секретарём"),
        ("заведующая отделом", "заведующей отделом", "заведующей отделом"),
        ("исполняющий обязанности мэра", "исполняющего обязанности мэра", "исполняющим обязанности мэра"),
        ("временный поверенный в делах", "временного поверенного в делах", "временным поверенным в делах"),
        ("директор института, профессор", "директора института, профессора", "директором института, профессором"),
        ("и. о. мэра", "и. о. мэра", "и. о. мэра"),
        ("мэрия города Манаса", "мэрии города Манаса", "мэрией города Манаса"),
        ("Министерство иностранных дел", "Министерства иностранных дел", "Министерством иностранных дел"),
        ("Сибирский федеральный университет", "Сибирского федерального университета",
         "Сибирским федеральным университетом"),
        ("Торгово-промышленная палата", "Торгово-промышленной палаты", "Торгово-промышленной палатой"),
        ("Главное управление", "Главного управления", "Главным управлением"),
    ],
)  # fmt: skip
def test_post_or_organisation_that_begins_with_a_known_noun(phrase: str, genitive: str, instrumental: str) -> None:
    found = phrase_cases(phrase)
    assert (found[Case.GEN], found[Case.INS]) == (genitive, instrumental)


def test_organisation_is_a_thing_in_the_accusative() -> None:
    assert phrase_cases("Сибирский федеральный университет")[Case.ACC] == "Сибирский федеральный университет"


@pytest.mark.parametrize(
    "phrase", ["", "шаман", "директор и главный редактор", "директор, «Сибирь»", "красивая директор", "Director"]
)
def test_where_no_rule_is_sure_nothing_is_suggested(phrase: str) -> None:
    assert phrase_cases(phrase) == {}


@pytest.mark.parametrize(
    ("name", "genitive", "prepositional"),
    [
        ("Красноярск", "Красноярска", "Красноярске"),
        ("Бишкек", "Бишкека", "Бишкеке"),
        ("Манас", "Манаса", "Манасе"),
        ("Чолпон-Ата", "Чолпон-Аты", "Чолпон-Ате"),
        ("Джалал-Абад", "Джалал-Абада", "Джалал-Абаде"),
        ("Алма-Ата", "Алма-Аты", "Алма-Ате"),
        ("Ростов-на-Дону", "Ростова-на-Дону", "Ростове-на-Дону"),
        ("Нижний Новгород", "Нижнего Новгорода", "Нижнем Новгороде"),
        ("Красная Поляна", "Красной Поляны", "Красной Поляне"),
        ("Грозный", "Грозного", "Грозном"),
        ("Казань", "Казани", "Казани"),
        ("Токио", "Токио", "Токио"),
        ("Елизово", "Елизово", "Елизово"),
    ],
)
def test_place(name: str, genitive: str, prepositional: str) -> None:
    found = place_cases(name)
    assert (found[Case.GEN], found[Case.PREP]) == (genitive, prepositional)


def test_place_whose_gender_or_number_is_not_known_gets_nothing() -> None:
    assert [place_cases(name) for name in ("Сырдань", "Черновцы", "Бишкек сити холл", "Bishkek", "")] == [{}] * 5


@pytest.mark.parametrize(("surname", "given_name", "patronymic", "gender", "genitive", "instrumental"), PEOPLE)
def test_form_is_taken_apart_again(
    surname: str, given_name: str, patronymic: str, gender: str, genitive: str, instrumental: str
) -> None:
    parts = split_form(surname, given_name, patronymic, genitive)
    assert parts is not None
    assert " ".join(part for part in parts if part) == genitive
    assert [bool(part) for part in parts] == [bool(part) for part in (surname, given_name, patronymic)]


WORDS = st.text("абвгйлнорстуеиьёчшц-ыя ", max_size=14)


@given(WORDS, WORDS, WORDS, st.sampled_from(["", "f", "m"]))
def test_any_name_has_five_forms_or_none(surname: str, given_name: str, patronymic: str, gender: str) -> None:
    found = person_cases(surname, given_name, patronymic, gender=gender)
    assert tuple(found) in ((), OBLIQUE)


@given(st.text("абвгйлнорстуеиьёчшц-ыяпосолдиректор ,—", max_size=20))
def test_any_phrase_or_place_has_five_forms_or_none(words: str) -> None:
    assert {tuple(phrase_cases(words)), tuple(place_cases(words))} <= {(), OBLIQUE}


def test_library_is_asked_alike_whichever_its_version_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Version 2 keeps its names in modules; version 3 has them in the package."""
    modules = [pytest.importorskip(f"petrovich.{name}", exc_type=ImportError) for name in ("main", "enums")]
    package = pytest.importorskip("petrovich")
    if hasattr(package, "Petrovich"):
        pytest.skip("this is version 3 already")
    _library.cache_clear()
    before = person_cases("Кравец", "Павел", gender="m")
    for name, module in (("Petrovich", modules[0]), ("Case", modules[1]), ("Gender", modules[1])):
        monkeypatch.setattr(package, name, getattr(module, name), raising=False)
    _library.cache_clear()
    assert person_cases("Кравец", "Павел", gender="m") == before
    _library.cache_clear()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("первым заместителем", "с первым заместителем"), ("вторым секретарём", "со вторым секретарём"),
        ("старшим советником", "со старшим советником"), ("Щербаковым Юрием", "со Щербаковым Юрием"),
        ("врачом", "с врачом"), ("заместителем", "с заместителем"), ("Шариповым", "с Шариповым"),
    ],
)  # fmt: skip
def test_with_is_said_so_that_it_can_be_spoken(words: str, said: str) -> None:
    assert with_preposition(words) == said
