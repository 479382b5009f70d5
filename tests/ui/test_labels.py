from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.common.buttons import Button, Link
from ui.common.fields import ToggleRow
from ui.common.labels import PlainLabel, plain_tooltip

HOSTILE = "<b>A & B</b> <img src='/x.png'>"


@pytest.mark.parametrize("role", ["", "muted", "heading", "stop"])
def test_label_shows_markup_as_characters(qtbot: QtBot, role: str) -> None:
    label = PlainLabel(HOSTILE, role=role)
    qtbot.addWidget(label)
    assert (label.textFormat(), label.text(), label.accessibleName()) == (Qt.TextFormat.PlainText, HOSTILE, HOSTILE)


def test_tooltip_is_escaped(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    plain_tooltip(widget, HOSTILE)
    assert widget.toolTip() == "<span>&lt;b&gt;A &amp; B&lt;/b&gt; &lt;img src=&#x27;/x.png&#x27;&gt;</span>"


def test_shortened_label_says_the_whole_in_its_tooltip(qtbot: QtBot) -> None:
    label = PlainLabel("Встреча с Главой города Красноярска", elide=True)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    narrow = label.toolTip()
    label.resize(600, 20)
    assert (narrow, label.toolTip()) == ("<span>Встреча с Главой города Красноярска</span>", "")


def test_ampersand_is_no_shortcut(qtbot: QtBot) -> None:
    widgets = (Button("Flags & pens"), Link("Flags & pens"))
    toggle = ToggleRow("Flags & pens")
    for widget in (*widgets, toggle):
        qtbot.addWidget(widget)
    assert [widget.text() for widget in widgets] + [toggle.box.text()] == ["Flags && pens"] * 3
    assert [widget.shortcut().isEmpty() for widget in widgets] == [True, True]
