"""A view that reads again when the tables it shows have changed; hidden, it only remembers to."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from planner.app import Changes
from ui.context import Context


class LiveView(QWidget):
    """Attributes: `context`; subclasses set `tables`, the tables they show, and write `refresh`."""

    tables: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = True
        context.changed.connect(self._look_at)

    def refresh(self) -> None:
        """Read again what is shown; answers come later, on this thread."""
        raise NotImplementedError

    def mark_stale(self) -> None:
        """Read again now if visible, else when shown."""
        self._stale = True
        if self.isVisible():
            self._freshen()

    def ignores(self, changes: Changes) -> bool:
        """Tell whether these changes are this view's own echo; editors override it."""
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Read again if something changed while hidden."""
        super().showEvent(event)
        if self._stale:
            self._freshen()

    def _look_at(self, changes: Changes) -> None:
        if self.tables & changes.tables and not self.ignores(changes):
            self.mark_stale()

    def _freshen(self) -> None:
        self._stale = False
        self.refresh()
