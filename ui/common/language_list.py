"""Languages in an order, each with a cross to take it away, and one more to choose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language.countries import language_name, languages
from planner.rules.text import Language
from ui.common.buttons import Button
from ui.common.flow import FlowLayout
from ui.common.form import clear
from ui.common.labels import Caption
from ui.common.picker import Picker, offers
from ui.translate import language, t


class LanguageList(QWidget):
    """Signals: `edited(list of tags)`, the order wanted; what it shows is what it is shown. Attributes: `add`."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: tuple[Language, ...] = ()
        self._first: tuple[Language, ...] = ()
        self._caption = Caption("", self)
        self._holder = QWidget(self)
        self._holder.setProperty("kind", "clear")
        self._flow = FlowLayout(self._holder, gap=6, line_gap=4)
        self._picker: Picker | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._caption)
        column.addWidget(self._holder)
        self._build()

    def set_caption(self, caption: str) -> None:
        """Say everything in the interface's language, under this caption."""
        self._caption.setText(caption)
        self._build()

    def set_languages(self, tags: Sequence[Language], *, first: Sequence[Language] = ()) -> None:
        """Show these languages; `first` are offered before all others."""
        self._first = tuple(first)
        if tuple(tags) != self._tags:
            self._tags = tuple(tags)
            self._build()

    def set_read_only(self, read_only: bool) -> None:
        """Let the languages be read only."""
        self._holder.setEnabled(not read_only)

    def open_picker(self) -> None:
        """Choose one more language."""
        self._picker = Picker(self)
        known = dict(languages(language()))
        tags = dict.fromkeys([*(tag for tag in self._first if tag in known), *known])
        self._picker.set_offers(offers([(tag, known[tag]) for tag in tags if tag not in self._tags]))
        self._picker.picked.connect(lambda tag: self.edited.emit([*self._tags, tag]))
        self._picker.open_under(self.add)

    def picker(self) -> Picker | None:
        """Return the list to choose from while it is open."""
        return self._picker

    def remove(self, tag: Language) -> None:
        """Take a language away."""
        self.edited.emit([one for one in self._tags if one != tag])

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
