"""How a person is addressed in a letter, in each language: "Dear Mr Kabaev,"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.operations import people
from planner.rules.text import Language
from ui.common.fields import NoteField
from ui.common.form import clear
from ui.common.text_fields import language_names
from ui.context import Context


class AddressFields(QWidget):
    """The forms of address of one person, two to a row; they are part of the names. None is needed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._person: int | None = None
        self._caption = ""
        self.boxes: dict[Language, NoteField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)

    def set_caption(self, caption: str) -> None:
        """Name the field."""
        self._caption = caption
        for place, one in enumerate(language_names(tuple(self.boxes))):
            box = self.boxes[one.tag]
            box.set_caption(caption if place == 0 else "")
            box.set_aside("" if place == 0 else one.name)
            box.box.setAccessibleName(f"{caption} — {one.name}")

    def show_names(self, person_id: int | None, names: Mapping[Language, Any], tags: Sequence[Language]) -> None:
        """Show the forms of address of a person in these languages, as far as there is a name in them."""
        if person_id != self._person:
            self.flush()
        shown = tuple(tag for tag in tags if tag in names)
        if shown != tuple(self.boxes):
            self._build(shown)
        if person_id != self._person:
            for box in self.boxes.values():
                box.box.discard()
        self._person = person_id
        for tag, box in self.boxes.items():
            box.set_value(names[tag].address)

    def flush(self) -> None:
        """Send what waits."""
        for box in self.boxes.values():
            box.flush()

    def _build(self, tags: tuple[Language, ...]) -> None:
        for box in self.boxes.values():
            box.box.discard()
        clear(self._column)
        self.boxes = {}
        for place, tag in enumerate(tags):
            if place % 2 == 0:
                row = QHBoxLayout()
                row.setSpacing(8)
                self._column.addLayout(row)
            box = NoteField("", self, lines=1)
            box.edited.connect(partial(self._write, tag))
            self.boxes[tag] = box
            row.addWidget(box, 1)
        self.set_caption(self._caption)

    def _write(self, tag: Language, words: str) -> None:
        if self._person is not None:
            merge = f"person_name:{self._person}:{tag}:address"
            self.context.run(self, people.write_name, self._person, tag, address=words, merge=merge)
