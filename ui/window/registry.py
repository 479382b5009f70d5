"""Which page and which inspector shows what: the one place that knows every feature."""

from __future__ import annotations

from typing import NamedTuple

from planner.language.catalog import mark
from ui.agenda.inspector import ItemInspector
from ui.agenda.page import ProgrammePage
from ui.common.page import Inspector, Page
from ui.delegations.delegation_inspector import DelegationInspector
from ui.delegations.inspector import MemberInspector
from ui.delegations.page import DelegationsPage
from ui.documents.choices import PaperChoices
from ui.documents.page import DocumentsPage
from ui.history.page import HistoryPage
from ui.organisations.agreements import AgreementInspector, AgreementsPage
from ui.organisations.inspector import OrganisationInspector
from ui.organisations.page import OrganisationsPage
from ui.overview.inspector import EventInspector
from ui.overview.page import OverviewPage
from ui.people.inspector import PersonInspector
from ui.people.page import PeoplePage
from ui.venues.inspector import VenueInspector
from ui.venues.page import VenuesPage


class Place(NamedTuple):
    """A page of the window: its title (a catalog id) and its class, made with the context alone."""

    title: str
    view: type[Page]


TABS = {
    "overview": Place(mark("Overview"), OverviewPage),
    "delegations": Place(mark("Delegations"), DelegationsPage),
    "programme": Place(mark("Programme"), ProgrammePage),
    "documents": Place(mark("Documents"), DocumentsPage),
    "history": Place(mark("History"), HistoryPage),
}
"""The tabs of an event in the order of the work."""

REGISTERS = {
    "people": Place(mark("People"), PeoplePage),
    "organisations": Place(mark("Organisations"), OrganisationsPage),
    "venues": Place(mark("Venues"), VenuesPage),
    "agreements": Place(mark("Agreements"), AgreementsPage),
}
"""The registers; their keys are the fields of `Counts`."""

INSPECTORS: dict[str, type[Inspector]] = {
    "event": EventInspector,
    "item": ItemInspector,
    "member": MemberInspector,
    "delegation": DelegationInspector,
    "person": PersonInspector,
    "organisation": OrganisationInspector,
    "agreement": AgreementInspector,
    "venue": VenueInspector,
    "paper": PaperChoices,
}
"""What is shown on the right, by the kind of `context.select`."""
