"""The further ways to look at a programme: who takes part, what fills whose time, the day as it runs.

Each is imported and made when it is first looked at: the page itself comes first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from planner.language.catalog import mark

if TYPE_CHECKING:
    from ui.agenda.page import ProgrammePage

MATRIX, LANES, RUN = "matrix", "lanes", "run"


def add_views(page: ProgrammePage) -> None:
    """Offer them on the page."""
    page.add_view(MATRIX, mark("Who takes part"), lambda: _matrix(page))
    page.add_view(LANES, mark("Whose time"), lambda: _lanes(page))
    page.add_view(RUN, mark("The day itself"), lambda: _run_mode(page))


def _matrix(page: ProgrammePage) -> QWidget:
    from ui.agenda.matrix import Matrix

    return Matrix(page.context, page)


def _lanes(page: ProgrammePage) -> QWidget:
    from ui.agenda.lanes import LanesPage

    return LanesPage(page.context, page)


def _run_mode(page: ProgrammePage) -> QWidget:
    from ui.agenda.run_mode import RunMode

    return RunMode(page.context, page)
