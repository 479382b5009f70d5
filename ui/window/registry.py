"""Which page and which inspector shows what: the one place that knows every feature."""

from __future__ import annotations

import importlib
from typing import Any, NamedTuple

from planner.language.catalog import mark


class Place(NamedTuple):
    """A page of the window: its title (a catalog id) and its class."""

    title: str
    view: Any


def _late(path):
    module, _, name = path.rpartition(".")
    try:
        return getattr(importlib.import_module(module), name)
    except (ImportError, AttributeError) as e:
        print("MISSING", path, e)
        return None


TABS = {
    "overview": Place(mark("Overview"), _late("ui.overview.page.OverviewPage")),
    "delegations": Place(mark("Delegations"), _late("ui.delegations.page.DelegationsPage")),
    "programme": Place(mark("Programme"), _late("ui.agenda.page.ProgrammePage")),
    "documents": Place(mark("Documents"), _late("ui.documents.page.DocumentsPage")),
    "history": Place(mark("History"), _late("ui.history.page.HistoryPage")),
}
REGISTERS = {
    "people": Place(mark("People"), _late("ui.people.page.PeoplePage")),
    "organisations": Place(mark("Organisations"), _late("ui.organisations.page.OrganisationsPage")),
    "venues": Place(mark("Venues"), _late("ui.venues.page.VenuesPage")),
    "agreements": Place(mark("Agreements"), _late("ui.organisations.agreements.AgreementsPage")),
}
INSPECTORS = {
    "event": _late("ui.overview.inspector.EventInspector"),
    "item": _late("ui.agenda.inspector.ItemInspector"),
    "member": _late("ui.delegations.inspector.MemberInspector"),
    "delegation": _late("ui.delegations.delegation_inspector.DelegationInspector"),
    "person": _late("ui.people.inspector.PersonInspector"),
    "organisation": _late("ui.organisations.inspector.OrganisationInspector"),
    "venue": _late("ui.venues.inspector.VenueInspector"),
    "paper": _late("ui.documents.choices.PaperChoices"),
}
TABS = {k: v for k, v in TABS.items() if v[1]}
REGISTERS = {k: v for k, v in REGISTERS.items() if v[1]}
INSPECTORS = {k: v for k, v in INSPECTORS.items() if v}
