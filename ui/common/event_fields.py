"""Fields an event is described by: its languages in their order, and the zones of both sides."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planner.language.languages import known, own_name
from planner.language.zones import zone_city, zones
from planner.rules.text import Language
from ui.common.flow import SideBySide
from ui.common.paired_field import LanguageName
from ui.common.picker import Offer, ReferenceField
from ui.translate import language, t

MOST = 3


def language_names(tags: Sequence[Language]) -> list[LanguageName]:
    """Return languages with their own names, for paired fields."""
    return [LanguageName(tag, own_name(tag)) for tag in tags]


class ZoneField(ReferenceField):
    """A time zone, found by its city: `edited(zone)`."""

    def __init__(self, caption: str = "", parent: QWidget | None = None) -> None:
        super().__init__(caption, parent)
        self._filled = ""
        self.opened.connect(self.fill)

    def fill(self) -> None:
        """Offer all zones; they are put together when the list is first opened."""
        if self._filled != language():
            self._filled = language()
            found = [Offer(place, zone, zone_city(zone, language()), zone) for place, zone in enumerate(zones())]
            self.set_offers(sorted(found, key=lambda offer: offer.label), optional=False)

    def show_zone(self, zone: str) -> None:
        """Show a zone without putting the whole list together."""
        if self._filled != language():
            self.set_offers([Offer(0, zone, zone_city(zone, language()), zone)], optional=False)
        self.set_value(zone)


class LanguagesField(QWidget):
    """The languages of an event, the first leads; up to three: `edited(tags)`."""

    edited = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = [ReferenceField(parent=self) for _ in range(MOST)]
        row = SideBySide()
        self.setLayout(row)
        offers = [Offer(n, tag, own_name(tag), tag) for n, tag in enumerate(known())]
        for place, field in enumerate(self._fields):
            field.set_offers(offers, optional=place > 0)
            field.edited.connect(lambda _tag: self.edited.emit(self.value()))
            row.addWidget(field)
        self.setFocusProxy(self._fields[0])

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        for field, caption in zip(self._fields, (t("Languages"), t("Second"), t("Third")), strict=True):
            field.set_words(caption)

    def value(self) -> tuple[Language, ...]:
        """Return the tags in their order, none twice."""
        return tuple(dict.fromkeys(str(field.value()) for field in self._fields if field.value()))

    def set_value(self, tags: Sequence[Language]) -> None:
        """Show languages; nothing is sent."""
        for place, field in enumerate(self._fields):
            field.set_value(tags[place] if place < len(tags) else None)

    def set_read_only(self, read_only: bool) -> None:
        """Let the languages be read only."""
        for field in self._fields:
            field.set_read_only(read_only)
