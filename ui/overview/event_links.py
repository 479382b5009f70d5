"""What an event belongs to: other events and agreements; and its copy and its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.app import Changes
from planner.operations.duplicate import duplicate_event
from planner.operations.events import (
    add_event_agreement,
    link_events,
    remove_event,
    remove_event_agreement,
    unlink_events,
)
from planner.queries.events import EventPage, events
from planner.queries.organisations import agreements
from planner.rules.kinds import LinkKind
from ui.common.buttons import Link
from ui.common.event_words import LINKS, long_day, short_day
from ui.common.findings import Fact, FactsField
from ui.common.moment_fields import DateField
from ui.common.named import shown
from ui.common.picker import Offer, ReferenceField
from ui.context import Context
from ui.translate import follow_language, t


class EventLinks(QWidget):
    """Links to events and agreements as facts with a way to take each away, and fields for one more."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._page: EventPage | None = None
        self.facts = FactsField(parent=self)
        self.next_event, self.agreement = ReferenceField(parent=self), ReferenceField(parent=self)
        self.copy_day = DateField(parent=self)
        self.remove = Link("", self, clicked=self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for widget in (self.facts, self.next_event, self.agreement, self.copy_day, self.remove):
            column.addWidget(widget)
        self.facts.acted.connect(self._take_away)
        self.next_event.opened.connect(lambda: self._read("events", self._offer_events, events))
        self.agreement.opened.connect(lambda: self._read("agreements", self._offer_agreements, agreements))
        self.next_event.edited.connect(self._link)
        self.agreement.edited.connect(self._join)
        self.copy_day.edited.connect(self._copy)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.facts.set_caption(t("Belongs to"))
        self.next_event.set_words(t("Leads to another event"), empty=t("Choose…"))
        self.agreement.set_words(t("Is about an agreement"), empty=t("Choose…"))
        self.copy_day.set_caption(t("Copy to another first day, then Enter"))
        self.remove.set_text(t("Remove this event"))
        if self._page is not None:
            self.show_links(self._page)

    def show_links(self, page: EventPage) -> None:
        """Show what an event belongs to."""
        if self._page is None or self._page.id != page.id:
            self.copy_day.set_value(None)
        self._page = page
        self.copy_day.set_near(page.from_day)
        facts = [
            Fact(_sentence(link), tail=short_day(link.other.from_day), link=(f"event:{link.id}", t("Unlink")))
            for link in page.links
        ]
        facts += [
            Fact(shown(one.title, *page.languages), tail=t("agreement"), link=(f"agreement:{one.id}", t("Unlink")))
            for one in page.agreements
        ]
        self.facts.set_facts(facts or [Fact(t("Nothing yet: link the meeting that led to it, or what it leads to."))])

    def set_read_only(self, read_only: bool) -> None:
        """Let the links be read only."""
        for widget in (self.next_event, self.agreement, self.copy_day, self.remove):
            widget.setVisible(not read_only)
        self.facts.setEnabled(not read_only)

    def _read(self, key: str, done: Callable[[Any], object], query: Callable[..., Any]) -> None:
        self._context.read(self, key, done, query)

    def _offer_events(self, rows: Any) -> None:
        own = self._page.id if self._page else 0
        self.next_event.set_offers(
            [
                Offer(row.id, row.id, shown(row.title, *row.languages), long_day(row.from_day))
                for row in rows
                if row.id != own
            ]
        )

    def _offer_agreements(self, rows: Any) -> None:
        self.agreement.set_offers([Offer(row.id, row.id, shown(row.title)) for row in rows])

    def _link(self, other: int | None) -> None:
        if self._page is not None and other is not None:
            self.next_event.set_value(None)
            self._context.run(self, link_events, self._page.id, other)

    def _join(self, agreement: int | None) -> None:
        if self._page is not None and agreement is not None:
            self.agreement.set_value(None)
            self._context.run(self, add_event_agreement, self._page.id, agreement)

    def _take_away(self, key: str) -> None:
        kind, _, number = key.partition(":")
        self._context.run(self, unlink_events if kind == "event" else remove_event_agreement, int(number))

    def _copy(self, day: Any) -> None:
        if self._page is not None and day is not None:
            self.copy_day.set_value(None)
            self._context.run(self, duplicate_event, self._page.id, day, done=self._go_to)

    def _go_to(self, changes: Changes) -> None:
        self._context.show("event", changes.result)

    def _remove(self) -> None:
        if self._page is not None:
            self._context.run(self, remove_event, self._page.id)


def _sentence(link: Any) -> str:
    name = shown(link.other.short_title or link.other.title, *link.other.languages)
    if link.kind is LinkKind.LEADS_TO:
        return t("follows {event}", event=name) if link.before else t("leads to {event}", event=name)
    return f"{t(LINKS[link.kind])}: {name}"
