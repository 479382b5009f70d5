"""Whom a member has to do with: counterpart, liaison officer, partner, and who comes in the place of another."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planner.operations import counterparts, delegations, liaison
from planner.queries.counterparts import loads
from planner.queries.members import MemberSheet
from planner.rules.counterparts import LOAD, Pair, is_wide
from planner.rules.kinds import ParticipationState, Side
from planner.rules.precedence import ACCOMPANYING
from ui.common.buttons import Link
from ui.common.findings import Fact, FactsField
from ui.common.picker import Offer, Picker, ReferenceField, offers
from ui.common.pill import Tone
from ui.context import Context
from ui.delegations.add_member import register_offers
from ui.delegations.pair_lines import level_words
from ui.delegations.protocol import called, matchable
from ui.translate import t, tn

OURS = (Side.HOST, Side.STAFF)


class BondFields(QWidget):
    """Edits at once; each choice is a step that can be undone."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._sheet: MemberSheet | None = None
        self._picker: Picker | None = None
        self.counterpart = ReferenceField("", self)
        self.by_rank = Link("", self, clicked=lambda: self._match(None))
        self.officer = ReferenceField("", self)
        self.load = FactsField("", self)
        self.partner = ReferenceField("", self)
        self.replaced = FactsField("", self)
        self.replace = Link("", self, clicked=self.pick_substitute)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (
            self.counterpart, self.by_rank, self.officer, self.load, self.partner, self.replaced, self.replace,
        ):  # fmt: skip
            column.addWidget(widget)
        self.counterpart.edited.connect(self._match)
        self.officer.edited.connect(self._assign)
        self.partner.edited.connect(self._marry)
        self.replaced.acted.connect(lambda key: self.context.select("member", int(key)))

    def set_words(self) -> None:
        """Say everything in the interface's language."""
        self.counterpart.set_words(t("Counterpart"))
        self.by_rank.set_text(t("By rank again"))
        self.officer.set_words(t("Liaison officer"))
        self.load.set_caption(t("Looks after"))
        self.partner.set_words(t("Spouse of"))
        self.replaced.set_caption(t("Replacement"))
        self.replace.set_text(t("Send somebody else in this place…"))

    def show_member(self, sheet: MemberSheet) -> None:
        """Show a member."""
        self._sheet = sheet
        self._show_counterpart(sheet)
        self._show_liaison(sheet)
        member, tags = sheet.member, sheet.event.languages
        others = [(one.id, called(one, tags)) for row in sheet.order.rows for one in row.members
                  if one.id != member.id and one.spouse_of is None and one.capacity not in ACCOMPANYING]  # fmt: skip
        self.partner.set_offers(offers(others))
        self.partner.set_value(member.spouse_of)
        self._show_replacement(sheet)
        self.replace.setVisible(member.state != ParticipationState.DECLINED and member.who is not None)

    def pick_substitute(self) -> None:
        """Choose from the register who comes instead."""
        if self._sheet is None:
            return
        self._picker = Picker(self)
        self._picker.picked.connect(self._replace)
        event = self._sheet.event
        self.context.read(self, "register", self._picker.set_offers, register_offers, event.from_day, event.languages)
        self._picker.open_under(self.replace, width=self.width())

    def picker(self) -> Picker | None:
        """Return the list of the register while it is open."""
        return self._picker

    def _show_counterpart(self, sheet: MemberSheet) -> None:
        member, side = sheet.member, sheet.delegation.side
        faces = side in (Side.GUEST, Side.HOST) and member.capacity not in ACCOMPANYING and member.spouse_of is None
        faces = faces and member.state != ParticipationState.DECLINED
        self.counterpart.setVisible(faces)
        pair = self._pair()
        self.by_rank.setVisible(faces and pair is not None and pair.pinned)
        if not faces:
            return
        other = Side.HOST if side is Side.GUEST else Side.GUEST
        found = [(one.id, called(one, sheet.event.languages)) for one in matchable(sheet.order, other)]
        self.counterpart.set_offers([Offer(place, value, label) for place, (value, label) in enumerate(found)])
        self.counterpart.set_value(_other(pair, member.id))
        if pair is not None and pair.host is not None:
            self.counterpart.set_aside(level_words(pair), "attention" if is_wide(pair) else "small")
        else:
            self.counterpart.set_aside(t("nobody is left"), "attention")

    def _show_liaison(self, sheet: MemberSheet) -> None:
        member, tags = sheet.member, sheet.event.languages
        ours = sheet.delegation.side in OURS
        mine = next((one for one in sheet.liaisons if one.participation_id == member.id), None)
        whole = next((one for one in sheet.liaisons if one.delegation_id == sheet.delegation.id), None)
        officers = {one.id: called(one, tags) for row in sheet.order.rows if row.side in OURS for one in row.members}
        self.officer.setVisible(not ours)
        empty = t("of the delegation: {name}", name=officers.get(whole.officer_id, "")) if whole else "—"
        self.officer.set_words(t("Liaison officer"), empty=empty)
        self.officer.set_offers(offers(list(officers.items())))
        self.officer.set_value(mine.officer_id if mine else None)
        load = loads(sheet.order.rows, sheet.liaisons).get(member.id, 0)
        self.load.setVisible(load > 0)
        words = tn("{n} guest", "{n} guests", load)
        if load > LOAD:
            words = t("{guests}: more than one officer can look after", guests=words)
        self.load.set_facts([Fact(words, dot=Tone.ATTENTION if load > LOAD else Tone.FINE)])

    def _show_replacement(self, sheet: MemberSheet) -> None:
        tags = sheet.event.languages
        everybody = {one.id: one for row in sheet.order.rows for one in row.members}
        facts = []
        if (before := everybody.get(sheet.member.replaces or 0)) is not None:
            words = t("comes instead of {name}; has the tasks, not the place", name=called(before, tags))
            facts.append(Fact(words, link=(str(before.id), t("Show"))))
        for after in everybody.values():
            if after.replaces == sheet.member.id:
                words = t("replaced by {name}", name=called(after, tags))
                facts.append(Fact(words, link=(str(after.id), t("Show"))))
        self.replaced.set_facts(facts)
        self.replaced.setVisible(bool(facts))

    def _pair(self) -> Pair | None:
        if self._sheet is None:
            return None
        return next((one for one in self._sheet.pairs if self._sheet.member.id in (one.guest, one.host)), None)

    def _match(self, other: int | None) -> None:
        sheet, pair = self._sheet, self._pair()
        if sheet is None:
            return
        if other is None:
            if pair is not None and pair.pinned:
                self.context.run(self, counterparts.release_counterpart, pair.guest)
            else:
                self.show_member(sheet)
            return
        guest_first = sheet.delegation.side is Side.GUEST
        guest, host = (sheet.member.id, other) if guest_first else (other, sheet.member.id)
        self.context.run(self, counterparts.pin_counterpart, guest, host)

    def _assign(self, officer: int | None) -> None:
        if self._sheet is None:
            return
        member = self._sheet.member.id
        if officer is not None:
            self.context.run(self, liaison.assign_liaison, officer, participation_id=member)
        elif mine := next((one for one in self._sheet.liaisons if one.participation_id == member), None):
            self.context.run(self, liaison.release_liaison, mine.id)

    def _marry(self, partner: int | None) -> None:
        if self._sheet is not None:
            self.context.run(self, delegations.set_spouse, self._sheet.member.id, partner)

    def _replace(self, person_id: int) -> None:
        if self._sheet is None:
            return

        def done(changes: Any) -> None:
            self.context.select("member", changes.result)

        self.context.run(self, delegations.replace_member, self._sheet.member.id, person_id, done=done)


def _other(pair: Pair | None, member_id: int) -> int | None:
    if pair is None:
        return None
    return pair.host if pair.guest == member_id else pair.guest
