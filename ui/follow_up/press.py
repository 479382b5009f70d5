"""The press note: headline, paragraphs and quotations in their order, embargo, contact."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from planner.language.typography import quote
from planner.operations.follow_up import edit_statement
from planner.queries.follow_up import FollowUp, StatementRow
from ui.common.buttons import Link
from ui.common.fields import LineField
from ui.common.labels import PlainLabel
from ui.common.named import first_name
from ui.common.paper_parts import PARTS
from ui.context import Context
from ui.follow_up.entries import Entry
from ui.follow_up.facts import Facts
from ui.follow_up.pane import Pane, entry
from ui.follow_up.photographs import Photographs
from ui.follow_up.somebody import SomebodyField, person_offers
from ui.follow_up.written import Slot
from ui.translate import t, tn

TEXT = ("lead", "body", "quote")
QUOTE = "quote"


class QuoteFacts(Facts):
    """Whose words a quotation is, and who agreed to them."""

    above = False

    def __init__(self, context: Context, row: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.who, self.approved = SomebodyField(self), LineField("", self)
        self.who.edited.connect(lambda who: context.run(self, edit_statement, row, person_id=who))
        self.approved.edited.connect(
            lambda by: context.run(self, edit_statement, row, approved_by=by, merge=f"statement:{row}:approved_by")
        )
        self.place([self.who, self.approved])

    def show_row(self, row: StatementRow, found: FollowUp) -> None:
        """Show a quotation."""
        self.who.set_words(t("Whose words"), empty=t("Nobody yet"))
        self.who.show_choice(row.person_id, person_offers(found))
        self.approved.set_caption(t("Approved by"))
        self.approved.line.setPlaceholderText(t("Who agreed to it, and when"))
        self.approved.set_value(row.approved_by)
        self.approved.set_aside("" if row.approved_by else t("not approved yet"), "attention")


class PressPane(Pane):
    """Attributes: `title`, `embargo`, `contact`; `written`, the paragraphs; `waiting`, what still is to approve."""

    def build(self) -> None:
        """Make the fields in the order of the note."""
        self.title, self.embargo, self.contact = (
            Slot(self.context, self.paper.value, part, self) for part in ("title", "embargo", "contact")
        )
        self.written = self.paragraphs(TEXT, facts=self._facts)
        self.waiting = PlainLabel("", self, role="attention", wrap=True)
        self.copy = Link("", self, clicked=self._copy)
        self.photographs = Photographs(self.context)
        for widget in (self.title, self.written, self.waiting, self.copy, self.embargo, self.contact):
            self.column.addWidget(widget)

    def below(self) -> QWidget:
        """Return the photographs: they go with the note."""
        return self.photographs

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        for slot in (self.title, self.embargo, self.contact):
            slot.set_caption(t(PARTS[slot.part]))
        self.written.set_kinds([(part, t(PARTS[part])) for part in TEXT], t("A paragraph, then Enter"))
        self.copy.set_text(t("Copy what is still to approve"))

    def show_found(self, found: FollowUp) -> None:
        """Show the note."""
        for slot in (self.title, self.embargo, self.contact):
            row = next(iter(found.of(self.paper.value, slot.part)), None)
            slot.show_row(row, found.languages, event_id=found.event_id)
        self.written.show_all([entry(row) for row in found.of(self.paper.value, *TEXT)], found)
        self.photographs.show_event(found.event_id, found.languages)
        count = len(to_approve(found))
        self.waiting.setVisible(bool(count))
        self.copy.setVisible(bool(count))
        self.waiting.setText(tn(
            "{n} quotation is not approved. It stays out of every copy for guests and for the press.",
            "{n} quotations are not approved. They stay out of every copy for guests and for the press.", count,
        ))  # fmt: skip

    def set_read_only(self, read_only: bool) -> None:
        """Let everything be read only."""
        for widget in (self.title, self.embargo, self.contact, self.written, self.photographs):
            widget.set_read_only(read_only)

    def _facts(self, one: Entry, parent: QWidget) -> Facts | None:
        return QuoteFacts(self.context, one.id, parent) if one.row.part == QUOTE else None

    def _copy(self) -> None:
        if self.found is not None:
            QGuiApplication.clipboard().setText(approval_text(self.found))


def to_approve(found: FollowUp) -> tuple[StatementRow, ...]:
    """Return the quotations nobody has agreed to yet."""
    return tuple(row for row in found.of("press-note", QUOTE) if not row.approved_by)


def approval_text(found: FollowUp) -> str:
    """Return what is still to approve, to be sent to whoever is quoted: the words in each language, and whose."""
    people = {one.person_id: one for one in found.people}
    parts = []
    for row in to_approve(found):
        one = people.get(row.person_id or 0)
        whose = first_name(one.names, *found.languages) if one else ""
        words = [quote(said, tag) for tag in found.languages if (said := row.words.get(tag))]
        parts.append("\n".join([*words, f"— {whose}"] if whose else words))
    return "\n\n".join(parts)
