"""The line above the delegations: order, sides, import, adding."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from planner.rules.kinds import Side
from ui.common.buttons import Button
from ui.common.flow import FlowLayout
from ui.common.labels import Caption
from ui.common.menu_button import MenuButton
from ui.common.words import word
from ui.translate import follow_language, t, tn


class DelegationsBar(QWidget):
    """Breaks into lines where the page is narrow. Signals: one for each thing that can be wanted."""

    unpinned = Signal()
    file_wanted = Signal()
    paste_wanted = Signal()
    delegation_wanted = Signal(object)
    person_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pins = 0
        self.order = MenuButton((), self, fixed=" ")
        self.order.edited.connect(lambda _value: self.unpinned.emit())
        self.side_order = MenuButton((), self)
        self.import_button = Button("", self, clicked=self.file_wanted.emit)
        self.paste_button = Button("", self, clicked=self.paste_wanted.emit)
        self.pinned = Caption("", self)
        self.add_delegation = MenuButton((), self, fixed=" ")
        self.add_delegation.edited.connect(self.delegation_wanted)
        self.add_person = Button("", self, clicked=self.person_wanted.emit)
        self.pinned.setMinimumHeight(self.order.sizeHint().height())
        left, right = FlowLayout(gap=8, line_gap=8), QHBoxLayout()
        for widget in (self.order, self.side_order, self.import_button, self.paste_button, self.pinned):
            left.addWidget(widget)
        right.setSpacing(8)
        for button in (self.add_delegation, self.add_person):
            right.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addLayout(left, 1)
        row.addLayout(right)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.order.set_choices([("precedence", t("All by precedence again"))], fixed=t("By precedence"))
        guests, hosts = word(Side.GUEST), word(Side.HOST)
        self.side_order.set_choices([("guest", f"{guests} | {hosts}"), ("host", f"{hosts} | {guests}")])
        self.import_button.set_text(t("Import list…"))
        self.paste_button.set_text(t("Paste"))
        self.add_delegation.set_choices([(side, word(side)) for side in Side], fixed=t("+ Delegation"))
        self.add_person.set_text(t("+ Person"))
        self._tell()

    def show_state(self, pins: int, *, writable: bool) -> None:
        """Show how many places are pinned, and whether anything can be changed."""
        self._pins = pins
        for button in (self.order, self.import_button, self.paste_button, self.add_delegation, self.add_person):
            button.setEnabled(writable)
        self._tell()

    def _tell(self) -> None:
        pins = self._pins
        self.pinned.setText(tn("{n} place pinned", "{n} places pinned", pins) if pins else "")
