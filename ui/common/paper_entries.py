"""By what number a paper of an event is chosen: `context.select("paper", number)`."""

from __future__ import annotations

PROGRAMME, PARTICIPANTS, RUNNING_ORDER, WORKING_PROGRAMME = 1, 2, 3, 4
"""The papers an event has once."""


def agenda_of(item_id: int) -> int:
    """Return the number of the agenda of a meeting; ids of items are above zero, so it lies below."""
    return -item_id
