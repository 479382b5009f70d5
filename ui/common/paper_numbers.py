"""By what number each paper of the set is chosen; apart from `paper_entries`, which loads no papers."""

from __future__ import annotations

from planner.paper_subjects import field_of
from planner.papers import Choice, Paper
from ui.common import paper_entries
from ui.common.paper_entries import PARTICIPANTS, PROGRAMME, RUNNING_ORDER, WORKING_PROGRAMME

ONCE = {
    PROGRAMME: Paper.PROGRAMME,
    WORKING_PROGRAMME: Paper.PROGRAMME,
    PARTICIPANTS: Paper.PARTICIPANTS,
    RUNNING_ORDER: Paper.RUNNING_ORDER,
}
"""The papers an event has once, by their numbers."""
SET = tuple(paper for paper in Paper if paper not in {*ONCE.values(), Paper.AGENDA})
"""The other papers, each at its place."""


def number_of(paper: Paper, subject: int = 0) -> int:
    """Return the number of a paper of the set; with the id of an item, a person's place or a plan, of that one."""
    return paper_entries.one_of(SET.index(paper), subject)


def number_for(choice: Choice) -> int:
    """Return the number that leads to the paper a choice is of."""
    if choice.paper is Paper.AGENDA:
        return paper_entries.agenda_of(choice.item_id or 0)
    if choice.paper is Paper.PARTICIPANTS and choice.delegation_id is not None:
        return paper_entries.list_of(choice.delegation_id)
    if choice.paper is Paper.PROGRAMME:
        return WORKING_PROGRAMME if choice.edition == "working" else PROGRAMME
    once = next((number for number, paper in ONCE.items() if paper is choice.paper), 0)
    field = field_of(choice.paper)
    return once or number_of(choice.paper, getattr(choice, field) or 0 if field else 0)
