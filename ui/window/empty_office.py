"""What an office without an event shows: where to begin."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.common.empty_state import EmptyState
from ui.translate import follow_language, t


class EmptyOffice(QWidget):
    """Signals: `new_event_wanted()`, `people_wanted()`."""

    new_event_wanted = Signal()
    people_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = EmptyState(parent=self)
        self._state.step_taken.connect(self.new_event_wanted)
        self._state.other_step_taken.connect(self.people_wanted)
        column = QVBoxLayout(self)
        column.addWidget(self._state)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self._state.set_words(
            t("This office has no event yet"),
            t("An event is a visit, a meeting or a conference: its delegations, its programme and its papers. "
              "It takes a title and two dates to begin."),
            t("New event…"),
            t("People first"),
        )  # fmt: skip
