"""What state of each paper a pack holds: an issued version or the draft, and what the two have between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import Connection

from planner.errors import PlannerError
from planner.paper_choice import Choice
from planner.papers import changes_between, frozen, gather, key_of
from planner.queries.papers import PaperKey, VersionRow, versions

InForce = Mapping[PaperKey, VersionRow]
"""The version in force of each paper that was ever issued."""


class Take(StrEnum):
    """Which state of a paper is wanted."""

    FITTING = "fitting"  # the version in force where nothing changed since it, otherwise the draft
    ISSUED = "issued"  # the version in force where there is one, whatever changed since
    DRAFT = "draft"


class State(NamedTuple):
    """How a paper of a pack stands.

    `version` is the number printed, 0 for the draft; `last` the version in force, issued `at` (UTC, ISO 8601), 0
    where nothing was issued; `changes` counts what changed since that, None where nobody asked or can tell.
    """

    version: int = 0
    at: str = ""
    last: int = 0
    changes: int | None = None


def in_force(db: Connection, event_id: int) -> InForce:
    """Return the version in force of each paper of an event; one reading for a whole pack."""
    return {row.key: row for row in versions(db, event_id)}  # they come by number, the last one stays


def state_of(db: Connection, choice: Choice, take: Take, issued: InForce) -> State:
    """Return which state of a paper is printed. Raise a PlannerError where its draft cannot be had.

    Of a version whose bytes were removed there is only the draft.
    """
    last = issued.get(key_of(choice))
    if last is None:
        return State()
    if last.removed:
        return State(at=last.at, last=last.number)
    if take is Take.ISSUED:
        return State(last.number, last.at, last.number)
    count = len(changes_between(frozen(db, last), gather(db, choice), choice, earlier=last.choice))
    if count or take is Take.DRAFT:
        return State(at=last.at, last=last.number, changes=count)
    return State(last.number, last.at, last.number, 0)


def states_of(db: Connection, event_id: int, choices: Sequence[Choice]) -> tuple[State, ...]:
    """Return how papers stand where nobody chooses otherwise; one that cannot be had is as if never changed."""
    issued = in_force(db, event_id)
    return tuple(_state_or_last(db, choice, issued) for choice in choices)


def _state_or_last(db: Connection, choice: Choice, issued: InForce) -> State:
    try:
        return state_of(db, choice, Take.FITTING, issued)
    except PlannerError:
        last = issued[key_of(choice)]
        return State(at=last.at, last=last.number)
