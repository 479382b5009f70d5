"""The columns at both sides of the page, which a person may hide for room: F8 the left one, F9 the right one."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.common import tab_order
from ui.common.buttons import IconButton
from ui.settings import SettingsFile
from ui.translate import follow_language, t

KEYS = {"left": "F8", "right": "F9"}
SETTING = "hidden_columns"


class SideColumns(QObject):
    """Shows a column where the window wants it and the person has not hidden it.

    Attributes: `buttons` by side, "left" and "right".
    """

    def __init__(self, window: QWidget, settings: SettingsFile, left: QWidget, right: QWidget, page: QWidget) -> None:
        super().__init__(window)
        self._settings, self._page = settings, page
        self._parts = {"left": left, "right": right}
        self._wanted = dict.fromkeys(KEYS, True)
        kept = settings.now.more.get(SETTING)
        self._hidden = {side for side in KEYS if isinstance(kept, list) and side in kept}
        self.buttons: dict[str, IconButton] = {}
        for side, keys in KEYS.items():
            turn = partial(self.turn, side)
            self.buttons[side] = IconButton(f"column-{side}", parent=window, quiet=True, late=True, clicked=turn)
            shortcut = QShortcut(QKeySequence(keys), window)
            shortcut.activated.connect(turn)
            self._show(side)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        words: dict[str, tuple[str, str]] = {
            "left": (t("Hide the events and registers ({key})", key=KEYS["left"]),
                     t("Show the events and registers ({key})", key=KEYS["left"])),
            "right": (t("Hide what is chosen ({key})", key=KEYS["right"]),
                      t("Show what is chosen ({key})", key=KEYS["right"])),
        }  # fmt: skip
        for side, button in self.buttons.items():
            button.set_label(words[side][self.is_hidden(side)])

    def want(self, side: str, wanted: bool) -> None:
        """Tell whether the window has something for a column."""
        self._wanted[side] = wanted
        self._show(side)

    def is_hidden(self, side: str) -> bool:
        """Tell whether the person has hidden a column."""
        return side in self._hidden

    def turn(self, side: str) -> None:
        """Hide a column, or show it again; a column the window has nothing for stays as it is."""
        if not self._wanted[side]:
            return
        self._hidden ^= {side}
        more: dict[str, Any] = {**self._settings.now.more, SETTING: sorted(self._hidden)}
        self._settings.change(more=more)
        focused = self._page.window().focusWidget()
        if self.is_hidden(side) and focused is not None and self._parts[side].isAncestorOf(focused):
            for first in tab_order.reading_order(self._page)[:1]:
                tab_order.focus(first, Qt.FocusReason.OtherFocusReason)
        self._show(side)
        self.retranslate()

    def _show(self, side: str) -> None:
        self._parts[side].setVisible(self._wanted[side] and not self.is_hidden(side))
        self.buttons[side].setEnabled(self._wanted[side])
