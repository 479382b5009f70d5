"""The list of what to look at before a paper is printed, each with the way to where it is mended."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from planner.papers import Choice
from ui.common.findings import FindingsList
from ui.context import Context
from ui.documents.chosen import chosen_in
from ui.documents.looked_through import Look, look_at, rows
from ui.translate import follow_language, t

PAUSE = 200
"""Milliseconds after a new print before it is looked through."""
WHERE = frozenset({"event", "item", "member", "delegation", "person", "tab:follow-up"})


class BeforePrinting(FindingsList):
    """Follows the print of the paper chosen. Signals: `title_wanted()` when its title is to be written."""

    title_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.context = context
        self._chosen = chosen_in(context)
        self._look: tuple[Choice, Look] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look_through)
        self._chosen.printed_changed.connect(self._pause.start)
        self.acted.connect(self._act)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        if self._look is None:
            self.set_heading("")
            self.set_findings(())
            return
        choice, look = self._look
        found = rows(look, choice)
        self.set_heading(t("Before you print"), "" if found else t("Nothing is missing on this paper."))
        self.set_findings(found)

    def look_through(self) -> None:
        """Look the paper through now, while it is to be seen."""
        printed, choice = self._chosen.printed, self._chosen.choice()
        if printed is None:
            self._look = None
            self.retranslate()
        elif self.isVisible():
            self.context.read(self, "look", partial(self._take, choice), look_at, choice, printed.content)

    def showEvent(self, event: QShowEvent) -> None:
        """Look the paper through when it comes into sight."""
        super().showEvent(event)
        self._pause.start()

    def _take(self, choice: Choice, look: Look) -> None:
        if choice == self._chosen.choice():
            self._look = (choice, look)
            self.retranslate()

    def _act(self, key: str, _action: str) -> None:
        kind, _, number = key.rpartition(":")
        if kind == "title":
            self.title_wanted.emit()
        elif kind in WHERE:
            self.context.show(kind, int(number))
