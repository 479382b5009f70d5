"""The further ways to look at a programme: who takes part, what fills whose time, the day as it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planner.language.catalog import mark
from ui.agenda.lanes import LANES, LanesPage
from ui.agenda.matrix import MATRIX, Matrix
from ui.agenda.run_mode import RUN, RunMode

if TYPE_CHECKING:
    from ui.agenda.page import ProgrammePage


def add_views(page: ProgrammePage) -> None:
    """Offer them on the page."""
    page.add_view(MATRIX, mark("Who takes part"), Matrix(page.context, page))
    page.add_view(LANES, mark("Whose time"), LanesPage(page.context, page))
    page.add_view(RUN, mark("The day itself"), RunMode(page.context, page))
