"""What is written for one paper: its name, what it takes from elsewhere, the way to it, and the writing under them."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planner.operations.follow_up import add_statement, order_statements, remove_statement
from planner.papers import Paper
from planner.queries.follow_up import FollowUp, StatementRow
from planner.rules.text import EMPTY, Text
from ui import theme
from ui.common.buttons import Link
from ui.common.labels import Caption, Heading
from ui.common.paper_numbers import number_of
from ui.common.paper_parts import PARTS
from ui.context import Context
from ui.follow_up.entries import Entry
from ui.follow_up.paragraphs import MakeFacts, Paragraphs
from ui.follow_up.words import HINTS, NAMES
from ui.translate import t


class Pane(QFrame):
    """Subclasses write `build`, `show_found`, `set_words` and `set_read_only`. Attributes: `paper`, `found`."""

    def __init__(self, context: Context, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.context, self.paper = context, paper
        self.found: FollowUp | None = None
        self.heading, self.hint = Heading("", self), Caption("", self, wrap=True)
        self.to_paper = Link("", self, clicked=lambda: context.show("paper", number_of(paper, self.of_what())))
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.to_paper)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 16)
        self.column.setSpacing(theme.px(10))
        self.column.addLayout(top)
        self.column.addWidget(self.hint)
        self.build()
        self.column.addStretch(1)

    def build(self) -> None:
        """Make the widgets under the heading."""
        raise NotImplementedError

    def show_found(self, found: FollowUp) -> None:
        """Show what is written."""
        raise NotImplementedError

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        raise NotImplementedError

    def set_read_only(self, read_only: bool) -> None:
        """Let everything be read only."""
        raise NotImplementedError

    def of_what(self) -> int:
        """Return the id of what the paper shall be of when one goes to it, 0 where nothing was chosen here."""
        return 0

    def below(self) -> QWidget | None:
        """Return what stands below the card, if anything."""
        return None

    def show_all(self, found: FollowUp, *, read_only: bool) -> None:
        """Show what is written, in the interface's language."""
        self.found = found
        self.retranslate()
        self.show_found(found)
        self.set_read_only(read_only)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.heading.setText(t(NAMES[self.paper]))
        self.hint.setText(t(HINTS[self.paper]))
        self.to_paper.set_text(t("Go to the paper"))
        self.set_words()

    def again(self) -> None:
        """Show the same once more, as when another person was chosen."""
        if self.found is not None:
            self.show_all(self.found, read_only=self.context.read_only is not None)

    def paragraphs(self, parts: tuple[str, ...], *, facts: MakeFacts | None = None) -> Paragraphs:
        """Return a list of the paper's paragraphs that stand in these parts; what is done there is written."""
        made = Paragraphs(self.context, "statement", self, facts=facts)
        made.wanted.connect(self.add)
        made.ordered.connect(self.order)
        made.removal_wanted.connect(lambda row: self.context.run(self, remove_statement, row))
        return made

    def statement_of(self) -> dict[str, Any]:
        """Return of what a new paragraph is: of the event, and of a person where one is chosen."""
        return {"event_id": self.found.event_id if self.found else None}

    def add(self, part: str, words: str) -> None:
        """Write one more paragraph."""
        self.context.run(self, add_statement, self.paper.value, part, self.worded(words), **self.statement_of())

    def order(self, ids: list[int]) -> None:
        """Put paragraphs in another order."""
        if self.found is not None:
            self.context.run(self, order_statements, self.found.event_id, self.paper.value, ids)

    def worded(self, words: str) -> Text:
        """Return words as a text in the event's first language."""
        first = self.found.languages[0] if self.found and self.found.languages else "und"
        return EMPTY.with_wording(first, words)


def entry(row: StatementRow, *, named: bool = True) -> Entry:
    """Return a paragraph of a paper as a list shows it."""
    return Entry(row.id, row.words, t(PARTS[row.part]) if named else "", row, kept=row.person_id is not None)
