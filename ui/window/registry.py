"""Which page and which inspector shows what: the one place that knows every feature.

Each is imported by a function of its own: the first page is on the screen before the others are imported
(all of them take 0.2 s), and `late` fetches the rest in small steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from planner.language.catalog import mark
from ui.common.page import Inspector, Page


class Place(NamedTuple):
    """A page of the window: its title (a catalog id) and what imports its class, made with the context alone."""

    title: str
    view: Callable[[], type[Page]]


def _overview() -> type[Page]:
    from ui.overview.page import OverviewPage

    return OverviewPage


def _delegations() -> type[Page]:
    from ui.delegations.page import DelegationsPage

    return DelegationsPage


def _programme() -> type[Page]:
    from ui.agenda.page import ProgrammePage

    return ProgrammePage


def _seating() -> type[Page]:
    from ui.seating.page import SeatingPage

    return SeatingPage


def _logistics() -> type[Page]:
    from ui.logistics.page import LogisticsPage

    return LogisticsPage


def _documents() -> type[Page]:
    from ui.documents.page import DocumentsPage

    return DocumentsPage


def _tasks() -> type[Page]:
    from ui.preparation.page import TasksPage

    return TasksPage


def _follow_up() -> type[Page]:
    from ui.follow_up.page import FollowUpPage

    return FollowUpPage


def _history() -> type[Page]:
    from ui.history.page import HistoryPage

    return HistoryPage


def _people() -> type[Page]:
    from ui.people.page import PeoplePage

    return PeoplePage


def _organisations() -> type[Page]:
    from ui.organisations.page import OrganisationsPage

    return OrganisationsPage


def _venues() -> type[Page]:
    from ui.venues.page import VenuesPage

    return VenuesPage


def _agreements() -> type[Page]:
    from ui.organisations.agreements import AgreementsPage

    return AgreementsPage


def _phrases() -> type[Page]:
    from ui.phrases.page import PhrasesPage

    return PhrasesPage


def _texts() -> type[Page]:
    from ui.texts.page import TextsPage

    return TextsPage


def _paper_templates() -> type[Page]:
    from ui.documents.templates_page import PaperTemplatesPage

    return PaperTemplatesPage


def _event() -> type[Inspector]:
    from ui.overview.inspector import EventInspector

    return EventInspector


def _item() -> type[Inspector]:
    from ui.agenda.inspector import ItemInspector

    return ItemInspector


def _member() -> type[Inspector]:
    from ui.delegations.inspector import MemberInspector

    return MemberInspector


def _delegation() -> type[Inspector]:
    from ui.delegations.delegation_inspector import DelegationInspector

    return DelegationInspector


def _seats() -> type[Inspector]:
    from ui.seating.inspector import SeatingInspector

    return SeatingInspector


def _person() -> type[Inspector]:
    from ui.people.inspector import PersonInspector

    return PersonInspector


def _organisation() -> type[Inspector]:
    from ui.organisations.inspector import OrganisationInspector

    return OrganisationInspector


def _agreement() -> type[Inspector]:
    from ui.organisations.agreements import AgreementInspector

    return AgreementInspector


def _venue() -> type[Inspector]:
    from ui.venues.inspector import VenueInspector

    return VenueInspector


def _paper() -> type[Inspector]:
    from ui.documents.choices import PaperChoices

    return PaperChoices


def _task() -> type[Inspector]:
    from ui.preparation.inspector import TaskInspector

    return TaskInspector


def _phrase() -> type[Inspector]:
    from ui.phrases.inspector import PhraseInspector

    return PhraseInspector


def _calendar() -> type[Page]:
    from ui.calendar.page import CalendarPage

    return CalendarPage


def _templates() -> type[Page]:
    from ui.overview.templates import TemplatesPage

    return TemplatesPage


def _office_day() -> type[Inspector]:
    from ui.calendar.inspector import OfficeDayInspector

    return OfficeDayInspector


TABS = {
    "overview": Place(mark("Overview"), _overview),
    "delegations": Place(mark("Delegations"), _delegations),
    "programme": Place(mark("Programme"), _programme),
    "texts": Place(mark("Texts"), _texts),
    "seating": Place(mark("Seating"), _seating),
    "logistics": Place(mark("Logistics"), _logistics),
    "documents": Place(mark("Documents"), _documents),
    "tasks": Place(mark("Tasks"), _tasks),
    "follow-up": Place(mark("Follow-up"), _follow_up),
    "history": Place(mark("History"), _history),
}
"""The tabs of an event in the order of the work."""

REGISTERS = {
    "people": Place(mark("People"), _people),
    "organisations": Place(mark("Organisations"), _organisations),
    "venues": Place(mark("Venues"), _venues),
    "agreements": Place(mark("Agreements"), _agreements),
    "phrases": Place(mark("Phrases"), _phrases),
}
"""The registers; their keys are the fields of `Counts`, and "phrases"."""

OFFICE = {
    "calendar": Place(mark("Calendar"), _calendar),
    "templates": Place(mark("Event templates"), _templates),
    "paper-templates": Place(mark("Paper templates"), _paper_templates),
}
"""What belongs to the office as a whole."""

PLACES = {**REGISTERS, **OFFICE}
"""Every page that is no event's."""

INSPECTORS: dict[str, Callable[[], type[Inspector]]] = {
    "event": _event,
    "item": _item,
    "member": _member,
    "delegation": _delegation,
    "person": _person,
    "seating": _seats,
    "organisation": _organisation,
    "agreement": _agreement,
    "venue": _venue,
    "paper": _paper,
    "office_day": _office_day,
    "phrase": _phrase,
    "task": _task,
}
"""What is shown on the right, by the kind of `context.select`."""


def late() -> Iterator[object]:
    """Import every page and inspector, one at each step, so that the first click on one need not wait for it."""
    for place in (*TABS.values(), *PLACES.values()):
        yield place.view()
    for inspector in INSPECTORS.values():
        yield inspector()
    from ui.delegations.add_member import AddMemberPanel
    from ui.delegations.import_people import ImportDialog

    yield AddMemberPanel
    yield ImportDialog
