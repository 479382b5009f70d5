"""The invitations to an item: how far each has come, and how many sit down (handbook 2.17)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from planner.operations import invitations, several
from planner.papers import Paper
from planner.queries.invitations import InvitationRow, OccasionRow, Occasions
from planner.queries.invitations import occasions as read_occasions
from ui.common.buttons import Button
from ui.common.edit_columns import EditColumn
from ui.common.menu_button import MenuButton
from ui.common.named import shown
from ui.logistics.choose_people import ChoosePeople
from ui.logistics.day_column import day_column
from ui.logistics.one_shown import OneShown
from ui.logistics.section import TAKING_PART, words_column
from ui.logistics.words import EDGES, STATE_TONES, STATES, named, people_choices
from ui.translate import t

ANSWERS = frozenset({"accepted", "declined", "tentative", "substitute"})
"""States that are an answer."""


class InvitationsSection(OneShown):
    """Attributes: `everybody`, `people`, `sent` and `answer`; `shown_id`, the item."""

    tables = TAKING_PART | {"invitation"}
    name = "invitations"
    PAPER = Paper.INVITATION
    sheet: Occasions | None

    def __init__(self, context: Any, parent: Any = None) -> None:
        self.everybody = Button("", clicked=self.invite_everybody)
        self.people = Button("", clicked=self.choose_people)
        self.sent = Button("", clicked=self.send)
        self.answer = MenuButton((), fixed="…")
        super().__init__(context, parent)
        self.bar.add(self.choice, self.everybody, self.people, self.sent, self.answer)
        self.answer.edited.connect(self.note_answer)
        self.empty.other_step_taken.connect(self.choose_people)
        self.table.set_edge(self._edge)

    # --- What is shown

    def read(self) -> None:
        """Read the invitations."""
        self.context.read(self, "occasions", self.took, read_occasions, self.event_id)

    def several(self) -> Sequence[OccasionRow]:
        """Return the items one may be invited to."""
        return self.sheet.occasions if self.sheet else ()

    def weight(self, one: OccasionRow) -> int:
        """Put those with invitations first, then those to which one is usually invited."""
        return 0 if one.invitations else 1 if one.usual else 2

    def shown_occasion(self) -> OccasionRow | None:
        """Return the item shown."""
        return self.shown_one()

    def of_what(self) -> int:
        """Return the item whose invitations are shown."""
        return self.shown_id

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.everybody.set_text(t("Invite all who take part"))
        self.people.set_text(t("Invite…"))
        self.sent.set_text(t("Sent today"))
        answers = [(key, t(words)) for key, words in STATES.items() if key in ANSWERS]
        self.answer.set_choices(answers, fixed=t("Answer of today"))
        self.paper.set_text(t("Print invitations…"))
        self.table.setAccessibleName(t("Invitations"))
        self._say_empty()

    def rows(self) -> Sequence[InvitationRow]:
        """Return the invitations to the item shown."""
        occasion = self.shown_occasion()
        return occasion.invitations if occasion else ()

    def new_words(self) -> str:
        """Return what the empty line says."""
        return t("+ Type whom to invite")

    def columns(self) -> Sequence[EditColumn]:
        """Return the columns."""
        if self.sheet is None:
            return ()
        people, states = people_choices(self.sheet.people, self.tags), named(STATES)
        posts = {one.id: shown(one.position, *self.tags) for one in self.sheet.people}
        return [
            EditColumn("who", t("Person"), lambda row: people.label(row.participation_id), 210, parse=people.value,
                       offers=people.labels, starts=True, wrong=t("Nobody of this event is called so.")),
            EditColumn("post", t("Post"), lambda row: posts.get(row.participation_id or 0, ""), 210, muted=True),
            EditColumn("state", t("State"), lambda row: states.label(row.state), 130, parse=states.value,
                       offers=states.labels, tone=lambda row: STATE_TONES.get(row.state, "neutral"),
                       wrong=t("Write sent, accepted, declined, or another state.")),
            day_column("sent_on", t("Sent on"), 108, self.context.today, year=True),
            day_column("answered_on", t("Answered on"), 108, self.context.today, year=True),
            EditColumn("with_spouse", t("With spouse"), str, 104, ticked=lambda row: row.with_spouse),
            words_column("note", t("Remark"), lambda row: row.note, 160),
        ]  # fmt: skip

    def show_more(self) -> None:
        """Show the items and what can be done."""
        if self.sheet is None:
            return
        self.show_choice()
        occasion, writes = self.shown_occasion(), not self.is_read_only
        self.everybody.setEnabled(writes and bool(occasion and occasion.not_invited()))
        self.people.setEnabled(writes and occasion is not None)
        has = writes and bool(self.rows())
        self.sent.setEnabled(has)
        self.answer.setEnabled(has and bool(self.table.selected_ids()))
        self._say_empty()

    def foot_words(self) -> str:
        """Say how many answered what."""
        occasion = self.shown_occasion()
        if occasion is None or not occasion.invitations:
            return ""
        found = occasion.answers()
        said = t(
            "Invited: {invited}. Accepted: {accepted}, declined: {declined}, no answer yet: {waiting}. Seats: {seats}.",
            **found._asdict(),
        )
        if left := len(occasion.not_invited()):
            said += " " + t("Take part without an invitation: {n}.", n=left)
        return said

    def chosen(self, ids: Sequence[int]) -> None:
        """Show who is invited."""
        self.show_more()
        self.choose_member(ids, lambda row_id: next(one.participation_id for one in self.rows() if one.id == row_id))

    # --- What is written

    def add(self, values: dict[str, Any], *, merge: str = "", done: Callable[[Any], object] | None = None) -> None:
        """Invite somebody."""
        who = values.pop("who")
        if self.shown_id:
            self.run(invitations.invite, self.shown_id, who, merge=merge, done=done, failed=self._failed, **values)

    def edit(self, ids: Sequence[int], key: str, value: Any, *, merge: str = "") -> None:
        """Write into invitations; an answer is of today, a letter sent is sent today, until another day is typed."""
        if key == "who":
            self.remark(t("Withdraw this invitation and invite the other person."))
            return
        values: dict[str, Any] = {key: value}
        rows = [one for one in self.rows() if one.id in ids]
        if key == "state" and value in ANSWERS and not any(one.answered_on for one in rows):
            values["answered_on"] = self.context.today()
        elif key == "state" and value == "sent" and not any(one.sent_on for one in rows):
            values["sent_on"] = self.context.today()
        self.run(several.edit_invitations, tuple(ids), merge=merge, **values)

    def remove(self, ids: Sequence[int]) -> None:
        """Withdraw invitations."""
        self.run(several.remove_invitations, tuple(ids))

    def invite_everybody(self) -> None:
        """Invite all who take part in the item and are not invited yet, in the order of the lists."""
        occasion = self.shown_occasion()
        if occasion is not None and self.sheet is not None and (wanted := occasion.not_invited()):
            people = tuple(one.id for one in self.sheet.people if one.id in wanted)
            self.run(several.invite_all, occasion.id, people)

    def choose_people(self) -> None:
        """Ask whom to invite; those who take part are ticked."""
        occasion = self.shown_occasion()
        if self.sheet is None or occasion is None or self.is_read_only:
            return
        there = {one.participation_id for one in occasion.invitations}
        popup = ChoosePeople(self, t("Who is invited?"))
        offered = [one for one in self.sheet.people if one.comes and one.id not in there]
        popup.offer(offered, self.tags, ticked=occasion.not_invited())
        popup.wanted.connect(lambda people: self.run(several.invite_all, self.shown_id, tuple(people)))
        popup.open_under(self.bar.place_of(self.people))

    def send(self) -> None:
        """Note that the invitations chosen, else all drafts, were sent today."""
        chosen = self.table.selected_ids() or tuple(one.id for one in self.rows() if one.state == "draft")
        if chosen:
            self.run(several.edit_invitations, chosen, state="sent", sent_on=self.context.today())
        else:
            self.remark(t("No invitation is a draft any more."))

    def note_answer(self, state: str) -> None:
        """Note today's answer of those chosen."""
        if chosen := self.table.selected_ids():
            self.run(several.edit_invitations, chosen, state=state, answered_on=self.context.today())

    def start(self) -> None:
        """Invite all who take part, as the empty page proposes."""
        if self.sheet is not None and self.sheet.occasions:
            self.invite_everybody()
        else:
            self.context.show("tab:programme", self.event_id)

    def _say_empty(self) -> None:
        if self.sheet is not None and not self.sheet.occasions:
            self.empty.set_words(
                t("Nothing to invite to yet"),
                t("One is invited to an item of the programme: a reception, a meal, a signing."),
                t("Go to the programme"), "",
            )  # fmt: skip
            return
        writes = not self.is_read_only
        self.empty.set_words(
            t("Nobody is invited yet"),
            t("Keep here who is invited to what, when the letter was sent and what was answered."),
            t("Invite all who take part") if writes else "",
            t("Choose whom to invite…") if writes else "",
        )

    def in_menu(self, one: OccasionRow) -> str:
        """Return an item with the number of its invitations."""
        return super().in_menu(one) + (f" ({len(one.invitations)})" if one.invitations else "")

    def _edge(self, row: InvitationRow) -> str:
        people = self.sheet.people if self.sheet else ()
        return next((EDGES[one.side] for one in people if one.id == row.participation_id), "")
