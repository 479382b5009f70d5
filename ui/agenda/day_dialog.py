"""A small dialog that asks for a day, with what it means for the weekdays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planner.language.languages import find
from ui import theme
from ui.common.buttons import Button
from ui.common.fitting import fit_to_screen
from ui.common.labels import Heading, Muted
from ui.common.moment_fields import DateField
from ui.translate import language, t


class DayDialog(QDialog):
    """Signals: `taken(date)`. Attributes: `day`, `take`."""

    taken = Signal(object)

    def __init__(
        self, heading: str, caption: str, near: date, value: date | None, parent: QWidget, *,
        note: Callable[[date], str],
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._note_of = note
        self.setWindowTitle(heading)
        self.day = DateField(caption, self, near=near)
        self.day.set_value(value)
        self._note = Muted("", self, wrap=True)
        self.take = Button(t("Do it"), self, kind="primary", clicked=self._take)
        self.take.setDefault(True)
        cancel = Button(t("Cancel"), self, clicked=self.reject)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        for widget in (Heading(heading, self), self.day, self._note):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.take)
        fit_to_screen(self, column, row)
        self.setMinimumWidth(theme.px(420))
        self.day.edited.connect(lambda _day: self._show_note())
        self._show_note()
        self.day.setFocus()

    def _show_note(self) -> None:
        day = self.day.value()
        self._note.setText("" if day is None else self._note_of(day))

    def _take(self) -> None:
        self.day.flush()
        if (day := self.day.value()) is not None:
            self.accept()
            self.taken.emit(day)


def weekday_note(old: date, new: date) -> str:
    """Say whether a day falls on the same weekday as another."""
    names = find(language()).weekdays
    before, after = names[old.weekday()], names[new.weekday()]
    if old.weekday() == new.weekday():
        return t("The weekdays stay the same: {weekday}.", weekday=after)
    return t("The weekdays change: {before} becomes {after}. Wall times stay.", before=before, after=after)
