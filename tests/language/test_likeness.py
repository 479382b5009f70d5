"""Names that may be one name: other letters, script, transliteration, order, initials; and names of two people."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.language.likeness import NearNames, PairsMemory, likeness, spelling
from planner.rules.likeness import Likeness

LETTERS = st.sampled_from("abeikmnorstvz")
NAMES = st.lists(st.text(LETTERS, min_size=3, max_size=8), min_size=2, max_size=3).map(" ".join)


def compared(one: str, other: str) -> tuple[int, int, int, bool, bool] | None:
    found = likeness(spelling(one), spelling(other))
    return found[:5] if found else None


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("Кабаев Азамат", "Кабаев Азамат", (0, 0, 0, False, False)),
        ("Кабаев Азамат", "Azamat Kabayev", (0, 0, 0, True, True)),
        ("Жээнбекова Айгуль", "Jeenbekova Aigul", (0, 0, 0, False, True)),
        ("Щербаков Юрий", "Iurii Shcherbakov", (0, 0, 0, True, True)),
        ("Подъячев Алексей", "PODIEIACHEV ALEKSEI", (1, 0, 0, False, True)),
        ("Abdul G. Jawshan", "A. G. Jawshan", (0, 1, 0, False, False)),
        ("Mr Abdul Jawshan", "Abdul Javshan", (0, 0, 0, False, True)),
        ("г-н Логинов Владислав", "Логинов В.", (0, 1, 0, False, False)),
        ("Логинов Владислав Анатольевич", "Логинов Владислав", (0, 0, 1, False, False)),
        ("Abdul Rahman Ali", "Abdulrahman Ali", (1, 0, 0, False, False)),
        ("Иванов Пётр Ильич", "Иванов Петр Андреевич", None),
        ("Genc Mlloja", "Genc", None),
        ("李明", "李月", None),
    ],
)
def test_spellings_of_one_name_are_told_from_other_names(
    one: str, other: str, found: tuple[int, int, int, bool, bool] | None
) -> None:
    assert compared(one, other) == found


@settings(max_examples=60)
@given(names=st.lists(NAMES, min_size=2, max_size=12))
def test_every_pair_is_found_that_comparing_each_with_each_finds(names: list[str]) -> None:
    spelt = {number: [spelling(name)] for number, name in enumerate(names)}
    found = {(one, other): alike._replace(rare=False) for one, other, alike in NearNames(spelt).pairs()}
    slow: dict[tuple[int, int], Likeness] = {}
    for one in spelt:
        for other in range(one + 1, len(names)):
            alike = likeness(spelt[one][0], spelt[other][0])
            if alike is not None:
                slow[one, other] = alike
    assert found == slow


@settings(max_examples=60)
@given(names=st.lists(NAMES, min_size=2, max_size=8), later=st.lists(NAMES, max_size=8))
def test_what_changed_is_compared_again_and_nothing_else_is_lost(names: list[str], later: list[str]) -> None:
    def numbered(some: list[str]) -> dict[int, tuple[object, ...]]:
        return {number: (spelling(name),) for number, name in enumerate(some)}

    memory = PairsMemory()
    memory.of(numbered(names))  # type: ignore[arg-type]
    new = numbered(later)
    again = {(one, other) for one, other, _ in memory.of(new)}  # type: ignore[arg-type]
    assert again == {(one, other) for one, other, _ in NearNames(new).pairs()}  # type: ignore[arg-type]
