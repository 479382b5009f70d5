"""Which seat is chosen, for the inspector beside the page: both are made by the window and know only the context."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from ui.context import Context


class ChosenSeat(QObject):
    """Attributes: `key`, the seat of the plan shown, or "". Signals: `changed()`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.key = ""

    def choose(self, key: str) -> None:
        """Choose a seat."""
        if key != self.key:
            self.key = key
            self.changed.emit()


_OF: WeakKeyDictionary[Context, ChosenSeat] = WeakKeyDictionary()


def chosen_seat(context: Context) -> ChosenSeat:
    """Return the one choice of a context."""
    if context not in _OF:
        _OF[context] = ChosenSeat()
    return _OF[context]
