"""Lines: where a paragraph may be broken."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from planner.documents.linebreak import break_text


def test_line_takes_as_many_words_as_fit():
    assert break_text("aa bb cc dd", len, 5) == ["aa bb", "cc dd"]


def test_word_that_fits_no_line_is_cut():
    assert break_text("x abcdefgh", len, 3) == ["x", "abc", "def", "gh"]


def test_word_is_broken_after_its_hyphen():
    assert break_text("национально-культурная", len, 14) == ["национально-", "культурная"]


def test_name_with_a_capital_after_the_hyphen_stays_whole():
    assert break_text("город Джалал-Абад", len, 12) == ["город", "Джалал-Абад"]


def test_short_part_before_a_hyphen_is_not_torn_off():
    assert break_text("по-русски кое-что", len, 12) == ["по-русски", "кое-что"]


def test_no_break_space_binds():
    assert break_text("10 г.\u00a0Бишкек", len, 9) == ["10", "г.\u00a0Бишкек"]


def test_marks_without_a_width_stay_with_their_letter():
    assert break_text("aa\u0301bb", lambda text: sum(letter != "\u0301" for letter in text), 2) == ["aa\u0301", "bb"]


def test_several_spaces_inside_a_line_are_kept():
    assert break_text("a  b", len, 10) == ["a  b"]


@given(st.text(alphabet="ab-Я ]", max_size=60), st.integers(1, 12))
def test_nothing_is_lost_and_no_line_is_too_long(text, limit):
    lines = break_text(text, len, limit)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(len(line.strip()) <= limit for line in lines)
