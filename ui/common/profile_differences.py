"""What parts two profiles of protocol, as sentences; and a window that shows it for any two."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.language.profiles import difference_words
from planner.queries.profiles import ProfileRow
from planner.rules.profiles import ProtocolProfile, differences
from ui import theme
from ui.common.buttons import Button
from ui.common.fields import ChoiceField
from ui.common.fitting import fit_to_screen
from ui.common.form import clear, side_by_side
from ui.common.labels import Heading, Muted, PlainLabel
from ui.translate import follow_language, language, t, tn


class DifferencesList(QScrollArea):
    """The sentences, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: tuple[str, ...] | None = None
        body = QWidget(self)
        body.setProperty("kind", "clear")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, theme.px(8), 0)
        self._column.setSpacing(theme.px(6))
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_between(self, first: ProtocolProfile, second: ProtocolProfile) -> None:
        """Show what parts two profiles."""
        found = [words for one in differences(first, second) for words in difference_words(one, language())]
        if tuple(found) == self._sentences:
            return
        self._sentences = tuple(found)
        self.setAccessibleName(t("What differs between two profiles"))
        clear(self._column)
        if not found:
            self._column.addWidget(Muted(t("They say the same."), self, wrap=True))
        for words in found:
            self._column.addWidget(PlainLabel(words, self, wrap=True))
        self._column.addStretch(1)

    def sentences(self) -> tuple[str, ...]:
        """Return what is shown."""
        return self._sentences or ()


class DifferencesDialog(QDialog):
    """Two profiles beside one another, and what parts them."""

    def __init__(self, rows: Sequence[ProfileRow], first: str, second: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = {row.key: row.profile for row in rows}
        self._heading = Heading("", self)
        self._count = Muted("", self)
        self.first, self.second = ChoiceField("", self), ChoiceField("", self)
        self.list = DifferencesList(self)
        self._close = Button("", self, kind="primary", clicked=self.accept)
        self._close.setDefault(True)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._heading)
        column.addLayout(side_by_side(self.first, self.second))
        column.addWidget(self._count)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._close)
        fit_to_screen(self, column, foot)
        self.resize(theme.px(620), theme.px(520))
        for field, key in ((self.first, first), (self.second, second)):
            field.set_choices([(one, profile.name(language(), "en")) for one, profile in self._rows.items()])
            field.set_value(key)
            field.edited.connect(lambda _key: self._compare())
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.setWindowTitle(t("What differs between two profiles"))
        self._heading.setText(t("What differs between two profiles"))
        self.first.set_caption(t("This profile"))
        self.second.set_caption(t("Compared with"))
        self._close.set_text(t("Close"))
        self._compare()

    def _compare(self) -> None:
        first, second = self._rows.get(self.first.value()), self._rows.get(self.second.value())
        if first is not None and second is not None:
            self.list.show_between(first, second)
            count = len(self.list.sentences())
            self._count.setText(tn("{n} difference", "{n} differences", count) if count else "")
