"""Words typed once, in no language that is told: they stand in one column of a paper and in no other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.documents import gift_list, preparation
from planner.documents.content import Content
from planner.documents.data import HeadingData
from planner.documents.logistics_data import GiftData, GiftsData
from planner.documents.photographs import portrait
from planner.documents.set_data import PictureData, TaskData, TasksData
from planner.documents.typed_once import Once, once
from planner.documents.wording import for_languages
from planner.rules.text import EMPTY, text
from tests.documents.events import event


@pytest.mark.parametrize(
    ("words", "column"),
    [
        ("представительские расходы", "ru"),
        ("Photo: the press office", "en"),
        ("рядом с VIP", "ru"),
        ("АВ ab", "ru"),  # as much of either: the language the office writes for itself in
        ("漢字", "ru"),  # of neither
        ("№ 4 / 12", None),
        ("", None),
    ],
)
def test_column_is_that_of_the_letters(words: str, column: str | None) -> None:
    assert Once(("ru", "en"), "ru").column(words) == column


def test_russian_words_stand_in_russian_beside_kyrgyz_which_has_all_their_letters() -> None:
    assert Once(("ky", "ru"), "ru").column("рядом с главой") == "ru"
    assert Once(("ky", "ru"), "ru").column("күрсү") == "ky"


@given(st.text(), st.permutations(["ru", "en", "ky"]))
def test_words_with_letters_stand_in_one_column_and_others_in_all(words: str, tags: list[str]) -> None:
    wordings = for_languages(tags)
    typed = once(event(), wordings)
    columns = [each.language for each in wordings if words and typed.said(words, each) == words]
    letters = any(letter.isalpha() for letter in words.casefold())
    assert len(columns) == (0 if not words else 1 if letters else 3)


def columns(content: Content) -> list[list[str]]:
    """The lines of each language."""
    return [
        [line.text.replace("\u00a0", " ") for block in content.blocks for row in block.rows for line in row.cells[at]]
        for at in range(len(content.languages))
    ]


def test_line_of_expenses_stands_in_its_own_language_alone() -> None:
    gift = GiftData(1, text(ru="Альбом", en="Album"), from_us=True, budget="представительские расходы", note="red box")
    data = GiftsData(event(), HeadingData(), (gift,))
    assert columns(gift_list.compose(data, languages=("ru", "en"))) == [
        ["Альбом", "не упакован · статья расходов: представительские расходы"], ["Album", "not wrapped yet · red box"],
    ]  # fmt: skip
    assert columns(gift_list.compose(data, languages=("en",))) == [
        ["Album", "not wrapped yet · expense line: представительские расходы · red box"]
    ]


def test_task_of_ones_own_has_its_title_once() -> None:
    tasks = (TaskData(1, "", "Заказать цветы", "Аида", note="белые"), TaskData(2, "", "Call the hotel", ""))
    data = TasksData(event(), HeadingData(), tasks)
    assert columns(preparation.compose(data, languages=("ru", "en"))) == [
        ["Заказать цветы", "Ответственный: Аида", "белые"], ["Call the hotel", "Responsible: —"],
    ]  # fmt: skip


def test_who_took_a_portrait_is_said_in_one_language() -> None:
    picture = PictureData(1, EMPTY, credit="Пресс-служба", sha256="0" * 64, width=3, height=4)
    wordings = for_languages(("ru", "en"))
    found = portrait(picture, "", wordings, typed=once(event(), wordings), agreed_only=False)
    assert found is not None
    assert [[line.text for line in cell] for cell in found.caption] == [["Фото: Пресс-служба"], []]
