"""A button that opens a menu of choices: "Timeline ▾"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ui.common.buttons import Button


class MenuButton(Button):
    """Shows the choice taken; the menu ticks it. Signals: `edited(value)`.

    `fixed` keeps one label ("Add ▾") for a menu of actions instead of a choice.
    """

    edited = Signal(object)

    def __init__(
        self, choices: Sequence[tuple[Any, str]] = (), parent: QWidget | None = None, *, fixed: str = ""
    ) -> None:
        super().__init__("", parent)
        self._choices: list[tuple[Any, str]] = []
        self._value: Any = None
        self._fixed = fixed
        self._menu = QMenu(self)
        self._actions: list[QAction] = []
        self.setMenu(self._menu)
        self.set_choices(choices)

    def set_choices(self, choices: Sequence[tuple[Any, str]], *, fixed: str = "") -> None:
        """Offer other choices; the one taken stays if it is among them."""
        self._choices, self._fixed = list(choices), fixed or self._fixed
        values = [value for value, _label in self._choices]
        if self._value not in values:
            self._value = values[0] if values else None
        self._menu.clear()
        self._fill()
        self._show()

    def value(self) -> Any:
        """Return the choice taken."""
        return self._value

    def set_value(self, value: Any) -> None:
        """Take a choice without sending anything."""
        self._value = value
        self._show()

    def _fill(self) -> None:
        """Write the choices at the end of the menu."""
        self._actions, ticks = [], QActionGroup(self._menu)
        for value, label in self._choices:
            action = self._menu.addAction(label.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, value=value: self._take(value))
            if not self._fixed:
                action.setCheckable(True)
                ticks.addAction(action)
            self._actions.append(action)

    def _take(self, value: Any) -> None:
        self.set_value(value)
        self.edited.emit(value)

    def _show(self) -> None:
        label = self._fixed or next((label for value, label in self._choices if value == self._value), "")
        self.set_text(f"{label} ▾")
        self.setAccessibleName(label)
        for (value, _label), action in zip(self._choices, self._actions, strict=True):
            action.setChecked(not self._fixed and value == self._value)
