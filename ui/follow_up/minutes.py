"""Minutes of a meeting: its chair, secretary and number, and what was heard, said and resolved on each topic."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from planner.operations.follow_up import (
    add_record,
    add_statement,
    edit_record,
    edit_statement,
    name_chair,
    order_records,
    remove_record,
    remove_statement,
)
from planner.queries.follow_up import FollowUp, MeetingRow, RecordRow, StatementRow
from ui.common.empty_state import EmptyState
from ui.common.fields import ChoiceField
from ui.common.named import shown
from ui.common.paper_parts import PARTS, RECORDED
from ui.common.picker import Offer
from ui.context import Context
from ui.follow_up.entries import Entry
from ui.follow_up.facts import Facts
from ui.follow_up.pane import Pane
from ui.follow_up.paragraphs import Paragraphs
from ui.follow_up.part import Part
from ui.follow_up.somebody import SomebodyField, member_offers, person_offers
from ui.follow_up.written import Slot
from ui.translate import t


class RecordFacts(Facts):
    """What a paragraph of the minutes is, and who spoke."""

    def __init__(self, context: Context, row: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind, self.who = ChoiceField("", self), SomebodyField(self)
        self.kind.edited.connect(lambda kind: context.run(self, edit_record, row, kind=kind))
        self.who.edited.connect(lambda who: context.run(self, edit_record, row, participation_id=who))
        self.place([self.kind, self.who])

    def show_row(self, row: RecordRow, found: FollowUp) -> None:
        """Show a paragraph."""
        self.kind.set_caption(t("What it is"))
        self.kind.set_choices([(kind, t(name)) for kind, name in RECORDED.items()])
        self.kind.set_value(row.kind)
        self.who.set_words(t("Who spoke"), empty=t("Nobody in particular"))
        self.who.show_choice(row.participation_id, member_offers(found))


class Head(Facts):
    """The meeting, its chair and who keeps the record."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.meeting, self.chair, self.secretary = (SomebodyField(self) for _ in range(3))

    def show_meeting(self, found: FollowUp, meeting: MeetingRow, secretary: StatementRow | None) -> None:
        """Show one of the meetings; with but one there is nothing to choose."""
        offers = [Offer(one.id, one.id, shown(one.title, *found.languages)) for one in found.meetings]
        self.meeting.set_words(t("Meeting"))
        self.meeting.show_choice(meeting.id, offers, optional=False)
        self.chair.set_words(t("Chair"), empty=t("Head of the host side"))
        self.chair.show_choice(meeting.chair, member_offers(found))
        self.secretary.set_words(t("Secretary"), empty=t("Nobody of the event"))
        self.secretary.show_choice(secretary.person_id if secretary else None, person_offers(found))
        several = len(offers) > 1
        self.meeting.setVisible(several)
        self.place([self.meeting, self.chair, self.secretary] if several else [self.chair, self.secretary])

    def set_read_only(self, read_only: bool) -> None:
        """Let the meetings be looked at all the same."""
        self.chair.set_read_only(read_only)
        self.secretary.set_read_only(read_only)


class MinutesPane(Pane):
    """Attributes: `topics`, the paragraphs of the meeting itself and of each topic by their items."""

    def build(self) -> None:
        """Make what stands above the topics."""
        self.chosen = 0
        self.topics: dict[int, tuple[Part, Paragraphs]] = {}
        self.none = EmptyState(parent=self)
        self.none.step_taken.connect(lambda: self.context.show("tab:programme", 0))
        self.head = Head(self)
        self.number, self.secretary = (
            Slot(self.context, self.paper.value, part, self) for part in ("number", "secretary")
        )
        for widget in (self.none, self.head, self.number, self.secretary):
            self.column.addWidget(widget)
        self.head.meeting.edited.connect(self.choose)
        self.head.chair.edited.connect(lambda who: self.context.run(self, name_chair, self.chosen, who))
        self.head.secretary.edited.connect(self._name_secretary)

    def choose(self, meeting: int) -> None:
        """Show the minutes of another meeting."""
        self.chosen = meeting
        self.again()

    def of_what(self) -> int:
        """Return the meeting shown."""
        return self.chosen

    def meeting(self) -> MeetingRow | None:
        """Return the meeting shown."""
        meetings = self.found.meetings if self.found else ()
        return next((one for one in meetings if one.id == self.chosen), meetings[0] if meetings else None)

    def note(self, part: str) -> StatementRow | None:
        """Return the number or the secretary: of this meeting, else of the event as a whole."""
        rows = self.found.of("minutes", part) if self.found else ()
        mine = [row for row in rows if row.item_id == self.chosen]
        return next(iter([*mine, *(row for row in rows if row.item_id is None)]), None)

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.none.set_words(
            t("No meeting yet"),
            t("Minutes are kept of meetings, talks and signings: put one into the programme first."),
            t("Go to the programme"),
        )  # fmt: skip
        self.number.set_caption(t(PARTS["number"]))
        self.secretary.set_caption(t("Secretary, where it is nobody of the event"))

    def show_found(self, found: FollowUp) -> None:
        """Show the minutes of one meeting."""
        meeting = self.meeting()
        self.none.setVisible(meeting is None)
        secretary = None
        if meeting is not None:
            self.chosen = meeting.id
            secretary = self.note("secretary")
            self.head.show_meeting(found, meeting, secretary)
            of = {"event_id": found.event_id, "item_id": meeting.id}
            self.number.show_row(self.note("number"), found.languages, **of)
            self.secretary.show_row(secretary, found.languages, **of)
        for widget in (self.head, self.number, self.to_paper):
            widget.setVisible(meeting is not None)
        self.secretary.setVisible(meeting is not None and (secretary is None or secretary.person_id is None))
        self._show_topics(found, meeting)

    def set_read_only(self, read_only: bool) -> None:
        """Let the minutes be read only."""
        for widget in (self.head, self.number, self.secretary):
            widget.set_read_only(read_only)
        for _part, written in self.topics.values():
            written.set_read_only(read_only)

    def _show_topics(self, found: FollowUp, meeting: MeetingRow | None) -> None:
        wanted = {} if meeting is None else {meeting.id: t("The meeting as a whole")}
        for at, (item, title) in enumerate(meeting.topics if meeting else (), 1):
            wanted[item] = f"{at}. {shown(title, *found.languages)}"
        if list(wanted) != list(self.topics):
            for part, _written in self.topics.values():
                self.column.removeWidget(part)
                part.hide()
                part.deleteLater()
            self.topics = {item: self._topic(item) for item in wanted}
        kinds = [(kind, t(name)) for kind, name in RECORDED.items()]
        for item, name in wanted.items():
            part, written = self.topics[item]
            mine = [row for row in found.records if row.item_id == item]
            part.set_title(name)
            written.set_kinds(kinds, t("A paragraph, then Enter"))
            written.show_all([Entry(row.id, row.words, "", row) for row in mine], found)

    def _topic(self, item: int) -> tuple[Part, Paragraphs]:
        part = Part(self)
        written = Paragraphs(
            self.context, "record", part, facts=lambda one, parent: RecordFacts(self.context, one.id, parent)
        )
        part.add(written)
        written.wanted.connect(partial(self._add, item))
        written.ordered.connect(lambda ids: self.context.run(self, order_records, item, ids))
        written.removal_wanted.connect(lambda row: self.context.run(self, remove_record, row))
        self.column.insertWidget(self.column.count() - 1, part)
        return part, written

    def _add(self, item: int, kind: str, words: str) -> None:
        self.context.run(self, add_record, item, kind, self.worded(words))

    def _name_secretary(self, person: int | None) -> None:
        """Name who keeps the record; nobody takes the note away unless it has words."""
        row = self.note("secretary")
        if self.found is None:
            return
        if row is None:
            event, item = self.found.event_id, self.chosen
            self.context.run(
                self, add_statement, "minutes", "secretary", event_id=event, item_id=item, person_id=person
            )
        elif person is None and not row.words:
            self.context.run(self, remove_statement, row.id)
        else:
            self.context.run(self, edit_statement, row.id, person_id=person)
