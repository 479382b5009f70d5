"""What a person says of lines in another spelling, and of those whom a new list lacks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.importing import Decisions
from planner.language.catalog import mark
from planner.rules.list_news import Answer, Farewell
from ui.common.labels import PlainLabel
from ui.common.segmented import Segmented
from ui.translate import t, tn

ANSWERS: dict[Answer | None, str] = {
    None: mark("Decide later"),
    Answer.CORRECTED: mark("Same person, new spelling"),
    Answer.SAME: mark("Same person, as before"),
    Answer.ANOTHER: mark("Somebody else"),
}
FAREWELLS: dict[Farewell, str] = {
    Farewell.STAYS: mark("Leave as it is"),
    Farewell.DECLINED: mark("Has declined"),
    Farewell.REMOVED: mark("Take off the event"),
}


class AnswerBar(QWidget):
    """Asks of the rows chosen; ← and → take the neighbouring answer. Signals: `edited()`."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers: dict[int, Answer] = {}
        self._farewells: dict[int, Farewell] = {}
        self._lines: list[int] = []
        self._places: list[int] = []
        self.question = PlainLabel("", self, role="strong")
        self.choices = Segmented((), self)
        self.choices.edited.connect(self._take)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.question)
        row.addWidget(self.choices, 1)
        self.hide()

    def ask(self, lines: Sequence[int], places: Sequence[int]) -> None:
        """Ask of these lines in another spelling, or else of these places that are not in the list."""
        self._lines, self._places = list(lines), [] if lines else list(places)
        self.setVisible(bool(lines or places))
        if self._lines:
            self.question.setText(tn("{n} line:", "{n} lines:", len(self._lines)))
            self._offer([(answer, t(words)) for answer, words in ANSWERS.items()],
                        {self._answers.get(line) for line in self._lines})  # fmt: skip
        elif self._places:
            self.question.setText(tn("{n} person:", "{n} people:", len(self._places)))
            self._offer([(farewell, t(words)) for farewell, words in FAREWELLS.items()],
                        {self._farewells.get(place, Farewell.STAYS) for place in self._places})  # fmt: skip

    def answer_word(self, row_id: int) -> str:
        """Return what was answered of a row, "" while nothing was."""
        if row_id > 0:
            return t(ANSWERS[self._answers[row_id]]) if row_id in self._answers else ""
        return t(FAREWELLS[self._farewells[-row_id]]) if -row_id in self._farewells else ""

    def decisions(self) -> Decisions:
        """Return everything that was answered."""
        return Decisions(dict(self._answers), dict(self._farewells))

    def forget(self) -> None:
        """Start anew with another list."""
        self._answers, self._farewells = {}, {}
        self.ask((), ())

    def _offer(self, choices: list[tuple[Any, str]], given: set[Any]) -> None:
        self.choices.set_choices(choices)
        self.choices.set_value(given.pop() if len(given) == 1 else ...)  # of several answers none is shown
        self.choices.setAccessibleName(self.question.text())

    def _take(self, value: Any) -> None:
        for line in self._lines:
            if value is None:
                self._answers.pop(line, None)
            else:
                self._answers[line] = value
        for place in self._places:
            if value is Farewell.STAYS:
                self._farewells.pop(place, None)
            else:
                self._farewells[place] = value
        self.edited.emit()
