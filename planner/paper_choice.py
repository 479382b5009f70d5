"""What may be printed, and how: the papers by name, and the choice of one with its looks."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, NamedTuple

from planner.language.catalog import mark
from planner.rules.kinds import Side
from planner.rules.text import Language


class Paper(StrEnum):
    """The papers that can be printed."""

    PROGRAMME = "programme"
    AGENDA = "agenda"
    RUNNING_ORDER = "running-order"
    PARTICIPANTS = "participants"
    SEATING = "seating"  # of whatever kind the plan is: a table, a car, a photograph, a signing
    USHERS_PLAN = "ushers-plan"
    PLACE_CARDS = "place-cards"
    NAME_PLATES = "name-plates"
    FLAGS = "flags"
    SIGNING = "signing"  # the order of the ceremony; who sits where at it is a seating plan
    RUN_SHEET = "run-sheet"
    PERSONAL = "personal"
    BRIEFING = "briefing"
    BIOGRAPHY = "biography"
    INVITATION = "invitation"
    SIGN_IN = "sign-in"
    MINUTES = "minutes"
    ACTION_LIST = "action-list"
    PRESS_NOTE = "press-note"
    THANK_YOU = "thank-you"
    REPORT = "report"
    WEEKLY_PLAN = "weekly-plan"
    TASKS = "tasks"
    APPROVAL_SHEET = "approval-sheet"
    ARRIVALS = "arrivals"
    ROOMING = "rooming"
    GIFT_LIST = "gift-list"
    MOTORCADE = "motorcade"
    BADGES = "badges"
    PASS_LIST = "pass-list"  # noqa: S105 - a paper, no password
    AIRPORT_SIGN = "airport-sign"
    MENU = "menu"
    CONTACTS = "contacts"
    QUESTIONNAIRE = "questionnaire"


OF_A_PLAN = frozenset({Paper.SEATING, Paper.USHERS_PLAN, Paper.PLACE_CARDS, Paper.NAME_PLATES, Paper.FLAGS})
"""The papers of a seating plan; the choice names the plan."""

OF_A_PERSON: frozenset[Paper] = frozenset({
    Paper.PERSONAL, Paper.BIOGRAPHY, Paper.THANK_YOU,
})  # fmt: skip
"""The papers of one person; the choice names the place in a delegation."""

OF_AN_ITEM: frozenset[Paper] = frozenset({
    Paper.INVITATION, Paper.SIGN_IN, Paper.MINUTES, Paper.MENU, Paper.SIGNING,
})  # fmt: skip
"""The papers of one item of the programme, beside the agenda."""

FOR_THE_OFFICE: frozenset[Paper] = frozenset({
    Paper.RUN_SHEET, Paper.SIGNING, Paper.BRIEFING, Paper.BIOGRAPHY, Paper.ACTION_LIST, Paper.REPORT, Paper.WEEKLY_PLAN,
    Paper.TASKS,
    Paper.APPROVAL_SHEET,
    Paper.ROOMING, Paper.GIFT_LIST, Paper.MOTORCADE, Paper.PASS_LIST, Paper.CONTACTS,
})  # fmt: skip
"""The papers that never lie on the guests' side of the table."""

FOR_SERVICE: frozenset[Paper] = frozenset({Paper.MOTORCADE})
"""The papers of those who serve: drivers, guards, kitchen. They see more than the table, and less than the office."""

TITLES = {
    Paper.PROGRAMME: mark("Programme of stay"),
    Paper.AGENDA: mark("Agenda"),
    Paper.RUNNING_ORDER: mark("Running order"),
    Paper.PARTICIPANTS: mark("List of participants"),
    Paper.SEATING: mark("Seating plan"),
    Paper.USHERS_PLAN: mark("Ushers’ plan"),
    Paper.PLACE_CARDS: mark("Place cards"),
    Paper.NAME_PLATES: mark("Name plates"),
    Paper.FLAGS: mark("Order of flags"),
    Paper.SIGNING: mark("Signing ceremony"),
    Paper.RUN_SHEET: mark("Minute-by-minute run sheet"),
    Paper.PERSONAL: mark("Personal schedule"),
    Paper.BRIEFING: mark("Briefing note"),
    Paper.BIOGRAPHY: mark("Biography"),
    Paper.INVITATION: mark("Invitations"),
    Paper.SIGN_IN: mark("Sign-in sheet"),
    Paper.MINUTES: mark("Minutes of a meeting"),
    Paper.ACTION_LIST: mark("Action list"),
    Paper.PRESS_NOTE: mark("Press note"),
    Paper.THANK_YOU: mark("Thank-you letter"),
    Paper.REPORT: mark("Final report"),
    Paper.WEEKLY_PLAN: mark("Weekly plan"),
    Paper.TASKS: mark("Plan of preparation"),
    Paper.APPROVAL_SHEET: mark("Approval sheet"),
    Paper.ARRIVALS: mark("Arrivals and departures"),
    Paper.ROOMING: mark("Rooming list"),
    Paper.GIFT_LIST: mark("Gift list"),
    Paper.MOTORCADE: mark("Motorcade and cars"),
    Paper.BADGES: mark("Badges"),
    Paper.PASS_LIST: mark("Pass list for guards"),
    Paper.AIRPORT_SIGN: mark("Airport signs"),
    Paper.MENU: mark("Menu card"),
    Paper.CONTACTS: mark("Contact sheet"),
    Paper.QUESTIONNAIRE: mark("Delegation questionnaire"),
}
"""What the window calls them."""

WORKING = mark("Working programme")
"""What the programme's working edition is called."""


class Choice(NamedTuple):
    """What to print and how.

    `languages` are a set when `copy_for` is given (that side's own stands first), an order when not.
    `item_id` names the meeting an agenda or list is of, `delegation_id` the one delegation of a list, `plan_id` the
    plan of seats, `person_id` whose own paper it is (a place in a delegation).
    `body` is the size of the text in points; the principal's own copy has 14 to 16. `fit` makes it fit one page
    where that can be had within the handbook's floors. `approved` puts the approval block on the host's file copy;
    `marking` (of `rules.templates`) stands in the place of the template's. `version` names an issued version instead
    of the present draft. `both_sides` gives badges a back.
    """

    paper: Paper
    event_id: int
    languages: tuple[Language, ...]
    arrangement: Literal["columns", "stacked", "facing"] = "columns"
    copy_for: Side | None = None
    edition: Literal["guest", "working"] = "guest"
    item_id: int | None = None
    delegation_id: int | None = None
    show_people: bool = False
    show_places: bool = True
    show_movements: bool = True
    body: float = 11
    version: int | None = None
    size: Literal["A3", "A4", "A5"] = "A4"
    landscape: bool = False
    fit: bool = False
    plan_id: int | None = None
    person_id: int | None = None
    copy_number: int | None = None
    approved: bool = False
    marking: str | None = None
    annex: int | None = None
    both_sides: bool = False
