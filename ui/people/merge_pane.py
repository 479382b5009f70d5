"""Two people side by side: every fact of both, which of them stands, and what goes with them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from planner.queries.duplicates import Belongings, MergeSheet
from planner.rules.merging import MergeField
from ui import theme
from ui.common.labels import Caption, Muted, PlainLabel
from ui.common.named import first_name, shown
from ui.people.merge_words import fact_name, fact_value
from ui.translate import language, t, tn


class Choice(QWidget):
    """One of two values of a fact; a click anywhere on it, Space or the arrows take it. Signals: `taken()`."""

    taken = Signal()

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.button = QRadioButton(self)
        self.button.setAccessibleName(words)
        self.button.clicked.connect(lambda _on=False: self.taken.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(words, self, wrap=True), 1, Qt.AlignmentFlag.AlignTop)  # a radio button cannot wrap
        self.setFocusProxy(self.button)

    def is_taken(self) -> bool:
        """Tell whether this value stands."""
        return self.button.isChecked()

    def take(self) -> None:
        """Let this value stand."""
        self.button.setChecked(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the value by a click on its words."""
        self.button.setFocus()
        self.take()
        self.taken.emit()


class MergePane(QFrame):
    """Signals: `chosen()` after another value was taken. Attributes: `choices` by the key of the fact."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.choices: dict[str, tuple[Choice, Choice]] = {}
        self._groups: list[QButtonGroup] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 10, 14, 10)
        self._sheet: QWidget | None = None

    def show_sheet(self, sheet: MergeSheet | None) -> None:
        """Show two people, or nobody."""
        if self._sheet is not None:
            self._column.removeWidget(self._sheet)
            self._sheet.hide()
            self._sheet.deleteLater()
        self.choices, self._groups = {}, []
        self._sheet = QWidget(self)
        self._sheet.setProperty("kind", "clear")
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        if sheet is not None:
            column.addLayout(self._grid(sheet, self._sheet))
            for words, role in self._remarks(sheet):
                column.addWidget(PlainLabel(words, self._sheet, role=role, wrap=True))
        column.addStretch(1)
        self._column.addWidget(self._sheet)

    def from_other(self) -> list[str]:
        """Return the keys of the facts of which the second person's were taken."""
        return [key for key, (_one, other) in self.choices.items() if other.is_taken()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take all of the left or of the right person by Alt+← and Alt+→."""
        side = {Qt.Key.Key_Left: 0, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if side is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        for pair in self.choices.values():
            pair[side].take()
        self.chosen.emit()

    def _grid(self, sheet: MergeSheet, parent: QWidget) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(5))
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for place, (page, owned) in enumerate(zip((sheet.one, sheet.other), sheet.belongings, strict=True), 1):
            names = {one.language: one for one in page.names}
            grid.addWidget(PlainLabel(first_name(names, language()) or "—", parent, role="strong", wrap=True), 0, place)
            grid.addWidget(Caption(_belongings(owned), parent, wrap=True), 1, place)
        for row, field in enumerate(sheet.fields, 2):
            grid.addWidget(Muted(fact_name(field.key), parent), row, 0, Qt.AlignmentFlag.AlignTop)
            if field.contested:
                self._add_choice(grid, field, parent, row)
            else:
                for place, value in ((1, field.one), (2, field.other)):
                    label = PlainLabel(fact_value(field, value), parent, wrap=True)
                    grid.addWidget(label, row, place, Qt.AlignmentFlag.AlignTop)
        return grid

    def _add_choice(self, grid: QGridLayout, field: MergeField, parent: QWidget, row: int) -> None:
        one, other = (Choice(fact_value(field, value), parent) for value in (field.one, field.other))
        group = QButtonGroup(parent)
        for place, choice in ((1, one), (2, other)):
            group.addButton(choice.button)
            choice.button.setAccessibleDescription(fact_name(field.key))
            choice.taken.connect(self.chosen)
            grid.addWidget(choice, row, place)
        one.take()
        self._groups.append(group)
        self.choices[field.key] = (one, other)

    def _remarks(self, sheet: MergeSheet) -> list[tuple[str, str]]:
        found = []
        for conflict in sheet.conflicts:
            title = shown(conflict.title, *conflict.languages) or "—"
            if conflict.one_delegation:
                words = t("Both stand in one delegation of “{event}”: their two places become one, with what was "
                          "planned for either.", event=title)  # fmt: skip
            else:
                words = t("Both stand in different delegations of “{event}”: the person will have two places there; "
                          "take one off.", event=title)  # fmt: skip
            found.append((words, "attention"))
        if any(field.key == "post" and field.contested for field in sheet.fields):
            found.append((t("The post that is not chosen becomes a former one, until yesterday."), "small"))
        found.append((t("Everything that is known of one only is kept: languages, posts, gifts, places, notes."),
                      "small"))  # fmt: skip
        return found


def _belongings(owned: Belongings) -> str:
    parts = [tn("{n} event", "{n} events", owned.events)] if owned.events else []
    parts += [tn("{n} post", "{n} posts", owned.posts)] if owned.posts else []
    parts += [tn("{n} present", "{n} presents", owned.gifts)] if owned.gifts else []
    return " · ".join(parts) or t("in no event yet")
