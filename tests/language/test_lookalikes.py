"""Letters that look right and are others (handbook 4.7, the fixture `homoglyph`)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.language.lookalikes import Lookalike, find, mend, wrong_script


@pytest.mark.parametrize(
    ("text", "language", "found", "mended"),
    [
        ("кѳп", "ky", [(1, "ѳ", "ө")], "көп"),
        ("таӊ", "ky", [(2, "ӊ", "ң")], "таң"),
        ("ѲМҮР", "ky", [(0, "Ѳ", "Ө")], "ӨМҮР"),
        ("Кaбаев", "ru", [(1, "a", "а")], "Кабаев"),
        ("Kabaеv", "en", [(4, "е", "e")], "Kabaev"),
        ("Yмүтов", "ky", [(0, "Y", "Ү")], "Үмүтов"),
        ("Бишкек\u200b", "ru", [(6, "\u200b", "")], "Бишкек"),
        ("Сергеи\u0306", "ru", [(5, "и\u0306", "й")], "Сергей"),
        ("встреча c мэром", "ru", [(8, "c", "с")], "встреча с мэром"),
        ("Καбаев", "ru", [(0, "Κ", "К"), (1, "α", None)], "Кαбаев"),
        ("ɵмүр", "ky", [(0, "ɵ", "ө")], "өмүр"),
    ],
)
def test_lookalike_is_found_and_mended(text: str, language: str, found: list, mended: str) -> None:
    assert find(text, language) == tuple(Lookalike(*one) for one in found)
    assert mend(text, language) == mended


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Кабаев Азамат", "ru"),
        ("XXI век и IT-отдел", "ru"),
        ("Встреча в Zoom, зал C", "ru"),
        ("COBET", "ru"),
        ("Aigül Jeenbekova", "en"),
        ("Өмүров Таңат", "ky"),
        ("Қасым Әсем Ұлан", "kk"),
        ("محمد\u200cعلی", "fa"),
        ("李伟", "zh-Hans"),
        ("", "ru"),
    ],
)
def test_what_is_right_is_left_alone(text: str, language: str) -> None:
    assert find(text, language) == ()


def test_whole_word_of_twins_is_found_in_a_name_only() -> None:
    assert mend("COBET", "ru", name=True) == "СОВЕТ"
    assert [one.position for one in find("МОРЕ", "en", name=True)] == [0, 1, 2, 3]
    assert find("Smith", "ru", name=True) == ()


def test_name_in_the_wrong_script() -> None:
    asked = [("Логинов", "en"), ("Loginov", "ru"), ("Логинов", "ru"), ("12", "ru"), ("李", "zh-Hans")]
    assert [wrong_script(*one) for one in asked] == [True, True, False, False, False]


@given(st.text(max_size=30), st.sampled_from(["ru", "ky", "en", "zh-Hans"]), st.booleans())
def test_mended_text_has_nothing_left_that_can_be_mended(text: str, language: str, name: bool) -> None:
    found = find(text, language, name=name)
    assert [text[one.position : one.position + len(one.found)] for one in found] == [one.found for one in found]
    mended = mend(text, language, name=name)
    assert [one for one in find(mended, language, name=name) if one.meant is not None] == []
