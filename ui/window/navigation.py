"""The left column: events by month, the registers, and the way to a new event."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.common.buttons import Button
from ui.common.nav_list import NavEntry, NavList
from ui.translate import follow_language, t


class Navigation(QFrame):
    """The column. Signals: `new_event_wanted()`; attributes: `list`, whose keys are "event:12" and "people"."""

    new_event_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "sidebar")
        self._entries: tuple[NavEntry, ...] = ()
        self.list = NavList(self)
        self._new = Button("", self, kind="quiet", clicked=self.new_event_wanted.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 8)
        column.setSpacing(4)
        column.addWidget(self.list, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.addWidget(self._new)
        column.addLayout(foot)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._new.set_text(t("+ New event"))
        self.list.setAccessibleName(t("Events and registers"))

    def set_entries(self, entries: Sequence[NavEntry]) -> None:
        """Show these entries; the chosen one stays chosen."""
        self._entries = tuple(entries)
        self.list.set_entries(self._entries)

    def entries(self) -> tuple[NavEntry, ...]:
        """Return what is shown."""
        return self._entries

    def set_possible(self, possible: bool) -> None:
        """Grey the way to a new event out, or not."""
        self._new.setEnabled(possible)
