"""What the office writes beside the meeting: who approves its papers, and how one answers an invitation."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.operations.follow_up import add_statement, edit_statement, remove_statement
from planner.queries.follow_up import FollowUp, StatementRow
from ui.common.paper_parts import PARTS
from ui.context import Context
from ui.follow_up.entries import Entry
from ui.follow_up.facts import Facts
from ui.follow_up.pane import Pane, entry
from ui.follow_up.somebody import SomebodyField, person_offers
from ui.follow_up.written import Slot
from ui.translate import t


class ApproverFacts(Facts):
    """Who approves."""

    def __init__(self, context: Context, row: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.who = SomebodyField(self)
        self.who.edited.connect(lambda who: context.run(self, edit_statement, row, person_id=who))
        self.place([self.who])

    def show_row(self, row: StatementRow, found: FollowUp) -> None:
        """Show who approves."""
        self.who.set_words(t("Who approves"))
        self.who.show_choice(row.person_id, person_offers(found), optional=False)


class ApprovalPane(Pane):
    """Who approves the event's papers. Attributes: `subject`; `written`, those named; `another`; `signs`."""

    def build(self) -> None:
        """Make the subject, the list and the field for one more."""
        self.subject = Slot(self.context, self.paper.value, "subject", self)
        self.written = self.paragraphs(("approves",), facts=self._facts)
        self.another = SomebodyField(self)
        self.another.edited.connect(self._name)
        self.signs = SomebodyField(self)
        self.signs.edited.connect(self._sign)
        for widget in (self.signs, self.subject, self.written, self.another):
            self.column.addWidget(widget)

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.signs.set_words(t("Who signs “Approved”"), empty=t("As in the templates, else the head of the host side"))
        self.subject.set_caption(t(PARTS["subject"]))
        self.another.set_words(t("Another who approves"), empty=t("Type a name"))

    def show_found(self, found: FollowUp) -> None:
        """Show who approves."""
        row = next(iter(found.of(self.paper.value, "subject")), None)
        self.subject.show_row(row, found.languages, event_id=found.event_id)
        signer = next(iter(found.of(self.paper.value, "signs")), None)
        self.signs.show_choice(signer.person_id if signer else None, person_offers(found))
        rows = found.of(self.paper.value, "approves")
        entries = [entry(one, named=False)._replace(caption=t("Remark under the name"), kept=True) for one in rows]
        self.written.show_all(entries, found)
        named = {one.person_id for one in rows}
        self.another.show_choice(None, [one for one in person_offers(found) if one.value not in named])

    def set_read_only(self, read_only: bool) -> None:
        """Let everything be read only."""
        self.subject.set_read_only(read_only)
        self.written.set_read_only(read_only)
        self.written.foot.hide()  # an approver is named, not written
        self.signs.set_read_only(read_only)
        self.another.setVisible(not read_only)

    def _facts(self, one: Entry, parent: QWidget) -> Facts | None:
        return ApproverFacts(self.context, one.id, parent)

    def _name(self, person: int | None) -> None:
        if person is not None and self.found is not None:
            event = self.found.event_id
            self.context.run(self, add_statement, self.paper.value, "approves", event_id=event, person_id=person)

    def _sign(self, person: int | None) -> None:
        if self.found is None:
            return
        row = next(iter(self.found.of(self.paper.value, "signs")), None)
        if row is None:
            self.context.run(
                self, add_statement, self.paper.value, "signs", event_id=self.found.event_id, person_id=person
            )
        elif person is None:
            self.context.run(self, remove_statement, row.id)
        else:
            self.context.run(self, edit_statement, row.id, person_id=person)


class InvitationPane(Pane):
    """How one answers. Attributes: `reply`."""

    def build(self) -> None:
        """Make the one text an invitation has of its own."""
        self.reply = Slot(self.context, self.paper.value, "reply", self, single_line=False)
        self.column.addWidget(self.reply)

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.reply.set_caption(t(PARTS["reply"]))

    def show_found(self, found: FollowUp) -> None:
        """Show what is written."""
        row = next(iter(found.of(self.paper.value, "reply")), None)
        self.reply.show_row(row, found.languages, event_id=found.event_id)

    def set_read_only(self, read_only: bool) -> None:
        """Let it be read only."""
        self.reply.set_read_only(read_only)
