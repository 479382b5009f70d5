"""What lies around the timeline and takes items that are dragged out of it: the days above, the pool below."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from ui.agenda.plan import ALL_DAYS, POOL

if TYPE_CHECKING:
    from ui.agenda.page import ProgrammePage


class Around:
    """The drop targets of a page. Attributes: `last`, what was held over last."""

    def __init__(self, page: ProgrammePage) -> None:
        self._page = page
        self.last: date | None = None

    def over(self, point: QPoint) -> date | None:
        """Return the day, or `POOL`, at a point of the screen, and show that it would take what is dragged."""
        day = POOL if self._page.pool.holds(point) else self._page.bar.days.day_at(point)
        self.last = None if day == ALL_DAYS else day
        self._page.bar.days.set_target(self.last)
        self._page.pool.set_target(self.last == POOL)
        return self.last

    def leave(self) -> None:
        """Show that nothing is held over them any more."""
        self.last = None
        self._page.bar.days.set_target(None)
        self._page.pool.set_target(False)
