"""Phrases as a table: languages by tag or own name, and back again."""

from __future__ import annotations

import pytest

from planner.errors import ImportRefused
from planner.exchange.csv_table import read_csv
from planner.exchange.phrases import phrases_as_csv, phrases_of
from planner.rules.text import Source


def read(content: str) -> list[tuple[dict[str, str], str]]:
    found = phrases_of(read_csv(content.encode(), "a.csv"))
    assert all(one.source is Source.IMPORT for words, _topic in found for one in words.wordings.values())
    return [({tag: one.text for tag, one in words.wordings.items()}, topic) for words, topic in found]


def test_languages_are_named_by_tag_or_by_their_own_name() -> None:
    assert read("Русский;en;Topic\nОбед;Lunch;meal\nУжин;;no kind\n;;\n") == [
        ({"ru": "Обед", "en": "Lunch"}, "meal"), ({"ru": "Ужин"}, "")
    ]  # fmt: skip


def test_tabs_part_columns_too() -> None:
    assert read("ru\ten\nОбед\tLunch\n") == [({"ru": "Обед", "en": "Lunch"}, "")]


def test_table_with_one_language_is_refused() -> None:
    with pytest.raises(ImportRefused):
        read("ru,Post\nОбед,Lunch\n")


def test_what_was_written_is_read_again_formulas_and_all() -> None:
    phrases = [({"ru": "=Обед, «Ёлка»", "en": 'Lunch"s'}, "meal"), ({"ky": "Түшкү тамак", "en": "+Lunch"}, "")]
    assert read(phrases_as_csv(phrases).decode()) == phrases
