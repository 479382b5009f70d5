from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.gallery import ROOMS
from ui import theme
from ui.common.labels import PlainLabel


@pytest.mark.parametrize(("look", "percent"), [("light", 100), ("dark", 175)])
def test_every_widget_is_drawn_in_each_theme_and_size(
    qapp: QApplication, qtbot: QtBot, look: str, percent: int
) -> None:
    theme.apply(qapp, look, percent)
    drawn = []
    for make, size in ROOMS.values():
        widget = make()
        qtbot.addWidget(widget)
        widget.resize(*size)
        widget.show()
        drawn.append(not widget.grab().isNull())
    theme.apply(qapp, theme.Choice.LIGHT)
    assert drawn == [True] * len(ROOMS)


def test_no_label_of_the_toolkit_guesses_markup(qtbot: QtBot) -> None:
    guessing = []
    for make, _size in ROOMS.values():
        widget = make()
        qtbot.addWidget(widget)
        guessing += [
            label.text() for label in widget.findChildren(QLabel) if label.text() and not isinstance(label, PlainLabel)
        ]
    assert guessing == []
