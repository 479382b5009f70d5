"""The follow-up of an event: a list of the papers written after it, and what is written for the one chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from planner.papers import Paper
from planner.queries.follow_up import FollowUp, follow_up_of
from ui import theme
from ui.common.fields import Combo
from ui.common.nav_list import NavEntry, NavList, group
from ui.common.page import EventPageView
from ui.common.pill import Tone
from ui.context import Context
from ui.follow_up.commitments import CommitmentsPane, is_overdue
from ui.follow_up.minutes import MinutesPane
from ui.follow_up.office import ApprovalPane, InvitationPane
from ui.follow_up.pane import Pane
from ui.follow_up.personal import BiographyPane, LetterPane
from ui.follow_up.press import PressPane, to_approve
from ui.follow_up.sections import BriefingPane, SectionsPane
from ui.follow_up.words import GROUPS, NAMES
from ui.translate import follow_language, t, tn

PANES: Mapping[Paper, type[Pane]] = {
    Paper.MINUTES: MinutesPane,
    Paper.ACTION_LIST: CommitmentsPane,
    Paper.PRESS_NOTE: PressPane,
    Paper.BRIEFING: BriefingPane,
    Paper.BIOGRAPHY: BiographyPane,
    Paper.REPORT: SectionsPane,
    Paper.THANK_YOU: LetterPane,
    Paper.INVITATION: InvitationPane,
    Paper.APPROVAL_SHEET: ApprovalPane,
}
LIST_WIDTH = 212
NARROW = 620
"""Pixels of the design below which the list becomes a choice above the writing."""
GAP = 14


class FollowUpPage(EventPageView):
    """The tab that fills the papers of a meeting. Attributes: `list`, the papers; `panes`, the writing made so far."""

    tables: ClassVar[frozenset[str]] = frozenset((
        "event", "item", "attendance", "delegation", "participation", "person", "person_name", "post", "record",
        "commitment", "statement",
    ))  # fmt: skip

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._found: FollowUp | None = None
        self.panes: dict[Paper, Pane] = {}
        self._areas: dict[Paper, QScrollArea] = {}
        self.list, self.choice = NavList(self, boxed=True), Combo(self)
        self.list.setFixedWidth(theme.px(LIST_WIDTH))
        self._stack = QStackedWidget(self)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(self.choice)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        self.choice.hide()
        self._papers = [paper for _group, papers in GROUPS for paper in papers]
        self.chosen = self._papers[0]
        self.list.chosen.connect(lambda key: self.choose(Paper(key)))
        self.list.activated_key.connect(lambda _key: self.pane().setFocus(Qt.FocusReason.OtherFocusReason))
        self.choice.activated.connect(lambda place: self.choose(self._papers[place]))
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.list.setAccessibleName(t("Papers"))
        self.choice.setAccessibleName(t("Papers"))
        self._show_list()
        for paper, pane in self.panes.items():
            pane.retranslate()
            if paper is self.chosen:
                pane.again()

    def refresh(self) -> None:
        """Read again what is written."""
        if self.event_id:
            self.context.read(self, "follow-up", self._show, follow_up_of, self.event_id)

    def set_event(self, event_id: int) -> None:
        """Show another event; what was typed for the one before is sent first."""
        if event_id != self.event_id:
            self._flush()
        super().set_event(event_id)

    def choose(self, paper: Paper) -> None:
        """Show what is written for a paper."""
        if paper is not self.chosen:
            self._flush()
        self.chosen = paper
        self.list.choose(paper.value)
        self.choice.setCurrentIndex(self._papers.index(paper))
        self._show_pane()

    def pane(self) -> Pane:
        """Return the writing of the paper chosen; it is made when it is first shown."""
        if self.chosen not in self.panes:
            pane = PANES[self.chosen](self.context, self.chosen)
            area = QScrollArea(self._stack)
            area.setWidget(_on_ground(pane))
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._stack.addWidget(area)
            self.panes[self.chosen], self._areas[self.chosen] = pane, area
        return self.panes[self.chosen]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choice of the paper above the writing where there is no room beside it."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "choice"):
            self._fit()

    def _fit(self) -> None:
        narrow = self.width() < theme.px(NARROW)
        self.list.setFixedWidth(theme.px(LIST_WIDTH))
        self.list.setVisible(not narrow)
        self.choice.setVisible(narrow)

    def _show(self, found: FollowUp) -> None:
        self._found = found
        self._show_list()
        self._show_pane()

    def _show_pane(self) -> None:
        pane = self.pane()
        self._stack.setCurrentWidget(self._areas[self.chosen])
        if self._found is not None:
            pane.show_all(self._found, read_only=self.context.read_only is not None)

    def _show_list(self) -> None:
        lines = []
        for heading, papers in GROUPS:
            lines += [group(t(heading)), *(self._entry(paper) for paper in papers)]
        self.list.set_entries(lines)
        self.list.choose(self.chosen.value)
        names = [t(NAMES[paper]) for paper in self._papers]
        if [self.choice.itemText(place) for place in range(self.choice.count())] != names:
            self.choice.clear()
            self.choice.addItems(names)
            self.choice.setCurrentIndex(self._papers.index(self.chosen))

    def _entry(self, paper: Paper) -> NavEntry:
        """Return the line of a paper: how many paragraphs it has, and what calls for somebody."""
        found = self._found
        if found is None:
            return NavEntry(t(NAMES[paper]), paper.value)
        count, detail = len(found.of(paper.value)), ""
        if paper is Paper.MINUTES:
            count += len(found.records)
        elif paper is Paper.ACTION_LIST:
            count = len(found.commitments)
            late = sum(is_overdue(row, self.context) for row in found.commitments)
            detail = tn("{n} overdue", "{n} overdue", late) if late else ""
        elif paper is Paper.PRESS_NOTE and (waiting := len(to_approve(found))):
            detail = tn("{n} to approve", "{n} to approve", waiting)
        return NavEntry(t(NAMES[paper]), paper.value, str(count or ""), detail=detail, detail_tone=Tone.ATTENTION)

    def _flush(self) -> None:
        """Send what waits in the fields of the pane shown."""
        for child in self.panes[self.chosen].findChildren(QWidget) if self.chosen in self.panes else ():
            flush = getattr(child, "flush", None)
            if callable(flush):
                flush()


def _on_ground(pane: Pane) -> QWidget:
    """Return a pane with what stands below it; alone it fills the height."""
    below = pane.below()
    if below is None:
        return pane
    ground = QWidget()
    ground.setProperty("kind", "clear")
    column = QVBoxLayout(ground)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    column.addWidget(pane)
    column.addWidget(below)
    column.addStretch(1)
    return ground
