"""The presents given to a person and received from this person."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.language.dates import format_day
from planner.operations import gifts
from planner.queries.gifts import GiftRow, GiftSheet, gifts_of
from planner.queries.people import person_page
from planner.rules.text import Language
from ui.common.buttons import Link
from ui.common.form import Section, fit_boxes
from ui.common.gift_words import fault_words, money
from ui.common.named import shown
from ui.common.picker import Offer, offers
from ui.common.register_offers import register_languages
from ui.context import Context
from ui.people.gift_box import GiftBox
from ui.people.person_card import PersonCard
from ui.translate import follow_language, language, t


class GiftsView(NamedTuple):
    """The presents of a person, the office's languages, and the events they may be given at."""

    sheet: GiftSheet
    languages: tuple[Language, ...]
    events: list[Offer]


def read_gifts(db: Any, person_id: int, day: date) -> GiftsView:
    """Return what the card shows."""
    places = {place.event.id: place.event for place in reversed(person_page(db, person_id).places)}
    days = ((one, format_day(one.from_day, language())) for one in places.values())
    events = offers(
        [(one.id, f"{shown(one.short_title or one.title, *one.languages) or '—'} · {day}") for one, day in days]
    )
    return GiftsView(gifts_of(db, person_id, day), register_languages(db, language()), events)


class GiftsCard(PersonCard):
    """Attributes: `boxes`, the presents, the latest first; `add_link`."""

    key = "gifts"
    query = staticmethod(read_gifts)
    tables = frozenset(("gift", "event", "participation", "setting"))

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._view: GiftsView | None = None
        self.section = Section(self)
        self.boxes: list[GiftBox] = []
        self.add_link = Link("", self.section, strong=True, clicked=self.add)
        self.section.add_action(self.add_link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.section.set_title(t("Gifts"))
        self.add_link.set_text(t("+ Gift"))
        self.section.remove(self.boxes)
        self.boxes.clear()
        if self._view is not None:
            self._show(self._view)

    def add(self) -> None:
        """Add a present of today."""
        if self._person:
            self.context.run(self, gifts.add_gift, self._person, given_on=self.context.today(), done=self._focus)

    def _focus(self, changes: Any) -> None:
        for box in self.boxes:
            if box.gift_id == changes.result:
                box.title.setFocus()

    def _show(self, view: GiftsView) -> None:
        self._view = view
        rows = view.sheet.gifts
        fit_boxes(self.section, self.boxes, len(rows), lambda: GiftBox(self.context, self.section))
        for box, row in zip(self.boxes, rows, strict=True):
            tags = tuple(dict.fromkeys([*view.languages, *row.title.wordings]))
            box.show_gift(row, tags, view.events, self._faults(row, view.sheet))
        self.section.set_title(t("Gifts"), "" if rows else t("none recorded"))

    def _faults(self, row: GiftRow, sheet: GiftSheet) -> list[str]:
        limit = f"{money(sheet.limit)} {sheet.currency}"
        rows = {one.id: one for one in sheet.gifts}
        return [
            fault_words(one, other=_when(rows[one.other]) if one.other in rows else "", limit=limit)
            for one in sheet.findings
            if one.gift_id == row.id
        ]


def _when(row: GiftRow) -> str:
    """Return when or where a present was given, in words."""
    parts = [format_day(row.given_on, language()) if row.given_on else "", shown(row.event, *row.event_languages)]
    return ", ".join(filter(None, parts)) or t("without a date")
