"""What was promised: who does it until when, what it is about, how it stands and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtWidgets import QWidget

from planner.operations.follow_up import add_commitment, edit_commitment, order_commitments, remove_commitment
from planner.queries.follow_up import CommitmentRow, FollowUp
from ui.common.fields import ChoiceField, LineField
from ui.common.moment_fields import DateField
from ui.common.named import shown
from ui.common.paper_parts import STATES
from ui.common.picker import Offer
from ui.context import Context
from ui.follow_up.entries import Entry
from ui.follow_up.facts import Facts
from ui.follow_up.pane import Pane
from ui.follow_up.paragraphs import Paragraphs
from ui.follow_up.somebody import SomebodyField, owner_offers
from ui.translate import t


class CommitmentFacts(Facts):
    """The fields of a commitment."""

    above = False

    def __init__(self, context: Context, row: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._row = context, row
        self.owner, self.about = SomebodyField(self), SomebodyField(self)
        self.due, self.state, self.result = DateField("", self), ChoiceField("", self), LineField("", self)
        self.co_owners, self.control = LineField("", self), LineField("", self)
        self.owner.edited.connect(self._take_owner)
        self.about.edited.connect(lambda item: self._edit(item_id=item))
        self.due.edited.connect(lambda day: self._edit(due=day))
        self.state.edited.connect(lambda state: self._edit(state=state))
        self.result.edited.connect(lambda words: self._edit(result=words, merge=f"commitment:{row}:result"))
        self.co_owners.edited.connect(lambda words: self._edit(co_owners=words, merge=f"commitment:{row}:co_owners"))
        self.control.edited.connect(lambda words: self._edit(control=words, merge=f"commitment:{row}:control"))
        self.place([self.owner, self.due, self.state, self.about, self.co_owners, self.control, self.result])

    def show_row(self, row: CommitmentRow, found: FollowUp) -> None:
        """Show a commitment; one whose day is over says so."""
        self.owner.set_words(t("Responsible"), empty=t("Nobody yet"))
        self.due.set_caption(t("Due"))
        self.state.set_caption(t("State"))
        self.about.set_words(t("About"), empty=t("The whole event"))
        self.co_owners.set_caption(t("Together with"))
        self.control.set_caption(t("Control"))
        self.result.set_caption(t("Result"))
        owner = ("person", row.person_id) if row.person_id else ("side", row.side) if row.side else None
        self.owner.show_choice(owner, owner_offers(found))
        self.about.show_choice(row.item_id, list(_items(found)))
        self.state.set_choices([(key, t(name)) for key, name in STATES.items()])
        self.state.set_value(row.state)
        self.due.set_near(found.from_day)
        self.due.set_value(row.due)
        if is_overdue(row, self._context):
            self.due.set_aside(t("overdue"), "attention")
        self.co_owners.set_value(row.co_owners)
        self.control.set_value(row.control)
        self.result.set_value(row.result)

    def _take_owner(self, owner: tuple[str, Any] | None) -> None:
        kind, value = owner or ("", None)
        self._edit(person_id=value if kind == "person" else None, side=value if kind == "side" else "")

    def _edit(self, **values: Any) -> None:
        self._context.run(self, edit_commitment, self._row, **values)


class CommitmentsPane(Pane):
    """Attributes: `written`, the commitments."""

    def build(self) -> None:
        """Make the list."""
        self.written = Paragraphs(
            self.context, "commitment", self, facts=lambda one, parent: CommitmentFacts(self.context, one.id, parent)
        )
        self.column.addWidget(self.written)
        self.written.wanted.connect(self._add)
        self.written.ordered.connect(self._order)
        self.written.removal_wanted.connect(lambda row: self.context.run(self, remove_commitment, row))

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.written.set_kinds([("", "")], t("What was promised, then Enter"))

    def show_found(self, found: FollowUp) -> None:
        """Show what was promised."""
        rows = found.commitments
        entries = [Entry(row.id, row.words, f"{at}.", row, kept=True) for at, row in enumerate(rows, 1)]
        self.written.show_all(entries, found)

    def set_read_only(self, read_only: bool) -> None:
        """Let the list be read only."""
        self.written.set_read_only(read_only)

    def _add(self, _kind: str, words: str) -> None:
        if self.found is not None:
            self.context.run(self, add_commitment, self.found.event_id, self.worded(words))

    def _order(self, ids: list[int]) -> None:
        if self.found is not None:
            self.context.run(self, order_commitments, self.found.event_id, ids)


def is_overdue(row: CommitmentRow, context: Context) -> bool:
    """Tell whether the day of what is still to be done is over."""
    return row.state == "open" and row.due is not None and row.due < context.today()


def _items(found: FollowUp) -> Iterator[Offer]:
    """Yield the meetings, and their topics behind each."""
    for meeting in found.meetings:
        yield Offer(meeting.id, meeting.id, shown(meeting.title, *found.languages))
        for item, title in meeting.topics:
            yield Offer(item, item, shown(title, *found.languages), shown(meeting.title, *found.languages))
