"""The follow-up of an event: its minutes, what was promised, and the notes and letters written of it."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from planner.operations.follow_up import (
    STATEMENT_PARTS,
    add_commitment,
    add_record,
    add_statement,
    remove_commitment,
    remove_record,
    remove_statement,
)
from planner.queries.follow_up import FollowUp, follow_up_of
from planner.rules.text import EMPTY, Text
from ui.common.card import Card
from ui.common.labels import Caption
from ui.common.named import shown
from ui.common.page import EventPageView
from ui.context import Context
from ui.follow_up.promised import PromiseLine
from ui.follow_up.words import PAPERS, PARTS, RECORDED
from ui.follow_up.written import Paragraph, Written
from ui.translate import follow_language, t

GAP = 14


class FollowUpPage(EventPageView):
    """The tab that fills the papers printed after a meeting."""

    tables: ClassVar[frozenset[str]] = frozenset(("event", "item", "record", "commitment", "statement"))

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._found: FollowUp | None = None
        self.minutes, self.promised = Card(parent=self), Card(parent=self)
        self.notes = {paper: Card(parent=self) for paper in PAPERS}
        self.topics: dict[int, tuple[Caption, Written]] = {}
        self.promises = Written(context, "commitment", remove_commitment, self)
        self.lines: dict[int, PromiseLine] = {}
        self.written = {paper: Written(context, "statement", remove_statement, self) for paper in PAPERS}
        self._none = Caption("", self, wrap=True)
        self.minutes.add(self._none)
        self.promised.add(self.promises)
        ground = QWidget(self)
        ground.setProperty("kind", "clear")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(GAP)
        column.addWidget(self.minutes)
        column.addWidget(self.promised)
        for paper, card in self.notes.items():
            card.add(self.written[paper])
            column.addWidget(card)
            self.written[paper].wanted.connect(partial(self._add_statement, paper))
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(ground)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self.promises.wanted.connect(self._add_commitment)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.minutes.set_heading(t("Minutes of a meeting"), t("emptied, one goes"))
        self.promised.set_heading(t("Commitments"))
        self._none.setText(t("Minutes are kept of meetings, talks and signings: put one into the programme first."))
        for paper, card in self.notes.items():
            card.set_heading(t(PAPERS[paper]))
            kinds = [(part, t(PARTS[part])) for part in STATEMENT_PARTS[paper] if part in PARTS]
            self.written[paper].set_kinds(kinds, t("Another paragraph, then Enter"))
        self.promises.set_kinds([("", "")], t("What was promised, then Enter"))
        if self._found is not None:
            self._show(self._found)

    def refresh(self) -> None:
        """Read again what is written."""
        if self.event_id:
            self.context.read(self, "follow-up", self._show, follow_up_of, self.event_id)

    def _show(self, found: FollowUp) -> None:
        self._found = found
        self._show_minutes(found)
        self._show_promises(found)
        for paper, written in self.written.items():
            mine = [row for row in found.statements if row.paper == paper]
            written.show_all(
                [Paragraph(row.id, t(PARTS.get(row.part, "")) if row.part in PARTS else "", row.words) for row in mine],
                found.languages,
            )
        for each in (self.promises, *self.written.values(), *(pair[1] for pair in self.topics.values())):
            each.set_read_only(self.context.read_only is not None)

    def _show_minutes(self, found: FollowUp) -> None:
        self._none.setVisible(not found.items)
        wanted = [item for item, _ in found.items]
        if wanted != list(self.topics):
            for caption, written in self.topics.values():
                for gone in (caption, written):
                    gone.hide()
                    gone.deleteLater()
            self.topics = {item: self._topic(item) for item in wanted}
        kinds = [(kind, t(name)) for kind, name in RECORDED.items()]
        for item, title in found.items:
            caption, written = self.topics[item]
            caption.setText(shown(title, *found.languages))
            written.set_kinds(kinds, t("Another paragraph, then Enter"))
            mine = [row for row in found.records if row.item_id == item]
            written.show_all([Paragraph(row.id, t(RECORDED[row.kind]), row.words) for row in mine], found.languages)

    def _topic(self, item: int) -> tuple[Caption, Written]:
        caption, written = Caption("", self.minutes, wrap=True), Written(self.context, "record", remove_record, self)
        caption.setContentsMargins(0, 6, 0, 0)
        self.minutes.add(caption)
        self.minutes.add(written)
        written.wanted.connect(partial(self._add_record, item))
        return caption, written

    def _show_promises(self, found: FollowUp) -> None:
        rows = found.commitments
        paragraphs = [Paragraph(row.id, f"{place}.", row.words) for place, row in enumerate(rows, 1)]
        self.promises.show_all(paragraphs, found.languages)
        for gone in [row for row in self.lines if row not in {one.id for one in rows}]:
            line = self.lines.pop(gone)
            line.hide()
            line.deleteLater()
        for row in rows:
            if row.id not in self.lines:
                self.lines[row.id] = PromiseLine(self.context, row.id, self.promised)
                self.promised.add(self.lines[row.id])
            self.lines[row.id].show_row(row, shown(row.words, *found.languages), found.from_day)
            self.lines[row.id].set_read_only(self.context.read_only is not None)

    def _add_record(self, item: int, kind: str, words: str) -> None:
        self.context.run(self, add_record, item, kind, self._worded(words))

    def _add_commitment(self, _kind: str, words: str) -> None:
        self.context.run(self, add_commitment, self.event_id, self._worded(words))

    def _add_statement(self, paper: str, part: str, words: str) -> None:
        self.context.run(self, add_statement, paper, part, self._worded(words), event_id=self.event_id)

    def _worded(self, words: str) -> Text:
        first = self._found.languages[0] if self._found and self._found.languages else "und"
        return EMPTY.with_wording(first, words)
