"""The preferences: each takes effect at once and is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.keys import type_text
from tests.ui.window_office import Ids, Shown
from ui import theme
from ui.preferences.dialog import PreferencesDialog
from ui.settings import SettingsFile
from ui.translate import language, set_language
from ui.window.office_files import OfficeFiles


@pytest.fixture(autouse=True)
def undressed(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply(qapp, theme.Choice.LIGHT)


def test_language_theme_and_size_take_effect_and_are_kept(qtbot: QtBot, tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "settings.json")
    dialog = PreferencesDialog(settings)
    qtbot.addWidget(dialog)
    dialog.language.edited.emit("ru")
    dialog.theme.edited.emit("dark")
    with qtbot.waitSignal(dialog.resized):
        dialog.text_size.edited.emit(150)
    assert (language(), theme.is_dark(), theme.text_size()) == ("ru", True, 150)
    again = SettingsFile(tmp_path / "settings.json").now
    assert (again.language, again.theme, again.text_size) == ("ru", "dark", 150)


def test_the_authors_name_stands_in_the_next_step(shown: tuple[Shown, Ids]) -> None:
    made, _ids = shown
    OfficeFiles(made.program).preferences()
    dialog = made.window.findChild(PreferencesDialog)
    dialog.author.line.clear()
    type_text(dialog.author.line, "Olga")
    dialog.accept()
    assert made.planner.author == "Olga"
    assert made.window.settings.now.more["author"] == "Olga"
    assert made.window.top.steps()[0] == "Nothing to undo"


def test_no_field_is_cut_in_a_large_russian_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    set_language("ru")
    theme.apply(qapp, theme.Choice.DARK, 150)
    dialog = PreferencesDialog(SettingsFile(tmp_path / "settings.json"))
    qtbot.addWidget(dialog)
    dialog.show()
    fields = dialog.language, dialog.theme, dialog.text_size, dialog.author
    assert [field.height() >= field.sizeHint().height() for field in fields] == [True] * 4
