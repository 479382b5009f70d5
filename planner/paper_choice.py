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


OF_A_PLAN = frozenset({Paper.SEATING, Paper.USHERS_PLAN, Paper.PLACE_CARDS, Paper.NAME_PLATES, Paper.FLAGS})
"""The papers of a seating plan; the choice names the plan."""

OF_A_PERSON: frozenset[Paper] = frozenset()
"""The papers of one person; the choice names the place in a delegation."""

OF_AN_ITEM: frozenset[Paper] = frozenset()
"""The papers of one item of the programme, beside the agenda."""

FOR_THE_OFFICE: frozenset[Paper] = frozenset()
"""The papers that never lie on the guests' side of the table."""

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
}
"""What the window calls them."""


class Choice(NamedTuple):
    """What to print and how.

    `languages` are a set when `copy_for` is given (that side's own stands first), an order when not.
    `item_id` names the meeting an agenda or list is of, `delegation_id` the one delegation of a list, `plan_id` the
    plan of seats, `person_id` whose own paper it is (a place in a delegation).
    `body` is the size of the text in points; the principal's own copy has 14 to 16. `fit` makes it fit one page
    where that can be had within the handbook's floors. `version` names an issued version instead of the present draft.
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
