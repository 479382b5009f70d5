"""Choosing somebody of the event by typing: whose words, who promised, who approves, whose biography."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from planner.language.search import fold
from planner.queries.follow_up import FollowUp, SomebodyThere
from ui.common.named import first_name, person_name, shown
from ui.common.picker import Offer, ReferenceField
from ui.common.words import word
from ui.follow_up.words import SIDES
from ui.translate import language, t


class SomebodyField(ReferenceField):
    """Somebody out of many; letters typed on it open the list already searched. `edited(value)`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._all: Sequence[Offer] = ()
        self._optional = True
        self.opened.connect(self._bring)
        self.button.installEventFilter(self)

    def show_choice(self, value: Any, offers: Sequence[Offer], *, optional: bool = True) -> None:
        """Show a choice; the others are only brought when the list is opened, since there may be thousands."""
        self._all, self._optional = offers, optional
        self.set_offers([one for one in offers if one.value == value], optional=optional)
        self.set_value(value)

    def label(self) -> str:
        """Return what is shown."""
        return self.button.label()

    def _bring(self) -> None:
        self.set_offers(self._all, optional=self._optional)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to search with the first letter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.button.isEnabled():
            letters = event.text()
            if letters.strip() and letters.isprintable():
                self.open_picker()
                if picker := self.picker():
                    picker.search.line.setText(letters)
                return True
        return bool(super().eventFilter(watched, event))


def place_of(found: FollowUp | None, person: int | None) -> int:
    """Return the place of a person in the delegations of an event, 0 for nobody of it."""
    people = found.people if found is not None else ()
    return next((one.participation_id for one in people if one.person_id == person), 0)


def member_offers(found: FollowUp) -> list[Offer]:
    """Return everybody of an event by the place in a delegation."""
    return [_offer(place, one, one.participation_id, found) for place, one in enumerate(found.people)]


def person_offers(found: FollowUp) -> list[Offer]:
    """Return everybody of an event by the person, each once."""
    people = {one.person_id: one for one in found.people}
    return [_offer(place, one, one.person_id, found) for place, one in enumerate(people.values())]


def owner_offers(found: FollowUp) -> list[Offer]:
    """Return who can owe what was promised: the sides, as ("side", its name), and people, as ("person", id)."""
    sides = [Offer(place, ("side", side), t(name)) for place, (side, name) in enumerate(SIDES.items())]
    people = person_offers(found)
    return [*sides, *(one._replace(id=one.id + len(sides), value=("person", one.value)) for one in people)]


def _offer(place: int, one: SomebodyThere, value: int, found: FollowUp) -> Offer:
    label = first_name(one.names, language(), *found.languages)
    remark = shown(one.position, *found.languages) or word(one.side)
    every = " ".join(person_name(one.names, tag) for tag in one.names)
    return Offer(place, value, label, remark, fold(f"{label} {every} {remark} {word(one.side)}"))
