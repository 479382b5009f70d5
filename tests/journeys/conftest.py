"""The sample office in the real window, for stories told from the first click to the paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from planner.app import open_planner
from tests.ui.closed import delete_closed
from tests.ui.window_office import Shown, show_office
from ui import theme
from ui.translate import set_language

CLOCK = datetime(2024, 4, 15, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    if not qapp.styleSheet():
        theme.apply(qapp, theme.Choice.LIGHT)
    yield
    delete_closed()
    set_language("en")


def open_window(qtbot, office: Path, folder: Path) -> Shown:
    """Open the window on an office as "anna", everything on one thread."""
    shown = show_office(open_planner(str(office), author="anna", clock=lambda: CLOCK), folder)
    qtbot.addWidget(shown.window)
    return shown


def close_window(shown: Shown) -> None:
    """Close the window and give the office back."""
    shown.program.close()
    shown.window.close()
    shown.planner.close()
