"""One room of a venue: its name, and how many it seats in each layout."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from planner.operations import venues
from planner.queries.venues import RoomRow
from planner.rules.kinds import RoomLayout
from planner.rules.text import Language
from ui.common.buttons import Link
from ui.common.number_field import NumberField
from ui.common.text_fields import Target, TextFields
from ui.common.words import word
from ui.context import Context
from ui.translate import t


class RoomBox(QFrame):
    """Edits one room at once; an empty number of seats means that the layout is not possible there."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._room: RoomRow | None = None
        self.setProperty("kind", "panel")
        self.name = TextFields(context, t("Room"), self)
        self.seats = {layout: NumberField(word(layout), self) for layout in RoomLayout}
        self.remove = Link(t("Remove this room"), self, clicked=self._remove)
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, (layout, field) in enumerate(self.seats.items()):
            field.edited.connect(lambda _seats, layout=layout: self._write(layout))
            grid.addWidget(field, place // 3, place % 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(8)
        column.addWidget(self.name)
        column.addLayout(grid)
        column.addWidget(self.remove)

    @property
    def room_id(self) -> int:
        """The id of the room shown, or 0."""
        return self._room.id if self._room else 0

    def show_room(self, room: RoomRow, tags: Sequence[Language]) -> None:
        """Show a room."""
        self._room = room
        self.name.show_text(Target("room", room.id, "name"), room.name, tags)
        for layout, field in self.seats.items():
            field.set_value(room.capacity.get(layout.value))

    def _write(self, layout: RoomLayout) -> None:
        capacity = {one.value: field.value() for one, field in self.seats.items() if field.value() is not None}
        merge = f"room:{self.room_id}:{layout.value}"
        self.context.run(self, venues.edit_room, self.room_id, capacity=capacity, merge=merge)

    def _remove(self) -> None:
        self.context.run(self, venues.remove_room, self.room_id)
