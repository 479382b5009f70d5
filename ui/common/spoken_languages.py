"""The languages a person speaks, each with a cross to take it away, and one more to choose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language.countries import language_name, languages
from planner.operations import people
from planner.rules.text import Language
from ui.common.buttons import Button
from ui.common.flow import FlowLayout
from ui.common.form import clear
from ui.common.labels import Caption
from ui.common.picker import Picker, offers
from ui.context import Context
from ui.translate import language, t

FIRST = ("ru", "en", "ky", "kk", "zh", "mn", "de", "fr", "tr", "uz", "tg")


class SpokenLanguages(QWidget):
    """Written at once into the person's record."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._person: int | None = None
        self._tags: tuple[Language, ...] = ()
        self._caption = Caption("", self)
        self._holder = QWidget(self)
        self._flow = FlowLayout(self._holder, gap=6, line_gap=4)
        self._picker: Picker | None = None
        self.add = Button("", self._holder, kind="quiet", clicked=self.open_picker)
        self._flow.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addWidget(self._holder)
        self.setFocusProxy(self.add)

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self._caption.setText(t("Languages spoken"))
        self._build()

    def show_languages(self, person_id: int | None, tags: Sequence[Language]) -> None:
        """Show what a person speaks."""
        changed = tuple(tags) != self._tags or person_id != self._person
        self._person, self._tags = person_id, tuple(tags)
        if changed:
            self._build()

    def open_picker(self) -> None:
        """Choose one more language; those met most stand first."""
        self._picker = Picker(self)
        known = dict(languages(language()))
        tags = [*(tag for tag in FIRST if tag in known), *(tag for tag in known if tag not in FIRST)]
        self._picker.set_offers(offers([(tag, known[tag]) for tag in tags if tag not in self._tags]))
        self._picker.picked.connect(lambda tag: self._write((*self._tags, tag)))
        self._picker.open_under(self.add)

    def picker(self) -> Picker | None:
        """Return the list to choose from while it is open."""
        return self._picker

    def remove(self, tag: Language) -> None:
        """Take a language away."""
        self._write(tuple(one for one in self._tags if one != tag))

    def _write(self, tags: tuple[Language, ...]) -> None:
        if self._person is not None:
            self.context.run(self, people.edit_person, self._person, languages=list(tags))

    def _build(self) -> None:
        clear(self._flow)
        for tag in self._tags:
            words = language_name(tag, language())
            button = Button(f"{words}  ×", self._holder, clicked=partial(self.remove, tag))
            button.setAccessibleName(t("Take {language} away", language=words))
            self._flow.addWidget(button)
            button.show()
        self.add = Button(t("+ Language"), self._holder, kind="quiet", clicked=self.open_picker)
        self._flow.addWidget(self.add)
        self.add.show()
        self.setFocusProxy(self.add)
        self._holder.updateGeometry()
