"""Paragraphs written in the languages of an event, one under another, and a line for one more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.operations.texts import check_text, write_text
from planner.rules.text import Language, Text
from ui.common.event_fields import language_names
from ui.common.fields import Combo, Line
from ui.common.paired_field import PairedField
from ui.context import Context
from ui.translate import t


class Paragraph(NamedTuple):
    """A paragraph: the id of its row, what it is called, its words."""

    id: int
    caption: str
    words: Text


class Written(QWidget):
    """Paragraphs of one table; one emptied in every language goes. Signals: `wanted(kind, words)` for one more."""

    wanted = Signal(str, str)

    def __init__(
        self, context: Context, table: str, remove: Callable[..., object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._table, self._remove = context, table, remove
        self._languages: tuple[Language, ...] = ()
        self._kinds: list[str] = []
        self.fields: dict[int, PairedField] = {}
        self.kind, self.new = Combo(self), Line(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._foot = QWidget(self)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        foot.addWidget(self.kind)
        foot.addWidget(self.new, 1)
        self._column.addWidget(self._foot)
        self.new.returnPressed.connect(self._ask)

    def set_kinds(self, kinds: Sequence[tuple[str, str]], placeholder: str) -> None:
        """Offer what a new paragraph may be, by its name and its words."""
        if self._kinds != [kind for kind, _ in kinds] or self.kind.itemText(0) != kinds[0][1]:
            chosen = self.kind.currentIndex()
            self._kinds = [kind for kind, _ in kinds]
            self.kind.clear()
            self.kind.addItems([words for _, words in kinds])
            self.kind.setCurrentIndex(max(chosen, 0))
        self.kind.setVisible(len(kinds) > 1)
        self.kind.setAccessibleName(t("What it is"))
        self.new.setPlaceholderText(placeholder)
        self.new.setAccessibleName(placeholder)

    def show_all(self, paragraphs: Sequence[Paragraph], languages: tuple[Language, ...]) -> None:
        """Show these paragraphs in their order."""
        if languages != self._languages:
            self._forget(list(self.fields))
        self._languages = languages
        self._forget([known for known in self.fields if known not in {one.id for one in paragraphs}])
        for place, one in enumerate(paragraphs):
            field = self.fields.get(one.id) or self._make(one.id)
            if self._column.indexOf(field) != place:
                self._column.insertWidget(place, field)
            field.set_caption(one.caption)
            field.set_value(one.words)

    def set_read_only(self, read_only: bool) -> None:
        """Let the paragraphs be read only."""
        self._foot.setVisible(not read_only)
        for field in self.fields.values():
            field.set_read_only(read_only)

    def _make(self, row: int) -> PairedField:
        field = PairedField("", language_names(self._languages), self, lines=2)
        field.edited.connect(lambda tag, words: self._write(row, tag, words))
        field.checked.connect(
            lambda tag: self._context.run(self, check_text, self._table, row, "words", language=tag)
        )
        self.fields[row] = field
        self._column.insertWidget(self._column.count() - 1, field)
        return field

    def _write(self, row: int, tag: str, words: str) -> None:
        field = self.fields[row]
        if not any(field.text(language).strip() for language in field.languages()):
            self._context.run(self, self._remove, row)
            return
        merge = f"{self._table}:{row}:words:{tag}"
        self._context.run(self, write_text, self._table, row, "words", language=tag, words=words, merge=merge)

    def _ask(self) -> None:
        words = self.new.text().strip()
        if words and self._kinds:
            self.new.clear()
            self.wanted.emit(self._kinds[max(self.kind.currentIndex(), 0)], words)

    def _forget(self, ids: list[int]) -> None:
        for row in ids:
            field = self.fields.pop(row)
            self._column.removeWidget(field)
            field.hide()
            field.deleteLater()
