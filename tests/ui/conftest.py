"""A dressed application, in English, for every test of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.translate import set_language


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    if theme.current() is not theme.LIGHT or theme.text_size() != 100 or not qapp.styleSheet():
        theme.apply(qapp, theme.Choice.LIGHT)
    yield
    set_language("en")
