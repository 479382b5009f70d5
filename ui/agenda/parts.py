"""The topics of a meeting or the talks of a session, in order."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planner.app import Changes
from planner.operations import agenda
from planner.queries.agenda import ItemRow
from planner.rules.kinds import ItemKind
from planner.rules.text import EMPTY
from ui import theme
from ui.agenda.fresh import fresh
from ui.agenda.sheet import ItemSheet, is_session
from ui.agenda.timeline_items import span
from ui.common.buttons import IconButton, Link
from ui.common.fields import CaptionedField
from ui.common.labels import Muted, PlainLabel
from ui.common.named import shown
from ui.context import Context
from ui.translate import t, tn


class PartLine(QWidget):
    """A part: its number or time, its title, its minutes; arrows and a cross. Ctrl+↑↓ moves it too."""

    def __init__(self, part: ItemRow, number: int, sheet: ItemSheet, parent: PartsField) -> None:
        super().__init__(parent)
        self._id, self._field = part.id, parent
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        lead = f"{number}." if part.start is None else span(part.start, part.start if part.end is None else part.end)
        row.addWidget(Muted(lead, self), 0, Qt.AlignmentFlag.AlignTop)
        title = shown(part.title, *sheet.event.languages) or t("Without a title")
        self.title = PlainLabel(title, self, wrap=True, role="" if part.title else "muted")
        self.title.setMinimumWidth(theme.px(70))
        row.addWidget(self.title, 1)
        if part.minutes and part.start is None:
            row.addWidget(Muted(t("{n} min", n=part.minutes), self), 0, Qt.AlignmentFlag.AlignTop)
        last = number == len(sheet.parts())
        free = parent.context.read_only is None
        for name, label, work, possible in (
            ("edit", t("Open “{title}”", title=title), partial(parent.open, part.id), True),
            ("chevron-up", t("Move up"), partial(parent.reorder, part.id, number - 2), free and number > 1),
            ("chevron-down", t("Move down"), partial(parent.reorder, part.id, number), free and not last),
            ("close", t("Remove “{title}”", title=title), partial(parent.remove, part.id), free),
        ):
            button = IconButton(name, label, self, quiet=True, clicked=work)
            button.setStyleSheet("QToolButton { padding: 1px; min-height: 0; }")
            button.setEnabled(possible)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._place = number - 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the part by Ctrl+↑ and Ctrl+↓, wherever in its line the focus is."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        elif self._place + step >= 0:
            self._field.reorder(self._id, self._place + step)


class PartsField(CaptionedField):
    """The parts. Attributes: `lines`, `add`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.context = context
        self._sheet: ItemSheet | None = None
        self.lines: list[PartLine] = []
        self._box = QVBoxLayout()
        self._box.setSpacing(theme.px(3))
        self._column.addLayout(self._box)
        self.add = Link("", self, clicked=self.add_part)
        self._place(self.add)

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        talks = self._sheet is not None and is_session(self._sheet)
        self.set_caption(t("Talks in this session") if talks else t("Topics"))
        self.add.set_text(t("+ Talk") if talks else t("+ Topic"))
        if self._sheet is not None:
            self._rebuild(self._sheet)

    def show_sheet(self, sheet: ItemSheet) -> None:
        """Show the parts of an item."""
        self._sheet = sheet
        self.add.setEnabled(self.context.read_only is None)
        self.set_words()

    def add_part(self) -> None:
        """Add a topic or a talk at the end, and ask for its title."""
        if self._sheet is None:
            return
        sheet = self._sheet
        kind = ItemKind.TALK if is_session(sheet) else ItemKind.TOPIC
        values: dict[str, Any] = {"kind": kind.value, "audience": sorted(one.value for one in sheet.item.audience)}

        def ask(changes: Changes) -> None:
            fresh(self.context).ask(changes.result)
            self.open(changes.result)

        self.context.run(self, agenda.add_item, sheet.event.id, EMPTY, parent_id=sheet.item.id, done=ask, **values)

    def open(self, part_id: int) -> None:
        """Show a part in the inspector."""
        self.context.select("item", part_id)

    def reorder(self, part_id: int, place: int) -> None:
        """Move a part among the others."""
        self.context.run(self, agenda.reorder_item, part_id, place)

    def remove(self, part_id: int) -> None:
        """Remove a part."""
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.context.run(self, agenda.remove_item, part_id)

    def _rebuild(self, sheet: ItemSheet) -> None:
        for line in self.lines:
            self._box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [PartLine(part, number, sheet, self) for number, part in enumerate(sheet.parts(), 1)]
        for line in self.lines:
            self._box.addWidget(line)
        minutes = sum(part.minutes or 0 for part in sheet.parts())
        self.set_aside(tn("{n} minute", "{n} minutes", minutes) if minutes else "")
