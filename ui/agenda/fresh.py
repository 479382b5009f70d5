"""The item just made or opened on the page, whose title the inspector is to ask for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ui.context import Context


class FreshItem(QObject):
    """Shared by the page and the inspector of one window. Signals: `asked()`. Attributes: `id`, 0 for none."""

    asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.id = 0

    def ask(self, item_id: int) -> None:
        """Have the title of an item asked for as soon as it is shown."""
        self.id = item_id
        self.asked.emit()

    def take(self, item_id: int) -> bool:
        """Tell whether the title of this item is to be asked for; true once."""
        if not self.id or item_id != self.id:
            return False
        self.id = 0
        return True


def fresh(context: Context) -> FreshItem:
    """Return the one of this window."""
    found = next((child for child in context.children() if isinstance(child, FreshItem)), None)
    return found or FreshItem(context)
