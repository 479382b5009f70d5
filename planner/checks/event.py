"""The checks of one event, of one thing in it, and of the whole office."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection

from planner.checks import remembered
from planner.queries.events import events
from planner.queries.findings import DismissalRow, dismissals
from planner.rules.checks.after import offered
from planner.rules.checks.texts import MISSING_TEXT
from planner.rules.findings import Finding, Fix, Thing, fingerprint
from planner.rules.kinds import EventState

__all__ = [
    "MISSING_TEXT", "Checked", "check_event", "check_office", "check_thing", "checked_event",
    "fixes_of", "mendable_event",
]  # fmt: skip


class Dismissed(NamedTuple):
    """A finding that is no problem, and who said why."""

    finding: Finding
    row: DismissalRow


class Checked(NamedTuple):
    """The findings of an event that stand, and those somebody found to be no problem."""

    standing: tuple[Finding, ...]
    dismissed: tuple[Dismissed, ...]


def check_event(db: Connection, event_id: int, *, today: date | None = None) -> tuple[Finding, ...]:
    """Return the findings of one event, the gravest first; a clean event has none.

    Without a present day, what depends on one is not looked at. Raise NotFound in words.
    """
    return checked_event(db, event_id, today=today).standing


def checked_event(db: Connection, event_id: int, *, today: date | None = None) -> Checked:
    """Return the findings of one event, those dismissed apart; a dismissal holds while its facts are the same."""
    found = remembered.results(db, event_id, today).findings
    rows = {(row.code, row.facts): row for row in dismissals(db, event_id)}
    if not rows:
        return Checked(found, ())
    standing, dismissed = [], []
    for finding in found:
        row = rows.get((finding.code, fingerprint(finding)))
        if row is None:
            standing.append(finding)
        else:
            dismissed.append(Dismissed(finding, row))
    return Checked(tuple(standing), tuple(dismissed))


def check_thing(db: Connection, event_id: int, thing: Thing, *, today: date | None = None) -> tuple[Finding, ...]:
    """Return what the checks say of one thing of an event, each with the fixes that may be offered."""
    found = (one for one in check_event(db, event_id, today=today) if thing in one.things)
    return tuple(one._replace(fixes=fixes_of(db, event_id, one, today=today)) for one in found)


def fixes_of(db: Connection, event_id: int, finding: Finding, *, today: date | None = None) -> tuple[Fix, ...]:
    """Return the fixes that mend a finding and make no other: each was tried on the facts, nothing was written."""
    return offered(remembered.results(db, event_id, today), finding) if finding.fixes else ()


def mendable_event(db: Connection, event_id: int, *, today: date | None = None, most: int = 40) -> Checked:
    """Return the findings of one event, the first ones with the fixes that may be offered."""
    checked = checked_event(db, event_id, today=today)
    first = [one._replace(fixes=fixes_of(db, event_id, one, today=today)) for one in checked.standing[:most]]
    rest = [one._replace(fixes=()) for one in checked.standing[most:]]
    return checked._replace(standing=(*first, *rest))


def check_office(
    db: Connection, *, as_of: date | None = None, today: date | None = None
) -> dict[int, tuple[Finding, ...]]:
    """Return the findings of every event that is not over, or not before a day, by event."""
    return {
        row.id: check_event(db, row.id, today=today)
        for row in events(db)
        if row.state is not EventState.CANCELLED and (as_of is None or row.to_day >= as_of)
    }
