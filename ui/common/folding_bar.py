"""A bar of buttons in one line: those that find no room go into a menu at its end, "More ▾"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.common.buttons import Button
from ui.common.menu_button import MenuButton
from ui.translate import follow_language, t

GAP = 8
"""Pixels between two buttons."""


class MoreButton(MenuButton):
    """The menu at the end: the buttons that found no room, then actions of its own, if it has any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._folded: tuple[Button, ...] = ()
        super().__init__((), parent, fixed="…")
        self._menu.aboutToShow.connect(self.fill_menu)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say its one word in the interface's language."""
        self.set_choices(self._choices, fixed=t("More"))

    @property
    def is_needed(self) -> bool:
        """Tell whether there would be anything in the menu."""
        return bool(self._choices or self._folded)

    def fold(self, buttons: Sequence[Button]) -> None:
        """Take in these buttons in place of those before."""
        self._folded = tuple(buttons)

    def folded(self) -> tuple[Button, ...]:
        """Return the buttons taken in."""
        return self._folded

    def fill_menu(self) -> None:
        """Write the menu as the buttons are now: their words, what is grey or ticked; a menu is one below."""
        self._menu.clear()
        for button in self._folded:
            if (below := button.menu()) is not None:
                below.setTitle(button.text().removesuffix(" ▾"))
                self._menu.addMenu(below)
                below.menuAction().setEnabled(button.isEnabled())
                continue
            action = self._menu.addAction(button.text())
            action.setEnabled(button.isEnabled())
            action.setCheckable(button.isCheckable())
            action.setChecked(button.isChecked())
            action.triggered.connect(lambda _on=False, button=button: button.click())
        if self._folded and self._choices:
            self._menu.addSeparator()
        self._fill()


class FoldingBar(QWidget):
    """Buttons in one line, the first the last to be folded; `last` stands at the far end and is folded first.

    What a page offers at times only goes through `set_offered`: whether a button is to be seen is the bar's business.
    Attributes: `more`, the menu at the end.
    """

    def __init__(self, parent: QWidget | None = None, *, last: Button | None = None) -> None:
        super().__init__(parent)
        self.more = MoreButton(self)
        self._last = last
        self._buttons: list[Button] = []
        self._kept_back: set[Button] = set()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if last is not None:
            last.setParent(self)
        follow_language(self.arrange)

    def add(self, *buttons: Button) -> None:
        """Add buttons after those there are."""
        for button in buttons:
            button.setParent(self)
            self._buttons.append(button)
        chain = (*self._buttons, *filter(None, (self._last,)), self.more)
        for one, following in pairwise(chain):
            QWidget.setTabOrder(one, following)
        self.arrange()

    def set_offered(self, button: Button, offered: bool) -> None:
        """Offer a button or leave it out."""
        if (button in self._kept_back) == offered:
            self._kept_back ^= {button}
            self.arrange()

    def place_of(self, button: Button) -> QWidget:
        """Return under what a popup of a button opens: the menu's button where it was folded."""
        return self.more if button in self.more.folded() else button

    def sizeHint(self) -> QSize:
        """Ask for one line with everything in it."""
        shown = self._offered()
        extra = [self.more] if self.more.is_needed and not self.more.folded() else []
        hints = [button.sizeHint() for button in (*shown, *extra)]
        wide = sum(hint.width() for hint in hints) + GAP * max(len(hints) - 1, 0)
        return QSize(wide, self._height())

    def minimumSizeHint(self) -> QSize:
        """Need room for the menu and for as much again."""
        return QSize(2 * self.more.sizeHint().width() + GAP, self._height())

    def arrange(self) -> None:
        """Place what has room and fold the rest."""
        shown = self._offered()
        widths = {button: button.sizeHint().width() for button in shown}
        folded: list[Button] = []
        order = [one for one in (self._last, *reversed(self._buttons)) if one in widths]
        self.more.fold(())
        while len(order) > 1 and not self._fits(widths, folded):
            folded.append(order.pop(0))
            self.more.fold(folded)
        self.more.fold([one for one in shown if one in folded])
        for button in (*self._buttons, *filter(None, (self._last,))):
            button.setVisible(button in widths and button not in folded)
        self.more.setVisible(self.more.is_needed)
        self._place([one for one in shown if one not in folded], widths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold as the width asks."""
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        """Follow buttons whose words or size have changed."""
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Polish):
            self.updateGeometry()
            self.arrange()
        return done

    def _offered(self) -> list[Button]:
        every = (*self._buttons, *filter(None, (self._last,)))
        return [button for button in every if button not in self._kept_back]

    def _height(self) -> int:
        return max((button.sizeHint().height() for button in (*self._offered(), self.more)), default=0)

    def _fits(self, widths: dict[Button, int], folded: list[Button]) -> bool:
        shown = [wide for button, wide in widths.items() if button not in folded]
        shown += [self.more.sizeHint().width()] if self.more.is_needed else []
        return sum(shown) + GAP * (len(shown) - 1) <= self.width()

    def _place(self, shown: Sequence[Button], widths: dict[Any, int]) -> None:
        """Put the buttons from the left, the last one at the right; one that is alone too wide is cut to the room."""
        left, high = 0, self._height()
        right = self.width()
        last = self._last
        if last is not None and last in shown:
            right -= widths[last]
            last.setGeometry(QRect(right, 0, widths[last], high))
        more = self.more.sizeHint().width() if self.more.is_needed else 0
        for button in (one for one in shown if one is not last):
            wide = min(widths[button], max(right - left - (more + GAP if more else 0), 0))
            button.setGeometry(QRect(left, 0, wide, high))
            left += wide + GAP
        if more:
            self.more.setGeometry(QRect(min(left, right - more), 0, more, high))
