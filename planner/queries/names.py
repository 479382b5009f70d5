"""How an office writes names and addresses: what it decided otherwise than is usual."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection

from planner.queries.findings import gift_limit
from planner.queries.office_settings import office_setting


class NameHabits(NamedTuple):
    """The office's habits: initials, its own forms of address, and from which value a present is reported.

    `salutations` lies over the standard forms; `limit` is in minor units of `currency`.
    """

    initials_gap: bool
    salutations: Mapping[str, Any]
    limit: int
    currency: str


def name_habits(db: Connection) -> NameHabits:
    """Return what the office has decided."""
    gap = bool(office_setting(db, "names.initials_gap", True))
    return NameHabits(gap, office_setting(db, "salutations") or {}, *gift_limit(db))
