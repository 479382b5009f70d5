"""How widgets leave a layout: out of sight at once, and gone when Qt has nothing more to do with them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QLayout, QWidget


def let_go(layout: QLayout, widgets: Iterable[QWidget]) -> None:
    """Take some widgets out of a layout and let them go."""
    for widget in widgets:
        layout.removeWidget(widget)
        widget.hide()
        widget.deleteLater()
