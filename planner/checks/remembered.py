"""What was found last, by office and event, so that after an edit only what it touched is looked at again.

What an edit touched is told by the journal: so it is the same for one's own steps, undo, and a colleague's.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from datetime import date
from typing import NamedTuple
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine

from planner.checks.gather import Touched, gather, gather_again
from planner.queries.journal import change_number, touched_since
from planner.queries.once import reading_once
from planner.rules.checks import registered  # noqa: F401 - the rules that are run
from planner.rules.checks.engine import Results, run

EVENTS = 8
"""So many events of an office are remembered."""
FAR = 200
"""After more changes than this everything is read again."""


class _Known(NamedTuple):
    change: int
    results: Results


_lock = threading.Lock()
_known: WeakKeyDictionary[Engine, OrderedDict[int, _Known]] = WeakKeyDictionary()


def results(db: Connection, event_id: int, today: date | None = None) -> Results:
    """Return the findings of an event as of the state this connection reads. Raise NotFound in words."""
    number = change_number(db)
    with _lock:
        known = _known.setdefault(db.engine, OrderedDict()).get(event_id)
    if known is None or known.change > number or number - known.change > FAR:
        with reading_once(db):
            facts = gather(db, event_id, today)
        found = run(facts)
    elif known.change == number and known.results.facts.today == today:
        return known.results
    else:
        ids, items = touched_since(db, known.change)
        with reading_once(db):
            facts = gather_again(db, known.results.facts, Touched(ids, items), today)
        found = run(facts, known.results)
    with _lock:
        events = _known.setdefault(db.engine, OrderedDict())
        there = events.get(event_id)
        if there is None or there.change <= number:
            events[event_id] = _Known(number, found)
            events.move_to_end(event_id)
        while len(events) > EVENTS:
            events.popitem(last=False)
    return found


def forget() -> None:
    """Forget everything: the next question is answered from the office alone."""
    with _lock:
        _known.clear()
