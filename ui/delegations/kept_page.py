"""The columns as they were when the window was closed: to be read and scrolled while the office is being opened."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.delegations.kept import Kept
from ui.delegations.side_list import SideList


class KeptPage(QWidget):
    """Stands where the page will stand. Attributes: `columns` ("guest" and "host")."""

    def __init__(self, kept: Kept, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self.columns = {name: SideList(self) for name in kept.columns}
        sides = QHBoxLayout()
        sides.setSpacing(0)
        for place, name in enumerate(sorted(self.columns, key=lambda name: name != kept.first)):
            if place:
                sides.addSpacing(kept.between)
            sides.addWidget(self.columns[name], 1)
            self.columns[name].set_read_only(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addSpacing(kept.above)
        column.addLayout(sides, 1)

    def show_lines(self) -> None:
        """Fill the columns; the page has its size already, so that each line is laid out once."""
        for name, column in self.columns.items():
            column.show_lines(self._kept.columns[name])
            column.select_thing(*self._kept.chosen)
            column.verticalScrollBar().setValue(self._kept.scrolled.get(name, 0))

    def now(self) -> Kept:
        """Return what it shows, with what was chosen and scrolled since."""
        chosen = [column.current_thing() for column in self.columns.values() if column.current_thing()[0]]
        return self._kept._replace(
            chosen=chosen[0] if chosen else ("", 0),
            scrolled={name: column.verticalScrollBar().value() for name, column in self.columns.items()},
        )

    def focused(self) -> str:
        """Return the column that has the keyboard, or ""."""
        return next((name for name, column in self.columns.items() if column.hasFocus()), "")

    def empty(self) -> None:
        """Give the lines back before the page goes: what Qt holds of it would keep them."""
        self._kept = Kept({})
        for column in self.columns.values():
            column.show_lines(())
