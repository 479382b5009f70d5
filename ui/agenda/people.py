"""Who takes part in an item: sides, delegations, tracks and persons, each with a role."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.operations import agenda
from planner.queries.agenda import AttendanceRow
from planner.rules.kinds import Role
from ui import theme
from ui.agenda.sheet import ItemSheet, Person, Who, counts, people_of, usual_role, who, who_can
from ui.agenda.words import choices
from ui.common.buttons import IconButton, Link
from ui.common.fields import CaptionedField
from ui.common.labels import PlainLabel
from ui.common.menu_button import MenuButton
from ui.common.picker import Picker
from ui.common.pill import Dot
from ui.context import Context
from ui.translate import t


class PersonLine(QWidget):
    """One of those who take part: a dot of the side, the name, what they do, and a cross to take them off.

    A track the item is on has neither: its members are changed at the track.
    """

    def __init__(self, person: Person, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        words = f"{person.label} · {person.remark}" if person.remark else person.label
        row.addWidget(Dot(person.tone, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(words, self, wrap=True), 1)
        if person.attendance is None:
            return
        self.role = MenuButton(choices(Role), self)
        self.role.setProperty("kind", "link")
        self.role.set_value(person.attendance.role)
        self.role.setAccessibleName(t("What {name} does here", name=person.label))
        self.role.setEnabled(not read_only)
        self.remove = IconButton("close", t("Take {name} off this item", name=person.label), self, quiet=True)
        self.remove.setStyleSheet("QToolButton { padding: 1px; min-height: 0; }")
        self.remove.setEnabled(not read_only)
        row.addWidget(self.role, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)


class PeopleField(CaptionedField):
    """The list in a box, with a way to add. Attributes: `lines`, `add`, `picker`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.context = context
        self._sheet: ItemSheet | None = None
        self._people: list[Person] = []
        self.lines: list[PersonLine] = []
        self.picker: Picker | None = None
        self._box = QVBoxLayout()
        self._box.setSpacing(theme.px(3))
        self._column.addLayout(self._box)
        self.add = Link("", self, clicked=self.open_picker)
        self._place(self.add)

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.set_caption(t("Takes part"))
        self.add.set_text(t("+ Person, delegation or side"))
        self._rebuild()

    def show_sheet(self, sheet: ItemSheet) -> None:
        """Show who takes part in an item."""
        self._sheet = sheet
        self.set_aside(counts(sheet))
        self.add.setEnabled(self.context.read_only is None)
        people = people_of(sheet)
        if people != self._people or len(people) != len(self.lines):
            self._people = people
            self._rebuild()

    def open_picker(self) -> None:
        """Open the list of those who can take part and do not yet."""
        if self._sheet is None:
            return
        if self.picker is not None:
            self.picker.deleteLater()
        there = {who(row) for row in self._sheet.item.people}
        self.picker = Picker(self)
        self.picker.set_offers([offer for offer in who_can(self._sheet) if offer.value not in there])
        self.picker.picked.connect(self._add)
        self.picker.open_under(self.add, width=self.width())

    def _rebuild(self) -> None:
        for line in self.lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for person in self._people:
            line = PersonLine(person, self, read_only=self.context.read_only is not None)
            if person.attendance is not None:
                line.role.edited.connect(partial(self._set_role, person.attendance))
                line.remove.clicked.connect(partial(self._remove, person.attendance))
            self._box.addWidget(line)
            self.lines.append(line)

    def _add(self, value: Who) -> None:
        if self._sheet is None:
            return
        kind, named = value
        key = {"side": "side", "delegation": "delegation_id", "track": "track_id", "member": "participation_id"}[kind]
        role = usual_role(self._sheet.item).value
        values: dict[str, Any] = {key: named.value if kind == "side" else named}
        self.context.run(self, agenda.add_attendance, self._sheet.item.id, role=role, **values)

    def _set_role(self, row: AttendanceRow, role: Role) -> None:
        named: dict[str, Any] = {"side": row.side.value if row.side else "", "delegation_id": row.delegation_id,
                                 "track_id": row.track_id, "participation_id": row.participation_id}  # fmt: skip
        self.context.run(self, agenda.add_attendance, row.item_id, role=role.value, **named)

    def _remove(self, row: AttendanceRow, _on: bool = False) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.context.run(self, agenda.remove_attendance, row.id)
