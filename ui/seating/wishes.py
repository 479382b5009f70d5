"""Who should sit together and who must not: for the host's eyes only."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.operations import seating
from ui.common.buttons import Button, IconButton
from ui.common.fields import ChoiceField
from ui.common.form import Section, clear, side_by_side
from ui.common.labels import Muted, PlainLabel
from ui.context import Context
from ui.seating.shown import DeskShown
from ui.translate import t


class WishesField(QWidget):
    """The wishes of an event, and fields for one more."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._event = 0
        self.section = Section(self)
        self.hint = Muted("", self, wrap=True)
        self._rows = QVBoxLayout()
        self.first, self.second = ChoiceField("", self), ChoiceField("", self)
        self.kind = ChoiceField("", self)
        self.add = Button("", self, clicked=self._add)
        for field in (self.first, self.second):
            field.edited.connect(lambda _who: self._look())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.section.add(self.hint)
        self.section.add_layout(self._rows)
        self.section.add(self.first)
        self.section.add(self.kind)
        self.section.add(self.second)
        self.section.add_layout(side_by_side(self.add))
        column.addWidget(self.section)

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.section.set_title(t("Together and apart"))
        self.hint.setText(t("Seen by the office alone, never printed."))
        self.kind.set_choices([("together", t("sit together")), ("apart", t("not beside each other"))])
        self.kind.set_value(self.kind.value() or "together")
        self.add.setText(t("Add"))
        for field, words in ((self.first, t("Who")), (self.kind, t("Wish")), (self.second, t("With whom"))):
            field.set_caption(words)
            field.combo.setPlaceholderText(t("Choose…"))
        self._look()

    def show_wishes(self, shown: DeskShown) -> None:
        """Show the wishes of the event."""
        self._event = shown.desk.event.id
        clear(self._rows)
        for wish in shown.desk.wishes:
            words = t("{first} with {second}") if wish.together else t("{first} not beside {second}")
            names = {"first": shown.name_of(wish.first_id), "second": shown.name_of(wish.second_id)}
            row = QHBoxLayout()
            row.addWidget(PlainLabel(words.format(**names), self, wrap=True), 1)
            row.addWidget(IconButton("delete", t("Remove"), self, clicked=partial(self._remove, wish.id)))
            self._rows.addLayout(row)
        people = [(one.member.id, shown.name_of(one.member.id)) for one in shown.desk.people]
        self.first.set_choices(people)
        self.second.set_choices(people)
        self._look()

    def _look(self) -> None:
        first, second = self.first.value(), self.second.value()
        self.add.setEnabled(bool(first and second and first != second))

    def _add(self) -> None:
        first, second = self.first.value(), self.second.value()
        if first and second and self._event:
            self.context.run(self, seating.add_seating_wish, self._event, first, second, self.kind.value())
            self.first.set_value(None)
            self.second.set_value(None)
            self._look()

    def _remove(self, wish_id: int) -> None:
        self.context.run(self, seating.remove_seating_wish, wish_id)
