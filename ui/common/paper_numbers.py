"""By what number each paper of the set is chosen; apart from `paper_entries`, which loads no papers."""

from __future__ import annotations

from planner.papers import Paper
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


def number_of(paper: Paper) -> int:
    """Return the number of a paper of the set."""
    return paper_entries.one_of_the_set(SET.index(paper))
