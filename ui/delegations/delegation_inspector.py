"""The inspector of a delegation: its side, what it is called on paper, and the organisation behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from planner.language.declension_phrases import phrase_cases
from planner.operations import delegations, liaison, organisations
from planner.queries.members import DelegationSheet, delegation_sheet
from planner.rules.kinds import ParticipationState, Side
from planner.rules.text import text
from ui.common.buttons import Link
from ui.common.fields import ChoiceField
from ui.common.findings import Fact, FactsField
from ui.common.form import FormInspector
from ui.common.picker import Offer, ReferenceField, offers
from ui.common.pill import Tone
from ui.common.register_offers import organisation_offers
from ui.common.text_fields import Target, TextFields
from ui.common.words import STATE_TONES, choices, word
from ui.context import Context
from ui.delegations.badge_fields import ZonesOfAll
from ui.delegations.delegation_facts import count_facts, record_facts
from ui.delegations.lines import delegation_name
from ui.delegations.protocol import called
from ui.translate import follow_language, t, tn


class DelegationView(NamedTuple):
    """A delegation, and the organisations to choose from."""

    sheet: DelegationSheet
    organisations: list[Offer]


def read_delegation(db: Any, delegation_id: int) -> DelegationView:
    """Return what the inspector shows."""
    return DelegationView(delegation_sheet(db, delegation_id), organisation_offers(db))


class DelegationInspector(FormInspector):
    """Kind "delegation"."""

    tables = frozenset((
        "delegation", "participation", "organisation", "organisation_name", "event", "liaison", "person", "person_name",
        "post", "partnership",
    ))  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("delegation inspector")
        self._view: DelegationView | None = None
        self.side = ChoiceField("", self.body)
        self.organisation = ReferenceField("", self.body)
        self.title = TextFields(context, "", self.body, optional=True)
        self.name = TextFields(context, "", self.body, optional=True, declined=phrase_cases)
        self.states = FactsField("", self.body)
        self.counts = FactsField("", self.body)
        self.officer = ReferenceField("", self.body)
        self.zones = ZonesOfAll(context, self.body)
        self.record = FactsField("", self.body)
        self.open_organisation = Link("", self.body, clicked=self._open)
        self.remove = Link("", self.body, clicked=lambda: self._run(delegations.remove_delegation))
        for widget in (
            self.side, self.organisation, self.open_organisation, self.title, self.name, self.states, self.counts,
            self.officer, self.zones, self.record, self.remove,
        ):  # fmt: skip
            self.fields.addWidget(widget)
        self.side.edited.connect(lambda side: self._run(delegations.edit_delegation, side=side.value))
        self.organisation.edited.connect(lambda one: self._run(delegations.edit_delegation, organisation_id=one))
        self.organisation.new_wanted.connect(self._add_organisation)
        self.officer.edited.connect(self._assign)
        self.record.acted.connect(lambda key: self.context.show("event", int(key)))
        self.setFocusProxy(self.organisation)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.side.set_caption(t("Side"))
        self.side.set_choices(choices(Side))
        self.organisation.set_words(t("Organisation"), new=t("New organisation of this name"))
        self.title.set_caption(t("Heading on paper"))
        self.name.set_caption(t("Own name"))
        self.states.set_caption(t("Members"))
        self.counts.set_caption(t("Heads that come"))
        self.officer.set_words(t("Liaison officer"))
        self.zones.set_words()
        self.record.set_caption(t("Who received whom before"))
        self.open_organisation.set_text(t("Open the organisation"))
        self.remove.set_text(t("Remove this delegation"))
        if self._view is not None:
            self.show_sheet(self._view)

    def query(self) -> Callable[..., Any]:
        """Return the query of a delegation."""
        return read_delegation

    def show_sheet(self, sheet: Any) -> None:
        """Show a delegation."""
        self._view = sheet
        row, tags = sheet.sheet.delegation, sheet.sheet.event.languages
        self.say(delegation_name(row, tags), tn("{n} member", "{n} members", len(row.members)))
        self.side.set_value(row.side)
        self.organisation.set_offers(sheet.organisations)
        self.organisation.set_value(row.organisation_id)
        self.open_organisation.setVisible(row.organisation_id is not None)
        self.title.show_text(Target("delegation", row.id, "heading"), row.heading, tags)
        self.name.show_text(Target("delegation", row.id, "name"), row.name, tags)
        facts = []
        for state in ParticipationState:
            if number := sum(member.state == state for member in row.members):
                facts.append(Fact(f"{word(state)}: {number}", dot=Tone(STATE_TONES[state])))
        self.states.set_facts(facts or [Fact(t("Nobody yet."))])
        self.counts.set_facts(count_facts(row))
        self.counts.setVisible(bool(row.members))
        self._show_officer(sheet.sheet)
        self.zones.show_delegation(sheet.sheet)
        found = record_facts(sheet.sheet)
        self.record.set_facts(found)
        self.record.setVisible(bool(found))

    def _show_officer(self, sheet: DelegationSheet) -> None:
        ours = (Side.HOST, Side.STAFF)
        tags = sheet.event.languages
        officers = [(one.id, called(one, tags)) for row in sheet.order.rows if row.side in ours for one in row.members]
        mine = next((one for one in sheet.liaisons if one.delegation_id == sheet.delegation.id), None)
        self.officer.setVisible(sheet.delegation.side not in ours)
        self.officer.set_offers(offers(officers))
        self.officer.set_value(mine.officer_id if mine else None)

    def _assign(self, officer: int | None) -> None:
        if self._view is None:
            return
        if officer is not None:
            self.context.run(self, liaison.assign_liaison, officer, delegation_id=self.thing_id)
            return
        mine = next((one for one in self._view.sheet.liaisons if one.delegation_id == self.thing_id), None)
        if mine is not None:
            self.context.run(self, liaison.release_liaison, mine.id)

    def _run(self, operation: Any, **values: Any) -> None:
        self.context.run(self, operation, self.thing_id, **values)

    def _open(self) -> None:
        if self._view is not None and (organisation := self._view.sheet.delegation.organisation_id):
            self.context.show("organisation", organisation)

    def _add_organisation(self, words: str) -> None:
        """Add an organisation to the register and put it behind the delegation, as one step."""
        if self._view is None or not words:
            return
        tag, merge, delegation = self._view.sheet.event.languages[0], f"organisation of {self.thing_id}", self.thing_id
        self.context.run(
            self, organisations.add_organisation, text(**{tag.replace("-", "_"): words}), merge=merge,
            done=lambda changes: self.context.run(
                self, delegations.edit_delegation, delegation, organisation_id=changes.result, merge=merge
            ),
        )  # fmt: skip
