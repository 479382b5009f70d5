"""A card of the inspector of a person that reads for itself what it shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.common.live_view import LiveView
from ui.context import Context


class PersonCard(LiveView):
    """Subclasses set `key`, under which they read, and `query`, of a person and a day, and write `_show`."""

    key = ""
    query: Callable[[Any, int, Any], Any]

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._person = 0

    def show_person(self, person_id: int) -> None:
        """Show somebody."""
        if person_id != self._person:
            self._person = person_id
            self.mark_stale()

    def refresh(self) -> None:
        """Read what is shown, as of today."""
        if self._person:
            query = type(self).query
            self.context.read(self, self.key, self._show, query, self._person, self.context.today())

    def _show(self, view: Any) -> None:
        raise NotImplementedError
