"""Every described language says all that papers ask for."""

from __future__ import annotations

import re

import pytest

from planner.language.languages import find, known, own_name
from planner.language.paper_words import missing, word

PLACES = re.compile(r"\{\w+\}")


def test_languages_at_hand_are_those_with_a_file():
    assert known() == (*"ar de en fr he hi hy ja ka kk ky mn ru tr".split(), "zh-Hans")


@pytest.mark.parametrize("language", known())
def test_language_has_every_word_of_the_papers(language):
    english = find("en").paper
    places = {key: sorted(PLACES.findall(words)) for key, words in find(language).paper.items()}
    assert places == {key: sorted(PLACES.findall(words)) for key, words in english.items()}


@pytest.mark.parametrize("language", [*known(), "xx"])
def test_language_has_every_form_of_a_date(language):
    english = set(find("en").dates)
    optional = {"first_day", "range_days_full", "range_months_full", "range_years_full"}
    assert set(find(language).dates) - optional == english - optional


@pytest.mark.parametrize("language", known())
def test_language_has_twelve_months_and_seven_days(language):
    data = find(language)
    counts = [
        len(names)
        for names in (data.months, data.months_nominative, data.months_short, data.weekdays, data.weekdays_short)
    ]
    assert counts == [12, 12, 12, 7, 7]


def test_languages_call_themselves_by_their_own_names():
    assert [own_name(tag) for tag in ("ru", "ky", "mn", "en-GB", "xx")] == [
        "Русский",
        "Кыргызча",
        "Монгол",
        "English",
        "xx",
    ]


def test_mark_of_a_missing_wording_is_in_the_missing_language():
    marks = [missing(tag) for tag in ("ru", "en", "xx", "pt-BR")]
    assert marks == ["[нет по-русски]", "[no English text]", "[— xx]", "[— pt-BR]"]


def test_word_of_a_paper_keeps_a_brace_in_a_value():
    assert word("in_charge", "ru", people="{people} {x}") == "Ответственный: {people} {x}"


def test_language_nobody_described_speaks_english_on_paper():
    assert word("to_be_confirmed", "xx") == "to be confirmed"
