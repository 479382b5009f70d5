"""Papers whose paragraphs stand under headings: briefing note with talking points, final report."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planner.operations.follow_up import STATEMENT_PARTS
from planner.papers import Paper
from planner.queries.follow_up import FollowUp
from ui.common.buttons import Link
from ui.common.labels import Caption, PlainLabel
from ui.common.leaving import let_go
from ui.common.named import shown
from ui.common.paper_parts import PARTS
from ui.context import Context
from ui.follow_up.pane import Pane, entry
from ui.follow_up.paragraphs import Paragraphs
from ui.follow_up.part import Part
from ui.follow_up.written import Slot
from ui.translate import t

POINTS = ("our-line", "figure", "ask", "red-line")
"""What a talking point says of its topic (handbook 2.6)."""


class SectionsPane(Pane):
    """A heading for each part of the paper. Attributes: `sections`, the paragraphs by their part."""

    def parts(self) -> Sequence[str]:
        """Return the parts in the order of the page."""
        return [part for part in STATEMENT_PARTS[self.paper.value] if part not in POINTS]

    def build(self) -> None:
        """Make a list for each part."""
        self._titles: dict[str, Part] = {}
        self.sections: dict[str, Paragraphs] = {}
        for part in self.parts():
            self._titles[part], self.sections[part] = Part(self), self.paragraphs((part,))
            self._titles[part].add(self.sections[part])
            self.column.addWidget(self._titles[part])

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        for part, written in self.sections.items():
            self._titles[part].set_title(t(PARTS[part]))
            written.set_kinds([(part, t(PARTS[part]))], t("A paragraph, then Enter"))

    def show_found(self, found: FollowUp) -> None:
        """Show what is written in each part."""
        for part, written in self.sections.items():
            written.show_all([entry(row, named=False) for row in found.of(self.paper.value, part)], found)

    def set_read_only(self, read_only: bool) -> None:
        """Let everything be read only."""
        for written in self.sections.values():
            written.set_read_only(read_only)


class BriefingPane(SectionsPane):
    """The briefing, and for each topic our line, the figure, what we ask and where we stop.

    Attributes: `points`, four texts by the item they are about.
    """

    def build(self) -> None:
        """Make what stands below the parts."""
        super().build()
        self._heading, self._none = PlainLabel("", self, role="heading"), Caption("", self, wrap=True)
        self.points: dict[int, TalkingPoints] = {}
        self.column.addSpacing(8)
        self.column.addWidget(self._heading)
        self.column.addWidget(self._none)

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        super().set_words()
        self._heading.setText(t("Talking points"))
        self._none.setText(t("Talking points belong to the topics of a meeting: put topics into the programme first."))

    def show_found(self, found: FollowUp) -> None:
        """Show the parts and the points."""
        super().show_found(found)
        topics = _topics(found)
        self._none.setVisible(not topics)
        if list(topics) != list(self.points):
            let_go(self.column, self.points.values())
            self.points = {item: TalkingPoints(self.context, item, self) for item in topics}
            for made in self.points.values():
                self.column.insertWidget(self.column.count() - 1, made)
        for at, (item, title) in enumerate(topics.items(), 1):
            self.points[item].set_title(f"{at}. {title}")
            self.points[item].show_found(found)

    def set_read_only(self, read_only: bool) -> None:
        """Let everything be read only."""
        super().set_read_only(read_only)
        for one in self.points.values():
            one.set_read_only(read_only)


class TalkingPoints(Part):
    """What is to be said of one topic; while nothing is, a link alone. Attributes: `slots`, the four points; `open`."""

    def __init__(self, context: Context, item: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.context, self.item = context, item
        self._found: FollowUp | None = None
        self.slots: dict[str, Slot] = {}  # made when they are needed: an agenda may be long
        self.open = Link("", self, clicked=self._open)
        self.add_left(self.open)

    def show_found(self, found: FollowUp) -> None:
        """Show what is written of the topic."""
        self._found = found
        self.open.set_text(t("Write talking points"))
        if not self.slots and found.of(Paper.BRIEFING.value, *POINTS, item_id=self.item):
            self._unfold()
        for part, slot in self.slots.items():
            slot.set_caption(t(PARTS[part]))
            row = next(iter(found.of(Paper.BRIEFING.value, part, item_id=self.item)), None)
            slot.show_row(row, found.languages, event_id=found.event_id, item_id=self.item)

    def set_read_only(self, read_only: bool) -> None:
        """Let everything be read only."""
        self.open.setEnabled(not read_only)
        for slot in self.slots.values():
            slot.set_read_only(read_only)

    def _open(self) -> None:
        self._unfold()
        if self._found is not None:
            self.show_found(self._found)
        self.slots["our-line"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _unfold(self) -> None:
        self.open.hide()
        for part in POINTS:
            self.slots[part] = Slot(self.context, Paper.BRIEFING.value, part, self, single_line=False)
            self.add(self.slots[part])


def _topics(found: FollowUp) -> dict[int, str]:
    """Return the topics of the meetings by their items; a meeting without topics is one itself."""
    return {
        item: shown(title, *found.languages)
        for meeting in found.meetings
        for item, title in meeting.topics or ((meeting.id, meeting.title),)
    }
