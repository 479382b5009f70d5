"""A dressed application, in English, for every test of the window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner.rules.kinds import EventKind
from tests.ui.closed import delete_closed
from tests.ui.office import Office, open_office
from tests.ui.papers_desk import Desk, show
from tests.ui.window_office import Ids, Shown, fill, open_in_may, show_office
from ui import theme
from ui.translate import set_language


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    if theme.current() is not theme.LIGHT or theme.text_size() != 100 or not qapp.styleSheet():
        theme.apply(qapp, theme.Choice.LIGHT)
    yield
    delete_closed()
    set_language("en")


@pytest.fixture
def office(tmp_path: Path, sqlite_template: Path) -> Iterator[Office]:
    """An empty office of this test's own, with a context that works at once."""
    opened = open_office(tmp_path, template=sqlite_template)
    yield opened
    opened.planner.close()


@pytest.fixture(scope="session")
def filled_template(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> tuple[Path, Ids]:
    """A small office, filled once in a run, to be copied; and the ids of what there is."""
    path = tmp_path_factory.mktemp("filled") / "Mine.office"
    shutil.copy(sqlite_template, path)
    planner = open_in_may(path)
    ids = fill(planner)
    planner.close()
    return path, ids


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path, filled_template: tuple[Path, Ids]) -> Iterator[tuple[Shown, Ids]]:
    """The window on a small office of its own."""
    template, ids = filled_template
    shutil.copy(template, tmp_path / "Mine.office")
    planner = open_in_may(tmp_path / "Mine.office")
    made = show_office(planner, tmp_path)
    qtbot.addWidget(made.window)
    yield made, ids
    made.program.close()
    planner.close()


@pytest.fixture
def sample(tmp_path: Path, sample_template: Path) -> Iterator[Office]:
    """The sample office of this test's own, with a context that works at once."""
    opened = open_office(tmp_path, template=sample_template)
    yield opened
    opened.planner.close()


@pytest.fixture
def desk(qtbot: QtBot, sample: Office) -> Desk:
    """The documents of the sample office's visit, and their choices."""
    return show(qtbot, sample, EventKind.VISIT)
