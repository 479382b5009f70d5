"""Names by culture (handbook 4.1), and the person-name cases of CLDR where they apply."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from planner.language.names import full_form
from planner.language.person_names import (
    Name,
    after_title,
    initials,
    list_name,
    listed_order,
    order_of,
    sort_key,
    speech_form,
)
from planner.rules.kinds import NameOrder

FIRST, GIVEN = NameOrder.SURNAME_FIRST, NameOrder.GIVEN_FIRST


def english(surname: str, given: str = "", country: str = "") -> Name:
    return Name(surname, given, "", order_of("en", country), "en", country)


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        (Name("Логинов", "Владислав", "Анатольевич"), "Владислав Анатольевич"),
        (Name("Кабаев", "Азамат"), "Азамат Кабаев"),
        (Name("Асан уулу", "Бакыт", language="ky"), "Асан уулу Бакыт"),
        (Name("Ван", "Ли", country="CN"), "Ван Ли"),
        (english("Kabaev", "Azamat", "KG"), "Azamat Kabaev"),
        (english("Wang", "Li", "CN"), "Wang Li"),
        (Name("李", "伟", language="zh-Hans"), "李伟"),
        (english("", "Suharto", "ID"), "Suharto"),
    ],
)
def test_name_in_speech(name: Name, spoken: str) -> None:
    assert speech_form(name) == spoken


@pytest.mark.parametrize(
    ("name", "gap", "after", "shown"),
    [
        (Name("Кабаев", "Азамат", "Асанович"), True, False, "А.~А.~Кабаев"),
        (Name("Кабаев", "Азамат", "Асанович"), False, False, "А.А.~Кабаев"),
        (Name("Кабаев", "Азамат", "Асанович"), False, True, "Кабаев~А.А."),
        (Name("Асан уулу", "Бакыт"), True, True, "Асан~уулу~Б."),
        (Name("Брюль", "Ада Корнелия"), True, False, "А.~К.~Брюль"),
        (Name("Ким", "Чен Ын", country="KP"), True, False, "Ким~Чен~Ын"),
        (Name("", "Сухарто"), True, False, "Сухарто"),
        (Name("Кабаев"), True, False, "Кабаев"),
    ],
)
def test_initials(name: Name, gap: bool, after: bool, shown: str) -> None:
    assert initials(name, gap=gap, after=after).replace("\u00a0", "~") == shown


@pytest.mark.parametrize(
    ("name", "russian", "chinese", "western"),
    [
        (Name("Логинов", "Владислав", "Анатольевич"), None, FIRST, GIVEN),
        (Name("Кабаев", "Азамат"), None, None, GIVEN),
        (english("Kabaev", "Azamat", "KG"), None, FIRST, None),
        (english("Wang", "Li", "CN"), None, None, None),
        (Name("Ван", "Ли", country="CN"), None, None, None),
        (english("Nagy", "Éva", "HU"), None, None, None),
        (Name("Nagy", "Éva", order=FIRST, language="hu", country="HU"), None, None, None),
        (english("Itō", "Ken", "JP"), None, None, None),
        (Name("Tanaka", "Ken", order=FIRST, language="en"), None, None, None),  # the person's own order
        (Name("Асан уулу", "Бакыт", language="ky"), None, None, None),
        (Name("李", "伟", language="zh-Hans"), None, None, None),
        (english("", "Suharto", "ID"), None, None, None),
    ],
)
def test_list_order_is_the_profiles_where_the_name_may_be_turned(
    name: Name, russian: NameOrder | None, chinese: NameOrder | None, western: NameOrder | None
) -> None:
    customs = ("surname-given-patronymic", "surname-given", "given-surname")
    assert [listed_order(name, custom) for custom in customs] == [russian, chinese, western]


@pytest.mark.parametrize(
    ("name", "called"),
    [
        (english("Kabaev", "Azamat", "KG"), "Kabaev"),
        (english("Wang", "Li", "CN"), "Wang"),
        (english("Nguyen", "An", "VN"), "An"),
        (english("García Márquez", "Gabriel", "ES"), "García"),
        (english("Silva Santos", "Ana", "PT"), "Santos"),
        (english("de Gaulle", "Charles", "FR"), "de Gaulle"),
        (english("", "Suharto", "ID"), "Suharto"),
        (Name("Асан уулу", "Бакыт", country="KG"), "Асан уулу"),
    ],
)
def test_what_stands_after_mr(name: Name, called: str) -> None:
    assert after_title(name) == called


def test_order_of_a_new_name() -> None:
    asked = [
        ("ru", "KG"), ("en", "KG"), ("en", "CN"), ("en", "VN"), ("hu", "HU"), ("en", "HU"), ("ja", "JP"), ("en", "JP"),
    ]  # fmt: skip
    assert [order_of(*one) for one in asked] == [FIRST, GIVEN, FIRST, FIRST, FIRST, GIVEN, FIRST, GIVEN]


def test_sorting_by_culture() -> None:
    names = [
        english("al-Hakim", "Ahmed", "SA"), english("Berg", "Ann"), english("van den Hoek", "Jan", "NL"),
        english("Van Damme", "Eva", "BE"), english("Silva Santos", "Ana", "PT"), english("García Márquez", "Luz", "ES"),
        english("", "Suharto", "ID"), english("Jónsdóttir", "Anna", "IS"), english("Isaev", "Oleg"),
        english("de Gaulle", "Yves", "FR"), english("Le Pen", "Jean", "FR"),
    ]  # fmt: skip
    shown = [(name.surname or name.given) for name in sorted(names, key=sort_key)]
    assert shown == [
        "Jónsdóttir", "Berg", "García Márquez", "de Gaulle", "al-Hakim", "van den Hoek", "Isaev", "Le Pen",
        "Silva Santos", "Suharto", "Van Damme",
    ]  # fmt: skip


def test_uulu_and_kyzy_belong_to_the_surname_wherever_they_were_typed() -> None:
    typed = [Name("Асан уулу", "Бакыт", language="ky"), Name("", "Бакыт", "Асан уулу", language="ky")]
    assert sort_key(typed[0])[: len("Асан уулу")] == sort_key(typed[1])[: len("Асан уулу")]
    order = sorted([Name("Асанов", "Б", language="ky"), *typed, Name("Абдыев", "Я", language="ky")], key=sort_key)
    assert [name.surname for name in order] == ["Абдыев", "Асан уулу", "", "Асанов"]


class Case(NamedTuple):
    """A case of CLDR: whose name, how it is asked for, and what it should be."""

    section: str
    order: str
    length: str
    name: Name
    expected: str


LANGUAGES = {"ru": "ru", "ky": "ky", "kk": "kk", "en": "en", "zh": "zh-Hans"}

NOT_ASKED = {
    "addressing": "here a person is addressed by salutation and post (4.2), not by a bare surname or given name",
    "monogram": "no paper of protocol has monograms",
    "informal": "nor pet names",
    "medium": "a list has the whole patronymic, initials have two; nothing stands between",
    "sorting short": "a sorted list has whole names",
    "Full": "a title is a post here; generations, credentials and a second surname are no fields of a name",
}
"""What of CLDR's cases does not apply, and why."""

PATRONYMIC = "CLDR leaves the middle name out in Kazakh; here it is the patronymic, which official lists print"
WHOLE = "CLDR does not shorten Kyrgyz names in front of a surname; offices do (4.7: А. А. Кабаев)"
COMMA = "a list sorted by surname has the comma in every language here, so that columns of one paper agree"
DOT = "in a Chinese text a name with the given name first is always a foreign one, and has the dot"
HAN = "a name in Chinese characters is not shortened"
FOREIGN = "told from Chinese names by its country; without one a surname in these characters is taken for Chinese"

DEVIATIONS: dict[tuple[str, str, str, str], tuple[str, str]] = {
    ("ky", "nativeGS", "sorting", "long"): ("Алымбекова, Каныкей", COMMA),
    ("ky", "nativeGS", "givenFirst", "short"): ("К. Алымбекова", WHOLE),
    ("ky", "nativeGGS", "givenFirst", "short"): ("К. Ж. Токаев", WHOLE),
    ("ky", "nativeGGS", "sorting", "long"): ("Токаев, Касым Жоомарт", COMMA),
    ("ky", "foreignGS", "givenFirst", "short"): ("К. Мюллер", WHOLE),
    ("ky", "foreignGS", "sorting", "long"): ("Мюллер, Кэйт", COMMA),
    ("ky", "foreignGGS", "givenFirst", "short"): ("З. Х. Штобер", WHOLE),
    ("ky", "foreignGGS", "sorting", "long"): ("Штобер, Зазилия Хамиш", COMMA),
    ("kk", "foreignGGS", "givenFirst", "long"): ("Сесилия Хэмиш Штобер", PATRONYMIC),
    ("kk", "foreignGGS", "surnameFirst", "long"): ("Штобер Сесилия Хэмиш", PATRONYMIC),
    ("kk", "foreignGGS", "givenFirst", "short"): ("С. Х. Штобер", PATRONYMIC),
    ("kk", "foreignGGS", "surnameFirst", "short"): ("Штобер С. Х.", PATRONYMIC),
    ("zh", "nativeGS", "givenFirst", "long"): ("安怡·张", DOT),
    ("zh", "nativeGS", "givenFirst", "short"): ("张安怡", HAN),
    ("zh", "nativeGGS", "givenFirst", "long"): ("俊年杰思·陈", DOT),
    ("zh", "nativeGGS", "givenFirst", "short"): ("陈俊年杰思", HAN),
    ("zh", "foreignGS", "givenFirst", "short"): ("米勒克特", FOREIGN),
    ("zh", "foreignGS", "surnameFirst", "long"): ("米勒克特", FOREIGN),
    ("zh", "foreignGS", "surnameFirst", "short"): ("米勒克特", FOREIGN),
    ("zh", "foreignGS", "sorting", "long"): ("米勒, 克特", FOREIGN),
    ("zh", "foreignGGS", "givenFirst", "short"): ("施托贝尔塞西莉亚", FOREIGN),
    ("zh", "foreignGGS", "givenFirst", "long"): ("塞西莉亚哈米什·施托贝尔", FOREIGN),
    ("zh", "foreignGGS", "surnameFirst", "long"): ("施托贝尔塞西莉亚哈米什", FOREIGN),
    ("zh", "foreignGGS", "surnameFirst", "short"): ("施托贝尔塞西莉亚", FOREIGN),
    ("zh", "foreignGGS", "sorting", "long"): ("施托贝尔, 塞西莉亚哈米什", FOREIGN),
}
"""Where we write otherwise than CLDR: what we write, and why."""


def cases(path: Path, language: str) -> Iterator[Case]:
    """Read the cases that apply."""
    section, parts, expected = "", {}, ""
    for line in path.read_text("utf-8").splitlines():
        kind, _, rest = line.partition(";")
        fields = [field.strip() for field in rest.split(";")]
        if line.startswith(("# native", "# foreign")):
            section, parts = line[2:].strip(), {}
        elif kind.strip() == "name":
            parts[fields[0]] = fields[1]
        elif kind == "expectedResult":
            expected = rest.strip()
        elif kind == "parameters":
            order, length, usage, formality = fields
            asked = usage == "referring" and formality == "formal" and not section.endswith("Full")
            if asked and (length == "long" or (length == "short" and order != "sorting")):
                country = "CN" if language == "zh-Hans" and section.startswith("native") else ""
                name = Name(parts.get("surname", ""), parts.get("given", ""), parts.get("given2", ""))
                yield Case(section, order, length, name._replace(language=language, country=country), expected)


def ours(case: Case) -> str:
    """Write a case's name our way; English initials stand close there, which is the house style without gaps."""
    if case.order == "sorting":
        return list_name(case.name)
    if case.length == "short":
        found = initials(case.name, gap=case.name.language != "en", after=case.order == "surnameFirst")
        return found.replace("\u00a0", " ")
    order = GIVEN if case.order == "givenFirst" else FIRST
    name = case.name
    return full_form(name.surname, name.given, name.patronymic, order=order, language=name.language)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_cases_of_cldr_but_for_the_deviations(shared_data: Path, tag: str) -> None:
    found = list(cases(shared_data / "names" / f"{tag}.txt", LANGUAGES[tag]))
    assert len(found) == 30
    others = {(tag, one.section, one.order, one.length): ours(one) for one in found if ours(one) != one.expected}
    assert others == {key: words for key, (words, _why) in DEVIATIONS.items() if key[0] == tag}
