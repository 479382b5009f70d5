"""A section that shows one of several things of an event: the cars of a movement, the menu of a meal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt

from ui import theme
from ui.common.menu_button import MenuButton
from ui.common.named import shown
from ui.logistics.section import Section
from ui.logistics.words import when
from ui.translate import t


class OneShown(Section):
    """Attributes: `shown_id`, what is shown, 0 for nothing; `choice`, the menu to choose from, which subclasses place.

    Subclasses write `several` and `weight` besides what every section does.
    """

    widest = 360
    """Room of a thing in the menu."""

    def __init__(self, context: Any, parent: Any = None) -> None:
        self.shown_id = 0
        self.choice = MenuButton(())
        super().__init__(context, parent)
        self.choice.edited.connect(self._choose)

    def several(self) -> Sequence[Any]:
        """Return the things one of which is shown; each has an id, a title, a day and a start."""
        raise NotImplementedError

    def weight(self, one: Any) -> int:
        """Return how little there is to see of a thing: the first of the least is shown until one is chosen."""
        raise NotImplementedError

    def set_event(self, event_id: int) -> None:
        """Show another event, at its first thing with anything to see."""
        if event_id != self.event_id:
            self.shown_id = 0
        super().set_event(event_id)

    def show_all(self) -> None:
        """Show what was read last; the first thing with anything to see where none was chosen or it is gone."""
        things = self.several() if self.sheet is not None else ()
        if self.sheet is not None and self.shown_id not in [one.id for one in things]:
            self.shown_id = min(things, key=self.weight).id if things else 0
        super().show_all()

    def shown_one(self) -> Any | None:
        """Return the thing shown."""
        return next((one for one in self.several() if one.id == self.shown_id), None)

    def show_choice(self) -> None:
        """Offer the things."""
        self.choice.set_choices([(one.id, self.in_menu(one)) for one in self.several()])
        self.choice.set_value(self.shown_id)

    def in_menu(self, one: Any) -> str:
        """Return a thing as the menu has it: when it is, and its title."""
        title = shown(one.title, *self.tags) or t("Without a title")
        words = " · ".join(filter(None, (when(one.day, one.start), title)))
        return self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, theme.px(self.widest))

    def _choose(self, item_id: int) -> None:
        self.shown_id = item_id
        self.show_all()
        self.context.select("item", item_id)
