"""What a name in one language may be in another."""

from __future__ import annotations

from planner.language.name_offers import PASSPORT, Parts, offers

KABAEV = Parts("Кабаев", "Азамат", "Асанович")


def words(target: str, names: dict[str, Parts], country: str = "") -> list[str]:
    return [offer.words for offer in offers(target, names, country)]


def test_english_and_passport_are_made_from_the_russian_without_a_patronymic() -> None:
    assert words("en", {"ru": KABAEV}) == ["Kabaev Azamat", "Kabayev Azamat"]
    assert words(PASSPORT, {"ru": KABAEV}) == ["KABAEV AZAMAT"]


def test_kyrgyz_is_romanised_by_its_own_table_even_from_the_russian() -> None:
    names = {"ru": Parts("Жапаров", "Садыр")}
    assert words("en", names, "KG") == ["Japarov Sadyr", "Zhaparov Sadyr"]
    assert words("en", names) == ["Zhaparov Sadyr"]
    assert words("en", {**names, "ky": Parts("Жапаров", "Садыр")}) == ["Japarov Sadyr", "Zhaparov Sadyr"]


def test_the_fullest_name_is_the_source_and_its_lookalikes_do_not_go_over() -> None:
    assert words("en", {"ky": Parts("Кaбаев"), "ru": KABAEV})[0] == "Kabaev Azamat"
    assert words("en", {"ru": Parts("Кaбаев", "Азамат")})[0] == "Kabaev Azamat"


def test_cyrillic_is_taken_from_the_other_cyrillic_then_from_the_sound() -> None:
    assert words("ru", {"ky": Parts("Өмүров", "Таңат")}) == ["Омуров Танат"]
    assert words("ky", {"ru": KABAEV}) == ["Кабаев Азамат Асанович"]
    assert words("ru", {"en": Parts("Loginov", "Vladislav")}) == ["Логинов Владислав"]
    assert words("ru", {PASSPORT: Parts("LOGINOV", "IURII")}) == ["Логинов Юрий"]


def test_nothing_is_offered_where_nothing_is_missing_or_nothing_fits() -> None:
    assert words("en", {"ru": KABAEV, "en": Parts("Kabaev", "Azamat")}) == []
    assert words("en", {"ru": KABAEV, "en": Parts("Kabaeff")}) == []
    assert words("en", {"ru": KABAEV, "en": Parts("kabayev")}) == ["Kabayev Azamat"]
    assert words("zh-Hans", {"ru": KABAEV}) == []
    assert words("en", {"de": Parts("Kabaev", "Asamat")}) == []
    assert words("ru", {}) == []
