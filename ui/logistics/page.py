"""The tab "Logistics": who arrives how and lives where, cars, menus, presents, invitations (handbook 2.13-2.17)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from planner.language.catalog import mark
from ui import theme
from ui.common.menu_button import MenuButton
from ui.common.page import Action, EventPageView
from ui.common.segmented import Segmented
from ui.context import Context
from ui.logistics.cars import CarsSection
from ui.logistics.invitations import InvitationsSection
from ui.logistics.journeys import JourneysSection
from ui.logistics.menus import MenusSection
from ui.logistics.presents import PresentsSection
from ui.logistics.rooms import RoomsSection
from ui.logistics.section import Section
from ui.translate import follow_language, t

SECTIONS: Mapping[str, tuple[str, Callable[..., Section]]] = {
    "journeys": (mark("Travel"), JourneysSection),
    "rooms": (mark("Hotel rooms"), RoomsSection),
    "cars": (mark("Cars"), CarsSection),
    "menus": (mark("Menus"), MenusSection),
    "presents": (mark("Gifts"), PresentsSection),
    "invitations": (mark("Invitations"), InvitationsSection),
}
"""The sections in the order of the bar: what each is called, and its class."""
AIR = 12
"""Pixels beside the name of a segment that it can do without."""


class LogisticsPage(EventPageView):
    """Attributes: `bar`, the segments; `short`, the menu in their place where their names would be cut; `sections`,
    those made so far by key: each is made when it is first shown.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.bar = Segmented((), self, even=False)
        self.short = MenuButton((), self)
        self.short.setVisible(False)
        self.sections: dict[str, Section] = {}
        self._stack = QStackedWidget(self)
        top = QHBoxLayout()
        top.addWidget(self.bar)
        top.addWidget(self.short, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self.bar.edited.connect(self.choose)
        self.short.edited.connect(self.choose)
        follow_language(self.retranslate)
        kept = str(context.settings.now.more.get("logistics", ""))
        self.choose(kept if kept in SECTIONS else "journeys")

    def main_action(self) -> Action:
        """Lead to the paper of the section shown."""
        return Action(t("Print list…"), lambda: self.section().show_paper())

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.bar.setAccessibleName(t("Sections of logistics"))
        choices = [(key, t(words)) for key, (words, _made) in SECTIONS.items()]
        self.bar.set_choices(choices)
        self.short.set_choices(choices)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the menu where the segments have no room."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        narrow = self.width() < self.bar.sizeHint().width() - theme.px(AIR) * len(SECTIONS)
        self.bar.setVisible(not narrow)
        self.short.setVisible(narrow)

    def section(self) -> Section:
        """Return the section shown."""
        return self.sections[self.bar.value()]

    def choose(self, key: str) -> None:
        """Show a section, and remember it for the next start."""
        if key not in self.sections:
            section = SECTIONS[key][1](self.context, self)
            self.sections[key] = section
            self._stack.addWidget(section)
        self.bar.set_value(key)
        self.short.set_value(key)
        section = self.sections[key]
        section.set_event(self.event_id)
        self._stack.setCurrentWidget(section)
        more = self.context.settings.now.more
        if more.get("logistics") != key:
            self.context.settings.change(more={**more, "logistics": key})

    def set_event(self, event_id: int) -> None:
        """Show another event."""
        super().set_event(event_id)
        self.section().set_event(event_id)

    def refresh(self) -> None:
        """Nothing is read here: each section reads what it shows."""
