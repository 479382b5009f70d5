"""What days are called beside events, the weekday in the room there is, and amounts with the sign of the language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from ui.common.event_words import day_or_month
from ui.common.gift_words import money, parse_money
from ui.common.moment_fields import DateField
from ui.translate import set_language

TODAY = date(2026, 11, 23)


@pytest.fixture
def russian() -> Iterator[None]:
    set_language("ru")
    yield
    set_language("en")


def test_month_of_another_year_stands_in_the_nominative(russian: None) -> None:
    months = [day_or_month(date(2024, month, 10), TODAY) for month in (3, 4, 5, 9)]
    assert months == ["март 2024", "апр. 2024", "май 2024", "сент. 2024"]
    assert day_or_month(date(2026, 3, 10), TODAY) == "10 марта"


def test_month_in_english_stays_short() -> None:
    assert [day_or_month(date(2024, month, 10), TODAY) for month in (3, 5)] == ["Mar 2024", "May 2024"]


def test_weekday_is_short_where_it_has_no_room(qtbot: QtBot, russian: None) -> None:
    field = DateField("Последний день")
    qtbot.addWidget(field)
    field.set_value(date(2024, 4, 25))
    field.show()
    said = []
    for width in (400, field.caption_width() + 40):
        field.resize(QSize(width, 60))
        said.append(field._aside.text())
    assert said == ["четверг", "чт"]


def test_amounts_have_the_sign_of_the_language(russian: None) -> None:
    said = [money(425050), money(425000)]
    set_language("en")
    assert (said, money(425050)) == (["4\u00a0250,50", "4\u00a0250"], "4\u00a0250.50")
    assert [parse_money(words) for words in (*said, money(425050))] == [425050, 425000, 425050]
