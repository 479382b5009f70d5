"""The register of the office's vehicles, kept where cars are given out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.operations import logistics
from planner.queries.logistics import VehicleRow
from ui.common.edit_columns import EditColumn, one_line
from ui.common.edit_table import EditTable
from ui.common.labels import Muted
from ui.context import Context
from ui.logistics.words import VEHICLES, named
from ui.translate import t


class VehiclesTable(QWidget):
    """Attributes: `table`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.table = EditTable(self)
        self.hint = Muted("", self, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.hint)
        column.addWidget(self.table, 1)
        self.table.edited.connect(self._edit)
        self.table.new_wanted.connect(self._add)
        self.table.delete_requested.connect(self._remove)
        self.table.pasted.connect(self._paste)
        self.table.refused.connect(self.hint.setText)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.hint.setText(t("Vehicles with their drivers, for all events. Seats are those for passengers."))
        self.table.setAccessibleName(t("Vehicles of the office"))
        self.table.set_columns(self._columns())

    def show_vehicles(self, rows: Sequence[VehicleRow], *, read_only: bool) -> None:
        """Show the vehicles."""
        self.table.set_columns(self._columns())
        self.table.set_adding(can_add=True, read_only=read_only, words=t("+ Type a vehicle"))
        self.table.set_rows(rows)

    def _columns(self) -> list[EditColumn]:
        kinds = named(VEHICLES)
        return [
            EditColumn("name", t("Vehicle"), lambda row: row.name, 190, parse=_name, starts=True,
                       wrong=t("A vehicle needs a name, as “Toyota Camry”.")),
            EditColumn("plate", t("Plate"), lambda row: row.plate, 120, parse=one_line),
            EditColumn("kind", t("Kind"), lambda row: kinds.label(row.kind), 120, parse=kinds.value,
                       offers=kinds.labels, wrong=t("Write car, minibus, coach or luggage van.")),
            EditColumn("seats", t("Seats"), lambda row: str(row.seats), 80, parse=_seats, right=True,
                       wrong=t("Write a number.")),
            EditColumn("driver", t("Driver"), lambda row: row.driver, 170, parse=one_line),
            EditColumn("phone", t("Telephone"), lambda row: row.phone, 150, parse=one_line),
        ]  # fmt: skip

    def _add(self, values: dict[str, Any]) -> None:
        name = values.pop("name")
        if self.context.read_only is None:
            self.context.run(self, logistics.add_vehicle, name, done=self._added, failed=self._refused, **values)

    def _added(self, changes: Any) -> None:
        self.table.follow(int(changes.result))

    def _refused(self, error: Any) -> None:
        self.table.give_up()
        self.context.failed.emit(error)

    def _edit(self, ids: Sequence[int], key: str, value: Any) -> None:
        for one in ids:
            self.context.run(self, logistics.edit_vehicle, one, merge=f"vehicles:{key}:{ids}", **{key: value})

    def _paste(self, taken: Sequence[tuple[int, dict[str, Any]]]) -> None:
        merge = f"vehicles:{id(taken)}"
        for row_id, values in taken:
            if row_id:
                self.context.run(self, logistics.edit_vehicle, row_id, merge=merge, **values)
            else:
                name = values.pop("name")
                self.context.run(self, logistics.add_vehicle, name, merge=merge, **values)

    def _remove(self, ids: Sequence[int]) -> None:
        for one in ids:
            self.context.run(self, logistics.remove_vehicle, one, merge=f"vehicles:remove:{ids}")


def _name(words: str) -> str:
    if not (name := one_line(words)):
        raise ValueError(words)
    return name


def _seats(words: str) -> int:
    if not 0 <= (seats := int(words)) < 100:
        raise ValueError(words)
    return seats
