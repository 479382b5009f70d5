"""Fields of the choices of a paper: a captioned choice of a few, and the languages in their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from planner.language.languages import own_name
from planner.rules.text import Language
from ui import theme
from ui.common.buttons import IconButton
from ui.common.fields import CaptionedField, Combo
from ui.common.segmented import Segmented
from ui.translate import t

PLACES = 3
"""Languages a paper can have side by side."""


class SegmentedField(CaptionedField):
    """A few choices side by side with a caption: `edited(value)`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.segments = Segmented(parent=self)
        self.segments.edited.connect(self.edited.emit)
        self._place(self.segments)

    def set_words(self, caption: str, choices: Sequence[tuple[Any, str]]) -> None:
        """Name the field and its choices."""
        self.set_caption(caption)
        self.segments.set_choices(choices)

    def value(self) -> Any:
        """Return the choice taken."""
        return self.segments.value()

    def set_value(self, value: Any) -> None:
        """Take a choice; nothing is sent."""
        self.segments.set_value(value)


class PaperLanguages(CaptionedField):
    """The languages of a paper, the first leads; ⇄ turns them round: `edited(tags)`."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._offered: tuple[Language, ...] = ()
        self._tags: tuple[Language, ...] = ()
        self._combos = [Combo(self) for _ in range(PLACES)]
        self.swap = IconButton("swap", parent=self, clicked=self._turn)
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        for place, combo in enumerate(self._combos):
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.activated.connect(lambda chosen, place=place: self._take(place, chosen))
            self._grid.addWidget(combo, 0, place * 2 if place < 2 else 3)
        self._grid.addWidget(self.swap, 0, 1)
        for column in (0, 2):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, theme.px(70))
        self._column.addLayout(self._grid)
        self.setFocusProxy(self._combos[0])

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.set_caption(t("Languages, the first leads"))
        self.swap.set_label(t("Turn the languages round"))
        names = (t("First language"), t("Second language"), t("Third language"))
        for combo, name in zip(self._combos, names, strict=True):
            combo.setAccessibleName(name)

    def set_offered(self, tags: Sequence[Language]) -> None:
        """Offer languages."""
        if tuple(tags) != self._offered:
            self._offered = tuple(tags)
            self._fill()

    def value(self) -> tuple[Language, ...]:
        """Return the languages in their order."""
        return self._tags

    def set_value(self, tags: Sequence[Language]) -> None:
        """Show languages; nothing is sent."""
        if tuple(tags) != self._tags:
            self._tags = tuple(tags)
            self._fill()

    def _fill(self) -> None:
        tags = tuple(dict.fromkeys((*self._offered, *self._tags)))
        for place, combo in enumerate(self._combos):
            combo.clear()
            if place:
                combo.addItem("—", "")
            for tag in tags:
                name = own_name(tag)
                combo.addItem(name[:1].upper() + name[1:], tag)
            shown = self._tags[place] if place < len(self._tags) else ""
            combo.setCurrentIndex(combo.findData(shown))
            combo.setVisible(place < min(len(self._tags) + 1, len(tags)))
        self.swap.setEnabled(len(self._tags) > 1)
        self._place_third()

    def _place_third(self) -> None:
        """Put the third language on a line of its own; while there is none, its small box ends the first."""
        third, taken = self._combos[2], len(self._tags) > 2
        third.setMaximumWidth(16_777_215 if taken else theme.px(62))
        third.setMinimumWidth(0 if taken else theme.px(62))
        self._grid.removeWidget(third)
        self._grid.addWidget(third, int(taken), 0 if taken else 3)

    def _take(self, place: int, chosen: int) -> None:
        """Take a language; where it stands already, the two change places."""
        tag = str(self._combos[place].itemData(chosen))
        tags = list(self._tags)
        if not tag:
            tags = tags[:place] + tags[place + 1 :]
        elif place >= len(tags):
            tags = [*(one for one in tags if one != tag), tag]
        else:
            if tag in tags:
                tags[tags.index(tag)] = tags[place]
            tags[place] = tag
        self._send(tags)

    def _turn(self) -> None:
        self._send([*reversed(self._tags[:2]), *self._tags[2:]])

    def _send(self, tags: Sequence[Language]) -> None:
        changed = tuple(tags) != self._tags
        self._tags = tuple(tags)
        self._fill()
        if changed:
            self.edited.emit(self._tags)
