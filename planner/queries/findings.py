"""The findings somebody has looked at and found to be no problem, and the office's thresholds."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, select

from planner.model.checks import Dismissal
from planner.queries.office_settings import office_setting
from planner.rules.checks.limits import Limits, limits_of
from planner.rules.gifts import CURRENCY, LIMIT

LIMITS = "checks.limits"
"""The office setting that holds the thresholds which are not the handbook's."""


class DismissalRow(NamedTuple):
    """A finding that is no problem: `facts` is the fingerprint it had, `at` UTC as ISO 8601."""

    id: int
    code: str
    facts: str
    reason: str
    author: str
    at: str


def dismissals(db: Connection, event_id: int) -> tuple[DismissalRow, ...]:
    """Return what was dismissed at an event, also what does not hold any more."""
    one = Dismissal
    query = select(one.id, one.code, one.facts, one.reason, one.author, one.at).where(one.event_id == event_id)
    return tuple(DismissalRow(*row) for row in db.execute(query.order_by(one.id)))


def office_limits(db: Connection) -> Limits:
    """Return from when on the checks of this office speak up."""
    return limits_of(office_setting(db, LIMITS, {}))


def gift_limit(db: Connection) -> tuple[int, str]:
    """Return what a gift may be worth, in minor units, and the currency."""
    kept = office_setting(db, "gifts.limit", None) or {}
    return int(kept.get("value", LIMIT)), str(kept.get("currency", CURRENCY))
