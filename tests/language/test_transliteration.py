"""Names in other letters (handbook 4.3), and the transliterations of CLDR where they apply."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.language.transliteration import Scheme, cyrillic, romanise

ICAO, BGN, COMMON = Scheme.ICAO, Scheme.BGN, Scheme.COMMON


@pytest.mark.parametrize(
    ("vector", "name", "language", "scheme", "written"),
    [
        ("TR-1", "Логинов Владислав", "ru", ICAO, "Loginov Vladislav"),
        ("TR-2", "Кабаев Азамат", "ru", ICAO, "Kabaev Azamat"),
        ("TR-2", "Кабаев", "ru", BGN, "Kabayev"),
        ("TR-2", "Кабаев", "ru", COMMON, "Kabaev"),
        ("TR-3", "Щербаков Юрий", "ru", ICAO, "Shcherbakov Iurii"),
        ("TR-3", "Щербаков Юрий", "ru", COMMON, "Shcherbakov Yuri"),
        ("TR-4", "Хакимова Лилия", "ru", ICAO, "Khakimova Liliia"),
        ("TR-5", "Подъячев Алексей", "ru", ICAO, "Podieiachev Aleksei"),
        ("TR-6", "Жээнбекова Айгуль", "ru", ICAO, "Zheenbekova Aigul"),
        ("TR-6", "Жээнбекова", "ky", COMMON, "Jeenbekova"),
    ],
)
def test_vector_of_the_handbook(vector: str, name: str, language: str, scheme: Scheme, written: str) -> None:
    assert romanise(name, scheme, language) == written
    assert romanise(name.upper(), scheme, language) == written.upper()


@pytest.mark.parametrize(
    ("name", "language", "scheme", "written"),
    [
        ("Таң Өмүр Үмүт", "ky", ICAO, "Tan Omur Umut"),
        ("Таң Өмүр Үмүт", "ky", BGN, "Tang Ömür Ümüt"),
        ("Жапаров, Жалал-Абад", "ky", COMMON, "Japarov, Jalal-Abad"),
        ("Жапаров", "ru", ICAO, "Zhaparov"),
        ("Қасым-Жомарт Тоқаев", "kk", BGN, "Qasym-Zhomart Toqaev"),
        ("Қасым-Жомарт Тоқаев", "kk", ICAO, "Kasym-Zhomart Tokaev"),
        ("Ёлкин", "ru", Scheme.GOST_779, "Ëlkin"),  # iuliia leaves the Cyrillic letter there
        ("Подъячев", "ru", Scheme.GOST_52535, "Podiachev"),
        ("Anna Щ.", "ru", ICAO, "Anna Shch."),
        ("", "ru", BGN, ""),
    ],
)
def test_letters_of_a_scheme(name: str, language: str, scheme: Scheme, written: str) -> None:
    assert romanise(name, scheme, language) == written


DEVIATIONS = {
    "ĭ": ("y", "the system of 1979 writes Kyrgyz й as y (its own table: Чүй, Chüy); CLDR keeps it apart from ы"),
    "ʹ": ("’", "CLDR has the modifier letter; BGN/PCGN, and the handbook, the quotation mark"),
    "ʺ": ("”", "the same for ъ"),
}
"""Where CLDR writes otherwise than we do: its letter, ours, and why."""


@pytest.mark.parametrize(
    ("language", "file"), [("ru", "ru-Latn-t-ru-m0-bgn.txt"), ("ky", "ky-Latn-t-ky-m0-bgn.txt")]
)
def test_bgn_pcgn_is_that_of_cldr_but_for_the_deviations(shared_data: Path, language: str, file: str) -> None:
    pairs = [line.split("\t") for line in (shared_data / "names" / file).read_text("utf-8").splitlines() if line]
    assert len(pairs) > 80
    expected = [unicodedata.normalize("NFC", latin) for _cyrillic, latin in pairs]
    for theirs, (ours, _why) in DEVIATIONS.items():
        expected = [latin.replace(theirs, ours) for latin in expected]
    assert [romanise(word, BGN, language, dots=True) for word, _latin in pairs] == expected


def test_names_bear_no_dots_between_letters() -> None:
    assert [romanise("Иркутск", BGN), romanise("Иркутск", BGN, dots=True)] == ["Irkutsk", "Irkut·sk"]


@pytest.mark.parametrize(
    ("name", "language", "written"),
    [
        ("KABAEV AZAMAT", "ru", "Кабаев Азамат"),
        ("IUSUPOV IURII", "ru", "Юсупов Юрий"),
        ("KHAKIMOVA LILIIA", "ru", "Хакимова Лилия"),
        ("Shcherbakov Yuriy", "ru", "Щербаков Юрий"),
        ("Mikhail Sergei Aleksey", "ru", "Михаил Сергей Алексей"),
        ("Yevgeny Dmitry Groznyy", "ru", "Евгений Дмитрий Грозный"),
        ("Pod”yachev Aygul’", "ru", "Подъячев Айгуль"),
        ("O’Brien", "ru", "О’Бриен"),
        ("Japarov Döng-Aryk", "ky", "Жапаров Дөң-Арык"),
        ("Кабаев", "ru", "Кабаев"),
    ],
)
def test_latin_name_is_suggested_in_cyrillic(name: str, language: str, written: str) -> None:
    assert cyrillic(name, language) == written


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x52F), max_size=20), st.sampled_from(list(Scheme)))
def test_no_russian_letter_is_left(text: str, scheme: Scheme) -> None:
    russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
    assert not set(romanise(text, scheme).lower()) & set(russian)


@given(st.text(max_size=30), st.sampled_from(["ru", "ky", "kk", "en"]))
def test_any_text_can_be_asked_for(text: str, language: str) -> None:
    assert [isinstance(cyrillic(text, language), str), isinstance(romanise(text, BGN, language), str)] == [True, True]
