"""A dressed application, in English, for every test of the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.office import Office, open_office
from ui import theme
from ui.translate import set_language


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    if theme.current() is not theme.LIGHT or theme.text_size() != 100 or not qapp.styleSheet():
        theme.apply(qapp, theme.Choice.LIGHT)
    yield
    set_language("en")


@pytest.fixture
def office(tmp_path: Path, sqlite_template: Path) -> Iterator[Office]:
    """An empty office of this test's own, with a context that works at once."""
    opened = open_office(tmp_path, template=sqlite_template)
    yield opened
    opened.planner.close()
