"""The overview of an event."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from planner.app import Changes
from planner.checks.preparation import EventTasks, event_tasks
from planner.language.dates import format_range
from planner.language.feasts import greeting_words
from planner.operations.calendar import correct_greeting
from planner.operations.events import add_greeting, remove_greeting
from planner.operations.findings import take_back_dismissal
from planner.operations.preparation import tick_task
from planner.queries.events import EventRow
from planner.queries.papers import VersionRow, issued
from planner.rules.findings import Finding
from planner.rules.kinds import EventState
from ui import theme
from ui.common.card import Card, CardRow
from ui.common.event_words import nearness, state_word
from ui.common.labels import Caption
from ui.common.mending import dismiss, mend
from ui.common.named import shown
from ui.common.page import EventPageView
from ui.common.paper_entries import PARTICIPANTS, PROGRAMME
from ui.context import Context
from ui.overview import rows
from ui.overview.chain import ChainView, Link
from ui.overview.dates import EventDates, day_rows, event_dates, greeting_rows, offer_rows
from ui.overview.facts import Facts, event_facts
from ui.overview.findings_card import FindingsCard
from ui.overview.next_steps import NextSteps
from ui.translate import follow_language, language, t

GAP = 14
PAUSE = 150
"""Milliseconds without a change before the cards are read again."""
TWO_COLUMNS = 660
"""Pixels of the design below which the cards stand in one column."""


class OverviewPage(EventPageView):
    """The first tab of an event: a card for each thing a person asks in the morning."""

    tables: ClassVar[frozenset[str]] = frozenset(
        (
            "event",
            "event_link",
            "event_agreement",
            "agreement",
            "topic",
            "greeting",
            "event_flag",
            "flag",
            "item",
            "track",
            "item_track",
            "attendance",
            "track_member",
            "delegation",
            "participation",
            "person",
            "person_name",
            "post",
            "organisation",
            "organisation_name",
            "venue",
            "room",
            "paper_heading",
            "setting",
            "office_day",
            "dismissal",
            "person_private",
            "opening_hours",
            "route",
            "journey",
            "lodging",
            "ride",
            "vehicle",
            "gift",
            "dish",
            "invitation",
            "liaison",
            "counterpart",
            "seating_plan",
            "placement",
            "seating_wish",
            "busy_time",
            "commitment",
            "issued_paper",
            "paper_holder",
            "task",
        )
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._facts: Facts | None = None
        self._dates: EventDates | None = None
        self.chain = ChainView(self)
        self.needs = FindingsCard(self)
        self.sides, self.papers, self.dates, self.topics = (Card(parent=self) for _ in range(4))
        self.steps = NextSteps(self)
        self._notice = Caption("", self, wrap=True)
        ground = QWidget(self)
        ground.setProperty("kind", "clear")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(GAP)
        column.addWidget(self.chain)
        self._sides_by_side = QHBoxLayout()
        self._boxes = (QVBoxLayout(), QVBoxLayout())
        for box in self._boxes:
            box.setSpacing(GAP)
            box.addStretch(1)
            self._sides_by_side.addLayout(box, 1)
        self._sides_by_side.setSpacing(GAP)
        self._columns = 0
        column.addLayout(self._sides_by_side)
        column.addWidget(self._notice)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(ground)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.chain.wanted.connect(self._follow)
        self.needs.wanted.connect(self._go_to_finding)
        self.needs.mended.connect(lambda finding, key: mend(self.context, self, finding, key))
        self.needs.dismissed.connect(lambda finding, why: dismiss(self.context, self, self.event_id, finding, why))
        self.needs.taken_back.connect(lambda row: self.context.run(self, take_back_dismissal, row))
        self.dates.acted.connect(self._act_on_date)
        self.steps.ticked.connect(self._tick)
        self.steps.every_wanted.connect(lambda: self.context.show("tab:tasks", self.event_id))
        for card in (self.sides, self.papers):
            card.acted.connect(self._act_on_card)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.mark_stale)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.sides.set_heading(t("Sides"))
        self.papers.set_heading(t("Documents"))
        self.dates.set_heading(t("Dates to watch"))
        self.topics.set_heading(t("Topics"))
        if self.event_id:
            self.mark_stale()

    def set_event(self, event_id: int) -> None:
        """Show another event, its gravest findings first."""
        if event_id != self.event_id:
            self.needs.fold_again()
        super().set_event(event_id)

    def _look_at(self, changes: Changes) -> None:
        """Wait for a pause in the changes: all cards together take long enough to be felt under a typing hand."""
        if self.tables & changes.tables:
            self._pause.start()

    def refresh(self) -> None:
        """Read the facts again."""
        if self.event_id:
            today = self.context.today()
            self.context.read(self, "overview", self._show, event_facts, self.event_id, language(), today)

    def _arrange(self) -> None:
        """Put the cards in two columns, or in one where there is no room for two."""
        columns = 2 if self.width() >= theme.px(TWO_COLUMNS) else 1
        if columns == self._columns:
            return
        self._columns = columns
        left, right = (self.needs, self.sides, self.dates), (self.steps, self.papers, self.topics)
        one = (self.needs, self.steps, self.sides, self.papers, self.dates, self.topics)
        order = (left, right) if columns == 2 else (one, ())
        for box, cards in zip(self._boxes, order, strict=True):
            for place, card in enumerate(cards):
                box.insertWidget(place, card)
        self._sides_by_side.setStretch(1, columns - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the cards anew."""
        super().resizeEvent(event)
        self._arrange()

    def _show(self, facts: Facts) -> None:
        self._facts = facts
        self.chain.set_links(self._links(facts))
        may_write = self.context.read_only is None
        self.needs.set_findings(facts.checked.standing, facts.checked.dismissed, may_write=may_write)
        self.sides.set_rows(rows.side_rows(facts.sides))
        self.papers.set_rows(rows.document_rows(facts))
        self._show_days()
        # After the cards: the calendar of holidays is imported at its first question.
        self.context.read(self, "dates", self._show_dates, event_dates, facts.page.id)
        self.context.read(self, "steps", self._show_steps, event_tasks, facts.page.id, self.context.today())
        self.topics.set_rows(rows.topic_rows(facts))
        self.topics.setVisible(bool(facts.page.topics))
        self._notice.setText(t(facts.sample))
        self._notice.setVisible(bool(facts.sample))

    def _show_steps(self, found: EventTasks) -> None:
        if found.page.id == self.event_id:
            over = found.page.state is EventState.CANCELLED
            writable = self.context.read_only is None
            self.steps.show_tasks(() if over else found.tasks, self.context.today(), writable=writable)

    def _tick(self, task_id: int) -> None:
        self.context.run(self, tick_task, task_id, done_on=self.context.today())

    def _show_dates(self, dates: EventDates) -> None:
        if dates.page.id == self.event_id:
            self._dates = dates
            self._show_days()

    def _show_days(self) -> None:
        """Show greetings and days; those of the calendar as soon as they are known."""
        if self._facts is None:
            return
        page, writable = self._facts.page, self.context.read_only is None
        dates = self._dates if self._dates and self._dates.page.id == page.id else None
        found = greeting_rows(page, dates, writable=writable)
        if dates is not None:
            found += [*offer_rows(dates, writable=writable), *day_rows(dates)]
        found += rows.date_rows(self._facts)
        self.dates.set_rows(found or [CardRow(t("Nothing but the days of the event itself."), muted=True)])

    def _act_on_date(self, row: str, link: str) -> None:
        """Wish well on the right feast, on one that is near, or not at all."""
        kind, _, number = row.partition(":")
        if kind == "greeting" and link == "drop-greeting":
            self.context.run(self, remove_greeting, int(number))
        elif kind == "greeting" and link.startswith("instead:") and self._facts is not None:
            feast = link.partition(":")[2]
            greeting = next((one for one in self._facts.page.greetings if one.id == int(number)), None)
            if greeting is not None:
                words = greeting_words(feast, greeting.country, self._facts.page.languages)
                self.context.run(self, correct_greeting, greeting.id, feast, words=words)
        elif kind == "offer" and self._dates is not None and self._facts is not None:
            offer = self._dates.offers[int(number)]
            first, last = self._facts.page.from_day, self._facts.page.to_day
            day = min(max(offer.feast.day, first), last)  # said at the event, on the feast's day if that is one of its
            self.context.run(
                self, add_greeting, self.event_id, offer.feast.feast, day=day, country=offer.feast.country,
                words=offer.words,
            )  # fmt: skip

    def _links(self, facts: Facts) -> list[Link]:
        page = facts.page
        own = EventRow(
            page.id, page.kind, page.title, page.short_title, page.from_day, page.to_day, page.languages, page.state
        )
        chained = sorted([own, *(link.other for link in page.links)], key=lambda event: (event.from_day, event.id))
        links = [self._event_link(event, here=event.id == page.id) for event in chained]
        for agreement in page.agreements:
            signed = (
                t("signed on {day}", day=format_range(agreement.signed_on, agreement.signed_on, language()))
                if agreement.signed_on
                else ""
            )
            remark = f"{t('agreement')} · {signed}" if signed else t("agreement")
            links.append(Link("agreement", agreement.agreement_id, shown(agreement.title, *page.languages), remark))
        return links

    def _event_link(self, event: EventRow, *, here: bool) -> Link:
        parts = [format_range(event.from_day, event.to_day, language())]
        near = nearness(event.from_day, event.to_day, self.context.today())
        parts.append(near if near and here else state_word(event.state).lower())
        title = shown(event.short_title or event.title, *event.languages)
        return Link("event", event.id, title, " · ".join(parts), here)

    def _follow(self, kind: str, thing_id: int) -> None:
        if kind == "event" and thing_id == self.event_id:
            self.context.select("event", thing_id)
        else:
            self.context.show(kind, thing_id)

    def _act_on_card(self, row: str, link: str) -> None:
        if link == "documents":
            self.context.show("paper", PARTICIPANTS if row == "participants" else PROGRAMME)
        else:
            self.context.show(f"tab:{link}", self.event_id)

    def _go_to_paper(self, row: VersionRow) -> None:
        """Go to the paper as it is now, of which a version was issued."""
        # Not with the page: it stands on everything that prints.
        from planner.papers import choice_of
        from ui.common.paper_numbers import number_for

        self.context.show("paper", number_for(choice_of(row)))

    def _go_to_finding(self, finding: Finding) -> None:
        thing = finding.things[0]
        if thing.kind == "event":
            self.context.select("event", thing.id)
        elif thing.kind == "seating":
            self.context.show("tab:seating", self.event_id)
        elif thing.kind == "paper":
            self.context.read(self, "printed", self._go_to_paper, issued, thing.id)
        else:
            self.context.show(thing.kind, thing.id)
