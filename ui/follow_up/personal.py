"""What is written of or to one person: biographies, and the thank-you letter to everybody or to somebody alone."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from planner.documents.letter import usual_salutation
from planner.documents.set_data import NoteData
from planner.operations.follow_up import STATEMENT_PARTS, order_statements
from planner.queries.follow_up import FollowUp
from planner.queries.for_notes import letter_data
from ui.common.buttons import Link
from ui.common.empty_state import EmptyState
from ui.common.labels import Caption
from ui.common.paper_parts import PARTS
from ui.follow_up.pane import Pane, entry
from ui.follow_up.paragraphs import Paragraphs
from ui.follow_up.said import Said
from ui.follow_up.sections import SectionsPane
from ui.follow_up.somebody import SomebodyField, person_offers, place_of
from ui.follow_up.written import Slot
from ui.translate import t

LETTER = ("date", "salutation", "closing")


class BiographyPane(SectionsPane):
    """Attributes: `who`, the field of whom it is; `person`, the id of the one chosen."""

    def build(self) -> None:
        """Make the choice of a person, and the parts below it."""
        self.person = 0
        self.none = EmptyState(parent=self)
        self.none.step_taken.connect(lambda: self.context.show("tab:delegations", 0))
        self.who = SomebodyField(self)
        self.who.edited.connect(self.choose)
        self.register = Link("", self, clicked=lambda: self.context.show("person", self.person))
        self.column.addWidget(self.none)
        self.column.addWidget(self.who)
        self.column.addWidget(self.register, 0, Qt.AlignmentFlag.AlignLeft)
        self.said = Said(self.context, self)
        self.column.addWidget(self.said)
        super().build()

    def choose(self, person: int) -> None:
        """Show somebody else's biography."""
        self.person = person
        self.again()

    def of_what(self) -> int:
        """Return the place of whose biography is shown."""
        return place_of(self.found, self.person)

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        super().set_words()
        self.none.set_words(
            t("Nobody takes part yet"), t("Biographies are of those who take part: add them to a delegation first."),
            t("Go to the delegations"),
        )  # fmt: skip
        self.who.set_words(t("Whose biography"))
        self.register.set_text(t("Open the person in the register"))

    def show_found(self, found: FollowUp) -> None:
        """Show one person's biography; at first that of somebody who has one, else of the first guest."""
        people = [one.person_id for one in found.people]
        if self.person not in people:
            having = [row.person_id for row in found.of("biography") if row.person_id in people]
            self.person = next(iter([*having, *people]), 0) or 0
        for widget in (self.who, self.register, self.said, self.to_paper, *self._titles.values()):
            widget.setVisible(bool(people))
        self.none.setVisible(not people)
        self.who.show_choice(self.person, person_offers(found), optional=False)
        self.said.show_row(next((one for one in found.people if one.person_id == self.person), None), found)
        for part, written in self.sections.items():
            rows = [row for row in found.of("biography", part) if row.person_id == self.person]
            written.show_all([entry(row, named=False)._replace(kept=False) for row in rows], found)

    def set_read_only(self, read_only: bool) -> None:
        """Let everything be read only."""
        super().set_read_only(read_only)
        self.said.set_read_only(read_only)

    def statement_of(self) -> dict[str, Any]:
        """Return whose a new paragraph is: it belongs to the person and to every event to come."""
        return {"person_id": self.person}

    def order(self, ids: list[int]) -> None:
        """Put paragraphs in another order."""
        self.context.run(self, order_statements, None, self.paper.value, ids, person_id=self.person)


class LetterPane(Pane):
    """Attributes: `to`, whom it is written to; `person`, the id of the one chosen or None; `body`, the paragraphs."""

    def build(self) -> None:
        """Make the letter from above to below."""
        self.person: int | None = None
        self._usual = ""
        self.to = SomebodyField(self)
        self.to.edited.connect(self.choose)
        self.slots = {part: Slot(self.context, self.paper.value, part, self) for part in LETTER}
        self.common = {part: Caption("", self, wrap=True) for part in (*LETTER, "body")}
        self.body: Paragraphs = self.paragraphs(("body",))
        self.column.addWidget(self.to)
        for part in STATEMENT_PARTS[self.paper.value]:
            self.column.addWidget(self.slots.get(part, self.body))
            self.column.addWidget(self.common[part])

    def choose(self, person: int | None) -> None:
        """Show the letter to somebody else, or to everybody."""
        self.person = person
        self.again()

    def of_what(self) -> int:
        """Return the place of the one it is written to."""
        return place_of(self.found, self.person)

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.to.set_words(t("Written to"), empty=t("Everybody"))
        for part, slot in self.slots.items():
            slot.set_caption(t(PARTS[part]))
        self.body.set_kinds([("body", t(PARTS["body"]))], t("A paragraph, then Enter"))

    def show_found(self, found: FollowUp) -> None:
        """Show the letter; below an empty part to one person stands what the letter to all says there."""
        if self.person not in {one.person_id for one in found.people}:
            self.person = None
        self.to.show_choice(self.person, person_offers(found))
        self._usual = ""
        there = next((one for one in found.people if one.person_id == self.person), None)
        if there is not None:
            data = (found.event_id, there.participation_id)
            self.context.read(self, "salutation", self._show_usual, letter_data, *data)
        for part in STATEMENT_PARTS[self.paper.value]:
            rows = [row for row in found.of(self.paper.value, part) if row.person_id == self.person]
            if part in self.slots:
                self.slots[part].show_row(next(iter(rows), None), found.languages, **self.statement_of())
            else:
                self.body.show_all([entry(row)._replace(kept=False) for row in rows], found)
            self._show_common(found, part, own=bool(rows))

    def statement_of(self) -> dict[str, Any]:
        """Return to whom a new paragraph is."""
        return {**super().statement_of(), "person_id": self.person}

    def set_read_only(self, read_only: bool) -> None:
        """Let the letter be read only."""
        self.body.set_read_only(read_only)
        for slot in self.slots.values():
            slot.set_read_only(read_only)

    def _show_usual(self, data: NoteData) -> None:
        """Show how the letter begins where nothing is written."""
        if data.profile is None or self.found is None:
            return
        tags = self.found.languages
        said = [words for tag in tags if (words := usual_salutation(data, data.profile, tag))]
        self._usual = " · ".join(said)
        own = [row for row in self.found.of(self.paper.value, "salutation") if row.person_id == self.person]
        self._show_common(self.found, "salutation", own=bool(own))

    def _show_common(self, found: FollowUp, part: str, *, own: bool) -> None:
        rows = [row for row in found.of(self.paper.value, part) if row.person_id is None]
        said = " ".join(words for row in rows if (words := row.words.first(*found.languages)))
        if self.person is not None and not own and said:
            self.common[part].setText(t("As to everybody: {words}", words=said))
        elif part == "salutation" and not own and not said:
            usual = t("Left empty, it is printed: {words}", words=self._usual)
            every = t("Left empty, the usual form of address is taken, by post and name.")
            self.common[part].setText(usual if self._usual else every)
        else:
            self.common[part].setText("")
        self.common[part].setVisible(bool(self.common[part].text()))
