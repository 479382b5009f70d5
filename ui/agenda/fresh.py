"""The item just made on the page, whose title the inspector is to ask for."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.context import Context


class FreshItem(QObject):
    """Shared by the page and the inspector of one window. Attributes: `id`, 0 where there is none."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.id = 0

    def take(self, item_id: int) -> bool:
        """Tell whether this is the item just made; asked once."""
        if not self.id or item_id != self.id:
            return False
        self.id = 0
        return True


def fresh(context: Context) -> FreshItem:
    """Return the one of this window."""
    found = next((child for child in context.children() if isinstance(child, FreshItem)), None)
    return found or FreshItem(context)
