"""The set of papers: for each, what gathers its data and what composes it of them.

A new paper is a `compose` under `documents/`, a query that gathers its data, a name in `paper_choice.Paper`, and a line
in `SET`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection

from planner.documents import agenda, cards, flags_sheet, participants, programme, running_order, seating, ushers_plan
from planner.documents.content import Content
from planner.documents.freeze import PaperData
from planner.errors import BadInput
from planner.paper_choice import Choice, Paper
from planner.queries import for_documents, for_seating

Gather = Callable[[Connection, Choice], Any]
Compose = Callable[[Any, Choice, Collection[int]], Content]


class Made(NamedTuple):
    """How a paper is made: from an office to its data, and from these to its content."""

    gather: Gather
    compose: Compose


def gather(db: Connection, choice: Choice) -> PaperData:
    """Return what the draft of a paper is made of just now. Raise BadInput where the choice does not say enough."""
    data: PaperData = SET[choice.paper].gather(db, choice)
    return data


def compose(data: PaperData, choice: Choice, changed: Collection[int] = ()) -> Content:
    """Compose a paper of given data; `changed` are the rows that bear a mark in the margin."""
    return SET[choice.paper].compose(data, choice, changed)


def _programme_data(db: Connection, choice: Choice) -> Any:
    return for_documents.programme_data(db, choice.event_id, paper=choice.paper.value, item_id=choice.item_id)


def _participants_data(db: Connection, choice: Choice) -> Any:
    return for_documents.participants_data(
        db, choice.event_id, delegation_id=choice.delegation_id, item_id=choice.item_id
    )


def _plan_data(read: Callable[[Connection, int], Any]) -> Gather:
    def gather_plan(db: Connection, choice: Choice) -> Any:
        if choice.plan_id is None:
            raise BadInput("Say which plan of seats: it has a number.")
        return read(db, choice.plan_id)

    return gather_plan


def _participants(data: Any, choice: Choice, changed: Collection[int]) -> Content:
    return participants.compose(
        data, languages=choice.languages, copy_for=choice.copy_for, edition=choice.edition,
        delegation=choice.delegation_id, changed=changed,
    )  # fmt: skip


def _programme(data: Any, choice: Choice, changed: Collection[int]) -> Content:
    return programme.compose(
        data, languages=choice.languages, copy_for=choice.copy_for, edition=choice.edition,
        show_people=choice.show_people, show_places=choice.show_places, show_movements=choice.show_movements,
        changed=changed,
    )  # fmt: skip


def _in_edition(compose_paper: Callable[..., Content]) -> Compose:
    """Compose a paper that differs by edition and bears marks of change."""

    def compose_in_edition(data: Any, choice: Choice, changed: Collection[int]) -> Content:
        return compose_paper(
            data, languages=choice.languages, copy_for=choice.copy_for, edition=choice.edition, changed=changed
        )

    return compose_in_edition


def _of_sides(compose_paper: Callable[..., Content]) -> Compose:
    """Compose a paper that only asks whose copy it is."""

    def compose_of_sides(data: Any, choice: Choice, _changed: Collection[int]) -> Content:
        return compose_paper(data, languages=choice.languages, copy_for=choice.copy_for)

    return compose_of_sides


def _plates(data: Any, choice: Choice, _changed: Collection[int]) -> Content:
    size: cards.PlateSize = "A5" if choice.size == "A5" else "A4"
    return cards.compose_plates(data, languages=choice.languages, copy_for=choice.copy_for, size=size)


_SEATS, _FLAGS = _plan_data(for_seating.seating_data), _plan_data(for_seating.flags_data)

SET: Mapping[Paper, Made] = {
    Paper.PROGRAMME: Made(_programme_data, _programme),
    Paper.AGENDA: Made(_programme_data, _in_edition(agenda.compose)),
    Paper.RUNNING_ORDER: Made(_programme_data, _in_edition(running_order.compose)),
    Paper.PARTICIPANTS: Made(_participants_data, _participants),
    Paper.SEATING: Made(_SEATS, _of_sides(seating.compose)),
    Paper.USHERS_PLAN: Made(_SEATS, _of_sides(ushers_plan.compose)),
    Paper.PLACE_CARDS: Made(_SEATS, _of_sides(cards.compose_cards)),
    Paper.NAME_PLATES: Made(_SEATS, _plates),
    Paper.FLAGS: Made(_FLAGS, _of_sides(flags_sheet.compose)),
}
"""How each paper is made."""
