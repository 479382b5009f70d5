"""The inspector of an organisation: its names by day, kind and country, partners, agreements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from planner.language.countries import countries
from planner.language.dates import format_day
from planner.operations import organisations
from planner.queries.agreements import OrganisationSheet, organisation_sheet
from planner.queries.organisations import PartnershipRow
from planner.rules.kinds import OrganisationKind
from planner.rules.text import Language
from ui.common.buttons import Link
from ui.common.fields import ChoiceField, NoteField
from ui.common.findings import Fact, FactsField
from ui.common.form import FormInspector, Section, fit_boxes, side_by_side
from ui.common.named import shown
from ui.common.picker import Offer, Picker, ReferenceField, offers
from ui.common.register_offers import organisation_offers, register_languages
from ui.common.words import choices, word
from ui.context import Context
from ui.organisations.name_box import NameBox, RenameBox
from ui.translate import follow_language, language, t


class OrganisationView(NamedTuple):
    """An organisation, the languages the office asks for, and the others to choose from."""

    sheet: OrganisationSheet
    languages: tuple[Language, ...]
    offers: list[Offer]


def read_organisation(db: Any, organisation_id: int) -> OrganisationView:
    """Return what the inspector shows."""
    found = organisation_offers(db)
    return OrganisationView(organisation_sheet(db, organisation_id), register_languages(db, language()), found)


class OrganisationInspector(FormInspector):
    """Kind "organisation"."""

    tables = frozenset((
        "organisation", "organisation_name", "partnership", "agreement", "agreement_party", "event",
    ))  # fmt: skip

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.setObjectName("organisation inspector")
        self._view: OrganisationView | None = None
        self._picker: Picker | None = None
        self.names = Section(self.body)
        self.boxes: list[NameBox] = []
        self.rename_link = Link("", self.names, strong=True, clicked=self._open_rename)
        self.names.add_action(self.rename_link)
        self.rename = RenameBox(context, self.names)
        self.names.add(self.rename)
        self.kind = ChoiceField("", self.body)
        self.country = ReferenceField("", self.body)
        self.partners = FactsField("", self.body)
        self.add_partner = Link("", self.body, clicked=self._choose_partner)
        self.agreements = FactsField("", self.body)
        self.note = NoteField("", self.body)
        self.remove = Link("", self.body, clicked=lambda: self._run(organisations.remove_organisation))
        self.fields.addWidget(self.names)
        self.fields.addLayout(side_by_side(self.kind, self.country))
        below: tuple[QWidget, ...] = (self.partners, self.add_partner, self.agreements, self.note, self.remove)
        for widget in below:
            self.fields.addWidget(widget)
        self.kind.edited.connect(lambda kind: self._edit(kind=kind.value))
        self.country.edited.connect(lambda code: self._edit(country=code or ""))
        self.note.edited.connect(lambda words: self._edit(merge="note", note=words))
        self.partners.acted.connect(self._partner_acted)
        self.agreements.acted.connect(lambda key: context.show("agreement", int(key)))
        self.setFocusProxy(self.names)
        follow_language(self.retranslate)

    def retranslate(self) -> None:
        """Say everything in the interface's language."""
        self.names.set_title(t("Names"))
        self.rename_link.set_text(t("New name since…"))
        self.kind.set_caption(t("Kind"))
        self.kind.set_choices(choices(OrganisationKind))
        self.country.set_words(t("Country"))
        self.country.set_offers(offers(countries(language())))
        self.partners.set_caption(t("Partners"))
        self.add_partner.set_text(t("+ Partner"))
        self.agreements.set_caption(t("Agreements"))
        self.note.set_caption(t("Note, never printed"))
        self.remove.set_text(t("Remove from the register"))
        self.names.remove(self.boxes)
        self.boxes.clear()
        if self._view is not None:
            self.show_sheet(self._view)

    def query(self) -> Callable[..., Any]:
        """Return the query of an organisation."""
        return read_organisation

    def show_thing(self, thing_id: int) -> None:
        """Show another organisation."""
        if thing_id != self.thing_id:
            self.rename.hide()
        super().show_thing(thing_id)

    def show_sheet(self, sheet: Any) -> None:
        """Show an organisation."""
        self._view = sheet
        row = sheet.sheet.organisation
        self.say(shown(row.name) or "—", " · ".join([word(row.kind), *([t("invented")] if row.invented else [])]))
        self._show_names(sheet)
        self.kind.set_value(row.kind)
        self.country.set_value(row.country or None)
        self._show_partners(sheet.sheet)
        facts = []
        for one in sheet.sheet.agreements:
            day = format_day(one.signed_on, language()) if one.signed_on else t("not signed yet")
            facts.append(Fact(f"{shown(one.title) or '—'} · {day}", link=(str(one.id), t("Open"))))
        self.agreements.set_facts(facts or [Fact(t("None yet."))])
        self.note.set_value(row.note)

    def _show_names(self, view: OrganisationView) -> None:
        """Show the newest name first."""
        names = tuple(reversed(view.sheet.organisation.names))
        fit_boxes(self.names, self.boxes, len(names), lambda: NameBox(self.context, self.names))
        for box, name in zip(self.boxes, names, strict=True):
            box.show_name(name, self._tags(view))
        if self.boxes:
            self.names.setFocusProxy(self.boxes[0].name)

    def _tags(self, view: OrganisationView) -> tuple[Language, ...]:
        worded = [tag for name in view.sheet.organisation.names for tag in name.name.wordings]
        return tuple(dict.fromkeys([*view.languages, *worded]))

    def _show_partners(self, sheet: OrganisationSheet) -> None:
        facts = []
        for one in sheet.partnerships:
            other = sheet.organisations.get(self._other(one))
            name = shown(other.name) if other else "—"
            since = t("since {day}", day=format_day(one.since, language())) if one.since else ""
            words = " · ".join(filter(None, (name, since)))
            facts.append(Fact(words, link=(f"open {self._other(one)}", t("Open"))))
            facts.append(Fact("", link=(f"end {one.id}", t("End the partnership"))))
        self.partners.set_facts(facts or [Fact(t("None yet."))])

    def _other(self, one: PartnershipRow) -> int:
        return one.partner_id if one.organisation_id == self.thing_id else one.organisation_id

    def _partner_acted(self, key: str) -> None:
        what, _, thing = key.partition(" ")
        if what == "open":
            self.context.show("organisation", int(thing))
        else:
            self.context.run(self, organisations.remove_partnership, int(thing))

    def _choose_partner(self) -> None:
        if self._view is None:
            return
        taken = {self._other(one) for one in self._view.sheet.partnerships} | {self.thing_id}
        self._picker = Picker(self)
        self._picker.set_offers([offer for offer in self._view.offers if offer.value not in taken])
        self._picker.picked.connect(lambda other: self._run(organisations.add_partnership, other))
        self._picker.open_under(self.add_partner, width=self.width() - 32)

    def picker(self) -> Picker | None:
        """Return the list of partners to choose from while it is open."""
        return self._picker

    def _open_rename(self) -> None:
        if self._view is not None:
            self.rename.open_for(self.thing_id, self._tags(self._view))

    def _edit(self, *, merge: str = "", **values: Any) -> None:
        name = f"organisation:{self.thing_id}:{merge}" if merge else ""
        self.context.run(self, organisations.edit_organisation, self.thing_id, merge=name, **values)

    def _run(self, operation: Any, *args: Any) -> None:
        self.context.run(self, operation, self.thing_id, *args)
