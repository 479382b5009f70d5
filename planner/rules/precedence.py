"""Precedence in lists (handbook 3.2): head, deputy, then rank level, rank date, surname; a pin wins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from planner.rules.kinds import Capacity

TIERS = {
    Capacity.HEAD: 0,
    Capacity.DEPUTY_HEAD: 1,
    Capacity.MEMBER: 2,
    Capacity.ADVISER: 3,
    Capacity.AIDE: 4,
    Capacity.INTERPRETER: 5,
    Capacity.PRESS: 6,
    Capacity.SECURITY: 7,
    Capacity.DRIVER: 7,
}
"""Tiers of a delegation, the head first."""

ACCOMPANYING = frozenset({Capacity.AIDE, Capacity.INTERPRETER, Capacity.PRESS, Capacity.SECURITY, Capacity.DRIVER})
"""Listed last, below a rule (handbook 2.4)."""

UNRANKED = 1000.0
NO_DATE = date.max


class Standing(NamedTuple):
    """What decides somebody's place.

    `level` 1 is the highest, None unranked (last of the tier); an acting holder stands half a level lower.
    `surname_key` is the collation key of the surname in the event's first language, so that the lists in
    all languages show one order. `pin` is a 1-based place. `id` makes the order total.
    """

    id: int
    capacity: Capacity
    level: int | None = None
    acting: bool = False
    rank_date: date | None = None
    surname_key: str = ""
    own_order: int = 0
    pin: int | None = None


def order(standings: Sequence[Standing]) -> list[int]:
    """Return the ids in order of precedence; pinned ones stand where they are pinned."""
    free = [s.id for s in sorted((s for s in standings if s.pin is None), key=_key)]
    pinned = sorted((s for s in standings if s.pin is not None), key=lambda s: (s.pin or 0, _key(s)))
    for standing in pinned:
        assert standing.pin is not None
        free.insert(min(max(standing.pin - 1, 0), len(free)), standing.id)
    return free


def _key(standing: Standing) -> tuple[int, float, date, str, int, int]:
    level = UNRANKED if standing.level is None else standing.level + (0.5 if standing.acting else 0.0)
    return (
        TIERS[standing.capacity],
        level,
        standing.rank_date or NO_DATE,
        standing.surname_key,
        standing.own_order,
        standing.id,
    )
