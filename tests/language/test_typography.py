"""Quotes and spaces that never break (handbook 4.7)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.language.languages import known
from planner.language.numbers import format_number, join, numbered
from planner.language.typography import quote, typeset

# Words and signs that the rules look at, so that Hypothesis meets them often.
WORDS = st.sampled_from(
    [
        "г.",
        "ул.",
        "№",
        "5",
        "2024",
        "%",
        "—",
        "А.",
        "И.О.",
        "Ж.-П.",
        "Кабаев",
        "т.",
        "д.",
        "km",
        "Mr",
        "No.",
        "«",
        ":",
        "",
        "x",
        "\u00a0",
    ]
)
TEXTS = st.one_of(st.lists(WORDS, max_size=8).map(" ".join), st.text(max_size=30))


@pytest.mark.parametrize(
    ("language", "typed", "with_gaps"),
    [
        ("ru", "г. Красноярск, ул. Карла Маркса, д. 93", "г.~Красноярск, ул.~Карла Маркса, д.~93"),
        ("ru", "в 2024 г. Красноярск принял", "в 2024~г. Красноярск принял"),
        ("ru", "(г. Бишкек)", "(г.~Бишкек)"),
        ("ru", "А. А. Кабаев", "А.~А.~Кабаев"),
        ("ru", "Кабаев А. А., Логинов В.", "Кабаев~А.~А., Логинов~В."),
        ("ru", "И.О. Фамилия", "И.О.~Фамилия"),
        ("ru", "Ж.-П. Мартен", "Ж.-П.~Мартен"),
        ("ru", "и т. д., и т. п.", "и т.~д., и т.~п."),
        ("ru", "школа № 5", "школа №~5"),
        ("ru", "на 20 % и 15 км", "на 20~% и 15~км"),
        ("ru", "план — дело", "план~— дело"),
        ("ru", "телефон +7 000 000-00-21, до 20 апреля", "телефон +7~000~000-00-21, до 20~апреля"),
        ("en", "call +996 312 00 00 04 or 12 34", "call +996~312~00~00~04 or 12 34"),
        ("ru", "чемпионат «Красноярск 5.0», 16 команд", "чемпионат «Красноярск~5.0», 16 команд"),
        ("en", "the “Krasnoyarsk 5.0” robots of “2024”", "the “Krasnoyarsk~5.0” robots of “2024”"),
        ("en", "Hall No. 5, 20 %", "Hall No.~5, 20~%"),
        ("en", "Mr Kabaev and H.E. the Ambassador", "Mr~Kabaev and H.E.~the Ambassador"),
        ("en", "A. Kabaev", "A.~Kabaev"),
        ("ky", "№ 5 мектеп", "№~5 мектеп"),
        ("fr", "« Oui » : bien !", "«~Oui~»~: bien~!"),
        ("ru", "Обычное предложение без знаков", "Обычное предложение без знаков"),
        ("xx", "№ 5 г. Красноярск", "№ 5 г. Красноярск"),
    ],
)
def test_space_that_must_not_break_becomes_a_firm_one(language, typed, with_gaps):
    assert typeset(typed, language).replace("\u00a0", "~") == with_gaps


@given(TEXTS, st.sampled_from([*known(), "xx"]))
def test_typesetting_only_ever_exchanges_a_space(typed, language):
    set_once = typeset(typed, language)
    assert set_once.replace("\u00a0", " ") == typed.replace("\u00a0", " ")
    assert [new for old, new in zip(typed, set_once, strict=True) if old != new and (old, new) != (" ", "\u00a0")] == []


@given(TEXTS, st.sampled_from([*known(), "xx"]))
def test_typesetting_twice_changes_nothing_more(typed, language):
    assert typeset(typeset(typed, language), language) == typeset(typed, language)


@pytest.mark.parametrize(
    ("language", "text", "quoted"),
    [
        ("ru", "Причал", "«Причал»"),
        ("ru", "Клуб «Причал»", "«Клуб „Причал“»"),
        ("en", "Prichal", "“Prichal”"),
        ("en", "The “Prichal” Club", "“The ‘Prichal’ Club”"),
        ("ky", "Ала-Тоо", "«Ала-Тоо»"),
        ("de", "Anker", "„Anker“"),
        ("fr", "Ancre", "«\u00a0Ancre\u00a0»"),
        ("zh-Hans", "码头", "“码头”"),
    ],
)
def test_quotes_inside_quotes_are_the_inner_ones(language, text, quoted):
    assert quote(text, language) == quoted


@pytest.mark.parametrize(
    ("language", "number", "decimals", "written"),
    [
        ("ru", 12500.5, 1, "12\u00a0500,5"),
        ("ky", 12500.5, 1, "12\u00a0500,5"),
        ("en", 12500.5, 1, "12,500.5"),
        ("ru", 1940, 0, "1\u00a0940"),
        ("ru", -30, 0, "−30"),
    ],
)
def test_number_has_the_signs_of_its_language(language, number, decimals, written):
    assert format_number(number, language, decimals=decimals) == written


def test_number_sign_stays_with_its_number():
    signs = [numbered(5, language) for language in ("ru", "en", "ky")]
    assert signs == ["№\u00a05", "No.\u00a05", "№\u00a05"]


@pytest.mark.parametrize(
    ("language", "words", "joined"),
    [
        ("ru", ["а", "б", "в"], "а, б и в"),
        ("en", ["a", "b"], "a and b"),
        ("ky", ["а", "б"], "а жана б"),
        ("en", ["a"], "a"),
        ("en", [], ""),
    ],
)
def test_list_of_words_ends_with_and(language, words, joined):
    assert join(words, language) == joined


@pytest.mark.parametrize(
    ("language", "loose", "kept"),
    [
        ("ru", "встреча 10 апреля 2024 г. в зале", "встреча 10~апреля 2024~г. в зале"),
        ("ru", "16–17 мая, 1 мая.", "16–17~мая, 1~мая."),
        ("ru", "в мае 2024", "в мае 2024"),
        ("en", "On 10 April 2024, 3 of May", "On 10~April 2024, 3 of May"),
        ("ru", "мест багажа: 2 · ночей: 12", "мест багажа:~2 · ночей:~12"),
        ("en", "bags: 2, telephone: 88002000", "bags:~2, telephone: 88002000"),
    ],
)
def test_day_stays_with_its_month_and_a_count_with_what_is_counted(language: str, loose: str, kept: str) -> None:
    assert typeset(loose, language) == kept.replace("~", "\u00a0")
