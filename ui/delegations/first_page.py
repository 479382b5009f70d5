"""The columns as the driver read them: to be read, chosen and scrolled while the office is being opened."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.first_order import FirstOrder
from ui.delegations.lines import COLUMNS, columns_of
from ui.delegations.side_list import SideList


class Left(NamedTuple):
    """How the page was left: who stands on the left, what was chosen and scrolled, and where the columns lie.

    `above` is the height of the bar over the columns, `between` the width of the strip between them, in pixels.
    """

    event_id: int = 0
    first: str = "guest"
    chosen: tuple[str, int] = ("", 0)
    scrolled: Mapping[str, int] = {}
    above: int = 0
    between: int = 0


def left_of(found: Any) -> Left:
    """Return how the page was left from what the settings hold; as it is new, where that is anything else."""
    try:
        kind, thing_id = found["chosen"]
        scrolled = {str(name): int(value) for name, value in found["scrolled"].items()}
        first = found["first"] if found["first"] in COLUMNS else Left().first
        numbers = [int(found[name]) for name in ("event_id", "above", "between")]
        return Left(numbers[0], first, (str(kind), int(thing_id)), scrolled, numbers[1], numbers[2])
    except (LookupError, TypeError, ValueError, AttributeError):
        return Left()


class FirstPage(QWidget):
    """Stands where the page will stand. Attributes: `columns` ("guest" and "host"); `order`, once it was read."""

    def __init__(self, left: Left, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.order: FirstOrder | None = None
        self._left = left
        self.columns = {name: SideList(self) for name in COLUMNS}
        sides = QHBoxLayout()
        sides.setSpacing(0)
        for place, name in enumerate(sorted(self.columns, key=lambda name: name != left.first)):
            if place:
                sides.addSpacing(left.between)
            sides.addWidget(self.columns[name], 1)
            self.columns[name].set_read_only(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addSpacing(left.above)
        column.addLayout(sides, 1)

    def show_order(self, order: FirstOrder) -> None:
        """Fill the columns; the page has its size already, so that each line is laid out once."""
        self.order = order
        if self._left.event_id != order.event_id:
            self._left = self._left._replace(chosen=("", 0), scrolled={})
        lines = columns_of(order.order.rows, order.languages)
        for name, column in self.columns.items():
            column.show_lines(lines[name])
            column.select_thing(*self._left.chosen)
            column.verticalScrollBar().setValue(self._left.scrolled.get(name, 0))

    def now(self) -> Left:
        """Return how it is left, with what was chosen and scrolled since."""
        chosen = [column.current_thing() for column in self.columns.values() if column.current_thing()[0]]
        return self._left._replace(
            chosen=chosen[0] if chosen else ("", 0),
            scrolled={name: column.verticalScrollBar().value() for name, column in self.columns.items()},
        )

    def focused(self) -> str:
        """Return the column that has the keyboard, or ""."""
        return next((name for name, column in self.columns.items() if column.hasFocus()), "")

    def empty(self) -> None:
        """Give the lines back before the page goes: what Qt holds of it would keep them."""
        self.order = None
        for column in self.columns.values():
            column.show_lines(())
