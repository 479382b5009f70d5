"""The signs of the typewriter become those of the language; letters stay, and twice changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.language.loose_signs import is_loose, mended


@pytest.mark.parametrize(
    ("language", "text", "right"),
    [
        ("ru", 'Посещение "Енисея"', "Посещение «Енисея»"),
        ("en", 'Visit to "Yenisei"', "Visit to “Yenisei”"),
        ("ru", "Мэр - глава города", "Мэр\u00a0— глава города"),
        ("en", "The Mayor - head of the city", "The Mayor – head of the city"),
        ("ru", "10.00 - 11.00", "10.00–11.00"),
        ("en", "10:00-11:00", "10:00–11:00"),
        ("ru", "Школа N 5", "Школа №\u00a05"),
    ],
)  # fmt: skip
def test_signs_become_those_of_the_language(language: str, text: str, right: str) -> None:
    assert (mended(text, language), is_loose(text, language)) == (right, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "Чолпон-Ата"), ("ru", "«Енисей»"), ("en", "5-a-side"), ("ru", "А. А. Кабаев"), ("ru", 'Экран 15"')],
)
def test_what_is_right_or_unsure_is_left_alone(language: str, text: str) -> None:
    assert not is_loose(text, language)


@given(st.text('аб 1.:-"№N«»—', max_size=20), st.sampled_from(["ru", "en", "ky", "mn"]))
def test_mending_twice_changes_nothing(text: str, language: str) -> None:
    once = mended(text, language)
    assert mended(once, language) == once


@given(st.text('аб 1.:-"№N«»—', max_size=20))
def test_letters_and_digits_stay(text: str) -> None:
    letters = [one for one in text if one.isalnum() and one != "N"]
    assert [one for one in mended(text, "ru") if one.isalnum() and one != "N"] == letters
