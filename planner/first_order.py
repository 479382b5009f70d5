"""The delegations of an event read from an office file before it is opened: without SQLAlchemy, without a lock.

It is what the window shows first. Where anything is in the way, there is nothing to show yet, and opening the office
tells in words what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from planner.queries.delegations import EventOrder, asked_of, event_languages, event_order
from planner.queries.journal import state_read
from planner.rules.text import Language
from planner.storage.reading import reading


class FirstOrder(NamedTuple):
    """The delegations of an event in order of precedence, its languages, and the state of the office (`state_read`)."""

    event_id: int
    languages: tuple[Language, ...]
    order: EventOrder
    state: tuple[int, str, str]


def first_order(path: Path, event_id: int, asked: Callable[[], object] = lambda: None) -> FirstOrder | None:
    """Return the delegations of an event; None where they cannot be read at once.

    `asked` is called as soon as the file has been asked for all: until it answers, the processor is free for others.
    """
    try:
        with reading(path) as db:
            if db is None:
                return None
            db.ask_ahead((statement.of_file, values) for statement, values in asked_of(db, event_id))
            asked()
            return FirstOrder(event_id, event_languages(db, event_id), event_order(db, event_id), state_read(db))
    except Exception:  # noqa: BLE001 - a file may be damaged in any way; it is opened next, which finds the words
        return None


__all__ = ["FirstOrder", "first_order"]
